"""Draw the page of `docscheck web`: `python -m measure.web_screenshots --output docs/screenshots`.

A sample folder is handed in, and every state on the way to the deleted files is drawn: `STATES`
says which they are and how each is reached from the one before.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from measure.browser import launched
from measure.screenshots import packed, taken
from tests.web.running import PATIENCE, SAMPLES, running

PAPERS = SAMPLES / "expired_passport" / "documents"
Step = Callable[[Page], object]


def _hand_in(page: Page) -> None:
    page.set_input_files("#choose", sorted(map(os.fspath, PAPERS.iterdir())))
    page.locator("#continue").wait_for()


def _skip_to_the_result(page: Page) -> None:
    page.click("#skip")
    page.wait_for_url("**/result", timeout=1000 * PATIENCE)
    page.frame_locator("iframe.report").locator("h1").wait_for()


STATES: Mapping[str, Step] = {
    "start": lambda page: page.locator("#choose").wait_for(state="attached"),
    "files": _hand_in,
    "question": lambda page: page.click("#continue"),
    "result": _skip_to_the_result,
    "deleted": lambda page: page.click("#delete"),
}
"""What a picture is of -> how to get there."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One way through the states."""

    suffix: str
    scheme: str = "light"
    language: str = "en"
    size: tuple[int, int] = (1180, 1000)


VISITS = (
    Visit(""),
    Visit("-phone-dark", "dark", "fr", (390, 844)),
    Visit("-ar", language="ar"),
)


def draw(visit: Visit, browser: Browser, output: Path) -> None:
    """Go through the page and write a picture of every state."""
    width, height = visit.size
    with (
        tempfile.TemporaryDirectory(prefix="docscheck-shots-") as own,
        running(Path(own) / "own", "--lang", visit.language) as run,
        browser.new_context(
            color_scheme=visit.scheme,  # type: ignore[arg-type]  # light or dark
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        ) as context,
    ):
        page = context.new_page()
        page.goto(run.address)
        for state, reach in STATES.items():
            reach(page)
            page.wait_for_load_state()
            data = packed(taken(page, whole=False))
            name = f"web-{state}{visit.suffix}.png"
            (output / name).write_bytes(data)
            print(f"{name}: {len(data) // 1000} kB", flush=True)


def main() -> int:
    """Draw all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True)
    chosen = parser.parse_args()
    chosen.output.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for visit in VISITS:
            draw(visit, browser, chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())

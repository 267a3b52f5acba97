"""Draw what docscheck looks like: `python -m measure.screenshots --output docs/screenshots`.

The command checks sample folders; Chromium opens their reports in light and dark, at the width of a
telephone, in every language. A picture has 256 colours at most and is under 300 kB; the same
browser, fonts and samples give the same bytes.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from docscheck.messages import LANGUAGES
from measure.browser import launched
from measure.subject import frugal_environment

TODAY = date(2026, 11, 23)
SAMPLES = Path(__file__).parents[1] / "sample_docs"
IN_TROUBLE, READY = "expired_passport", "complete"
MOST_BYTES = 300_000
_COLOURS = (256, 128, 64, 32)
_WIDE, _PHONE = (1180, 1000), (390, 844)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of a report."""

    name: str
    sample: str = IN_TROUBLE
    language: str = "en"
    scheme: str = "light"
    size: tuple[int, int] = _WIDE
    whole: bool = False
    """All of the page, not only what the window shows first."""


def shots() -> Iterator[Shot]:
    """Yield the pictures of the report, in the order of the documentation."""
    yield Shot("report-light")
    yield Shot("report-dark", scheme="dark")
    yield Shot("report-phone", size=_PHONE)
    yield Shot("report-ready", READY)
    yield Shot("report-whole", size=(900, 1000), whole=True)
    for language in LANGUAGES:
        yield Shot(f"report-{language}", language=language)
    yield Shot("report-ar-phone-dark", language="ar", scheme="dark", size=_PHONE)


def report_of(sample: str, folder: Path) -> Path:
    """Check a sample; give the file of its report."""
    out = folder / f"{sample}.html"
    command = [sys.executable, "-m", "docscheck", "check", str(SAMPLES / sample / "documents")]
    options = ["--format", "html", "--output", str(out), "--today", str(TODAY)]
    subprocess.run(
        [*command, *options, "--fail-on", "never", "--lang", "en"],
        check=True,
        env=frugal_environment(),
    )
    return out


def take(shot: Shot, report: Path, browser: Browser) -> bytes:
    """Give the picture as PNG."""
    width, height = shot.size
    with browser.new_context(
        color_scheme=shot.scheme,  # type: ignore[arg-type]  # light or dark
        viewport={"width": width, "height": height},
    ) as context:
        page = context.new_page()
        page.goto(report.as_uri())
        page.locator(f"#choose-{shot.language}").check()
        return taken(page, whole=shot.whole)


def taken(page: Page, *, whole: bool) -> bytes:
    """Give what the page shows, without the mark of what has the keyboard."""
    page.evaluate("document.activeElement.blur()")
    return page.screenshot(full_page=whole, animations="disabled", caret="hide")


def packed(png: bytes) -> bytes:
    """Give the same picture in as many colours as fit in.

    Raises:
        ValueError: even the fewest colours take too much room.
    """
    image = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in _COLOURS:
        stream = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
        if stream.tell() < MOST_BYTES:
            return stream.getvalue()
    raise ValueError(f"{image.width} x {image.height} pixels do not fit into {MOST_BYTES} bytes")


def draw(wanted: Sequence[Shot], output: Path) -> None:
    """Write the pictures that are wanted."""
    with tempfile.TemporaryDirectory(prefix="docscheck-shots-") as name, launched() as browser:
        reports = {s: report_of(s, Path(name)) for s in sorted({shot.sample for shot in wanted})}
        for shot in wanted:
            data = packed(take(shot, reports[shot.sample], browser))
            (output / f"{shot.name}.png").write_bytes(data)
            print(f"{shot.name}.png: {len(data) // 1000} kB")


def main() -> int:
    """Draw all of them, or those of some names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--only", nargs="*", metavar="NAME")
    chosen = parser.parse_args()
    chosen.output.mkdir(parents=True, exist_ok=True)
    draw([s for s in shots() if not chosen.only or s.name in chosen.only], chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())

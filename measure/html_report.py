"""How large, how quick and how discreet is the HTML report? `python -m measure.html_report`.

Folders of fifteen papers are drawn, of a student and of others, and checked by the command, once as
anybody does and once with `--show-values`. Told are the size of the file, the time from opening it
to the end of its loading in Chromium (a fresh context each time), what it asked for, and how many
of the numbers printed on the papers can be found in it: in its text, and on its pictures by OCR at
twice their size. The pictures of the second report show that OCR could have read them.
"""

from __future__ import annotations

import argparse
import base64
import html
import io
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser

from docscheck.ocr import load_engine
from docscheck.pages.interface import Raster
from measure.browser import launched
from measure.subject import frugal_environment
from specimens.folders import draw_folder
from specimens.folders.loose import draw_loose, wants

TODAY = date(2026, 11, 23)
PAPERS = 15
MOST_BYTES, MOST_MILLISECONDS = 3_000_000, 1_000
NUMBERS = (
    *("document_number", "passport_number", "foreigner_number", "iban", "account_number"),
    *("nir", "student_number", "ine"),
)
_PICTURE = re.compile(r"data:image/jpeg;base64,([A-Za-z0-9+/=]+)")
_ENLARGED, _DPI = 2, 150.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one report."""

    papers: int
    size: int
    milliseconds: Sequence[float]
    asked: Sequence[str]
    """Addresses the page asked for, but itself and its own pictures."""
    numbers: int
    in_text: frozenset[str]
    on_pictures: frozenset[str]
    without_cover: frozenset[str]

    @property
    def is_good(self) -> bool:
        quick = max(self.milliseconds) < MOST_MILLISECONDS
        silent = not (self.in_text or self.on_pictures or self.asked)
        return silent and quick and self.size < MOST_BYTES


def draw(seed: int, folder: Path) -> Mapping[str, Any]:
    """Write a student's folder, filled up with loose papers; give what is printed on them."""
    rng = Random(f"html report/{seed}")
    own = draw_folder(rng, TODAY, unseen=False, stage="completion", story="vls_ts")
    left = PAPERS - len(own.files)
    loose = draw_loose(rng, TODAY, list(wants(left, rng)), unseen=False)
    own.write(folder)
    loose.write(folder)
    return {**own.expected["files"], **loose.expected["files"]}


def numbers_on(files: Mapping[str, Any]) -> frozenset[str]:
    """Give the numbers that identify somebody or something of theirs, letters and digits only."""
    papers = [paper for pages in files.values() for paper in pages]
    values = [p["fields"].get(name) for p in papers for name in NUMBERS]
    return frozenset(packed(value) for value in values if value)


def packed(text: str) -> str:
    """Leave letters and digits, as capitals."""
    return "".join(c for c in text.upper() if c.isalnum())


def written(folder: Path, out: Path, *extra: str) -> str:
    """Check the folder and give the report."""
    command = [sys.executable, "-m", "docscheck", "check", str(folder), "--today", str(TODAY)]
    form = ["--format", "html", "--fail-on", "never", "--output", str(out), "--jobs", "1"]
    subprocess.run([*command, *form, *extra], check=True, env=frugal_environment())
    return out.read_text(encoding="utf-8")


def found_in_text(page: str, numbers: Iterable[str]) -> frozenset[str]:
    """Give the numbers that stand in the page, in whatever grouping."""
    bare = packed(html.unescape(_PICTURE.sub("", page)))
    return frozenset(number for number in numbers if number in bare)


def found_on_pictures(page: str, numbers: Iterable[str]) -> frozenset[str]:
    """Give the numbers that OCR reads on the pictures of the page."""
    engine = load_engine()
    read = [packed(_text_on(base64.b64decode(data), engine)) for data in _PICTURE.findall(page)]
    return frozenset(number for number in numbers if any(number in text for text in read))


def _text_on(data: bytes, engine: Any) -> str:
    image = Image.open(io.BytesIO(data)).convert("L")
    size = (_ENLARGED * image.width, _ENLARGED * image.height)
    large = image.resize(size, Image.Resampling.BICUBIC)
    return str(engine.read(Raster(np.asarray(large, np.uint8), _DPI), page=1).text)


def loading(file: Path, browser: Browser, runs: int) -> tuple[list[float], list[str]]:
    """Give the times from opening to the end of loading, in ms, and what else was asked for."""
    times, asked = [], []
    for _ in range(runs):
        with browser.new_context() as context:
            page = context.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.goto(file.as_uri(), wait_until="load")
            times.append(
                float(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            )
    return times, [url for url in asked if url != file.as_uri() and not _PICTURE.match(url)]


def measure(seed: int, browser: Browser, runs: int) -> Figures:
    """Draw one folder, check it, and look at the report."""
    with tempfile.TemporaryDirectory(prefix="docscheck-html-") as name:
        folder, out = Path(name) / "documents", Path(name) / "report.html"
        files = draw(seed, folder)
        page, plain = written(folder, out), written(folder, out.with_stem("plain"), "--show-values")
        numbers = numbers_on(files)
        times, asked = loading(out, browser, runs)
        return Figures(
            len(files),
            out.stat().st_size,
            times,
            asked,
            len(numbers),
            found_in_text(page, numbers),
            found_on_pictures(page, numbers),
            found_on_pictures(plain, numbers),
        )


def told(figures: Figures) -> str:
    """Say the figures in one line."""
    return (
        f"{figures.papers} files, {figures.size / 1e6:.2f} MB, loaded in "
        f"{statistics.median(figures.milliseconds):.0f} ms (worst {max(figures.milliseconds):.0f})"
        f", asked for elsewhere: {len(figures.asked)}; numbers on the papers: {figures.numbers}, "
        f"in the text: {len(figures.in_text)}, read on the pictures: {len(figures.on_pictures)}, "
        f"read on the pictures without cover: {len(figures.without_cover)}"
    )


def main() -> int:
    """Print a line for each folder; fail when one is too large, too slow or says too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folders", type=int, default=2)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    with launched() as browser:
        every = []
        for seed in range(1, chosen.folders + 1):
            every.append(measure(seed, browser, chosen.runs))
            print(f"folder {seed}: {told(every[-1])}", flush=True)
            for number in sorted(every[-1].in_text | every[-1].on_pictures):
                print(f"  not covered: {number}")
    return 0 if all(one.is_good for one in every) else 1


if __name__ == "__main__":
    sys.exit(main())

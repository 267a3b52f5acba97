"""What does the page cost with much on it, and what does it leave? 20 documents of 60 MB in all.

`python -m measure.web` hands them in through a real browser, checks and prepares them, downloads
the files, and ends the run on the page; then does so once more and kills it in the middle. It
prints the seconds until progress is seen and until each step is done, the peak memory of every
process of docscheck (VmHWM, proc(5)), and what is left in the temporary folder. Linux.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image
from playwright.sync_api import Page

from measure.browser import launched
from measure.spent import family, high_water_mib

TODAY = "2026-11-23"
COUNT, BYTES = 20, 60_000_000
_SAMPLES = Path(__file__).parents[1] / "sample_docs"
_FOLDERS = ("complete", "complete_permit", "complete_eu", "complete_minor", "expired_passport")
_PAGE_PX = (2480, 3508)
_LOOK_SECONDS = 0.02
_PATIENCE_MS = 1_800_000


def draw(folder: Path) -> None:
    """Fill a folder with large photos and scans of drawn papers, half of them as PDF."""
    dice = np.random.default_rng(1)
    sources = [p for name in _FOLDERS for p in sorted((_SAMPLES / name / "documents").iterdir())]
    for number in range(COUNT):
        page = _page(sources[number % len(sources)])
        grain = dice.normal(0, 6, (*page.size[::-1], 3))
        noisy = np.clip(np.asarray(page, dtype=np.float32) + grain, 0, 255).astype(np.uint8)
        data = _weighing(Image.fromarray(noisy), BYTES // COUNT)
        name = f"{number + 1:02} {sources[number % len(sources)].stem}"
        if number % 2:
            (folder / f"{name}.jpg").write_bytes(data)
        else:
            _as_pdf(data, folder / f"{name}.pdf")


def _as_pdf(data: bytes, path: Path) -> None:
    """Put a photo into a PDF of about the same size; what nothing refers to is never looked at."""
    stream = io.BytesIO()
    Image.open(io.BytesIO(data)).save(stream, "PDF", resolution=300, quality="keep")
    with pikepdf.open(stream) as pdf:
        rest = max(0, len(data) - len(stream.getvalue()))
        pdf.Root.Unused = pdf.make_stream(os.urandom(rest))
        pdf.save(path)


def _page(path: Path) -> Image.Image:
    if path.suffix == ".pdf":
        page = pypdfium2.PdfDocument(path)[0].render(scale=300 / 72).to_pil()
    else:
        page = Image.open(path)
    page = page.convert("RGB")
    scale = min(_PAGE_PX[0] / page.width, _PAGE_PX[1] / page.height)
    return page.resize((round(page.width * scale), round(page.height * scale)))


def _weighing(page: Image.Image, size_bytes: int) -> bytes:
    """Give a JPEG of about this size, padded to it: what follows its end is never looked at."""
    for quality in range(95, 30, -5):
        stream = io.BytesIO()
        page.save(stream, "JPEG", quality=quality, dpi=(300, 300))
        if len(stream.getvalue()) <= size_bytes:
            break
    return stream.getvalue().ljust(size_bytes, b"\0")


class Peaks:
    """The peak memory of a process and of all that descend from it, while it runs."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._over = threading.Event()
        self.of: dict[int, float] = {}
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Peaks:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            for pid in family(self._pid):
                self.of[pid] = max(self.of.get(pid, 0.0), high_water_mib(pid))


@contextlib.contextmanager
def served(temporary: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the page with a temporary place of its own; give the process and the address."""
    command = [sys.executable, "-m", "docscheck", "web", "--no-open", "--lang", "en"]
    process = subprocess.Popen(
        [*command, "--today", TODAY],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": os.fspath(temporary)},
    )
    said = ""
    while not (found := re.search(r"http://\S+", said)):
        said += process.stdout.readline()
    try:
        yield process, found[0]
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def begin(page: Page, address: str, files: list[str]) -> float:
    """Hand in the files and begin to check them; give the seconds until they are handed in."""
    page.set_default_timeout(_PATIENCE_MS)
    page.goto(address)
    start = time.perf_counter()
    page.set_input_files("#choose", files)
    page.wait_for_selector("#continue")
    seconds = time.perf_counter() - start
    page.click("#continue")
    page.wait_for_selector("#skip")
    return seconds


def whole(page: Page, address: str, files: list[str]) -> Iterator[tuple[str, float]]:
    """Check, prepare and download; yield what was waited for, and how long."""
    yield "files handed in", begin(page, address, files)
    start = time.perf_counter()
    page.click("#skip", no_wait_after=True)
    page.wait_for_selector("#said")
    yield "progress on the screen", time.perf_counter() - start
    page.wait_for_selector(".reading .read")
    yield "first file read", time.perf_counter() - start
    page.wait_for_url("**/result")
    yield "all checked", time.perf_counter() - start
    start = time.perf_counter()
    page.click("#prepare", no_wait_after=True)
    page.wait_for_selector("#said")
    yield "progress of the preparation on the screen", time.perf_counter() - start
    page.wait_for_url("**/result")
    yield "all prepared", time.perf_counter() - start
    with page.expect_download() as saved:
        page.click("#download")
    size = saved.value.path().stat().st_size
    yield f"downloaded ({size / 1e6:.1f} MB)", time.perf_counter() - start


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as given,
        tempfile.TemporaryDirectory() as place,
        launched() as browser,
    ):
        folder, temporary = Path(given), Path(place)
        draw(folder)
        files = sorted(map(os.fspath, folder.iterdir()))
        weight = sum(path.stat().st_size for path in folder.iterdir())
        print(f"documents: {len(files)}, {weight / 1e6:.1f} MB")
        with served(temporary) as (process, address), Peaks(process.pid) as peaks:
            page = browser.new_page()
            for name, seconds in whole(page, address, files):
                print(f"{seconds:8.2f} s  {name}", flush=True)
            page.click("#quit")
            print(f"left with code {process.wait()}")
        memory = sorted(peaks.of.values(), reverse=True)
        print(f"peak memory: {memory[0]:.0f} MiB in the largest of {len(memory)} processes")
        print("             " + ", ".join(f"{mib:.0f}" for mib in memory))
        print(f"left in the temporary folder: {sorted(p.name for p in temporary.iterdir())}")
        with served(temporary) as (process, address):
            page = browser.new_page()
            begin(page, address, files)
            page.click("#skip", no_wait_after=True)
            page.wait_for_selector(".reading .read")
            members = family(process.pid)[1:]
            process.send_signal(signal.SIGKILL)
            process.wait()
            _wait_for(members)
        print(f"killed in the middle, left: {sorted(p.name for p in temporary.iterdir())}")


def _wait_for(members: tuple[int, ...]) -> None:
    """Wait for processes that are no children of ours."""
    for pid in members:
        while Path(f"/proc/{pid}").exists():
            time.sleep(_LOOK_SECONDS)


if __name__ == "__main__":
    main()

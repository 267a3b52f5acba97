"""Where do the CPU seconds of a folder go? `python -m measure.stages FOLDER TODAY`.

One process, one thread: what a command does, in its order, with a clock around the functions that
stand for each stage. What one stage spends within another is counted once, so that a column adds
up. Prints Markdown: the first round, as in a cold command, and one that is warm.
"""

from __future__ import annotations

import io
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

T = TypeVar("T")

STAGES = (
    *("import", "rules", "engine", "intake", "open", "render", "straighten", "find zone"),
    *("ocr", "measures", "classify", "fields", "rest of reading", "judge", "report"),
)


class Clock:
    """CPU seconds of each stage, without those of the stages within it."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._within: list[float] = []

    def run(self, stage: str, call: Callable[[], T]) -> T:
        """Run `call` as a part of `stage`."""
        start = time.process_time()
        self._within.append(0.0)
        try:
            return call()
        finally:
            taken = time.process_time() - start
            self.spent[stage] += taken - self._within.pop()
            if self._within:
                self._within[-1] += taken

    def watch(self, place: Any, name: str, stage: str) -> None:
        """Replace a function or method by one that is counted under `stage`."""
        inner = getattr(place, name)

        def counted(*given: Any, **named: Any) -> Any:
            return self.run(stage, lambda: inner(*given, **named))

        setattr(place, name, counted)


def _load() -> None:
    """Import what a command and its workers import."""
    import docscheck.check
    import docscheck.cli
    import docscheck.examine
    import docscheck.ocr.tesseract
    import docscheck.pages.pdf
    import docscheck.reporters.to_json  # noqa: F401


def _watch(clock: Clock) -> None:
    from docscheck import examine, parts, read_page, read_zone_paper, recognise
    from docscheck.mrz import reading
    from docscheck.ocr.tesseract import TesseractEngine
    from docscheck.pages import image, pdf

    clock.watch(examine, "open_file", "open")
    clock.watch(recognise, "classify", "classify")
    for name in ("parts_of", "values_on"):
        clock.watch(parts.PartMaker, name, "fields")
    clock.watch(TesseractEngine, "read", "ocr")
    for page in (image.ImagePage, pdf.PdfPage):
        clock.watch(page, "raster", "render")
        clock.watch(page, "embedded_text", "open")
        clock.watch(page, "hidden_text", "open")
    for name in ("lay_flat", "without_rules", "find_direction"):
        clock.watch(read_page, name, "straighten")
    clock.watch(read_zone_paper, "lay_flat", "straighten")
    clock.watch(read_page, "measure_raster", "measures")
    clock.watch(reading, "_first_read", "find zone")
    clock.watch(reading, "find_bands", "find zone")


def measure(folder: Path, today: date, rounds: int = 2) -> list[Counter[str]]:
    """Give the stages of each round; what is done once a process is in the first."""
    clock = Clock()
    clock.spent["import"] = time.process_time()
    clock.run("import", _load)
    from docscheck.examine import Examiner
    from docscheck.judge import Circumstances
    from docscheck.rulebook import load
    from docscheck.worker.heap import keep_freed_memory
    from docscheck.worker.protocol import Setup

    _watch(clock)
    keep_freed_memory()
    raw = clock.run("rules", lambda: load.read(load.packaged_rules()))
    book = clock.run("rules", lambda: load.build(raw))
    setup = Setup(load.for_reading(raw), "auto", today)
    examiner = clock.run("rules", lambda: Examiner(setup))
    clock.run("engine", examiner.warm_up)
    done = []
    for _ in range(rounds):
        _check(clock, folder, Circumstances(today=today, ocr_available=True), examiner, book)
        done.append(clock.spent)
        clock.spent = Counter()
    return done


def _check(clock: Clock, folder: Path, told: Any, examiner: Any, book: Any) -> None:
    from docscheck.assemble import assemble
    from docscheck.intake.entries import list_folder
    from docscheck.judge import judge
    from docscheck.profile import Declared

    limits = book.portal.limits
    listing = clock.run("intake", lambda: list_folder(folder, limits))
    files = clock.run("rest of reading", lambda: tuple(_files(listing.entries, examiner)))

    def judged() -> Any:
        facts = assemble(listing.name, files, listing.ignored, book.types)
        return judge(facts, book, Declared(), replace(told, limits=limits))

    report = clock.run("judge", judged)
    clock.run("report", lambda: _written(report, book))


def _files(entries: Any, examiner: Any) -> Any:
    from docscheck.document import ExaminedFile, SourceFile

    for entry in entries:
        reply = examiner.examine(entry.read(), entry.extension)
        source = SourceFile(
            path=entry.path,
            size_bytes=entry.size_bytes,
            sha256=None,
            media_type=reply.media_type,
            extension=entry.extension,
        )
        yield ExaminedFile(source, reply.examined)


def _written(report: Any, book: Any) -> None:
    from docscheck.messages import Speaker
    from docscheck.reporters import to_json
    from docscheck.reporters.interface import Manner, titles_of

    speaker = Speaker(titles_of(book), show_values=False)
    to_json.write(report, io.StringIO(), Manner("fr", speaker, book))


def table(rounds: list[Counter[str]]) -> list[str]:
    """Give the first and the last round side by side."""
    cold, warm = rounds[0], rounds[-1]
    rows = [
        f"| {stage} | {1000 * cold[stage]:.0f} | {1000 * warm[stage]:.0f} |" for stage in STAGES
    ]
    total = f"| all | {1000 * cold.total():.0f} | {1000 * warm.total():.0f} |"
    return [
        "| stage | CPU ms, first round | CPU ms, warm round |",
        "|---|---|---|",
        *rows,
        total,
    ]


if __name__ == "__main__":
    given = measure(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
    sys.stdout.write("\n".join(table(given)) + "\n")

"""Does docscheck hold against hostile files? `python -m measure.hostile`, or `make hostile`.

Test T1 of `reliability.md`. Every kind of `tests/hostile` is checked by itself, then all in one
folder, by a real session with real workers. Counted: tracebacks, entries lost, workers killed, CPU
seconds and peak memory of the worker for each kind, and whether the findings are those that the
manifest asks for. Kinds whose row says `ocr` are read; the others are checked with reading off,
which costs a twentieth and opens, draws and measures them all the same.

CPU seconds are those of the worker, so that a busy machine does not change them; the time a killed
worker had is its limit.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct

from docscheck.check import Options, Session
from docscheck.errors import UsageError
from docscheck.profile import Declared
from docscheck.report import Report
from tests.hostile.corpus import Row, kinds, manifest
from tests.hostile.judging import complaints, lost
from tests.hostile.kind import Kind

TODAY = date(2026, 11, 23)
CPU_SECONDS, RSS_MB, EXPECTED_AT_LEAST, HIDDEN_AT_LEAST = 10.0, 500, 0.97, 0.95
_TICK = os.sysconf("SC_CLK_TCK")


class Outcome(Struct, frozen=True):
    """What came of one kind."""

    id: str
    wrong: tuple[str, ...]
    lost: tuple[str, ...]
    cpu_s: float
    peak_mb: float
    killed: bool
    traceback: str = ""


@contextmanager
def written(kind: Kind) -> Iterator[Path]:
    """The kind in a folder of its own, removed at the end whatever modes it has."""
    with tempfile.TemporaryDirectory(prefix="docscheck-hostile-") as place:
        folder = Path(place, "papiers")
        folder.mkdir()
        kind.write(folder)
        try:
            yield folder
        finally:
            for inside in folder.iterdir():
                if inside.is_dir() and not inside.is_symlink():
                    inside.chmod(0o700)
            shutil.rmtree(folder)


_OF_A_LOST_WORKER = ("internal.crash", "file.timeout")


class Watched:
    """A session of one worker, and what that worker spends."""

    def __init__(self, *, ocr: bool) -> None:
        self.ocr = ocr
        self._session = Session(TODAY, Options(engine="auto" if ocr else "none", jobs=1))

    def close(self) -> None:
        self._session.__exit__(None, None, None)

    def outcome(self, kind: Kind, row: Row) -> Outcome:
        """Check one kind."""
        with written(kind) as folder:
            before = self._session.worker_ids
            for pid in before:
                # Peak memory counts from here (proc(5), clear_refs).
                Path(f"/proc/{pid}/clear_refs").write_text("5")
            started = _cpu(before)
            wrong, missing, failed, killed = list[str](), list[str](), "", False
            try:
                report = self._session.check(folder / kind.given, Declared())
            except UsageError as error:
                if error.sentence != row.stops:
                    wrong.append(f"stopped by {error.sentence}")
            except Exception:
                failed = traceback.format_exc(limit=-3)
            else:
                wrong.extend(complaints(row, report, ocr=self.ocr))
                # Another worker alone says nothing: one is replaced after many files.
                killed = any(f.rule in _OF_A_LOST_WORKER for f in report.findings)
                if row.stops:
                    wrong.append(f"not stopped by {row.stops}")
                if kind.given == ".":
                    missing = lost(folder, report)
                if any("loaded" in files for _, _, files in os.walk(folder)):
                    wrong.append("what was planted was loaded")
            after = self._session.worker_ids
        spent = _cpu(after) - (started if after == before else 0.0)
        return Outcome(kind.id, tuple(wrong), tuple(missing), spent, _peak(after), killed, failed)

    def together(self, folder: Path) -> Report:
        return self._session.check(folder, Declared())


def _cpu(pids: Sequence[int]) -> float:
    spent = 0.0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        spent += (int(fields[11]) + int(fields[12])) / _TICK
    return spent


def _peak(pids: Sequence[int]) -> float:
    peaks = [0.0]
    for pid in pids:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                peaks.append(int(line.split()[1]) / 1024)
    return max(peaks)


def one_at_a_time(chosen: Sequence[Kind]) -> Iterator[Outcome]:
    """Check each kind by itself, those that need no reading first."""
    rows = manifest()
    for ocr in (False, True):
        of_these = [kind for kind in chosen if rows[kind.id].ocr is ocr]
        if not of_these:
            continue
        watched = Watched(ocr=ocr)
        try:
            for kind in of_these:
                yield watched.outcome(kind, rows[kind.id])
        finally:
            watched.close()


def all_in_one(chosen: Sequence[Kind]) -> tuple[list[str], Counter[str], float]:
    """Check all kinds in one folder: entries lost, rules raised, seconds."""
    with tempfile.TemporaryDirectory(prefix="docscheck-hostile-") as place:
        folder = Path(place, "papiers")
        folder.mkdir()
        for kind in chosen:
            if kind.id in ("place.entries-10000", "place.entries-10050", "place.locked-folder"):
                continue
            below = folder / kind.id
            below.mkdir()
            kind.write(below)
        watched = Watched(ocr=False)
        started = time.monotonic()
        try:
            report = watched.together(folder)
        finally:
            watched.close()
        rules = Counter(finding.rule for finding in report.findings)
        return lost(folder, report), rules, time.monotonic() - started


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """The figures as a page."""
    rows = manifest()
    lines = [
        "| group | kinds | as expected | killed | most CPU s | most MB |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    groups = dict.fromkeys(outcome.id.split(".")[0] for outcome in outcomes)
    for group in groups:
        of_group = [o for o in outcomes if o.id.startswith(f"{group}.")]
        right = sum(not o.wrong for o in of_group)
        killed = sum(o.killed for o in of_group)
        cpu, peak = max(o.cpu_s for o in of_group), max(o.peak_mb for o in of_group)
        lines.append(f"| {group} | {len(of_group)} | {right} | {killed} | {cpu:.1f} | {peak:.0f} |")
    quick = [o for o in outcomes if not rows[o.id].ocr]
    slow = [o.id for o in quick if o.cpu_s > CPU_SECONDS]
    fat = [o.id for o in outcomes if o.peak_mb > RSS_MB]
    lines += [
        "",
        f"- Tracebacks: {sum(bool(o.traceback) for o in outcomes)}.",
        f"- Entries lost: {sum(len(o.lost) for o in outcomes)}.",
        f"- Workers killed or dead: {sum(o.killed for o in outcomes)}.",
        f"- Over {CPU_SECONDS:.0f} s of CPU, reading apart: {', '.join(slow) or 'none'}.",
        f"- Over {RSS_MB} MB: {', '.join(fat) or 'none'}.",
        (
            f"- As the manifest asks: {_share(outcomes)}; honest"
            f" {_share(o for o in outcomes if rows[o.id].honest)};"
            f" hidden text {_share(o for o in outcomes if o.id.startswith('hidden.'))}."
        ),
        "",
    ]
    lines += [f"- `{o.id}`: {'; '.join(o.wrong)}" for o in outcomes if o.wrong]
    return lines


def _share(outcomes: Iterable[Outcome]) -> str:
    right = [not outcome.wrong for outcome in outcomes]
    return f"{sum(right)} of {len(right)}"


def is_met(outcomes: Sequence[Outcome]) -> bool:
    """Whether the lines of `reliability.md`, T1, are passed."""
    rows = manifest()
    right = [not outcome.wrong for outcome in outcomes]
    hidden = [not o.wrong for o in outcomes if o.id.startswith("hidden.")] or [True]
    honest = [not o.wrong for o in outcomes if rows[o.id].honest] or [True]
    return (
        sum(right) >= EXPECTED_AT_LEAST * len(right)
        and all(honest)
        and sum(hidden) >= HIDDEN_AT_LEAST * len(hidden)
        and not any(o.traceback or o.lost for o in outcomes)
    )


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--output", type=Path, help="write the page there")
    arguments.add_argument("--only", help="kinds whose name begins so")
    arguments.add_argument("--apart", action="store_true", help="not all in one folder as well")
    asked = arguments.parse_args()
    chosen = [kind for kind in kinds() if kind.id.startswith(asked.only or "")]
    outcomes = []
    for outcome in one_at_a_time(chosen):
        outcomes.append(outcome)
        if outcome.wrong or outcome.lost or outcome.traceback or outcome.killed:
            print(outcome, flush=True)
        elif outcome.cpu_s > 2 or outcome.peak_mb > RSS_MB:
            print(outcome.id, f"{outcome.cpu_s:.1f} s {outcome.peak_mb:.0f} MB", flush=True)
    lines = ["# Hostile files", "", f"{len(outcomes)} kinds, `python -m measure.hostile`.", ""]
    lines += table(outcomes)
    met = is_met(outcomes)
    if not asked.apart:
        missing, rules, seconds = all_in_one(chosen)
        met = met and not missing
        told = f"All in one folder: {seconds:.0f} s, entries lost: {len(missing)}, "
        told += f"crashes: {rules['internal.crash']}, timeouts: {rules['file.timeout']}."
        lines += ["", told]
    page = "\n".join(lines) + "\n"
    print(page)
    if asked.output:
        asked.output.write_text(page, encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())

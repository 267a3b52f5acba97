"""Which of the promises on scale do the records of `measure.scale` keep?"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from measure.lines import Line
from measure.scale_records import CohortRun, Cost, KillRun, LedgerRun, Record, SpeedRun

MOST_GROWTH, MOST_AGAIN, LEAST_FASTER = 0.05, 0.02, 1.8
EARLY = 200
"""Finished folders from which on memory has to stay; a tenth of them in smaller runs."""
_QUIET = 0.7
"""Processes that wanted a processor in the minute before, above which cores were not free."""
_MOST_TABLES_S, _MOST_TABLES_MB = 60.0, 500.0


def lines(record: Record) -> Iterator[Line]:
    """Yield what one record shows."""
    if isinstance(record, CohortRun):
        yield from _run_lines(record)
    elif isinstance(record, SpeedRun):
        yield from _speed_lines(record)
    elif isinstance(record, KillRun):
        yield from _kill_lines(record)
    else:
        yield from _ledger_lines(record)


def growth(run: CohortRun) -> tuple[int, float, float]:
    """Give the folder from which on is counted, the supervisor's MB there, and the most while
    folders were still read.
    """
    early = min(EARLY, max(1, run.count // 10))
    sizes = [size for done, size in run.memory if early <= done < run.count]
    return (early, sizes[0] / 1e6, max(sizes) / 1e6) if sizes else (early, 0.0, 0.0)


def worker_peaks(run: CohortRun) -> tuple[float, float, float]:
    """Give the median of the highest MB of workers of the first half and of the second, and the
    highest of all; a worker that was hardly seen before it ended does not count for the medians.
    """
    peaks = [size / 1e6 for _, size in run.workers]
    half = len(peaks) // 2
    first, second = peaks[:half] or peaks, peaks[half:]
    return median(first or [0.0]), median(second or [0.0]), max(peaks, default=0.0)


def _run_lines(run: CohortRun) -> Iterator[Line]:
    native, scanned = run.papers
    pixels = "recorded facts, no pixels" if run.recorded else "read"
    yield Line(
        "folders",
        f"{run.count} ({pixels}): {native} native and {scanned} scanned papers,"
        f" {run.hostile} hostile folders; {run.input_bytes / run.count / 1e3:.0f} kB each",
    )
    yield Line("undisturbed run", f"{told(run.first)}, {run.jobs} at a time, exit {run.first_code}")
    yield Line("folders a minute and core, by CPU", f"{run.count * 60 / run.first.cpu_s:.1f}")
    share = run.first.own_cpu_s / run.first.cpu_s
    each = run.first.own_cpu_s / run.count * 1e3
    yield Line("supervisor's part of the CPU", f"{share:.1%}, {each:.1f} ms a folder")
    early, before, after = growth(run)
    grown = after / before - 1 if before else 0.0
    judged = bool(before) and grown < MOST_GROWTH if run.count >= 10 * EARLY else None
    yield Line(
        f"supervisor's memory while reading, from folder {early} on",
        f"{before:.1f} MB, at most {after:.1f} MB ({grown:+.1%})",
        "under +5 %",
        judged,
    )
    highest = max((size for _, size in run.memory), default=0) / 1e6
    yield Line("supervisor's memory, with the tables", f"at most {highest:.1f} MB")
    first, second, most = worker_peaks(run)
    flat = second < first * (1 + MOST_GROWTH)
    yield Line(
        "highest memory of a worker, median of early and late ones",
        f"{first:.0f} and {second:.0f} MB, {len(run.workers)} workers, at most {most:.0f} MB",
        "under +5 %",
        flat if len(run.workers) >= 8 and not run.recorded else None,
    )
    again = run.again.cpu_s / run.first.cpu_s
    # A few folders, or recorded ones, cost so little that starting Python is a good part of it.
    large = run.count >= 10 * EARLY and not run.recorded
    yield Line(
        "CPU of a second run, nothing changed",
        f"{again:.2%} of the first ({run.again.cpu_s:.1f} s), {run.again_processes} workers",
        "under 2 %, none",
        again < MOST_AGAIN and not run.again_processes if large else None,
    )
    yield Line(
        "read again after one student changed",
        f"{', '.join(run.read_again) or 'nobody'} ({run.changed.cpu_s:.1f} s CPU)",
        ", ".join(run.changed_students),
        run.read_again == run.changed_students,
    )
    yield Line("ledger, a folder", f"{run.ledger_bytes / run.count / 1e3:.1f} kB")
    yield Line("report, a folder", f"{run.report_bytes / run.count / 1e3:.1f} kB")


def told(cost: Cost) -> str:
    return f"{cost.cpu_s:.1f} s CPU, {cost.wall_s:.1f} s by the clock (load before {cost.load:.1f})"


def faster(run: SpeedRun) -> float:
    """Give how much faster two cores are, the best of each: what else runs only ever slows."""
    return min(c.wall_s for c in run.one) / min(c.wall_s for c in run.two)


def _speed_lines(run: SpeedRun) -> Iterator[Line]:
    for which, costs in (("one core", run.one), ("two cores", run.two)):
        for cost in costs:
            yield Line(f"{run.count} folders on {which}", told(cost))
    quiet = all(cost.load < len(costs) + _QUIET for costs in (run.one, run.two) for cost in costs)
    one, two = (min(c.cpu_s for c in costs) for costs in (run.one, run.two))
    yield Line("more CPU on two than on one", f"{two / one - 1:+.1%}")
    busy = max(c.cpu_s / c.wall_s for c in run.two)
    yield Line("cores kept busy", f"{busy:.2f} of 2")
    ratio = faster(run)
    heard = "" if quiet else "; the machine was not quiet"
    yield Line(
        "faster on two cores", f"{ratio:.2f} times{heard}", "1.8 times", ratio >= LEAST_FASTER
    )


def _kill_lines(run: KillRun) -> Iterator[Line]:
    for one in run.seen:
        what = f"{one.whom} killed, {one.when}"
        found = ", ".join(one.differing[:3]) or "the same bytes"
        place = f"{one.finished} of {run.count} folders finished"
        place += f", {one.in_place} of {run.files} files in place"
        missed = "" if one.struck else "; nothing was there to be killed"
        fine = one.struck and one.sound and not (one.differing or one.repeated or one.left)
        told_left = f"; {one.left} processes left" if one.left else ""
        told_again = f"; {one.repeated} read again" if one.repeated else ""
        yield Line(what, f"{place}: {found}{told_again}{told_left}{missed}", "the same", fine)
    same = sum(not one.differing for one in run.seen)
    yield Line(
        f"moments after which {run.files} files are the same bytes",
        f"{same} of {len(run.seen)}",
        "all",
        same == len(run.seen),
    )


def _ledger_lines(run: LedgerRun) -> Iterator[Line]:
    yield Line("rows", f"{run.rows:,}")
    yield Line("ledger on the disk", f"{run.ledger_bytes / 1e6:.0f} MB")
    quick = run.wall_s < _MOST_TABLES_S
    told_time = f"{run.wall_s:.1f} s by the clock, {run.cpu_s:.1f} s CPU"
    yield Line("tables and index by the clock", told_time, "under 60 s", quick)
    small = run.peak_mb < _MOST_TABLES_MB
    yield Line("highest memory", f"{run.peak_mb:.0f} MB", "under 500 MB", small)
    for what, reached, wanted, met in run.lines:
        yield Line(what, reached, wanted, met)

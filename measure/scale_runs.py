"""A cohort checked by the real command: what it cost, what memory it took, what it reads again.

The first folder by itself tells what a run costs before it does anything; then all of them into
another folder; then again, unchanged; then again after one byte more in one student's file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from docscheck.batch.crew import cores
from measure.batch_cohort import Cohort, Mix, write_cohort
from measure.batch_going import REAL, Disturbance, Ran, batch, finished
from measure.scale_records import CohortRun, Cost, FolderSeen, SpeedRun

_UNDISTURBED = Disturbance()


def cohort_run(
    place: Path,
    cohort: Cohort,
    seed: int,
    jobs: int | None,
    command: tuple[str, ...] = REAL,
) -> CohortRun:
    """Check the cohort that lies in `place/students`; with another command, of recorded facts."""
    root, out = place / "students", place / "out"
    options = ("--jobs", str(jobs or cores()))
    names = sorted(cohort.papers)
    honest = [name for name in names if name not in cohort.hostile]
    input_bytes = sum(p.stat().st_size for p in _files(root))
    alone, _ = _cost(root, place / "alone", (*options, "--only", honest[0]), command)
    first, ran = _cost(root, out, options, command)
    seconds = _seconds(out)
    again, ran_again = _cost(root, out, options, command)
    before = finished(out)
    student = Random(f"changed/{seed}").choice(honest)
    _change(root / student)
    changed, _ = _cost(root, out, options, command)
    after = finished(out)
    return CohortRun(
        count=len(names),
        jobs=jobs or cores(),
        seed=seed,
        recorded=command != REAL,
        alone=alone,
        first=first,
        first_code=ran.code,
        again=again,
        again_processes=ran_again.seen_workers,
        changed=changed,
        changed_students=(student,),
        read_again=tuple(sorted(n for n in after if after[n] != before.get(n))),
        memory=ran.memory,
        workers=ran.workers,
        input_bytes=input_bytes,
        ledger_bytes=(out / "ledger.sqlite").stat().st_size,
        report_bytes=(out / "reports.jsonl").stat().st_size,
        folders=tuple(
            FolderSeen(*cohort.papers[n], n in cohort.hostile, seconds.get(n, 0.0)) for n in names
        ),
    )


def speed_run(place: Path, count: int, seed: int, mix: Mix, rounds: int) -> SpeedRun:
    """Read the same folders with everything on one core, and on two, in turn."""
    root = place / "students"
    write_cohort(root, count, seed, mix)
    available = sorted(os.sched_getaffinity(0))
    if len(available) < 2:
        raise SystemExit("two cores are needed to tell how much faster two are")
    costs: dict[int, list[Cost]] = {1: [], 2: []}
    for number in range(rounds):
        for wide in sorted(costs, reverse=bool(number % 2)):
            with _only_on(available[:wide]):
                options = ("--jobs", str(wide))
                cost, _ = _cost(root, place / f"out-{number}-{wide}", options, REAL)
            costs[wide].append(cost)
    return SpeedRun(count, tuple(costs[1]), tuple(costs[2]))


@contextmanager
def _only_on(processors: Iterable[int]) -> Iterator[None]:
    """Keep this process, and all that it starts meanwhile, to some processors."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, processors)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _cost(
    root: Path, out: Path, options: tuple[str, ...], command: tuple[str, ...]
) -> tuple[Cost, Ran]:
    load = os.getloadavg()[0]
    ran = batch(root, out, options, Random(0), _UNDISTURBED, command)
    if ran.code not in (0, 1, 4):
        raise SystemExit(f"a run ended with {ran.code}: {ran.stderr[-500:]}")
    return Cost(ran.cpu_s, ran.own_cpu_s, ran.wall_s, load), ran


def _change(folder: Path) -> None:
    """Add a comment to one file of a student."""
    path = min(path for path in folder.iterdir() if path.is_file())
    path.write_bytes(path.read_bytes() + b"\n")


def _seconds(out: Path) -> Mapping[str, float]:
    with closing(sqlite3.connect(out / "ledger.sqlite")) as ledger:
        rows = ledger.execute("SELECT name, seconds FROM student").fetchall()
    return {os.fsdecode(name): seconds or 0.0 for name, seconds in rows}


def _files(root: Path) -> Iterator[Path]:
    """Yield regular files, as far as hostile folders let anybody look."""
    for here, _, names in os.walk(root):
        for name in names:
            path = Path(here, name)
            if path.is_file() and not path.is_symlink():
                yield path

"""Does a batch that is struck at random moments end with the same bytes?

Each moment has a folder of results of its own, empty at first. It says who is killed (the
supervisor; all workers; everything at once, as a power cut does it) and when: while folders are
read, while the ledger is being written (its journal is there), or while tables are. For the last,
the ledger is that of the undisturbed run, so that the first thing a run does is to write them.
Whatever was struck is followed by the same command, to its end, and all files but ledger and lock
are compared. Everything at once is first stopped and then killed, so that nobody sees another one
die; what the system has not yet written to the disk survives, unlike in a real power cut.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from docscheck.batch.place import LEDGER, LOCK
from measure.batch_cohort import TODAY, Mix, write_cohort
from measure.batch_going import REAL, finished, outlived, workers_of
from measure.scale_records import KillRun, KillSeen
from measure.spent import family

_EVERYTHING = ("--reports", "--messages", "--quiet")
_LOOK_SECONDS, _CLOSE_SECONDS = 0.02, 0.001
_TRIES = 5
"""A moment for which the run was too quick is drawn again, sooner."""


class Whom(StrEnum):
    """Who is killed."""

    SUPERVISOR = "supervisor"
    WORKERS = "workers"
    EVERYTHING = "everything"


class When(StrEnum):
    """While what is done."""

    READING = "reading"
    LEDGER = "ledger"
    TABLES = "tables"


class Moment(Struct, frozen=True):
    """When whom."""

    whom: Whom
    when: When
    share: float
    """How far folders, or tables, have come: 0 to 1."""


_KINDS = tuple(
    (whom, when)
    for when in When
    for whom in Whom
    # No worker lives while tables are written, and none writes the ledger.
    if whom is not Whom.WORKERS or when is When.READING
)


def moments(count: int, seed: int) -> list[Moment]:
    """Draw moments; each kind once before any twice."""
    rng = Random(f"moments/{seed}")
    kinds: list[tuple[Whom, When]] = []
    while len(kinds) < count:
        kinds += rng.sample(_KINDS, len(_KINDS))
    return [Moment(whom, when, rng.random()) for whom, when in kinds[:count]]


def kill_run(place: Path, folders: int, seed: int, mix: Mix, wanted: list[Moment]) -> KillRun:
    """Strike a batch over new folders at each moment."""
    root, calm = place / "students", place / "calm"
    write_cohort(root, folders, seed, mix)
    _run(root, calm).wait()
    whole = contents(calm)
    started = time.monotonic()
    _run(root, calm).wait()
    quick = time.monotonic() - started
    seen = []
    for number, moment in enumerate(wanted):
        for attempt in range(_TRIES):
            out = place / f"struck-{number}-{attempt}"
            sooner = replace(moment, share=moment.share * 0.5**attempt)
            one = _Strike(root, out, folders, quick).seen(sooner, calm / LEDGER, whole)
            shutil.rmtree(out)
            if one.struck:
                break
        seen.append(one)
    return KillRun(folders, seed, len(whole), tuple(seen))


def contents(out: Path) -> dict[str, bytes]:
    """Give all files but ledger and lock, by their paths."""
    paths = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    return {n: p.read_bytes() for n, p in paths.items() if not n.startswith((LEDGER, LOCK))}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> tuple[str, ...]:
    """Name the files that are not in both with the same bytes."""
    return tuple(sorted(n for n in one.keys() | other.keys() if one.get(n) != other.get(n)))


class _Strike:
    """One run that is struck."""

    def __init__(self, root: Path, out: Path, folders: int, quick: float) -> None:
        self._root = root
        self._out = out
        self._folders = folders
        self._quick = quick
        """Seconds of a run that has nothing to read; its tables are the end of it."""

    def seen(self, moment: Moment, ledger: Path, whole: dict[str, bytes]) -> KillSeen:
        if moment.when is When.TABLES:
            self._out.mkdir(mode=0o700)
            shutil.copyfile(ledger, self._out / LEDGER)
        process = _run(self._root, self._out)
        self._wait(moment, process)
        hit, everybody = _killed(moment.whom, process)
        before = _finished_in_copy(self._out)
        in_place = len([name for name in whole if (self._out / name).exists()])
        code = process.wait()
        struck = hit and (moment.whom is Whom.WORKERS or code < 0)
        struck &= moment.when is When.TABLES or len(before) < self._folders
        left = outlived(everybody - {process.pid})
        _run(self._root, self._out).wait()
        after = finished(self._out)
        return KillSeen(
            whom=moment.whom.value,
            when=moment.when.value,
            finished=len(before),
            in_place=in_place,
            struck=struck,
            repeated=sum(after.get(name) != time_ for name, time_ in before.items()),
            left=left,
            differing=differing(whole, contents(self._out)),
            sound=_is_sound(self._out / LEDGER),
        )

    def _wait(self, moment: Moment, process: subprocess.Popen[bytes]) -> None:
        if moment.when is When.TABLES:
            self._until(process, self._writes_tables)
            self._let_pass(process, moment.share * self._quick * 0.5)
            return
        most = max(1, round(moment.share * (self._folders - 1)))
        self._until(process, lambda: len(finished(self._out)) >= most, _LOOK_SECONDS)
        if moment.when is When.LEDGER:
            self._until(process, (self._out / f"{LEDGER}-journal").exists)
        else:
            self._let_pass(process, moment.share * _LOOK_SECONDS * 10)

    def _writes_tables(self) -> bool:
        return any(self._out.glob(".docscheck-*.tmp")) or (self._out / "left_out.csv").exists()

    def _until(
        self,
        process: subprocess.Popen[bytes],
        holds: Callable[[], bool],
        pause: float = _CLOSE_SECONDS,
    ) -> None:
        while process.poll() is None and not holds():
            time.sleep(pause)

    def _let_pass(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)


def _run(root: Path, out: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*REAL, str(root), "--out", str(out), "--today", TODAY.isoformat(), *_EVERYTHING],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _killed(whom: Whom, process: subprocess.Popen[bytes]) -> tuple[bool, set[int]]:
    """Kill; say whether anybody was there, and name all who were."""
    if process.poll() is not None:
        return False, set()
    everybody = set(family(process.pid))
    targets = {
        Whom.SUPERVISOR: [process.pid],
        Whom.WORKERS: workers_of(process.pid),
        Whom.EVERYTHING: [process.pid],
    }[whom]
    if whom is Whom.EVERYTHING:
        targets = list(_stopped(process.pid))
    for pid in targets:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return bool(targets), everybody


def _stopped(pid: int) -> Iterator[int]:
    """Stop a process and all that descend from it, the first one first, and yield them."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGSTOP)
    for member in family(pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(member, signal.SIGSTOP)
            yield member


def _finished_in_copy(out: Path) -> Mapping[str, str]:
    """Look into a copy: whoever opens a ledger rolls back what was interrupted in it."""
    with TemporaryDirectory() as made:
        for path in out.glob(f"{LEDGER}*"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(path, Path(made, path.name))
        return finished(Path(made))


def _is_sound(ledger: Path) -> bool:
    with closing(sqlite3.connect(ledger)) as rows:
        return rows.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

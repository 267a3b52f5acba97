"""One run of `docscheck batch` under observation, disturbed or not (Linux).

Twice a second the ledger is asked how many folders are finished, and the supervisor's resident
memory is noted. Whoever asks for it has a worker killed every few seconds, or the supervisor
itself once so many folders are finished.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from msgspec import Struct

from measure.batch_cohort import TODAY
from measure.spent import cpu_seconds, family, high_water_mib

_LOOK_SECONDS = 0.5
_ENDED = "('done', 'failed')"
_PATIENCE_SECONDS = 20.0


class Disturbance(Struct, frozen=True):
    """What happens to a run."""

    kill_every: float = 0.0
    """Seconds between the deaths of workers; 0 leaves them alone."""
    end_at: int | None = None
    """Finished folders at which the supervisor is killed."""


class Ran(Struct, frozen=True):
    """What was seen of one run."""

    code: int
    stderr: str
    cpu_s: float
    """Of all its processes, as far as they were waited for."""
    own_cpu_s: float
    """Of the supervisor alone."""
    wall_s: float
    memory: tuple[tuple[int, int], ...]
    """Finished folders, resident bytes of the supervisor."""
    workers_killed: int
    seen_workers: int
    """Processes it had at its largest."""
    workers: tuple[tuple[int, int], ...]
    """Of each worker: finished folders when it was first seen, its highest resident bytes."""
    left: int
    """Processes that outlived it."""


REAL = (sys.executable, "-m", "docscheck", "batch")


def batch(
    root: Path,
    out: Path,
    options: tuple[str, ...],
    rng: Random,
    what: Disturbance,
    command: Sequence[str] = REAL,
) -> Ran:
    """Run the command once."""
    errors = out.with_suffix(".stderr")
    started = time.monotonic()
    with errors.open("wb") as stderr:
        process = subprocess.Popen(
            [*command, str(root), "--out", str(out), "--today", TODAY.isoformat(), *options],
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )
    watched = _Watched(process.pid, out, rng, what)
    while not _has_ended(process.pid):
        watched.look()
        time.sleep(_LOOK_SECONDS)
    watched.own_cpu_s = cpu_seconds(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(
        code=process.returncode,
        stderr=errors.read_text(encoding="utf-8", errors="replace"),
        cpu_s=usage.ru_utime + usage.ru_stime,
        own_cpu_s=watched.own_cpu_s,
        wall_s=time.monotonic() - started,
        memory=tuple(watched.memory),
        workers_killed=watched.workers_killed,
        seen_workers=watched.most,
        workers=tuple(watched.workers.values()),
        left=outlived(watched.seen),
    )


class _Watched:
    """A process, and what was seen of it so far."""

    def __init__(self, pid: int, out: Path, rng: Random, what: Disturbance) -> None:
        self._pid = pid
        self._out = out
        self._rng = rng
        self._what = what
        self._next_kill = time.monotonic() + what.kill_every
        self.memory: list[tuple[int, int]] = []
        self.own_cpu_s = 0.0
        self.workers_killed = 0
        self.seen: set[int] = set()
        self.most = 0
        self.workers: dict[int, tuple[int, int]] = {}

    def look(self) -> None:
        done = len(finished(self._out))
        with contextlib.suppress(OSError, IndexError):
            pages = int(Path(f"/proc/{self._pid}/statm").read_text().split()[1])
            self.memory.append((done, pages * os.sysconf("SC_PAGE_SIZE")))
        everybody = family(self._pid)
        self.seen = set(everybody[1:])
        self.most = max(self.most, len(self.seen))
        for pid in self._workers():
            first, before = self.workers.get(pid, (done, 0))
            now = round(high_water_mib(pid) * 2**20)
            self.workers[pid] = first, max(before, now)
        if self._what.kill_every and time.monotonic() >= self._next_kill:
            self._next_kill = time.monotonic() + self._what.kill_every
            self._kill_a_worker()
        if self._what.end_at is not None and done >= self._what.end_at:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def _workers(self) -> list[int]:
        return workers_of(self._pid)

    def _kill_a_worker(self) -> None:
        workers = self._workers()
        if workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._rng.choice(workers), signal.SIGKILL)
                self.workers_killed += 1


def workers_of(supervisor: int) -> list[int]:
    """Give the processes that the nursery of a batch forked and that live now."""
    return [pid for child in _children(supervisor) for pid in _children(child)]


def _has_ended(pid: int) -> bool:
    """Say whether a child of ours has ended; it is not waited for, so that it can be looked at."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += [int(child) for child in listing.read_text().split()]
    return found


def outlived(pids: set[int]) -> int:
    """Count those that do not end within the time any killed process needs."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    left = pids
    while left and time.monotonic() < deadline:
        left = {pid for pid in left if _is_alive(pid)}
        time.sleep(_LOOK_SECONDS / 5)
    return len(left)


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def finished(out: Path) -> Mapping[str, str]:
    """Give the folders that a ledger calls finished, each with the time of it."""
    path = out / "ledger.sqlite"
    if not path.exists():
        return {}
    query = f"SELECT name, finished FROM student WHERE state IN {_ENDED}"  # noqa: S608
    with closing(sqlite3.connect(path, timeout=30)) as ledger:
        try:
            return {os.fsdecode(name): when for name, when in ledger.execute(query)}
        except sqlite3.OperationalError:
            # It is being laid out.
            return {}

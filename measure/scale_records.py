"""What the pieces of `measure.scale` leave behind: a JSON file each, of which the page is made."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct


class Cost(Struct, frozen=True):
    """Of one run of the command."""

    cpu_s: float
    """Of all its processes."""
    own_cpu_s: float
    """Of the supervisor alone."""
    wall_s: float
    load: float
    """Processes that wanted a processor in the minute before (load average)."""


class FolderSeen(Struct, frozen=True):
    """One folder of a run."""

    native: int
    scanned: int
    """Honest papers of one page each."""
    hostile: bool
    seconds: float
    """By the clock, from its first file to its verdict."""


class CohortRun(Struct, frozen=True, tag="run"):
    """A cohort read, read again unchanged, and read again with one student changed."""

    count: int
    jobs: int
    seed: int
    recorded: bool
    """Workers answered recorded facts; no page was looked at."""
    alone: Cost
    """Of one folder by itself: what a run costs before it does anything."""
    first: Cost
    first_code: int
    again: Cost
    again_processes: int
    changed: Cost
    changed_students: tuple[str, ...]
    read_again: tuple[str, ...]
    """Students whose result is a new one after the change."""
    memory: tuple[tuple[int, int], ...]
    """Finished folders, resident bytes of the supervisor."""
    workers: tuple[tuple[int, int], ...]
    """Of each worker: finished folders when it was first seen, its highest resident bytes."""
    input_bytes: int
    ledger_bytes: int
    report_bytes: int
    """Of all reports, one line each."""
    folders: tuple[FolderSeen, ...]

    @property
    def hostile(self) -> int:
        return sum(folder.hostile for folder in self.folders)

    @property
    def papers(self) -> tuple[int, int]:
        """Native and scanned ones."""
        return sum(f.native for f in self.folders), sum(f.scanned for f in self.folders)


class SpeedRun(Struct, frozen=True, tag="speed"):
    """The same folders on one core and on two, in turn."""

    count: int
    one: tuple[Cost, ...]
    two: tuple[Cost, ...]


class KillSeen(Struct, frozen=True):
    """What came of one moment."""

    whom: str
    when: str
    finished: int
    """Folders that were finished when it struck."""
    in_place: int
    """Files of the tables that were in their places then."""
    struck: bool
    """Whether anything was there to be interrupted."""
    repeated: int
    """Finished folders that were read again."""
    left: int
    """Processes that outlived it."""
    differing: tuple[str, ...]
    """Files that are not the bytes of the undisturbed run."""
    sound: bool
    """What SQLite says of the ledger (`integrity_check`)."""


class KillRun(Struct, frozen=True, tag="kills"):
    """All moments."""

    count: int
    seed: int
    files: int
    """Files that were compared each time."""
    seen: tuple[KillSeen, ...]


class LedgerRun(Struct, frozen=True, tag="ledger"):
    """Tables of a large ledger: `measure.office`."""

    rows: int
    lines: tuple[tuple[str, str, str, bool | None], ...]
    """What, reached, wanted, met."""
    ledger_bytes: int
    cpu_s: float
    wall_s: float
    peak_mb: float


Record = CohortRun | SpeedRun | KillRun | LedgerRun


def keep(record: Record, path: Path | None) -> None:
    """Write one, if it is wanted."""
    if path is not None:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(record)) + b"\n")


def kept(path: Path) -> Record:
    """Read one."""
    return msgspec.json.decode(path.read_bytes(), type=Record)

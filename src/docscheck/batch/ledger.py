"""The single record of a batch: a SQLite file with one row a student, whole at any moment.

Each change is one transaction that is on the disk before the next begins (rollback journal,
`synchronous = EXTRA`): a killed run, or a power cut, leaves the row as it was before or as it is
after. The rollback journal also works on shares, where the write-ahead log does not. Reports are
kept as they are written elsewhere, with masked values; clocks and tries stay in here.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Self

from msgspec import Struct

from docscheck.batch.marks import Mark
from docscheck.document import Ignored
from docscheck.errors import UsageError

SCHEMA = 3
"""Number of the layout below; a ledger of a later one is refused."""
_OWNER_ONLY = 0o600
_BUSY_SECONDS = 30.0
"""How long somebody who looks into the ledger may hold up a run."""
_MANNER = """
PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY; -- nothing of it is written elsewhere
"""
_LAYOUT = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT,
    version TEXT NOT NULL, edition TEXT NOT NULL, options TEXT NOT NULL);
CREATE TABLE student (
    name BLOB PRIMARY KEY, present INTEGER NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL,
    started TEXT, finished TEXT, seconds REAL,
    digest TEXT, basis TEXT, edition TEXT, version TEXT, judged_on TEXT,
    verdict TEXT, steps INTEGER, crashed INTEGER NOT NULL DEFAULT 0, problem TEXT, report TEXT);
CREATE TABLE left_out (name BLOB PRIMARY KEY, reason TEXT NOT NULL);
"""
_SINCE_2 = """
CREATE TABLE secret (key BLOB NOT NULL);
INSERT INTO secret VALUES (randomblob(32));
CREATE TABLE mark (
    student BLOB NOT NULL REFERENCES student (name), kind TEXT NOT NULL, digest BLOB NOT NULL,
    path BLOB NOT NULL, PRIMARY KEY (student, kind, digest, path)) WITHOUT ROWID;
CREATE INDEX mark_digest ON mark (digest, kind);
PRAGMA user_version = 2;
"""
"""What the second layout added: papers known again in another folder (`marks`)."""
_SINCE_3 = """
ALTER TABLE student ADD COLUMN stamp TEXT;
PRAGMA user_version = 3;
"""
"""What the third layout added: the state of a folder by the word of its share (`seen.stamp`)."""


class State(StrEnum):
    """How far a student's folder has come."""

    WAITING = "waiting"
    """Never read."""
    READING = "reading"
    """Begun, and not finished; what was known before no longer counts."""
    DONE = "done"
    FAILED = "failed"
    """docscheck itself failed on it: there is no report."""


class Run(Struct, frozen=True):
    """What a run works by."""

    version: str
    edition: str
    """Of the rules."""
    options: str
    """JSON, for people who wonder."""


class Known(Struct, frozen=True):
    """What the ledger knows of a folder."""

    state: State
    tries: int
    crashed: bool
    digest: str | None
    basis: str | None
    judged_on: str | None
    """ISO 8601."""
    stamp: str | None = None
    """See `seen.stamp`; `None` of a folder on a disk."""

    @property
    def is_finished(self) -> bool:
        return self.state in (State.DONE, State.FAILED)


class Outcome(Struct, frozen=True):
    """What came of reading a folder: a report, or a problem."""

    name: str
    digest: str | None
    """Of what was read; `None` where not even that is known, so that it is read again."""
    seconds: float
    """By the wall clock."""
    verdict: str | None = None
    steps: int | None = None
    crashed: bool = False
    """The report tells of a failure of docscheck itself."""
    problem: str | None = None
    """Kind and place of the failure, no word of a document."""
    report: str | None = None
    """JSON, ASCII, values masked."""
    marks: tuple[Mark, ...] = ()
    stamp: str | None = None
    """Of what was read, where a share vouches for it: `seen.stamp`."""


class Ledger:
    """An open ledger; for one thread of one process, which holds the lock of its folder."""

    def __init__(self, path: Path) -> None:
        """Open a ledger, made where it is missing.

        Raises:
            UsageError: it was written by a later version.
            sqlite3.Error: it is damaged, or the disk refuses.
        """
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _OWNER_ONLY))
        self._rows = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            self._rows.executescript(_MANNER)
            self._laid_out(path)
        except BaseException:
            self._rows.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._rows.close()

    def enter(self, folders: tuple[str, ...], left_out: tuple[Ignored, ...], run: Run) -> None:
        """Note who is there now; what is known of those who are not is kept, as not present."""
        names = [(os.fsencode(name),) for name in folders]
        with self._transaction() as rows:
            rows.execute("UPDATE student SET present = 0")
            rows.executemany(
                "INSERT INTO student (name, present, state, tries) VALUES (?, 1, 'waiting', 0)"
                " ON CONFLICT (name) DO UPDATE SET present = 1",
                names,
            )
            rows.execute("DELETE FROM left_out")
            rows.executemany(
                "INSERT INTO left_out VALUES (?, ?)",
                [(os.fsencode(entry.path), entry.reason) for entry in left_out],
            )
            rows.execute(
                "INSERT INTO run (started, version, edition, options) VALUES (?, ?, ?, ?)",
                (_now(), run.version, run.edition, run.options),
            )

    def known(self, name: str) -> Known:
        """Give what is known of a folder that was entered."""
        state, tries, crashed, *rest = self._rows.execute(
            "SELECT state, tries, crashed, digest, basis, judged_on, stamp"
            " FROM student WHERE name = ?",
            (os.fsencode(name),),
        ).fetchone()
        return Known(State(state), tries, bool(crashed), *rest)

    def begin(self, name: str) -> None:
        """Note that a folder is being read."""
        with self._transaction() as rows:
            rows.execute(
                "UPDATE student SET state = 'reading', tries = tries + 1, started = ?"
                " WHERE name = ?",
                (_now(), os.fsencode(name)),
            )

    def finish(self, outcome: Outcome, run: Run, basis: str, day: date) -> None:
        """Note what came of it; from here on it is not read again while nothing changes."""
        state = State.DONE if outcome.report is not None else State.FAILED
        values = {
            "state": state.value,
            "finished": _now(),
            "seconds": round(outcome.seconds, 3),
            "digest": outcome.digest,
            "stamp": outcome.stamp,
            "basis": basis,
            "edition": run.edition,
            "version": run.version,
            "judged_on": day.isoformat(),
            "verdict": outcome.verdict,
            "steps": outcome.steps,
            "crashed": int(outcome.crashed),
            "problem": outcome.problem,
            "report": outcome.report,
        }
        columns = ", ".join(f"{name} = :{name}" for name in values)
        with self._transaction() as rows:
            rows.execute(
                f"UPDATE student SET {columns} WHERE name = :student",  # noqa: S608 - our own names
                {**values, "student": os.fsencode(outcome.name)},
            )
            rows.execute("DELETE FROM mark WHERE student = ?", (os.fsencode(outcome.name),))
            rows.executemany("INSERT INTO mark VALUES (?, ?, ?, ?)", _mark_rows(outcome))

    @property
    def key(self) -> bytes:
        """Give the key of this ledger's hashes; it is in no other."""
        (key,) = self._rows.execute("SELECT key FROM secret").fetchone()
        return bytes(key)

    def end(self) -> None:
        """Note that the last run came to its end."""
        with self._transaction() as rows:
            rows.execute("UPDATE run SET ended = ? WHERE id = (SELECT max(id) FROM run)", (_now(),))

    def forget(self, condition: str, *values: object) -> None:
        """Delete the students for whom a condition of ours holds, their hashes, and older runs.

        Deleted rows are overwritten with zeros (`secure_delete`).
        """
        chosen = f"SELECT name FROM student WHERE {condition}"  # noqa: S608 - our own words
        with self._transaction() as rows:
            names = rows.execute(chosen, values).fetchall()
            rows.executemany("DELETE FROM mark WHERE student = ?", names)
            rows.executemany("DELETE FROM student WHERE name = ?", names)
            rows.execute("DELETE FROM left_out")
            rows.execute("DELETE FROM run WHERE id < (SELECT max(id) FROM run)")

    def count(self, condition: str, *values: object) -> int:
        """Count the students for whom a condition of ours holds."""
        query = f"SELECT count(*) FROM student WHERE {condition}"  # noqa: S608 - our own words
        (number,) = self._rows.execute(query, values).fetchone()
        return int(number)

    def select(self, query: str, *values: object) -> Iterator[tuple[object, ...]]:
        """Yield rows one at a time, whatever their number."""
        yield from self._rows.execute(query, values)

    def _laid_out(self, path: Path) -> None:
        (found,) = self._rows.execute("PRAGMA user_version").fetchone()
        if found > SCHEMA:
            raise UsageError("ledger_newer", {"path": str(path)})
        if found < SCHEMA:
            # One transaction: a kill in between leaves the file as it was, to be laid out again.
            layout = " ".join((_LAYOUT, _SINCE_2, _SINCE_3)[found:])
            self._rows.executescript(f"BEGIN IMMEDIATE; {layout} COMMIT;")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._rows.execute("BEGIN IMMEDIATE")
        try:
            yield self._rows
        except BaseException:
            self._rows.execute("ROLLBACK")
            raise
        self._rows.execute("COMMIT")


def _mark_rows(outcome: Outcome) -> list[tuple[bytes, str, bytes, bytes]]:
    name = os.fsencode(outcome.name)
    return [(name, m.kind.value, m.digest, os.fsencode(m.path)) for m in outcome.marks]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")

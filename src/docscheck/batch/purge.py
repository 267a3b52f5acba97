"""What is kept of a batch longer than it may be, and away with it (GDPR, article 5.1.e).

Age is that of the reading: a student whose folder was read, or read again, on that day or later
stays. Tables, pages and letters tell of all students, so that they go with the first that goes; the
next `docscheck batch` writes them again from what is left. Files first, rows last: a purge that is
killed is finished by the same command. Nothing but files that `batch` writes is touched, and never
a student's folder.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from docscheck.batch.ledger import Ledger
from docscheck.batch.place import LEDGER, held, understood
from docscheck.batch.shelf import clear
from docscheck.batch.tables import ALL_FILES, ALL_SHELVES
from docscheck.errors import UsageError

_HEAD = b"SQLite format 3\0"
_OLD = "coalesce(finished, started, (SELECT max(started) FROM run), '') < ?"


class Purged(Struct, frozen=True):
    """What is deleted, or would be."""

    before: date
    """The first day of which everything stays."""
    students: int
    kept: int
    files: int


def purge(out: Path, days: int, today: date, *, delete: bool) -> Purged:
    """Delete what is older than so many days; without `delete` only count it.

    Raises:
        UsageError: `out` is no folder of a batch, another run holds it, or it cannot be written to.
    """
    _refuse_foreign(out)
    before = today - timedelta(days=days)
    with held(out) as place, understood(place):
        with Ledger(place / LEDGER) as ledger:
            old = ledger.count(_OLD, before.isoformat())
            kept = ledger.count("1") - old
            found = _files(place, delete=delete) if old else 0
            if old and delete:
                ledger.forget(_OLD, before.isoformat())
        if old and delete and not kept:
            (place / LEDGER).unlink()
            found += 1
        return Purged(before, old, kept, found)


def _files(place: Path, *, delete: bool) -> int:
    """Count what was written from the ledger, and delete it if that is wanted."""
    tables = [path for name in ALL_FILES if (path := place / name).is_file()]
    if not delete:
        return len(tables) + sum(_count(place / n, endings) for n, endings in ALL_SHELVES)
    removed = sum(clear(place / name, endings) for name, endings in ALL_SHELVES)
    for path in tables:
        path.unlink()
    return removed + len(tables)


def _count(folder: Path, endings: tuple[str, ...]) -> int:
    if not folder.is_dir() or folder.is_symlink():
        return 0
    return sum(path.name.endswith(endings) and not path.is_dir() for path in folder.iterdir())


def _refuse_foreign(out: Path) -> None:
    """Refuse what `batch` did not make: nothing in it is opened for writing before this."""
    path = out / LEDGER
    try:
        with path.open("rb") as stream:
            is_ledger = stream.read(len(_HEAD)) == _HEAD and not path.is_symlink()
        if is_ledger:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as rows:
                tables = {name for (name,) in rows.execute("SELECT name FROM sqlite_master")}
            is_ledger = {"student", "run", "left_out"} <= tables
    except (OSError, sqlite3.Error) as error:
        raise UsageError("purge_foreign", {"path": str(out)}, str(error)) from error
    if not is_ledger:
        raise UsageError("purge_foreign", {"path": str(out)})

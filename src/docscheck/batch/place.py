"""The folder that a batch writes to: outside the students' folders, private, for one run at a time.

A folder with other things in it is refused: it would be closed to everybody else, and its files
mixed with ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from docscheck.batch.lock import TakenError, locked
from docscheck.errors import UsageError
from docscheck.whole_file import clear_half_written

LEDGER, LOCK = "ledger.sqlite", "lock"
_FOR_OWNER = 0o700


@contextmanager
def opened(out: Path, root: Path | None) -> Iterator[Path]:
    """Give the folder `out`, made where it is missing, and hold it until the block ends.

    `root` is where the students' folders are, if that is a folder and no share.

    Raises:
        UsageError: it lies in `root` or around it, holds other things, cannot be written to, or
            another run holds it.
    """
    if root is not None:
        _refuse_mixed(out.resolve(), root.resolve(), out)
    try:
        out.mkdir(mode=_FOR_OWNER, exist_ok=True)
        _refuse_foreign(out)
        out.chmod(_FOR_OWNER)
    except OSError as error:
        raise UsageError("out_closed", {"path": str(out)}, error.strerror or "") from error
    with held(out) as place:
        yield place


@contextmanager
def held(out: Path) -> Iterator[Path]:
    """Hold a folder of results until the block ends.

    Raises:
        UsageError: another run holds it, or it cannot be written to.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(out / LOCK))
            clear_half_written(out)
        except TakenError as error:
            raise UsageError("out_busy", {"path": str(out)}) from error
        except OSError as error:
            raise UsageError("out_closed", {"path": str(out)}, error.strerror or "") from error
        yield out


@contextmanager
def understood(place: Path) -> Iterator[None]:
    """Say in words what SQLite cannot do: a disk that is full or closed, or a ledger that is none.

    Raises:
        UsageError: one of these.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UsageError("out_closed", {"path": str(place)}, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise UsageError("ledger", {"path": str(place / LEDGER)}, str(error)) from error
    except OSError as error:
        raise UsageError("out_closed", {"path": str(place)}, error.strerror or "") from error


def _refuse_mixed(out: Path, root: Path, given: Path) -> None:
    if out.is_relative_to(root) or root.is_relative_to(out):
        raise UsageError("out_inside", {"path": str(given)})


def _refuse_foreign(out: Path) -> None:
    """Refuse a folder that has something in it, and no ledger, nor the lock that comes before."""
    names = {path.name for path in out.iterdir()}
    if names and not names & {LEDGER, LOCK}:
        raise UsageError("out_foreign", {"path": str(out)})

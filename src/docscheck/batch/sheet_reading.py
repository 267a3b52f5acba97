"""A file in, its rows out: the list is opened by a process that can be killed (`sheet_worker`)."""

from __future__ import annotations

import sys
from pathlib import Path

from docscheck.batch.sheet import Sheet, SheetTrouble
from docscheck.batch.sheet_worker import MAX_BYTES, SECONDS, unpacked
from docscheck.check import environment
from docscheck.errors import UsageError
from docscheck.executors.pool import Loss, Pool, Task
from docscheck.executors.processes import Spawner

_MEMORY_BYTES = 1_500_000_000
"""Of address space; a workbook of 100,000 rows takes a fifth of it."""
_WATCHED_BYTES = None if sys.platform == "linux" else _MEMORY_BYTES


def load_sheet(path: Path) -> Sheet:
    """Read a list.

    Raises:
        UsageError: it is not there, or no list.
    """
    sheet = _asked(_bytes_of(path))
    if sheet.trouble is not None:
        where = {"file": path.name, "line": str(sheet.line)}
        known = "_line" if sheet.line is not None else ""
        raise UsageError(f"roster_{sheet.trouble}{known}", where)
    return sheet


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        params = {"file": path.name}
        raise UsageError("roster_closed", params, error.strerror or "") from error
    if len(data) > MAX_BYTES:
        raise UsageError("roster_too_long", {"file": path.name})
    return data


def _asked(data: bytes) -> Sheet:
    command = (sys.executable, "-P", "-m", "docscheck.batch.sheet_worker", str(_MEMORY_BYTES))
    task = Task("roster", lambda: (data,), SECONDS, accept=unpacked)
    with Pool[str](Spawner(command, (), environment()), 1, _WATCHED_BYTES) as pool:
        (answer,) = pool.run([task])
    if answer.payload is not None:
        return unpacked(answer.payload)
    over = answer.loss in (Loss.TIMEOUT, Loss.MEMORY)
    return Sheet(trouble=SheetTrouble.TOO_LONG if over else SheetTrouble.BROKEN)

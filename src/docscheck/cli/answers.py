"""What was typed about the folder, the person and the day, turned into values or refused."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from docscheck.errors import UsageError


def refuse_closed(folder: Path) -> None:
    """Refuse a folder that this user may not look into, or a name no file system takes.

    Raises:
        UsageError: it is one of these; a folder that is not there is told by whoever reads it.
    """
    try:
        folder.stat()
    except FileNotFoundError:
        return
    except PermissionError as error:
        raise UsageError("folder_closed", {"path": str(folder)}) from error
    except OSError as error:
        raise UsageError("no_folder", {"path": str(folder)}, error.strerror or "") from error
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError("folder_closed", {"path": str(folder)})


def typed_day(written: str | None, option: str) -> date | None:
    """Read a date such as 2026-11-23.

    Raises:
        UsageError: it is none.
    """
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError("date", {"option": option, "written": written}) from error


def typed_state(code: str | None) -> str | None:
    """Read the code of a country as ISO 3166 alpha-3.

    Raises:
        UsageError: no country has it.
    """
    if code is None:
        return None
    from docscheck.readers.countries import alpha3

    found = alpha3(code)
    if found is None:
        raise UsageError("nationality", {"origin": "--nationality", "written": code})
    return found

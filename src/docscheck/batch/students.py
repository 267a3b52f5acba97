"""Whose folders lie in ROOT? Names only: no document is opened, nothing is passed over in silence.

Each folder of ROOT is a student's. A file that lies loose, a link, and what systems leave behind
are left out and named, so that entries = students + left out (R24 of `reliability.md`).
"""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from docscheck.document import Ignored
from docscheck.errors import UsageError
from docscheck.intake.entries import is_junk

LOOSE = "loose"
"""Reason of an `Ignored`: a file beside the folders."""


class Students(Struct, frozen=True):
    """The entries of ROOT; both parts in the order of their bytes."""

    folders: tuple[str, ...]
    left_out: tuple[Ignored, ...]
    """Reasons: `loose`, `link`, `junk`, `special`."""


def list_students(root: Path) -> Students:
    """List the folders of `root`.

    Raises:
        UsageError: it is no folder, may not be opened, or holds no folder.
    """
    try:
        with os.scandir(root) as entries:
            reasons = {entry.name: _reason(entry) for entry in entries}
    except NotADirectoryError as error:
        raise UsageError("no_students", {"path": str(root)}) from error
    except FileNotFoundError as error:
        raise UsageError("no_folder", {"path": str(root)}) from error
    except OSError as error:
        raise UsageError("folder_closed", {"path": str(root)}, error.strerror or "") from error
    names = sorted(reasons, key=os.fsencode)
    folders = tuple(name for name in names if not reasons[name])
    if not folders:
        raise UsageError("no_students", {"path": str(root)})
    left_out = (Ignored(name, reasons[name]) for name in names if reasons[name])
    return Students(folders, tuple(left_out))


def _reason(entry: os.DirEntry[str]) -> str:
    """Say why an entry is no student's folder; empty for one that is."""
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "junk" if is_junk(f"{entry.name}/x") else ""
    if is_junk(entry.name):
        return "junk"
    return LOOSE if entry.is_file(follow_symlinks=False) else "special"

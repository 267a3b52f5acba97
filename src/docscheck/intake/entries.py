"""What is in a folder: every entry is either one to check or one ignored, none is dropped.

Requirements R4, R7, R11, R12 and R24 of `reliability.md`: entries are found by `scandir` and
`lstat`, links and special files are listed and never opened, files are opened read-only without
following links, and nothing in the folder configures anything.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from docscheck.document import Ignored
from docscheck.errors import UsageError
from docscheck.intake.opening import CannotReadError, HeldFolder
from docscheck.intake.walk import Entry, Kind, Listing, LockedError, Node, Walk, is_junk

__all__ = [
    "CannotReadError",
    "Entry",
    "Listing",
    "changed",
    "is_junk",
    "list_file",
    "list_folder",
]

_KINDS = {stat.S_IFDIR: Kind.FOLDER, stat.S_IFREG: Kind.FILE, stat.S_IFLNK: Kind.LINK}


def list_folder(folder: Path, limits: Mapping[str, float]) -> Listing:
    """List every file below `folder`, nested folders too, in the order of their paths."""
    try:
        held = HeldFolder(folder)
    except OSError:
        return Listing(folder.resolve().name, (), (Ignored(".", "locked"),))
    return Walk(_Disk(held, limits), limits).listing(folder.resolve().name, "")


def list_file(file: Path, limits: Mapping[str, float]) -> Listing:
    """List one file that somebody named: a link in its path is followed, and no name is junk.

    Raises:
        UsageError: there is no such file, or it is no regular one.
    """
    try:
        real = file.resolve(strict=True)
        status = real.lstat()
        held = HeldFolder(real.parent)
    except OSError as error:
        raise UsageError("no_file", {"path": str(file)}) from error
    if not stat.S_ISREG(status.st_mode):
        raise UsageError("not_a_file", {"path": str(file)})
    disk = _Disk(held, limits)
    found = Walk(disk, limits).file(real.name, disk.node(real.name, real.name, status))
    if isinstance(found, Ignored):
        raise UsageError("file_too_large", {"path": str(file)})
    return Listing(real.name, (found,), ())


def changed(status: os.stat_result) -> float:
    """Give the seconds since 1970 at which it was last written, or arrived: a copy often keeps the
    date of what it was copied from, and then the system's own date is the later one.
    """
    return max(status.st_mtime, status.st_ctime)


class _Disk:
    """A folder of this machine, as a walk sees it."""

    def __init__(self, folder: HeldFolder, limits: Mapping[str, float]) -> None:
        self._folder = folder
        self._max_file_bytes = int(limits["max_file_bytes"])

    def children(self, where: str) -> Sequence[Node]:
        try:
            found = self._folder.children(where)
        except OSError as error:
            raise LockedError from error
        return [self.node(name, f"{where}/{name}" if where else name, s) for name, s in found]

    def node(self, name: str, where: str, status: os.stat_result | None) -> Node:
        if status is None:
            return Node(name, where, Kind.SPECIAL)
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), Kind.SPECIAL)
        return Node(
            name,
            where,
            kind,
            status.st_size,
            lambda: self._folder.read(where, status, self._max_file_bytes),
            changed(status),
        )

"""Opening one entry of a folder: the file that was listed, or nothing.

R7 of `reliability.md`: from the folder's own descriptor down, no link is followed, a FIFO or a
device is not waited for, and what was opened must be the regular file that was listed, of the same
size and time. A name is never looked up twice by its path.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FILE |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_BY_DESCRIPTOR = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
"""Windows has paths only."""


class CannotReadError(Exception):
    """The system refused an entry, or it changed into something else after it was listed."""


class HeldFolder:
    """The folder that is checked, held open so that its name is looked up once."""

    def __init__(self, path: Path) -> None:
        """Hold a folder.

        Raises:
            OSError: the system refuses.
        """
        self._path = path
        self._descriptor = os.open(path, _FOLDER) if _BY_DESCRIPTOR else -1

    def __del__(self) -> None:
        if getattr(self, "_descriptor", -1) >= 0:
            os.close(self._descriptor)

    def children(self, path: str) -> list[tuple[str, os.stat_result | None]]:
        """Give the entries of a folder below (`""` is this one), by name, links not followed.

        The status is `None` for an entry that went away meanwhile.

        Raises:
            OSError: the system refuses, or the folder is none any more.
        """
        if not _BY_DESCRIPTOR:
            return _listed(self._path / path)
        descriptor = self._open(path.split("/") if path else [], _FOLDER)
        try:
            return _listed(descriptor)
        finally:
            os.close(descriptor)

    def read(self, path: str, listed: os.stat_result, max_bytes: int) -> bytes:
        """Read a file that was regular when listed, and still must be that file.

        Raises:
            CannotReadError: refused, gone, another file, changed, or grown over `max_bytes`.
        """
        try:
            descriptor = self._open(path.split("/"), _FILE)
        except OSError as error:
            raise CannotReadError(error.strerror or "refused") from error
        try:
            opened = os.fstat(descriptor)
            if not stat.S_ISREG(opened.st_mode):
                raise CannotReadError("no longer a regular file")
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                data = stream.read(max_bytes + 1)
            ended = os.fstat(descriptor)
        except OSError as error:
            raise CannotReadError(error.strerror or "refused") from error
        finally:
            os.close(descriptor)
        if len(data) > max_bytes:
            raise CannotReadError("grew while it was read")
        if (
            not _is_same(listed, opened)
            or not _is_same(opened, ended)
            or len(data) != ended.st_size
        ):
            raise CannotReadError("changed after it was listed")
        return data

    def _open(self, parts: list[str], flags: int) -> int:
        if not _BY_DESCRIPTOR:
            return os.open(self._path.joinpath(*parts), flags)
        here = os.dup(self._descriptor)
        for number, name in enumerate(parts, start=1):
            try:
                last = number == len(parts)
                below = os.open(name, (flags if last else _FOLDER) | os.O_NOFOLLOW, dir_fd=here)
            finally:
                os.close(here)
            here = below
        return here


def _listed(folder: Path | int) -> list[tuple[str, os.stat_result | None]]:
    with os.scandir(folder) as entries:
        found = [(entry.name, _status(entry)) for entry in entries]
    return sorted(found, key=lambda pair: pair[0])


def _status(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None


def _is_same(one: os.stat_result, other: os.stat_result) -> bool:
    """Tell whether two looks saw one file in one state; Windows lists no inode."""
    known = one.st_ino and other.st_ino
    same = (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino) if known else True
    return same and (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)

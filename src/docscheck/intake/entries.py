"""What is in a folder: every entry is either one to check or one ignored, none is dropped.

Requirements R4, R7, R11, R12 and R24 of `reliability.md`: entries are found by `scandir` and
`lstat`, links and special files are listed and never opened, files are opened read-only without
following links, and nothing in the folder configures anything.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from docscheck.document import Ignored

JUNK_NAMES = frozenset(
    {".ds_store", "thumbs.db", "desktop.ini", ".localized", "icon\r", ".directory"}
)
JUNK_FOLDERS = frozenset({"__macosx", ".git", ".svn", ".trash", ".spotlight-v100", "@eadir"})
JUNK_PREFIXES = ("._", "~$", ".~lock.")
JUNK_SUFFIXES = (".tmp", ".crdownload", ".part", ".download")


class CannotReadError(Exception):
    """The system refused an entry, or it changed into something else after it was listed."""


class Entry(Struct, frozen=True):
    """One regular file, not yet opened."""

    path: str
    """Relative, forward slashes."""
    size_bytes: int
    read: Callable[[], bytes]
    """Gives the whole content; raises `CannotReadError`."""

    @property
    def extension(self) -> str:
        return Path(self.path).suffix.lower().removeprefix(".")


class Listing(Struct, frozen=True):
    """All entries of a folder; `len(entries) + len(ignored)` is what the folder holds."""

    name: str
    entries: tuple[Entry, ...]
    """Sorted by path."""
    ignored: tuple[Ignored, ...]


def list_folder(folder: Path, limits: Mapping[str, float]) -> Listing:
    """List every file below `folder`, nested folders too, in the order of their paths."""
    names = ("max_entries", "max_depth", "max_file_bytes", "max_folder_bytes")
    walk = _Walk(*(int(limits[name]) for name in names))
    found = list(walk.below(os.fspath(folder), "", 0))
    entries = sorted((e for e in found if isinstance(e, Entry)), key=lambda e: e.path)
    ignored = sorted((e for e in found if isinstance(e, Ignored)), key=lambda e: e.path)
    return Listing(folder.resolve().name, tuple(entries), tuple(ignored))


def is_junk(path: str) -> bool:
    """Whether a name is one that systems leave behind (`.DS_Store`, `Thumbs.db`, `~$x.docx`)."""
    *folders, name = path.lower().split("/")
    return (
        name in JUNK_NAMES
        or name.startswith(JUNK_PREFIXES)
        or name.endswith(JUNK_SUFFIXES)
        or any(folder in JUNK_FOLDERS for folder in folders)
    )


@dataclass(slots=True)
class _Walk:
    """One walk and its limits; counts as it goes."""

    max_entries: int
    max_depth: int
    max_file_bytes: int
    max_folder_bytes: int
    seen: int = 0
    seen_bytes: int = 0

    def below(self, folder: str, prefix: str, depth: int) -> Iterator[Entry | Ignored]:
        try:
            with os.scandir(folder) as entries:
                children = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield Ignored(prefix.rstrip("/") or ".", "locked")
            return
        for child in children:
            yield from self._one(child, f"{prefix}{child.name}", depth)

    def _one(self, child: os.DirEntry[str], path: str, depth: int) -> Iterator[Entry | Ignored]:
        self.seen += 1
        if self.seen > self.max_entries:
            yield Ignored(path, "count")
        elif child.is_symlink():
            yield Ignored(path, "link")
        elif child.is_dir(follow_symlinks=False):
            yield from self._folder(child, path, depth)
        elif is_junk(path):
            yield Ignored(path, "junk")
        elif not child.is_file(follow_symlinks=False):
            yield Ignored(path, "special")
        else:
            yield self._file(child, path)

    def _file(self, child: os.DirEntry[str], path: str) -> Entry | Ignored:
        size = child.stat(follow_symlinks=False).st_size
        if size <= self.max_file_bytes:
            # A larger one is never read: it says so itself and takes no room.
            self.seen_bytes += size
        if self.seen_bytes > self.max_folder_bytes:
            return Ignored(path, "count")
        limit = self.max_file_bytes
        return Entry(path, size, lambda: read_regular_file(child.path, limit))

    def _folder(self, child: os.DirEntry[str], path: str, depth: int) -> Iterator[Entry | Ignored]:
        if is_junk(f"{path}/x"):
            yield Ignored(path, "junk")
        elif depth + 1 > self.max_depth:
            yield Ignored(path, "depth")
        else:
            yield from self.below(child.path, f"{path}/", depth + 1)


def read_regular_file(path: str, max_bytes: int) -> bytes:
    """Read a file that was regular when listed, and still must be.

    Raises:
        CannotReadError: refused, gone, no longer regular, or grown over `max_bytes`.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        raise CannotReadError(error.strerror or "refused") from error
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise CannotReadError("no longer a regular file")
        data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise CannotReadError("grew while it was read")
    return data

"""What is in a folder: every entry is either one to check or one ignored, none is dropped.

Requirements R4, R7, R11, R12 and R24 of `reliability.md`: entries are found by `scandir` and
`lstat`, links and special files are listed and never opened, files are opened read-only without
following links, and nothing in the folder configures anything.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from docscheck.document import Ignored
from docscheck.errors import UsageError
from docscheck.intake.opening import CannotReadError, HeldFolder

__all__ = [
    "CannotReadError",
    "Entry",
    "Listing",
    "changed",
    "is_junk",
    "list_file",
    "list_folder",
]

JUNK_NAMES = frozenset(
    {".ds_store", "thumbs.db", "desktop.ini", ".localized", "icon\r", ".directory"}
)
JUNK_FOLDERS = frozenset({"__macosx", ".git", ".svn", ".trash", ".spotlight-v100", "@eadir"})
JUNK_PREFIXES = ("._", "~$", ".~lock.")
JUNK_SUFFIXES = (".tmp", ".crdownload", ".part", ".download")
_MAX_PATH_BYTES = 4_096
"""R7, and what Linux takes for a path."""


class Entry(Struct, frozen=True):
    """One regular file, not yet opened."""

    path: str
    """Relative, forward slashes."""
    size_bytes: int
    read: Callable[[], bytes]
    """Gives the whole content; raises `CannotReadError`."""
    changed: float = 0.0
    """See `changed`; 0 inside an archive."""
    mark: str | None = None
    """What a share says of its content, and says otherwise as soon as that changes; `None` where
    nothing is said that can be relied on."""

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
    try:
        walk = _Walk(HeldFolder(folder), limits)
    except OSError:
        return Listing(folder.resolve().name, (), (Ignored(".", "locked"),))
    found = list(walk.below("", 0))
    entries = sorted((e for e in found if isinstance(e, Entry)), key=lambda e: e.path)
    ignored = sorted((e for e in found if isinstance(e, Ignored)), key=lambda e: e.path)
    return Listing(folder.resolve().name, tuple(entries), tuple(ignored))


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
    found = _Walk(held, limits).file(real.name, status)
    if isinstance(found, Ignored):
        raise UsageError("file_too_large", {"path": str(file)})
    return Listing(real.name, (found,), ())


def changed(status: os.stat_result) -> float:
    """Give the seconds since 1970 at which it was last written, or arrived: a copy often keeps the
    date of what it was copied from, and then the system's own date is the later one.
    """
    return max(status.st_mtime, status.st_ctime)


def is_junk(path: str) -> bool:
    """Whether a name is one that systems leave behind (`.DS_Store`, `Thumbs.db`, `~$x.docx`)."""
    *folders, name = path.lower().split("/")
    return (
        name in JUNK_NAMES
        or name.startswith(JUNK_PREFIXES)
        or name.endswith(JUNK_SUFFIXES)
        or any(folder in JUNK_FOLDERS for folder in folders)
    )


class _Walk:
    """One walk and its limits; counts as it goes."""

    def __init__(self, folder: HeldFolder, limits: Mapping[str, float]) -> None:
        self._folder = folder
        self._max_entries = int(limits["max_entries"])
        self._max_depth = int(limits["max_depth"])
        self._max_file_bytes = int(limits["max_file_bytes"])
        self._max_folder_bytes = int(limits["max_folder_bytes"])
        self._seen = 0
        self._seen_bytes = 0

    def below(self, folder: str, depth: int) -> Iterator[Entry | Ignored]:
        try:
            children = self._folder.children(folder)
        except OSError:
            yield Ignored(folder or ".", "locked")
            return
        for name, status in children:
            yield from self._one(f"{folder}/{name}" if folder else name, status, depth)

    def _one(
        self, path: str, status: os.stat_result | None, depth: int
    ) -> Iterator[Entry | Ignored]:
        self._seen += 1
        kind = stat.S_IFMT(status.st_mode) if status is not None else 0
        if self._seen > self._max_entries:
            yield Ignored(path, "count")
        elif len(os.fsencode(path)) > _MAX_PATH_BYTES:
            yield Ignored(path, "depth")
        elif kind == stat.S_IFLNK:
            yield Ignored(path, "link")
        elif kind == stat.S_IFDIR:
            yield from self._inside(path, depth)
        elif is_junk(path):
            yield Ignored(path, "junk")
        elif status is None or kind != stat.S_IFREG:
            yield Ignored(path, "special")
        else:
            yield self.file(path, status)

    def file(self, path: str, status: os.stat_result) -> Entry | Ignored:
        size, limit = status.st_size, self._max_file_bytes
        if size <= limit:
            # A larger one is never read: it says so itself and takes no room.
            self._seen_bytes += size
        if self._seen_bytes > self._max_folder_bytes:
            return Ignored(path, "count")
        return Entry(path, size, lambda: self._folder.read(path, status, limit), changed(status))

    def _inside(self, path: str, depth: int) -> Iterator[Entry | Ignored]:
        if is_junk(f"{path}/x"):
            yield Ignored(path, "junk")
        elif depth + 1 > self._max_depth:
            yield Ignored(path, "depth")
        else:
            yield from self.below(path, depth + 1)

"""Which entries of a folder are read, and why not the others? One walk, wherever the folder lies.

Requirements R4, R7 and R24 of `reliability.md`: the limits are kept before a byte is read, links
and special files are listed and never opened, and no entry is dropped. What a folder is, on a disk
or on a share, its `Tree` says.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from docscheck.document import Ignored

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
    """Seconds since 1970, as its place tells it; 0 where nobody knows."""
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


class Kind(Enum):
    """What an entry is, before anything of it was opened."""

    FOLDER = auto()
    FILE = auto()
    LINK = auto()
    SPECIAL = auto()
    """A pipe, a device, an entry that went away."""
    UNHELD = auto()
    """Under a name that no folder of a disk could hold."""


class Node(Struct, frozen=True):
    """One entry of a folder, as its place lists it."""

    name: str
    where: str
    """How its place calls it."""
    kind: Kind
    size_bytes: int = 0
    read: Callable[[], bytes] = bytes
    """See `Entry.read`."""
    changed: float = 0.0
    mark: str | None = None


class LockedError(Exception):
    """A folder may not be looked into."""


class Tree(Protocol):
    """A folder somewhere."""

    def children(self, where: str) -> Sequence[Node]:
        """Give the entries of a folder, by name.

        Raises:
            LockedError: it may not be looked into.
        """


def is_junk(path: str) -> bool:
    """Whether a name is one that systems leave behind (`.DS_Store`, `Thumbs.db`, `~$x.docx`)."""
    *folders, name = path.lower().split("/")
    return (
        name in JUNK_NAMES
        or name.startswith(JUNK_PREFIXES)
        or name.endswith(JUNK_SUFFIXES)
        or any(folder in JUNK_FOLDERS for folder in folders)
    )


class Walk:
    """One walk and its limits; counts as it goes."""

    def __init__(self, tree: Tree, limits: Mapping[str, float]) -> None:
        self._tree = tree
        self._max_entries = int(limits["max_entries"])
        self._max_depth = int(limits["max_depth"])
        self._max_file_bytes = int(limits["max_file_bytes"])
        self._max_folder_bytes = int(limits["max_folder_bytes"])
        self._seen = 0
        self._seen_bytes = 0
        self._paths: set[str] = set()

    def listing(self, name: str, where: str) -> Listing:
        """List everything below a folder, nested folders too, in the order of their paths."""
        found = list(self._below(where, "", 0))
        entries = sorted((e for e in found if isinstance(e, Entry)), key=lambda e: e.path)
        ignored = sorted((e for e in found if isinstance(e, Ignored)), key=lambda e: e.path)
        return Listing(name, tuple(entries), tuple(ignored))

    def file(self, path: str, node: Node) -> Entry | Ignored:
        """Give a regular file, unless the folder is full with it."""
        if node.size_bytes <= self._max_file_bytes:
            # A larger one is never read: it says so itself and takes no room.
            self._seen_bytes += node.size_bytes
        if self._seen_bytes > self._max_folder_bytes:
            return Ignored(path, "count")
        return Entry(path, node.size_bytes, node.read, node.changed, node.mark)

    def _below(self, where: str, folder: str, depth: int) -> Iterator[Entry | Ignored]:
        try:
            children = self._tree.children(where)
        except LockedError:
            yield Ignored(folder or ".", "locked")
            return
        for node in children:
            yield from self._one(f"{folder}/{node.name}" if folder else node.name, node, depth)

    def _one(self, path: str, node: Node, depth: int) -> Iterator[Entry | Ignored]:
        self._seen += 1
        # On a share two objects can have one name.
        repeated = path in self._paths
        self._paths.add(path)
        if self._seen > self._max_entries:
            yield Ignored(path, "count")
        elif len(os.fsencode(path)) > _MAX_PATH_BYTES:
            yield Ignored(path, "depth")
        elif node.kind is Kind.UNHELD:
            yield Ignored(path, "special")
        elif node.kind is Kind.LINK:
            yield Ignored(path, "link")
        elif node.kind is Kind.FOLDER:
            yield from self._inside(path, node, depth)
        elif is_junk(path):
            yield Ignored(path, "junk")
        elif node.kind is not Kind.FILE:
            yield Ignored(path, "special")
        elif repeated:
            yield Ignored(path, "same_name")
        else:
            yield self.file(path, node)

    def _inside(self, path: str, node: Node, depth: int) -> Iterator[Entry | Ignored]:
        if is_junk(f"{path}/x"):
            yield Ignored(path, "junk")
        elif depth + 1 > self._max_depth:
            yield Ignored(path, "depth")
        else:
            yield from self._below(node.where, path, depth + 1)

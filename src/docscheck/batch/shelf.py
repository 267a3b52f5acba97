"""Where files lie that are made anew each time: a folder of ours, without what is no longer said.

What an earlier run put there and this one does not (a student who left, a page too many) is removed
when the shelf is closed; files that are not of its kind are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from docscheck.whole_file import clear_half_written, write_again

_FOR_OWNER = 0o700
_PLAIN = re.compile(r"[^\W_](?:[\w .,'()+-]{0,60}[\w)])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""
_DIGITS = 10
_KEPT_CHARACTERS = 40


class Shelf:
    """A folder of files of certain endings."""

    def __init__(self, place: Path, name: str, endings: tuple[str, ...]) -> None:
        """Open it; the folder is made with the first file."""
        self._folder = place / name
        self._endings = endings
        self._kept: set[str] = set()

    def put(self, name: str, data: bytes) -> None:
        """Put a file there, mode 0600."""
        if not self._kept:
            self._folder.mkdir(mode=_FOR_OWNER, exist_ok=True)
        self._kept.add(name)
        write_again(self._folder / name, data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            clear(self._folder, self._endings, self._kept)


def clear(folder: Path, endings: tuple[str, ...], kept: Iterable[str] = ()) -> int:
    """Remove files of these endings but for those kept, and the folder once it is empty.

    Returns:
        how many files were removed.
    """
    if not folder.is_dir() or folder.is_symlink():
        return 0
    clear_half_written(folder)
    names, removed, left = frozenset(kept), 0, 0
    for path in folder.iterdir():
        if path.name.endswith(endings) and path.name not in names and not path.is_dir():
            path.unlink()
            removed += 1
        else:
            left += 1
    if not left:
        folder.rmdir()
    return removed


class FileNames:
    """Names of files after those of folders: readable, possible on every system, each its own."""

    def __init__(self, folders: Iterable[str]) -> None:
        """Learn all names, to tell those apart that differ in capitals only."""
        self._count = Counter(folder.casefold() for folder in folders)

    def of(self, folder: str) -> str:
        """Give the name without an ending.

        >>> names = FileNames(["21904567 NGUYEN", "a", "A", "../x"])
        >>> names.of("21904567 NGUYEN"), names.of("a"), names.of("../x")
        ('21904567 NGUYEN', 'a-ca978112ca', 'x-d6b96a97d1')
        """
        unlike = self._count[folder.casefold()] < 2
        if unlike and _PLAIN.fullmatch(folder) and not _RESERVED.fullmatch(folder):
            return folder
        readable = re.sub(r"[^\w]+", "-", folder.encode("utf-8", "replace").decode())
        digest = sha256(folder.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        return f"{readable[:_KEPT_CHARACTERS].strip('-_')}-{digest}".lstrip("-")

"""What has the visitor handed in? Files within the limits of `portal.toml`, in a private folder.

A file that is too much is refused with the reason; the others stay.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from docscheck.executors.homes import remove
from docscheck.web.file_names import kept_name, numbered

_MEGABYTE = 1_000_000


class Reason(StrEnum):
    """Why a file was not taken; `web.refused.<reason>` says it."""

    FILE_LARGE = "file_large"
    FOLDER_LARGE = "folder_large"
    TOO_MANY = "too_many"
    DISK_FULL = "disk_full"


class Refused(Struct, frozen=True):
    """A file that was not taken."""

    name: str
    reason: Reason
    limit: int
    """Megabytes or files; 0 where none is told."""


class Received(Struct, frozen=True):
    """A file that was."""

    id: str
    path: str
    """Below the folder, forward slashes."""
    size_bytes: int


class Drawer:
    """The files of one visitor."""

    def __init__(self, folder: Path, limits: Mapping[str, float]) -> None:
        self.folder = folder
        self._max_file_bytes = int(limits["max_file_bytes"])
        self._max_bytes = int(limits["max_folder_bytes"])
        self._max_files = int(limits["max_entries"])
        self._given = 0
        self._received: dict[str, Received] = {}
        self.refused: list[Refused] = []
        """Since somebody was last told."""

    @property
    def files(self) -> tuple[Received, ...]:
        """Give the files in the order of their names."""
        return tuple(sorted(self._received.values(), key=lambda file: file.path.casefold()))

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self._received.values())

    @property
    def max_bytes(self) -> int:
        """Of all files together."""
        return self._max_bytes

    def take(self, given: str) -> Incoming:
        """Begin to take a file of this name."""
        path = self._free(kept_name(given))
        incoming = Incoming(self, path)
        if len(self._received) >= self._max_files:
            incoming.refuse(Reason.TOO_MANY)
        return incoming

    def keep(self, path: str, size_bytes: int) -> None:
        """Count a file that has arrived."""
        self._given += 1
        received = Received(str(self._given), path, size_bytes)
        self._received[received.id] = received

    def drop(self, file_id: str) -> bool:
        """Remove a file; say whether it was there."""
        file = self._received.pop(file_id, None)
        if file is not None:
            (self.folder / file.path).unlink(missing_ok=True)
        return file is not None

    def empty(self) -> None:
        """Remove them all."""
        self._received.clear()
        self.refused.clear()
        remove(self.folder)
        self.folder.mkdir(mode=0o700)

    def too_much(self, size_bytes: int) -> Reason | None:
        """Say why a file of this size, still growing, is not taken."""
        if size_bytes > self._max_file_bytes:
            return Reason.FILE_LARGE
        return Reason.FOLDER_LARGE if self.size_bytes + size_bytes > self._max_bytes else None

    def refuse(self, path: str, reason: Reason) -> None:
        """Remember a file that was not taken."""
        limits = {
            Reason.FILE_LARGE: self._max_file_bytes // _MEGABYTE,
            Reason.FOLDER_LARGE: self._max_bytes // _MEGABYTE,
            Reason.TOO_MANY: self._max_files,
        }
        self.refused.append(Refused(path, reason, limits.get(reason, 0)))

    def _free(self, path: str) -> str:
        # Compared as systems do that take `A.pdf` and `a.pdf` for one.
        taken = {file.path.casefold() for file in self._received.values()}
        number, free = 1, path
        while free.casefold() in taken or (self.folder / free).exists():
            number += 1
            free = numbered(path, number)
        return free


class Incoming:
    """A file on its way in."""

    def __init__(self, drawer: Drawer, path: str) -> None:
        self._drawer = drawer
        self._path = path
        self._size_bytes = 0
        self._stream: BinaryIO | None = None
        self._refused = False

    def write(self, data: bytes) -> None:
        """Write a piece of it; after a refusal, pieces go nowhere."""
        if self._refused:
            return
        self._size_bytes += len(data)
        reason = self._drawer.too_much(self._size_bytes)
        if reason is not None:
            self.refuse(reason)
            return
        try:
            self._opened().write(data)
        except OSError as error:
            self._failed(error)

    def refuse(self, reason: Reason) -> None:
        """Take it no further, and leave nothing of it."""
        self._refused = True
        self.abandon()
        self._drawer.refuse(self._path, reason)

    def finish(self) -> None:
        """Keep it."""
        if self._refused:
            return
        try:
            self._opened().close()
        except OSError as error:
            self._failed(error)
            return
        self._drawer.keep(self._path, self._size_bytes)

    def abandon(self) -> None:
        """Leave nothing of it: it did not arrive whole."""
        if self._stream is not None:
            self._stream.close()
            self._file.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return self._drawer.folder / self._path

    def _opened(self) -> BinaryIO:
        if self._stream is None:
            self._file.parent.mkdir(mode=0o700, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._stream = os.fdopen(os.open(self._file, flags, 0o600), "wb")
        return self._stream

    def _failed(self, error: OSError) -> None:
        """Tell a full disk from everything else, which is nobody's fault here."""
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            self.abandon()
            raise error
        self.refuse(Reason.DISK_FULL)

"""The same for a .zip given by name: unpacked in memory, entry by entry, within R9's limits.

Entry names never touch a file system: they are only shown. An archive found *inside* a folder is
not opened; it is named, with what to do about it.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from docscheck.document import Ignored
from docscheck.errors import UsageError
from docscheck.intake.entries import Entry, Listing, is_junk
from docscheck.intake.opening import CannotReadError

_ENCRYPTED = 0x1
_DAMAGED = (OSError, zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError)
"""What `zipfile` raises for damage, and for compressions it does not know."""
_MAX_DIRECTORY_BYTES = 1_000_000
"""R9: of the list of entries, which is read into memory whole."""
_MAX_RATIO = 100
"""R9: a compressed entry may unpack to at most this many times its size."""


def list_archive(path: Path, limits: Mapping[str, float]) -> Listing:
    """List the files of a .zip; its content is read only when a worker asks.

    Raises:
        UsageError: it is not a .zip that can be opened.
    """
    try:
        archive = _opened(path)
    except _DAMAGED as error:
        raise UsageError("archive", {"path": path.name}, str(error)) from error
    found = list(_entries(archive, limits))
    entries = sorted((e for e in found if isinstance(e, Entry)), key=lambda e: e.path)
    ignored = sorted((e for e in found if isinstance(e, Ignored)), key=lambda e: e.path)
    return Listing(path.stem, tuple(entries), tuple(ignored))


def _least(size: int | None, most: int) -> int:
    return most if size is None or size < 0 else min(size, most)


class _Bounded(io.FileIO):
    """A file of which no more than a directory is read at once until it is `trusted`."""

    trusted = False

    def __del__(self) -> None:
        self.close()

    def read(self, size: int | None = -1, /) -> bytes:
        if self.trusted:
            return super().read(size) or b""
        data = super().read(_least(size, _MAX_DIRECTORY_BYTES + 1)) or b""
        if len(data) > _MAX_DIRECTORY_BYTES:
            raise zipfile.BadZipFile("directory larger than 1 MB")
        return data


def _opened(path: Path) -> zipfile.ZipFile:
    """Open an archive that is a regular file; a FIFO of that name is not waited for (R7)."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    stream = _Bounded(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb")
    try:
        archive = _regular(stream)
    except BaseException:
        stream.close()
        raise
    stream.trusted = True
    return archive


def _regular(stream: _Bounded) -> zipfile.ZipFile:
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        raise zipfile.BadZipFile("not a regular file")
    return zipfile.ZipFile(stream)


def _entries(archive: zipfile.ZipFile, limits: Mapping[str, float]) -> Iterator[Entry | Ignored]:
    room = int(limits["max_archive_bytes"])
    seen: set[str] = set()
    for count, info in enumerate((i for i in archive.infolist() if not i.is_dir()), start=1):
        path = info.filename.replace("\\", "/")
        room -= info.file_size
        reason = _why_ignored(info, path, count > limits["max_archive_entries"] or room < 0)
        # Two entries of one name: which of them a person would unpack, nobody knows.
        reason = "same_name" if path in seen else reason
        seen.add(path)
        yield Ignored(path, reason) if reason else _entry(archive, info, path, limits)


def _why_ignored(info: zipfile.ZipInfo, path: str, over: bool) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if over or info.file_size > _MAX_RATIO * max(info.compress_size, 1024):
        return "count"
    if kind == stat.S_IFLNK:
        return "link"
    if kind not in (0, stat.S_IFREG):
        return "special"
    return "junk" if is_junk(path) else ""


def _entry(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, limits: Mapping[str, float]
) -> Entry:
    max_bytes = int(limits["max_file_bytes"])

    def read() -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise CannotReadError("protected by a password inside the archive")
        try:
            with archive.open(info) as stream:
                data = stream.read(max_bytes + 1)
        except _DAMAGED as error:
            raise CannotReadError("damaged inside the archive") from error
        if len(data) > max_bytes:
            raise CannotReadError("larger than it says")
        return data

    return Entry(path, info.file_size, read)

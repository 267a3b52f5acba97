"""What lay in a folder: one number for its paths, its sizes and the hashes of its files.

The same number means that reading it again would read the same bytes. It is taken of what a check
reads: links, junk and files beyond the limits count by their names, since they are not opened. A
share may have a cheaper word for the same, and then no file is fetched only to be hashed (`stamp`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping

from msgspec import Struct

from docscheck.intake.entries import CannotReadError, Entry, Listing
from docscheck.report import Report


class Seen(Struct, frozen=True):
    """The content of a folder, both parts sorted by path."""

    files: tuple[tuple[str, int, str | None], ...]
    """Path, bytes, SHA-256; `None` of a file that was not read."""
    ignored: tuple[tuple[str, str], ...]
    """Path and reason."""

    @property
    def digest(self) -> str:
        """64 hexadecimal digits."""
        state = hashlib.sha256()
        for part in self._parts():
            # No path holds a zero byte, so no two contents give the same sequence.
            state.update(part + b"\0")
        return state.hexdigest()

    def _parts(self) -> Iterator[bytes]:
        for path, size, sha256 in self.files:
            yield from (os.fsencode(path), str(size).encode(), (sha256 or "").encode())
        yield b""
        for path, reason in self.ignored:
            yield from (os.fsencode(path), reason.encode())


def look(listing: Listing, limits: Mapping[str, float]) -> Seen:
    """Hash the files of a folder, one after the other."""
    most = limits["max_file_bytes"]
    files = tuple((e.path, e.size_bytes, _sha256(e, most)) for e in listing.entries)
    return Seen(files, tuple((e.path, e.reason) for e in listing.ignored))


def as_read(report: Report) -> Seen:
    """Give what a check has read, as `look` would have seen it."""
    files = ((f.file.path, f.file.size_bytes, f.file.sha256) for f in report.files)
    ignored = ((entry.path, entry.reason) for entry in report.ignored)
    return Seen(tuple(sorted(files, key=lambda file: file[0])), tuple(sorted(ignored)))


def settled(before: Seen, read: Seen) -> Seen:
    """Choose what a verdict is about: what was seen before, unless something else was read.

    A file that the check left unread for want of time was seen all the same, and trying again
    would find no more time; one that changed in between is another file.
    """
    unread = all(
        old[:2] == new[:2] and new[2] in (None, old[2])
        for old, new in zip(before.files, read.files, strict=False)
    )
    same = len(before.files) == len(read.files) and before.ignored == read.ignored
    return before if same and unread else read


def stamp(place: str, listing: Listing, limits: Mapping[str, float]) -> str | None:
    """Give one number for the state of a folder by the word of its share, without reading a file.

    Returns:
        64 hexadecimal digits; `None` where the share says nothing reliable of a file that is read.
    """
    most = limits["max_file_bytes"]
    state = hashlib.sha256(place.encode() + b"\0")
    for entry in listing.entries:
        if entry.mark is None and 0 < entry.size_bytes <= most:
            return None
        # The date as well: bytes that were others for a while, and were read then, are told apart.
        told = (entry.path, str(entry.size_bytes), entry.mark or "", repr(entry.changed))
        state.update("\0".join((*told, "")).encode("utf-8", "surrogatepass"))
    state.update(b"\0")
    for ignored in listing.ignored:
        told_of = f"{ignored.path}\0{ignored.reason}\0"
        state.update(told_of.encode("utf-8", "surrogatepass"))
    return state.hexdigest()


def _sha256(entry: Entry, max_bytes: float) -> str | None:
    if not 0 < entry.size_bytes <= max_bytes:
        return None
    try:
        return hashlib.sha256(entry.read()).hexdigest()
    except CannotReadError:
        return None

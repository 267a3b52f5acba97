"""Whether a folder, or an archive, was left as it was: bytes, times, modes and names."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_LARGEST_BYTES = 60_000_000
"""Of a file whose bytes are compared; nothing above 50 MB is ever opened by a check (R4)."""


class Watch:
    """Whether folders are watched; not in a test that changes them itself while they are read."""

    on = True


def digest(place: Path) -> str:
    """Give one number for every name, mode, time and byte of `place` and below it."""
    state = hashlib.sha256()
    for path in (place, *sorted(place.rglob("*"))):
        status = path.lstat()
        regular = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST_BYTES
        regular = regular and os.access(path, os.R_OK)
        content = hashlib.sha256(path.read_bytes()).digest() if regular else b""
        name = os.fsencode(path.relative_to(place))
        target = os.fsencode(path.readlink()) if path.is_symlink() else b""
        stamp = (name, status.st_mode, status.st_mtime_ns, status.st_size, content, target)
        state.update(repr(stamp).encode())
    return state.hexdigest()


@contextlib.contextmanager
def untouched(*places: Path) -> Iterator[None]:
    """Fail when one of these places, where it exists, is not as it was."""
    watched = places if Watch.on else ()
    before = {place: digest(place) for place in watched if os.path.exists(place)}  # noqa: PTH110 - any name
    yield
    for place, number in before.items():
        assert digest(place) == number, f"{place} was changed by the check"

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
    state.update(repr(_stamp(os.fspath(place), None)).encode())
    # By descriptors: a path may be longer than the system takes in one piece.
    for here, folders, files, descriptor in os.fwalk(place) if place.is_dir() else ():
        folders.sort()
        for name in sorted((*folders, *files)):
            state.update(repr((os.fsencode(here), _stamp(name, descriptor))).encode())
    return state.hexdigest()


def _stamp(name: str, folder: int | None) -> tuple[object, ...]:
    status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    target = os.fsencode(os.readlink(name, dir_fd=folder)) if stat.S_ISLNK(status.st_mode) else b""
    content = b""
    if stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST_BYTES:
        with (
            contextlib.suppress(PermissionError),
            open(
                name, "rb", opener=lambda path, flags: os.open(path, flags, dir_fd=folder)
            ) as file,
        ):
            content = hashlib.sha256(file.read()).digest()
    return os.fsencode(name), status.st_mode, status.st_mtime_ns, status.st_size, content, target


@contextlib.contextmanager
def untouched(*places: Path) -> Iterator[None]:
    """Fail when one of these places, where it exists, is not as it was."""
    watched = places if Watch.on else ()
    before = {place: digest(place) for place in watched if os.path.exists(place)}  # noqa: PTH110 - any name
    yield
    for place, number in before.items():
        assert digest(place) == number, f"{place} was changed by the check"

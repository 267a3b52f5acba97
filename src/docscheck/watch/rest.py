"""When has a folder come to rest after a change?

A scanner writes a file bit by bit, and a copy of several files comes one by one. So a folder is
looked at again and again, names, sizes and times only, and counts as changed once it has looked
the same for a second. watchfiles (inotify, FSEvents, ReadDirectoryChangesW) wakes this process
early; it is not relied on, since network drives and nested folders may tell it nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import watchfiles
from msgspec import Struct

from docscheck.errors import UsageError
from docscheck.intake.entries import list_folder

Look = Mapping[str, tuple[int, float]]
"""Path -> bytes and time of the last change; of what is not read, zeros."""

_REST_SECONDS = 1.0
_EMPTY_SECONDS = 10.0
_BUSY_SECONDS = 3.0
"""After so long without rest, somebody wants to know what is waited for."""
_LOOK_MS = 500
_GROUP_MS = 50


class Rest(Struct, frozen=True):
    """The folder has changed and looked the same for a while."""

    look: Look


class Busy(Struct, frozen=True):
    """The folder keeps changing."""

    paths: tuple[str, ...]


def look_at(folder: Path, limits: Mapping[str, float]) -> Look:
    """Look at the names, sizes and times of a folder; no file is opened.

    Raises:
        UsageError: it is no longer there.
    """
    if not folder.is_dir():
        raise UsageError("folder_gone", {"path": str(folder)})
    listing = list_folder(folder, limits)
    read = {entry.path: (entry.size_bytes, entry.changed) for entry in listing.entries}
    return read | {entry.path: (0, 0.0) for entry in listing.ignored}


def moments(folder: Path, limits: Mapping[str, float], known: Look) -> Iterator[Rest | Busy]:
    """Yield each time that a folder has come to rest, and once each time that it does not for long.

    Args:
        folder: the folder.
        limits: of `portal.toml`.
        known: how it looked when it was last checked.

    Raises:
        UsageError: the folder is no longer there.
    """
    last, since = known, time.monotonic()
    begun: float | None = since
    stirred: tuple[str, ...] = ()
    for _ in _wakened(folder):
        look, now = look_at(folder, limits), time.monotonic()
        if look != last:
            begun = now if last == known else begun
            stirred, last, since = differing(last, look), look, now
        if look == known:
            continue
        if now - since >= _rest_seconds(known, look):
            known = look
            yield Rest(look)
        elif begun is not None and now - begun >= _BUSY_SECONDS:
            begun = None
            yield Busy(stirred)


def _rest_seconds(known: Look, look: Look) -> float:
    """A file that has just come and is empty was most likely opened, and not yet written."""
    changed = (look[path] for path in differing(known, look) if path in look)
    empty = any(size == 0 and time_ for size, time_ in changed)
    return _EMPTY_SECONDS if empty else _REST_SECONDS


def differing(before: Look, after: Look) -> tuple[str, ...]:
    """Give the paths, in order, at which two looks differ."""
    every = before.keys() | after.keys()
    return tuple(sorted(path for path in every if before.get(path) != after.get(path)))


def _wakened(folder: Path) -> Iterator[object]:
    """Yield when something in the folder stirs, and twice a second."""
    try:
        yield from _wakened_by(folder, polling=None)
    except FileNotFoundError as error:
        raise UsageError("folder_gone", {"path": str(folder)}) from error
    except (OSError, RuntimeError):
        # The system watches no more for this user: too many programs ask for it.
        yield from _wakened_by(folder, polling=True)


def _wakened_by(folder: Path, polling: bool | None) -> Iterator[object]:
    """Watch the folder itself, not those in it: a link may lead to half of the disk."""
    return watchfiles.watch(
        folder,
        watch_filter=None,
        step=_GROUP_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        debug=False,
        recursive=False,
        ignore_permission_denied=True,
        force_polling=polling,
    )

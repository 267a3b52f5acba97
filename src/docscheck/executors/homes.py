"""Where workers live: an empty private folder each, removed by the supervisor.

All homes of one run lie in one folder of the system's temporary place, for this user alone. The run
holds a lock on it (flock(2)), which ends with the process: what a killed supervisor left behind is
known by its open lock, and cleared at the next start (R23 of `reliability.md`).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PREFIX = "docscheck-run-"
_SETTLED_SECONDS = 60.0
"""Age from which an unlocked folder is left over: between its making and its lock is no minute."""


class Homes:
    """The homes of one run; nothing is made before the first is asked for."""

    def __init__(self) -> None:
        self._place: Path | None = None
        self._lock: int | None = None
        self._given = 0

    def new(self) -> Path:
        """Make an empty folder that only this user may enter.

        Raises:
            OSError: the system refuses.
        """
        if self._place is None:
            temporary = _temporary_place()
            _clear_left_over(temporary, time.time)
            self._place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=temporary))
            self._lock = _locked(self._place)
        self._given += 1
        home = self._place / str(self._given)
        home.mkdir(mode=0o700)
        return home

    def close(self) -> None:
        """Remove every home; safe to call twice."""
        if self._place is not None:
            remove(self._place)
            self._place = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def remove(folder: Path) -> None:
    """Remove a home with all that was put there, whatever was done to its permissions."""
    if not folder.exists():
        return
    for here, inner, _ in os.walk(folder):
        for name in inner:
            path = Path(here, name)
            if not path.is_symlink():
                with contextlib.suppress(OSError):
                    path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _temporary_place() -> Path:
    """Give the system's temporary place.

    `tempfile` tries it by writing a file; a full disk has no room for that, and has for a folder.
    """
    named = (os.environ.get(name, "") for name in ("TMPDIR", "TEMP", "TMP"))
    # S108 warns of files under known names, which others may lay there first. In these places a
    # folder is made, for this user alone, under a name that nobody knows before.
    places = (*named, "/tmp", "/var/tmp") if os.name == "posix" else named  # noqa: S108
    found = next((place for place in places if place and Path(place).is_dir()), None)
    return Path(found or tempfile.gettempdir())


def _locked(place: Path) -> int | None:
    if sys.platform == "win32":
        return None
    descriptor = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _clear_left_over(temporary: Path, now: Callable[[], float]) -> None:
    """Remove the folders of runs whose process is gone; those of other users are not touched."""
    if sys.platform == "win32":
        return
    for place in temporary.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            seen = place.lstat()
            ours = stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.getuid()
            if not ours or now() - seen.st_mtime < _SETTLED_SECONDS:
                continue
            lock = _locked(place)
            if lock is not None:
                remove(place)
                os.close(lock)

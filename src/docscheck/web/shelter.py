"""Where does a visitor's folder lie? In a private one, wiped whatever ends this process.

While the shelter stands it is also the temporary place of this process and of the workers it
starts: what any library lays aside is wiped with it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from docscheck.executors.guard import Guard
from docscheck.executors.homes import Homes, remove

_TEMPORARY = "TMPDIR"


class Shelter:
    """One private folder, mode 0700."""

    def __init__(self) -> None:
        """Make the folder, and have it watched over.

        Raises:
            OSError: the system refuses.
        """
        self._homes = Homes()
        self.place = self._homes.new()
        """The folder, below one whose lock says that its process lives (`homes`)."""
        self._guard = Guard(self.place.parent)
        self._before = tempfile.tempdir, os.environ.get(_TEMPORARY)
        tempfile.tempdir = os.environ[_TEMPORARY] = str(self.new("temporary"))

    def new(self, name: str) -> Path:
        """Make an empty folder in it; what was there under this name is removed."""
        folder = self.place / name
        remove(folder)
        folder.mkdir(mode=0o700)
        return folder

    def close(self) -> None:
        """Remove it with everything in it; safe to call twice."""
        tempfile.tempdir, named = self._before
        if named is None:
            os.environ.pop(_TEMPORARY, None)
        else:
            os.environ[_TEMPORARY] = named
        self._homes.close()
        self._guard.close()

"""Long work in a thread of its own, which tells how far it is and can be stopped.

The documents are read in worker processes; this thread only waits for them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class StoppedError(Exception):
    """Raised inside the work once it was stopped."""


class Work(Generic[Result]):
    """One piece of work; done when `ended` is set, with a result or an error."""

    def __init__(self, files: tuple[str, ...], do: Callable[[Work[Result]], Result]) -> None:
        """Start at once.

        Args:
            files: what is to be read, as far as it is known.
            do: the work; it calls `advance` after each file, and gives the result.
        """
        self.files = files
        self.read: frozenset[str] = frozenset()
        self.done, self.total = 0, len(files)
        self.result: Result | None = None
        self.error: Exception | None = None
        self.ended = threading.Event()
        self.stopped = False
        self.when_stopped: Callable[[], None] | None = None
        """What ends at once what the work is waiting for."""
        self._do = do
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def advance(self, done: int, total: int, path: str) -> None:
        """Note that a file was read: a `docscheck.check.Progress`.

        Raises:
            StoppedError: the work was stopped.
        """
        if self.stopped:
            raise StoppedError
        self.done, self.total = done, total
        self.read |= {path}

    def stop(self, seconds: float) -> None:
        """Stop, and wait so long for the end."""
        self.stopped = True
        end = self.when_stopped
        if end is not None and not self.ended.is_set():
            end()
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self.result = self._do(self)
        except Exception as error:  # told on the page: a thread has nobody else to tell
            self.error = error
        finally:
            self.ended.set()

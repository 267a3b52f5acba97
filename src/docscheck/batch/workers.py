"""One source of workers for several sessions side by side.

Each session has a pool of its own; all of them take their workers from one nursery, which loads
what reads documents once. The source is closed when the last session lets go of it: until then
workers can still be killed and reaped by their numbers.
"""

from __future__ import annotations

import threading

from docscheck.check import packaged_workers
from docscheck.executors.processes import Source, Worker


class SharedWorkers:
    """Gives each session its share of one source; what `Session` takes as `workers`."""

    def __init__(self) -> None:
        self._source: Source | None = None
        self._lock = threading.Lock()
        self._open = 0

    def __call__(self, memory_bytes: int, greeting: bytes, alone: bool) -> Source:
        """Give one share; limit and greeting are those of the first."""
        if self._source is None:
            self._source = packaged_workers(memory_bytes, greeting, alone)
        self._open += 1
        return _Share(self._source, self)

    def let_go(self, source: Source) -> None:
        """Close the source with its last share."""
        with self._lock:
            self._open -= 1
            last = not self._open
        if last:
            source.close()


class _Share:
    """A source that others use as well."""

    def __init__(self, source: Source, shared: SharedWorkers) -> None:
        self._source = source
        self._shared = shared
        self._held = True

    def start(self) -> Worker:
        return self._source.start()

    def refuse(self) -> None:
        self._source.refuse()

    def close(self) -> None:
        if self._held:
            self._held = False
            self._shared.let_go(self._source)

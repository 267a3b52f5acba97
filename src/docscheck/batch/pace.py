"""How fast does a batch go, and how long will it take? Work done and a clock in, numbers out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from msgspec import Struct

from docscheck.batch.plan import Work


class Pace(Struct, frozen=True):
    """Where a run stands."""

    done: int
    total: int
    name: str
    """The folder that was done last."""
    per_minute: float
    """Folders."""
    seconds_left: float


Watch = Callable[[Pace], None]


class Pacer:
    """Counts what is done; the largest folders come first, so time goes by weight, not by number.

    >>> clock = iter([0.0, 30.0, 60.0])
    >>> pacer = Pacer([Work("a", 3.0, 0), Work("b", 1.0, 0)], lambda: next(clock))
    >>> pacer.after("a")
    Pace(done=1, total=2, name='a', per_minute=2.0, seconds_left=10.0)
    >>> pacer.after("b").seconds_left
    0.0
    """

    def __init__(self, works: Sequence[Work], clock: Callable[[], float] = time.monotonic) -> None:
        self._weights = {work.name: max(work.weight, 1.0) for work in works}
        self._left = sum(self._weights.values())
        self._total = len(works)
        self._whole = self._left
        self._clock = clock
        self._started = clock()

    def after(self, name: str) -> Pace:
        """Say where the run stands once this folder is done."""
        self._left -= self._weights.pop(name)
        seconds = max(self._clock() - self._started, 1e-3)
        done = self._total - len(self._weights)
        left = seconds * self._left / (self._whole - self._left)
        return Pace(done, self._total, name, done * 60 / seconds, max(left, 0.0))

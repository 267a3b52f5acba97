"""How are all cores kept busy? One session for each, side by side, each on one folder at a time.

A session has one worker process, so that at any moment as many files are read as there are cores;
the threads here only wait for workers and judge, which is a hundredth of the work. What goes to
whom, and what comes of it, passes through the thread that calls `run`: it alone touches the ledger.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Self

from msgspec.structs import replace

from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Outcome
from docscheck.batch.plan import Work
from docscheck.batch.reading import Reader
from docscheck.batch.workers import SharedWorkers
from docscheck.check import Session
from docscheck.errors import DocscheckError


def cores() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Sessions side by side; nothing is started before the first folder is read."""

    def __init__(self, judging: Judging, size: int) -> None:
        """Make the sessions.

        Args:
            judging: how every folder is judged.
            size: how many folders at a time.
        """
        self._waiting: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Outcome | DocscheckError] = queue.SimpleQueue()
        self._open = ExitStack()
        self._size = size
        self._judging = judging
        try:
            self._begin(judging)
        except BaseException:
            self.close()
            raise

    def _begin(self, judging: Judging) -> None:
        options = replace(judging.options, jobs=1, alone=False, second_try=True)
        shared = SharedWorkers()
        for _ in range(self._size):
            session = self._open.enter_context(Session(judging.today, options, shared))
            reader = Reader(session, judging)
            threading.Thread(target=self._read, args=(reader,), daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill every worker; what they were reading has no outcome."""
        for _ in range(self._size):
            self._waiting.put(None)
        self._open.close()

    def run(self, works: Iterable[Work], begin: Callable[[str], None]) -> Iterator[Outcome]:
        """Give the outcomes as they come; `begin` is told each name before it is read.

        Raises:
            DocscheckError: no folder can be read.
        """
        upcoming, under_way = iter(works), 0
        for work in islice(upcoming, self._size):
            begin(work.name)
            self._waiting.put(work)
            under_way += 1
        while under_way:
            outcome = self._done.get()
            if isinstance(outcome, DocscheckError):
                raise outcome
            under_way -= 1
            yield outcome
            for work in islice(upcoming, 1):
                begin(work.name)
                self._waiting.put(work)
                under_way += 1

    def _read(self, reader: Reader) -> None:
        while (work := self._waiting.get()) is not None:
            try:
                declared = self._judging.declared_for(work.name)
                self._done.put(reader.read(work.name, declared))
            except DocscheckError as error:
                self._done.put(error)

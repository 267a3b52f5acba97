"""How do the workers of a Dask cluster read the folders? As a `Crew` does, with the same answers.

The cluster is there already, and its machines are trusted: whoever reaches its scheduler can run
code on it (`docs/cluster.md`). What is sent is an errand a folder under a number, so that no name
stands on its pages and in its logs. Two folders for each thread are under way at any time. A worker
that dies costs a new try of what it was reading, which Dask gives to another one; a folder that was
begun again and again and never ended is a failed one, and the run goes on.
"""

from __future__ import annotations

import os
import queue
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Self

from msgspec import Struct

from docscheck.batch.cluster_agreed import agreed, unlike_error
from docscheck.batch.cluster_link import KilledError, Link
from docscheck.batch.errands import (
    MalformedError,
    Refusal,
    decode_answer,
    encode,
    errand_of,
    missing,
)
from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Outcome
from docscheck.batch.plan import Work
from docscheck.errors import ComponentMissingError, UsageError
from docscheck.rulebook.load import fingerprint

LOST, NONSENSE = "lost", "nonsense"
"""`Outcome.problem` of a folder whose workers died one after the other, or answered no answer."""
MOST_BEGUN = 4
"""Times that a folder is begun whose workers die."""
PATIENCE_SECONDS = 60.0
"""How long no worker at all may be there."""
_LOOK_SECONDS = 2.0
_AHEAD = 2
"""Folders under way for each thread that reads."""
_SOME = "…"
"""A worker that came later, whose address nobody told."""
NO_WORKERS = "batch.cluster_waits"
"""Sentence for `Notice`: no worker is there."""

Notice = Callable[[str], None]
"""Told the key of a sentence while a run waits."""


class _UnderWay(Struct):
    """A folder that was handed out."""

    work: Work
    errand: bytes
    future: Any
    attempt: int = 1
    begun: int = 0


class ClusterCrew:
    """The workers of a cluster; nothing is sent before the first folder is read."""

    def __init__(self, judging: Judging, address: str, notice: Notice | None = None) -> None:
        """Connect to the scheduler.

        Args:
            judging: how every folder is judged.
            address: of the scheduler.
            notice: told when the run waits for workers.

        Raises:
            ComponentMissingError: Dask is not installed.
            UsageError: no scheduler answers.
        """
        self._judging = judging
        self._notice = notice
        self._fingerprint = fingerprint(judging.options.rules)
        self._run = secrets.token_hex(8)
        self._link = Link(address, self._run)
        self._news: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._under_way: dict[int, _UnderWay] = {}
        self._threads, self._looked, self._seen = 0, 0.0, time.monotonic()
        self._told = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take back every folder; what was being read has no outcome."""
        self._link.close([given.future for given in self._under_way.values()])

    def run(self, works: Iterable[Work], begin: Callable[[str], None]) -> Iterator[Outcome]:
        """Give the outcomes as they come; `begin` is told each name, each time a worker begins it.

        Raises:
            UsageError: the workers cannot read these folders as this machine would.
            ComponentMissingError: no worker is left, the scheduler is gone, or a worker lacks what
                reads pictures.
        """
        works = tuple(works)
        ocr = self._agreed(works)
        self._link.listen(lambda number: self._news.put((number, None)))
        upcoming = iter(enumerate(works))
        while True:
            self._hand_out(upcoming, ocr)
            if not self._under_way:
                return
            outcome = self._next(begin)
            if outcome is not None:
                yield outcome

    def _hand_out(self, upcoming: Iterator[tuple[int, Work]], ocr: str) -> None:
        self._look_after()
        # Workers that died left fewer threads than folders are under way.
        free = max(0, self._threads * _AHEAD - len(self._under_way))
        for number, work in islice(upcoming, free):
            asked = errand_of(self._judging, self._run, self._fingerprint, ocr, work.name)
            under_way = _UnderWay(work, encode(asked), None)
            self._under_way[number] = under_way
            self._submit(number, under_way)

    def _submit(self, number: int, given: _UnderWay) -> None:
        def done(future: Any) -> None:
            self._news.put((number, future))

        given.future = self._link.submit(number, given.attempt, given.errand, done)

    def _next(self, begin: Callable[[str], None]) -> Outcome | None:
        """Wait for the next thing that happens, not for long."""
        try:
            number, future = self._news.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            return None
        given = self._under_way.get(number)
        if given is None:
            return None
        if future is None:
            given.begun += 1
            begin(given.work.name)
            return None
        if future is not given.future:
            return None
        outcome = self._ended(number, given)
        if outcome is not None:
            if not given.begun:
                begin(given.work.name)
            del self._under_way[number]
        return outcome

    def _ended(self, number: int, given: _UnderWay) -> Outcome | None:
        """Give the outcome of a folder; `None` if it is read again."""
        name = given.work.name
        try:
            outcome = decode_answer(self._link.result(given.future), name)
        except TimeoutError:
            given.future.add_done_callback(lambda future: self._news.put((number, future)))
            return None
        except KilledError:
            if given.begun < MOST_BEGUN:
                # It only stood in line where others died.
                given.attempt += 1
                self._submit(number, given)
                return None
            return _failed(name, LOST)
        except MalformedError:
            return _failed(name, NONSENSE)
        except ComponentMissingError:
            raise
        except Exception as error:  # one folder's trouble is one row, wherever it was read
            return _failed(name, type(error).__name__)
        if isinstance(outcome, Refusal):
            raise self._refused(outcome)
        return outcome

    def _look_after(self) -> None:
        """Count the threads now and then; without any, wait for a while, and say so.

        Raises:
            ComponentMissingError: no worker came, or the scheduler is gone.
        """
        now = time.monotonic()
        if self._threads and now - self._looked < _LOOK_SECONDS:
            return
        self._threads, self._looked = self._link.threads(), now
        if self._threads:
            self._seen, self._told = now, False
            return
        if not self._told and self._notice is not None:
            self._notice(NO_WORKERS)
        self._told = True
        if now - self._seen > PATIENCE_SECONDS:
            raise ComponentMissingError("cluster_no_workers")

    def _agreed(self, works: tuple[Work, ...]) -> str:
        """See that every worker would judge alike; give what they read pictures with.

        Raises:
            UsageError: one would not, or does not see the folders.
            ComponentMissingError: no worker came.
        """
        self._look_after()
        while not self._threads:
            time.sleep(_LOOK_SECONDS / 4)
            self._look_after()
        asked = errand_of(self._judging, self._run, "", "", works[0].name)
        names = [os.fsencode(work.name) for work in works[:1]]
        looks = self._link.looks(asked.rules, asked.engine, asked.on_disk, names)
        return agreed(looks, self._fingerprint, self._judging)

    def _refused(self, refusal: Refusal) -> UsageError | ComponentMissingError:
        if refusal.reason == "missing":
            return missing(refusal)
        return unlike_error(refusal.reason, (_SOME,), self._judging)


def _failed(name: str, problem: str) -> Outcome:
    return Outcome(name, None, 0.0, problem=problem)

"""Warm worker processes that can be killed: one lost task is one failure, its neighbours go on.

One thread a worker feeds it and waits for its answer. At the deadline, by this process's clock,
the worker's whole process group is killed and reaped, and the thread starts a new worker for the
next task (`reliability.md` §4; R1, R2, R3). Why not `ProcessPoolExecutor`: it declares the whole
pool broken when one worker dies and loses every task in flight; threads and signals cannot
interrupt a C library at all.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from types import TracebackType
from typing import BinaryIO, Generic, Self, TypeVar

from msgspec import Struct

from docscheck.executors.frames import StreamEndedError, read_frame, write_frame
from docscheck.executors.processes import Source, Worker

MAX_ANSWER_BYTES = 4_000_000


class WithdrawnError(Exception):
    """Raised by `Task.frames` when there is nothing to send after all; no worker is harmed."""


Key = TypeVar("Key")


class Loss(StrEnum):
    """Why a task has no answer."""

    TIMEOUT = "timeout"
    DIED = "died"
    """The worker exited, crashed or was killed by the system."""
    WITHDRAWN = "withdrawn"
    """Its frames could not be made."""


class Task(Struct, Generic[Key], frozen=True):
    """One request; its frames are made only when a worker is free."""

    key: Key
    frames: Callable[[], tuple[bytes, ...]]
    seconds: float
    """Wall clock until the worker is killed."""


class Answer(Struct, Generic[Key], frozen=True):
    """What came of one task: exactly one of `payload` and `loss`."""

    key: Key
    payload: bytes | None
    loss: Loss | None = None
    detail: str = ""
    """Exit status or signal, for developers."""


class Pool(Generic[Key]):
    """Keeps up to `size` workers of one source running."""

    def __init__(self, source: Source, size: int) -> None:
        self._source = source
        self._seats: list[_Seat] = [_Seat(source) for _ in range(max(1, size))]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Ids of the live workers."""
        return tuple(s.worker.pid for s in self._seats if s.worker is not None)

    def run(self, tasks: Iterable[Task[Key]]) -> Iterator[Answer[Key]]:
        """Give the answers as they come, in no order; one for every task, whatever happens."""
        waiting: queue.SimpleQueue[Task[Key]] = queue.SimpleQueue()
        count = 0
        for task in tasks:
            waiting.put(task)
            count += 1
        answers: queue.SimpleQueue[Answer[Key]] = queue.SimpleQueue()
        for seat in self._seats[:count]:
            threading.Thread(target=_work, args=(seat, waiting, answers), daemon=True).start()
        for _ in range(count):
            yield answers.get()

    def close(self) -> None:
        """Kill and reap every worker; safe to call twice."""
        for seat in self._seats:
            seat.kill()
        self._source.close()


class _Seat:
    """The place of one worker; empty until its first task and after a loss."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.worker: Worker | None = None

    def ask(self, task: Task[Key]) -> Answer[Key]:
        try:
            frames = task.frames()
        except WithdrawnError as error:
            return Answer(task.key, None, Loss.WITHDRAWN, str(error))
        late = threading.Event()
        timer = threading.Timer(task.seconds, self._expire, args=(late,))
        try:
            if self.worker is None:
                self.worker = self._source.start()
            timer.start()
            for frame in frames:
                write_frame(self.worker.requests, frame)
            payload = read_frame(self.worker.answers, MAX_ANSWER_BYTES)
        except (OSError, StreamEndedError, ValueError) as error:
            status = self.kill()
            loss = Loss.TIMEOUT if late.is_set() else Loss.DIED
            return Answer(task.key, None, loss, f"{error}; exit status {status}")
        finally:
            timer.cancel()
        return Answer(task.key, payload)

    def kill(self) -> int | None:
        """Kill the worker's process group, reap it, and give its exit status."""
        worker, self.worker = self.worker, None
        if worker is None:
            return None
        worker.kill()
        for stream in (worker.requests, worker.answers):
            _close(stream)
        return worker.reap()

    def _expire(self, late: threading.Event) -> None:
        late.set()
        if self.worker is not None:
            self.worker.kill()


def _work(
    seat: _Seat,
    waiting: queue.SimpleQueue[Task[Key]],
    answers: queue.SimpleQueue[Answer[Key]],
) -> None:
    while True:
        try:
            task = waiting.get_nowait()
        except queue.Empty:
            return
        try:
            answers.put(seat.ask(task))
        except Exception as error:  # one task's trouble is one task's loss, whatever it is
            answers.put(Answer(task.key, None, Loss.DIED, type(error).__name__))


def _close(stream: BinaryIO) -> None:
    try:
        stream.close()
    except OSError:
        # The pipe of a killed process refuses its last buffered bytes; nobody misses them.
        return

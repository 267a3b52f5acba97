"""Warm worker processes that can be killed: one lost task is one failure, its neighbours go on.

One thread a worker feeds it and waits for its answer; another one talks on the pipes, so that no
trick of the other end can hold up the clock. At the deadline, by this process's clock, the worker's
whole process group is killed and reaped, and the next task gets a new worker (`reliability.md` §4;
R1, R2, R3). Why not `ProcessPoolExecutor`: it declares the whole pool broken when one worker dies
and loses every task in flight; threads and signals cannot interrupt a C library at all.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import TracebackType
from typing import Generic, Self, TypeVar

from msgspec import Struct, field

from docscheck.executors.conversation import MAX_ANSWER_BYTES, Conversation, close_pipes
from docscheck.executors.frames import FrameTooLongError
from docscheck.executors.memory import resident_bytes
from docscheck.executors.processes import KILLED, Source, Worker
from docscheck.executors.scheduling import waited_seconds

MAX_TASKS = 100
"""Of one worker: what a library leaks or a file has bent does not stay for long (§4, point 4)."""
MAX_RESIDENT_BYTES = 300_000_000
"""After an answer: a worker that keeps more than a large photo needs is replaced (§4, point 4)."""
_LOOK_SECONDS = 0.1
"""How often memory is looked at where the system holds no limit."""
_TOO_LITTLE_SECONDS = 0.05
"""Waiting that is not worth another look."""


class WithdrawnError(Exception):
    """Raised by `Task.frames` when there is nothing to send after all; no worker is harmed."""


Key = TypeVar("Key")


class Loss(StrEnum):
    """Why a task has no answer."""

    TIMEOUT = "timeout"
    DIED = "died"
    """The worker exited, crashed, was killed by the system, or fell silent for good."""
    MEMORY = "memory"
    """It took more memory than allowed, and was killed for it."""
    NONSENSE = "nonsense"
    """Its answer was too long, or was not accepted; it was killed for it."""
    WITHDRAWN = "withdrawn"
    """Its frames could not be made."""


class Task(Struct, Generic[Key], frozen=True):
    """One request; its frames are made only when a worker is free."""

    key: Key
    frames: Callable[[], tuple[bytes, ...]]
    seconds: float
    """Wall clock until the worker is killed."""
    notes: Mapping[bytes, float] = field(default_factory=dict)
    """What the worker may say before its answer -> seconds it then has until it speaks again."""
    accept: Callable[[bytes], object] = bytes
    """Looks at the answer; raises `ValueError` when it makes no sense, and the worker is killed."""
    max_answer_bytes: int = MAX_ANSWER_BYTES


class Answer(Struct, Generic[Key], frozen=True):
    """What came of one task: exactly one of `payload` and `loss`."""

    key: Key
    payload: bytes | None
    loss: Loss | None = None
    detail: str = ""
    """For developers."""
    note: bytes | None = None
    """The last one that the worker said."""
    status: int | None = None
    """Its exit status, or minus the signal that ended it; `None` unless it ended by itself."""


class Pool(Generic[Key]):
    """Keeps up to `size` workers of one source running."""

    def __init__(
        self,
        source: Source,
        size: int,
        watched_bytes: int | None = None,
        *,
        second_try: bool = False,
    ) -> None:
        """Start nothing yet.

        Args:
            source: where workers come from.
            size: how many at a time.
            watched_bytes: resident memory at which a worker is killed; for systems that hold no
                limit on it.
            second_try: whether a task whose worker vanished without a word gets one more worker.
        """
        self._source = source
        self._closed = threading.Event()
        self._seats: list[_Seat] = [
            _Seat(source, watched_bytes, self._closed, second_try) for _ in range(max(1, size))
        ]

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
        return tuple(w.pid for w in (s.worker for s in self._seats) if w is not None)

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
        """Kill and reap every worker, and start no more; safe to call twice."""
        self._closed.set()
        self._source.refuse()
        for worker in (seat.worker for seat in self._seats):
            if worker is not None:
                worker.kill()
        for seat in self._seats:
            seat.kill()
        self._source.close()


class _Seat:
    """The place of one worker; empty until its first task and after a loss."""

    def __init__(
        self,
        source: Source,
        watched_bytes: int | None,
        closed: threading.Event,
        second_try: bool,
    ) -> None:
        self._source = source
        self._watched_bytes = watched_bytes
        self._second_try = second_try
        self.closed = closed
        self._lock = threading.Lock()
        self.worker: Worker | None = None
        self._talk: Conversation | None = None
        self._served = 0

    def ask(self, task: Task[Key]) -> Answer[Key]:
        try:
            frames = task.frames()
        except WithdrawnError as error:
            return Answer(task.key, None, Loss.WITHDRAWN, str(error))
        answer = self._asked(task, frames)
        if self._second_try and _vanished(answer) and not self.closed.is_set():
            # Once: a file that has the system kill its reader must not be read for ever.
            answer = self._asked(task, frames)
        return answer

    def _asked(self, task: Task[Key], frames: tuple[bytes, ...]) -> Answer[Key]:
        try:
            worker, talk = self._spoken_to(task, frames)
        except (OSError, ValueError) as error:
            return Answer(task.key, None, Loss.DIED, f"not started: {error}")
        answer = self._heard(task, worker, talk)
        self._served += 1
        if answer.payload is not None and self._is_spent(worker):
            self.kill()
        return answer

    def _spoken_to(self, task: Task[Key], frames: tuple[bytes, ...]) -> tuple[Worker, Conversation]:
        with self._lock:
            if self.closed.is_set():
                raise ValueError("the pool was closed")
            if self.worker is None:
                self.worker, self._served = self._source.start(), 0
            notes, most = frozenset(task.notes), task.max_answer_bytes
            self._talk = Conversation(self.worker, frames, notes, most)
            return self.worker, self._talk

    def _heard(self, task: Task[Key], worker: Worker, talk: Conversation) -> Answer[Key]:
        """Listen until the answer, the end of the worker, or the end of its time or memory."""
        note: bytes | None = None
        clock = _Clock(worker.pid, task.seconds)
        while True:
            said = talk.next(clock.next_look(self._watched_bytes is not None))
            if said is None and clock.is_over():
                return self._lost(task, Loss.TIMEOUT, "no time left", note)
            if said is None:
                if self._watched_bytes and _is_over(worker, self._watched_bytes):
                    return self._lost(task, Loss.MEMORY, "over the limit of memory", note)
            elif isinstance(said, Exception):
                nonsense = isinstance(said, FrameTooLongError)
                loss = Loss.NONSENSE if nonsense else Loss.DIED
                return self._lost(task, loss, str(said), note)
            elif said in task.notes:
                note = said
                clock.allow(task.notes[said])
            else:
                return self._answered(task, said, note)

    def _answered(self, task: Task[Key], said: bytes, note: bytes | None) -> Answer[Key]:
        try:
            task.accept(said)
        except ValueError as error:
            return self._lost(task, Loss.NONSENSE, type(error).__name__, note)
        return Answer(task.key, said, note=note)

    def _lost(self, task: Task[Key], loss: Loss, detail: str, note: bytes | None) -> Answer[Key]:
        status = self.kill()
        if status == KILLED:
            status = None  # by us, or by the system at the same moment: nobody can tell
        elif status is not None and loss is Loss.TIMEOUT:
            loss = Loss.DIED  # before its time was over; something it started kept its pipes open
        return Answer(task.key, None, loss, detail, note, status)

    def kill(self) -> int | None:
        """Kill the worker's process group, reap it, and give its exit status."""
        with self._lock:
            worker, self.worker = self.worker, None
            talk, self._talk = self._talk, None
        if worker is None:
            return None
        status = worker.end()
        if talk is None:
            close_pipes(worker)
        else:
            talk.close()
        return status

    def _is_spent(self, worker: Worker) -> bool:
        return self._served >= MAX_TASKS or _is_over(worker, MAX_RESIDENT_BYTES)


class _Clock:
    """Of one task: so long in all, and so long since the last note.

    Time for which the worker waited for a processor does not count against a note's: on a machine
    that does many other things honest work takes several times as long. It counts against the
    whole.
    """

    def __init__(self, process_id: int, seconds: float) -> None:
        self._process_id = process_id
        self._last = time.monotonic() + seconds
        self._deadline = self._last
        self._waited: float | None = None

    def allow(self, seconds: float) -> None:
        """Begin anew, with a note for which a worker has so many seconds."""
        self._deadline = time.monotonic() + seconds
        self._waited = waited_seconds(self._process_id)

    def next_look(self, often: bool) -> float:
        """Give the seconds after which to look at the worker, if it says nothing till then."""
        left = max(min(self._deadline, self._last) - time.monotonic(), 0.0)
        return min(left, _LOOK_SECONDS) if often else left

    def is_over(self) -> bool:
        """Say whether its time is over, after adding to it what the worker spent waiting."""
        if self._waited is not None:
            waited = waited_seconds(self._process_id)
            self._deadline += max(waited - self._waited - _TOO_LITTLE_SECONDS, 0.0)
            self._waited = waited
        return time.monotonic() >= min(self._deadline, self._last)


def _vanished(answer: Answer[Key]) -> bool:
    """Say whether a worker was killed from outside, as far as anybody can tell: no crash, no exit.

    A crash of the worker's own (SIGSEGV, SIGABRT, ...) or an exit has a status and is the file's.
    """
    return answer.loss is Loss.DIED and answer.status is None


def _is_over(worker: Worker, most_bytes: int) -> bool:
    return (resident_bytes(worker.pid) or 0) > most_bytes


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
        if seat.closed.is_set():
            answers.put(Answer(task.key, None, Loss.DIED, "the pool was closed"))
            continue
        try:
            answers.put(seat.ask(task))
        except Exception as error:  # one task's trouble is one task's loss, whatever it is
            answers.put(Answer(task.key, None, Loss.DIED, type(error).__name__))

"""One request and its answer, on the pipes of a worker that may hold them open for ever.

Reading and writing happen in a thread of their own: whoever waits for what was said can stop
waiting, kill the worker and go on. The thread ends with the pipes.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Iterator, Sequence

from docscheck.executors.frames import FrameTooLongError, StreamEndedError, read_frame, write_frame
from docscheck.executors.processes import Worker

MAX_ANSWER_BYTES = 4_000_000
"""Unless a task says otherwise."""
MAX_NOTES = 10_000
"""Of one request; twenty pages that are read again and again have under a tenth."""
_GRACE_SECONDS = 0.3


class Conversation:
    """Sends the frames of one request, then hears notes and at last the answer."""

    def __init__(
        self,
        worker: Worker,
        frames: Sequence[bytes],
        notes: frozenset[bytes],
        max_answer_bytes: int = MAX_ANSWER_BYTES,
    ) -> None:
        self._worker = worker
        self._max_answer_bytes = max_answer_bytes
        self._frames = tuple(frames)
        self._notes = notes
        self._heard: queue.SimpleQueue[bytes | Exception] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._talk, daemon=True)
        self._thread.start()

    def next(self, seconds: float) -> bytes | Exception | None:
        """Give what was said next, why nothing more will be, or `None` when the time is over."""
        try:
            return self._heard.get(timeout=seconds) if seconds > 0 else self._heard.get_nowait()
        except queue.Empty:
            return None

    def close(self) -> None:
        """Close the pipes of a worker that was killed.

        A process that left the worker's group may hold their other ends: then they stay open, and
        the thread waits on them, until that process ends.
        """
        self._thread.join(_GRACE_SECONDS)
        if not self._thread.is_alive():
            close_pipes(self._worker)

    def _talk(self) -> None:
        try:
            for frame in self._frames:
                write_frame(self._worker.requests, frame)
            for said in self._said():
                self._heard.put(said)
        except (OSError, StreamEndedError, ValueError, MemoryError) as error:
            self._heard.put(error)

    def _said(self) -> Iterator[bytes]:
        """Yield notes, and at last the answer."""
        for _ in range(MAX_NOTES):
            said = read_frame(self._worker.answers, self._max_answer_bytes)
            yield said
            if said not in self._notes:
                return
        raise FrameTooLongError(f"more than {MAX_NOTES} notes")


def close_pipes(worker: Worker) -> None:
    """Close both pipes of a worker to which nobody is talking."""
    for stream in (worker.requests, worker.answers):
        # The pipe of a killed process refuses its last buffered bytes; nobody misses them.
        with contextlib.suppress(OSError):
            stream.close()

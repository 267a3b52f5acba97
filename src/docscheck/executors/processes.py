"""A process that takes requests on one pipe and answers on another, and how to get one.

`Spawner` starts a new interpreter for each; `nursery.Nursery` forks them from one that has already
loaded what they need.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from msgspec import Struct

from docscheck.executors.frames import write_frame
from docscheck.executors.homes import Homes, remove

KILLED = signal.SIGTERM.value if sys.platform == "win32" else -signal.SIGKILL.value
"""Exit status of a process that `Worker.kill` ended."""


class Worker(Struct, frozen=True):
    """One process, the leader of a process group of its own."""

    pid: int
    requests: BinaryIO
    answers: BinaryIO
    reap: Callable[[], int | None]
    """Wait for its end and give its exit status, `None` where nobody knows it any more."""
    home: Path
    """Its current folder, empty at the start; nobody else uses it."""

    def end(self) -> int | None:
        """Kill it, reap it, remove its home, and give its exit status."""
        self.kill()
        status = self.reap()
        remove(self.home)
        return status

    def kill(self) -> None:
        """Kill it and whatever it started; a killed worker has still to be reaped."""
        if sys.platform == "win32":
            os.kill(self.pid, signal.SIGTERM)  # TerminateProcess
            return
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


class Source(Protocol):
    """Where workers come from."""

    def start(self) -> Worker:
        """Give a new worker.

        Raises:
            OSError: the system refuses.
        """
        ...

    def refuse(self) -> None:
        """Give no more workers; whoever is waiting for the first one need not wait for it."""
        ...

    def close(self) -> None:
        """Leave no process and no file; every worker was killed before. Safe to call twice."""
        ...


class Spawner:
    """Starts `command` anew for each worker and greets it with the frames of `greeting`."""

    def __init__(
        self, command: Sequence[str], greeting: Sequence[bytes], environment: dict[str, str]
    ) -> None:
        self._command = tuple(command)
        self._greeting = tuple(greeting)
        self._environment = environment
        self._homes = Homes()
        # Linux has a worker die with the thread that started it: one that lives as long as this.
        self._starter = ThreadPoolExecutor(1)

    def start(self) -> Worker:
        return self._starter.submit(self._start).result()

    def _start(self) -> Worker:
        home = self._homes.new()
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment,
            cwd=home,
            # A group of its own, so that whatever a library starts dies with it.
            start_new_session=sys.platform != "win32",
        )
        requests, answers = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        worker = Worker(process.pid, requests, answers, process.wait, home)
        try:
            for frame in self._greeting:
                write_frame(requests, frame)
        except OSError:
            worker.end()
            raise
        return worker

    def refuse(self) -> None:
        """Starting takes no time: nobody waits."""

    def close(self) -> None:
        self._starter.shutdown()
        self._homes.close()

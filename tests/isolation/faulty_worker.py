"""A worker that misbehaves on order: the real one, and files that say what to do and when.

A file whose bytes hold `FAULT <mode> <stage> <argument>` and a line feed is read by the real
`Examiner` until that stage begins; there the mode takes its course. Started by tests only, in place
of `python -m docscheck.worker`.
"""

from __future__ import annotations

import os
import re
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from docscheck.worker import __main__ as worker

FAULT = re.compile(rb"FAULT (\w+) (\w+) ([^\n]*)\n")
_LENGTH = struct.Struct(">Q")


class Misdeeds:
    """One method a mode; those that return let the reading go on honestly."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO, argument: str) -> None:
        self._requests = requests
        self._answers = answers
        self._argument = argument

    def loop(self) -> None:
        while True:
            pass

    def sleep(self) -> None:
        time.sleep(3600)

    def allocate(self) -> None:
        bytearray(8_000_000_000)

    def segv(self) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    def abort(self) -> None:
        os.abort()

    def leave(self) -> None:
        os._exit(0)

    def exit(self) -> None:
        # Not an `Exception`: it passes every handler of the real worker.
        sys.exit(0)

    def half(self) -> None:
        self._answers.write(_LENGTH.pack(5000) + b'{"media_type":')
        self._answers.flush()
        os._exit(0)

    def huge(self) -> None:
        self._answers.write(_LENGTH.pack(1_000_000_000))
        while True:
            self._answers.write(bytes(1_000_000))

    def schema(self) -> None:
        lie = b'{"media_type":"image/jpeg","examined":{"pages":"all"},"versions":{}}'
        self._answers.write(_LENGTH.pack(len(lie)) + lie)
        self._answers.flush()

    def stubborn(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        self.loop()

    def grandchild(self) -> None:
        """Leave one that keeps both pipes; out of this group, if the argument says so."""
        if os.fork():
            os._exit(0)
        if self._argument == "apart":
            os.setsid()
        self.sleep()

    def silent(self) -> None:
        os.close(self._answers.fileno())
        os.close(self._requests.fileno())
        self.sleep()

    def write(self) -> None:
        """Do to the folder, whose path is the argument, what must not be done to it."""
        folder = Path(self._argument)
        for deed in (
            lambda: (folder / "new.txt").write_text("new"),
            lambda: (folder / "neighbour.pdf").write_bytes(b""),
            lambda: (folder / "neighbour.pdf").open("ab").write(b"more"),
            lambda: (folder / "neighbour.pdf").unlink(),
            lambda: (folder / "neighbour.pdf").rename(folder / "moved.pdf"),
            lambda: os.link(folder / "neighbour.pdf", folder / "linked.pdf"),
            lambda: (folder / "inner").mkdir(),
            lambda: os.mkfifo(folder / "fifo"),
        ):
            try:
                deed()
            except OSError:
                continue


class FaultyExaminer:
    """The real one, whose stages are the occasion."""

    def __init__(self, examiner: worker.Examiner, requests: BinaryIO, answers: BinaryIO) -> None:
        self._examiner = examiner
        self._pipes = (requests, answers)

    def examine(self, data: bytes, extension: str, enter: Callable[[str], None]) -> object:
        order = FAULT.search(data)

        def entering(stage: str) -> None:
            enter(stage)
            if order is not None and order[2].decode() == stage:
                getattr(Misdeeds(*self._pipes, order[3].decode()), order[1].decode())()

        return self._examiner.examine(data, extension, entering)


def serve(examiner: worker.Examiner, requests: BinaryIO, answers: BinaryIO, states: object) -> None:
    worker.serve_files(FaultyExaminer(examiner, requests, answers), requests, answers, states)


if __name__ == "__main__":
    worker.main(serve)

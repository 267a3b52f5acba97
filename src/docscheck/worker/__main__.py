"""The process that opens documents: read requests, answer.

`python -m docscheck.worker MEMORY_BYTES` is one worker: requests on stdin, answers on stdout, the
greeting first. `python -m docscheck.worker MEMORY_BYTES nursery` forks workers, ordered on stdin.
The limits are set before any library that opens documents is imported (R2 of `reliability.md`).
Whatever a library prints goes nowhere: the real stdout is kept aside for the answers.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from typing import TYPE_CHECKING, BinaryIO, NoReturn

if TYPE_CHECKING:
    from docscheck.examine import Examiner
    from docscheck.executors.nursery import Work

NURSERY = "nursery"


def main() -> None:
    """Serve until the supervisor closes the pipe."""
    memory_bytes = int(sys.argv[1])
    if sys.argv[2:] == [NURSERY]:
        rear(socket.socket(fileno=sys.stdin.fileno()), memory_bytes)
    answers = _keep_stdout_aside()
    _set_limits(memory_bytes)
    _serve_alone(sys.stdin.buffer, answers)


def rear(control: socket.socket, memory_bytes: int) -> NoReturn:
    """Load everything once, then fork workers that have it."""
    from docscheck.executors.nursery import serve

    _set_limits(memory_bytes)
    serve(control, _prepare)


def _prepare(greeting: bytes) -> Work:
    gc.disable()
    examiner = _examiner(greeting)
    examiner.warm_up()
    gc.enable()
    # What is loaded stays: a collection in a worker neither looks at it nor copies its pages.
    gc.freeze()

    def work(requests: BinaryIO, answers: BinaryIO) -> None:
        _serve(examiner, requests, answers)

    return work


def _keep_stdout_aside() -> BinaryIO:
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return answers


def _set_limits(memory_bytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS accepts RLIMIT_AS and does not hold it.
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _examiner(greeting: bytes) -> Examiner:
    from docscheck.examine import Examiner
    from docscheck.worker import protocol

    return Examiner(protocol.decode_setup(greeting))


def _serve_alone(requests: BinaryIO, answers: BinaryIO) -> None:
    from docscheck.executors.frames import StreamEndedError, read_frame
    from docscheck.worker.protocol import MAX_REQUEST_BYTES

    try:
        greeting = read_frame(requests, MAX_REQUEST_BYTES)
    except StreamEndedError:
        return
    _serve(_examiner(greeting), requests, answers)


def _serve(examiner: Examiner, requests: BinaryIO, answers: BinaryIO) -> None:
    from docscheck.executors.frames import StreamEndedError, read_frame, write_frame
    from docscheck.worker import protocol

    try:
        while True:
            header = protocol.decode_request(read_frame(requests, protocol.MAX_REQUEST_BYTES))
            data = read_frame(requests, protocol.MAX_REQUEST_BYTES)
            write_frame(answers, protocol.encode(examiner.examine(data, header.extension)))
    except StreamEndedError:
        # The supervisor closed the pipe: the work is done, or the supervisor is gone.
        return


if __name__ == "__main__":
    main()

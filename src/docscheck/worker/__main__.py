"""The process that opens documents: read requests, answer.

`python -m docscheck.worker MEMORY_BYTES` is one worker: requests on stdin, answers on stdout, the
greeting first. `python -m docscheck.worker MEMORY_BYTES nursery` forks workers, ordered on stdin.
The limit of memory is set before any library that opens documents is imported (R2 of
`reliability.md`), and the rest is given up before a file is read (`hardening`).
Whatever a library prints goes nowhere: the real stdout is kept aside for the answers.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from docscheck.worker import hardening
from docscheck.worker.heap import keep_freed_memory

if TYPE_CHECKING:
    from docscheck.examine import Examiner
    from docscheck.executors.nursery import Work
    from docscheck.mend.make import Enter
    from docscheck.worker.protocol import MendRequest

    Serve = Callable[[Examiner, BinaryIO, BinaryIO, hardening.States], None]

NURSERY = "nursery"


def main(serve: Serve | None = None, measures: hardening.Measures | None = None) -> None:
    """Serve until the supervisor closes the pipe.

    Args:
        serve: what a worker does with its pipes; only tests have another than `serve_files`.
        measures: what a worker gives up; only measuring its cost has others.
    """
    memory_bytes = int(sys.argv[1])
    if sys.argv[2:] == [NURSERY]:
        rear(socket.socket(fileno=sys.stdin.fileno()), memory_bytes, serve, measures)
    hardening.die_with_parent()
    keep_freed_memory()
    given = measures or hardening.Measures()
    states = given.at_once(memory_bytes) | given.before_files()
    _serve_alone(sys.stdin.buffer, _keep_stdout_aside(), serve or serve_files, states)


def rear(
    control: socket.socket,
    memory_bytes: int,
    serve: Serve | None = None,
    measures: hardening.Measures | None = None,
) -> NoReturn:
    """Load everything once, then fork workers that have it; arguments as in `main`."""
    from docscheck.executors import nursery

    given = measures or hardening.Measures()
    inherited = given.at_once(memory_bytes)
    keep_freed_memory()

    def prepare(greeting: bytes) -> Work:
        examiner = _warm_examiner(greeting)

        def work(requests: BinaryIO, answers: BinaryIO) -> None:
            states = inherited | given.before_files()
            (serve or serve_files)(examiner, requests, answers, states)

        return work

    nursery.serve(control, prepare)


def serve_files(
    examiner: Examiner, requests: BinaryIO, answers: BinaryIO, states: hardening.States
) -> None:
    """Answer requests, each after the stages that led to it."""
    from docscheck.document import Examined
    from docscheck.executors.frames import StreamEndedError, read_frame, write_frame
    from docscheck.losses import MEMORY, Stage, Trouble
    from docscheck.worker import protocol

    def enter(stage: Stage) -> None:
        write_frame(answers, protocol.note(stage))

    def next_frame() -> bytes:
        return read_frame(requests, protocol.MAX_REQUEST_BYTES)

    try:
        while True:
            header = protocol.decode_request(next_frame())
            hardening.limit_cpu(header.seconds)
            if isinstance(header, protocol.MendRequest):
                write_frame(answers, _made(header, next_frame, enter))
                continue
            try:
                data = next_frame()
                reply = examiner.examine(data, header.extension, enter)
                answer = protocol.encode_reply(reply, header, states)
            except MemoryError:
                lost = Examined(trouble=Trouble.LIMIT, detail=MEMORY)
                answer = protocol.encode_reply(protocol.Reply(None, lost, {}), header, states)
            write_frame(answers, answer)
    except StreamEndedError:
        # The supervisor closed the pipe: the work is done, or the supervisor is gone.
        return


def _made(header: MendRequest, next_frame: Callable[[], bytes], enter: Enter) -> bytes:
    """Make a file to upload; what makes them is loaded with the first."""
    from docscheck.losses import MEMORY, Trouble
    from docscheck.mend.make import make
    from docscheck.mend.order import Made
    from docscheck.pages.interface import Limits
    from docscheck.worker.protocol import encode_made

    limits = Limits(max_pages=header.max_pages, max_pixels_decode=header.max_pixels)
    try:
        sources = [next_frame() for _ in range(header.sources)]
        return encode_made(make(sources, header.order, limits, enter), header)
    except MemoryError:
        return encode_made(Made(trouble=Trouble.LIMIT, detail=MEMORY), header)


def _warm_examiner(greeting: bytes) -> Examiner:
    gc.disable()
    examiner = _examiner(greeting)
    examiner.warm_up()
    gc.enable()
    # What is loaded stays: a collection in a worker neither looks at it nor copies its pages.
    gc.freeze()
    return examiner


def _keep_stdout_aside() -> BinaryIO:
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return answers


def _examiner(greeting: bytes) -> Examiner:
    from docscheck.examine import Examiner
    from docscheck.worker import protocol

    return Examiner(protocol.decode_setup(greeting))


def _serve_alone(
    requests: BinaryIO, answers: BinaryIO, serve: Serve, states: hardening.States
) -> None:
    from docscheck.executors.frames import StreamEndedError, read_frame
    from docscheck.worker.protocol import MAX_REQUEST_BYTES

    try:
        greeting = read_frame(requests, MAX_REQUEST_BYTES)
    except StreamEndedError:
        return
    serve(_examiner(greeting), requests, answers, states)


if __name__ == "__main__":
    main()

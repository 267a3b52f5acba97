"""`python -m docscheck.worker MEMORY_BYTES`: read requests from stdin, answer on stdout.

The limits are set before any library that opens documents is imported (R2 of `reliability.md`).
Whatever a library prints goes nowhere: the real stdout is kept aside for the answers.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO


def main() -> None:
    """Serve until the supervisor closes the pipe."""
    answers = _keep_stdout_aside()
    _set_limits(int(sys.argv[1]))
    _serve(sys.stdin.buffer, answers)


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


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    from docscheck.examine import Examiner
    from docscheck.executors.frames import StreamEndedError, read_frame, write_frame
    from docscheck.worker import protocol

    try:
        examiner = Examiner(protocol.decode_setup(read_frame(requests, protocol.MAX_REQUEST_BYTES)))
        while True:
            header = protocol.decode_request(read_frame(requests, protocol.MAX_REQUEST_BYTES))
            data = read_frame(requests, protocol.MAX_REQUEST_BYTES)
            write_frame(answers, protocol.encode(examiner.examine(data, header.extension)))
    except StreamEndedError:
        # The supervisor closed the pipe: the work is done, or the supervisor is gone.
        return


if __name__ == "__main__":
    main()

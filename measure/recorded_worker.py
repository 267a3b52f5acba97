"""A worker that opens no document: files hold the facts that a real one found, and it repeats them.

Started by `measure.recorded_batch` only, by its path, in place of `python -m docscheck.worker`. It
loads the same, gives up the same rights and says the same notes on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from docscheck.worker import __main__ as worker

if TYPE_CHECKING:
    from docscheck.examine import Examiner
    from docscheck.worker.hardening import States


def serve_recorded(
    _examiner: Examiner, requests: BinaryIO, answers: BinaryIO, states: States
) -> None:
    """Answer each request with what its file holds: a line of its own, notes, the reply."""
    import msgspec

    from docscheck.executors.frames import StreamEndedError, read_frame, write_frame
    from docscheck.worker import protocol

    try:
        while True:
            header = protocol.decode_request(read_frame(requests, protocol.MAX_REQUEST_BYTES))
            if isinstance(header, protocol.MendRequest):
                raise SystemExit("nothing is made of recorded facts")
            _, notes, reply = read_frame(requests, protocol.MAX_REQUEST_BYTES).split(b"\n", 2)
            for stage in notes.split():
                write_frame(answers, stage)
            found = msgspec.json.decode(reply, type=protocol.Reply)
            write_frame(answers, protocol.encode_reply(found, header, states))
    except StreamEndedError:
        return


if __name__ == "__main__":
    worker.main(serve_recorded)

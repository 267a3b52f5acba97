"""Messages over a pipe: a length, then that many bytes.

The other end may be a process gone mad, so a length is checked against a limit before anything
is read, and a short read is the end of the stream, never half a message.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

_HEADER = struct.Struct(">Q")


class StreamEndedError(Exception):
    """The other end closed the pipe or died."""


class FrameTooLongError(StreamEndedError):
    """The other end announced more than the limit."""


def write_frame(stream: BinaryIO, payload: bytes) -> None:
    """Send one message and flush it."""
    stream.write(_HEADER.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: BinaryIO, max_bytes: int) -> bytes:
    """Receive one message of at most `max_bytes`.

    Raises:
        StreamEndedError: the stream ended.
        FrameTooLongError: the announced length is over the limit.
    """
    (length,) = _HEADER.unpack(_read_exactly(stream, _HEADER.size))
    if length > max_bytes:
        raise FrameTooLongError(f"announced {length} bytes, limit {max_bytes}")
    return _read_exactly(stream, length)


def _read_exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if data is None or len(data) < count:
        raise StreamEndedError("the stream ended")
    return data

"""The process that opens a list: `python -m docscheck.batch.sheet_worker MEMORY_BYTES`.

It gives up what the workers that read papers give up (`worker.hardening`), reads one list from its
first pipe and writes the rows to its second, packed: a list of a hundred thousand rows is longer
than an answer may be.
"""

from __future__ import annotations

import os
import sys
import zlib

import msgspec

from docscheck.batch.sheet import Sheet, SheetTrouble, read_sheet
from docscheck.executors.frames import StreamEndedError, read_frame, write_frame
from docscheck.worker import hardening

MAX_BYTES = 40_000_000
"""Of a list, as it lies on the disk."""
SECONDS = 120.0
_MAX_PLAIN_BYTES = 200_000_000


def main() -> None:
    """Read one list and end."""
    measures = hardening.Measures()
    measures.at_once(int(sys.argv[1]))
    measures.before_files()
    answers = os.fdopen(os.dup(1), "wb")
    try:
        data = read_frame(sys.stdin.buffer, MAX_BYTES)
    except StreamEndedError:
        return
    hardening.limit_cpu(SECONDS)
    try:
        sheet = read_sheet(data)
    except MemoryError:
        sheet = Sheet(trouble=SheetTrouble.TOO_LONG)
    write_frame(answers, zlib.compress(msgspec.json.encode(sheet)))


def unpacked(answer: bytes) -> Sheet:
    """Decode the answer of such a process, in the one that asked.

    Raises:
        ValueError: it is none.
    """
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(answer, _MAX_PLAIN_BYTES)
    except zlib.error as error:
        raise ValueError("not packed") from error
    if not unpacker.eof:
        raise ValueError("too long, or cut")
    return msgspec.json.decode(plain, type=Sheet)


if __name__ == "__main__":
    main()

"""A worker that reads honestly and misbehaves when it makes a file from bytes that say so.

Started by tests only, in place of `python -m docscheck.worker`: a source with `FAULT <deed>` in it.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from typing import Any

from docscheck.mend import make as room
from docscheck.mend.order import Made
from docscheck.worker import __main__ as worker

FAULT = re.compile(rb"FAULT (\w+)")
_honest = room.make


def _faulty(sources: Sequence[bytes], *arguments: Any) -> Made:
    found = next((f for data in sources if (f := FAULT.search(data))), None)
    match found and found[1].decode():
        case "segv":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "sleep":
            time.sleep(3600)
        case "leave":
            os._exit(0)
        case "allocate":
            bytearray(8_000_000_000)
        case "lie":
            return Made(b"MZ a program, and no PDF")
        case "script":
            return Made(SCRIPT.read_bytes())
    return _honest(sources, *arguments)


if __name__ == "__main__":
    from pathlib import Path

    SCRIPT = Path(sys.argv.pop(1))
    room.make = _faulty  # type: ignore[assignment]  # the same arguments, but for their names
    worker.main()

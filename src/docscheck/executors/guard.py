"""Who wipes a private folder when the process that uses it is killed? A small one that outlives it.

It waits for the end of its standard input, whose other end only that process holds: the system
closes it whatever the process dies of. What a guard that was killed too leaves behind is cleared at
the next start (`homes`).
"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from pathlib import Path

from docscheck.executors.homes import remove

_TRIES, _PAUSE_SECONDS = 100, 0.1
"""Workers of the dead process end a moment after it, and may still have written meanwhile."""
_IGNORED = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Guard:
    """The end of the process that is watched."""

    def __init__(self, folder: Path) -> None:
        """Start to watch over a folder.

        Raises:
            OSError: the system refuses.
        """
        # -P: a module lying in the current folder is never imported (R12 of `reliability.md`).
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-m", "docscheck.executors.guard", str(folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder.parent,
            # Ctrl-C and the end of the terminal are not for it.
            start_new_session=sys.platform != "win32",
        )

    def close(self) -> None:
        """Let it wipe what is left, and wait for its end; safe to call twice."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._process.wait()


def main(folder: Path) -> None:
    """Wait for the end of the process that started this one, then remove the folder."""
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    sys.stdin.buffer.read()
    for _ in range(_TRIES):
        remove(folder)
        if not folder.exists():
            return
        time.sleep(_PAUSE_SECONDS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

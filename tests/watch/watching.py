"""The real `docscheck watch` at the other end of a pipe or a terminal, known by what it says."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.cli.command import SEPARATE, TODAY
from tests.resilience.running import PATIENCE

STARTED = r"is being watched.*Ctrl-C ends\."


class Watching:
    """One that is under way."""

    def __init__(self, process: subprocess.Popen[bytes], out: int) -> None:
        self.process = process
        self._out = out
        self.said = ""
        """Everything that was said so far."""
        self._heard = 0

    def until(self, pattern: str) -> str:
        """Wait until it says this after what was waited for before, and give all of it."""
        while True:
            found = re.search(pattern, self.said[self._heard :])
            if found:
                before = self.said[self._heard : self._heard + found.end()]
                self._heard += found.end()
                return before
            if not self.hears(PATIENCE):
                raise TimeoutError(f"{pattern!r} is not said: {self.said!r}")

    def hears(self, seconds: float) -> bool:
        """Listen for at most so long; say whether anything was said."""
        if not select.select([self._out], [], [], seconds)[0]:
            return False
        # Linux: reading from a terminal whose other end is closed is an error.
        with contextlib.suppress(OSError):
            piece = os.read(self._out, 65536)
            self.said += piece.decode()
            return bool(piece)
        return False

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Interrupt it, hear it out and give its exit code."""
        self.process.send_signal(number)
        while self.hears(PATIENCE):
            pass
        return self.process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def watching(
    folder: Path, *arguments: str, terminal: bool = False, prefix: tuple[str, ...] = ()
) -> Iterator[Watching]:
    """Start it, in English unless told otherwise, and give it at once."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    process = subprocess.Popen(
        [*prefix, *SEPARATE, "watch", os.fspath(folder), *TODAY, "--jobs", "1", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if terminal else subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100"},
    )
    os.close(theirs)
    try:
        yield Watching(process, ours)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()
        os.close(ours)

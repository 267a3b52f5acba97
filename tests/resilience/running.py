"""A real check that is under way, known from its own line of progress; nothing here sleeps."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tests.cli.command import SEPARATE, TODAY

SAMPLE = Path(__file__).parents[2] / "sample_docs" / "expired_passport" / "documents"
PATIENCE = 120
"""Seconds after which a test gives up, on any machine."""


def folder_of_much_work(parent: Path, copies: int = 4) -> Path:
    """Give a folder of pictures that takes several seconds to read."""
    folder = parent / "papers"
    folder.mkdir()
    for number in range(copies):
        for paper in SAMPLE.iterdir():
            shutil.copy(paper, folder / f"{number}_{paper.name}")
    return folder


class Running(Struct):
    """A check and the terminal that shows its stderr."""

    process: subprocess.Popen[bytes]
    terminal: int

    def end(self, *signals: signal.Signals) -> int:
        """Send signals and give the exit code."""
        for number in signals:
            self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def said(self) -> str:
        """Give what was written to stderr since it was given out; for a process that has ended."""
        said = bytearray()
        # Linux: reading from a terminal whose other end is closed is an error.
        with contextlib.suppress(OSError):
            while piece := os.read(self.terminal, 4096):
                said += piece
        return said.decode()


@contextlib.contextmanager
def under_way(folder: Path, *arguments: str) -> Iterator[Running]:
    """Start a check and give it when the first file is done and others are not."""
    ours, theirs = pty.openpty()
    command = [*SEPARATE, "check", os.fspath(folder), *TODAY, "--jobs", "1", *arguments]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    os.close(theirs)
    said = bytearray()
    try:
        while b" 1/" not in said:
            if not select.select([ours], [], [], PATIENCE)[0]:
                raise TimeoutError(f"no progress: {said!r}")
            said += os.read(ours, 4096)
        yield Running(process, ours)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
        os.close(ours)


def descendants(pid: int) -> dict[int, str]:
    """Give the processes below `pid`, each with the time of its start, which a number lacks."""
    parents: dict[int, list[tuple[int, str]]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                after_name = (entry / "stat").read_text().rpartition(")")[2].split()
                parents.setdefault(int(after_name[1]), []).append((int(entry.name), after_name[19]))
    found: dict[int, str] = {}
    waiting = [pid]
    while waiting:
        for child, start in parents.get(waiting.pop(), []):
            found[child] = start
            waiting.append(child)
    return found


def still_running(known: dict[int, str]) -> set[int]:
    """Give those of the processes that are still there and no zombies."""
    alive = set()
    for pid, start in known.items():
        with contextlib.suppress(OSError):
            after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            if after_name[19] == start and after_name[0] != "Z":
                alive.add(pid)
    return alive


def wait_until_gone(known: dict[int, str], seconds: float) -> set[int]:
    """Wait for the end of processes that are no children of ours; give those that stay."""
    deadline = time.monotonic() + seconds
    for pid in known:
        with contextlib.suppress(OSError):
            descriptor = os.pidfd_open(pid)
            select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
            os.close(descriptor)
    return still_running(known)

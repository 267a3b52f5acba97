"""A real check that is under way, known from its own line of progress; nothing here sleeps."""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from msgspec import Struct

from tests.cli.bad_files import certificate
from tests.cli.command import SEPARATE, TODAY

SAMPLE = Path(__file__).parents[2] / "sample_docs" / "expired_passport" / "documents"
PATIENCE = 120
"""Seconds after which a test gives up, on any machine."""


def slowness() -> float:
    """Tell how many times longer than alone a computation takes now: 1 on an idle machine."""
    start, used = time.monotonic(), time.process_time()
    while time.process_time() - used < 0.1:
        pass
    return max(1.0, (time.monotonic() - start) / 0.1)


def folder_of_much_work(parent: Path, copies: int = 4) -> Path:
    """Give a folder of pictures that takes several seconds to read, but for the first two files."""
    folder = parent / "papers"
    folder.mkdir()
    for name in ("certificate.pdf", "the same, larger.pdf"):
        # The largest is read first; what nothing in a PDF refers to costs no time.
        with pikepdf.open(io.BytesIO(certificate())) as pdf:
            pdf.Root.Unused = pdf.make_stream(os.urandom(300_000 + len(name)))
            pdf.save(folder / name)
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

    def hang_up(self) -> int:
        """Close the terminal and give the exit code."""
        nowhere = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nowhere, self.terminal)
        os.close(nowhere)
        return self.process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def under_way(
    folder: Path, *arguments: str, command: str = "check", at_home: bool = False
) -> Iterator[Running]:
    """Start a check and give it when the first file is done and others are not.

    With `at_home` the terminal is all it has, and tells it when it is closed.
    """
    asked = [command, os.fspath(folder), *TODAY, "--jobs", "1", *arguments]
    with seen_under_way(asked, b" 1/", at_home=at_home) as running:
        yield running


@contextlib.contextmanager
def seen_under_way(
    command: Sequence[str], mark: bytes, *, at_home: bool = False
) -> Iterator[Running]:
    """Start docscheck and give it when its line of progress shows the mark."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*SEPARATE, *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        preexec_fn=(lambda: os.login_tty(2)) if at_home else None,
    )
    os.close(theirs)
    said = bytearray()
    try:
        while mark not in said:
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


@contextlib.contextmanager
def silently(folder: Path, opened: int, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a check that shows no progress, and give it when it opens its so manieth file.

    With one worker, a file is opened once the one before was read; the first one at once, while
    what reads is still being loaded.
    """
    with opens(folder) as names:
        command = [*SEPARATE, "check", os.fspath(folder), *TODAY, "--jobs", "1", *arguments]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        try:
            seen: set[bytes] = set()
            while len(seen) < opened:
                seen.add(next(names))
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()


@contextlib.contextmanager
def opens(folder: Path) -> Iterator[Iterator[bytes]]:
    """Give the names of the files of a folder as they are opened (inotify(7))."""
    library = ctypes.CDLL(None)
    watch = library.inotify_init1(os.O_CLOEXEC)
    library.inotify_add_watch(watch, os.fsencode(folder), 0x20)  # IN_OPEN
    try:
        yield _names(watch)
    finally:
        os.close(watch)


def _names(watch: int) -> Iterator[bytes]:
    while select.select([watch], [], [], PATIENCE)[0]:
        events = os.read(watch, 65536)
        while events:
            _, _, _, length = struct.unpack_from("iIII", events)
            name = events[16 : 16 + length].rstrip(b"\0")
            events = events[16 + length :]
            if name:
                yield name
    raise TimeoutError("no file is opened")


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

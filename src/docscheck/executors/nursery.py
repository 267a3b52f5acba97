"""One process that loads everything once and forks a worker for each request (Linux).

A new interpreter needs half a second to load what reads documents; a fork of one that has it needs
a few milliseconds and shares its memory. The nursery itself never reads a document. It stands
between supervisor and workers: it reaps a worker only when asked, so the id that the supervisor
kills is never another process's; when its supervisor closes the socket or dies, it kills every
worker and ends; when it dies itself, the system kills its workers (`PR_SET_PDEATHSIG`). What a dead
worker left behind, in its group or not, becomes the nursery's (`PR_SET_CHILD_SUBREAPER`), which
kills it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from docscheck.executors.homes import Homes
from docscheck.executors.processes import Worker

AVAILABLE = sys.platform == "linux"

Work = Callable[[BinaryIO, BinaryIO], None]
"""What a worker does with its two pipes until the first one ends."""
Prepare = Callable[[bytes], Work]
"""Loads everything, from the greeting, and gives the work of each fork."""

_START, _REAP = 1, 2
_ORDER = struct.Struct(">BQ")
"""What to do, and the process it concerns."""
_REPLY = struct.Struct(">q")
_LENGTH = struct.Struct(">Q")
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36  # linux/prctl.h
_HELD = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
_GRACE_SECONDS = 1.0
"""In which a nursery that was let go kills its workers and ends."""


def may_fork() -> bool:
    """Whether a fork of this process is a whole process: one thread, and nobody holds a lock."""
    return AVAILABLE and len([*Path("/proc/self/task").iterdir()]) == 1


class Nursery:
    """The supervisor's end."""

    def __init__(
        self,
        command: Sequence[str],
        greeting: bytes,
        environment: dict[str, str],
        fork: Callable[[socket.socket], NoReturn] | None = None,
    ) -> None:
        """Say how to start; nothing is started before the first worker is asked for.

        Args:
            command: starts a process that calls `serve` with its standard input, a socket.
            greeting: for `Prepare`.
            environment: of the process and its workers.
            fork: where this process does nothing else, and `may_fork`: what a fork of it does
                instead of `command`, which spares loading what is here already.
        """
        self._command = tuple(command)
        self._greeting = greeting
        self._environment = environment
        self._fork = fork
        self._control: socket.socket | None = None
        self._pid: int | None = None
        self._loaded = False
        """It has given a worker; before, it has none."""
        self._refusing = False
        self._homes = Homes()
        self._lock = threading.Lock()

    def open(self) -> None:
        """Start the process, so that it loads while others work; `start` does so otherwise."""
        with self._lock:
            self._opened()

    def start(self) -> Worker:
        with self._lock:
            try:
                return self._started()
            except OSError:
                # It was killed, and its workers with it: one more is one more start, no more.
                self._end()
                if self._refusing:
                    raise
                return self._started()

    def refuse(self) -> None:
        self._refusing = True
        control = self._control
        if control is not None and not self._loaded:
            with contextlib.suppress(OSError):
                control.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        with self._lock:
            self._end()
            self._homes.close()

    def _opened(self) -> socket.socket:
        if self._control is None:
            ours, theirs = socket.socketpair()
            with theirs, _signals_held() if self._fork else contextlib.nullcontext():
                self._pid = self._forked(ours, theirs) if self._fork else self._spawned(theirs)
                self._control, self._fork, self._loaded = ours, None, False
            ours.sendall(_LENGTH.pack(len(self._greeting)) + self._greeting)
        return self._control

    def _spawned(self, theirs: socket.socket) -> int:
        process = subprocess.Popen(
            self._command,
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment,
            start_new_session=True,
        )
        # It is waited for by its number, as a forked one is.
        process.returncode = 0
        return process.pid

    def _forked(self, ours: socket.socket, theirs: socket.socket) -> int:
        pid = os.fork()
        if pid:
            return pid
        try:
            ours.close()
            _become_a_child(theirs, self._environment)
            if self._fork is not None:
                self._fork(theirs)
        finally:
            os._exit(1)

    def _started(self) -> Worker:
        control, path = self._opened(), self._homes.new()
        requests_out, requests_in = os.pipe()
        answers_out, answers_in = os.pipe()
        home = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            order = _ORDER.pack(_START, 0)
            socket.send_fds(control, [order], [requests_out, answers_in, home])
            pid = _reply(control)
        except OSError:
            os.close(requests_in)
            os.close(answers_out)
            raise
        finally:
            for theirs in (requests_out, answers_in, home):
                os.close(theirs)
        self._loaded = True
        requests, answers = os.fdopen(requests_in, "wb"), os.fdopen(answers_out, "rb")
        return Worker(pid, requests, answers, lambda: self._reaped(control, pid), path)

    def _reaped(self, control: socket.socket, pid: int) -> int | None:
        with self._lock:
            if control is not self._control:
                return None
            try:
                control.sendall(_ORDER.pack(_REAP, pid))
                return os.waitstatus_to_exitcode(_reply(control))
            except OSError:
                return None

    def _end(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._pid is not None:
            if not self._loaded or not _ends_within(self._pid, _GRACE_SECONDS):
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)
            self._pid = None


def serve(control: socket.socket, prepare: Prepare) -> NoReturn:
    """Be the nursery: prepare, then fork for each order until the supervisor is gone."""
    living: set[int] = set()
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)
    try:
        (length,) = _LENGTH.unpack(_receive(control, _LENGTH.size))
        work = prepare(_receive(control, length))
        while True:
            _obey(control, work, living)
    except OSError:
        # The supervisor closed the socket: the work is done, or the supervisor is gone.
        _kill_all(living)
        os._exit(0)
    finally:
        os._exit(1)


def _obey(control: socket.socket, work: Work, living: set[int]) -> None:
    message, pipes, _, _ = socket.recv_fds(control, _ORDER.size, 3)
    if len(message) < _ORDER.size:
        raise ConnectionError("the supervisor is gone")
    order, pid = _ORDER.unpack(message)
    if order == _REAP:
        _, status = os.waitpid(pid, 0)
        living.discard(pid)
        _kill_left_behind(living)
        control.sendall(_REPLY.pack(status))
        return
    nursery, pid = os.getpid(), os.fork()
    if not pid:
        _work(control, work, pipes, nursery)
    with contextlib.suppress(OSError):
        # The child does the same; whoever comes first.
        os.setpgid(pid, pid)
    living.add(pid)
    for pipe in pipes:
        os.close(pipe)
    control.sendall(_REPLY.pack(pid))


def _work(control: socket.socket, work: Work, pipes: Sequence[int], nursery: int) -> NoReturn:
    try:
        control.close()
        os.setpgid(0, 0)
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        requests, answers, home = pipes
        os.fchdir(home)
        os.close(home)
        if os.getppid() == nursery:
            work(os.fdopen(requests, "rb"), os.fdopen(answers, "wb"))
            os._exit(0)
    finally:
        os._exit(1)


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals wait: what Python runs around a fork swallows exceptions, interruptions too."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _become_a_child(control: socket.socket, environment: dict[str, str]) -> None:
    """Keep nothing of the process this is a fork of: files, variables, signals, current folder."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.closerange(3, control.fileno())
    os.closerange(control.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
    os.environ.clear()
    os.environ.update(environment)
    # A module lying in the current folder is never imported (R12 of `reliability.md`).
    here = os.path.realpath(os.curdir)
    sys.path[:] = [place for place in sys.path if place and os.path.realpath(place) != here]


def _kill_all(living: set[int]) -> None:
    for pid in living:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    for pid in living:
        os.waitpid(pid, 0)
    _kill_left_behind(set())


def _kill_left_behind(living: set[int]) -> None:
    """Kill and reap what dead workers had started: all children that are not living workers."""
    while strangers := _children() - living:
        for pid in strangers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in strangers:
            os.waitpid(pid, 0)


def _children() -> set[int]:
    """Give the children of this process, of one thread; none where they are not listed."""
    try:
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    except OSError:
        return set()
    return set(map(int, listed.split()))


def _ends_within(pid: int, seconds: float) -> bool:
    """Wait for the end of a child, and reap it; pidfd_open(2), where it is, wakes at once."""
    try:
        handle = os.pidfd_open(pid)
    except OSError:
        ended = True
    else:
        with os.fdopen(handle):
            ended = bool(select.select([handle], [], [], seconds)[0])
    if ended:
        os.waitpid(pid, 0)
    return ended


def _reply(control: socket.socket) -> int:
    (number,) = _REPLY.unpack(_receive(control, _REPLY.size))
    return int(number)


def _receive(control: socket.socket, count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        piece = control.recv(count - len(data))
        if not piece:
            raise ConnectionError("the other end is gone")
        data += piece
    return bytes(data)

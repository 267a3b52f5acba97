"""What a worker gives up before it reads a file (`reliability.md` §4, points 3 and 5; R8).

Each measure is optional: where the system does not offer it, or refuses, the worker goes on without
and says so. All of it needs no privilege and no library. Linux offers everything below; macOS
the limits except the one of memory, which it takes and does not hold (the supervisor looks at the
memory instead); Windows nothing of this.
"""

from __future__ import annotations

import ctypes
import math
import os
import signal
import sys
import tempfile
from enum import StrEnum
from pathlib import Path

from docscheck.worker import landlock

MAX_FILE_BYTES = 128_000_000
"""Of a file that a worker writes: py3langid unpacks its model into one of 68 MB, so the 64 MB
of `reliability.md` are too few; a picture handed to an OCR program has 12."""
MAX_OPEN_FILES = 64
"""Pipes, one document, libraries and language data while they are loaded: about 20."""
_CPU_GRACE_SECONDS = 2
"""Beyond the wall clock of a file: the supervisor, if it lives, comes first."""

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38  # linux/prctl.h
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h


class Measure(StrEnum):
    """What can be taken from a worker."""

    MEMORY = "memory_limit"
    CPU = "cpu_limit"
    FILE_SIZE = "file_size_limit"
    OPEN_FILES = "open_files_limit"
    NO_CORE = "no_core_file"
    NO_TRACE = "no_tracing"
    """Other processes of this user may not look into its memory (`PR_SET_DUMPABLE`)."""
    NO_PRIVILEGES = "no_new_privileges"
    NO_WRITING = "no_writing"
    """Outside its own empty folder (Landlock)."""
    NO_TCP = "no_tcp"
    """Landlock, from version 4 of its interface."""
    NO_NETWORK = "no_network"
    """A network namespace of its own, with nothing in it."""


class State(StrEnum):
    """What became of a measure."""

    ON = "on"
    REFUSED = "refused"
    NOT_OFFERED = "not_offered"


States = dict[Measure, State]


def without_network() -> States:
    """Leave the network; children inherit it. Needs a process of one thread.

    Root leaves it directly and keeps its right to read what is not its own; others need a user
    namespace for it.
    """
    if sys.platform != "linux":
        return {Measure.NO_NETWORK: State.NOT_OFFERED}
    system = ctypes.CDLL(None, use_errno=True)
    left = not system.unshare(_CLONE_NEWNET) or not system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    return {Measure.NO_NETWORK: State.ON if left else State.REFUSED}


def limit_memory(memory_bytes: int) -> States:
    """Limit the address space, and write no core file; children inherit both."""
    if sys.platform == "win32":
        return dict.fromkeys((Measure.MEMORY, Measure.NO_CORE), State.NOT_OFFERED)
    import resource

    states = {
        Measure.NO_CORE: _limited(resource.RLIMIT_CORE, 0),
        Measure.MEMORY: _limited(resource.RLIMIT_AS, memory_bytes),
    }
    if sys.platform == "darwin":
        states[Measure.MEMORY] = State.NOT_OFFERED
    return states


def harden() -> States:
    """Give up, in this process, what reading files needs not; the current folder stays writable."""
    here = str(Path.cwd())
    # Where the programs that a library starts exchange files with it.
    tempfile.tempdir = os.environ["TMPDIR"] = here
    if sys.platform == "win32":
        return dict.fromkeys(_LATER, State.NOT_OFFERED)
    import resource

    states = {
        Measure.FILE_SIZE: _limited(resource.RLIMIT_FSIZE, MAX_FILE_BYTES),
        Measure.OPEN_FILES: _limited(resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
        # Set anew for each file, see `limit_cpu`.
        Measure.CPU: State.ON,
    }
    if sys.platform != "linux":
        return dict.fromkeys(_LATER, State.NOT_OFFERED) | states
    states[Measure.NO_PRIVILEGES] = _asked(_PR_SET_NO_NEW_PRIVS, 1)
    states |= _confined(here)
    states[Measure.NO_TRACE] = _asked(_PR_SET_DUMPABLE, 0)
    return states


def limit_cpu(seconds: float) -> None:
    """Let the system end this process (SIGXCPU) after `seconds` more of the processor.

    A worker that spins dies of it even when its supervisor is gone.
    """
    if sys.platform == "win32":
        return
    import resource

    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(used + seconds) + _CPU_GRACE_SECONDS
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def die_with_parent() -> None:
    """Be killed when the thread that started this process ends (Linux)."""
    if sys.platform == "linux":
        _asked(_PR_SET_PDEATHSIG, signal.SIGKILL)


_LATER = (
    *(Measure.CPU, Measure.FILE_SIZE, Measure.OPEN_FILES, Measure.NO_TRACE),
    *(Measure.NO_PRIVILEGES, Measure.NO_WRITING, Measure.NO_TCP),
)
"""What `harden` sees to."""


class Measures:
    """All of it, in the two steps in which a worker takes it."""

    def at_once(self, memory_bytes: int) -> States:
        """Take what children inherit: before any library that opens documents is imported."""
        return limit_memory(memory_bytes) | without_network()

    def before_files(self) -> States:
        """Take what one worker takes, in its own current folder."""
        return harden()


def _limited(what: int, most: int) -> State:
    import resource

    try:
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, most))
    except (OSError, ValueError):
        return State.REFUSED
    return State.ON


def _asked(what: int, value: int) -> State:
    refused = ctypes.CDLL(None).prctl(what, value, 0, 0, 0)
    return State.REFUSED if refused else State.ON


def _confined(here: str) -> States:
    measures = (Measure.NO_WRITING, Measure.NO_TCP)
    try:
        kernel = landlock.version()
        if not kernel:
            return dict.fromkeys(measures, State.NOT_OFFERED)
        landlock.confine(here, kernel)
    except OSError:
        return dict.fromkeys(measures, State.REFUSED)
    tcp = State.ON if landlock.holds_tcp(kernel) else State.NOT_OFFERED
    return {Measure.NO_WRITING: State.ON, Measure.NO_TCP: tcp}

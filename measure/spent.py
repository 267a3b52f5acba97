"""What did a command cost? CPU of the process and all it started, and the peak memory of any one of
them (Linux).

CPU is user and system time from wait4(2), which counts the descendants that were waited for. Peak
memory is VmHWM in /proc/PID/status (proc(5)) of each process, read while the command runs; the
`ru_maxrss` of wait4(2) would be wrong here: a process inherits it from the one that started it,
and the one that draws the documents of a bench is the largest of all.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Spent:
    """The cost of one run."""

    cpu_seconds: float
    wall_seconds: float
    peak_mib: float
    """Of the largest process."""
    exit_code: int
    output: str


def spend(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Spent:
    """Run a command to its end and say what it cost."""
    start = time.perf_counter()
    peak = 0.0
    with tempfile.TemporaryFile("w+") as output:
        # Popen returns once the new program runs, so its memory is never that of this process.
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.DEVNULL, env=environment
        )
        pid = 0
        while not pid:
            peak = max(peak, *map(high_water_mib, family(process.pid)))
            time.sleep(_POLL_SECONDS)
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        output.seek(0)
        printed = output.read()
    return Spent(usage.ru_utime + usage.ru_stime, wall, peak, process.returncode, printed)


def family(pid: int) -> tuple[int, ...]:
    """Give a process and all that descend from it now."""
    members = [pid]
    for member in members:
        for listing in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                members += [int(child) for child in listing.read_text().split()]
            except OSError:
                continue
    return tuple(members)


def cpu_seconds(pid: int) -> float:
    """Give the CPU time of a living process, without its children, to a hundredth of a second."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    # proc(5): fields 14 and 15, utime and stime; two come before the text after the name.
    return sum(map(int, after_name[11:13])) / os.sysconf("SC_CLK_TCK")


def high_water_mib(pid: int) -> float:
    """Give the peak memory of a living process, 0 for one that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    kib = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
    return kib / 1024

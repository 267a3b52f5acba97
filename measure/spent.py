"""What did a command cost? CPU of the process and all it started, and the peak memory of any one of
them (Linux).

CPU is user and system time from wait4(2), which counts the descendants that were waited for. Peak
memory is the high-water mark of the largest process, from wait4(2) and from /proc while the command
runs.
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
    exit_code: int
    output: str


def spend(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Spent:
    """Run a command to its end and say what it cost."""
    start = time.perf_counter()
    peak_kib = 0
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.DEVNULL, env=environment
        )
        pid = 0
        while not pid:
            peak_kib = max(peak_kib, *map(_high_water_kib, family(process.pid)))
            time.sleep(_POLL_SECONDS)
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        output.seek(0)
        printed = output.read()
    cpu = usage.ru_utime + usage.ru_stime
    peak = max(peak_kib, usage.ru_maxrss) / 1024
    return Spent(cpu, wall, peak, process.returncode, printed)


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


def family_cpu_seconds(pid: int) -> float:
    """Sum the CPU time of a process and its living and buried descendants."""
    return sum(_cpu_ticks(member) for member in family(pid)) / os.sysconf("SC_CLK_TCK")


def _cpu_ticks(pid: int) -> int:
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    # proc(5): fields 14 to 17, utime stime cutime cstime; two come before the text after the name.
    return sum(int(ticks) for ticks in after_name[11:15])


def _high_water_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)

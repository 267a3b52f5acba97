"""How long did a process that wants to run wait for a processor? Asked from outside (Linux)."""

from __future__ import annotations

from pathlib import Path

_NANOSECOND = 1e-9


def waited_seconds(process_id: int) -> float:
    """Give the time that its first thread spent waiting for its turn since it was started.

    Second number of /proc/PID/schedstat (Documentation/scheduler/sched-stats.rst); 0 where that is
    not told. A process that sleeps or waits for a disk does not wait in this sense.
    """
    try:
        told = Path(f"/proc/{process_id}/schedstat").read_text().split()
        return int(told[1]) * _NANOSECOND
    except (OSError, IndexError, ValueError):
        return 0.0

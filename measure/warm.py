"""Measure what one more folder costs in a process that has checked one already.

`python -m measure.warm ROUNDS FOLDER TODAY` keeps one `docscheck.check.Session` and its workers
open, checks the folder once to warm up, then `ROUNDS` times, each to its JSON report. It prints as
JSON the CPU seconds of each round, this process and the live workers together, and the peak memory
of each of these processes.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from datetime import date
from pathlib import Path

from docscheck.check import Options, Session
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.reporters import to_json
from docscheck.reporters.interface import Manner, titles_of
from measure.spent import cpu_seconds, family, high_water_mib


def check_once(session: Session, folder: Path) -> None:
    """Check the folder and write its report; what it says is thrown away."""
    report = session.check(folder, Declared())
    speaker = Speaker(titles_of(session.rulebook), show_values=False)
    to_json.write(report, io.StringIO(), Manner("fr", speaker, session.rulebook))


def measure(rounds: int, folder: Path, today: date) -> dict[str, list[float]]:
    """Give CPU and wall seconds of each warm round, and the peak MiB of every process."""
    cpu: list[float] = []
    wall: list[float] = []
    with Session(today, Options()) as session:
        check_once(session, folder)
        for _ in range(rounds):
            processes = (os.getpid(), *session.worker_ids)
            before, start = sum(map(cpu_seconds, processes)), time.perf_counter()
            check_once(session, folder)
            wall.append(time.perf_counter() - start)
            if processes != (os.getpid(), *session.worker_ids):
                raise SystemExit("a worker was lost: this round was not warm")
            cpu.append(sum(map(cpu_seconds, processes)) - before)
        peak = [high_water_mib(process) for process in family(os.getpid())]
    return {"cpu": cpu, "wall": wall, "peak_mib": peak}


if __name__ == "__main__":
    spent = measure(int(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
    sys.stdout.write(json.dumps(spent) + "\n")

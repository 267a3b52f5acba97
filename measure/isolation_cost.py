"""What does it cost that workers give up their rights? `python -m measure.isolation_cost FOLDER`.

Six honest documents (`python -m measure.bench --folder FOLDER` writes them) are checked by a
session whose workers are hardened and by one whose workers are only limited in memory, in turn,
each in a process of its own, with all that starting takes. CPU of all processes decides, by pairs
of neighbouring runs: whatever else the machine does comes and goes by the minute. At most 10 % of
CPU and 0.5 s of wall time are allowed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from datetime import date
from pathlib import Path

from docscheck.check import Options, Session, environment
from docscheck.executors.nursery import Nursery
from docscheck.executors.processes import Source
from docscheck.profile import Declared
from docscheck.worker import __main__ as worker
from measure.spent import Spent, spend
from measure.subject import frugal_environment

MOST_CPU = 0.10
MOST_WALL_SECONDS = 0.5
_TODAY = date(2026, 11, 23)
_HARDENED, _PLAIN = "hardened", "plain"
_STARTED = {
    _HARDENED: ("-m", "docscheck.worker"),
    _PLAIN: (str(Path(__file__).with_name("lenient_worker.py")),),
}


def check_once(folder: Path, manner: str) -> None:
    """Check the folder with workers of one manner, from this module's own command line."""

    def workers(memory_bytes: int, greeting: bytes, alone: bool) -> Source:
        command = (sys.executable, "-P", *_STARTED[manner], str(memory_bytes), worker.NURSERY)
        return Nursery(command, greeting, environment())

    with Session(_TODAY, Options(), workers) as session:
        report = session.check(folder, Declared())
    lost = [entry.file.path for entry in report.files if entry.examined.trouble]
    if lost:
        raise SystemExit(f"a file was lost, so that nothing is measured: {', '.join(lost)}")


def compare(folder: Path, rounds: int) -> tuple[list[Spent], list[Spent]]:
    """Run both manners in turn, which comes first changing from round to round."""
    spent: dict[str, list[Spent]] = {_HARDENED: [], _PLAIN: []}
    for number in range(rounds + 1):
        for manner in sorted(spent, reverse=bool(number % 2)):
            command = [sys.executable, "-m", "measure.isolation_cost", str(folder)]
            cost = spend([*command, "--once", manner], dict(frugal_environment()))
            if cost.exit_code:
                raise SystemExit(f"{manner}: exit {cost.exit_code}")
            if number:  # the first round only warms the caches of the disk
                spent[manner].append(cost)
    return spent[_HARDENED], spent[_PLAIN]


def main() -> int:
    """Print both costs and their ratio; 1 where more is spent than allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--once", choices=(_HARDENED, _PLAIN), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.once:
        check_once(asked.folder, asked.once)
        return 0
    hardened, plain = compare(asked.folder, asked.rounds)
    pairs = list(zip(hardened, plain, strict=True))
    ratio = statistics.median(one.cpu_seconds / other.cpu_seconds for one, other in pairs)
    wall = statistics.median(one.wall_seconds - other.wall_seconds for one, other in pairs)
    for name, runs in ((_HARDENED, hardened), (_PLAIN, plain)):
        cpu = statistics.median(run.cpu_seconds for run in runs)
        print(f"{name:9} {cpu:6.2f} s CPU, {min(r.wall_seconds for r in runs):6.2f} s wall at best")
    print(f"ratio of CPU {ratio:.3f} (at most {1 + MOST_CPU:.2f}), median of {len(pairs)} pairs")
    print(f"more wall time {wall:+.2f} s (at most {MOST_WALL_SECONDS})")
    return int(ratio > 1 + MOST_CPU or wall > MOST_WALL_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

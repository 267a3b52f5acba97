"""How large may a cohort be, and what would a country cost? `make scale`, or piece by piece.

    python -m measure.scale run --count 200 --record run-200.json
    python -m measure.scale run --count 2000 --record run-2000.json
    python -m measure.scale recorded --count 10000 --record recorded-10000.json
    python -m measure.scale speed --record speed.json
    python -m measure.scale kills --record kills.json
    python -m measure.scale ledger --rows 100000 --record ledger.json
    python -m measure.scale write --records *.json --output docs/scale.md

Each prints what it shows and ends with 1 where something wanted is not reached. `measure.batch`
asks the same of workers that die all the time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from measure.batch_cohort import Mix, write_cohort
from measure.lines import told
from measure.scale_kills import kill_run, moments
from measure.scale_lines import lines
from measure.scale_page import Assumed, page
from measure.scale_records import LedgerRun, Record, keep, kept
from measure.scale_runs import cohort_run, speed_run

_RECORDED = (sys.executable, "-m", "measure.recorded_batch")
_PERSONS = 6
"""Whose papers are read once for runs of recorded facts."""


def _run(place: Path, asked: argparse.Namespace) -> Record:
    cohort = write_cohort(place / "students", asked.count, asked.seed, _mix(asked))
    return cohort_run(place, cohort, asked.seed, asked.jobs)


def _recorded(place: Path, asked: argparse.Namespace) -> Record:
    # Only here: it loads everything that reads documents.
    from measure.scale_recorded import record, write_recorded

    stock = record(_PERSONS, asked.seed)
    cohort = write_recorded(place / "students", asked.count, asked.seed, stock)
    return cohort_run(place, cohort, asked.seed, asked.jobs, _RECORDED)


def _speed(place: Path, asked: argparse.Namespace) -> Record:
    return speed_run(place, asked.count, asked.seed, _mix(asked), asked.rounds)


def _kills(place: Path, asked: argparse.Namespace) -> Record:
    struck = moments(asked.moments, asked.seed)
    return kill_run(place, asked.count, asked.seed, _mix(asked), struck)


def _ledger(place: Path, asked: argparse.Namespace) -> Record:
    from measure.office import read_by_others, tables_written, write_ledger

    out = place / "out"
    out.mkdir(mode=0o700)
    write_ledger(out, asked.rows)
    size = (out / "ledger.sqlite").stat().st_size
    wall, cpu, peak = tables_written(out)
    readers = read_by_others(out, asked.rows) if asked.readers else ()
    opened = tuple((line.what, line.reached, line.wanted, line.met) for line in readers)
    return LedgerRun(asked.rows, opened, size, cpu, wall, peak)


_PIECES = {
    "run": _run,
    "recorded": _recorded,
    "speed": _speed,
    "kills": _kills,
    "ledger": _ledger,
}


def _mix(asked: argparse.Namespace) -> Mix:
    return Mix(asked.hostile, 0 if asked.mixed else asked.scanned_one_in)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m measure.scale",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    pieces = parser.add_subparsers(dest="piece", required=True)
    counts = {"run": 2000, "recorded": 10_000, "speed": 300, "kills": 60}
    for name in _PIECES:
        piece = pieces.add_parser(name)
        piece.add_argument("--record", type=Path, help="keep it there, as JSON")
        if name == "ledger":
            piece.add_argument("--rows", type=int, default=100_000)
            piece.add_argument("--readers", action=argparse.BooleanOptionalAction, default=True)
            continue
        piece.add_argument("--count", type=int, default=counts[name], help="folders")
        piece.add_argument("--seed", type=int, default=1)
        piece.add_argument("--jobs", type=int, help="folders at a time; one a core if not given")
        piece.add_argument("--hostile", type=float, default=0.03, help="share of hostile folders")
        piece.add_argument("--scanned-one-in", type=int, default=4, help="folders for each scan")
        piece.add_argument("--mixed", action="store_true", help="scans everywhere: `measure.batch`")
        if name == "speed":
            piece.add_argument("--rounds", type=int, default=1)
        if name == "kills":
            piece.add_argument("--moments", type=int, default=10)
    write = pieces.add_parser("write")
    write.add_argument("--records", type=Path, nargs="+", required=True)
    write.add_argument("--output", type=Path, required=True)
    write.add_argument("--students", type=int, default=Assumed().students)
    write.add_argument("--folder-cpu", type=float, default=Assumed().folder_cpu_s, help="seconds")
    write.add_argument("--folder-mb", type=float, default=Assumed().folder_bytes / 1e6)
    write.add_argument("--price", type=float, help="of one core for an hour, in euros")
    return parser.parse_args()


def main() -> int:
    asked = _asked()
    if asked.piece == "write":
        assumed = Assumed(
            students=asked.students,
            folder_cpu_s=asked.folder_cpu,
            folder_bytes=round(asked.folder_mb * 1e6),
            price=asked.price,
        )
        records = [kept(path) for path in asked.records]
        asked.output.write_text(page(records, assumed), encoding="utf-8")
        return 0
    with tempfile.TemporaryDirectory(prefix="docscheck-scale-") as made:
        place = Path(made)
        temporary = place / "tmp"
        temporary.mkdir()
        os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
        record = _PIECES[asked.piece](place, asked)
    keep(record, asked.record)
    return 0 if told(lines(record)).met else 1


if __name__ == "__main__":
    sys.exit(main())

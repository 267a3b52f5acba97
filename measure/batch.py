"""Does a batch lose or repeat anything, whoever is killed, and what does it cost? `make cohort`.

Test T9 of `reliability.md`: `python -m measure.batch --count 500`. A cohort (`batch_cohort`) is
checked three times by the real command: undisturbed; again, unchanged; and into another folder
while a worker is killed every few seconds and the supervisor at random moments, each time taken up
by the same command. Tables have to be the same bytes but for files whose worker was killed twice,
which `--retry` reads again. Compared are also the supervisor's memory early and late, and CPU.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from docscheck.batch.crew import cores
from measure.batch_cohort import write_cohort
from measure.batch_going import Disturbance, Ran, batch, finished
from measure.lines import Line, told

_TABLES = (
    *("students.csv", "students.xlsx", "index.html", "mixups.csv"),
    *("reports.jsonl", "left_out.csv"),
)
_MOST_GROWTH, _MOST_AGAIN = 0.05, 0.02
_EARLY = 0.1
"""Share of the folders after which memory is first noted: folder 50 of 500."""
_LOST = "internal.crash"
_MOST_RUNS = 100


class Disturbed(Struct, frozen=True):
    """What came of all runs into the second folder."""

    runs: tuple[Ran, ...]
    repeated: frozenset[str]
    """Finished before a kill, and finished again after it."""


def disturbed(root: Path, out: Path, asked: argparse.Namespace) -> Disturbed:
    """Run until a run ends by itself; the supervisor is killed at moments that a seed draws."""
    rng = Random(f"kills/{asked.seed}")
    moments = sorted(rng.sample(range(1, asked.count), min(asked.restarts, asked.count - 1)))
    runs, kept = list[Ran](), dict[str, str]()
    repeated = set[str]()
    while len(runs) < _MOST_RUNS:
        moment = moments.pop(0) if moments else None
        runs.append(batch(root, out, _options(asked), rng, Disturbance(asked.kill_every, moment)))
        now = finished(out)
        repeated |= {name for name, when in kept.items() if now.get(name) != when}
        kept = dict(now)
        if runs[-1].code >= 0:
            break
    return Disturbed(tuple(runs), frozenset(repeated))


def differing(one: Path, other: Path) -> Iterator[str]:
    """Yield the names of students whose reports are not the same in two folders of results."""
    reports = [_reports(out) for out in (one, other)]
    for name in sorted(reports[0].keys() | reports[1].keys()):
        if reports[0].get(name) != reports[1].get(name):
            yield name


def _reports(out: Path) -> Mapping[str, str]:
    lines = (out / "reports.jsonl").read_text(encoding="ascii").splitlines()
    return {json.loads(line)["dossier"]: line for line in lines}


def _lost_files(out: Path) -> Mapping[str, list[str]]:
    """Give the students on a file of whom the reading died, with these files."""
    found = {}
    for name, line in _reports(out).items():
        findings = json.loads(line)["findings"]
        files = [f["document"] for f in findings if f["rule"] == _LOST]
        if files:
            found[name] = files
    return found


def growth(ran: Ran, count: int) -> tuple[float, float]:
    """Give the supervisor's memory in MB, at a tenth of the folders and at its highest after."""
    early = [size for done, size in ran.memory if done >= count * _EARLY]
    return (early[0] / 1e6, max(early) / 1e6) if early else (0.0, 0.0)


def judged(place: Path, asked: argparse.Namespace, hostile: Mapping[str, str]) -> Iterator[Line]:
    """Run everything, yield the lines as they come."""
    root, calm, wild = place / "students", place / "calm", place / "wild"
    names, jobs = {folder.name for folder in root.iterdir()}, asked.jobs or cores()
    rng, options = Random(0), _options(asked)
    first = batch(root, calm, options, rng, Disturbance())
    yield from _cost(first, asked.count, jobs)
    yield Line("hostile folders", str(len(hostile)))
    again = batch(root, calm, options, rng, Disturbance())
    share = again.cpu_s / first.cpu_s
    unread = not again.seen_workers
    yield Line(
        "CPU of a second run, nothing changed",
        f"{share:.2%} of the first",
        "under 2 %",
        share < _MOST_AGAIN,
    )
    yield Line("workers that it started", str(again.seen_workers), "0", unread)
    all_runs = disturbed(root, wild, asked)
    yield from _kept(all_runs, wild, names)
    different = list(differing(calm, wild))
    lost = _lost_files(wild).keys() - _lost_files(calm).keys()
    unexplained = [name for name in different if name not in lost]
    yield Line(
        "reports that differ, a file's worker killed twice", str(len(different) - len(unexplained))
    )
    yield Line("reports that differ without that", _named(unexplained), "0", not unexplained)
    batch(root, wild, (*options, "--retry"), rng, Disturbance())
    same = all((calm / name).read_bytes() == (wild / name).read_bytes() for name in _TABLES)
    told = "the same" if same else f"differ: {_named([*differing(calm, wild)])}"
    yield Line("tables after --retry, bytes", told, "the same", same)
    homes = [path.name for path in Path(tempfile.gettempdir()).glob("docscheck-run-*")]
    killed = sum(ran.code < 0 for ran in all_runs.runs)
    # One of a killed supervisor, which a later start removes once it is a minute old.
    few = len(homes) <= killed
    yield Line("temporary folders left", str(len(homes)), f"at most {killed}", few)


def _cost(ran: Ran, count: int, jobs: int) -> Iterator[Line]:
    before, after = growth(ran, count)
    grown = after / before - 1 if before else 0.0
    yield Line("undisturbed run", f"{ran.wall_s:.0f} s, {ran.cpu_s:.0f} s CPU, exit {ran.code}")
    yield Line("folders a minute and core, by CPU", f"{count * 60 / ran.cpu_s:.1f}")
    yield Line("cores kept busy", f"{ran.cpu_s / ran.wall_s:.2f} of {jobs}")
    yield Line("supervisor's part of the CPU", f"{ran.own_cpu_s / ran.cpu_s:.1%}")
    yield Line(
        f"supervisor's memory from folder {count * _EARLY:.0f} on",
        f"{before:.1f} MB, at most {after:.1f} MB ({grown:+.1%})",
        "under +5 %",
        grown < _MOST_GROWTH,
    )


def _kept(all_runs: Disturbed, out: Path, names: set[str]) -> Iterator[Line]:
    runs = all_runs.runs
    missing = names - finished(out).keys()
    said = [ran for ran in runs if "Traceback" in ran.stderr]
    killed = sum(ran.code < 0 for ran in runs)
    yield Line(
        "supervisor killed, workers killed", f"{killed}, {sum(r.workers_killed for r in runs)}"
    )
    yield Line("folders lost", _named(sorted(missing)), "0", not missing)
    repeated = sorted(all_runs.repeated)
    yield Line("finished folders read again", _named(repeated), "0", not repeated)
    left = sum(ran.left for ran in runs)
    yield Line("processes left behind", str(left), "0", not left)
    yield Line("tracebacks", str(len(said)), "0", not said)


def _named(names: Sequence[str]) -> str:
    return f"{len(names)}: {', '.join(names[:5])}" if names else "0"


def _options(asked: argparse.Namespace) -> tuple[str, ...]:
    return ("--jobs", str(asked.jobs)) if asked.jobs else ()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m measure.batch", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="folders")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kill-every", type=float, default=3.0, help="seconds between workers")
    parser.add_argument("--restarts", type=int, default=5, help="kills of the supervisor")
    parser.add_argument("--jobs", type=int, help="folders at a time; one a core if not given")
    parser.add_argument("--output", type=Path, help="write the table there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="docscheck-cohort-") as made:
        place = Path(made)
        temporary = place / "tmp"
        temporary.mkdir()
        os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
        hostile = write_cohort(place / "students", asked.count, asked.seed).hostile
        table = told(judged(place, asked, hostile))
    if asked.output:
        head = f"# {asked.count} folders at once\n\n`python -m measure.batch`, seed {asked.seed}.\n"
        asked.output.write_text(f"{head}\n{table.text}", encoding="utf-8")
    return 0 if table.met else 1


if __name__ == "__main__":
    sys.exit(main())

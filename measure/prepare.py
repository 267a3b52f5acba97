"""Is what `prepare` makes better, and never worse? `python -m measure.prepare --folders 100`.

Students' folders of layouts nobody tuned to are drawn, one in four with a defect, and made untidy
(`specimens.folders.untidy`): turned, photographed, apart, all in one, heavy, misnamed, signed, with
scripts and places. Each is prepared; what was made is opened by three readers, its bytes compared
with those of the originals, and its values, as read before and after, with those printed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random

from measure.prepare_score import Score, score
from measure.prepare_table import failures, table
from specimens.folders import DEFECTS, draw_folder
from specimens.folders.untidy import MESSES, Untidy, make_untidy

_FIRST_DAY, _DAYS = date(2026, 9, 14), 280
_EVERY_DEFECT = 4
"""One folder in so many has a defect that nothing can mend, or something that is no fault."""
_MESSES = (3, 5)
"""How many of them a folder suffers."""
_ONE_THREAD = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Task:
    """One folder to draw and to prepare."""

    number: int
    seed: int
    keep: Path | None


def main() -> int:
    """Read the arguments, measure, write the table; 0 when every aim is met."""
    given = _arguments()
    numbers = [given.only] if given.only is not None else range(given.folders)
    tasks = [Task(number, given.seed, given.keep) for number in numbers]
    os.environ.update(_ONE_THREAD)
    total = Score()
    with ProcessPoolExecutor(given.jobs, mp_context=get_context("spawn")) as pool:
        for found in pool.map(measure, tasks):
            total.add(found)
            sys.stderr.writelines(f"{line}\n" for line in found.remarks)
            text = table(total, f"{total.folders} folders, seed {given.seed}")
            if given.output:
                # As far as it has come: who stops it has the figures of what was done.
                given.output.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 1 if failures(total) else 0


def draw(number: int, seed: int) -> Untidy:
    """Draw one untidy folder; every mess comes in turn, others by chance."""
    rng = Random(f"prepare/{seed}/{number}")
    today = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    defect = rng.choice(sorted(DEFECTS)) if number % _EVERY_DEFECT == _EVERY_DEFECT - 1 else None
    specimen = draw_folder(rng, today, unseen=True, defect=defect)
    kinds = list(MESSES)
    chosen = {kinds[number % len(kinds)], *rng.sample(kinds, rng.randint(*_MESSES) - 1)}
    return make_untidy(specimen, [kind for kind in kinds if kind in chosen], rng)


def measure(task: Task) -> Score:
    """Draw one folder, prepare it and look at what was made."""
    from docscheck.check import Options
    from docscheck.prepare import prepare_folder
    from docscheck.profile import Declared

    untidy = draw(task.number, task.seed)
    told = untidy.specimen.expected["options"]
    declared = Declared(**{k: v for k, v in told.items() if k != "today"})
    with tempfile.TemporaryDirectory(prefix="docscheck-prepare-") as place:
        base = task.keep / f"{task.number:03d}" if task.keep else Path(place)
        folder, out = base / "folder", base / "out"
        for path, data in untidy.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        before, started = _digest(folder), time.monotonic()
        options, day = Options(jobs=1), date.fromisoformat(told["today"])
        try:
            prepared = prepare_folder(folder, out, declared, today=day, options=options)
            seconds = time.monotonic() - started
            found = score(untidy, prepared, out)
        except Exception as error:  # one folder that fails is a figure, and no end of the run
            seconds, found = 0.0, Score(failed=1)
            found.remarks.append(f"FAILED {type(error).__name__}: {error}")
        found.untouched.count(_digest(folder) == before)
    found.folders, found.seconds = 1, seconds
    label = f"{task.number:3d} {untidy.specimen.name:28s} {','.join(untidy.messes)}"
    found.remarks = [f"{label}: {seconds:.0f} s", *(f"    {line}" for line in found.remarks)]
    return found


def _digest(folder: Path) -> str:
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        state.update(repr((str(path.relative_to(folder)), status.st_mode)).encode())
        if path.is_file():
            state.update(repr((status.st_mtime_ns, status.st_size)).encode() + path.read_bytes())
    return state.hexdigest()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.prepare", description=__doc__)
    parser.add_argument("--folders", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261220)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", type=int, help="number of the one folder to draw")
    parser.add_argument("--keep", type=Path, help="directory for the folders and what was made")
    parser.add_argument("--output", type=Path, help="Markdown file, such as docs/prepared.md")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())

"""How often is docscheck right on folders it has never seen? `python -m measure.accuracy`.

Half of the folders are in order, half hold one defect each, and more follow until every kind of
defect has had its folders; layouts kept for measuring are used wherever a type has one, and the
seeds are used nowhere else. Loose papers follow, every type through every channel, so that the rare
ones and the look-alikes are counted too. All papers are fictitious and drawn by us: the figures
rank versions of docscheck, and say less about real papers.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from measure.accuracy_goals import failures
from measure.accuracy_table import summary, table
from measure.comparison import Score, score_folder
from measure.published import publish
from measure.subject import SubjectFailed, run
from specimens.folders import DEFECTS, FolderSpecimen, draw_folder
from specimens.folders.loose import Want, draw_loose, wants

_FIRST_DAY, _DAYS = date(2026, 9, 14), 280
"""Within a school year: from September to June."""
_LOOSE_A_FOLDER = 14


@dataclass(frozen=True, slots=True)
class Task:
    """One folder to draw and to check."""

    number: int
    seed: str
    defect: str | None
    keep: Path | None
    loose: tuple[Want, ...] = ()
    """Papers to draw instead of a student's folder."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one folder."""

    task: Task
    name: str
    score: Score
    failure: str = ""
    """Why there is no report, if there is none."""


def main() -> int:
    """Read the arguments, measure, write the table; 0 when every threshold is met."""
    given = _arguments()
    tasks = plan(given.folders, given.seed, given.keep, given.only, given.each)
    tasks += plan_loose(given.loose, given.seed, given.keep)
    with ProcessPoolExecutor(max_workers=given.jobs) as pool:
        outcomes = []
        for outcome in pool.map(measure, tasks):
            outcomes.append(outcome)
            _tell(outcome)
    score = Score()
    for outcome in outcomes:
        score.add(outcome.score)
    lost = [outcome.failure for outcome in outcomes if outcome.failure]
    folders = sum(not task.loose for task in tasks)
    title = f"{folders} folders, {given.loose} loose papers, seed {given.seed}"
    text = table(score, title, lost)
    if given.records:
        given.records.write_text(json.dumps(asdict(score), ensure_ascii=False), encoding="utf-8")
    if given.output:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_text(text, encoding="utf-8")
    if given.publish:
        publish(given.publish, {language: summary(score, language) for language in ("en", "fr")})
    sys.stdout.write(text)
    return 1 if failures(score) or lost else 0


def plan(folders: int, seed: int, keep: Path | None, only: str = "", each: int = 0) -> list[Task]:
    """Spread the folders: every second one in order, the others over all defects in turn.

    More follow until there are `each` of every kind of defect.
    """
    kinds = sorted(name for name in DEFECTS if only in name)
    Random(f"accuracy/{seed}").shuffle(kinds)
    defects = [
        kinds[(number // 2) % len(kinds)] if number % 2 or only else None
        for number in range(folders)
    ]
    defects += [kind for kind in kinds for _ in range(each - defects.count(kind))]
    return [
        Task(number, f"accuracy/{seed}/{number}", defect, keep)
        for number, defect in enumerate(defects)
    ]


def plan_loose(papers: int, seed: int, keep: Path | None) -> list[Task]:
    """Spread the loose papers over folders of a few."""
    wanted = tuple(wants(papers, Random(f"loose/{seed}")))
    return [
        Task(start, f"loose/{seed}/{start}", None, keep, wanted[start : start + _LOOSE_A_FOLDER])
        for start in range(0, papers, _LOOSE_A_FOLDER)
    ]


def measure(task: Task) -> Outcome:
    """Draw one folder, check it, compare, keep it when something was missed."""
    rng = Random(task.seed)
    today = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    if task.loose:
        specimen = draw_loose(rng, today, task.loose, unseen=True)
    else:
        specimen = draw_folder(rng, today, unseen=True, defect=task.defect)
    with tempfile.TemporaryDirectory(prefix="docscheck-accuracy-") as place:
        folder = Path(place) / "folder"
        folder.mkdir()
        specimen.write(folder)
        before = os.times()
        try:
            report = run(folder, specimen.expected["options"])
        except SubjectFailed as error:
            _keep(task, specimen, {}, [str(error)])
            return Outcome(
                task, specimen.name, Score(), f"folder {task.number} ({specimen.name}): {error}"
            )
        spent = os.times()
    cpu = (
        spent.children_user + spent.children_system - before.children_user - before.children_system
    )
    score = score_folder(specimen.expected, report, cpu)
    if score.misses:
        _keep(task, specimen, report, score.misses)
    return Outcome(task, specimen.name, score)


def _keep(task: Task, specimen: FolderSpecimen, report: object, misses: list[str]) -> None:
    if task.keep is None:
        return
    place = task.keep / f"{task.number:03d}_{specimen.name}"
    shutil.rmtree(place, ignore_errors=True)
    (place / "documents").mkdir(parents=True)
    specimen.write(place / "documents")
    for name, content in (("expected", specimen.expected), ("report", report), ("misses", misses)):
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (place / f"{name}.json").write_text(text, encoding="utf-8")


def _tell(outcome: Outcome) -> None:
    first = outcome.failure or (outcome.score.misses[0] if outcome.score.misses else "")
    count = len(outcome.score.misses)
    sys.stderr.write(
        f"{outcome.task.number:3d} {outcome.name:32s} {count:3d} misses  {first[:160]}\n"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.accuracy", description=__doc__)
    parser.add_argument("--folders", type=int, default=300)
    parser.add_argument("--each", type=int, default=10, help="folders of every defect, at least")
    parser.add_argument("--loose", type=int, default=560, help="papers in no student's folder")
    parser.add_argument("--seed", type=int, default=20261210)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="directory for every folder with a miss")
    parser.add_argument(
        "--only", default="", help="only defects with this in their name, and none in order"
    )
    parser.add_argument("--records", type=Path, help="JSON file of everything that was seen")
    parser.add_argument(
        "--output", type=Path, help="Markdown file to write, such as docs/accuracy.md"
    )
    parser.add_argument("--publish", type=Path, help="directory whose READMEs get the summary")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())

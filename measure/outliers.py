"""Is the paper that does not agree with the others named, and it alone?

Folders are drawn with one paper that differs: every kind of slip (`specimens.folders.mixed_up`) on
every paper that can have it. Right is a report in which the findings about names, birth dates,
numbers and the holder of the account name that paper and no other. Of folders in order, and of
folders whose papers only write one person in different ways (order, accents, given names left out,
a joint account), none may be named. Layouts kept for measuring are used wherever a type has one.
The papers are PDFs made by a computer, so that the judgement is measured rather than the reading;
with `--typed 0.8` a fifth of the folders is scanned and photographed as students do.
"""

from __future__ import annotations

import argparse
import atexit
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from docscheck.check import Options, Session
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.reporters import to_json
from docscheck.reporters.interface import Manner, titles_of
from measure.tally import Tally
from specimens.folders import FolderSpecimen, draw_folder
from specimens.folders.defects import Defect
from specimens.folders.mixed_up import HARMLESS, MIXED_UP

NAMED_AT_LEAST, ALARMS_AT_MOST = 0.97, 0.02
_FIRST_DAY, _DAYS = date(2026, 9, 14), 280
_RULES = frozenset(
    {
        "consistency.name",
        "consistency.birth_date",
        "consistency.document_number",
        "consistency.other_person",
        "bank.holder",
    }
)
_AT_ONCE = frozenset({"passport", "id_card", "visa", "permit", "certificate"})
_NEEDED = {"registration": _AT_ONCE, "completion": _AT_ONCE | {"birth", "rib"}}
"""Stage -> papers without which it is not reached."""
_SAID: Mapping[str, tuple[str, ...]] = {
    "letter": ("slip", "slip_unsure"),
    "day_month": ("swapped", "swapped_unsure"),
    "digit": ("digit", "digit_unsure"),
    "married": ("married",),
    "twin": ("twin", "given_names"),
    "sibling": ("relative",),
    "father": ("parent",),
    "mother": ("parent",),
    "brother_or_sister": ("relative",),
    "number_digit": ("passport_digit",),
    "number_other": ("passport", "passport_renewed"),
}
"""Kind -> cases of the sentence that name it."""
_IN_ORDER = "in_order"
_SHARE_IN_ORDER = 0.3
"""Of the folders in which nobody may be named; the others are harmless differences."""


def _kind(name: str) -> str:
    """Give the kind of slip, without the paper: `letter` of `letter_visa`."""
    defect = MIXED_UP.get(name)
    return name.removesuffix(f"_{defect.about}") if defect else name


@dataclass(frozen=True, slots=True)
class Task:
    """One folder to draw and to check."""

    number: int
    seed: str
    today: date
    kind: str
    typed: bool
    unseen: bool
    keep: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whom the report names, and whom it should."""

    task: Task
    wanted: tuple[str, ...]
    bound: tuple[str, ...]
    """Papers that repeat what the outlier says: the translation of a record. They may be named."""
    named: tuple[str, ...]
    said: tuple[str, ...]
    """Rule and case of each finding that counts."""
    verdict: str
    cases: tuple[str, ...]
    """Which sentence of its rule each of these findings speaks."""
    false_ready: bool | None
    """Whether a folder with somebody else's paper is called ready; `None` where there is no such
    paper, or where it is not asked for at this stage and so makes no folder unready."""

    @property
    def right(self) -> bool:
        """Whether the papers named are those that differ."""
        return set(self.named) - set(self.bound) == set(self.wanted)

    @property
    def slip_said(self) -> bool | None:
        """Whether the kind of slip is said; `None` where there is none, or nothing was said."""
        kind = _kind(self.task.kind)
        if not self.right or kind not in _SAID:
            return None
        return bool(set(self.cases) & set(_SAID[kind]))


@dataclass(slots=True)
class Score:
    """All that was counted."""

    named: dict[bool, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """Typed papers or not -> mixed-up folders whose outlier was named right."""
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    said: Tally = field(default_factory=Tally)
    """Outliers named right whose kind of slip is named right, too."""
    papers: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    alarms: Tally = field(default_factory=Tally)
    """Folders in which somebody was named and nobody should be."""
    harmless: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    false_ready: Tally = field(default_factory=Tally)
    """Folders with a paper of somebody else that were called ready."""

    def add(self, outcome: Outcome) -> None:
        """Count one folder."""
        name = outcome.task.kind
        defect = MIXED_UP.get(name)
        if defect is None:
            self.alarms.count(not outcome.right)
            kind = name if name in (_IN_ORDER, "joint_rib") else name.partition("_")[0]
            self.harmless[kind].count(not outcome.right)
            return
        self.named[outcome.task.typed].count(outcome.right)
        self.kinds[_kind(name)].count(outcome.right)
        self.papers[str(defect.about)].count(outcome.right)
        if outcome.false_ready is not None:
            self.false_ready.count(outcome.false_ready)
        if outcome.slip_said is not None:
            self.said.count(outcome.slip_said)

    @property
    def all_named(self) -> Tally:
        """Every mixed-up folder."""
        both = Tally()
        for tally in self.named.values():
            both.add(tally)
        return both


def main() -> int:
    """Draw, check and print; 0 when both bounds hold."""
    given = _arguments()
    score = Score()
    with ProcessPoolExecutor(max_workers=given.jobs) as pool:
        for outcome in pool.map(measure, plan(given)):
            score.add(outcome)
            if not outcome.right or outcome.false_ready or outcome.slip_said is False:
                _tell(outcome)
    text = table(score, f"{given.folders} folders, seed {given.seed}")
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    good = score.all_named.rate >= NAMED_AT_LEAST and score.alarms.rate <= ALARMS_AT_MOST
    return 0 if good else 1


def plan(given: argparse.Namespace) -> list[Task]:
    """Spread the folders: two of three mixed up, all kinds in turn, the others harmless."""
    rng = Random(f"outliers/{given.seed}")
    today = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    kinds = [name for name in MIXED_UP if given.only in name]
    harmless = [name for name in HARMLESS if given.only in name]
    rng.shuffle(kinds)
    rng.shuffle(harmless)
    tasks = []
    for number in range(given.folders):
        turn = number // 3
        if number % 3 < 2 and kinds:
            kind = kinds[(2 * turn + number % 3) % len(kinds)]
        elif harmless and rng.random() >= (0 if given.only else _SHARE_IN_ORDER):
            kind = harmless[turn % len(harmless)]
        else:
            kind = _IN_ORDER
        typed = rng.random() < given.typed
        seed = f"outliers/{given.seed}/{number}"
        tasks.append(Task(number, seed, today, kind, typed, not given.seen, given.keep))
    return tasks


def measure(task: Task) -> Outcome:
    """Draw one folder and check it."""
    defect = MIXED_UP.get(task.kind) or HARMLESS.get(task.kind)
    specimen = draw_folder(
        Random(task.seed), task.today, unseen=False, defect=defect, typed=task.typed
    )
    wanted = tuple(path for rule in specimen.expected["rules"] for path in rule["files"])
    bound = _translations(specimen) - set(wanted) if defect and defect.about == "birth" else set()
    with tempfile.TemporaryDirectory(prefix="docscheck-outliers-") as place:
        specimen.write(Path(place))
        report = _report(Path(place), specimen.expected["options"], task.today)
    found = [entry for entry in report["findings"] if _counts(entry)]
    outcome = Outcome(
        task,
        wanted,
        tuple(bound),
        tuple(sorted({entry["document"] for entry in found})),
        tuple(f"{e['rule']}/{e['case']}/{e['kind']} {e['document']}" for e in found),
        report["verdict"],
        tuple(e["case"] for e in found),
        report["verdict"] == "ready" if _is_asked(defect, specimen) else None,
    )
    if not outcome.right and task.keep:
        _keep(task, specimen, report)
    return outcome


def _is_asked(defect: Defect | None, specimen: FolderSpecimen) -> bool:
    """Say whether a paper of somebody else stands where one is asked for."""
    stage = str(specimen.expected["options"]["stage"])
    return defect is not None and defect.foreign and defect.about in _NEEDED[stage]


@cache
def _session(today: date) -> Session:
    """Keep one session, with one worker, for all folders of this process."""
    session = Session(today, Options(jobs=1))
    atexit.register(session.__exit__, None, None, None)
    return session


def _report(folder: Path, options: Mapping[str, Any], today: date) -> dict[str, Any]:
    session = _session(today)
    said = {name: value for name, value in options.items() if name != "today"}
    report = session.check(folder, Declared(**said))
    speaker = Speaker(titles_of(session.rulebook), show_values=True)
    return to_json.as_json(report, Manner("en", speaker, session.rulebook))


def _translations(specimen: FolderSpecimen) -> set[str]:
    pages = specimen.expected["files"].items()
    return {path for path, shown in pages if any(p["type"] == "sworn_translation" for p in shown)}


def _counts(finding: Mapping[str, Any]) -> bool:
    """Whether a finding says that a paper does not agree: neither advice nor `could not read`."""
    spoken = finding["severity"] != "info" and finding["kind"] != "unchecked"
    return finding["rule"] in _RULES and spoken


def _keep(task: Task, specimen: FolderSpecimen, report: Mapping[str, Any]) -> None:
    if task.keep is None:
        return
    place = task.keep / f"{task.number:03d}_{task.kind}"
    (place / "documents").mkdir(parents=True, exist_ok=True)
    specimen.write(place / "documents")
    for name, content in (("expected", specimen.expected), ("report", report)):
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (place / f"{name}.json").write_text(text, encoding="utf-8")


def table(score: Score, title: str) -> str:
    """Write the figures as Markdown, with Wilson's interval at 95 %."""
    lines = [
        f"# Is the paper that does not agree named? {title}",
        "",
        "Written by `make outliers`. Intervals are Wilson's at 95 %.",
        "",
        f"- named, and it alone: {score.all_named} (wanted: {NAMED_AT_LEAST:.0%} or more)",
        f"  - papers made by a computer: {score.named[True]}",
        f"  - scanned and photographed too: {score.named[False]}",
        f"- with the right kind of slip, of those named: {score.said}",
        f"- somebody named where nobody should be: {score.alarms} (at most {ALARMS_AT_MOST:.0%})",
        f"- called ready with a paper of somebody else where one is asked: {score.false_ready}",
    ]
    for head, counts in (
        ("Kind of slip", score.kinds),
        ("Paper that differs", score.papers),
        ("Harmless difference: false alarms", score.harmless),
    ):
        lines += ["", f"| {head} | |", "| --- | --- |"]
        lines += [f"| {name} | {counts[name]} |" for name in sorted(counts)]
    return "\n".join([*lines, ""])


def _tell(outcome: Outcome) -> None:
    task = outcome.task
    seen = "; ".join(outcome.said) or "nobody"
    way = "typed" if task.typed else "sent"
    sys.stderr.write(
        f"{task.number:3d} {task.kind:24s} {way} {outcome.verdict} "
        f"wanted {', '.join(outcome.wanted)}; named {seen}\n"
    )


def _arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.outliers", description=__doc__)
    parser.add_argument("--folders", type=int, default=240)
    parser.add_argument("--seed", type=int, default=20261130)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--typed", type=float, default=1.0, help="share of folders of typed PDFs")
    parser.add_argument("--seen", action="store_true", help="layouts that were looked at only")
    parser.add_argument("--only", default="", help="only kinds with this in their name")
    parser.add_argument("--keep", type=Path, help="directory for every folder that was wrong")
    parser.add_argument("--output", type=Path, help="Markdown file, such as docs/outliers.md")
    return parser.parse_args(words)


if __name__ == "__main__":
    raise SystemExit(main())

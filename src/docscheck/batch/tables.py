"""What the office gets, written from the ledger alone: the same ledger gives the same bytes.

`students.csv` has one row a student and one column a requirement, those who are nearest to complete
first, those who are ready last; `reports.jsonl` the report of each on one line, by name (JSON
Lines; each line follows the schema of `check`); `left_out.csv` what lies in ROOT and is no folder.
No clock is in them, and rows are read one at a time, so that memory does not grow with the cohort.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from docscheck.batch.ledger import Ledger, State
from docscheck.batch.told import Told, ToldRequirement, told
from docscheck.finding import RequirementStatus, Verdict
from docscheck.foreign_text import show
from docscheck.languages import OF_RULES
from docscheck.messages import Speaker
from docscheck.reporters.csv_text import ENCODING, NEWLINE, write_rows
from docscheck.rulebook.schema import Rulebook
from docscheck.whole_file import exchanged

STUDENTS, REPORTS, LEFT_OUT = "students.csv", "reports.jsonl", "left_out.csv"
NOT_CHECKED = "not_checked"
_ANY = "en"
"""Language of the reports of a ledger for readers of none of theirs: whoever asks for the tables
later may speak another, and reading every folder again for it would be dear."""
_NEAREST_FIRST = f"""
SELECT name, state, verdict, steps, judged_on, report FROM student WHERE present
ORDER BY CASE WHEN state != '{State.DONE}' THEN 1 WHEN verdict = '{Verdict.READY}' THEN 2 ELSE 0
    END, steps, name
"""  # noqa: S608 - our own words
_BY_NAME = f"""
SELECT report || char(10) FROM student WHERE present AND state = '{State.DONE}' ORDER BY name
"""  # noqa: S608 - our own words
_LEFT_OUT = "SELECT name, reason FROM left_out ORDER BY name"


class Tally(Struct):
    """What was counted while the tables were written."""

    answers: Counter[str]
    """Verdicts, and `not_checked`."""
    errors: Counter[str]
    """Rule -> students in whose way it stands."""


class Tables:
    """Writes the tables of a ledger in one language."""

    def __init__(self, ledger: Ledger, rulebook: Rulebook, language: str) -> None:
        self._ledger = ledger
        self._rulebook = rulebook
        self._language = language
        self._of_report = language if language in OF_RULES else _ANY
        self._speaker = Speaker()
        self._tally = Tally(Counter(), Counter())

    def write(self, place: Path) -> Tally:
        """Write all of them, and say what was counted."""
        with exchanged(place / STUDENTS, NEWLINE, ENCODING) as stream:
            write_rows(self._students(), stream, self._language)
        with exchanged(place / LEFT_OUT, NEWLINE, ENCODING) as stream:
            write_rows(self._left_out(), stream, self._language)
        with exchanged(place / REPORTS, "\n") as stream:
            stream.writelines(str(line) for (line,) in self._ledger.select(_BY_NAME))
        return self._tally

    def _students(self) -> Iterator[list[str]]:
        asked = self._rulebook.requirements.values()
        titles = [asked_for.title.in_language(self._language) for asked_for in asked]
        yield [
            *map(self._say, ("student", "answer", "steps")),
            *titles,
            *map(self._say, ("first", "rules", "day")),
        ]
        for row in self._ledger.select(_NEAREST_FIRST):
            yield self._student(row)

    def _student(self, row: tuple[object, ...]) -> list[str]:
        name, state, verdict, count, day, report = row
        shown = show(os.fsdecode(name)) if isinstance(name, bytes) else ""
        if state != State.DONE:
            self._tally.answers[NOT_CHECKED] += 1
            blank = [""] * len(self._rulebook.requirements)
            return [shown, self._say(f"answer_{state}"), "", *blank, "", "", str(day or "")]
        self._tally.answers[str(verdict)] += 1
        said = told(str(report))
        rules = sorted({finding.rule for finding in said.errors()})
        self._tally.errors.update(rules)
        first = next((finding.fix[self._of_report] for finding in said.errors()), "")
        answer = self._say(f"answer_{verdict}")
        return [shown, answer, str(count), *self._papers(said), first, " ".join(rules), str(day)]

    def _papers(self, said: Told) -> Iterator[str]:
        by_id = {requirement.id: requirement for requirement in said.requirements}
        for name in self._rulebook.requirements:
            yield self._status(by_id.get(name))

    def _status(self, paper: ToldRequirement | None) -> str:
        """Say how a paper stands; nothing is said of one that is not asked for."""
        if paper is None or paper.status is RequirementStatus.NOT_APPLICABLE:
            return ""
        later = paper.status is RequirementStatus.MISSING and not paper.blocking
        return self._speaker.sentence(
            f"status.{'later' if later else paper.status}", {}, self._language
        )

    def _left_out(self) -> Iterator[list[str]]:
        yield [self._say("entry"), self._say("reason")]
        for name, reason in self._ledger.select(_LEFT_OUT):
            shown = show(os.fsdecode(name)) if isinstance(name, bytes) else ""
            yield [shown, self._say(f"reason_{reason}")]

    def _say(self, name: str) -> str:
        return self._speaker.sentence(f"batch.column.{name}", {}, self._language)

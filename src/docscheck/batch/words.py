"""How are rows told in words, the same in the table, the workbook and the index?"""

from __future__ import annotations

from collections.abc import Iterator

from docscheck.batch.mixups import MOST_OTHERS, Mixup, Side
from docscheck.batch.student_row import StudentRow
from docscheck.batch.told import ToldFinding
from docscheck.finding import Param, Term
from docscheck.foreign_text import show
from docscheck.languages import OF_RULES, WRITING
from docscheck.messages import Speaker
from docscheck.reporters.interface import titles_of
from docscheck.rulebook.schema import Rulebook

_ANY = "en"
"""Language of the reports of a ledger for readers of none of theirs: whoever asks for the tables
later may speak another, and reading every folder again for it would be dear."""
Cause = tuple[str, str]
"""Kind and id, as `student_row.causes` gives them."""


def of_reports(language: str) -> str:
    """Give the language in which a ledger's reports are told to readers of `language`."""
    return language if language in OF_RULES else _ANY


class Words:
    """Speaks of students in one language; values in sentences are masked as everywhere."""

    def __init__(self, rulebook: Rulebook, language: str, *, isolated: bool = False) -> None:
        self.rulebook = rulebook
        self.language = language
        self.of_reports = of_reports(language)
        titles = titles_of(rulebook)
        self._plain = Speaker(titles)
        self._speaker = Speaker(titles, isolated=isolated)
        self.requirements = tuple(rulebook.requirements)
        self._alone: dict[str, str] = {}
        self._colon = WRITING[language].colon

    def say(self, key: str, **params: Param) -> str:
        """Say a sentence of the message files."""
        return self._speaker.sentence(key, params, self.language)

    def phrase(self, key: str, **params: Param) -> str:
        """Say it as it is written, without the capital of a sentence."""
        return self._speaker.phrase(key, params, self.language)

    def head(self) -> list[str]:
        """Give the first row of the table."""
        titles = (r.title.in_language(self.language) for r in self.rulebook.requirements.values())
        before = map(self._column, ("student", "answer", "steps"))
        return [*before, *titles, *map(self._column, ("first", "whose", "rules", "day"))]

    def cells(self, row: StudentRow) -> list[str]:
        """Give the cells of a student's row."""
        states = row.states(self.requirements)
        return [
            row.shown,
            self.answer(row),
            "" if row.steps is None else str(row.steps),
            *(self.state(state) for state in states),
            self.first(row),
            "; ".join(self.whose(row)),
            " ".join(row.rules),
            row.day,
        ]

    def answer(self, row: StudentRow) -> str:
        return self._said_alone(f"batch.column.answer_{row.answer}")

    def state(self, state: str) -> str:
        """Say how a paper stands; nothing of one that is not asked for."""
        return self._said_alone(f"status.{state}") if state else ""

    def _said_alone(self, key: str) -> str:
        """Say a sentence without parameters; those of cells are said a million times."""
        if key not in self._alone:
            self._alone[key] = self.say(key)
        return self._alone[key]

    def first(self, row: StudentRow) -> str:
        """Say what to do first, and with which paper."""
        errors = row.errors
        return self.thing(errors[0]) if errors else ""

    def thing(self, finding: ToldFinding) -> str:
        """Say one thing to settle."""
        if finding.document is None:
            return finding.message[self.of_reports]
        return self.about(finding.document, finding.fix[self.of_reports])

    def about(self, file: str, said: str) -> str:
        """Say something of a file."""
        return f"{show(file)}{self._colon}{said}"

    def whose(self, row: StudentRow) -> Iterator[str]:
        """Yield why somebody has to say whose papers these are."""
        yield from (self.title(("rule", rule)) for rule in row.unlike_the_list)
        yield from map(self.mixup, row.mixups)

    def mixup(self, mixup: Mixup) -> str:
        """Say what one folder has to do with others, all of them by name."""
        params = {"file": mixup.side.path, "others": self.sides(mixup)}
        return self.say(f"office.mixup.{mixup.case}", **params)

    def sides(self, mixup: Mixup) -> str:
        """Name the other folders, with the files in them."""
        named = ", ".join(self._side(side) for side in mixup.others)
        more = mixup.count - len({side.student for side in mixup.others})
        if more <= 0 or len(mixup.others) < MOST_OTHERS:
            return named
        return self._plain.sentence(
            "office.and_more", {"named": named, "count": more}, self.language
        )

    def _side(self, side: Side) -> str:
        return show(f"{side.student}/{side.path}" if side.path else side.student)

    def title(self, cause: Cause) -> str:
        """Name what stands in the way."""
        kind, name = cause
        if kind == "requirement":
            return self.say("office.cause.missing", requirement=Term(kind, name))
        known = self.rulebook.catalogue.get(name)
        return known.title.in_language(self.language) if known else name

    def _column(self, name: str) -> str:
        return self.say(f"batch.column.{name}")

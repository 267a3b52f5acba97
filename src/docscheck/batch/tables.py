"""What the office gets, written from the ledger alone: the same ledger gives the same bytes.

`students.csv` and `students.xlsx` have one row a student and one column a requirement, those who
are nearest to complete first, those who are ready last; `index.html` says the same to somebody who
opens it first; `mixups.csv` which papers lie in two folders, `left_out.csv` what lies in ROOT and
is no folder, `roster.csv` what list and folders do not have in common. `reports.jsonl` is the
report of each on one line, by name (JSON Lines; each line follows the schema of `check`). Pages and
letters for each student only where they are asked for. No clock is in any of it, and rows are read
one at a time, so that memory does not grow with the cohort.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType

from msgspec import Struct

from docscheck.batch.index import INDEX, PAGE_ENDING, PAGES, Index, Told
from docscheck.batch.ledger import Ledger, State
from docscheck.batch.letters import ENDINGS, MESSAGES, Letters
from docscheck.batch.mixups import Mixup, by_student, find_mixups
from docscheck.batch.roster_match import Matched
from docscheck.batch.roster_told import ROSTER, listed_lines, roster_rows
from docscheck.batch.shelf import FileNames, Shelf
from docscheck.batch.student_page import ENDING, REPORTS, StudentPages
from docscheck.batch.student_row import StudentRow, student_rows
from docscheck.batch.tally import Tally
from docscheck.batch.words import Words
from docscheck.batch.workbook import Workbook
from docscheck.foreign_text import show
from docscheck.reporters.csv_text import ENCODING, NEWLINE, Rows, write_rows
from docscheck.rulebook.schema import Rulebook
from docscheck.whole_file import exchanged, exchanged_bytes, scratch

STUDENTS, WORKBOOK = "students.csv", "students.xlsx"
JSON_LINES, LEFT_OUT, MIXUPS = "reports.jsonl", "left_out.csv", "mixups.csv"
ALL_FILES = (INDEX, STUDENTS, WORKBOOK, MIXUPS, LEFT_OUT, ROSTER, JSON_LINES)
ALL_SHELVES = ((PAGES, (PAGE_ENDING,)), (REPORTS, (ENDING,)), (MESSAGES, ENDINGS))
"""Folders of files that are made anew each time, and the endings of what is in them."""
_BY_NAME = f"""
SELECT report || char(10) FROM student WHERE present AND state = '{State.DONE}' ORDER BY name
"""  # noqa: S608 - our own words
_LEFT_OUT = "SELECT name, reason FROM left_out ORDER BY name"
_PRESENT = "SELECT name FROM student WHERE present"


class Wanted(Struct, frozen=True):
    """What is written, and how."""

    language: str
    today: date
    reports: bool = False
    """A page for each student."""
    messages: bool = False
    """Letters to each student."""
    roster: Matched | None = None


class Tables:
    """Writes the outputs of a ledger."""

    def __init__(self, ledger: Ledger, rulebook: Rulebook, wanted: Wanted) -> None:
        self._ledger = ledger
        self._rulebook = rulebook
        self._wanted = wanted
        self._words = Words(rulebook, wanted.language)
        self._tally = Tally()

    def write(self, place: Path) -> Tally:
        """Write all of them, and say what was counted."""
        mixups = find_mixups(self._ledger)
        self._csv(place / LEFT_OUT, self._left_out())
        self._csv(place / MIXUPS, self._mixups(mixups))
        self._roster(place)
        with exchanged(place / JSON_LINES, "\n") as stream:
            stream.writelines(str(line) for (line,) in self._ledger.select(_BY_NAME))
        self._students(place, mixups)
        return self._tally

    def _csv(self, path: Path, rows: Iterator[list[str]]) -> None:
        with exchanged(path, NEWLINE, ENCODING) as stream:
            write_rows(rows, stream, self._wanted.language)

    def _roster(self, place: Path) -> None:
        if self._wanted.roster is None:
            (place / ROSTER).unlink(missing_ok=True)
            return
        self._csv(place / ROSTER, roster_rows(self._wanted.roster, self._words))

    def _students(self, place: Path, mixups: tuple[Mixup, ...]) -> None:
        """Write everything that has a part for each student, in one pass."""
        with ExitStack() as open_:
            csv = open_.enter_context(exchanged(place / STUDENTS, NEWLINE, ENCODING))
            xlsx = open_.enter_context(exchanged_bytes(place / WORKBOOK))
            drafts = open_.enter_context(scratch(place))
            book = open_.enter_context(Workbook(xlsx, drafts, self._words))
            each = open_.enter_context(_Each(place, self._ledger, self._rulebook, self._wanted))
            table = Rows(csv, self._wanted.language)
            table.add(self._words.head())
            for row in student_rows(self._ledger, by_student(mixups)):
                self._tally.add(row)
                cells = self._words.cells(row)
                table.add(cells)
                book.add(row, cells)
                each.add(row)
            self._other_sheets(book, mixups)
            each.finish(self._tally, self._told(mixups))

    def _other_sheets(self, book: Workbook, mixups: tuple[Mixup, ...]) -> None:
        say = self._words.say
        causes = sorted(self._tally.causes.items(), key=lambda entry: (-entry[1], entry[0]))
        rows = ([self._words.title(cause), str(count)] for cause, count in causes)
        book.add_sheet(
            say("office.sheet.causes"), [say("office.cause"), say("office.students")], rows
        )
        heads, *told = self._mixups(mixups)
        book.add_sheet(say("office.sheet.mixups"), heads, told)

    def _told(self, mixups: tuple[Mixup, ...]) -> Told:
        roster = self._wanted.roster
        files = [name for name in ALL_FILES if name not in (INDEX, ROSTER)]
        listed = tuple(listed_lines(roster, self._words)) if roster is not None else ()
        return Told(mixups, listed, tuple(files), self._wanted.today)

    def _left_out(self) -> Iterator[list[str]]:
        say = self._words.say
        yield [say("batch.column.entry"), say("batch.column.reason")]
        for name, reason in self._ledger.select(_LEFT_OUT):
            yield [_shown(name), say(f"batch.column.reason_{reason}")]

    def _mixups(self, mixups: tuple[Mixup, ...]) -> Iterator[list[str]]:
        words = self._words
        heads = ("batch.column.student", "office.column.file", "office.column.mixup")
        yield [*map(words.say, heads), words.say("office.column.others")]
        for mixup in mixups:
            side = mixup.side
            case = words.say(f"office.case.{mixup.case}")
            yield [show(side.student), show(side.path), case, words.sides(mixup)]


class _Each:
    """The files that are written for each student, or for some hundreds of them."""

    def __init__(self, place: Path, ledger: Ledger, rulebook: Rulebook, wanted: Wanted) -> None:
        names = FileNames(
            os.fsdecode(n) for (n,) in ledger.select(_PRESENT) if isinstance(n, bytes)
        )
        self._names = names
        self._wanted = wanted
        self._shelves = {name: Shelf(place, name, endings) for name, endings in ALL_SHELVES}
        self._pages = StudentPages(rulebook, wanted.language)
        self._letters = Letters(rulebook)
        words = Words(rulebook, wanted.language, isolated=True)
        self._index = Index(place, words, self._page_name if wanted.reports else None)
        self._open = ExitStack()

    def __enter__(self) -> _Each:
        for shelf in self._shelves.values():
            self._open.enter_context(shelf)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def add(self, row: StudentRow) -> None:
        self._index.add(row, self._shelves[PAGES])
        if row.told is None:
            return
        if self._wanted.reports:
            page = self._pages.page(row, row.told).encode()
            self._shelves[REPORTS].put(self._page_name(row.name), page)
        if self._wanted.messages:
            stem = self._names.of(row.name)
            for ending, data in self._letters.files(row, self._address(row)):
                self._shelves[MESSAGES].put(stem + ending, data)

    def finish(self, tally: Tally, told: Told) -> None:
        self._index.finish(self._shelves[PAGES], tally, told)

    def _page_name(self, folder: str) -> str:
        return self._names.of(folder) + ENDING

    def _address(self, row: StudentRow) -> str:
        roster = self._wanted.roster
        listed = roster.rows.get(row.name) if roster is not None else None
        return listed.email if listed is not None else ""


def _shown(name: object) -> str:
    return show(os.fsdecode(name)) if isinstance(name, bytes) else ""

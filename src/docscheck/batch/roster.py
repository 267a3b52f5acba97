"""Who are the students by the office's own list? A CSV or XLSX file in, a profile a folder out.

A list with a value that cannot be understood is refused whole, with every row and column named: a
nationality left out in silence would change what a student is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from docscheck.batch import roster_values
from docscheck.batch.roster_columns import Columns, find_columns, load_names
from docscheck.batch.sheet_reading import load_sheet
from docscheck.errors import UsageError
from docscheck.finding import Enrolled
from docscheck.profile import Declared


class Row(Struct, frozen=True):
    """One student of the list."""

    number: int
    """As a spreadsheet shows it."""
    folder: str
    """Empty where only the id is listed."""
    id: str
    declared: Declared
    email: str = ""


class WrongCell(Struct, frozen=True):
    """A cell that cannot be understood; what is in it is not repeated."""

    row: int
    column: str
    """Its head."""
    case: str
    """Sentence of `messages/*/roster_list.toml`: `roster.wrong.<case>`."""


class RosterError(UsageError):
    """Rows of a list cannot be used."""

    def __init__(self, file: str, wrong: Sequence[WrongCell]) -> None:
        super().__init__("roster_rows", {"file": file, "count": str(len(wrong))})
        self.wrong = tuple(wrong)


class Roster(Struct, frozen=True):
    """A list, read."""

    rows: tuple[Row, ...]
    sheets_aside: tuple[str, ...]
    """Other sheets of the workbook, which were not read."""


class RosterFile(Struct, frozen=True):
    """What was given for a list."""

    path: Path
    columns: Path | None = None
    """Names of columns: `--roster-columns`."""


def load_roster(given: RosterFile, root: Path | None, today: date) -> Roster:
    """Read a list; nothing inside `root` configures anything (R12 of `reliability.md`).

    Raises:
        UsageError: it cannot be read, its columns are not known, or (`RosterError`) rows are wrong.
    """
    if root is not None and given.path.resolve().is_relative_to(root.resolve()):
        raise UsageError("roster_inside", {"file": given.path.name})
    named = load_names(given.columns, root) if given.columns else {}
    sheet = load_sheet(given.path)
    filled = [(number, row) for number, row in enumerate(sheet.rows, start=1) if any(row)]
    if not filled:
        raise UsageError("roster_empty", {"file": given.path.name})
    (_, heads), *rest = filled
    columns = find_columns(given.path.name, heads, named)
    reading = _Reading(heads, columns, today)
    rows = tuple(reading.row(number, cells) for number, cells in rest)
    if reading.wrong:
        raise RosterError(given.path.name, reading.wrong)
    return Roster(rows, sheet.aside)


class _Reading:
    """The rows of one list, and what is wrong with them."""

    def __init__(self, heads: Sequence[str], columns: Columns, today: date) -> None:
        self._heads = heads
        self._columns = columns
        self._today = today
        self.wrong: list[WrongCell] = []

    def row(self, number: int, cells: Sequence[str]) -> Row:
        def text(meaning: str) -> str:
            place = self._columns.get(meaning)
            return cells[place] if place is not None and place < len(cells) else ""

        def value(meaning: str, read: Callable[[str], object]) -> object:
            written = text(meaning)
            try:
                return read(written) if written else None
            except ValueError:
                self._note(number, meaning, meaning)
                return None

        born = value("birth_date", lambda written: roster_values.birth_date(written, self._today))
        state = value("nationality", roster_values.nationality)
        situation = value("situation", roster_values.situation)
        address = value("email", roster_values.email)
        if not text("folder") and not text("id"):
            self._note(number, "folder" if "folder" in self._columns else "id", "folder")
        surname, given_names = _name(text)
        birth_date = born if isinstance(born, date) else None
        enrolled = Enrolled(surname, given_names, birth_date)
        declared = Declared(
            nationality=str(state) if state else None,
            birth_date=birth_date,
            situation=str(situation) if situation else None,
            enrolled=enrolled if enrolled != Enrolled() else None,
        )
        return Row(number, text("folder"), text("id"), declared, str(address or ""))

    def _note(self, number: int, meaning: str, case: str) -> None:
        self.wrong.append(WrongCell(number, self._heads[self._columns[meaning]], case))


def _name(text: Callable[[str], str]) -> tuple[str, str]:
    """Give surname and given names; a whole name stands for a surname without given names."""
    surname, given_names, whole = text("surname"), text("given_names"), text("name")
    if given_names and not surname:
        return whole, given_names
    if whole and not given_names:
        return whole, ""
    return surname, given_names

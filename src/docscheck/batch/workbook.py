"""The table as a workbook: a frozen head, filters, and each state as a word and a colour.

Written row by row (XlsxWriter's constant-memory mode), so that a hundred thousand students take no
more memory than ten. Cells are text that nothing computes, or numbers; no formula, no link, no
clock, and so the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from docscheck.batch.student_row import StudentRow
from docscheck.batch.words import Words
from docscheck.foreign_text import visible
from docscheck.languages import WRITING

MOST_ROWS = 1_048_575
"""Of a sheet, below its head (ECMA-376); who comes after stands on a further sheet."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Says when, to those who insist: a workbook has to have been made at some time."""
_COLOURS = {
    "good": ("#14683c", "#e3f4ea"),
    "bad": ("#a81f18", "#fbe9e7"),
    "look": ("#7a4f00", "#fbf1dc"),
    "note": ("#24508f", "#e7eefa"),
}
"""Of letters and ground; those of the report (`report.css`)."""
_MEANS = {
    **dict.fromkeys(("ready", "satisfied"), "good"),
    **dict.fromkeys(("not_ready", "missing", "nonconforming"), "bad"),
    **dict.fromkeys(("to_review", "doubtful", "failed"), "look"),
    **dict.fromkeys(("later", "waiting", "reading"), "note"),
}
_WIDTHS = (28, 20, 9)
_PAPER_WIDTH, _FIRST_WIDTH, _WIDTH = 18, 60, 30
_FIRST_PAPER = 3
_HEAD_HEIGHT = 48
"""In points: three lines of a long title."""
_MOST_CHARACTERS = 32_767
"""Of a cell (ECMA-376)."""
_RICH_BEGIN, _RICH_END = "<r>", "</r>"


class Workbook:
    """A workbook with the students on its first sheet; others are added at the end."""

    def __init__(self, out: BinaryIO, scratch: Path, words: Words) -> None:
        """Begin it.

        Args:
            out: where its bytes go when it is closed.
            scratch: a private folder for what is not finished.
            words: of the language it speaks.
        """
        import xlsxwriter

        options = {"constant_memory": True, "tmpdir": str(scratch)}
        self._book: Any = xlsxwriter.Workbook(out, options)
        self._book.set_properties({"created": _EPOCH})
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._formats = {
            name: self._book.add_format({"font_color": ink, "bg_color": ground})
            for name, (ink, ground) in _COLOURS.items()
        }
        self._words = words
        self._heads = words.head()
        self._sheets = 0
        self._begin_students()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._sheet.autofilter(0, 0, self._rows, len(self._heads) - 1)
            self._book.close()

    def add(self, row: StudentRow, cells: Sequence[str]) -> None:
        """Write one student, with the cells that `Words.cells` gives."""
        if self._rows == MOST_ROWS:
            self._sheet.autofilter(0, 0, self._rows, len(self._heads) - 1)
            self._begin_students()
        self._rows += 1
        states = ("", row.answer, "", *row.states(self._words.requirements))
        for column, text in enumerate(cells):
            state = states[column] if column < len(states) else ""
            if column == _FIRST_PAPER - 1 and row.steps is not None:
                self._sheet.write_number(self._rows, column, row.steps)
            elif text:
                self._write(self._rows, column, text, self._format(state))

    def add_sheet(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a sheet of its own, such as the causes; rows beyond a sheet's end are left out."""
        sheet = self._new_sheet(title)
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(heads):
            sheet.set_column(column, column, _FIRST_WIDTH if not column else _WIDTH)
            sheet.write_string(0, column, visible(head), self._head)
        for number, row in zip(range(1, MOST_ROWS + 1), rows, strict=False):
            for column, text in enumerate(row):
                if text.isascii() and text.isdigit():
                    sheet.write_number(number, column, int(text))
                else:
                    sheet.write_string(number, column, _in_a_cell(text))

    def _new_sheet(self, title: str) -> Any:
        sheet = self._book.add_worksheet(title)
        if WRITING[self._words.language].right_to_left:
            sheet.right_to_left()
        return sheet

    def _begin_students(self) -> None:
        self._sheets += 1
        number = f" {self._sheets}" if self._sheets > 1 else ""
        self._sheet: Any = self._new_sheet(self._words.say("office.sheet") + number)
        self._rows = 0
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_row(0, _HEAD_HEIGHT)
        papers = len(self._words.requirements)
        widths = (*_WIDTHS, *(_PAPER_WIDTH,) * papers, _FIRST_WIDTH, _FIRST_WIDTH, _WIDTH, 12)
        for column, (width, head) in enumerate(zip(widths, self._heads, strict=True)):
            self._sheet.set_column(column, column, width)
            self._write(0, column, head, self._head)

    def _write(self, row: int, column: int, text: str, look: object) -> None:
        # As text, whatever it begins with: `write` would make formulas and links of some.
        self._sheet.write_string(row, column, _in_a_cell(text), look)

    def _format(self, state: str) -> object:
        meaning = _MEANS.get(state)
        return self._formats[meaning] if meaning else None


def _in_a_cell(text: str) -> str:
    """Give a text as a cell holds it.

    XlsxWriter takes one in `<r>` for XML of its own and writes it as it is; `<r>a</r>` is also a
    file in a folder. With a blank after it, it is a text like any other.
    """
    shown = visible(text)[:_MOST_CHARACTERS]
    return f"{shown} " if shown.endswith(_RICH_END) and shown.startswith(_RICH_BEGIN) else shown

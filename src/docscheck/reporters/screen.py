"""Lines of a terminal: wrapped under a hanging indent, in columns, without blanks at their ends.

Rich knows colours, widths of characters and NO_COLOR; its tables pad every line to the full width,
which shows as soon as a report is copied or redirected, hence the columns made here. Strings are
never read as markup (R15 of `reliability.md`), and none reaches the stream but by `foreign_text`:
titles, too, which come from rule files, and those may be anybody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from docscheck.foreign_text import visible
from docscheck.languages import WRITING
from docscheck.reporters.line_breaks import MIN_WIDTH, wrapped

_MAX_WIDTH = 100
"""Longer lines are hard to read."""
_USUAL_WIDTH = 80
_GAP = 2

Cell = tuple[str, str]
"""Text and style."""


class _Console(Console):
    """Rich's, which leaves an end of the process to others."""

    def on_broken_pipe(self) -> None:
        """Pass the error on: Rich would exit with 1, which means "not ready"."""
        raise  # noqa: PLE0704 - Rich calls this while it handles the error


class Screen:
    """A console on a stream, for text in one language."""

    def __init__(self, out: TextIO, language: str = "en") -> None:
        self._has_blanks = WRITING[language].has_blanks
        self._console = _Console(
            file=out, highlight=False, markup=False, emoji=False, soft_wrap=True
        )
        if self._console.width < 1:
            # COLUMNS=0, as some editors set it: Rich would write nothing at all.
            self._console.width = _USUAL_WIDTH
        self.width = min(self._console.width, _MAX_WIDTH)

    def can_show(self, characters: str) -> bool:
        """Say whether the encoding of the stream has these characters."""
        try:
            characters.encode(self._console.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def unbroken(self, text: str, style: str = "") -> None:
        """Write text on one line, however long: others may read it line by line."""
        self._write(Text(visible(text), style))

    def line(self, text: str = "", style: str = "") -> None:
        """Write text from the left edge, wrapped."""
        self.hanging("", text, style)

    def hanging(self, mark: str, text: str, style: str = "", indent: int = 0) -> None:
        """Write `mark`, then text wrapped to the right of it."""
        left = " " * indent + visible(mark)
        for piece in self._wrapped(text, self.width - cell_len(left)):
            self._write(Text.assemble(left, (piece, style)))
            left = " " * cell_len(left)

    def columns(
        self,
        rows: Sequence[Sequence[Cell]],
        indent: int = 0,
        below: Sequence[Sequence[str]] = (),
    ) -> None:
        """Write rows of cells, each as wide as it needs; `below` are dim lines under each row."""
        widths = self._widths(rows, indent)
        for row, lines in zip_longest(rows, below, fillvalue=()):
            self._row(row, widths, indent)
            for line in lines:
                self.hanging("", str(line), "dim", 2 * indent + _GAP)

    def _widths(self, rows: Sequence[Sequence[Cell]], indent: int) -> list[int]:
        """Give each column what it needs; where room lacks, the widest gives way first."""
        columns = zip(*rows, strict=True)
        widths = [max(cell_len(visible(cell[0])) for cell in column) for column in columns]
        room = self.width - indent - _GAP * (len(widths) - 1)
        while sum(widths) > room and max(widths) > MIN_WIDTH:
            widths[widths.index(max(widths))] -= 1
        return widths

    def _row(self, row: Sequence[Cell], widths: Sequence[int], indent: int) -> None:
        cells = [self._wrapped(cell[0], width) for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            line = Text(" " * indent)
            at = indent
            for pieces, (_, style), width in zip(cells, row, widths, strict=True):
                if number < len(pieces) and pieces[number]:
                    line.append(" " * (at - cell_len(line.plain)))
                    line.append(pieces[number], style)
                at += width + _GAP
            self._write(line)

    def _wrapped(self, text: str, width: int) -> list[str]:
        return wrapped(visible(text), width, has_blanks=self._has_blanks)

    def _write(self, line: Text) -> None:
        self._console.print(line, no_wrap=True, overflow="ignore", crop=False)

r"""Tables that spreadsheets open: CSV in which no foreign string is a formula (R17 of
`reliability.md`).

Every cell goes through the one door for foreign strings, then one that a spreadsheet would compute
(`=1+1`, `@SUM(A1)`, `-2`) gets an apostrophe before it. All cells are quoted. The file begins with
a byte-order mark, without which Excel takes UTF-8 for something else, and its columns are parted as
the reader's spreadsheet expects: by semicolons where the decimal sign is a comma, as in French.

>>> cell("=HYPERLINK(A1)"), cell("  @x"), cell("Zoé\r\n")
("'=HYPERLINK(A1)", "'  @x", 'Zoé\\x0d\\x0a')
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TextIO

from docscheck.foreign_text import visible
from docscheck.languages import WRITING

ENCODING = "utf-8-sig"
NEWLINE = ""
"""Line ends are written as they are: CR LF (RFC 4180)."""
_REPEATED = 256
"""Most cells of a table say one of a few words, such as the state of a paper."""
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


class Rows:
    """Takes rows one at a time, for a stream of `ENCODING` and `NEWLINE`."""

    def __init__(self, out: TextIO, language: str) -> None:
        delimiter = ";" if WRITING[language].semicolons_in_tables else ","
        self._table = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)

    def add(self, row: Sequence[str]) -> None:
        """Write one row."""
        self._table.writerow([cell(text) for text in row])


def write_rows(rows: Iterable[Sequence[str]], out: TextIO, language: str) -> None:
    """Write rows, the head first, to a stream of `ENCODING` and `NEWLINE`."""
    table = Rows(out, language)
    for row in rows:
        table.add(row)


@lru_cache(_REPEATED)
def cell(text: str) -> str:
    """Give a text as a cell shows it: every character visible, and never a formula."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_COMPUTED) else shown

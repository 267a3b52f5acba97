"""Tables: what a spreadsheet opens is what was meant, and nothing in it is computed."""

from __future__ import annotations

import csv
import io

import pytest

from docscheck.foreign_text import visible
from docscheck.reporters.csv_text import ENCODING, NEWLINE, cell, write_rows
from tests.reporters.reports import HOSTILE

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\u00a0=1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
)
HARMLESS = ("a=1", "Jean-Luc", "O'Neil", "", "Zoé", "1", 'say "a, b; c"', "a@b")


def written(rows: list[list[str]], language: str) -> bytes:
    stream = io.BytesIO()
    text = io.TextIOWrapper(stream, encoding=ENCODING, newline=NEWLINE)
    write_rows(rows, text, language)
    text.flush()
    return stream.getvalue()


def test_names_in_order_stay_as_they_are() -> None:
    assert [cell(text) for text in HARMLESS] == list(HARMLESS)


@pytest.mark.parametrize("formula", [*FORMULAS, *(f"\t{f}" for f in FORMULAS)])
def test_no_cell_is_a_formula(formula: str) -> None:
    shown = cell(formula)
    assert shown.lstrip()[0] in "'\\"
    assert shown.lstrip("'") == visible(formula)


@pytest.mark.parametrize(
    ("language", "delimiter"), [("fr", ";"), ("en", ","), ("es", ";"), ("zh", ","), ("ar", ";")]
)
def test_a_table_reads_back_in_each_language(language: str, delimiter: str) -> None:
    rows = [[*HARMLESS], [*FORMULAS], [*HOSTILE, ""]]
    data = written(rows, language)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    again = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert again == [[cell(text) for text in row] for row in rows]
    assert not {c for c in text if not c.isprintable()} - {"\r", "\n", "\u00a0"}

"""A cell is a text, whatever it looks like to what writes it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from docscheck.batch.student_row import StudentRow
from docscheck.batch.words import Words
from docscheck.batch.workbook import Workbook
from docscheck.rulebook.load import load


@pytest.mark.parametrize("name", ["<r>a</r>", "<r></c></r>", "<r><t>good</t></r>", "<r>", "a</r>"])
def test_a_path_that_looks_like_xml_is_a_text(name: str, tmp_path: Path) -> None:
    words = Words(load(), "en")
    student = StudentRow(name, "waiting", None, "", None)
    path = tmp_path / "students.xlsx"
    with path.open("wb") as out, Workbook(out, tmp_path, words) as book:
        book.add(student, [name, *words.cells(student)[1:]])
        book.add_sheet("Paths", ["path"], [[name]])
    sheets = openpyxl.load_workbook(path).worksheets
    cells = [sheets[0]["A2"].value, sheets[1]["A2"].value]
    assert [str(value).rstrip(" ") for value in cells] == [name, name]

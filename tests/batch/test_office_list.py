"""The office's list: what it may look like, what it says of each folder, what stops the run."""

from __future__ import annotations

import codecs
import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from docscheck.batch import sheet
from docscheck.batch.roster import Roster, RosterError, RosterFile, Row, load_roster
from docscheck.batch.roster_match import match
from docscheck.batch.sheet_reading import load_sheet
from docscheck.errors import UsageError
from docscheck.finding import Enrolled
from docscheck.profile import Declared
from tests.literal import TODAY

HEAD = "Dossier;Nom;Prénom;Né(e) le;Nationalité;Situation;Courriel"
SALMA = "12 BENALI;Benali;Salma Nour;17/05/2004;marocaine;étudiant;salma@example.org"
BORN = date(2004, 5, 17)
TEXT = f"{HEAD}\r\n{SALMA}\r\n"
ROW = Row(
    2,
    "12 BENALI",
    "",
    Declared(
        nationality="MAR",
        birth_date=BORN,
        situation="student",
        enrolled=Enrolled("Benali", "Salma Nour", BORN),
    ),
    "salma@example.org",
)


def load(place: Path, data: bytes, name: str = "liste.csv", columns: str = "") -> Roster:
    path = place / name
    path.write_bytes(data)
    named = None
    if columns:
        named = place / "columns.toml"
        named.write_text(columns, encoding="utf-8")
    (place / "students").mkdir(exist_ok=True)
    return load_roster(RosterFile(path, named), place / "students", TODAY)


def workbook(*rows: tuple[object, ...], others: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    for row in rows:
        sheet.append(row)
    for title in others:
        book.create_sheet(title)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").replace("\r\n", "\n").encode(),
    ],
    ids=["utf-8", "mark", "cp1252", "utf-16", "commas", "tabs"],
)
def test_any_spreadsheets_text_says_the_same(tmp_path: Path, data: bytes) -> None:
    assert load(tmp_path, data) == Roster((ROW,), ())


def test_a_separator_that_is_named_counts_as_a_row(tmp_path: Path) -> None:
    (row,) = load(tmp_path, f"sep=;\r\n{TEXT}".encode()).rows
    assert (row.number, row.folder) == (3, "12 BENALI")


def test_a_workbook_says_the_same_and_computes_nothing(tmp_path: Path) -> None:
    heads = tuple(HEAD.split(";"))
    _, surname, given, _, state, situation, address = SALMA.split(";")
    born = datetime(2004, 5, 17)
    data = workbook(
        heads,
        ("12 BENALI", surname, given, born, state, situation, address),
        (),
        (13, '=HYPERLINK("http://example.org")', None, None, None, None, None),
        others=("Anciens",),
    )
    roster = load(tmp_path, data, "liste.xlsx")
    assert roster.rows == (ROW, Row(4, "13", "", Declared()))
    assert roster.sheets_aside == ("Anciens",)


@pytest.mark.parametrize(
    ("heads", "cells", "enrolled"),
    [
        ("folder,name,first name", "1,Benali,Salma", Enrolled("Benali", "Salma")),
        ("folder,full name", "1,Salma Benali", Enrolled("Salma Benali")),
        ("ID;Nom et prénom", "1;Benali Salma", Enrolled("Benali Salma")),
        ("Student number,Date of birth", "1,2004-05-17", Enrolled("", "", BORN)),
        ("folder,colour", "1,blue", None),
    ],
)
def test_heads_are_known_in_both_languages(
    tmp_path: Path, heads: str, cells: str, enrolled: Enrolled | None
) -> None:
    (row,) = load(tmp_path, f"{heads}\n{cells}\n".encode()).rows
    assert row.declared.enrolled == enrolled


def test_other_heads_are_named_by_a_file(tmp_path: Path) -> None:
    data = b"Akte;Geboren;Status\n1;17.05.2004;whatever\n"
    columns = 'folder = "Akte"\nbirth_date = "geboren"\n'
    with pytest.raises(RosterError) as caught:
        load(tmp_path, data, columns=columns)
    assert [(w.row, w.column, w.case) for w in caught.value.wrong] == [(2, "Status", "situation")]
    (row,) = load(tmp_path, data.replace(b"whatever", b""), columns=columns).rows
    assert (row.folder, row.declared.birth_date) == ("1", BORN)


def test_every_wrong_cell_is_named_by_row_and_column(tmp_path: Path) -> None:
    lines = [
        HEAD,
        "1;A;B;05/17/2004;;;",
        "2;A;B;2999-01-01;Atlantide;;",
        ";A;B;;;;",
        "",
        "3;A;B;;;touriste;a@b, c@d.org",
    ]
    with pytest.raises(RosterError) as caught:
        load(tmp_path, "\n".join(lines).encode())
    assert [(w.row, w.column, w.case) for w in caught.value.wrong] == [
        (2, "Né(e) le", "birth_date"),
        (3, "Né(e) le", "birth_date"),
        (3, "Nationalité", "nationality"),
        (4, "Dossier", "folder"),
        (6, "Situation", "situation"),
        (6, "Courriel", "email"),
    ]


def bomb() -> bytes:
    """A workbook whose one sheet is said to be longer than any list."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(sheet.MAX_UNPACKED_BYTES // 1_000_000 + 1):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def entities() -> bytes:
    """A workbook one cell of which unfolds to more than any memory; in UTF-16, to be overlooked."""
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 50 if n else "x" * 50}">' for n in range(8))
    head = f"<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE worksheet [{names}]>"
    made, out = io.BytesIO(workbook(("folder",), ("unfold",))), io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert b"unfold" in data
                data = f"{head}{data.decode().replace('unfold', '&e7;')}".encode("utf-16")
            new.writestr(part.filename, data)
    return out.getvalue()


BAD: Mapping[str, tuple[bytes, str]] = {
    "nothing": (b"", "roster_empty"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "roster_kind"),
    "other archive": (b"PK\x03\x04" + b"\0" * 40, "roster_broken"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "roster_old"),
    "quotation mark": (b'folder;name\n1;"x"y\n', "roster_broken_line"),
    "no folder": (b"nom;age\na;3\n", "roster_no_folder"),
    "twice": (b"folder;email;mail\n1;;\n", "roster_heads"),
    "too many columns": (b";" * 300 + b"x\n", "roster_too_long"),
    "too many rows": (b"folder\n" + b"1\n" * (sheet.MAX_ROWS + 1), "roster_too_long"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_list_is_said(tmp_path: Path, name: str) -> None:
    data, sentence = BAD[name]
    with pytest.raises(UsageError) as caught:
        load(tmp_path, data)
    assert caught.value.sentence == sentence


def test_workbooks_that_unfold_without_end_are_refused(tmp_path: Path) -> None:
    for number, data in enumerate((bomb(), entities())):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(data)
        with pytest.raises(UsageError) as caught:
            load_sheet(path)
        assert caught.value.sentence == ("roster_broken" if number else "roster_too_long")


def test_a_list_among_the_students_configures_nothing(tmp_path: Path) -> None:
    (tmp_path / "students").mkdir()
    inside = tmp_path / "students" / "liste.csv"
    inside.write_text("folder\n1\n")
    with pytest.raises(UsageError) as caught:
        load_roster(RosterFile(inside), tmp_path / "students", TODAY)
    assert caught.value.sentence == "roster_inside"


def test_a_folder_is_found_by_its_name_or_the_id_before_it() -> None:
    def row(number: int, folder: str = "", identity: str = "") -> Row:
        return Row(number, folder, identity, Declared())

    folders = ("100_A", "1001", "Zoe\u0301", "200 a", "200 b", "twice", "unlisted")
    rows = (
        row(2, identity="100"),
        row(3, identity="1001"),
        row(4, "Zo\u00e9"),
        row(5, "nobody"),
        row(6, identity="200"),
        row(7, "twice"),
        row(8, "twice"),
    )
    matched = match(rows, folders)
    assert {name: found.number for name, found in matched.rows.items()} == {
        "100_A": 2,
        "1001": 3,
        "Zoe\u0301": 4,
    }
    assert [found.number for found in matched.no_folder] == [5]
    assert [found.number for found in matched.several] == [6, 7, 8]
    assert matched.no_row == ("200 a", "200 b", "unlisted")

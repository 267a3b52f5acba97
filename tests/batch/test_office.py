"""What an office gets, from the real command: workbook, index, mix-ups, pages, letters."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
import stat
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from specimens.cases.case import OTHER, sent
from specimens.cases.files import certificate
from specimens.cases.pages import passport_page
from tests.batch.cohort import QUICK, cohort, rows, tables
from tests.cli.command import docscheck

_CERTIFICATE = "school_certificate.apogee_table"
AMINA, REMI, EMPTY, ZOE = "1001 TESTARD Amina", "1002 OKONKWE Rémi", "1003", "1004 Zoé"
ROSTER = """N° étudiant;Nom;Prénom;Date de naissance;Nationalité;Courriel
1001;Testard;Amina;14/03/2005;Sénégalaise;amina@example.org
1002;Okonkwe;Rémi;27/08/2001;Côte d’Ivoire;
1004;Dupond;Zoé;01/02/2004;MA;
1009;Absent;A;;;
"""
VALUES = (b"TESTARD", b"Testard", b"Okonkwe", b"2005-03-14", b"14/03/2005", b"14 March 2005")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four students: one in order as far as it goes, one with the papers of the first among his
    own, one without papers, one with papers of the first only.
    """
    place = tmp_path_factory.mktemp("office")
    folders: Mapping[str, Mapping[str, bytes]] = {
        AMINA: {"passeport.pdf": passport_page(), "certificat.pdf": certificate()},
        REMI: {
            "certificat.pdf": sent(_CERTIFICATE, holder=OTHER),
            "passeport amina.pdf": passport_page(),
        },
        EMPTY: {},
        ZOE: {"certificat.pdf": certificate() + b"%%"},
    }
    for name, files in folders.items():
        (place / "students" / name).mkdir(parents=True)
        for file, data in files.items():
            (place / "students" / name / file).write_bytes(data)
    (place / "liste.csv").write_bytes(ROSTER.encode("cp1252"))
    return place


def batch(place: Path, *more: str, out: str = "out") -> str:
    roster = ("--roster", place / "liste.csv")
    command = ("batch", place / "students", "--out", place / out, *roster, *QUICK, *more)
    done = docscheck(*command)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


@pytest.fixture(scope="module")
def out(place: Path) -> Path:
    """Results with everything that can be asked for."""
    batch(place, "--reports", "--messages")
    return place / "out"


def read(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_list_is_compared_and_told(place: Path, out: Path) -> None:
    told = {row["Student"]: row["Whose documents?"] for row in read(out / "students.csv")}
    assert "roster" not in told[AMINA] + told[REMI] + told[EMPTY]
    assert "Birth date differs from the roster; Name differs from the roster;" in told[ZOE]
    assert [tuple(row.values()) for row in read(out / "roster.csv")] == [
        ("5", "1009", "There is no such folder"),
        ("", EMPTY, "Not in the list: judged without it"),
    ]
    said = batch(place, "--reports", "--messages")
    assert "Folders with a row in the list: 3." in said
    assert "Folders read now: 0." in said


def test_both_sides_of_a_mixup_are_named_by_their_folders(out: Path) -> None:
    assert [tuple(row.values()) for row in read(out / "mixups.csv")] == [
        (AMINA, "passeport.pdf", "Same file", f"{REMI}/passeport amina.pdf"),
        (AMINA, "", "Named in another folder", f"{ZOE}/certificat.pdf"),
        (REMI, "passeport amina.pdf", "Same file", f"{AMINA}/passeport.pdf"),
        (REMI, "passeport amina.pdf", "Names another student", AMINA),
        (ZOE, "certificat.pdf", "Names another student", AMINA),
    ]


def test_a_number_in_two_folders_and_one_person_in_two_are_told(tmp_path: Path) -> None:
    root = cohort(tmp_path, ("a", "b"), papers=0)
    (root / "a" / "p.pdf").write_bytes(passport_page())
    (root / "b" / "q.pdf").write_bytes(passport_page() + b"%%")
    docscheck("batch", root, "--out", tmp_path / "out", *QUICK)
    assert [tuple(row.values()) for row in read(tmp_path / "out" / "mixups.csv")] == [
        ("a", "p.pdf", "Same document number", "b/q.pdf"),
        ("a", "", "Same person", "b"),
        ("b", "q.pdf", "Same document number", "a/p.pdf"),
        ("b", "", "Same person", "a"),
    ]


def test_hashes_of_one_ledger_mean_nothing_in_another(place: Path, out: Path) -> None:
    batch(place, out="other")
    query = "(SELECT group_concat(hex(digest)) FROM mark WHERE student = name)"
    assert rows(out, query)[AMINA] != rows(place / "other", query)[AMINA]
    assert (out / "mixups.csv").read_bytes() == (place / "other" / "mixups.csv").read_bytes()


def test_the_workbook_has_the_same_words_colours_and_a_frozen_head(out: Path) -> None:
    book = openpyxl.load_workbook(out / "students.xlsx")
    assert book.sheetnames == ["Students", "Causes", "Whose documents"]
    sheet = book["Students"]
    told = [[str(c.value if c.value is not None else "") for c in row] for row in sheet.rows]
    text = (out / "students.csv").read_text(encoding="utf-8-sig")
    assert told == list(csv.reader(io.StringIO(text, newline="")))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:U5")
    grounds = {
        c.value: c.fill.fgColor.rgb
        for row in sheet.iter_rows(min_row=2, min_col=4, max_col=8)
        for c in row
    }
    assert grounds == {
        "OK": "FFE3F4EA",
        "MISSING": "FFFBE9E7",
        "REDO": "FFFBE9E7",
        "Later": "FFE7EEFA",
    }


def test_who_is_nearest_comes_first(out: Path) -> None:
    assert [row["Student"] for row in read(out / "students.csv")] == [AMINA, REMI, ZOE, EMPTY]
    page = (out / "index.html").read_text(encoding="utf-8")
    places = [page.index(f">{name}</a>") for name in (AMINA, REMI, ZOE, EMPTY)]
    assert places == sorted(places)


def test_the_index_counts_and_links_and_runs_nothing(out: Path) -> None:
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "<strong>4</strong>Not ready" in page
    assert "Missing: Student visa or residence permit" in page
    assert not re.search(r"<script|onclick|https?://", page)
    links = re.findall(r'href="(reports/[^"]+)"', page)
    assert len(links) == 4
    assert "reports/1001%20TESTARD%20Amina.html" in links
    assert "default-src 'none'" in page.replace("&#39;", "'")


def test_pages_and_letters_are_made_only_when_asked_and_go_when_they_are_not(place: Path) -> None:
    made = place / "asked"
    batch(place, out="asked")
    assert not (made / "reports").exists()
    assert "reports/" not in (made / "index.html").read_text(encoding="utf-8")
    batch(place, "--reports", "--messages", out="asked")
    assert len(list((made / "reports").iterdir())) == 4
    assert len(list((made / "messages").iterdir())) == 12
    modes = {stat.S_IMODE(path.stat().st_mode) for path in made.rglob("*") if path.is_file()}
    assert modes == {0o600}
    batch(place, out="asked")
    assert not (made / "reports").exists()
    assert not (made / "messages").exists()


def test_letters_name_nobody_and_no_file_of_anybody_else(out: Path) -> None:
    for path in (out / "messages").iterdir():
        text = path.read_bytes()
        assert b"\xe2\x80\xa2" not in text
        assert not [value for value in VALUES if value in text], path
        assert b"passeport amina" not in text
    french = (out / "messages" / f"{REMI}.fr.txt").read_text(encoding="utf-8")
    assert french.startswith("Vos documents pour l'Assurance Maladie : points à régler : 2\n\nBonj")
    assert "1. Une des pièces de votre dossier ne semble pas être à vous.\n   → Parcourez" in french


def test_a_message_is_a_draft_to_the_address_of_the_list(out: Path) -> None:
    def parsed(name: str) -> email.message.EmailMessage:
        data = (out / "messages" / f"{name}.eml").read_bytes()
        told = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(told, email.message.EmailMessage)
        return told

    to_amina, to_remi = parsed(AMINA), parsed(REMI)
    assert (to_amina["To"], to_remi["To"]) == ("amina@example.org", None)
    assert to_amina["X-Unsent"] == "1"
    assert "points à régler : 1" in to_amina["Subject"]
    assert list(to_amina.iter_attachments()) == []
    text = to_amina.get_content()
    assert "Bonjour," in text
    assert "Hello," in text
    assert "Not in the folder: Student visa or residence permit." in text


def test_no_value_is_in_anything_that_is_kept(out: Path) -> None:
    for path in out.rglob("*"):
        if path.is_file() and "messages" not in path.parts:
            kept = path.read_bytes()
            for name in (AMINA, REMI):
                kept = kept.replace(name.encode(), b"")
            assert not [v for v in VALUES[1:] if v in kept], path


def test_another_row_of_the_list_is_another_judgement(place: Path) -> None:
    batch(place, out="changed")
    other = ROSTER.replace("14/03/2005", "15/03/2005").replace("amina@example.org", "")
    try:
        (place / "liste.csv").write_text(other, encoding="utf-8")
        said = batch(place, out="changed")
    finally:
        (place / "liste.csv").write_bytes(ROSTER.encode("cp1252"))
    assert "Folders read now: 1. Unchanged and not read again: 3." in said
    told = {row["Student"]: row["Whose documents?"] for row in read(place / "changed/students.csv")}
    assert told[AMINA].startswith("Birth date differs from the roster")


def test_wrong_cells_stop_the_run_before_anything_is_read(tmp_path: Path) -> None:
    root = cohort(tmp_path, ("a",))
    (tmp_path / "list.csv").write_text("folder,nationality\na,Atlantis\n")
    command = ("batch", root, "--out", tmp_path / "out", "--roster", tmp_path / "list.csv", *QUICK)
    done = docscheck(*command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Row 2, column nationality: no country of this name" in done.stderr
    assert "Atlantis" not in done.stderr
    assert not (tmp_path / "out").exists()
    french = docscheck(*command, env={"LC_ALL": "fr_FR.UTF-8"})
    assert "ligne 2, colonne nationality : aucun pays de ce nom" in french.stderr.lower()


def test_a_list_without_rows_for_anybody_changes_no_verdict(tmp_path: Path) -> None:
    root = cohort(tmp_path, ("a",))
    (tmp_path / "list.csv").write_text("folder\nb\n")
    docscheck("batch", root, "--out", tmp_path / "one", *QUICK)
    roster = ("--roster", tmp_path / "list.csv")
    docscheck("batch", root, "--out", tmp_path / "two", *QUICK, *roster)
    one, two = tables(tmp_path / "one"), tables(tmp_path / "two")
    assert one["students.csv"] == two["students.csv"]
    assert one["reports.jsonl"] == two["reports.jsonl"]

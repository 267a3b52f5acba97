"""Tables of many students: pages, groups of folders, names of files, an older ledger."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from docscheck.batch.ledger import Ledger, Outcome, Run
from docscheck.batch.marks import Mark, MarkKind
from docscheck.batch.mixups import MOST_OTHERS, Case, Side, find_mixups
from docscheck.batch.shelf import FileNames, Shelf
from docscheck.batch.tables import Tables, Wanted
from docscheck.batch.words import of_reports
from docscheck.languages import LANGUAGES, WRITING
from docscheck.messages import Speaker
from docscheck.rulebook.load import load
from tests.literal import TODAY

RULEBOOK = load()
REPORT = json.dumps({"today": "2026-11-23", "requirements": [], "findings": []})
_TOLD = {
    "rule": "file.empty",
    "severity": "error",
    "message": {"fr": "Vu en français.", "en": "Seen in English."},
    "fix": {"fr": "À refaire.", "en": "Redo it."},
    "document": "a.pdf",
}
WITH_A_FINDING = json.dumps({"today": "2026-11-23", "requirements": [], "findings": [_TOLD]})
RUN = Run("", "", "")


def ledger_of(place: Path, marked: Iterable[tuple[str, tuple[Mark, ...]]]) -> Ledger:
    ledger = Ledger(place / "ledger.sqlite")
    students = dict(marked)
    ledger.enter(tuple(students), (), RUN)
    for name, marks in students.items():
        outcome = Outcome(name, "", 1.0, "not_ready", 1, report=REPORT, marks=marks)
        ledger.finish(outcome, RUN, "", TODAY)
    return ledger


def many(place: Path, count: int) -> None:
    """Write a ledger of so many students at once."""
    Ledger(place / "ledger.sqlite").__exit__()
    with closing(sqlite3.connect(place / "ledger.sqlite")) as rows, rows:
        rows.executemany(
            "INSERT INTO student (name, present, state, tries, judged_on, verdict, steps, report)"
            " VALUES (?, 1, 'done', 1, '2026-11-23', 'not_ready', ?, ?)",
            ((f"{n:05d}".encode(), 1 + n % 3, REPORT) for n in range(count)),
        )


def test_the_index_of_many_has_pages_and_loses_those_of_more(tmp_path: Path) -> None:
    many(tmp_path, 1203)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        Tables(ledger, RULEBOOK, Wanted("en", TODAY)).write(tmp_path)
        page = (tmp_path / "index.html").read_text()
        assert re.findall(r'href="(pages/[^"]+)">([^<]+)<', page) == [
            ("pages/0002.html", "501–1000"),
            ("pages/0003.html", "1001–1203"),
        ]
        shown = [page, *(p.read_text() for p in sorted((tmp_path / "pages").iterdir()))]
        names = [n for text in shown for n in re.findall(r"<bdi>(\d{5})</bdi>", text)]
        assert (len(names), len(set(names))) == (1203, 1203)
        ledger.forget("steps > 1")
        Tables(ledger, RULEBOOK, Wanted("en", TODAY)).write(tmp_path)
    assert not (tmp_path / "pages").exists()


def test_a_form_that_all_received_names_a_few_folders_and_counts_the_rest(tmp_path: Path) -> None:
    shared = Mark(MarkKind.FILE, b"same", "form.pdf")
    folders = [f"s{n}" for n in range(9)]
    with ledger_of(tmp_path, ((name, (shared,)) for name in folders)) as ledger:
        found = find_mixups(ledger)
    assert [mixup.side for mixup in found] == [Side(name, "form.pdf") for name in folders]
    assert {mixup.count for mixup in found} == {8}
    assert {len(mixup.others) for mixup in found} == {MOST_OTHERS}
    assert not [mixup for mixup in found if mixup.side in mixup.others]


def test_a_file_twice_in_one_folder_is_no_mixup(tmp_path: Path) -> None:
    twice = tuple(Mark(MarkKind.FILE, b"same", f"{n}.pdf") for n in range(2))
    number = Mark(MarkKind.NUMBER, b"number", "0.pdf")
    with ledger_of(tmp_path, [("a", (*twice, number)), ("b", ())]) as ledger:
        assert find_mixups(ledger) == ()


def test_who_left_is_compared_with_nobody(tmp_path: Path) -> None:
    shared = Mark(MarkKind.FILE, b"same", "form.pdf")
    with ledger_of(tmp_path, [("a", (shared,)), ("b", (shared,))]) as ledger:
        assert len(find_mixups(ledger)) == 2
        ledger.enter(("a",), (), RUN)
        assert find_mixups(ledger) == ()


def test_a_paper_of_another_student_is_told_on_both_sides(tmp_path: Path) -> None:
    own, other = Mark(MarkKind.STUDENT, b"anna", ""), Mark(MarkKind.OTHER, b"anna", "visa.pdf")
    with ledger_of(tmp_path, [("anna", (own,)), ("bao", (other,))]) as ledger:
        told = [(m.case, m.side, m.others) for m in find_mixups(ledger)]
    anna, bao = Side("anna"), Side("bao", "visa.pdf")
    assert told == [(Case.HELD, anna, (bao,)), (Case.HOLDS, bao, (anna,))]


def test_a_ledger_of_the_first_layout_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with ledger_of(tmp_path, [("a", ())]):
        pass
    with closing(sqlite3.connect(path)) as rows:
        rows.executescript(
            "ALTER TABLE student DROP COLUMN stamp;"
            " DROP TABLE mark; DROP TABLE secret; PRAGMA user_version = 1;"
        )
    with Ledger(path) as ledger:
        assert ledger.known("a").is_finished
        assert len(ledger.key) == 32
        assert find_mixups(ledger) == ()


@pytest.mark.parametrize(
    "name",
    [
        *("../../etc/passwd", ".hidden", "a/b", "con", "NUL.txt", "-x", "x" * 250, "\u202ex"),
        *("\x1b[31m", os.fsdecode(b"caf\xe9"), " ", "trailing.", "a\nb"),
    ],
)
def test_names_of_files_are_possible_everywhere(tmp_path: Path, name: str) -> None:
    made = FileNames([name]).of(name)
    assert re.fullmatch(r"[^\W_][\w .,'()+-]*", made)
    assert len(made.encode()) < 200
    with Shelf(tmp_path, "messages", (".txt",)) as shelf:
        shelf.put(f"{made}.txt", b"x")
    assert [path.name for path in (tmp_path / "messages").iterdir()] == [f"{made}.txt"]


def test_each_folder_has_a_name_of_its_own() -> None:
    folders = ("Anna", "anna", "Ánna", "a*", "a?", "Zoé NGUYEN-LÊ (2)", "21904567")
    names = FileNames(folders)
    made = [names.of(folder) for folder in folders]
    assert len({name.casefold() for name in made}) == len(folders)
    assert made[5:] == ["Zoé NGUYEN-LÊ (2)", "21904567"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_in_the_readers_language_and_reports_in_one_of_the_ledgers(
    tmp_path: Path, language: str
) -> None:
    marks = (Mark(MarkKind.FILE, b"one", "a.pdf"),)
    with ledger_of(tmp_path, [("A", marks), ("B", marks)]) as ledger:
        for name in "AB":
            done = Outcome(name, "", 1.0, "not_ready", 1, report=WITH_A_FINDING, marks=marks)
            ledger.finish(done, RUN, "", TODAY)
        wanted = Wanted(language, TODAY, reports=True, messages=True)
        Tables(ledger, RULEBOOK, wanted).write(tmp_path)
    fix = _TOLD["fix"]
    assert isinstance(fix, dict)
    told = f"a.pdf{WRITING[language].colon}{fix[of_reports(language)]}"
    head, first, _ = (tmp_path / "students.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith(f'"{Speaker().sentence("batch.column.student", {}, language)}"')
    assert f'"{told}"' in first
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{WRITING[language].tag}"' in index
    assert (" dir=rtl>" in index) is WRITING[language].right_to_left
    assert told in index
    # What stands between isolates is an element by now, and nothing of them is left to be seen.
    assert "<bdi>B/a.pdf</bdi>" in index
    assert "2068" not in index
    page = (tmp_path / "reports" / "A.html").read_text(encoding="utf-8")
    assert f'id="choose-{language}" checked' in page
    assert page.count("Redo it.") == len(LANGUAGES) - 1
    assert "2068" not in page
    assert sorted(path.name for path in (tmp_path / "messages").iterdir()) == [
        *("A.eml", "A.en.txt", "A.fr.txt", "B.eml", "B.en.txt", "B.fr.txt")
    ]

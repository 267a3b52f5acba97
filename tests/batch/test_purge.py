"""What is old goes, what is not stays, and nothing else is touched."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.batch.cohort import QUICK, TABLES, cohort, rows, tables
from tests.cli.command import digest, docscheck


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Results of three students, one of whom was read long ago."""
    root, out = cohort(tmp_path, ("a", "b", "old")), tmp_path / "out"
    done = docscheck("batch", root, "--out", out, *QUICK, "--reports", "--messages")
    assert done.returncode == 1, done.stderr
    with closing(sqlite3.connect(out / "ledger.sqlite")) as ledger, ledger:
        ledger.execute("UPDATE student SET finished = '2020-01-01T00:00' WHERE name = ?", (b"old",))
    return out


def purge(out: Path, *more: str, days: int = 30) -> tuple[int, str, str]:
    done = docscheck("purge", out, "--older-than", str(days), *more)
    return done.returncode, done.stdout, done.stderr


def test_it_is_only_told_until_it_is_asked_for(out: Path) -> None:
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    code, said, _ = purge(out)
    assert code == 0
    # Six tables, three pages, three letters in three files.
    assert "students: 1. With them would go files: 18. Students that stay: 2." in said
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_rows_hashes_and_files_go_and_come_again_without_them(out: Path, tmp_path: Path) -> None:
    first, students = tables(out), digest(tmp_path / "students")
    (out / "reports" / "mine.txt").write_text("kept")
    code, said, _ = purge(out, "--delete")
    assert (code, "students read before" in said) == (0, True)
    left = {path.relative_to(out).as_posix() for path in out.rglob("*")}
    assert left == {"ledger.sqlite", "lock", "reports", "reports/mine.txt"}
    assert set(rows(out)) == {"a", "b"}
    with closing(sqlite3.connect(out / "ledger.sqlite")) as ledger:
        marked = {name for (name,) in ledger.execute("SELECT DISTINCT student FROM mark")}
    assert marked == {b"a", b"b"}
    assert digest(tmp_path / "students") == students
    again = docscheck("batch", tmp_path / "students", "--out", out, *QUICK)
    assert "read now: 1. Unchanged and not read again: 2." in again.stdout
    assert tables(out).keys() == first.keys()
    assert purge(out)[1].startswith("Nobody was read before")


def test_the_last_student_takes_the_ledger_along(out: Path) -> None:
    code, said, _ = purge(out, "--delete", "--today", "2100-01-01")
    assert (code, "Students that stay: 0." in said) == (0, True)
    assert [path.name for path in out.iterdir()] == ["lock"]


@pytest.mark.parametrize("made", ["nothing", "empty", "other files", "other database", "link"])
def test_other_folders_are_refused_and_stay(out: Path, tmp_path: Path, made: str) -> None:
    other = tmp_path / "other"
    if made != "nothing":
        other.mkdir()
    if made == "other files":
        (other / "ledger.sqlite").write_bytes(b"SQLite format 3\0 and nothing more")
        (other / "students.csv").write_bytes(b"mine")
    if made == "other database":
        with closing(sqlite3.connect(other / "ledger.sqlite")) as rows_:
            rows_.execute("CREATE TABLE student (finished TEXT)")
    if made == "link":
        (other / "ledger.sqlite").symlink_to(out / "ledger.sqlite")
        (other / "students.csv").write_bytes(b"mine")
    before = digest(other) if other.exists() else None
    code, said, trouble = purge(other, "--delete", "--today", "2100-01-01")
    assert (code, said) == (2, "")
    assert "no results of docscheck batch" in trouble
    assert "Traceback" not in trouble
    assert (digest(other) if other.exists() else None) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few people make links")
def test_no_link_leads_out(out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (out / "reports").rename(elsewhere)
    (out / "reports").symlink_to(elsewhere)
    count = len(list(elsewhere.iterdir()))
    assert purge(out, "--delete", "--today", "2100-01-01")[0] == 0
    assert len(list(elsewhere.iterdir())) == count
    assert not set(TABLES) & {path.name for path in out.iterdir()}

"""The ledger: private, whole whatever happens, and plain about what it cannot do."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from docscheck.batch.ledger import SCHEMA, Ledger, Outcome, Run, State
from docscheck.document import Ignored
from docscheck.errors import UsageError

RUN = Run("0.1.0", "2026-11", "{}")
DAY = date(2026, 11, 23)
DONE = Outcome("a", "d1", 1.0, verdict="ready", steps=0, report="{}")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger with two students."""
    made = Ledger(tmp_path / "ledger.sqlite")
    made.enter(("a", "b"), (Ignored("c.pdf", "loose"),), RUN)
    return made


def test_a_folder_goes_from_waiting_to_done(ledger: Ledger) -> None:
    assert ledger.known("a").state is State.WAITING
    ledger.begin("a")
    assert (ledger.known("a").state, ledger.known("a").tries) == (State.READING, 1)
    ledger.finish(DONE, RUN, "basis", DAY)
    known = ledger.known("a")
    assert (known.state, known.digest, known.basis) == (State.DONE, "d1", "basis")
    assert known.judged_on == "2026-11-23"
    assert ledger.known("b").state is State.WAITING


def test_what_failed_has_no_report(ledger: Ledger) -> None:
    ledger.finish(DONE, RUN, "basis", DAY)
    ledger.finish(Outcome("a", None, 1.0, problem="ValueError, x.py:1"), RUN, "basis", DAY)
    assert ledger.known("a").state is State.FAILED
    assert list(ledger.select("SELECT report, verdict FROM student WHERE name = ?", b"a")) == [
        (None, None)
    ]


def test_who_left_is_kept_and_not_present(ledger: Ledger) -> None:
    ledger.finish(DONE, RUN, "basis", DAY)
    ledger.enter(("b",), (), RUN)
    assert ledger.count("NOT present") == 1
    assert list(ledger.select("SELECT * FROM left_out")) == []
    ledger.enter(("a", "b"), (), RUN)
    assert ledger.known("a").digest == "d1"


def test_names_of_any_bytes(ledger: Ledger) -> None:
    names = ("caf\udce9", "a\nb", "'; DROP TABLE student; --", "\u202e")
    ledger.enter(names, (), RUN)
    for name in names:
        ledger.begin(name)
        assert ledger.known(name).tries == 1
    found = [os.fsdecode(name) for (name,) in ledger.select("SELECT name FROM student")]  # type: ignore[arg-type]
    assert set(names) <= set(found)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_it_is_for_its_owner_only(ledger: Ledger, tmp_path: Path) -> None:
    ledger.begin("a")
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_later_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    later.close()
    with pytest.raises(UsageError, match="ledger_newer"):
        Ledger(path)


def test_what_is_no_ledger_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        Ledger(path)
    assert path.read_bytes() == b"this is no database" * 100


def test_an_empty_file_is_laid_out(tmp_path: Path) -> None:
    """What is left of a ledger whose making was killed at its very beginning."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"")
    with Ledger(path) as ledger:
        ledger.enter(("a",), (), RUN)
        assert ledger.count("present") == 1


def test_a_ledger_of_the_second_layout_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.enter(("a",), (), RUN)
        ledger.finish(Outcome("a", "digest", 1.0, problem="gone"), RUN, "basis", DAY)
    with closing(sqlite3.connect(path)) as older:
        older.executescript("ALTER TABLE student DROP COLUMN stamp; PRAGMA user_version = 2;")
    with Ledger(path) as ledger:
        known = ledger.known("a")
        assert (known.digest, known.stamp) == ("digest", None)
        ledger.finish(Outcome("a", "d", 1.0, problem="gone", stamp="s"), RUN, "basis", DAY)
        assert ledger.known("a").stamp == "s"

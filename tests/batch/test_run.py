"""A run in this process: where it fails on a folder, needs no worker, and in what order."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docscheck.batch import run as batch_run
from docscheck.batch import shares
from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Ledger, Outcome, Run
from docscheck.batch.pace import Pace
from docscheck.batch.plan import Choice, Criteria, plan
from docscheck.batch.run import Result, Wish, run
from docscheck.batch.students import list_students
from docscheck.check import Options, Session
from docscheck.errors import ComponentMissingError
from docscheck.profile import Declared
from docscheck.rulebook.load import load
from tests.batch.cohort import cohort, named, rows, tables
from tests.literal import TODAY

NAMES = ("a", "b", "c")


def asked(root: Path, out: Path, choice: Choice | None = None) -> Wish:
    judging = Judging(root, TODAY, Options(engine="none"), Declared())
    return Wish(judging, out, "en", choice or Choice(), jobs=2)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three students."""
    return cohort(tmp_path, NAMES)


def failing(monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    check = Session.check

    def failing_check(session: Session, folder: Path, *arguments: Any, **named: Any) -> Any:
        if folder.name == name:
            raise error
        return check(session, folder, *arguments, **named)

    monkeypatch.setattr(Session, "check", failing_check)


def test_a_folder_that_docscheck_fails_on_is_one_row(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.MonkeyPatch.context() as patch:
        failing(patch, "b", ValueError("words of a document"))
        result = run(asked(root, out))
    assert result.crashed == 1
    assert result.tally.answers["not_checked"] == 1
    assert rows(out) == {"a": "done", "b": "failed", "c": "done"}
    assert str(rows(out, "problem")["b"]).startswith("ValueError, test_run.py:")
    kept = b"".join([*tables(out).values(), (out / "ledger.sqlite").read_bytes()])
    assert b"words of a document" not in kept
    assert b"Not checked: docscheck failed" in kept
    unasked = run(asked(root, out))
    assert (unasked.plan.works, unasked.crashed) == ((), 1)
    again = run(asked(root, out, Choice(retry=True)))
    assert [work.name for work in again.plan.works] == ["b"]
    assert again.crashed == 0
    assert tables(out) == tables_of_an_undisturbed_run(root, tmp_path)


def tables_of_an_undisturbed_run(root: Path, tmp_path: Path) -> Any:
    run(asked(root, tmp_path / "undisturbed"))
    return tables(tmp_path / "undisturbed")


def test_what_every_folder_needs_stops_the_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, "b", ComponentMissingError("faces_missing"))
    with pytest.raises(ComponentMissingError):
        run(asked(root, tmp_path / "out"))
    assert rows(tmp_path / "out")["b"] == "reading"


def test_a_folder_that_went_away_is_a_row(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    students = list_students(root)
    (root / "b").rename(tmp_path / "b")
    monkeypatch.setattr(shares, "list_students", lambda root: students)
    result = run(asked(root, tmp_path / "out"))
    assert rows(tmp_path / "out", "problem") == {"a": None, "b": "gone", "c": None}
    assert result.crashed == 1


def test_nothing_is_started_where_nothing_is_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(asked(root, tmp_path / "out"))
    assert len(first.plan.works) == 3

    def no_crew(*arguments: object) -> None:
        raise AssertionError("a crew was made")

    monkeypatch.setattr(batch_run, "Crew", no_crew)
    assert again(root, tmp_path).plan.unchanged == 3
    (root / "a" / "new.pdf").write_bytes(named(5))
    with pytest.raises(AssertionError, match="a crew"):
        again(root, tmp_path)


def again(root: Path, tmp_path: Path) -> Result:
    return run(asked(root, tmp_path / "out"))


def test_each_folder_is_told_once(root: Path, tmp_path: Path) -> None:
    told: list[Pace] = []
    run(asked(root, tmp_path / "out"), told.append)
    assert sorted(pace.name for pace in told) == list(NAMES)
    assert [pace.done for pace in told] == [1, 2, 3]
    assert told[-1].seconds_left == 0.0


def test_the_longest_come_first_and_what_was_broken_off_last(root: Path, tmp_path: Path) -> None:
    for name, size in (("a", 10), ("b", 30_000), ("c", 20_000)):
        (root / name / "more.pdf").write_bytes(b"x" * size)
    limits = load(None).portal.limits
    students = list_students(root)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.enter(students.folders, (), Run("", "", ""))

        def order() -> list[str]:
            works = plan(
                root, students, ledger, Criteria(Choice(), limits, lambda name: "basis")
            ).works
            return [work.name for work in works]

        assert order() == ["b", "c", "a"]
        ledger.begin("b")
        assert order() == ["c", "a", "b"]
        outcome = Outcome("b", None, 1.0, problem="gone")
        ledger.finish(outcome, Run("", "", ""), "other", date(2026, 1, 1))
        assert order() == ["b", "c", "a"]

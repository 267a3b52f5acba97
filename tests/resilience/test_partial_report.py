"""A session that is interrupted: whoever does not ask for what was read is simply stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docscheck.check import Options, Progress, Session
from docscheck.finding import Verdict
from docscheck.profile import Declared
from docscheck.report import Report
from tests.cli.bad_files import certificate

DAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three certificates, which are soon read."""
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(certificate())
    return tmp_path


def interrupting(at: int) -> Progress:
    """Interrupt, as Ctrl-C does, when so many files are read."""

    def progress(done: int, files: int, path: str) -> None:
        if done == at:
            raise KeyboardInterrupt

    return progress


def interrupted(folder: Path, at: int, **options: bool) -> Report:
    with Session(DAY, Options(jobs=1, **options)) as session:
        report = session.check(folder, Declared(), interrupting(at))
        assert session.worker_ids == ()
    return report


def test_a_run_over_many_folders_simply_stops(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(folder, 1)


@pytest.mark.parametrize("at", [1, 2])
def test_what_was_read_is_judged_for_whoever_asks(folder: Path, at: int) -> None:
    report = interrupted(folder, at, partial=True)
    assert (report.is_partial, report.files_read, len(report.files)) == (True, at, 3)
    assert len(report.documents) == at
    assert report.verdict is not Verdict.READY
    assert [f.left_unread for f in report.files].count(True) == 3 - at
    # Of one that was being read the bytes are known, of the others nothing.
    assert all(f.file.sha256 for f in report.files if not f.left_unread)


def test_after_the_last_file_nothing_is_left_to_interrupt(folder: Path) -> None:
    report = interrupted(folder, 3, partial=True)
    assert (report.is_partial, report.files_read) == (False, 3)

"""Only what is new goes through the workers, and the report is the one of a check from nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from docscheck.check import Options, Session
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.watch.checking import Checking
from tests.cli.bad_files import certificate, encrypted

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.changes_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A certificate, one behind a password, and an empty file."""
    place = tmp_path / "papers"
    place.mkdir()
    (place / "certificate.pdf").write_bytes(certificate())
    (place / "locked.pdf").write_bytes(encrypted())
    (place / "empty.pdf").touch()
    return place


def check(checking: Checking) -> tuple[Report, list[str]]:
    """Give the report, and the files that were read for it."""
    read: list[str] = []
    report = checking.check(lambda done, total, path: read.append(path))
    return report, sorted(read)


def test_the_same_bytes_are_read_once(folder: Path) -> None:
    with Session(TODAY, Options(jobs=1)) as session:
        checking = Checking(session, folder, Declared())
        first, read = check(checking)
        assert read == ["certificate.pdf", "empty.pdf", "locked.pdf"]
        assert check(checking) == (first, ["empty.pdf"])
        (folder / "certificate.pdf").rename(folder / "renamed.pdf")
        (folder / "locked.pdf").write_bytes(certificate() + b"\n% another")
        later, read = check(checking)
        assert read == ["empty.pdf", "locked.pdf"]
        assert session.check(folder, Declared()) == later
        shutil.copy(folder / "renamed.pdf", folder / "renamed.png")
        assert check(checking)[1] == ["empty.pdf", "renamed.png"], "an ending is judged, too"


def test_what_is_no_longer_there_is_forgotten(folder: Path) -> None:
    with Session(TODAY, Options(jobs=1)) as session:
        checking = Checking(session, folder, Declared())
        check(checking)
        (folder / "certificate.pdf").unlink()
        assert check(checking)[1] == ["empty.pdf"]
        (folder / "certificate.pdf").write_bytes(certificate())
        assert check(checking)[1] == ["certificate.pdf", "empty.pdf"]

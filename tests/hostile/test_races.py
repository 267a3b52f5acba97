"""T8 of `reliability.md`: an entry swapped between listing, opening and reading.

The test does the swap itself at the seam: after the listing, or between opening and reading. What
lies outside never comes into the report, and what is not the file that was listed is a finding.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from docscheck import check
from docscheck.intake import opening
from docscheck.profile import Declared
from docscheck.report import Report
from tests.hostile.raw_pdf import certificate

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="links and FIFOs are POSIX"),
    pytest.mark.changes_folder,
]

SECRET = certificate() + b"% outside"
SECRET_HASH = hashlib.sha256(SECRET).hexdigest()


@pytest.fixture(scope="module")
def session() -> Iterator[check.Session]:
    with check.Session(date(2026, 11, 23), check.Options(engine="none", jobs=1)) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "papers" / "in").mkdir(parents=True)
    (tmp_path / "papers" / "in" / "a.pdf").write_bytes(certificate())
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.pdf").write_bytes(SECRET)
    return tmp_path / "papers"


def _link(target: Path, outside: Path) -> None:
    target.unlink()
    target.symlink_to(outside / "a.pdf")


def _hard_link(target: Path, outside: Path) -> None:
    target.unlink()
    os.link(outside / "a.pdf", target)


def _fifo(target: Path, outside: Path) -> None:
    target.unlink()
    os.mkfifo(target)


def _device(target: Path, outside: Path) -> None:
    target.unlink()
    target.symlink_to("/dev/zero")


def _shorter(target: Path, outside: Path) -> None:
    os.truncate(target, 100)


def _longer(target: Path, outside: Path) -> None:
    with target.open("ab") as stream:
        stream.write(SECRET)


def _deleted(target: Path, outside: Path) -> None:
    target.unlink()


def _folder(target: Path, outside: Path) -> None:
    target.unlink()
    target.mkdir()


def _parent(target: Path, outside: Path) -> None:
    target.parent.rename(outside.parent / "gone")
    target.parent.symlink_to(outside)


SWAPS = (_link, _hard_link, _fifo, _device, _shorter, _longer, _deleted, _folder, _parent)
IN_PLACE = (_shorter, _longer)
"""They change the file itself; after it was opened, the others change only what its name means."""


def checked(session: check.Session, folder: Path) -> tuple[Report, set[str], str | None]:
    report = session.check(folder, Declared())
    (file,) = report.files
    return report, {finding.rule for finding in report.findings_of("in/a.pdf")}, file.file.sha256


@pytest.mark.parametrize("swap", SWAPS)
def test_swapped_after_listing(
    session: check.Session,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    swap: Callable[[Path, Path], None],
) -> None:
    listed = check.list_folder

    def then_swapped(path: Path, limits: dict[str, float]) -> object:
        listing = listed(path, limits)
        swap(folder / "in" / "a.pdf", folder.parent / "outside")
        return listing

    monkeypatch.setattr(check, "list_folder", then_swapped)
    _, rules, told = checked(session, folder)
    assert ("file.locked" in rules, told) == (True, None)


@pytest.mark.parametrize("swap", SWAPS)
@pytest.mark.parametrize("look", [1, 2], ids=["opened", "read"])
def test_swapped_after_opening(
    session: check.Session,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    swap: Callable[[Path, Path], None],
    look: int,
) -> None:
    looks = 0
    looked = os.fstat

    def swapped_then(descriptor: int) -> os.stat_result:
        nonlocal looks
        looks += 1
        if looks == look:
            swap(folder / "in" / "a.pdf", folder.parent / "outside")
        return looked(descriptor)

    monkeypatch.setattr(opening.os, "fstat", swapped_then)
    _, rules, told = checked(session, folder)
    assert looks >= look
    assert told != SECRET_HASH
    if swap in IN_PLACE:
        assert ("file.locked" in rules, told) == (True, None)
    else:
        # What was opened is the file that was listed, whatever its name means by now.
        assert told in (None, hashlib.sha256(certificate()).hexdigest())


def test_swapped_while_it_is_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that becomes a link after its parent was listed is not walked into."""
    listed = opening._listed

    def then_swapped(held: int) -> object:
        found = listed(held)
        if [name for name, _ in found] == ["in"]:
            _parent(folder / "in" / "a.pdf", folder.parent / "outside")
        return found

    monkeypatch.setattr(opening, "_listed", then_swapped)
    listing = check.list_folder(folder, {"max_entries": 9, "max_depth": 9, "max_file_bytes": 9e6,
                                         "max_folder_bytes": 9e9})  # fmt: skip
    assert (listing.entries, [entry.reason for entry in listing.ignored]) == ((), ["locked"])

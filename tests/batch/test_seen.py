"""One number for a folder: the same for the same content, another for any change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docscheck.batch.seen import Seen, look, settled
from docscheck.intake.entries import list_folder
from docscheck.rulebook.load import load

LIMITS = load(None).portal.limits


def seen(folder: Path) -> Seen:
    return look(list_folder(folder, LIMITS), LIMITS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, one of them below."""
    (tmp_path / "a.pdf").write_bytes(b"aa")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.pdf").write_bytes(b"bb")
    return tmp_path


def test_dates_do_not_count(folder: Path) -> None:
    before = seen(folder).digest
    (folder / "a.pdf").write_bytes(b"aa")
    (folder / "a.pdf").chmod(0o600)
    assert seen(folder).digest == before


CHANGES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "a.pdf").write_bytes(b"ab"),
    lambda folder: (folder / "a.pdf").rename(folder / "c.pdf"),
    lambda folder: (folder / "a.pdf").unlink(),
    lambda folder: (folder / "c.pdf").write_bytes(b"cc"),
    lambda folder: (folder / "a.pdf").write_bytes(b""),
    lambda folder: (folder / "Thumbs.db").write_bytes(b"x"),
    lambda folder: (folder / "below" / "b.pdf").rename(folder / "b.pdf"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_another_number(folder: Path, change: Callable[[Path], object]) -> None:
    before = seen(folder).digest
    change(folder)
    assert seen(folder).digest != before


def test_parts_do_not_run_into_one_another() -> None:
    numbers = {
        Seen(files, ignored).digest
        for files, ignored in (
            ((("a", 1, "x"),), ()),
            ((("a", 1, None),), (("x", ""),)),
            ((), (("a", "1"), ("x", ""))),
            ((("a1", 1, "x"),), ()),
            ((("a", 11, "x"),), ()),
        )
    }
    assert len(numbers) == 5


def test_what_there_was_no_time_for_was_seen_all_the_same() -> None:
    before = Seen((("a", 1, "x"), ("b", 2, "y")), ())
    assert settled(before, Seen((("a", 1, "x"), ("b", 2, None)), ())) == before


@pytest.mark.parametrize(
    "read",
    [
        Seen((("a", 1, "z"), ("b", 2, "y")), ()),
        Seen((("a", 1, "x"), ("b", 3, None)), ()),
        Seen((("a", 1, "x"),), ()),
        Seen((("a", 1, "x"), ("b", 2, "y")), (("c", "junk"),)),
    ],
)
def test_of_a_folder_that_changed_meanwhile_what_was_read_counts(read: Seen) -> None:
    assert settled(Seen((("a", 1, "x"), ("b", 2, "y")), ()), read) == read

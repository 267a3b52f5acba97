"""The watch that every test keeps over the folder it checks sees what it has to see."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docscheck.check import Options, check_folder
from tests.cli.bad_files import certificate
from tests.literal import TODAY
from tests.untouched import untouched


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file."""
    (tmp_path / "a.pdf").write_bytes(certificate())
    return tmp_path


def touch(folder: Path) -> None:
    os.utime(folder / "a.pdf", ns=(1, 1))


CHANGES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "new").write_bytes(b""),
    lambda folder: (folder / "a.pdf").chmod(0o600),
    lambda folder: (folder / "a.pdf").rename(folder / "b.pdf"),
    lambda folder: (folder / "a.pdf").unlink(),
    touch,
]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    (folder / "a.pdf").chmod(0o644)
    with pytest.raises(AssertionError, match="was changed"), untouched(folder):
        change(folder)


def test_checks_in_this_process_are_watched(folder: Path) -> None:
    def meddle(done: int, total: int, path: str) -> None:
        (folder / "left behind").write_bytes(b"")

    with pytest.raises(AssertionError, match="was changed"):
        check_folder(folder, today=TODAY, options=Options(engine="none"), progress=meddle)


@pytest.mark.changes_folder
def test_a_test_may_say_that_it_meddles(folder: Path) -> None:
    with untouched(folder):
        touch(folder)

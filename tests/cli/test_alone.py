"""`docscheck` alone says what to type, by what lies in the current folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import SEPARATE


def alone(folder: Path, locale: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    return subprocess.run(
        SEPARATE,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**kept, "LC_ALL": locale},
        check=False,
        timeout=60,
    )


def test_in_a_folder_of_documents_it_says_how_to_check_them(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    for name in ("passeport.PDF", "rib.jpg", "2026/visa.heic", "notes.txt", "._rib.pdf"):
        (tmp_path / name).write_bytes(b"")
    done = alone(tmp_path)
    assert (done.returncode, done.stderr) == (2, "")
    assert "may be documents: 3." in done.stdout
    assert "\n  docscheck check .\n" in done.stdout


def test_where_all_lie_in_one_folder_below_that_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "my papers" / "old").mkdir(parents=True)
    for name in ("my papers/passport.pdf", "my papers/old/visa.jpg"):
        (tmp_path / name).write_bytes(b"")
    assert "\n  docscheck check 'my papers'\n" in alone(tmp_path).stdout


@pytest.mark.parametrize(
    ("locale", "typed"),
    [("fr_FR.UTF-8", "docscheck check DOSSIER"), ("C.UTF-8", "docscheck check FOLDER")],
)
def test_elsewhere_it_asks_for_the_folder(tmp_path: Path, locale: str, typed: str) -> None:
    done = alone(tmp_path, locale)
    assert (done.returncode, done.stderr) == (2, "")
    assert typed in done.stdout
    assert "docscheck --help" in done.stdout


def test_the_folder_is_not_changed(tmp_path: Path) -> None:
    alone(tmp_path)
    assert not any(tmp_path.iterdir())

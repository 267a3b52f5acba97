"""Which entries of ROOT are students: nobody is forgotten, and nothing else is read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from docscheck.batch.students import list_students
from docscheck.document import Ignored
from docscheck.errors import UsageError


def test_every_entry_is_a_student_or_is_named(tmp_path: Path) -> None:
    for name in ("Zoé", "ANNA", "bob", ".git", "@eaDir"):
        (tmp_path / name).mkdir()
    for name in ("liste.xlsx", "Thumbs.db", "dossier.zip"):
        (tmp_path / name).write_bytes(b"x")
    found = list_students(tmp_path)
    assert found.folders == ("ANNA", "Zoé", "bob")
    assert found.left_out == (
        Ignored(".git", "junk"),
        Ignored("@eaDir", "junk"),
        Ignored("Thumbs.db", "junk"),
        Ignored("dossier.zip", "loose"),
        Ignored("liste.xlsx", "loose"),
    )
    assert len(found.folders) + len(found.left_out) == len([*tmp_path.iterdir()])


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_links_and_pipes_are_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "twin").symlink_to(tmp_path / "one")
    (tmp_path / "away").symlink_to("/")
    os.mkfifo(tmp_path / "pipe")
    found = list_students(tmp_path)
    assert found.folders == ("one",)
    assert [(e.path, e.reason) for e in found.left_out] == [
        ("away", "link"),
        ("pipe", "special"),
        ("twin", "link"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_of_any_bytes_is_a_student(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9")).mkdir()
    assert list_students(tmp_path).folders == ("caf\udce9",)


@pytest.mark.parametrize("kind", ["empty", "loose", "file", "missing"])
def test_where_nobody_is_that_is_said(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "root"
    if kind == "file":
        root.write_bytes(b"x")
    elif kind != "missing":
        root.mkdir()
    if kind == "loose":
        (root / "a.pdf").write_bytes(b"x")
    with pytest.raises(UsageError) as raised:
        list_students(root)
    assert raised.value.sentence == ("no_folder" if kind == "missing" else "no_students")

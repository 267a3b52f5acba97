"""What SECURITY.md and the pages on privacy promise, where no other test holds it already."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from docscheck.document import Portrait
from docscheck.masking import PUBLIC
from docscheck.rulebook.load import load
from tests.cli.bad_files import certificate
from tests.cli.command import TODAY, docscheck
from tests.untouched import untouched

ROOT = Path(__file__).parents[2]
PAPERS = ("SECURITY.md", "docs/privacy.md", "docs/confidentialite.md")
SENSITIVE = re.compile(
    r"relig|ethni|race|origin|confession|caste|belief|health|union|politic|orientation|blood"
)


def named_in(paper: str) -> tuple[set[str], set[str]]:
    """Give the tests and the files that a page names."""
    text = (ROOT / paper).read_text(encoding="utf-8")
    names = set(re.findall(r"`(test_\w+)`", text))
    return names, set(re.findall(r"`(tests/[\w./]+)`", text))


def known_tests() -> set[str]:
    return {
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize("paper", PAPERS)
def test_every_test_that_a_promise_names_is_there(paper: str) -> None:
    names, files = named_in(paper)
    assert len(names) >= 5
    assert names - known_tests() == set()
    assert {file for file in files if not (ROOT / file).exists()} == set()


def test_the_two_pages_on_privacy_promise_the_same() -> None:
    english, french = ((ROOT / p).read_text(encoding="utf-8") for p in PAPERS[1:])
    assert named_in(PAPERS[1]) == named_in(PAPERS[2])
    for mark in (r"^#+ ", r"^\*\*", r"^\| ", r"\[\d+\]", r"^\d+\. ", r"0600", r"2019-341"):
        found = [len(re.findall(mark, text, re.MULTILINE)) for text in (english, french)]
        assert found[0] == found[1] > 0, mark
    claims = set(re.findall(r"\[(\d+)\]", english))
    assert claims == set(re.findall(r"^(\d+)\. ", english, re.MULTILINE))


def test_no_field_is_about_religion_or_origin() -> None:
    book = load(None)
    fields = {field.name for kind in book.types.values() for field in kind.fields}
    assert {"surname", "iban", "nir"} <= fields
    assert [name for name in fields | PUBLIC if SENSITIVE.search(name)] == []


def test_of_a_face_nothing_is_kept_but_where_it_is() -> None:
    kinds = {str(f.type) for f in msgspec.structs.fields(Portrait)}
    lists = [kind for kind in kinds if "list" in kind or "bytes" in kind or "Mapping" in kind]
    assert lists == []
    assert len(msgspec.structs.fields(Portrait)) <= 20
    names = {
        node.attr
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert not [name for name in names if re.search(r"FaceRecognizer|embedding|LBPHF", name)]


@pytest.mark.parametrize("command", ["check", "guide"])
def test_rules_inside_the_folder_are_refused(tmp_path: Path, command: str) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    done = docscheck(command, tmp_path, *TODAY, "--rules", tmp_path / "rules")
    assert (done.returncode, done.stdout) == (2, "")
    assert "may not lie inside the folder" in done.stderr


@pytest.mark.parametrize("by_module", [False, True])
def test_what_is_planted_beside_the_documents_is_not_loaded(
    tmp_path: Path, by_module: bool
) -> None:
    """Modules, rules, settings and language data lie in the current folder, which is checked."""
    folder, marks = tmp_path / "papers", tmp_path / "marks"
    folder.mkdir()
    marks.mkdir()
    (folder / "certificate.pdf").write_bytes(certificate())
    names = (
        "tomli",
        "msgspec",
        "typer",
        "rich",
        "numpy",
        "cv2",
        "PIL",
        "tesserocr",
        "json",
        "uuid",
    )
    for name in (*names, "sitecustomize", "usercustomize"):
        planted = f"open({os.fspath(marks / name)!r}, 'w')\nraise SystemExit('planted')\n"
        (folder / f"{name}.py").write_text(planted)
    for name in ("docscheck.toml", "pyproject.toml", ".docscheck.toml", "profile.toml", ".env"):
        (folder / name).write_text('stage = "vitale-card"\n[tool.docscheck]\nlang = "fr"\n')
    shutil.copytree(ROOT / "rules", folder / "rules")
    portal = folder / "rules" / "portal.toml"
    portal.write_text("[[[ no rules at all")
    (folder / "tessdata").mkdir()
    (folder / "tessdata" / "fra.traineddata").write_bytes(b"planted")
    script = Path(sys.executable).with_name("docscheck")
    start = [sys.executable, "-m", "docscheck"] if by_module else [os.fspath(script)]
    with untouched(folder):
        done = subprocess.run(
            [*start, "check", ".", *TODAY, "--format", "json"],
            cwd=folder,
            capture_output=True,
            env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
            timeout=120,
        )
    assert [*marks.iterdir()] == []
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["profile"]["stage"]["value"] == "registration"

"""Bad input: a clear finding or message, the documented exit code, the folder left as it was."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.cli.bad_files import certificate, certificate_that_says_more, huge_picture, write_all
from tests.cli.command import TODAY, digest, docscheck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file."""
    made = tmp_path / "papers"
    made.mkdir()
    (made / "certificate.pdf").write_bytes(certificate())
    return made


def test_what_cannot_be_read_is_named_and_the_rest_is_checked(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_all(folder)
    before = digest(folder)
    done = docscheck("check", folder, *TODAY, "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert digest(folder) == before
    found = {(f["document"], f["rule"]) for f in report["findings"]}
    assert found >= {
        ("empty.pdf", "file.empty"),
        ("truncated.pdf", "file.corrupt"),
        ("encrypted.pdf", "file.encrypted"),
        ("passport.jpg", "file.extension_mismatch"),
        ("no_page.pdf", "file.corrupt"),
        ("huge.png", "file.limit"),
        ("note.txt", "file.unsupported"),
    }
    documents = {d["path"]: d for d in report["documents"]}
    assert len(documents) == 8
    assert [p["type"] for p in documents["certificate.pdf"]["parts"]] == ["school_certificate"]


def test_words_that_cannot_be_seen_are_named_and_not_believed(folder: Path) -> None:
    (folder / "certificate.pdf").write_bytes(certificate_that_says_more())
    report = json.loads(docscheck("check", folder, *TODAY, "--format", "json").stdout)
    assert [f["document"] for f in report["findings"] if f["rule"] == "file.hidden_text"] == [
        "certificate.pdf"
    ]
    (part,) = report["documents"][0]["parts"]
    assert part["type"] == "school_certificate"
    assert part["fields"]["school_year"]["value"] == "2026-2027"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "This file is empty"), ("fr", "Ce fichier est vide")]
)
def test_a_person_is_told_in_words(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "huge.png").write_bytes(huge_picture())
    done = docscheck("check", tmp_path, *TODAY, "--lang", language)
    assert done.returncode == 1
    assert said in done.stdout
    assert "huge.png" in done.stdout


def test_an_empty_folder_is_not_ready_and_says_what_is_missing(tmp_path: Path) -> None:
    done = docscheck("check", tmp_path, *TODAY)
    assert done.returncode == 1
    assert done.stdout.startswith("Not ready: 0 of ")
    assert "Not in the folder" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "{root}/nowhere"], {"en": "no such folder", "fr": "ce dossier n'existe pas"}),
        (
            ["check", "{root}/papers/certificate.pdf"],
            {"en": "a file, not a folder: certificate.pdf", "fr": "un fichier, pas un dossier"},
        ),
        (
            ["check", "{root}/broken.zip"],
            {"en": "cannot be opened: broken", "fr": "ne s'ouvre pas"},
        ),
        (
            ["check", "{root}/papers", "--today", "23/11/2026"],
            {"en": "not a date: --today 23/11/2026", "fr": "pas une date : --today"},
        ),
        (
            ["check", "{root}/papers", "--birth-date", "2004-13-01"],
            {"en": "--birth-date 2004-13-01", "fr": "--birth-date 2004-13-01"},
        ),
        (
            ["check", "{root}/papers", "--nationality", "Q9"],
            {"en": "not a country code (--nationality)", "fr": "pas un code de pays"},
        ),
        (
            ["check", "{root}/papers", "--rules", "{root}/rules"],
            {"en": "The rules cannot be used", "fr": "Les règles sont inutilisables"},
        ),
        (
            ["check", "{root}/papers", "--profile", "{root}/papers/me.toml"],
            {"en": "may not lie inside the folder", "fr": "ne peut pas se trouver dans le dossier"},
        ),
        (
            ["check", "{root}/papers", "--profile", "{root}/me.toml"],
            {"en": "unknown key “nationalty”", "fr": "clé inconnue « nationalty »"},
        ),
        (
            ["check", "{root}/papers", "--waivers", "{root}/accepted.toml"],
            {
                "en": "“rule” is missing in waiver 1",
                "fr": "« rule » manque dans la dérogation n° 1",
            },
        ),
        (
            ["check", "{root}/papers", "--output", "{root}/papers/report.txt"],
            {"en": "into the folder that is checked", "fr": "dans le dossier vérifié"},
        ),
        (
            ["check", "{root}/papers", "--output", "{root}/nowhere/report.txt"],
            {"en": "cannot be written there", "fr": "ne peut pas être écrit à cet endroit"},
        ),
        (
            ["rules", "explain", "identty"],
            {"en": "Nearest names: identity", "fr": "Noms les plus proches : identity"},
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_bad_command_is_explained_with_its_way_out(
    folder: Path, language: str, arguments: list[str], said: dict[str, str]
) -> None:
    root = folder.parent
    (root / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    (root / "me.toml").write_text('nationalty = "MAR"')
    (root / "accepted.toml").write_text('[[waiver]]\nreason = "seen"')
    (root / "rules").mkdir()
    shutil.copy(Path(__file__).parents[2] / "rules" / "portal.toml", root / "rules")
    before = digest(folder)
    locale = {"LC_ALL": "fr_FR.UTF-8" if language == "fr" else "C.UTF-8"}
    done = docscheck(*(a.format(root=root) for a in arguments), env=locale)
    assert (done.returncode, done.stdout) == (2, "")
    assert said[language].lower() in done.stderr.lower()
    heading, *rest = done.stderr.splitlines()
    assert heading.startswith({"en": "Error: ", "fr": "Erreur : "}[language])
    assert rest, "no way out is named"
    assert digest(folder) == before


def test_the_language_option_decides_over_the_locale(tmp_path: Path) -> None:
    done = docscheck("check", tmp_path / "nowhere", "--lang", "fr")
    assert done.stderr.startswith("Erreur : Ce dossier n'existe pas")
    done = docscheck("check", tmp_path / "nowhere", "--lang=en", env={"LC_ALL": "fr_FR.UTF-8"})
    assert done.stderr.startswith("Error: There is no such folder")


def test_missing_language_data_names_the_packages(tmp_path: Path) -> None:
    picture = Path(__file__).parents[2] / "sample_docs" / "expired_passport" / "documents"
    done = docscheck("check", picture, *TODAY, "--ocr", "pytesseract", env={"PATH": str(tmp_path)})
    assert done.returncode == 3
    assert "Tesseract, which is not installed" in done.stderr
    for way in ("apt install", "brew install", "winget install", "--ocr none"):
        assert way in done.stderr


def test_a_report_is_for_its_owner_only_and_outside_the_folder(folder: Path) -> None:
    target = folder.parent / "report.json"
    target.write_text("an older report, far too open")
    target.chmod(0o644)
    done = docscheck("check", folder, *TODAY, "--format", "json", "--output", target)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert json.loads(target.read_text())["dossier"] == "papers"
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def as_anybody() -> tuple[str, ...]:
    """Give what takes from root the right to read everything; nothing for other users."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root reads everything, and setpriv is not here to take that away")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_an_unreadable_file_is_a_finding(folder: Path) -> None:
    closed = folder / "closed.pdf"
    closed.write_bytes(certificate())
    closed.chmod(0o000)
    done = docscheck("check", folder, *TODAY, "--format", "json", prefix=as_anybody())
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert ("closed.pdf", "file.locked") in {(f["document"], f["rule"]) for f in report["findings"]}
    parts = {d["path"]: [p["type"] for p in d["parts"]] for d in report["documents"]}
    assert parts == {"certificate.pdf": ["school_certificate"], "closed.pdf": []}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_an_unreadable_folder_is_not_an_empty_one(folder: Path) -> None:
    folder.chmod(0o000)
    done = docscheck("check", folder, *TODAY, prefix=as_anybody())
    folder.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert "does not let docscheck open the folder" in done.stderr

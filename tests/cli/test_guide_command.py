"""`docscheck guide`, and the calendar of `check`: outside the folder, for their owner only."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import icalendar
import pytest

from tests.cli.bad_files import certificate
from tests.cli.command import TODAY, digest, docscheck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one certificate of enrolment."""
    made = tmp_path / "papers"
    made.mkdir()
    (made / "certificate.pdf").write_bytes(certificate())
    return made


def test_without_a_folder_the_whole_procedure_is_told() -> None:
    done = docscheck("guide", *TODAY, "--nationality", "MAR")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Next: Gather the documents to upload."
    for words in ("Validate that space within one hour", "carte Vitale", "médecin traitant"):
        assert words in done.stdout


def test_french_is_spoken_when_asked_for() -> None:
    said = docscheck("guide", *TODAY, "--nationality", "DEU", "--ehic", "--lang", "fr").stdout
    assert said.startswith("Vous n'avez pas à vous inscrire sur ce portail")


def test_a_folder_is_ticked_and_left_as_it_was(folder: Path) -> None:
    before = digest(folder)
    done = docscheck("guide", folder, *TODAY, "--ocr", "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert "[x] Certificate of school enrolment (certificate.pdf)" in done.stdout
    assert digest(folder) == before


def test_what_is_missing_in_the_folder_is_no_failure_of_the_guide(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = docscheck("guide", empty, *TODAY, "--nationality", "MAR", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["next"] == "ready.papers"


def test_a_profile_file_says_who_is_guided(tmp_path: Path) -> None:
    profile = tmp_path / "me.toml"
    profile.write_text('nationality = "MAR"\nvisa_kind = "vls_t"\n', encoding="utf-8")
    said = docscheck("guide", *TODAY, "--profile", profile).stdout
    assert "Temporary long-stay visa (VLS-T)" in said


def test_the_kind_of_visa_may_be_said_without_a_file() -> None:
    said = docscheck("guide", *TODAY, "--nationality", "MAR", "--visa-kind", "vls_t").stdout
    assert "Your VLS-T visa is not validated" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no_such_folder",), "There is no such folder"),
        (("--nationality", "XX9"), "is not a country code"),
        (("--birth-date", "yesterday"), "This is not a date"),
        (("--output", "no/such/folder/guide.txt"), "cannot be written there"),
        (("--calendar", "no/such/folder/days.ics"), "cannot be written there"),
    ],
)
def test_bad_arguments_are_explained(arguments: tuple[str, ...], said: str) -> None:
    done = docscheck("guide", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "guide"])
def test_the_calendar_is_a_file_for_its_owner(folder: Path, command: str, tmp_path: Path) -> None:
    days = tmp_path / "days.ics"
    before = digest(folder)
    done = docscheck(command, folder, *TODAY, "--ocr", "none", "--calendar", days)
    assert done.stderr == ""
    assert digest(folder) == before
    assert stat.S_IMODE(days.stat().st_mode) == 0o600
    data = days.read_bytes()
    assert b"\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("DTSTART").isoformat() == "2027-09-30"


@pytest.mark.parametrize("command", ["check", "guide"])
@pytest.mark.parametrize("option", ["--calendar", "--output"])
def test_nothing_is_written_into_the_folder(folder: Path, command: str, option: str) -> None:
    before = digest(folder)
    done = docscheck(command, folder, *TODAY, option, folder / "x.ics")
    assert done.returncode == 2
    assert f"outside that folder with {option}" in done.stderr
    assert digest(folder) == before


def test_without_a_day_no_calendar_is_written_and_that_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = docscheck("check", empty, *TODAY, "--calendar", tmp_path / "days.ics")
    assert done.returncode == 1
    assert done.stderr == (
        "No day to remember was read in your documents: no calendar was written.\n"
    )
    assert not (tmp_path / "days.ics").exists()


def test_the_same_file_is_not_asked_to_hold_both(folder: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    done = docscheck("check", folder, *TODAY, "--output", both, "--calendar", both)
    assert done.returncode == 2
    assert "Two outputs cannot be written to the same file" in done.stderr
    assert not both.exists()


def test_the_help_of_the_guide_explains_every_option() -> None:
    lines = docscheck("guide", "--help").stdout.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("  -"):
            below = lines[number + 1] if number + 1 < len(lines) else ""
            assert len(line.split("  ")) > 2 or below.startswith(" " * 20), line


def test_a_step_is_explained_with_the_lines_of_the_seed() -> None:
    said = docscheck("rules", "explain", "register.validate").stdout
    assert "en: Validate that space within one hour." in said
    assert "je le valide dans l’heure qui suit" in said
    assert "Source: Assurance Maladie, slides, step 6" in said
    wrong = docscheck("rules", "explain", "register.validat")
    assert wrong.returncode == 2
    assert "register.validate" in wrong.stderr

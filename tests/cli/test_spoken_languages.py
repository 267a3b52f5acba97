"""Every command in the languages beside French and English; the same answer in each."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from docscheck.cli.language import Language
from docscheck.cli.progress import progress
from docscheck.messages import Speaker, sentences
from tests.cli.command import TODAY, docscheck

SAMPLES = Path(__file__).parents[2] / "sample_docs"
FOLDER = SAMPLES / "rib_of_someone_else" / "documents"
UNREAD = (*TODAY, "--ocr", "none")


def test_check_answers_in_the_language_of_the_computer() -> None:
    english = docscheck("check", FOLDER, *UNREAD)
    chinese = docscheck("check", FOLDER, *UNREAD, env={"LC_ALL": "zh_CN.UTF-8"})
    assert (chinese.returncode, chinese.stderr) == (english.returncode, "")
    assert sentences("zh")["heading.asked"] in chinese.stdout
    assert "2026年" in docscheck("rules", "explain", "stay", "--lang", "zh").stdout


@pytest.mark.parametrize("command", ["check", "guide"])
def test_a_report_for_programs_is_the_same_on_every_computer(command: str) -> None:
    place = [FOLDER] if command == "check" else []
    said = (command, *place, *UNREAD, "--format", "json")
    there = docscheck(*said, env={"LC_ALL": "ar_MA.UTF-8"}).stdout
    assert there == docscheck(*said).stdout
    asked = json.loads(docscheck(*said, "--lang", "ar").stdout)
    texts = asked["headline"] if command == "guide" else asked["findings"][0]["message"]
    assert list(texts) == ["fr", "en", "ar"]


def test_a_calendar_is_in_the_language_of_the_computer_whatever_the_form(tmp_path: Path) -> None:
    days = tmp_path / "days.ics"
    text = SAMPLES / "complete" / "documents"
    said = ("guide", text, *UNREAD, "--format", "json", "--calendar", days)
    docscheck(*said, env={"LC_ALL": "es_ES.UTF-8"})
    assert "LANGUAGE=es" in days.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["es", "zh", "ar"])
def test_rules_are_listed_and_explained_beside_those_of_the_folder(language: str) -> None:
    listed = docscheck("rules", "list", "--lang", language).stdout
    assert sentences(language)["rules.requirement"] in listed
    both = docscheck("rules", "explain", "passport", env={"LC_ALL": language}).stdout
    assert [f"  {name}: " in both for name in ("fr", "en", "es", "zh", "ar")] == [
        *(True, True, *(language == name for name in ("es", "zh", "ar")))
    ]


def test_guide_doctor_and_errors_speak_arabic() -> None:
    guide = docscheck("guide", *TODAY, "--nationality", "MAR", "--lang", "ar")
    assert sentences("ar")["officer"] in " ".join(guide.stdout.split())
    assert sentences("ar")["heading.letters"] in docscheck("doctor", "--lang", "ar").stdout
    error = docscheck("check", "nowhere", "--lang", "ar")
    assert (error.returncode, error.stdout) == (2, "")
    told = Speaker().sentence("error.no_folder", {"path": "nowhere"}, "ar")
    assert error.stderr.splitlines()[0].endswith(told)


def test_inspect_speaks_spanish() -> None:
    done = docscheck("inspect", FOLDER / "Passport.pdf", *UNREAD, "--lang", "es")
    assert sentences("es")["inspect.places"] in " ".join(done.stdout.split())


def test_a_batch_speaks_of_its_tables(tmp_path: Path) -> None:
    root = tmp_path / "students"
    (root / "one").mkdir(parents=True)
    done = docscheck("batch", root, "--out", tmp_path / "out", *UNREAD, "--lang", "zh")
    assert (done.returncode, done.stderr) == (1, "")
    first, row = (tmp_path / "out" / "students.csv").read_text("utf-8-sig").splitlines()
    assert sentences("zh")["batch.column.student"] in first
    assert sentences("zh")["status.missing"] in row


def test_progress_in_chinese_leaves_nothing_of_the_line_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that is too wide would begin a second one, which the next does not write over."""
    from rich.cells import cell_len

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "30")
    with progress(False, Language.ZH) as advance:
        assert advance is not None
        advance(1, 9, "身份证复印件正面和反面扫描件最终版.pdf")
        advance(2, 9, "a.pdf")
    lines = capsys.readouterr().err.split("\r")
    assert {cell_len(line) for line in lines if line} == {29}

"""One check, told in several forms: `--also FORMAT=FILE`, and from which verdict on it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docscheck.cli.check import FailOn, exit_code
from docscheck.finding import Verdict
from docscheck.report import Report
from tests.cli.bad_files import certificate
from tests.cli.command import TODAY, docscheck
from tests.reporters.reports import in_trouble, report, stopped_early


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file."""
    place = tmp_path / "documents"
    place.mkdir()
    (place / "certificat_scolarite.pdf").write_bytes(certificate())
    return place


def test_each_is_what_the_format_alone_gives(folder: Path, tmp_path: Path) -> None:
    forms = {"json": "all.json", "sarif": "all.sarif", "markdown": "all.md"}
    also = [
        word for form, name in forms.items() for word in ("--also", f"{form}={tmp_path / name}")
    ]
    done = docscheck("check", folder, *TODAY, "--format", "junit", *also)
    assert (done.returncode, done.stderr) == (1, "")
    for form, name in {"junit": "", **forms}.items():
        alone = docscheck("check", folder, *TODAY, "--format", form)
        together = (tmp_path / name).read_text(encoding="utf-8") if name else done.stdout
        assert together == alone.stdout, form
        assert not name or (tmp_path / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("typed", ["sarif", "sarif=", "=x.sarif", "pdf=x.pdf", ""])
def test_what_is_no_form_and_file_is_refused(typed: str, folder: Path) -> None:
    done = docscheck("check", folder, *TODAY, "--also", typed)
    assert done.returncode == 2
    assert "sarif=report.sarif" in " ".join(done.stderr.split())


def test_nothing_goes_into_the_folder_or_twice_into_one_file(folder: Path, tmp_path: Path) -> None:
    inside = docscheck("check", folder, *TODAY, "--also", f"json={folder / 'x.json'}")
    assert inside.returncode == 2
    assert "--also" in inside.stderr
    same = [f"{form}={tmp_path / 'x'}" for form in ("json", "sarif")]
    twice = docscheck("check", folder, *TODAY, "--also", same[0], "--also", same[1])
    assert twice.returncode == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("told", "codes"),
    [(in_trouble(), (1, 1, 0)), (stopped_early(), (1, 0, 0)), (report(), None)],
)
def test_the_line_is_where_it_was_drawn(told: Report, codes: tuple[int, int, int] | None) -> None:
    drawn = {Verdict.NOT_READY: (1, 1, 0), Verdict.TO_REVIEW: (1, 0, 0), Verdict.READY: (0, 0, 0)}
    lines = (FailOn.REVIEW, FailOn.NOT_READY, FailOn.NEVER)
    found = tuple(exit_code(told, line) for line in lines)
    assert found == drawn[told.verdict]
    assert codes in (None, found)


def test_the_report_says_what_the_code_does_not(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "told.json"
    done = docscheck(
        "check", folder, *TODAY, "--quiet", "--fail-on", "never", "--also", f"json={place}"
    )
    assert done.returncode == 0
    assert json.loads(place.read_text(encoding="utf-8"))["verdict"] == "not_ready"

"""Not to be hidden: what is new, what is there once more than before, a verdict."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from docscheck.baseline import Baseline, compared, load_baseline, verdict_on_new
from docscheck.cli import app
from docscheck.errors import UsageError
from docscheck.finding import Verdict
from docscheck.report import Report
from docscheck.reporters.to_json import schema_text
from tests.reporters.reports import bank_slip, expired_passport, report, spoken

SAMPLE = Path(__file__).parents[1] / "sample_docs" / "expired_passport" / "documents"


def before(told: Report, folder: Path) -> Baseline:
    """What an earlier report keeps of `told`, through its file."""
    file = folder / "before.json"
    file.write_text(spoken(told, "json"), encoding="utf-8")
    return load_baseline(file, folder / "documents")


def renamed(told: Report, old: str, new: str) -> Report:
    """The same files, one under another name."""
    kept = [entry for entry in told.files if entry.file.path != old]
    (moved,) = (entry for entry in told.files if entry.file.path == old)
    return report(*kept, replace(moved, file=replace(moved.file, path=new)))


def new_rules(told: Report) -> set[str]:
    return {finding.rule for finding in told.findings if not finding.known}


def test_what_is_new_is_told_and_decides(tmp_path: Path) -> None:
    now = compared(report(expired_passport(), bank_slip()), before(report(bank_slip()), tmp_path))
    assert "validity.expired" in new_rules(now)
    assert verdict_on_new(now) is Verdict.NOT_READY


def test_what_was_there_before_is_known_and_the_verdict_stays(tmp_path: Path) -> None:
    told = report(expired_passport(), bank_slip())
    now = compared(told, before(told, tmp_path))
    assert not new_rules(now)
    assert now.known == len(now.findings)
    assert now.verdict is Verdict.NOT_READY
    assert verdict_on_new(now) is Verdict.READY


def test_a_second_file_with_the_same_trouble_is_new(tmp_path: Path) -> None:
    told = compared(
        report(expired_passport(), expired_passport("other.pdf")),
        before(report(expired_passport()), tmp_path),
    )
    assert any(f.issue.where.path == "other.pdf" and not f.known for f in told.findings)


def test_a_renamed_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    told = report(expired_passport())
    now = compared(renamed(told, "passport.pdf", "scan.pdf"), before(told, tmp_path))
    assert "validity.expired" not in new_rules(now)


def test_reports_tell_what_is_new_only_and_count_the_rest(tmp_path: Path) -> None:
    told = report(expired_passport(), bank_slip())
    now = compared(told, before(report(bank_slip()), tmp_path))
    assert now.known
    for form in ("terminal", "markdown", "github"):
        text = spoken(now, form)
        assert f"not shown again: {now.known}" in text
        assert "16 August 2025" in text
        assert "IBAN" not in text
    assert "IBAN" in spoken(told, "terminal")


def test_programs_are_told_of_all_with_what_is_known(tmp_path: Path) -> None:
    now = compared(report(expired_passport(), bank_slip()), before(report(bank_slip()), tmp_path))
    told = json.loads(spoken(now, "json"))
    jsonschema.validate(told, json.loads(schema_text()))
    assert {f["known"] for f in told["findings"]} == {True, False}
    states = {r["baselineState"] for r in json.loads(spoken(now, "sarif"))["runs"][0]["results"]}
    assert states == {"new", "unchanged"}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"{}", "baseline_wrong"),
        (b"not json", "baseline_wrong"),
        (b'{"schema_version": "2", "findings": [], "documents": []}', "baseline_wrong"),
        (b"\xff\xfe", "baseline_wrong"),
        (None, "baseline_closed"),
    ],
)
def test_what_is_no_report_is_refused(content: bytes | None, error: str, tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        load_baseline(file, tmp_path / "documents")
    assert caught.value.sentence == error


def test_nothing_in_the_folder_hides_anything(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_baseline(tmp_path / "before.json", tmp_path)
    assert caught.value.sentence == "baseline_inside"


def test_the_command_leaves_with_0_when_nothing_is_new(tmp_path: Path) -> None:
    told = tmp_path / "before.json"
    common = ["check", str(SAMPLE), "--today", "2026-11-23", "--ocr", "none", "--lang", "en"]
    run = CliRunner().invoke
    assert run(app, [*common, "--format", "json", "--output", str(told)]).exit_code == 1
    again = run(app, [*common, "--baseline", str(told)])
    assert again.exit_code == 0
    assert again.stdout.startswith("Not ready")
    assert "not shown again" in again.stdout

"""Every rule is shown: a folder that it refuses, one that it accepts; both pages of docs say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from docscheck.report import Report
from docscheck.rulebook.load import load
from measure import messages_page, rules_page
from measure.case_reports import reports
from specimens.cases import CASES, SHOWN

ROOT = Path(__file__).parents[1]
SAMPLES = {path.parent.name for path in (ROOT / "sample_docs").glob("*/expected.json")}
CATALOGUE = load().catalogue


def wrong(found: dict[str, Report]) -> list[str]:
    """Say which rules do not do what the table says of them, in the cases that were checked."""
    raised = {name: {f.rule for f in report.findings} for name, report in found.items()}
    said = []
    for rule, pair in SHOWN.items():
        if rules_page.not_checked_yet(rule):
            continue
        if rule not in raised.get(pair.refused, {rule}):
            said.append(f"{rule} is not raised in {pair.refused}")
        if rule in raised.get(pair.accepted, ()):
            said.append(f"{rule} is raised in {pair.accepted}")
    return said


def test_every_rule_of_the_catalogue_has_its_two_folders() -> None:
    assert set(SHOWN) == set(CATALOGUE)


def test_every_folder_of_the_table_exists_and_has_one_name() -> None:
    named = {name for pair in SHOWN.values() for name in (pair.refused, pair.accepted)}
    assert not set(CASES) & SAMPLES
    assert named <= set(CASES) | SAMPLES
    assert set(CASES) <= named, "a case that shows nothing"
    assert all(pair.refused != pair.accepted for pair in SHOWN.values())


def test_the_page_of_rules_is_up_to_date() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == rules_page.page(), "run `make docs`"


def test_ten_messages_of_each_severity_are_read_aloud() -> None:
    assert [len(rows) for rows in messages_page.READ_ALOUD.values()] == [10, 10, 10]
    for severity, rows in messages_page.READ_ALOUD.items():
        assert all(CATALOGUE[rule].severity is severity for rule in rows)


def test_a_case_gives_the_same_bytes_twice() -> None:
    for name in ("printing_forbidden", "script_in_pdf", "photo_tilted", "seal_differs"):
        assert CASES[name].draw() == CASES[name].draw()


@pytest.mark.slow
def test_what_the_pages_say_is_what_docscheck_says() -> None:
    """One test, so that each of the folders is drawn and checked once."""
    found = dict(reports(CASES))
    assert wrong(found) == []
    written = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    assert written == messages_page.page(found), "run `make docs`"

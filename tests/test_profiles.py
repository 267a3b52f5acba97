"""Every profile at every stage: exactly what the table of the domain facts asks, no more, no less.

The papers are drawn and read as files once, then put together to folders and judged by what ships.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docscheck.assemble import assemble
from docscheck.check import Options, check_folder
from docscheck.document import ExaminedFile, SourceFile
from docscheck.examine import Examiner
from docscheck.judge import Circumstances, judge
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.load import build, for_reading, packaged_rules, read
from docscheck.worker.protocol import Setup
from specimens.folders.by_profile import (
    Expectation,
    PersonPapers,
    draw_papers,
    expectations,
    table,
    today,
)
from specimens.folders.profiles_page import page

pytestmark = pytest.mark.slow

RAW = read(packaged_rules())
RULES = build(RAW)
EXPECTATIONS = list(expectations())


@cache
def examiner() -> Examiner:
    return Examiner(Setup(for_reading(RAW), "auto", today()))


@cache
def papers_of(person: str) -> PersonPapers:
    return draw_papers(person)


@cache
def examined(person: str, paper: str) -> ExaminedFile:
    """Read one paper as a worker does."""
    data = papers_of(person).files[paper]
    reply = examiner().examine(data, "pdf")
    digest = hashlib.sha256(data).hexdigest()
    source = SourceFile(f"{paper}.pdf", len(data), digest, reply.media_type, "pdf")
    return ExaminedFile(source, reply.examined)


def judged(expected: Expectation, papers: Iterable[str], **declared: Any) -> Report:
    files = [examined(expected.person, paper) for paper in papers]
    said = Declared(stage=expected.stage, **{**expected.declared, **declared})
    subject = assemble("student", files, (), RULES.types)
    return judge(subject, RULES, said, Circumstances(today(), debug=True))


def statuses(report: Report) -> dict[str, str]:
    """Of what is asked; translations apart, which are asked of a record and not of a person."""
    return {
        r.id: r.status.value
        for r in report.requirements
        if r.status.value != "not_applicable" and r.id != "translation"
    }


def blocking(report: Report) -> set[str]:
    return {r.id for r in report.requirements if r.blocking}


def of_person(report: Report) -> set[str]:
    return {f"{f.rule}.{f.issue.case}" for f in report.findings if f.rule.startswith("profile.")}


def without(expected: Expectation, paper: str) -> Report:
    """Judge the folder with one paper taken out; who the student is is then declared."""
    person = papers_of(expected.person).person
    left = [key for key in expected.papers if key != paper]
    declared = {"nationality": person.nationality, "birth_date": person.birth_date}
    return judged(expected, left, **declared, **expected.told_otherwise)


def named(expected: Expectation) -> str:
    return f"{expected.row}, {expected.stage}"


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=named)
def test_a_complete_folder_is_asked_exactly_this(expected: Expectation) -> None:
    report = judged(expected, expected.papers)
    errors = [(f.rule, f.issue.case) for f in report.findings if f.severity.value == "error"]
    assert (report.profile_rule, statuses(report)) == (expected.profile, expected.statuses), errors
    assert blocking(report) == {*expected.required, *expected.fails}
    assert of_person(report) == set(expected.says)
    assert report.verdict.value == expected.verdict, errors


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=named)
def test_without_one_paper_that_one_is_missing_and_nothing_else(expected: Expectation) -> None:
    whole = expected.statuses
    for requirement, paper in expected.required.items():
        report = without(expected, paper)
        changed = {k: v for k, v in statuses(report).items() if whole.get(k) != v}
        assert changed == {requirement: "missing"}, paper
        assert report.verdict.value == "not_ready", paper
        missing = [f.issue.case for f in report.findings if f.rule == "requirement.missing"]
        assert requirement in missing


@pytest.mark.parametrize("expected", [e for e in EXPECTATIONS if e.instead], ids=named)
def test_either_of_several_papers_meets_it(expected: Expectation) -> None:
    for requirement, others in expected.instead.items():
        for other in others:
            kept = [p for p in expected.papers if p != expected.required[requirement]]
            report = judged(expected, [*kept, other])
            assert statuses(report)[requirement] == "satisfied", other
            assert report.verdict.value == "ready", other


@pytest.mark.parametrize("expected", [e for e in EXPECTATIONS if e.doubtful], ids=named)
def test_without_the_paper_that_completes_another_it_is_for_review(expected: Expectation) -> None:
    for paper, requirement in expected.doubtful.items():
        report = without(expected, paper)
        assert statuses(report)[requirement] == "doubtful"
        assert report.verdict.value == "to_review"


def test_a_folder_on_disk_gets_the_same_answer(tmp_path: Path) -> None:
    (expected,) = [e for e in EXPECTATIONS if e.row == "Algeria" and e.stage == "completion"]
    files = papers_of(expected.person).files
    for paper in expected.papers:
        (tmp_path / f"{paper}.pdf").write_bytes(files[paper])
    declared = Declared(stage=expected.stage)
    report = check_folder(tmp_path, declared, today=today(), options=Options(jobs=2))
    assert report.profile_rule == expected.profile
    assert statuses(report) == expected.statuses
    assert report.verdict.value == expected.verdict


def test_every_profile_is_in_the_table_at_every_stage_that_asks_something() -> None:
    there = {(e.profile, e.stage) for e in EXPECTATIONS}
    asked = {(p.id, stage) for p in RULES.profiles for stage in p.stages}
    assert asked - there == {("short_stay", "vitale-card")}
    assert {p.id for p in RULES.profiles} == {profile for profile, _ in there}


def test_every_paper_and_person_of_the_table_serves() -> None:
    used = {key for e in EXPECTATIONS for key in (*e.papers, *sum(e.instead.values(), ()))}
    assert used == set(table()["papers"])
    assert {e.person for e in EXPECTATIONS} == set(table()["people"])


def test_the_page_of_profiles_is_up_to_date() -> None:
    written = Path(__file__).parents[1] / "docs" / "profiles.md"
    assert written.read_text(encoding="utf-8") == page(), "make profiles"

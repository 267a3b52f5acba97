"""Academic years around the turn. First what must not be flagged."""

from __future__ import annotations

from datetime import date

import pytest

from docscheck.checkers import school_year
from docscheck.checkers.school_year import Settings
from docscheck.document import Field
from docscheck.finding import Context, Issue, Kind, Where
from tests.literal import file, folder, part, read


def judge(day: date, *fields: Field) -> list[Issue]:
    dossier = folder(file("a.pdf", part("school_certificate", *fields)))
    return list(school_year.check(dossier.documents[0], dossier, Settings(), Context(day)))


def on(day: str, year: str, confidence: float = 0.97) -> list[tuple[Kind, str]]:
    found = judge(date.fromisoformat(day), read("school_year", year, confidence))
    return [(issue.kind, issue.case) for issue in found]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2026-11-23", "2026-2027"),
        ("2027-02-01", "2026-2027"),
        ("2027-08-31", "2026-2027"),
        ("2026-09-01", "2026-2027"),
        ("2026-07-01", "2025-2026"),
        ("2026-07-01", "2026-2027"),
        ("2026-06-01", "2026-2027"),
    ],
)
def test_good_years_pass(day: str, year: str) -> None:
    assert on(day, year) == []


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2026-10-01", "2025-2026"),
        ("2026-11-23", "2024-2025"),
        ("2026-09-15", "2024-2025"),
        ("2026-07-15", "2024-2025"),
    ],
)
def test_a_year_that_is_over_fails(day: str, year: str) -> None:
    assert on(day, year) == [(Kind.FAIL, "")]
    assert on(day, year, confidence=0.6) == [(Kind.REVIEW, "")]


@pytest.mark.parametrize("day", ["2026-09-01", "2026-09-30"])
def test_in_september_the_year_just_over_is_a_doubt(day: str) -> None:
    assert on(day, "2025-2026") == [(Kind.REVIEW, "just_over")]


@pytest.mark.parametrize("day", ["2026-11-23", "2027-05-31"])
def test_a_year_still_to_come_is_for_review(day: str) -> None:
    assert on(day, "2027-2028") == [(Kind.REVIEW, "future")]


def test_the_issue_says_which_year_is_wanted() -> None:
    assert judge(date(2026, 11, 23), read("school_year", "2025-2026")) == [
        Issue(
            "validity.school_year",
            Kind.FAIL,
            Where("a.pdf", 1, None),
            "",
            {"wanted": "2026-2027", "year": "2025-2026"},
            "d1",
        )
    ]


@pytest.mark.parametrize("fields", [(), (read("school_year", "2026"),)])
def test_a_year_that_was_not_read_leaves_the_check_undone(fields: tuple[Field, ...]) -> None:
    assert judge(date(2026, 11, 23), *fields) == [
        Issue(
            "validity.school_year",
            Kind.UNCHECKED,
            Where("a.pdf", 1),
            "unread",
            {"wanted": "2026-2027"},
            "d1",
        )
    ]


def test_a_statement_of_resources_need_not_name_a_year_but_not_a_wrong_one() -> None:
    resources = Settings(case="resources", required=False)
    kind = "resources_attestation"
    day = Context(date(2026, 11, 23))
    for year, expected in ((None, []), ("2026-2027", []), ("2024-2025", ["resources"])):
        known = (read("school_year", year),) if year else ()
        dossier = folder(file("a.pdf", part(kind, *known)))
        found = school_year.check(dossier.documents[0], dossier, resources, day)
        assert [issue.case for issue in found] == expected

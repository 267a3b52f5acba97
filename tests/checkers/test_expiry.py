"""Dates of validity on 23 November 2026. First what must not be flagged."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from docscheck.checkers import expiry
from docscheck.checkers.expiry import Settings
from docscheck.document import Field, Origin, Source
from docscheck.finding import Context, Issue, Kind, Param, Term, Where
from tests.literal import TODAY, file, folder, page, part, proven, read

END = "expiry_date"


def judge(
    *fields: Field, settings: Settings | None = None, born_digital: bool = False
) -> list[Issue]:
    shown = page(origin=Origin.BORN_DIGITAL) if born_digital else page()
    dossier = folder(file("a.pdf", part("passport", *fields), pages=[shown]))
    subject = dossier.documents[0]
    return list(expiry.check(subject, dossier, settings or Settings(), Context(TODAY)))


def issue(rule: str, kind: Kind, case: str = "", **params: Param) -> Issue:
    whole = {"type": Term("type", "passport"), **params}
    return Issue(rule, kind, Where("a.pdf", 1, None), case, whole, "d1")


@pytest.mark.parametrize("end", ["2027-02-21", "2031-05-01", "2027-03", "2028"])
def test_enough_time_left_passes(end: str) -> None:
    assert judge(proven(END, end)) == []


def test_the_last_day_still_counts() -> None:
    assert judge(proven(END, "2026-11-23"), settings=Settings(margin_days=0)) == []


def test_valid_since_today_passes() -> None:
    fields = (proven(END, "2030-01-01"), proven("valid_from", "2026-11-23"))
    assert judge(*fields) == []


def test_a_paper_that_need_not_have_a_date_passes_without() -> None:
    assert judge(settings=Settings(required=False)) == []


TEN_YEARS = Settings(max_years=10)


def test_a_document_issued_of_late_may_lack_its_end() -> None:
    recent = read("issue_date", "2016-11-24")
    assert [i.case for i in judge(recent, settings=TEN_YEARS)] == ["unread"]
    assert [i.case for i in judge(read("issue_date", "2009-03-01"))] == ["unread"]


def test_an_end_that_was_read_counts_for_more_than_the_day_of_issue() -> None:
    both = (read("issue_date", "2009-03-01"), proven(END, "2031-05-01"))
    assert judge(*both, settings=TEN_YEARS) == []


def test_a_permit_from_before_2011_is_over_whatever_it_says() -> None:
    first = date(2009, 3, 1)
    assert judge(read("issue_date", "2009-03-01"), settings=TEN_YEARS) == [
        issue("validity.expired", Kind.REVIEW, "too_old", date=first, years=10)
    ]


@pytest.mark.parametrize("end", ["2026-11-22", "2019-06-30"])
def test_a_proven_date_that_is_over_fails(end: str) -> None:
    over = date.fromisoformat(end)
    assert judge(proven(END, end)) == [issue("validity.expired", Kind.FAIL, date=over)]


def test_a_date_read_for_certain_fails_and_a_doubtful_one_is_for_review() -> None:
    over = date(2025, 1, 1)
    assert judge(read(END, "2025-01-01", 0.95)) == [issue("validity.expired", Kind.FAIL, date=over)]
    assert judge(read(END, "2025-01-01", 0.7)) == [
        issue("validity.expired", Kind.REVIEW, date=over)
    ]


def test_a_date_with_another_reading_is_for_review() -> None:
    both = read(END, "2026-02-12", 0.99, alternatives=("2026-12-02",))
    assert [i.kind for i in judge(both)] == [Kind.REVIEW]


def test_text_of_the_file_itself_is_certain_but_not_the_layer_under_a_scan() -> None:
    layer = read(END, "2025-01-01", 0.5, source=Source.TEXT_LAYER)
    assert [i.kind for i in judge(layer, born_digital=True)] == [Kind.FAIL]
    assert [i.kind for i in judge(layer)] == [Kind.REVIEW]


def test_little_time_left_is_a_warning_with_the_days() -> None:
    assert judge(proven(END, "2026-12-23"), settings=Settings(case="visa")) == [
        issue("validity.expires_soon", Kind.FAIL, "visa", date=date(2026, 12, 23), days=30)
    ]


def test_an_insurance_card_should_last_through_the_academic_year() -> None:
    whole_year = Settings(case="ehic", margin_days=0, through_academic_year=True)
    assert judge(proven(END, "2027-08-31"), settings=whole_year) == []
    assert judge(proven(END, "2027-08-30"), settings=whole_year) == [
        issue("validity.expires_soon", Kind.FAIL, "ehic", date=date(2027, 8, 30), days=280)
    ]


@pytest.mark.parametrize("fields", [(), (read(END, "99/99"),)])
def test_a_date_that_was_not_read_leaves_the_check_undone(fields: tuple[Field, ...]) -> None:
    undone = Issue(
        "validity.expired",
        Kind.UNCHECKED,
        Where("a.pdf", 1),
        "unread",
        {"type": Term("type", "passport")},
        "d1",
    )
    assert judge(*fields) == [undone]


def test_a_paper_valid_from_tomorrow() -> None:
    fields = (proven(END, "2030-01-01"), proven("valid_from", "2026-11-24"))
    assert judge(*fields) == [issue("validity.not_yet_valid", Kind.FAIL, date=date(2026, 11, 24))]


def test_an_end_that_is_over_the_other_way_round_is_for_review() -> None:
    either = replace(read(END, "2027-04-03", 0.99), alternatives=("2026-03-04",))
    (found,) = judge(either)
    assert (found.rule, found.kind) == ("validity.expired", Kind.REVIEW)
    assert found.params["date"] == date(2026, 3, 4)

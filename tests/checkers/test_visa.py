"""Visas on 23 November 2026. First what must not be flagged."""

from __future__ import annotations

from datetime import date

import pytest

from docscheck.checkers import visa
from docscheck.checkers.visa import Settings
from docscheck.document import Field
from docscheck.finding import Context, Issue, Kind, Known, ValueOrigin, Where
from tests.literal import TODAY, file, folder, part, proven, read

LONG = read("visa_type", "D")
JULY = proven("valid_from", "2026-07-15")
ADULT = proven("birth_date", "2004-05-17")
MINOR = proven("birth_date", "2009-05-17")


def judge(
    *fields: Field, marks: tuple[str, ...] = (), beside: str = "rib", context: Context | None = None
) -> list[Issue]:
    dossier = folder(file("a.pdf", part("visa", *fields, marks=marks)), file("b.pdf", part(beside)))
    return list(visa.check(dossier.documents[0], dossier, Settings(), context or Context(TODAY)))


def test_a_long_stay_visa_passes() -> None:
    assert judge(LONG, JULY, ADULT) == []


@pytest.mark.parametrize("mark", ["vls_t", "card_to_request", "minor_school"])
def test_remarks_of_long_stay_visas_tell_a_type_that_was_not_read(mark: str) -> None:
    assert judge(JULY, proven("expiry_date", "2026-09-30"), ADULT, marks=(mark,)) == []


def test_remarks_of_long_stay_visas_outweigh_a_letter() -> None:
    assert judge(read("visa_type", "A"), ADULT, marks=("vls_t",)) == []


def test_a_type_that_nothing_tells_is_unchecked() -> None:
    where = Where("a.pdf", 1)
    for last in ((), (proven("expiry_date", "2027-07-14"),)):
        assert judge(JULY, *last, ADULT) == [
            Issue("validity.visa_type", Kind.UNCHECKED, where, "unread", {}, "d1")
        ]


def test_ninety_days_and_no_type_are_for_review() -> None:
    assert judge(JULY, proven("expiry_date", "2026-10-13")) == [
        Issue("validity.visa_type", Kind.REVIEW, Where("a.pdf", 1), "short", {"days": 90}, "d1")
    ]


@pytest.mark.parametrize("mark", ["card_to_request", "minor_school", "vls_t"])
def test_visas_that_are_never_validated_pass(mark: str) -> None:
    assert judge(LONG, JULY, ADULT, marks=("vls_ts", mark)) == []


@pytest.mark.parametrize("proof", ["visa_validation", "residence_permit", "residence_receipt"])
def test_a_validation_or_a_permit_settles_it(proof: str) -> None:
    assert judge(LONG, JULY, ADULT, marks=("vls_ts",), beside=proof) == []


def test_minors_are_not_asked() -> None:
    assert judge(LONG, JULY, MINOR, marks=("vls_ts",)) == []
    declared = {"birth_date": Known("2009-05-17", ValueOrigin.DECLARED)}
    context = Context(TODAY, declared)
    assert judge(LONG, JULY, marks=("vls_ts",), context=context) == []


def test_three_months_have_to_be_over() -> None:
    recent = proven("valid_from", "2026-08-23")
    assert judge(LONG, recent, ADULT, marks=("vls_ts",)) == []


def test_after_three_months_the_validation_is_for_review() -> None:
    assert judge(LONG, JULY, ADULT, marks=("vls_ts",)) == [
        Issue(
            "validity.visa_not_validated",
            Kind.REVIEW,
            Where("a.pdf", 1, None),
            "",
            {"date": date(2026, 10, 15)},
            "d1",
        )
    ]


def test_without_a_first_day_it_is_unchecked() -> None:
    assert judge(LONG, ADULT, marks=("vls_ts",)) == [
        Issue("validity.visa_not_validated", Kind.UNCHECKED, Where("a.pdf", 1), "unread", {}, "d1")
    ]


def test_a_short_stay_visa_fails_when_read_for_certain() -> None:
    short = {"visa_type": "C"}
    where = Where("a.pdf", 1, None)
    assert judge(read("visa_type", "C")) == [
        Issue("validity.visa_type", Kind.FAIL, where, "", short, "d1")
    ]
    assert judge(read("visa_type", "C", 0.6)) == [
        Issue("validity.visa_type", Kind.REVIEW, where, "", short, "d1")
    ]


def test_words_of_a_short_stay_are_for_review_unless_the_type_says_otherwise() -> None:
    assert judge(marks=("short_stay",)) == [
        Issue("validity.visa_type", Kind.REVIEW, Where("a.pdf", 1), "mark", {}, "d1")
    ]
    assert judge(LONG, marks=("short_stay",)) == []

"""Visas on 23 November 2026. First what must not be flagged."""

from __future__ import annotations

from datetime import date

import pytest

from docscheck.checkers import visa
from docscheck.checkers.visa import Settings
from docscheck.document import Field
from docscheck.finding import Context, Issue, Kind, Known, ValueOrigin, Where
from tests.drawn_papers import report_on, specimen, told
from tests.literal import TODAY, file, folder, part, proven, read

LONG = read("visa_type", "D")
JULY = proven("valid_from", "2026-07-15")
OCTOBER = proven("valid_from", "2026-10-15")
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
    assert judge(LONG, OCTOBER, ADULT, marks=("vls_ts", mark)) == []


@pytest.mark.parametrize("proof", ["visa_validation", "residence_permit", "residence_receipt"])
def test_a_validation_or_a_permit_settles_it(proof: str) -> None:
    assert judge(LONG, JULY, ADULT, marks=("vls_ts",), beside=proof) == []


def test_minors_are_not_asked() -> None:
    assert judge(LONG, JULY, MINOR, marks=("vls_ts",)) == []
    declared = {"birth_date": Known("2009-05-17", ValueOrigin.DECLARED)}
    context = Context(TODAY, declared)
    assert judge(LONG, JULY, marks=("vls_ts",), context=context) == []


def test_before_three_months_are_over_the_last_day_is_told() -> None:
    recent = proven("valid_from", "2026-08-23")
    (found,) = judge(LONG, recent, ADULT, marks=("vls_ts",))
    assert (found.rule, found.params) == (
        "validity.visa_to_validate",
        {"date": date(2026, 11, 23)},
    )


def test_before_its_first_day_nothing_is_asked_of_a_visa() -> None:
    coming = proven("valid_from", "2026-12-01")
    assert judge(LONG, coming, ADULT, marks=("vls_ts",)) == []


@pytest.mark.parametrize("proof", ["residence_permit", "residence_receipt"])
def test_a_card_that_was_requested_settles_it(proof: str) -> None:
    assert judge(LONG, JULY, ADULT, marks=("card_to_request",), beside=proof) == []


def test_a_card_to_request_has_two_months() -> None:
    recent = proven("valid_from", "2026-09-23")
    assert judge(LONG, recent, ADULT, marks=("card_to_request",)) == []
    assert judge(LONG, JULY, ADULT, marks=("card_to_request",)) == [
        Issue(
            "validity.card_not_requested",
            Kind.REVIEW,
            Where("a.pdf", 1, None),
            "",
            {"date": date(2026, 9, 15)},
            "d1",
        )
    ]


def test_of_a_visa_that_is_over_its_end_says_enough() -> None:
    over = proven("expiry_date", "2026-10-12")
    assert judge(LONG, JULY, over, read("entries", "1"), marks=("card_to_request",)) == []


def test_one_entry_is_told_of_a_long_stay_visa_without_a_card() -> None:
    once = read("entries", "1")
    assert judge(LONG, OCTOBER, once, beside="residence_permit") == []
    assert judge(LONG, OCTOBER, read("entries", "MULT")) == []
    assert [i.rule for i in judge(read("visa_type", "C"), OCTOBER, once)] == ["validity.visa_type"]
    assert [i.rule for i in judge(LONG, OCTOBER, once)] == ["validity.visa_single_entry"]


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


# ---- drawn, and read by the whole pipeline ------------------------------------------------------


def drawn(kind: str, **more: object) -> list[str]:
    paper = specimen("visa_2011", nationality="SEN", variant=kind, **more)  # type: ignore[arg-type]  # wishes
    return told(report_on({"visa.pdf": paper}), "validity.")


def test_drawn_visas_of_long_stay_are_of_the_right_type() -> None:
    for kind in ("vls_ts", "vls_t", "minor_school", "card_to_request"):
        assert "validity.visa_type" not in drawn(kind)


def test_a_drawn_visa_is_told_what_it_asks_for() -> None:
    assert "validity.visa_to_validate" in drawn("vls_ts")
    assert "validity.visa_not_validated" in drawn("vls_ts_old")
    assert "validity.visa_single_entry" in drawn("single_entry")
    assert "validity.visa_type" in drawn("short_stay")
    assert "validity.expired.visa" in drawn("vls_ts", expired=True)


def test_a_drawn_minor_is_not_asked_to_validate() -> None:
    assert not {"validity.visa_to_validate", "validity.visa_not_validated"} & set(
        drawn("vls_ts", minor=True)
    )

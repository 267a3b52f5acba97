"""Not to be inferred: a person from a guess, an exemption from a card that ends too soon."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from docscheck.document import Standing
from docscheck.finding import Known, ValueOrigin
from docscheck.profile import KEYS, Declared, establish, select
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, part, proven, read

RULES = load()
DECLARED, INFERRED = ValueOrigin.DECLARED, ValueOrigin.INFERRED
ASSUMED, UNKNOWN = ValueOrigin.ASSUMED, ValueOrigin.UNKNOWN


def known(declared: Declared, *parts: object) -> Mapping[str, Known]:
    files = [file(f"{n}.pdf", p) for n, p in enumerate(parts)]  # type: ignore[arg-type]
    return establish(declared, folder(*files).documents, TODAY)


def chosen(declared: Declared, *parts: object) -> str:
    return select(RULES.profiles, known(declared, *parts), RULES.countries).id


def test_nothing_known_is_said_to_be_assumed_or_unknown() -> None:
    found = known(Declared())
    assert tuple(found) == KEYS
    assert found == {
        "stage": Known("registration", ASSUMED),
        "nationality": Known(None, UNKNOWN),
        "birth_date": Known(None, UNKNOWN),
        "age": Known(None, UNKNOWN),
        "ehic": Known(False, ASSUMED),
        "s1": Known(False, ASSUMED),
        "situation": Known("student", ASSUMED),
        "visa_kind": Known(None, UNKNOWN),
        "holds_permit": Known(False, ASSUMED),
    }


def test_the_proven_zone_outweighs_the_better_kind_of_paper_and_a_declaration_both() -> None:
    passport = part("passport", read("nationality", "TUN"), read("birth_date", "2004-11-23"))
    permit = part("residence_permit", proven("nationality", "MAR"))
    found = known(Declared(), passport, permit)
    assert found["nationality"] == Known("MAR", INFERRED)
    assert found["birth_date"] == Known("2004-11-23", INFERRED)
    assert found["age"] == Known(22, INFERRED)
    assert found["holds_permit"] == Known(True, INFERRED)
    said = known(Declared(nationality="DZA", birth_date=date(2004, 11, 24)), passport, permit)
    assert said["nationality"] == Known("DZA", DECLARED)
    assert said["age"] == Known(21, DECLARED)


def test_the_age_of_a_child_is_known_from_what_the_parent_wrote_where_nothing_else_tells() -> None:
    letter = part("parental_authorization", read("birth_date", "2012-01-06"))
    assert known(Declared(), part("passport"), letter)["age"] == Known(14, INFERRED)
    passport = part("passport", proven("birth_date", "2004-11-23"))
    assert known(Declared(), passport, letter)["age"] == Known(22, INFERRED)


def test_a_guess_tells_nothing() -> None:
    guessed = read("nationality", "TUN", standing=Standing.GUESSED)
    assert known(Declared(), part("passport", guessed))["nationality"] == Known(None, UNKNOWN)


def test_a_doubtful_reading_tells_nothing_and_leaves_the_word_to_a_better_one() -> None:
    passport, visa = part("passport", read("nationality", "FRA", 0.5)), read("nationality", "TUN")
    assert known(Declared(), passport)["nationality"] == Known(None, UNKNOWN)
    assert known(Declared(), passport, part("visa", visa))["nationality"].value == "TUN"


def test_a_validation_tells_the_kind_of_visa_when_its_words_were_not_read() -> None:
    validation = part("visa_validation")
    assert known(Declared(), part("visa"), validation)["visa_kind"].value == "vls_ts"
    minor = part("visa", marks=("minor_school",))
    assert known(Declared(), minor, validation)["visa_kind"].value == "minor_school"


def test_a_year_alone_gives_the_least_age() -> None:
    found = known(Declared(), part("passport", read("birth_date", "2004")))
    assert found["age"] == Known(21, INFERRED)


@pytest.mark.parametrize(
    ("expiry", "declared", "exempt"),
    [
        ("2027-08-31", None, Known(True, INFERRED)),
        ("2027-08-31", True, Known(True, DECLARED)),
        ("2027-08-31", False, Known(False, DECLARED)),
        ("2027-08-30", None, Known(False, INFERRED)),
        ("2027-08-30", True, Known(False, INFERRED)),
        ("2027-08-30", False, Known(False, DECLARED)),
        (None, None, Known(False, ASSUMED)),
        (None, True, Known(True, DECLARED)),
    ],
)
def test_a_card_exempts_only_to_the_end_of_the_academic_year(
    expiry: str | None, declared: bool | None, exempt: Known
) -> None:
    fields = [read("expiry_date", expiry)] if expiry else []
    assert known(Declared(ehic=declared), part("ehic", *fields))["ehic"] == exempt


def test_a_card_whose_date_is_doubtful_exempts_nobody() -> None:
    card = part("ehic", read("expiry_date", "2029-08-31", standing=Standing.GUESSED))
    assert known(Declared(), card)["ehic"] == Known(False, ASSUMED)


def test_a_card_has_to_last_through_the_year_of_the_certificate() -> None:
    card = part("ehic", read("expiry_date", "2027-09-30"))
    coming = part("school_certificate", read("school_year", "2027-2028"))
    assert known(Declared(), card)["ehic"].value is True
    assert known(Declared(), card, coming)["ehic"].value is False


def test_an_s1_tells_that_no_card_is_there() -> None:
    assert known(Declared(), part("s1_form"))["ehic"] == Known(False, INFERRED)


@pytest.mark.parametrize(
    ("kind", "mark", "situation"),
    [
        ("residence_permit", "protected", "refugee"),
        ("residence_receipt", "protected", "refugee"),
        ("residence_receipt", "asylum", "asylum"),
        ("birth_certificate", "ofpra", "refugee"),
        ("marriage_certificate", "ofpra", "refugee"),
        ("residence_permit", "student", "student"),
        ("proof_of_address", "ofpra", "student"),
    ],
)
def test_papers_of_protected_persons_tell_the_situation(
    kind: str, mark: str, situation: str
) -> None:
    assert known(Declared(), part(kind, marks=(mark,)))["situation"].value == situation


def test_a_record_of_ofpra_beside_a_student_visa_is_not_believed_alone() -> None:
    record = part("birth_certificate", marks=("ofpra",))
    for other in (part("visa"), part("residence_permit", marks=("student",))):
        assert known(Declared(), record, other)["situation"] == Known("student", ASSUMED)


def test_who_was_recognised_no_longer_applies() -> None:
    receipt = part("residence_receipt", marks=("asylum",))
    permit = part("residence_permit", marks=("protected",))
    assert known(Declared(), receipt, permit)["situation"].value == "refugee"


def test_a_visa_in_force_outweighs_one_that_has_ended() -> None:
    old = part("visa", read("expiry_date", "2025-09-01"), marks=("vls_t",))
    new = part("visa", read("expiry_date", "2027-09-01"), marks=("vls_ts",))
    assert known(Declared(), old, new)["visa_kind"].value == "vls_ts"
    assert known(Declared(), old)["visa_kind"].value == "vls_t"


@pytest.mark.parametrize(
    ("marks", "kind"),
    [
        (("vls_ts",), "vls_ts"),
        (("vls_ts", "minor_school"), "minor_school"),
        (("vls_t", "vls_ts"), "vls_t"),
        (("card_to_request",), "card_to_request"),
        (("single_entry",), None),
    ],
)
def test_the_words_of_the_visa_tell_its_kind(marks: tuple[str, ...], kind: str | None) -> None:
    assert known(Declared(), part("visa", marks=marks))["visa_kind"].value == kind


def test_an_old_short_visa_beside_a_long_one_does_not_count() -> None:
    short = part("visa", read("visa_type", "C"))
    long = part("visa", read("visa_type", "D"))
    assert known(Declared(), short)["visa_kind"].value == "short_stay"
    assert known(Declared(), short, long)["visa_kind"].value is None


@pytest.mark.parametrize(
    ("declared", "profile"),
    [
        (Declared(nationality="MAR"), "non_eu"),
        (Declared(), "non_eu"),
        (Declared(nationality="MAR", visa_kind="vls_ts"), "non_eu"),
        (Declared(nationality="MAR", visa_kind="vls_t"), "temporary_stay"),
        (Declared(nationality="MAR", visa_kind="vls_t", holds_permit=True), "permit_holder"),
        (Declared(nationality="MAR", holds_permit=True), "permit_holder"),
        (Declared(nationality="MAR", visa_kind="short_stay"), "short_stay"),
        (Declared(nationality="DZA", visa_kind="card_to_request"), "algeria"),
        (Declared(nationality="MAR", visa_kind="minor_school"), "minor_school"),
        (Declared(nationality="ESP", ehic=True), "eu_ehic"),
        (Declared(nationality="CHE", ehic=True), "eu_ehic"),
        (Declared(nationality="ESP", s1=True), "eu_s1"),
        (Declared(nationality="NOR"), "eu"),
        (Declared(nationality="GBR", ehic=True), "uk_ehic"),
        (Declared(nationality="GBR"), "united_kingdom"),
        (Declared(nationality="CAN", situation="quebec_exchange"), "quebec_exchange"),
        (Declared(nationality="CAN", situation="quebec_individual"), "quebec_individual"),
        (Declared(nationality="CAN"), "canada"),
        (Declared(nationality="CAN", visa_kind="vls_t"), "temporary_stay"),
        (Declared(nationality="SEN", situation="exchange"), "exchange"),
        (Declared(nationality="SEN", situation="exchange", visa_kind="vls_t"), "temporary_stay"),
        (Declared(nationality="ESP", situation="exchange"), "eu"),
        (Declared(nationality="SYR", situation="asylum"), "asylum_applicant"),
        (Declared(nationality="AND"), "andorra"),
        (Declared(nationality="MCO"), "monaco"),
        (Declared(nationality="FRA"), "french"),
        (Declared(nationality="XXB"), "refugee"),
        (Declared(nationality="SYR", situation="refugee"), "refugee"),
        (Declared(situation="international_organisation"), "international_organisation"),
        (Declared(nationality="ESP", situation="language_school"), "language_school"),
        (Declared(situation="employee"), "employee"),
        (Declared(nationality="MAR", ehic=True), "non_eu"),
    ],
)
def test_each_row_of_the_profile_table(declared: Declared, profile: str) -> None:
    assert chosen(declared) == profile


def test_a_quebec_form_makes_a_quebec_student_of_who_may_be_canadian() -> None:
    form = part("quebec_form", marks=("individual",))
    assert chosen(Declared(nationality="CAN"), form) == "quebec_individual"
    assert chosen(Declared(nationality="CAN"), part("quebec_form")) == "quebec_exchange"
    assert chosen(Declared(nationality="MAR"), form) == "non_eu"
    assert chosen(Declared(), form) == "quebec_individual"

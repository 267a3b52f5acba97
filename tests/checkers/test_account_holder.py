"""Not to be flagged: the student's own account, in whatever order and however shortened, one of two
surnames, a letter that a picture made unlike; a joint account is told and no more.
"""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from docscheck.checkers import account_holder
from docscheck.document import Part, Source, Standing
from docscheck.finding import Context, Kind, Severity
from docscheck.messages import LANGUAGES, Speaker
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, holder, part, proven, read, zone

SETTINGS = load().dossier["account-holder"].settings
PASSPORT = part(
    "passport",
    proven("surname", "BENALI"),
    proven("given_names", "SALMA NOUR"),
    proven("birth_date", "2004-05-17"),
    proven("document_number", "AB1234567"),
    mrz=zone(),
)


def seen(*parts: Part) -> list[tuple[str, str, Kind, str | None]]:
    """What is yielded; each of it can be said in both languages."""
    files = [file(f"{n}.pdf", p) for n, p in enumerate(parts)]
    found = list(account_holder.check(folder(*files), SETTINGS, Context(TODAY)))
    for issue, language in product(found, LANGUAGES):
        assert Speaker().problem(issue, language)
        assert Speaker().remedy(issue, language)
    return [(i.rule, i.case, i.kind, i.document) for i in found]


@pytest.mark.parametrize("name", ["MME SALMA BENALI", "BENALI S", "Benali Salma Nour"])
def test_an_account_of_the_student_alone(name: str) -> None:
    assert seen(PASSPORT, part("rib", read("holder", name))) == []


@pytest.mark.parametrize(
    "name",
    [
        "M OU MME BENALI SALMA",
        "M ROSSI LUCA OU MME BENALI SALMA",
        "MME BENALI SALMA / M ROSSI LUCA",
        "Karim et Salma Benali",
    ],
)
def test_a_joint_account_is_told_and_no_more(name: str) -> None:
    joint = ("bank.joint_account", "", Kind.FAIL, "d2")
    assert seen(PASSPORT, part("rib", read("holder", name))) == [joint]
    assert load().catalogue["bank.joint_account"].severity is Severity.INFO


def test_a_given_name_much_like_the_surname_is_not_the_surname_again() -> None:
    ivan = part("passport", *holder("IVANOV", "IVAN"))
    assert seen(ivan, part("rib", read("holder", "IVANOV Ivan"))) == []
    alike = part("passport", *holder("PETROVA", "PETRONA"))
    assert seen(alike, part("rib", read("holder", "PETROVA Petrona"))) == []
    parents = seen(alike, part("rib", read("holder", "M OU MME PETROVA")))
    assert parents == [("bank.holder", "surname", Kind.REVIEW, "d2")]


@pytest.mark.parametrize(
    ("name", "confidence", "case", "kind"),
    [
        ("M LUCA ROSSI", 0.97, "", Kind.FAIL),
        ("M KARIM BENALI", 0.97, "relative", Kind.FAIL),
        ("M LUCA ROSSI", 0.5, "", Kind.REVIEW),
        ("MME SALMA LEROY", 0.97, "married", Kind.REVIEW),
        ("TITULAIRE", 0.97, "", Kind.REVIEW),
        ("M OU MME BENALI", 0.97, "surname", Kind.REVIEW),
        ("SAS ROSSI CONSEIL", 0.97, "company", Kind.REVIEW),
        ("Revolut Bank UAB", 0.97, "company", Kind.REVIEW),
    ],
)
def test_an_account_of_somebody_else(name: str, confidence: float, case: str, kind: Kind) -> None:
    account = part("rib", read("holder", name, confidence))
    assert seen(PASSPORT, account) == [("bank.holder", case, kind, "d2")]


@pytest.mark.parametrize(
    "name", ["M KARIM BENALI", "MME AYA FASSI", "M OU MME BENALI KARIM", "FASSI AYA OU ROSSI LUCA"]
)
def test_a_parent_is_known_by_the_birth_record(name: str) -> None:
    parents = read("father_name", "Karim BENALI"), read("mother_name", "Aya FASSI")
    record = part("birth_certificate", *holder("BENALI", "SALMA", "2004-05-17"), *parents)
    account = part("rib", read("holder", name))
    assert seen(PASSPORT, record, account) == [("bank.holder", "parent", Kind.FAIL, "d3")]


def test_a_father_who_bears_the_name_of_the_student_among_his_own() -> None:
    father = read("father_name", "Karim Salma BENALI")
    record = part("birth_certificate", *holder("BENALI", "SALMA", "2004-05-17"), father)
    parents = part("rib", read("holder", "KARIM SALMA BENALI"))
    shared = part("rib", read("holder", "KARIM BENALI / SALMA BENALI"))
    assert seen(PASSPORT, record, parents) == [("bank.holder", "parent", Kind.REVIEW, "d3")]
    assert seen(PASSPORT, record, shared) == [("bank.joint_account", "", Kind.FAIL, "d3")]


def test_a_record_of_which_the_surname_alone_was_read_vouches_for_no_account() -> None:
    record = part("birth_certificate", read("given_names", "BENALI"), read("holder", "BENALI"))
    account = part("rib", read("holder", "OMAR BENALI"))
    assert seen(PASSPORT, record, account) == [("bank.holder", "relative", Kind.FAIL, "d3")]


def test_a_parent_on_a_record_of_somebody_else_is_nobodys_parent() -> None:
    strangers = part(
        "birth_certificate",
        *holder("ROSSI", "LUCA", "2003-01-09"),
        read("father_name", "Marco BIANCHI"),
    )
    account = part("rib", read("holder", "M MARCO BIANCHI"))
    visa = part("visa", *holder("BENALI", "SALMA", "2004-05-17"))
    assert ("bank.holder", "", Kind.FAIL, "d4") in seen(PASSPORT, strangers, visa, account)


def test_the_account_of_a_parent_of_a_minor_is_for_review() -> None:
    child = part("passport", *holder("BENALI", "SALMA", "2010-05-17"), mrz=zone())
    record = part(
        "birth_certificate", *holder("BENALI", "SALMA"), read("father_name", "Karim BENALI")
    )
    account = part("rib", read("holder", "M KARIM BENALI"))
    assert seen(child, record, account) == [("bank.holder", "parent", Kind.REVIEW, "d3")]


def test_the_settings_that_say_who_the_student_is_are_those_of_same_person() -> None:
    settings = load().dossier["same-person"].settings
    for name in ("reference", "shared", "exempt", "min_confidence"):
        assert getattr(SETTINGS, name) == getattr(settings, name)


def test_a_misread_letter_of_a_holder_is_nobody_else_but_a_typed_one_may_be() -> None:
    assert seen(PASSPORT, part("rib", read("holder", "MME SALMA BENALLI"))) == []
    typed = read("holder", "MME SALMA BENALLI", 0.99, source=Source.TEXT_LAYER)
    assert seen(PASSPORT, part("rib", typed)) == [("bank.holder", "misspelt", Kind.REVIEW, "d2")]


def test_banks_keep_one_of_two_surnames() -> None:
    record = part("birth_certificate", *holder("BENALI EL FASSI", "SALMA", "2004-05-17"))
    account = part("rib", read("holder", "MLLE FASSI SALMA"))
    assert seen(PASSPORT, record, account) == []
    spaniard = part("passport", *holder("GARCIA LOPEZ", "MARIA ELENA"))
    assert seen(spaniard, part("rib", read("holder", "MARIA GARCIA"))) == []
    assert seen(spaniard, part("rib", read("holder", "PEDRO GARCIA LOPEZ")))[0][2] is Kind.FAIL


def test_the_student_s_name_elsewhere_never_excuses_an_account_of_somebody_else() -> None:
    account = part("rib", read("holder", "M LUCA ROSSI"), names=("Salma BENALI",))
    assert seen(PASSPORT, account) == [("bank.holder", "", Kind.REVIEW, "d2")]


def test_an_unlabelled_name_never_fails_an_account() -> None:
    guessed = replace(read("holder", "LUCA ROSSI"), standing=Standing.GUESSED)
    assert seen(PASSPORT, part("rib", guessed)) == [("bank.holder", "", Kind.REVIEW, "d2")]


def test_an_account_without_a_holder_is_unchecked_and_nobody_to_compare_with_is_silent() -> None:
    assert seen(PASSPORT, part("rib")) == [("bank.holder", "unread", Kind.UNCHECKED, "d2")]
    assert seen(part("rib", read("holder", "M LUCA ROSSI"))) == []


def test_a_name_found_on_the_page_is_the_student_s() -> None:
    assert seen(PASSPORT, part("rib", names=("Benali Salma", "Bruno ROUSSILLON"))) == []


@pytest.mark.parametrize("name", ["Karim BENALI", "Salma ROUSSILLON"])
def test_other_names_on_the_page_say_nothing(name: str) -> None:
    unread = ("bank.holder", "unread", Kind.UNCHECKED, "d2")
    assert seen(PASSPORT, part("rib", names=(name,))) == [unread]


def test_any_name_with_a_claim_to_be_the_holder_will_do() -> None:
    doubtful = read("holder", "LUCA ROSSI", alternatives=("M BENALI SALMA",))
    assert seen(PASSPORT, part("rib", doubtful)) == []
    strangers = read("holder", "LUCA ROSSI", alternatives=("ANNA ROSSI",))
    assert seen(PASSPORT, part("rib", strangers)) == [("bank.holder", "", Kind.FAIL, "d2")]

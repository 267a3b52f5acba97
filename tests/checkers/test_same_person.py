"""Not to be flagged: order, accents, transliteration, a missing second name, a cut zone, a year
without a day, a joint account, a parent's name on the parent's own authorisation.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from docscheck.checkers import same_person
from docscheck.document import Field, Part, Source, Standing
from docscheck.finding import Context, Issue, Kind, Personal
from docscheck.messages import LANGUAGES, Speaker
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, holder, part, proven, read, zone

SETTINGS = load().dossier["same-person"].settings
PASSPORT = part(
    "passport",
    proven("surname", "BENALI"),
    proven("given_names", "SALMA NOUR"),
    proven("birth_date", "2004-05-17"),
    proven("document_number", "AB1234567"),
    mrz=zone(),
)
CERTIFICATE = part("school_certificate", *holder("Benali", "Salma", "2004-05-17"))


def issues(*parts: Part) -> list[Issue]:
    """What is yielded; each of it can be said in both languages."""
    files = [file(f"{n}.pdf", p) for n, p in enumerate(parts)]
    found = list(same_person.check(folder(*files), SETTINGS, Context(TODAY)))
    for issue, language in product(found, LANGUAGES):
        assert Speaker().problem(issue, language)
        assert Speaker().remedy(issue, language)
    return found


def seen(*parts: Part) -> list[tuple[str, str, Kind, str | None]]:
    return [(i.rule, i.case, i.kind, i.document) for i in issues(*parts)]


@pytest.mark.parametrize(
    "fields",
    [
        holder("BENALI", "Salma Nour", "2004-05-17"),
        holder("SALMA", "BENALI"),
        holder("Bén-Ali", "Salma", "2004-05-17"),
        holder("BENALI", "SALMA", "2004-01-01"),
        holder("BENALI", "SALMA", "2004"),
        (read("birth_date", "2004-05-17"), read("holder", "Mme Salma BENALI")),
        (
            *holder("BENALI", "SALMA"),
            read("birth_date", "2004-08-05", alternatives=("2004-05-08", "2004-05-17")),
        ),
        (read("surname", "BENALl", 0.5), read("birth_date", "2004-05-17")),
    ],
)
def test_one_person_written_in_many_ways(fields: tuple[Field, ...]) -> None:
    assert seen(PASSPORT, part("school_certificate", *fields)) == []


def test_another_name_and_another_birth_date_are_another_person() -> None:
    (issue,) = issues(PASSPORT, part("school_certificate", *holder("ROSSI", "LUCA", "2003-01-09")))
    assert (issue.rule, issue.kind, issue.document) == (
        "consistency.other_person",
        Kind.FAIL,
        "d2",
    )
    assert issue.where.path == "1.pdf"
    assert issue.params["expected"] == Personal("surname", "BENALI SALMA NOUR")


def test_another_name_alone_is_another_person_when_nothing_of_it_agrees() -> None:
    other = ("consistency.other_person", "", Kind.FAIL, "d2")
    doubt = ("consistency.other_person", "", Kind.REVIEW, "d2")
    assert seen(PASSPORT, part("school_certificate", *holder("ROSSI", "LUCA"))) == [other]
    assert seen(PASSPORT, part("school_certificate", *holder("BENALI", "KARIM"))) == [doubt]


def test_a_doubtful_reading_is_never_a_failure() -> None:
    misread = part(
        "school_certificate", read("surname", "R0SSl", 0.4), read("given_names", "X", 0.4)
    )
    assert seen(PASSPORT, misread) == [("consistency.other_person", "", Kind.REVIEW, "d2")]


def test_a_married_name_is_for_review() -> None:
    married = part("school_certificate", *holder("LEROY", "Salma", "2004-05-17"))
    assert seen(PASSPORT, married) == [("consistency.name", "", Kind.REVIEW, "d2")]


def test_a_letter_that_differs_on_two_good_readings_is_for_review() -> None:
    typo = part("school_certificate", *holder("BENALLI", "SALMA", "2004-05-17"))
    assert seen(PASSPORT, typo) == [("consistency.name", "slip", Kind.REVIEW, "d2")]


def test_another_birth_date_of_one_name() -> None:
    firm = part("school_certificate", *holder("BENALI", "SALMA", "2005-03-28"))
    poor = part(
        "school_certificate", *holder("BENALI", "SALMA"), read("birth_date", "2005-03-28", 0.6)
    )
    assert seen(PASSPORT, firm) == [("consistency.birth_date", "", Kind.FAIL, "d2")]
    assert seen(PASSPORT, poor) == [("consistency.birth_date", "", Kind.REVIEW, "d2")]


def test_the_outlier_is_named_even_when_it_is_the_passport() -> None:
    friend = part(
        "passport",
        proven("surname", "ROSSI"),
        proven("given_names", "LUCA"),
        proven("birth_date", "2003-01-09"),
        mrz=zone(),
    )
    record = part("birth_certificate", *holder("BENALI", "SALMA NOUR", "2004-05-17"))
    assert seen(friend, CERTIFICATE, record) == [("consistency.other_person", "", Kind.FAIL, "d1")]


def test_of_two_passports_nobody_else_supports_none_is_called_wrong() -> None:
    other = part("passport", proven("surname", "ROSSI"), proven("given_names", "LUCA"), mrz=zone())
    assert seen(PASSPORT, other) == [("consistency.other_person", "", Kind.REVIEW, "d2")]
    assert seen(PASSPORT, other, CERTIFICATE) == [("consistency.other_person", "", Kind.FAIL, "d2")]


def test_a_record_read_at_a_parents_name_is_for_review_and_a_strangers_fails() -> None:
    rule = "consistency.other_person"
    father = part("birth_certificate", *holder("BENALI", "KARIM", "1970-01-09"))
    stranger = part("birth_certificate", *holder("ROSSI", "LUCA", "2003-01-09"))
    brother = part("school_certificate", *holder("BENALI", "KARIM", "2001-01-09"))
    assert seen(PASSPORT, father) == [(rule, "", Kind.REVIEW, "d2")]
    assert seen(PASSPORT, stranger) == [(rule, "", Kind.FAIL, "d2")]
    assert seen(PASSPORT, brother) == [(rule, "", Kind.FAIL, "d2")]


def test_dates_of_a_record_that_are_not_the_students_birth() -> None:
    fathers = part("birth_certificate", *holder("BENALI", "SALMA", "1971-05-29"))
    records = part("birth_certificate", *holder("BENALI", "SALMA", "2026-05-05"))
    issued = part("school_certificate", *holder("BENALI", "SALMA", "2026-09-03"))
    assert seen(PASSPORT, fathers, records, issued) == []
    other = part("birth_certificate", *holder("BENALI", "SALMA", "2001-02-03"))
    assert seen(PASSPORT, other) == [("consistency.birth_date", "", Kind.FAIL, "d2")]


def test_one_word_beside_a_label_is_no_name_to_fail_on() -> None:
    word = part("school_certificate", read("surname", "UNIVERSITE"))
    assert seen(PASSPORT, word) == [("consistency.other_person", "", Kind.REVIEW, "d2")]


def test_a_half_read_record_of_parents_with_the_students_surname_is_only_a_doubt() -> None:
    word, mother = read("given_names", "Lal"), read("mother_name", "Aya FASSI")
    theirs = part("birth_certificate", word, read("father_name", "Omar BENALI"), mother)
    others = part("birth_certificate", word, read("father_name", "Omar ROSSI"), mother)
    assert seen(PASSPORT, theirs) == [("consistency.name", "", Kind.REVIEW, "d2")]
    assert seen(PASSPORT, others) == [("consistency.other_person", "", Kind.REVIEW, "d2")]


def test_a_stray_word_for_a_holder_is_no_name() -> None:
    stray = part("school_certificate", read("holder", "NOM"))
    assert seen(PASSPORT, stray) == [("consistency.other_person", "unread", Kind.UNCHECKED, "d2")]


def test_papers_that_name_several_people_are_never_more_than_a_doubt() -> None:
    book = part("family_record_book", *holder("ROSSI", "LUCA", "1970-01-09"))
    assert seen(PASSPORT, book) == [("consistency.name", "", Kind.REVIEW, "d2")]
    letter = part("parental_authorization", *holder("ROSSI", "LUCA"))
    assert seen(PASSPORT, letter) == [("consistency.name", "", Kind.REVIEW, "d2")]
    assert seen(PASSPORT, part("bank_statement", *holder("ROSSI", "LUCA"))) == []


def test_a_name_that_could_not_be_read_is_unchecked_unless_the_birth_date_agrees() -> None:
    unread = ("consistency.other_person", "unread", Kind.UNCHECKED, "d2")
    birth, other = read("birth_date", "2004-05-17"), read("birth_date", "2001-02-03")
    assert seen(PASSPORT, part("school_certificate")) == [unread]
    assert seen(PASSPORT, part("school_certificate", birth)) == []
    assert unread in seen(PASSPORT, part("school_certificate", other))
    assert seen(PASSPORT, part("birth_certificate")) == [
        ("consistency.name", "unread", Kind.UNCHECKED, "d2")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "MME SALMA BENALI",
        "BENALI S",
        "M OU MME BENALI SALMA",
        "M ROSSI LUCA OU MME BENALI SALMA",
        "Karim et Salma Benali",
    ],
)
def test_an_account_of_the_student_alone_or_joint(name: str) -> None:
    assert seen(PASSPORT, part("rib", read("holder", name))) == []


def test_a_given_name_much_like_the_surname_is_not_the_surname_again() -> None:
    ivan = part("passport", *holder("IVANOV", "IVAN"))
    assert seen(ivan, part("rib", read("holder", "IVANOV Ivan"))) == []
    alike = part("passport", *holder("PETROVA", "PETRONA"))
    assert seen(alike, part("rib", read("holder", "PETROVA Petrona"))) == []
    parents = seen(alike, part("rib", read("holder", "M OU MME PETROVA")))
    assert parents == [("bank.holder", "", Kind.REVIEW, "d2")]


@pytest.mark.parametrize(
    ("name", "confidence", "kind"),
    [
        ("M LUCA ROSSI", 0.97, Kind.FAIL),
        ("M KARIM BENALI", 0.97, Kind.FAIL),
        ("M LUCA ROSSI", 0.5, Kind.REVIEW),
        ("MME SALMA LEROY", 0.97, Kind.REVIEW),
        ("TITULAIRE", 0.97, Kind.REVIEW),
        ("M OU MME BENALI", 0.97, Kind.REVIEW),
    ],
)
def test_an_account_of_somebody_else(name: str, confidence: float, kind: Kind) -> None:
    account = part("rib", read("holder", name, confidence))
    assert seen(PASSPORT, account) == [("bank.holder", "", kind, "d2")]


def test_a_misread_letter_of_a_holder_is_nobody_else_but_a_typed_one_may_be() -> None:
    assert seen(PASSPORT, part("rib", read("holder", "MME SALMA BENALLI"))) == []
    typed = read("holder", "MME SALMA BENALLI", 0.99, source=Source.TEXT_LAYER)
    assert seen(PASSPORT, part("rib", typed)) == [("bank.holder", "", Kind.REVIEW, "d2")]


def test_banks_keep_one_of_two_surnames() -> None:
    record = part("birth_certificate", *holder("BENALI EL FASSI", "SALMA", "2004-05-17"))
    account = part("rib", read("holder", "MLLE FASSI SALMA"))
    assert seen(PASSPORT, record, account) == []
    spaniard = part("passport", *holder("GARCIA LOPEZ", "MARIA ELENA"))
    assert seen(spaniard, part("rib", read("holder", "MARIA GARCIA"))) == []
    assert seen(spaniard, part("rib", read("holder", "PEDRO GARCIA LOPEZ")))[0][2] is Kind.FAIL


def test_any_name_with_a_claim_to_be_the_holder_will_do() -> None:
    doubtful = read("holder", "LUCA ROSSI", alternatives=("M BENALI SALMA",))
    assert seen(PASSPORT, part("rib", doubtful)) == []
    assert seen(PASSPORT, part("school_certificate", doubtful)) == []
    strangers = read("holder", "LUCA ROSSI", alternatives=("ANNA ROSSI",))
    assert seen(PASSPORT, part("rib", strangers)) == [("bank.holder", "", Kind.FAIL, "d2")]


NAMES = (
    "Benali Salma",
    "Bruno ROUSSILLON",
)


@pytest.mark.parametrize("names", [NAMES, ("Lyon Salma-Nour BENALI Rabat",)])
def test_a_name_found_on_the_page_is_the_student_s(names: tuple[str, ...]) -> None:
    signed = read("holder", "Bruno ROUSSILLON")
    for fields in ((), (signed,), (replace(signed, standing=Standing.GUESSED),)):
        assert seen(PASSPORT, part("school_certificate", *fields, names=names)) == []
    assert seen(PASSPORT, part("rib", names=names)) == []


@pytest.mark.parametrize(
    "names",
    [
        ("Bruno ROUSSILLON", "Benali Karim"),
        ("Salma ROUSSILLON", "Karim BENALI"),
        ("Karim BENALI ROUSSILLON Salma",),
        ("Salma Nour",),
        ("El Benali",),
    ],
)
def test_other_names_on_the_page_say_nothing(names: tuple[str, ...]) -> None:
    unread = ("consistency.other_person", "unread", Kind.UNCHECKED, "d2")
    assert seen(PASSPORT, part("school_certificate", names=names)) == [unread]
    assert seen(PASSPORT, part("rib", names=names)) == [
        ("bank.holder", "unread", Kind.UNCHECKED, "d2")
    ]


def test_the_student_s_name_elsewhere_never_excuses_an_account_of_somebody_else() -> None:
    account = part("rib", read("holder", "M LUCA ROSSI"), names=("Salma BENALI",))
    assert seen(PASSPORT, account) == [("bank.holder", "", Kind.REVIEW, "d2")]


def test_a_guessed_name_accuses_nobody() -> None:
    guessed = replace(read("holder", "LUCA ROSSI"), standing=Standing.GUESSED)
    unread = ("consistency.other_person", "unread", Kind.UNCHECKED, "d2")
    assert seen(PASSPORT, part("school_certificate", guessed)) == [unread]


def test_another_birth_date_counts_whatever_names_are_there() -> None:
    other = part("school_certificate", read("birth_date", "2003-01-09"), names=NAMES)
    assert seen(PASSPORT, other) == [("consistency.birth_date", "", Kind.FAIL, "d2")]


def test_an_unlabelled_name_never_fails_an_account() -> None:
    guessed = replace(read("holder", "LUCA ROSSI"), standing=Standing.GUESSED)
    assert seen(PASSPORT, part("rib", guessed)) == [("bank.holder", "", Kind.REVIEW, "d2")]


def test_a_name_in_arabic_letters_is_not_compared_with_one_in_latin_letters() -> None:
    record = part("birth_certificate", *holder("بنعلي", "سلمى", "2004-05-17"))
    assert seen(PASSPORT, record) == []


def test_an_account_without_a_holder_is_unchecked_and_nobody_to_compare_with_is_silent() -> None:
    assert seen(PASSPORT, part("rib")) == [("bank.holder", "unread", Kind.UNCHECKED, "d2")]
    assert seen(part("rib", read("holder", "M LUCA ROSSI"))) == []


def test_the_passport_number_on_the_visa() -> None:
    def visa(number: str) -> Part:
        return part("visa", *holder("BENALI", "SALMA"), read("passport_number", number))

    rule = "consistency.document_number"
    assert seen(PASSPORT, visa("AB1234567")) == []
    assert seen(PASSPORT, visa("A81Z34567")) == []
    assert seen(PASSPORT, visa("XK7654321")) == [(rule, "passport", Kind.FAIL, "d2")]
    assert seen(PASSPORT, visa("AB1234561")) == [(rule, "passport", Kind.REVIEW, "d2")]


def test_the_foreigner_number_of_two_papers() -> None:
    def paper(kind: str, number: str) -> Part:
        return part(kind, *holder("BENALI", "SALMA"), read("foreigner_number", number))

    permit, same = paper("residence_permit", "9912345678"), paper("visa_validation", "9912345678")
    other = paper("visa_validation", "1112345678")
    assert seen(permit, same) == []
    assert seen(permit, other) == [("consistency.document_number", "foreigner", Kind.REVIEW, "d2")]


def test_an_empty_folder_has_nothing_to_say() -> None:
    assert seen() == []

"""Not to be flagged: accents, transliteration, a missing second name, a cut zone, a year without a
day, a parent's name on the parent's own authorisation; names in another order are told and no more.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from docscheck.document import Field, Source, Standing
from docscheck.finding import Kind, Personal, Severity
from docscheck.rulebook.load import load
from tests.checkers.persons import CERTIFICATE, PASSPORT, VISA, issues, seen
from tests.literal import holder, part, proven, read


@pytest.mark.parametrize(
    "fields",
    [
        holder("BENALI", "Salma Nour", "2004-05-17"),
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
    (issue,) = issues(
        PASSPORT, VISA, part("school_certificate", *holder("ROSSI", "LUCA", "2003-01-09"))
    )
    assert (issue.rule, issue.kind, issue.document) == (
        "consistency.other_person",
        Kind.FAIL,
        "d3",
    )
    assert issue.where.path == "2.pdf"
    assert issue.params["expected"] == Personal("surname", "BENALI SALMA NOUR")


def test_another_name_without_a_birth_date_is_for_review() -> None:
    other = ("consistency.other_person", "", Kind.REVIEW, "d2")
    relative = ("consistency.other_person", "relative", Kind.REVIEW, "d2")
    assert seen(PASSPORT, part("school_certificate", *holder("ROSSI", "LUCA"))) == [other]
    assert seen(PASSPORT, part("school_certificate", *holder("BENALI", "KARIM"))) == [relative]


def test_a_doubtful_reading_is_never_a_failure() -> None:
    misread = part(
        "school_certificate", read("surname", "R0SSl", 0.4), read("given_names", "X", 0.4)
    )
    assert seen(PASSPORT, misread) == [("consistency.other_person", "", Kind.REVIEW, "d2")]


def test_a_married_name_is_for_review() -> None:
    married = part("school_certificate", *holder("LEROY", "Salma", "2004-05-17"))
    assert seen(PASSPORT, married) == [("consistency.name", "married", Kind.REVIEW, "d2")]


def test_a_surname_spelt_like_a_particle_is_a_surname() -> None:
    vietnamese = part("passport", *holder("DO", "VAN MINH", "2004-05-17"))
    same = part("school_certificate", *holder("Đỗ", "Văn Minh", "2004-05-17"))
    married = part("school_certificate", *holder("LEFEBVRE", "Văn Minh", "2004-05-17"))
    assert seen(vietnamese, same) == []
    assert seen(vietnamese, married) == [("consistency.name", "married", Kind.REVIEW, "d2")]


def test_a_marriage_record_in_the_folder_explains_a_married_name() -> None:
    married = part("school_certificate", *holder("LEROY", "Salma", "2004-05-17"))
    names = ("Salma BENALI", "Omar LEROY")
    record = part("marriage_certificate", *holder("BENALI", "Salma", "2004-05-17"), names=names)
    others = part("marriage_certificate", *holder("BENALI", "Salma", "2004-05-17"))
    assert seen(PASSPORT, married, record) == []
    assert [i[:2] for i in seen(PASSPORT, married, others)] == [("consistency.name", "married")]


def test_another_given_name_of_one_birth_date_may_be_a_twins() -> None:
    twin = part("school_certificate", *holder("BENALI", "KARIM", "2004-05-17"))
    assert seen(PASSPORT, VISA, twin) == [("consistency.other_person", "twin", Kind.REVIEW, "d3")]
    sure, poor = read("given_names", "KARIM"), read("given_names", "KARIM", 0.5)
    named = (read("surname", "BENALI", 0.6), read("birth_date", "2004-05-17"))
    assert seen(PASSPORT, VISA, part("school_certificate", *named, sure)) == [
        ("consistency.other_person", "twin", Kind.REVIEW, "d3")
    ]
    assert seen(PASSPORT, VISA, part("school_certificate", *named, poor)) == [
        ("consistency.name", "", Kind.REVIEW, "d3")
    ]
    number = read("passport_number", "AB1234567")
    visa = part("visa", *holder("BENALI", "KARIM", "2004-05-17"), number)
    assert seen(PASSPORT, CERTIFICATE, visa) == [
        ("consistency.name", "given_names", Kind.REVIEW, "d3")
    ]


@pytest.mark.parametrize(
    ("names", "case"),
    [
        (("SALMA NOUR", "BENALI"), "order"),
        (("BENALI", "NOUR"), "missing"),
        (("BENALI", "SALMA"), None),
        (("BENALI", "S."), None),
    ],
)
def test_a_harmless_difference_is_told_and_no_more(names: tuple[str, str], case: str) -> None:
    wanted = [("consistency.name_variant", case, Kind.FAIL, "d2")] if case else []
    assert seen(PASSPORT, part("school_certificate", *holder(*names, "2004-05-17"))) == wanted
    assert load().catalogue["consistency.name_variant"].severity is Severity.INFO


def test_another_transliteration_is_told_where_no_zone_wrote_it() -> None:
    card = part("residence_permit", *holder("MUELLER", "SALMA", "2004-05-17"))
    paper = part("school_certificate", *holder("Müller", "Salma", "2004-05-17"))
    zoned = part("passport", proven("surname", "MUELLER"), proven("given_names", "SALMA"))
    assert seen(card, paper) == [("consistency.name_variant", "spelling", Kind.FAIL, "d2")]
    assert seen(zoned, paper) == []


def typed(*fields: Field) -> tuple[Field, ...]:
    """The same fields as text of the file itself."""
    return tuple(replace(field, source=Source.TEXT_LAYER) for field in fields)


def test_a_letter_that_differs_on_two_good_readings_is_for_review() -> None:
    fields = holder("BENALLI", "SALMA", "2004-05-17")
    for shown, case in ((typed(*fields), "slip"), (fields, "slip_unsure")):
        found = seen(PASSPORT, part("school_certificate", *shown))
        assert found == [("consistency.name", case, Kind.REVIEW, "d2")]


def test_another_birth_date_of_one_name() -> None:
    firm = part("school_certificate", *holder("BENALI", "SALMA", "2005-03-28"))
    poor = part(
        "school_certificate", *holder("BENALI", "SALMA"), read("birth_date", "2005-03-28", 0.6)
    )
    assert seen(PASSPORT, firm) == [("consistency.birth_date", "", Kind.FAIL, "d2")]
    assert seen(PASSPORT, poor) == [("consistency.birth_date", "", Kind.REVIEW, "d2")]


@pytest.mark.parametrize(
    ("born", "case"),
    [
        ("2004-05-07", "digit"),
        ("2004-05-71", "digit"),
        ("2014-05-17", "digit"),
        ("2004-05-16", "digit"),
        ("2004-06-18", ""),
    ],
)
def test_a_digit_of_the_birth_date(born: str, case: str) -> None:
    paper = part("school_certificate", *typed(*holder("BENALI", "SALMA", born)))
    kind = Kind.REVIEW if case else Kind.FAIL
    assert seen(PASSPORT, VISA, paper) == [("consistency.birth_date", case, kind, "d3")]


def test_day_and_month_in_the_other_order() -> None:
    born = part("passport", *typed(*holder("BENALI", "SALMA", "2004-05-07")))
    firm = part("school_certificate", *typed(*holder("BENALI", "SALMA", "2004-07-05")))
    poor = part("school_certificate", *holder("BENALI", "SALMA", "2004-07-05"))
    rule = "consistency.birth_date"
    assert seen(born, firm) == [(rule, "swapped", Kind.REVIEW, "d2")]
    assert seen(born, poor) == [(rule, "swapped_unsure", Kind.REVIEW, "d2")]


def test_a_record_read_at_a_parents_name_is_for_review_and_a_strangers_fails() -> None:
    rule = "consistency.other_person"
    father = part("birth_certificate", *holder("BENALI", "KARIM", "1970-01-09"))
    stranger = part("birth_certificate", *holder("ROSSI", "LUCA", "2003-01-09"))
    brother = part("school_certificate", *holder("BENALI", "KARIM", "2001-01-09"))
    assert seen(PASSPORT, VISA, father) == [(rule, "relative", Kind.REVIEW, "d3")]
    assert seen(PASSPORT, VISA, stranger) == [(rule, "", Kind.FAIL, "d3")]
    assert seen(PASSPORT, VISA, brother) == [(rule, "relative", Kind.FAIL, "d3")]


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


def test_the_page_of_a_parent_in_a_family_book_is_no_difference() -> None:
    father = read("father_name", "Karim BENALI")
    page = part("family_record_book", *holder("BENALI", "KARIM", "1970-01-09"), father)
    assert seen(PASSPORT, page) == []


def test_the_family_book_of_strangers_is_for_review() -> None:
    father = read("father_name", "Amir Hossein JAFARI NEJAD")
    stranger = (read("given_names", "Amir Hossein"), read("holder", "Arash JAFARI NEJAD"))
    page = part("family_record_book", *stranger, read("birth_date", "1996-12-18"), father)
    assert seen(PASSPORT, page) == [("consistency.other_person", "", Kind.REVIEW, "d2")]


def test_a_name_that_could_not_be_read_is_unchecked_unless_the_birth_date_agrees() -> None:
    unread = ("consistency.other_person", "unread", Kind.UNCHECKED, "d2")
    birth, other = read("birth_date", "2004-05-17"), read("birth_date", "2001-02-03")
    assert seen(PASSPORT, part("school_certificate")) == [unread]
    assert seen(PASSPORT, part("school_certificate", birth)) == []
    born = ("consistency.other_person", "born", Kind.REVIEW, "d2")
    assert seen(PASSPORT, part("school_certificate", other)) == [born]
    assert seen(PASSPORT, part("birth_certificate")) == [
        ("consistency.name", "unread", Kind.UNCHECKED, "d2")
    ]


def test_any_name_with_a_claim_to_be_the_holder_will_do() -> None:
    doubtful = read("holder", "LUCA ROSSI", alternatives=("M BENALI SALMA",))
    assert seen(PASSPORT, part("school_certificate", doubtful)) == []


NAMES = (
    "Benali Salma",
    "Bruno ROUSSILLON",
)


@pytest.mark.parametrize("names", [NAMES, ("Lyon Salma-Nour BENALI Rabat",)])
def test_a_name_found_on_the_page_is_the_student_s(names: tuple[str, ...]) -> None:
    signed = read("holder", "Bruno ROUSSILLON")
    for fields in ((), (signed,), (replace(signed, standing=Standing.GUESSED),)):
        assert seen(PASSPORT, part("school_certificate", *fields, names=names)) == []


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


def test_a_name_a_letter_off_is_seen_where_no_layout_tells_the_holder() -> None:
    born = read("birth_date", "2004-05-17")
    for names, found in (
        (("Salma BENALLI",), True),
        (("Salma BENALLI", "Salma BENALI"), False),
        (("Selma BENALI", "Karim BENALLI"), False),
    ):
        wanted = [("consistency.name", "slip", Kind.REVIEW, "d2")] if found else []
        assert seen(PASSPORT, part("birth_certificate", born, names=names)) == wanted


def test_a_guessed_name_accuses_nobody() -> None:
    guessed = replace(read("holder", "LUCA ROSSI"), standing=Standing.GUESSED)
    unread = ("consistency.other_person", "unread", Kind.UNCHECKED, "d2")
    assert seen(PASSPORT, part("school_certificate", guessed)) == [unread]


def test_another_birth_date_counts_whatever_names_are_there() -> None:
    other = part("school_certificate", read("birth_date", "2003-01-09"), names=NAMES)
    assert seen(PASSPORT, other) == [("consistency.birth_date", "", Kind.FAIL, "d2")]


def test_a_name_in_arabic_letters_is_not_compared_with_one_in_latin_letters() -> None:
    record = part("birth_certificate", *holder("بنعلي", "سلمى", "2004-05-17"))
    assert seen(PASSPORT, record) == []


def test_an_empty_folder_has_nothing_to_say() -> None:
    assert seen() == []


@pytest.mark.parametrize(
    "fields",
    [
        (read("birth_date", "2007-08-27"),),
        (read("surname", "BENALI"), read("birth_date", "2007-08-27")),
    ],
    ids=["no name", "surname alone"],
)
def test_another_birth_date_and_no_given_name_of_the_student(fields: tuple[Field, ...]) -> None:
    other = part("school_certificate", *fields)
    assert seen(PASSPORT, VISA, other) == [("consistency.other_person", "born", Kind.REVIEW, "d3")]


def test_another_birth_date_beside_the_whole_name_is_the_offices_slip() -> None:
    other = part("school_certificate", *holder("BENALI", "Salma", "2007-08-27"))
    assert seen(PASSPORT, VISA, other) == [("consistency.birth_date", "", Kind.FAIL, "d3")]


def test_a_fathers_page_with_the_same_names_in_another_order_is_his() -> None:
    father = part("family_record_book", *holder("BENALI", "Nour Salma", "1971-08-16"))
    assert seen(PASSPORT, VISA, father) == []


def test_a_zone_cuts_a_name_in_the_middle_of_a_letter_written_as_two() -> None:
    born = "1996-06-01"
    record = part("birth_certificate", *holder("VON DER HEIDE", "Maximilian Jürgen", born))
    passport = part("passport", *holder("VON DER HEIDE", "MAXIMILIAN JUE", born))
    assert seen(record, passport, part("visa", *holder("VON DER HEIDE", "MAXIMILIAN", born))) == []


def test_a_fathers_name_that_holds_the_students_excuses_no_letter() -> None:
    father = read("father_name", "Karim Salma BENALI")
    record = part("birth_certificate", *holder("BEDALI", "Salma", "2004-05-17"), father)
    record = replace(record, names=("Salma BEDALI", "Karim Salma BENALI"))
    found = seen(PASSPORT, VISA, record)
    assert found == [("consistency.name", "slip_unsure", Kind.REVIEW, "d3")]


def test_a_birth_date_of_a_child_that_a_zone_proves_is_mistyped() -> None:
    young = proven("birth_date", "2014-05-17")
    visa = part("visa", read("surname", "BENALI"), read("given_names", "SALMA"), young)
    found = seen(PASSPORT, CERTIFICATE, visa)
    assert [(rule, document) for rule, _, _, document in found] == [
        ("consistency.birth_date", "d3")
    ]


def test_the_marriage_of_a_brother_is_not_the_students_record() -> None:
    record = part("marriage_certificate", *holder("BENALI", "Karim", "1999-03-02"))
    assert seen(PASSPORT, VISA, record) == [
        ("consistency.other_person", "relative", Kind.REVIEW, "d3")
    ]
    named = replace(record, names=("Karim BENALI", "Salma Nour BENALI"))
    assert seen(PASSPORT, VISA, named) == []

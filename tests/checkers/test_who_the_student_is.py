"""Which of the people in a folder is the student: the one that most papers speak of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from docscheck.checkers import same_person
from docscheck.document import Field, Part, Standing
from docscheck.finding import Context, Kind, Known, Personal, ValueOrigin
from tests.checkers.persons import CERTIFICATE, PASSPORT, ROSSI, SETTINGS, VISA, issues, seen
from tests.literal import TODAY, file, folder, holder, part, proven, read, zone


@pytest.mark.parametrize(("surname", "born"), [("BENALLI", "2004-05-17"), ("BENALI", "2004-05-16")])
def test_a_slip_on_the_passport_accuses_the_passport(surname: str, born: str) -> None:
    slipped = part(
        "passport",
        proven("surname", surname),
        proven("given_names", "SALMA"),
        proven("birth_date", born),
        mrz=zone(),
    )
    record = part("birth_certificate", *holder("BENALI", "SALMA", "2004-05-17"))
    assert [i[3] for i in seen(slipped, CERTIFICATE, record)] == ["d1"]


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


def test_of_two_people_with_as_much_for_them_both_are_named() -> None:
    tie = "consistency.other_person", "tie", Kind.REVIEW
    assert seen(PASSPORT, ROSSI) == [(*tie, "d1"), (*tie, "d2")]
    first, second = issues(PASSPORT, ROSSI)
    assert first.params["expected"] == second.params["found"] == Personal("surname", "ROSSI LUCA")
    record = part("birth_certificate", *holder("ROSSI", "LUCA", "2003-01-09"))
    assert [i[3] for i in seen(PASSPORT, VISA, ROSSI, record)] == ["d1", "d2", "d3", "d4"]
    assert [i[3] for i in seen(PASSPORT, VISA, CERTIFICATE, ROSSI, record)] == ["d4", "d5"]


def test_an_account_or_a_declared_birth_date_settles_a_tie() -> None:
    rule = "consistency.other_person"
    account = part("rib", read("holder", "M LUCA ROSSI"), names=("Luca ROSSI",))
    assert seen(PASSPORT, ROSSI, account) == [(rule, "", Kind.REVIEW, "d1")]
    files = [file(f"{n}.pdf", p) for n, p in enumerate((PASSPORT, ROSSI))]
    declared = {"birth_date": Known("2003-01-09", ValueOrigin.DECLARED)}
    told = same_person.check(folder(*files), SETTINGS, Context(TODAY, declared))
    assert [(i.rule, i.case, i.kind, i.document) for i in told] == [(rule, "", Kind.FAIL, "d1")]


def test_a_reading_that_is_not_certain_makes_no_tie() -> None:
    poor = part(
        "school_certificate", *holder("ROSSI", "LUCA"), read("birth_date", "2003-01-09", 0.5)
    )
    assert seen(PASSPORT, poor) == [("consistency.other_person", "", Kind.REVIEW, "d2")]


def test_a_sister_of_a_student_who_has_one_name() -> None:
    alone = (proven("surname", "LAKSHMI"), proven("birth_date", "2004-05-17"))
    sister = part("school_certificate", *holder("LAKSHMI", "Mathilde", "2007-08-27"))
    found = seen(part("passport", *alone), part("visa", *alone), sister)
    assert found == [("consistency.other_person", "born", Kind.REVIEW, "d3")]


def test_a_paper_without_a_birth_date_does_not_win_over_those_that_tell_one() -> None:
    swapped = part("visa", *holder("BENALI", "SALMA", "2004-06-05"))
    student = holder("BENALI", "SALMA", "2004-05-06")
    passport = part("passport", *(replace(f, standing=Standing.PROVEN) for f in student))
    record = part("birth_certificate", *holder("BENALI", "Salma"))
    found = seen(part("school_certificate", *student), passport, swapped, record)
    assert [(rule, document) for rule, _, _, document in found] == [
        ("consistency.birth_date", "d3")
    ]


def test_a_paper_without_a_name_is_not_the_student() -> None:
    born = "2004-05-17"
    nameless = part("school_certificate", read("birth_date", born))
    permit = part("residence_permit", *holder("ROUSSEL", "SALMA", born))
    found = seen(nameless, PASSPORT, permit)
    assert found == [("consistency.name", "married", Kind.REVIEW, "d3")]


TWIN = part("school_certificate", *holder("BENALI", "Mathilde", "2004-05-17"))
SLIPPED = part("school_certificate", *holder("BEMALI", "Salma", "2004-05-17"))


@pytest.mark.parametrize(
    ("alone", "certificate", "told"),
    [
        (read("surname", "BENALI"), TWIN, ("consistency.other_person", "twin")),
        (read("given_names", "Salma"), SLIPPED, ("consistency.name", "slip_unsure")),
    ],
    ids=["surname", "given name"],
)
def test_a_record_of_which_a_part_of_the_name_was_read_does_not_decide(
    alone: Field, certificate: Part, told: tuple[str, str]
) -> None:
    record = part("birth_certificate", alone, read("birth_date", "2004-05-17"))
    assert seen(certificate, record, PASSPORT, VISA) == [(*told, Kind.REVIEW, "d1")]

"""Folders with one paper that differs: the slip is printed there, and the numbers stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from docscheck.readers.person_names import Match, same
from specimens.folders import slips
from specimens.folders.drawing import draw_orders
from specimens.folders.mixed_up import HARMLESS, MIXED_UP
from specimens.folders.stories import draw_case
from specimens.people import draw_person

TODAY = date(2026, 11, 23)
PEOPLE = [draw_person(Random(f"slip/{n}"), TODAY) for n in range(60)]


def _changed(slip: slips.Slip) -> list[tuple[str, str]]:
    pairs = [(person, slip(person)) for person in PEOPLE]
    return [
        (
            f"{one.surname} {' '.join(one.given_names)} {one.birth_date}",
            f"{other.surname} {' '.join(other.given_names)} {other.birth_date}",
        )
        for one, other in pairs
        if one != other
    ]


@pytest.mark.parametrize(
    "slip",
    [
        slips.other_order,
        slips.other_spelling,
        slips.first_given_name_alone,
        slips.letter_of_surname,
        slips.day_and_month,
        slips.digit_of_birth,
        slips.married,
        slips.twin,
        slips.sibling,
    ],
)
def test_a_slip_is_always_the_same_and_changes_what_it_says(slip: slips.Slip) -> None:
    assert len(_changed(slip)) >= 5
    assert _changed(slip) == _changed(slip)


def test_what_a_slip_keeps() -> None:
    for person in PEOPLE:
        turned = slips.day_and_month(person).birth_date
        assert {turned.day, turned.month} == {person.birth_date.day, person.birth_date.month}
        typed = f"{slips.digit_of_birth(person).birth_date:%Y%m%d}"
        wrong = [a for a, b in zip(typed, f"{person.birth_date:%Y%m%d}", strict=True) if a != b]
        assert len(wrong) == 1 or person.birth_date.day > 28
        assert slips.twin(person).birth_date == person.birth_date
        assert slips.married(person).given_names == person.given_names
        mistyped = slips.letter_of_surname(person)
        if mistyped != person:
            assert same(mistyped.surname, person.surname) in (Match.SLIP, Match.DIFFERENT)


def test_one_paper_differs_and_its_numbers_are_those_of_the_others() -> None:
    defect = MIXED_UP["digit_visa"]
    case = draw_case("vls_ts", "registration", Random("numbers"), TODAY, unseen=False)
    assert defect.fits(case)
    drawn = draw_orders(defect.change(case), Random(1), unseen=False)
    fields = {one.order.key: one.paper.pages[0].fields for one in drawn}
    assert fields["visa"]["passport_number"] == fields["passport"]["document_number"]
    assert fields["visa"]["birth_date"] != fields["passport"]["birth_date"]
    assert fields["validation"]["birth_date"] == fields["passport"]["birth_date"]


@pytest.mark.parametrize("name", ["number_digit_visa", "number_other_visa"])
def test_a_number_is_printed_wrong_on_one_paper(name: str) -> None:
    case = draw_case("vls_ts", "registration", Random("numbers"), TODAY, unseen=False)
    drawn = draw_orders(MIXED_UP[name].change(case), Random(1), unseen=False)
    fields = {one.order.key: one.paper.pages[0].fields for one in drawn}
    printed, right = fields["visa"]["passport_number"], fields["passport"]["document_number"]
    wrong = sum(a != b for a, b in zip(printed, right, strict=True))
    assert wrong == 1 if "digit" in name else wrong > 2
    assert fields["validation"]["document_number"] == fields["visa"]["document_number"]


def test_a_paper_sent_again_is_the_very_same() -> None:
    case = draw_case("vls_ts", "registration", Random("again"), TODAY, unseen=False)
    again = replace(case.order("passport"), key="again", again="passport")
    drawn = {o.order.key: o for o in draw_orders(case.with_order(again), Random(1), unseen=False)}
    assert drawn["again"].paper is drawn["passport"].paper


def test_every_kind_names_its_paper_and_harmless_ones_none() -> None:
    assert all(name.endswith(f"_{defect.about}") for name, defect in MIXED_UP.items())
    assert all(defect.rules for defect in MIXED_UP.values())
    assert all(defect.about is None and not defect.rules for defect in HARMLESS.values())

"""Not to be flagged: signs that print alike, a number of any passport in the folder, papers of two
people.
"""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from docscheck.checkers import paper_numbers
from docscheck.document import Part, Standing
from docscheck.finding import Context, Kind
from docscheck.messages import LANGUAGES, Speaker
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, holder, part, proven, read, zone

RULE = "consistency.document_number"
SETTINGS = load().dossier["paper-numbers"].settings
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
    found = list(paper_numbers.check(folder(*files), SETTINGS, Context(TODAY)))
    for issue, language in product(found, LANGUAGES):
        assert Speaker().problem(issue, language)
        assert Speaker().remedy(issue, language)
    return [(i.rule, i.case, i.kind, i.document) for i in found]


def test_the_passport_number_on_the_visa() -> None:
    def visa(number: str) -> Part:
        return part("visa", *holder("BENALI", "SALMA"), read("passport_number", number))

    rule = "consistency.document_number"
    assert seen(PASSPORT, visa("AB1234567")) == []
    assert seen(PASSPORT, visa("A81Z34567")) == []
    assert seen(PASSPORT, visa("XK7654321")) == [(rule, "passport", Kind.FAIL, "d2")]
    assert seen(PASSPORT, visa("AB1234561")) == [(rule, "passport_digit", Kind.REVIEW, "d2")]
    assert seen(PASSPORT, visa("AB1234576")) == [(rule, "passport_digit", Kind.REVIEW, "d2")]


def test_a_poorly_read_number_is_never_a_failure() -> None:
    visa = part("visa", *holder("BENALI", "SALMA"), read("passport_number", "XK7654321", 0.6))
    assert seen(PASSPORT, visa) == [(RULE, "passport", Kind.REVIEW, "d2")]


@pytest.mark.parametrize("number", ["XK7654321", "AB1234561"])
def test_a_number_known_by_its_place_alone_is_for_review(number: str) -> None:
    def visa(confidence: float) -> Part:
        placed = read("passport_number", number, confidence)
        placed = replace(placed, standing=Standing.GUESSED)
        return part("visa", *holder("BENALI", "SALMA"), placed)

    assert [kind for *_, kind, _ in seen(PASSPORT, visa(0.8))] == [Kind.REVIEW]
    assert seen(PASSPORT, visa(0.7)) == []


def test_a_character_that_was_hardly_read_is_no_slip() -> None:
    visa = part("visa", *holder("BENALI", "SALMA"), read("passport_number", "AB12345667", 0.04))
    assert seen(PASSPORT, visa) == []


def test_a_visa_older_than_the_passport_was_issued_in_another() -> None:
    renewed = replace(PASSPORT, fields=(*PASSPORT.fields, read("issue_date", "2026-03-01")))
    visa = part(
        "visa",
        *holder("BENALI", "SALMA"),
        read("passport_number", "XK7654321"),
        read("issue_date", "2025-08-01"),
    )
    assert seen(renewed, visa) == [(RULE, "passport_renewed", Kind.REVIEW, "d2")]
    former = part(
        "passport", *holder("BENALI", "SALMA"), read("document_number", "XK7654321"), mrz=zone()
    )
    assert seen(renewed, visa, former) == []


def test_papers_of_two_people_are_not_compared() -> None:
    other = part("passport", *holder("ROSSI", "LUCA"), read("document_number", "XK7654321"))
    visa = part("visa", *holder("BENALI", "SALMA"), read("passport_number", "AB1234567"))
    assert seen(other, visa) == []
    assert seen(PASSPORT, other, visa) == []


def _paper(kind: str, number: str) -> Part:
    return part(kind, *holder("BENALI", "SALMA"), read("foreigner_number", number))


PERMIT = _paper("residence_permit", "9912345678")


@pytest.mark.parametrize(
    ("number", "case"),
    [("9912345678", None), ("9912345687", "foreigner_digit"), ("1187654321", "foreigner")],
)
def test_the_foreigner_number_of_two_papers(number: str, case: str | None) -> None:
    wanted = [(RULE, case, Kind.REVIEW, "d2")] if case else []
    assert seen(PERMIT, _paper("visa_validation", number)) == wanted


def test_of_three_papers_the_one_that_stands_alone_is_named() -> None:
    receipt, other = (
        _paper("residence_receipt", "1187654321"),
        _paper("visa_validation", "1187654321"),
    )
    assert seen(PERMIT, receipt, other) == [(RULE, "foreigner", Kind.REVIEW, "d1")]

"""The person of the papers and the row of the office's list: first what is not to be told."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from docscheck.checkers import roster
from docscheck.document import Part
from docscheck.finding import Context, Enrolled, Issue, Kind
from docscheck.messages import LANGUAGES, Speaker
from docscheck.rulebook.load import load
from tests.checkers.persons import CERTIFICATE, PASSPORT, ROSSI, VISA
from tests.literal import TODAY, file, folder, part

SETTINGS = load().dossier["roster"].settings
NAME, BIRTH = "consistency.roster_name", "consistency.roster_birth_date"
BORN = date(2004, 5, 17)
SALMA = Enrolled("Benali", "Salma Nour", BORN)


def issues(enrolled: Enrolled | None, *parts: Part) -> list[Issue]:
    files = [file(f"{n}.pdf", p) for n, p in enumerate(parts)]
    context = Context(TODAY, enrolled=enrolled)
    found = list(roster.check(folder(*files), SETTINGS, context))
    for issue, language in product(found, LANGUAGES):
        assert Speaker().problem(issue, language)
        assert Speaker().remedy(issue, language)
    return found


def seen(enrolled: Enrolled | None, *parts: Part) -> list[tuple[str, str, Kind, str | None]]:
    return [(i.rule, i.case, i.kind, i.document) for i in issues(enrolled, *parts)]


@pytest.mark.parametrize(
    "enrolled",
    [
        None,
        Enrolled(),
        SALMA,
        Enrolled("BENALI", "SALMA", BORN),
        Enrolled("Salma BENALI", "", BORN),
        Enrolled("Ben-Ali", "Salma", BORN),
        Enrolled("Benali", "Salma"),
        Enrolled("", "", BORN),
    ],
)
def test_who_is_on_the_list_is_not_told(enrolled: Enrolled | None) -> None:
    assert seen(enrolled, PASSPORT, VISA, CERTIFICATE) == []


def test_papers_without_a_list_or_a_folder_without_papers_ask_nothing() -> None:
    assert seen(None, ROSSI) == []
    assert seen(SALMA) == []


def test_a_wrong_paper_among_right_ones_is_not_the_lists_matter() -> None:
    assert seen(SALMA, PASSPORT, CERTIFICATE, ROSSI) == []


def test_of_two_people_the_one_on_the_list_is_meant() -> None:
    assert seen(Enrolled("Rossi", "Luca", date(2003, 1, 9)), CERTIFICATE, ROSSI) == []


def test_another_name_and_birth_date_are_told_at_the_papers() -> None:
    assert seen(Enrolled("Rossi", "Luca", date(2003, 1, 9)), PASSPORT, CERTIFICATE) == [
        (NAME, "", Kind.REVIEW, "d1"),
        (BIRTH, "", Kind.REVIEW, "d1"),
    ]
    assert seen(Enrolled("Luca Rossi", "", BORN), PASSPORT) == [(NAME, "", Kind.REVIEW, "d1")]


@pytest.mark.parametrize(
    ("enrolled", "told"),
    [
        (Enrolled("Benaly", "Salma", BORN), (NAME, "slip")),
        (Enrolled("Benali", "Salma", date(2004, 5, 18)), (BIRTH, "digit")),
        (Enrolled("Benali", "Salma", date(1999, 1, 2)), (BIRTH, "")),
    ],
)
def test_the_kind_of_slip_is_told(enrolled: Enrolled, told: tuple[str, str]) -> None:
    assert seen(enrolled, PASSPORT, CERTIFICATE) == [(*told, Kind.REVIEW, "d1")]


def test_papers_that_name_nobody_are_unchecked() -> None:
    assert seen(SALMA, part("rib")) == [(NAME, "unread", Kind.UNCHECKED, None)]

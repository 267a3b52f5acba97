"""Letters in prose: whom they are about, and the day they were written."""

from typing import Literal

import pytest

from docscheck.readers import letter_date, titled_person
from tests.readers.printed import reading

LETTER = """
Préfecture de Nantes
Bureau du séjour
                                   Nantes, le 5 janvier 2027
Objet : attestation de dépôt
Madame,
Le préfet atteste que Madame Amira
DE LA TOUR, de nationalité algérienne, né(e) le 06/12/1995 à TLEMCEN, a déposé le 2 janvier 2027
un dossier. Ses droits sont prolongés jusqu'au 6 juillet 2027.
Pour le préfet, Monsieur le chef de bureau, Jean PETIT
"""


def names(text: str, part: Literal["surname", "given_names", "whole"]) -> list[str]:
    settings = titled_person.Settings(part)
    return [f.value for f in titled_person.read(reading(text), "x", settings)]


def days(text: str) -> list[str]:
    return [f.value for f in letter_date.read(reading(text), "x", letter_date.Settings())]


def test_a_letter_names_its_person_after_a_title() -> None:
    assert names(LETTER, "surname") == ["DE LA TOUR"]
    assert names(LETTER, "given_names") == ["Amira"]


@pytest.mark.parametrize(
    "text", ["Madame, Monsieur,", "Madame la préfète de Nantes, bonjour", "M. le maire, Jean"]
)
def test_no_person_in_a_form_of_address(text: str) -> None:
    assert names(text, "whole") == []


def test_a_letter_bears_its_day_and_its_sentences_have_others() -> None:
    assert days(LETTER) == ["2027-01-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Fait à Lyon, le 12/08/2026",
        "Délivré le : 12 août 2026",
        "Date d'émission : 12.08.2026",
        "Aix-en-Provence, le 12 août 2026",
    ],
)
def test_the_day_stands_behind_a_place_or_a_word_of_making(text: str) -> None:
    assert days(text) == ["2026-08-12"]


@pytest.mark.parametrize("text", ["né le 12/08/2004", "valable jusqu'au 12 août 2026", ""])
def test_other_dates_are_not_the_day_of_the_letter(text: str) -> None:
    assert days(text) == []

"""The person a record is about: what is nobody's name, or a parent's, stands first."""

import pytest

from docscheck.readers import child
from docscheck.readers.child import split_by_capitals
from tests.readers.printed import reading


def first(text: str, part: str) -> str | None:
    found = child.read(reading(text), "x", child.Settings(part))  # type: ignore[arg-type]
    return next((field.value for field in found), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hospital Santa Casa\nSexe féminin",
        "fils de Jean DUPONT, né le 3 mai 1970",
        "Père (nom, prénoms) : DUPONT Jean Paul",
        "PADRE Nombre y apellidos: Juan PEREZ",
        "Nom et prénoms de la mère : MARTIN Anne Marie",
        "la mairie du lieu est née en 1850",
    ],
)
def test_nobody(text: str) -> None:
    assert first(text, "whole") is None


ACT = """
MAIRIE DE RABAT
N° 12          Le neuf mai deux mille deux à six heures
NAISSANCE      vingt minutes est né à Rabat Ali
               EL ALAMI, de sexe masculin,
               fils de Omar EL ALAMI, né le 3 mai 1970, et de Aya FASSI"""


@pytest.mark.parametrize(
    ("text", "surname", "given", "place"),
    [
        (ACT, "EL ALAMI", "Ali", "Rabat"),
        (
            "certifie que Ana Lúcia LIMA,\nde sexe féminin, est née le 2 mai 2002 à Recife (BR)",
            "LIMA", "Ana Lúcia", "Recife",
        ),
        ("est née à Paris :\nLéa DUPONT, du sexe féminin", "DUPONT", "Léa", "Paris"),
        ("Inês DOS SANTOS, di sesso femminile,\nè nata a Roma il 5 aprile 2004",
         "DOS SANTOS", "Inês", "Roma"),
        ("SNEHA, de sexe féminin, est née le 7 mai 2002 à Delhi,", "SNEHA", None, "Delhi"),
        ("Monsieur BEN SALAH Ali, né le 3 mai 2002", "BEN SALAH", "Ali", None),
        ("Nom et prénoms : KOUASSI Aya Grâce", "KOUASSI", "Aya Grâce", None),
        ("Name and Surname   Elie HAJJ", "HAJJ", "Elie", None),
        ("Jo   Mo   An\n0 8   0 6   2 0 0 8   Touba", None, None, "Touba"),
    ],
)  # fmt: skip
def test_child(text: str, surname: str | None, given: str | None, place: str | None) -> None:
    found = (first(text, "surname"), first(text, "given_names"), first(text, "birth_place"))
    assert found == (surname, given, place)


@pytest.mark.parametrize("whole", ["DUPONT JEAN", "Jean Dupont", "jean", ""])
def test_capitals_that_settle_nothing(whole: str) -> None:
    assert split_by_capitals(whole) is None


@pytest.mark.parametrize(
    ("whole", "names"),
    [
        ("van den BROECK Femke", ("van den BROECK", "Femke")),
        ("Emily MCALLISTER-KHAN", ("MCALLISTER-KHAN", "Emily")),
        ("SNEHA", ("SNEHA", "")),
    ],
)
def test_capitals_that_tell_the_surname(whole: str, names: tuple[str, str]) -> None:
    assert split_by_capitals(whole) == names

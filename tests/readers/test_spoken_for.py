"""Whom a letter is about: never the parent who signs it, never the parent's birth date."""

from __future__ import annotations

import pytest

from docscheck.readers import spoken_for
from tests.readers.printed import reading


def read(text: str, part: str, child_only: bool = False) -> list[str]:
    settings = spoken_for.Settings(part, child_only)  # type: ignore[arg-type]
    return [field.value for field in spoken_for.read(reading(text), "x", settings)]


@pytest.mark.parametrize(
    ("text", "whole", "born"),
    [
        (
            "Je soussigné Jean MOREL, né le 3 mai 1975 à Lyon, père de l'enfant\n"
            "Lina MOREL, née le 12 août 2012, l'autorise à s'affilier.",
            "Lina MOREL",
            "2012-08-12",
        ),
        (
            "Je donne mon accord pour que ma fille / mon fils Aydin Kaya,\n"
            "mineur(e), né le 6 janvier 2012, soit inscrit(e)",
            "Aydin Kaya",
            "2012-01-06",
        ),
        (
            "Je soussignée Mme Ana LIMA autorise mon fils Rui DOS SANTOS LIMA à effectuer\n"
            "ses démarches auprès de l'assurance maladie.",
            "Rui DOS SANTOS LIMA",
            None,
        ),
        (
            "We, the parents of the minor child Emma van der BERG (born 04/05/2011), consent",
            "Emma van der BERG",
            "2011-05-04",
        ),
        (
            "Agissant en qualité de représentante légale de Mlle Sofia ROSSI, née le 02.03.2013",
            "Sofia ROSSI",
            "2013-03-02",
        ),
        (
            "Je soussignée Rosa DIAZ, née le 4 avril 1980, autorise Lia DIAZ, née le 7 juin 2012,\n"
            "à demander son affiliation.",
            "Lia DIAZ",
            "2012-06-07",
        ),
        (
            "Je soussignée Paola ROSSI, mère d'Emma ROSSI (née le 09/08/2011), donne mon accord",
            "Emma ROSSI",
            "2011-08-09",
        ),
        (
            "en vertu de l'autorité parentale sur :      holding parental authority over:\n"
            "Ines VIDAL                                  Ines VIDAL\n"
            "née le 8 juillet 2011                       born on 8 July 2011",
            "Ines VIDAL",
            "2011-07-08",
        ),
        ("I allow my 15-year-old son Leo MARX to register", "Leo MARX", None),
        (
            "I consent to the registration of Tom HILL, born on 1 May 2012, with the French health",
            "Tom HILL",
            "2012-05-01",
        ),
        (
            "Hiermit erlaube ich meiner Tochter Lena FUCHS, geboren am 1. Mai 2012, sich",
            "Lena FUCHS",
            "2012-05-01",
        ),
    ],
)
def test_the_child_is_named_by_kinship(text: str, whole: str, born: str | None) -> None:
    assert read(text, "whole", child_only=True) == [whole]
    assert read(text, "birth_date", child_only=True) == ([born] if born else [])


@pytest.mark.parametrize(
    ("text", "whole", "born"),
    [
        (
            "I hereby declare that I support my child Chloé Marie LAMBERT, born 12 April 2005,\n"
            "with a monthly amount of EUR 463 throughout the academic year 2026-2027 in France",
            "Chloé Marie LAMBERT",
            "2005-04-12",
        ),
        (
            "La banque atteste que M. Ali ALAMI, né le 1er mars 2004, dispose d'un solde de",
            "Ali ALAMI",
            "2004-03-01",
        ),
        (
            "Je soussignée Marta NOWAK, née le 09/10/2003 à Gdansk, atteste sur l'honneur\n"
            "disposer de ressources suffisantes",
            "Marta NOWAK",
            "2003-10-09",
        ),
        ("This is to certify that Ms Ida HOLM has been awarded a scholarship", "Ida HOLM", None),
    ],
)
def test_a_student_is_supported_certified_or_signs(text: str, whole: str, born: str | None) -> None:
    assert read(text, "whole") == [whole]
    assert read(text, "birth_date") == ([born] if born else [])


def test_capitals_tell_surname_from_given_names() -> None:
    text = "autorise ma fille Inès DE LA CRUZ à s'inscrire"
    assert (read(text, "surname"), read(text, "given_names")) == (["DE LA CRUZ"], ["Inès"])
    assert read("autorise ma fille Inès Dupont à", "surname") == []


@pytest.mark.parametrize(
    "text",
    [
        "Je soussigné Jean MOREL, né le 3 mai 1975, autorise ma fille à s'affilier.",
        "Je soussigné Jean MOREL, père de famille, donne mon accord.",
        "l'étudiant a remis sa carte",
        "",
    ],
)
def test_who_signs_is_nobody_s_child(text: str) -> None:
    assert read(text, "whole", child_only=True) == []
    assert read(text, "birth_date", child_only=True) == []


def test_a_child_whose_name_was_not_read_still_has_a_birth_date() -> None:
    text = (
        "accord pour que ma fille / mon fils 1brahim ozt0rk, mineur(e), né le 5 février 2011, soit"
    )
    assert read(text, "birth_date", child_only=True) == ["2011-02-05"]
    assert read("Je soussigné, père de famille, né le 5 mai 1970", "birth_date", True) == []


@pytest.mark.parametrize("gap", range(40, 70))
def test_a_date_at_the_end_of_reach_is_read_whole_or_not_at_all(gap: int) -> None:
    filler = ("demeurant au même endroit et " * 4)[:gap].rstrip()
    text = f"J'autorise mon fils Yanis MOREL, {filler} né le 12/08/2011 à Nantes."
    assert read(text, "birth_date") in ([], ["2011-08-12"])

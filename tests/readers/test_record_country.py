"""Whose record it is. First what says nothing: two states, a birth abroad."""

from __future__ import annotations

import pytest

from docscheck.document import Standing
from docscheck.readers import record_country
from docscheck.rulebook.load import load
from tests.readers.printed import reading

(RULE,) = [f for f in load().types["birth_certificate"].fields if f.reader == "record-country"]
BELOW = "\n" * 40


def states(text: str) -> list[tuple[str, Standing]]:
    found = record_country.read(reading(text), "issuing_state", RULE.settings)
    return [(field.value, field.standing) for field in found]


@pytest.mark.parametrize(
    "text",
    [
        "MAIRIE DE LYON\nÉTAT CIVIL\nExtrait d'acte de naissance",
        "né à Conakry, Guinée, fils de",
        "Officier de l'état civil de Dakar",
        "RÉPUBLIQUE FRANÇAISE\nAmbassade de la République du Sénégal à Paris",
    ],
)
def test_what_names_no_state_or_two_says_nothing(text: str) -> None:
    assert states(text) == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("RÉPUBLIQUE DU SÉNÉGAL\nUn peuple - un but - une foi", "SEN"),
        ("RÉPUBLIQUE DE GUINÉE\nTravail - Justice - Solidarité", "GIN"),
        ("RÉPUBLIQUE DE GUINÉE-BISSAU", "GNB"),
        ("RÉPUBLIQUE DÉMOCRATIQUE DU CONGO", "COD"),
        ("RÉPUBLIQUE DU CONGO", "COG"),
        ("REPUBLIQUE\nLIBANAISE", "LBN"),
        ("Royaume du Maroc", "MAR"),
        ("المملكة المغربية", "MAR"),
        ("Republic of Kenya\nCertificate of Birth", "KEN"),
        ("PEOPLE'S REPUBLIC OF CHINA", "CHN"),
        ("REPUBLIC OF CHINA (TAIWAN)", "TWN"),
        ("公 证 书", "CHN"),
        ("REPÚBLICA DE COLOMBIA", "COL"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "VNM"),
        ("République française\nConsulat général de France à Alger", "FRA"),
    ],
)
def test_the_head_of_a_record_names_its_state(text: str, state: str) -> None:
    assert states(text) == [(state, Standing.READ)]


def test_the_head_counts_for_more_than_what_stands_below() -> None:
    below = "Cour d'appel de Paris\n" * 40 + "Consulat de France"
    assert states(f"Royaume du Maroc\n{below}") == [("MAR", Standing.READ)]


def test_a_state_named_below_only_is_a_guess() -> None:
    assert states(f"Acte de naissance{BELOW}Royaume du Maroc") == [("MAR", Standing.GUESSED)]

"""Values of a visa whose labels are too small to be read; a stamp beside it is none of them."""

from typing import Literal

import pytest
from msgspec.structs import replace

from docscheck.readers import mrz, visa_sticker
from tests.readers.printed import reading

ZONE = (
    "V<FRAORLOV<<ILIA<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
    "3314038949RUS9910241M2708274<<<<<<<<<<<<<<<<",
)
BARE = """
F ROISSY-CDG
29.08.26
VISA                                       FRA331403894
FRANCE
26/08/2026              27/08/2027
D          MULT         365
MOSCOU     25/07/2026   748645231
"""
INLINE = """
VALABLE POUR / VALID FOR   FRANCE
DU / FROM   26-08-26      AU / UNTIL   27-08-27
TYPE DE VISA / TYPE OF VISA   D   NOMBRE D'ENTRÉES   MULT
DÉLIVRÉ À / ISSUED IN   RABAT   LE / ON   25-07-26
"""


def read(
    text: str,
    part: Literal["valid_from", "valid_until", "visa_type", "issue_date", "passport_number"],
    zone: tuple[str, ...] | None = ZONE,
) -> list[str]:
    page = replace(reading(text), mrz=mrz.parse(zone) if zone else None)
    return [f.value for f in visa_sticker.read(page, "x", visa_sticker.Settings(part))]


@pytest.mark.parametrize("text", [BARE, INLINE])
def test_values_without_a_label_that_can_be_read(text: str) -> None:
    assert read(text, "valid_from") == ["2026-08-26"]
    assert read(text, "visa_type") == ["D"]
    assert read(text, "issue_date") == ["2026-07-25"]


def test_without_a_zone_the_words_before_a_row_of_two_dates_tell() -> None:
    assert read(INLINE, "valid_from", None) == ["2026-08-26"]
    assert read(BARE, "valid_from", None) == []


@pytest.mark.parametrize(
    "text",
    [
        "29.08.26\nVISA FRA331403894\n27/08/2027",
        "27/08/2027      27/08/2027",
        "27/08/2028      27/08/2027",
        "27/08/2026      28/08/2027",
    ],
)
def test_one_date_or_no_order_gives_no_first_day(text: str) -> None:
    assert read(text, "valid_from") == []


@pytest.mark.parametrize(
    "text",
    [
        "A 512 ->\n26/08/2026   27/08/2027",
        "AUTORISE TRAVAIL LIMITE A 60%",
        "D'ENTRÉES 02",
        "VISA D'ÉTUDES 365",
        "D.",
    ],
)
def test_no_type_where_a_letter_stands_alone(text: str) -> None:
    assert read(text, "visa_type") == []


def test_the_word_a_in_a_remark_is_no_type() -> None:
    remark = "AUTORISE SON TITULAIRE A TRAVAILLER 964 H/AN"
    assert read(f"26/08/2026      27/08/2027\n{remark}", "visa_type") == []
    assert read(f"26/08/2026      27/08/2027\n{remark.replace('964', '96')}", "visa_type") == []
    assert read("26/08/2026      27/08/2027\nA      01      15", "visa_type") == ["A"]


def test_a_date_after_the_first_day_is_no_day_of_issue() -> None:
    assert read("26/08/2026   27/08/2027\nPARIS   29/08/2026", "issue_date") == []


@pytest.mark.parametrize("text", ["E1 VLSTS ETUDIANT", "CESEDA R431-16 13°", "VISA DE LONG SÉJOUR"])
def test_remarks_of_long_stay_tell_the_type(text: str) -> None:
    assert read(text, "visa_type") == ["D"]


def test_a_row_under_labels_of_validity_is_first_and_last_day() -> None:
    text = "Début de validé / Va from      Fin de validé / Valid uni\n09/09/2026        09/09/2027"
    assert read(text, "valid_from", None) == ["2026-09-09"]
    assert read(text, "valid_until", None) == ["2027-09-09"]
    assert read("Date de naissance\n09/09/2006     09/09/2027", "valid_from", None) == []


def test_the_number_right_of_the_day_of_issue_is_the_passport() -> None:
    assert read(BARE, "passport_number") == ["748645231"]
    assert read(INLINE, "passport_number") == []


def test_the_number_right_of_the_last_day_is_the_passport() -> None:
    rows = "26/08/2026   27/08/2027   E459117\nD   MULT   365\nTUNIS   28/07/2026"
    assert read(rows, "passport_number") == ["E459117"]
    assert read(rows.replace("E459117", "365"), "passport_number") == []


STICKER = (
    f"VISAS VISADO (250826)\nFRANCE VISA {{own}}\n26082026   27082027\nPt {{number}}\n{'<' * 9}"
)


@pytest.mark.parametrize("own", ["331403894", "3314038944", "FRA331403894", "31403894"])
def test_the_one_number_that_is_not_the_stickers_own_is_the_passport(own: str) -> None:
    assert read(STICKER.format(own=own, number="TU7179203"), "passport_number") == ["TU7179203"]


@pytest.mark.parametrize("part", ["valid_from", "valid_until", "issue_date"])
def test_a_number_is_no_day(part: Literal["valid_from", "valid_until", "issue_date"]) -> None:
    assert read("FRANCE VISA FRA331403894\nPt TU7179203", part) == []


def test_of_two_numbers_neither_is_guessed_at() -> None:
    text = STICKER.format(own="331403894", number="TU7179203 9912345678")
    assert read(text, "passport_number") == []
    text = STICKER.format(own="331403894", number="TU7179203")
    assert read(text, "passport_number", None) == []

"""What a picture of a card does to print: marks before values, dots lost, labels cut short."""

import pytest
from msgspec.structs import replace

from docscheck.document import Standing
from docscheck.readers import beside_title, labelled, mrz
from docscheck.readers.values import Kind
from tests.readers.printed import reading

BORN = ("Date de naissance", "Born", "Geburtsdatum", "Date of birth")
ENDS = ("Date d'expiration", "au", "valid until")
TITLED = beside_title.Settings(("carte de séjour", "residence permit"), "[A-Z0-9]{9}")
ZONE = (
    "P<SENMBAYE<<ROKHAYA<<<<<<<<<<<<<<<<<<<<<<<<<",
    "A074894442SEN9601178F3108077<<<<<<<<<<<<<<<2",
)


def read(text: str, labels: tuple[str, ...], kind: Kind = "date") -> list[tuple[str, Standing]]:
    settings = labelled.Settings(labels, kind, order="day")
    return [(f.value, f.standing) for f in labelled.read(reading(text), "x", settings)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("RF    CARTE DE SEJOUR      X7K21M904", "X7K21M904"),
        ("Residence Permit   4471 20 318 ", "447120318"),
        ("CARTE DE SÉJOUR      604118207    DE", "604118207"),
    ],
)
def test_a_number_on_the_line_of_the_title(text: str, number: str) -> None:
    (found,) = beside_title.read(reading(text), "x", TITLED)
    assert (found.value, found.standing) == (number, Standing.GUESSED)


@pytest.mark.parametrize(
    "text",
    [
        "CARTE DE SÉJOUR      60411820",
        "CARTE DE SÉJOUR      ETUDIANTE",
        "604118207      CARTE DE SÉJOUR",
        "CARTE DE SÉJOUR\n604118207",
        "CARTE      604118207",
    ],
)
def test_no_number_of_another_length_or_place(text: str) -> None:
    assert not list(beside_title.read(reading(text), "x", TITLED))


def test_a_zone_knows_better_than_the_line_of_the_title() -> None:
    both = replace(reading("CARTE DE SÉJOUR      604118207"), mrz=mrz.parse(ZONE))
    assert not list(beside_title.read(both, "x", TITLED))


def test_a_stroke_before_the_value_hides_it_not() -> None:
    text = "          Geburtsdatum      Land\n  ~ Kx -  03.09.2001        ITA"
    assert read(text, BORN) == [("2001-09-03", Standing.READ)]


def test_a_stroke_before_another_column_is_no_value() -> None:
    text = f"{' ' * 40}Geburtsdatum\n  ~ Kx -  03.09.2001"
    assert read(text, BORN) == []


@pytest.mark.parametrize("printed", ["03092001", "0309 2001", "03.092001", "0309.2001"])
def test_a_date_without_its_dots_beside_its_label_is_guessed(printed: str) -> None:
    assert read(f"Born\n{printed}", BORN) == [("2001-09-03", Standing.GUESSED)]


@pytest.mark.parametrize(
    "printed", ["39092001", "030920011", "A03092001", "03092190", "12-03092001"]
)
def test_other_numbers_beside_the_label_are_no_dates(printed: str) -> None:
    assert read(f"Born\n{printed}", BORN) == []


def test_nobody_alive_is_as_old() -> None:
    assert read("Date of birth : 11.04.1903", BORN) == []
    assert read("Date of birth : 11.04.1943", BORN) == [("1943-04-11", Standing.READ)]


def test_a_label_that_a_dot_cuts_short() -> None:
    assert read("Date d'exp.\n04 02 2029", ENDS) == []
    assert read("Date d'expirat.\n04 02 2029", ENDS) == [("2029-02-04", Standing.READ)]
    assert read("Date naiss.\n04 02 2001", ENDS) == []


def test_a_mark_at_the_margin_before_the_end_of_a_period() -> None:
    text = "      La carte est valable du 14/01/2027 au\n#     13/04/2027. Elle ouvre"
    assert [value for value, _ in read(text, ENDS)] == ["2027-04-13"]


def test_labels_under_their_values_in_a_language_without_a_list() -> None:
    text = """
MÜLLER
Perekond / Surname

Tiiu
Eesnimi / Given names

04.05.2001                 TALLINN
Sünd / Date of birth       Koht / Place of birth

10.10.2026                 10.10.2036
Antud / Date of issue      Lõpp / Date of expiry
"""
    assert [value for value, _ in read(text, BORN)] == ["2001-05-04"]

"""NIR, INE and school years as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docscheck.document import Standing
from docscheck.readers import ehic, ine, nir, school_year
from tests.readers.printed import reading

PROVEN, READ, GUESSED = Standing.PROVEN, Standing.READ, Standing.GUESSED


def nirs(text: str) -> list[tuple[str, Standing]]:
    return [(f.value, f.standing) for f in nir.read(reading(text), "nir", nir.Settings())]


def ines(text: str) -> list[str]:
    return [f.value for f in ine.read(reading(text), "ine", ine.Settings())]


def years(text: str) -> list[tuple[str, Standing, tuple[str, ...]]]:
    settings = school_year.Settings()
    found = school_year.read(reading(text), "school_year", settings)
    return [(f.value, f.standing, f.alternatives) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "Téléphone 01 23 45 67 89 01 23 45",
        "1 80 05 06 324 023 15",  # wrong key, no label
        "N° de compte 255081416802538123",
        "3 55 08 14 168 025 38",  # no such first digit
    ],
)
def test_other_numbers_are_no_nir(text: str) -> None:
    assert nirs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2 55 08 14 168 025 38",
        "255081416802538",
        "N° 2550814168025 38",
        "2.55.08.14.168.025 clé 38",
    ],
)
def test_nir_with_a_right_key_is_proven(text: str) -> None:
    assert nirs(text) == [("255081416802538", PROVEN)]


def test_a_labelled_nir_with_a_wrong_key_is_read() -> None:
    assert nirs("N° de sécurité sociale : 1 80 05 06 324 023 15") == [("180050632402315", READ)]


@given(
    st.sampled_from("1278"),
    st.integers(0, 99),
    st.integers(1, 12),
    st.sampled_from(["99", "75", "2A", "2B", "01"]),
    st.integers(1, 989),
    st.integers(1, 999),
)
def test_any_nir_with_its_key_is_found(
    sex: str, year: int, month: int, department: str, commune: int, order: int
) -> None:
    body = f"{sex}{year:02}{month:02}{department}{commune:03}{order:03}"
    key = 97 - int(body.replace("2A", "19").replace("2B", "18")) % 97
    if department in ("2A", "2B"):
        body_value = int(body[:5] + {"2A": "19", "2B": "18"}[department] + body[7:])
        key = 97 - body_value % 97
    number = f"{body}{key:02}"
    assert nirs(f"Immatriculation {number}") == [(number, PROVEN)]
    assert nir.is_provisional(number) == (sex in "78")


@pytest.mark.parametrize(
    "text", ["0612345678", "IBAN FR7612345678901", "INE : non communiqué", "12345678901"]
)
def test_other_numbers_are_no_ine(text: str) -> None:
    assert ines(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("N° INE : 123456789HA", "123456789HA"),
        ("INE 1234567890B", "1234567890B"),
        ("I.N.E. : 0A1BC2D3E4F", "0A1BC2D3E4F"),
        ("Identifiant national de l'étudiant : 0A1BC2D3E4F", "0A1BC2D3E4F"),
        ("BEA\n1234567890B", "1234567890B"),
    ],
)
def test_ine(text: str, value: str) -> None:
    assert ines(text)[0] == value


@pytest.mark.parametrize(
    "text", ["2026-2028", "01/09/2026", "tél 2026-20270", "2026-2030 schéma", "née le 12/03/2004"]
)
def test_other_numbers_are_no_school_year(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Année universitaire 2026-2027",
        "année universitaire : 2026/2027",
        "ANNEE UNIVERSITAIRE 2026 - 2027",
        "Année scolaire 2026/27",
        "Academic year 2026–2027",
        "Anne universitaire 2026-2027",
    ],
)
def test_school_year_in_its_forms(text: str) -> None:
    assert years(text) == [("2026-2027", READ, ())]


def test_the_labelled_year_comes_first() -> None:
    text = "Obtenu en 2024-2025\nCertificat pour l'année universitaire 2026-2027\n2025/2026"
    assert [value for value, _, _ in years(text)] == ["2026-2027", "2024-2025", "2025-2026"]


def test_two_years_of_equal_claim_name_each_other() -> None:
    assert years("2025-2026\n2026-2027") == [
        ("2025-2026", READ, ("2026-2027",)),
        ("2026-2027", READ, ("2025-2026",)),
    ]


def test_a_period_over_two_years_is_guessed() -> None:
    assert years("inscrit du 01/09/2026 au 31/08/2027") == [("2026-2027", GUESSED, ())]
    assert years("valable du 01/09/2026 au 31/12/2026") == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("8 Identification number of the card\n80276001973943245691", ["DEU"]),
        ("80 250 0012345678901 23", ["FRA"]),
        ("80250 00019 73943 24569", ["FRA"]),
        ("80999001973943245691", []),  # no state has that code
        ("180276001973943245691", []),
        ("6 Personal identification number 9905123456", []),
    ],
)
def test_the_state_of_a_health_card(text: str, states: list[str]) -> None:
    found = ehic.read(reading(text), "issuing_state", ehic.Settings("state"))
    assert [field.value for field in found] == states


def ehic_part(text: str, part: str) -> list[str]:
    found = ehic.read(reading(text), "x", ehic.Settings(part))
    return [field.value for field in found]


def test_a_health_card_whose_labels_are_lost_has_two_dates_and_a_number() -> None:
    text = "ROSSI\n03/04/1999   LUCA\n1234567   SSN-MIN\n80380001234567890123   31/12/2028"
    assert ehic_part(text, "birth_date") == ["1999-04-03"]
    assert ehic_part(text, "expiry_date") == ["2028-12-31"]
    assert ehic_part(text, "number") == ["80380001234567890123"]


@pytest.mark.parametrize(
    "text",
    ["ROSSI 31/12/2028", "03/04/1999 05/06/2020 31/12/2028", "01/01/2027 31/12/2028"],
)
def test_no_dates_of_a_health_card_that_may_be_others(text: str) -> None:
    assert ehic_part(text, "birth_date") == ehic_part(text, "expiry_date") == []

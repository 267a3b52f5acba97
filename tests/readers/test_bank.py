"""IBAN, BIC and RIB as printed; accounts are those of the registries' own examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from stdnum.iso7064 import mod_97_10

from docscheck.document import Source, Standing
from docscheck.readers import bic, iban, rib
from docscheck.readers.interface import Reading
from tests.readers.printed import TODAY, page, reading

FR = "FR1420041010050500013M02606"
PROVEN, READ = Standing.PROVEN, Standing.READ


def ibans(*texts: str) -> list[tuple[str, Standing]]:
    return [(f.value, f.standing) for f in iban.read(reading(*texts), "iban", iban.Settings())]


def bics(text: str) -> list[str]:
    return [f.value for f in bic.read(reading(text), "bic", bic.Settings())]


def ribs(text: str) -> dict[str, tuple[str, Standing]]:
    found = {p: list(rib.read(reading(text), p, rib.Settings(p))) for p in rib.PARTS}
    return {part: (f[0].value, f[0].standing) for part, f in found.items() if f}


@pytest.mark.parametrize(
    "text",
    [
        "IBAN (International Bank Account Number)",
        "Numéro étudiant 21904567, INE 123456789HA",
        "FR76",
        "TEL 0123456789 FAX 0123456788 SIRET 12345678901234",
        "Facture DE12 du 12/03/2026",
        "N FR1420041010050500013M0260699A",
        "IBAN : 1580 2345 6789 0123 4567 8901 23",
    ],
)
def test_other_text_holds_no_iban(text: str) -> None:
    assert ibans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        FR,
        "IBAN : FR14 2004 1010 0505 0001 3M02 606 BIC : PSSTFRPPPAR",
        "IBAN FR14 2004 1010 0505\n0001 3M02 606\nBIC PSSTFRPPPAR",
        "FR14   2004   1010   0505   0001   3M02   606",
        "iban fr14 2004 1010 0505 0001 3m02 606",
        "IBAN FR14 2OO4 1O1O 05O5 OOO1 3M02 606".replace("OOO1", "0001"),
        "IBAN FRI4 2004 10l0 0505 0001 3M02 606",
        "FR14-2004-1010-0505-0001-3M02-606",
        "IBAN FR14 2004 1010 0505 0001 3MO2 606",
    ],
)
def test_a_valid_iban_is_proven_through_noise(text: str) -> None:
    assert ibans(text) == [(FR, PROVEN)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("IBAN : FR14 2004 1010 0505 0001 3M02 607", "FR1420041010050500013M02607"),
        ("FR15 2004 1010 0505 0001 3M02 606", "FR1520041010050500013M02606"),
        ("IBAN FR14 2004 1010 0505 0001 3M02 60", "FR1420041010050500013M0260"),
    ],
)
def test_a_wrong_iban_is_read_as_printed(text: str, value: str) -> None:
    assert ibans(text) == [(value, READ)]


def test_a_country_read_as_figures_is_put_right_where_the_number_holds() -> None:
    assert ibans("IBAN : 1E29 AIBK 9311 5212 3456 78") == [("IE29AIBK93115212345678", PROVEN)]


def test_of_two_look_alikes_that_both_hold_neither_is_proven() -> None:
    printed = "LU79 847G CE43 AB1C 0DB7"
    for number in (printed, printed.replace("0DB7", "ODB7")):
        seen = Reading((page(f"IBAN {number}", source=Source.OCR, confidence=0.9),), TODAY)
        (field,) = iban.read(seen, "iban", iban.Settings())
        assert field.standing is READ
    typed = Reading((page(f"IBAN {printed}", source=Source.TEXT_LAYER),), TODAY)
    (field,) = iban.read(typed, "iban", iban.Settings())
    assert field.standing is PROVEN


def test_valid_ones_come_first_and_once() -> None:
    found = ibans("IBAN FR14 2004 1010 0505 0001 3M02 607", FR, "DE89 3704 0044 0532 0130 00", FR)
    assert found == [
        (FR, PROVEN),
        ("DE89370400440532013000", PROVEN),
        ("FR1420041010050500013M02607", READ),
    ]


def test_box_covers_the_printed_groups() -> None:
    (field,) = iban.read(
        reading("IBAN : FR14 2004 1010 0505 0001 3M02 606"), "iban", iban.Settings()
    )
    assert field.box is not None
    assert (round(field.box.left * 110), round(field.box.right * 110)) == (7, 40)


@given(st.text("0123456789", min_size=18, max_size=18))
def test_any_iban_with_right_check_digits_is_found(bban: str) -> None:
    number = "DE" + mod_97_10.calc_check_digits(bban + "DE") + bban
    groups = " ".join(number[i : i + 4] for i in range(0, len(number), 4))
    assert ibans(f"Konto {groups} Bank") == [(number, PROVEN)]


@given(st.integers(4, 21), st.integers(1, 9))
def test_one_wrong_digit_is_never_proven(place: int, shift: int) -> None:
    number = "DE89370400440532013000"
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert ibans(f"IBAN {wrong}") == [(wrong, READ)]


def test_sepa_countries() -> None:
    assert [iban.is_sepa(c) for c in ("FR", "DE", "CH", "GB", FR)] == [True] * 5
    assert [iban.is_sepa(c) for c in ("MA", "TN", "US", "")] == [False] * 4


@pytest.mark.parametrize(
    "text",
    ["DOCUMENT ORIGINAL BANCAIRE", "RELEVE D'IDENTITE BANCAIRE", f"{FR}\nDOCUMENT BANQUE", "BIC :"],
)
def test_words_in_capitals_are_no_bic(text: str) -> None:
    assert bics(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("BIC : PSSTFRPPPAR DOCUMENT", "PSSTFRPPPAR"),
        ("Code BIC\nBNPAFRPP", "BNPAFRPP"),
        ("SWIFT AGRI FR PP 882", "AGRIFRPP882"),
        (f"{FR}  CEPAFRPP751", "CEPAFRPP751"),
        ("BIC B0USFRPPXXX", "BOUSFRPPXXX"),
    ],
)
def test_bic(text: str, value: str) -> None:
    assert bics(text) == [value]


RIB = {
    "bank_code": ("20041", PROVEN),
    "branch_code": ("01005", PROVEN),
    "account_number": ("0500013M026", PROVEN),
    "rib_key": ("06", PROVEN),
}


@pytest.mark.parametrize(
    "text",
    [
        "20041 01005 0500013M026 06",
        "Code banque   Code guichet   N° de compte   Clé RIB\n20041   01005   0500013M026   06",
        "| 20041 | 01005 | 0500013M026 | 06 |",
        "Code banque : 20041\nCode guichet : 01005\nNuméro de compte : 0500013M026\nClé RIB : 06",
        "2OO41 01OO5 0500013M026 06",
        "IBAN FR14 2004 1010 0505 0001 3M02 606",
    ],
)
def test_rib_whole(text: str) -> None:
    assert ribs(text) == RIB


def test_rib_with_a_wrong_key_is_read() -> None:
    assert ribs("20041 01005 0500013M026 07") == {
        part: ("07" if part == "rib_key" else value, READ) for part, (value, _) in RIB.items()
    }


def test_no_rib_in_dates_and_foreign_accounts() -> None:
    assert ribs("12345 Paris le 12 03 2026, DE89 3704 0044 0532 0130 00") == {}


def test_rib_key_of_printed_parts_wins_over_the_iban() -> None:
    text = "20041 01005 0500013M026 07\nIBAN FR14 2004 1010 0505 0001 3M02 606"
    assert ribs(text)["rib_key"] == ("07", READ)


def test_letters_read_for_digits_of_an_account_are_what_a_valid_iban_says() -> None:
    def parts(row: str, source: Source) -> tuple[str, ...]:
        text = page(f"{row}\nIBAN FR14 2004 1010 0505 0001 3M02 606", source=source, confidence=0.4)
        shown = Reading((text,), TODAY)
        return tuple(next(rib.read(shown, part, rib.Settings(part))).value for part in rib.PARTS)

    right = ("20041", "01005", "0500013M026", "06")
    assert parts("20041 01005 O5OOOI3M026 06", Source.OCR) == right
    assert parts("20041 01005 05000138026 06", Source.OCR) == right  # and a digit for the M
    typed = parts("20041 01005 O5OOOI3M026 06", Source.TEXT_LAYER)
    assert typed == ("20041", "01005", "O5OOOI3M026", "06")
    digit = parts("20041 01005 0500018M026 06", Source.OCR)
    assert digit == ("20041", "01005", "0500018M026", "06")


@given(
    st.integers(0, 99999),
    st.integers(0, 99999),
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=11, max_size=11),
)
def test_exactly_one_rib_key_in_97_holds(bank: int, branch: int, account: str) -> None:
    keys = [
        k for k in range(100) if rib.rib_key_holds(f"{bank:05}", f"{branch:05}", account, f"{k:02}")
    ]
    assert len(keys) == 1
    assert 1 <= keys[0] <= 97


def test_confidence_is_that_of_the_words() -> None:
    texts = reading(FR)
    words = tuple(replace(w, confidence=0.5) for w in texts.texts[0].lines[0].words)
    line = replace(texts.texts[0].lines[0], words=words)
    doubtful = replace(texts, texts=(replace(texts.texts[0], lines=(line,)),))
    (field,) = iban.read(doubtful, "iban", iban.Settings())
    assert field.confidence == 0.5


def test_mod_97_alone_proves_no_french_account() -> None:
    """Both of these hold by chance, with a letter O where the paper has a figure."""
    printed = "FR7613007006204016308483008"
    assert ibans("IBAN FR76 1300 7006 2040 1630 8483 O08") == [(printed, PROVEN)]
    ((_, standing),) = ibans("IBAN FR26 3038 6001 7022 7320 1830 O54")
    assert standing is READ


def test_a_look_alike_that_one_check_alone_asks_for_proves_nothing() -> None:
    right = "IT60X0542811101000000123456"
    assert iban.is_valid(right)
    ((value, standing),) = ibans("IBAN " + right[:-6] + "I23456")
    assert (value, standing) == (right, READ)

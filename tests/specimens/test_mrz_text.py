"""The machine-readable lines we print are those ICAO prints for the same person."""

from dataclasses import replace
from datetime import date

import pytest

from specimens.mrz_text import (
    MrzHolder,
    compose_french_id,
    compose_mrv_a,
    compose_mrv_b,
    compose_name,
    compose_td1,
    compose_td2,
    compose_td3,
    compute_check_digit,
    spoil_check_digit,
    transliterate,
)

ERIKSSON = MrzHolder(
    surname="ERIKSSON",
    given_names="ANNA MARIA",
    sex="F",
    birth_date=date(1974, 8, 12),
    nationality="UTO",
    issuer="UTO",
    number="L898902C3",
    expiry_date=date(2012, 4, 15),
    optional="ZE184226B",
)


def test_td3_is_the_vector_of_doc_9303() -> None:
    assert compose_td3(ERIKSSON) == (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    )


def test_td1_is_the_vector_of_doc_9303() -> None:
    assert compose_td1(replace(ERIKSSON, number="D23145890", optional="")) == (
        "I<UTOD231458907<<<<<<<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<6",
        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    )


def test_td2_is_the_vector_of_doc_9303() -> None:
    assert compose_td2(replace(ERIKSSON, number="D23145890", optional=""))[1] == (
        "D231458907UTO7408122F1204159<<<<<<<6"
    )


def test_visas_are_the_vectors_of_doc_9303() -> None:
    visa = replace(
        ERIKSSON,
        number="L8988901C",
        nationality="XXX",
        birth_date=date(1940, 9, 7),
        expiry_date=date(1996, 12, 10),
        optional="6ZE184226B",
    )
    assert compose_mrv_a(visa)[1] == "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"
    assert compose_mrv_b(replace(visa, optional=""))[1] == "L8988901C4XXX4009078F9612109<<<<<<<<"


def test_the_old_french_card_is_the_published_specimen() -> None:
    berthier = MrzHolder(
        "BERTHIER",
        "CORINNE",
        "F",
        date(1965, 12, 6),
        "FRA",
        "FRA",
        "880692310285",
        date(2000, 1, 1),
    )
    lines = compose_french_id(berthier, "", "")
    assert lines == ("IDFRABERTHIER" + "<" * 23, "8806923102858CORINNE<<<<<<<6512068F6")


def test_a_long_card_number_runs_into_the_optional_data() -> None:
    first = compose_td1(replace(ERIKSSON, number="D23145890734", optional=""))[0]
    assert first == "I<UTOD23145890<7349<<<<<<<<<<<"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Müller-Öztürk", "MUELLER OEZTUERK"),
        ("O'Connor", "OCONNOR"),
        ("Đặng", "DANG"),
        ("Łukasz", "LUKASZ"),
        ("Îsmaïl", "ISMAIL"),
        ("Işık", "ISIK"),
        ("Weiß", "WEISS"),
        ("Ştefănescu", "STEFANESCU"),
        ("N’Diaye", "NDIAYE"),
    ],
)
def test_letters_with_marks_are_written_as_icao_recommends(printed: str, expected: str) -> None:
    assert transliterate(printed) == expected


def test_a_single_name_stands_alone() -> None:
    assert compose_name("", "PRIYANKA", 39) == "PRIYANKA".ljust(39, "<")


@pytest.mark.parametrize("length", [30, 31, 39])
def test_a_truncated_name_keeps_its_length_and_something_of_each_part(length: int) -> None:
    composed = compose_name("NILAVADHANANANDA CHAYAPA", "DEJTHAMRONG KRASUANG SUKHUMVIT", length)
    assert len(composed) == length
    surname, given = composed.rstrip("<").split("<<")
    assert surname.startswith("NILAVADHANANANDA")
    assert given.startswith("D")


def test_every_line_has_the_length_of_its_format() -> None:
    assert [len(line) for line in compose_td1(ERIKSSON)] == [30, 30, 30]
    assert [len(line) for line in compose_td2(ERIKSSON)] == [36, 36]
    assert [len(line) for line in compose_mrv_a(ERIKSSON)] == [44, 44]
    assert [len(line) for line in compose_mrv_b(ERIKSSON)] == [36, 36]


def test_a_spoiled_digit_no_longer_checks() -> None:
    lines = compose_td3(ERIKSSON)
    spoiled = spoil_check_digit(lines, 1, 9)
    assert spoiled[0] == lines[0]
    assert compute_check_digit(spoiled[1][:9]) != spoiled[1][9]

"""2D-Doc: the examples of the published specification, and what damage leaves of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docscheck.document import Source, Standing
from docscheck.readers.code_address import hosts_of
from docscheck.readers.interface import Barcode
from docscheck.readers.two_d_doc import fields, parse

GS, US = b"\x1d", b"\x1f"
CVEC = (
    b"DC04FR0000011A5E1A5EB101FRBK18-ROSWFTHR-35B0CORINNE/NATACHA\x1dB2BERTHIER\x1dB3\x1d"
    b"B712071973BB9654321785T\x1d\x1fZXH2BBDCISCPWX72YIFSMANO662O2IS6PPPIIU"
)
RIB = (
    b"DC03FR000001FFFF1636030130M EXEMPLE HENRY ET MME SPECIMEN NATACHA\x1d"
    b"31FR7030002005500000157845Z02\x1d32CRLYFRPP\x1d\x1fEQOSLUFV626SM4K7PTNO3PDT7IM736GL"
)
FOREIGNER = (
    b"DC04FR0000011CE91D231301FR6J26K92012020040123591236L010420206PAUTORISE A TRAVAILLER\x1d"
    b"6Q750312052162SPECIMEN\x1d63BERTHIER SPECIMEN\x1d60NATACHA/CORINNE\x1d68F69120719736A"
    b"BUENOS AIRES\x1d6CAR67AR6U145 AVENUE DES SPECIMENS\x1d6W750006XPARIS\x1d6MENFANT ENTRE PAR "
    b"REGROUPEMENT FAMILIAL\x1d6N010520206O300620206YFR\x1fPJIX6XX3TPFYJTMI6IEIPDU5C5D2X4VBHZEE"
)


def told(data: bytes) -> dict[str, str]:
    return {field.name: field.value for field in fields([code(data)])}


def code(data: bytes, kind: str = "datamatrix") -> Barcode:
    return Barcode(kind, data, 1, None)


def test_contribution_of_students() -> None:
    seal = parse(CVEC)
    assert seal is not None
    assert (seal.type, seal.issued) == ("B1", date(2018, 6, 25))
    assert seal.values["BK"] == "18-ROSWFTHR-35"
    assert told(CVEC) == {
        "surname": "BERTHIER",
        "given_names": "CORINNE NATACHA",
        "birth_date": "1973-07-12",
        "student_number": "9654321785T",
    }


def test_bank_details_without_a_date() -> None:
    seal = parse(RIB)
    assert seal is not None
    assert seal.issued is None
    assert told(RIB) == {
        "holder": "M EXEMPLE HENRY ET MME SPECIMEN NATACHA",
        "iban": "FR7030002005500000157845Z02",
        "bic": "CRLYFRPP",
    }


def test_paper_for_foreigners_whose_longest_values_have_no_separator() -> None:
    assert told(FOREIGNER) == {
        "surname": "SPECIMEN",
        "given_names": "NATACHA CORINNE",
        "birth_date": "1973-07-12",
        "birth_place": "BUENOS AIRES",
        "nationality": "ARG",
        "foreigner_number": "7503120521",
        "valid_from": "2020-05-01",
        "expiry_date": "2020-06-30",
    }
    surname = next(field for field in fields([code(FOREIGNER)]) if field.name == "surname")
    assert surname.alternatives == ("BERTHIER SPECIMEN",)
    assert (surname.source, surname.standing) == (Source.BARCODE, Standing.READ)


def test_a_value_cut_short_is_no_value() -> None:
    assert "surname" not in told(b"DC04FR0000011A5E1A5EB101FRB2BERTHIER\x1eB712071973\x1f")
    assert told(b"DC04FR0000011A5E1A5EB101FRB2BERTHIER\x1eB712071973\x1f") == {
        "birth_date": "1973-07-12"
    }


def test_an_unknown_identifier_ends_what_is_understood() -> None:
    assert told(b"DC04FR0000011A5E1A5EB101FRB712071973ZZ31121999B2BERTHIER\x1d") == {
        "birth_date": "1973-07-12"
    }


def test_an_impossible_date_is_none() -> None:
    assert told(b"DC04FR0000011A5E1A5EB101FRB731021973B2BERTHIER\x1d") == {"surname": "BERTHIER"}


@pytest.mark.parametrize(
    "data",
    [b"", b"DC04", b"https://univ.example/DC04", b"DC09FR000001FFFF1636030130M\x1d", b"\xff\xfe"],
)
def test_other_codes_are_none(data: bytes) -> None:
    assert parse(data) is None
    assert told(data) == {}


def test_other_perimeters_are_not_read() -> None:
    assert told(CVEC.replace(b"B101FR", b"B102FR")) == {}


@given(st.sampled_from((CVEC, RIB, FOREIGNER)), st.data())
def test_damage_is_never_a_fall(whole: bytes, data: st.DataObject) -> None:
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    at = data.draw(st.integers(0, max(len(cut) - 1, 0)))
    spoilt = cut[:at] + data.draw(st.binary(max_size=4)) + cut[at + 1 :]
    list(fields([code(cut), code(spoilt)]))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_a_fall(data: bytes) -> None:
    list(fields([code(b"DC04FR0000011A5E1A5EB101FR" + data)]))
    hosts_of([code(data, "qr"), code(b"https://" + data, "qr")])


@pytest.mark.parametrize(
    ("data", "host"),
    [
        (b"https://verif.univ.example/c/88121?key=SECRET", "verif.univ.example"),
        (b"HTTP://Verif.Univ.example:8443", "verif.univ.example"),
        (b"https://jane:secret@verif.univ.example/x", "verif.univ.example"),
        ("https://vérif.univ.example/é".encode(), "xn--vrif-bpa.univ.example"),
        ("https://vérif.univ.example/é".encode("latin-1"), "xn--vrif-bpa.univ.example"),
    ],
)
def test_of_an_address_only_the_host_is_told(data: bytes, host: str) -> None:
    assert hosts_of([code(data, "qr")]) == (host,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"mailto:a@b.example",
        b"WIFI:S:net;P:pw;;",
        b"https://",
        b"https://a b/",
        b"https://\x1b[2J/",
    ],
)
def test_what_is_no_address_has_no_host(data: bytes) -> None:
    assert hosts_of([code(data, "qr")]) == ()

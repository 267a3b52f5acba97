"""Codes against print. First what must not be flagged."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from docscheck.checkers import barcodes
from docscheck.document import Field, Source, Standing
from docscheck.finding import Context, Issue, Kind, Personal, Term, Where
from tests.literal import TODAY, file, folder, part, read


def coded(name: str, value: str, *others: str) -> Field:
    return Field(name, value, 1, None, 0.85, Source.BARCODE, Standing.READ, others)


def judge(*fields: Field, hosts: tuple[str, ...] = ()) -> list[Issue]:
    dossier = folder(file("a.pdf", replace(part("rib", *fields), hosts=hosts)))
    settings = barcodes.Settings()
    return list(barcodes.check(dossier.documents[0], dossier, settings, Context(TODAY)))


@pytest.mark.parametrize(
    ("name", "seal", "printed"),
    [
        ("surname", "MULLER LE GOFF", "Müller Le Goff"),
        ("given_names", "CORINNE NATACHA", "Corinne"),
        ("holder", "M EXEMPLE HENRY", "Henry EXEMPLE"),
        ("birth_date", "1973-07-12", "1973-07-12"),
        ("iban", "FR7030002005500000157845Z02", "FR7O3OOO2OO55OOOOO157845Z02"),
    ],
)
def test_the_same_value_written_otherwise_passes(name: str, seal: str, printed: str) -> None:
    assert judge(read(name, printed), coded(name, seal)) == []


def test_a_name_in_use_passes() -> None:
    assert judge(read("surname", "BERTHIER"), coded("surname", "SPECIMEN", "BERTHIER")) == []


def test_what_was_read_once_or_badly_is_not_compared() -> None:
    assert judge(coded("birth_date", "1973-07-12")) == []
    assert judge(read("birth_date", "1973-07-12")) == []
    assert judge(read("birth_date", "1999-01-01", 0.5), coded("birth_date", "1973-07-12")) == []


def test_another_value_than_the_seal_is_for_review() -> None:
    params = {
        "field": Term("field", "birth_date"),
        "coded": Personal("birth_date", "1973-07-12"),
        "printed": Personal("birth_date", "2004-07-12"),
    }
    assert judge(read("birth_date", "2004-07-12"), coded("birth_date", "1973-07-12")) == [
        Issue("barcode.visual_mismatch", Kind.REVIEW, Where("a.pdf", 1), "", params, "d1")
    ]


def test_another_name_than_the_seal_is_for_review() -> None:
    found = judge(read("holder", "Oscar LINDQVIST"), coded("holder", "M EXEMPLE HENRY"))
    assert [issue.rule for issue in found] == ["barcode.visual_mismatch"]


def test_an_address_is_told_by_its_host_and_not_checked() -> None:
    assert judge(hosts=("verif.univ.example",)) == [
        Issue(
            "barcode.address",
            Kind.UNCHECKED,
            Where("a.pdf", 1),
            "",
            {"host": "verif.univ.example"},
            "d1",
        )
    ]

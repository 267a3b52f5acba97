"""Account numbers. First what must not be flagged. The numbers are those of the standards."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from docscheck.checkers import bank_account
from docscheck.checkers.bank_account import Settings
from docscheck.document import Field, Origin, Page, Source
from docscheck.finding import Context, Issue, Kind, Personal, Term, Where
from docscheck.readers.iban import full_length, is_valid
from docscheck.readers.rib_key import rib_key_holds
from tests.drawn_papers import RULEBOOK, pdf, report_on, specimen, told
from tests.literal import TODAY, file, folder, page, part, read

GOOD, WRONG = "FR1420041010050500013M02606", "FR1420041010050500013M02607"
SEPA = Settings(sepa=("FR", "DE"))
PRINTED = page(origin=Origin.BORN_DIGITAL, text_source=Source.TEXT_LAYER)
PARTS = (
    read("bank_code", "20041"),
    read("branch_code", "01005"),
    read("account_number", "0500013M026"),
    read("rib_key", "06"),
)


def judge(*fields: Field, shown: Page | None = None, marks: tuple[str, ...] = ()) -> list[Issue]:
    rib = part("rib", *fields, marks=marks)
    dossier = folder(file("a.pdf", rib, pages=[shown or page()]))
    return list(bank_account.check(dossier.documents[0], dossier, SEPA, Context(TODAY)))


def issue(rule: str, kind: Kind, **params: Personal | Term) -> Issue:
    return Issue(rule, kind, Where("a.pdf", 1, None), "", params, "d1")


def invalid(kind: Kind) -> Issue:
    return issue("bank.iban_invalid", kind, iban=Personal("iban", WRONG))


def test_a_valid_french_account_passes() -> None:
    assert judge(read("iban", GOOD, 0.4)) == []
    assert judge(read("iban", GOOD), *PARTS) == []


def test_half_a_rib_is_not_computed() -> None:
    assert judge(read("iban", GOOD), *PARTS[:3]) == []


def test_a_wrong_digit_read_by_ocr_is_for_review() -> None:
    assert judge(read("iban", WRONG, 0.9)) == [invalid(Kind.REVIEW)]


def test_a_wrong_digit_fails_when_it_is_surely_the_papers() -> None:
    own = read("iban", WRONG, 0.5, source=Source.TEXT_LAYER)
    assert judge(own, shown=PRINTED) == [invalid(Kind.FAIL)]
    assert judge(read("iban", WRONG, 0.98)) == [invalid(Kind.FAIL)]


def test_a_page_read_well_without_an_iban_fails() -> None:
    assert judge() == [issue("bank.iban_missing", Kind.FAIL)]


def test_a_number_that_lost_a_group_on_a_picture_is_for_review() -> None:
    short = WRONG[:-4]
    lengths = {"country": Term("state", "FRA"), "count": 23, "wanted": 27}
    params = {"iban": Personal("iban", short), **lengths}
    where = Where("a.pdf", 1)
    assert judge(read("iban", short, 0.98)) == [
        Issue("bank.iban_invalid", Kind.REVIEW, where, "length", params, "d1")
    ]
    own = read("iban", short, 0.99, source=Source.TEXT_LAYER)
    assert judge(own, shown=PRINTED) == [
        Issue("bank.iban_invalid", Kind.FAIL, where, "length", params, "d1")
    ]


def test_a_page_that_names_an_iban_is_for_review_when_none_was_read() -> None:
    assert judge(marks=("iban_named",)) == [issue("bank.iban_missing", Kind.REVIEW)]


def test_a_page_read_badly_is_for_review_and_one_not_read_is_unchecked() -> None:
    assert judge(shown=page(sure=0.4)) == [issue("bank.iban_missing", Kind.REVIEW)]
    assert judge(shown=page(text_read=False)) == [issue("bank.iban_missing", Kind.UNCHECKED)]


def test_accounts_abroad_inside_and_outside_the_euro_transfers() -> None:
    assert judge(read("iban", "DE89370400440532013000")) == [
        issue("bank.foreign_account", Kind.FAIL, country=Term("state", "DEU"))
    ]
    assert judge(read("iban", "TN5910006035183598478831")) == [
        issue("bank.not_sepa", Kind.FAIL, country=Term("state", "TUN"))
    ]


def test_a_key_that_does_not_go_with_the_account() -> None:
    other = (*PARTS[:3], read("rib_key", "07"))
    assert judge(read("iban", GOOD), *other) == [issue("bank.rib_key", Kind.FAIL)]
    weak = (replace(PARTS[0], confidence=0.8), *other[1:])
    assert judge(read("iban", GOOD), *weak) == [issue("bank.rib_key", Kind.REVIEW)]


SHORTEST, LONGEST = 15, 34
"""Of an IBAN: Norway's, and what ISO 13616 allows."""
MONACO = "MC5810096180790123456789085"


def bank(*fields: Field) -> list[tuple[str, str]]:
    return [(issue.rule.removeprefix("bank."), issue.case) for issue in judge(*fields)]


def test_an_account_of_monaco_has_a_french_number_and_is_no_foreign_one() -> None:
    settings = Settings(sepa=("MC",))
    rib = part("rib", read("iban", MONACO), read("bic", "CMCIFR2A"))
    dossier = folder(file("a.pdf", rib))
    assert list(bank_account.check(dossier.documents[0], dossier, settings, Context(TODAY))) == []


@pytest.mark.parametrize(
    ("iban", "bic"),
    [
        (GOOD, "PSSTFRPPPAR"),
        (GOOD, "BNPAGPGXXXX"),
        (GOOD, "BNPA"),
        ("DE89370400440532013000", "COBADEFF370"),
        ("GB29NWBK60161331926819", "NWBKGB2L"),
        ("GB29NWBK60161331926819", "NWBKIMD1"),
    ],
)
def test_a_bic_of_the_banks_country_passes(iban: str, bic: str) -> None:
    assert "bic_country" not in dict(bank(read("iban", iban), read("bic", bic)))


def test_a_bic_of_another_country_is_told() -> None:
    assert bank(read("iban", GOOD), read("bic", "COBADEFF370")) == [("bic_country", "")]


def test_two_accounts_on_one_rib_are_for_review() -> None:
    other = ("30004", "00003", "00012345678", "06")
    assert rib_key_holds(*other) is False
    sound = (*other[:3], f"{97 - (89 * 30004 + 15 * 3 + 3 * 12345678) % 97:02}")
    parts = [read(p.name, value) for p, value in zip(PARTS, sound, strict=True)]
    assert bank(read("iban", GOOD), *parts) == [("two_accounts", "")]


def test_the_key_inside_an_iban_is_computed_where_the_rib_shows_none() -> None:
    odd = "FR" + f"{98 - int('20041010050500013000' + '123' + '152700') % 97:02}"
    number = odd + "20041010050500013000" + "123"
    assert is_valid(number)
    assert bank(read("iban", number)) == [("rib_key", "in_iban")]


def test_a_wrong_number_is_said_to_be_short_or_of_no_country() -> None:
    assert bank(read("iban", "DE8937040044053201300")) == [("iban_invalid", "length")]
    assert bank(read("iban", "UX89370400440532013000")) == [("iban_invalid", "country")]


def test_every_country_of_the_euro_transfers_has_numbers_of_a_known_length() -> None:
    settings = RULEBOOK.types["rib"].checks["bank-account"].settings
    assert [c for c in settings.sepa if not SHORTEST <= full_length(c) <= LONGEST] == []


# ---- drawn, and read by the whole pipeline ------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["rib.postal", "rib.classic_table", "rib.monaco", "rib.cheque_slips"]
)
def test_drawn_slips_in_order_are_left_in_peace(name: str) -> None:
    assert told(report_on({"rib.pdf": specimen(name)}), "bank.") == []


def test_a_drawn_slip_with_a_number_cut_short_says_how_long_it_should_be() -> None:
    lines = "Titulaire : Mme Lina SPECIMEN\nIBAN : FR14 2004 1010 0505 0001 3M02\nBIC : PSSTFRPPPAR"
    report = report_on({"rib.pdf": pdf("RELEVÉ D'IDENTITÉ BANCAIRE", lines)})
    assert told(report, "bank.") == ["bank.iban_invalid.length"]

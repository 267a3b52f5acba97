"""Account numbers. First what must not be flagged. The numbers are those of the standards."""

from __future__ import annotations

from dataclasses import replace

from docscheck.checkers import bank_account
from docscheck.checkers.bank_account import Settings
from docscheck.document import Field, Origin, Page, Source
from docscheck.finding import Context, Issue, Kind, Personal, Where
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


def issue(rule: str, kind: Kind, **params: str | Personal) -> Issue:
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
    params = {"iban": Personal("iban", short)}
    where = Where("a.pdf", 1)
    assert judge(read("iban", short, 0.98)) == [
        Issue("bank.iban_invalid", Kind.REVIEW, where, "", params, "d1")
    ]
    own = read("iban", short, 0.99, source=Source.TEXT_LAYER)
    assert judge(own, shown=PRINTED) == [
        Issue("bank.iban_invalid", Kind.FAIL, where, "", params, "d1")
    ]


def test_a_page_that_names_an_iban_is_for_review_when_none_was_read() -> None:
    assert judge(marks=("iban_named",)) == [issue("bank.iban_missing", Kind.REVIEW)]


def test_a_page_read_badly_is_for_review_and_one_not_read_is_unchecked() -> None:
    assert judge(shown=page(sure=0.4)) == [issue("bank.iban_missing", Kind.REVIEW)]
    assert judge(shown=page(text_read=False)) == [issue("bank.iban_missing", Kind.UNCHECKED)]


def test_accounts_abroad_inside_and_outside_the_euro_transfers() -> None:
    assert judge(read("iban", "DE89370400440532013000")) == [
        issue("bank.foreign_account", Kind.FAIL, country="DE")
    ]
    assert judge(read("iban", "TN5910006035183598478831")) == [
        issue("bank.not_sepa", Kind.FAIL, country="TN")
    ]


def test_a_key_that_does_not_go_with_the_account() -> None:
    other = (*PARTS[:3], read("rib_key", "07"))
    assert judge(read("iban", GOOD), *other) == [issue("bank.rib_key", Kind.FAIL)]
    weak = (replace(PARTS[0], confidence=0.8), *other[1:])
    assert judge(read("iban", GOOD), *weak) == [issue("bank.rib_key", Kind.REVIEW)]

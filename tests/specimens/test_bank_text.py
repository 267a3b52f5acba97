"""The numbers of specimen accounts against published vectors and an independent library."""

from __future__ import annotations

from random import Random

import pytest
from schwifty import BIC, IBAN
from stdnum import iban as stdnum_iban

from specimens import bank_text
from specimens.bank_text import BBAN_PARTS, draw_foreign_account, draw_french_account, misprinted


def test_rib_key_and_iban_of_the_published_example() -> None:
    assert bank_text.rib_key("20041", "01005", "0500013M026") == "06"
    bban = "20041" + "01005" + "0500013M026" + "06"
    assert bank_text.iban("FR", bban) == "FR1420041010050500013M02606"


@pytest.mark.parametrize(
    ("country", "bban", "expected"),
    [
        ("GB", "WEST12345698765432", "GB82WEST12345698765432"),
        ("DE", "370400440532013000", "DE89370400440532013000"),
        ("BE", "539007547034", "BE68539007547034"),
    ],
)
def test_iban_of_registry_examples(country: str, bban: str, expected: str) -> None:
    assert bank_text.iban(country, bban) == expected


@pytest.mark.parametrize("seed", range(40))
def test_french_accounts_are_valid_for_others(seed: int) -> None:
    account = draw_french_account(Random(seed))
    assert stdnum_iban.is_valid(account.iban)
    parts = account.bank_code + account.branch_code + account.account_number + account.rib_key
    assert account.iban[4:] == parts
    assert [len(account.bank_code), len(account.branch_code), len(account.account_number)] == [
        5, 5, 11,
    ]  # fmt: skip
    if parts.isdigit():
        assert account.iban.startswith("FR76")


@pytest.mark.parametrize("country", sorted(BBAN_PARTS))
def test_foreign_ibans_have_check_digits_and_the_length_of_their_country(country: str) -> None:
    account = draw_foreign_account(Random(country), country)
    assert int("".join(str(int(c, 36)) for c in account.iban[4:] + account.iban[:4])) % 97 == 1
    IBAN(account.iban, allow_invalid=True)._validate_length()
    BIC(account.bic)
    assert account.bic[4:6] == country


@pytest.mark.parametrize("seed", range(20))
def test_a_wrong_iban_fails_its_check_and_keeps_the_printed_parts(seed: int) -> None:
    rng = Random(seed)
    account = draw_french_account(rng)
    wrong = misprinted(account, "iban", rng)
    assert not stdnum_iban.is_valid(wrong.iban)
    assert (wrong.rib_key, len(wrong.iban)) == (account.rib_key, 27)


@pytest.mark.parametrize("seed", range(20))
def test_a_wrong_key_leaves_the_iban_check_digits_right(seed: int) -> None:
    rng = Random(seed)
    account = draw_french_account(rng)
    wrong = misprinted(account, "rib_key", rng)
    assert wrong.rib_key != account.rib_key
    assert int("".join(str(int(c, 36)) for c in wrong.iban[4:] + wrong.iban[:4])) % 97 == 1
    assert wrong.iban.endswith(wrong.rib_key)


def test_nothing_wished_wrong_changes_nothing() -> None:
    account = draw_french_account(Random(1))
    assert misprinted(account, "", Random(1)) == account

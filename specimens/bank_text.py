"""What do the numbers of a bank account look like? French accounts with their key, IBAN, BIC.

Source: ISO 13616 (IBAN structure, check digits by ISO 7064 MOD 97-10), ISO 9362 (BIC), and the
French RIB key: 97 - (89 bank + 15 branch + 3 account) mod 97, letters read A,J=1 ... I,R,Z=9.
Own arithmetic, on purpose apart from the one the checker uses. The banks do not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

_RIB_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")

BBAN_PARTS: Mapping[str, str] = {
    "BE": "n12", "DE": "n18", "ES": "n20", "LT": "n16", "LU": "n3a13", "IT": "u1n10a12",
    "PT": "n21", "NL": "u4n10", "IE": "u4n14", "GB": "u4n14", "PL": "n24", "RO": "u4a16",
    "TN": "n20", "TR": "n5n1a16", "BR": "n23u1n1", "SE": "n20", "CH": "n5a12",
}  # fmt: skip
"""Country -> the kinds (n digits, u upper-case letters, a both) and lengths of its BBAN."""


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of one account; the French parts are empty for a foreign one."""

    iban: str
    bic: str
    bank_code: str = ""
    branch_code: str = ""
    account_number: str = ""
    rib_key: str = ""


def rib_key(bank: str, branch: str, account: str) -> str:
    """Return the two digits that close a French account number.

    >>> rib_key("20041", "01005", "0500013M026")
    '06'
    """
    numbers = [int(part.translate(_RIB_LETTERS)) for part in (bank, branch, account)]
    return f"{97 - (89 * numbers[0] + 15 * numbers[1] + 3 * numbers[2]) % 97:02d}"


def iban(country: str, bban: str) -> str:
    """Return the IBAN of a BBAN, without blanks.

    >>> iban("FR", "20041010050500013M02606")
    'FR1420041010050500013M02606'
    """
    spelled = "".join(str(int(letter, 36)) for letter in f"{bban}{country}00")
    return f"{country}{98 - int(spelled) % 97:02d}{bban}"


def grouped(number: str, size: int = 4, sign: str = " ") -> str:
    """Print a number in groups."""
    return sign.join(number[start : start + size] for start in range(0, len(number), size))


def _letters(rng: Random, count: int, alphabet: str) -> str:
    return "".join(rng.choice(alphabet) for _ in range(count))


def draw_bic(rng: Random, country: str) -> str:
    """Return a BIC of 8 or 11 characters in a country."""
    consonants = "BCDFGLMNPRSTVX"
    head = rng.choice(consonants) + rng.choice("AEIOU") + _letters(rng, 2, consonants)
    place = _letters(rng, 2, "PMLRX23BP")
    return f"{head}{country}{place}{rng.choice(('', 'XXX', 'XXX', _letters(rng, 3, '0123456789')))}"


def draw_french_account(rng: Random, country: str = "FR", letters: float = 0.3) -> Account:
    """Return a French (or Monegasque) account; `letters` is the share of numbers with a letter."""
    bank = rng.choice("13") + _letters(rng, 4, "0123456789")
    branch = "0" + _letters(rng, 4, "0123456789")
    number = list(_letters(rng, 11, "0123456789"))
    if rng.random() < letters:
        number[rng.choice((0, 7, 10))] = rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ")
    account = "".join(number)
    key = rib_key(bank, branch, account)
    return Account(
        iban(country, bank + branch + account + key), draw_bic(rng, country),
        bank, branch, account, key,
    )  # fmt: skip


def draw_foreign_account(rng: Random, country: str) -> Account:
    """Return an account in a country of `BBAN_PARTS`."""
    alphabets = {"n": "0123456789", "u": "ABCDEFGHKLMNPRSTUVX", "a": "0123456789ABCDEFGH"}
    bban, parts = "", BBAN_PARTS[country]
    while parts:
        kind, parts = parts[0], parts[1:]
        size = len(parts) - len(parts.lstrip("0123456789"))
        bban += _letters(rng, int(parts[:size]), alphabets[kind])
        parts = parts[size:]
    return Account(iban(country, bban), draw_bic(rng, country))


def misprinted(account: Account, wrong: str, rng: Random) -> Account:
    """Return the account as a wish prints it: with a wrong `iban` or `rib_key`, else as it is.

    A wrong IBAN has two neighbouring digits of its account number changed over; a wrong key is one
    off, and the IBAN is computed over it, so that only the key is at fault.
    """
    if wrong == "iban":
        return replace(account, iban=_with_digits_exchanged(account.iban, rng))
    if wrong == "rib_key" and account.rib_key:
        key = f"{int(account.rib_key) % 97 + 1:02d}"
        bban = account.bank_code + account.branch_code + account.account_number + key
        return replace(account, rib_key=key, iban=iban(account.iban[:2], bban))
    return account


def _with_digits_exchanged(number: str, rng: Random) -> str:
    places = [
        place for place in range(4, len(number) - 3)
        if number[place : place + 2].isdigit() and number[place] != number[place + 1]
    ]  # fmt: skip
    place = rng.choice(places)
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]

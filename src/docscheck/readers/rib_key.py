"""The key of a French account number, alone and inside an IBAN; pure functions of strings.

Key: 97 - (89 bank + 15 branch + 3 account) mod 97, letters of the account counted AJ=1, BKS=2,
CLT=3, DMU=4, ENV=5, FOW=6, GPX=7, HQY=8, IRZ=9. Source: Comité français d'organisation et de
normalisation bancaires, "Relevé d'identité bancaire"; ISO 13616 registry, entries FR and MC.
"""

from __future__ import annotations

_LETTER_VALUES = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")
_BBAN_LENGTH = 23
Parts = tuple[str, str, str, str]
"""Bank, branch, account and key."""


def rib_key_holds(bank: str, branch: str, account: str, key: str) -> bool:
    """Tell whether the key is that of the account.

    >>> rib_key_holds("20041", "01005", "0500013M026", "06")
    True
    """
    digits = account.upper().translate(_LETTER_VALUES)
    if not (bank + branch + digits + key).isdecimal():
        return False
    return int(key) == 97 - (89 * int(bank) + 15 * int(branch) + 3 * int(digits)) % 97


def split_bban(number: str) -> Parts | None:
    """Split an IBAN of France or Monaco into bank, branch, account and key.

    >>> split_bban("FR1420041010050500013M02606")
    ('20041', '01005', '0500013M026', '06')
    """
    bban = number[4:]
    if number[:2] not in ("FR", "MC") or len(bban) != _BBAN_LENGTH:
        return None
    return bban[:5], bban[5:10], bban[10:21], bban[21:]


def inner_key_holds(number: str) -> bool | None:
    """Tell whether the key inside an IBAN is that of its account; `None` where it has none.

    >>> inner_key_holds("FR1420041010050500013M02606"), inner_key_holds("DE89370400440532013000")
    (True, None)
    """
    parts = split_bban(number)
    return None if parts is None else rib_key_holds(*parts)

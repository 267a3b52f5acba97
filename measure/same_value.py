"""Does a value read say the same as the value printed?

Names and places are compared by their letters: case, accents, signs and spaces are of the
issuer's taste, and a machine-readable zone spells `Müller` as `MUELLER` (ICAO 9303-3, section 6).
Numbers and IBANs are compared by letters and digits, dates and codes as they are.
"""

from __future__ import annotations

from anyascii import anyascii

_AS_IS = frozenset(
    {"birth_date", "issue_date", "expiry_date", "valid_from", "school_year", "language", "sex"}
)
_ICAO = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Ø": "OE", "ß": "SS", "Æ": "AE", "Þ": "TH"}
)


def same_value(name: str, read: str, printed: str) -> bool:
    """Compare two values of a field.

    >>> same_value("surname", "MUELLER LUDENSCHEIDT", "Müller-Lüdenscheidt")
    False
    >>> same_value("surname", "MUELLER LUEDENSCHEIDT", "Müller-Lüdenscheidt")
    True
    >>> same_value("given_names", "Zoe", "ZOÉ")
    True
    >>> same_value("birth_date", "2001-02-03", "2001-03-02")
    False
    """
    if name in _AS_IS:
        return read == printed
    if folded(read) == folded(printed):
        return True
    return folded(read.upper().translate(_ICAO)) == folded(printed.upper().translate(_ICAO))


def folded(value: str) -> str:
    """Keep letters and digits: `Saint-Étienne` as `SAINTETIENNE`."""
    return "".join(letter for letter in anyascii(value).upper() if letter.isalnum())

"""Which machine-readable lines belong on a paper?

ICAO Doc 9303, 8th edition: part 3 (transliteration §6, truncation §4.6, check digits §4.9),
part 4 (TD3), part 5 (TD1), part 6 (TD2), part 7 (MRV-A and MRV-B); and the French national
identity card of 1995-2021, whose two lines follow an order of their own.

It only writes. It shares nothing with the reader it is used to test.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

FILLER = "<"
_WEIGHTS = (7, 3, 1)
_LATIN = {
    "Ä": "AE", "Ö": "OE", "Ü": "UE", "ẞ": "SS", "ß": "SS", "Æ": "AE", "Œ": "OE", "Ø": "OE",
    "Å": "AA", "Þ": "TH", "Ð": "D", "Đ": "D", "Ł": "L", "Ħ": "H", "Ŋ": "N", "Ŧ": "T", "ı": "I",
    "Ĳ": "IJ", "ĸ": "Q",
}  # fmt: skip
"""Doc 9303-3 §6.A: letters whose recommended form is not the letter without its mark."""


@dataclass(frozen=True, slots=True)
class MrzHolder:
    """What a machine-readable zone says of a person and a document."""

    surname: str
    given_names: str
    """Separated by spaces; empty for a holder of a single name."""
    sex: str
    birth_date: date
    nationality: str
    """ICAO code: alpha-3, `D` for Germany."""
    issuer: str
    number: str
    expiry_date: date
    optional: str = ""
    second_optional: str = ""
    """Only TD1 has two."""


def compute_check_digit(text: str) -> str:
    """The check digit of a field: weights 7, 3, 1, modulo 10 (Doc 9303-3 §4.9)."""
    total = 0
    for position, letter in enumerate(text):
        value = 0 if letter == FILLER else int(letter, 36)
        total += value * _WEIGHTS[position % 3]
    return str(total % 10)


def transliterate(name: str) -> str:
    """A printed Latin name in `A-Z` and spaces; apostrophes vanish, hyphens and commas part."""
    letters: list[str] = []
    for letter in name.upper():
        if letter in _LATIN:
            letters.append(_LATIN[letter])
            continue
        plain = unicodedata.normalize("NFD", letter)[0]
        if plain in _LATIN:
            letters.append(_LATIN[plain])
        elif plain.isascii() and plain.isalnum():
            letters.append(plain)
        elif plain in "-, ":
            letters.append(" ")
    return " ".join("".join(letters).split())


def compose_name(surname: str, given_names: str, length: int) -> str:
    """The name field, filled or cut at its end to `length` (Doc 9303-4 §4.2.3).

    Of a surname that would fill it, as much is cut as leaves one letter of the given names.
    """
    primary = transliterate(surname).split()
    secondary = transliterate(given_names).split()
    if not primary:
        primary, secondary = secondary, []
    first, second = FILLER.join(primary), FILLER.join(secondary)
    if second:
        first = first[: max(length - 3, 1)].rstrip(FILLER) + "<<"
    return (first + second)[:length].ljust(length, FILLER)


def _fill(text: str, length: int) -> str:
    cleaned = "".join(letter for letter in text.upper() if letter.isalnum())
    return cleaned[:length].ljust(length, FILLER)


def _checked(text: str) -> str:
    return text + compute_check_digit(text)


def _day(day: date) -> str:
    return day.strftime("%y%m%d")


def _sex(sex: str) -> str:
    return sex if sex in ("M", "F") else FILLER


def _code(code: str) -> str:
    return code.ljust(3, FILLER)


def _middle(holder: MrzHolder) -> str:
    """Number, nationality, birth, sex and expiry: common to TD2, TD3 and visas."""
    return (
        _checked(_fill(holder.number, 9))
        + _code(holder.nationality)
        + _checked(_day(holder.birth_date))
        + _sex(holder.sex)
        + _checked(_day(holder.expiry_date))
    )


def _head(kind: str, holder: MrzHolder, width: int) -> str:
    name = compose_name(holder.surname, holder.given_names, width - 5)
    return kind.ljust(2, FILLER) + _code(holder.issuer) + name


def compose_td3(holder: MrzHolder, kind: str = "P") -> tuple[str, str]:
    """Two lines of 44: a passport."""
    middle = _middle(holder)
    optional = _fill(holder.optional, 14)
    optional += compute_check_digit(optional) if holder.optional else FILLER
    composite = middle[:10] + middle[13:20] + middle[21:28] + optional
    return _head(kind, holder, 44), middle + optional + compute_check_digit(composite)


def compose_td2(holder: MrzHolder, kind: str = "I") -> tuple[str, str]:
    """Two lines of 36: a larger card."""
    middle = _middle(holder)
    optional = _fill(holder.optional, 7)
    composite = middle[:10] + middle[13:20] + middle[21:28] + optional
    return _head(kind, holder, 36), middle + optional + compute_check_digit(composite)


def compose_td1(holder: MrzHolder, kind: str = "I") -> tuple[str, str, str]:
    """Three lines of 30: a card. A number longer than nine runs on into the optional data."""
    number = "".join(letter for letter in holder.number.upper() if letter.isalnum())
    if len(number) <= 9:
        first = _checked(_fill(number, 9)) + _fill(holder.optional, 15)
    else:
        rest = number[9:] + compute_check_digit(number)
        first = number[:9] + FILLER + rest + FILLER + _fill(holder.optional, 14 - len(rest))
    dates = _checked(_day(holder.birth_date)), _checked(_day(holder.expiry_date))
    second = _fill(holder.second_optional, 11)
    composite = compute_check_digit(first + dates[0] + dates[1] + second)
    return (
        kind.ljust(2, FILLER) + _code(holder.issuer) + first,
        dates[0] + _sex(holder.sex) + dates[1] + _code(holder.nationality) + second + composite,
        compose_name(holder.surname, holder.given_names, 30),
    )


def compose_mrv_a(holder: MrzHolder, kind: str = "V") -> tuple[str, str]:
    """Two lines of 44: a full-size visa. It has no composite check digit."""
    return _head(kind, holder, 44), _middle(holder) + _fill(holder.optional, 16)


def compose_mrv_b(holder: MrzHolder, kind: str = "V") -> tuple[str, str]:
    """Two lines of 36: a small visa. It has no composite check digit."""
    return _head(kind, holder, 36), _middle(holder) + _fill(holder.optional, 8)


def compose_french_id(holder: MrzHolder, department: str, office: str) -> tuple[str, str]:
    """Two lines of 36 of the French card of 1995-2021; `number` has twelve figures."""
    surname = FILLER.join(transliterate(holder.surname).split())[:25].ljust(25, FILLER)
    first = "IDFRA" + surname + department.ljust(3, FILLER) + office.ljust(3, FILLER)
    names = [FILLER.join(transliterate(name).split()) for name in holder.given_names.split(" ")]
    given = "<<".join(names)[:14].ljust(14, FILLER)
    second = _checked(_fill(holder.number, 12)) + given + _checked(_day(holder.birth_date))
    second += _sex(holder.sex)
    return first, second + compute_check_digit(first + second)


def spoil_check_digit(lines: tuple[str, ...], line: int, position: int) -> tuple[str, ...]:
    """The same lines with one digit, at a 0-based position, turned into another."""
    digit = lines[line][position]
    other = str((int(digit) + 4) % 10) if digit.isdigit() else "4"
    spoiled = lines[line][:position] + other + lines[line][position + 1 :]
    return (*lines[:line], spoiled, *lines[line + 1 :])

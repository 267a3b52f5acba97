"""IBANs printed in a page, among blanks, table cells, line breaks and misread characters.

Sources: ISO 13616-1 and the SWIFT IBAN registry (length and structure by country, as kept by
python-stdnum), ISO 7064 mod 97-10. A valid IBAN is proven; one of France only if the key inside it
holds, too, and one read from a picture only if no look-alike of it holds as well. One that is
plainly meant as an IBAN (labelled so, or of the right length and kind) but whose check digits are
wrong is returned as read, so that a checker can say so. Misread characters are replaced only where
the country's structure allows one kind of character, or where a single look-alike makes the check
digits hold; that proves it only in France, which has two of them.

It does not know whether the account exists, nor whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct
from stdnum import numdb
from stdnum.iso7064 import mod_97_10

from docscheck.document import Field, Source, Standing
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, passages
from docscheck.readers.rib_key import inner_key_holds

ID = "iban"

SEPA = frozenset(
    [
        "AD",
        "AL",
        "AT",
        "BE",
        "BG",
        "CH",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GB",
        "GI",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
        "MC",
        "MD",
        "ME",
        "MK",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "RS",
        "SE",
        "SI",
        "SK",
        "SM",
        "VA",
    ]
)
"""Codes that open the IBANs of the SEPA schemes: EPC409-09, list of countries, 2025."""

TO_DIGIT = {
    "O": "0",
    "Q": "0",
    "D": "0",
    "I": "1",
    "L": "1",
    "Z": "2",
    "S": "5",
    "B": "8",
    "G": "6",
}
TO_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "8": "B", "6": "G"}
MAX_FORCED = 4
"""Characters of the wrong kind put right by the structure; more is another number."""
MAX_FLIPS = 1
"""Free characters changed by look-alike: two changes would satisfy mod 97 by chance too often."""
_LABEL = re.compile(r"\bI\s?\.?B\s?\.?A\s?\.?N\b", re.IGNORECASE)
_LABEL_REACH = 80
"""Characters between the label and the number: a bilingual label and a line break."""
_START = re.compile(r"(?<![A-Z0-9])([A-Z0158]{2})[ \t]?([0-9OQDILZSBG]{2})(?![a-z])")
"""Country and check digits; a country in figures (`1E79`) only of a number that holds."""
_SEPARATORS = " \t\n.-|:_"
_SHORTEST, _LONGEST = 15, 34


class Settings(Struct, frozen=True):
    """The `iban` reader needs no setting."""


def is_valid(number: str) -> bool:
    """Tell whether country, length, structure and check digits are right; blanks are ignored.

    >>> is_valid("FR14 2004 1010 0505 0001 3M02 606")
    True
    """
    compact = "".join(number.split()).upper()
    pattern = _pattern(compact[:2])
    return bool(pattern and pattern.fullmatch(compact) and mod_97_10.is_valid(_turned(compact)))


def has_full_length(number: str) -> bool:
    """Tell whether the number is as long as those of its country.

    >>> has_full_length("FR1420041010050500013M02607"), has_full_length("FR1420041010050500013M")
    (True, False)
    """
    return len(number) == full_length(number)


def full_length(number: str) -> int:
    """Give the length of the numbers of its country; 0 where that country has no IBAN.

    >>> full_length("FR14"), full_length("US12")
    (27, 0)
    """
    return len(_structure(number[:2]))


def is_sepa(country: str) -> bool:
    """Tell whether accounts of that country (ISO 3166 alpha-2, or an IBAN) are in SEPA."""
    return country[:2].upper() in SEPA


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the IBANs of the pages: the valid ones first, each once."""
    found = [field for page in passages(reading.texts) for field in find(page, name)]
    found.sort(key=lambda field: field.standing != Standing.PROVEN)
    seen: set[str] = set()
    for field in found:
        if field.value not in seen:
            seen.add(field.value)
            yield field


def find(passage: Passage, name: str = "iban") -> Iterator[Field]:
    """Yield every IBAN of a passage, valid or not, in the order of the text."""
    text = passage.text.upper()
    end = 0
    for start in _START.finditer(text):
        if start.start() < end:
            continue
        country = "".join(TO_LETTER.get(c, c) for c in start[1])
        taken = _take(text, start.start(), country, seen=passage.source is Source.OCR)
        if taken is None or (not start[1].isalpha() and taken[2] is not Standing.PROVEN):
            continue
        number, span_end, standing = taken
        end = span_end
        yield passage.field(name, number, (start.start(), span_end), standing)


def _take(text: str, start: int, country: str, *, seen: bool) -> tuple[str, int, Standing] | None:
    """Return the number that begins there, its end, and whether it holds; `seen` in a picture."""
    structure = _structure(country)
    if not structure:
        return None
    raw, end = _gather(text, start, len(structure))
    if len(raw) == len(structure):
        put_right = _put_right(raw, structure)
        holds = bool(put_right) and mod_97_10.is_valid(_turned(put_right))
        inner = inner_key_holds(put_right) if put_right else None
        others = _flips(put_right, structure)
        if holds and inner is not False:
            # One look-alike in 97 holds by chance: of the two, either may be what is printed.
            either = seen and inner is None and others
            return put_right, end, Standing.READ if either else Standing.PROVEN
        if len(others) == 1:
            # Mod 97 alone holds by chance for one misread number in nine that is flipped about.
            flipped = others.pop()
            return flipped, end, Standing.PROVEN if inner_key_holds(flipped) else Standing.READ
        if holds:
            return put_right, end, Standing.READ
        if put_right and (_labelled(text, start) or _changes(raw, put_right) == 0):
            return put_right, end, Standing.READ
    return _misprint(text, start)


def _misprint(text: str, start: int) -> tuple[str, int, Standing] | None:
    """Return a labelled number of the wrong length, up to the end of its line."""
    line = text[start:].partition("\n")[0]
    groups = re.match(r"(?:[A-Z0-9]*\d[A-Z0-9]*[ .\-|]*)+", line)
    number = re.sub("[^A-Z0-9]", "", groups[0]) if groups else ""
    if groups and _labelled(text, start) and _SHORTEST <= len(number) <= _LONGEST:
        return number, start + len(groups[0].rstrip()), Standing.READ
    return None


def _gather(text: str, start: int, length: int) -> tuple[str, int]:
    """Collect that many letters and digits, across separators; fewer when something else comes."""
    collected: list[str] = []
    position = start
    while position < len(text) and len(collected) < length:
        character = text[position]
        if character.isascii() and character.isalnum():
            collected.append(character)
        elif character not in _SEPARATORS:
            break
        position += 1
    if position < len(text) and text[position].isalnum():
        return "", position  # the number runs on: it is another kind of number
    return "".join(collected), position


def _put_right(raw: str, structure: str) -> str:
    """Replace characters of the wrong kind by their look-alikes; empty when they have none."""
    tables: dict[str, dict[str, str]] = {"n": TO_DIGIT, "a": TO_LETTER, "c": {}}
    taken = "".join(
        c if _is_kind(c, kind) else tables[kind].get(c, "?")
        for c, kind in zip(raw, structure, strict=True)
    )
    return taken if "?" not in taken and _changes(raw, taken) <= MAX_FORCED else ""


def _flips(number: str, structure: str) -> set[str]:
    """Return the look-alike changes of free characters with which all checks hold."""
    free = [i for i, kind in enumerate(structure) if number and kind == "c"]
    answers: set[str] = set()
    for count in range(1, MAX_FLIPS + 1):
        for chosen in combinations(free, count):
            flipped = list(number)
            for i in chosen:
                flipped[i] = (TO_DIGIT | TO_LETTER).get(number[i], number[i])
            candidate = "".join(flipped)
            holds = mod_97_10.is_valid(_turned(candidate))
            if candidate != number and holds and inner_key_holds(candidate) is not False:
                answers.add(candidate)
    return answers


def _changes(before: str, after: str) -> int:
    return sum(a != b for a, b in zip(before, after, strict=True))


def _is_kind(character: str, kind: str) -> bool:
    return kind == "c" or character.isdigit() == (kind == "n")


def _labelled(text: str, start: int) -> bool:
    return bool(_LABEL.search(text, max(0, start - _LABEL_REACH), start))


def _turned(number: str) -> str:
    return number[4:] + number[:4]


@cache
def _structure(country: str) -> str:
    """Return one letter a character: `n` digit, `a` letter, `c` either; empty for no IBAN land."""
    entries = numdb.get("iban").info(country)
    bban = entries[0][1].get("bban", "") if entries and entries[0][0] == country else ""
    kinds = "".join(kind * int(count) for count, kind in re.findall(r"(\d{1,2})!([nac])", bban))
    return f"aann{kinds}" if kinds else ""


@cache
def _pattern(country: str) -> re.Pattern[str] | None:
    kinds = {"n": "[0-9]", "a": "[A-Z]", "c": "[A-Z0-9]"}
    structure = _structure(country) if re.fullmatch("[A-Z]{2}", country) else ""
    return re.compile("".join(kinds[kind] for kind in structure)) if structure else None

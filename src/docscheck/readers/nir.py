"""The French social security number (NIR), final or provisional.

Source: INSEE, "Numéro d'inscription au répertoire" (decree 82-103 of 22 January 1982): sex, year,
month, department and commune (99 and the country for those born abroad; 2A and 2B in Corsica),
order; key 97 - (number mod 97). A provisional number (NIA) opens with 7 or 8 and has the same key.
The key is python-stdnum's. A number with a right key is proven; one with a wrong key is returned as
read only where it is labelled as a social security number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from stdnum.fr import nir

from docscheck.document import Field, Standing
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages

ID = "nir"

_NUMBER = re.compile(
    r"(?<![0-9A-Z])([1-478])[ .]?([0-9]{2})[ .]?([0-9]{2})[ .]?([0-9]{2}|2[AB])[ .]?([0-9]{3})[ .]?"
    r"([0-9]{3})[ .\-/]{0,3}(?:CLE ?:? ?)?([0-9]{2})(?![0-9A-Z])"
)
_LABEL = re.compile(r"secu|nir\b|\bnia\b|immatriculation|social security|n. d'assure|\bassure")
_LABEL_REACH = 80
_MONTHS = (*range(1, 13), *range(20, 43), *range(50, 100))
"""Above 12: month unknown, or the commune's series exhausted (INSEE)."""


class Settings(Struct, frozen=True):
    """The `nir` reader needs no setting."""


def is_valid(number: str) -> bool:
    """Tell whether shape, month and key are those of a NIR; blanks are ignored.

    >>> is_valid("2 55 08 14 168 025 38")
    True
    """
    compact = "".join(number.split()).upper()
    return (
        bool(_NUMBER.fullmatch(compact)) and int(compact[3:5]) in _MONTHS and nir.is_valid(compact)
    )


def is_provisional(number: str) -> bool:
    """Tell a number of waiting (NIA) from a final one by its first digit, 7 or 8."""
    return number.strip()[:1] in ("7", "8")


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the numbers of the pages: right keys first."""
    found = [field for page in passages(reading.texts) for field in _find(page, name)]
    found.sort(key=lambda field: field.standing != Standing.PROVEN)
    yield from found


def _find(page: Passage, name: str) -> Iterator[Field]:
    text = fold(page.text).upper()
    for match in _NUMBER.finditer(text):
        number = "".join(match.groups())
        labelled = _LABEL.search(text.lower(), max(0, match.start() - _LABEL_REACH), match.start())
        if is_valid(number):
            yield page.field(name, number, match.span(), Standing.PROVEN)
        elif labelled and int(number[3:5]) in _MONTHS:
            yield page.field(name, number, match.span())

"""Dates written out in French words, as civil-status records have them.

`le douze mars deux mille quatre`, `premier août mil neuf cent quatre-vingt-dix-neuf`. Source:
instruction générale relative à l'état civil (11 May 1999), n° 111: dates in the body of a record
are in letters. Only complete dates are read; an unknown word ends the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docscheck.readers.dates import FRENCH_MONTHS, MONTHS, Written
from docscheck.readers.passage import fold

_UP_TO_SIXTEEN = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_NUMBERS = {
    **{word: number for number, word in enumerate(_UP_TO_SIXTEEN.split())},
    "une": 1, "premier": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    "cent": 100, "cents": 100, "mil": 1000, "mille": 1000,
}  # fmt: skip
_NUMBER = "|".join(sorted({*_NUMBERS, "et"}, key=len, reverse=True))
_RUN = rf"(?:(?:{_NUMBER})\b[\s\-]*)+"
_MONTH_NAMES = "|".join(FRENCH_MONTHS)
_DATE = re.compile(
    rf"\b({_RUN})(?:du mois de |d')?({_MONTH_NAMES})\s+(?:de l'an(?:nee)?\s+)?({_RUN})"
)
_YEAR_FIRST = re.compile(
    rf"\bl'an(?:nee)?\s+(?:de grace\s+)?({_RUN})[,\s]*(?:et\s+)?(?:le|du|,)\s+({_RUN})"
    rf"(?:du mois de |de |d')?({_MONTH_NAMES})\b"
)
"""`L'an deux mille huit, le dix-neuf avril`: the older records."""
_HUNDRED, _THOUSAND, _SCORE = 100, 1000, 20
_FIRST_YEAR = 1850


def number(words: str) -> int | None:
    """Return the number that French words spell; `None` for anything else.

    >>> number("mil neuf cent quatre-vingt-dix-neuf"), number("deux mille vingt et un")
    (1999, 2021)
    """
    total = group = 0
    for word in re.findall("[a-z]+", fold(words)):
        if word == "et":
            continue
        value = _NUMBERS.get(word)
        if value is None:
            return None
        if value == _THOUSAND:
            total, group = total + max(group, 1) * _THOUSAND, 0
        elif value == _HUNDRED:
            group = max(group, 1) * _HUNDRED
        elif value == _SCORE and group % _HUNDRED == 4:
            group += 4 * _SCORE - 4
        else:
            group += value
    return total + group


def find(text: str) -> Iterator[Written]:
    """Yield the dates in words of a text, in its order.

    >>> [d.value for d in find("Le douze mars deux mille quatre à huit heures est née")]
    ['2004-03-12']
    """
    folded = fold(text)
    parts = [(m, m[1], m[2], m[3]) for m in _DATE.finditer(folded)]
    parts += [(m, m[2], m[3], m[1]) for m in _YEAR_FIRST.finditer(folded)]
    for match, day, month, year in sorted(parts, key=lambda part: part[0].start()):
        try:
            value = date(number(year) or 0, MONTHS[month], number(day) or 0)
        except ValueError:
            continue
        if value.year >= _FIRST_YEAR:
            yield Written(value.isoformat(), match.span())

"""Dates written out in French, English or Spanish words, as civil-status records have them.

`le douze mars deux mille quatre`, `the third day of June, nineteen ninety-eight`, `primero de enero
de mil novecientos noventa y ocho`. Source: instruction générale relative à l'état civil (11 May
1999), n° 111: dates in the body of a record are in letters. The day or the year may be in digits.
Only complete dates are read; an unknown word ends the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docscheck.readers.dates import MONTHS, MONTHS_BY_LANGUAGE, Written
from docscheck.readers.passage import fold

_FRENCH = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_SPANISH = (
    "zero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro"
    " veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS = (
    "vingt trente quarante cinquante soixante septante huitante nonante",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
)
_HUNDREDS = (
    "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"
    " novecientos"
)
_NUMBERS = {
    **{
        word: number
        for line in (_FRENCH, _ENGLISH, _SPANISH, f"zero {_ORDINALS}")
        for number, word in enumerate(line.split())
    },
    **{word: 10 * number for line in _TENS for number, word in enumerate(line.split(), 2)},
    **{word: 100 * number for number, word in enumerate(_HUNDREDS.split(), 1)},
    "une": 1, "premier": 1, "primero": 1, "primer": 1, "veintiun": 21, "vingts": 20,
    "octante": 80, "fourty": 40, "thirtieth": 30, "cent": 100, "cents": 100, "hundred": 100,
    "ciento": 100, "mil": 1000, "mille": 1000, "thousand": 1000,
}  # fmt: skip
_JOINTS = frozenset({"et", "and", "y"})
_NUMBER = "|".join(sorted({*_NUMBERS, *_JOINTS}, key=len, reverse=True))
_RUN = rf"(?:(?:{_NUMBER})\b[\s\-]*+)++"
"""Never given back, in part or whole: what follows is no number, and begins with a letter."""
_DAY = rf"{_RUN}|\d{{1,2}}(?:er|st|nd|rd|th|o|°)?\s+"
_YEAR = rf"{_RUN}|\d{{4}}\b"
_ORDINAL = "|".join((*_ORDINALS.split(), "thirtieth"))
_ENGLISH_MONTHS = "|".join(MONTHS_BY_LANGUAGE["en"].split())
_MONTH_NAMES = "|".join(" ".join(MONTHS_BY_LANGUAGE[code] for code in ("fr", "en", "es")).split())
_OF_MONTH = (
    r"(?:(?:jours?|days?|dias?)\s+)?(?:du mois (?:de |d')|del mes de |of the month of |d'|of |de )?"
)
_OF_YEAR = (
    r",?\s+(?:de l'an(?:nee)?\s+(?:de grace\s+)?|del? (?:ano\s+)?|(?:of|in) (?=\w)"
    r"|(?:in )?the year (?:of our lord )?)?"
)
_DATE = re.compile(rf"\b({_DAY})(?:{_OF_MONTH}({_MONTH_NAMES}){_OF_YEAR}({_YEAR}))?")
"""Or a number alone, so that none of the numbers in a row is begun with again."""
_MONTH_FIRST = re.compile(
    rf"\b({_ENGLISH_MONTHS})\s+(?:the\s+)?((?:(?:twenty|thirty)[\s\-]+)?(?:{_ORDINAL}))\b"
    rf"{_OF_YEAR}({_YEAR})"
)
_YEAR_FIRST = re.compile(
    rf"\bl'an(?:nee)?\s+(?:de grace\s+)?({_RUN})[,\s]*(?:et\s+)?(?:le|du|,)\s+({_RUN})"
    rf"(?:du mois de |de |d')?({_MONTH_NAMES})\b"
)
"""`L'an deux mille huit, le dix-neuf avril`: the older records."""
_HUNDRED, _THOUSAND, _SCORE, _TEN = 100, 1000, 20, 10
_CENTURIES = (19, 20)
"""`nineteen ninety-eight`, `twenty twenty`."""
_FIRST_YEAR = 1850


def number(words: str) -> int | None:
    """Return the number that words spell; `None` for anything else.

    >>> number("mil neuf cent quatre-vingt-dix-neuf"), number("deux mille vingt et un")
    (1999, 2021)
    >>> number("nineteen ninety-eight"), number("dos mil veintidós"), number("3rd")
    (1998, 2022, 3)
    """
    if digits := re.match(r"\d+", words):
        return int(digits[0])
    total = group = 0
    for word in re.findall("[a-z]+", fold(words)):
        if word in _JOINTS:
            continue
        value = _NUMBERS.get(word)
        if value is None:
            return None
        if value == _THOUSAND:
            total, group = total + max(group, 1) * _THOUSAND, 0
        elif value == _HUNDRED:
            group = max(group, 1) * _HUNDRED
        elif _TEN <= value < _HUNDRED and group in _CENTURIES:
            group = group * _HUNDRED + value
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
    parts = [(m, m[1], m[2], m[3]) for m in _DATE.finditer(folded) if m[2]]
    parts += [(m, m[2], m[1], m[3]) for m in _MONTH_FIRST.finditer(folded)]
    parts += [(m, m[2], m[3], m[1]) for m in _YEAR_FIRST.finditer(folded)]
    for match, day, month, year in sorted(parts, key=lambda part: part[0].start()):
        if day[0].isdigit() and year[0].isdigit():
            continue
        try:
            value = date(number(year) or 0, MONTHS[month], number(day) or 0)
        except ValueError:
            continue
        if value.year >= _FIRST_YEAR:
            yield Written(value.isoformat(), match.span())

"""Dates written out in French, English or Spanish words, as civil-status records have them.

`le douze mars deux mille quatre`, `the twenty-third day of May nineteen hundred and ninety-nine`,
`doce de marzo de dos mil uno`. Source for France: instruction générale relative à l'état civil (11
May 1999), n° 111: dates in the body of a record are in letters. Only complete dates are read; an
unknown word ends the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docscheck.readers.dates import MONTHS, MONTHS_BY_LANGUAGE, Written
from docscheck.readers.number_words import ORDINALS, WORDS, number
from docscheck.readers.passage import fold

_FIRST_YEAR = 1850
_JOINTS = {"fr": "et", "en": "and", "es": "y"}


def _run(language: str) -> str:
    words = "|".join(sorted({*WORDS[language], _JOINTS[language]}, key=len, reverse=True))
    return rf"(?:(?:{words})\b[\s\-]*)+"


def _months(language: str) -> str:
    return "|".join(MONTHS_BY_LANGUAGE[language].split())


_FR, _EN, _ES = _run("fr"), _run("en"), _run("es")
_ORDINAL = rf"(?:(?:twenty|thirty)[\s\-]*)?(?:{'|'.join(ORDINALS)})"
_YEAR = r",?\s+(?:in |of )?(?:the year )?(?:of our lord )?"
_PATTERNS = (
    (
        "fr",
        (
            rf"\b(?P<day>{_FR})(?:du mois de |d')?(?P<month>{_months('fr')})"
            rf"\s+(?:de l'an(?:nee)?\s+)?(?P<year>{_FR})"
        ),
    ),
    (  # the older records: `L'an deux mille huit, le dix-neuf avril`
        "fr",
        (
            rf"\bl'an(?:nee)?\s+(?:de grace\s+)?(?P<year>{_FR})[,\s]*(?:et\s+)?(?:le|du|,)\s+"
            rf"(?P<day>{_FR})(?:du mois de |de |d')?(?P<month>{_months('fr')})\b"
        ),
    ),
    (
        "en",
        (
            rf"\b(?P<day>{_EN})(?:day )?(?:of )?(?:the month of )?(?P<month>{_months('en')})"
            rf"{_YEAR}(?P<year>{_EN})"
        ),
    ),
    ("en", rf"\b(?P<month>{_months('en')})\s+(?:the )?(?P<day>{_ORDINAL}){_YEAR}(?P<year>{_EN})"),
    (
        "es",
        (
            rf"\b(?P<day>{_ES})(?:dias? )?(?:del? )(?:mes de )?(?P<month>{_months('es')})"
            rf",?\s+(?:del? )(?:ano (?:de )?)?(?P<year>{_ES})"
        ),
    ),
)
_DATES = tuple((language, re.compile(pattern)) for language, pattern in _PATTERNS)


def find(text: str) -> Iterator[Written]:
    """Yield the dates in words of a text, in its order.

    >>> [d.value for d in find("Le douze mars deux mille quatre à huit heures est née")]
    ['2004-03-12']
    >>> [d.value for d in find("on the third day of May, nineteen ninety-nine")]
    ['1999-05-03']
    >>> [d.value for d in find("el día treinta y uno de enero de dos mil tres")]
    ['2003-01-31']
    """
    folded = fold(text)
    found = [(m.start(), language, m) for language, form in _DATES for m in form.finditer(folded)]
    for _, language, match in sorted(found, key=lambda one: one[0]):
        day, year = (number(match[part], language) for part in ("day", "year"))
        try:
            value = date(year or 0, MONTHS[match["month"]], day or 0)
        except ValueError:
            continue
        if value.year >= _FIRST_YEAR:
            yield Written(value.isoformat(), match.span())

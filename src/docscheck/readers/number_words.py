"""Numbers up to some thousands in French, English and Spanish words, folded: days and years."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docscheck.readers.passage import fold

_HUNDRED, _THOUSAND, _SCORE = 100, 1000, 20
_CENTURIES, _YEARS = range(13, 21), range(10, 100)
"""What is said of a year in two halves: `nineteen ninety-nine`."""


def _counted(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


_FRENCH = {
    **_counted(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
        " seize"
    ),
    "une": 1, "premier": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    "cent": 100, "cents": 100, "mil": 1000, "mille": 1000,
}  # fmt: skip
ORDINALS = {
    **_counted(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1,
    ),
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
"""English days of the month."""
_ENGLISH = {
    **ORDINALS,
    **_counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen", 1,
    ),
    **_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    "hundred": 100, "thousand": 1000,
}  # fmt: skip
_SPANISH = {
    **_counted(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
        " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres"
        " veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta"
    ),
    **_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    **_counted("doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
               " ochocientos novecientos", 200, 100),
    "un": 1, "primero": 1, "primer": 1, "veintiun": 21, "cien": 100, "ciento": 100, "mil": 1000,
}  # fmt: skip
WORDS: Mapping[str, Mapping[str, int]] = {"fr": _FRENCH, "en": _ENGLISH, "es": _SPANISH}
"""Language (ISO 639-1) to words to numbers."""
_JOINTS = frozenset({"et", "and", "y"})


def number(words: str, language: str = "fr") -> int | None:
    """Return the number that words spell; `None` for anything else.

    >>> number("mil neuf cent quatre-vingt-dix-neuf"), number("deux mille vingt et un")
    (1999, 2021)
    >>> number("nineteen hundred and ninety-nine", "en"), number("two thousand and four", "en")
    (1999, 2004)
    >>> number("nineteen ninety-nine", "en"), number("mil novecientos noventa y nueve", "es")
    (1999, 1999)
    """
    total = group = 0
    for word in re.findall("[a-z]+", fold(words)):
        if word in _JOINTS:
            continue
        value = WORDS[language].get(word)
        if value is None:
            return None
        if value == _THOUSAND:
            total, group = total + max(group, 1) * _THOUSAND, 0
        elif value == _HUNDRED and language != "es":
            group = max(group, 1) * _HUNDRED
        elif value == _SCORE and group % _HUNDRED == 4:
            group += 4 * _SCORE - 4
        elif group in _CENTURIES and value in _YEARS:
            group = group * _HUNDRED + value
        else:
            group += value
    return total + group

"""Dates as they are written on papers in the languages of Europe, and on passports.

Question: which days stand in this text? Sources: ISO 8601; ICAO 9303-3 clause 3.7 (`12 AUG/AOÛT 04`
in the printed zone); CIEC convention 16 (`Jo Mo An` in digits). Digits are read day first, as all
papers of this procedure but American ones are; where the other order is possible and no language
settles it, it is given as an alternative. Two-digit years become four-digit ones by the day of the
check. Only Gregorian dates in digits or in those languages are read: Hijri, Buddhist, Japanese or
Ethiopian years are never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from docscheck.readers.passage import fold

MONTHS_BY_LANGUAGE = {
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie"
    " decembrie",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika"
    " listopada grudnia",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_ABBREVIATIONS = {
    1: "jan janv ene", 2: "feb fev fevr fvrier fevier", 3: "mar mrs", 4: "apr avr abr",
    5: "may mai", 6: "jun juin", 7: "jul juil jui", 8: "aug aou aot ago",
    9: "sep sept set", 10: "oct", 11: "nov", 12: "dec dic dcembre decembe",
}  # fmt: skip
"""Short forms, and forms that lost an accented letter; `jui` is July, as `juin` is not cut."""

MONTHS = {
    name: number
    for names in MONTHS_BY_LANGUAGE.values()
    for number, name in enumerate(names.split(), 1)
} | {name: number for number, names in _ABBREVIATIONS.items() for name in names.split()}

_FIRST_OF_MONTH = re.compile(r"\b[li|]er(?= [^\W\d_]{3,9} \d{4})")
"""`1er`, as readers of pixels see it; as long, so that places stay right."""
_MONTH = r"[^\W\d_]{3,10}"
_YEAR = r"(\d{4}(?![./\-]?\d|%)|\d{2}(?![./\-]?\d|%|(?!a )[^\W\d_]| \d(?!\S)))"
"""Two digits are no year where a letter or a lone digit follows: `19q7` and `99 7` lost others."""
_ISO = re.compile(r"(?<![\d.\-/])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_CHINESE = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
"""Korean years of papers are Gregorian, as Chinese ones are."""
_DIGITS = re.compile(rf"(?<![\d.\-/])(\d{{1,2}}) ?([-./ ]) ?(\d{{1,2}}) ?\2 ?{_YEAR}")
_BLANK_LOST = re.compile(r"(?<![\d.\-/])(?<!\d )(\d{2})( )(\d{2})(\d{4})(?! ?\d)")
"""`03 122019`: pixels lose a narrow blank."""
_BLANK_MORE = re.compile(
    r"(?<![\d.\-/])(?<!\d )(\d{2}) (\d{2}) ((?:1 9|2 0)\d ?\d|(?:1 9|2 0) \d ?\d|(?:19|20)\d \d"
    r"|(?:19|20) \d \d)(?! ?\d)"
)
"""`05 02 2 004`, from boxes of one digit each; pairs (`05 02 20 04`) may be a telephone number."""
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?: ?(?:er|(?:st|nd|rd|th)(?![^\W\d_])|°|º|ᵉʳ|o(?=[ .])))?"
    rf"(?: (?:day of|jour d[eu]|du mois de|del mes de|de|of)\b)?[ .\-/]{{0,3}}"
    rf"({_MONTH})\.?(?: ?[/ ] ?({_MONTH})\.?)?(?: del?| of)?,?[ .\-/]{{0,3}}{_YEAR}"
)
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) thang (\d{1,2}) nam (\d{4})(?!\d)")
_BOXES = re.compile(r"\bjo\W+mo\W+an\b\W+(\d ?\d)\W+(\d ?\d)\W+(\d ?\d ?\d ?\d)(?! ?\d)")
"""`Jo Mo An` over a box for each digit (CIEC convention 16)."""
_MONTH_FIRST = re.compile(
    rf"(?<![^\W\d_])({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)"
)

_YEAR_FIRST = re.compile(rf"(?<![\w\-/])(\d{{4}})([-/ ])({_MONTH})\2(\d{{1,2}})(?![\d\-/])")
_ROMAN = re.compile(r"(?<![\d.\-/])(\d{1,2})[ .\-/]{1,2}([ivx]{1,4})[ .\-/]{1,2}(\d{4})(?!\d)")
_ROMAN_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii"
_ROMAN_MONTHS = {word: number for number, word in enumerate(_ROMAN_NUMERALS.split(), 1)}
"""`12-VI-2001`, as in Poland, Hungary and on old records."""
_OTHER_CALENDAR_AFTER = re.compile(
    r"\W{0,3}(?:e\.? ?c\b|ethiop|hijri|hegir|hidjri|هـ|ه(?!\w)|هجري|shamsi|jalali|bouddh"
    r"|buddh|budis|minguo|saka\b)"
)
_OTHER_ERA_AFTER = re.compile(r"\W{0,2}(?:h|a\.?h|s\.?h|b\.?e)\b")
_OTHER_CALENDAR_BEFORE = re.compile(
    r"(?:hijri|hegire|hegira|reiwa|heisei|showa|taisho|minguo|r\.o\.c\.?|民国|民國|令和|平成|昭和"
    r"|ethiopian|[\d\s](?:e\.?c\.?))\W{0,3}$"
)
_OTHER_ERA_BEFORE = re.compile(r"(?<![^\W_])[mtshr]\.?$")
"""What says of digits that they count the years of another era; single letters only where the year
has two digits, since 19.. and 20.. are years of none of those that have them."""
_AROUND = 16

_LONG_NAME = 5

FIRST_YEAR, LAST_YEAR = 1900, 2150
"""Years of papers of living people; a Hijri (14xx) or Buddhist (25xx) year lies outside."""
_CENTURY = 100
_AHEAD = timedelta(days=30 * 366)
"""A two-digit year is at most this far ahead: no paper is valid longer than fifteen years."""


class Written(Struct, frozen=True):
    """A date in a text."""

    value: str
    """ISO 8601."""
    span: tuple[int, int]
    """Half-open, in characters of the text."""
    alternatives: tuple[str, ...] = ()
    """The other order of day and month, where nothing settles it."""


def find(text: str, today: date, month_first: bool | None = None) -> tuple[Written, ...]:
    """Return the dates of a text in its order; `month_first` is None where the order is unknown.

    False settles a French or Spanish paper, True an American one. With None the value is day first
    and the other order, if it is a date, an alternative.

    >>> [d.value for d in find("né le 1er août 2004 à Fès, 12 AUG/AOÛT 04", date(2026, 11, 23))]
    ['2004-08-01', '2004-08-12']
    """
    folded = _FIRST_OF_MONTH.sub("1er", fold(text))
    taken: list[Written] = []
    for written in _all(folded, today, month_first):
        if not any(w.span[0] < written.span[1] and written.span[0] < w.span[1] for w in taken):
            taken.append(written)
    return tuple(sorted(taken, key=lambda written: written.span))


def _all(text: str, today: date, month_first: bool | None) -> Iterator[Written]:
    """Yield every form, the least ambiguous first: a later one may not overlap an earlier one."""
    for pattern in (_CHINESE, _ISO):
        for match in pattern.finditer(text):
            if not _of_another_calendar(match):
                yield from _written(match, (match[1], match[2], match[3]), today)
    for pattern in (_VIETNAMESE, _BOXES):
        for match in pattern.finditer(text):
            day, month_number, year = (part.replace(" ", "") for part in match.groups())
            yield from _written(match, (year, month_number, day), today)
    for match, month in _named(_DAY_FIRST, text, 2):
        if not match[3] or _month(match[3]) == month:
            yield from _written(match, (match[4], month, match[1]), today)
    for match, month in _named(_MONTH_FIRST, text, 1):
        yield from _written(match, (match[3], month, match[2]), today)
    for match, month in _named(_YEAR_FIRST, text, 3):
        yield from _written(match, (match[1], month, match[4]), today)
    for match in _ROMAN.finditer(text):
        if month := _ROMAN_MONTHS.get(match[2], 0):
            yield from _written(match, (match[3], month, match[1]), today)
    for match in _BLANK_MORE.finditer(text):
        yield from _written(match, (match[3].replace(" ", ""), match[2], match[1]), today)
    for pattern in (_DIGITS, _BLANK_LOST):
        for match in pattern.finditer(text):
            if not _of_another_calendar(match):
                yield from _in_digits(match, today, month_first)


def _named(pattern: re.Pattern[str], text: str, group: int) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the matches whose word is a month: `52 horas del 20` must not eat `20 de octubre`."""
    place = 0
    while match := pattern.search(text, place):
        month = _month(match[group])
        place = match.end() if month else match.start() + 1
        if month:
            yield match, month


def _of_another_calendar(match: re.Match[str]) -> bool:
    """Tell digits whose years are counted otherwise: they are never converted, nor guessed."""
    text, (start, end) = match.string, match.span()
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if _OTHER_CALENDAR_AFTER.match(after) or _OTHER_CALENDAR_BEFORE.search(before):
        return True
    short = not re.search(r"\d{4}", match[0])
    return short and bool(_OTHER_ERA_AFTER.match(after) or _OTHER_ERA_BEFORE.search(before))


def _month(word: str) -> int | None:
    """Return the month; a long name may have one letter misread if that leaves one month."""
    if word in MONTHS or len(word) < _LONG_NAME:
        return MONTHS.get(word)
    near = {
        number
        for name, number in MONTHS.items()
        if len(name) >= _LONG_NAME and Levenshtein.distance(word, name, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None


def _in_digits(match: re.Match[str], today: date, month_first: bool | None) -> Iterator[Written]:
    first, second, year = match[1], match[3], match[4]
    if match[2] == " " and not (len(first) == len(second) == 2 and len(year) == 4):
        return
    day_first = _iso(year, second, first, today)
    other = _iso(year, first, second, today)
    value, alternative = (other, day_first) if month_first else (day_first, other)
    # Dots are not used where the month comes first.
    open_order = month_first is None and match[2] != "."
    rivals = (alternative,) if open_order and value and alternative not in ("", value) else ()
    if value or (alternative and open_order):
        yield Written(value or alternative, match.span(), rivals)


def _written(
    match: re.Match[str], parts: tuple[str, str | int, str | int], today: date
) -> Iterator[Written]:
    if value := _iso(*parts, today):
        yield Written(value, match.span())


def _iso(year: str, month: str | int, day: str | int, today: date) -> str:
    """Return the date in ISO form; empty when there is no such day or the year is out of range."""
    number = int(year)
    if number < _CENTURY:
        number += today.year - today.year % _CENTURY
        number -= _CENTURY if number > (today + _AHEAD).year else 0
    try:
        found = date(number, int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if FIRST_YEAR <= number <= LAST_YEAR else ""

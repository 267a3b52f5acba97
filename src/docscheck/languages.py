"""Which languages does docscheck speak, and how does each write dates, numbers and lists?

Those of the student portal: French, English, Spanish, Chinese (simplified) and Arabic. Dates and
decimal signs follow CLDR 46; Arabic with Western digits, as its `latn` forms and French forms have
them. The sentences are in `messages`, one folder for each of `LANGUAGES`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

_SOUNDS_I = re.compile("(?i)\u2068?h?i(?![aeo])")
"""In Spanish; a name from outside may stand between isolates."""

_LATIN = re.compile("[!-~\u2068]")
_NOT_ARABIC = re.compile("[^\u0600-\u06ff]")


class Writing(Struct, frozen=True):
    """How one language is written."""

    name: str
    """Its own name, for whoever looks for it."""
    tag: str
    """BCP 47, for pages: it chooses the letters of a font and the voice of a reader."""
    date: str
    """Pattern of `day`, `month` (its name, or its number where there are none) and `year`."""
    months: str = ""
    first_day: str = "1"
    decimal: str = "."
    comma: str = ", "
    """Between the words of a list."""
    last: str = " and "
    """Before the last of them."""
    last_otherwise: tuple[re.Pattern[str], str] | None = None
    """What begins words before which it is another, and that one."""
    pause: str = ", "
    """Between parts of a sentence."""
    colon: str = ": "
    """After what a line is about."""
    stop: str = "."
    """At the end of a sentence."""
    semicolons_in_tables: bool = False
    """Spreadsheets in this language part columns by semicolons, their comma being taken."""
    has_blanks: bool = True
    """Between words; without them a line may end after almost any character."""
    has_capitals: bool = True
    right_to_left: bool = False


WRITING = {
    "fr": Writing(
        name="Français",
        tag="fr",
        date="{day} {month} {year}",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre",
        first_day="1er",
        decimal=",",
        last=" et ",
        colon=" : ",
        semicolons_in_tables=True,
    ),
    "en": Writing(
        name="English",
        tag="en",
        date="{day} {month} {year}",
        months="January February March April May June July August September October November "
        "December",
    ),
    "es": Writing(
        name="Español",
        tag="es",
        date="{day} de {month} de {year}",
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre",
        decimal=",",
        last=" y ",
        last_otherwise=(_SOUNDS_I, " e "),
        semicolons_in_tables=True,
    ),
    "zh": Writing(
        name="简体中文",
        tag="zh-Hans",
        date="{year}年{month}月{day}日",
        comma="、",
        last="和",
        last_otherwise=(_LATIN, " 和 "),
        pause="，",
        colon="：",
        stop="。",
        has_blanks=False,
        has_capitals=False,
    ),
    "ar": Writing(
        name="العربية",
        tag="ar",
        date="{day} {month} {year}",
        months="يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        comma="، ",
        last=" و",
        last_otherwise=(_NOT_ARABIC, " و "),
        pause="، ",
        semicolons_in_tables=True,
        has_capitals=False,
        right_to_left=True,
    ),
}
LANGUAGES = tuple(WRITING)
OF_RULES = ("fr", "en")
"""Languages in which rules are written; a report for programs has both, whoever reads it."""


def with_those_of_rules(language: str) -> tuple[str, ...]:
    """Give the languages of a report for programs that is also asked for in `language`."""
    return OF_RULES if language in OF_RULES else (*OF_RULES, language)


def written_date(day: date, language: str) -> str:
    """Write a date out.

    >>> [written_date(date(2026, 9, 1), language) for language in LANGUAGES[:4]]
    ['1er septembre 2026', '1 September 2026', '1 de septiembre de 2026', '2026年9月1日']
    """
    writing = WRITING[language]
    month = writing.months.split()[day.month - 1] if writing.months else day.month
    number = writing.first_day if day.day == 1 else day.day
    return writing.date.format(day=number, month=month, year=day.year)


def written_number(number: float, language: str) -> str:
    """Write a number with at most two decimals.

    >>> written_number(2.5, "fr"), written_number(2.0, "en")
    ('2,5', '2')
    """
    text = f"{number:.2f}".rstrip("0").rstrip(".") if isinstance(number, float) else str(number)
    return text.replace(".", WRITING[language].decimal)


def written_list(items: Sequence[str], language: str) -> str:
    """Write a list out.

    >>> written_list(["Perú", "Chile", "Irán"], "es"), written_list(["中国", "法国"], "zh")
    ('Perú, Chile e Irán', '中国和法国')
    """
    if len(items) < 2:
        return "".join(items)
    writing = WRITING[language]
    last = writing.last
    if writing.last_otherwise is not None:
        those, otherwise = writing.last_otherwise
        last = otherwise if those.match(items[-1]) else last
    return writing.comma.join(items[:-1]) + last + items[-1]


_OWN_NAME = "docscheck"


def capitalised(text: str, language: str) -> str:
    """Give a sentence its capital, where the language has capitals; this tool's name has none.

    >>> capitalised("sure of it", "en"), capitalised("docscheck reads", "en")
    ('Sure of it', 'docscheck reads')
    """
    if not WRITING[language].has_capitals or text.startswith(_OWN_NAME):
        return text
    return text[:1].upper() + text[1:]

"""How do papers write dates, years, names and numbers? In the languages of the specimens.

Source for French: the usage of civil-status records (dates in words, months in lower case).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from specimens.model import PageTruth, Paper, Person, Wish

_MONTH_NAMES = """
fr janvier février mars avril mai juin juillet août septembre octobre novembre décembre
en January February March April May June July August September October November December
es enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
pt janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
it gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
de Januar Februar März April Mai Juni Juli August September Oktober November Dezember
ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
pl stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października \
listopada grudnia
tr Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık
ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""
MONTHS: Mapping[str, tuple[str, ...]] = {
    line.split()[0]: tuple(line.split()[1:]) for line in _MONTH_NAMES.strip().splitlines()
}
"""Language (ISO 639-1) -> the twelve months as a date has them."""

_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def number_in_french(number: int) -> str:
    """Write a number from 0 to 9999 in French words.

    >>> number_in_french(1998), number_in_french(2021), number_in_french(81)
    ('mil neuf cent quatre-vingt-dix-huit', 'deux mille vingt et un', 'quatre-vingt-un')
    """
    if number >= 1000:
        head = {1: "mil"}.get(number // 1000, f"{_UNITS[number // 1000]} mille")
        return head + (f" {number_in_french(number % 1000)}" if number % 1000 else "")
    if number >= 100:
        head = "cent" if number < 200 else f"{_UNITS[number // 100]} cent"
        return head + (f" {number_in_french(number % 100)}" if number % 100 else "")
    return _below_hundred(number)


def _below_hundred(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    if number >= 80:
        return "quatre-vingt" + ("s" if number == 80 else f"-{_UNITS[number - 80]}")
    ten = 60 if number >= 60 else number // 10 * 10
    rest = number - ten
    if rest == 0:
        return _TENS[ten]
    return _TENS[ten] + (f" et {_UNITS[rest]}" if rest in (1, 11) else f"-{_UNITS[rest]}")


def french_date(day: date) -> str:
    """Write a date as `1er septembre 2026`."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS['fr'][day.month - 1]} {day.year}"


def french_date_in_words(day: date) -> str:
    """Write a date as civil-status records do: `le douze mars deux mille trois`."""
    number = "premier" if day.day == 1 else number_in_french(day.day)
    return f"{number} {MONTHS['fr'][day.month - 1]} {number_in_french(day.year)}"


def numeric_date(day: date, rng: Random | None = None) -> str:
    """Write a date as `12/09/2026`, or with other signs between when a random is given."""
    sign = rng.choice("//./-") if rng else "/"
    return day.strftime(f"%d{sign}%m{sign}%Y")


def some_french_date(day: date, rng: Random) -> str:
    """Write a date in one of the French manners."""
    return rng.choice((french_date(day), numeric_date(day), numeric_date(day, rng)))


def long_date(day: date, language: str) -> str:
    """Write a date with the month's name in a language of `MONTHS`."""
    month = MONTHS[language][day.month - 1]
    if language == "fr":
        return french_date(day)
    if language in ("es", "pt"):
        return f"{day.day} de {month} de {day.year}"
    if language == "de":
        return f"{day.day}. {month} {day.year}"
    return f"{day.day} {month} {day.year}"


def some_english_date(day: date, rng: Random) -> str:
    """Write a date in one of the British or American manners that cannot be mistaken."""
    month = MONTHS["en"][day.month - 1]
    tail = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return rng.choice((
        f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}",
        f"{day.day}{tail} {month} {day.year}",
    ))  # fmt: skip


def school_year_of(day: date) -> str:
    """Return the academic year that contains a day, as `2026-2027`; it begins in September.

    Source: the academic year runs from 1 September to 31 August (API statut étudiant).
    """
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}-{first + 1}"


def wished_year(wish: Wish) -> str:
    """Return the academic year to print: the wished, else that of today (expired: before it)."""
    if wish.school_year:
        return wish.school_year
    first = int(school_year_of(wish.today)[:4]) - int(wish.expired)
    return f"{first}-{first + 1}"


def printed_year(year: str, rng: Random) -> str:
    """Print an academic year in one of the manners of French institutions."""
    first, last = year.split("-")
    return rng.choice((f"{first}-{last}", f"{first}/{last}", f"{first} - {last}"))


def shown(person: Person, wish: Wish) -> Person:
    """Return who the paper is about: the person, or somebody else when the wish says so."""
    return wish.holder or person


def day_before(today: date, rng: Random, most: int, least: int = 1) -> date:
    """Return a day some days before today."""
    return today - timedelta(days=rng.randint(least, most))


def day_in_year(year: str, today: date, rng: Random) -> date:
    """Return a day in the first months of an academic year, not after today."""
    first = date(int(year[:4]), 7, 8)
    day = first + timedelta(days=rng.randint(0, 110))
    return min(day, today - timedelta(days=rng.randint(0, 6)))


def civility(person: Person, rng: Random) -> str:
    """Return a French title for the person."""
    if person.sex == "M":
        return rng.choice(("Monsieur", "M.", "Monsieur"))
    return rng.choice(("Madame", "Mme", "Mademoiselle", "Madame"))


def full_name(person: Person, rng: Random, first_only: bool = False) -> tuple[str, str]:
    """Return a printed name and the given names it shows."""
    given = person.given_names[:1] if first_only else person.given_names
    names = " ".join(given)
    surname = person.surname.upper()
    text = rng.choice((f"{surname} {names}", f"{names} {surname}", f"{surname} {names}"))
    return text.strip(), names


def agree(person: Person, text: str) -> str:
    """Fill `{e}` for the person's gender, as in `né{e}`."""
    return text.replace("{e}", "e" if person.sex == "F" else "")


def parent_name(parent: tuple[str, str]) -> str:
    """Return a parent's name as the truth gives it: given names, then surname."""
    return f"{parent[1]} {parent[0]}".strip()


def identity_fields(person: Person, given: str | None = None) -> dict[str, str]:
    """Return the fields of who the paper is about, without the place of birth."""
    return {
        "surname": person.surname,
        "given_names": " ".join(person.given_names) if given is None else given,
        "birth_date": person.birth_date.isoformat(),
    }


def whole(kind: str, fields: Mapping[str, str], variant: str = "") -> PageTruth:
    """Return the truth of a page that holds a whole paper; empty values are left out."""
    shown_fields = {name: value for name, value in fields.items() if value}
    return PageTruth(kind, "whole", shown_fields, variant=variant)


def a4(kind: str, template: str, pdf: bytes, *pages: PageTruth) -> Paper:
    """Return an A4 paper."""
    return Paper(kind, template, pdf, pages, (210.0, 297.0))


def digits(rng: Random, count: int) -> str:
    """Return random digits, the first not zero."""
    return str(rng.randint(1, 9)) + "".join(rng.choice("0123456789") for _ in range(count - 1))

"""Is the certificate for this academic year?

Asks: does the certificate name the academic year in which the student registers?
Why: the seed asks for a certificate "pour l'année en cours" (L113-115).
The academic year Y-(Y+1) begins in September of Y. From June on next year's certificate is good.
Fails: a year that is over, read for certain. Review: in September, the year just over, as the new
certificate may not be there yet; a year still to come; a doubtful reading.
Unchecked: no year was read.
How it can be wrong: a calendar of another country; the institution must be French anyway.
Source: seed L113-115; `domain.md`, enrolment (an error from October on); data.gouv.fr, "API statut
étudiant" (September to August).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.checkers.evidence import HIGH_CONFIDENCE, kind_of, where_is
from docscheck.document import Document, Field, Folder
from docscheck.finding import Context, Issue, Kind, Param

ID = "school-year"
RULES = frozenset({"validity.school_year"})

_YEAR = re.compile(r"(\d{4})-(\d{4})")
_SEPTEMBER = 9


class Settings(Struct, frozen=True):
    """When two years are good."""

    field: str = "school_year"
    previous_until_month: int = 9
    """Last month in which the certificate of the year just over is no more than a doubt."""
    next_from_month: int = 6
    """First month in which the certificate of the coming year is taken."""
    required: bool = True
    """Whether a year that was not read leaves the check undone."""
    case: str = ""
    """Sentences to choose: `resources`; empty for certificates of enrolment."""
    min_confidence: float = HIGH_CONFIDENCE


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue when the certificate's year is not one that is good today."""
    found = subject.field(settings.field)
    wanted = f"{_current(context.today)}-{_current(context.today) + 1}"
    params: dict[str, Param] = {"wanted": wanted}
    if found is None or _first(found.value) is None:
        if settings.required:
            where = where_is(subject)
            yield Issue("validity.school_year", Kind.UNCHECKED, where, "unread", params, subject.id)
        return
    good = _good_years(context.today, settings)
    if _first(found.value) in good:
        return
    params["year"] = found.value
    where = where_is(subject, found)
    to_come = (_first(found.value) or 0) > max(good)
    just_over = _is_just_over(_first(found.value), settings, context.today)
    doubt = to_come or just_over
    kind = Kind.REVIEW if doubt else _kind(found, subject, folder, settings)
    case = settings.case or ("future" if to_come else "just_over" if just_over else "")
    yield Issue("validity.school_year", kind, where, case, params, subject.id)


def _kind(found: Field, subject: Document, folder: Folder, settings: Settings) -> Kind:
    return kind_of(found, subject, folder, settings.min_confidence)


def _current(today: date) -> int:
    """Give the year in which the running academic year began."""
    return today.year if today.month >= _SEPTEMBER else today.year - 1


def _good_years(today: date, settings: Settings) -> frozenset[int]:
    years = {_current(today)}
    if settings.next_from_month <= today.month < _SEPTEMBER:
        years.add(today.year)
    return frozenset(years)


def _is_just_over(year: int | None, settings: Settings, today: date) -> bool:
    recent = _SEPTEMBER <= today.month <= settings.previous_until_month
    return recent and year == today.year - 1


def _first(value: str) -> int | None:
    match = _YEAR.fullmatch(value)
    return int(match[1]) if match else None

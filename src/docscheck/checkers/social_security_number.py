"""Is the social security number well formed, and is it the final one?

Asks: does the two-digit key hold; does the number begin with 7 or 8, and how long can it be used?
Why: a number with a wrong key was misread or mistyped. A number that begins with 7 or 8 is
provisional (NIA): good for refunds, not for an ameli account or a carte Vitale, and usable for nine
months. They are counted from the first day of rights, and the certificate may print another end:
the earlier day is told as advice, and only past the later one it is for review.
Source: INSEE, structure of the NIR (key: 97 less the number modulo 97; 2A counts as 19, 2B as 18);
ameli.fr, "né à l'étranger" (2025-04).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.checkers.evidence import day, kind_of, months_later, where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Personal
from docscheck.readers.nir import is_provisional, is_valid

ID = "social-security-number"
RULES = frozenset({"nir.key", "nir.provisional", "nir.provisional_over"})

_LENGTH = 15
"""With its key; thirteen digits without one cannot be checked."""


class Settings(Struct, frozen=True):
    """When a number counts as read for certain."""

    min_confidence: float = 0.95
    provisional_months: int = 9
    """How long a provisional number can be used."""
    ends: tuple[str, ...] = ("expiry_date",)
    """Fields that say until when,"""
    starts: tuple[str, ...] = ("valid_from", "issue_date")
    """else from when the months are counted."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a wrong key, or one for a provisional number."""
    found = subject.field("nir")
    if found is None or len(found.value) != _LENGTH:
        return
    where = where_is(subject, found)
    params: dict[str, Param] = {"nir": Personal("nir", found.value)}
    if not is_valid(found.value):
        kind = kind_of(found, subject, folder, settings.min_confidence)
        yield Issue("nir.key", kind, where, "", params, subject.id)
    elif is_provisional(found.value):
        days = _last_days(subject, settings)
        if days and max(days) < context.today:
            params["date"] = max(days)
            yield Issue("nir.provisional_over", Kind.REVIEW, where, "", params, subject.id)
        elif days:
            params["date"] = min(days)
            yield Issue("nir.provisional", Kind.FAIL, where, "until", params, subject.id)
        else:
            yield Issue("nir.provisional", Kind.FAIL, where, "", params, subject.id)


def _last_days(subject: Document, settings: Settings) -> list[date]:
    """Give the days until which a provisional number may be usable, printed and counted."""
    printed = [day(subject.value(name) or "") for name in settings.ends]
    starts = (day(subject.value(name) or "") for name in settings.starts)
    first = next(filter(None, starts), None)
    counted = months_later(first, settings.provisional_months) if first else None
    return [last for last in (*printed, counted) if last is not None]

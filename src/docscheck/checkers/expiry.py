"""Is the document valid today, and long enough?

Asks: is today within the dates of the document?
Why: an expired identity document, visa or permit is sent back. The last day counts as valid.
Fails: a proven date, or one read for certain. Review: a date of middling confidence, or one with
another possible reading; where no end was read, a day of issue so long ago that no document of the
type is valid still (residence permits before 2011: PRADO FRA-HO-08001). Unchecked: no date was
read. Warns: it ends within `margin_days`, or before the end of the academic year where that is
asked (EHIC; cleiss.fr, "études").
How it can be wrong: a paper prolonged by law or by a separate receipt; say so with that receipt.
Source: `domain.md` §4.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from docscheck.checkers.evidence import (
    HIGH_CONFIDENCE,
    academic_year_end,
    day,
    kind_of,
    where_is,
)
from docscheck.document import Document, Field, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "expiry"
RULES = frozenset({"validity.expired", "validity.expires_soon", "validity.not_yet_valid"})


class Settings(Struct, frozen=True):
    """Which dates, and how much is to be left."""

    field: str = "expiry_date"
    start_field: str = "valid_from"
    """Date from which the document is valid, where it has one."""
    case: str = ""
    """Sentences to choose: `visa`, `permit`, `ehic`; empty for identity documents."""
    margin_days: int = 90
    """Fewer days left than this are worth a warning; 0 never warns."""
    through_academic_year: bool = False
    """It should be valid to the end of the academic year (31 August)."""
    max_years: int = 0
    """No document of the type is valid longer after its issue; 0 where nothing is known of it."""
    required: bool = True
    """Whether a date that was not read leaves the check undone."""
    min_confidence: float = HIGH_CONFIDENCE


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with the end of validity, then with its start."""
    end = subject.field(settings.field)
    if end is None or day(end.value) is None:
        if (old := _too_old(subject, settings, context)) is not None:
            yield old
        elif settings.required:
            params: dict[str, Param] = {"type": Term("type", subject.type or "other")}
            yield Issue(
                "validity.expired", Kind.UNCHECKED, where_is(subject), "unread", params, subject.id
            )
    else:
        yield from _end(subject, folder, end, settings, context)
    yield from _start(subject, folder, settings, context)


def _end(
    subject: Document, folder: Folder, end: Field, settings: Settings, context: Context
) -> Iterator[Issue]:
    last, today = day(end.value), context.today
    if last is None:
        return
    where = where_is(subject, end)
    params: dict[str, Param] = {"type": Term("type", subject.type or "other"), "date": last}
    if last < today:
        kind = kind_of(end, subject, folder, settings.min_confidence)
        yield Issue("validity.expired", kind, where, settings.case, params, subject.id)
    elif past := [other for text in end.alternatives if (other := day(text)) and other < today]:
        # Day and month may be either way round, and one way it is over.
        params["date"] = past[0]
        yield Issue("validity.expired", Kind.REVIEW, where, settings.case, params, subject.id)
    elif last < _wanted(today, settings):
        params["days"] = (last - today).days
        yield Issue("validity.expires_soon", Kind.FAIL, where, settings.case, params, subject.id)


_DAYS_OF_A_YEAR = 366
"""A leap year's, so that nothing is called over a day too early."""


def _too_old(subject: Document, settings: Settings, context: Context) -> Issue | None:
    """Judge a document without an end by its day of issue: for review, it may be another day."""
    issued = subject.field("issue_date")
    first = day(issued.value) if issued is not None else None
    if issued is None or first is None or not settings.max_years:
        return None
    if (context.today - first).days <= _DAYS_OF_A_YEAR * settings.max_years:
        return None
    params: dict[str, Param] = {
        "type": Term("type", subject.type or "other"),
        "date": first,
        "years": settings.max_years,
    }
    where = where_is(subject, issued)
    return Issue("validity.expired", Kind.REVIEW, where, "too_old", params, subject.id)


def _wanted(today: date, settings: Settings) -> date:
    """Give the first day up to which the document had better be valid."""
    margin = today + timedelta(days=settings.margin_days)
    if not settings.through_academic_year:
        return margin
    return max(margin, academic_year_end(today))


def _start(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    start = subject.field(settings.start_field)
    first = day(start.value) if start is not None else None
    if start is None or first is None or first <= context.today:
        return
    kind = kind_of(start, subject, folder, settings.min_confidence)
    params: dict[str, Param] = {"type": Term("type", subject.type or "other"), "date": first}
    where = where_is(subject, start)
    yield Issue("validity.not_yet_valid", kind, where, settings.case, params, subject.id)

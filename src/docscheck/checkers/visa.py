"""Is the visa of the right kind, and was done after arrival what it asks for?

Asks: is it a long-stay visa (type D)? Was a visa that stands in for a residence permit (VLS-TS)
validated on line within three months, and a card requested for one that says so, within two? Does
it let in more than once?
Why: a short-stay visa (C) opens no right to this registration; a VLS-TS that was not validated no
longer proves legal stay, and neither does a visa that ended while no card was requested.
Source: seed L265 ("visa étudiant"); CESEDA L312-1, R431-16 and R431-17; Franco-Algerian agreement
of 1968; `domain.md` §1.3, §2.2, §4.
Validation is not asked of a visa whose bearer has to request a card (`card_to_request`, Algeria),
of a minor (`minor_school`, or under 18), of one who already shows a permit or a receipt; the day
by which it is due is told as advice. Of a visa that is over, `expiry` speaks.
Review only: the student may have done it without putting the confirmation in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.checkers.evidence import (
    HIGH_CONFIDENCE,
    day,
    is_adult,
    kind_of,
    months_later,
    where_is,
)
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "visa"
RULES = frozenset(
    {
        "validity.visa_type",
        "validity.visa_not_validated",
        "validity.visa_to_validate",
        "validity.card_not_requested",
        "validity.visa_single_entry",
    }
)

_ONCE = "1"
"""Value of `entries` on a visa that lets in once."""


class Settings(Struct, frozen=True):
    """Kinds of visa, and what makes validation unnecessary."""

    short_types: tuple[str, ...] = ("A", "B", "C")
    """Values of `visa_type` for transit and short stay."""
    short_mark: str = "short_stay"
    validated_mark: str = "vls_ts"
    """Mark of a visa that has to be validated."""
    long_marks: tuple[str, ...] = ("vls_ts", "vls_t", "card_to_request", "minor_school")
    """Marks that only long-stay visas have: they tell the kind where its letter was not read."""
    short_days: int = 90
    """Regulation (EC) 810/2009, article 1: what a short-stay visa allows at the most."""
    exempt_marks: tuple[str, ...] = ("card_to_request", "minor_school", "vls_t")
    months: int = 3
    """From the visa's first day, within which it has to be validated."""
    card_mark: str = "card_to_request"
    """Mark of a visa whose bearer has to request a card."""
    card_months: int = 2
    """From the visa's first day, within which the card has to be requested."""
    proofs: tuple[str, ...] = ("visa_validation", "residence_permit", "residence_receipt")
    """Types that make the question idle."""
    cards: tuple[str, ...] = ("residence_permit", "residence_receipt")
    """Types that show that a card was requested."""
    min_confidence: float = HIGH_CONFIDENCE


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with the kind of visa, then with what it asks for."""
    yield from _type(subject, folder, settings)
    yield from _validation(subject, folder, settings, context)
    yield from _card(subject, folder, settings, context)
    yield from _entries(subject, folder, settings, context)


def _type(subject: Document, folder: Folder, settings: Settings) -> Iterator[Issue]:
    found = subject.field("visa_type")
    if found is None or any(mark in subject.marks for mark in settings.long_marks):
        # Words that only long-stay visas bear outweigh a single letter.
        yield from _untold(subject, settings)
    elif found.value.upper() in settings.short_types:
        kind = kind_of(found, subject, folder, settings.min_confidence)
        params = {"visa_type": found.value.upper()}
        where = where_is(subject, found)
        yield Issue("validity.visa_type", kind, where, "", params, subject.id)


def _untold(subject: Document, settings: Settings) -> Iterator[Issue]:
    """Judge a visa whose letter was not read by what else tells its kind."""
    rule, where = "validity.visa_type", where_is(subject)
    days = _days(subject)
    if settings.short_mark in subject.marks:
        yield Issue(rule, Kind.REVIEW, where, "mark", {}, subject.id)
    elif not any(mark in subject.marks for mark in settings.long_marks):
        if days is not None and days <= settings.short_days + 1:
            yield Issue(rule, Kind.REVIEW, where, "short", {"days": days}, subject.id)
        else:
            yield Issue(rule, Kind.UNCHECKED, where, "unread", {}, subject.id)


def _days(subject: Document) -> int | None:
    first, last = day(subject.value("valid_from") or ""), day(subject.value("expiry_date") or "")
    return (last - first).days if first is not None and last is not None else None


def _validation(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    if not _must_validate(subject, folder, settings, context):
        return
    start = subject.field("valid_from")
    first = day(start.value) if start is not None else None
    rule, where = "validity.visa_not_validated", where_is(subject, start)
    if first is None:
        yield Issue(rule, Kind.UNCHECKED, where, "unread", {}, subject.id)
    else:
        params: dict[str, date] = {"date": months_later(first, settings.months)}
        if params["date"] < context.today:
            yield Issue(rule, Kind.REVIEW, where, "", params, subject.id)
        elif first <= context.today:
            yield Issue("validity.visa_to_validate", Kind.REVIEW, where, "", params, subject.id)


def _must_validate(subject: Document, folder: Folder, settings: Settings, context: Context) -> bool:
    marks = frozenset(subject.marks)
    return (
        settings.validated_mark in marks
        and not marks.intersection(settings.exempt_marks)
        and is_adult(subject, context) is not False
        and not any(document.type in settings.proofs for document in folder.documents)
    )


def _card(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield a card that should have been requested by now and of which nothing is there."""
    start = subject.field("valid_from")
    first = day(start.value) if start is not None else None
    shown = any(document.type in settings.cards for document in folder.documents)
    if settings.card_mark not in subject.marks or shown or first is None:
        return
    params: dict[str, date] = {"date": months_later(first, settings.card_months)}
    if params["date"] < context.today and not _is_over(subject, context):
        where = where_is(subject, start)
        yield Issue("validity.card_not_requested", Kind.REVIEW, where, "", params, subject.id)


def _entries(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield advice for a long-stay visa that lets in once, while no card takes over from it."""
    found = subject.field("entries")
    short = (subject.value("visa_type") or "").upper() in settings.short_types
    shown = any(document.type in settings.cards for document in folder.documents)
    if found is None or found.value != _ONCE or short or shown or _is_over(subject, context):
        return
    where = where_is(subject, found)
    yield Issue("validity.visa_single_entry", Kind.REVIEW, where, "", {}, subject.id)


def _is_over(subject: Document, context: Context) -> bool:
    last = day(subject.value("expiry_date") or "")
    return last is not None and last < context.today

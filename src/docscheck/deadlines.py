"""Which days must this student not miss? Dates of the documents in, days out; nothing is judged.

What counts as a day, and how it is worked out, stands in `rules/deadlines.toml`. A date that is
proven or firmly read makes a sure day; one of middling confidence, or with another possible
reading, the earliest day it can mean, which is then said to be unsure; a guess makes none. Papers
that seem to be somebody else's tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from docscheck.checkers.evidence import day, is_adult, is_firm, months_later
from docscheck.document import Document, Field, Folder, Standing
from docscheck.finding import Context, Kind, Known, Severity
from docscheck.readers.nir import is_provisional, is_valid
from docscheck.report import Report
from docscheck.rulebook.schema import DeadlineRule

_MIN_CONFIDENCE = 0.7
"""Of a date worth a day in a calendar at all, with a word of caution."""
_SCHOOL_YEAR = re.compile(r"(\d{4})-(\d{4})")
_OF_ANOTHER = "consistency."
"""Findings that a paper is not the student's."""
_OTHER = "consistency.other_person"
"""The one that counts even as a doubt; a slip in a name does not."""
_DECEMBER = 12


class Deadline(Struct, frozen=True):
    """One day to remember."""

    rule: str
    """Id in `deadlines.toml`."""
    day: date
    """The last good day."""
    type: str
    """Of the document it was drawn from."""
    paths: tuple[str, ...]
    sure: bool
    """Whether the date on the document was read for certain."""
    remind_days: tuple[int, ...] = ()


def deadlines(report: Report, rules: Sequence[DeadlineRule]) -> tuple[Deadline, ...]:
    """Give the days from `report.today` on, the nearest first, each kind and type once."""
    latest: dict[tuple[str, str], Deadline] = {}
    for rule in rules:
        for found in _of_rule(rule, report):
            key = (found.rule, found.type)
            # Of two papers of one kind the newer counts: the old one was kept by mistake.
            if key not in latest or found.day > latest[key].day:
                latest[key] = found
    coming = [d for d in latest.values() if d.day >= report.today]
    return tuple(sorted(coming, key=lambda d: (d.day, d.rule, d.type)))


def has_number(document: Document, kind: str) -> bool | None:
    """Say whether a `final` or `provisional` number stands on it; `None` when none was read."""
    found = document.value("nir")
    if found is None or not is_valid(found):
        return None
    return is_provisional(found) is (kind == "provisional")


def is_own(document: Document, report: Report) -> bool:
    """Say whether nothing shows the paper to be somebody else's; an unread name shows nothing."""
    return not any(
        finding.rule.startswith(_OF_ANOTHER)
        and (finding.kind is Kind.FAIL or (finding.kind is Kind.REVIEW and finding.rule == _OTHER))
        and (finding.severity is Severity.ERROR or finding.superseded)
        and finding.issue.document == document.id
        for finding in report.findings
    )


def _of_rule(rule: DeadlineRule, report: Report) -> Iterator[Deadline]:
    documents = [d for d in report.documents if is_own(d, report)]
    if any(d.type in rule.idle_with for d in documents):
        return
    if rule.idle_with_final_number and any(has_number(d, "final") for d in documents):
        return
    folder = Folder(report.dossier, report.files, report.documents, report.ignored)
    context = Context(report.today, report.profile)
    for document in documents:
        if document.type not in rule.types or not _concerns(rule, document, report.profile):
            continue
        if rule.adults_only and is_adult(document, context) is False:
            continue
        found = _day(rule, document, folder)
        if found is not None and _is_near(rule, found[0], report.today):
            last, sure = found
            kind = document.type or ""
            yield Deadline(rule.id, last, kind, document.paths, sure, rule.remind_days)


def _concerns(rule: DeadlineRule, document: Document, profile: Mapping[str, Known]) -> bool:
    marks = {*document.marks}
    if "visa_kind" in profile and rule.marks:
        marks.add(str(profile["visa_kind"].value))
    if rule.marks and not marks.intersection(rule.marks):
        return False
    if marks.intersection(rule.exempt_marks):
        return False
    return not rule.number or has_number(document, rule.number) is not False


def _day(rule: DeadlineRule, document: Document, folder: Folder) -> tuple[date, bool] | None:
    """Give the day and whether it is sure."""
    fields = (document.field(name) for name in rule.fields)
    found = next((field for field in fields if field is not None), None)
    if found is None or not _is_worth_a_day(found):
        return None
    days = [_from(rule, value) for value in (found.value, *found.alternatives)]
    possible = [last for last in days if last is not None]
    return (min(possible), is_firm(found, document, folder)) if possible else None


def _is_worth_a_day(found: Field) -> bool:
    if found.standing is Standing.PROVEN:
        return True
    return found.standing is Standing.READ and found.confidence >= _MIN_CONFIDENCE


def _from(rule: DeadlineRule, value: str) -> date | None:
    if rule.closes_month:
        year = _SCHOOL_YEAR.fullmatch(value)
        return _last_day(int(year[2]), rule.closes_month) if year else None
    start = day(value)
    return months_later(start, rule.months) if start is not None else None


def _last_day(year: int, month: int) -> date:
    following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return following - timedelta(days=1)


def _is_near(rule: DeadlineRule, last: date, today: date) -> bool:
    return not rule.within_days or (last - today).days <= rule.within_days

"""The days to remember as a calendar file: RFC 5545, which every calendar program imports.

Whole days, with reminders before. No name and no number of the student stands in it, and no file
name, which may hold either: what ends is named by its type. A day keeps its UID from run to run,
so that importing again corrects it instead of doubling it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TextIO

from docscheck.deadlines import Deadline
from docscheck.foreign_text import visible
from docscheck.report import Report
from docscheck.reporters.guide_words import occasion, warning
from docscheck.reporters.interface import Manner

_NAMESPACE = uuid.UUID("5e0d2f0a-6c1c-5b59-9f0e-5a1d9a2c7b41")
"""Of docscheck's days; a random one, kept."""
_LINE_END = "\r\n"
_MAX_OCTETS = 75
"""Of a line, without its end: RFC 5545 §3.1."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})
"""RFC 5545 §3.3.11."""


def write(
    days: Sequence[Deadline], report: Report, owner: str, out: TextIO, manner: Manner
) -> None:
    """Write the days; there has to be one at least (§3.6), and `out` must leave line ends alone.

    `owner` tells this student from others and stays the same from run to run: the place of the
    folder, which is hashed and not shown.
    """
    for line in _calendar(days, report, owner, manner):
        out.write(_folded(line))


def _calendar(
    days: Sequence[Deadline], report: Report, owner: str, manner: Manner
) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//docscheck//docscheck {report.tool_version}//{manner.language.upper()}"
    yield "CALSCALE:GREGORIAN"
    for entry in days:
        yield from _event(entry, report, owner, manner)
    yield "END:VCALENDAR"


def _event(entry: Deadline, report: Report, owner: str, manner: Manner) -> Iterator[str]:
    language = manner.language
    summary = _text(occasion(entry, manner, language))
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_NAMESPACE, _identity(entry, owner))}"
    # The day of the check and not the hour of the clock: the same run gives the same bytes.
    yield f"DTSTAMP:{_day(report.today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY;LANGUAGE={language}:{summary}"
    yield f"DESCRIPTION;LANGUAGE={language}:{_text(warning(entry, manner, language))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for days_before in entry.remind_days:
        if entry.day - timedelta(days=days_before) >= report.today:
            yield "BEGIN:VALARM"
            yield "ACTION:DISPLAY"
            yield f"TRIGGER:-P{days_before}D"
            yield f"DESCRIPTION:{summary}"
            yield "END:VALARM"
    yield "END:VEVENT"


def _identity(entry: Deadline, owner: str) -> str:
    """Tell days apart: whose, what it is about, on which paper; not when."""
    name = owner.encode("utf-8", "backslashreplace").decode()
    return "\n".join((name, entry.rule, entry.type))


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    return visible(text).translate(_ESCAPES)


def _folded(line: str) -> str:
    """Break a line into pieces of at most 75 octets, none of them within a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _MAX_OCTETS:
            pieces.append(piece)
            # The blank that marks a continuation counts too.
            piece, size = " ", 1
        piece += character
        size += octets
    return _LINE_END.join((*pieces, piece)) + _LINE_END

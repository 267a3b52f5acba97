"""First day, type and day of issue on a visa, where the print of the labels is too small to read.

The sticker is the same in all states of the Schengen area (Regulation (EC) 1683/95): a row with the
first and the last day, under it the type beside entries and days of stay, under that place and day
of issue; the number of the passport ends the first of these rows or the last, or stands elsewhere
as the one number that is not the sticker's own. The last day is in the machine-readable zone too,
so the date left of it is the first day; stamps beside the sticker have other dates and are not
taken. Without a zone, two dates on one row after `du`, `from` or `valable`, or under a line of such
labels, are the first and the last day; so print certificates that go with a visa.

Does not guess: a row with one date, or an order that is no order, gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import OSA

from docscheck.document import Field, Standing
from docscheck.readers.interface import Reading
from docscheck.readers.mrz_fields import fields as zone_fields
from docscheck.readers.passage import Passage, fold
from docscheck.readers.printed_dates import (
    PrintedDate,
    days_of_zone,
    printed_dates,
    rows_apart,
)
from docscheck.readers.sheet import sheets_of

ID = "visa-sticker"

_BEFORE_PAIR = re.compile(r"\b(?:du|from|vom|valable|valid|validite|desde|dal)\b")
_PAIRS = (("du", "au"), ("from", "until"), ("debut", "fin"))
_ABOVE_PAIR = re.compile(
    r"\bvali" + "".join(rf"|\b{one}\b(?:(?!\b{one}\b).)*?\b{other}\b" for one, other in _PAIRS)
)
"""The first word of a pair is the last one before the second: each is gone on from but once."""
_LABEL_REACH = 1.5
"""Heights of the row between its dates and the line of their labels."""
_REACH = r"(?![\w'’])[^\n]{0,40}?(?<!\w)"
_TYPE = re.compile(
    rf"(?<![\w'’])(?:([BCD]){_REACH}(?:MULT\w*|0?[12])|(A){_REACH}(?:MULT\w*|0[12])"
    rf"|([BCD]){_REACH}(?:[1-9]\d|[12]\d\d|3[0-6]\d))(?![\w%])"
)
"""The letter, then on its row the entries, or only the days of stay: those are on stamps too. `A`
is a French word as well: `à travailler 964 h` is no type."""
_ONLY_DAYS = 3
"""Group of the letter in `_TYPE` where only days follow it."""

_ENTRIES = re.compile(rf"(?<![\w'’])[ABCD]{_REACH}(MULT\w*|0?[12])(?![\w%])")
"""How often the visa lets in, on the row of its type."""
_NUMBER = re.compile(r"(?=(?:[A-Z]*[0-9]){4})[A-Z0-9]{6,12}")
_DAY = re.compile(r"\d{6}|\d{8}")
"""Of a stamp, or of a row whose points were lost."""
_MISREAD = 2
_LONG_STAY = re.compile(r"\bVLS\W?TS?\b|\bLONG S[EÉ]JOUR\b|\bCESEDA R\W?(?:431|311)\b")
"""Remarks of long-stay visas (type D) only: France writes them where the type is hard to read."""


class Settings(Struct, frozen=True):
    """Settings of the `visa-sticker` reader."""

    part: Literal[
        "valid_from", "valid_until", "visa_type", "entries", "issue_date", "passport_number"
    ]
    """Which of its values."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that value, where the layout of the sticker tells it."""
    printed = printed_dates(reading)
    pair = _validity(printed, reading)
    if settings.part == "visa_type":
        yield from _types(reading, name, pair)
    elif settings.part == "entries":
        yield from _entries(reading, name)
    elif pair is not None and settings.part == "valid_from":
        yield pair[0].field(name)
    elif pair is not None and settings.part == "valid_until":
        yield pair[1].field(name)
    elif pair is not None and settings.part == "issue_date":
        yield from (found.field(name) for found in _issued(printed, pair))
    elif settings.part == "passport_number":
        days = (*_issued(printed, pair), pair[1]) if pair is not None else ()
        yield from list(_passports(days, name)) or _only_number(reading, name)


def _validity(
    printed: tuple[PrintedDate, ...], reading: Reading
) -> tuple[PrintedDate, PrintedDate] | None:
    """Find the row with the first and the last day."""
    last = days_of_zone(reading.mrz, reading, "expiry_date")
    for end in printed:
        if last and not end.may_be(last[0]):
            continue
        before = [d for d in printed if d.box.right <= end.box.left and not rows_apart(d, end)]
        start = max(before, key=lambda d: d.box.right, default=None)
        if start is None or start.value >= (last[0] if last else end.value):
            continue
        if last or _is_announced(start, reading):
            return start, end
    return None


def _is_announced(start: PrintedDate, reading: Reading) -> bool:
    """Whether words of validity stand before a date on its row, or right above the row."""
    if _BEFORE_PAIR.search(fold(start.passage.text[: start.span[0]])):
        return True
    reach = start.box.top - _LABEL_REACH * (start.box.bottom - start.box.top)
    return any(
        reach <= line.box.bottom <= start.box.top + (start.box.bottom - start.box.top) / 2
        and _ABOVE_PAIR.search(fold(line.text))
        for sheet in sheets_of(reading)
        if sheet.page.page == start.passage.page
        for line in sheet.page.lines
    )


def _issued(
    printed: tuple[PrintedDate, ...], pair: tuple[PrintedDate, PrintedDate]
) -> Iterator[PrintedDate]:
    """Yield the first date under the row of validity, if the visa was issued before it begins."""
    start = pair[0]
    under = [
        d
        for d in printed
        if d.passage.page == start.passage.page
        and d.box.top > start.box.bottom - (start.box.bottom - start.box.top) / 2
        and rows_apart(d, start)
    ]
    first = min(under, key=lambda d: d.box.top, default=None)
    if first is not None and first.value <= start.value:
        yield first


def _passports(days: Iterable[PrintedDate], name: str) -> Iterator[Field]:
    """Yield the number right of one of these days; no label and no check digit says what it is."""
    for day in days:
        for spot in day.passage.spots:
            if spot.start >= day.span[1] and _NUMBER.fullmatch(spot.word.text):
                span = (spot.start, spot.end)
                yield day.passage.field(name, spot.word.text, span, Standing.GUESSED)


def _only_number(reading: Reading, name: str) -> Iterator[Field]:
    """Yield the one number of the sticker that is not its own, which the zone tells."""
    zone = {f.name: f.value for f in zone_fields(reading.mrz, reading.today)} if reading.mrz else {}
    own = zone.get("document_number")
    if own is None:
        return
    found: dict[str, Field] = {}
    for sheet in sheets_of(reading):
        for line in sheet.page.lines:
            passage = Passage.of_lines([line.words], sheet.page.page, sheet.page.source)
            if "<<" in passage.text:
                continue
            for spot in passage.spots:
                text = spot.word.text
                if _NUMBER.fullmatch(text) and not _DAY.fullmatch(text) and not _is_of(own, text):
                    span = (spot.start, spot.end)
                    found[text] = passage.field(name, text, span, Standing.GUESSED)
    if len(found) == 1:
        yield from found.values()


def _is_of(own: str, text: str) -> bool:
    """Whether a number is the sticker's own, whatever an engine added, lost or took for another."""
    apart = OSA.distance(own, text, score_cutoff=_MISREAD)
    return own in text or text in own or apart <= _MISREAD


def _entries(reading: Reading, name: str) -> Iterator[Field]:
    """Yield `1`, `2` or `MULT`."""
    for sheet in sheets_of(reading):
        for line in sheet.page.lines:
            passage = Passage.of_lines([line.words], sheet.page.page, sheet.page.source)
            if "<<" not in passage.text and (found := _ENTRIES.search(passage.text)):
                value = "MULT" if found[1].startswith("MULT") else found[1][-1]
                yield passage.field(name, value, found.span(1))


def _types(
    reading: Reading, name: str, pair: tuple[PrintedDate, PrintedDate] | None
) -> Iterator[Field]:
    for sheet in sheets_of(reading):
        for line in sheet.page.lines:
            passage = Passage.of_lines([line.words], sheet.page.page, sheet.page.source)
            found = _TYPE.search(passage.text)
            if found is None or "<<" in passage.text:
                continue
            group = found.lastindex or 0
            if group != _ONLY_DAYS or (pair is not None and line.box.top > pair[0].box.top):
                yield passage.field(name, found[group], found.span(group))
    for sheet in sheets_of(reading):
        if remark := _LONG_STAY.search(sheet.passage.text):
            yield sheet.passage.field(name, "D", remark.span(), Standing.GUESSED)

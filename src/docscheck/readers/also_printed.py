"""A value of the machine-readable zone, found again in what is printed above it.

Question: does the print say the same? A number or a day that the zone holds and that also stands on
the page was printed there, whatever label was read beside it. Only when it stands nowhere is there
something to compare by labels, which small print makes easy to take for one another.

Letters that look like digits count as them, in numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers.interface import Reading
from docscheck.readers.mrz_fields import fields as zone_fields
from docscheck.readers.passage import Passage
from docscheck.readers.printed_dates import days_of_zone, printed_dates
from docscheck.readers.sheet import sheets_of

ID = "also-printed"

_LOOK_ALIKES = str.maketrans("OQDILZSGB", "000112568")
_FEWEST = 5
"""Characters of a number that is worth looking for."""
_MOST_PIECES = 4
"""Words a number may be printed in."""


class Settings(Struct, frozen=True):
    """Settings of the `also-printed` reader."""

    key: Literal["birth_date", "expiry_date", "document_number"]
    """Field of the zone that is looked for."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the value of the zone with its place in print; nothing when it is not printed."""
    if settings.key == "document_number":
        yield from _numbers(reading, name)
        return
    for day in days_of_zone(reading.mrz, reading, settings.key):
        for found in printed_dates(reading):
            if found.may_be(day):
                yield found.passage.field(name, day, found.span)


def _numbers(reading: Reading, name: str) -> Iterator[Field]:
    zone = zone_fields(reading.mrz, reading.today) if reading.mrz else ()
    number = next((f.value for f in zone if f.name == "document_number"), "")
    if len(number) < _FEWEST:
        return
    wanted = _plain(number)
    for sheet in sheets_of(reading):
        for line in sheet.page.lines:
            passage = Passage.of_lines([line.words], sheet.page.page, sheet.page.source)
            if "<<" not in passage.text and (span := _span(passage, wanted)):
                yield passage.field(name, number, span)


def _span(passage: Passage, wanted: str) -> tuple[int, int] | None:
    """Find consecutive words that spell the number."""
    for first, spot in enumerate(passage.spots):
        spelt = ""
        for last in passage.spots[first : first + _MOST_PIECES]:
            spelt += _plain(last.word.text)
            if spelt == wanted:
                return spot.start, last.end
    return None


def _plain(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalnum()).translate(_LOOK_ALIKES)

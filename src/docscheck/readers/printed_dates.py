"""The dates printed on a page, each with its place, for readers that tell them apart by it.

A visa or an identity card prints three or four dates beside labels of a millimetre that a picture
often loses; which date is which then shows in where it stands and in what the machine-readable zone
says. Lines of the zone itself hold no printed dates and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Box, Field, Mrz, PageText
from docscheck.readers import dates
from docscheck.readers.interface import Reading
from docscheck.readers.mrz_fields import fields as zone_fields
from docscheck.readers.passage import Passage

_SAME_ROW = 0.5
"""Share of the height two dates must have in common to stand on one row."""
_FULL = 10
"""Characters of a whole date; a zone may know a month or a year only."""


class PrintedDate(Struct, frozen=True):
    """A date on a page."""

    value: str
    alternatives: tuple[str, ...]
    box: Box
    passage: Passage
    span: tuple[int, int]

    def field(self, name: str) -> Field:
        """Make a field of it; its order is settled by the dates it was told from."""
        return self.passage.field(name, self.value, self.span)

    def may_be(self, day: str) -> bool:
        """Whether it says `day` in either order of day and month."""
        return day == self.value or day in self.alternatives


def printed_dates(reading: Reading) -> tuple[PrintedDate, ...]:
    """Return the dates of a reading, page by page from the top down."""
    if PrintedDate not in reading.known:
        reading.known[PrintedDate] = tuple(
            found for text in reading.texts for found in _on_page(text, reading)
        )
    found: tuple[PrintedDate, ...] = reading.known[PrintedDate]
    return found


def rows_apart(one: PrintedDate, other: PrintedDate) -> bool:
    """Whether two dates stand on different rows, or pages."""
    if one.passage.page != other.passage.page:
        return True
    a, b = one.box, other.box
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared <= _SAME_ROW * min(a.bottom - a.top, b.bottom - b.top)


def days_of_zone(mrz: Mrz | None, reading: Reading, *names: str) -> tuple[str, ...]:
    """Return the whole dates that a zone holds under `names`; none without a zone."""
    found = {f.name: f.value for f in zone_fields(mrz, reading.today)} if mrz else {}
    return tuple(found[n] for n in names if len(found.get(n, "")) == _FULL)


def _on_page(page: PageText, reading: Reading) -> Iterator[PrintedDate]:
    for line in page.lines:
        passage = Passage.of_lines([line.words], page.page, page.source)
        if "<<" in passage.text:
            continue
        for written in dates.find(passage.text, reading.today):
            box = passage.field("", written.value, written.span).box
            if box is not None:
                yield PrintedDate(written.value, written.alternatives, box, passage, written.span)

"""Are two sides lying together of two different cards?

The zone of one side says who the holder is. The other side, where it was read well enough to show a
date, must say something of the same person: the surname, a day, the number. One of them is enough:
print on cards is misread often. When all of them are others, the sides are of two cards.
"""

from __future__ import annotations

from datetime import date

from rapidfuzz.distance import Levenshtein

from docscheck.document import Mrz, PageText
from docscheck.readers.interface import Reading
from docscheck.readers.mrz_fields import fields as zone_fields
from docscheck.readers.passage import fold
from docscheck.readers.printed_dates import days_of_zone, printed_dates

_DAYS = ("birth_date", "expiry_date", "issue_date")
_MISREAD = 0.34
"""Share of a word's characters that OCR may have got wrong on the ground of a card."""
_SHORTEST = 3


def are_of_two(zone: Mrz, text: PageText, today: date) -> bool:
    """Whether `text`, of a side without a zone, is of another card than the side with `zone`."""
    printed = printed_dates(Reading((text,), today))
    days = days_of_zone(zone, Reading((), today), *_DAYS)
    if not zone.proven or not printed or not days:
        return False
    if any(found.may_be(day) for found in printed for day in days):
        return False
    known = {f.name: f.value for f in zone_fields(zone, today)}
    wanted = (*known.get("surname", "").split(), known.get("document_number", ""))
    words = [fold(word.text) for line in text.lines for word in line.words]
    return not any(_is_printed(fold(one), words) for one in wanted if len(one) >= _SHORTEST)


def _is_printed(wanted: str, words: list[str]) -> bool:
    return any(Levenshtein.normalized_distance(wanted, word) <= _MISREAD for word in words)

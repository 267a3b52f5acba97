"""A number that stands on the line of the title, with no label of its own.

Residence permits print the number of the card in the top right corner, beside their title; on a
picture of the front alone nothing else holds it. Source: Council Regulation (EC) 1030/2002, annex,
field 1. What stands there is guessed, since no label and no check digit says what it is, and
nothing is said where a machine-readable zone was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from docscheck.document import Field, Standing
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold
from docscheck.readers.sheet import sheets_of

ID = "beside-title"

_LEAST_DIGITS = 2
"""A word of capitals may have the length of a number."""


class Settings(Struct, frozen=True):
    """Settings of the `beside-title` reader."""

    titles: tuple[str, ...]
    """As printed; case and accents do not matter."""
    pattern: str
    """Regular expression the whole number must match, blanks removed."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the number after a title, on each page that has one."""
    if reading.mrz is not None:
        return
    titles = _titles(settings.titles)
    for sheet in sheets_of(reading):
        for line in sheet.page.lines:
            passage = Passage.of_lines([line.words], sheet.page.page, sheet.page.source)
            title = titles.search(fold(passage.text))
            found = _number(passage, title.end(), settings.pattern) if title else None
            if found is not None:
                yield passage.field(name, *found, Standing.GUESSED)


@lru_cache(maxsize=64)
def _titles(printed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold(title)) for title in printed)})\b")


def _number(passage: Passage, start: int, pattern: str) -> tuple[str, tuple[int, int]] | None:
    """Return the number after the title: one word, or all that is left of the line in one."""
    spots = [spot for spot in passage.spots if spot.start >= start]
    words = [(spot.word.text, (spot.start, spot.end)) for spot in spots]
    if len(spots) > 1:
        whole = "".join(text for text, _ in words)
        words.append((whole, (spots[0].start, spots[-1].end)))
    for text, span in words:
        digits = sum(c.isdigit() for c in text)
        if re.fullmatch(pattern, text) and digits >= _LEAST_DIGITS:
            return text, span
    return None

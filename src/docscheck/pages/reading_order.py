"""Which words stand on one base line, and in which order are lines and words read.

One base line is one `Line`, across columns: a label and its value in the next cell of a table
belong together, and the boxes tell who wants to part them. Lines go from top to bottom. Words go
as they are read: where Hebrew or Arabic letters prevail, from the right, with what is written in
Latin letters inside left as it is (the Unicode Bidirectional Algorithm, UAX #9, undone word by
word). This is the only place where that is decided, for text layers and for OCR alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from docscheck.document import Line, Word

_SHARED_HEIGHT = 0.5
"""Share of the lower word's height that must lie within the line."""
_TALLER = 2.5
"""A letter so much taller than the line stands beside several lines, not on one."""
_FIRST_RIGHT_TO_LEFT = "\u0590"
"""Hebrew; no character below it is written from the right."""


def order_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Group words into lines, top to bottom, each in reading order."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_middle):
        row = next((r for r in reversed(rows[-3:]) if _stands_on(word, r)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return tuple(Line(in_reading_order(row)) for row in rows)


def in_reading_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """Put the words of one base line, given in any order, in the order in which they are read."""
    printed = sorted(words, key=lambda word: word.box.left)
    text = "".join(word.text for word in printed)
    if not any(map(_from_right, text)):
        return tuple(printed)
    return tuple(_as_read(printed, from_right=_runs_right_to_left(text)))


def _runs_right_to_left(text: str) -> bool:
    latin = sum(unicodedata.bidirectional(c) == "L" for c in text)
    return sum(map(_from_right, text)) > latin


def _as_read(printed: list[Word], *, from_right: bool) -> Iterator[Word]:
    """Yield runs of one direction in the line's order, each run in its own."""
    runs = list(_runs(printed, from_right=from_right))
    for way, run in reversed(runs) if from_right else runs:
        yield from reversed(run) if way else run


def _runs(printed: list[Word], *, from_right: bool) -> Iterator[tuple[bool, list[Word]]]:
    """Group neighbours of one direction; numbers and signs go with the line, or what is around."""
    ways = [_way(word.text) for word in printed]
    settled: list[bool] = []
    for index, way in enumerate(ways):
        before = settled[-1] if settled else from_right
        after = next((w for w in ways[index:] if w is not None), from_right)
        settled.append(after if before == after or way is not None else from_right)
    for way, run in groupby(zip(settled, printed, strict=True), key=lambda pair: pair[0]):
        yield way, [word for _, word in run]


def _way(text: str) -> bool | None:
    """Whether a word is written from the right; `None` for numbers and signs."""
    if any(map(_from_right, text)):
        return True
    return False if any(unicodedata.bidirectional(c) == "L" for c in text) else None


def _from_right(character: str) -> bool:
    if character < _FIRST_RIGHT_TO_LEFT:
        return False
    return unicodedata.bidirectional(character) in ("R", "AL")


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2


def _stands_on(word: Word, row: list[Word]) -> bool:
    tallest = max(row, key=_height)
    shared = min(word.box.bottom, tallest.box.bottom) - max(word.box.top, tallest.box.top)
    low, high = sorted((_height(word), _height(tallest)))
    if high > _TALLER * low and min(len(word.text), len(tallest.text)) > 1:
        return False
    return shared >= _SHARED_HEIGHT * low


def _height(word: Word) -> float:
    return word.box.bottom - word.box.top

"""Which words stand on one base line, and in which order are the lines read.

One base line is one `Line`, across columns: a label and its value in the next cell of a table
belong together, and the boxes tell who wants to part them. Lines go from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterable

from docscheck.document import Line, Word

_SHARED_HEIGHT = 0.5
"""Share of the lower word's height that must lie within the line."""
_TALLER = 2.5
"""A letter so much taller than the line stands beside several lines, not on one."""


def order_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Group words into lines, top to bottom, each left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_middle):
        row = next((r for r in reversed(rows[-3:]) if _stands_on(word, r)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return tuple(Line(tuple(sorted(row, key=lambda w: w.box.left))) for row in rows)


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

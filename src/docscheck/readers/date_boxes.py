"""A date whose day, month and year stand in boxes of their own, or each digit in one.

Question: do the digits from here on to the right make up a date? Forms of registries rule a box for
each part (`1997 | 08 | 01`) or for each digit; on the page these are words, or cells, that hold
digits only. The year tells by its place and by its century whether it comes first: no day or month
begins with 19 or 20 and goes on so. Sources: registration forms of Latin America; CIEC
convention 16.

It knows nothing of labels, and takes no digits that run on into a longer number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from docscheck.document import Line, Word
from docscheck.readers.cells import Cell, left_of, right_of
from docscheck.readers.passage import Passage, fold

_DIGITS = 8
_YEAR = 4
_PARTS = 3
_EDGES = " |[]()/.-:"
"""What the edges of boxes are read as."""
_CENTURIES = ("19", "20")


def date_from(cell: Cell, cells: Sequence[Cell]) -> tuple[Cell, str] | None:
    """Return the boxes that begin with a cell as one cell, and the date they hold.

    The date is written `1997-08-01` where the year comes first and `01/08/1997` where it is last.
    """
    words = tuple(_leading_digits(cell, cells))
    date = _written([_digits(word) for word in words])
    if not date:
        return None
    passage = Passage.of_lines([words], cell.passage.page, cell.passage.source)
    return Cell(passage, Line(words).box, cell.character, cell.row), date


def _leading_digits(cell: Cell, cells: Sequence[Cell]) -> Iterator[Word]:
    start = cell
    # On a slanting page the nearest box under a label may be the last one.
    for piece in left_of(cell, cells) if all(_digits(s.word) for s in cell.passage.spots) else ():
        if not all(_digits(spot.word) for spot in piece.passage.spots):
            break
        start = piece
    for piece in (start, *right_of(start, cells)):
        for spot in piece.passage.spots:
            if not _digits(spot.word):
                return
            yield spot.word


def _digits(word: Word) -> str:
    bare = fold(word.text).strip(_EDGES)
    return bare if bare.isdecimal() and len(bare) <= _YEAR else ""


def _written(parts: Sequence[str]) -> str:
    together = "".join(parts)
    lengths = [len(part) for part in parts]
    year_first = together.startswith(_CENTURIES)
    if len(parts) == _PARTS and _YEAR in (lengths[0], lengths[2]):
        first, second, third = parts
    elif len(together) == _DIGITS and year_first and _YEAR in accumulate(lengths):
        first, second, third = together[:4], together[4:6], together[6:]
    elif len(together) == _DIGITS and len(parts) > 1 and _YEAR in accumulate(lengths):
        first, second, third = together[:2], together[2:4], together[4:]
    else:
        return ""
    year, *others = (first, second, third) if len(first) == _YEAR else (third, second, first)
    if not year.startswith(_CENTURIES) or any(len(part) > 2 for part in others):
        return ""
    return "-".join((first, second, third)) if year == first else f"{first}/{second}/{third}"

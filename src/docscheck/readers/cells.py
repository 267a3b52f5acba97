"""The pieces of a page that stand alone: a line cut where a wide gap parts two columns.

Forms and cards print several labels on one base line; a line of a `PageText` runs across them. A
gap wider than `GAP` characters of the line's own type parts two cells. It knows nothing of labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docscheck.document import Box, Line, PageText, Word
from docscheck.readers.passage import Passage

GAP = 2.2
"""Character widths: one blank is about half of one, two or three make a column."""
_REACH_BELOW = 2.6
"""Line heights from the bottom of a label to the top of its value: one blank line at most."""
_SAME_LINE = 0.5
"""Share of the height two cells must have in common to stand on one line."""
_ALIGNED = 3.0
"""Character widths by which the left edges of a label and the value under it may differ."""

_AT_EDGE = 2.0
"""The same, for a word in the middle of a cell."""


class Cell(Struct, frozen=True):
    """Words that belong together, with their box."""

    passage: Passage
    box: Box
    character: float
    """Mean width of a character, in fractions of the page."""
    row: int = -1
    """Number of the line it was cut from; on a slanting page its cells part in height."""

    @property
    def text(self) -> str:
        """What is printed."""
        return self.passage.text

    @property
    def height(self) -> float:
        """In fractions of the page."""
        return self.box.bottom - self.box.top


def cells_of(page: PageText) -> tuple[Cell, ...]:
    """Cut every line of a page into cells, in reading order."""
    return tuple(
        _cell(run, page, row) for row, line in enumerate(page.lines) for run in _runs(line.words)
    )


def columns_of(page: PageText, cells: Sequence[Cell]) -> tuple[Passage, ...]:
    """Join the cells of a page that share a left edge: prose beside a margin reads on again.

    Only columns of two lines or more; in the order of their first lines.
    """
    columns: list[list[Cell]] = []
    for cell in cells:
        for column in columns:
            if abs(column[0].box.left - cell.box.left) <= cell.character:
                column.append(cell)
                break
        else:
            columns.append([cell])
    words = ([[s.word for s in c.passage.spots] for c in column] for column in columns)
    return tuple(Passage.of_lines(w, page.page, page.source) for w in words if len(w) > 1)


def right_of(cell: Cell, cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells on the same line further right, nearest first."""
    beside = [c for c in cells if c.box.left >= cell.box.right and _beside(c, cell)]
    return iter(sorted(beside, key=lambda c: c.box.left))


def left_of(cell: Cell, cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells on the same line further left, nearest first: for Arabic labels."""
    beside = [c for c in cells if c.box.right <= cell.box.left and _beside(c, cell)]
    return iter(sorted(beside, key=lambda c: -c.box.right))


def below(cell: Cell, cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells under it within reach, nearest first, aligned or overlapping with it."""
    limit = cell.box.bottom + _REACH_BELOW * cell.height
    under = [
        c
        for c in cells
        if cell.box.top + _SAME_LINE * cell.height < c.box.top <= limit
        and not _beside(c, cell)
        and _under(c, cell)
    ]
    return iter(sorted(under, key=lambda c: (c.box.top, abs(c.box.left - cell.box.left))))


def above(cell: Cell, cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells over it within reach, nearest first: some papers print the label under."""
    limit = cell.box.top - _REACH_BELOW * cell.height
    over = [
        c
        for c in cells
        if limit <= c.box.bottom < cell.box.bottom - _SAME_LINE * cell.height
        and not _beside(c, cell)
        and _under(c, cell)
    ]
    return iter(sorted(over, key=lambda c: (-c.box.bottom, abs(c.box.left - cell.box.left))))


def aligned_in(
    label: Cell, cells: Sequence[Cell], *, upward: bool = False
) -> Iterator[tuple[Cell, int]]:
    """Yield cells that begin left of a label, and where in them a word stands at its left edge.

    Strokes of a signature or of a portrait are read as words, and join the value beside them.
    """
    reach = _REACH_BELOW * label.height
    near = []
    for cell in cells:
        begin = _at_edge_of(label, cell)
        if begin is None:
            continue
        # Such a stroke may be as high as two lines: only the words that are left have a place.
        rest = part_of(cell, begin, len(cell.text)).box
        gap = label.box.top - rest.bottom if upward else rest.top - label.box.bottom
        apart = (rest.top < label.box.top) is upward and not _on_one_line(rest, label.box)
        if apart and abs(gap) < reach:
            near.append((abs(gap), cell, begin))
    for _, cell, begin in sorted(near, key=lambda found: found[0]):
        yield cell, begin


def _at_edge_of(label: Cell, cell: Cell) -> int | None:
    """Return where in a cell that begins left of a label a word stands at the label's edge."""
    if cell.box.left >= label.box.left or cell.row == label.row:
        return None
    for spot in cell.passage.spots[1:]:
        if abs(spot.word.box.left - label.box.left) <= _AT_EDGE * label.character:
            return spot.start
    return None


def part_of(cell: Cell, start: int, end: int) -> Cell:
    """Return the words of a cell that stand in a span of its text, as a cell of their own."""
    words = cell.passage.words_in(start, end)
    if not words:
        return cell
    return Cell(cell.passage, Line(words).box, _character_width(words), cell.row)


def _under(value: Cell, label: Cell) -> bool:
    if abs(value.box.left - label.box.left) <= _ALIGNED * label.character:
        return True
    if label.box.left < value.box.left < label.box.right - label.character:
        return True
    if value.box.left < label.box.left and value.box.right > label.box.right:
        # Centred under a shorter label.
        aside = value.box.left + value.box.right - label.box.left - label.box.right
        return abs(aside) / 2 <= _ALIGNED * label.character
    shared = min(value.box.right, label.box.right) - max(value.box.left, label.box.left)
    narrow = min(value.box.right - value.box.left, label.box.right - label.box.left)
    return value.box.left > label.box.left - _ALIGNED * label.character and shared > narrow / 2


def _beside(one: Cell, other: Cell) -> bool:
    same_row = one.row == other.row >= 0
    return same_row or _on_one_line(one.box, other.box)


def _on_one_line(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _runs(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    run: list[Word] = []
    width = _character_width(words)
    for word in words:
        if run and _gap(run[-1].box, word.box) > GAP * width:
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def _gap(one: Box, other: Box) -> float:
    """Give the blank between two words, whichever of them stands further left."""
    return max(one.left, other.left) - min(one.right, other.right)


def _character_width(words: Sequence[Word]) -> float:
    characters = sum(len(word.text) for word in words)
    return sum(word.box.right - word.box.left for word in words) / max(characters, 1)


def _cell(words: tuple[Word, ...], page: PageText, row: int) -> Cell:
    passage = Passage.of_lines([words], page.page, page.source)
    return Cell(passage, Line(words).box, _character_width(words), row)

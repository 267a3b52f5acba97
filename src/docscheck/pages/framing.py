"""At which edges is printed matter cut.

Letters that touch the edge of the picture, several of them, say that lines go on outside. A rule
or a scanner's dark border touches it too, but is not of the size of letters; the waves of a
security paper or the weave of a table cloth are, but nobody reads words in them. So where words
were read, a letter counts at the sides only within a word, and above and below only in a row of
its like: next to a line of words, or long and even, as a machine-readable line is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from docscheck.document import Box, PageText
from docscheck.pages.ink import Ink, Letters

_TOUCH_PX = 1
_MIN_LETTERS = {"left": 3, "top": 5, "right": 3, "bottom": 5}
"""One letter in each of three lines at the sides; a good part of one line above and below."""
_SIZE = (0.2, 1.7)
"""Of the page's capitals: a letter that is cut may be a quarter there."""
_WORD_LETTERS, _WORD_CONFIDENCE = 2, 0.3
"""A word that lost a letter is read with less confidence than others."""
_LETTER_GAP = 0.5
"""Of a capital: a letter so near to a word belongs to it."""
_WORD_GAP, _LINE_GAP = 1.5, 4.0
"""Of a capital: between neighbours in a row; from a row to the next line of a text."""

_LONG_ROW, _EVEN = 8, 0.25
"""So many, of one height within a quarter, are a line though no word was read beside it."""

_Spots = NDArray[np.bool_]


def cut_edges(ink: Ink, text: PageText | None = None) -> tuple[str, ...] | None:
    """Return the edges at which print is cut, in the order left, top, right, bottom.

    `None` when the page has too few letters to tell.

    Args:
        ink: the print of the page, not of its table.
        text: what was read on it, when it was read.
    """
    height = ink.letter_height_px
    if height is None:
        return None
    left, top, wide, high = ink.letters.T
    letter = (np.maximum(wide, high) >= _SIZE[0] * height) & (high <= _SIZE[1] * height)
    letter &= wide <= 2 * _SIZE[1] * height
    touching = {
        "left": letter & (left <= _TOUCH_PX),
        "top": letter & (top <= _TOUCH_PX),
        "right": letter & (left + wide >= ink.size[0] - _TOUCH_PX),
        "bottom": letter & (top + high >= ink.size[1] - _TOUCH_PX),
    }
    if text is not None:
        words = _words(text, ink.size)
        touching = {
            edge: _of_words(ink.letters, spots, words, edge, height) if spots.any() else spots
            for edge, spots in touching.items()
        }
    return tuple(edge for edge, spots in touching.items() if np.sum(spots) >= _MIN_LETTERS[edge])


def _words(text: PageText, size: tuple[int, int]) -> Letters:
    """Give left, top, right, bottom of the words, in pixels: N×4.

    A single letter may be what is left of a word, in a line that goes on; alone it is a speck.
    """
    boxes = []
    for line in text.lines:
        read = [word for word in line.words if (word.confidence or 0.0) >= _WORD_CONFIDENCE]
        letters = [sum(map(str.isalnum, word.text)) for word in read]
        if max(letters, default=0) >= _WORD_LETTERS:
            kept = (word for word, count in zip(read, letters, strict=True) if count)
            boxes += [_in_pixels(word.box, size) for word in kept]
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)


def _in_pixels(box: Box, size: tuple[int, int]) -> tuple[float, float, float, float]:
    return box.left * size[0], box.top * size[1], box.right * size[0], box.bottom * size[1]


def _of_words(letters: Letters, spots: _Spots, words: Letters, edge: str, height: float) -> _Spots:
    if edge in ("left", "right"):
        return spots & _beside(letters, words, _LETTER_GAP * height, 0.0)
    near = _beside(letters, words, _WORD_GAP * height, _LINE_GAP * height)
    kept = np.zeros(len(letters), dtype=bool)
    for row in _rows(letters, spots, _WORD_GAP * height):
        next_to_words = len(row) >= _MIN_LETTERS[edge] and bool(near[row].all())
        kept[row] = next_to_words or _is_even(letters[row, 3])
    return kept


def _beside(letters: Letters, words: Letters, across: float, down: float) -> _Spots:
    """Tell of each spot whether its middle is in a word, or so near to one."""
    x, y = letters[:, 0] + letters[:, 2] / 2, letters[:, 1] + letters[:, 3] / 2
    found = np.zeros(len(letters), dtype=bool)
    for left, top, right, bottom in words:
        found |= (
            (x >= left - across) & (x <= right + across) & (y >= top - down) & (y <= bottom + down)
        )
    return found


def _rows(letters: Letters, spots: _Spots, gap: float) -> list[NDArray[np.int64]]:
    """Group the spots along an edge into rows, by their index."""
    index = np.flatnonzero(spots)
    index = index[np.argsort(letters[index, 0], kind="stable")]
    starts = letters[index, 0]
    ends = starts + letters[index, 2]
    return np.split(index, np.flatnonzero(starts[1:] - ends[:-1] > gap) + 1)


def _is_even(heights: NDArray[np.float64]) -> bool:
    if len(heights) < _LONG_ROW:
        return False
    usual = float(np.median(heights))
    return bool(np.mean(np.abs(heights - usual) <= _EVEN * usual) >= 1 - _EVEN)

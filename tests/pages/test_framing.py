"""Print is cut where letters of words that were read touch the edge of the picture."""

from __future__ import annotations

import numpy as np

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.pages.framing import cut_edges
from docscheck.pages.ink import Ink

_SIDE = 1000
_HIGH, _WIDE = 20, 14


def _page(*rows: tuple[str, float]) -> tuple[Ink, PageText]:
    """Lines of words set from the left edge on, each with the confidence it was read with."""
    letters, lines = [], []
    for number, (text, confidence) in enumerate(rows):
        top, left, words = 100 + 60 * number, 0, []
        for word in text.split():
            right = left + len(word) * _WIDE
            letters += [(left + place * _WIDE, top, _WIDE - 2, _HIGH) for place in range(len(word))]
            box = Box(left / _SIDE, top / _SIDE, right / _SIDE, (top + _HIGH) / _SIDE)
            words.append(Word(word, box, confidence))
            left = right + _WIDE
        lines.append(Line(tuple(words)))
    ink = Ink((_SIDE, _SIDE), 0.05, np.array(letters, np.float64), 0.0)
    return ink, PageText(1, tuple(lines), Source.OCR, "test")


def test_a_letter_left_of_a_word_in_a_line_that_goes_on_is_cut() -> None:
    assert cut_edges(*_page(("N DOCTORAT", 0.6), ("AUDON", 0.9), ("ire 2026", 0.8))) == ("left",)


def test_a_speck_alone_in_its_line_is_not() -> None:
    assert cut_edges(*_page(("I", 0.6), ("AUDON DOCTORAT", 0.9), ("ire 2026", 0.8))) == ()


def test_nor_is_what_was_hardly_read() -> None:
    assert cut_edges(*_page(("N DOCTORAT", 0.1), ("AUDON", 0.9), ("ire 2026", 0.8))) == ()

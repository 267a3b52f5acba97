"""Pale print beside dark print: both brought to one blackness, and small print enlarged.

Labels of cards are set in 4 points and in a pale colour, and light falling on them bleaches them
first; an engine that draws one line between ink and paper for a whole page then sees the values
and not the labels that name them. Here every spot is measured against the darkest ink around it.
"""

from __future__ import annotations

import cv2
import numpy as np

from docscheck.pages.ink import Ink
from docscheck.pages.interface import Raster

_WANTED_PX = 28.0
"""Height of capitals that labels half as high can be read beside."""
_MOST_ENLARGED = 2.5
_MOST_PX = 2_400
"""Of the long side, enlarged: more costs time and shows no more."""
_STROKE, _WORD = 0.65, (1.1, 2.9)
"""In heights of a capital: wider than a stroke; around a letter, down and across."""
_SPREAD = 0.45
_LEAST_INK = 25.0
"""Grey levels below the paper: less is the grain of the paper and stays pale."""
_BLACK = 235.0
_PALE, _MANY = 0.5, 0.12
"""Of the blackness of the darkest tenth of the letters; share of the letters that are paler."""
_DARKEST = 90
_BOX_PAPER, _STROKES = 85, 5
"""Percentile of the page's levels that is paper, and of a letter's that is ink."""
_LETTERS = 400
"""So many, taken all over the page, tell."""


def has_pale_print(raster: Raster, ink: Ink) -> bool:
    """Tell whether many letters are far paler than the darkest ones of the page."""
    grey = raster.grey().pixels
    letters = ink.letters[:: len(ink.letters) // _LETTERS + 1].astype(int)
    # A speck within a letter is no stroke: the twentieth part of its box is.
    levels = [
        np.percentile(grey[top : top + height, left : left + width], _STROKES)
        for left, top, width, height in letters
    ]
    depth = float(np.percentile(grey[::4, ::4], _BOX_PAPER)) - np.array(levels)
    if not len(depth):
        return False
    return bool(np.mean(depth < _PALE * np.percentile(depth, _DARKEST)) >= _MANY)


def darkened(raster: Raster, letter_height_px: float) -> Raster:
    """Give the print of a page one blackness, at a size that suits its smallest lines."""
    grey = raster.grey()
    factor = min(
        max(1.0, _WANTED_PX / letter_height_px),
        _MOST_ENLARGED,
        max(1.0, _MOST_PX / max(grey.width, grey.height)),
    )
    large = cv2.resize(grey.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    height = letter_height_px * factor
    blur = _SPREAD * height
    paper = cv2.GaussianBlur(cv2.dilate(large, _patch(_STROKE * height)), (0, 0), blur)
    ink = cv2.subtract(paper, large)
    around = cv2.dilate(ink, _patch(_WORD[0] * height, _WORD[1] * height))
    darkest = cv2.GaussianBlur(around, (0, 0), blur).astype(np.float32)
    share = ink.astype(np.float32) / np.maximum(darkest, _LEAST_INK)
    even = 255 - np.clip(share, 0, 1) * _BLACK
    return Raster(even.astype(np.uint8), grey.dpi * factor if grey.dpi else None)


def _patch(down: float, across: float | None = None) -> np.ndarray:
    sides = (round(down) | 1, round(across if across is not None else down) | 1)
    return np.ones(sides, np.uint8)

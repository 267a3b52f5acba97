"""Pale print beside dark print: both brought to one blackness, and small print enlarged.

Labels of cards are set in 4 points and in a pale colour, and light falling on them bleaches them
first; an engine that draws one line between ink and paper for a whole page then sees the values
and not the labels that name them. Here every spot is measured against the darkest ink around it.
"""

from __future__ import annotations

import cv2
import numpy as np

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

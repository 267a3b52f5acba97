"""Pale print beside dark print: both brought to one blackness, and small print enlarged.

Labels of cards are set in 4 points and in a pale colour, and light falling on them bleaches them
first; an engine that draws one line between ink and paper for a whole page then sees the values
and not the labels that name them. Here every spot is measured against the darkest ink around it.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.ink import Ink
from docscheck.pages.interface import Pixels, Raster

_WANTED_PX = 28.0
"""Height of capitals that labels half as high can be read beside."""
_SMALL_PX = 16.0
_MOST_ENLARGED = 2.5
_MOST_PX = 2_400
"""Of the long side, enlarged: more costs time and shows no more."""
_STROKE, _WORD = 0.65, (1.1, 2.9)
"""In heights of a capital: wider than a stroke; around a letter, down and across."""
_SPREAD = 0.45
_LEAST_INK = 0.5
"""Of the darkest letters: lines of security paper, and grain, are paler and stay pale."""
_SMOOTH_PX = 1.0
_BLACK = 235.0
_PALE, _MANY = 0.5, 0.12
"""Of the blackness of the darkest tenth of the letters; share of the letters that are paler."""
_DARKEST = 90
_BOX_PAPER, _STROKES = 85, 5
"""Percentile of the page's levels that is paper, and of a letter's that is ink."""
_LETTERS = 400
"""So many tell."""


def has_pale_print(raster: Raster, ink: Ink) -> bool:
    """Tell whether many letters are far paler than the darkest ones of the page."""
    depths = depths_of_print(raster, ink)
    if not len(depths):
        return False
    return bool(np.mean(depths < _PALE * np.percentile(depths, _DARKEST)) >= _MANY)


def is_small(ink: Ink) -> bool:
    """Tell whether the print is so small that an engine reads it better enlarged."""
    height = ink.letter_height_px
    return height is not None and height <= _SMALL_PX


def enlarged(raster: Raster, ink: Ink) -> Raster:
    """Give the page at a size that suits its smallest lines, its grain smoothed."""
    grey = raster.grey()
    factor = min(
        max(1.0, _WANTED_PX / (ink.letter_height_px or _WANTED_PX)),
        _MOST_ENLARGED,
        max(1.0, _MOST_PX / max(grey.width, grey.height)),
    )
    large = cv2.resize(grey.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    smooth = np.asarray(cv2.GaussianBlur(large, (0, 0), _SMOOTH_PX), np.uint8)
    return Raster(smooth, grey.dpi * factor if grey.dpi else None)


def darkened(raster: Raster, ink: Ink) -> Raster:
    """Give the print of a page one blackness, at a size that suits its smallest lines.

    Args:
        raster: one page, upright, lit evenly.
        ink: its print, with letters enough to tell their height.
    """
    large = enlarged(raster, ink)
    factor = large.width / raster.width
    pixels = large.grey().pixels
    height = (ink.letter_height_px or _WANTED_PX) * factor
    blur = _SPREAD * height
    paper = cv2.GaussianBlur(cv2.dilate(pixels, _patch(_STROKE * height)), (0, 0), blur)
    print_ = cv2.subtract(paper, pixels)
    around = cv2.dilate(print_, _patch(_WORD[0] * height, _WORD[1] * height))
    darkest = cv2.GaussianBlur(around, (0, 0), blur).astype(np.float32)
    depths = depths_of_print(raster, ink)
    least = _LEAST_INK * float(np.percentile(depths, _DARKEST)) if len(depths) else _BLACK
    share = print_.astype(np.float32) / np.maximum(darkest, max(least, 1.0))
    even = 255 - np.clip(share, 0, 1) * _BLACK
    return Raster(even.astype(np.uint8), large.dpi)


def depths_of_print(raster: Raster, ink: Ink, most: int = _LETTERS) -> NDArray[np.float64]:
    """Give how far some letters, taken all over the page, are below the level of its paper.

    Args:
        raster: one page.
        ink: its print.
        most: of the letters that are looked at, about.
    """
    grey = raster.grey().pixels
    letters = ink.letters[:: len(ink.letters) // most + 1].astype(int)
    # A speck within a letter is no stroke: the twentieth part of its box is.
    levels = [
        np.percentile(grey[top : top + height, left : left + width], _STROKES)
        for left, top, width, height in letters
    ]
    return float(np.percentile(grey[::4, ::4], _BOX_PAPER)) - np.array(levels, dtype=np.float64)


def _patch(down: float, across: float | None = None) -> Pixels:
    sides = (round(down) | 1, round(across if across is not None else down) | 1)
    return np.ones(sides, np.uint8)

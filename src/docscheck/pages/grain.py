"""A grainy page, as a poor sensor takes it in poor light: its grain wiped off, its print kept.

Grain as strong as thin strokes is read as letters, thousands of them, and what is printed between
them is lost. Print differs from grain by its size as well as by its depth: what is darker than
grain ever is, and as high as a letter, is print, with all that lies close around it. The rest of
the page becomes blank paper. What is measured of a page is measured on the picture as it was taken.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.dimness import brightened
from docscheck.pages.faintness import depths_of_print
from docscheck.pages.ink import Ink, find_ink
from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.reduced import reduced

_GRAINY = 0.1
"""Spread of the grain as a share of the depth of print; scans, and photos by day, stay under 0.05.
"""
_FINEST = 1.0
"""Spread in grey levels below which there is no grain to speak of, only coding."""
_SOFT, _REACH, _NEAR = 0.065, (0.5, 0.8), 0.45
"""In heights of a capital: what is smoothed away; around a letter, down and across, so that dots
and accents stay; the least height, or width, of what is print by itself."""
_THIN, _LEAST_AREA = 0.12, 0.15
"""Of a square as high as a capital: the least area of print that is high, and of what is wide."""
_ABOVE_GRAIN = 3.5
"""Print is darker than the paper by so many spreads."""
_TYPICAL, _COARSE, _MEDIAN_PX, _SPREAD_PX = 60, 8, 15, 3.0
_GRAIN_PX = 2.0
_TELLING = 100
"""So many letters tell the depth of print."""
_PAPER, _BLACK, _DEEPEST = 235.0, 180.0, 1.15
"""Level of the paper that is given, how far below it print is put, and the deepest of it."""
_WHITE = 255
_TO_DEVIATION = 1.48
"""Of a normal distribution, from the median absolute deviation."""


def is_grainy(raster: Raster, ink: Ink) -> bool:
    """Tell whether grain is strong beside the print of a page.

    Args:
        raster: one page, at the size for reading.
        ink: its print.
    """
    if ink.letter_height_px is None or not len(ink.letters):
        return False
    part = np.ascontiguousarray(raster.grey().pixels[::2, ::2])
    fine = cv2.subtract(part, cv2.GaussianBlur(part, (0, 0), _GRAIN_PX), dtype=cv2.CV_32F)
    # A quarter of the pixels tells the same, and every picture passes here.
    spread = _spread(np.asarray(fine[::2, ::2], np.float32))
    if spread < _FINEST:
        return False
    return spread >= _GRAINY * float(np.median(depths_of_print(raster, ink, _TELLING)))


def cleared(raster: Raster, ink: Ink) -> Raster:
    """Return a page as an engine reads it best: without its grain, and not dim."""
    return without_grain(raster) if is_grainy(raster, ink) else brightened(raster)


def without_grain(raster: Raster) -> Raster:
    """Return the print of a grainy page, dark, on blank paper; `raster` without letters."""
    grey = raster.grey().pixels
    # The specks make letters look small: their height is taken where grain is smoothed away.
    calm = np.asarray(cv2.GaussianBlur(grey, (0, 0), _GRAIN_PX), np.uint8)
    letter = find_ink(Raster(calm)).letter_height_px
    if letter is None:
        return raster
    smooth = cv2.GaussianBlur(grey, (0, 0), _SOFT * letter)
    depth = np.asarray(cv2.subtract(_paper(grey), smooth, dtype=cv2.CV_32F), np.float32)
    print_ = _print(depth, letter)
    if not print_.any():
        return raster
    typical = float(np.percentile(depth[print_ > 0], _TYPICAL))
    levels = _PAPER - np.clip(depth / max(typical, 1.0), 0, _DEEPEST) * _BLACK
    around = np.ones((round(_REACH[0] * letter) | 1, round(_REACH[1] * letter) | 1), np.uint8)
    levels[cv2.dilate(print_, around) == 0] = _PAPER
    return Raster(levels.astype(np.uint8), raster.dpi)


def _paper(grey: Pixels) -> Pixels:
    """Return the level of the paper around each pixel; print covers too little to move it."""
    height, width = grey.shape
    level = cv2.GaussianBlur(cv2.medianBlur(reduced(grey, _COARSE), _MEDIAN_PX), (0, 0), _SPREAD_PX)
    large = cv2.resize(level, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(large, np.uint8)


def _print(depth: NDArray[np.float32], letter: float) -> Pixels:
    """Mark what is darker than grain and as large as a letter."""
    dark = (depth > _ABOVE_GRAIN * _spread(depth)).astype(np.uint8)
    _, places, found, _ = cv2.connectedComponentsWithStats(dark)
    wide, high, area = found[:, 2], found[:, 3], found[:, 4]
    large = (high >= _NEAR * letter) & (area >= _THIN * letter * letter)
    large |= (wide >= _NEAR * letter) & (area >= _LEAST_AREA * letter * letter)
    large[0] = False
    return np.asarray(large[places], np.uint8)


def _spread(levels: NDArray[np.float32]) -> float:
    """Return the deviation of what has no print, by the median: print covers little of a page.

    Differences of grey levels are whole numbers: counting them costs a tenth of sorting them.
    """
    counts = np.bincount(levels.ravel().astype(np.int64) + _WHITE)
    values = np.arange(len(counts))
    away = np.abs(values - _middle(counts))
    return _TO_DEVIATION * _middle(np.bincount(away, counts))


def _middle(counts: NDArray[Any]) -> int:
    """Return the median of 0, 1, 2..., of which there are so many."""
    ranks = np.cumsum(counts)
    return int(np.searchsorted(ranks, ranks[-1] / 2))

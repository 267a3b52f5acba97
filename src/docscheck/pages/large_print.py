"""Only the print of a certain size: the values on an identity paper, without their small labels.

The labels of a passport, in two or three languages and a pale small type, are longer than all its
values; an engine that takes label and value for one line loses both. Print too small to be a value
is covered with the paper around it.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.ink import Ink, Letters
from docscheck.pages.interface import Raster
from docscheck.pages.reduced import reduced

_AROUND = (0.3, 1.0)
"""Heights of a letter kept around it, down and across: its accent, the dots and slashes of a date.
"""
_TOGETHER = 4
"""Letters of the shortest value worth reading: the year of a date; waves of paper stand alone."""
_COARSE, _REACH = 8, 15
"""The level of the paper is looked for in a reduced picture, over fifteen of its pixels."""


def large_print(raster: Raster, ink: Ink, least_px: float) -> Raster:
    """Return the raster in grey with nothing but print whose letters are `least_px` high or more.

    Args:
        raster: one paper, upright and level.
        ink: its print.
        least_px: height of a capital or a figure of the smallest print that is kept.
    """
    grey = raster.grey().pixels
    height, width = grey.shape
    small = reduced(grey, _COARSE)
    wide = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_REACH, _REACH), np.uint8))
    large = cv2.resize(wide, (width, height), interpolation=cv2.INTER_LINEAR)
    kept = _around(ink.letters[ink.letters[:, 3] >= least_px], grey.shape)
    return Raster(np.asarray(np.where(kept, grey, large), np.uint8), raster.dpi)


def _around(letters: Letters, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Mark the words: letters that stand near each other, `_TOGETHER` at least."""
    marked = np.zeros(shape, np.uint8)
    for left, top, wide_px, high_px in letters:
        down, across = _AROUND[0] * high_px, _AROUND[1] * high_px
        rows = slice(max(0, int(top - down)), int(top + high_px + down))
        marked[rows, max(0, int(left - across)) : int(left + wide_px + across)] = 1
    count, words = cv2.connectedComponents(marked)
    middles = (letters[:, :2] + letters[:, 2:] / 2).astype(int)
    within = np.bincount(words[middles[:, 1], middles[:, 0]], minlength=count)
    return np.asarray((within >= _TOGETHER)[words] & (words > 0))

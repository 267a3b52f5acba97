"""A page without its ruled lines: boxes and tables, erased for the engine that reads words.

Frames around words make an engine drop rows of a form or read bars into numbers. A rule is dark,
straight, level or upright, and far longer than any stroke of a letter; it is painted over with the
paper beside it. Nothing else of the page changes.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.interface import Raster

_LENGTH = 0.035
"""Of the longer side: 10 mm on a letter, five capitals of a title side by side are no such line."""
_DARKER = 12
"""Grey levels below the surroundings from which a pixel may be of a rule."""
_AROUND_PX = 31
_THICK_PX = 9
"""Thickest rule, at the size for reading; the paper is looked for as far beside it."""

_Grey = NDArray[np.uint8]


def without_rules(raster: Raster) -> Raster:
    """Give the raster in grey, its long level and upright lines painted over."""
    grey = np.ascontiguousarray(raster.grey().pixels)
    length = max(_AROUND_PX, round(_LENGTH * max(grey.shape)))
    dark = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND_PX, _DARKER
    )
    clean = grey
    for along, across in (((1, length), (_THICK_PX, 1)), ((length, 1), (1, _THICK_PX))):
        rule = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(along, np.uint8))
        if not rule.any():
            continue
        thick = cv2.morphologyEx(rule, cv2.MORPH_OPEN, np.ones(across, np.uint8))
        rule = cv2.dilate(cv2.subtract(rule, thick), np.ones((3, 3), np.uint8))
        paper = cv2.morphologyEx(clean, cv2.MORPH_CLOSE, np.ones(across, np.uint8))
        clean = np.asarray(cv2.copyTo(paper, rule, clean.copy()), np.uint8)
    return Raster(clean, raster.dpi)

"""A page without its ruled lines: boxes and tables, erased for the engine that reads words.

Frames around words make an engine drop rows of a form or read bars into numbers. A rule is dark,
straight, level or upright, and far longer than any stroke of a letter; it is painted over with the
paper beside it. Nothing else of the page changes.
"""

from __future__ import annotations

from collections.abc import Iterator

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
_CELLS = 3
"""A rule fills one less of these parts of its length, wherever it begins."""
_ROOM = 2 * _THICK_PX
"""Rows beside a rule that what is done to it depends on."""

_Grey = NDArray[np.uint8]


def without_rules(raster: Raster) -> Raster:
    """Give the raster in grey, its long level and upright lines painted over."""
    grey = np.ascontiguousarray(raster.grey().pixels)
    length = max(_AROUND_PX, round(_LENGTH * max(grey.shape)))
    dark = np.asarray(
        cv2.adaptiveThreshold(
            grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND_PX, _DARKER
        ),
        np.uint8,
    )
    clean = grey.copy()
    _paint_level(clean, dark, length)
    _paint_level(clean.T, np.asarray(cv2.transpose(dark), np.uint8), length)
    return Raster(clean, raster.dpi)


def _paint_level(clean: _Grey, dark: _Grey, length: int) -> None:
    """Paint over the level rules, in place."""
    # A page has rules in few of its rows: the others are not looked at closely.
    for rows in _stretches(_may_be_ruled(dark, length), len(dark)):
        part, mask = np.ascontiguousarray(clean[rows]), np.ascontiguousarray(dark[rows])
        rule = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
        across = np.ones((_THICK_PX, 1), np.uint8)
        thick = cv2.morphologyEx(rule, cv2.MORPH_OPEN, across)
        rule = cv2.dilate(cv2.subtract(rule, thick), np.ones((3, 3), np.uint8))
        paper = cv2.morphologyEx(part, cv2.MORPH_CLOSE, across)
        clean[rows] = cv2.copyTo(paper, rule, part)


def _may_be_ruled(dark: _Grey, length: int) -> NDArray[np.int64]:
    """Tell the rows in which dark is long enough, and some more."""
    height, width = dark.shape
    cell, beyond = length // _CELLS, length // 2
    count = -(-(width + 2 * beyond) // cell)
    # A rule may go on beyond the edge, as far as half its length.
    whole = np.full((height, count * cell), 255, np.uint8)
    whole[:, : -width - 2 * beyond] = 0
    whole[:, -width - beyond : -beyond] = dark
    filled = cv2.resize(whole, (count, height), interpolation=cv2.INTER_AREA) == 255
    return np.flatnonzero((filled[:, 1:] & filled[:, :-1]).any(axis=1))


def _stretches(rows: NDArray[np.int64], height: int) -> Iterator[slice]:
    """Yield the rows with room around them, those that are near each other together."""
    for near in np.split(rows, np.flatnonzero(np.diff(rows) > 2 * _ROOM) + 1):
        if len(near):
            yield slice(max(0, int(near[0]) - _ROOM), min(height, int(near[-1]) + _ROOM + 1))

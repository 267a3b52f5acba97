"""Does the edge of a print run around a portrait: a paper photo that was photographed or scanned?

Along each side of the picture a straight line is looked for that runs nearly the whole way, up to
a few degrees askew: the rim of the paper, or of its white margin. One side may be a door or a
shelf; a print has three or four.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.interface import Pixels

_LONG_SIDE = 320
_DEPTH = 0.30
"""How far from a side of the picture its line may lie, in widths or heights."""
_SLOPE = 0.14
"""Tangent of the angle to the side: 8 degrees."""
_SLOPES = 29
_STEP = 1.8
"""Least change of colour across the line, CIE units a pixel at 320 px, where it counts as there."""
_WHOLE = 0.50
"""Share of the side along which the line must be there."""
_SKIPPED = 0.012
"""Of the side: an edge of the picture itself is no line."""


def find_frame(rgb: Pixels) -> tuple[str, ...]:
    """Name the sides along which the edge of a print runs, of an upright RGB picture."""
    scale = _LONG_SIDE / max(rgb.shape[:2])
    small = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    lab = cv2.GaussianBlur(lab, (0, 0), 0.7)
    across = np.linalg.norm(lab[:, 2:] - lab[:, :-2], axis=2) / 2
    down = np.linalg.norm(lab[2:] - lab[:-2], axis=2) / 2
    sides = {
        "left": across,
        "top": down.T,
        "right": across[:, ::-1],
        "bottom": down.T[:, ::-1],
    }
    return tuple(name for name, steps in sides.items() if _has_line(steps))


def _has_line(steps: NDArray[np.floating]) -> bool:
    """Look for a nearly upright line near the left side of a field of steps."""
    high, wide = steps.shape
    there = cv2.dilate((_thin(steps) > _STEP).astype(np.uint8), np.ones((1, 3), np.uint8)) > 0
    rows = np.arange(high)
    first, last = max(2, round(_SKIPPED * wide)), round(_DEPTH * wide)
    for slope in np.linspace(-_SLOPE, _SLOPE, _SLOPES):
        shift = np.round(slope * (rows - high / 2)).astype(np.int64)
        columns = np.arange(first, last)[:, None] + shift[None, :]
        inside = (columns >= 0) & (columns < wide)
        hits = there[rows[None, :], np.clip(columns, 0, wide - 1)] & inside
        if float(hits.mean(axis=1).max(initial=0.0)) >= _WHOLE:
            return True
    return False


def _thin(steps: NDArray[np.floating]) -> NDArray[np.floating]:
    """Keep local maxima along rows only."""
    before = np.pad(steps[:, :-1], ((0, 0), (1, 0)))
    after = np.pad(steps[:, 1:], ((0, 0), (0, 1)))
    return np.where((steps >= before) & (steps > after), steps, 0.0)

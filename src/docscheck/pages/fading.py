"""Lines of print that fade away at one end: the rim of a reflection, or of a bleached patch.

A reflection on white paper is white on white: only the print tells it, by growing paler letter
after letter until nothing is left. Pale labels and thin type are pale all along, and are not taken
for it.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.ink import Ink
from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.reduced import reduced

_Numbers = NDArray[np.float64]

_HIGH, _WIDE = (0.45, 1.8), 3.0
"""Heights and greatest width of a letter, in heights of a capital."""
_SAME_LINE, _GAP = 0.35, 2.5
"""Down and across, in heights of a capital: feet of letters on one line; white that ends a run."""
_RUN, _STEADY_RUN, _END = 9, 12, 6
"""Letters of a run that is looked at, of one whose middle tells its depth, and of its end."""
_LEFT, _STEP, _LAST_STEP = 0.5, 1.08, 1.12
"""What is left of the depth at the end of a line that fades, and how it falls, pair by pair."""
_STARTS = 1.3
"""The end begins no deeper than this, in depths of the run: it is not another type."""
_STEEPEST = 0.45
"""From one letter to the next, in depths of the run: what falls at once is another print."""
_PRINT, _DARK = 0.4, 80
"""A run at least this deep, beside the darkest fifth of the runs, is print."""
_FEW_RUNS = 2
"""On a page with no more, one that fades is enough; else it has to fall with every letter."""
_COARSE, _AROUND, _BLUR_PX = 8, 7, 2.0


def fading_lines(raster: Raster, ink: Ink) -> float | None:
    """Return how many lines fade at one end, as a share of all, 0 to 1; `None` without lines.

    One alone among many is chance and counts as none, unless it falls with every letter.

    Args:
        raster: one page, upright and level.
        ink: its print.
    """
    letter = ink.letter_height_px
    if letter is None:
        return None
    places = ink.letters.astype(int)
    low, high = _HIGH[0] * letter, _HIGH[1] * letter
    tall = (places[:, 3] >= low) & (places[:, 3] <= high) & (places[:, 2] <= _WIDE * letter)
    places = places[tall]
    depths = _depths(raster.grey().pixels, places)
    runs = [depths[run] for run in _runs(places, letter)]
    if not runs:
        return None
    # Lines of security paper make runs, too, far paler than print.
    least = _PRINT * float(np.percentile([np.median(run) for run in runs], _DARK))
    fading = [run for run in runs if _fades(run, least) or _fades(run[::-1], least)]
    told = len(fading) > 1 or len(runs) <= _FEW_RUNS or any(map(_falls_all_along, fading))
    return min(1.0, max(2, len(fading)) / len(runs)) if fading and told else 0.0


def _depths(grey: Pixels, places: NDArray[np.int_]) -> _Numbers:
    """Return how far each letter lies below the paper around it, on the mean of its box."""
    wide = cv2.dilate(reduced(grey, _COARSE), np.ones((_AROUND, _AROUND), np.uint8))
    paper = cv2.GaussianBlur(wide, (0, 0), _BLUR_PX)
    sums = cv2.integral(cv2.erode(grey, np.ones((3, 3), np.uint8)))
    left, top, wide_px, high_px = places.T
    right, bottom = left + wide_px, top + high_px
    inked = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    down = np.minimum((top + bottom) // (2 * _COARSE), paper.shape[0] - 1)
    across = np.minimum((left + right) // (2 * _COARSE), paper.shape[1] - 1)
    return np.asarray(paper[down, across] - inked / (wide_px * high_px), np.float64)


def _runs(places: NDArray[np.int_], letter: float) -> Iterator[NDArray[np.int_]]:
    """Yield the letters of each stretch of a line that no wide white divides, left to right."""
    feet = places[:, 1] + places[:, 3]
    order = np.argsort(feet, kind="stable")
    rows = np.split(order, np.flatnonzero(np.diff(feet[order]) > _SAME_LINE * letter) + 1)
    for row in rows:
        across = row[np.argsort(places[row, 0], kind="stable")]
        ends = places[across, 0] + places[across, 2]
        white = places[across[1:], 0] - ends[:-1]
        for run in np.split(across, np.flatnonzero(white > _GAP * letter) + 1):
            if len(run) >= _RUN:
                yield run


def _falls_all_along(run: _Numbers) -> bool:
    """Tell whether at one end each letter is paler than the one before."""
    ends = (run[-_END:], run[:_END][::-1])
    return any(bool(np.all(np.diff(end) < 0)) for end in ends)


def _fades(run: _Numbers, least: float) -> bool:
    """Tell whether the last letters of a run grow paler one after another, none by much."""
    first, middle, last = run[-_END:].reshape(3, -1).mean(axis=1).tolist()
    if not (first > middle * _STEP and middle > last * _LAST_STEP):
        return False
    steady = run[:-_END]
    means = np.convolve(run, np.ones(3) / 3, "valid")
    depth = float(np.median(steady)) if len(run) >= _STEADY_RUN else float(means.max())
    softly = float(np.max(-np.diff(run[-_END:]))) <= _STEEPEST * depth
    left = last < _LEFT * depth and first <= _STARTS * depth
    return softly and left and depth >= least

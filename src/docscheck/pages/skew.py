"""By how much is a page turned: the small angle of its lines, and the quarter turn of the sheet.

Postl's projection idea on letter boxes instead of pixels: at the right angle the feet of the
letters fall into few narrow rows. A quarter turn shows in the same way, on the other axis. Up and
down is told by Latin, Greek and Cyrillic print itself: ascenders, capitals and digits are several
times as many as descenders. Text in capitals only, or in a script without that habit, leaves the
question open.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.pages.ink import Ink, Letters

_FEW_LETTERS = 25
_COARSE_DEG = np.arange(-15.0, 15.01, 0.5)
_FINE_DEG = np.arange(-0.5, 0.51, 0.05)
_MIN_PEAK = 1.6
"""Rows against a spread at random; below, no angle stands out."""
_AXIS_RATIO = 1.25
"""By how much rows must beat columns, or columns rows."""
_OUTLIERS = 0.22
"""Share of the small letters' height by which an ascender or descender stands out."""
_MIN_SIGMA = 4.0
_MIN_EXTENDERS = 20

_Values = NDArray[np.float64]


class Direction(Struct, frozen=True):
    """How the lines of a page run, as far as the shapes of the letters tell."""

    sideways: bool | None
    """Lines run up or down the raster; `None` when there are too few letters."""
    turn_deg: int | None
    """Clockwise turn that puts the page upright; `None` when up and down look alike."""


def measure_skew(ink: Ink) -> float | None:
    """Return by how many degrees lines are turned clockwise, -15 to 15; `None` without lines.

    Lines that run up or down the raster count as well: what they lean is told, not the chance
    angle at which their letters fall into rows.
    """
    letters = _typical(ink.letters)
    if len(letters) < _FEW_LETTERS:
        return None
    level, sideways = (_lean(one) for one in (letters, _turn_once(letters, ink.size[1])))
    angle, peak = level if level[1] * _AXIS_RATIO >= sideways[1] else sideways
    return angle if peak >= _MIN_PEAK else None


def _lean(letters: Letters) -> tuple[float, float]:
    return _best_angle(_centre(letters), letters[:, 1] + letters[:, 3], _bin_px(letters))


def find_direction(ink: Ink) -> Direction:
    """Tell which way lines run and, where the letters show it, which side is up."""
    letters = _typical(ink.letters)
    if len(letters) < _FEW_LETTERS:
        return Direction(None, None)
    rows, columns = _row_peak(letters), _row_peak(_turn_once(letters, ink.size[1]))
    if max(rows, columns) < _MIN_PEAK or max(rows, columns) < _AXIS_RATIO * min(rows, columns):
        return Direction(None, None)
    if rows > columns:
        up = _is_upright(letters)
        return Direction(False, None if up is None else 0 if up else 180)
    up = _is_upright(_turn_once(letters, ink.size[1]))
    return Direction(True, None if up is None else 90 if up else 270)


def _typical(letters: Letters) -> Letters:
    """Keep single letters of about the page's usual size."""
    if not len(letters):
        return letters
    size = np.maximum(letters[:, 2], letters[:, 3])
    usual = float(np.median(size))
    return letters[(size >= 0.5 * usual) & (size <= 2.5 * usual)]


def _turn_once(letters: Letters, height: int) -> Letters:
    """Boxes as they lie after a quarter turn clockwise of a raster of this height."""
    left, top, wide, high = letters.T
    return np.column_stack((height - top - high, left, high, wide))


def _centre(letters: Letters) -> _Values:
    return np.asarray(letters[:, 0] + letters[:, 2] / 2)


def _bin_px(letters: Letters) -> float:
    return max(2.0, float(np.median(letters[:, 3])) / 5)


def _row_peak(letters: Letters) -> float:
    """How sharply letters fall into rows, whether they stand on their feet or on their heads."""
    across, bin_px = _centre(letters), _bin_px(letters)
    edges = (letters[:, 1] + letters[:, 3], letters[:, 1])
    return max(_best_angle(across, edge, bin_px)[1] for edge in edges)


def _best_angle(across: _Values, edge: _Values, bin_px: float) -> tuple[float, float]:
    coarse = _COARSE_DEG[int(np.argmax(_peaks(across, edge, _COARSE_DEG, bin_px)))]
    near = coarse + _FINE_DEG
    peaks = _peaks(across, edge, near, bin_px)
    best = int(np.argmax(peaks))
    return round(float(near[best]), 2), float(peaks[best])


def _peaks(across: _Values, edge: _Values, angles_deg: _Values, bin_px: float) -> _Values:
    """Crowding of letters in rows at each angle; 1 is what chance gives."""
    slopes = np.tan(np.radians(angles_deg))[:, None]
    rows = ((edge - across * slopes) / bin_px).astype(np.int64)
    rows -= rows.min(axis=1, keepdims=True)
    lengths = rows.max(axis=1) + 1
    # Each angle has its own stretch of one long histogram.
    starts = np.cumsum(lengths) - lengths
    counts = np.bincount((rows + starts[:, None]).ravel()).astype(np.float64)
    total = len(edge)
    pairs = np.add.reduceat(counts * (counts - 1.0), starts) / (total * (total - 1.0))
    return np.asarray(pairs * lengths, np.float64)


def _is_upright(letters: Letters) -> bool | None:
    across, feet = _centre(letters), letters[:, 1] + letters[:, 3]
    slope = np.tan(np.radians(_best_angle(across, feet, _bin_px(letters))[0]))
    tops, feet = letters[:, 1] - across * slope, feet - across * slope
    up = down = 0
    for row in _rows(tops, feet):
        small = float(np.median(letters[row, 3]))
        up += int(np.sum(np.median(tops[row]) - tops[row] > _OUTLIERS * small))
        down += int(np.sum(feet[row] - np.median(feet[row]) > _OUTLIERS * small))
    extenders = up + down
    if extenders < _MIN_EXTENDERS or abs(up - down) < _MIN_SIGMA * extenders**0.5:
        return None
    return up > down


def _rows(tops: _Values, feet: _Values) -> list[NDArray[np.int64]]:
    """Letters of each row of at least eight, by their index."""
    middles = (tops + feet) / 2
    order = np.argsort(middles, kind="stable")
    gap = 0.5 * float(np.median(feet - tops))
    starts = np.flatnonzero(np.diff(middles[order]) > gap) + 1
    rows = np.split(order, starts)
    limit = 4 * gap
    return [row for row in rows if len(row) >= 8 and np.ptp(middles[row]) <= limit]

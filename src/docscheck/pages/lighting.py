"""Is part of the picture burnt out, and does it show the raster of a screen.

Glare is light thrown back by plastic or paper: an area at the top of the scale on a picture whose
paper is not. On a scan the paper itself is white, which is no fault. A photographed screen shows
the beat of two pixel grids (moire): sharp peaks in the spectrum, off the axes, that no print of
lines makes.
"""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.interface import Pixels

_BURNT = 250
_WHITE_PAPER = 243
_QUARTER = 400
"""Short side to which the picture is reduced for glare, px."""
_MIN_SPOT = 0.001
"""Smaller spots, as a share of the picture, are sparkles."""
_SPECTRUM_PX = 512
_LOW_FREQUENCIES = 24
"""Of 256: what varies slower is light and layout."""
_AXIS_WIDTH = 4
"""Lines and columns of print peak on the axes."""
_PEAK_FLOOR, _PEAK_FULL = 9.0, 40.0
"""Peak over the mean of its ring: paper and print reach 6 to 8; a screen 15 and more."""


def measure_glare(grey: Pixels, paper: float) -> float:
    """Return the share of the picture that is burnt out, 0 to 1; 0 when the paper is white."""
    if paper >= _WHITE_PAPER:
        return 0.0
    factor = max(1, min(grey.shape) // _QUARTER)
    small = cv2.resize(grey, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
    mask = (small >= _BURNT).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return float(areas[areas >= _MIN_SPOT * mask.size].sum() / mask.size)


def measure_moire(grey: Pixels, skew_deg: float = 0.0) -> float | None:
    """Return the strength of a periodic pattern, 0 to 1; `None` on a picture under 512 px.

    `skew_deg` is the angle of the lines of print, whose own peaks are left out.
    """
    if min(grey.shape) < _SPECTRUM_PX:
        return None
    top, left = ((side - _SPECTRUM_PX) // 2 for side in grey.shape)
    piece = grey[top : top + _SPECTRUM_PX, left : left + _SPECTRUM_PX].astype(np.float32)
    window = np.hanning(_SPECTRUM_PX).astype(np.float32)
    windowed = (piece - piece.mean()) * np.outer(window, window)
    spectrum = cv2.dft(windowed, flags=cv2.DFT_COMPLEX_OUTPUT)
    size = np.asarray(cv2.magnitude(spectrum[..., 0], spectrum[..., 1]), dtype=np.float64)
    ring, down, across = _rings()
    means = np.bincount(ring.ravel(), size.ravel()) / np.bincount(ring.ravel())
    ratios = size / np.maximum(means[ring], 1e-6)
    ratio = float(ratios[_searched(ring, down, across, skew_deg)].max())
    return min(1.0, max(0.0, (ratio - _PEAK_FLOOR) / (_PEAK_FULL - _PEAK_FLOOR)))


@cache
def _rings() -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the distance of each bin from zero frequency, and its two coordinates."""
    offset = np.fft.fftfreq(_SPECTRUM_PX, 1 / _SPECTRUM_PX)
    down, across = np.meshgrid(offset, offset, indexing="ij")
    return np.hypot(down, across).astype(np.int64), down, across


def _searched(
    ring: NDArray[np.int64],
    down: NDArray[np.float64],
    across: NDArray[np.float64],
    skew_deg: float,
) -> NDArray[np.bool_]:
    """Bins off the axes along and across the lines of print, slow frequencies left out."""
    cosine, sine = np.cos(np.radians(skew_deg)), np.sin(np.radians(skew_deg))
    off_axis = np.abs(across * cosine + down * sine) > _AXIS_WIDTH
    off_axis &= np.abs(down * cosine - across * sine) > _AXIS_WIDTH
    return np.asarray(off_axis & (ring > _LOW_FREQUENCIES) & (ring < _SPECTRUM_PX // 2))

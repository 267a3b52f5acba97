"""Is part of the picture burnt out, and does it show the raster of a screen.

Glare is light thrown back by plastic or paper: an area at the top of the scale, which falls off
softly to paper that is clearly darker. White paper, a white lid and a white field on a card have a
hard edge or no darker paper around them; a phone that stretched the tones of a sheet leaves paper
that is hardly darker. Where a lamp burnt out most of a photo no such paper is left: then it is a
large white area in which nothing is printed. A photographed screen shows
the beat of two pixel grids (moire): sharp peaks in the spectrum, off the axes, that no print of
lines makes.
"""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.interface import Pixels
from docscheck.pages.reduced import reduced

_BURNT = 250
_WHITE_PAPER = 243
_QUARTER = 400
"""Short side to which the picture is reduced for glare, px."""
_MIN_SPOT = 0.003
"""Smaller spots, as a share of the picture, are sparkles and white fields."""
_SPOT_PX = 5
"""Nor is it glare where the white is thinner: paper between letters."""
_NEAR_PX, _FAR_PX = (2, 4), (16, 32)
"""Distance from a burnt area of its soft edge, and of paper the lamp does not reach."""
_DARKER = 225
"""Level of that paper: ten in a hundred below the top. In phone scans in order it is 236 and more,
around reflections 176 to 216."""
_SOFT = 0.3
"""Share of the way from that paper to the top of the scale at which a soft edge lies."""
_MOST = 0.3
"""Burnt share of a photo from which no paper need be left; in photos in order it is under 0.11."""
_EMPTY = 0.03
"""Share of holes in a burnt area up to which nothing is printed in it; lines of text give 0.07."""
_HOLES_PX = 15
_SPECTRUM_PX = 512
_LOW_FREQUENCIES = 24
"""Of 256: what varies slower is light and layout."""
_AXIS_WIDTH = 4
"""Lines and columns of print peak on the axes."""
_PEAK_FLOOR, _PEAK_FULL = 9.0, 40.0
"""Peak over the mean of its ring: paper and print reach 6 to 8; a screen 15 and more."""

_Bins = NDArray[np.int64]
_Offsets = NDArray[np.float32]


def measure_glare(grey: Pixels, paper: float, *, unread_photo: bool = False) -> float:
    """Return the share of the picture that is burnt out, 0 to 1.

    Args:
        grey: one page.
        paper: level of the paper around the print.
        unread_photo: the page was photographed and no words were read.
    """
    factor = max(1, min(grey.shape) // _QUARTER)
    small = reduced(grey, factor)
    burnt = (small >= _BURNT).astype(np.uint8)
    opened = cv2.morphologyEx(burnt, cv2.MORPH_OPEN, _square(_SPOT_PX))
    mask = np.asarray(opened, dtype=np.uint8)
    if not cv2.countNonZero(mask):
        return 0.0
    _, places, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    share = 0.0
    for number in np.flatnonzero(stats[:, cv2.CC_STAT_AREA] >= _MIN_SPOT * mask.size):
        if number == 0:
            continue
        spot = np.asarray(places == number, dtype=np.uint8)
        part = float(spot.mean())
        is_lamp = paper < _WHITE_PAPER and _falls_off_softly(small, mask, spot)
        if is_lamp or (unread_photo and part >= _MOST and _is_empty(spot)):
            share += part
    return share


def measure_lamp(grey: Pixels) -> float:
    """Return the share burnt out of a photo as it was taken, 0 to 1, if that is most of it; else 0.

    Made even, what a lamp left of the paper is as white as what it burnt, and no edge tells it.
    """
    share = measure_glare(grey, 0.0)
    return share if share >= _MOST else 0.0


def _falls_off_softly(small: Pixels, burnt: Pixels, spot: Pixels) -> bool:
    near, far = _ring(spot, burnt, _NEAR_PX), _ring(spot, burnt, _FAR_PX)
    if not near.any() or not far.any():
        return False
    around = float(np.median(small[far]))
    edge = float(np.median(small[near]))
    return around <= _DARKER and edge >= around + _SOFT * (_BURNT - around)


def _ring(spot: Pixels, burnt: Pixels, distance: tuple[int, int]) -> NDArray[np.bool_]:
    """Pixels so far from a spot that are not burnt themselves."""
    inner, outer = (cv2.dilate(spot, _square(2 * reach + 1)) for reach in distance)
    return np.asarray((outer > 0) & (inner == 0) & (burnt == 0))


def _is_empty(spot: Pixels) -> bool:
    filled = cv2.morphologyEx(spot, cv2.MORPH_CLOSE, _square(_HOLES_PX))
    return 1 - float(spot.sum()) / float(filled.sum()) <= _EMPTY


def _square(side: int) -> Pixels:
    return np.ones((side, side), np.uint8)


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
    # The picture is real: one half of its spectrum mirrors the other.
    spectrum = cv2.dft(windowed, flags=cv2.DFT_COMPLEX_OUTPUT)[:, : _SPECTRUM_PX // 2 + 1]
    size = np.asarray(cv2.magnitude(spectrum[..., 0], spectrum[..., 1]), dtype=np.float32)
    ring, counts, down, across = _rings()
    means = np.bincount(ring.ravel(), size.ravel()) / counts
    ratios = size / np.maximum(means, 1e-6).astype(np.float32)[ring]
    ratio = float(ratios[_searched(ring, down, across, skew_deg)].max())
    return min(1.0, max(0.0, (ratio - _PEAK_FLOOR) / (_PEAK_FULL - _PEAK_FLOOR)))


@cache
def _rings() -> tuple[_Bins, _Bins, _Offsets, _Offsets]:
    """Return the distance of each bin from zero frequency, how many lie at each, and where."""
    offset = np.fft.fftfreq(_SPECTRUM_PX, 1 / _SPECTRUM_PX).astype(np.float32)
    half = np.abs(offset[: _SPECTRUM_PX // 2 + 1])
    down, across = np.meshgrid(offset, half, indexing="ij")
    ring = np.hypot(down, across).astype(np.int64)
    return ring, np.bincount(ring.ravel()), down, across


def _searched(ring: _Bins, down: _Offsets, across: _Offsets, skew_deg: float) -> NDArray[np.bool_]:
    """Bins off the axes along and across the lines of print, slow frequencies left out."""
    cosine, sine = np.cos(np.radians(skew_deg)), np.sin(np.radians(skew_deg))
    off_axis = np.abs(across * cosine + down * sine) > _AXIS_WIDTH
    off_axis &= np.abs(down * cosine - across * sine) > _AXIS_WIDTH
    return np.asarray(off_axis & (ring > _LOW_FREQUENCIES) & (ring < _SPECTRUM_PX // 2))

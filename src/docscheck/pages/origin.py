"""Was this picture scanned, photographed or captured from a screen.

Evidence in order of weight: what the camera wrote (Exif 2.32, exposure tags), the size of a screen
with drawn (noise-free) pixels, then the light along the border: a scanner lights its sheet evenly.
A guess: nothing but advice and the way of reading hangs on it.
"""

from __future__ import annotations

import cv2
import numpy as np
from msgspec import Struct

from docscheck.document import Origin
from docscheck.pages.interface import Pixels
from docscheck.pages.levels import percentile

_MM_PER_INCH = 25.4
_SHORTEST_MM, _LONGEST_MM = 20.0, 460.0
"""A stamp to an A3 sheet: outside, the resolution in the header is a default (72, 96)."""
_SCREEN_DPI = (72, 96, 144)
_PHONE_WIDTHS = frozenset(
    {640, 720, 750, 828, 1080, 1125, 1170, 1179, 1206, 1242, 1284, 1290, 1320, 1440}
)
_PHONE_RATIO = 1.7
_DESKTOP_SIZES = frozenset(
    {
        (1280, 720), (1280, 800), (1366, 768), (1440, 900), (1536, 864), (1600, 900),
        (1680, 1050), (1920, 1080), (1920, 1200), (2560, 1440), (2560, 1600), (2880, 1800),
        (3024, 1964), (3456, 2234), (3840, 2160),
    }
)  # fmt: skip
_DRAWN_SHARE = 0.55
"""Neighbouring pixels that are equal: a sensor's noise leaves fewer, a drawn interface more."""
_SHEET_RATIOS = (297 / 210, 11 / 8.5, 14 / 8.5)
_RATIO_TOLERANCE = 0.025
_BRIGHT_BORDER = 200
_EVEN_BORDER = 18.0
_BORDER_SHARE = 0.03


class Header(Struct, frozen=True):
    """What a picture says of itself, before its pixels are decoded."""

    size_px: tuple[int, int]
    dpi: float | None = None
    """As written, unchecked."""
    camera: bool = False
    """Exposure was recorded, as cameras do and scanners do not."""
    lossless: bool = False


def plausible_dpi(size_px: tuple[int, int], dpi: float | None) -> float | None:
    """Return `dpi` if it gives the picture the size of a paper, else `None`.

    >>> plausible_dpi((2480, 3508), 300.0)
    300.0
    >>> plausible_dpi((4000, 3000), 72.0) is None
    True
    """
    if not dpi or dpi <= 0:
        return None
    short_mm, long_mm = (side / dpi * _MM_PER_INCH for side in sorted(size_px))
    return dpi if short_mm >= _SHORTEST_MM and long_mm <= _LONGEST_MM else None


def guess_origin(header: Header, grey: Pixels) -> Origin:
    """Guess how a picture came into being from its header and its grey pixels (any size)."""
    if header.camera:
        return Origin.PHOTO
    if _is_screen_size(header) and _drawn_share(grey) >= _DRAWN_SHARE:
        return Origin.SCREENSHOT
    if _is_evenly_lit(grey):
        return Origin.SCAN
    sheet = _is_sheet(header.size_px) and plausible_dpi(header.size_px, header.dpi) is not None
    return Origin.SCAN if sheet else Origin.PHOTO


def _is_screen_size(header: Header) -> bool:
    if header.dpi and round(header.dpi) not in _SCREEN_DPI:
        return False
    short, long = sorted(header.size_px)
    phone = short in _PHONE_WIDTHS and long / short >= _PHONE_RATIO
    return phone or (long, short) in _DESKTOP_SIZES


def _drawn_share(grey: Pixels) -> float:
    if grey.shape[1] < 2:
        return 0.0
    return float(np.mean(grey[::4, 1:] == grey[::4, :-1]))


def _is_sheet(size_px: tuple[int, int]) -> bool:
    short, long = sorted(size_px)
    return any(abs(long / short / ratio - 1) <= _RATIO_TOLERANCE for ratio in _SHEET_RATIOS)


def _is_evenly_lit(grey: Pixels) -> bool:
    band = max(1, round(min(grey.shape) * _BORDER_SHARE))
    sides = (grey[:band], grey[-band:], grey[:, :band], grey[:, -band:])
    levels = [percentile(side, 50) for side in sides]
    spread = [float(cv2.meanStdDev(np.ascontiguousarray(side))[1][0, 0]) for side in sides]
    even = max(levels) - min(levels) <= _EVEN_BORDER and float(np.median(spread)) <= _EVEN_BORDER
    return min(levels) >= _BRIGHT_BORDER and even

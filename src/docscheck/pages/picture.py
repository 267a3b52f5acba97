"""How many pixels to decode, and how to decode them once.

A page asks its source for pixels at least so large, keeps the largest it got, and makes smaller
ones from it. Beyond 150 dpi more pixels cost time and read no better (Tesseract's cost is per
line); machine-readable zones of a passport lying on an A4 sheet want 300 dpi.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from docscheck.pages.interface import Limits, Pixels, Purpose, Raster

SCAN_TEXT_PX = 1_240
"""Short side of A4 at 150 dpi."""
PHOTO_TEXT_PX = 1_500
"""A photo shows a sheet with a margin around it and a little blur."""
DETAIL_FACTOR = 2
_TOLERANCE = 1.15
"""A raster this much larger than asked is not worth a resize."""

Decode = Callable[[int, bool], Pixels]
"""`decode(short_side_px, colour)`: pixels with at least such a short side, or all there are."""


class Picture:
    """The pixels of one page: decoded on demand, kept, turned."""

    def __init__(self, decode: Decode, limits: Limits) -> None:
        self._decode = decode
        self._limits = limits
        self._kept: dict[bool, tuple[int, Pixels]] = {}
        self._given: dict[tuple[int, bool], Pixels] = {}
        self._turn_deg = 0

    def turn(self, turn_deg: int) -> None:
        self._turn_deg = (self._turn_deg + turn_deg) % 360
        self._given.clear()

    @property
    def turn_deg(self) -> int:
        return self._turn_deg

    def raster(
        self, purpose: Purpose, text_px: int, full: tuple[int, int], dpi: float | None
    ) -> Raster:
        """Return pixels for `purpose`; `full` is the picture's own size, in either orientation."""
        short = text_px * (DETAIL_FACTOR if purpose is Purpose.DETAIL else 1)
        colour = purpose is Purpose.COLOUR
        pixels = self._sized(short, colour)
        scale = min(pixels.shape[:2]) / min(full)
        return Raster(pixels, dpi * scale if dpi else None)

    def preview(self, short: int) -> Pixels:
        """Return grey pixels as they were decoded: whole, and the short side at least `short`."""
        return self._source(short, colour=False)

    def release(self) -> None:
        self._kept.clear()
        self._given.clear()

    def _sized(self, short: int, colour: bool) -> Pixels:
        if (short, colour) not in self._given:
            fitted = _fit(self._source(short, colour), short, self._limits.max_side_px)
            self._given[short, colour] = Raster(fitted).turned(self._turn_deg).pixels
        return self._given[short, colour]

    def _source(self, short: int, colour: bool) -> Pixels:
        asked, pixels = self._kept.get(colour, (0, None))
        if pixels is None or max(asked, min(pixels.shape[:2])) < short:
            pixels = self._decode(short, colour)
            self._kept[colour] = (short, pixels)
        return pixels


def _fit(pixels: Pixels, short: int, max_side: int) -> Pixels:
    height, width = pixels.shape[:2]
    scale = min(short / min(height, width), max_side / max(height, width))
    if scale * _TOLERANCE >= 1 and max(height, width) <= max_side:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX, reducing_gap=2.0))

"""A page photographed in hardly any light: brought up to the level of paper, its noise taken out.

In such a picture the grains of the sensor are as strong as thin strokes, and an engine reads the
grains. What is measured of a page is measured on the picture as it was taken, not on this one.
"""

from __future__ import annotations

import cv2
import numpy as np

from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.levels import percentile

_DIM = 115
"""Level of the brightest of the page; photos of a room in daylight have 160 and more."""
_PAPER = 235
_PATCH_PX, _SEARCH_PX = 5, 11
_WEAKEST, _STRONGEST = 10.0, 40.0
_BY_NOISE = 1.0
"""How strongly it is smoothed, by the spread of the grains: less leaves them, more takes strokes.
"""


def brightened(raster: Raster) -> Raster:
    """Brighten a dim page and smooth it where nothing is printed; others come back as they are."""
    grey = raster.grey()
    level = percentile(grey.pixels[::4, ::4], 97)
    if not 0 < level < _DIM:
        return raster
    bright = cv2.convertScaleAbs(grey.pixels, alpha=_PAPER / level)
    strength = min(_STRONGEST, max(_WEAKEST, _BY_NOISE * _noise(np.asarray(bright, np.uint8))))
    calm = cv2.fastNlMeansDenoising(bright, None, strength, _PATCH_PX, _SEARCH_PX)
    return Raster(np.asarray(calm, dtype=np.uint8), raster.dpi)


def _noise(bright: Pixels) -> float:
    """Return the spread of the grains, in grey levels; print covers too little to count."""
    smooth = cv2.GaussianBlur(bright, (0, 0), 2.0)
    return 1.48 * float(np.median(cv2.absdiff(bright, smooth)))

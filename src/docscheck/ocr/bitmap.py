"""What engines are handed, and how their pixels become boxes again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from docscheck.document import Box
from docscheck.pages.interface import Raster

MAX_PIXELS = 12_000_000
"""More only feed a decompression bomb to an engine that gains nothing above 150 dpi."""


def bounded(raster: Raster) -> Raster:
    """Return `raster` in grey with at most 12 million pixels."""
    grey = raster.grey()
    scale = (MAX_PIXELS / (grey.width * grey.height)) ** 0.5
    if scale >= 1:
        return grey
    size = (max(1, int(grey.width * scale)), max(1, int(grey.height * scale)))
    small = Image.fromarray(grey.pixels).resize(size, Image.Resampling.BOX)
    return Raster(np.asarray(small, dtype=np.uint8), grey.dpi * scale if grey.dpi else None)


def to_box(bounds: Sequence[float], size: tuple[int, int]) -> Box:
    """Turn left, top, right, bottom in pixels into fractions of a raster of `size` (w, h)."""
    left, top, right, bottom = bounds
    return Box(left / size[0], top / size[1], right / size[0], bottom / size[1])

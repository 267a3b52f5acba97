"""A few lines of print cut from a page, prepared so that an engine sees their own tones only."""

from __future__ import annotations

import cv2
import numpy as np

from docscheck.pages.interface import Raster

_AROUND_PX = 24.0
_INK, _PAPER, _WHITE = 1, 90, 235.0
"""Percentiles of the light of a strip that are its ink and its paper; where its paper is put."""


def evenly_lit(strip: Raster) -> Raster:
    """Return a strip divided by the light around each place and stretched from ink to paper."""
    grey = strip.grey().pixels
    light = cv2.GaussianBlur(grey, (0, 0), _AROUND_PX).astype(np.float32)
    even = grey.astype(np.float32) / np.maximum(light, 1.0)
    low, high = np.percentile(even, (_INK, _PAPER))
    stretched = (even - low) / max(1e-3, float(high - low)) * _WHITE
    return Raster(np.asarray(np.clip(stretched, 0, 255), np.uint8), strip.dpi)

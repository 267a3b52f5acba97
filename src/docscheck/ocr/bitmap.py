"""What engines are handed, and how their pixels become boxes again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from PIL import Image

from docscheck.document import Box
from docscheck.pages.interface import Raster

_GAMMA = 1.7
"""Print at six tenths of the paper's level goes down to four, grain at nine tenths stays above
eight."""
_PAPER_PERCENTILE = 90
_STEP = 4

MAX_PIXELS = 12_000_000
"""More only feed a decompression bomb to an engine that gains nothing above 150 dpi."""


def prepared(raster: Raster) -> Raster:
    """Return `raster` in grey with at most 12 million pixels, pale print made darker.

    An engine parts ink from paper by one threshold for the page: labels in pale grey fall on the
    side of the paper, and their values stand there without a name.
    """
    return _bounded(_darkened(raster.grey()))


def _darkened(grey: Raster) -> Raster:
    paper = float(np.percentile(grey.pixels[::_STEP, ::_STEP], _PAPER_PERCENTILE))
    if paper <= 0:
        return grey
    tones = (np.clip(np.arange(256) / paper, 0.0, 1.0) ** _GAMMA * 255).astype(np.uint8)
    return replace(grey, pixels=np.asarray(cv2.LUT(grey.pixels, tones), np.uint8))


def _bounded(grey: Raster) -> Raster:
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

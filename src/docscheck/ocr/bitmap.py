"""What engines are handed, and how their pixels become boxes again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from PIL import Image

from docscheck.document import Box
from docscheck.pages.interface import Raster

_GAMMA = 2.0
"""Print at seven tenths of the paper's level goes down to five, grain at nine tenths stays above
eight."""
_PAPER_PERCENTILE = 90
_STEP = 4
_AROUND_PX = 7
"""Width of a letter's soft edge and of the squares of a JPEG, with the letter in the middle."""

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


def with_pale_print(grey: Raster) -> Raster:
    """Return a grey raster with its pale print made darker.

    An engine parts ink from paper by one threshold for the page: labels in pale grey fall on the
    side of the paper, and their values stand there without a name. Only what stands away from
    print is touched, since the soft edges of letters must stay thin.
    """
    pixels = grey.pixels
    paper = float(np.percentile(pixels[::_STEP, ::_STEP], _PAPER_PERCENTILE))
    if paper <= 0:
        return grey
    _, ink = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    near = cv2.dilate(ink, np.ones((_AROUND_PX, _AROUND_PX), np.uint8))
    tones = (np.clip(np.arange(256) / paper, 0.0, 1.0) ** _GAMMA * 255).astype(np.uint8)
    darker = cv2.LUT(pixels, tones)
    cv2.copyTo(pixels, near, darker)
    return replace(grey, pixels=np.asarray(darker, np.uint8))


def to_box(bounds: Sequence[float], size: tuple[int, int]) -> Box:
    """Turn left, top, right, bottom in pixels into fractions of a raster of `size` (w, h)."""
    left, top, right, bottom = bounds
    return Box(left / size[0], top / size[1], right / size[0], bottom / size[1])

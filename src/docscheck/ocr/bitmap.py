"""What engines are handed, and how their pixels become boxes again."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from msgspec.structs import replace
from PIL import Image

from docscheck.document import Box
from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.reduced import reduced

_DARK_TO, _PALE_FROM = 0.7, 0.82
"""Shares of the paper's level: print up to the first is darkened, lines of security paper and grain
from the second on are left."""
_AS_SHARE = np.linspace(0, 1, 256)
_DARKER = (
    255 * _AS_SHARE * np.interp(_AS_SHARE, [0.0, _DARK_TO, _PALE_FROM], [0.5, 0.7, 1.0])
).astype(np.uint8)
_AROUND_PX = 7
"""Width of a letter's soft edge and of the squares of a JPEG, with the letter in the middle."""
_COARSE, _REACH = 8, 9
"""The level of the paper is looked for in a reduced picture, over nine of its pixels."""

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
    print is touched, since the soft edges of letters must stay thin; and nothing as pale as the
    lines of security paper, which would become print.
    """
    pixels = grey.pixels
    paper = _paper(pixels)
    tone = cv2.divide(pixels, paper, scale=255)
    _, ink = cv2.threshold(tone, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    near = cv2.dilate(ink, np.ones((_AROUND_PX, _AROUND_PX), np.uint8))
    darker = cv2.multiply(cv2.LUT(tone, _DARKER), paper, scale=1 / 255)
    cv2.copyTo(pixels, near, darker)
    return replace(grey, pixels=np.asarray(darker, np.uint8))


def _paper(pixels: Pixels) -> Pixels:
    """Return the level of the paper around each pixel, at least 1."""
    height, width = pixels.shape
    wide = cv2.dilate(reduced(pixels, _COARSE), np.ones((_REACH, _REACH), np.uint8))
    level = cv2.blur(wide, (_REACH, _REACH))
    large = cv2.resize(level, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.maximum(large, 1), np.uint8)


def to_box(bounds: Sequence[float], size: tuple[int, int]) -> Box:
    """Turn left, top, right, bottom in pixels into fractions of a raster of `size` (w, h)."""
    left, top, right, bottom = bounds
    return Box(left / size[0], top / size[1], right / size[0], bottom / size[1])

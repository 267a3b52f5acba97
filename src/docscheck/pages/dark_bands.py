"""Where is print light on a dark band, as in the heads of cards, forms and bank papers?

A band is a large, nearly rectangular area much darker than the paper, in which little is light.
Portraits, the table under a sheet, bold words and bar codes are not: they have no such shape,
nothing light in them, or too much. It does not say what is printed there.
"""

from __future__ import annotations

import cv2
import numpy as np

from docscheck.document import Box
from docscheck.pages.interface import Raster
from docscheck.pages.levels import percentile
from docscheck.pages.reduced import reduced

_SHORT_SIDE_PX = 400
"""To which the picture is reduced to find bands."""
_DARK = 0.65
"""Share of the paper's level under which a band lies."""
_CLOSED_PX, _OPENED_PX = 9, 11
"""Letters of a title are closed; lines of text and rules are opened away."""
_LEAST_AREA, _MOST_AREA = 0.003, 0.5
"""Of the picture; a larger one is the table under the sheet."""
_LEAST_EXTENT = 0.8
"""Share of the band's box that it fills."""
_LIGHTER = 0.3
"""Of the paper's level, by which print stands out from its band."""
_LEAST_PRINT = 0.005
_LEAST_DARK = 0.65
"""Share of the band that is dark; of a bold word, or a bar code, about half."""


def find_dark_bands(raster: Raster) -> tuple[Box, ...]:
    """Return the bands from the top down, in fractions of the raster."""
    grey = raster.grey().pixels
    factor = max(1, min(grey.shape) // _SHORT_SIDE_PX)
    small = reduced(grey, factor)
    paper = percentile(small, 90)
    dark = (small < _DARK * paper).astype(np.uint8)
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((_CLOSED_PX, _CLOSED_PX), np.uint8))
    solid = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((_OPENED_PX, _OPENED_PX), np.uint8))
    if not cv2.countNonZero(solid):
        return ()
    _, _, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(
        solid, 8, cv2.CV_32S, cv2.CCL_GRANA
    )
    size = (small.shape[1], small.shape[0])
    bands = []
    for left, top, width, height, area in stats[1:].tolist():
        share = width * height / small.size
        if not _LEAST_AREA <= share <= _MOST_AREA or area < _LEAST_EXTENT * width * height:
            continue
        place = np.s_[top : top + height, left : left + width]
        light = float(np.mean(small[place] > float(np.median(small[place])) + _LIGHTER * paper))
        if float(dark[place].mean()) >= _LEAST_DARK and light >= _LEAST_PRINT:
            right, bottom = left + width, top + height
            bands.append(Box(left / size[0], top / size[1], right / size[0], bottom / size[1]))
    return tuple(sorted(bands, key=lambda band: band.top))


def inverted(raster: Raster) -> Raster:
    """Return the negative of a raster, in grey."""
    grey = raster.grey()
    return Raster(np.asarray(255 - grey.pixels, np.uint8), grey.dpi)

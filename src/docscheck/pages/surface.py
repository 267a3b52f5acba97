"""The flat, level, evenly lit picture of a page that is handed to a reader, and the way back.

For scans that is the page itself, turned level if its lines run askew. For photos the sheet is
found and straightened first; where it is not found with certainty the photo is used as it is,
levelled and evened. Words read on the surface get boxes of the page by `Surface.on_page`.
"""

from __future__ import annotations

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from docscheck.document import Box, Line, Origin, PageText
from docscheck.pages.ink import Ink, find_ink
from docscheck.pages.interface import Raster
from docscheck.pages.skew import measure_skew
from docscheck.pages.straighten import (
    MIN_SKEW_DEG,
    Sheet,
    deskew,
    even_light,
    find_sheet,
    lift_shadow,
    rotation,
    straighten,
)

_Matrix = NDArray[np.float64]


class Surface(Struct, frozen=True, eq=False):
    """What a reader sees of one page."""

    raster: Raster
    ink: Ink
    """Of `raster`."""
    sheet: Sheet | None
    """The sheet that was found on a photo and straightened."""
    skew_deg: float | None
    """Of the lines, before they were levelled."""
    matrix: _Matrix
    """3×3, from fractions of the surface to fractions of the page."""

    @property
    def sheet_px(self) -> tuple[int, int] | None:
        """Width and height of the sheet that was found, or `None`."""
        return (self.raster.width, self.raster.height) if self.sheet is not None else None

    def on_page(self, box: Box) -> Box:
        """Map a box of the surface to the page."""
        return _mapped(box, self.matrix)

    def from_page(self, box: Box) -> Box:
        """Map a box of the page to the surface."""
        return _mapped(box, np.asarray(np.linalg.inv(self.matrix), np.float64))

    def text_on_page(self, text: PageText) -> PageText:
        """Map the boxes of a whole text to the page."""
        if np.array_equal(self.matrix, np.eye(3)):
            return text
        lines = (
            Line(tuple(replace(word, box=self.on_page(word.box)) for word in line.words))
            for line in text.lines
        )
        return replace(text, lines=tuple(lines))


def _mapped(box: Box, matrix: _Matrix) -> Box:
    x0, y0, x1, y1 = box.left, box.top, box.right, box.bottom
    corners = np.array([[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]], dtype=np.float64)
    mapped = np.clip(cv2.perspectiveTransform(corners, matrix)[0], 0.0, 1.0)
    low, high = mapped.min(axis=0), mapped.max(axis=0)
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def lay_flat(
    raster: Raster, origin: Origin, ink: Ink | None = None, *, as_lit: bool = False
) -> Surface:
    """Prepare an upright raster for reading.

    Args:
        raster: one page, at the size for reading.
        origin: how it came into being; a sheet is looked for on photos only.
        ink: `find_ink(raster)`, when it is already known.
        as_lit: leave the light as it is: a dark bar may pass for a shadow, and what is printed
            white on it fades with the bar.
    """
    photo = origin is Origin.PHOTO
    sheet = find_sheet(raster) if photo else None
    matrix = np.eye(3)
    if sheet is not None:
        raster, ink, matrix = straighten(raster, sheet), None, sheet.matrix()
    ink = ink or find_ink(raster)
    skew = measure_skew(ink)
    if skew is not None and abs(skew) >= MIN_SKEW_DEG:
        matrix = matrix @ _undo(raster, skew)
        raster = deskew(raster, skew)
        ink = find_ink(raster)
    if not as_lit:
        raster = even_light(raster) if photo else lift_shadow(raster)
    return Surface(raster, ink, sheet, skew, matrix)


def _undo(raster: Raster, skew_deg: float) -> _Matrix:
    """Return the way back from a levelled raster, in fractions."""
    level = np.vstack((rotation(raster, skew_deg), (0.0, 0.0, 1.0)))
    scale = np.diag((float(raster.width), float(raster.height), 1.0))
    return np.asarray(np.linalg.inv(scale) @ np.linalg.inv(level) @ scale)

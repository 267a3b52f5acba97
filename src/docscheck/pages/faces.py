"""Where are faces that look at the camera.

OpenCV's frontal Haar cascade (Viola and Jones 2001; file `haarcascade_frontalface_alt2`). It finds
upright faces, turned by no more than about 20 degrees; it does not say whose they are, and nothing
of a face is kept but its box. OpenCV 5 no longer carries the cascades.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.document import Box
from docscheck.errors import ComponentMissingError
from docscheck.pages.interface import Raster

_CASCADE = "haarcascade_frontalface_alt2.xml"
_SEARCH_PX = 640
"""Long side of the picture searched; the face of a passport page is then about 100 px wide."""
_MIN_FACE_SHARE = 0.08
"""Of the short side searched."""
_SCALE_STEP = 1.1
_MIN_NEIGHBOURS = 4
_WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Face:
    """A face seen from the front."""

    box: Box
    """Forehead to chin, in fractions of the raster that was searched."""
    weight: float
    """Score of the last stage of the cascade: higher is surer, from about 0."""


def find_faces(raster: Raster, region: Box = _WHOLE) -> tuple[Face, ...]:
    """Find faces in a region of an upright raster, the surest first; boxes are of the raster."""
    piece = raster.crop(region).grey()
    scale = min(1.0, _SEARCH_PX / max(piece.width, piece.height))
    small = cv2.resize(piece.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    least = max(24, round(_MIN_FACE_SHARE * min(small.shape)))
    found, _, weights = _cascade().detectMultiScale3(
        cv2.equalizeHist(small),
        scaleFactor=_SCALE_STEP,
        minNeighbors=_MIN_NEIGHBOURS,
        minSize=(least, least),
        outputRejectLevels=True,
    )
    faces = [
        Face(_place(rectangle / (small.shape[1], small.shape[0]), region), float(weight))
        for rectangle, weight in zip(np.reshape(found, (-1, 2, 2)), np.ravel(weights), strict=True)
    ]
    return tuple(sorted(faces, key=lambda face: face.weight, reverse=True))


def _place(rectangle: NDArray[np.float64], region: Box) -> Box:
    """Map corner and size, in fractions of the region, to the whole raster."""
    (left, top), (wide, high) = rectangle
    across, down = region.right - region.left, region.bottom - region.top
    return Box(
        region.left + float(left) * across,
        region.top + float(top) * down,
        region.left + float(left + wide) * across,
        region.top + float(top + high) * down,
    )


@cache
def _cascade() -> cv2.CascadeClassifier:
    folder = Path(cv2.__file__).parent / "data"
    cascade = cv2.CascadeClassifier(str(folder / _CASCADE))
    if cascade.empty():
        raise ComponentMissingError("faces_missing")
    return cascade

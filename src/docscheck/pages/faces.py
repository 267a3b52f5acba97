"""Where are faces that look at the camera.

OpenCV's frontal Haar cascade (Viola and Jones 2001; file `haarcascade_frontalface_alt2`). It finds
upright faces, turned by no more than about 20 degrees; it does not say whose they are, and nothing
of a face is kept but its box. OpenCV 5 no longer carries the cascades.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.document import Box
from docscheck.errors import ComponentMissingError
from docscheck.pages.interface import Pixels, Raster

FRONTAL = "haarcascade_frontalface_alt2.xml"
"""Name of the cascade for upright faces seen from the front."""
_SEARCH_PX = 640
"""Long side of the picture searched; the face of a passport page is then about 100 px wide."""
_MIN_FACE_SHARE = 0.08
"""Of the short side searched."""
_SCALE_STEP = 1.1
_MIN_NEIGHBOURS = 4
_WHOLE = Box(0.0, 0.0, 1.0, 1.0)


class Face(Struct, frozen=True):
    """A face seen from the front."""

    box: Box
    """Forehead to chin, in fractions of the raster that was searched."""
    weight: float
    """Score of the last stage of the cascade: higher is surer, from about 0."""


def find_faces(raster: Raster, region: Box = _WHOLE) -> tuple[Face, ...]:
    """Find faces in a region of an upright raster, the surest first; boxes are of the raster."""
    piece = raster.crop(region).grey()
    size = np.array((piece.width, piece.height), np.float64)
    faces = [
        Face(_place(np.array(((left, top), (side, side))) / size, region), weight)
        for (left, top, side), weight in detect(piece.pixels)
    ]
    return tuple(sorted(faces, key=lambda face: face.weight, reverse=True))


def detect(grey: Pixels) -> list[tuple[tuple[float, float, float], float]]:
    """Find upright faces: left, top and side of a square in pixels, and its weight."""
    scale = min(1.0, _SEARCH_PX / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    least = max(24, round(_MIN_FACE_SHARE * min(small.shape)))
    found, _, weights = cascade(FRONTAL).detectMultiScale3(
        cv2.equalizeHist(small),
        scaleFactor=_SCALE_STEP,
        minNeighbors=_MIN_NEIGHBOURS,
        minSize=(least, least),
        outputRejectLevels=True,
    )
    squares = (np.reshape(found, (-1, 4))[:, :3] / scale).tolist()
    return [
        ((left, top, side), float(weight))
        for (left, top, side), weight in zip(squares, np.ravel(weights), strict=True)
    ]


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
def cascade(name: str) -> cv2.CascadeClassifier:
    """Load one of the cascades that OpenCV carries.

    Raises:
        ComponentMissingError: this OpenCV does not carry it.
    """
    loaded = cv2.CascadeClassifier(str(Path(cv2.__file__).parent / "data" / name))
    if loaded.empty():
        raise ComponentMissingError("faces_missing")
    return loaded

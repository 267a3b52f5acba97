"""What does an ID photo measure: `document.Portrait`, around the largest face of the picture.

Chin and crown are estimated from two lengths that people share: the distance of the pupils is 0.28
of the head from chin to crown, with the eyes halfway (interpupillary distance 61 to 64 mm on 218 to
230 mm: ANSUR II 2012; Farkas 1994), and the box of the face cascade is 0.70 of it. Either is off by
some 5 % from one person to the next, which is why `rules/` gives wide margins. Nothing here
describes the face: no template, no embedding, no landmark but the pupils.
"""

from __future__ import annotations

from math import cos, radians

import cv2
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from docscheck.document import Box, Portrait
from docscheck.pages.backdrop import Head, measure_backdrop
from docscheck.pages.face_points import FacePoints, find_points
from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.lighting import measure_moire
from docscheck.pages.print_frame import find_frame

_PUPILS, _BOX = 0.28, 0.70
"""Distance of the pupils, and side of the face box, in heights of the head."""
_LONG_SIDE = 1_000
_APART_PX = 60
"""Distance of the pupils once the face is laid level."""
_FIELD = (300, 260)
"""Width and height of that level face; the middle of the eyes is at (150, 90)."""
_MIDDLE = (150.0, 90.0)
_SKIN_STEP = 14.0
"""CIE colour difference to the cheeks at which the skin ends."""
_CHEEKS = slice(100, 124)
"""Rows of the level face between the eyes and the base of the nose."""
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_BURNT = 250.0
_SMOOTH_PX = 0.8
"""Grain is smoothed by so much before edges are measured."""

_Floats = NDArray[np.float32]


def measure_portrait(raster: Raster) -> Portrait | None:
    """Measure an upright RGB raster of up to about 2000 px; `None` when no face is found."""
    small = _reduced(raster)
    rgb = small.pixels if small.pixels.ndim == 3 else np.dstack([small.pixels] * 3)
    grey = small.grey().pixels
    points = find_points(grey)
    if points is None:
        return None
    high, wide = rgb.shape[:2]
    length, middle = _head(points)
    upright = cos(radians(points.tilt_deg))
    crown, chin = ((middle[1] + sign * length / 2 * upright) / high for sign in (-1, 1))
    half = points.side_px / 2
    x, y = points.middle
    matrix = _levelling(points, middle, length)
    field = _level(rgb, matrix)
    lab = np.asarray(cv2.cvtColor(field / 255, cv2.COLOR_RGB2LAB), np.float32)
    portrait = Portrait(
        face=Box((x - half) / wide, (y - half) / high, (x + half) / wide, (y + half) / high),
        eyes=_fractions(points, wide, high),
        crown=round(crown, 4),
        chin=round(chin, 4),
        tilt_deg=round(points.tilt_deg, 1),
        turned=_turned(lab, _seen(rgb, matrix)) if points.eyes is not None else None,
        sharpness=_sharpness(grey, points),
        **_light(field, lab),
        backdrop=measure_backdrop(rgb, Head(middle[0] / wide, crown, chin, wide / high)),
        frame=find_frame(rgb),
        moire=measure_moire(raster.grey().pixels),
    )
    return replace(portrait, turned=1.0) if points.from_side else portrait


def _reduced(raster: Raster) -> Raster:
    """Bring a picture to at most 1000 px: enough for the pupils, and bounded in time."""
    scale = _LONG_SIDE / max(raster.width, raster.height)
    if scale >= 1:
        return raster
    small = cv2.resize(raster.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return Raster(np.asarray(small, np.uint8), None)


def _head(points: FacePoints) -> tuple[float, tuple[float, float]]:
    """Give the height of the head in pixels, and the point between the eyes."""
    by_box = points.side_px / _BOX
    if points.eyes is None:
        x, y = points.middle
        return by_box, (x, y - 0.1 * points.side_px)
    (x0, y0), (x1, y1) = points.eyes
    by_eyes = float(np.hypot(x1 - x0, y1 - y0)) / _PUPILS
    return (by_box + by_eyes) / 2, ((x0 + x1) / 2, (y0 + y1) / 2)


def _fractions(
    points: FacePoints, wide: int, high: int
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    if points.eyes is None:
        return None
    (x0, y0), (x1, y1) = points.eyes
    one = round(x0 / wide, 4), round(y0 / high, 4)
    other = round(x1 / wide, 4), round(y1 / high, 4)
    return one, other


def _levelling(
    points: FacePoints, middle: tuple[float, float], length: float
) -> NDArray[np.float64]:
    """Give the matrix that lays a head of that height level, 60 px between its pupils."""
    scale = _APART_PX / (length * _PUPILS)
    turn = cv2.getRotationMatrix2D(middle, points.tilt_deg, scale)
    matrix = np.asarray(turn, np.float64)
    matrix[:, 2] += np.array(_MIDDLE) - np.array(middle)
    return matrix


def _level(rgb: Pixels, matrix: NDArray[np.float64]) -> _Floats:
    """Lay the face level: float RGB."""
    scale = float(np.hypot(matrix[0, 0], matrix[0, 1]))
    source = rgb
    if scale < 1:
        source = np.asarray(cv2.GaussianBlur(rgb, (0, 0), max(0.3, 0.4 / scale)), np.uint8)
    field = cv2.warpAffine(source, matrix, _FIELD, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(field, np.float32)


def _seen(rgb: Pixels, matrix: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark what of the level face lies inside the picture."""
    whole = np.ones(rgb.shape[:2], np.uint8)
    return np.asarray(cv2.warpAffine(whole, matrix, _FIELD) > 0)


def _turned(lab: _Floats, seen: NDArray[np.bool_]) -> float | None:
    """Compare how far the skin reaches to both sides of the middle of the eyes.

    `None` when it reaches the edge of the picture, or no skin can be told from what is around it.
    """
    rows = lab[_CHEEKS]
    near = rows[:, round(_MIDDLE[0]) - 22 : round(_MIDDLE[0]) + 23].reshape(-1, 3)
    skin = np.median(near, axis=0)
    apart = np.abs(rows - skin) * (0.4, 1.0, 1.0)
    far = np.linalg.norm(apart, axis=2) > _SKIN_STEP
    far = cv2.morphologyEx(far.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 5), np.uint8)) > 0
    start = round(_MIDDLE[0])
    rightwards, leftwards = far[:, start + 18 :], far[:, start - 18 :: -1]
    reach = [
        float(np.median(np.where(side.any(axis=1), side.argmax(axis=1), side.shape[1]))) + 18
        for side in (leftwards, rightwards)
    ]
    left, right = reach
    ends = (round(start - left) + 1, round(start + right) - 1)
    if not all(0 <= end < _FIELD[0] and seen[_CHEEKS, end].all() for end in ends):
        return None
    if left + right < 50 or left + right > 230:
        return None
    return round((left - right) / (left + right), 4)


def _light(field: _Floats, lab: _Floats) -> dict[str, float]:
    """Measure light and colour on the skin between forehead and mouth."""
    x, y = round(_MIDDLE[0]), round(_MIDDLE[1])
    face = field[y - 25 : y + 80, x - 48 : x + 49] @ _LUMA
    left, right = (float(np.median(half)) for half in (face[:, :40], face[:, -40:]))
    low, high = np.percentile(face, (2, 99))
    skin = lab[y - 25 : y + 80, x - 48 : x + 49]
    chroma = float(np.median(np.hypot(skin[..., 1], skin[..., 2])))
    return {
        "highlight": round(float(high) / 255, 4),
        "contrast": round(float(high - low) / 255, 4),
        "burnt": round(float(np.mean(face >= _BURNT)), 4),
        "one_sided": round((max(left, right) + 3) / (min(left, right) + 3), 4),
        "chroma": round(chroma / 100, 4),
    }


def _sharpness(grey: Pixels, points: FacePoints) -> float | None:
    """Measure how steep the steepest edges at the eyes are, in the blurriest of four directions."""
    if points.eyes is None:
        return None
    (x0, y0), (x1, y1) = points.eyes
    apart = float(np.hypot(x1 - x0, y1 - y0))
    reach = 0.36 * apart
    values = []
    for x, y in points.eyes:
        rows = slice(max(0, round(y - reach)), round(y + reach))
        columns = slice(max(0, round(x - reach)), round(x + reach))
        eye = cv2.GaussianBlur(grey[rows, columns].astype(np.float32), (0, 0), _SMOOTH_PX)
        if min(eye.shape) < 6:
            return None
        down, across = np.gradient(eye)
        low, high = np.percentile(eye, (1, 99))
        contrast = max(float(high - low), 8.0)
        steepest = min(
            float(np.percentile(np.abs(across * c + down * s), 99))
            for c, s in ((1, 0), (0, 1), (0.7071, 0.7071), (0.7071, -0.7071))
        )
        values.append(steepest * apart / contrast)
    return round(max(values), 2)

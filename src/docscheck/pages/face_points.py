"""Where are the pupils of a face, and how is the head held?

The face is looked for upright first, then in the picture turned by steps, so that a tilted head is
found as well and its tilt measured. Eyes: OpenCV's Haar cascades `haarcascade_eye` and, for
glasses, `haarcascade_eye_tree_eyeglasses`, in the two upper quarters of the face; of all pairs the
most face-like is taken, then each point moved to the middle of what is darkest there, the pupil.
"""

from __future__ import annotations

from itertools import product
from math import atan2, degrees, hypot

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from docscheck.pages.faces import FRONTAL, cascade, detect
from docscheck.pages.interface import Pixels

_TILTS_DEG = (-20.0, 20.0, -38.0, 38.0)
_QUARTERS_DEG = (90.0, -90.0, 180.0)
"""Turns in which a face is looked for where none stands upright."""
_MUCH_SMALLER = 0.6
"""A face in a turned picture, so much smaller than a head seen leniently, is a fold of hair."""
_PROFILE = "haarcascade_profileface.xml"
_TURNED_PX = 300
_LENIENT_PX = 400
_LENIENT_SHARE = 0.25
"""Least side of a face found leniently, of the short side of the picture."""
_EYE_CASCADES = ("haarcascade_eye.xml", "haarcascade_eye_tree_eyeglasses.xml")
_EYE_BAND = (0.18, 0.60)
"""Of the height of a face box: the eyes lie at about 0.40."""
_FACE_PX = 240
"""Width to which a face is brought for the eye cascades."""
_APART = 0.40
"""Distance of the pupils, in widths of a face box: 0.37 to 0.43 on people from the front."""
_EYES_DOWN = 0.40
_PUPIL = 0.09
"""Of the width of the face: half the side of the window in which the pupil is looked for."""

Point = tuple[float, float]


class FacePoints(Struct, frozen=True):
    """A face in pixels of the picture that was searched."""

    middle: Point
    """Of the face box."""
    side_px: float
    """Of the face box, a square that stands upright in the picture once turned by `turn_deg`."""
    turn_deg: float
    """By how much the picture had to be turned anticlockwise for the face to be found."""
    eyes: tuple[Point, Point] | None
    """Left and right in the face as it is seen upright."""
    from_side: bool = False
    """Only the cascade for profiles saw it."""

    @property
    def tilt_deg(self) -> float:
        """Of the head, clockwise: from the eyes, else as coarse as the steps of the search."""
        if self.eyes is None:
            return self.turn_deg
        (x0, y0), (x1, y1) = self.eyes
        return degrees(atan2(y1 - y0, x1 - x0))


def find_points(grey: Pixels) -> FacePoints | None:
    """Find the surest face of a picture, however it is turned, and its pupils."""
    upright = _look(grey, 0.0)
    if upright is not None:
        return upright
    turns = (*_TILTS_DEG, *_QUARTERS_DEG)
    tilted = [found for turn in turns if (found := _look(grey, turn)) and found.eyes]
    lenient = _look_leniently(grey)
    if tilted:
        best = max(tilted, key=lambda found: found.side_px)
        if lenient is None or best.side_px >= _MUCH_SMALLER * lenient.side_px:
            return best
    return lenient


def _look(grey: Pixels, turn: float) -> FacePoints | None:
    """Look for the largest face in the picture turned by so much; turned ones in a small copy."""
    scale = min(1.0, _TURNED_PX / max(grey.shape)) if turn else 1.0
    faces = detect(_rotated(grey, turn, scale))
    if not faces:
        return None
    (left, top, side), _ = max(faces, key=lambda face: face[0][2])
    matrix, _ = _rotation(grey, turn)
    square = (left / scale, top / scale, side / scale)
    return _points(_rotated(grey, turn, 1.0), square, turn, matrix)


def _rotated(grey: Pixels, turn: float, scale: float) -> Pixels:
    if not turn:
        return grey
    small = grey
    if scale < 1:
        resized = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        small = np.asarray(resized, np.uint8)
    matrix, size = _rotation(small, turn)
    turned = cv2.warpAffine(small, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8)


def _look_leniently(grey: Pixels) -> FacePoints | None:
    """Look for a head that is turned aside: less face than the cascade asks for, or a profile."""
    scale = min(1.0, _LENIENT_PX / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    even = cv2.equalizeHist(np.asarray(small, np.uint8))
    least = round(_LENIENT_SHARE * min(even.shape))
    for name, mirrored in ((FRONTAL, False), (_PROFILE, False), (_PROFILE, True)):
        picture = np.ascontiguousarray(even[:, ::-1]) if mirrored else even
        neighbours = 2 if name == FRONTAL else 4
        found = cascade(name).detectMultiScale(picture, 1.04, neighbours, minSize=(least, least))
        if len(found):
            left, top, side, _ = max(np.reshape(found, (-1, 4)).tolist(), key=lambda box: box[2])
            if mirrored:
                left = even.shape[1] - left - side
            square = (left / scale, top / scale, side / scale)
            points = _points(grey, square, 0.0, np.eye(2, 3))
            return replace(points, from_side=name == _PROFILE)
    return None


def _points(
    seen: Pixels, square: tuple[float, float, float], turn: float, matrix: NDArray[np.float64]
) -> FacePoints:
    left, top, side = square
    back = np.asarray(cv2.invertAffineTransform(matrix), np.float64)
    eyes = _eyes(seen, square)
    return FacePoints(
        middle=_moved((left + side / 2, top + side / 2), back),
        side_px=side,
        turn_deg=turn,
        eyes=(_moved(eyes[0], back), _moved(eyes[1], back)) if eyes else None,
    )


def _moved(point: Point, matrix: NDArray[np.float64]) -> Point:
    x, y = matrix @ (point[0], point[1], 1.0)
    return float(x), float(y)


def _rotation(grey: Pixels, turn_deg: float) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """Give the matrix that turns a picture anticlockwise, and the size that holds all of it."""
    high, wide = grey.shape
    matrix = np.asarray(cv2.getRotationMatrix2D((wide / 2, high / 2), turn_deg, 1.0), np.float64)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (round(wide * cosine + high * sine), round(wide * sine + high * cosine))
    matrix[:, 2] += (size[0] / 2 - wide / 2, size[1] / 2 - high / 2)
    return matrix, size


def _eyes(seen: Pixels, square: tuple[float, float, float]) -> tuple[Point, Point] | None:
    left, top, side = square
    box = seen[max(0, round(top)) : round(top + side), max(0, round(left)) : round(left + side)]
    if min(box.shape) < 20:
        return None
    scale = _FACE_PX / box.shape[1]
    face = np.asarray(cv2.resize(box, None, fx=scale, fy=scale), np.uint8)
    pair = _best_pair(_candidates(face), face.shape[1])
    if pair is None:
        return None
    exact = [_pupil(face, point) for point in pair]
    x0, y0 = max(0, round(left)), max(0, round(top))
    one, other = [(x / scale + x0, y / scale + y0) for x, y in exact]
    return one, other


def _candidates(face: Pixels) -> tuple[list[Point], list[Point]]:
    """Give middles of what may be an eye, in the left and in the right half of the face."""
    low, high = (round(part * face.shape[0]) for part in _EYE_BAND)
    band = cv2.equalizeHist(face[low:high])
    points: list[Point] = []
    for name in _EYE_CASCADES:
        found = cascade(name).detectMultiScale(band, 1.05, 3, minSize=(24, 24), maxSize=(96, 96))
        points.extend(
            (x + w / 2, y + h / 2 + low)
            for x, y, w, h in np.reshape(found, (-1, 4)).astype(float).tolist()
        )
    middle = face.shape[1] / 2
    return [p for p in points if p[0] < middle], [p for p in points if p[0] >= middle]


def _best_pair(
    candidates: tuple[list[Point], list[Point]], side: float
) -> tuple[Point, Point] | None:
    """Choose the pair that lies most as eyes do; none when all lie far from it."""

    def oddness(pair: tuple[Point, Point]) -> float:
        (x0, y0), (x1, y1) = pair
        apart = hypot(x1 - x0, y1 - y0) / side
        down = (y0 + y1) / 2 / side
        level = abs(y1 - y0) / side
        return abs(apart - _APART) / 0.08 + abs(down - _EYES_DOWN) / 0.06 + level / 0.12

    best = min(product(*candidates), key=oddness, default=None)
    return best if best is not None and oddness(best) < 3.0 else None


def _pupil(face: Pixels, point: Point) -> Point:
    """Move a point to the middle of the darkest round spot around it."""
    reach = round(_PUPIL * face.shape[1])
    x, y = round(point[0]), round(point[1])
    top, left = max(0, y - reach // 2), max(0, x - reach)
    window = face[top : y + reach, left : x + reach]
    if min(window.shape) < 5:
        return point
    spots = cv2.GaussianBlur(window.astype(np.float32), (0, 0), 0.022 * face.shape[1])
    row, column = np.unravel_index(int(np.argmin(spots)), spots.shape)
    return left + float(column), top + float(row)

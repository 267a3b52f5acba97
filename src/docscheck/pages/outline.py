"""Which long straight lines on a photo could be the four sides of a sheet?

For sheets that no threshold sets off: on woven, printed or speckled ground, in the half shadow of
a hand, white on white. A median takes out print and texture alike and keeps the edges of large
things; straight pieces of those edges are put together to lines, and lines to quadrilaterals. The
caller judges them: many are proposed, nearly all of them wrong.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.pages.interface import Pixels

_MEDIAN_PX = 13
"""Two lines of small print, or a few threads, in a picture 480 px across."""
_FAINTEST = 1.0
"""Grey levels from pixel to pixel at an edge that is still followed."""
_MIN_PIECE = 0.06
"""Of the short side: what is left of an edge between two threads or squares."""
_SAME_LINE_DEG, _SAME_LINE_PX = 3.0, 6.0
_MOST_LINES, _MOST_PARALLEL = 14, 7
"""Of those near level or near upright; of those in one direction."""
_PARALLEL = 0.04
_MIN_AREA = 0.3
"""Of the photo: the portrait on a card that fills the picture has four sides too, and a fifth."""
_SAMPLES = 40
_REACH_PX, _STEP = 5, 5
"""How far from a side, and by how many grey levels, the light changes across it."""
_JUMP = 12.0
_UNEVEN = 2.5
"""Grey levels from one sample to the next along a side, at which a sheet is half as likely."""
_CUT = 0.7
"""What a side at the edge of the photo is worth, where no step of light can be seen."""
_AT_FRAME_PX = 4
_OUTSIDE = 0.02
"""Corners may lie this far out of the photo."""

_Values = NDArray[np.float64]
_Line = tuple[_Values, _Values, float]
"""A point, a direction of length 1, and the length of the pieces on it."""


def without_texture(grey: Pixels) -> Pixels:
    """Take out print and the threads of a cloth; edges of large things stay where they are."""
    return np.asarray(cv2.medianBlur(grey, _MEDIAN_PX), dtype=np.uint8)


def outlines(calm: Pixels) -> _Values:
    """Return N×4×2 corners of quadrilaterals, the likeliest first, from a calm picture.

    Corners run clockwise from the top left.
    """
    height, width = calm.shape[:2]
    lines = _lines(_pieces(calm))
    level = _few([line for line in lines if abs(line[1][0]) >= abs(line[1][1])])
    upright = _few([line for line in lines if abs(line[1][0]) < abs(line[1][1])])
    level += [_through((0, 0), (width, 0)), _through((0, height - 1), (width, height - 1))]
    upright += [_through((0, 0), (0, height)), _through((width - 1, 0), (width - 1, height))]
    quads = _in_frame(_quadrilaterals(level, upright), (width, height))
    return quads[np.argsort(-_likelihood(quads, calm))]


def _quadrilaterals(level: list[_Line], upright: list[_Line]) -> _Values:
    crossings = np.array([[_crossing(one, other) for other in upright] for one in level])
    tops, bottoms = np.triu_indices(len(level), 1)
    lefts, rights = np.triu_indices(len(upright), 1)
    rows, others = np.repeat(tops, len(lefts)), np.repeat(bottoms, len(lefts))
    firsts, lasts = np.tile(lefts, len(tops)), np.tile(rights, len(tops))
    sides = ((rows, firsts), (rows, lasts), (others, lasts), (others, firsts))
    return np.stack([crossings[side] for side in sides], axis=1)


def _in_frame(quads: _Values, size: tuple[int, int]) -> _Values:
    """Keep those within the photo and large enough, each clockwise from the top left."""
    slack = np.array(size) * _OUTSIDE
    inside = np.all((quads >= -slack) & (quads <= np.array(size) + slack), axis=(1, 2))
    quads = quads[inside]
    x, y = quads[:, :, 0], quads[:, :, 1]
    areas = np.sum(x * np.roll(y, -1, axis=1) - np.roll(x, -1, axis=1) * y, axis=1) / 2
    quads[areas < 0] = quads[areas < 0][:, ::-1]
    quads = quads[np.abs(areas) >= _MIN_AREA * size[0] * size[1]]
    first = quads.sum(axis=2).argmin(axis=1)
    turns = (first[:, None] + np.arange(4)) % 4
    return np.asarray(np.take_along_axis(quads, turns[:, :, None], axis=1))


def _likelihood(quads: _Values, calm: Pixels) -> _Values:
    """How much each looks like a sheet: edges all along its sides, and one tone within them."""
    if not len(quads):
        return np.empty(0)
    ends = np.roll(quads, -1, axis=1)
    along = ends - quads
    normal = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    normal /= np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-9)
    steps = np.linspace(0.04, 0.96, _SAMPLES)[:, None]
    points = quads[:, :, None] + steps * along[:, :, None]
    inside = _levels(points + _REACH_PX * normal[:, :, None], calm)
    outside = _levels(points - _REACH_PX * normal[:, :, None], calm)
    seen = np.mean(np.abs(inside - outside) >= _STEP, axis=2)
    seen[_at_frame(quads, ends, calm)] = _CUT
    uneven = np.mean(np.minimum(np.abs(np.diff(inside, axis=2)), _JUMP), axis=(1, 2))
    x, y = quads[:, :, 0], quads[:, :, 1]
    areas = np.abs(np.sum(x * np.roll(y, -1, axis=1) - np.roll(x, -1, axis=1) * y, axis=1)) / 2
    whole = seen.mean(axis=1) * seen.min(axis=1)
    return np.asarray(whole * np.exp(-uneven / _UNEVEN) * (areas / calm.size) ** 0.75)


def _at_frame(starts: _Values, ends: _Values, calm: Pixels) -> NDArray[np.bool_]:
    size = np.array((calm.shape[1], calm.shape[0])) - 1
    low = np.maximum(starts, ends) <= _AT_FRAME_PX
    high = np.minimum(starts, ends) >= size - _AT_FRAME_PX
    return np.asarray(np.any(low | high, axis=-1))


def _levels(points: _Values, grey: Pixels) -> _Values:
    x = np.clip(points[..., 0].round().astype(int), 0, grey.shape[1] - 1)
    y = np.clip(points[..., 1].round().astype(int), 0, grey.shape[0] - 1)
    return np.asarray(grey[y, x], dtype=np.float64)


def _few(lines: list[_Line]) -> list[_Line]:
    """Keep the longest, but few of one direction: stripes of a cloth are many and parallel."""
    kept: list[_Line] = []
    for line in lines:
        parallel = sum(abs(_cross(line[1], other[1])) < _PARALLEL for other in kept)
        if parallel < _MOST_PARALLEL and len(kept) < _MOST_LINES:
            kept.append(line)
    return kept


def _pieces(calm: Pixels) -> _Values:
    """Straight pieces of edges, the longest first: N×2×2."""
    detector = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD, 1.0, quant=_FAINTEST)
    # The stub leaves out that nothing is given where there is no line.
    detected: object = detector.detect(calm)[0]
    if detected is None:
        return np.empty((0, 2, 2))
    pieces = np.asarray(detected, dtype=np.float64).reshape(-1, 2, 2)
    lengths = np.linalg.norm(pieces[:, 1] - pieces[:, 0], axis=1)
    order = np.argsort(-lengths)
    long = order[lengths[order] >= _MIN_PIECE * min(calm.shape)]
    return np.asarray(pieces[long], dtype=np.float64)


def _lines(pieces: _Values) -> list[_Line]:
    """Put pieces that lie on one line together; the line with the longest pieces first."""
    lines: list[_Line] = []
    rest = list(pieces[:150])
    while rest:
        line = _through(*rest[0])
        members = [piece for piece in rest if _lies_on(piece, line)]
        rest = [piece for piece in rest if not any(piece is one for one in members)]
        lines.append(_fitted(np.array(members)))
    return sorted(lines, key=lambda line: line[2], reverse=True)


def _through(start: _Values | tuple[float, float], end: _Values | tuple[float, float]) -> _Line:
    first, last = np.asarray(start, dtype=np.float64), np.asarray(end, dtype=np.float64)
    length = float(np.linalg.norm(last - first))
    return (first + last) / 2, (last - first) / max(length, 1e-9), length


def _lies_on(piece: _Values, line: _Line) -> bool:
    point, along, _ = line
    _, direction, length = _through(*piece)
    if abs(_cross(along, direction)) > np.sin(np.radians(_SAME_LINE_DEG)) and length > 20:
        return False
    return all(abs(_cross(along, end - point)) <= _SAME_LINE_PX for end in piece)


def _fitted(members: _Values) -> _Line:
    lengths = np.linalg.norm(members[:, 1] - members[:, 0], axis=1)
    weights = np.repeat(lengths, 2)
    points = members.reshape(-1, 2)
    middle = np.average(points, axis=0, weights=weights)
    spread = (points - middle) * weights[:, None] ** 0.5
    along = np.linalg.svd(spread, full_matrices=False)[2][0]
    return middle, along, float(lengths.sum())


def _crossing(one: _Line, other: _Line) -> _Values:
    across = _cross(one[1], other[1])
    if abs(across) < 0.3:
        return np.full(2, np.inf)
    return np.asarray(one[0] + one[1] * (_cross(other[0] - one[0], other[1]) / across))


def _cross(one: _Values, other: _Values) -> float:
    return float(one[0] * other[1] - one[1] * other[0])

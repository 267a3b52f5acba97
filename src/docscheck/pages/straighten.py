"""Where on a photo lies the sheet or card, and what does it look like from straight above.

Contours of the bright area and of the edges are reduced to four corners; a quadrilateral counts
only if its angles, its proportions and the steps of light along its sides agree. When none does,
the photo is left as it is: a wrong correction reads worse than none. Light is evened out only
where it varies much, because dividing by the background costs small print its contrast.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.outline import outlines, without_texture
from docscheck.pages.reduced import reduced

_SEARCH_PX = 480
"""Short side of the picture in which the sheet is looked for."""
_AREA = (0.15, 0.96)
"""Share of the frame: less is an object on the table, more needs no cropping."""
_MAX_ANGLE_OFF_DEG = 28.0
_PROPORTIONS = (1.15, 2.1)
"""Long over short side as seen: cards 1.59, A4 1.41, letter 1.29, with some perspective."""
_FILLED = 0.85
"""Share of the quadrilateral that the contour really encloses."""
_SUPPORT = 0.65
"""Share of the points along each side where light changes across it."""
_STEP = 12
"""Grey levels of that change."""
_FAINT_STEP = 5
"""The same where print, texture and noise were taken out first."""
_MOST_JUDGED = 40
_REACH_PX = 5
_INSET = 0.01
"""The outline itself is left out, or slivers of the table would read as strokes."""
_AT_FRAME_PX = 4
_SAMPLES = 40
_EVEN_ENOUGH = 0.88
"""Darkest over brightest part of the paper; below, one threshold for the page loses lines."""
_THINGS = 41
"""Eighths: what is dark and narrower is a bar, a portrait, a card; what is wider lies in shadow."""
_SHARP_PX, _SHARP = 4, 0.8
"""A border that makes so much of the difference within eight eighths, 11 mm, is of a printed bar;
the edge of a shadow is twice as soft."""
_MARGIN = 0.04
"""Of each side: slivers of the table that a phone left around the sheet."""
MIN_SKEW_DEG = 1.5
"""Tesseract reads lines turned by 2 degrees as well as level ones (measured)."""

Corners = NDArray[np.float64]
"""4×2: x, y of top left, top right, bottom right, bottom left."""


class Sheet(Struct, frozen=True):
    """A sheet or card found on a photo."""

    corners: tuple[tuple[float, float], ...]
    """Top left, top right, bottom right, bottom left, in fractions of the photo."""
    support: float
    """Share of its outline that is seen, 0 to 1."""
    leaves_frame: tuple[str, ...]
    """Edges of the photo at which the sheet is cut."""

    def matrix(self) -> Corners:
        """Return the 3×3 homography from fractions of the sheet to fractions of the photo."""
        unit = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], dtype=np.float32)
        return np.asarray(
            cv2.getPerspectiveTransform(unit, np.array(self.corners, dtype=np.float32))
        )


def find_sheet(raster: Raster) -> Sheet | None:
    """Find the outline of the one sheet or card on a photo; `None` when unsure."""
    grey = raster.grey().pixels
    scale = min(1.0, _SEARCH_PX / min(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    smooth = _without_slope(np.asarray(cv2.GaussianBlur(small, (5, 5), 0), dtype=np.uint8))
    candidates = (
        sheet
        for mask in _masks(smooth)
        for corners in _quadrilaterals(mask)
        if (sheet := _judge(corners, smooth)) is not None
    )
    found = max(candidates, key=lambda sheet: sheet.support * _area(sheet), default=None)
    return found or _by_its_sides(np.asarray(small, dtype=np.uint8))


def _by_its_sides(small: Pixels) -> Sheet | None:
    """Find the sheet by its four straight sides, where its tone does not set it off."""
    calm = without_texture(small)
    judged = (_judge(corners, calm, _FAINT_STEP) for corners in outlines(calm)[:_MOST_JUDGED])
    return next((sheet for sheet in judged if sheet is not None), None)


def straighten(raster: Raster, sheet: Sheet) -> Raster:
    """Show the sheet as seen from straight above, at the scale it has in the photo."""
    corners = np.array(sheet.corners) * (raster.width, raster.height)
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    width, height = round(max(sides[0], sides[2])), round(max(sides[1], sides[3]))
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    flat = cv2.warpPerspective(
        raster.pixels, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE
    )
    return Raster(np.asarray(flat, dtype=np.uint8))


def deskew(raster: Raster, skew_deg: float) -> Raster:
    """Turn lines that run `skew_deg` clockwise back to level, on the same canvas."""
    if abs(skew_deg) < MIN_SKEW_DEG:
        return raster
    matrix = rotation(raster, skew_deg)
    size = (raster.width, raster.height)
    level = cv2.warpAffine(raster.pixels, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    return Raster(np.asarray(level, dtype=np.uint8), raster.dpi)


def rotation(raster: Raster, skew_deg: float) -> Corners:
    """Return the 2×3 matrix, in pixels, that `deskew` applies."""
    middle = (raster.width / 2, raster.height / 2)
    return np.asarray(cv2.getRotationMatrix2D(middle, skew_deg, 1.0))


def even_light(raster: Raster) -> Raster:
    """Bring shadowed paper to the level of the rest; a picture lit well enough comes back as is."""
    return _evened(raster, _background(raster.grey().pixels), _EVEN_ENOUGH)


def lift_shadow(raster: Raster) -> Raster:
    """Bring the part of a scan that lay in shadow to the level of the rest; leave others as is."""
    background = _background(raster.grey().pixels, _THINGS)
    return raster if _is_printed(background) else _evened(raster, background, _EVEN_ENOUGH)


def _is_printed(background: Pixels) -> bool:
    """Whether light and dark meet in a border, as beside a coloured bar, not in a half shadow."""
    down, across = (round(_MARGIN * side) for side in background.shape)
    inner = background[down : -down or None, across : -across or None].astype(np.int16)
    low, high = np.percentile(inner, (3, 97))
    steps = (
        np.abs(inner[2 * _SHARP_PX :] - inner[: -2 * _SHARP_PX]),
        np.abs(inner[:, 2 * _SHARP_PX :] - inner[:, : -2 * _SHARP_PX]),
    )
    sharpest = max(float(np.percentile(step, 99)) if step.size else 0.0 for step in steps)
    return sharpest >= _SHARP * max(float(high - low), 1.0)


def _evened(raster: Raster, background: Pixels, enough: float) -> Raster:
    low, high = np.percentile(background, (3, 97))
    if high <= 0 or low / high >= enough:
        return raster
    grey = raster.grey()
    light = cv2.resize(background, (grey.width, grey.height), interpolation=cv2.INTER_LINEAR)
    evened = cv2.divide(grey.pixels, np.maximum(light, 1), scale=float(high))
    return Raster(np.asarray(evened, dtype=np.uint8), raster.dpi)


def _background(grey: Pixels, reach: int = 9) -> Pixels:
    """Return the paper without its print and dark things narrower than `reach`, an eighth of the
    size.
    """
    small = reduced(grey, 8)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    return np.asarray(cv2.medianBlur(closed, 15), dtype=np.uint8)


def _without_slope(grey: Pixels) -> Pixels:
    """Take out light that falls off evenly across the photo: one plane, by least squares."""
    down, across = np.mgrid[-1 : 1 : grey.shape[0] * 1j, -1 : 1 : grey.shape[1] * 1j]
    values = grey.astype(np.float64)
    # The three functions are orthogonal on this grid, so each coefficient stands alone.
    slope_down = float(np.sum(values * down) / np.sum(down**2))
    slope_across = float(np.sum(values * across) / np.sum(across**2))
    level = values - slope_down * down - slope_across * across
    return np.asarray(np.clip(level, 0, 255), dtype=np.uint8)


def _masks(grey: Pixels) -> Iterator[Pixels]:
    """Ways of seeing the sheet: brighter than the table, darker, or set off by its edges."""
    kernel = np.ones((7, 7), np.uint8)
    _, bright = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    yield np.asarray(cv2.morphologyEx(bright, cv2.MORPH_CLOSE, kernel), dtype=np.uint8)
    dark = cv2.bitwise_not(bright)
    yield np.asarray(cv2.morphologyEx(dark, cv2.MORPH_CLOSE, kernel), dtype=np.uint8)
    edges = cv2.Canny(grey, 20, 60)
    yield np.asarray(cv2.dilate(edges, np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _quadrilaterals(mask: Pixels) -> Iterator[Corners]:
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:3]:
        hull = cv2.convexHull(contour)
        if cv2.contourArea(hull) < _AREA[0] * mask.size:
            continue
        corners = _four_corners(hull)
        if corners is None:
            continue
        enclosed = cv2.contourArea(contour) / max(1.0, cv2.contourArea(corners.astype(np.float32)))
        if enclosed >= _FILLED:
            yield corners


def _four_corners(hull: NDArray[np.int32] | cv2.typing.MatLike) -> Corners | None:
    perimeter = cv2.arcLength(hull, True)
    for tolerance in (0.015, 0.025, 0.04, 0.06):
        outline = cv2.approxPolyDP(hull, tolerance * perimeter, True).reshape(-1, 2)
        if len(outline) == 4:
            return _in_order(outline.astype(np.float64))
        if len(outline) < 4:
            return None
    return None


def _in_order(outline: Corners) -> Corners:
    """Clockwise, from the corner nearest to the top left."""
    middle = outline.mean(axis=0)
    angles = np.arctan2(outline[:, 1] - middle[1], outline[:, 0] - middle[0])
    clockwise = outline[np.argsort(angles)]
    return np.roll(clockwise, -int(clockwise.sum(axis=1).argmin()), axis=0)


def _judge(corners: Corners, grey: Pixels, step: int = _STEP) -> Sheet | None:
    size = np.array([grey.shape[1], grey.shape[0]], dtype=np.float64)
    share = cv2.contourArea(corners.astype(np.float32)) / grey.size
    if not _AREA[0] <= share <= _AREA[1] or not _is_paper_shaped(corners):
        return None
    supports: list[float] = []
    cut: list[str] = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        edge = _at_frame(start, end, size)
        if edge is None:
            supports.append(_support(start, end, grey, step))
        else:
            cut.append(edge)
    # With two sides out of the frame, what is seen could be any bright patch.
    if len(cut) > 1 or min(supports) < _SUPPORT:
        return None
    within = corners + _INSET * (corners.mean(axis=0) - corners)
    places = tuple((float(x), float(y)) for x, y in within / size)
    return Sheet(places, float(np.mean(supports)), tuple(cut))


def _is_paper_shaped(corners: Corners) -> bool:
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(sides, axis=1)
    if lengths.min() <= 0:
        return False
    directions = sides / lengths[:, None]
    cosines = np.abs(np.sum(directions * np.roll(directions, -1, axis=0), axis=1))
    if cosines.max() > np.sin(np.radians(_MAX_ANGLE_OFF_DEG)):
        return False
    across, along = lengths[0] + lengths[2], lengths[1] + lengths[3]
    return bool(_PROPORTIONS[0] <= max(across, along) / min(across, along) <= _PROPORTIONS[1])


def _at_frame(start: Corners, end: Corners, size: Corners) -> str | None:
    """Name the edge of the photo on which a side lies, if it does."""
    if max(start[0], end[0]) <= _AT_FRAME_PX:
        return "left"
    if max(start[1], end[1]) <= _AT_FRAME_PX:
        return "top"
    if min(start[0], end[0]) >= size[0] - 1 - _AT_FRAME_PX:
        return "right"
    return "bottom" if min(start[1], end[1]) >= size[1] - 1 - _AT_FRAME_PX else None


def _support(start: Corners, end: Corners, grey: Pixels, step: int) -> float:
    """Share of points along a side where the light steps from inside to outside."""
    along = (end - start) / np.linalg.norm(end - start)
    normal = np.array([-along[1], along[0]]) * _REACH_PX
    points = start + np.linspace(0.04, 0.96, _SAMPLES)[:, None] * (end - start)
    inside, outside = _levels(points + normal, grey), _levels(points - normal, grey)
    return float(np.mean(np.abs(inside - outside) >= step))


def _levels(points: Corners, grey: Pixels) -> NDArray[np.int64]:
    x = np.clip(points[:, 0].round().astype(int), 0, grey.shape[1] - 1)
    y = np.clip(points[:, 1].round().astype(int), 0, grey.shape[0] - 1)
    return np.asarray(grey[y, x], dtype=np.int64)


def _area(sheet: Sheet) -> float:
    return float(cv2.contourArea(np.array(sheet.corners, dtype=np.float32)))

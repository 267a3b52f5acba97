"""What is behind the head of a portrait: how light, how even, how coloured, is anything there?

From the edges of the picture one walks towards the head, row by row from both sides and column by
column from the top, until something has an edge. What was walked over is the backdrop. A plain wall
lets one walk up to the head; wallpaper, a shelf or a door stop one before. Shadows and light that
falls off have no edge and are walked over: they show as a spread of lightness.
"""

from __future__ import annotations

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.document import Backdrop
from docscheck.pages.interface import Pixels

_WIDTH = 200
"""Columns to which a picture is reduced."""
_EDGE = 5.0
"""CIE colour difference between neighbours, 1/200 of the width apart, that is an edge: a cast
shadow or uneven light changes by 1 to 5, hair and skin before a wall by 6 and more."""
_BODY = 0.50
"""Half breadth within which hair, ears and scarves lie, in heights of the head."""
_FACE = 0.37
"""Half breadth of the face with ears and short hair; no closer to the middle is wall."""
_SHY_PX = 3
"""So many pixels before an edge are left out: hair begins softly."""
_ABOVE = 0.16
"""Hair above the crown, in heights of the head."""
_OVAL = 0.68
"""Half height of the oval that head, hair and a bun stay within, above the eyes."""
_LONG_ENOUGH = 0.025
"""Widths of the picture: shorter ways are not asked."""
_REACH = 0.8
"""Share of the way to the head that must be free of edges."""
_LEAST = 0.015
"""Share of the picture that must have been walked over for anything to be said."""
_RIM = 0.02
"""Of each side of the picture: left out, where scans have a line of the lid."""

_Floats = NDArray[np.float32]


class Head(Struct, frozen=True):
    """A head in fractions of the picture's width (x) and height (y)."""

    x: float
    crown: float
    chin: float
    ratio: float
    """Width of the picture over its height."""

    @property
    def length_across(self) -> float:
        """Chin to crown in widths of the picture."""
        return (self.chin - self.crown) / self.ratio


def measure_backdrop(rgb: Pixels, head: Head) -> Backdrop | None:
    """Measure the backdrop of an upright RGB portrait; `None` when hardly any of it is seen."""
    lab = _lab(rgb)
    high, wide = lab.shape[:2]
    edges = _edges(lab)
    bottom = int(np.clip(head.chin - 0.05, 0.1, 1.0) * high)
    seen = np.zeros((high, wide), bool)
    left, right, down = (_free(way) for way in (edges[:bottom], edges[:bottom, ::-1], edges.T))
    for row in range(bottom):
        seen[row, : max(0, left[row] - _SHY_PX)] = True
        seen[row, wide - max(0, right[row] - _SHY_PX) :] = True
    top = max(1, int((head.crown - _ABOVE * (head.chin - head.crown)) * high))
    for column in range(wide):
        seen[: max(0, min(down[column], bottom) - _SHY_PX), column] = True
    margin = max(1, round(_RIM * wide))
    inner = np.zeros_like(seen)
    inner[margin:bottom, margin : wide - margin] = True
    face = _FACE * head.length_across
    inner[top:, max(0, round((head.x - face) * wide)) : max(0, round((head.x + face) * wide))] = (
        False
    )
    ways = _ways(left, right, down, head, (high, wide))
    wall = lab[seen & inner]
    if wall.shape[0] < _LEAST * high * wide:
        if not ways:
            return None
        wall = lab[inner & ~_within(margin * 3, (bottom, wide), (high, wide))]
    if not wall.shape[0]:
        return None
    low, mid, upper = np.percentile(wall[:, 0], (3, 50, 97))
    chroma = float(np.median(np.hypot(wall[:, 1], wall[:, 2])))
    return Backdrop(
        brightness=round(float(mid) / 100, 4),
        spread=round(float(upper - low) / 100, 4),
        tint=round(chroma / 100, 4),
        broken=round(sum(ways) / len(ways), 4) if ways else 0.0,
    )


def _within(margin: int, part: tuple[int, int], size: tuple[int, int]) -> NDArray[np.bool_]:
    """Mark what is farther than a margin from the top and the sides."""
    inside = np.zeros(size, bool)
    inside[margin : part[0], margin : part[1] - margin] = True
    return inside


def _lab(rgb: Pixels) -> _Floats:
    """Reduce to 200 columns, lightly smoothed, in CIE L*a*b*."""
    scale = _WIDTH / rgb.shape[1]
    small = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return np.asarray(cv2.GaussianBlur(lab, (0, 0), 0.8), np.float32)


def _edges(lab: _Floats) -> NDArray[np.bool_]:
    """Mark where the colour changes from one pixel to the next, across or down."""
    across = np.linalg.norm(np.diff(lab, axis=1, append=lab[:, -1:]), axis=2)
    down = np.linalg.norm(np.diff(lab, axis=0, append=lab[-1:]), axis=2)
    return np.asarray(np.hypot(across, down) > _EDGE)


def _free(edges: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count, for each row, how many pixels lie before the first edge."""
    first = np.where(edges.any(axis=1), edges.argmax(axis=1), edges.shape[1])
    return np.asarray(first, np.int64)


def _ways(
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    down: NDArray[np.int64],
    head: Head,
    size: tuple[int, int],
) -> list[bool]:
    """Say of each way whether an edge comes before the head can."""
    high, wide = size
    length = (head.chin - head.crown) * high
    eyes = (head.crown + head.chin) / 2 * high
    above = np.clip((eyes - np.arange(left.size)) / length / _OVAL, 0, 1)
    half = _BODY * length * np.sqrt(1 - above**2)
    beside = np.clip((np.arange(wide) - head.x * wide) / length / _BODY, -1, 1)
    top = eyes - _OVAL * length * np.sqrt(1 - beside**2)
    top[np.abs(beside) >= 1] = left.size
    stopped: list[bool] = []
    for free, reach in (
        (left, head.x * wide - half),
        (right, (1 - head.x) * wide - half),
        (down, np.minimum(top, left.size)),
    ):
        asked = reach > _LONG_ENOUGH * wide
        stopped.extend((free[asked] < _REACH * reach[asked]).tolist())
    return stopped

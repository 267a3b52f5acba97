"""In which directions does print run on this page, when it does not run level?

The strokes of letters, the edges of cards and the rules of forms all stand along the lines of a
document or across them: the directions of what is dark and thin, taken modulo a quarter turn, heap
up at the angle at which the document lies. It does not tell lines from columns, nor up from down.
"""

from __future__ import annotations

import cv2
import numpy as np

from docscheck.mrz.straighten import Floats, Grey

_LEVEL_DEG = 13
"""Directions nearer to level than this are those that the search of the page as it is covers."""
_MOST = 2
"""Directions of edges as strong: those of the print, and that of something else that lies there."""
_BESIDE_DEG = 12
"""Directions nearer to each other than this are one."""
_SPREAD_DEG = 5
_STROKE = (7, 7)
"""Pixels of the widest dark thing that counts as print."""
_STRONG = (93, 80)
"""Percentiles of the edges below which they are cloth, grain and the pattern of the paper: print
is strong but for faint print, which is lost among them."""
_HEAP = 1.15
"""Least height of a heap, in means: cloth and landscapes have strokes in all directions."""


def oblique_directions(small: Grey) -> tuple[int, ...]:
    """Give the angles, in degrees clockwise from level, -45 to 45, at which print may run.

    `small` is uint8, H x W, some 500 pixels long; the likeliest angle comes first. Empty when all
    runs level or across, or in no direction more than in others.
    """
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones(_STROKE, np.uint8))
    ink = cv2.subtract(closed, small)
    across = cv2.Scharr(ink, cv2.CV_32F, 1, 0)
    down = cv2.Scharr(ink, cv2.CV_32F, 0, 1)
    polar = cv2.cartToPolar(across, down, angleInDegrees=True)
    strength, angle = (np.asarray(part, np.float32) for part in polar)
    found: list[int] = []
    for share in _STRONG:
        least = max(1.0, float(np.percentile(strength[::3, ::3], share)))
        found += _heaps(strength, angle, least, found)
    return tuple(found)


def _heaps(strength: Floats, angle: Floats, least: float, known: list[int]) -> list[int]:
    """Find where the directions of edges above `least` heap up, the highest heap first."""
    strong = strength > least
    if not strong.any():
        return []
    weights = np.minimum(strength[strong], 2 * float(strength[strong].mean()))
    heaps = np.bincount(np.rint(angle[strong]).astype(np.int64) % 90, weights, 90)
    ring = np.convolve(np.tile(heaps, 3), np.hanning(2 * _SPREAD_DEG + 1), "same")[90:180]
    found: list[int] = []
    for degrees in np.argsort(-ring):
        signed = int(degrees) if degrees <= 45 else int(degrees) - 90
        if ring[degrees] < _HEAP * ring.mean() or len(found) == _MOST:
            break
        if abs(signed) >= _LEVEL_DEG and not any(_beside(signed, o) for o in [*known, *found]):
            found.append(signed)
    return found


def _beside(one: int, other: int) -> bool:
    return abs((one - other + 45) % 90 - 45) < _BESIDE_DEG

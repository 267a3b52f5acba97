"""Where do small papers lie on a sheet: cards, passport pages, visas, on the glass of a scanner?

A small paper is an island of tone on a sheet that is otherwise paper or glass, with the proportions
of a card (ISO/IEC 7810: ID-1 85.60 x 53.98 mm, ID-2 105 x 74 mm) or of one or two pages of a
passport (ID-3, 125 x 88 mm). The pale ground of a card may fade into the sheet: what is left of
it, portrait and print, is put together as far as it fits on one card. On a page of running text the
paragraphs make larger islands, or none.

Does not say what the papers are. Two papers that touch are seen as one, of odd proportions, and
not reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from docscheck.document import Box
from docscheck.pages.interface import Raster

_SEARCH_PX = 400
"""Long side of the picture searched; a card on an A4 sheet is then about 115 px wide."""
_PAPER_PERCENTILE = 80
_TONE = 6
"""Grey levels below the paper from which a pixel belongs to something lying on it."""
_JOIN_PX, _THIN_PX = 5, 9
"""Gaps up to 4 mm of an A4 sheet are closed, then anything thinner than 7 mm is dropped."""
_ID_1, _ID_2 = (85.6, 54.0), (105.0, 74.0)
"""Width and height in mm."""
_SLACK = 1.08
_A4_MM = 297.0
_AREA = (0.03, 0.5)
"""Of the sheet: an ID-1 card takes 7 % of an A4 sheet, a passport opened flat 35 %."""
_LYING, _STANDING = (1.2, 1.95), (0.55, 0.83)
"""Width to height of cards and single pages; of two passport pages one above the other."""
_MIN_FILL = 0.35
"""Share of its bounding box that an island covers."""
_MARGIN = 0.012
_MOST = 4
_MOST_PIECES = 24
"""More are paragraphs, and no sheet of cards."""

_Piece = tuple[int, int, int, int, int]
"""Left, top, right, bottom and covered area, in pixels of the search."""


def find_small_papers(raster: Raster) -> tuple[Box, ...]:
    """Return where small papers lie on a grey raster, from the top down, at most four."""
    scale = min(1.0, _SEARCH_PX / max(raster.width, raster.height))
    small = cv2.resize(raster.grey().pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    pieces = _pieces(np.asarray(small, dtype=np.uint8))
    if not 0 < len(pieces) <= _MOST_PIECES:
        return ()
    px_per_mm = max(small.shape) / _A4_MM
    for size in (_ID_1, _ID_2):
        pieces = _joined(pieces, size[0] * px_per_mm * _SLACK, size[1] * px_per_mm * _SLACK)
    height, width = small.shape[:2]
    boxes = [_box(piece, width, height) for piece in pieces if _is_paper(piece, width * height)]
    return tuple(sorted(boxes, key=lambda box: (box.top, box.left))[:_MOST])


def _pieces(small: NDArray[np.uint8]) -> list[_Piece]:
    paper = float(np.percentile(small, _PAPER_PERCENTILE))
    tone = (small < paper - _TONE).astype(np.uint8)
    joined = cv2.morphologyEx(tone, cv2.MORPH_CLOSE, np.ones((_JOIN_PX, _JOIN_PX), np.uint8))
    solid = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((_THIN_PX, _THIN_PX), np.uint8))
    found = cv2.connectedComponentsWithStats(solid)[2][1:].tolist()
    return [(left, top, left + wide, top + high, area) for left, top, wide, high, area in found]


def _joined(pieces: Sequence[_Piece], most_wide: float, most_high: float) -> list[_Piece]:
    """Put pieces together, the nearest first, while they fit on one card of that size."""
    rest = list(pieces)
    while True:
        fitting = [
            (_extent(union), one, other, union)
            for one, other in combinations(rest, 2)
            for union in (_union(one, other),)
            if union[2] - union[0] <= most_wide and union[3] - union[1] <= most_high
        ]
        if not fitting:
            return rest
        _, one, other, union = min(fitting)
        rest = [piece for piece in rest if piece not in (one, other)] + [union]


def _union(one: _Piece, other: _Piece) -> _Piece:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
        one[4] + other[4],
    )


def _extent(piece: _Piece) -> int:
    return (piece[2] - piece[0]) * (piece[3] - piece[1])


def _is_paper(piece: _Piece, sheet: int) -> bool:
    ratio = (piece[2] - piece[0]) / (piece[3] - piece[1])
    shaped = _LYING[0] <= ratio <= _LYING[1] or _STANDING[0] <= ratio <= _STANDING[1]
    sized = _AREA[0] <= _extent(piece) / sheet <= _AREA[1]
    return shaped and sized and piece[4] >= _MIN_FILL * _extent(piece)


def _box(piece: _Piece, width: int, height: int) -> Box:
    left, top, right, bottom, _ = piece
    return Box(
        max(0.0, left / width - _MARGIN),
        max(0.0, top / height - _MARGIN),
        min(1.0, right / width + _MARGIN),
        min(1.0, bottom / height + _MARGIN),
    )

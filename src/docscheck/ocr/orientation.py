"""Which quarter turn puts a page upright.

First from the shapes of the letters (`skew.find_direction`, no reading). Where they leave it open,
a strip of a few lines, then a wider one, is read both ways and the better reading wins; a page
whose text nobody can read either way keeps the turn it came in, and the answer says that it is not
sure.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from docscheck.document import Box, PageText
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.ink import Ink, find_ink
from docscheck.pages.interface import Raster
from docscheck.pages.skew import find_direction

_STRIP_LINES = 3
_MORE_LINES = 12
"""When so few do not tell: the busiest strip may be a barcode, or the head of a table."""
_MIN_SCORE = 8.0
"""Letters read with certainty that make a reading better than chance."""
_PLAIN_SCORE = 40.0
"""So many are never read from lines standing on their heads: the other way need not be tried."""
_PLAIN_SHARE = 0.3
"""Of a page's letters, read with certainty; on its head it gives under a tenth (measured)."""
_BETTER = 1.5
_GOOD_CONFIDENCE = 0.6


class Turn(Struct, frozen=True):
    """The answer."""

    turn_deg: int
    """Clockwise: 0, 90, 180 or 270."""
    sure: bool
    """False when nothing on the page tells up from down."""


def find_turn(raster: Raster, engine: OcrEngine, ink: Ink | None = None) -> Turn:
    """Find the turn that puts `raster` upright; `engine` reads two strips only when in doubt."""
    ink = ink or find_ink(raster)
    if ink.letter_height_px is None:
        # Nothing of the shape of letters: reading the noise of a dark photo four ways takes long.
        return Turn(0, False)
    direction = find_direction(ink)
    if direction.turn_deg is not None:
        return Turn(direction.turn_deg, True)
    if direction.sideways is None:
        candidates: tuple[int, ...] = (0, 180, 90, 270)
    else:
        candidates = (90, 270) if direction.sideways else (0, 180)
    return _read_both_ways(raster, engine, candidates)


def is_plain(text: PageText) -> bool:
    """Whether what was read of a whole page can only have been read the right way up."""
    letters = sum(sum(map(str.isalnum, word.text)) for line in text.lines for word in line.words)
    return _score(text) >= max(_PLAIN_SCORE, _PLAIN_SHARE * letters)


def _read_both_ways(raster: Raster, engine: OcrEngine, candidates: tuple[int, ...]) -> Turn:
    for lines in (_STRIP_LINES, _MORE_LINES):
        turn = _read_strips(raster, engine, candidates, lines)
        if turn.sure:
            return turn
    return turn


def _read_strips(
    raster: Raster, engine: OcrEngine, candidates: tuple[int, ...], lines: int
) -> Turn:
    scores: dict[int, float] = {}
    for turn_deg in candidates:
        strip = busiest_strip(raster.turned(turn_deg), lines)
        scores[turn_deg] = _score(engine.read(strip, page=1, layout=Layout.BLOCK))
        if scores[turn_deg] >= _PLAIN_SCORE:
            return Turn(turn_deg, True)
    first, second = sorted(scores, key=lambda turn: scores[turn], reverse=True)[:2]
    sure = scores[first] >= _MIN_SCORE and scores[first] >= _BETTER * scores[second]
    if sure:
        return Turn(first, True)
    # Lines that run sideways are sideways whichever end is up.
    return Turn(candidates[0] if len(candidates) == 2 else 0, False)


def busiest_strip(raster: Raster, lines: int = _STRIP_LINES) -> Raster:
    """Cut the strip of about so many lines with the most letters; all of a page with few."""
    ink = find_ink(raster)
    height = ink.letter_height_px
    if height is None:
        return raster
    strip_px = min(raster.height, lines * 3 * height)
    middles = ink.letters[:, 1] + ink.letters[:, 3] / 2
    counts = np.bincount((middles / strip_px).astype(np.int64))
    top = float(counts.argmax()) * strip_px / raster.height
    return raster.crop(Box(0.0, top, 1.0, top + strip_px / raster.height))


def _score(text: PageText) -> float:
    """Letters of words read with confidence."""
    return sum(
        sum(map(str.isalnum, word.text)) * (word.confidence or 0.0)
        for line in text.lines
        for word in line.words
        if len(word.text) > 2 and (word.confidence or 0.0) >= _GOOD_CONFIDENCE
    )

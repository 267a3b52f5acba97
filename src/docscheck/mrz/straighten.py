"""Where does a line of characters run, and what does it look like pulled straight?

A line found by `locate` is a chord; a page in the hand bows and leans. The course of the
characters' middles is measured along the chord and followed when the strip is cut, so that every
strip holds its characters on one level, upright, `PITCH` pixels apart and with even contrast. All
later steps know strips only.

It does not find lines, and it does not undo slant within a character.
"""

from __future__ import annotations

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]

PITCH = 20
"""Pixels from character to character in a strip: OCR-B keeps O and 0 apart down to about here."""
STRIP_HEIGHT = 32
"""Pixels; a character is about `PITCH` high, the rest is room for a bow or a wrong level."""
MARGIN_CELLS = 3
"""Blank cells kept before and after the line: where it begins is decided later, by the grid."""
_REACH = 1.15
"""Half height, in pitches, within which the course is looked for: the next line is 2.2 away."""
_EVEN = (31, 61)
"""Height and width in strip pixels over which contrast is evened out: about three characters."""


class Chord(Struct, frozen=True):
    """The straight course of one line: middle of its first and of its last character, in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def length(self) -> float:
        return float(np.hypot(self.x1 - self.x0, self.y1 - self.y0))

    @property
    def slope(self) -> float:
        return (self.y1 - self.y0) / (self.x1 - self.x0)

    def level(self, x: float) -> float:
        """Height of the chord, prolonged, at `x`."""
        return self.y0 + (x - self.x0) * self.slope


def cut(grey: Grey, chord: Chord, pitch: float, bow: Floats | None = None) -> Floats:
    """Cut the strip along a chord, scaled so that `pitch` pixels become `PITCH`.

    A picture much finer than that should be shrunk first: this one samples, it does not average.

    `bow` is the departure of the course from the chord at every strip column, in strip pixels
    downwards; see `measure_bow`. Returns float32 of `STRIP_HEIGHT` rows, grey levels.
    """
    cells = chord.length / pitch + 2 * MARGIN_CELLS
    width = round(cells * PITCH)
    along = _along(np.arange(width), pitch)
    middle = (STRIP_HEIGHT - 1) / 2
    across = ((np.arange(STRIP_HEIGHT) - middle) * (pitch / PITCH)).astype(np.float32)
    return _sample(grey, chord, along, across, None if bow is None else bow * (pitch / PITCH))


def measure_bow(grey: Grey, chord: Chord, pitch: float) -> Floats:
    """Follow the middles of the characters: departure from the chord at every column of `cut`.

    In strip pixels, positive downwards; a parabola, since a page in the hand bows one way.
    """
    width = round((chord.length / pitch + 2 * MARGIN_CELLS) * PITCH)
    along = _along(np.arange(0, width, 2), pitch)
    across = (np.arange(-_REACH, _REACH, 0.1) * pitch).astype(np.float32)
    strip = _sample(grey, chord, along, across, None)
    ink = np.abs(cv2.Scharr(strip, cv2.CV_32F, 1, 0))
    ink = np.asarray(cv2.blur(ink, (2 * PITCH, 3)), np.float32)
    ink = np.maximum(ink - np.median(ink), 0)
    weight = ink.sum(0) + 1e-3
    middle = (ink * across[:, None]).sum(0) / weight / pitch * PITCH
    columns = np.arange(0, width, 2, dtype=np.float32)
    bow = _parabola(columns, middle, weight, width)
    return np.clip(bow, -0.8 * PITCH, 0.8 * PITCH).astype(np.float32)


def even_out(strip: Floats) -> Floats:
    """Give a strip mean 0 and variance 1 in every neighbourhood: light, paper and ink drop out."""
    size = _EVEN[::-1]
    mean = cv2.blur(strip, size, borderType=cv2.BORDER_REFLECT)
    square = cv2.blur(strip * strip, size, borderType=cv2.BORDER_REFLECT)
    spread = np.sqrt(np.maximum(square - mean * mean, 0))
    return np.asarray((strip - mean) / (spread + 4), np.float32)


def _along(columns: NDArray[np.int64], pitch: float) -> Floats:
    return ((columns / PITCH - MARGIN_CELLS) * pitch).astype(np.float32)


def _parabola(x: Floats, y: Floats, weight: Floats, width: int) -> Floats:
    inside = (x > MARGIN_CELLS * PITCH) & (x < width - MARGIN_CELLS * PITCH)
    kept = inside
    unit = (x - width / 2) / width
    curve = np.zeros(3)
    for _ in range(3):
        curve = np.polyfit(unit[kept], y[kept], 2, w=np.sqrt(weight[kept]))
        off = np.abs(y - np.polyval(curve, unit))
        kept = inside & (off <= max(1.5, 2 * float(np.median(off[inside]))))
    grid = (np.arange(width) - width / 2) / width
    return np.asarray(np.polyval(curve, grid), np.float32)


def _sample(grey: Grey, chord: Chord, along: Floats, across: Floats, bow: Floats | None) -> Floats:
    ux, uy = (chord.x1 - chord.x0) / chord.length, (chord.y1 - chord.y0) / chord.length
    depth = np.broadcast_to(across[:, None], (len(across), len(along)))
    if bow is not None:
        depth = depth + bow[None, :]
    map_x = chord.x0 + along[None, :] * ux - depth * uy
    map_y = chord.y0 + along[None, :] * uy + depth * ux
    strip = cv2.remap(
        grey,
        map_x.astype(np.float32),
        map_y.astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(strip, np.float32)

"""How are the lines printed? OCR-B of several cuts, weights and widths, by several printers.

A line is a mask of ink, 0 to 1, at `PX_PER_MM`; a character takes 2.54 mm (ICAO 9303-3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from specimens.canvas import find_font_file

PX_PER_MM = 20
PITCH_MM = 2.54
LINE_MM = 5.0
"""Height of a mask; the characters stand in its middle."""
Mask = npt.NDArray[np.float32]
_CUTS = ("OCRB", "OCRB", "OCRBS")
_ADVANCE = 0.723
"""Of the size of the font, which has one width."""
_PRINTERS = ("plain", "plain", "laser", "ribbon", "ink", "raster")


@dataclass(frozen=True, slots=True)
class Print:
    """One manner of printing."""

    cut: str
    wide: float
    high: float
    slant: float
    weight: float
    """Millimetres that each edge of a stroke moves outwards."""
    pitch: float
    step_mm: float
    printer: str
    ink: tuple[int, int, int]
    uneven: float
    """Share of the ink that fades from one end of the lines to the other."""


def draw_print(rng: Random) -> Print:
    """Choose a manner of printing."""
    grey = rng.randint(8, 75)
    return Print(
        rng.choice(_CUTS),
        rng.uniform(0.9, 1.05),
        rng.uniform(0.92, 1.1),
        rng.gauss(0, 0.012),
        rng.uniform(-0.045, 0.06),
        rng.uniform(0.982, 1.018),
        rng.uniform(6.05, 6.6),
        rng.choice(_PRINTERS),
        (grey, grey + rng.randint(-4, 6), grey + rng.randint(-4, 12)),
        rng.uniform(0.0, 0.25),
    )


def set_line(text: str, how: Print, rng: Random) -> Mask:
    """Print one line; every character stands a little off its place."""
    pitch = PITCH_MM * how.pitch * PX_PER_MM
    height = round(LINE_MM * PX_PER_MM)
    mask = np.zeros((height, round(len(text) * pitch) + 8), np.float32)
    for place, sign in enumerate(text):
        glyph = _glyph(sign, how.cut, round(how.wide, 2), round(how.high, 2))
        left = 4 + (place + 0.5) * pitch - glyph.shape[1] / 2 + rng.gauss(0, 0.35)
        top = height / 2 - glyph.shape[0] / 2 + rng.gauss(0, 0.35)
        x, y = max(0, round(left)), max(0, round(top))
        part = mask[y : y + glyph.shape[0], x : x + glyph.shape[1]]
        np.maximum(part, glyph[: part.shape[0], : part.shape[1]], out=part)
    return _inked(_slanted(mask, how.slant), how, rng)


@cache
def _glyph(sign: str, cut: str, wide: float, high: float) -> Mask:
    size = round(PITCH_MM * PX_PER_MM / _ADVANCE * 2)
    font = ImageFont.truetype(str(find_font_file("OCR B").with_name(f"{cut}.otf")), size)
    box = Image.new("L", (round(size * _ADVANCE * 1.2), round(size * 1.3)))
    ImageDraw.Draw(box).text((size * _ADVANCE * 0.1, size * 0.1), sign, fill=255, font=font)
    to = (round(box.width / 2 * wide), round(box.height / 2 * high))
    small = box.resize(to, Image.Resampling.LANCZOS)
    return np.asarray(small, np.float32) / 255


def _slanted(mask: Mask, slant: float) -> Mask:
    move = np.array([[1, slant, -slant * mask.shape[0] / 2], [0, 1, 0]], np.float32)
    return cv2.warpAffine(mask, move, mask.shape[::-1]).astype(np.float32)


def _inked(mask: Mask, how: Print, rng: Random) -> Mask:
    """Move the edges of the strokes, then let the printer show."""
    random = np.random.default_rng(rng.getrandbits(63))
    soft = cv2.GaussianBlur(mask, (0, 0), 2.2)
    threshold = 0.5 - how.weight * 0.16 * PX_PER_MM
    if how.printer == "ink":
        grain = cv2.GaussianBlur(random.standard_normal(mask.shape, np.float32), (0, 0), 1.8)
        soft = soft + grain * 0.35
    ink = np.clip((soft - threshold) * 5 + 0.5, 0, 1)
    if how.printer == "laser":
        dots = _dots(mask.shape, random, 3.0)
        ink = ink * (0.55 + 0.45 * dots)
    elif how.printer == "raster":
        ink = ink * np.clip(_dots(mask.shape, random, 2.4) + 0.5, 0, 1)
    elif how.printer == "ribbon":
        rows = cv2.GaussianBlur(random.standard_normal((mask.shape[0], 1), np.float32), (0, 0), 0.9)
        ink = ink * np.clip(0.95 - np.abs(rows) * 0.5, 0.35, 1)
    fade = np.linspace(1, 1 - how.uneven, mask.shape[1], dtype=np.float32)
    faded: Mask = (ink * (fade if rng.random() < 0.5 else fade[::-1])).astype(np.float32)
    return faded


def _dots(shape: tuple[int, ...], random: np.random.Generator, period: float) -> Mask:
    """Give the points of a laser or of a print raster, 0 to 1."""
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    turn = 2 * np.pi / period
    waves = np.sin(rows * turn + random.uniform(0, 6)) * np.sin(columns * turn)
    dots: Mask = (0.5 + 0.5 * waves).astype(np.float32)
    return dots

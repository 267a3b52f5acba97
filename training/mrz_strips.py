"""Drawn lines of a machine-readable zone, worn as paper, light and camera wear them.

Each strip is a line of characters at the pitch the reader works at (`straighten.PITCH`), drawn
three times larger, worn, brought down to the resolution of a scan or a phone, worn again and
brought back. Truth: where every character is centred. Everything comes from one seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from docscheck.mrz.glyphs import ALPHABET
from docscheck.mrz.straighten import PITCH, STRIP_HEIGHT, even_out

OVER = 3
"""Drawn this many times larger than the strip."""
CELLS = 26
FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut of the letters: where it lies, how often it is drawn, what it cannot show."""

    file: str
    weight: float
    slant: float = 0.0
    """Tangent by which the cut leans, taken back when it is drawn."""
    without: str = ""
    """Characters this cut draws unlike OCR-B."""


TAUGHT = (
    Cut("opentype/ocr-b/OCRB.otf", 0.66),
    Cut("opentype/ocr-b/OCRBL.otf", 0.14, slant=0.17),
    Cut("truetype/liberation/LiberationMono-Regular.ttf", 0.07, without="0"),
    Cut("truetype/liberation/LiberationMono-Bold.ttf", 0.05, without="0"),
    Cut("truetype/freefont/FreeMonoBold.ttf", 0.04, without="0"),
    Cut("truetype/dejavu/DejaVuSansMono.ttf", 0.04, without="0"),
)
HELD_OUT = (Cut("opentype/ocr-b/OCRBS.otf", 1.0),)
"""The sharp cut is never taught; it is only measured."""
OTHER_TEXT = (
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/liberation/LiberationSerif-Regular.ttf",
    "truetype/liberation/LiberationSans-Regular.ttf",
    "truetype/liberation/LiberationMono-Regular.ttf",
)
ALIKE = ("0O", "1I", "2Z", "5S", "8B", "6G", "DO", "UV", "CG", "MN", "K<")
"""Drawn oftener, side by side."""
LOWER = "abdefghjkmnpqrtuwyéèàç.,;:/-()%&$€  "


@dataclass(frozen=True, slots=True)
class Strip:
    """One worn line and its truth."""

    pixels: NDArray[np.float32]
    """Evened out, `STRIP_HEIGHT` rows."""
    text: str
    centres: NDArray[np.float32]
    """Strip column of the middle of every character."""
    upright: bool
    legible: bool
    """False: text of another kind, all of it to be answered by `NONE`."""


def draw_strip(rng: np.random.Generator, cuts: tuple[Cut, ...], hardness: float) -> Strip:
    """Draw one line; `hardness` 1 is what is taught, above is worse."""
    if rng.random() < 0.12:
        return Strip(
            _worn(rng, _other_text(rng), hardness), "", np.zeros(0, np.float32), True, False
        )
    cut = cuts[
        rng.choice(len(cuts), p=np.array([c.weight for c in cuts]) / sum(c.weight for c in cuts))
    ]
    return draw_line(rng, _random_text(rng, cut.without), cut, hardness, rng.random() > 0.1)


def draw_line(
    rng: np.random.Generator, text: str, cut: Cut, hardness: float, upright: bool = True
) -> Strip:
    """Draw a line that says `text`, blanks around it included."""
    ink, centres = _inked(rng, text, cut)
    if not upright:
        ink, centres = ink[::-1, ::-1], ink.shape[1] - 1 - centres
    warp, centres = _bent(rng, ink.shape, centres)
    ink = cv2.remap(np.ascontiguousarray(ink), *warp, cv2.INTER_LINEAR)
    if rng.random() < 0.12:
        ink = _crowded(rng, ink, cut)
    small = cv2.resize(ink, (ink.shape[1] // OVER, STRIP_HEIGHT), interpolation=cv2.INTER_AREA)
    place = (centres + 0.5) / OVER - 0.5
    return Strip(_worn(rng, small, hardness), text, place.astype(np.float32), upright, True)


def _random_text(rng: np.random.Generator, without: str) -> str:
    kind = rng.random()
    letters = [c for c in ALPHABET if c not in without]
    if kind < 0.45:
        chosen = [letters[rng.integers(len(letters))] for _ in range(CELLS)]
    elif kind < 0.7:
        chosen = [letters[rng.integers(len(letters) - 27)] for _ in range(CELLS)]
    else:
        chosen = [
            "<" if rng.random() < 0.3 else letters[rng.integers(len(letters))] for _ in range(CELLS)
        ]
    if rng.random() < 0.35:
        pairs = [pair for pair in ALIKE if not set(pair) & set(without)]
        pair = pairs[rng.integers(len(pairs))]
        for i in range(CELLS):
            if rng.random() < 0.4:
                chosen[i] = pair[rng.integers(2)]
    first, last = int(rng.integers(0, 4)), CELLS - int(rng.integers(0, 4))
    return "".join(" " if i < first or i >= last else c for i, c in enumerate(chosen))


def _inked(
    rng: np.random.Generator, text: str, cut: Cut
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Ink 0 to 1 at `OVER` times the strip; and the columns of the middles."""
    pitch = PITCH * OVER
    height, width = STRIP_HEIGHT * OVER, len(text) * pitch
    font = _font(cut.file, round(pitch * (1 if rng.random() < 0.6 else rng.uniform(0.88, 1.1))))
    box = font.getbbox("H")
    inset = (pitch - font.getlength("<")) / 2
    picture = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(picture)
    loose = rng.uniform(0, 0.03) * pitch
    rise = height / 2 - (box[1] + box[3]) / 2
    for i, char in enumerate(text):
        dx, dy = rng.normal(0, loose * 0.5, 2)
        pen.text((i * pitch + inset + dx, rise + dy), char, font=font, fill=255)
    ink = np.asarray(picture, np.float32) / 255
    if cut.slant:
        lean = np.array([[1, cut.slant, -cut.slant * height / 2], [0, 1, 0]], np.float32)
        ink = cv2.warpAffine(ink, lean, (width, height))
    ink = _spread(rng, ink)
    centres = (np.arange(len(text)) + 0.5) * pitch - 0.5
    return ink, centres.astype(np.float32)


_FONTS: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}


def _font(file: str, pitch: int) -> ImageFont.FreeTypeFont:
    key = (file, pitch)
    if key not in _FONTS:
        size = pitch
        while ImageFont.truetype(FONTS / file, size + 1).getlength("<") <= pitch:
            size += 1
        _FONTS[key] = ImageFont.truetype(FONTS / file, size)
    return _FONTS[key]


def _spread(rng: np.random.Generator, ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Ink that runs or fails: a soft threshold below or above the middle, unevenly."""
    if rng.random() < 0.15:
        size = int(rng.integers(2, 5))
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
        ink = (cv2.dilate if rng.random() < 0.6 else cv2.erode)(ink, disc)
    if rng.random() < 0.04:
        ink = _needled(rng, ink)
    soft = cv2.GaussianBlur(ink, (0, 0), rng.uniform(1.0, 3.2))
    level = rng.uniform(0.2, 0.68)
    if rng.random() < 0.4:
        patches = rng.normal(0, 1, (5, 24)).astype(np.float32)
        level = level + 0.12 * cv2.resize(patches, ink.shape[::-1], interpolation=cv2.INTER_CUBIC)
    made = np.clip((soft - level) * 8 + 0.5, 0, 1)
    if rng.random() < 0.3:
        grain = cv2.GaussianBlur(
            rng.normal(0, 1, ink.shape).astype(np.float32), (0, 0), rng.uniform(1, 3)
        )
        made = made * np.clip(
            1 + rng.uniform(0.2, 1.0) * grain / (grain.std() + 1e-6) * 0.5, 0.2, 1.2
        )
    return np.clip(made, 0, 1).astype(np.float32)


def _needled(rng: np.random.Generator, ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Set in dots, as needle printers do."""
    wave = rng.uniform(4, 7.5)
    x, y = np.meshgrid(*(np.arange(n, dtype=np.float32) for n in ink.shape[::-1]))
    dots = np.cos(x * 2 * np.pi / wave) + np.cos(y * 2 * np.pi / (wave * rng.uniform(0.9, 1.2)))
    return np.asarray(ink * np.clip(dots * 0.8 + rng.uniform(0.4, 1), 0, 1), np.float32)


def _crowded(rng: np.random.Generator, ink: NDArray[np.float32], cut: Cut) -> NDArray[np.float32]:
    """The next line of the zone, or of other print, comes too near above or below."""
    height, width = ink.shape
    near = rng.random() < 0.5
    file = cut.file if near else OTHER_TEXT[rng.integers(len(OTHER_TEXT))]
    font = _font(file, PITCH * OVER if near else int(rng.integers(20, 60)))
    line = "".join(rng.choice(list(ALPHABET if near else ALPHABET + LOWER), 60))
    top, bottom = font.getbbox("Hg")[1::2]
    layer = Image.new("L", (width, height), 0)
    into = rng.uniform(1, 6) * OVER
    y = into - bottom if rng.random() < 0.5 else height - into - top
    ImageDraw.Draw(layer).text((rng.uniform(-60, 0), y), line, font=font, fill=255)
    return np.maximum(ink, np.asarray(layer, np.float32) / 255)


def _bent(rng: np.random.Generator, shape: tuple[int, int], centres: NDArray[np.float32]):
    """What straightening leaves: scale, lean, slope, bow; as maps, and where the middles went."""
    height, width = shape
    sx, sy = rng.uniform(0.89, 1.11), rng.uniform(0.84, 1.16)
    if rng.random() < 0.2:
        sy = rng.uniform(0.72, 1.25)
    lean, slope = rng.normal(0, 0.07), rng.normal(0, 0.012)
    if rng.random() < 0.1:
        lean = rng.uniform(-0.22, 0.22)
    bow = rng.normal(0, 1.0) * OVER
    shift = (rng.normal(0, 1.3) if rng.random() < 0.85 else rng.uniform(-3.5, 3.5)) * OVER
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    u, v = x - width / 2, y - height / 2
    level = slope * u + bow * ((2 * u / width) ** 2 - 0.33) + shift
    back_y = (v - level) / sy
    back_x = (u - lean * (v - level)) / sx
    maps = ((back_x + width / 2).astype(np.float32), (back_y + height / 2).astype(np.float32))
    return maps, (centres - width / 2) * sx + width / 2


def _other_text(rng: np.random.Generator) -> NDArray[np.float32]:
    """Lower case of other faces, rules and blank paper: what is not a zone."""
    height, width = STRIP_HEIGHT * OVER, CELLS * PITCH * OVER
    picture = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(picture)
    for _ in range(rng.integers(0, 3)):
        font = ImageFont.truetype(
            FONTS / OTHER_TEXT[rng.integers(len(OTHER_TEXT))], int(rng.integers(24, 100))
        )
        line = "".join(LOWER[rng.integers(len(LOWER))] for _ in range(60))
        pen.text((rng.integers(-40, 20), rng.integers(-30, height - 20)), line, font=font, fill=255)
    for _ in range(rng.integers(0, 3)):
        y = int(rng.integers(0, height))
        pen.line((0, y, width, y + rng.integers(-8, 8)), fill=255, width=int(rng.integers(1, 8)))
    ink = np.asarray(picture, np.float32) / 255
    return np.asarray(
        cv2.resize(ink, (width // OVER, STRIP_HEIGHT), interpolation=cv2.INTER_AREA), np.float32
    )


def _worn(
    rng: np.random.Generator, ink: NDArray[np.float32], hardness: float
) -> NDArray[np.float32]:
    """Ink on paper, lit, photographed or scanned, saved, brought back to strip size, evened out."""
    height, width = ink.shape
    paper = _paper(rng, height, width, hardness)
    black = rng.uniform(0, 90)
    lit = paper * (1 - ink) + np.minimum(black, paper) * ink
    contrast = rng.uniform(0.3, 1) if rng.random() < 0.7 else rng.uniform(0.12, 0.3)
    lit = 255 - contrast * (255 - lit) if rng.random() < 0.6 else contrast * lit
    lit = _covered(rng, lit, hardness)
    pitch = float(np.exp(rng.uniform(np.log(5.5 if hardness <= 1 else 5.0), np.log(28))))
    scale = pitch / PITCH
    seen = (
        cv2.GaussianBlur(lit.astype(np.float32), (0, 0), max(0.3, 0.35 / scale))
        if scale < 1
        else lit
    )
    seen = cv2.resize(
        seen,
        (max(8, round(width * scale)), max(8, round(height * scale))),
        interpolation=cv2.INTER_AREA,
    )
    seen = _blurred(rng, seen.astype(np.float32), pitch, hardness)
    if pitch > 7 and rng.random() < 0.06:
        seen = _beating(rng, seen, contrast)
    grain = rng.uniform(0, 9 * hardness) * contrast
    if rng.random() < 0.08:  # a dim room: little light, much noise
        dim = rng.uniform(0.15, 0.5)
        seen, grain = seen * dim, rng.uniform(3, 16 * hardness) * contrast * dim
    seen = seen + rng.normal(0, grain, seen.shape)
    seen8 = np.clip(seen, 0, 255).astype(np.uint8)
    if pitch > 9 and rng.random() < 0.07:
        seen8 = _screened(rng, seen8, pitch)
    if rng.random() < 0.15:
        seen8 = _rescaled(rng, seen8)
    if rng.random() < 0.6:
        quality = int(rng.integers(max(5, int(15 / hardness)), 95))
        seen8 = cv2.imdecode(
            cv2.imencode(".jpg", seen8, [cv2.IMWRITE_JPEG_QUALITY, quality])[1],
            cv2.IMREAD_GRAYSCALE,
        )
    back = cv2.resize(
        seen8, (width, height), interpolation=cv2.INTER_CUBIC if scale < 1.3 else cv2.INTER_AREA
    )
    return even_out(back.astype(np.float32))


def _covered(
    rng: np.random.Generator, lit: NDArray[np.float32], hardness: float
) -> NDArray[np.float32]:
    """What lies over the line: a word printed or a film pressed across, a pen's marks, glare."""
    height, width = lit.shape
    if rng.random() < 0.16:
        size = int(rng.uniform(0.8, 6) * height)
        word = "".join(rng.choice(list(ALPHABET[10:36]), 40))
        font = ImageFont.truetype(FONTS / OTHER_TEXT[rng.integers(3)], size)
        layer = Image.new("L", (2 * width, 2 * width), 0)
        pen = ImageDraw.Draw(layer)
        for y in range(0, 2 * width, int(size * rng.uniform(1.1, 2.5))):
            pen.text((-size * rng.uniform(0, 3), y), word, font=font, fill=255)
        turned = layer.rotate(rng.uniform(-50, 50), Image.Resampling.BILINEAR)
        left, top = width // 2, width - height // 2
        cover = np.asarray(turned, np.float32)[top : top + height, left : left + width] / 255
        cover *= rng.uniform(0.08, min(0.6, 0.5 * hardness))
        lit = lit * (1 - cover) + float(rng.choice([255.0, 70.0, 120.0])) * cover
    if rng.random() < 0.12:
        layer = Image.new("L", (width, height), 0)
        pen = ImageDraw.Draw(layer)
        for _ in range(rng.integers(1, 4)):
            x = rng.uniform(0, width)
            if rng.random() < 0.5:  # along: a frame, an underline
                y = float(rng.choice([rng.uniform(-1, 7), rng.uniform(height - 7, height + 1)]))
                ends = (0.0, y, float(width), y + rng.normal(0, 2))
            else:  # across: an arrow, the side of a frame
                ends = (x, 0.0, x + rng.normal(0, 25), float(height))
            pen.line(ends, fill=255, width=int(rng.integers(1, 6)))
        cover = np.asarray(layer, np.float32) / 255 * rng.uniform(0.3, 1)
        lit = lit * (1 - cover) + rng.uniform(30, 150) * cover
    if rng.random() < 0.08:
        x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        run = (x - rng.uniform(0, width)) / rng.uniform(15, 150)
        rise = (y - rng.uniform(0, height)) / rng.uniform(8, 60)
        cover = rng.uniform(0.3, 0.9) * np.exp(-(run**2) - rise**2)
        lit = lit * (1 - cover) + 255 * cover
    return np.asarray(lit, np.float32)


def _screened(rng: np.random.Generator, seen: NDArray[np.uint8], pitch: float) -> NDArray[np.uint8]:
    """Printed in dots."""
    x, y = np.meshgrid(*(np.arange(n, dtype=np.float32) for n in seen.shape[::-1]))
    a, wave = np.radians(rng.choice([15, 45, 75])), rng.uniform(0.1, 0.24) * pitch
    u, v = x * np.cos(a) + y * np.sin(a), y * np.cos(a) - x * np.sin(a)
    dots = (np.cos(u * 2 * np.pi / wave) + np.cos(v * 2 * np.pi / wave)) / 4 + 0.5
    made = np.where(seen / 255 > 1 - dots * 0.98, 245.0, 25.0).astype(np.float32)
    return np.clip(cv2.GaussianBlur(made, (0, 0), rng.uniform(0.4, 1.2)), 0, 255).astype(np.uint8)


def _beating(
    rng: np.random.Generator, seen: NDArray[np.float32], contrast: float
) -> NDArray[np.float32]:
    """Taken from a screen: its grid beats with that of the camera, finely and in broad bands."""
    x, y = np.meshgrid(*(np.arange(n, dtype=np.float32) for n in seen.shape[::-1]))
    for broad in (False, True):
        turn, wave = rng.uniform(0, np.pi), rng.uniform(8, 60) if broad else rng.uniform(2.1, 5)
        depth = rng.uniform(0, 30) * contrast
        seen = seen + depth * np.sin((x * np.cos(turn) + y * np.sin(turn)) * 2 * np.pi / wave)
    return np.asarray(seen, np.float32)


def _rescaled(rng: np.random.Generator, seen: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Made smaller and larger again, carelessly, and saved in between."""
    height, width = seen.shape
    ways = (cv2.INTER_LINEAR, cv2.INTER_AREA, cv2.INTER_CUBIC, cv2.INTER_NEAREST)
    k = rng.uniform(0.55, 0.9)
    small = cv2.resize(
        seen,
        (max(8, round(width * k)), max(6, round(height * k))),
        interpolation=ways[rng.integers(4)],
    )
    code = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 90))])[1]
    small = cv2.imdecode(code, cv2.IMREAD_GRAYSCALE)
    return np.asarray(
        cv2.resize(small, (width, height), interpolation=ways[rng.integers(3)]), np.uint8
    )


def _blurred(
    rng: np.random.Generator, seen: NDArray[np.float32], pitch: float, hardness: float
) -> NDArray[np.float32]:
    sigma = rng.uniform(0, 0.11 * hardness) * pitch
    if sigma > 0.3:
        seen = cv2.GaussianBlur(seen, (0, 0), sigma)
    if rng.random() < 0.2:
        length = rng.uniform(0.1, 0.32 * hardness) * pitch
        angle = rng.uniform(0, np.pi)
        size = int(np.ceil(length)) | 1
        kernel = np.zeros((size, size), np.float32)
        centre = size // 2
        for t in np.linspace(-length / 2, length / 2, 4 * size):
            kernel[round(centre + t * np.sin(angle)), round(centre + t * np.cos(angle))] += 1
        seen = cv2.filter2D(seen, -1, kernel / kernel.sum())
    if rng.random() < 0.2:
        soft = cv2.GaussianBlur(seen, (0, 0), 1.2)
        seen = seen + rng.uniform(0.3, 1.2) * (seen - soft)
    return seen


def _paper(
    rng: np.random.Generator, height: int, width: int, hardness: float
) -> NDArray[np.float32]:
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    paper = np.full((height, width), rng.uniform(170, 250), np.float32)
    if rng.random() < 0.55:
        for _ in range(rng.integers(1, 4)):
            turn, wave = rng.uniform(0, np.pi), rng.uniform(3, 22)
            wobble = rng.uniform(0, 4) * np.sin((x + 2 * y) / rng.uniform(15, 60))
            line = np.sin((x * np.cos(turn) + y * np.sin(turn) + wobble) * 2 * np.pi / wave)
            depth = rng.uniform(5, 75 * hardness)
            paper -= depth * (
                np.clip(line - rng.uniform(-0.2, 0.85), 0, 1)
                if rng.random() < 0.7
                else (line + 1) / 2
            )
    if rng.random() < 0.25:
        blotch = cv2.resize(
            rng.normal(0, 1, (3, 14)).astype(np.float32),
            (width, height),
            interpolation=cv2.INTER_CUBIC,
        )
        paper += rng.uniform(10, 70 * hardness) * blotch
    if rng.random() < 0.25:
        edge = rng.uniform(0, width)
        paper -= rng.uniform(20, 90) / (
            1 + np.exp(np.clip(-(x - edge + y * rng.normal(0, 1)) / rng.uniform(2, 40), -30, 30))
        )
    if rng.random() < 0.1:
        level = rng.uniform(0, height)
        paper -= rng.uniform(30, 120) * (
            np.abs(y - level - x * rng.normal(0, 0.01)) < rng.uniform(0.4, 1.5)
        )
    return np.clip(paper, 25, 255)

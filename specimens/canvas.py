"""How is a specimen drawn? A page in millimetres, origin top left, y downwards, over reportlab.

Fonts are asked for by family name through fontconfig and never by path. Ordinary text goes into
the text layer as text. Scripts that need shaping (Arabic, Devanagari) and fonts without TrueType
outlines (OCR-B) are drawn as filled outlines, with the same characters in invisible text over
them, so that the text layer still says what the page shows.

The same calls give the same bytes: reportlab runs in invariant mode and nothing reads the clock.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path
from random import Random

import uharfbuzz as hb
from bidi.algorithm import get_display
from PIL.Image import Image
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

A4 = (210.0, 297.0)
CARD = (85.6, 53.98)
"""ISO/IEC 7810 ID-1."""
PASSPORT_PAGE = (125.0, 88.0)
"""ISO/IEC 7810 ID-3."""

_FC_MATCH = shutil.which("fc-match") or "fc-match"
OCR_B = "OCR B"
MRZ_PITCH_MM = 2.54
"""ICAO 9303-3: ten characters to the inch."""
_JPEG_QUALITY = 90
_POINT_MM = 25.4 / 72
_SHAPED = range(0x0590, 0x0E80)
"""Hebrew to Lao: blocks whose letters join, stack or reorder."""
_FALLBACKS = ("DejaVu Sans", "Noto Sans")
"""Families with the Latin, Greek and Cyrillic letters that others lack."""
_INVISIBLE = 3
"""PDF text rendering mode: neither filled nor stroked."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How text looks."""

    family: str = "Liberation Sans"
    size: float = 10.0
    """In points."""
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False

    def sized(self, size: float) -> Ink:
        """The same ink in another size."""
        return replace(self, size=size)

    def in_bold(self) -> Ink:
        """The same ink in bold."""
        return replace(self, bold=True)

    def coloured(self, colour: str) -> Ink:
        """The same ink in another colour, as `#rrggbb`."""
        return replace(self, colour=colour)


class FontMissingError(LookupError):
    """No installed font has the family asked for."""


@cache
def find_font_file(family: str, bold: bool = False, italic: bool = False) -> Path:
    """The font file fontconfig has for a family. Raises FontMissingError rather than substitute."""
    style = (
        f"{family}:weight={'bold' if bold else 'regular'}:slant={'italic' if italic else 'roman'}"
    )
    answer = subprocess.run(
        [_FC_MATCH, "-f", "%{family}\n%{file}\n%{index}", style],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    if family not in answer[0].split(","):
        raise FontMissingError(f"font family {family!r} is not installed")
    return Path(answer[1])


@cache
def _register(family: str, bold: bool, italic: bool) -> str:
    name = f"{family}-{'B' if bold else ''}{'I' if italic else ''}"
    path = find_font_file(family, bold, italic)
    pdfmetrics.registerFont(TTFont(name, str(path), shapable=False))
    return name


@cache
def _outlines(family: str, bold: bool, italic: bool) -> hb.Font:
    return hb.Font(hb.Face(find_font_file(family, bold, italic).read_bytes()))


def _has_no_truetype_outlines(family: str, bold: bool, italic: bool) -> bool:
    return find_font_file(family, bold, italic).suffix.lower() == ".otf"


def _needs_shaping(text: str) -> bool:
    return any(ord(letter) in _SHAPED for letter in text)


@cache
def _covers(name: str, letter: str) -> bool:
    return ord(letter) in pdfmetrics.getFont(name).face.charToGlyph


def covering(text: str, ink: Ink) -> Ink:
    """The ink, or a fallback's family where its own lacks a letter of the text."""
    if _needs_shaping(text) or _has_no_truetype_outlines(ink.family, ink.bold, ink.italic):
        return ink
    for family in (ink.family, *_FALLBACKS):
        name = _register(family, ink.bold, ink.italic)
        if all(_covers(name, letter) for letter in text if not letter.isspace()):
            return replace(ink, family=family)
    return ink


def measure_text(text: str, ink: Ink) -> float:
    """The width of a line in millimetres."""
    ink = covering(text, ink)
    if _needs_shaping(text) or _has_no_truetype_outlines(ink.family, ink.bold, ink.italic):
        font = _outlines(ink.family, ink.bold, ink.italic)
        units = sum(position.x_advance for position in _shape(text, font).glyph_positions)
        return float(units / font.face.upem * ink.size * _POINT_MM)
    name = _register(ink.family, ink.bold, ink.italic)
    return float(pdfmetrics.stringWidth(text, name, ink.size) * _POINT_MM)


def _shape(text: str, font: hb.Font) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return buffer


class _OutlinePen:
    """Receives the outline of one glyph and adds it to a PDF path; method names are harfbuzz's."""

    def __init__(self, path: PDFPathObject, x: float, y: float, scale: float) -> None:
        self._path, self._x, self._y, self._scale = path, x, y, scale
        self._last = (0.0, 0.0)

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        return self._x + point[0] * self._scale, self._y + point[1] * self._scale

    def moveTo(self, point: tuple[float, float]) -> None:
        self._path.moveTo(*self._place(point))
        self._last = point

    def lineTo(self, point: tuple[float, float]) -> None:
        self._path.lineTo(*self._place(point))
        self._last = point

    def curveTo(self, *points: tuple[float, float]) -> None:
        (a, b), (c, d), (e, f) = (self._place(point) for point in points)
        self._path.curveTo(a, b, c, d, e, f)
        self._last = points[-1]

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        (cx, cy), (ex, ey) = points
        sx, sy = self._last
        first = (sx + 2 / 3 * (cx - sx), sy + 2 / 3 * (cy - sy))
        second = (ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey))
        self.curveTo(first, second, (ex, ey))

    def closePath(self) -> None:
        self._path.close()

    def endPath(self) -> None:
        """An open contour ends: nothing to add."""


class Sheet:
    """One PDF being drawn. Everything is in millimetres from the top left of the page."""

    def __init__(
        self, width: float = A4[0], height: float = A4[1], title: str = "SPECIMEN"
    ) -> None:
        self.width, self.height = width, height
        self._file = BytesIO()
        self._pdf = Canvas(self._file, pagesize=(width * mm, height * mm), invariant=1)
        self._pdf.setTitle(title)
        self._pdf.setAuthor("SPECIMEN")
        self._pdf.setSubject("SPECIMEN")
        self._pdf.setKeywords("SPECIMEN")

    def next_page(self, width: float | None = None, height: float | None = None) -> None:
        """End this page and begin another, of the same size unless told."""
        self._pdf.showPage()
        self.width, self.height = width or self.width, height or self.height
        self._pdf.setPageSize((self.width * mm, self.height * mm))

    def finish(self) -> bytes:
        """The whole file. The sheet cannot be drawn on afterwards."""
        self._pdf.showPage()
        self._pdf.save()
        return self._file.getvalue()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        ink: Ink,
        *,
        align: str = "left",
        fit: float | None = None,
        tracking: float = 0.0,
        angle: float = 0.0,
    ) -> float:
        """Print one line with its baseline at y; return its width.

        `align` is `left`, `right` or `centre` of x. `fit` is the widest it may be: the size is
        lowered until it is. `tracking` is space added after each letter. `angle` turns it
        anticlockwise around its start, in degrees.
        """
        width = measure_text(text, ink) + tracking * max(len(text) - 1, 0)
        if fit is not None and width > fit:
            ink = ink.sized(ink.size * fit / width)
            width = fit
        start = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        self._pdf.saveState()
        self._pdf.translate(start * mm, (self.height - y) * mm)
        self._pdf.rotate(angle)
        self._write(text, ink, tracking)
        self._pdf.restoreState()
        return width

    def _write(self, text: str, ink: Ink, tracking: float) -> None:
        ink = covering(text, ink)
        face = (ink.family, ink.bold, ink.italic)
        self._pdf.setFillColor(HexColor(ink.colour))
        if _needs_shaping(text) or _has_no_truetype_outlines(*face):
            self._write_outlines(text, ink)
            return
        self._pdf.setFont(_register(*face), ink.size)
        self._pdf.drawString(0, 0, text, charSpace=tracking * mm)

    def _write_outlines(self, text: str, ink: Ink) -> None:
        font = _outlines(ink.family, ink.bold, ink.italic)
        scale = ink.size / font.face.upem
        buffer, path, x = _shape(text, font), self._pdf.beginPath(), 0.0
        for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen = _OutlinePen(path, x + position.x_offset * scale, position.y_offset * scale, scale)
            font.draw_glyph_with_pen(glyph.codepoint, pen)
            x += position.x_advance * scale
        self._pdf.drawPath(path, stroke=0, fill=1, fillMode=1)
        self._hide_text(text, ink, x)

    def _hide_text(self, text: str, ink: Ink, width: float) -> None:
        plain = _has_no_truetype_outlines(ink.family, ink.bold, ink.italic)
        name = _register(
            *(("Liberation Mono", False, False) if plain else (ink.family, ink.bold, ink.italic))
        )
        hidden = self._pdf.beginText(0, 0)
        hidden.setFont(name, ink.size)
        hidden.setTextRenderMode(_INVISIBLE)
        natural = pdfmetrics.stringWidth(text, name, ink.size)
        hidden.setHorizScale(100 * width / natural if natural else 100)
        hidden.textOut(str(get_display(text)))
        self._pdf.drawText(hidden)

    def mrz(self, x: float, y: float, line: str, colour: str = "#000000") -> None:
        """Print one machine-readable line in OCR-B at ten characters to the inch, baseline at y."""
        size = MRZ_PITCH_MM / measure_text("0", Ink(OCR_B, 1.0))
        self.text(x, y, line, Ink(OCR_B, size, colour))

    def paragraph(
        self, x: float, y: float, width: float, text: str, ink: Ink, *, leading: float = 1.25
    ) -> float:
        """Print text broken at spaces into lines; return the baseline where the next line goes."""
        step = ink.size * leading * _POINT_MM
        for given in text.split("\n"):
            line = ""
            for word in given.split(" "):
                longer = f"{line} {word}" if line else word
                if line and measure_text(longer, ink) > width:
                    self.text(x, y, line, ink)
                    y, line = y + step, word
                else:
                    line = longer
            if line:
                self.text(x, y, line, ink)
            y += step
        return y

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.2,
        radius: float = 0.0,
        alpha: float = 1.0,
    ) -> None:
        """Draw a rectangle whose top left corner is (x, y)."""
        self._pdf.saveState()
        self._paint(fill, stroke, line, alpha)
        place = (x * mm, (self.height - y - height) * mm, width * mm, height * mm)
        self._pdf.roundRect(
            *place, radius * mm, stroke=int(stroke is not None), fill=int(fill is not None)
        )
        self._pdf.restoreState()

    def wash(
        self, x: float, y: float, width: float, height: float, colours: tuple[str, ...]
    ) -> None:
        """Fill a rectangle with colours that pass into one another from left to right."""
        self.clip(x, y, width, height)
        level = (self.height - y) * mm
        shades = [HexColor(colour) for colour in colours]
        self._pdf.linearGradient(x * mm, level, (x + width) * mm, level, shades)
        self.unclip()

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.2,
        alpha: float = 1.0,
    ) -> None:
        """Draw a circle around (x, y)."""
        self._pdf.saveState()
        self._paint(fill, stroke, line, alpha)
        place = (x * mm, (self.height - y) * mm, radius * mm)
        self._pdf.circle(*place, stroke=int(stroke is not None), fill=int(fill is not None))
        self._pdf.restoreState()

    def curve(
        self,
        points: tuple[tuple[float, float], ...],
        *,
        stroke: str | None = "#000000",
        fill: str | None = None,
        line: float = 0.2,
        alpha: float = 1.0,
    ) -> None:
        """Draw straight pieces through points: a line, a polygon when filled, or a fine curve."""
        self._pdf.saveState()
        self._paint(fill, stroke, line, alpha)
        path = self._pdf.beginPath()
        path.moveTo(points[0][0] * mm, (self.height - points[0][1]) * mm)
        for px, py in points[1:]:
            path.lineTo(px * mm, (self.height - py) * mm)
        self._pdf.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))
        self._pdf.restoreState()

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        colour: str = "#000000",
        line: float = 0.2,
    ) -> None:
        """Draw a straight line."""
        self.curve(((x, y), (to_x, to_y)), stroke=colour, line=line)

    def _paint(self, fill: str | None, stroke: str | None, line: float, alpha: float) -> None:
        if fill:
            self._pdf.setFillColor(_colour(fill, alpha))
        if stroke:
            self._pdf.setStrokeColor(_colour(stroke, alpha))
            self._pdf.setLineWidth(line * mm)

    def image(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        picture: Image,
        *,
        photo: bool = False,
    ) -> None:
        """Place a bitmap, stretched to the rectangle. RGBA pictures keep their transparency.

        A `photo` is embedded as JPEG; anything else without loss.
        """
        place = (x * mm, (self.height - y - height) * mm, width * mm, height * mm)
        if photo:
            self._pdf.drawImage(ImageReader(_as_jpeg(picture)), *place)
            return
        mask = "auto" if picture.mode == "RGBA" else None
        self._pdf.drawImage(ImageReader(picture), *place, mask=mask)

    @contextmanager
    def inset(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw as if a rectangle were the page: origin at its corner, nothing outside it."""
        whole = self.width, self.height
        self.clip(x, y, width, height)
        self._pdf.translate(x * mm, (self.height - y - height) * mm)
        self.width, self.height = width, height
        yield
        self.width, self.height = whole
        self.unclip()

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Keep what follows inside a rectangle, until `unclip`."""
        self._pdf.saveState()
        path = self._pdf.beginPath()
        path.rect(x * mm, (self.height - y - height) * mm, width * mm, height * mm)
        self._pdf.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        """End the last `clip`."""
        self._pdf.restoreState()

    def guilloche(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        random: Random,
        colours: tuple[str, ...],
        *,
        lines: int = 36,
    ) -> None:
        """Cover a rectangle with fine waves, as security printing does under the text."""
        self.clip(x, y, width, height)
        swing, waves = random.uniform(1.5, 5.0), random.uniform(1.5, 6.0)
        second, phase = random.uniform(2.0, 9.0), random.uniform(0, 2 * pi)
        for number in range(lines):
            middle = y + height * (number + 0.5) / lines
            turn = phase + number * 2 * pi / lines * random.choice((1, 1, 2))
            points = tuple(
                (
                    x + width * step / 70,
                    middle
                    + swing * sin(2 * pi * waves * step / 70 + turn)
                    + swing / 2 * cos(2 * pi * second * step / 70 - turn),
                )
                for step in range(71)
            )
            self.curve(points, stroke=colours[number % len(colours)], line=0.09)
        self.unclip()

    def rosette(
        self, x: float, y: float, radius: float, random: Random, colour: str, *, rings: int = 7
    ) -> None:
        """Draw a closed guilloche ornament around (x, y)."""
        petals = random.randint(7, 14)
        for ring in range(rings):
            base, turn = radius * (0.45 + 0.5 * ring / rings), ring * pi / rings / 2
            points = tuple(
                (
                    x + base * (1 + 0.18 * sin(petals * a + turn)) * cos(a),
                    y + base * (1 + 0.18 * sin(petals * a + turn)) * sin(a),
                )
                for a in (2 * pi * step / 120 for step in range(121))
            )
            self.curve(points, stroke=colour, line=0.09)

    def stamp(
        self,
        x: float,
        y: float,
        radius: float,
        around: str,
        inside: str,
        ink: Ink,
        *,
        turned: float = 0.0,
    ) -> None:
        """Draw a round office stamp: text around the rim, a line or two in the middle."""
        self.circle(x, y, radius, stroke=ink.colour, line=0.5)
        self.circle(x, y, radius * 0.68, stroke=ink.colour, line=0.25)
        step = 330 / max(len(around), 1)
        for index, letter in enumerate(around):
            bearing = turned + 255 - index * step
            angle = bearing * pi / 180
            place = (x + radius * 0.76 * cos(angle), y - radius * 0.76 * sin(angle))
            self.text(*place, letter, ink, angle=bearing - 90)
        parts = inside.split("\n")
        for index, part in enumerate(parts):
            drop = (index - (len(parts) - 1) / 2) * ink.size * 0.45 + ink.size * 0.12
            self.text(x, y + drop, part, ink, align="centre", fit=radius * 1.2)

    def signature(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        random: Random,
        colour: str = "#1b2a6b",
    ) -> None:
        """Draw a handwritten-looking flourish inside a rectangle."""
        loops, lean = random.uniform(3, 6), random.uniform(0.2, 0.8)
        a, b, c = (random.uniform(0, 2 * pi) for _ in range(3))
        points = []
        for step in range(140):
            t = step / 139
            fade = 1 - 0.6 * t
            across = t + 0.07 * sin(2 * pi * loops * t + a)
            down = 0.5 - fade * (
                0.3 * sin(2 * pi * loops * t + b) + 0.15 * sin(2 * pi * loops * 1.7 * t + c)
            )
            points.append(
                (x + width * (0.08 + 0.84 * across), y + height * (down - lean * (t - 0.5) * 0.3))
            )
        self.curve(tuple(points), stroke=colour, line=0.32)


def _as_jpeg(picture: Image) -> BytesIO:
    file = BytesIO()
    picture.save(file, "JPEG", quality=_JPEG_QUALITY)
    file.seek(0)
    return file


def _colour(code: str, alpha: float) -> Color:
    solid = HexColor(code)
    return Color(solid.red, solid.green, solid.blue, alpha=alpha)

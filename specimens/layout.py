"""How does a paper get onto a page? Millimetres from the top left, fonts by family, one PDF out.

Fonts are found by family name through fontconfig (`fc-match`), never by path. The PDF is written
with reportlab in its invariant mode: the same calls give the same bytes. Subject and keywords say
SPECIMEN. This module knows nothing of what a paper says.
"""

from __future__ import annotations

import subprocess
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from re import sub
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

mm = 72 / 25.4
"""Points in a millimetre."""

A4 = (210.0, 297.0)
BLACK = "#101010"
_EDGE = 5.0
"""Millimetres that a line of text keeps from the edge of the page."""

Align = Literal["left", "center", "right", "justify"]
Grid = Literal["all", "rows", "none"]

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_FALLBACKS = ("DejaVu Sans", "WenQuanYi Micro Hei", "FreeSerif")
"""Tried in turn for text with a letter that the chosen family lacks."""


_SUFFIXES = {(False, False): "", (True, False): "-b", (False, True): "-i", (True, True): "-bi"}


class FontMissing(Exception):
    """A family that the layouts use is not installed."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a run of text looks."""

    family: str = "Liberation Sans"
    size: float = 10.0
    """Points."""
    bold: bool = False
    italic: bool = False
    color: str = BLACK
    """`#rrggbb`."""

    def but(self, **changes: str | float | bool) -> Face:
        """Return this face with the given members changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # checked at run time by replace

    def strong(self) -> Face:
        """Return this face in bold."""
        return replace(self, bold=True)

    def scaled(self, factor: float) -> Face:
        """Return this face with its size multiplied."""
        return replace(self, size=self.size * factor)


def _find_font(family: str, bold: bool, italic: bool) -> str | None:
    weight, slant = ("bold" if bold else "regular"), ("italic" if italic else "roman")
    pattern = f"{family}:weight={weight}:slant={slant}:fontformat=TrueType"
    answer = subprocess.run(
        ["fc-match", "-f", "%{family}|%{file}", pattern],  # noqa: S607  the system's fontconfig
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    families, _, path = answer.partition("|")
    return path if family in families.split(",") else None


@cache
def register(family: str) -> str:
    """Make a family and its bold and italic usable, and return the name it is registered under.

    Raises:
        FontMissing: fontconfig knows no TrueType font of that family.
    """
    regular = _find_font(family, False, False)
    if regular is None:
        raise FontMissing(f"font family {family!r} is not installed")
    names = []
    for (bold, italic), suffix in _SUFFIXES.items():
        path = _find_font(family, bold, italic) or regular
        pdfmetrics.registerFont(TTFont(family + suffix, path))
        names.append(family + suffix)
    pdfmetrics.registerFontFamily(family, *names)
    return family


@cache
def _covers(name: str, letter: str) -> bool:
    return ord(letter) in pdfmetrics.getFont(name).face.charToGlyph


def _font_name(face: Face, text: str) -> str:
    """Return the style of the family, or of a fallback, that has every letter of the text."""
    letters = {letter for letter in text if not letter.isspace()}
    styles = (face.bold, face.italic), (face.bold, False), (False, False)
    for family in (face.family, *_FALLBACKS):
        for bold, italic in styles:
            name = register(family) + _SUFFIXES[bold, italic]
            if all(_covers(name, letter) for letter in letters):
                return name
    return register(face.family)


class Sheet:
    """Pages to write on; lengths in millimetres, y downwards from the top edge."""

    def __init__(self, title: str, size: tuple[float, float] = A4) -> None:
        self.width, self.height = size
        self._buffer = BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=(self.width * mm, self.height * mm),
            invariant=True,
            pageCompression=1,
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor("docscheck specimens")
        self.canvas.setSubject("SPECIMEN - fictitious document, nobody here exists")
        self.canvas.setKeywords("SPECIMEN, fictitious, test")

    def next_page(self) -> None:
        """End the page and begin another of the same size."""
        self.canvas.showPage()

    def close(self) -> bytes:
        """End the last page and return the PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._buffer.getvalue()

    def up(self, y: float) -> float:
        """Return the canvas ordinate, in points, of a distance from the top edge."""
        return float((self.height - y) * mm)

    def measure(self, text: str, face: Face) -> float:
        """Return the width of a line of text."""
        name = _font_name(face, text)
        return float(pdfmetrics.stringWidth(text, name, face.size)) / mm

    def write(
        self,
        x: float,
        y: float,
        text: str,
        face: Face,
        align: Align = "left",
        within: float | None = None,
        angle: float = 0.0,
    ) -> float:
        """Write one line, its baseline at `y`, narrowed to `within`; return the next baseline."""
        text = unicodedata.normalize("NFC", text)
        within = self._room(x, align) if within is None else within
        if angle == 0 and (width := self.measure(text, face)) > within:
            face = face.scaled(within / width)
        shift = {"left": 0.0, "center": 0.5, "right": 1.0, "justify": 0.0}[align]
        self.canvas.saveState()
        self.canvas.setFont(_font_name(face, text), face.size)
        self.canvas.setFillColor(HexColor(face.color))
        self.canvas.translate(x * mm, self.up(y))
        self.canvas.rotate(angle)
        self.canvas.drawString(-shift * self.measure(text, face) * mm, 0, text)
        self.canvas.restoreState()
        return y + face.size * 1.3 / mm

    def _room(self, x: float, align: Align) -> float:
        """Return the width that a line at `x` has before it comes near an edge."""
        left, right = x - _EDGE, self.width - x - _EDGE
        return {"right": left, "center": 2 * min(left, right)}.get(align, right)

    def lines(
        self, x: float, y: float, texts: tuple[str, ...], face: Face, align: Align = "left",
        leading: float = 1.3, within: float | None = None,
    ) -> float:  # fmt: skip
        """Write lines under one another; return the baseline of the line that would follow."""
        for text in texts:
            self.write(x, y, text, face, align, within)
            y += face.size * leading / mm
        return y

    def prose(
        self, x: float, y: float, width: float, text: str, face: Face, align: Align = "left",
        leading: float = 1.3,
    ) -> float:  # fmt: skip
        """Write wrapped text with `<b>` and `<i>`, its top at `y`; return its bottom."""
        paragraph = self._paragraph(text, face, align, leading)
        _, height = paragraph.wrap(width * mm, self.height * mm)
        paragraph.drawOn(self.canvas, x * mm, self.up(y) - height)
        return y + float(height) / mm

    def _paragraph(self, text: str, face: Face, align: Align, leading: float = 1.25) -> Paragraph:
        text = unicodedata.normalize("NFC", text)
        plain = sub(r"<[^>]+>", "", text)
        style = ParagraphStyle(
            "run",
            fontName=_font_name(face, plain),
            fontSize=face.size,
            leading=face.size * leading,
            textColor=HexColor(face.color),
            alignment=_ALIGN[align],
        )
        return Paragraph(text, style)

    def table(
        self, x: float, y: float, widths: tuple[float, ...], rows: tuple[tuple[str, ...], ...],
        face: Face, grid: Grid = "all", head: str | None = None, pad: float = 1.2,
        line: str = "#606060", aligns: tuple[Align, ...] = (),
    ) -> float:  # fmt: skip
        """Draw rows of wrapped cells; `head` fills the first row; return the bottom."""
        for number, row in enumerate(rows):
            look = face.strong() if head and number == 0 else face
            fill = head if number == 0 else None
            y = self._row(x, y, widths, row, look, grid, fill, pad, line, aligns)
        return y

    def _row(
        self, x: float, y: float, widths: tuple[float, ...], row: tuple[str, ...], face: Face,
        grid: Grid, fill: str | None, pad: float, line: str, aligns: tuple[Align, ...],
    ) -> float:  # fmt: skip
        cells = []
        for index, text in enumerate(row):
            align: Align = aligns[index] if aligns else "left"
            paragraph = self._paragraph(text, face, align)
            _, height = paragraph.wrap((widths[index] - 2 * pad) * mm, self.height * mm)
            cells.append((paragraph, float(height) / mm))
        tall = max(height for _, height in cells) + 2 * pad
        left = x
        for (paragraph, height), width in zip(cells, widths, strict=False):
            if fill:
                self.box(left, y, width, tall, fill=fill, stroke=None)
            if grid == "all":
                self.box(left, y, width, tall, stroke=line, weight=0.2)
            paragraph.drawOn(self.canvas, (left + pad) * mm, self.up(y + pad + height))
            left += width
        if grid == "rows":
            self.rule(x, y + tall, left, line, 0.2)
        return y + tall

    def rule(
        self, x: float, y: float, to: float, color: str = BLACK, weight: float = 0.3,
        dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        """Draw a horizontal line; `weight` in millimetres."""
        self.stroke(x, y, to, y, color, weight, dash)

    def stroke(
        self, x: float, y: float, to_x: float, to_y: float, color: str = BLACK,
        weight: float = 0.3, dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        """Draw a straight line."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(color))
        self.canvas.setLineWidth(weight * mm)
        self.canvas.setDash(*[[length * mm for length in dash]] if dash else [])
        self.canvas.line(x * mm, self.up(y), to_x * mm, self.up(to_y))
        self.canvas.restoreState()

    def box(
        self, x: float, y: float, width: float, height: float, stroke: str | None = BLACK,
        fill: str | None = None, weight: float = 0.3, radius: float = 0.0,
    ) -> None:  # fmt: skip
        """Draw a rectangle by its top left corner."""
        self.canvas.saveState()
        self.canvas.setLineWidth(weight * mm)
        if stroke:
            self.canvas.setStrokeColor(HexColor(stroke))
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        self.canvas.roundRect(
            x * mm, self.up(y + height), width * mm, height * mm, radius * mm,
            stroke=int(stroke is not None), fill=int(fill is not None),
        )  # fmt: skip
        self.canvas.restoreState()

    def disc(
        self, x: float, y: float, radius: float, stroke: str | None = None,
        fill: str | None = None, weight: float = 0.3,
    ) -> None:  # fmt: skip
        """Draw a circle by its centre."""
        self.canvas.saveState()
        self.canvas.setLineWidth(weight * mm)
        if stroke:
            self.canvas.setStrokeColor(HexColor(stroke))
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        self.canvas.circle(
            x * mm, self.up(y), radius * mm,
            stroke=int(stroke is not None), fill=int(fill is not None),
        )  # fmt: skip
        self.canvas.restoreState()

    def polygon(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        """Fill a shape."""
        path = self.canvas.beginPath()
        path.moveTo(points[0][0] * mm, self.up(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(x * mm, self.up(y))
        path.close()
        self.canvas.saveState()
        self.canvas.setFillColor(HexColor(fill))
        self.canvas.drawPath(path, stroke=0, fill=1)
        self.canvas.restoreState()

    def squares(self, x: float, y: float, side: float, bits: tuple[str, ...]) -> None:
        """Draw a matrix code: rows of `1` (black) and `0`, fitted in a square of `side`."""
        step = side / len(bits)
        for row, line in enumerate(bits):
            for column, bit in enumerate(line):
                if bit == "1":
                    self.box(
                        x + column * step, y + row * step, step * 1.02, step * 1.02,
                        stroke=None, fill="#000000",
                    )  # fmt: skip

"""What is on a paper besides its words? Stamps, signatures, crests, codes, safety backgrounds.

All drawn, none copied: no mark here is that of a real institution.
"""

from __future__ import annotations

from math import cos, degrees, pi, radians, sin
from random import Random

import numpy as np
import zxingcpp
from reportlab.graphics.barcode import code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from specimens.layout import Face, Sheet

INKS = ("#1b2f8a", "#273c9c", "#6a1b6e", "#8a1c1c", "#1c1c1c", "#2a5f9e", "#3f3f8f")
ACCENTS = ("#0b4f8a", "#8c1d2f", "#116149", "#e2571e", "#3d2c73", "#00748a", "#a8791c", "#23395b")


def round_stamp(
    sheet: Sheet, x: float, y: float, rng: Random, around: str, middle: tuple[str, ...] = (),
    radius: float = 15.0,
) -> None:  # fmt: skip
    """Press a round stamp, a little turned, over whatever is there."""
    color = rng.choice(INKS[:4])
    turn = rng.uniform(-25, 25)
    sheet.canvas.saveState()
    sheet.canvas.setFillAlpha(0.75)
    sheet.canvas.setStrokeAlpha(0.75)
    sheet.disc(x, y, radius, stroke=color, weight=0.5)
    sheet.disc(x, y, radius * 0.66, stroke=color, weight=0.25)
    _write_around(sheet, (x, y), radius * 0.75, around.upper(), color, turn)
    face = Face("Liberation Sans", 6.2, color=color, bold=True)
    top = y - (len(middle) - 1) * 1.2 + 0.6
    for number, text in enumerate(middle):
        sheet.write(x, top + number * 2.6, text, face, "center", radius * 1.15, angle=turn / 4)
    if not middle:
        _star(sheet, x, y, radius * 0.35, color)
    sheet.canvas.restoreState()


def _write_around(
    sheet: Sheet, centre: tuple[float, float], radius: float, text: str, color: str, turn: float
) -> None:
    face = Face("Liberation Sans", radius * 0.62, color=color, bold=True)
    width = sheet.measure(text, face) * 1.08
    if width > radius * 5.6:
        face, width = face.scaled(radius * 5.6 / width), radius * 5.6
    angle = pi / 2 + width / radius / 2 + radians(turn)
    for letter in text:
        step = sheet.measure(letter, face) * 1.08 / radius
        at = angle - step / 2
        x, y = centre[0] + radius * cos(at), centre[1] - radius * sin(at)
        sheet.write(x, y, letter, face, "center", angle=degrees(at) - 90)
        angle -= step


def _star(sheet: Sheet, x: float, y: float, radius: float, color: str) -> None:
    points = []
    for index in range(10):
        length = radius if index % 2 == 0 else radius * 0.42
        at = pi / 2 + index * pi / 5
        points.append((x + length * cos(at), y - length * sin(at)))
    sheet.polygon(tuple(points), color)


def frame_stamp(sheet: Sheet, x: float, y: float, rng: Random, texts: tuple[str, ...]) -> None:
    """Press a rectangular stamp with its first line bold; `x`, `y` is its top left."""
    color = rng.choice(INKS)
    face = Face("Liberation Sans", 7.5, color=color)
    width = max(sheet.measure(text, face.strong()) for text in texts) + 5
    sheet.canvas.saveState()
    sheet.canvas.translate(x * mm, sheet.up(y))
    sheet.canvas.rotate(rng.uniform(-6, 6))
    sheet.canvas.translate(-x * mm, -sheet.up(y))
    sheet.box(x, y, width, 3.4 * len(texts) + 2.2, stroke=color, weight=0.45)
    for number, text in enumerate(texts):
        look = face.strong() if number == 0 else face
        sheet.write(x + width / 2, y + 3.7 + 3.3 * number, text, look, "center")
    sheet.canvas.restoreState()


def signature(
    sheet: Sheet, x: float, y: float, rng: Random, width: float = 32.0, height: float = 12.0
) -> None:
    """Scribble a signature in a box whose top left is `x`, `y`."""
    path = sheet.canvas.beginPath()
    here = (x, y + height * rng.uniform(0.3, 0.8))
    path.moveTo(here[0] * mm, sheet.up(here[1]))
    strokes = rng.randint(5, 9)
    for number in range(strokes):
        there = (x + width * (number + rng.uniform(0.4, 1.2)) / strokes,
                 y + height * rng.uniform(0.1, 0.9))  # fmt: skip
        bends = [
            (here[0] + rng.uniform(-0.15, 0.4) * width, y + height * rng.uniform(-0.3, 1.3))
            for _ in range(2)
        ]
        path.curveTo(
            bends[0][0] * mm, sheet.up(bends[0][1]), bends[1][0] * mm, sheet.up(bends[1][1]),
            there[0] * mm, sheet.up(there[1]),
        )  # fmt: skip
        here = there
    sheet.canvas.saveState()
    sheet.canvas.setStrokeColor(HexColor(rng.choice(INKS)))
    sheet.canvas.setLineWidth(rng.uniform(0.25, 0.55) * mm)
    sheet.canvas.setLineCap(1)
    sheet.canvas.drawPath(path, stroke=1, fill=0)
    sheet.canvas.restoreState()


def crest(sheet: Sheet, x: float, y: float, side: float, rng: Random, color: str) -> None:
    """Draw a logo that is nobody's, in a square whose top left is `x`, `y`."""
    kind = rng.randrange(6)
    middle = (x + side / 2, y + side / 2)
    if kind == 0:
        for number in range(4):
            tall = side * (0.35 + 0.2 * ((number * 7 + 3) % 4))
            left = x + number * side / 4
            sheet.box(left, y + side - tall, side / 5, tall, stroke=None, fill=color)
    elif kind == 1:
        sheet.disc(*middle, side / 2, fill=color)
        sheet.disc(middle[0] + side * 0.12, middle[1] - side * 0.08, side * 0.3, fill="#ffffff")
        sheet.disc(middle[0] + side * 0.2, middle[1] + side * 0.1, side * 0.12, fill=color)
    elif kind == 2:
        sheet.polygon(((x, y), (x + side, y), (x + side, y + side * 0.6),
                       (middle[0], y + side), (x, y + side * 0.6)), color)  # fmt: skip
        _star(sheet, middle[0], y + side * 0.42, side * 0.27, "#ffffff")
    elif kind == 3:
        for number in range(3):
            sheet.disc(*middle, side * (0.5 - 0.15 * number), stroke=color, weight=side * 0.06)
    elif kind == 4:
        sheet.polygon(((x, y + side), (middle[0], y), (x + side * 0.62, y + side)), color)
        sheet.polygon(((x + side * 0.5, y + side), (x + side * 0.75, y + side * 0.35),
                       (x + side, y + side)), "#9aa7b5")  # fmt: skip
    else:
        sheet.box(x, y, side, side, stroke=None, fill=color, radius=side * 0.15)
        initials = "".join(rng.sample("ABCDEFGILMNPRSTUV", 2))
        face = Face("DejaVu Serif", side * 1.5, True, color="#ffffff")
        sheet.write(middle[0], middle[1] + side * 0.19, initials, face, "center", side * 0.8)


def republic(sheet: Sheet, x: float, y: float, rng: Random) -> None:
    """Draw the head of a paper of the French state: flag bar, name, motto."""
    for number, color in enumerate(("#1f3f94", "#f4f4f4", "#d8222c")):
        sheet.box(x + number * 6, y, 6, 7, stroke=None, fill=color)
    face = Face(rng.choice(("Liberation Sans", "Open Sans")), 8.5, bold=True)
    sheet.lines(x, y + 11.5, ("RÉPUBLIQUE", "FRANÇAISE"), face, leading=1.15)
    motto = Face("Liberation Serif", 6.5, italic=True, color="#333333")
    sheet.lines(x, y + 18.5, ("Liberté", "Égalité", "Fraternité"), motto, leading=1.1)


def qr_code(sheet: Sheet, x: float, y: float, side: float, payload: str) -> None:
    """Draw a QR code that can be read."""
    code = QrCodeWidget(payload, barLevel="M").qr
    code.make()
    bits = tuple("".join("1" if cell else "0" for cell in row) for row in code.modules)
    sheet.squares(x, y, side, bits)


def data_matrix(sheet: Sheet, x: float, y: float, side: float, payload: str) -> None:
    """Draw an ECC 200 DataMatrix that can be read."""
    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.DataMatrix)
    rows = np.asarray(code.to_image(scale=1, add_quiet_zones=False))
    sheet.squares(
        x, y, side, tuple("".join("1" if cell < 128 else "0" for cell in row) for row in rows)
    )


def bar_code(sheet: Sheet, x: float, y: float, payload: str, height: float = 9.0) -> None:
    """Draw a Code 128."""
    code = code128.Code128(payload, barHeight=height * mm, barWidth=0.28 * mm)
    code.drawOn(sheet.canvas, x * mm, sheet.up(y + height))


def waves(sheet: Sheet, color: str, step: float = 6.0) -> None:
    """Cover the page with the pale waves of safety paper."""
    sheet.canvas.saveState()
    sheet.canvas.setStrokeColor(HexColor(color))
    sheet.canvas.setLineWidth(0.12 * mm)
    y = 8.0
    while y < sheet.height - 8:
        path = sheet.canvas.beginPath()
        path.moveTo(8 * mm, sheet.up(y))
        for number in range(int((sheet.width - 16) // 12)):
            left = 8 + number * 12
            path.curveTo((left + 4) * mm, sheet.up(y - 5), (left + 8) * mm, sheet.up(y + 5),
                         (left + 12) * mm, sheet.up(y))  # fmt: skip
        sheet.canvas.drawPath(path, stroke=1, fill=0)
        y += step
    sheet.canvas.restoreState()


def frame(sheet: Sheet, color: str, margin: float = 9.0, double: bool = True) -> None:
    """Draw the ornamental border of a certificate."""
    wide, tall = sheet.width - 2 * margin, sheet.height - 2 * margin
    sheet.box(margin, margin, wide, tall, stroke=color, weight=0.9)
    if double:
        sheet.box(margin + 1.8, margin + 1.8, wide - 3.6, tall - 3.6, stroke=color, weight=0.25)

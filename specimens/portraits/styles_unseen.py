"""Heads in another hand: kept for measuring, nothing is set by them.

`brushed` builds a head from smooth curves filled and blurred in layers (light, half shade, shade),
features by strokes of a brush, hair by many single strokes. It shares with the other styles
nothing but the proportions of people.
"""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from specimens.portraits.look import Look, Shot
from specimens.portraits.relief import BOTTOM, LEFT, RIGHT, TOP, Plane

_Curve = npt.NDArray[np.float64]
_SHIFT = 4
"""Bits behind the point of coordinates handed to the polygon filler."""


def _closed(points: list[tuple[float, float]], steps: int = 24) -> _Curve:
    """A closed Catmull-Rom curve through points."""
    p = np.array(points)
    before, after, second = np.roll(p, 1, 0), np.roll(p, -1, 0), np.roll(p, -2, 0)
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    curve = 0.5 * (
        2 * p[:, None]
        + (after - before)[:, None] * t
        + (2 * before - 5 * p + 4 * after - second)[:, None] * t**2
        + (3 * p - before - 3 * after + second)[:, None] * t**3
    )
    return curve.reshape(-1, 2)


class _Brush:
    """Layers on the grid of a head."""

    def __init__(self, unit_px: float, random: Random) -> None:
        self.unit, self.random = unit_px, random
        size = (round((BOTTOM - TOP) * unit_px), round((RIGHT - LEFT) * unit_px))
        self.colour = np.zeros((*size, 3), np.float32)
        self.cover = np.zeros(size, np.float32)

    def _px(self, curve: _Curve) -> npt.NDArray[np.int32]:
        moved = (curve - (LEFT, TOP)) * self.unit * 2**_SHIFT
        return np.round(moved).astype(np.int32)

    def fill(
        self,
        curve: _Curve,
        colour: tuple[float, ...],
        soft: float = 0.004,
        strength: float = 1.0,
        within: Plane | None = None,
        hole: _Curve | None = None,
    ) -> Plane:
        mask = np.zeros(self.cover.shape, np.uint8)
        cv2.fillPoly(mask, [self._px(curve)], 255, cv2.LINE_AA, _SHIFT)
        if hole is not None:
            cv2.fillPoly(mask, [self._px(hole)], 0, cv2.LINE_AA, _SHIFT)
        return self._lay(mask, colour, soft, strength, within)

    def stroke(
        self,
        curve: _Curve,
        colour: tuple[float, ...],
        width: float,
        soft: float = 0.003,
        strength: float = 1.0,
        within: Plane | None = None,
    ) -> Plane:
        mask = np.zeros(self.cover.shape, np.uint8)
        thick = max(1, round(width * self.unit))
        cv2.polylines(mask, [self._px(curve)], False, 255, thick, cv2.LINE_AA, _SHIFT)
        return self._lay(mask, colour, soft, strength, within)

    def _lay(
        self,
        mask: npt.NDArray[np.uint8],
        colour: tuple[float, ...],
        soft: float,
        strength: float,
        within: Plane | None,
    ) -> Plane:
        part = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), max(0.4, soft * self.unit))
        if within is not None:
            part = part * within
        share = (part * strength)[:, :, None]
        self.colour = self.colour * (1 - share) + np.array(colour, np.float32) * share
        self.cover = np.maximum(self.cover, share[:, :, 0])
        return part


def _oval(cx: float, cy: float, rx: float, ry: float, squareness: float = 2.0) -> _Curve:
    angle = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    c, s = np.cos(angle), np.sin(angle)
    power = 2 / squareness
    return np.stack(
        [cx + rx * np.sign(c) * np.abs(c) ** power, cy + ry * np.sign(s) * np.abs(s) ** power], 1
    )


def _toned(colour: tuple[float, ...], factor: float, warm: float = 0.0) -> tuple[float, ...]:
    red, green, blue = colour
    return (min(255.0, red * factor), green * factor * (1 - warm), blue * factor * (1 - warm))


def draw_head(look: Look, shot: Shot, unit_px: float, random: Random) -> tuple[Plane, Plane]:
    """Draw a head from the front: colour H x W x 3, 0 to 255, and its cover, 0 to 1."""
    brush = _Brush(unit_px, random)
    if look.hairdo in ("long", "afro", "bun"):
        _hair_behind(brush, look)
    face = _skin(brush, look, shot)
    _features(brush, look, face)
    _hair_before(brush, look, face)
    if look.glasses:
        for sign in (-1, 1):
            frame = _oval(sign * look.eyes_apart / 2, 0.015, 0.10, 0.066, 3.2)
            brush.stroke(np.vstack([frame, frame[:1]]), (30, 28, 34), 0.009, 0.0015, 0.95)
        brush.stroke(np.array([(-0.042, 0), (0, -0.012), (0.042, 0)]), (30, 28, 34), 0.009, 0.0015)
    rng = np.random.default_rng(random.getrandbits(32))
    blotches = cv2.GaussianBlur(rng.standard_normal(brush.colour.shape), (0, 0), 0.02 * unit_px)
    fine = cv2.GaussianBlur(rng.standard_normal(brush.cover.shape), (0, 0), 1.1)
    light = 1 + 0.02 * blotches / blotches.std() + 0.02 * (fine / fine.std())[:, :, None]
    return np.clip(brush.colour * light, 0, 255).astype(np.float32), brush.cover


def _skin(brush: _Brush, look: Look, shot: Shot) -> Plane:
    half, top = look.breadth / 2, -look.above_eyes
    skin = look.skin
    for sign in (-1, 1):
        ear = _closed(
            [
                (sign * (half - 0.01), -0.03),
                (sign * (half + 0.05), -0.04),
                (sign * (half + 0.045), 0.08),
                (sign * (half - 0.01), 0.15),
            ]
        )
        brush.fill(ear, _toned(skin, 0.88, 0.06), 0.005)
        brush.fill(_oval(sign * (half + 0.018), 0.04, 0.012, 0.05), _toned(skin, 0.6), 0.008, 0.7)
    jaw = 0.225 * look.jaw
    right = [
        (0, top),
        (0.19, top + 0.055),
        (half * 0.98, -0.22),
        (half * 1.03, -0.04),
        (half * 0.97, 0.14),
        (jaw, 0.335),
        (0.105, 0.468),
    ]
    outline = _closed([*right, (0, 0.50), *[(-x, y) for x, y in reversed(right[1:])]])
    face = brush.fill(outline, skin, 0.004)
    far = 1 if shot.light_from <= 0 else -1
    part = 0.15 + 1.1 * shot.contrast_of_light
    shade = _closed(
        [
            (far * half * 1.2, -0.4),
            (far * 0.20, -0.2),
            (far * 0.19, 0.1),
            (far * 0.13, 0.3),
            (far * 0.08, 0.55),
            (far * half * 1.2, 0.55),
        ]
    )
    brush.fill(shade, _toned(skin, 0.62, 0.05), 0.06, part, face)
    near = _oval(-far * half * 1.0, 0.12, 0.055, 0.40)
    brush.fill(near, _toned(skin, 0.72, 0.04), 0.035, 0.55, face)
    brush.fill(_oval(0, 0.53, 0.26, 0.07), _toned(skin, 0.62), 0.03, 0.6, face)
    brush.fill(_oval(-far * 0.05, -0.24, 0.16, 0.08), _toned(skin, 1.10), 0.05, 0.7, face)
    for sign in (-1, 1):
        brush.fill(
            _oval(sign * 0.165, 0.135, 0.07, 0.055), _toned(skin, 1.05, 0.12), 0.04, 0.6, face
        )
        brush.fill(_oval(sign * 0.17, 0.24, 0.05, 0.09), _toned(skin, 0.82), 0.04, 0.45, face)
    return face


def _features(brush: _Brush, look: Look, face: Plane) -> None:
    skin, hair = look.skin, look.hair
    for sign in (-1, 1):
        cx = sign * look.eyes_apart / 2
        inner, outer = cx - sign * 0.062, cx + sign * 0.066
        brush.fill(_oval(cx, -0.03, 0.085, 0.038), _toned(skin, 0.66, 0.05), 0.02, 0.7, face)
        brush.fill(_oval(inner - sign * 0.012, -0.005, 0.02, 0.045), _toned(skin, 0.55), 0.015, 0.6)
        lens = _closed(
            [
                (inner, 0.008),
                (cx - sign * 0.02, -0.023),
                (cx + sign * 0.025, -0.024),
                (outer, -0.003),
                (cx + sign * 0.02, 0.019),
                (cx - sign * 0.02, 0.021),
            ]
        )
        ball = brush.fill(lens, (226, 220, 214), 0.002)
        brush.fill(_oval(cx, -0.002, 0.026, 0.026), _toned(look.iris, 0.8), 0.002, 1, ball)
        brush.fill(_oval(cx, 0.004, 0.017, 0.015), _toned(look.iris, 1.35), 0.004, 0.7, ball)
        brush.fill(_oval(cx, -0.002, 0.011, 0.011), (6, 6, 8), 0.0015, 1, ball)
        brush.fill(_oval(cx - 0.008, -0.010, 0.004, 0.005), (252, 252, 252), 0.001)
        lid = np.array(
            [
                (inner, 0.008),
                (cx - sign * 0.03, -0.019),
                (cx, -0.026),
                (cx + sign * 0.035, -0.021),
                (outer + sign * 0.006, 0.0),
            ]
        )
        brush.stroke(lid, _toned(hair, 0.4), 0.011, 0.0025, 0.95)
        brush.stroke(lid - (0, 0.019), _toned(skin, 0.5), 0.007, 0.004, 0.6)
        brush.stroke(
            np.array([(inner, 0.012), (cx, 0.024), (outer, 0.004)]),
            _toned(skin, 0.55, 0.1),
            0.006,
            0.004,
            0.55,
        )
        for step in np.linspace(0, 1, 26):
            x = inner - sign * 0.008 + sign * step * 0.155
            y = -0.078 - 0.028 * np.sin(np.pi * min(1.0, step * 1.25)) + 0.012 * step
            high = look.brow * (1.7 - step)
            hair_end = (x + sign * brush.random.uniform(0.008, 0.02), y - high * 0.6)
            brush.stroke(
                np.array([(x, y + high * 0.6), hair_end]), _toned(hair, 0.9), 0.007, 0.0015, 0.8
            )
    nose = look.nose
    brush.fill(
        _closed([(0.012, 0.0), (0.03, 0.1), (nose * 0.62, 0.19), (0.02, 0.17)]),
        _toned(skin, 0.7),
        0.012,
        0.6,
        face,
    )
    brush.fill(
        _closed([(-0.008, -0.02), (0.008, -0.02), (0.014, 0.16), (-0.014, 0.16)]),
        _toned(skin, 1.14),
        0.008,
        0.8,
        face,
    )
    brush.fill(_oval(0, 0.178, 0.026, 0.022), _toned(skin, 1.12), 0.010, 0.7, face)
    brush.stroke(
        np.array(
            [
                (-nose * 0.6, 0.185),
                (-nose * 0.5, 0.213),
                (-0.02, 0.212),
                (0, 0.222),
                (0.02, 0.212),
                (nose * 0.5, 0.213),
                (nose * 0.6, 0.185),
            ]
        ),
        _toned(skin, 0.48),
        0.009,
        0.004,
        0.75,
    )
    for sign in (-1, 1):
        brush.fill(_oval(sign * 0.03, 0.208, 0.015, 0.008), _toned(skin, 0.22), 0.003, 0.85)
        brush.stroke(
            np.array([(sign * 0.062, 0.205), (sign * 0.105, 0.275)]),
            _toned(skin, 0.62),
            0.010,
            0.010,
            0.45,
        )
    if look.beard:
        _stubble(brush, look, face)
    _mouth(brush, look)


def _mouth(brush: _Brush, look: Look) -> None:
    lip, m = _toned(look.skin, 0.72, 0.28), look.mouth
    brush.fill(
        _closed([(-m, 0.304), (-0.03, 0.286), (0, 0.291), (0.03, 0.286), (m, 0.304), (0, 0.309)]),
        lip,
        0.003,
    )
    brush.fill(
        _closed([(-m, 0.304), (0, 0.308), (m, 0.304), (0.05, 0.336), (-0.05, 0.336)]),
        _toned(look.skin, 0.86, 0.24),
        0.004,
    )
    brush.stroke(
        np.array([(-m, 0.304), (-0.03, 0.3055), (0, 0.308), (0.03, 0.3055), (m, 0.304)]),
        _toned(lip, 0.32),
        0.007,
        0.002,
        0.95,
    )
    brush.fill(_oval(0, 0.326, 0.03, 0.006), _toned(look.skin, 1.1, 0.1), 0.006, 0.6)
    brush.fill(_oval(0, 0.362, 0.06, 0.012), _toned(look.skin, 0.66), 0.012, 0.55)


def _stubble(brush: _Brush, look: Look, face: Plane) -> None:
    for _ in range(round(900 * look.beard)):
        x, y = brush.random.uniform(-0.28, 0.28), brush.random.uniform(0.2, 0.5)
        if y < 0.24 + 1.2 * max(0.0, 0.2 - abs(x)) ** 1.5 and not 0.235 < y < 0.28:
            continue
        end = (x + brush.random.uniform(-0.008, 0.008), y + brush.random.uniform(0.01, 0.025))
        _dab(brush, np.array([(x, y), end]), look.hair, face)


def _dab(brush: _Brush, curve: _Curve, colour: tuple[float, ...], within: Plane) -> None:
    """A stroke that touches a few pixels only: fast enough for hundreds."""
    low = np.floor((curve.min(0) - (LEFT, TOP)) * brush.unit).astype(int) - 3
    high = np.ceil((curve.max(0) - (LEFT, TOP)) * brush.unit).astype(int) + 4
    x0, y0 = np.maximum(low, 0)
    x1, y1 = np.minimum(high, (brush.cover.shape[1], brush.cover.shape[0]))
    if x1 <= x0 or y1 <= y0:
        return
    mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
    points = np.round(((curve - (LEFT, TOP)) * brush.unit - (x0, y0)) * 2**_SHIFT).astype(np.int32)
    thick = max(1, round(0.005 * brush.unit))
    cv2.polylines(mask, [points], False, 190, thick, cv2.LINE_AA, _SHIFT)
    part = (mask.astype(np.float32) / 255 * within[y0:y1, x0:x1])[:, :, None]
    piece = brush.colour[y0:y1, x0:x1]
    piece += (np.array(colour, np.float32) - piece) * part
    np.maximum(brush.cover[y0:y1, x0:x1], part[:, :, 0], out=brush.cover[y0:y1, x0:x1])


def _hair_behind(brush: _Brush, look: Look) -> None:
    top, half = -look.above_eyes, look.breadth / 2
    if look.hairdo == "long":
        shape = _closed(
            [
                (0, top - 0.05),
                (half + 0.07, -0.25),
                (half + 0.11, 0.2),
                (half + 0.10, 0.75),
                (0, 0.8),
                (-half - 0.10, 0.75),
                (-half - 0.11, 0.2),
                (-half - 0.07, -0.25),
            ]
        )
    elif look.hairdo == "afro":
        shape = _oval(0, top + 0.24, half + 0.15, 0.38)
    else:
        shape = _oval(0.03, top - 0.02, 0.13, 0.08)
    within = brush.fill(shape, _toned(look.hair, 0.8), 0.006)
    everywhere = np.maximum(within, brush.cover)
    for _ in range(500):
        x, y = brush.random.uniform(-0.45, 0.45), brush.random.uniform(top - 0.1, 0.7)
        end = (x + brush.random.uniform(-0.03, 0.03), y + 0.09)
        tone = _toned(look.hair, brush.random.uniform(0.6, 1.6))
        _dab(brush, np.array([(x, y), end]), tone, everywhere)


def _hair_before(brush: _Brush, look: Look, face: Plane) -> None:
    top, half = -look.above_eyes, look.breadth / 2
    if look.hairdo == "bald":
        return
    if look.hairdo in ("scarf", "turban"):
        _cloth(brush, look)
        return
    part = brush.random.uniform(-0.12, 0.12)
    hairline = [
        (half * 1.0, -0.02),
        (half * 0.86, -0.16),
        (0.17, top + 0.19),
        (part, top + 0.15),
        (-0.17, top + 0.19),
        (-half * 0.86, -0.16),
        (-half * 1.0, -0.02),
    ]
    above = [
        (-half * 1.11, -0.06),
        (-half * 1.10, -0.26),
        (-0.2, top - 0.005),
        (0, top - 0.04),
        (0.2, top - 0.005),
        (half * 1.10, -0.26),
        (half * 1.11, -0.06),
    ]
    within = brush.fill(_closed([*hairline, *above]), look.hair, 0.006)
    for _ in range(700):
        x, y = brush.random.uniform(-0.4, 0.4), brush.random.uniform(top - 0.06, 0.02)
        lean = (x - part) * 0.5
        end = (x + lean * brush.random.uniform(0.3, 0.7), y + brush.random.uniform(0.03, 0.09))
        tone = _toned(look.hair, brush.random.choice((0.5, 0.7, 1.25, 1.6)))
        _dab(brush, np.array([(x, y), end]), tone, within)


def _cloth(brush: _Brush, look: Look) -> None:
    top, half = -look.above_eyes, look.breadth / 2
    if look.hairdo == "turban":
        shape = _closed(
            [
                (-half * 1.05, -0.17),
                (0, top + 0.20),
                (half * 1.05, -0.17),
                (half * 1.2, -0.32),
                (0.12, top - 0.10),
                (-0.14, top - 0.08),
                (-half * 1.2, -0.32),
            ]
        )
        within = brush.fill(shape, look.scarf, 0.005)
    else:
        around, face = _oval(0, 0.10, half + 0.13, 0.70, 2.2), _oval(0, 0.03, half * 0.90, 0.455)
        within = brush.fill(around, look.scarf, 0.005, hole=face)
    for number in range(7):
        y = top + 0.06 * number
        fold = np.array([(-0.4, y + 0.10), (0, y - 0.03), (0.4, y + 0.08)])
        brush.stroke(fold, _toned(look.scarf, 0.7), 0.012, 0.006, 0.6, within)

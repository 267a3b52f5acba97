"""The style `relief`: a head as a surface in three dimensions, lit by a lamp and a window.

Skin, shadows and highlights follow the slope of the surface as in a photograph, and pores, strands
of hair and a film's grain are there. Everything is computed on a grid in head units.
"""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from specimens.portraits.look import Look, Shot

Plane = npt.NDArray[np.float32]
LEFT, RIGHT, TOP, BOTTOM = -0.75, 0.75, -0.95, 0.95
"""The grid on which a head is drawn, in head units."""
_OUTLINE_Y = (
    -0.50,
    -0.48,
    -0.44,
    -0.36,
    -0.24,
    -0.10,
    0.04,
    0.16,
    0.28,
    0.37,
    0.44,
    0.475,
    0.493,
    0.50,
)
_OUTLINE_W = (
    0.0,
    0.09,
    0.175,
    0.255,
    0.305,
    0.325,
    0.312,
    0.292,
    0.256,
    0.208,
    0.152,
    0.110,
    0.070,
    0.0,
)
"""Half breadth of skull and face at a height, of a face 0.6 wide."""
_NOTHING = 0.004
"""Cover below which nothing is seen."""
_DEPTH = 0.40
"""From the axis of the neck to the forehead."""


def grid(unit_px: float) -> tuple[Plane, Plane]:
    """Coordinates of the pixels of a head drawn at `unit_px` pixels a head."""
    across = np.arange(round((RIGHT - LEFT) * unit_px), dtype=np.float32) / unit_px + LEFT
    down = np.arange(round((BOTTOM - TOP) * unit_px), dtype=np.float32) / unit_px + TOP
    x, y = np.meshgrid(across, down)
    return x.astype(np.float32), y.astype(np.float32)


def half_breadth(y: Plane, look: Look) -> Plane:
    """Half the breadth of the head at heights `y`, 0 above and below it."""
    fine = np.linspace(-0.52, 0.52, 261)
    wide = np.interp(fine, _OUTLINE_Y, _OUTLINE_W)
    wide = np.convolve(np.pad(wide, 3, mode="edge"), np.hanning(9)[1:-1] / 4.0, mode="valid")
    jaw = np.interp(fine, (0.0, 0.15, 0.35), (1.0, 1.0, look.jaw))
    scaled = np.where(y < 0, y * 0.5 / look.above_eyes, y)
    return np.asarray(
        np.interp(scaled, fine, wide * jaw, left=0, right=0) * look.breadth / 0.6, np.float32
    )


def _spot(x: Plane, y: Plane, cx: float, cy: float, rx: float, ry: float) -> Plane:
    """A soft spot; on the regular grid it is the product of a row and a column."""
    across = np.exp(-(((x[0] - cx) / rx) ** 2))
    down = np.exp(-(((y[:, 0] - cy) / ry) ** 2))
    return np.outer(down, across).astype(np.float32)


def _disc(x: Plane, y: Plane, place: tuple[float, float, float, float], soft: float) -> Plane:
    """1 inside an ellipse (centre, half axes), 0 outside, with an edge `soft` head units wide."""
    cx, cy, rx, ry = place
    rim = 1 + soft / min(rx, ry)
    rows = np.flatnonzero(np.abs(y[:, 0] - cy) <= ry * rim)
    columns = np.flatnonzero(np.abs(x[0] - cx) <= rx * rim)
    whole = np.zeros(x.shape, np.float32)
    if rows.size and columns.size:
        place = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        distance = (np.hypot((x[place] - cx) / rx, (y[place] - cy) / ry) - 1) * min(rx, ry)
        whole[place] = np.clip(0.5 - distance / soft, 0, 1)
    return whole


def depth(x: Plane, y: Plane, look: Look) -> Plane:
    """How far the surface stands out before the axis of the neck, in head units."""
    half = np.maximum(half_breadth(y, look), 1e-3)
    side = np.clip(1 - (x / half) ** 2, 0, 1)
    round_ = np.sqrt(np.clip(1 - (y / 0.60) ** 2, 0, 1))
    z = _DEPTH * side**0.42 * round_**0.5
    ridge = np.interp(y[:, 0], (-0.05, 0.02, 0.17, 0.205, 0.24), (0.0, 0.3, 1.0, 0.9, 0.0))
    wide = np.interp(y[:, 0], (0.0, 0.2), (0.022, look.nose * 0.5))
    z += 0.085 * ridge[:, None] * np.exp(-((x / wide[:, None]) ** 2))
    half_eyes = look.eyes_apart / 2
    for sign in (-1, 1):
        z -= 0.030 * _spot(x, y, sign * half_eyes, 0.0, 0.07, 0.045)
        z += 0.016 * _spot(x, y, sign * half_eyes, -0.085, 0.10, 0.030)
        z += 0.018 * _spot(x, y, sign * 0.17, 0.13, 0.08, 0.07)
    z += 0.016 * _spot(x, y, 0, 0.31, 0.09, 0.035) + 0.022 * _spot(x, y, 0, 0.44, 0.07, 0.04)
    return z.astype(np.float32)


def _noise(rng: np.random.Generator, shape: tuple[int, int], across: float, down: float) -> Plane:
    field = cv2.GaussianBlur(
        rng.standard_normal(shape, dtype=np.float32), (0, 0), across, sigmaY=down
    )
    return np.asarray(field / (field.std() + 1e-6), np.float32)


class _Head:
    """A head under the brush: colour (0 to 255) and cover (0 to 1) on the grid."""

    def __init__(self, look: Look, shot: Shot, unit_px: float, rng: np.random.Generator) -> None:
        self.look, self.unit, self.rng = look, unit_px, rng
        self.x, self.y = grid(unit_px)
        self.half = half_breadth(self.y, look)
        self.z = depth(self.x, self.y, look)
        self.edge = 2.0 / unit_px
        self.light = self._light(shot)
        self.colour = np.zeros((*self.x.shape, 3), np.float32)
        self.cover = np.zeros(self.x.shape, np.float32)

    def _light(self, shot: Shot) -> Plane:
        smooth = cv2.GaussianBlur(self.z, (0, 0), 0.012 * self.unit)
        down, across = np.gradient(smooth, 1 / self.unit)
        length = np.sqrt(across**2 + down**2 + 1)
        lamp = np.array([shot.light_from, -0.45, 0.85])
        lamp /= np.linalg.norm(lamp)
        facing = np.clip((-across * lamp[0] - down * lamp[1] + lamp[2]) / length, 0, 1)
        window = 0.75 + 0.25 / length
        part = shot.contrast_of_light
        gloss = 0.10 * facing**14
        return np.asarray((1 - part) * window + part * 1.18 * facing + gloss, np.float32)

    def lay(
        self, colour: tuple[float, ...], mask: Plane, strength: float = 1.0, *, lit: bool = True
    ) -> None:
        """Lay a colour over what is there."""
        rows = np.flatnonzero(mask.max(axis=1) > _NOTHING)
        columns = np.flatnonzero(mask.max(axis=0) > _NOTHING)
        if not rows.size:
            return
        place = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        part = np.clip(mask[place] * np.float32(strength), 0, 1).astype(np.float32)
        paint = np.array(colour, np.float32)
        light = self.light[place][:, :, None] if lit else np.float32(1)
        under = self.colour[place]
        under += (paint * light - under) * part[:, :, None]
        np.maximum(self.cover[place], part, out=self.cover[place])

    def tone(self, factor: float) -> tuple[float, ...]:
        return tuple(channel * factor for channel in self.look.skin)

    def inside(self, grow: float = 1.0) -> Plane:
        distance = np.abs(self.x) - self.half * grow
        mask = np.clip(0.5 - distance / self.edge / 1.5, 0, 1)
        return np.asarray(np.where(self.half > 0, mask, 0), np.float32)


def draw_head(look: Look, shot: Shot, unit_px: float, random: Random) -> tuple[Plane, Plane]:
    """Draw a head from the front: colour H x W x 3, 0 to 255, and its cover, 0 to 1."""
    head = _Head(look, shot, unit_px, np.random.default_rng(random.getrandbits(32)))
    _skin(head)
    _eyes(head)
    _nose_and_mouth(head)
    _hair(head)
    if look.glasses:
        _glasses(head)
    return np.clip(head.colour, 0, 255).astype(np.float32), head.cover


def _skin(head: _Head) -> None:
    look, x, y = head.look, head.x, head.y
    for sign in (-1, 1):
        ear = (sign * (look.breadth / 2 + 0.028), 0.07, 0.036, 0.085)
        head.lay(head.tone(0.84), _disc(x, y, ear, 0.02))
    head.lay(head.tone(1.0), head.inside())
    flush = (look.skin[0] * 0.98, look.skin[1] * 0.84, look.skin[2] * 0.82)
    for sign in (-1, 1):
        head.lay(flush, _spot(x, y, sign * 0.17, 0.15, 0.09, 0.08), 0.45)
    head.lay(flush, _spot(x, y, 0, 0.19, 0.05, 0.05), 0.4)
    if look.beard:
        rim = np.clip((y - 0.17) / 0.07, 0, 1) * head.inside()
        bare = _disc(x, y, (0, 0.19, 0.19, 0.15), 0.06)
        grain = 1 + 0.25 * _noise(head.rng, x.shape, 0.7, 1.5)
        head.lay(look.hair, rim * (1 - bare) * grain, look.beard)
        head.lay(look.hair, _spot(x, y, 0, 0.262, 0.10, 0.018) * grain, look.beard)
    pores = _noise(head.rng, x.shape, 0.8, 0.8) + 0.8 * _noise(head.rng, x.shape, 3, 3)
    head.colour *= (1 + 0.018 * pores)[:, :, None]


def _eyes(head: _Head) -> None:
    look, x, y = head.look, head.x, head.y
    for sign in (-1, 1):
        cx = sign * look.eyes_apart / 2
        head.lay(head.tone(0.62), _spot(x, y, cx, -0.012, 0.075, 0.036), 0.55)
        head.lay(head.tone(0.55), _spot(x, y, cx - sign * 0.055, 0.0, 0.025, 0.03), 0.35)
        almond = np.minimum(
            _disc(x, y, (cx, 0.043, 0.075, 0.063), head.edge),
            _disc(x, y, (cx, -0.047, 0.08, 0.065), head.edge),
        )
        head.lay((222, 214, 208), almond)
        head.lay(look.iris, _disc(x, y, (cx, 0.0, 0.0245, 0.0245), head.edge) * almond)
        head.lay((10, 10, 10), _disc(x, y, (cx, 0.0, 0.0105, 0.0105), head.edge) * almond)
        head.lay((250, 250, 250), _disc(x, y, (cx + 0.007, -0.007, 0.0045, 0.0045), head.edge),
                 0.9, lit=False)  # fmt: skip
        upper = np.abs(np.hypot((x - cx) / 0.075, (y - 0.043) / 0.063) - 1) * 0.063
        lid = np.clip(1.2 - upper / 0.006, 0, 1) * (y < 0.004) * (np.abs(x - cx) < 0.066)
        head.lay(tuple(c * 0.45 for c in look.hair), lid.astype(np.float32), 0.95)
        lower = np.clip(1 - np.abs(y - 0.019 + 3.0 * (x - cx) ** 2) / 0.005, 0, 1)
        head.lay(head.tone(0.6), lower * (np.abs(x - cx) < 0.05), 0.5)
        crease = np.clip(1 - np.abs(y + 0.034 - 3.2 * (x - cx) ** 2) / 0.006, 0, 1)
        head.lay(head.tone(0.55), crease * (np.abs(x - cx) < 0.065), 0.55)
        arch = -0.088 + 2.4 * (x - cx - sign * 0.015) ** 2
        thick = look.brow * (1.2 - sign * (x - cx) * 5)
        hairs = 1 + 0.3 * _noise(head.rng, x.shape, 1.5, 0.6)
        brow = np.exp(-(((y - arch) / np.maximum(thick, 0.004)) ** 2)) * hairs
        head.lay(look.hair, (brow * (np.abs(x - cx) < 0.095)).astype(np.float32), 0.85)


def _nose_and_mouth(head: _Head) -> None:
    look, x, y = head.look, head.x, head.y
    head.lay(head.tone(0.66), _spot(x, y, 0, 0.222, look.nose * 0.75, 0.013), 0.6)
    for sign in (-1, 1):
        head.lay(head.tone(0.30), _disc(x, y, (sign * 0.029, 0.208, 0.016, 0.008), 0.008), 0.85)
        wing = _spot(x, y, sign * look.nose * 0.62, 0.19, 0.011, 0.026)
        head.lay(head.tone(0.62), wing, 0.55)
        fold = np.exp(-(((x - sign * (0.075 + (y - 0.2) * 0.32)) / 0.010) ** 2))
        head.lay(head.tone(0.7), (fold * (y > 0.19) * (y < 0.31)).astype(np.float32), 0.35)
    lip = (look.skin[0] * 0.80, look.skin[1] * 0.58, look.skin[2] * 0.58)
    upper = np.minimum(
        _disc(x, y, (0, 0.318, look.mouth, 0.034), 0.008), (y < 0.305).astype(np.float32)
    )
    head.lay(tuple(c * 0.9 for c in lip), upper)
    lower = _disc(x, y, (0, 0.312, look.mouth * 0.86, 0.036), 0.010) * (y >= 0.303)
    head.lay(tuple(min(255.0, c * 1.05) for c in lip), lower.astype(np.float32), 0.9)
    line = np.clip(1 - np.abs(y - 0.304 - 0.35 * x**2) / 0.006, 0, 1) * (np.abs(x) < look.mouth)
    head.lay(tuple(c * 0.35 for c in lip), line.astype(np.float32), 0.9)
    head.lay(head.tone(0.70), _spot(x, y, 0, 0.372, 0.06, 0.014), 0.5)


def _strands(head: _Head, mask: Plane, colour: tuple[int, int, int]) -> None:
    grain = _noise(head.rng, mask.shape, 0.9, 0.03 * head.unit)
    curl = _noise(head.rng, mask.shape, 0.01 * head.unit, 0.01 * head.unit)
    shine = _spot(head.x, head.y, -0.08, -0.42, 0.25, 0.06)
    texture = np.clip(1 + 0.22 * grain + 0.12 * curl + 0.5 * shine, 0.4, 2.2)
    before = head.colour.copy()
    part = np.clip(mask, 0, 1)[:, :, None]
    head.colour = before * (1 - part) + np.array(colour, np.float32) * texture[:, :, None] * part
    head.cover = np.maximum(head.cover, part[:, :, 0])


def _hair(head: _Head) -> None:
    look, x, y = head.look, head.x, head.y
    top = -look.above_eyes
    skull = (0.0, top + 0.32, look.breadth * 0.575, 0.345)
    line = top + 0.165 + 1.3 * np.abs(x) ** 2.2 + 0.006 * np.sin(x * 90)
    face = np.clip((y - line) / 0.02, 0, 1) * np.clip((0.287 - np.abs(x)) / 0.02, 0, 1)
    above = np.clip((0.05 - y) / 0.03, 0, 1)
    if look.hairdo == "bald":
        return
    if look.hairdo in ("scarf", "turban"):
        _covering(head)
        return
    cap = _disc(x, y, skull, 0.012) * above
    if look.hairdo == "afro":
        ball = (0.0, top + 0.26, look.breadth * 0.74, 0.40)
        cap = _disc(x, y, ball, 0.03) * np.clip((0.12 - y) / 0.05, 0, 1)
    if look.hairdo == "bun":
        _strands(head, _disc(x, y, (0.0, top - 0.035, 0.12, 0.07), 0.015), look.hair)
    mask = cap * (1 - face)
    if look.hairdo == "long":
        band = np.clip(0.5 - (np.abs(np.abs(x) - 0.325) - 0.062) / 0.012, 0, 1)
        fall = band * (y > -0.2) * np.clip((0.78 - y) / 0.1, 0, 1)
        mask = np.maximum(mask, fall.astype(np.float32))
    _strands(head, mask.astype(np.float32), look.hair)


def _covering(head: _Head) -> None:
    look, x, y = head.look, head.x, head.y
    top = -look.above_eyes
    folds = 1 + 0.10 * np.sin((x * 0.6 + y) * 46 + 3 * np.sin(x * 9)) * np.clip(-y, 0, 1)
    before = head.colour.copy()
    if look.hairdo == "scarf":
        outer = np.maximum(
            _disc(x, y, (0.0, top + 0.36, look.breadth * 0.62, 0.40), 0.012),
            (_disc(x, y, (0.0, 0.55, 0.42, 0.62), 0.012) * (y > 0)).astype(np.float32),
        )
        face = _disc(x, y, (0.0, 0.06, look.breadth * 0.455, 0.45), 0.012)
    else:
        outer = _disc(x, y, (0.0, top + 0.16, look.breadth * 0.64, 0.27), 0.012)
        face = np.clip((y - top - 0.22 - 0.9 * x**2) / 0.015, 0, 1)
    mask = (outer * (1 - face))[:, :, None]
    cloth = np.array(look.scarf, np.float32) * folds[:, :, None]
    head.colour = before * (1 - mask) + cloth * mask
    head.cover = np.maximum(head.cover, mask[:, :, 0])


def _glasses(head: _Head) -> None:
    look, x, y = head.look, head.x, head.y
    for sign in (-1, 1):
        ring = np.abs(np.hypot((x - sign * look.eyes_apart / 2) / 0.105, (y - 0.012) / 0.072) - 1)
        head.lay((42, 36, 34), np.clip(1.3 - ring * 0.072 / 0.005, 0, 1).astype(np.float32), 0.9)
    bridge = np.clip(1.2 - np.abs(y + 0.008) / 0.005, 0, 1) * (np.abs(x) < 0.037)
    head.lay((42, 36, 34), bridge.astype(np.float32), 0.9)

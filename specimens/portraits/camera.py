"""The sitter before a wall: turn of the head, tilt, shoulders, size and place in the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, radians, sin
from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from specimens.portraits import painted, relief
from specimens.portraits.look import Look, Shot
from specimens.portraits.relief import BOTTOM, LEFT, RIGHT, TOP, Plane

Picture = npt.NDArray[np.uint8]
DrawHead = Callable[[Look, Shot, float, Random], tuple[Plane, Plane]]
STYLES: Mapping[str, DrawHead] = {"relief": relief.draw_head, "painted": painted.draw_head}
_OVERSIZE = 1.5
"""The layer of the sitter is larger than the frame, so that tilting leaves no empty corner."""

_MAX_UNIT_PX = 400.0
"""Height of the head up to which it is drawn in full; larger ones are enlarged, as lenses do."""


def turned_head(colour: Plane, cover: Plane, look: Look, unit_px: float, turn_deg: float) -> tuple[
    Plane, Plane
]:  # fmt: skip
    """Turn a head drawn from the front about the axis of its neck.

    Row by row: a point goes to x cos t + z sin t; what comes to lie behind another is left out.
    """
    if not turn_deg:
        return colour, cover
    x, y = relief.grid(unit_px)
    half = np.maximum(relief.half_breadth(y, look), 1e-3)
    z = np.where(np.abs(x) < half, relief.depth(x, y, look), 0.0)
    outside = np.clip((np.abs(x) - half) / 0.2, 0, 1)
    angle = radians(abs(turn_deg))
    mirrored = turn_deg < 0
    if mirrored:
        z, outside, colour, cover = z[:, ::-1], outside[:, ::-1], colour[:, ::-1], cover[:, ::-1]
    there = np.maximum.accumulate(x * cos(angle) + z * sin(angle) * (1 - outside), axis=1)
    there = there + np.arange(x.shape[1]) * 1e-6
    source = np.empty_like(x)
    columns = np.arange(x.shape[1], dtype=np.float32)
    for row in range(x.shape[0]):
        source[row] = np.interp(x[row], there[row], columns)
    rows = np.repeat(np.arange(x.shape[0], dtype=np.float32)[:, None], x.shape[1], axis=1)
    whole = np.dstack([colour * cover[:, :, None], cover]).astype(np.float32)
    seen = cv2.remap(np.ascontiguousarray(whole), source, rows, cv2.INTER_LINEAR)
    if mirrored:
        seen = seen[:, ::-1]
    alpha = seen[:, :, 3]
    return (seen[:, :, :3] / np.maximum(alpha, 0.02)[:, :, None]).astype(np.float32), alpha


def sitter(look: Look, shot: Shot, random: Random, draw_head: DrawHead) -> tuple[Plane, Plane]:
    """Draw the sitter in the frame: colour H x W x 3 and cover H x W."""
    width, height = shot.size_px
    unit = height * shot.face
    drawn = min(unit, _MAX_UNIT_PX)
    colour, cover = draw_head(look, shot, drawn, random)
    colour, cover = turned_head(colour, cover, look, drawn, shot.turn_deg)
    if drawn < unit:
        size = (round((RIGHT - LEFT) * unit), round((BOTTOM - TOP) * unit))
        colour, cover = (cv2.resize(one, size).astype(np.float32) for one in (colour, cover))
    big = (round(height * _OVERSIZE), round(width * _OVERSIZE))
    layer = np.zeros((*big, 4), np.float32)
    margin_x, margin_y = (big[1] - width) / 2, (big[0] - height) / 2
    crown = height * (1 - shot.face) * shot.above + margin_y
    eyes = (shot.across * width + margin_x, crown + unit * look.above_eyes)
    _shoulders(layer, look, eyes, unit)
    _place(layer, colour, cover, (round(eyes[0] + LEFT * unit), round(eyes[1] + TOP * unit)))
    if shot.tilt_deg:
        about = (eyes[0], eyes[1] + 0.2 * unit)
        matrix = cv2.getRotationMatrix2D(about, -shot.tilt_deg, 1.0)
        layer = cv2.warpAffine(layer, matrix, (big[1], big[0]), borderMode=cv2.BORDER_REPLICATE)
    top, left = round(margin_y), round(margin_x)
    framed = layer[top : top + height, left : left + width]
    alpha = np.clip(framed[:, :, 3], 0, 1)
    return framed[:, :, :3] / np.maximum(alpha, 0.02)[:, :, None], alpha


def _place(layer: Plane, colour: Plane, cover: Plane, corner: tuple[int, int]) -> None:
    """Lay a head over the layer (colours times cover), cut at its edges."""
    left, top = corner
    high, wide = cover.shape
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(layer.shape[1], left + wide), min(layer.shape[0], top + high)
    piece = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
    part = cover[piece][:, :, None]
    under = layer[y0:y1, x0:x1]
    under *= 1 - part
    under[:, :, :3] += colour[piece] * part
    under[:, :, 3:] += part


def _shoulders(layer: Plane, look: Look, eyes: tuple[float, float], unit: float) -> None:
    """Lay neck and clothes."""
    first = max(0, round(eyes[1] + 0.2 * unit))
    across = np.arange(layer.shape[1], dtype=np.float32)[None, :]
    down = np.arange(first, layer.shape[0], dtype=np.float32)[:, None]
    x, y = (
        (across - np.float32(eyes[0])) / np.float32(unit),
        (down - np.float32(eyes[1])) / np.float32(unit),
    )
    layer = layer[first:]
    edge = 2.5 / unit
    neck_half = 0.185 + 0.10 * np.clip(y - 0.52, 0, 1) ** 1.3
    neck = np.clip(0.5 - (np.abs(x) - neck_half) / edge, 0, 1) * (y > 0.25)
    shadow = (
        0.60 + 0.22 * np.clip((y - 0.46) / 0.22, 0, 1) - 0.25 * np.clip(np.abs(x) / 0.19, 0, 1) ** 3
    )
    slope = (
        0.60
        + 0.03 * np.clip(0.2 - np.abs(x), 0, 1) / 0.2
        + 0.30 * np.clip(np.abs(x) - 0.17, 0, 2) ** 1.5
    )
    clothes = np.clip((y - slope) / edge + 0.5, 0, 1)
    clothes = clothes * np.clip(0.5 - (np.abs(x) - 0.95) / (3 * edge), 0, 1)
    folds = 0.9 + 0.08 * np.sin(x * 14 + y * 5) + 0.1 * np.clip(0.6 - np.abs(x), 0, 1)
    for mask, tone, light in ((neck, look.skin, shadow), (clothes, look.clothes, folds)):
        part = mask[:, :, None]
        layer[:, :, :3] = (
            layer[:, :, :3] * (1 - part)
            + np.array(tone, np.float32) * (light + 0 * mask)[:, :, None] * part
        )
        layer[:, :, 3] = np.maximum(layer[:, :, 3], mask)


def take(
    look: Look,
    shot: Shot,
    background: Plane,
    random: Random,
    draw_head: DrawHead,
    *,
    shadow: float = 0.0,
) -> Picture:
    """Take the picture, RGB uint8; `shadow` is how dark the head's shadow on the wall is."""
    colour, alpha = sitter(look, shot, random, draw_head)
    return compose([(colour, alpha)], shot, background, random, shadow=shadow)


def compose(
    sitters: list[tuple[Plane, Plane]],
    shot: Shot,
    background: Plane,
    random: Random,
    *,
    shadow: float = 0.0,
) -> Picture:
    """Set sitters before a background, with the lens and the grain of a camera."""
    wall = background.astype(np.float32)
    if shadow:
        cast = np.max([alpha for _, alpha in sitters], axis=0)
        away = -1 if shot.light_from > 0 else 1
        move = np.float32([[1, 0, away * shot.size_px[0] * 0.10], [0, 1, shot.size_px[1] * 0.03]])
        cast = cv2.warpAffine(cast, move, shot.size_px, borderMode=cv2.BORDER_REPLICATE)
        cast = cv2.GaussianBlur(cast, (0, 0), shot.size_px[0] * 0.022)
        wall = wall * (1 - shadow * cast[:, :, None])
    for colour, alpha in sitters:
        wall = wall * (1 - alpha[:, :, None]) + colour * alpha[:, :, None]
    lens = cv2.GaussianBlur(wall, (0, 0), 0.55 + shot.size_px[1] / 3000)
    rng = np.random.default_rng(random.getrandbits(32))
    grain = cv2.GaussianBlur(rng.standard_normal(lens.shape, dtype=np.float32), (0, 0), 0.6)
    grain *= random.uniform(1.0, 3.0) / grain.std()
    return np.clip(lens + grain, 0, 255).astype(np.uint8)

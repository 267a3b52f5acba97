"""How does a paper come? Worn in one way or in many, turned, on a table, as a file.

`CHANNELS` names the ways; `picture` gives one. A channel is drawn from the paper and a random
stream only: the same seed gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np

from specimens.channels.pictures import jpeg, png
from specimens.channels.tables import table
from specimens.unseen_zones import wear
from specimens.unseen_zones.ocr_b import PX_PER_MM
from specimens.unseen_zones.papers import DrawnPaper
from specimens.unseen_zones.wear import Floats, Pixels, Scene, Wear

PHONE, HARDEST = "phone", "hardest"
CHANNELS = (
    "clean", "spread", "glare", "hologram", "moire", "dim", "motion", "coarse", "jpeg", "curl",
    "perspective", "shadow", "marks", "angle", PHONE, HARDEST,
)  # fmt: skip
_SURFACE: Mapping[str, Wear] = {
    "glare": wear.glare, "hologram": wear.hologram, "marks": wear.marks,
}  # fmt: skip
_LIGHT: Mapping[str, Wear] = {"shadow": wear.shadow, "moire": wear.moire}
_LENS: Mapping[str, Wear] = {"motion": wear.motion, "defocus": wear.defocus}
_GROUPS = (
    ("glare", "hologram", "marks"), ("shadow", "moire"), ("motion", "defocus"),
    ("spread",), ("curl", "perspective"), ("dim",), ("jpeg",), ("coarse",),
)  # fmt: skip
"""Of which the hardest pictures have one each of three or four."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file and what was done to it."""

    data: bytes
    extension: str
    wears: tuple[str, ...]


def picture(paper: DrawnPaper, channel: str, rng: Random) -> Sent:
    """Give a paper as it comes by a channel."""
    if channel == PHONE:
        return _phone(paper, rng)
    wears = _hard_wears(rng) if channel == HARDEST else (channel,)
    strength = rng.uniform(0.35, 0.75) if channel == HARDEST else rng.uniform(0.1, 1.0)
    scene = _seen(_prepared(paper, wears, rng, strength), paper, wears, rng, strength)
    for group in (_SURFACE, _LIGHT, _LENS):
        for name in wears:
            if name in group:
                scene = replace(scene, pixels=group[name](scene, rng, strength))
    return _stored(_sensed(scene, wears, rng, strength), wears, channel, rng, strength)


def _hard_wears(rng: Random) -> tuple[str, ...]:
    groups = rng.sample(_GROUPS, rng.choice((3, 3, 4)))
    return tuple(rng.choice(group) for group in groups)


def _prepared(paper: DrawnPaper, wears: tuple[str, ...], rng: Random, strength: float) -> Pixels:
    if "spread" not in wears:
        return paper.pixels
    return wear.spread(Scene(paper.pixels, PX_PER_MM, _corners(paper.band_mm)), rng, strength)


def _corners(box: tuple[float, float, float, float]) -> Floats:
    left, top, right, bottom = box
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)


def _seen(
    pixels: Pixels, paper: DrawnPaper, wears: tuple[str, ...], rng: Random, strength: float
) -> Scene:
    """Lay the paper before the lens."""
    px_per_mm = rng.uniform(6.2, 11.5)
    if "coarse" in wears:
        px_per_mm = 6.0 - 2.0 * strength if len(wears) == 1 else rng.uniform(4.9, 5.8)
    elif len(wears) > 1:
        px_per_mm = rng.uniform(5.6, 9.0)
    small = _sized(pixels, px_per_mm * 1.15 / PX_PER_MM)
    band = _corners(paper.band_mm)
    if "curl" in wears:
        small, band = _curled(small, band, paper.size_mm, rng, strength)
    tilt = 0.0
    if "perspective" in wears:
        tilt = 14 + 20 * strength
    elif wears != ("clean",):
        tilt = rng.uniform(0, 7)
    return _laid(small, paper.size_mm, band, px_per_mm, _turn(wears, rng), tilt, rng)


def _turn(wears: tuple[str, ...], rng: Random) -> float:
    """Choose how the paper lies: about level, on a side or head, or anyhow."""
    if wears == ("angle",):
        return rng.uniform(0, 360)
    if wears == ("clean",):
        return rng.gauss(0, 0.7)
    share = rng.random()
    quarter = rng.choice((90, 180, 270)) if share < 0.2 else 0
    return quarter + rng.gauss(0, 2.2)


def _sized(pixels: Pixels, scale: float) -> Pixels:
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=way), np.uint8)


def _curled(
    pixels: Pixels, band: Floats, size: tuple[float, float], rng: Random, strength: float
) -> tuple[Pixels, Floats]:
    """Bend the paper like a page that will not lie flat: lines become arcs, ends narrower."""
    height, width = pixels.shape[:2]
    rise = (0.012 + 0.022 * strength) * width * rng.choice((-1, 1))
    middle, squeeze = rng.uniform(0.3, 0.7), 0.05 * strength
    along = np.arange(width, dtype=np.float32) / width
    bend = rise * (((along - middle) / 0.7) ** 2 - 0.25)
    from_x = (along + squeeze * np.sin((along - 0.5) * 2 * np.pi) / 6) * width
    rows = np.arange(height, dtype=np.float32)[:, None] + bend[None, :]
    columns = np.repeat(from_x[None, :], height, axis=0).astype(np.float32)
    curled = cv2.remap(pixels, columns, rows.astype(np.float32), cv2.INTER_LINEAR,
                       borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
    moved = band.copy()
    at = np.interp(band[:, 0] / size[0], along, bend)
    moved[:, 1] -= (at / height * size[1]).astype(np.float32)
    return np.asarray(curled, np.uint8), moved


def _laid(
    pixels: Pixels, size: tuple[float, float], band: Floats, px_per_mm: float,
    turn_deg: float, tilt_deg: float, rng: Random,
) -> Scene:  # fmt: skip
    """Turn and tilt the paper over what it lies on."""
    corners = _projected(size, turn_deg, tilt_deg, rng) * px_per_mm
    room = px_per_mm * np.array([rng.uniform(0.5, 9), rng.uniform(0.5, 9)])
    corners = corners - corners.min(axis=0) + room
    width, height = (corners.max(axis=0) + room).astype(int).tolist()
    return _on_table(pixels, size, band, corners.astype(np.float32), (height, width), rng)


def _projected(size: tuple[float, float], turn: float, tilt: float, rng: Random) -> Floats:
    """Project the corners of a plane seen from the side, in millimetres."""
    half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float64) * np.array(size) / 2
    roll, way, lean = np.radians(turn), rng.uniform(0, 2 * np.pi), np.radians(tilt)
    spin = np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    axis = np.array([np.cos(way), np.sin(way)])
    points = half @ spin.T
    depth = (points @ axis) * np.sin(lean)
    flat = points - np.outer(points @ axis, axis) * (1 - np.cos(lean))
    distance = max(size) * rng.uniform(1.7, 2.6)
    return (flat * (distance / (distance + depth))[:, None]).astype(np.float32)


def _on_table(
    pixels: Pixels, size: tuple[float, float], band: Floats, corners: Floats,
    shape: tuple[int, int], rng: Random,
) -> Scene:  # fmt: skip
    height, width = pixels.shape[:2]
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    move = cv2.getPerspectiveTransform(source, corners)
    under = _under(shape, rng)
    way = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_TRANSPARENT}
    laid = cv2.warpPerspective(pixels, move, (shape[1], shape[0]), under, **way)
    scale = np.array([width / size[0], height / size[1]], np.float32)
    placed = cv2.perspectiveTransform((band * scale)[None], move)[0]
    px_per_mm = float(np.linalg.norm(placed[1] - placed[0]) / np.linalg.norm(band[1] - band[0]))
    return Scene(np.asarray(laid, np.uint8), px_per_mm, placed.astype(np.float32))


def _under(shape: tuple[int, int], rng: Random) -> Pixels:
    """Give a table, or the lid of a scanner."""
    if rng.random() < 0.4:
        return np.full((*shape, 3), rng.randint(225, 255), np.uint8)
    return np.ascontiguousarray(table(shape, rng))


def _sensed(scene: Scene, wears: tuple[str, ...], rng: Random, strength: float) -> Pixels:
    """Let the sensor see it: with its noise, or with little light."""
    if "dim" in wears:
        return wear.dim(scene, rng, strength if len(wears) == 1 else strength * 0.7)
    if wears == ("clean",):
        return scene.pixels
    lit = scene.pixels.astype(np.float32) * np.float32(rng.uniform(0.75, 1.0))
    return wear.noise(lit, rng, rng.uniform(0.5, 4.0))


def _stored(
    pixels: Pixels, wears: tuple[str, ...], channel: str, rng: Random, strength: float
) -> Sent:
    if wears == ("clean",) and rng.random() < 0.3:
        return Sent(png(pixels), ".png", wears)
    quality = rng.randint(70, 93)
    if "jpeg" in wears:
        quality = round(28 - 18 * strength)
    orientation = rng.choice((2, 3, 4, 5, 6, 7, 8)) if rng.random() < 0.08 else 1
    return Sent(_as_jpeg(pixels, quality, orientation), ".jpg", wears)


def _as_jpeg(pixels: Pixels, quality: int, orientation: int) -> bytes:
    """Write pixels so that the orientation brings them back to how they are."""
    stored = _STORED_BY[orientation](pixels)
    return jpeg(np.ascontiguousarray(stored), quality, orientation=orientation)


_STORED_BY = {
    1: lambda p: p,
    2: lambda p: p[:, ::-1],
    3: lambda p: p[::-1, ::-1],
    4: lambda p: p[::-1],
    5: lambda p: p.transpose(1, 0, 2),
    6: lambda p: np.rot90(p, 1),
    7: lambda p: p[::-1, ::-1].transpose(1, 0, 2),
    8: lambda p: np.rot90(p, -1),
}
"""EXIF orientation -> the stored pixels of an upright picture (CIPA DC-008, Orientation)."""


def _phone(paper: DrawnPaper, rng: Random) -> Sent:
    """Photograph the whole paper on a table: 4000 x 3000, held either way, light of a room."""
    shape = rng.choice(((3000, 4000), (3000, 4000), (4000, 3000)))
    quarter = rng.choice((0, 0, 0, 90, 180, 270))
    corners = _projected(paper.size_mm, quarter + rng.gauss(0, 3), rng.uniform(0, 14), rng)
    extent = corners.max(axis=0) - corners.min(axis=0)
    scale = min(shape[1] / extent[0], shape[0] / extent[1]) * rng.uniform(0.5, 0.93)
    corners = (corners - corners.min(axis=0)) * scale
    slack = np.array([shape[1], shape[0]]) - extent * scale
    corners = corners + slack * np.array([rng.uniform(0.2, 0.8), rng.uniform(0.2, 0.8)])
    pixels = _sized(paper.pixels, min(1.0, scale * 1.15 / PX_PER_MM))
    scene = _on_table(pixels, paper.size_mm, _corners(paper.band_mm), corners.astype(np.float32),
                      shape, rng)  # fmt: skip
    wears = tuple(name for name in ("shadow", "glare") if rng.random() < 0.25)
    seen = _through_lens(_lit(scene.pixels, rng), rng)
    for name in wears:
        seen = (_LIGHT | _SURFACE)[name](replace(scene, pixels=seen), rng, rng.uniform(0, 0.6))
    orientation = rng.choice((1, 1, 1, 3, 6, 6, 6, 8, 8, 2, 4, 5, 7))
    return Sent(_as_jpeg(seen, rng.randint(80, 94), orientation), ".jpg", (PHONE, *wears))


def _lit(pixels: Pixels, rng: Random) -> Pixels:
    height, width = pixels.shape[:2]
    knots = np.array([[rng.uniform(0.62, 1.0) for _ in range(3)] for _ in range(3)], np.float32)
    light = cv2.resize(knots, (width // 8, height // 8), interpolation=cv2.INTER_CUBIC)
    warm = rng.gauss(0, 0.05)
    gains = [np.clip(light * (1 + tint), 0.2, 1.1) for tint in (warm, 0.0, -warm)]
    whole = cv2.resize(cv2.merge(gains), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.multiply(pixels, whole, dtype=cv2.CV_8U), np.uint8)


def _through_lens(pixels: Pixels, rng: Random) -> Pixels:
    soft = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.7, 2.4))
    grain = np.random.default_rng(rng.getrandbits(63)).standard_normal((512, 512, 3), np.float32)
    tile = np.clip(grain * rng.uniform(1.0, 6.0) + 128, 0, 255).astype(np.uint8)
    height, width = pixels.shape[:2]
    spread = np.tile(tile, (height // 512 + 1, width // 512 + 1, 1))[:height, :width]
    noisy = cv2.addWeighted(soft, 1.0, spread, 1.0, -128)
    if rng.random() < 0.5:
        halo = cv2.GaussianBlur(noisy, (0, 0), 2.5)
        noisy = cv2.addWeighted(noisy, 1.5, halo, -0.5, 0)
    return np.asarray(noisy, np.uint8)

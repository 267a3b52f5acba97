"""What makes a zone hard to read? Print, surface, light, lens and file, each as strong as asked.

A wear takes a picture and gives one of the same size. Its strength goes from 0 to 1: at 1 a patient
eye still reads the lines. Sizes are in millimetres of paper, since a stroke of OCR-B has one
(0.35 mm), as the gaps between its characters have (about 0.6 mm).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of a paper."""

    pixels: Pixels
    px_per_mm: float
    band: Floats
    """4 x 2: corners of the zone in the picture, from its first character on."""


Wear = Callable[[Scene, Random, float], Pixels]


def generator(rng: Random) -> np.random.Generator:
    """Give an array generator that `rng` decides."""
    return np.random.default_rng(rng.getrandbits(63))


def spread(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Let ink run, or strokes come out thin; scene is the paper itself, at full size."""
    reach = (0.06 + 0.09 * strength) * scene.px_per_mm
    out = scene.pixels
    size = max(3, round(reach) * 2 + 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    if rng.random() < 0.6:
        grown = cv2.erode(out, kernel)
    else:
        thin = max(3, round(reach * 0.7) * 2 - 1)
        grown = cv2.dilate(out, np.ones((thin, thin), np.uint8))
        grown = cv2.addWeighted(grown, 0.75, out, 0.25, 0)
    return np.asarray(cv2.GaussianBlur(grown, (0, 0), 1.0), np.uint8)


def glare(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Reflect lamps in the lamination: pale spots over a part of the lines."""
    field = _empty(scene)
    along = _along(scene)
    for _ in range(rng.choice((1, 2, 2, 3))):
        x, y = _in_band(scene, rng.random(), rng.random())
        axes = (along * rng.uniform(0.05, 0.16), along * rng.uniform(0.03, 0.2))
        _oval(field, (x, y), axes, rng.uniform(0, 180))
    field = _soft(field, along * 0.03)
    pale = field * np.float32(0.5 + 0.33 * strength)
    return _towards(scene.pixels, 255.0, pale)


def hologram(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Lay a foil of coloured motifs over the lines."""
    height, width = scene.pixels.shape[:2]
    motif = np.zeros((height, width), np.float32)
    gap = max(12.0, scene.px_per_mm * rng.uniform(3.5, 8))
    for row in range(int(height / gap) + 1):
        for column in range(int(width / gap) + 1):
            at = (round((column + 0.5 * (row % 2)) * gap), round(row * gap))
            _stamp(motif, at, round(gap * 0.36), rng)
    motif = cv2.GaussianBlur(motif, (0, 0), 0.8)
    hue = _slow(rng, height, width, 5) * 170 + rng.uniform(0, 170)
    flat = np.stack([hue % 180, np.full_like(hue, 150), np.full_like(hue, 245)], axis=2)
    colour = cv2.cvtColor(flat.astype(np.uint8), cv2.COLOR_HSV2RGB)
    share = motif * _slow(rng, height, width, 3) * np.float32(0.42 + 0.33 * strength)
    return _towards(scene.pixels, colour.astype(np.float32), share)


def moire(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Photograph a screen: its grid of coloured points beats with that of the sensor."""
    height, width = scene.pixels.shape[:2]
    rows, columns = np.ogrid[:height, :width]
    grid = np.empty((height, width, 3), np.float32)
    angle, period = rng.uniform(0, np.pi), rng.uniform(2.1, 4.2)
    for channel in range(3):
        lean = angle + rng.uniform(-0.03, 0.03)
        turn = 2 * np.pi / (period * rng.uniform(0.98, 1.02))
        across = np.cos(lean) * columns + np.sin(lean) * rows
        down = np.cos(lean) * rows - np.sin(lean) * columns
        grid[..., channel] = np.sin(across * turn) + 0.6 * np.sin(down * turn)
    broad = 2 * np.pi / (scene.px_per_mm * rng.uniform(2, 7))
    beat = np.sin((np.cos(angle + 1) * columns + np.sin(angle + 1) * rows) * broad)
    gain = 1 + (0.07 + 0.1 * strength) * grid + (0.06 + 0.09 * strength) * beat[..., None]
    return _times(scene.pixels, (gain * 0.88).astype(np.float32))


def marks(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Draw around the zone: a box, a line under it, a ring, a note beside it."""
    out = scene.pixels.copy()
    colour = rng.choice(((210, 20, 30), (20, 60, 190), (10, 120, 40), (25, 25, 25), (250, 210, 0)))
    thick = max(1, round(scene.px_per_mm * rng.uniform(0.25, 0.8)))
    away = rng.uniform(0.3, 1.6) * (1.3 - strength) * scene.px_per_mm
    middle = scene.band.mean(axis=0)
    outwards = scene.band - middle
    grown = middle + outwards * (1 + away / np.abs(outwards).mean(axis=0))
    kind = rng.choice(("box", "box", "line", "ring", "note"))
    points = grown.astype(np.int32)
    if kind == "box":
        cv2.polylines(out, [points], True, colour, thick, cv2.LINE_AA)
    elif kind == "line":
        cv2.line(out, points[3].tolist(), points[2].tolist(), colour, thick, cv2.LINE_AA)
    elif kind == "ring":
        size = [
            float(np.linalg.norm(grown[1] - grown[0])),
            float(np.linalg.norm(grown[3] - grown[0])),
        ]
        lean = float(np.degrees(np.arctan2(*(grown[1] - grown[0])[::-1])))
        ring = (middle.tolist(), (size[0] * 1.12, size[1] * 1.9), lean)
        cv2.ellipse(out, ring, colour, thick, cv2.LINE_AA)
    else:
        at = (points[0] * 2 - points[3]).tolist()
        scale = scene.px_per_mm * rng.uniform(0.1, 0.16)
        cv2.putText(out, rng.choice(("MRZ", "zone", "line 1", "<<<", "no 12")), at,
                    cv2.FONT_HERSHEY_SIMPLEX, scale, colour, thick, cv2.LINE_AA)  # fmt: skip
        cv2.arrowedLine(out, at, points[0].tolist(), colour, thick, cv2.LINE_AA)
    return out


def shadow(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Throw shadows with an edge across the lines: a hand, a phone, fingers."""
    height, width = scene.pixels.shape[:2]
    light = np.ones((height, width), np.float32)
    along = _along(scene)
    for _ in range(rng.choice((1, 1, 2, 3))):
        x, y = _in_band(scene, rng.uniform(0.1, 0.9), rng.random())
        angle = rng.uniform(0, np.pi)
        wide = along * rng.choice((0.08, 0.2, 3.0))
        way = np.array([np.cos(angle), np.sin(angle)])
        across = np.array([-way[1], way[0]])
        ends = np.array([x, y]) + np.array(
            [-way * 9e3, way * 9e3, way * 9e3 + across * wide, -way * 9e3 + across * wide]
        )
        part = np.zeros((height, width), np.float32)
        cv2.fillConvexPoly(part, ends.astype(np.int32), 1.0)
        light *= 1 - part * np.float32(0.35 + 0.35 * strength * rng.uniform(0.6, 1))
    return _times(scene.pixels, _soft(light, along * rng.uniform(0.003, 0.02))[..., None])


def dim(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Leave little light: few levels of grey, and the noise of the sensor between them."""
    gain = 0.3 - 0.17 * strength
    sigma = (2.2 + 2.2 * strength) * rng.uniform(0.8, 1.1)
    lit = scene.pixels.astype(np.float32) * np.float32(gain) + np.float32(rng.uniform(2, 12))
    noisy = noise(lit, rng, sigma)
    if rng.random() < 0.4:  # the telephone brightens the picture, and its noise with it
        noisy = np.clip(noisy.astype(np.float32) * (0.7 / gain), 0, 255).astype(np.uint8)
    return noisy


def motion(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Move while the shutter is open."""
    length = (0.3 + 0.38 * strength) * scene.px_per_mm
    size = max(3, int(length) // 2 * 2 + 3)
    kernel = np.zeros((size * 8, size * 8), np.float32)
    angle, middle = rng.uniform(0, np.pi), size * 4
    reach = np.array([np.cos(angle), np.sin(angle)]) * length * 4
    ends = [(round(middle + s * reach[0]), round(middle + s * reach[1])) for s in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0, 8)
    kernel = cv2.resize(kernel, (size, size), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.filter2D(scene.pixels, -1, kernel / kernel.sum()), np.uint8)


def defocus(scene: Scene, rng: Random, strength: float) -> Pixels:
    """Miss the focus."""
    sigma = (0.1 + 0.14 * strength) * scene.px_per_mm
    return np.asarray(cv2.GaussianBlur(scene.pixels, (0, 0), max(0.3, sigma)), np.uint8)


def noise(lit: Floats, rng: Random, sigma: float) -> Pixels:
    """Add the noise of a sensor, a little coarser than its pixels."""
    random = generator(rng)
    height, width = lit.shape[:2]
    tile = random.standard_normal((min(height, 600), min(width, 600), 3), np.float32)
    tile = tile + 0.5 * cv2.GaussianBlur(tile, (0, 0), 0.8)
    repeats = (-(-height // tile.shape[0]), -(-width // tile.shape[1]), 1)
    grain = np.tile(tile, repeats)[:height, :width]
    return np.clip(lit + grain * np.float32(sigma), 0, 255).astype(np.uint8)


def _empty(scene: Scene) -> Floats:
    return np.zeros(scene.pixels.shape[:2], np.float32)


def _along(scene: Scene) -> float:
    """Give the length of the lines in pixels."""
    return float(np.linalg.norm(scene.band[1] - scene.band[0]))


def _in_band(scene: Scene, along: float, down: float) -> tuple[float, float]:
    top = scene.band[0] + (scene.band[1] - scene.band[0]) * along
    x, y = top + (scene.band[3] - scene.band[0]) * down
    return float(x), float(y)


def _oval(field: Floats, at: tuple[float, float], axes: tuple[float, float], turn: float) -> None:
    cv2.ellipse(field, (at, (axes[0] * 2, axes[1] * 2), turn), 1.0, -1)


def _stamp(field: Floats, at: tuple[int, int], size: int, rng: Random) -> None:
    """Stamp a ring, a star or a cross."""
    kind = rng.randrange(3)
    if kind == 0:
        cv2.circle(field, at, size, 1.0, max(1, size // 3))
    elif kind == 1:
        turns = np.arange(10) * np.pi / 5
        reach = np.where(np.arange(10) % 2, size * 0.45, size)
        points = np.stack([np.cos(turns) * reach, np.sin(turns) * reach], 1) + np.array(at)
        cv2.fillPoly(field, [points.astype(np.int32)], 1.0)
    else:
        cv2.drawMarker(field, at, 1.0, cv2.MARKER_TILTED_CROSS, size * 2, max(1, size // 3))


def _soft(field: Floats, sigma: float) -> Floats:
    """Blur widely, on a smaller field."""
    factor = max(1, int(sigma / 3))
    height, width = field.shape
    small = cv2.resize(
        field, (max(2, width // factor), max(2, height // factor)), interpolation=cv2.INTER_AREA
    )
    soft = cv2.GaussianBlur(small, (0, 0), max(0.5, sigma / factor))
    return np.asarray(cv2.resize(soft, (width, height)), np.float32)


def _slow(rng: Random, height: int, width: int, count: int) -> Floats:
    """Give a field that varies slowly, 0 to 1."""
    knots = generator(rng).random((count, count), np.float32)
    return np.clip(cv2.resize(knots, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)


def _towards(pixels: Pixels, colour: Floats | float, share: Floats) -> Pixels:
    base = pixels.astype(np.float32)
    return np.clip(base + (colour - base) * share[..., None], 0, 255).astype(np.uint8)


def _times(pixels: Pixels, gain: Floats) -> Pixels:
    return np.clip(pixels * gain, 0, 255).astype(np.uint8)

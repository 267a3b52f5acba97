"""What spoils a picture of a page, from hardly to hopelessly: graded, unlike `specimens.channels`.

Strengths are in millimetres of paper where a length is meant, because a letter has a size in
millimetres. Each takes an upright picture, the rectangle that decides (in pixels), and a strength
from 0 (nothing) to 1 (nothing can be read any more); what is in between a reader finds out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import cv2
import numpy as np

from specimens.channels.pictures import MM_PER_INCH, Picture, array_random, with_noise

Zone = tuple[int, int, int, int]
"""Left, top, right, bottom, px."""
Spoil = Callable[[Picture, Zone, float, float, Random], Picture]
"""Of a picture, the deciding zone, the pixels in a millimetre, the strength, and chance."""


def _blur(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Out of focus: a disc of up to 1.3 mm."""
    return _soft(picture, scale * 1.3 * strength)


def _motion(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Moved by up to 4.5 mm while the shutter was open."""
    length = max(1, round(4.5 * strength * scale))
    kernel = np.zeros((length, length), np.float32)
    angle = rng.uniform(0, np.pi)
    middle = (length - 1) / 2
    reach = np.array([np.cos(angle), np.sin(angle)]) * middle
    first, last = (tuple(round(v) for v in middle + side * reach) for side in (-1, 1))
    cv2.line(kernel, first, last, 1.0, 1)
    return _bounded(cv2.filter2D(picture, cv2.CV_32F, kernel / kernel.sum()))


def _glare(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Put the reflection of a lamp over the deciding zone."""
    height, width = picture.shape[:2]
    lamp = np.zeros((height // 4 + 1, width // 4 + 1), np.float32)
    left, top, right, bottom = (side // 4 for side in zone)
    axes = (max(6, round((right - left) * 0.75)), max(6, round((bottom - top) * 1.1)))
    centre = ((left + right) // 2, (top + bottom) // 2)
    cv2.ellipse(lamp, centre, axes, rng.uniform(-6, 6), 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(lamp, (0, 0), max(2.0, min(axes) * 0.15))
    light = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
    return _bounded(picture.astype(np.float32) + light[:, :, None] * 340 * strength)


def _dark(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Taken in the dark: down to 2 % of the light, below the noise of the sensor."""
    gain = 0.6 * (0.02 / 0.6) ** strength
    dim = _bounded(picture.astype(np.float32) * gain + rng.uniform(2, 6))
    return with_noise(dim, array_random(rng), rng.uniform(4, 8), grain=1.2)


def _cut(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Cut from below: from under the deciding zone, at 0, to well above it, at 1."""
    edge = round(zone[3] + (6.0 - 16.0 * strength) * scale)
    edge = min(picture.shape[0], max(round(12 * scale), edge))
    return np.ascontiguousarray(picture[:edge])


def _low_resolution(
    picture: Picture, zone: Zone, scale: float, strength: float, rng: Random
) -> Picture:
    """Reduce to 140 dots an inch, at 0, or down to 20, at 1."""
    factor = 140 * (20 / 140) ** strength / MM_PER_INCH / scale
    return _bounded(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def _screen(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Photograph it off a screen: soft, and a beat of two pixel grids over it."""
    soft = _soft(picture, scale * 0.5 * strength).astype(np.float32)
    rows, columns = np.mgrid[: picture.shape[0], : picture.shape[1]].astype(np.float32)
    for _ in range(2):
        period, angle = rng.uniform(0.35, 1.2) * scale, rng.uniform(0, np.pi)
        phase = (np.cos(angle) * columns + np.sin(angle) * rows) * (2 * np.pi / period)
        soft *= (1 - 0.45 * strength * (0.5 + 0.5 * np.sin(phase)))[:, :, None]
    return _bounded(soft)


def _noise(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Add the grain of a poor sensor, up to a deviation of 160 levels."""
    pale = _bounded(128 + (picture.astype(np.float32) - 128) * (1 - 0.6 * strength))
    return with_noise(pale, array_random(rng), 160 * strength, grain=rng.uniform(0.8, 2.0))


def _squeezed(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Reduce to 110 dots an inch and write as JPEG, down to quality 1."""
    factor = 110 / MM_PER_INCH / scale
    small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    quality = max(1, round(40 * (1 - strength)))
    _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return _bounded(cv2.imdecode(data, cv2.IMREAD_COLOR))


def _pale(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Copied by a machine without toner: print fades into the paper and its grain."""
    left = 1 - 0.985 * strength
    faded = _bounded(238 + (picture.astype(np.float32) - 238) * left)
    return with_noise(faded, array_random(rng), 5.0, grain=0.8)


def _blank(picture: Picture, zone: Zone, scale: float, strength: float, rng: Random) -> Picture:
    """Send the back of the sheet: nothing is printed there."""
    if strength < 0.5:
        return picture
    empty = np.full_like(picture, rng.randint(232, 252))
    return with_noise(empty, array_random(rng), rng.uniform(0.8, 3.0), grain=0.6)


SPOILS: Mapping[str, Spoil] = {
    "blur": _blur,
    "motion": _motion,
    "glare": _glare,
    "dark": _dark,
    "cut": _cut,
    "low_resolution": _low_resolution,
    "screen": _screen,
    "noise": _noise,
    "jpeg": _squeezed,
    "pale": _pale,
    "blank": _blank,
}


def _soft(picture: Picture, sigma: float) -> Picture:
    return _bounded(cv2.GaussianBlur(picture, (0, 0), sigma)) if sigma > 0.2 else picture


def _bounded(picture: object) -> Picture:
    return np.clip(np.asarray(picture), 0, 255).astype(np.uint8)

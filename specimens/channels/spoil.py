"""What keeps an officer from reading a picture, strong enough that the needed fields really cannot
be read.

Strengths are given in millimetres of paper, because a letter has a size in millimetres: a
machine-readable line is about 3 mm high with a pitch of 2.54 mm (ICAO 9303-3), body text about 1.8
mm high. A blur of 0.9 mm leaves neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from specimens.channels.pictures import MM_PER_INCH, Picture, array_random, with_noise

SPOILS = ("blurred", "dark", "cropped", "glare", "low_resolution")


@dataclass(frozen=True, slots=True)
class Spoil:
    """One defect of a picture, and where what decides is found."""

    name: str
    """One of `SPOILS`."""
    zone: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    """Left, top, right, bottom as fractions of the picture: what glare covers and what cropping
    cuts away.
    """


def spoil(picture: Picture, how: Spoil, px_per_mm: float, rng: Random) -> Picture:
    """Apply one defect to an upright picture of a paper, of a known scale."""
    match how.name:
        case "blurred":
            return _blurred(picture, px_per_mm, rng)
        case "dark":
            return _dark(picture, rng)
        case "cropped":
            return _cropped(picture, how.zone)
        case "glare":
            return _glare(picture, how.zone, rng)
        case "low_resolution":
            return _low_resolution(picture, px_per_mm, rng)
    raise ValueError(f"unknown defect {how.name!r}, one of {', '.join(SPOILS)}")


def _blurred(picture: Picture, px_per_mm: float, rng: Random) -> Picture:
    """Out of focus, or moved while the shutter was open."""
    sigma = rng.uniform(0.9, 1.5) * px_per_mm
    if rng.random() < 0.35:
        length = max(3, round(sigma * 4))
        kernel = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi)
        reach = np.array([np.cos(angle), np.sin(angle)]) * length / 2
        middle = length / 2
        ends = [
            tuple(int(v) for v in np.clip(middle + sign * reach, 0, length - 1)) for sign in (-1, 1)
        ]
        cv2.line(kernel, ends[0], ends[1], 1.0, max(1, round(sigma * 0.8)))
        picture = cv2.filter2D(picture, -1, kernel / kernel.sum()).astype(np.uint8)
        sigma *= 0.6
    return cv2.GaussianBlur(picture, (0, 0), sigma).astype(np.uint8)


def _dark(picture: Picture, rng: Random) -> Picture:
    """Taken in a dark room: a few grey levels are left, below the noise of the sensor."""
    gain = rng.uniform(0.03, 0.06)
    dim = cv2.convertScaleAbs(picture, alpha=gain, beta=rng.uniform(2, 6)).astype(np.uint8)
    return with_noise(dim, array_random(rng), rng.uniform(7, 11), grain=1.2)


def _cropped(picture: Picture, zone: tuple[float, float, float, float]) -> Picture:
    """Keep what is outside the deciding zone: the largest strip beside it."""
    height, width = picture.shape[:2]
    left, top, right, bottom = zone
    strips = {"above": top, "below": 1 - bottom, "left": left, "right": 1 - right}
    keep = max(strips, key=lambda side: strips[side])
    kept = {
        "above": picture[: round(top * height)],
        "below": picture[round(bottom * height) :],
        "left": picture[:, : round(left * width)],
        "right": picture[:, round(right * width) :],
    }[keep]
    return np.ascontiguousarray(kept)


def _glare(picture: Picture, zone: tuple[float, float, float, float], rng: Random) -> Picture:
    """Burn out the deciding zone with a lamp's reflection, soft at its edge."""
    height, width = picture.shape[:2]
    lamp = np.zeros((height // 4 + 1, width // 4 + 1), np.float32)
    left, top, right, bottom = (
        round(v * s) for v, s in zip(zone, (lamp.shape[1], lamp.shape[0]) * 2, strict=True)
    )
    centre = ((left + right) // 2, (top + bottom) // 2)
    # An ellipse about a rectangle is larger than it by the square root of two; the soft edge asks
    # for a little more.
    axes = (round((right - left) * 0.78), round((bottom - top) * 0.82))
    cv2.ellipse(lamp, centre, axes, rng.uniform(-4, 4), 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(lamp, (0, 0), max(2.0, min(axes) * 0.12))
    light = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
    # Far above white in the middle, so that nothing printed is left in the burnt part.
    burnt = picture.astype(np.float32) + light[:, :, None] * np.array([330, 328, 318], np.float32)
    bounded: Picture = np.clip(burnt, 0, 255).astype(np.uint8)
    return bounded


def _low_resolution(picture: Picture, px_per_mm: float, rng: Random) -> Picture:
    """Reduce to 22 to 32 dots an inch: five or six pixels a line of text with its spacing."""
    scale = rng.uniform(22, 32) / MM_PER_INCH / px_per_mm
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(
        np.uint8
    )

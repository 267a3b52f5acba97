"""A portrait that is not sent as taken: printed, then photographed, scanned, or on a screen."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from specimens.channels.pictures import array_random, smooth_field, with_noise
from specimens.channels.tables import table
from specimens.portraits.camera import Picture

_OUT = (900, 1160)
"""Width and height of the picture taken of a print; 0.776 as an ID photo, so that its shape alone
gives nothing away."""


def with_margin(portrait: Picture, share: float, level: int = 250) -> Picture:
    """A print with a white margin, `share` of its width on every side."""
    rim = round(portrait.shape[1] * share)
    return cv2.copyMakeBorder(
        portrait, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=(level, level, level)
    ).astype(np.uint8)


def _laid(
    portrait: Picture, under: Picture, fill: float, turn_deg: float, slant: float, random: Random
) -> Picture:
    """Lay a print on what is under it, `fill` of its height high, with its soft shadow."""
    high, wide = under.shape[:2]
    scale = high * fill / portrait.shape[0]
    size = (round(portrait.shape[1] * scale), round(portrait.shape[0] * scale))
    portrait = cv2.resize(portrait, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
    h, w = portrait.shape[:2]
    middle = np.array([wide / 2 + random.uniform(-0.03, 0.03) * wide, high / 2])
    angle = np.radians(turn_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    there = (corners - (w / 2, h / 2)) @ turn.T + middle
    there += np.array([[random.uniform(-slant, slant) * w for _ in range(2)] for _ in range(4)])
    matrix = cv2.getPerspectiveTransform(corners, there.astype(np.float32))
    cover = cv2.warpPerspective(np.full((h, w), 255, np.uint8), matrix, (wide, high))
    seen = cv2.warpPerspective(portrait, matrix, (wide, high), borderMode=cv2.BORDER_REPLICATE)
    part = cv2.GaussianBlur(cover, (0, 0), 0.8)[:, :, None].astype(np.float32) / 255
    shadow = cv2.GaussianBlur(np.roll(cover, (5, 4), (0, 1)), (0, 0), 5)[:, :, None] / 255 * 0.35
    dark = under.astype(np.float32) * (1 - shadow)
    return np.clip(dark * (1 - part) + seen * part, 0, 255).astype(np.uint8)


def photographed(portrait: Picture, random: Random) -> Picture:
    """A paper print on a table, taken with a phone."""
    under = table((_OUT[1], _OUT[0]), random)
    if random.random() < 0.6:
        portrait = with_margin(portrait, random.uniform(0.02, 0.07))
    laid = _laid(portrait, under, random.uniform(0.62, 0.88), random.uniform(-5, 5), 0.02, random)
    rng = array_random(random)
    light = smooth_field(rng, laid.shape[:2], 2, low=0.86, high=1.06)[:, :, None]
    return with_noise(np.clip(laid * light, 0, 255).astype(np.uint8), rng, 2.5, grain=0.7)


def scanned(portrait: Picture, random: Random) -> Picture:
    """A paper print on a scanner, part of its bed around it."""
    bed = np.full((_OUT[1], _OUT[0], 3), random.randint(238, 253), np.uint8)
    rng = array_random(random)
    laid = _laid(portrait, bed, random.uniform(0.6, 0.9), random.uniform(-3, 3), 0.0, random)
    return with_noise(laid, rng, 1.2, grain=0.5)


def margined(portrait: Picture, random: Random) -> Picture:
    """A paper print cut out exactly, its white margin left on."""
    whole = with_margin(portrait, random.uniform(0.035, 0.08), random.randint(244, 255))
    return with_noise(whole, array_random(random), 1.2, grain=0.5)


def on_screen(portrait: Picture, random: Random) -> Picture:
    """A screen that shows the portrait, photographed: two grids of pixels beat."""
    size = (_OUT[0], _OUT[1])
    shown = cv2.resize(portrait, size, interpolation=cv2.INTER_CUBIC).astype(np.float32)
    down, across = np.mgrid[: size[1], : size[0]].astype(np.float32)
    angle = np.radians(random.uniform(4, 30))
    x = across * np.cos(angle) + down * np.sin(angle)
    y = down * np.cos(angle) - across * np.sin(angle)
    pitch = random.uniform(2.6, 4.5)
    bend = 1 + 0.0006 * (down - size[1] / 2) / size[1]
    grid = 0.5 * np.sin(2 * np.pi * x / pitch * bend) + 0.5 * np.sin(2 * np.pi * y / pitch)
    lit = shown * (1 + random.uniform(0.10, 0.2) * grid[:, :, None])
    return with_noise(np.clip(lit, 0, 255).astype(np.uint8), array_random(random), 2.0, grain=0.6)


def sheet_of_four(portrait: Picture, random: Random) -> Picture:
    """Four prints of one portrait on a sheet, as booths give them."""
    gap = round(portrait.shape[1] * random.uniform(0.03, 0.09))
    one = cv2.copyMakeBorder(portrait, gap, gap, gap, gap, cv2.BORDER_CONSTANT, value=(252,) * 3)
    return with_noise(
        np.tile(one, (2, 2, 1)).astype(np.uint8), array_random(random), 1.0, grain=0.5
    )

"""What stands behind the sitter: walls that are asked for, and those that are not."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from specimens.portraits.relief import Plane

_LIGHT = (
    (206, 214, 224), (196, 208, 220), (214, 216, 218), (188, 202, 218), (222, 222, 220),
    (204, 206, 208), (220, 228, 234), (226, 220, 210),
)  # fmt: skip
_DARK = ((52, 62, 84), (70, 72, 74), (96, 70, 58), (44, 70, 60), (30, 30, 34))
_STRONG = ((206, 60, 58), (60, 120, 214), (240, 196, 60), (70, 170, 90), (226, 120, 60))


def _plain(size: tuple[int, int], colour: tuple[int, int, int]) -> Plane:
    return np.tile(np.array(colour, np.float32), (size[1], size[0], 1))


def light_wall(size: tuple[int, int], random: Random) -> Plane:
    """A plain light wall, lit a little less towards one side or the corners."""
    wall = _plain(size, random.choice(_LIGHT))
    down, across = np.mgrid[-1 : 1 : size[1] * 1j, -1 : 1 : size[0] * 1j]
    fall = random.uniform(0, 0.05)
    side = random.uniform(-0.035, 0.035)
    light = 1 - fall * (down**2 + across**2) / 2 + side * across + random.uniform(-0.03, 0) * down
    return np.clip(wall * light[:, :, None], 0, 250).astype(np.float32)


def white_wall(size: tuple[int, int], random: Random) -> Plane:
    """A wall, or a cut-out, that is pure white."""
    return _plain(size, (255, 255, 255))


def dark_wall(size: tuple[int, int], random: Random) -> Plane:
    """A plain wall that is far from light."""
    return _plain(size, random.choice(_DARK))


def coloured_wall(size: tuple[int, int], random: Random) -> Plane:
    """A plain wall of a strong colour."""
    return _plain(size, random.choice(_STRONG))


def gradient_wall(size: tuple[int, int], random: Random) -> Plane:
    """A wall that goes from light to dark: a studio's backdrop, or a lamp at one side."""
    wall = _plain(size, random.choice(_LIGHT))
    down, across = np.mgrid[0 : 1 : size[1] * 1j, 0 : 1 : size[0] * 1j]
    way = random.choice((across, 1 - across, 1 - down * 0.7, np.hypot(across - 0.5, down - 0.4)))
    return np.asarray(
        wall * (1 - random.uniform(0.5, 0.7) * way / way.max())[:, :, None], np.float32
    )


def patterned_wall(size: tuple[int, int], random: Random) -> Plane:
    """Wallpaper, tiles, a book shelf, a window with a curtain."""
    width, height = size
    down, across = np.mgrid[:height, :width].astype(np.float32)
    wall = _plain(size, random.choice(_LIGHT))
    kind = random.choice(("stripes", "tiles", "dots", "shelf", "leaves"))
    pitch = width * random.uniform(0.06, 0.14)
    if kind == "stripes":
        dark = (across % pitch) < pitch * 0.4
    elif kind == "tiles":
        dark = ((across % (pitch * 2)) < pitch * 0.15) | ((down % (pitch * 2)) < pitch * 0.15)
    elif kind == "dots":
        dark = np.hypot(across % pitch - pitch / 2, down % pitch - pitch / 2) < pitch * 0.25
    elif kind == "shelf":
        return _shelf(size, random)
    else:
        rng = np.random.default_rng(random.getrandbits(32))
        field = cv2.GaussianBlur(rng.standard_normal((height, width)), (0, 0), width * 0.025)
        dark = field > field.std() * 0.4
    tone = np.array(random.choice(_DARK + _STRONG), np.float32)
    strength = random.uniform(0.45, 0.9)
    return np.where(dark[:, :, None], wall * (1 - strength) + tone * strength, wall).astype(
        np.float32
    )


def _shelf(size: tuple[int, int], random: Random) -> Plane:
    wall = _plain(size, (120, 90, 64))
    width, height = size
    for row in range(4):
        bottom, x = round(height * (row + 1) / 4), 0
        while x < width:
            wide, high = random.randint(width // 30, width // 14), random.uniform(0.15, 0.23)
            tone = [
                channel * random.uniform(0.6, 1.0) for channel in random.choice(_STRONG + _LIGHT)
            ]
            wall[round(bottom - height * high) : bottom - 8, x : x + wide - 3] = tone
            x += wide
    return wall

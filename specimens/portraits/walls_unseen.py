"""Walls that are not plain, others than in `walls`: kept for measuring, nothing is set by them."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from specimens.portraits.relief import Plane


def _bricks(size: tuple[int, int], random: Random) -> Plane:
    width, height = size
    down, across = np.mgrid[:height, :width].astype(np.float32)
    high = height * random.uniform(0.04, 0.07)
    shifted = across + (down // high % 2) * high * 1.2
    joint = ((down % high) < high * 0.14) | ((shifted % (high * 2.4)) < high * 0.14)
    rng = np.random.default_rng(random.getrandbits(32))
    tones = rng.uniform(0.8, 1.15, 4096)[
        ((down // high) * 37 + shifted // (high * 2.4)).astype(int) % 4096
    ]
    brick = np.array(random.choice(((150, 82, 64), (170, 130, 100))), np.float32)
    return np.where(joint[:, :, None], 190.0, brick * tones[:, :, None]).astype(np.float32)


def _curtain(size: tuple[int, int], random: Random) -> Plane:
    across = np.linspace(0, random.uniform(14, 30), size[0], dtype=np.float32)
    folds = 0.72 + 0.28 * np.sin(2 * np.pi * (across + 0.4 * np.sin(across * 1.7)))
    tone = np.array(random.choice(((204, 196, 180), (180, 190, 204), (190, 120, 110))), np.float32)
    return np.tile(folds[None, :, None] * tone, (size[1], 1, 1)).astype(np.float32)


def _street(size: tuple[int, int], random: Random) -> Plane:
    wall = np.tile(np.array((150, 180, 214), np.float32), (size[1], size[0], 1))
    x = 0
    while x < size[0]:
        wide, top = random.randint(size[0] // 7, size[0] // 3), random.uniform(0.05, 0.35)
        wall[round(size[1] * top) :, x : x + wide] = [random.uniform(70, 190) for _ in range(3)]
        for row in np.arange(top + 0.05, 1, 0.09):
            for column in range(x + wide // 8, x + wide - wide // 6, max(8, wide // 4)):
                y = round(row * size[1])
                wall[y : y + size[1] // 24, column : column + wide // 9] = (58, 66, 78)
        x += wide
    return cv2.GaussianBlur(wall, (0, 0), size[0] * random.uniform(0.002, 0.008))


def _room_corner(size: tuple[int, int], random: Random) -> Plane:
    """Two plain walls and a door frame: light, but not plain."""
    wall = np.tile(np.array((216, 214, 208), np.float32), (size[1], size[0], 1))
    edge = round(size[0] * random.choice((0.12, 0.2, 0.8, 0.88)))
    wall[:, edge:] *= 0.68
    post = max(4, size[0] // 40)
    wall[:, edge : edge + post] = (110, 84, 60)
    wall[: size[1] // 5, : size[0] // 2] = (240, 236, 200)
    return wall


def patterned_wall(size: tuple[int, int], random: Random) -> Plane:
    """A background that is not plain."""
    return random.choice((_bricks, _curtain, _street, _room_corner))(size, random)

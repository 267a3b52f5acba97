"""What lies under a paper that is photographed: wood, cloth, stone, a plain desk, a bed cover."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from specimens.channels.pictures import Picture, array_random, smooth_field, with_noise

_WOODS = ((122, 84, 52), (168, 128, 88), (88, 58, 38), (196, 160, 118))
_CLOTHS = ((70, 82, 112), (128, 44, 50), (92, 104, 88), (176, 172, 164), (38, 40, 48))
_STONES = ((200, 198, 192), (120, 122, 126), (226, 220, 208), (60, 62, 66))
_DESKS = ((214, 212, 208), (44, 46, 50), (150, 150, 152), (186, 150, 112))
_REDUCED = 4
"""Textures are drawn this many times smaller, then enlarged: a table is out of the plane of focus
anyhow.
"""


def table(shape: tuple[int, int], rng: Random) -> Picture:
    """Draw a table of a shape (height, width)."""
    small = (shape[0] // _REDUCED + 2, shape[1] // _REDUCED + 2)
    drawn = rng.choice((_wood, _wood, _cloth, _stone, _desk))(small, rng)
    bounded = np.clip(drawn, 0, 255).astype(np.uint8)
    whole = cv2.resize(bounded, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR).astype(
        np.uint8
    )
    return with_noise(whole, array_random(rng), rng.uniform(1.0, 4.0), grain=1.5)


def _tinted(rng: Random, colours: tuple[tuple[int, int, int], ...]) -> npt.NDArray[np.float32]:
    colour = rng.choice(colours)
    return np.array([channel * rng.uniform(0.9, 1.1) for channel in colour], np.float32)


def _wood(shape: tuple[int, int], rng: Random) -> npt.NDArray[np.float32]:
    """Veins: stripes of a random rhythm, bent by a smooth field, with plank joints."""
    random = array_random(rng)
    bend = smooth_field(random, shape, 3, low=-28, high=28)
    rows = np.arange(shape[0], dtype=np.float32)[:, None] + bend
    veins = random.random(4096, dtype=np.float32)
    fine = cv2.GaussianBlur(veins[None, :], (0, 0), rng.uniform(1.0, 3.0)).ravel()
    broad = cv2.GaussianBlur(veins[None, :], (0, 0), rng.uniform(8.0, 20.0)).ravel()
    index = np.clip(rows + 600, 0, 4095).astype(np.int32)
    light = 1 + 0.5 * (fine[index] - 0.5) + 1.2 * (broad[index] - 0.5)
    plank = rng.randint(120, 400)
    light[(np.arange(shape[0]) + rng.randint(0, plank)) % plank < 2] *= 0.45
    if rng.random() < 0.5:
        light = np.ascontiguousarray(np.rot90(light))
        light = cv2.resize(light, (shape[1], shape[0])).astype(np.float32)
    coloured: npt.NDArray[np.float32] = light[:, :, None] * _tinted(rng, _WOODS)
    return coloured


def _cloth(shape: tuple[int, int], rng: Random) -> npt.NDArray[np.float32]:
    """Warp and weft, with folds."""
    folds = smooth_field(array_random(rng), shape, rng.randint(3, 7), low=0.7, high=1.15)
    pitch = rng.uniform(2.5, 6.0)
    columns = np.sin(np.arange(shape[1], dtype=np.float32) * 2 * np.pi / pitch)
    rows = np.sin(np.arange(shape[0], dtype=np.float32) * 2 * np.pi / pitch)
    weave = 1 + 0.08 * (columns[None, :] + rows[:, None])
    coloured: npt.NDArray[np.float32] = (folds * weave)[:, :, None] * _tinted(rng, _CLOTHS)
    return coloured


def _stone(shape: tuple[int, int], rng: Random) -> npt.NDArray[np.float32]:
    """Speckles of several sizes."""
    random = array_random(rng)
    light = np.ones(shape, np.float32)
    for cells, depth in ((4, 0.10), (24, 0.12), (120, 0.18)):
        light += smooth_field(random, shape, cells, low=-depth, high=depth)
    return light[:, :, None] * _tinted(rng, _STONES)


def _desk(shape: tuple[int, int], rng: Random) -> npt.NDArray[np.float32]:
    """A plain surface, unevenly lit."""
    light = smooth_field(array_random(rng), shape, 2, low=0.9, high=1.08)
    return light[:, :, None] * _tinted(rng, _DESKS)

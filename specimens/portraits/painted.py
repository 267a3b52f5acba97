"""The style `painted`: soft ellipses, as on the passports, in the proportions of people."""

from __future__ import annotations

from random import Random

import numpy as np
from PIL import Image

from specimens.faces import Features, paint_face
from specimens.portraits.look import Look, Shot
from specimens.portraits.relief import BOTTOM, LEFT, RIGHT, TOP, Plane


def draw_head(look: Look, shot: Shot, unit_px: float, random: Random) -> tuple[Plane, Plane]:
    """Draw a head from the front: colour H x W x 3, 0 to 255, and its cover, 0 to 1."""
    size = (round((RIGHT - LEFT) * unit_px), round((BOTTOM - TOP) * unit_px))
    on = [Image.new("RGB", size, (level,) * 3) for level in (0, 255)]
    for picture in on:
        paint_face(picture, _features(look), (-LEFT * unit_px, -TOP * unit_px), unit_px * 0.965)
    dark, bright = (np.asarray(picture, np.float32) for picture in on)
    cover = np.clip(1 - (bright - dark).mean(axis=2) / 255, 0, 1)
    colour = dark / np.maximum(cover, 0.05)[:, :, None]
    side = shot.light_from * shot.contrast_of_light * 0.8
    across = np.linspace(LEFT, RIGHT, size[0], dtype=np.float32)
    light = np.clip(1 + side * across, 0.2, 1.6)[None, :, None]
    return np.clip(colour * light, 0, 255).astype(np.float32), cover.astype(np.float32)


def _features(look: Look) -> Features:
    return Features(
        skin=look.skin,
        hair=look.hair,
        iris=look.iris,
        clothes=look.clothes,
        width=look.breadth,
        jaw=0.84 * look.jaw,
        eyes_apart=look.eyes_apart / 2,
        eye_width=0.058,
        brow=look.brow,
        nose=look.nose * 0.62,
        mouth=look.mouth,
        long_hair=look.hairdo in ("long", "scarf"),
        bald=0.02 if look.hairdo == "bald" else 0.0,
        beard=look.beard * 0.7,
        glasses=look.glasses,
    )

"""ID photos in order, and one with each fault that sends a photo back.

`draw_kind` draws one of `KINDS` in a style of drawing, seen or kept for measuring; `EXPECTED` says
which rule a fault breaks. A fault is drawn as clearly as an officer would reject it for: what lies
between (a face of 66 %, a head 8 degrees askew) is neither in order nor a fault here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np

from specimens.portraits import camera, prints, styles_unseen, walls, walls_unseen
from specimens.portraits.camera import DrawHead, Picture
from specimens.portraits.look import Look, Shot, draw_look
from specimens.portraits.relief import Plane

SIZES = ((413, 531), (413, 531), (496, 638), (620, 797))


@dataclass(frozen=True, slots=True)
class Studio:
    """Everything chance decided before the fault."""

    look: Look
    shot: Shot
    draw_head: DrawHead
    wall: Plane
    random: Random
    unseen: bool

    def take(
        self, shot: Shot | None = None, wall: Plane | None = None, shadow: float = 0
    ) -> Picture:
        shot = shot or self.shot
        if wall is None:
            wall = self.wall
        if wall.shape[:2] != (shot.size_px[1], shot.size_px[0]):
            wall = cv2.resize(wall, shot.size_px)
        return camera.take(self.look, shot, wall, self.random, self.draw_head, shadow=shadow)


def _signed(random: Random, low: float, high: float) -> float:
    return random.choice((-1, 1)) * random.uniform(low, high)


def _graded(picture: Picture, factor: float, lift: float = 0.0) -> Picture:
    return np.clip(picture.astype(np.float32) * factor + lift, 0, 255).astype(np.uint8)


def _small(s: Studio) -> Picture:
    return s.take(replace(s.shot, face=s.random.uniform(0.30, 0.52)))


def _large(s: Studio) -> Picture:
    return s.take(replace(s.shot, face=s.random.uniform(0.97, 1.12)))


def _tilted(s: Studio) -> Picture:
    return s.take(replace(s.shot, tilt_deg=_signed(s.random, 14, 32)))


def _turned(s: Studio) -> Picture:
    return s.take(replace(s.shot, turn_deg=_signed(s.random, 25, 42)))


def _off_centre(s: Studio) -> Picture:
    return s.take(replace(s.shot, face=s.random.uniform(0.70, 0.74),
                          across=0.5 + _signed(s.random, 0.17, 0.22)))  # fmt: skip


def _two_people(s: Studio) -> Picture:
    both = []
    for across in (0.27, 0.73):
        shot = replace(s.shot, face=s.random.uniform(0.36, 0.46), across=across, above=0.5)
        look = s.look if across < 0.5 else draw_look(s.random)
        both.append(camera.sitter(look, shot, s.random, s.draw_head))
    return camera.compose(both, s.shot, s.wall, s.random)


def _no_face(s: Studio) -> Picture:
    wall = walls.patterned_wall(s.shot.size_px, s.random)
    return camera.compose([], s.shot, wall, s.random)


def _patterned(s: Studio) -> Picture:
    paper = walls_unseen.patterned_wall if s.unseen else walls.patterned_wall
    return s.take(wall=paper(s.shot.size_px, s.random))


def _dim(s: Studio) -> Picture:
    return _graded(s.take(), s.random.uniform(0.18, 0.36))


def _burnt(s: Studio) -> Picture:
    """Burn out the face itself: of a dark skin it takes more light."""
    picture = s.take()
    skin = sum(part * channel for part, channel in zip((0.3, 0.59, 0.11), s.look.skin, strict=True))
    return _graded(picture, 255 / skin * s.random.uniform(1.3, 1.8), 20)


def _half_lit(s: Studio) -> Picture:
    picture = s.take(replace(s.shot, contrast_of_light=0.3)).astype(np.float32)
    across = np.linspace(-1, 1, picture.shape[1], dtype=np.float32)
    edge = 1 / (1 + np.exp(-across * 9 * s.random.choice((-1, 1))))
    dark = s.random.uniform(0.22, 0.38)
    return np.clip(picture * (dark + (1 - dark) * edge)[None, :, None], 0, 255).astype(np.uint8)


def _blurred(s: Studio) -> Picture:
    sharp = s.take()
    sigma = sharp.shape[0] * s.shot.face * 0.28 * s.random.uniform(0.055, 0.11)
    return cv2.GaussianBlur(sharp, (0, 0), sigma).astype(np.uint8)


def _moved(s: Studio) -> Picture:
    sharp = s.take()
    length = max(3, round(sharp.shape[0] * s.shot.face * 0.28 * s.random.uniform(0.22, 0.40)))
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1 / length
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5,) * 2, s.random.uniform(0, 180), 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return cv2.filter2D(sharp, -1, kernel / kernel.sum()).astype(np.uint8)


def _landscape(s: Studio) -> Picture:
    height = s.shot.size_px[1]
    return s.take(replace(s.shot, size_px=(round(height * s.random.uniform(1.0, 1.4)), height)))


def _few_pixels(s: Studio) -> Picture:
    width = s.random.randint(110, 225)
    return cv2.resize(s.take(), (width, round(width * 45 / 35)), interpolation=cv2.INTER_AREA)


_Draw = Callable[[Studio], Picture]
_FAULTS: Mapping[str, tuple[_Draw, str]] = {
    "small_face": (_small, "photo.face_size"),
    "large_face": (_large, "photo.face_size"),
    "tilted": (_tilted, "photo.pose"),
    "turned": (_turned, "photo.pose"),
    "off_centre": (_off_centre, "photo.centred"),
    "two_people": (_two_people, "photo.face_count"),
    "no_face": (_no_face, "photo.face_count"),
    "sheet_of_four": (lambda s: prints.sheet_of_four(s.take(), s.random), "photo.face_count"),
    "white_background": (
        lambda s: s.take(wall=walls.white_wall(s.shot.size_px, s.random)),
        "photo.white_background",
    ),
    "dark_background": (
        lambda s: s.take(wall=walls.dark_wall(s.shot.size_px, s.random)),
        "photo.background",
    ),
    "coloured_background": (
        lambda s: s.take(wall=walls.coloured_wall(s.shot.size_px, s.random)),
        "photo.background",
    ),
    "gradient_background": (
        lambda s: s.take(wall=walls.gradient_wall(s.shot.size_px, s.random)),
        "photo.background",
    ),
    "patterned_background": (_patterned, "photo.background"),
    "shadow_on_wall": (lambda s: s.take(shadow=s.random.uniform(0.4, 0.65)), "photo.background"),
    "underexposed": (_dim, "photo.exposure"),
    "overexposed": (_burnt, "photo.exposure"),
    "half_lit": (_half_lit, "photo.exposure"),
    "blurred": (_blurred, "photo.sharpness"),
    "moved": (_moved, "photo.sharpness"),
    "landscape": (_landscape, "photo.dimensions"),
    "few_pixels": (_few_pixels, "photo.dimensions"),
    "photo_of_print": (lambda s: prints.photographed(s.take(), s.random), "photo.reproduction"),
    "scan_of_print": (lambda s: prints.scanned(s.take(), s.random), "photo.reproduction"),
    "print_with_margin": (lambda s: prints.margined(s.take(), s.random), "photo.reproduction"),
    "photo_of_screen": (lambda s: prints.on_screen(s.take(), s.random), "photo.reproduction"),
}
EXPECTED: Mapping[str, str] = {name: rule for name, (_, rule) in _FAULTS.items()}
GOOD = "good"
KINDS: tuple[str, ...] = (GOOD, *EXPECTED)


def _studio(random: Random, look: Look | None, *, unseen: bool, style: str | None = None) -> Studio:
    size = random.choice(SIZES)
    shot = Shot(
        size_px=size,
        face=random.uniform(0.71, 0.79),
        across=0.5 + random.uniform(-0.02, 0.02),
        above=random.uniform(0.34, 0.48),
        tilt_deg=random.gauss(0, 1.2),
        turn_deg=random.gauss(0, 1.5),
        light_from=random.uniform(-0.5, 0.5),
        contrast_of_light=random.uniform(0.15, 0.4),
    )
    draw_head = (
        styles_unseen.draw_head
        if unseen
        else camera.STYLES[style or random.choice(sorted(camera.STYLES))]
    )
    wall = walls.light_wall(size, random)
    return Studio(look or draw_look(random), shot, draw_head, wall, random, unseen)


def draw_kind(
    kind: str,
    random: Random,
    look: Look | None = None,
    *,
    unseen: bool = False,
    style: str | None = None,
) -> Picture:
    """Draw a photo of a kind, RGB uint8; with `unseen`, in the style kept for measuring."""
    studio = _studio(random, look, unseen=unseen, style=style)
    return studio.take() if kind == GOOD else _FAULTS[kind][0](studio)

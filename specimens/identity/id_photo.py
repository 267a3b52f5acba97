"""The identity photograph, good or with one of the faults that send it back.

35 × 45 mm, the face 32 to 36 mm from chin to crown on a plain light ground (ISO/IEC 19794-5:2005,
arrêté of 5 February 2009 on identity photographs).
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PIL.Image import Image

from specimens.canvas import Sheet
from specimens.faces import (
    ID_PHOTO_PX,
    draw_no_face,
    draw_portrait,
    draw_two_faces,
    features_of,
)
from specimens.identity.layout import whom
from specimens.model import PageTruth, Paper, Person, Template, Wish

_PORTRAIT, _LANDSCAPE = (35.0, 45.0), (45.0, 35.0)
_DIM = 0.28
_FACE = (0.71, 0.77)


def _good(person: Person, random: Random) -> Image:
    return draw_portrait(random, features_of(person), face=random.uniform(*_FACE))


def _white(person: Person, random: Random) -> Image:
    white = (255, 255, 255)
    return draw_portrait(random, features_of(person), face=random.uniform(*_FACE), background=white)


def _small(person: Person, random: Random) -> Image:
    return draw_portrait(random, features_of(person), face=random.uniform(0.32, 0.42))


def _dark(person: Person, random: Random) -> Image:
    return _good(person, random).point([int(value * _DIM) for value in range(256)] * 3)


def _landscape(person: Person, random: Random) -> Image:
    size = (ID_PHOTO_PX[1], ID_PHOTO_PX[0])
    return draw_portrait(random, features_of(person), size, face=0.7)


_PICTURES: dict[str, Callable[[Person, Random], Image]] = {
    "good": _good,
    "two_faces": lambda person, random: draw_two_faces(random, features_of(person)),
    "no_face": lambda person, random: draw_no_face(random),
    "white_background": _white,
    "small_face": _small,
    "dark": _dark,
    "landscape": _landscape,
}
VARIANTS = tuple(_PICTURES)
"""The first is what an empty wish gives."""


def draw_picture(person: Person, random: Random, variant: str = "good") -> Image:
    """The photograph itself, RGB at 300 dots per inch, for papers that are JPEG files."""
    return _PICTURES[variant](person, random)


def _draw(person: Person, random: Random, wish: Wish) -> Paper:
    variant = wish.variant or "good"
    size = _LANDSCAPE if variant == "landscape" else _PORTRAIT
    sheet = Sheet(*size)
    picture = draw_picture(whom(person, wish), random, variant)
    sheet.image(0, 0, *size, picture, photo=True)
    page = PageTruth("id_photo", "whole", {}, variant=variant)
    return Paper("id_photo", "id_photo", sheet.finish(), (page,), size)


TEMPLATES = (Template("id_photo", "id_photo", _draw, VARIANTS),)

"""The identity photograph, good or with one of the faults that send it back.

35 × 45 mm, the face 32 to 36 mm from chin to crown on a plain light ground (ISO/IEC 19794-5:2005,
arrêté of 5 February 2009 on identity photographs). Drawn by `specimens.portraits`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from PIL import Image

from specimens.canvas import Sheet
from specimens.faces import features_of
from specimens.identity.layout import whom
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.portraits.kinds import draw_kind
from specimens.portraits.look import Look, draw_look

_PORTRAIT, _LANDSCAPE = (35.0, 45.0), (45.0, 35.0)
_KINDS: Mapping[str, str] = {
    "good": "good",
    "two_faces": "two_people",
    "no_face": "no_face",
    "white_background": "white_background",
    "small_face": "small_face",
    "dark": "underexposed",
    "landscape": "landscape",
}
VARIANTS = tuple(_KINDS)
"""The first is what an empty wish gives."""


def look_of(person: Person) -> Look:
    """The same sitter on every photo of a person, in the colours of the portraits on the papers."""
    key = f"{person.surname}|{person.given_names}|{person.birth_date}"
    painted = features_of(person)
    look = draw_look(Random(key), person.sex)
    return replace(look, skin=painted.skin, hair=painted.hair, iris=painted.iris)


def draw_picture(person: Person, random: Random, variant: str = "good") -> Image.Image:
    """The photograph itself, RGB, for papers that are JPEG files."""
    return Image.fromarray(draw_kind(_KINDS[variant], random, look_of(person)))


def _draw(person: Person, random: Random, wish: Wish) -> Paper:
    variant = wish.variant or "good"
    size = _LANDSCAPE if variant == "landscape" else _PORTRAIT
    sheet = Sheet(*size)
    picture = draw_picture(whom(person, wish), random, variant)
    sheet.image(0, 0, *size, picture, photo=True)
    page = PageTruth("id_photo", "whole", {}, variant=variant)
    return Paper("id_photo", "id_photo", sheet.finish(), (page,), size)


TEMPLATES = (Template("id_photo", "id_photo", _draw, VARIANTS),)

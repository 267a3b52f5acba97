"""Pale labels beside dark values: brought to one blackness, so that both can be read."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout
from docscheck.pages.faintness import darkened, has_pale_print
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster

_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_ROWS = (("Date of entry", "14 02 2031"), ("Place of work", "GRENOBLE"), ("Number", "7731 204"))
_DARK, _PALE = 40, 165


def _card(pale: int = _PALE) -> Raster:
    picture = Image.new("L", (600, 260), 250)
    draw = ImageDraw.Draw(picture)
    for number, (label, value) in enumerate(_ROWS):
        top = 20 + 75 * number
        draw.text((40, top), label, pale, ImageFont.truetype(_FONT, 12))
        draw.text((40, top + 18), value, _DARK, ImageFont.truetype(_FONT, 19))
    return Raster(np.asarray(picture, dtype=np.uint8))


def _read(raster: Raster) -> str:
    return load_engine().read(raster, page=1, layout=Layout.PAGE).text


def test_labels_and_values_are_read_together() -> None:
    card = _card()
    text = _read(darkened(card, find_ink(card)))
    for label, value in _ROWS:
        assert label in text
        assert value in text


def test_all_print_comes_to_one_blackness() -> None:
    card = _card()
    dark = darkened(card, find_ink(card)).pixels
    factor = dark.shape[0] / 260
    label, value = (dark[round(a * factor) : round(b * factor)] for a, b in ((20, 34), (39, 58)))
    assert abs(int(label.min()) - int(value.min())) <= 120


def test_pale_print_is_told_from_print_of_one_blackness() -> None:
    card = _card()
    assert has_pale_print(card, find_ink(card))
    even = _card(pale=80)
    assert not has_pale_print(even, find_ink(even))
    empty = Raster(np.full((300, 400), 245, np.uint8))
    assert not has_pale_print(empty, find_ink(empty))


def test_print_of_one_blackness_stays_as_it_is() -> None:
    card = _card(pale=_DARK)
    text = _read(darkened(card, find_ink(card)))
    for label, value in _ROWS:
        assert label in text
        assert value in text

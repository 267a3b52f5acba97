"""Rules are painted over; letters, pictures and big titles stay."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docscheck.pages.interface import Raster
from docscheck.pages.ruling import without_rules

SIZE = (1240, 1754)


def page(*, ruled: bool, paper: int = 240) -> np.ndarray:
    sheet = Image.new("L", SIZE, paper)
    pen = ImageDraw.Draw(sheet)
    for row in range(8):
        top = 300 + 60 * row
        if ruled:
            pen.rectangle((150, top, 1090, top + 60), outline=60, width=2)
            pen.line((520, top, 520, top + 60), fill=60, width=2)
        text = ImageFont.truetype("LiberationSans-Regular.ttf", 24)
        pen.text((170, top + 16), "NOM DE NAISSANCE", 30, text)
        pen.text((540, top + 16), f"CONCEIÇÃO DA SILVA {row}", 30, text)
    title = ImageFont.truetype("LiberationSans-Bold.ttf", 60)
    pen.text((150, 150), "TITRE EN FETE", 20, title)
    return np.asarray(sheet, dtype=np.uint8)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.mean(np.abs(one.astype(int) - other.astype(int)) > 40))


def test_a_page_without_rules_stays_as_it_is() -> None:
    plain = page(ruled=False)
    assert difference(without_rules(Raster(plain, 150)).pixels, plain) < 0.0002


def test_boxes_vanish_and_their_words_stay() -> None:
    ruled, plain = page(ruled=True), page(ruled=False)
    assert difference(ruled, plain) > 0.01
    assert difference(without_rules(Raster(ruled, 150)).pixels, plain) < 0.001


def test_rules_on_grey_paper_take_its_tone() -> None:
    ruled, plain = page(ruled=True, paper=150), page(ruled=False, paper=150)
    assert difference(without_rules(Raster(ruled, 150)).pixels, plain) < 0.001


def test_a_dark_field_is_no_rule() -> None:
    field = np.full((600, 800), 235, np.uint8)
    field[200:400, 100:700] = 40
    assert difference(without_rules(Raster(field, 150)).pixels, field) < 0.001


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("start", [0, 7, 19, 20, 533, 1139, 1201, 1208])
def test_a_rule_is_found_wherever_it_begins(start: int, *, upright: bool) -> None:
    """Rows are sieved by cells: no place of a rule may fall between them, the edges included."""
    shortest = round(0.035 * SIZE[1])
    sheet = np.full((SIZE[1], SIZE[0]), 240, np.uint8)
    sheet[700:702, start : start + shortest] = 60
    if upright:
        sheet = np.ascontiguousarray(sheet[: SIZE[0]].T)
    assert not (without_rules(Raster(sheet, 150)).pixels < 200).any()


@pytest.mark.parametrize("start", [40, 533, 1100])
def test_a_shorter_line_stays(start: int) -> None:
    sheet = np.full((SIZE[1], SIZE[0]), 240, np.uint8)
    sheet[700:702, start : start + 50] = 60
    assert (without_rules(Raster(sheet, 150)).pixels == sheet).all()

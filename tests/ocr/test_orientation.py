"""Which way is up: letters, a reading both ways, pages that do not tell."""

from __future__ import annotations

import numpy as np
import pytest

from docscheck.document import PageText, Source
from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout
from docscheck.ocr.none import NoEngine
from docscheck.ocr.orientation import Turn, find_turn
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from docscheck.pages.skew import find_direction
from tests.pages.drawn import scanned


class CountingEngine:
    """Reads nothing and counts how often it was asked."""

    name = "counting"

    def __init__(self) -> None:
        self.calls = 0

    def version(self) -> str:
        return "counting"

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        self.calls += 1
        return PageText(page, (), Source.OCR, "counting")


def test_the_noise_of_a_dark_photo_is_not_read_four_ways() -> None:
    engine = CountingEngine()
    noise = np.random.default_rng(0).normal(10, 6, (1754, 1240))
    dark = Raster(np.clip(noise, 0, 255).astype(np.uint8))
    assert find_turn(dark, engine) == Turn(0, False)
    assert engine.calls == 0


@pytest.mark.parametrize("skew", [0.0, -3.0, 8.0])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_letters_alone_tell_the_turn_of_a_scan(turned: int, skew: float) -> None:
    engine = CountingEngine()
    raster = Raster(scanned(150, skew=skew)).turned(turned)
    assert find_turn(raster, engine) == Turn(-turned % 360, True)
    assert engine.calls == 0


def capitals() -> Raster:
    """Five lines in capitals, whose shapes do not tell up from down."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 26)
    image = Image.new("L", (1000, 700), 250)
    for row in range(5):
        words = ["RELEVE D IDENTITE BANCAIRE", "TITULAIRE DU COMPTE", "DOMICILIATION PARIS"]
        ImageDraw.Draw(image).text((80, 80 + 90 * row), words[row % 3], font=font, fill=20)
    return Raster(np.asarray(image))


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_capitals_are_read_to_tell_up_from_down(turned: int) -> None:
    assert find_direction(find_ink(capitals())).turn_deg is None
    assert find_turn(capitals().turned(turned), load_engine()) == Turn(-turned % 360, True)


def test_page_that_tells_nothing_is_left_as_it_came() -> None:
    blank = Raster(np.full((800, 600), 245, np.uint8))
    assert find_turn(blank, NoEngine()) == Turn(0, False)
    assert find_turn(capitals(), NoEngine()) == Turn(0, False)

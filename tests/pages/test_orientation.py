"""Which way is up, and the flat surface for a reader: scans, photos, pages that do not tell."""

from __future__ import annotations

import difflib

import numpy as np
import pytest

from docscheck.document import Box, Origin, PageText, Source
from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout
from docscheck.ocr.none import NoEngine
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from docscheck.pages.orientation import Turn, find_turn
from docscheck.pages.skew import find_direction
from docscheck.pages.straighten import even_light, find_sheet
from docscheck.pages.surface import lay_flat
from tests.pages.drawn import TITLE, drawn, paper, photo, scanned, words_of


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


@pytest.mark.parametrize(("tilt", "table"), [(6, 90), (-12, 90), (3, 30), (6, 140)])
def test_sheet_on_a_table_is_found_and_read_like_a_scan(tilt: float, table: int) -> None:
    raster = Raster(photo(tilt, table))
    surface = lay_flat(raster, Origin.PHOTO)
    assert surface.sheet is not None
    assert surface.sheet.leaves_frame == ()
    text = load_engine().read(surface.raster, page=1, layout=Layout.BLOCK)
    same = difflib.SequenceMatcher(None, words_of(paper()), text.text.split(), autojunk=False)
    assert same.ratio() > 0.95
    title = surface.text_on_page(text).lines[0]
    assert title.text == TITLE
    assert find_ink(raster.crop(title.box)).share > 0.05


@pytest.mark.parametrize(
    "pixels",
    [scanned(150), np.random.default_rng(0).integers(0, 255, (900, 700)).astype(np.uint8)],
    ids=["scan", "texture"],
)
def test_no_sheet_is_invented(pixels: np.ndarray) -> None:
    assert find_sheet(Raster(pixels)) is None


def test_level_scan_is_its_own_surface() -> None:
    raster = Raster(scanned(150, skew=0.8))
    surface = lay_flat(raster, Origin.SCAN)
    assert surface.raster is raster
    box = Box(0.1, 0.2, 0.3, 0.4)
    assert surface.on_page(box) == box


def test_askew_scan_is_levelled_and_boxes_find_back() -> None:
    raster = Raster(scanned(150, skew=7))
    surface = lay_flat(raster, Origin.SCAN)
    assert surface.skew_deg == pytest.approx(7, abs=0.2)
    assert surface.on_page(Box(0.45, 0.45, 0.55, 0.55)).left == pytest.approx(0.44, abs=0.02)
    title = load_engine().read(surface.raster, page=1).lines[0]
    assert title.text == TITLE
    box = surface.on_page(title.box)
    assert (box.top + box.bottom) / 2 == pytest.approx(0.054, abs=0.02)


def test_even_light_leaves_even_pages_alone_and_lifts_shadows() -> None:
    even = Raster(scanned(150))
    assert even_light(even) is even
    light = np.linspace(0.4, 1.0, 1240)
    shadowed = even_light(Raster((drawn() * light).astype(np.uint8))).pixels
    assert np.percentile(shadowed[:, :100], 90) > 200

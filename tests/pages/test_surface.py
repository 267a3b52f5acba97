"""The flat surface for a reader: sheets on photos, level lines, even light, and the way back."""

from __future__ import annotations

import difflib

import numpy as np
import pytest

from docscheck.document import Box, Origin
from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from docscheck.pages.straighten import even_light, find_sheet
from docscheck.pages.surface import lay_flat
from tests.pages.drawn import TITLE, drawn, paper, photo, scanned, words_of


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


def test_a_phones_scan_in_half_shadow_is_lit_evenly_and_a_dark_bar_is_left() -> None:
    page = scanned(150).astype(np.float64)
    down = np.linspace(0, 1, page.shape[0])[:, None]
    shadow = 1 - 0.55 / (1 + np.exp(-(down - 0.4) / 0.06))
    lit = lay_flat(Raster((page * shadow).astype(np.uint8)), Origin.SCAN).raster.pixels
    assert abs(float(np.median(lit[:300])) - float(np.median(lit[-300:]))) < 12
    slope = scanned(150) * np.linspace(1, 0.75, scanned(150).shape[1])
    lit = lay_flat(Raster(slope.astype(np.uint8)), Origin.SCAN).raster.pixels
    assert abs(float(np.median(lit[:, :150])) - float(np.median(lit[:, -150:]))) < 12
    bar = scanned(150).copy()
    bar[:, :420] //= 3
    raster = Raster(bar)
    assert lay_flat(raster, Origin.SCAN).raster is raster


def test_even_light_leaves_even_pages_alone_and_lifts_shadows() -> None:
    even = Raster(scanned(150))
    assert even_light(even) is even
    light = np.linspace(0.4, 1.0, 1240)
    shadowed = even_light(Raster((drawn() * light).astype(np.uint8))).pixels
    assert np.percentile(shadowed[:, :100], 90) > 200

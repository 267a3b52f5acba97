"""Pages full of grain: the grain wiped off, the print read; clean pages left alone."""

from __future__ import annotations

import difflib

import cv2
import numpy as np

from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout
from docscheck.pages.grain import cleared, is_grainy, without_grain
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from tests.pages.drawn import paper, scanned, words_of


def grainy(spread: float, size_px: float, contrast: float = 1.0) -> Raster:
    """A page under coarse grain, as of a sensor in poor light."""
    page = 128 + (scanned(150).astype(np.float64) - 128) * contrast
    grain = np.random.default_rng(4).normal(0, 1, page.shape)
    grain = cv2.GaussianBlur(grain, (0, 0), size_px)
    grain *= spread / grain.std()
    return Raster(np.clip(page + grain, 0, 255).astype(np.uint8))


def likeness(raster: Raster) -> float:
    text = load_engine().read(raster, page=1, layout=Layout.BLOCK).text
    return difflib.SequenceMatcher(None, words_of(paper()), text.split(), autojunk=False).ratio()


def test_print_is_read_where_grain_had_hidden_it() -> None:
    page = grainy(16, 0.9, contrast=0.6)
    assert likeness(cleared(page, find_ink(page))) > max(0.8, 2 * likeness(page))


def test_what_is_no_print_becomes_blank_paper() -> None:
    page = grainy(24, 0.9, contrast=0.6)
    wiped = without_grain(page).pixels
    margin = wiped[:, : wiped.shape[1] // 16]
    assert np.count_nonzero(margin != margin[0, 0]) < 0.01 * margin.size


def test_clean_pages_are_left_as_they_are() -> None:
    for page in (Raster(scanned(150)), grainy(4, 0.6)):
        ink = find_ink(page)
        assert not is_grainy(page, ink)
        assert cleared(page, ink) is page


def test_a_page_without_print_has_none_to_keep() -> None:
    bare = Raster(np.full((400, 300), 240, np.uint8))
    assert not is_grainy(bare, find_ink(bare))
    assert without_grain(bare) is bare

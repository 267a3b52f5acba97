"""A page read a few lines at a time: every line once, also those that a whole page loses."""

from __future__ import annotations

import difflib

import cv2
import numpy as np

from docscheck.document import PageText
from docscheck.ocr import load_engine
from docscheck.ocr.bands import is_noise, read_in_bands
from docscheck.ocr.interface import Layout
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from tests.pages.drawn import paper, scanned, words_of


def likeness(text: str) -> float:
    return difflib.SequenceMatcher(None, words_of(paper()), text.split(), autojunk=False).ratio()


def in_bands(page: Raster, *, even: bool = False) -> str:
    return read_in_bands(load_engine(), page, find_ink(page), page=1, even=even).text


def squeezed(quality: int) -> Raster:
    """A page as a messenger leaves it: few pixels, written as a coarse JPEG."""
    _, data = cv2.imencode(".jpg", scanned(75), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return Raster(np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8))


def test_every_line_is_read_once_and_in_order() -> None:
    page = Raster(scanned(150))
    for even in (False, True):
        assert likeness(in_bands(page, even=even)) > 0.95


def test_coarse_print_is_read_where_a_whole_page_loses_it() -> None:
    page = squeezed(30)
    whole = load_engine().read(page, page=1, layout=Layout.BLOCK).text
    assert likeness(in_bands(page)) > likeness(whole) + 0.1


def test_blank_paper_is_not_read() -> None:
    page = Raster(np.full((800, 600), 240, np.uint8))
    assert in_bands(page) == ""


class Counting:
    """The engine, and how often it was asked."""

    name = "tesseract"

    def __init__(self) -> None:
        self._engine = load_engine()
        self.version = self._engine.version
        self.asked = 0

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        self.asked += 1
        return self._engine.read(raster, page=page, layout=layout)


def grain(height: int) -> Raster:
    noise = np.random.default_rng(3).normal(0, 1, (height, 1200)).astype(np.float32)
    streaks = cv2.GaussianBlur(noise, (0, 0), sigmaX=3, sigmaY=1)
    return Raster(np.clip(130 + 20 * streaks / streaks.std(), 0, 255).astype(np.uint8))


def test_grain_is_not_read_to_its_end() -> None:
    """A table of wood photographed with a flash cost twenty seconds."""
    small, large = Counting(), Counting()
    for engine, page in ((small, grain(1600)), (large, grain(4800))):
        assert is_noise(read_in_bands(engine, page, find_ink(page), page=1))
    assert large.asked <= small.asked + 2


def test_print_is_no_noise() -> None:
    for page in (Raster(scanned(150)), squeezed(30), squeezed(8)):
        assert not is_noise(read_in_bands(load_engine(), page, find_ink(page), page=1))


def test_words_get_their_place_on_the_page() -> None:
    page = Raster(scanned(150))
    bands = read_in_bands(load_engine(), page, find_ink(page), page=3)
    whole = load_engine().read(page, page=3, layout=Layout.BLOCK)
    assert bands.page == 3
    assert bands.engine == whole.engine
    for one, other in ((bands.lines[0], whole.lines[0]), (bands.lines[-1], whole.lines[-1])):
        assert abs(one.box.top - other.box.top) < 0.005
        assert abs(one.box.left - other.box.left) < 0.01

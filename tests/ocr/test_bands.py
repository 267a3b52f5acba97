"""A page read a few lines at a time: every line once, also those that a whole page loses."""

from __future__ import annotations

import difflib

import cv2
import numpy as np

from docscheck.ocr import load_engine
from docscheck.ocr.bands import read_in_bands
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


def test_words_get_their_place_on_the_page() -> None:
    page = Raster(scanned(150))
    bands = read_in_bands(load_engine(), page, find_ink(page), page=3)
    whole = load_engine().read(page, page=3, layout=Layout.BLOCK)
    assert bands.page == 3
    assert bands.engine == whole.engine
    for one, other in ((bands.lines[0], whole.lines[0]), (bands.lines[-1], whole.lines[-1])):
        assert abs(one.box.top - other.box.top) < 0.005
        assert abs(one.box.left - other.box.left) < 0.01

"""Pages photographed in hardly any light: brightened and calm, so that they can be read."""

from __future__ import annotations

import difflib

import numpy as np

from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout
from docscheck.pages.dimness import brightened
from docscheck.pages.interface import Raster
from tests.pages.drawn import paper, scanned, words_of


def likeness(raster: Raster) -> float:
    text = load_engine().read(raster, page=1, layout=Layout.BLOCK).text
    return difflib.SequenceMatcher(None, words_of(paper()), text.split(), autojunk=False).ratio()


def test_a_dim_page_is_read_once_it_was_brightened() -> None:
    grains = np.random.default_rng(1).normal(0, 5, scanned(150).shape)
    dim = Raster(np.clip(scanned(150) * 0.14 + grains, 0, 255).astype(np.uint8))
    assert likeness(brightened(dim)) > max(0.9, likeness(dim))


def test_a_page_in_daylight_is_left_as_it_is() -> None:
    raster = Raster(scanned(150))
    assert brightened(raster) is raster

"""Words of two sizes: the large ones stay as they are, the small ones vanish into the paper."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from docscheck.pages.large_print import large_print

_FONT = "DejaVuSans.ttf"


def _page(value: str, label: str, paper: int = 215) -> Raster:
    page = Image.new("L", (1200, 700), paper)
    draw = ImageDraw.Draw(page)
    for row in range(6):
        draw.text((500, 40 + 100 * row), label, 40, ImageFont.truetype(_FONT, 15))
        draw.text((500, 66 + 100 * row), value, 20, ImageFont.truetype(_FONT, 34))
    return Raster(np.asarray(page, np.uint8), 240.0)


def test_small_print_becomes_paper_and_large_print_stays() -> None:
    both = _page("17/08/2029", "Date d'expiration / Date of expiry")
    alone = _page("17/08/2029", "")
    kept = large_print(both, find_ink(both), 17.0).pixels
    assert np.abs(kept.astype(int) - alone.pixels).mean() < 0.3
    assert (kept < 100).sum() > 0.95 * (alone.pixels < 100).sum()


def test_letters_that_stand_alone_are_no_value() -> None:
    page = _page("F", "")
    assert large_print(page, find_ink(page), 17.0).pixels.min() > 200


def test_a_page_without_large_print_becomes_blank() -> None:
    page = _page("", "Date d'expiration")
    assert large_print(page, find_ink(page), 17.0).pixels.min() > 200
    blank = Raster(np.full((90, 120), 200, np.uint8))
    assert np.array_equal(large_print(blank, find_ink(blank), 17.0).pixels, blank.pixels)

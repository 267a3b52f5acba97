"""A few lines of print under uneven light: brought to one paper and one ink."""

from __future__ import annotations

import numpy as np

from docscheck.pages.interface import Raster
from docscheck.pages.strips import evenly_lit
from tests.pages.drawn import scanned


def test_pale_print_under_falling_light_comes_to_one_paper_and_one_ink() -> None:
    page = scanned(150)
    lines = page[page.shape[0] // 7 : page.shape[0] // 3].astype(np.float64)
    light = np.linspace(1.0, 0.5, lines.shape[1])
    pale = (255 - (255 - lines) * 0.15) * light
    even = evenly_lit(Raster(pale.astype(np.uint8), 150)).pixels
    for half in np.array_split(even, 2, axis=1):
        ink, paper = np.percentile(half, (0.5, 60))
        assert ink < 60
        assert paper > 215

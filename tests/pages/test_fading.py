"""Lines that fade at one end: the rim of a reflection; pale print is not taken for it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from docscheck.pages.fading import fading_lines
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Raster
from tests.pages.drawn import scanned


def under_a_lamp(strength: float) -> Raster:
    """The page with a soft white spot over the right half of its middle lines."""
    page = scanned(150).astype(np.float32)
    height, width = page.shape
    lamp = np.zeros_like(page)
    centre, axes = (round(0.7 * width), round(0.35 * height)), (width // 4, height // 4)
    cv2.ellipse(lamp, centre, axes, 0, 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(lamp, (0, 0), width / 40)
    return Raster(np.clip(page + 340 * strength * soft, 0, 255).astype(np.uint8))


def share(raster: Raster) -> float | None:
    return fading_lines(raster, find_ink(raster))


@pytest.mark.parametrize("strength", [0.6, 0.9])
def test_a_reflection_makes_lines_fade(strength: float) -> None:
    found = share(under_a_lamp(strength))
    assert found is not None
    assert found >= 0.2


def test_no_line_fades_on_a_clean_page() -> None:
    assert share(under_a_lamp(0.0)) == 0.0


def test_print_that_is_pale_all_along_does_not_fade() -> None:
    page = scanned(150).copy()
    page[page.shape[0] // 2 :] = 255 - (255 - page[page.shape[0] // 2 :]) // 3
    assert share(Raster(page)) == 0.0


def test_an_empty_page_has_no_lines() -> None:
    assert share(Raster(np.full((400, 300), 240, np.uint8))) is None

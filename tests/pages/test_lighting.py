"""A lamp that burnt out most of a photo is told before its light is made even."""

from __future__ import annotations

import numpy as np

from docscheck.pages.interface import Pixels
from docscheck.pages.lighting import measure_lamp
from tests.pages.drawn import scanned


def lit(reach: float, soft: float = 0.15) -> Pixels:
    """A grey sheet under a lamp; `reach` is the radius of what it burns, of the short side."""
    sheet = scanned(150, gain=0.7).astype(np.float32)
    rows, columns = np.indices(sheet.shape)
    short = min(sheet.shape)
    away = np.hypot(rows - sheet.shape[0] / 2, columns - sheet.shape[1] / 2) / short
    light = np.clip((reach + soft - away) / soft, 0, 1) * 255
    return np.clip(sheet + light, 0, 255).astype(np.uint8)


def test_a_lamp_over_most_of_the_sheet_is_measured() -> None:
    assert 0.4 < measure_lamp(lit(0.5)) < 0.8


def test_a_small_reflection_is_left_to_the_measure_of_the_sheet() -> None:
    assert measure_lamp(lit(0.2)) == 0.0


def test_white_paper_and_a_white_table_are_no_lamp() -> None:
    assert measure_lamp(scanned(150, gain=1.0, noise=0)) == 0.0
    table = np.full((1600, 1200), 120, np.uint8)
    table[200:1400, 150:1050] = 255
    assert measure_lamp(table) == 0.0

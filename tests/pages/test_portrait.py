"""Portraits: what is measured on drawn photos whose truth is known."""

from __future__ import annotations

from functools import cache
from random import Random

import numpy as np
import pytest

from docscheck.document import Portrait
from docscheck.pages.interface import Raster
from docscheck.pages.portrait import measure_portrait
from specimens.portraits import camera, walls
from specimens.portraits.kinds import draw_kind
from specimens.portraits.look import Shot, draw_look
from tests.pages.drawn import scanned

SIZE = (413, 531)


@cache
def taken(seed: int = 5, style: str = "relief", **more: float) -> np.ndarray:
    random = Random(seed)
    shot = Shot(size_px=SIZE, **more)  # type: ignore[arg-type]  # the tests name what they vary
    wall = walls.light_wall(SIZE, random)
    return camera.take(draw_look(random), shot, wall, random, camera.STYLES[style])


def measured(pixels: np.ndarray) -> Portrait:
    found = measure_portrait(Raster(np.ascontiguousarray(pixels)))
    assert found is not None
    return found


@pytest.mark.parametrize("style", sorted(camera.STYLES))
@pytest.mark.parametrize("share", [0.45, 0.75])
def test_the_head_is_as_long_as_it_was_drawn(style: str, share: float) -> None:
    seen = measured(taken(style=style, face=share))
    assert seen.chin - seen.crown == pytest.approx(share, rel=0.12)
    assert seen.eyes is not None
    (left, _), (right, _) = seen.eyes
    assert (left + right) / 2 == pytest.approx(0.5, abs=0.02)
    assert seen.tilt_deg == pytest.approx(0, abs=4)
    assert seen.frame == () or set(seen.frame) <= {"left", "right"}


@pytest.mark.parametrize("tilt", [-25.0, 18.0])
def test_the_tilt_is_clockwise(tilt: float) -> None:
    assert measured(taken(tilt_deg=tilt)).tilt_deg == pytest.approx(tilt, abs=5)


@pytest.mark.parametrize("turn", [90, 270])
def test_a_picture_on_its_side_is_told(turn: int) -> None:
    seen = measured(Raster(taken()).turned(turn).pixels)
    assert seen.tilt_deg is not None
    assert abs(seen.tilt_deg) == pytest.approx(90, abs=6)


def test_turning_aside_has_a_direction() -> None:
    ahead, right, left = (measured(taken(turn_deg=turn)).turned for turn in (0.0, 32.0, -32.0))
    assert ahead is not None
    assert right is not None
    assert left is not None
    assert abs(ahead) < 0.12
    assert right > 0.24
    assert left < -0.24


def test_a_darker_picture_of_the_same_face_is_darker_and_a_blurred_one_less_sharp() -> None:
    sharp = taken()
    import cv2

    blurred = measured(np.asarray(cv2.GaussianBlur(sharp, (0, 0), 7), np.uint8))
    dark = measured((sharp * 0.3).astype(np.uint8))
    fine = measured(sharp)
    assert fine.sharpness is not None
    assert blurred.sharpness is not None
    assert blurred.sharpness < 0.5 * fine.sharpness
    assert dark.highlight == pytest.approx(0.3 * fine.highlight, abs=0.03)


@pytest.mark.parametrize(
    ("kind", "part", "low", "high"),
    [
        ("white_background", "brightness", 0.985, 1.0),
        ("dark_background", "brightness", 0.0, 0.5),
        ("coloured_background", "tint", 0.4, 1.5),
        ("gradient_background", "spread", 0.13, 1.0),
        ("patterned_background", "broken", 0.3, 1.0),
    ],
)
def test_walls_measure_as_they_were_drawn(kind: str, part: str, low: float, high: float) -> None:
    seen = measured(draw_kind(kind, Random(f"wall/{kind}"))).backdrop
    assert seen is not None
    assert low <= getattr(seen, part) <= high


@pytest.mark.parametrize("kind", ["photo_of_print", "print_with_margin"])
def test_the_edge_of_a_print_is_seen_all_around(kind: str) -> None:
    assert {"left", "top", "right"} <= set(measured(draw_kind(kind, Random(3))).frame)


def test_no_portrait_on_a_page_of_text_nor_on_next_to_nothing() -> None:
    assert measure_portrait(Raster(scanned(150))) is None
    assert measure_portrait(Raster(np.full((80, 64, 3), 128, np.uint8))) is None

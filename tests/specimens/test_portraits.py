"""Drawn ID photos: in the proportions of people, and seen by the detector as people are."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from docscheck.pages.faces import detect
from docscheck.pages.interface import Raster
from specimens.portraits import camera, styles_unseen, walls
from specimens.portraits.kinds import EXPECTED, GOOD, draw_kind
from specimens.portraits.look import Shot, draw_look

HANDS = {**camera.STYLES, "brushed": styles_unseen.draw_head}


@pytest.mark.parametrize("hand", sorted(HANDS))
def test_the_detector_sees_a_face_where_it_sees_one_on_people(hand: str) -> None:
    """On people the box is some 2.4 pupil distances wide, give or take two steps of the search."""
    seen = 0
    for seed in range(4):
        random = Random(f"box/{seed}")
        look = draw_look(random)
        shot = Shot(size_px=(413, 531), face=0.75)
        wall = walls.light_wall(shot.size_px, random)
        picture = camera.take(look, shot, wall, random, HANDS[hand])
        faces = detect(Raster(picture).grey().pixels)
        if len(faces) != 1:
            continue
        (_, top, side), _ = faces[0]
        head = shot.size_px[1] * shot.face
        eyes = shot.size_px[1] * (1 - shot.face) * shot.above + head * look.above_eyes
        assert 2.0 <= side / (head * look.eyes_apart) <= 3.0
        assert 0.33 <= (eyes - top) / side <= 0.47
        seen += 1
    assert seen >= 3


def test_the_same_seed_draws_the_same_photo() -> None:
    one, again = (draw_kind(GOOD, Random("same")) for _ in range(2))
    assert np.array_equal(one, again)


@pytest.mark.parametrize("kind", ["sheet_of_four", "photo_of_print", "few_pixels", "landscape"])
def test_each_fault_is_another_picture_than_the_one_in_order(kind: str) -> None:
    assert kind in EXPECTED
    good, faulty = draw_kind(GOOD, Random(4)), draw_kind(kind, Random(4))
    assert faulty.dtype == np.uint8
    assert faulty.shape != good.shape or not np.array_equal(good, faulty)

"""Faces: none is seen where there is none, and one on each painted portrait."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from docscheck.document import Box
from docscheck.pages.faces import find_faces
from docscheck.pages.interface import Raster
from docscheck.pages.measures import measure_raster
from specimens.faces import draw_features, draw_no_face, draw_portrait
from tests.pages.drawn import photo, scanned


@pytest.mark.parametrize("pixels", [scanned(150), photo()], ids=["scan", "photo of a page"])
def test_no_face_on_a_page_of_text(pixels: np.ndarray) -> None:
    assert find_faces(Raster(pixels)) == ()
    assert find_faces(Raster(pixels), Box(0.0, 0.3, 0.4, 0.8)) == ()


def test_painted_portraits_have_one_face_in_its_place() -> None:
    for seed in range(6):
        random = Random(seed)
        portrait = np.asarray(draw_portrait(random, draw_features(random, "FM"[seed % 2])))
        faces = find_faces(Raster(portrait))
        assert len(faces) == 1
        assert faces[0].box.left < 0.5 < faces[0].box.right
        assert faces[0].box.top < 0.5 < faces[0].box.bottom
        assert measure_raster(Raster(portrait)).sharpness is None
    assert find_faces(Raster(np.asarray(draw_no_face(Random(5)).convert("RGB")))) == ()

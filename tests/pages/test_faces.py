"""Faces: none is seen where there is none. Detection itself wants portraits, which are not here."""

from __future__ import annotations

import numpy as np
import pytest

from docscheck.document import Box
from docscheck.pages.faces import find_faces
from docscheck.pages.interface import Raster
from tests.pages.drawn import photo, scanned


@pytest.mark.parametrize("pixels", [scanned(150), photo()], ids=["scan", "photo of a page"])
def test_no_face_on_a_page_of_text(pixels: np.ndarray) -> None:
    assert find_faces(Raster(pixels)) == ()
    assert find_faces(Raster(pixels), Box(0.0, 0.3, 0.4, 0.8)) == ()

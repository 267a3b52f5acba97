"""Barcodes: bytes come back as they were written, control characters and all."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp

from docscheck.pages.barcodes import read_barcodes
from docscheck.pages.interface import Raster
from tests.pages.drawn import scanned

_2D_DOC = b"DC04FR000001FFFF0B0D0101FR43SPECIMEN\x1dB1MARIE\x1d\x1fABC"


def page_with(kind: zxingcpp.BarcodeFormat, data: bytes, dpi: int) -> np.ndarray:
    code = zxingcpp.create_barcode(data, kind)
    image = np.array(zxingcpp.write_barcode_to_image(code, scale=dpi // 50))
    page = scanned(dpi).copy()
    page[100 : 100 + image.shape[0], -100 - image.shape[1] : -100] = image
    return page


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize(("name", "kind"), [("qr", "QRCode"), ("datamatrix", "DataMatrix")])
def test_codes_are_read_with_their_bytes_and_place(name: str, kind: str, dpi: int) -> None:
    found = read_barcodes(Raster(page_with(getattr(zxingcpp.BarcodeFormat, kind), _2D_DOC, dpi)))
    assert [(code.format, code.data) for code in found] == [(name, _2D_DOC)]
    assert found[0].box.left > 0.5
    assert found[0].box.bottom < 0.3


def test_no_code_on_a_page_of_text() -> None:
    assert read_barcodes(Raster(scanned(150))) == ()

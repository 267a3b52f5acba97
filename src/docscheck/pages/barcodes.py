"""Which two-dimensional barcodes are on a page, and which bytes do they hold.

QR code (ISO/IEC 18004) and Data Matrix (ISO/IEC 16022, which carries the French 2D-Doc), by zxing-
cpp. The bytes are given as they are: the separators of a 2D-Doc are control characters that a text
would lose. What they mean is not said here.
"""

from __future__ import annotations

import numpy as np
import zxingcpp
from msgspec import Struct
from PIL import Image

from docscheck.document import Box
from docscheck.pages.interface import Pixels, Raster

_SEARCH_PX = 1_240
"""Short side of the first search: a module of a 2D-Doc is then 3 px on A4."""
_FORMATS = (zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix)
_NAMES = {zxingcpp.BarcodeFormat.QRCode: "qr", zxingcpp.BarcodeFormat.DataMatrix: "datamatrix"}
_MAX_BYTES = 4_096
"""The largest QR code holds 2,953."""


class Barcode(Struct, frozen=True):
    """One code that was read; its own error correction vouches for the bytes."""

    format: str
    """`qr` or `datamatrix`."""
    data: bytes
    box: Box


def read_barcodes(raster: Raster) -> tuple[Barcode, ...]:
    """Read the codes on a raster, at about 150 dpi of A4; top to bottom, then left to right."""
    grey = _reduced(raster.grey().pixels)
    found = zxingcpp.read_barcodes(
        grey, formats=zxingcpp.BarcodeFormats(_FORMATS), try_downscale=False, try_invert=False
    )
    codes = [
        Barcode(_NAMES[code.format], code.bytes[:_MAX_BYTES], _box(code.position, grey))
        for code in found
        if code.valid and code.format in _NAMES
    ]
    return tuple(sorted(codes, key=lambda code: (code.box.top, code.box.left)))


def _reduced(grey: Pixels) -> Pixels:
    factor = min(grey.shape) // _SEARCH_PX
    if factor < 2:
        return np.ascontiguousarray(grey)
    return np.asarray(Image.fromarray(grey).reduce(factor), dtype=np.uint8)


def _box(position: zxingcpp.Position, grey: Pixels) -> Box:
    corners = (
        position.top_left,
        position.top_right,
        position.bottom_left,
        position.bottom_right,
    )
    across = [corner.x / grey.shape[1] for corner in corners]
    down = [corner.y / grey.shape[0] for corner in corners]
    return Box(min(across), min(down), max(across), max(down))

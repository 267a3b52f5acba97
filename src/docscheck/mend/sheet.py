"""A photo cut to the sheet that lies on it, seen from straight above; only where that was asked.

It makes new pixels and leaves out what lies around the sheet, so nobody gets it unasked
(`--unsafe`). Where no outline is sure, the photo stays as it is.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from docscheck.mend.picture import Print, printed_pixels
from docscheck.pages.image import decode_image
from docscheck.pages.interface import Limits, Raster
from docscheck.pages.straighten import find_sheet, straighten

_ALL_PX = 1_000_000
"""More than any picture has: it is decoded whole."""


def cut_to_sheet(data: bytes, index: int, limits: Limits) -> Print | None:
    """Give the page with the sheet alone; `None` where no sheet is found, or it leaves the photo.

    Raises:
        Unopenable: the pixels are corrupt or over a limit.
    """
    pixels = decode_image(data, limits, _ALL_PX, colour=True, index=index)
    raster = Raster(pixels)
    sheet = find_sheet(raster)
    if sheet is None or sheet.leaves_frame:
        return None
    flat = straighten(raster, sheet)
    return printed_pixels(Image.fromarray(np.ascontiguousarray(flat.pixels)))

"""Pictures of vector papers, and pictures written as files, marked as specimens.

Pictures are `uint8` arrays H x W x 3 in RGB. Every file says SPECIMEN in its metadata (EXIF
ImageDescription, PNG text), so that nobody can take one for a real person's document.
"""

from __future__ import annotations

from io import BytesIO
from random import Random

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image, PngImagePlugin

from specimens.channels.sent import Leaf

Picture = npt.NDArray[np.uint8]
MARK = "SPECIMEN - fictitious document drawn by docscheck"
MM_PER_INCH = 25.4
_POINTS_PER_INCH = 72
_EXIF_DESCRIPTION, _EXIF_MAKE, _EXIF_ORIENTATION, _EXIF_SOFTWARE = 0x010E, 0x010F, 0x0112, 0x0131


def array_random(rng: Random) -> np.random.Generator:
    """Give an array generator whose stream is decided by `rng` alone."""
    return np.random.default_rng(rng.getrandbits(63))


def size_mm(leaf: Leaf) -> tuple[float, float]:
    """Give width and height of the printed page, in millimetres."""
    document = pdfium.PdfDocument(leaf.paper.pdf)
    try:
        width, height = document.get_page_size(leaf.index)
    finally:
        document.close()
    return width / _POINTS_PER_INCH * MM_PER_INCH, height / _POINTS_PER_INCH * MM_PER_INCH


def draw(leaf: Leaf, dpi: float) -> Picture:
    """Draw the page at a resolution."""
    document = pdfium.PdfDocument(leaf.paper.pdf)
    try:
        bitmap = document[leaf.index].render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
        return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
    finally:
        document.close()


def jpeg(picture: Picture, quality: int, *, dpi: int = 72, orientation: int | None = None) -> bytes:
    """Write a JPEG; `orientation` is the EXIF value 1 to 8, without which there is no EXIF turn."""
    exif = Image.Exif()
    exif[_EXIF_DESCRIPTION] = MARK
    if orientation is not None:
        exif[_EXIF_MAKE], exif[_EXIF_SOFTWARE] = "SPECIMEN", "docscheck specimens"
        exif[_EXIF_ORIENTATION] = orientation
    out = BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=quality, dpi=(dpi, dpi), exif=exif)
    return out.getvalue()


def png(picture: Picture) -> bytes:
    """Write a PNG with its text chunk."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Description", MARK)
    out = BytesIO()
    Image.fromarray(picture).save(out, "PNG", pnginfo=text, compress_level=6)
    return out.getvalue()


def noise_tile(random: np.random.Generator, size: int = 512) -> npt.NDArray[np.float32]:
    """Draw `size` x `size` x 3 of standard normal noise, to be repeated: drawing 12 Mpx of it takes
    a second.
    """
    return random.standard_normal((size, size, 3), dtype=np.float32)


def with_noise(
    picture: Picture, random: np.random.Generator, deviation: float, grain: float = 0.0
) -> Picture:
    """Add noise of a standard deviation in grey levels, `grain` pixels wide, to a copy of the
    picture.
    """
    tile = noise_tile(random)
    if grain > 0:
        tile = cv2.GaussianBlur(tile, (0, 0), grain).astype(np.float32)
        tile /= tile.std()
    height, width = picture.shape[:2]
    rows, columns = -(-height // tile.shape[0]), -(-width // tile.shape[1])
    signed = np.clip(tile * deviation, -127, 127).astype(np.int16)
    full = np.tile(signed, (rows, columns, 1))[:height, :width]
    return cv2.add(picture, full, dtype=cv2.CV_8U).astype(np.uint8)


def smooth_field(
    random: np.random.Generator, shape: tuple[int, int], cells: int, *, low: float, high: float
) -> npt.NDArray[np.float32]:
    """Draw a smooth random field of a shape (height, width) between two values, about `cells` hills
    a side.
    """
    grid = random.random((cells + 1, cells + 1), dtype=np.float32)
    field = cv2.resize(grid, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    bounded: npt.NDArray[np.float32] = np.clip(
        low + (high - low) * field, min(low, high), max(low, high)
    ).astype(np.float32)
    return bounded

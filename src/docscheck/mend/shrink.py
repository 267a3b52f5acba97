"""A PDF under the size that is taken everywhere: its pictures smaller, no more than needed.

Never under the pixels of A4 at 200 dpi, whatever the size on the page: small print of a card needs
them. Masks, pictures of two tones and odd colours stay. Whether it can still be read is found out
afterwards, by reading it (`prepare.compare`).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Name, PdfImage, Stream
from PIL import Image

from docscheck.mend.jpeg import is_by_camera, without_metadata
from docscheck.mend.order import Order
from docscheck.mend.picture import as_jpeg
from docscheck.pages.image import DECODER_ERRORS
from docscheck.pages.pdf_active import STRUCTURE_ERRORS

_STEPS = ((3_508, 88), (3_508, 78), (2_923, 82), (2_923, 74), (2_339, 78), (2_339, 66), (2_339, 55))
"""Long side in pixels and quality, the largest first: A4 at 300, 250 and 200 dpi."""
_FEWER_PIXELS = ((2_339, 92), (2_339, 86), (2_339, 72), (2_339, 60))
"""The other way: where grain hides the print, fewer pixels of more quality may read better."""
_ONCE_MORE = 92
"""Quality of a picture saved once more: of its own pixels no difference can be seen."""
_SMALL_PX = 400
"""Logos and stamps below this are not worth it."""
_ERRORS = (*DECODER_ERRORS, *STRUCTURE_ERRORS)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a file as small as it gets without loss; the same bytes for the same content."""
    out = io.BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return out.getvalue()


def shrunk(data: bytes, order: Order, breathe: Callable[[], None]) -> bytes:
    """Give the first step that is small enough, else the last; `data` itself where none helps.

    `breathe` is called before every picture, so that a clock can see that work goes on.
    """
    least = data
    for long_px, quality in _FEWER_PIXELS if order.fewer_pixels else _STEPS:
        if len(least) <= order.max_bytes:
            break
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for image in _pictures(pdf):
                breathe()
                _replace(image, long_px, quality, only_smaller=True)
            smaller = saved(pdf)
        least = min(least, smaller, key=len)
    return least


def redrawn(pdf: pikepdf.Pdf, breathe: Callable[[], None]) -> bool:
    """Save every picture once more, of as many pixels; say whether there was one."""
    done = [False]
    for image in _pictures(pdf):
        breathe()
        done.append(_replace(image, max(int(image.Width), int(image.Height)), _ONCE_MORE))
    return any(done)


def _pictures(pdf: pikepdf.Pdf) -> Iterator[Stream]:
    for item in pdf.objects:
        if not isinstance(item, Stream) or item.get(Name.Subtype) != Name.Image:
            continue
        plain = not item.get(Name.ImageMask) and Name.Mask not in item and Name.Decode not in item
        if plain and max(int(item.get(Name.Width, 0)), int(item.get(Name.Height, 0))) > _SMALL_PX:
            yield item


def _replace(image: Stream, long_px: int, quality: int, *, only_smaller: bool = False) -> bool:
    """Put a JPEG of so many pixels, at most, in the place of a picture; say whether it was done."""
    try:
        picture = PdfImage(image).as_pil_image()
    except _ERRORS:
        return False
    if picture.mode not in ("L", "RGB"):
        return False
    scale = long_px / max(picture.size)
    if scale < 1:
        size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
        picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    raw, made = image.read_raw_bytes(), as_jpeg(picture, quality)
    if is_by_camera(raw):
        made = without_metadata(made, by_camera=True)
    if only_smaller and len(made) >= len(raw):
        return False
    image.write(made, filter=Name.DCTDecode)
    image.Width, image.Height = picture.size
    image.BitsPerComponent = 8
    space = image.get(Name.ColorSpace)
    if not (isinstance(space, Array) and len(space) and space[0] == Name.ICCBased):
        image.ColorSpace = Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB
    return True

"""One frame of a picture file as a page of a PDF, its pixels as they are (img2pdf).

A JPEG goes in as it is, without its metadata; PNG, TIFF, GIF and BMP without loss; HEIC and WebP,
which a PDF cannot hold, as a JPEG of quality 95. How a telephone was held becomes the turn of the
page. What was scanned keeps its size up to A4; any other picture fills a sheet of A4.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import img2pdf
import numpy as np
from msgspec import Struct
from PIL import Image

from docscheck.losses import Trouble
from docscheck.mend.jpeg import is_by_camera, without_metadata
from docscheck.pages.image import (
    DECODER_ERRORS,
    MIRRORED,
    TURN_DEG,
    check_scans,
    exif_of,
    flattened,
    open_frame,
    orientation_of,
    read_header,
)
from docscheck.pages.interface import Limits, Unopenable
from docscheck.pages.origin import Header, plausible_dpi

QUALITY = 95
"""Of a JPEG that takes the place of HEIC or WebP: no difference can be seen."""
_A4_PT = (595.28, 841.89)
_SLACK_PT = 15.0
_LARGE_PT = 1_361.0
"""48 cm: see `pages.origin.plausible_dpi`."""
_POINTS_PER_INCH = 72
_AS_IT_IS = ("1", "L", "RGB", "P", "I;16")
"""Modes of Pillow that go into a PDF without loss."""
_WITH_LOSS = ("HEIF", "WEBP")
_JPEG = b"\xff\xd8"
_MIRROR_TURNS = {2: 0, 4: 180, 5: 270, 7: 90}
"""Clockwise turn that follows a mirroring from left to right: Exif 2.32, tag 0x0112."""

Size = tuple[float, float]


class Print(Struct, frozen=True):
    """A PDF of one page, and what still has to be done to that page."""

    pdf: bytes
    turn_deg: int = 0
    mirrored: bool = False
    """Left and right have to change places, before it is turned."""
    told_more: bool = False
    """The file said more than what is seen: camera, place, comments."""


def printed(data: bytes, index: int, limits: Limits, *, as_photo: bool = False) -> Print:
    """Put one frame (from 0) on a page; see `Order.as_photo`.

    Raises:
        Unopenable: the pixels are corrupt or over a limit.
    """
    with open_frame(data, limits, index) as image:
        header = read_header(image)
        turn = orientation_of(image)
        if data.startswith(_JPEG):
            check_scans(data, image.width * image.height)
            camera = as_photo and is_by_camera(data)
            content = without_metadata(data, by_camera=camera)
            told_more = len(content) < len(data)
        else:
            told_more = _tells_more(image)
            content = _encoded(image, limits)
    size = _large_pt if as_photo else _size_pt(header)
    return Print(
        _as_pdf(content, size),
        _MIRROR_TURNS[turn] if turn in MIRRORED else TURN_DEG.get(turn, 0),
        turn in MIRRORED,
        told_more,
    )


def printed_pixels(image: Image.Image) -> Print:
    """Put pixels of ours on a page."""
    header = Header((image.width, image.height))
    return Print(_as_pdf(as_jpeg(image, QUALITY), _size_pt(header)))


def as_jpeg(image: Image.Image, quality: int) -> bytes:
    """Write grey or RGB pixels as a JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _encoded(image: Image.Image, limits: Limits) -> bytes:
    """Write a frame that is no JPEG in a form that a PDF can hold."""
    if image.width * image.height > limits.max_pixels_decode:
        raise Unopenable(Trouble.LIMIT, f"{image.width}x{image.height} pixels")
    with_loss = image.format in _WITH_LOSS
    try:
        image.load()
        plain = image if _goes_in(image) else flattened(image, _mode_for(image))
        if with_loss:
            return as_jpeg(plain, QUALITY)
        out = io.BytesIO()
        # Without the chunks of the original, and pixels alone: img2pdf copies what is compressed.
        Image.fromarray(np.asarray(plain)).save(out, "PNG") if plain.mode == "I;16" else plain.save(
            out, "PNG", exif=b"", icc_profile=plain.info.get("icc_profile")
        )
        return out.getvalue()
    except DECODER_ERRORS as error:
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error


def _tells_more(image: Image.Image) -> bool:
    texts = getattr(image, "text", None)  # of a PNG
    return bool(texts) or "xmp" in image.info or bool(exif_of(image))


def _goes_in(image: Image.Image) -> bool:
    return image.mode in _AS_IT_IS and "transparency" not in image.info


def _mode_for(image: Image.Image) -> str:
    return "L" if image.mode in ("LA", "La", "1", "I", "F", "I;16", "I;16B") else "RGB"


def _size_pt(header: Header) -> Callable[[int, int], Size]:
    """Tell how large a picture of so many pixels is printed."""
    dpi = None if header.camera else plausible_dpi(header.size_px, header.dpi)

    def size(width: int, height: int) -> Size:
        short, long = sorted((width, height))
        if dpi is not None and long / dpi * _POINTS_PER_INCH <= _A4_PT[1] + _SLACK_PT:
            return width / dpi * _POINTS_PER_INCH, height / dpi * _POINTS_PER_INCH
        scale = min(_A4_PT[0] / short, _A4_PT[1] / long)
        return width * scale, height * scale

    return size


def _large_pt(width: int, height: int) -> Size:
    scale = _LARGE_PT / max(width, height)
    return width * scale, height * scale


def _as_pdf(content: bytes, size_pt: Callable[[int, int], Size]) -> bytes:
    def layout(width: int, height: int, _: object) -> tuple[float, float, float, float]:
        page = size_pt(width, height)
        return *page, *page

    try:
        made = img2pdf.convert(
            content,
            layout_fun=layout,
            rotation=img2pdf.Rotation.none,
            engine=img2pdf.Engine.pikepdf,
            nodate=True,
        )
    except (*DECODER_ERRORS, img2pdf.ImageOpenError, img2pdf.UnsupportedColorspaceError) as error:
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    if not made:
        raise Unopenable(Trouble.CORRUPT, "img2pdf gave nothing")
    return bytes(made)

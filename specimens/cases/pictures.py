"""Cases about the picture of a page: each is one scan or photo with one thing wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random

from PIL import Image

from specimens.cases.case import Case, leaf, photographed, sent
from specimens.channels import Channel, PhotoWish, photo
from specimens.channels.pages_of_pictures import PagePicture, picture_pdf
from specimens.channels.pictures import draw
from specimens.folders.orders import Order

_CERTIFICATE = "school_certificate.apogee_table"
_DPI = 150
_SHEET_MM = 210.0
_QUALITY = 80
_DIM = 0.13
"""What is left of the light: the paper is darker than ink ought to be."""
_SCREEN = (1920, 1080)
_WINDOW = (82, 86, 89)
_PHOTO = PhotoWish(megapixels=2.5, orientation=1)

Change = Callable[[Image.Image], Image.Image]


def _scan(change: Change) -> bytes:
    """Scan the certificate to a PDF, evenly lit, with something done to the picture."""
    picture = change(Image.fromarray(draw(leaf(_CERTIFICATE), _DPI)))
    page = PagePicture(_jpeg(picture), *picture.size, _SHEET_MM)
    return picture_pdf((page,), "SPECIMEN")


def _photo() -> bytes:
    return photo(leaf(_CERTIFICATE), Random("case"), _PHOTO).data


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, dpi=(_DPI, _DPI))
    return out.getvalue()


def _same(picture: Image.Image) -> Image.Image:
    return picture


def _dark(picture: Image.Image) -> Image.Image:
    return picture.point([round(value * _DIM) for value in range(256)] * 3)


def _cut(picture: Image.Image) -> Image.Image:
    """Cut the sheet through its lines."""
    width, height = picture.size
    return picture.crop((width * 3 // 10, 0, width, height))


def _with_glare() -> bytes:
    return photographed("school_certificate.two_column", "glare", Channel.PHOTO)


def _capture() -> bytes:
    """Save the whole screen while a viewer shows the certificate."""
    page = Image.fromarray(draw(leaf(_CERTIFICATE), 90))
    screen = Image.new("RGB", _SCREEN, _WINDOW)
    screen.paste(page, ((_SCREEN[0] - page.width) // 2, 40))
    out = BytesIO()
    screen.save(out, "PNG")
    return out.getvalue()


def _upside_down() -> bytes:
    order = Order("c", "school_certificate", channels=(Channel.SCAN,), turned=180)
    return sent(_CERTIFICATE, order)


PICTURES: Mapping[str, Case] = {
    "scan_in_order": Case("a scan in order", lambda: {"certificat.pdf": _scan(_same)}),
    "photo_of_a_paper": Case("a photo in order", lambda: {"certificat.jpg": _photo()}),
    "scan_too_dark": Case("a scan that is nearly black", lambda: {"certificat.pdf": _scan(_dark)}),
    "scan_cut": Case("a scan cut through its lines", lambda: {"certificat.pdf": _scan(_cut)}),
    "photo_with_glare": Case(
        "a lamp mirrored in the paper", lambda: {"certificat.jpg": _with_glare()}
    ),
    "few_pixels": Case(
        "a picture of too few pixels",
        lambda: {"certificat.pdf": photographed(_CERTIFICATE, "low_resolution")},
    ),
    "scan_upside_down": Case("a scan upside down", lambda: {"certificat.pdf": _upside_down()}),
    "screen_capture": Case("a capture of a screen", lambda: {"certificat.png": _capture()}),
}

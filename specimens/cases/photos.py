"""Cases about the identity photo, at the stage of the carte Vitale, where it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from specimens.cases.case import STUDENT, Case
from specimens.identity.id_photo import draw_picture, look_of
from specimens.portraits.kinds import draw_kind

_QUALITY = 92
_SQUEEZED = 30
_DPI = (300, 300)
_STAGE = {"stage": "vitale-card", "nationality": "SEN"}
_SEED = "photo/3"
_TILT_DEG = 18
_BLUR_PX = 9

Change = Callable[[Image.Image], Image.Image]


def _photo(variant: str = "good", change: Change | None = None) -> Mapping[str, bytes]:
    """Give the photo as a JPEG."""
    picture = draw_picture(STUDENT, Random(_SEED), variant)
    if change is not None:
        picture = change(picture)
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, dpi=_DPI)
    return {"photo.jpg": out.getvalue()}


def _kind(name: str, quality: int = _QUALITY) -> Mapping[str, bytes]:
    """Give a photo of one of the kinds of `specimens.portraits`, as a JPEG."""
    out = BytesIO()
    picture = Image.fromarray(draw_kind(name, Random(_SEED), look_of(STUDENT)))
    picture.save(out, "JPEG", quality=quality, dpi=_DPI)
    return {"photo.jpg": out.getvalue()}


def _grey(picture: Image.Image) -> Image.Image:
    return picture.convert("L")


def _tilted(picture: Image.Image) -> Image.Image:
    ground = picture.getpixel((2, 2))
    return picture.rotate(_TILT_DEG, Image.Resampling.BICUBIC, fillcolor=ground)


def _blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(_BLUR_PX))


def _lamps(picture: Image.Image) -> Image.Image:
    """Light the ground with two lamps: patches of white left and right of the head."""
    width, height = picture.size
    mask = Image.new("L", picture.size, 0)
    pen = ImageDraw.Draw(mask)
    for left in (-width // 2, width * 7 // 10):
        pen.rectangle((left, height // 20, left + width * 3 // 4, height * 19 // 20), fill=255)
    soft = mask.filter(ImageFilter.GaussianBlur(width // 30))
    shade = picture.point([round(value * 0.75) for value in range(256)] * 3)
    return Image.composite(Image.new("RGB", picture.size, (255, 255, 255)), shade, soft)


def _case(shows: str, variant: str = "good", change: Change | None = None) -> Case:
    return Case(shows, lambda: _photo(variant, change), declared=_STAGE)


PHOTOS: Mapping[str, Case] = {
    "photo_in_order": _case("an ID photo in order"),
    "photo_landscape": _case("a photo that is wider than high", "landscape"),
    "photo_of_two": _case("two people on one photo", "two_faces"),
    "photo_small_face": _case("a face that fills too little of the photo", "small_face"),
    "photo_tilted": _case("a head that is not straight", change=_tilted),
    "photo_uneven_ground": _case("a background with patches of light", change=_lamps),
    "photo_dark": _case("a photo that is too dark", "dark"),
    "photo_blurred": _case("a photo that is not sharp", change=_blurred),
    "photo_off_centre": Case(
        "a face at one side of the photo", lambda: _kind("off_centre"), declared=_STAGE
    ),
    "photo_on_white": Case(
        "a photo on a white background", lambda: _kind("white_background"), declared=_STAGE
    ),
    "photo_of_a_print": Case(
        "a photo of a printed photo", lambda: _kind("photo_of_print"), declared=_STAGE
    ),
    "photo_in_grey": _case("a photo in black and white", change=_grey),
    "photo_of_few_bytes": Case(
        "a photo squeezed too hard", lambda: _kind("good", _SQUEEZED), declared=_STAGE
    ),
}

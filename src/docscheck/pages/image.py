"""What pages does a picture file hold, and what are their pixels.

JPEG, PNG, TIFF (each frame is a page), WebP, HEIC, GIF and BMP through Pillow, which picks its
reader from this list only. The size is judged from the header; a JPEG is decoded at a half, a
quarter or an eighth when that is enough. Whatever comes in (palette, CMYK, 16 bits, transparency,
Exif turn) goes out as 8-bit grey or RGB, upright, on white. Animations give their first frame.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from functools import cache, cached_property

import numpy as np
from PIL import ExifTags, Image, UnidentifiedImageError

from docscheck.document import Container, Origin, PageText
from docscheck.losses import Trouble
from docscheck.pages.interface import Doubt, Limits, Pixels, Purpose, Raster, Unopenable
from docscheck.pages.origin import Header, guess_origin, plausible_dpi
from docscheck.pages.picture import PHOTO_TEXT_PX, SCAN_TEXT_PX, Picture

FORMATS: tuple[str, ...] = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
_HEIF = ("HEIF",)
"""Named only once its reader is there: Pillow falls over a name it does not know."""
DECODER_ERRORS = (
    OSError, ValueError, SyntaxError, RuntimeError, TypeError, EOFError, IndexError, KeyError,
    struct.error, ZeroDivisionError, OverflowError, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow and its plug-ins raise on malformed files, documented or seen."""
_MAX_JPEG_SCANS = 100
"""A progressive JPEG has about ten; each one is a pass over all pixels."""
_MAX_SCANNED_PIXELS = 1_500_000_000
"""Over all scans: a photo of 50 megapixels in ten has a third of it."""
_START_OF_SCAN = b"\xff\xda"
_TURNS_ITSELF = ("TIFF", "HEIF")
"""Readers that apply the orientation while loading."""
MIRRORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    7: Image.Transpose.TRANSVERSE,
}
TURN_DEG = {3: 180, 6: 90, 8: 270}
"""Clockwise. Both: Exif 2.32, tag 0x0112."""
_SIDEWAYS = (5, 6, 7, 8)
_REDUCIBLE = ("L", "RGB", "RGBA", "LA", "CMYK")


def open_image(data: bytes, limits: Limits) -> ImageFile:
    """Open a picture file from its bytes; only its header is read.

    Raises:
        Unopenable: corrupt, or over a limit of pixels or pages.
    """
    return ImageFile(data, limits)


class ImageFile:
    """An opened picture file."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        with open_header(data, limits) as image:
            count = _count_pages(image, limits)
        self.container = Container(page_count=count)

    def pages(self) -> Iterator[ImagePage]:
        for index in range(min(self.container.page_count, self._limits.max_pages_inspected)):
            page = ImagePage(self._data, index, self._limits)
            yield page
            page.release()

    def close(self) -> None:
        self._data = b""


class ImagePage:
    """One frame of a picture file."""

    def __init__(self, data: bytes, index: int, limits: Limits) -> None:
        self._data = data
        self._index = index
        self._limits = limits
        self._picture = Picture(self._decode, limits)
        with open_frame(data, limits, index) as image:
            self._header = read_header(image)

    @property
    def number(self) -> int:
        return self._index + 1

    @property
    def size_px(self) -> tuple[int, int]:
        width, height = self._header.size_px
        return (width, height) if self._picture.turn_deg % 180 == 0 else (height, width)

    @property
    def dpi(self) -> float | None:
        if self.origin is Origin.SCREENSHOT:
            return None
        return plausible_dpi(self._header.size_px, self._header.dpi)

    @cached_property
    def origin(self) -> Origin:
        if self._header.camera:
            return Origin.PHOTO
        return guess_origin(self._header, self._picture.preview(SCAN_TEXT_PX))

    @property
    def text_turn_deg(self) -> None:
        return None

    def stand_upright(self, turn_deg: int) -> None:
        self._picture.turn(turn_deg)

    def embedded_text(self) -> PageText | None:
        return None

    def hidden_text(self) -> PageText | None:
        return None

    def doubts(self) -> tuple[Doubt, ...]:
        return ()

    @property
    def may_hold_codes(self) -> bool:
        return True

    def raster(self, purpose: Purpose = Purpose.TEXT) -> Raster:
        text_px = SCAN_TEXT_PX if self.origin is Origin.SCAN else PHOTO_TEXT_PX
        return self._picture.raster(purpose, text_px, self._header.size_px, self.dpi)

    def release(self) -> None:
        self._picture.release()

    def _decode(self, short_px: int, colour: bool) -> Pixels:
        return decode_image(self._data, self._limits, short_px, colour=colour, index=self._index)


def check_scans(data: bytes, pixels: int) -> None:
    """Refuse a JPEG that goes over its pixels too often, wherever it stands.

    Raises:
        Unopenable: too many scans.
    """
    scans = data.count(_START_OF_SCAN)
    if scans > _MAX_JPEG_SCANS or scans * pixels > _MAX_SCANNED_PIXELS:
        raise Unopenable(Trouble.LIMIT, f"{scans} progressive scans")


def open_header(data: bytes, limits: Limits) -> Image.Image:
    """Open the first frame of a picture without decoding it, its pixels within the limits.

    Raises:
        Unopenable: corrupt, or too many pixels.
    """
    image = open_frame(data, limits, 0)
    if data.startswith(b"\xff\xd8"):
        check_scans(data, image.width * image.height)
    return image


def open_frame(data: bytes, limits: Limits, index: int) -> Image.Image:
    """Open any frame of a picture that `open_header` has let pass."""
    if _webp_pixels(data) > limits.max_pixels_decode:
        # Its reader makes room for the whole canvas, twice, before anybody can ask for the size.
        raise Unopenable(Trouble.LIMIT, "pixels of a WebP")
    formats = FORMATS
    if data[4:8] == b"ftyp":
        _allow_heif()
        formats = _HEIF
    try:
        with warnings.catch_warnings():
            # Pillow's warning comes at its own limit; ours is checked on the next line.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=formats)
            if index:
                image.seek(index)
    except Image.DecompressionBombError as error:
        raise Unopenable(Trouble.LIMIT, "pixels") from error
    except UnidentifiedImageError as error:
        raise Unopenable(Trouble.CORRUPT, "no readable header") from error
    except DECODER_ERRORS as error:
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    most = limits.max_pixels_draft if image.format == "JPEG" else limits.max_pixels_decode
    if image.width * image.height > most:
        raise Unopenable(Trouble.LIMIT, f"{image.width}x{image.height} pixels")
    return image


def _webp_pixels(data: bytes) -> int:
    """Pixels of the canvas that a WebP claims (RFC 9649, 2.5 to 2.7); 0 for any other file."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return 0
    if data[12:16] == b"VP8X":
        sides = (data[24:27], data[27:30])
        return (int.from_bytes(sides[0], "little") + 1) * (int.from_bytes(sides[1], "little") + 1)
    if data[12:16] == b"VP8L":
        packed = int.from_bytes(data[21:25], "little")
        return ((packed & 0x3FFF) + 1) * ((packed >> 14 & 0x3FFF) + 1)
    wide, high = (int.from_bytes(data[n : n + 2], "little") & 0x3FFF for n in (26, 28))
    return wide * high


def decode_image(
    data: bytes,
    limits: Limits,
    short_px: int,
    *,
    colour: bool = False,
    index: int = 0,
    as_stored: bool = False,
) -> Pixels:
    """Decode one frame upright, its short side at least `short_px` where it has so many.

    `open_header` has let `data` pass.
    `as_stored` leaves the orientation tag alone, as PDF viewers do.

    Returns:
        uint8, H×W grey or H×W×3 RGB.

    Raises:
        Unopenable: the pixels are corrupt, truncated or too many.
    """
    mode = "RGB" if colour else "L"
    with open_frame(data, limits, index) as image:
        turn = 1 if as_stored else orientation_of(image)
        try:
            image.draft(mode, _asked_size(image.size, short_px, limits))
            if image.width * image.height > limits.max_pixels_decode:
                raise Unopenable(Trouble.LIMIT, "pixels at the smallest decode")
            image.load()
            small = flattened(_reduce(image, short_px), mode)
        except DECODER_ERRORS as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    upright = small.transpose(MIRRORED[turn]) if turn in MIRRORED else small
    return Raster(np.asarray(upright, dtype=np.uint8)).turned(TURN_DEG.get(turn, 0)).pixels


def read_header(image: Image.Image) -> Header:
    """Return what an image not yet decoded says of itself; the size is the upright one."""
    sideways = orientation_of(image) in _SIDEWAYS
    size = (image.height, image.width) if sideways else (image.width, image.height)
    return Header(
        size_px=size,
        dpi=_written_dpi(image),
        camera=_has_exposure(image),
        lossless=image.format in ("PNG", "BMP", "GIF"),
    )


@cache
def _allow_heif() -> None:
    import pi_heif  # a library of its own, for iPhones' pictures only

    pi_heif.register_heif_opener()


def _count_pages(image: Image.Image, limits: Limits) -> int:
    if image.format != "TIFF":
        return 1
    try:
        for index in range(1, limits.max_pages + 1):
            image.seek(index)
    except EOFError:
        return index
    except DECODER_ERRORS as error:
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    raise Unopenable(Trouble.TOO_MANY_PAGES, f"more than {limits.max_pages} frames")


def _asked_size(size: tuple[int, int], short_px: int, limits: Limits) -> tuple[int, int]:
    """Size to ask of `draft`, which never goes below it: smaller for a picture over the limit."""
    scale = min(1.0, short_px / min(size))
    if size[0] * size[1] > limits.max_pixels_decode:
        scale = min(scale, (limits.max_pixels_decode / 4 / (size[0] * size[1])) ** 0.5)
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _reduce(image: Image.Image, short_px: int) -> Image.Image:
    factor = min(image.size) // short_px
    if factor < 2:
        return image
    if image.mode in ("1", "P"):
        transparent = "transparency" in image.info
        image = image.convert("L" if image.mode == "1" else "RGBA" if transparent else "RGB")
    return image.reduce(factor) if image.mode in _REDUCIBLE else image


def flattened(image: Image.Image, mode: str) -> Image.Image:
    """Bring any Pillow mode to 8-bit grey or RGB, on white where it is transparent."""
    if image.mode.startswith(("I", "F")):
        image = _to_8_bits(image)
    if image.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image).convert("RGB")
    if image.mode not in ("L", "RGB"):
        image = image.convert("L" if image.mode == "1" else "RGB")
    return image if image.mode == mode else image.convert(mode)


def _to_8_bits(image: Image.Image) -> Image.Image:
    values = np.nan_to_num(np.asarray(image, dtype=np.float32))
    top = 65_535.0 if values.max(initial=0) > 255 else 255.0 if image.mode != "F" else 1.0
    return Image.fromarray(np.clip(values / top * 255, 0, 255).astype(np.uint8))


def orientation_of(image: Image.Image) -> int:
    """Give Exif's value 1 to 8 for how the pixels have still to be turned."""
    if image.format in _TURNS_ITSELF:
        return 1
    written = exif_of(image).get(ExifTags.Base.Orientation, 1)
    return written if isinstance(written, int) else 1


def _has_exposure(image: Image.Image) -> bool:
    try:
        details = exif_of(image).get_ifd(ExifTags.IFD.Exif)
    except DECODER_ERRORS:
        return False
    return any(tag in details for tag in (ExifTags.Base.ExposureTime, ExifTags.Base.FNumber))


def exif_of(image: Image.Image) -> Image.Exif:
    """Give what its Exif says; nothing where it cannot be read."""
    try:
        return image.getexif()
    except DECODER_ERRORS:
        return Image.Exif()


def _written_dpi(image: Image.Image) -> float | None:
    written = image.info.get("dpi")
    try:
        across, down = (float(value) for value in written) if written else (0.0, 0.0)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return min(across, down) or None

"""Picture files: whatever comes in goes out upright, 8-bit, on white, and within the limits."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from docscheck.document import Origin
from docscheck.losses import Trouble
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, OpenedPage, Pixels, Purpose, Unopenable
from tests.hostile import pictures
from tests.pages.drawn import TURNS, encoded, photo, scanned

HEIC = Path(__file__).with_name("quadrants.heic")
"""128 x 96, made by `heif-enc -q 60` (libheif 1.15) from the picture that `quadrants` draws."""
QUADRANTS = [40, 200, 120, 40]
"""Grey of the four quarters of the upright picture, row by row."""


def quadrants() -> Image.Image:
    pixels = np.full((96, 128), 40, np.uint8)
    pixels[:48, 64:], pixels[48:, :64] = 200, 120
    return Image.fromarray(pixels)


def first_page(data: bytes, media_type: str, limits: Limits | None = None) -> OpenedPage:
    return next(iter(open_file(data, media_type, limits or Limits()).pages()))


def quarters(pixels: Pixels) -> list[int]:
    height, width = pixels.shape[:2]
    return [int(pixels[y * height // 4, x * width // 4].mean()) for y in (1, 3) for x in (1, 3)]


def file_of(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)  # type: ignore[arg-type]  # Pillow's own options
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 2, 3, 4, 5, 6, 7, 8])
def test_exif_turn_is_undone(kind: str, orientation: int) -> None:
    stored = quadrants()
    if orientation in TURNS:
        stored = stored.transpose(TURNS[orientation])
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    page = first_page(file_of(stored.convert("RGB"), kind, exif=exif), f"image/{kind.lower()}")
    assert page.size_px == (128, 96)
    assert quarters(page.raster().pixels) == pytest.approx(QUADRANTS, abs=6)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK", "I;16", "F", "LA", "RGBA"])
def test_every_mode_becomes_8_bits(mode: str) -> None:
    expected = QUADRANTS
    if mode == "I;16":
        image = Image.fromarray(np.asarray(quadrants(), dtype=np.uint16) * 257)
    elif mode == "F":
        image = Image.fromarray(np.asarray(quadrants(), dtype=np.float32) / 255)
    elif mode == "1":
        image, expected = (
            quadrants().point(lambda v: 255 * (v > 100)).convert("1"),
            [0, 255, 255, 0],
        )
    else:
        image = quadrants().convert(mode)
    page = first_page(file_of(image, "TIFF"), "image/tiff")
    grey, colour = page.raster().pixels, page.raster(Purpose.COLOUR).pixels
    assert (grey.dtype, grey.ndim, colour.shape) == (np.uint8, 2, (96, 128, 3))
    assert quarters(grey) == pytest.approx(expected, abs=2)
    assert quarters(colour) == pytest.approx(expected, abs=2)


def test_16_bit_png_keeps_its_range() -> None:
    image = Image.fromarray(np.asarray(quadrants(), dtype=np.uint16) * 257)
    assert quarters(first_page(file_of(image, "PNG"), "image/png").raster().pixels) == QUADRANTS


def test_transparency_is_white_paper() -> None:
    image = quadrants().convert("RGBA")
    image.putalpha(
        Image.fromarray(np.where(np.arange(128) < 64, 0, 255)[None].repeat(96, 0).astype(np.uint8))
    )
    page = first_page(file_of(image, "PNG"), "image/png")
    assert quarters(page.raster().pixels) == [255, 200, 255, 40]


def test_large_palette_picture_is_reduced_on_white() -> None:
    image = quadrants().convert("P").resize((5120, 3840))
    page = first_page(file_of(image, "PNG"), "image/png")
    assert min(page.raster().pixels.shape) == 1500
    assert quarters(page.raster().pixels) == QUADRANTS


def test_inverted_cmyk_jpeg_is_not_a_negative() -> None:
    page = first_page(file_of(quadrants().convert("CMYK"), "JPEG", quality=95), "image/jpeg")
    assert quarters(page.raster().pixels) == pytest.approx(QUADRANTS, abs=4)


def test_heic_is_read() -> None:
    page = first_page(HEIC.read_bytes(), "image/heic")
    assert page.size_px == (128, 96)
    assert quarters(page.raster().pixels) == pytest.approx(QUADRANTS, abs=8)


def test_old_formats_are_read_by_a_process_that_has_seen_no_heic() -> None:
    script = (
        "import sys; from docscheck.pages.image import open_image;"
        "from docscheck.pages.interface import Limits;"
        "print(open_image(sys.stdin.buffer.read(), Limits()).container.page_count)"
    )
    for kind in ("GIF", "BMP"):
        data = file_of(quadrants(), kind)
        answer = subprocess.run(
            [sys.executable, "-c", script], input=data, capture_output=True, check=True, timeout=60
        )
        assert answer.stdout == b"1\n"


def test_each_frame_of_a_tiff_is_a_page() -> None:
    frames = [quadrants().resize((200 + 10 * n, 100)) for n in range(3)]
    data = file_of(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    file = open_file(data, "image/tiff", Limits())
    assert file.container.page_count == 3
    sizes = [(page.number, page.size_px, page.raster().pixels.shape) for page in file.pages()]
    assert sizes == [
        (1, (200, 100), (100, 200)),
        (2, (210, 100), (100, 210)),
        (3, (220, 100), (100, 220)),
    ]
    with pytest.raises(Unopenable) as caught:
        open_file(data, "image/tiff", Limits(max_pages=2))
    assert caught.value.trouble is Trouble.TOO_MANY_PAGES


def test_animation_gives_its_first_picture() -> None:
    frames = [quadrants(), quadrants().rotate(90)]
    data = file_of(frames[0], "GIF", save_all=True, append_images=frames[1:])
    file = open_file(data, "image/gif", Limits())
    assert file.container.page_count == 1
    assert quarters(next(iter(file.pages())).raster().pixels) == QUADRANTS


def test_scan_is_decoded_at_the_size_asked() -> None:
    page = first_page(encoded(scanned(300), quality=80, dpi=(300, 300)), "image/jpeg")
    assert (page.origin, page.dpi) == (Origin.SCAN, 300)
    assert min(page.raster().pixels.shape) == 1240
    assert page.raster().dpi == pytest.approx(150, abs=0.1)
    assert min(page.raster(Purpose.DETAIL).pixels.shape) >= 2479
    assert page.raster().pixels is page.raster().pixels


def test_turning_a_page_turns_size_and_pixels() -> None:
    page = first_page(encoded(scanned(150)), "image/jpeg")
    before = page.raster().pixels
    page.stand_upright(90)
    assert page.size_px == (before.shape[0], before.shape[1])
    assert np.array_equal(page.raster().pixels, np.rot90(before, -1))


def exif_of_a_camera() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ExposureTime] = (1, 60)
    return exif


def screen() -> np.ndarray:
    pixels = np.full((2340, 1080), 250, np.uint8)
    pixels[:200] = 40
    pixels[400:1200:40, 100:900] = 20
    return pixels


@pytest.mark.parametrize(
    ("data", "media_type", "expected"),
    [
        (encoded(scanned(150)), "image/jpeg", Origin.SCAN),
        (encoded(photo()), "image/jpeg", Origin.PHOTO),
        (encoded(scanned(150), exif=exif_of_a_camera()), "image/jpeg", Origin.PHOTO),
        (encoded(screen(), "PNG"), "image/png", Origin.SCREENSHOT),
        (encoded(photo()[:1920, :1080]), "image/jpeg", Origin.PHOTO),
        (encoded(photo(), "PNG", dpi=(72, 72)), "image/png", Origin.PHOTO),
    ],
    ids=["scan", "photo", "camera", "screen", "phone-size photo", "png photo"],
)
def test_origin(data: bytes, media_type: str, expected: Origin) -> None:
    page = first_page(data, media_type)
    assert page.origin is expected
    assert page.dpi is None


def trouble(data: bytes, media_type: str, limits: Limits | None = None) -> Trouble:
    with pytest.raises(Unopenable) as caught:
        first_page(data, media_type, limits).raster()
    return caught.value.trouble


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_huge_pictures_are_refused_from_the_header(side: int) -> None:
    assert trouble(png_header(side, side), "image/png") is Trouble.LIMIT


def test_large_jpeg_is_decoded_at_a_fraction() -> None:
    data = encoded(np.full((8_000, 8_000), 230, np.uint8))
    page = first_page(data, "image/jpeg", Limits(max_pixels_decode=20_000_000))
    assert min(page.raster(Purpose.DETAIL).pixels.shape) <= 3_508


def test_jpeg_of_many_scans_is_refused_undecoded() -> None:
    data = encoded(scanned(100), progressive=True)
    start = data.index(b"\xff\xda")
    assert trouble(data[:start] + data[start:-2] * 60 + b"\xff\xd9", "image/jpeg") is Trouble.LIMIT


@pytest.mark.parametrize(
    ("data", "media_type", "expected"),
    [
        (b"", "image/jpeg", Trouble.EMPTY),
        (b"\xff\xd8\xff\xe0", "image/jpeg", Trouble.CORRUPT),
        (encoded(scanned(100))[:20_000], "image/jpeg", Trouble.CORRUPT),
        (encoded(scanned(100), "PNG")[:20_000], "image/png", Trouble.CORRUPT),
        (HEIC.read_bytes()[:600], "image/heic", Trouble.CORRUPT),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "image/jpeg", Trouble.CORRUPT),
        (b"GIF89a", "application/zip", Trouble.UNSUPPORTED),
        (b"anything", None, Trouble.UNSUPPORTED),
    ],
    ids=["empty", "start", "cut jpeg", "cut png", "cut heic", "eps", "zip", "unknown"],
)
def test_what_cannot_be_read_says_why(data: bytes, media_type: str, expected: Trouble) -> None:
    assert trouble(data, media_type) is expected


def test_an_orientation_that_is_no_number_turns_nothing() -> None:
    page = next(
        iter(
            open_file(
                pictures.MAKERS["exif-orientation-is-text.jpg"](), "image/jpeg", Limits()
            ).pages()
        )
    )
    assert page.size_px == (320, 440)
    assert page.raster().pixels.shape == (440, 320)


@pytest.mark.parametrize("name", ["400-scans.jpg", "90-scans-of-20-megapixels.jpg"])
def test_a_picture_of_too_many_scans_is_over_a_limit(name: str) -> None:
    with pytest.raises(Unopenable) as caught:
        open_file(pictures.MAKERS[name](), "image/jpeg", Limits())
    assert caught.value.trouble is Trouble.LIMIT


@pytest.mark.parametrize("name", ["claims-16000-square.webp", "claims-16-million-wide.webp"])
def test_a_webp_is_judged_before_its_reader_makes_room(name: str) -> None:
    with pytest.raises(Unopenable) as caught:
        open_file(pictures.MAKERS[name](), "image/webp", Limits())
    assert caught.value.trouble is Trouble.LIMIT

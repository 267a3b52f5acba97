"""Pictures that claim, hold or hide more than they show."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image, PngImagePlugin

from tests.hostile.damaged import picture, saved, sound
from tests.hostile.kind import Kind, file_kind
from tests.hostile.raw_pdf import zeros

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(
    width: int, height: int, body: bytes, *, kind: int = 2, bits: int = 8, before: bytes = b""
) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0))
    return _SIGNATURE + header + before + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def _white_png(before: bytes = b"") -> bytes:
    rows = zlib.compress((b"\0" + b"\xf0" * 300) * 420)
    return png(300, 420, rows, kind=0, before=before)


def jpeg_claiming(width: int, height: int) -> bytes:
    data = bytearray(sound("jpg"))
    start = data.index(b"\xff\xc0")
    struct.pack_into(">HH", data, start + 5, height, width)
    return bytes(data)


def progressive(scans: int, side: int = 800) -> bytes:
    """A progressive JPEG with its last refining scan repeated."""
    image = Image.new("L", (side, side), 128)
    data = saved("JPEG", image, progressive=True, quality=40)
    starts = [n for n in range(len(data) - 1) if data[n : n + 2] == b"\xff\xda"]
    end = data.rindex(b"\xff\xd9")
    last = data[starts[-1] : end]
    return data[:end] + last * (scans - len(starts)) + b"\xff\xd9"


def _with_exif(tag: int, value: object) -> bytes:
    exif = Image.Exif()
    exif[tag] = value
    return saved("JPEG", exif=exif)


def _segment(marker: int, data: bytes) -> bytes:
    found = sound("jpg")
    return found[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + found[2:]


def _exif_ring() -> bytes:
    """An Exif directory whose next directory is itself."""
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">HHHII", 1, 0x8769, 4, 1, 8) + struct.pack(">I", 8)
    return _segment(0xE1, b"Exif\0\0" + tiff)


def _tiff(tags: list[tuple[int, int, int, int]], following: int = 0, tail: bytes = b"") -> bytes:
    rows = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", len(tags))
        + rows
        + struct.pack("<I", following)
        + tail
    )


def _tiff_of(width: int, height: int, following: int = 0) -> bytes:
    tags = [
        *((256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1)),
        *((262, 3, 1, 1), (273, 4, 1, 150), (277, 3, 1, 1), (278, 4, 1, height)),
        (279, 4, 1, 100),
    ]
    return _tiff(tags, following, bytes(200))


def _many_directories(count: int) -> bytes:
    """One row of pixels, told of by many directories one after another."""
    tags = [
        *((256, 4, 1, 9), (257, 4, 1, 9), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)),
        *((273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 9), (279, 4, 1, 81)),
    ]
    rows, size = b"".join(struct.pack("<HHII", *tag) for tag in tags), 6 + 12 * len(tags)
    out = b"II*\0" + struct.pack("<I", 90) + bytes(82)
    for number in range(count):
        following = 90 + size * (number + 1) if number + 1 < count else 0
        out += struct.pack("<H", len(tags)) + rows + struct.pack("<I", following)
    return out


def _frames(kind: str, count: int) -> bytes:
    images = [picture().resize((32, 44)).point(lambda v, n=n: (v + n) % 256) for n in range(count)]
    return saved(kind, images[0], save_all=True, append_images=images[1:])


def _webp_claiming(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4)
    body += struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body += sound("webp")[12:]
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _heic_claiming(width: int, height: int) -> bytes:
    data = bytearray(sound("heic"))
    place = data.find(b"ispe")
    while place >= 0:
        struct.pack_into(">II", data, place + 8, width, height)
        place = data.find(b"ispe", place + 4)
    return bytes(data)


def _text(kind: bytes, mebibytes: int) -> bytes:
    body = b"Comment\0\0" + zeros(mebibytes, b"a")
    if kind == b"iTXt":
        body = b"Comment\0\1\0\0\0" + zeros(mebibytes, b"a")
    return chunk(kind, body)


def _bmp_claiming(width: int, height: int, bits: int = 24) -> bytes:
    data = bytearray(sound("bmp"))
    struct.pack_into("<iiHH", data, 18, width, height, 1, bits)
    return bytes(data)


def _gif_claiming(width: int, height: int) -> bytes:
    data = bytearray(sound("gif"))
    struct.pack_into("<HH", data, 6, width, height)
    return bytes(data)


def _noise_png() -> bytes:
    """Grain over 12 million pixels: nothing to read, much to look at."""
    pixels = np.random.default_rng(5).integers(0, 255, (1200, 1000), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _many_texts() -> bytes:
    info = PngImagePlugin.PngInfo()
    for number in range(3_000):
        info.add_text(f"k{number}", "v" * 200)
    return saved("PNG", pnginfo=info)


MAKERS: dict[str, Callable[[], bytes]] = {
    "60000-square.png": lambda: png(60_000, 60_000, zlib.compress(bytes(1000))),
    "13000-square-rgba.png": lambda: png(13_000, 13_000, zlib.compress(bytes(1000)), kind=6),
    "2-billion-wide.png": lambda: png(2_147_483_647, 1, zlib.compress(bytes(1000))),
    "no-sides.png": lambda: png(0, 0, zlib.compress(b"")),
    "one-row-50-million-wide.png": lambda: png(50_000_000, 1, zlib.compress(bytes(1000)), kind=0),
    "48-megapixels-deflated.png": lambda: png(6_900, 6_900, zeros(46), kind=0),
    "more-data-than-pixels.png": lambda: png(10, 10, zeros(512), kind=0),
    "text-ztxt-512-mib.png": lambda: _white_png(_text(b"zTXt", 512)),
    "text-itxt-512-mib.png": lambda: _white_png(_text(b"iTXt", 512)),
    "text-100-bombs.png": lambda: _white_png(_text(b"zTXt", 1) * 100),
    "text-3000-entries.png": _many_texts,
    "profile-512-mib.png": lambda: _white_png(chunk(b"iCCP", b"p\0\0" + zeros(512))),
    "wrong-checksums.png": lambda: _white_png().replace(b"IDAT", b"IDAU", 1),
    "odd-colour-type.png": lambda: png(300, 420, zlib.compress(bytes(1000)), kind=5),
    "palette-missing.png": lambda: png(300, 420, zlib.compress(bytes(130_000)), kind=3),
    "1200-frames.png": lambda: _white_png(
        chunk(b"acTL", struct.pack(">II", 1_200, 0))
        + chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 300, 420, 0, 0, 1, 1, 0, 0))
    ),
    "grain.png": _noise_png,
    "claims-65500-square.jpg": lambda: jpeg_claiming(65_500, 65_500),
    "claims-13000-square.jpg": lambda: jpeg_claiming(13_000, 13_000),
    "claims-no-height.jpg": lambda: jpeg_claiming(320, 0),
    "400-scans.jpg": lambda: progressive(400),
    "4000-scans.jpg": lambda: progressive(4_000, 200),
    "90-scans-of-20-megapixels.jpg": lambda: progressive(90, 4_400),
    "exif-markup.jpg": lambda: _with_exif(
        0x010E, "<script>alert(1)</script>[red]=cmd|' /C calc'!A0"
    ),
    "exif-escape-codes.jpg": lambda: _with_exif(0x010F, "\x1b]0;owned\x07\x1b[2J\u202egpj.exe"),
    "exif-orientation-99.jpg": lambda: _with_exif(0x0112, 99),
    "exif-orientation-is-text.jpg": lambda: _segment(
        0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHI4sI", 1, 0x0112, 2, 4, b"six\0", 0)
    ),
    "exif-ring.jpg": _exif_ring,
    "exif-cut.jpg": lambda: _segment(0xE1, b"Exif\0\0MM\0*\0\0"),
    "exif-zero-resolution.jpg": lambda: _segment(0xE0, b"JFIF\0\1\1\1\0\0\0\0\0\0"),
    "comment-64-kb-500-times.jpg": lambda: (
        sound("jpg")[:2]
        + (struct.pack(">BBH", 0xFF, 0xFE, 65_000) + b"c" * 64_998) * 500
        + sound("jpg")[2:]
    ),
    "fill-bytes-million.jpg": lambda: sound("jpg")[:2] + b"\xff" * 1_000_000 + sound("jpg")[2:],
    "restart-markers.jpg": lambda: sound("jpg")[:-2] + b"\xff\xd0\xff\xd7" * 50_000 + b"\xff\xd9",
    "profile-damaged.jpg": lambda: _segment(0xE2, b"ICC_PROFILE\0\1\1" + b"\xff" * 500),
    "thumbnail-hostile.jpg": lambda: _segment(0xE1, b"Exif\0\0" + _tiff_of(60_000, 60_000)),
    "claims-60000-square.tif": lambda: _tiff_of(60_000, 60_000),
    "directory-ring.tif": lambda: _tiff_of(100, 100, 8),
    "directory-points-outside.tif": lambda: _tiff_of(100, 1, 0x7FFFFFFF),
    "strips-4-billion.tif": lambda: _tiff(
        [(256, 4, 1, 99), (257, 4, 1, 99), (273, 4, 0xFFFFFFFF, 8)]
    ),
    "tag-points-at-itself.tif": lambda: _tiff(
        [(256, 4, 1, 99), (257, 4, 1, 99), (700, 7, 0x7FFFFFFF, 8)]
    ),
    "2100-frames.tif": lambda: _many_directories(2_100),
    "60-frames.tif": lambda: _frames("TIFF", 60),
    "300-frames.gif": lambda: _frames("GIF", 300),
    "claims-65000-square.gif": lambda: _gif_claiming(65_000, 65_000),
    "codes-endless.gif": lambda: sound("gif")[:-1] + b"\xff" * 5_000,
    "claims-16000-square.webp": lambda: _webp_claiming(16_000, 16_000),
    "claims-16-million-wide.webp": lambda: _webp_claiming(16_777_216, 255),
    "60-frames.webp": lambda: _frames("WEBP", 60),
    "claims-100000-square.bmp": lambda: _bmp_claiming(100_000, 100_000),
    "claims-negative.bmp": lambda: _bmp_claiming(-300, -2_147_483_648),
    "odd-bits.bmp": lambda: _bmp_claiming(300, 400, 7),
    "claims-60000-square.heic": lambda: _heic_claiming(60_000, 60_000),
    "claims-no-sides.heic": lambda: _heic_claiming(0, 0),
    "boxes-nested.heic": lambda: sound("heic")[:40] + b"\0\0\1\0meta" * 3_000,
    "postscript.jpg": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n{ } loop\n",
    "vector-drawing.png": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
    ),
    "photoshop.psd": lambda: (
        b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 30_000, 30_000, 8, 3) + bytes(99)
    ),
    "icon.ico": lambda: b"\0\0\1\0\1\0\0\0\0\0\1\0\x20\0\x30\0\0\0\x16\0\0\0" + bytes(48),
    "targa.tga": lambda: (
        bytes([0, 0, 2]) + bytes(9) + struct.pack("<HHBB", 60_000, 60_000, 24, 0) + bytes(99)
    ),
    "flash-pix.fpx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "jpeg-2000.jp2": lambda: b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 " + bytes(99),
}


def kinds() -> Iterator[Kind]:
    for file_name, make in MAKERS.items():
        stem, extension = file_name.rsplit(".", 1)
        yield file_kind("picture", f"{extension}-{stem}", file_name, make)

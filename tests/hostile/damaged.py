"""Files cut short, overwritten or emptied, in every format that is read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from tests.hostile import raw_pdf
from tests.hostile.kind import Kind, file_kind

HEIC = Path(__file__).parents[1] / "pages" / "quadrants.heic"


@cache
def picture() -> Image.Image:
    """A small sheet with a few bars on it: nothing that could be read, something to compress."""
    made = Image.new("RGB", (320, 440), (243, 242, 238))
    pen = ImageDraw.Draw(made)
    random = Random(1)
    for row in range(14):
        pen.rectangle((30, 40 + 26 * row, 60 + random.randrange(220), 48 + 26 * row), (40, 44, 60))
    return made


def saved(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    # The names are those of Pillow's writer of that format, of as many types.
    (image or picture()).save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


@cache
def sound(kind: str) -> bytes:
    """One sound file of a format, by its extension."""
    if kind == "pdf":
        return raw_pdf.certificate()
    if kind == "heic":
        return HEIC.read_bytes()
    names = {"jpg": "JPEG", "png": "PNG", "tif": "TIFF", "webp": "WEBP", "gif": "GIF", "bmp": "BMP"}
    return saved(names[kind])


FORMATS = ("pdf", "jpg", "png", "tif", "webp", "gif", "bmp", "heic")


def _noise(count: int, seed: int) -> bytes:
    return Random(seed).randbytes(count)


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "cut-9-bytes": lambda d: d[:9],
    "cut-tenth": lambda d: d[: len(d) // 10],
    "cut-half": lambda d: d[: len(d) // 2],
    "cut-last-tenth": lambda d: d[: len(d) * 9 // 10],
    "head-gone": lambda d: d[64:],
    "zeros-in-middle": lambda d: d[: len(d) // 3] + bytes(len(d) // 3) + d[len(d) * 2 // 3 :],
    "noise-in-middle": lambda d: d[: len(d) // 3] + _noise(len(d) // 3, 7) + d[len(d) * 2 // 3 :],
    "noise-after-head": lambda d: d[:16] + _noise(4000, 8),
    "one-byte-in-fifty": lambda d: bytes(
        b ^ 0x55 if i > 30 and i % 50 == 0 else b for i, b in enumerate(d)
    ),
    "line-ends-changed": lambda d: d.replace(b"\n", b"\r\n"),
    "twice": lambda d: d + d,
}


def kinds() -> Iterator[Kind]:
    for extension in FORMATS:
        for way, change in WAYS.items():
            name = f"{extension}-{way}"
            yield file_kind(
                "damaged", name, f"{name}.{extension}", lambda c=change, e=extension: c(sound(e))
            )
    yield file_kind("damaged", "empty", "empty.pdf", lambda: b"")
    yield file_kind("damaged", "one-blank", "blank.pdf", lambda: b" ")
    yield file_kind("damaged", "only-zeros", "zeros.jpg", lambda: bytes(50_000))
    yield file_kind("damaged", "only-noise", "noise.pdf", lambda: _noise(50_000, 9))
    yield file_kind("damaged", "only-header", "header.pdf", lambda: b"%PDF-1.7\n")
    yield file_kind("damaged", "text-for-pdf", "text.pdf", lambda: b"Ceci n'est pas un PDF.\n" * 9)

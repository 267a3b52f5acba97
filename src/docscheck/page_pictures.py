"""Pages as people recognise them: small JPEGs, with personal values covered.

Covered is every value that was read and every word that repeats one, wherever it stands. A page
whose values have no known place, or which nobody recognised and may hold anything, is made so small
that its words cannot be read. Faces stay: they tell the student which paper it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
from PIL import Image

from docscheck.document import Box, Field, PagePicture, PageText, Part
from docscheck.masking import PUBLIC
from docscheck.pages.interface import OpenedPage, Pixels, Purpose
from docscheck.readers.passage import fold

_SIDE_PX, _UNREADABLE_PX = 1_000, 260
"""Long side: print of 10 points can just be read at the first, and none at the second."""
_QUALITIES = (72, 55, 35)
MOST_BYTES = 100_000
"""Of one picture; twenty of them fit into one answer of a worker, as base64."""
_LEAST_TOKEN = 3
"""Letters or digits of a piece of a value that is worth covering wherever it stands."""
_COVER = (122, 130, 143)
_MARGIN = 0.15
"""Of the height of a box, by which its cover is larger."""


def picture_of(
    page: OpenedPage, text: PageText | None, parts: Sequence[Part], *, masked: bool
) -> PagePicture:
    """Give the picture of one page.

    Args:
        page: upright, not closed.
        text: its words, as far as they were read.
        parts: of the file, with their fields.
        masked: cover personal values.
    """
    pixels = page.raster(Purpose.COLOUR).pixels
    if not masked:
        return _encoded(page.number, _sized(pixels, _SIDE_PX))
    private = [f for f in _fields_on(page.number, parts) if f.name not in PUBLIC]
    recognised = any(
        page.number in part.pages and part.classification.type is not None for part in parts
    )
    if not recognised or any(field.box is None for field in private):
        return _encoded(page.number, _sized(pixels, _UNREADABLE_PX))
    boxes = [field.box for field in private if field.box is not None]
    boxes += _repeats(text, _tokens(_every_value(parts)))
    return _encoded(page.number, _covered(_sized(pixels, _SIDE_PX), boxes))


def _fields_on(number: int, parts: Iterable[Part]) -> Iterator[Field]:
    return (field for part in parts for field in part.fields if field.page == number)


def _every_value(parts: Iterable[Part]) -> Iterator[str]:
    return (f.value for part in parts for f in part.fields if f.name not in PUBLIC)


def _tokens(values: Iterable[str]) -> frozenset[str]:
    """Give the pieces of values that are covered wherever a word holds them."""
    pieces = (piece for value in values for piece in _plain(value).split())
    return frozenset(piece for piece in pieces if len(piece) > _LEAST_TOKEN)


def _repeats(text: PageText | None, tokens: frozenset[str]) -> list[Box]:
    words = [word for line in text.lines for word in line.words] if text is not None else []
    return [word.box for word in words if any(map(_plain(word.text).__contains__, tokens))]


def _plain(text: str) -> str:
    return "".join(c if c.isalnum() else " " for c in fold(text))


def _sized(pixels: Pixels, side: int) -> Pixels:
    scale = min(1.0, side / max(pixels.shape[:2]))
    small = cv2.resize(
        np.ascontiguousarray(pixels), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA
    )
    return np.asarray(small, np.uint8)


def _covered(pixels: Pixels, boxes: Iterable[Box]) -> Pixels:
    height, width = pixels.shape[:2]
    covered = pixels.copy()
    for box in boxes:
        margin = _MARGIN * (box.bottom - box.top)
        top, bottom = (box.top - margin) * height, (box.bottom + margin) * height
        rows = slice(max(0, int(top)), int(np.ceil(bottom)))
        covered[rows, max(0, int(box.left * width)) : int(np.ceil(box.right * width))] = _COVER
    return covered


def _encoded(number: int, pixels: Pixels) -> PagePicture:
    image = Image.fromarray(pixels)
    for quality in _QUALITIES:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True)
        if stream.tell() <= MOST_BYTES:
            break
    else:
        return _encoded(number, _sized(pixels, max(pixels.shape[:2]) // 2))
    return PagePicture(number, stream.getvalue(), image.width, image.height)

"""Pages as people recognise them: small JPEGs, with personal values covered.

Covered is every value that was read, every word that repeats one, wherever it stands, and every
long number, whether anybody knows what it is or not: an account printed six times on a sheet in
groups of four, a student's number beside a label that no reader asks for. Days and academic years
stay unless they are somebody's. A page whose values have no known place, or which nobody recognised
and may hold anything, is made so small that its words cannot be read. Faces stay: they tell the
student which paper it is.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from docscheck.document import Box, Field, PagePicture, Part, Word
from docscheck.masking import PUBLIC
from docscheck.pages.interface import OpenedPage, Pixels, Purpose
from docscheck.readers.interface import Reading
from docscheck.readers.passage import fold
from docscheck.readers.printed_dates import printed_dates

_SIDE_PX, _UNREADABLE_PX = 1_000, 260
"""Long side: print of 10 points can just be read at the first, and none at the second."""
_QUALITIES = (72, 55, 35)
MOST_BYTES = 100_000
"""Of one JPEG; twenty of them fit into one answer of a worker, as base64."""
_MOST_PNG_BYTES, _ALL_PNG_BYTES = 380_000, 2_400_000
"""Of one PNG, and of all those of a file."""
_LABEL_PX, _BOX = 13, (200, 30, 20)
_LEAST_TOKEN = 3
"""Letters or digits of a piece of a value that is worth covering wherever it stands."""
_LONG = 6
"""Letters and digits of a number that may be somebody's; a postcode has five."""
_MOST_DIGITS = 4
"""Of a word that is a number only together with its neighbours."""
_GROUP = re.compile(r"[A-Z]{0,3}[0-9][0-9A-Z]*")
_YEARS = re.compile(r"(?:19|20)\d\d\D?(?:19|20)\d\d")
_COVER = (122, 130, 143)
_MARGIN = 0.15
"""Of the height of a box, by which its cover is larger."""


def picture_of(
    page: OpenedPage,
    reading: Reading,
    parts: Sequence[Part],
    *,
    masked: bool,
    boxes_on: int | None = None,
) -> PagePicture:
    """Give the picture of one page.

    Args:
        page: upright, not closed.
        reading: its words, as far as they were read.
        parts: of the file, with their fields.
        masked: cover personal values.
        boxes_on: draw where each value was read, its name beside it, and give a PNG; so many pages
            share the room that an answer has for them.
    """
    pixels = page.raster(Purpose.COLOUR).pixels
    fields = list(_fields_on(page.number, parts))
    private = [field for field in fields if field.name not in PUBLIC]
    recognised = any(
        page.number in part.pages and part.classification.type is not None for part in parts
    )
    if masked and not (recognised and all(field.box is not None for field in private)):
        shown = _sized(pixels, _UNREADABLE_PX)
    else:
        shown = _sized(pixels, _SIDE_PX)
        if masked:
            places = [field.box for field in private if field.box is not None]
            places += _repeats(reading, parts)
            places += long_numbers(reading)
            shown = _covered(shown, places)
    if boxes_on is None:
        return _as_jpeg(page.number, shown)
    most = min(_MOST_PNG_BYTES, _ALL_PNG_BYTES // boxes_on)
    return _as_png(page.number, shown, fields, most)


def _fields_on(number: int, parts: Iterable[Part]) -> Iterator[Field]:
    return (field for part in parts for field in part.fields if field.page == number)


def _tokens(values: Iterable[str]) -> frozenset[str]:
    """Give the pieces of values that are covered wherever a word holds them."""
    pieces = (piece for value in values for piece in _plain(value).split())
    return frozenset(piece for piece in pieces if len(piece) > _LEAST_TOKEN)


def _repeats(reading: Reading, parts: Iterable[Part]) -> Iterator[Box]:
    """Yield where words or dates of the page repeat a personal value."""
    values = {f.value for part in parts for f in part.fields if f.name not in PUBLIC}
    tokens = _tokens(values)
    for text in reading.texts:
        for line in text.lines:
            for word in line.words:
                if any(map(_plain(word.text).__contains__, tokens)):
                    yield word.box
    for found in printed_dates(reading):
        if any(map(found.may_be, values)):
            yield found.box


def long_numbers(reading: Reading) -> Iterator[Box]:
    """Yield the words of numbers that are long enough to be somebody's."""
    days = [found.box for found in printed_dates(reading)]
    for text in reading.texts:
        for line in text.lines:
            for is_group, run in groupby(line.words, lambda word: _is_group(word, days)):
                words = list(run)
                if is_group and sum(len(_characters(word)) for word in words) >= _LONG:
                    yield from (word.box for word in words)


def _is_group(word: Word, days: Iterable[Box]) -> bool:
    """Whether a word is a number, or a group of its digits, and no day or academic year."""
    told = _characters(word)
    if _YEARS.search(word.text) or any(_meet(word.box, day) for day in days):
        return False
    digits = sum(character.isdigit() for character in told)
    return digits > _MOST_DIGITS or _GROUP.fullmatch(told) is not None


def _characters(word: Word) -> str:
    return "".join(character for character in word.text if character.isalnum())


def _meet(one: Box, other: Box) -> bool:
    return min(one.right, other.right) > max(one.left, other.left) and min(
        one.bottom, other.bottom
    ) > max(one.top, other.top)


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


def _as_jpeg(number: int, pixels: Pixels) -> PagePicture:
    image = Image.fromarray(pixels)
    for quality in _QUALITIES:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True)
        if stream.tell() <= MOST_BYTES:
            return PagePicture(number, stream.getvalue(), image.width, image.height)
    return _as_jpeg(number, _sized(pixels, max(pixels.shape[:2]) // 2))


def _as_png(number: int, pixels: Pixels, fields: Sequence[Field], most: int) -> PagePicture:
    image = Image.fromarray(pixels).convert("RGB")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(_LABEL_PX)
    # Values of a machine-readable zone share one place.
    for box, names in _named(fields).items():
        place = (
            box.left * image.width - 2,
            box.top * image.height - 2,
            box.right * image.width + 2,
            box.bottom * image.height + 2,
        )
        draw.rectangle(place, outline=_BOX, width=2)
        draw.text((place[0], place[1] - _LABEL_PX - 4), ", ".join(names), _BOX, font)
    for colours in (256, 64, 24):
        stream = io.BytesIO()
        image.quantize(colours).save(stream, "PNG", optimize=True)
        if stream.tell() <= most:
            return PagePicture(number, stream.getvalue(), image.width, image.height)
    return _as_png(number, _sized(pixels, max(pixels.shape[:2]) * 3 // 4), fields, most)


def _named(fields: Iterable[Field]) -> dict[Box, list[str]]:
    named: dict[Box, list[str]] = {}
    for field in fields:
        if field.box is not None:
            names = named.setdefault(field.box, [])
            names += [field.name] if field.name not in names else []
    return named

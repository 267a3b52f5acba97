"""Read a raster band by band: a few lines at a time, from close.

An engine that is given a whole page draws one threshold between ink and paper, guesses one layout,
and drops lines that a shadow, a reflection, grain or a coarse JPEG has spoilt. Given a few lines at
a size that suits them, it has only their light to judge by and reads most of them. It costs more
than reading the page, so it is for pages on which something that is needed was not read. Of the
grain of a table or of a black picture it would make words by the thousand: it stops when that is
plain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from msgspec import Struct

from docscheck.document import Box, Line, PageText, Source
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.ink import Ink
from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.places import holds, text_within
from docscheck.pages.strips import evenly_lit

_HIGH, _SHARED = 12.0, 3.0
"""In heights of a capital: how high a band is, and how far it reaches into each neighbour. A line
cut by the edge of one band stands whole in the next."""
_FEWEST = 4
"""Letters of a band worth reading: of blank paper an engine makes words."""
_NOISE_WORDS, _DOUBTED = 300, 0.4
"""So many words below that confidence, and fewer above it, are no print: the densest page has some
600 words, and an engine that reads a third of them reads those better than it reads wood."""
_WANTED_PX = 30.0
_MOST_ENLARGED = 4.0
_READ_DPI = 300.0


class _Band(Struct, frozen=True):
    """A strip from margin to margin."""

    whole: Box
    own: Box
    """The part of it that no other band owns; words are taken where their middle lies."""


def read_in_bands(
    engine: OcrEngine, raster: Raster, ink: Ink, *, page: int, even: bool = False
) -> PageText:
    """Return the words of a page that was read in bands; boxes are fractions of `raster`.

    Reading ends early with a text that `is_noise`.

    Args:
        engine: what reads.
        raster: one page, upright and level.
        ink: its print; without letters nothing is read.
        page: number written into the answer.
        even: light each band evenly and stretch its tones first.
    """
    grey = raster.grey()
    letter_px = ink.letter_height_px
    lines: list[Line] = []
    if letter_px is not None:
        factor = min(_MOST_ENLARGED, max(1.0, _WANTED_PX / letter_px))
        for band in _bands(letter_px / grey.height):
            if len(ink.within([band.own]).letters) < _FEWEST:
                continue
            pixels = _enlarged(grey.crop(band.whole).pixels, factor)
            strip = Raster(pixels, _READ_DPI)
            strip = evenly_lit(strip) if even else strip
            read = engine.read(strip, page=page, layout=Layout.BLOCK)
            lines += _owned(text_within(read, band.whole), band.own)
            if _are_noise(lines):
                break
    return PageText(page, tuple(lines), Source.OCR, engine.version())


def is_noise(text: PageText) -> bool:
    """Tell whether the words that were read are grain, not print."""
    return _are_noise(text.lines)


def _are_noise(lines: Sequence[Line]) -> bool:
    words = [word for line in lines for word in line.words]
    doubted = sum((word.confidence or 0.0) < _DOUBTED for word in words)
    return doubted >= _NOISE_WORDS and 2 * doubted > len(words)


def _bands(letter: float) -> Iterator[_Band]:
    """Yield the bands of a page from top to bottom; `letter` is a share of its height."""
    step, shared = _HIGH * letter, _SHARED * letter
    count = max(1, round(1 / step))
    for number in range(count):
        top, bottom = number / count, (number + 1) / count
        whole = Box(0.0, max(0.0, top - shared), 1.0, min(1.0, bottom + shared))
        yield _Band(whole, Box(0.0, top, 1.0, bottom))


def _owned(text: PageText, own: Box) -> Iterator[Line]:
    for line in text.lines:
        if holds(own, line.box):
            yield line


def _enlarged(pixels: Pixels, factor: float) -> Pixels:
    if factor == 1.0:
        return pixels
    large = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    return np.asarray(large, np.uint8)

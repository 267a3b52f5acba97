"""Tesseract inside this process, through tesserocr: the engine used by default.

A few APIs are kept per process, one for each language list, because loading a language costs as
much as reading ten lines. OpenMP is held to one thread: on the lines of one page it burns three
times the time of the processor for nothing. tesserocr keeps the interpreter's lock while it reads,
so pages in parallel need processes.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from docscheck.document import Line, PageText, Source, Word
from docscheck.errors import ComponentMissingError
from docscheck.ocr.bitmap import bounded, to_box, with_pale_print
from docscheck.ocr.interface import Layout
from docscheck.ocr.tessdata import PAGE_SEGMENTATION, engine_missing, find_tessdata, named
from docscheck.pages.interface import NORMAL_DPI, Raster
from docscheck.pages.reading_order import in_reading_order
from docscheck.scripts import is_latin

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI

_MIN_DPI = 70
"""Tesseract doubts a lower value and guesses its own."""
_KEPT_APIS = 5
"""French and the languages of one script; 10 to 40 MB each."""
_FROM_RIGHT = ("R", "AL", "NSM")


class TesseractEngine:
    """Tesseract, its language model loaded once."""

    name = "tesseract"

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._api = _load(languages)
        self._latin = is_latin(languages[0])

    def version(self) -> str:
        return f"tesseract {self._api.Version()}"

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        grey = bounded(raster)
        if self._latin:
            grey = with_pale_print(grey)
        api = self._api
        api.SetPageSegMode(PAGE_SEGMENTATION[layout])
        api.SetImageBytes(grey.pixels.tobytes(), grey.width, grey.height, 1, grey.width)
        api.SetSourceResolution(max(_MIN_DPI, round(grey.dpi or NORMAL_DPI)))
        try:
            api.Recognize()
            lines = tuple(_lines(api, grey.width, grey.height))
        finally:
            # What was learnt from one student's page must not change the reading of the next.
            api.Clear()
            api.ClearAdaptiveClassifier()
        return PageText(page, lines, Source.OCR, self.version())


def _lines(api: PyTessBaseAPI, width: int, height: int) -> Iterator[Line]:
    from tesserocr import RIL, iterate_level

    words: list[Word] = []
    results = api.GetIterator()
    if results is None:
        return
    for item in iterate_level(results, RIL.WORD):
        if words and item.IsAtBeginningOf(RIL.TEXTLINE):
            yield Line(in_reading_order(words))
            words = []
        bounds = item.BoundingBox(RIL.WORD)
        text = "" if item.Empty(RIL.WORD) else item.GetUTF8Text(RIL.WORD).strip()
        if text and bounds:
            confidence = min(max(item.Confidence(RIL.WORD) / 100, 0.0), 1.0)
            words.append(Word(as_written(text), to_box(bounds, (width, height)), confidence))
    if words:
        yield Line(in_reading_order(words))


def as_written(text: str) -> str:
    """Put the letters of a word in the order of writing: they come left to right as printed.

    >>> as_written("2002"), as_written("م12") == "12م"
    ('2002', True)
    """
    if text.isascii():
        return text
    ways = [unicodedata.bidirectional(character) for character in text]
    if not any(way in _FROM_RIGHT[:2] for way in ways):
        return text
    pairs = zip(ways, text, strict=True)
    runs = [
        (from_right, "".join(character for _, character in run))
        for from_right, run in groupby(pairs, key=lambda pair: pair[0] in _FROM_RIGHT)
    ]
    return "".join(run[::-1] if from_right else run for from_right, run in reversed(runs))


@lru_cache(maxsize=_KEPT_APIS)
def _load(languages: tuple[str, ...]) -> PyTessBaseAPI:
    os.environ["OMP_THREAD_LIMIT"] = "1"  # read by the OpenMP runtime when it is loaded: now
    try:
        import tesserocr
    except ImportError as error:
        raise engine_missing("tesserocr", languages) from error
    folder = find_tessdata(languages)
    try:
        return tesserocr.PyTessBaseAPI(
            path=f"{folder}{os.sep}", lang="+".join(languages), oem=tesserocr.OEM.LSTM_ONLY
        )
    except RuntimeError as error:
        raise ComponentMissingError("engine_failed", named(languages)) from error

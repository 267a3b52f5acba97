"""Tesseract as a program, through pytesseract: where tesserocr cannot be installed (Windows).

Each call starts the program and loads its language: about six times the cost of `tesseract`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby

from PIL import Image

from docscheck.document import Line, PageText, Source, Word
from docscheck.errors import ComponentMissingError
from docscheck.ocr.bitmap import bounded, to_box, with_pale_print
from docscheck.ocr.interface import Layout
from docscheck.ocr.tessdata import PAGE_SEGMENTATION, engine_missing, named
from docscheck.pages.interface import Raster
from docscheck.pages.reading_order import in_reading_order
from docscheck.scripts import is_latin

_TIMEOUT_S = 20
_COLUMNS = ("block_num", "par_num", "line_num", "left", "top", "width", "height", "conf", "text")

_Row = tuple[tuple[int, int, int], Word]


class PytesseractEngine:
    """Tesseract, one program run per call."""

    name = "pytesseract"

    def __init__(self, languages: tuple[str, ...]) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"
        self._languages = languages
        self._latin = is_latin(languages[0])
        self._version = _installed_version(languages)

    def version(self) -> str:
        return f"tesseract {self._version} (program)"

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        import pytesseract

        grey = bounded(raster)
        if self._latin:
            grey = with_pale_print(grey)
        try:
            table = pytesseract.image_to_data(
                Image.fromarray(grey.pixels),
                lang="+".join(self._languages),
                config=f"--psm {PAGE_SEGMENTATION[layout]}",
                output_type=pytesseract.Output.DICT,
                timeout=_TIMEOUT_S,
            )
        except pytesseract.TesseractError as error:
            raise ComponentMissingError("engine_failed", named(self._languages)) from error
        rows = _rows(table, (grey.width, grey.height))
        grouped = (tuple(word for _, word in row) for _, row in groupby(rows, lambda r: r[0]))
        lines = tuple(Line(in_reading_order(words)) for words in grouped)
        return PageText(page, lines, Source.OCR, self.version())


def _rows(table: dict[str, list[object]], size: tuple[int, int]) -> Iterator[_Row]:
    for cells in zip(*(table[name] for name in _COLUMNS), strict=True):
        block, paragraph, line, left, top, width, height = (int(str(cell)) for cell in cells[:7])
        confidence, text = float(str(cells[7])), str(cells[8]).strip()
        if text and confidence >= 0:
            box = to_box((left, top, left + width, top + height), size)
            yield (block, paragraph, line), Word(text, box, min(confidence / 100, 1.0))


def _installed_version(languages: tuple[str, ...]) -> str:
    try:
        import pytesseract

        version = str(pytesseract.get_tesseract_version())
        missing = set(languages) - set(pytesseract.get_languages())
    except (ImportError, OSError, SystemExit) as error:
        raise engine_missing("Tesseract", languages) from error
    if missing:
        raise ComponentMissingError("engine_language", named(sorted(missing)))
    return version

"""Can the needed values be read at all? A reader that knows where to look, not of docscheck.

It is told the page, upright and flat, and where each value is printed (from the text layer of the
paper before it was spoiled). It reads just these strips with Tesseract, enlarged, lit evenly,
cleaned and sharpened. What it cannot find there, few could.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
import tesserocr
from PIL import Image

from measure.same_value import folded
from specimens.channels import Leaf
from specimens.channels.pictures import MM_PER_INCH, Picture

_POINTS_PER_INCH = 72
_READ_DPI = 300
_MARGIN_MM = (6.0, 1.6)
"""Around a printed value, across and up and down."""
_SIMILAR = 0.75
"""Less of a value than this is lost: nobody could tell it from another."""
_TESSDATA = (Path("/usr/share/tesseract-ocr/5/tessdata"), Path("/usr/share/tessdata"))
_MONTHS = (
    ("JANVIER", "JANUARY", "JAN", "ENE"), ("FEVRIER", "FEBRUARY", "FEB", "FEV"),
    ("MARS", "MARCH", "MAR"), ("AVRIL", "APRIL", "APR", "AVR"), ("MAI", "MAY", "MAY"),
    ("JUIN", "JUNE", "JUN"), ("JUILLET", "JULY", "JUL", "JUIL"),
    ("AOUT", "AUGUST", "AUG"), ("SEPTEMBRE", "SEPTEMBER", "SEP", "SEPT"),
    ("OCTOBRE", "OCTOBER", "OCT"), ("NOVEMBRE", "NOVEMBER", "NOV"),
    ("DECEMBRE", "DECEMBER", "DEC"),
)  # fmt: skip
_PLACES = 3
"""Of one value that are tried."""
_PLAIN = 2
"""The first ways to prepare a strip are none to speak of."""
_DATES = frozenset({"birth_date", "expiry_date", "issue_date", "valid_from"})


_Box = tuple[float, float, float, float]
_Letter = tuple[str, _Box]


class Reach(StrEnum):
    """How much of a page's needed values can be read."""

    GOOD = "good"
    BETWEEN = "between"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is printed, and how, letters and digits only."""

    name: str
    printed: str
    box_mm: _Box
    """Left, top, right, bottom from the page's top left corner."""


def places(leaf: Leaf, values: Mapping[str, str]) -> tuple[Place, ...]:
    """Find every place of the text layer that prints one of the values, in whatever form."""
    document = pdfium.PdfDocument(leaf.paper.pdf)
    try:
        page = document[leaf.index]
        lines = _lines(page.get_textpage(), page.get_height())
    finally:
        document.close()
    return tuple(
        place
        for name, value in values.items()
        for place in list(_found(lines, name, value))[:_PLACES]
    )


def _found(lines: list[list[_Letter]], name: str, value: str) -> Iterator[Place]:
    forms = [form for form in _forms(name, value) if form]
    for line in lines:
        text = "".join(letter for letter, _ in line)
        form = next((form for form in forms if form in text), None)
        if form is not None:
            start = text.index(form)
            boxes = [box for _, box in line[start : start + len(form)]]
            yield Place(name, form, _around(boxes))


def reach(picture: Picture, px_per_mm: float, wanted: Iterable[Sequence[Place]]) -> Reach:
    """Tell how much can be read off a picture of what is needed: of each group of places, one.

    A page is good when every value, of all that would do, is read without treatment, both lit
    evenly and as it is; lost when nothing of a group can be read with any treatment.
    """
    plain = True
    worst = 1.0
    for group in wanted:
        best, easy = 0.0, dict.fromkeys((place.name for place in group), False)
        for place in group:
            if easy[place.name] or (best == 1.0 and not plain):
                continue
            share, easy[place.name] = _share(picture, px_per_mm, place)
            best = max(best, share)
        plain, worst = plain and all(easy.values()), min(worst, best)
        if worst < _SIMILAR:
            return Reach.LOST
    return Reach.GOOD if plain else Reach.BETWEEN


def _share(picture: Picture, px_per_mm: float, place: Place) -> tuple[float, bool]:
    """Give how much of a printed value the best reading of its strip holds, 1.0 for all of it, and
    whether both plain readings hold all.
    """
    best, plain = 0.0, 0
    for number, strip in enumerate(_strips(picture, px_per_mm, place)):
        share = _likeness(place.printed, folded(_read(strip)))
        best = max(best, share)
        plain += number < _PLAIN and share == 1.0
        if best == 1.0 and number + 1 >= _PLAIN:
            break
    return best, plain == _PLAIN


def _likeness(printed: str, read: str) -> float:
    if printed in read:
        return 1.0
    best = 0.0
    for start in range(max(1, len(read) - len(printed) + 1)):
        part = read[start : start + len(printed)]
        best = max(best, SequenceMatcher(None, printed, part, autojunk=False).ratio())
    return min(best, 0.99)


def _strips(picture: Picture, px_per_mm: float, place: Place) -> Iterator[Picture]:
    """Give the strip around a place, prepared in several ways."""
    left, top, right, bottom = place.box_mm
    across, along = _MARGIN_MM
    rows = slice(max(0, round((top - along) * px_per_mm)), round((bottom + along) * px_per_mm))
    columns = slice(max(0, round((left - across) * px_per_mm)), round((right + across) * px_per_mm))
    strip = picture[rows, columns]
    if min(strip.shape[:2]) < 3:
        return
    grey = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY)
    factor = _READ_DPI / MM_PER_INCH / px_per_mm
    large = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    lit = _evenly_lit(large)
    yield _framed(lit)
    yield _framed(large)
    halo = cv2.GaussianBlur(lit, (0, 0), 4.0)
    yield _framed(cv2.addWeighted(lit, 2.2, halo, -1.2, 0))
    yield _framed(cv2.GaussianBlur(cv2.medianBlur(lit, 5), (0, 0), 1.2))
    wide = cv2.resize(cv2.GaussianBlur(lit, (0, 0), 2.0), None, fx=0.6, fy=0.6)
    yield _framed(cv2.normalize(wide, None, 0, 255, cv2.NORM_MINMAX))


def _evenly_lit(grey: Picture) -> Picture:
    """Divide by the light around, then stretch."""
    light = cv2.GaussianBlur(grey, (0, 0), 24.0).astype(np.float32)
    even = grey.astype(np.float32) / np.maximum(light, 1.0)
    low, high = np.percentile(even, (1, 90))
    return np.clip((even - low) / max(1e-3, high - low) * 235, 0, 255).astype(np.uint8)


def _framed(strip: object) -> Picture:
    pixels = np.asarray(strip, np.uint8)
    return np.asarray(cv2.copyMakeBorder(pixels, 16, 16, 16, 16, cv2.BORDER_REPLICATE), np.uint8)


@cache
def _engine() -> tesserocr.PyTessBaseAPI:
    path = next(place for place in _TESSDATA if (place / "fra.traineddata").exists())
    return tesserocr.PyTessBaseAPI(path=str(path), lang="fra", psm=tesserocr.PSM.SINGLE_BLOCK)


def _read(strip: Picture) -> str:
    engine = _engine()
    engine.SetImage(Image.fromarray(strip))
    engine.SetSourceResolution(_READ_DPI)
    return str(engine.GetUTF8Text())


def _lines(text_page: pdfium.PdfTextPage, height: float) -> list[list[_Letter]]:
    """Give the folded letters of each printed line with their boxes in millimetres."""
    lines: list[list[_Letter]] = [[]]
    for index, letter in enumerate(text_page.get_text_range()):
        if letter in "\r\n":
            lines.append([])
            continue
        if index >= text_page.count_chars():
            break
        left, bottom, right, top = text_page.get_charbox(index)
        box = tuple(
            side / _POINTS_PER_INCH * MM_PER_INCH
            for side in (left, height - top, right, height - bottom)
        )
        lines[-1] += [(one, box) for one in folded(letter)]  # type: ignore[misc]
    return lines


def _around(boxes: list[_Box]) -> _Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _forms(name: str, value: str) -> Iterator[str]:
    """Give the ways a value is printed, letters and digits only."""
    if name in _DATES:
        year, month, day = value.split("-")
        plain = str(int(day))
        yield from (day + month + year, year + month + day, plain + str(int(month)) + year)
        for word in _MONTHS[int(month) - 1]:
            yield from (day + word + year, plain + word + year, plain + "ER" + word + year)
            yield from (day + word + year[2:], f"{day}{month}{word}{year}")
        yield year[2:] + month + day
        yield day + month + year[2:]  # stickers print 02-02-27
        return
    if name == "school_year":
        yield from (folded(value), value[:4] + value[7:], value[:4])
        return
    yield folded(value)

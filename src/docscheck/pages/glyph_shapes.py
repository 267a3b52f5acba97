"""Does a drawn letter look like the letter it is said to be? A cheap test of clean drawings.

Each letter is cut out, brought to one size and compared with the same letters of seven common
faces that PDFium carries itself (ISO 32000-2, 9.6.2.2: the standard 14 fonts). It passes when its
own letter is among the likeliest few. This tells a font whose letters are what they are said to be
from one that draws others, at a hundredth of the price of reading; it reads nothing.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from functools import cache

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from msgspec import Struct
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name

from docscheck.document import Box
from docscheck.pages.interface import Pixels

COMPARED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
"""Characters that the faces draw and that look alike in all of them."""
_FACES = (
    "Helvetica", "Helvetica-Bold", "Helvetica-Oblique",
    "Times-Roman", "Times-Bold", "Times-Italic", "Courier-Bold",
)  # fmt: skip
_SAME_SHAPE = str.maketrans("COSVWXZUPKI0", "cosvwxzupklo")
"""Characters that only their size tells apart."""
_CELLS = 12
_MARGIN_CELLS = 2
"""White around the letter, without which a plain bar would have no shape."""
_LIKELIEST = 4
"""Places among which the letter must be: `1`, `l`, `I` and `i` of one face, `e` and `c` of two."""
_ASPECT_WEIGHT = 0.25
"""How far a letter twice as wide as the pattern falls behind: as much as a stroke too many."""
_MIN_SIDE_PX = 4
_EM_PX = 40
_INK = 128
_STEP_PT = 50

Shapes = NDArray[np.float32]


def bears_out(drawing: Pixels, letters: Sequence[tuple[str, Box]]) -> list[bool | None]:
    """Say of each letter whether it looks like what it is said to be; `None` if too small to tell.

    Args:
        drawing: the page in grey, without noise.
        letters: characters of `COMPARED`, each with the box that its ink fills.
    """
    answers: list[bool | None] = [None] * len(letters)
    cut = [(number, place) for number, (_, b) in enumerate(letters) if (place := _cut(drawing, b))]
    if not cut:
        return answers
    shapes = _normal([_small(drawing, place) for _, place in cut])
    aspects = np.array([place.log_aspect for _, place in cut], dtype=np.float32)
    told = [letters[number][0].translate(_SAME_SHAPE) for number, _ in cut]
    for (number, _), rank in zip(cut, _ranks(shapes, aspects, told), strict=True):
        answers[number] = rank < _LIKELIEST
    return answers


def _ranks(shapes: Shapes, aspects: Shapes, told: Sequence[str]) -> list[int]:
    """Count the characters that each letter looks more like than the one it is told as."""
    names, starts, patterns, pattern_aspects = _patterns()
    apart = np.abs(aspects[:, None] - pattern_aspects[None, :])
    scores = shapes @ patterns.T - _ASPECT_WEIGHT * apart
    best = np.maximum.reduceat(scores, starts, axis=1)
    places = {name: place for place, name in enumerate(names)}
    own = best[np.arange(len(told)), [places[name] for name in told]]
    return [int(rank) for rank in (best > own[:, None]).sum(axis=1)]


class _Cut(Struct, frozen=True):
    """Where the ink of one letter is, in whole pixels."""

    x: slice
    y: slice
    log_aspect: float


def _cut(drawing: Pixels, box: Box) -> _Cut | None:
    height, width = drawing.shape
    left, right = box.left * width, box.right * width
    top, bottom = box.top * height, box.bottom * height
    wide, high = right - left, bottom - top
    if max(wide, high) < _MIN_SIDE_PX or min(wide, high) <= 0:
        return None
    if left < 0 or top < 0 or right > width or bottom > height:
        return None
    x, y = int(left), int(top)  # a thin letter keeps at least a pixel
    across = slice(x, max(math.ceil(right), x + 1))
    return _Cut(across, slice(y, max(math.ceil(bottom), y + 1)), math.log2(wide / high))


def _small(drawing: Pixels, place: _Cut) -> Shapes:
    """Return the ink of a letter, 0 to 255, on as many cells as every letter has."""
    size = (_CELLS, _CELLS)
    cells = cv2.resize(drawing[place.y, place.x], size, interpolation=cv2.INTER_AREA)
    paper = drawing[max(place.y.start - 2, 0), place.x].max()
    return np.asarray(np.abs(cells.astype(np.float32) - np.float32(paper)), dtype=np.float32)


def _normal(letters: Sequence[Shapes]) -> Shapes:
    """Give the letters white around, mean 0 and length 1, one a row."""
    side = _CELLS + 2 * _MARGIN_CELLS
    cells = np.zeros((len(letters), side, side), dtype=np.float32)
    cells[:, _MARGIN_CELLS:-_MARGIN_CELLS, _MARGIN_CELLS:-_MARGIN_CELLS] = letters
    rows = cells.reshape(len(letters), -1)
    rows -= rows.mean(axis=1, keepdims=True)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)


@cache
def _patterns() -> tuple[list[str], NDArray[np.intp], Shapes, Shapes]:
    """Draw every compared character in every face.

    Returns the characters, where the patterns of each begin, all patterns, their log aspects.
    """
    characters = sorted(COMPARED)
    document = pdfium.PdfDocument(_sheet(characters))
    bitmap = document[0].render(scale=_EM_PX / _STEP_PT, grayscale=True)
    pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    document.close()
    found: list[tuple[str, Shapes, float]] = []
    for row in range(len(_FACES)):
        for column, character in enumerate(characters):
            y, x = row * _EM_PX, column * _EM_PX
            ys, xs = np.nonzero(pixels[y : y + _EM_PX, x : x + _EM_PX] < _INK)
            height, width = int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1
            y, x = y + int(ys.min()), x + int(xs.min())
            place = _Cut(slice(x, x + width), slice(y, y + height), math.log2(width / height))
            found.append(
                (character.translate(_SAME_SHAPE), _small(pixels, place), place.log_aspect)
            )
    found.sort(key=lambda pattern: pattern[0])
    names, starts = np.unique([name for name, _, _ in found], return_index=True)
    shapes = _normal([shape for _, shape, _ in found])
    aspects = np.array([aspect for _, _, aspect in found], dtype=np.float32)
    return [str(name) for name in names], starts, shapes, aspects


def _sheet(characters: Sequence[str]) -> bytes:
    """Set one face a line, one character a square, in a PDF that names standard fonts only."""
    pdf = pikepdf.new()
    size = (_STEP_PT * len(characters), _STEP_PT * len(_FACES))
    page = pdf.add_blank_page(page_size=size).obj
    page[Name.Resources] = Dictionary(
        Font=Dictionary(
            {
                f"/F{n}": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{face}"))
                for n, face in enumerate(_FACES)
            }
        )
    )
    rows = []
    for n in range(len(_FACES)):
        base = size[1] - _STEP_PT * n - 36
        shown = (f"1 0 0 1 {8 + _STEP_PT * k} {base} Tm ({c}) Tj" for k, c in enumerate(characters))
        rows.append(f"BT /F{n} 36 Tf {' '.join(shown)} ET")
    page[Name.Contents] = Array([pdf.make_stream("\n".join(rows).encode("ascii"))])
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()

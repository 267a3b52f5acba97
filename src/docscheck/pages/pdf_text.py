"""What words does a page's text layer hold, where do they stand, and can an eye see them.

PDFium gives characters with boxes; spaces and line ends are its deduction. A word counts as seen
when there is ink in its box on the drawn page, so white, clipped, covered, off-page and switched-
off text is told from printed text by one test instead of a list of tricks. Text in rendering mode
3 (ISO 32000-2, 9.3.6) is seen only as the layer that OCR lays over an image: a claim about it.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from msgspec import Struct

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.pages.interface import Pixels
from docscheck.pages.reading_order import order_lines

ENGINE = "pdfium"
_HYPHEN_AT_LINE_END = 0x02
_MIN_CONTRAST = 10
"""Of 255: the drawing is free of noise, and pale grey print still makes 20."""
_MIN_HEIGHT_PT = 1.0
"""Capitals of 1.5 point type; legal small print starts at 5."""
_MIN_SIZE_PT = 2.0
"""Size of type that nobody can read on paper (R19 of `reliability.md`)."""
_ANGLE_SAMPLE = 200

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page, before it is turned."""


class LayerWord(Struct, frozen=True):
    """One word of a text layer."""

    text: str
    rectangle: Rectangle
    drawn: bool
    """False in rendering mode 3, or when its text object lies under the covering image."""
    letters: tuple[tuple[str, Rectangle], ...] = ()
    """Each character with the rectangle of its ink."""
    item: int = 0
    """Address of its text object, 0 when it has none."""
    font: int = 0
    """Address of its font, 0 when it has none."""
    angle_deg: float = 0.0
    """Clockwise, of its first character."""
    size_pt: float = 0.0
    """Of the type of its first character; 0 where it is unknown."""


class SplitLayer(Struct, frozen=True):
    """A text layer, parted by what an eye can see."""

    seen: tuple[Line, ...] = ()
    hidden: tuple[Line, ...] = ()
    pairs: tuple[tuple[LayerWord, Word], ...] = ()
    """The words that can be seen, with where they stand on the upright page."""


class Frame(Struct, frozen=True):
    """How a page's points map to the upright page."""

    bounds: Rectangle
    turn_deg: int
    """Clockwise: the page's own /Rotate plus what had to be added."""

    def box(self, rectangle: Rectangle) -> Box:
        """Return `rectangle` in fractions of the upright page; it may lie outside 0 to 1."""
        left, bottom, right, top = self.bounds
        width, height = max(right - left, 1e-6), max(top - bottom, 1e-6)
        x0, x1 = (rectangle[0] - left) / width, (rectangle[2] - left) / width
        y0, y1 = (top - rectangle[3]) / height, (top - rectangle[1]) / height
        if self.turn_deg == 90:
            return Box(1 - y1, x0, 1 - y0, x1)
        if self.turn_deg == 180:
            return Box(1 - x1, 1 - y1, 1 - x0, 1 - y0)
        if self.turn_deg == 270:
            return Box(y0, 1 - x1, y1, 1 - x0)
        return Box(x0, y0, x1, y1)


class TextLayer(Struct, frozen=True):
    """A page's words and the way they run."""

    words: tuple[LayerWord, ...]
    angle_deg: int | None
    """Clockwise direction of most characters, to the nearest quarter turn."""

    def split(self, frame: Frame, drawing: Pixels, images: tuple[Rectangle, ...]) -> SplitLayer:
        """Part the words into those an eye can see and the others.

        Args:
            frame: maps points to the upright page.
            drawing: the page drawn upright in grey, at any size.
            images: where images lie; text not drawn is a claim about them, elsewhere it is hidden.
        """
        seen: list[tuple[LayerWord, Word]] = []
        hidden: list[Word] = []
        for word in self.words:
            box = frame.box(word.rectangle)
            claimed = word.drawn or any(covers(image, word.rectangle) for image in images)
            visible = claimed and not _is_tiny(word) and _has_ink(drawing, box)
            placed = Word(word.text, _clip(box), None)
            if visible:
                seen.append((word, placed))
            else:
                hidden.append(placed)
        lines = order_lines([placed for _, placed in seen])
        return SplitLayer(lines, order_lines(hidden), tuple(seen))


def page_text(number: int, lines: tuple[Line, ...]) -> PageText | None:
    """Wrap lines of a text layer; `None` when there are none."""
    return PageText(number, lines, Source.TEXT_LAYER, ENGINE) if lines else None


def read_layer(page: pdfium.PdfPage, max_chars: int, below: frozenset[int]) -> TextLayer:
    """Read the text layer of a page.

    Args:
        page: an open page.
        max_chars: characters after these are left unread.
        below: addresses of the text objects that lie under a covering image.

    Raises:
        pypdfium2.PdfiumError: the layer cannot be parsed.
    """
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), max_chars)
        words = tuple(_words(text_page, count, below))
        return TextLayer(words, _main_angle(text_page, count))
    finally:
        text_page.close()


def _words(text_page: pdfium.PdfTextPage, count: int, below: frozenset[int]) -> Iterator[LayerWord]:
    first, letters = 0, list[tuple[str, Rectangle]]()
    for index in range(count + 1):
        letter = _letter(text_page, index) if index < count else " "
        if letter.isspace():
            if letters:
                yield _word(text_page, first, tuple(letters), below)
            letters = []
        elif letter:
            first = first if letters else index
            letters.append((letter, _char_box(text_page, index)))


def _word(
    text_page: pdfium.PdfTextPage,
    first: int,
    letters: tuple[tuple[str, Rectangle], ...],
    below: frozenset[int],
) -> LayerWord:
    item = pdfium_c.FPDFText_GetTextObject(text_page.raw, first)
    return LayerWord(
        text=_compose("".join(letter for letter, _ in letters)),
        rectangle=_union([rectangle for _, rectangle in letters]),
        drawn=not item or _drawn(item, below),
        letters=letters,
        item=address_of(item) if item else 0,
        font=address_of(pdfium_c.FPDFTextObj_GetFont(item)) if item else 0,
        angle_deg=math.degrees(pdfium_c.FPDFText_GetCharAngle(text_page.raw, first)),
        size_pt=_size_of(text_page, first),
    )


def _size_of(text_page: pdfium.PdfTextPage, index: int) -> float:
    """Return the size of a character's type as it comes to the page, by area (9.4.4)."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFText_GetMatrix(text_page.raw, index, matrix):
        return 0.0
    size: float = pdfium_c.FPDFText_GetFontSize(text_page.raw, index)
    return size * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def address_of(pointer: object) -> int:
    """Return what tells one object of PDFium's from another while the page is open."""
    # pypdfium2 has no types: its handles are ctypes pointers, which is all that cast asks for
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _letter(text_page: pdfium.PdfTextPage, index: int) -> str:
    """Return a printable character, a space, or nothing for what has no shape of its own."""
    code = pdfium_c.FPDFText_GetUnicode(text_page.raw, index)
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    if not code or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or 0xFFFE <= code <= 0xFFFF:
        return ""
    letter = chr(code)
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in ("Cc", "Cf") else letter


def _compose(letters: str) -> str:
    """Join combining accents to their letters and part the typographer's ligatures."""
    has_ligature = any("\ufb00" <= letter <= "\ufb06" for letter in letters)
    return unicodedata.normalize("NFKC" if has_ligature else "NFC", letters)


def _char_box(text_page: pdfium.PdfTextPage, index: int) -> Rectangle:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _drawn(item: object, below: frozenset[int]) -> bool:
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(item)
    return address_of(item) not in below and mode != pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE


def _main_angle(text_page: pdfium.PdfTextPage, count: int) -> int | None:
    turns: Counter[int] = Counter()
    for index in range(0, count, max(1, count // _ANGLE_SAMPLE)):
        if not _letter(text_page, index).strip():
            continue
        angle = pdfium_c.FPDFText_GetCharAngle(text_page.raw, index)
        if angle >= 0:
            turns[round(math.degrees(angle) / 90) % 4 * 90] += 1
    return turns.most_common(1)[0][0] if turns else None


def _union(boxes: list[Rectangle]) -> Rectangle:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def covers(outer: Rectangle, inner: Rectangle) -> bool:
    """Tell whether the middle of `inner` lies in `outer`."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _is_tiny(word: LayerWord) -> bool:
    """Tell print too small to see, whichever way it runs; one character or a dash may be thin."""
    width, height = (
        word.rectangle[2] - word.rectangle[0],
        word.rectangle[3] - word.rectangle[1],
    )
    letters = sum(map(str.isalnum, word.text))
    if letters > 1 and 0 < word.size_pt < _MIN_SIZE_PT:
        return True
    return (min if letters > 1 else max)(width, height) < _MIN_HEIGHT_PT


def _has_ink(drawing: Pixels, box: Box) -> bool:
    height, width = drawing.shape
    if not (0 <= (box.left + box.right) / 2 <= 1 and 0 <= (box.top + box.bottom) / 2 <= 1):
        return False
    left, right = max(0, int(box.left * width) - 1), min(width, math.ceil(box.right * width) + 1)
    top, bottom = max(0, int(box.top * height) - 1), min(height, math.ceil(box.bottom * height) + 1)
    piece = drawing[top:bottom, left:right]
    return piece.size > 0 and int(np.ptp(piece)) >= _MIN_CONTRAST


def _clip(box: Box) -> Box:
    sides = (min(max(v, 0.0), 1.0) for v in (box.left, box.top, box.right, box.bottom))
    return Box(*sides)

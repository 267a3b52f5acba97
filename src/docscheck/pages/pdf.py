"""What pages does a PDF hold, and what are their text and their pixels.

qpdf opens, repairs and names the cause of failure (`pdf_structure`); PDFium reads text and draws.
A page counts as a picture when images make it up and almost no word on it can be seen, or fewer
than an OCR program has laid unseen over the picture. Where it is nothing but that picture, the raw
JPEG is decoded at the size needed; else the page is drawn in grey at no more than the image's own
resolution. Nothing is drawn larger than `Limits.max_side_px`, whatever the MediaBox.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import cached_property

import numpy as np
import pypdfium2 as pdfium

from docscheck.document import Origin, PageText
from docscheck.losses import Trouble
from docscheck.pages.image import decode_image, open_header, read_header
from docscheck.pages.interface import NORMAL_DPI, Doubt, Limits, Pixels, Purpose, Raster, Unopenable
from docscheck.pages.origin import Header, guess_origin, plausible_dpi
from docscheck.pages.pdf_active import STRUCTURE_ERRORS
from docscheck.pages.pdf_doubt import doubts_of
from docscheck.pages.pdf_layout import Layout, read_layout
from docscheck.pages.pdf_structure import PageStructure, Structure, open_structure
from docscheck.pages.pdf_text import Frame, SplitLayer, TextLayer, page_text, read_layer
from docscheck.pages.picture import PHOTO_TEXT_PX, SCAN_TEXT_PX, Picture

RENDERER_ERRORS = (
    pdfium.PdfiumError, ValueError, TypeError, OverflowError, RuntimeError, OSError,
    ctypes.ArgumentError,
)  # fmt: skip
"""What pypdfium2 raises: its own error, and Python's on odd page boxes (seen)."""
_POINTS_PER_INCH = 72
_SIDES_PT = (18.0, 14_400.0)
"""Accepted sides of a page: a quarter inch, and the most ISO 32000-1 annex C allows."""
_JUST_BELOW = 1 - 1e-6
"""Sizes are rounded up: at its own resolution a picture would come out one pixel wider now and
then, and every letter a little blurred."""
_EVIDENCE_PX = 850
"""Short side of the drawing on which words are looked for: A4 at about 100 dpi."""
_FINE_PX = 2 * _EVIDENCE_PX
"""Where small print is looked at once more."""
_FEW_CHARS = 50
"""A scan may carry a printed footer of a scanning program; a page of text has more than this."""
_CAPTION_CHARS = 20
"""A picture pasted on a page may have a caption such as its name."""
_PICTURE_SHARE = 0.05
"""An identity card laid on A4 covers 7 % of it."""
_FEW_MODULES = 40
"""Squares of the smallest code, drawn one by one; rules of a table are fewer."""
_FEW_DRAWINGS = 200
"""Letters turned into outlines draw thousands of paths; a frame around a picture a few."""


def open_pdf(data: bytes, limits: Limits) -> PdfFile:
    """Open a PDF from its bytes.

    Raises:
        Unopenable: encrypted, damaged beyond repair, without a page, or over a limit.
    """
    structure = open_structure(data, limits)
    try:
        return PdfFile(data, structure, limits)
    except BaseException:
        structure.close()
        raise


class PdfFile:
    """An opened PDF."""

    def __init__(self, data: bytes, structure: Structure, limits: Limits) -> None:
        self.container = structure.container()
        self._structure = structure
        self._limits = limits
        self._document = _open_document(data, structure)

    def pages(self) -> Iterator[PdfPage]:
        for index in range(min(self.container.page_count, self._limits.max_pages_inspected)):
            page = PdfPage(self._document, self._structure.page(index), index, self._limits)
            yield page
            page.release()

    def close(self) -> None:
        self._document.close()
        self._structure.close()


class PdfPage:
    """One page of a PDF."""

    def __init__(
        self, document: pdfium.PdfDocument, structure: PageStructure, index: int, limits: Limits
    ) -> None:
        self._index = index
        self._limits = limits
        self._structure = structure
        self._picture = Picture(self._decode, limits)
        self._page = _load(document, index)
        self._size_pt: tuple[float, float] = self._page.get_size()
        self._rotation = int(self._page.get_rotation())

    @property
    def number(self) -> int:
        return self._index + 1

    @property
    def size_px(self) -> tuple[int, int]:
        width, height = self._full_px
        return (width, height) if self._picture.turn_deg % 180 == 0 else (height, width)

    @property
    def dpi(self) -> float | None:
        return plausible_dpi(self._full_px, self._layout.dpi) if self._is_scan else None

    @cached_property
    def origin(self) -> Origin:
        if not self._is_picture:
            return Origin.BORN_DIGITAL
        return guess_origin(self._header, self._picture.preview(SCAN_TEXT_PX))

    @property
    def text_turn_deg(self) -> int | None:
        angle = self._layer.angle_deg
        return None if angle is None else -(angle + self._rotation + self._picture.turn_deg) % 360

    def stand_upright(self, turn_deg: int) -> None:
        self._picture.turn(turn_deg)
        vars(self).pop("_split", None)

    def embedded_text(self) -> PageText | None:
        return page_text(self.number, self._split.seen)

    def hidden_text(self) -> PageText | None:
        return page_text(self.number, self._split.hidden)

    def doubts(self) -> tuple[Doubt, ...]:
        if not self._split.pairs:
            return ()
        turn = self._picture.turn_deg
        coarse = Raster(self._evidence).turned(turn).pixels
        return doubts_of(
            self._split.pairs,
            self._frame,
            self._layout,
            (
                lambda: coarse,
                lambda: Raster(self._draw(_FINE_PX, colour=False)).turned(turn).pixels,
            ),
        )

    @property
    def may_hold_codes(self) -> bool:
        return bool(self._layout.images) or self._layout.drawings > _FEW_MODULES

    def raster(self, purpose: Purpose = Purpose.TEXT) -> Raster:
        photo = self._is_picture and self.origin is Origin.PHOTO
        text_px = PHOTO_TEXT_PX if photo else SCAN_TEXT_PX
        dpi = self.dpi if self._is_picture else NORMAL_DPI
        return self._picture.raster(purpose, text_px, self._full_px, dpi)

    def release(self) -> None:
        self._picture.release()

    @property
    def _is_scan(self) -> bool:
        return self._is_picture and self.origin is Origin.SCAN

    @cached_property
    def _layout(self) -> Layout:
        try:
            return read_layout(self._page)
        except RENDERER_ERRORS as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error

    @cached_property
    def _layer(self) -> TextLayer:
        try:
            return read_layer(self._page, self._limits.max_text_chars, self._layout.below)
        except RENDERER_ERRORS as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error

    @cached_property
    def _split(self) -> SplitLayer:
        if not self._layer.words:
            return SplitLayer()
        drawing = Raster(self._evidence).turned(self._picture.turn_deg).pixels
        return self._layer.split(self._frame, drawing, self._layout.images)

    @property
    def _frame(self) -> Frame:
        return Frame(self._layout.bounds, (self._rotation + self._picture.turn_deg) % 360)

    @cached_property
    def _evidence(self) -> Pixels:
        return self._draw(_EVIDENCE_PX, colour=False)

    @cached_property
    def _is_picture(self) -> bool:
        layout = self._layout
        if layout.image_share < _PICTURE_SHARE or layout.drawings > _FEW_DRAWINGS:
            return False
        if self._drawn_chars < (_FEW_CHARS if layout.covered else _CAPTION_CHARS):
            return True
        told = sum(len(word.text) for word in self._layer.words) - self._drawn_chars
        return layout.covered and self._drawn_chars < told

    @cached_property
    def _drawn_chars(self) -> int:
        return sum(len(word.text) for word in self._layer.words if word.drawn)

    @cached_property
    def _full_px(self) -> tuple[int, int]:
        dpi = self._layout.dpi if self._is_picture else None
        scale = (dpi or NORMAL_DPI) / _POINTS_PER_INCH
        width, height = self._size_pt
        return max(1, round(width * scale)), max(1, round(height * scale))

    @cached_property
    def _raw(self) -> bytes | None:
        """The page's one JPEG, when nothing stands between it and the eye."""
        alone = self._structure.plain and self._is_picture and self._drawn_chars < _FEW_CHARS
        whole = self._layout.whole if alone else None
        return bytes(whole.get_data(decode_simple=False)) if whole else None

    @cached_property
    def _header(self) -> Header:
        if self._raw is None:
            return Header(self._full_px, self._layout.dpi)
        with open_header(self._raw, self._limits) as image:
            written = read_header(image)
        return Header(self._full_px, self._layout.dpi, written.camera)

    def _decode(self, short_px: int, colour: bool) -> Pixels:
        if self._raw is None:
            return self._draw(short_px, colour=colour)
        pixels = decode_image(self._raw, self._limits, short_px, colour=colour, as_stored=True)
        return Raster(pixels).turned(self._rotation).pixels

    def _draw(self, short_px: int, *, colour: bool) -> Pixels:
        scale = short_px / min(self._size_pt)
        if self._is_picture and self._layout.dpi:
            scale = min(scale, self._layout.dpi / _POINTS_PER_INCH * _JUST_BELOW)
        scale = min(scale, self._limits.max_side_px / max(self._size_pt))
        try:
            bitmap = self._page.render(scale=scale, grayscale=not colour, rev_byteorder=colour)
            pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
            bitmap.close()
        except MemoryError as error:
            raise Unopenable(Trouble.LIMIT, "memory for drawing") from error
        except RENDERER_ERRORS as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
        return pixels[:, :, 0] if pixels.ndim == 3 and not colour else pixels


def _open_document(data: bytes, structure: Structure) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except RENDERER_ERRORS:
        try:
            return pdfium.PdfDocument(structure.rewritten())
        except (*RENDERER_ERRORS, *STRUCTURE_ERRORS) as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error


def _load(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    try:
        page = document[index]
        sides = page.get_size()
    except (*RENDERER_ERRORS, IndexError) as error:
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    if min(sides) < _SIDES_PT[0] or max(sides) > _SIDES_PT[1]:
        page.close()
        raise Unopenable(Trouble.LIMIT, "page sides outside 18 to 14,400 pt")
    return page

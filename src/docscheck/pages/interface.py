"""What does an opened file offer: its container, its pages, their pixels and their own text.

Pixels stay in the process that decoded them; only `document.Page` and `document.Measures` leave
it. This module says what; `pdf` and `image` say how.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.document import (
    Box,
    Container,
    Origin,
    PageText,
    Word,
)
from docscheck.losses import Trouble

Pixels = NDArray[np.uint8]
"""H×W grey, or H×W×3 RGB."""

NORMAL_DPI = 150.0
"""Where more pixels stop helping a reader of 9 to 12 point print."""


class Unopenable(Exception):
    """A file, or a page of it, that cannot be read; becomes `Examined.trouble`, never a crash."""

    def __init__(self, trouble: Trouble, detail: str) -> None:
        super().__init__(f"{trouble}: {detail}")
        self.trouble = trouble
        self.detail = detail


class Purpose(StrEnum):
    """What pixels are wanted for: it decides how many are decoded."""

    TEXT = "text"
    """Grey, for reading and measuring: an A4 scan comes at 150 dpi, a photo 1500 px across."""
    DETAIL = "detail"
    """Grey, for machine-readable zones and small print: twice that where the file has it."""
    COLOUR = "colour"
    """RGB, at the size of TEXT: for ID photos and previews."""


class Limits(Struct, frozen=True):
    """How much of an untrusted file is looked at; `reliability.md` R5 and R6 give the reasons."""

    max_pages: int = 2_000
    """Counted; a file with more is refused."""
    max_pages_inspected: int = 20
    """Rendered and read; later pages are counted only."""
    max_pixels_decode: int = 50_000_000
    """More are refused from the header, before a byte is decoded."""
    max_pixels_draft: int = 200_000_000
    """A JPEG can be decoded at an eighth of its size, so it may claim this many."""
    max_side_px: int = 3_508
    """Longest side of any raster handed out: A4 at 300 dpi."""
    max_content_bytes: int = 64_000_000
    """Drawing instructions of one PDF page, unpacked."""
    max_tree_depth: int = 64
    """Levels of a PDF's page tree."""
    max_operators: int = 500_000
    """Operators that paint on one PDF page, forms counted each time they are drawn; maps have some
    ten thousand."""
    max_text_chars: int = 200_000
    """Characters taken from one page's text layer."""


class Raster(Struct, frozen=True, eq=False):
    """Pixels of one page or of a piece of it, upright as far as is known."""

    pixels: Pixels
    """uint8, H×W grey or H×W×3 RGB."""
    dpi: float | None = None
    """Of these pixels, not of the original; `None` when the printed size is unknown."""

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    def grey(self) -> Raster:
        """Return this raster in grey (ITU-R BT.601 luma), itself when it is."""
        if self.pixels.ndim == 2:
            return self
        luma = self.pixels @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
        return Raster(np.rint(luma).astype(np.uint8), self.dpi)

    def turned(self, turn_deg: int) -> Raster:
        """Turn clockwise by 0, 90, 180 or 270 degrees."""
        quarter_turns = turn_deg // 90 % 4
        if not quarter_turns:
            return self
        import cv2  # ten times as fast as numpy here, and not needed for a page that stands upright

        turns = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)
        turned = cv2.rotate(self.pixels, turns[quarter_turns - 1])
        return Raster(np.asarray(turned, dtype=np.uint8), self.dpi)

    def crop(self, box: Box) -> Raster:
        """Cut out `box`, a view of at least one pixel; parts outside the raster are dropped."""
        left, right = _span(box.left, box.right, self.width)
        top, bottom = _span(box.top, box.bottom, self.height)
        return Raster(self.pixels[top:bottom, left:right], self.dpi)


class Doubt(Struct, frozen=True):
    """Words of a text layer that may say other than what is seen, for one reason."""

    words: tuple[Word, ...]
    drawn: bool
    """The words draw their own letters; else they claim to tell those of a picture."""


def _span(start: float, stop: float, size: int) -> tuple[int, int]:
    first = min(max(int(start * size), 0), size - 1)
    return first, min(max(round(stop * size), first + 1), size)


class OpenedPage(Protocol):
    """One page, decoded only when asked. Sizes, pixels and boxes are upright once it was turned."""

    @property
    def number(self) -> int:
        """From 1."""

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of the picture, or of the page at 150 dpi when it is born digital."""

    @property
    def origin(self) -> Origin: ...

    @property
    def dpi(self) -> float | None:
        """Of the picture at full resolution; `None` when the printed size is unknown."""

    @property
    def text_turn_deg(self) -> int | None:
        """Clockwise turn that makes the page's own text upright; `None` without such text."""

    def stand_upright(self, turn_deg: int) -> None:
        """From now on give everything turned clockwise by `turn_deg` (0, 90, 180 or 270)."""

    def embedded_text(self) -> PageText | None:
        """Return the words of the text layer that can be seen, or `None` when there are none.

        On a page of origin SCAN they are the work of somebody's OCR over the picture: a claim.
        """

    def hidden_text(self) -> PageText | None:
        """Return words of the text layer that no eye can see (no ink there, tiny, off the page)."""

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the seen words of the layer that the drawing may not bear out.

        None on most pages: their letters look like what they are said to be.
        """

    @property
    def may_hold_codes(self) -> bool:
        """Whether anything but letters and a few lines is drawn on the page."""

    def raster(self, purpose: Purpose = Purpose.TEXT) -> Raster:
        """Return pixels sized for `purpose`; decoded once, kept until the page is released.

        Raises:
            Unopenable: the pixels are corrupt or over a limit.
        """

    def release(self) -> None:
        """Forget the pixels."""


class OpenedFile(Protocol):
    """A file whose container was read and whose pages wait."""

    @property
    def container(self) -> Container: ...

    def pages(self) -> Iterator[OpenedPage]:
        """Yield the pages to inspect, in order; pixels are forgotten when the next is asked for."""

    def close(self) -> None: ...

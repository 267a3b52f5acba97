"""The seam between pixels and words: what every OCR engine answers.

Engines get a bounded grey bitmap that docscheck made, never the student's file.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from docscheck.document import PageText
from docscheck.pages.interface import Raster


class Layout(StrEnum):
    """What the pixels show, so that the engine need not find out."""

    PAGE = "page"
    """A photographed page, or one whose blocks must be found."""
    BLOCK = "block"
    """One flat sheet or a crop of it: lines from margin to margin."""
    LINE = "line"
    """One line."""
    SPARSE = "sparse"
    """Words here and there: cards, forms, stickers."""


class OcrEngine(Protocol):
    """Reads words from pixels."""

    @property
    def name(self) -> str:
        """Key of the engine in `ocr.ENGINES`."""

    def version(self) -> str:
        """Name and version of what reads, such as `tesseract 5.5.4`."""

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        """Read the words on `raster`; boxes are fractions of it, confidences 0 to 1.

        Args:
            raster: grey or RGB, upright, print about 15 to 40 px high.
            page: number written into the answer.
            layout: what the pixels show.

        Raises:
            errors.ComponentMissingError: the engine or its language data is not installed.
        """


class Lettering(Struct, frozen=True):
    """What the shapes of a page's letters tell before any of them is read."""

    name: str
    """Of the script, as `scripts.script_called` knows it; `Latin` too."""
    turn_deg: int
    """Clockwise turn that puts the page upright: 0, 90, 180 or 270."""
    clearness: float
    """Of the turn, from 0; blurred print of any script stays under 1."""


class ScriptDetector(Protocol):
    """Tells scripts apart by the shapes of letters."""

    def detect(self, raster: Raster) -> Lettering | None:
        """Look at a page lying any way; `None` with too few letters, or without the data for it."""

"""The engine that reads nothing and says so: what then depends on reading is left unchecked."""

from __future__ import annotations

from docscheck.document import PageText, Source
from docscheck.ocr.interface import Layout
from docscheck.pages.interface import Raster


class NoEngine:
    """Reads nothing."""

    name = "none"

    def version(self) -> str:
        return "none"

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        return PageText(page, (), Source.OCR, self.version())

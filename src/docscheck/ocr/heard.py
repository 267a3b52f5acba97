"""An engine that tells before each reading that one begins, for whoever keeps the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docscheck.document import PageText
from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.interface import Raster


class HeardEngine:
    """Another engine, heard."""

    def __init__(self, engine: OcrEngine, begins: Callable[[], None]) -> None:
        self._engine = engine
        self._begins = begins
        self.name = engine.name

    def version(self) -> str:
        return self._engine.version()

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        self._begins()
        return self._engine.read(raster, page=page, layout=layout)


def load_heard(begins: Callable[[], None]) -> Callable[[str, Sequence[str]], OcrEngine]:
    """Give what loads engines by name and language, as `load_engine` does, and has them heard."""

    def load(name: str, languages: Sequence[str]) -> OcrEngine:
        return HeardEngine(load_engine(name, languages), begins)

    return load

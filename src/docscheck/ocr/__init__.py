"""Pixels to words: which engines are there, and which one is used.

Nothing heavy is imported until an engine is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from docscheck.errors import ComponentMissingError, UsageError
from docscheck.ocr.tessdata import engine_missing

if TYPE_CHECKING:
    from docscheck.ocr.interface import OcrEngine

DEFAULT_LANGUAGES = ("fra",)
"""French alone reads French accents better, and faster, than French with English (measured)."""
AUTO = "auto"
_AUTO_ORDER = ("tesseract", "pytesseract")


def load_engine(name: str = AUTO, languages: Sequence[str] = DEFAULT_LANGUAGES) -> OcrEngine:
    """Load an engine by name; `auto` takes the first that is installed.

    Args:
        name: a key of `ENGINES`, or `auto`.
        languages: Tesseract's three-letter codes, the main one first.

    Raises:
        errors.ComponentMissingError: the engine or its language data is not installed.
        errors.UsageError: no engine has this name.
    """
    if name == AUTO:
        return _first_installed(tuple(languages))
    if name not in ENGINES:
        names = ", ".join((AUTO, *ENGINES))
        raise UsageError("engine_unknown", {"name": name, "names": names})
    return ENGINES[name](tuple(languages))


def _first_installed(languages: tuple[str, ...]) -> OcrEngine:
    missing: ComponentMissingError | None = None
    for name in _AUTO_ORDER:
        try:
            return ENGINES[name](languages)
        except ComponentMissingError as error:
            missing = missing or error
    raise missing or engine_missing("Tesseract", languages)


def _tesseract(languages: tuple[str, ...]) -> OcrEngine:
    from docscheck.ocr.tesseract import TesseractEngine

    return TesseractEngine(languages)


def _pytesseract(languages: tuple[str, ...]) -> OcrEngine:
    from docscheck.ocr.pytesseract_cli import PytesseractEngine

    return PytesseractEngine(languages)


def _none(languages: tuple[str, ...]) -> OcrEngine:
    from docscheck.ocr.none import NoEngine

    return NoEngine()


ENGINES: dict[str, Callable[[tuple[str, ...]], OcrEngine]] = {
    "tesseract": _tesseract,
    "pytesseract": _pytesseract,
    "none": _none,
}
"""`recorded` is not here: it needs a file of recordings, see `recorded.RecordedEngine`."""

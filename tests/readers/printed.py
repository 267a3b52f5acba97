"""Pages written as text: one line a row, columns as in a typewriter's sheet."""

from __future__ import annotations

import re
from datetime import date

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.readers.interface import Reading

TODAY = date(2026, 11, 23)
_CHARACTER, _ROW = 1 / 110, 1 / 60


def page(
    text: str,
    number: int = 1,
    source: Source = Source.TEXT_LAYER,
    confidence: float | None = None,
) -> PageText:
    """Set `text` in type of one width: three blanks or more make a gap as wide as on paper."""
    lines = [_line(row, y, confidence) for y, row in enumerate(text.split("\n")) if row.strip()]
    return PageText(number, tuple(lines), source, "typewriter")


def reading(*texts: str) -> Reading:
    return Reading(tuple(page(text, number) for number, text in enumerate(texts, 1)), TODAY)


def _line(row: str, y: int, confidence: float | None) -> Line:
    return Line(
        tuple(
            Word(
                found[0],
                Box(
                    found.start() * _CHARACTER,
                    y * _ROW,
                    found.end() * _CHARACTER,
                    y * _ROW + 0.8 * _ROW,
                ),
                confidence,
            )
            for found in re.finditer(r"\S+", row)
        )
    )

"""Is there an IBAN in the line where one should stand? Read from close, cell by cell.

Bank papers set the groups of an IBAN in ruled boxes, and reading a whole page loses a box now and
then. Where a line begins like an IBAN, or says `IBAN`, and no valid one was read, that strip alone
is read again from the finest picture there is; it is taken only when its check digits hold, so that
a second look can never make an IBAN worse. Costs nothing on pages where all is well, nor on those
with a machine-readable zone, whose numbers look alike.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from docscheck.document import Box, Line, PageText, Source, Standing
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.page_record import ReadPage
from docscheck.pages.interface import Purpose
from docscheck.pages.places import text_within
from docscheck.pages.strips import evenly_lit
from docscheck.pages.surface import Surface, lay_flat
from docscheck.readers import iban
from docscheck.readers.passage import passages

_LIKE_ONE = re.compile(r"\bIBAN\b|\b[A-Z]{2}\d\d(?:[ |]*[A-Z0-9]{4}){3}")
_MOST_LINES = 3
_LOOKS = (
    (Layout.SPARSE, 0.6, False), (Layout.BLOCK, 0.3, False), (Layout.LINE, 0.3, False),
    (Layout.BLOCK, 0.6, True), (Layout.LINE, 0.3, True),
)  # fmt: skip
"""How the strip is read, heights of the line left above and below it, and whether it is first lit
evenly: a reflection bleaches the number and leaves the word `IBAN`."""


class IbanReader:
    """Reads strips with the engine that reads pages."""

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine

    def look_again(self, read: ReadPage) -> ReadPage:
        """Give the page with the lines of a valid IBAN put right, or as it was."""
        text = read.text
        if text is None or text.source is not Source.OCR or read.mrz is not None or _proven(text):
            return read
        numbers = [n for n, line in enumerate(text.lines) if _LIKE_ONE.search(line.text.upper())]
        if not numbers:
            return read
        surface = lay_flat(read.page.raster(Purpose.DETAIL), read.page.origin)
        for number in numbers[:_MOST_LINES]:
            found = self._found(text, number, surface)
            if found is not None:
                lines = (*text.lines[:number], found, *text.lines[number + 1 :])
                return replace(read, text=replace(text, lines=lines))
        return read

    def _found(self, text: PageText, number: int, surface: Surface) -> Line | None:
        line = text.lines[number]
        for layout, room, even in _LOOKS:
            strip = _strip(surface.from_page(line.box), room)
            cut = surface.raster.crop(strip)
            cut = evenly_lit(cut) if even else cut
            seen = self._engine.read(cut, page=text.page, layout=layout)
            words = _beside(line, surface.text_on_page(text_within(seen, strip)))
            if words is not None and _proven(replace(text, lines=(words,))):
                return words
        return None


def _strip(box: Box, room: float) -> Box:
    """Take the whole breadth: the boxes that were lost stand left or right of what was read."""
    high = room * (box.bottom - box.top)
    return Box(0.0, max(0.0, box.top - high), 1.0, min(1.0, box.bottom + high))


def _beside(line: Line, seen: PageText) -> Line | None:
    """Put what stands on the height of the line into one row: boxes come as lines of their own."""
    top, bottom = line.box.top, line.box.bottom
    words = [
        word
        for row in seen.lines
        for word in row.words
        if top <= (word.box.top + word.box.bottom) / 2 <= bottom
    ]
    return Line(tuple(sorted(words, key=lambda word: word.box.left))) if words else None


def _proven(text: PageText) -> bool:
    return any(
        field.standing is Standing.PROVEN for page in passages((text,)) for field in iban.find(page)
    )

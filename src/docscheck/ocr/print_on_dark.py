"""Read a raster, dark print on light and light print on dark.

An engine told to read a page loses most of what is printed white on a dark band, and inverting the
band within the page spoils the lines around it. So bands are read by themselves; of two readings of
a word the surer one counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from docscheck.document import Line, PageText, Word
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.dark_bands import find_dark_bands, inverted
from docscheck.pages.interface import Raster
from docscheck.pages.places import holds, text_within

_SURE = 0.6
"""Less sure words of a band are hair, or the pattern of a background."""
_SURER = 0.1
"""By which the reading of dark print has to be surer: white print gives it words it is sure of."""


def read_both_ways(engine: OcrEngine, raster: Raster, *, page: int, layout: Layout) -> PageText:
    """Return the words of a raster, those on dark bands included."""
    text = engine.read(raster, page=page, layout=layout)
    for band in find_dark_bands(raster):
        read = engine.read(inverted(raster.crop(band)), page=page, layout=Layout.BLOCK)
        text = _joined(text, text_within(read, band))
    return text


def _joined(text: PageText, band: PageText) -> PageText:
    """Take the words of a band that a text lacks, or of which it is no surer by much."""
    fresh = [word for word in _words(band) if (word.confidence or 0.0) >= _SURE]
    known = [word for word in _words(text) if any(_same_place(word, other) for other in fresh)]
    better = [word for word in fresh if _counts(word, known)]
    lost = [word for word in known if any(_same_place(word, other) for other in better)]
    taken = {id(word) for word in better}
    kept = _lines(text, lambda word: word not in lost)
    added = _lines(band, lambda word: id(word) in taken)
    return replace(text, lines=tuple(sorted((*kept, *added), key=lambda line: line.box.top)))


def _counts(word: Word, rivals: Iterable[Word]) -> bool:
    """Tell whether no other word in its place is surer by much; a rule or a dash is no word."""
    most = (word.confidence or 0.0) + _SURER
    return not any(
        (rival.confidence or 0.0) > most
        for rival in rivals
        if _same_place(word, rival) and any(map(str.isalnum, rival.text))
    )


def _same_place(one: Word, other: Word) -> bool:
    return holds(one.box, other.box) or holds(other.box, one.box)


def _words(text: PageText) -> Iterator[Word]:
    return (word for line in text.lines for word in line.words)


def _lines(text: PageText, wanted: Callable[[Word], bool]) -> tuple[Line, ...]:
    """Return the lines with only the words that are wanted."""
    parts = (tuple(word for word in line.words if wanted(word)) for line in text.lines)
    return tuple(Line(words) for words in parts if words)

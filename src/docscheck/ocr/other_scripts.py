"""What does a page say that makes no sense in French: is it in other letters, and can they be read?

Asked only after the ordinary reading, when that trusted hardly any of its words or found hardly any
where there is print: print in other letters read as French stays under 0.6, French print that can
be read at all above 0.65 (measured on papers of forty layouts, scanned and photographed). The
shapes of the letters give the script, a strip of a few lines the language among those installed
(the whole page, where the busiest strip was the grain of a table), and the new reading is kept only
if it is plainly better. All of this looks at the page evenly lit: one shadow across a sheet hides
small joined letters from the detection. What is not installed is told, not guessed at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Box, Line, PageText, Word
from docscheck.errors import ComponentMissingError
from docscheck.ocr import DEFAULT_LANGUAGES, load_engine
from docscheck.ocr.interface import Layout, OcrEngine, ScriptDetector
from docscheck.ocr.orientation import busiest_strip
from docscheck.ocr.script_detection import DETECTORS
from docscheck.pages.ink import Ink
from docscheck.pages.interface import Raster
from docscheck.pages.reading_order import in_reading_order
from docscheck.pages.straighten import even_light
from docscheck.scripts import Script, script_called, script_coded

_DOUBTFUL = 0.6
_HOPELESS = 0.35
_FEW_WORDS = 6
_PRINTED_LETTERS = 60
"""Spots of the shape of letters that no hair, stamp or edge of an empty sheet makes."""
_CLEAR = 1.0
"""Blurred print stays under 0.7 in `Lettering.clearness`, sharp print of most scripts above
1. Greek, half of whose capitals look alike on their heads, may stay under it too: below, no page is
turned and no missing data told, but what can be read is."""
_BETTER = 0.15
_READABLE = 0.6
"""Languages of another script than the page's stay under it on most pages."""
_MIN_SHARE = 0.2
"""Of other letters in what was read: else French was blurred, not foreign."""
_LATIN_WORDS = 3
_LATIN_LETTERS = 4
_LATIN_SURE = 0.8
_NUMBER = re.compile(r"\d{4,}|\d{1,4}(?:[./-]\d{1,4}){2}")
_SAME_PLACE = 0.5
"""Share of the smaller of two boxes that lies in the other when both are readings of one word."""
_MAX_LANGUAGES = 4
_STRIP_LINES = 5
_AHEAD = 0.02
"""By how much a rarer language must do better than one before it."""
_TAKEN_FOR_OTHERS = ("Thai", "Geor", "Armn")
"""Scripts that the detection was not taught well enough to name."""

_Languages = tuple[str, ...]
_Engines = dict[_Languages, OcrEngine]
Load = Callable[[str, Sequence[str]], OcrEngine]


class Way(Struct, frozen=True):
    """How a page can be read, as far as it was found out."""

    script: str | None = None
    """ISO 15924 code of letters whose language data is not installed."""
    languages: tuple[str, ...] = ()
    """Tesseract's codes of what reads the page; empty when nothing does better than French."""
    turn_deg: int = 0
    """Clockwise turn that puts the page upright, with `languages`."""


class OtherScripts:
    """Finds out how to read pages in other letters, and reads them."""

    def __init__(self, engine: str, detector: ScriptDetector, load: Load = load_engine) -> None:
        self._engine = engine
        self._detector = detector
        self._load = load

    @classmethod
    def beside(cls, engine: OcrEngine, load: Load = load_engine) -> OtherScripts | None:
        """Give what reads other letters in the way of `engine`; `None` if it has no such way."""
        detector = DETECTORS.get(engine.name)
        return cls(engine.name, detector(), load) if detector else None

    def find(self, raster: Raster, first: PageText) -> Way:
        """Find out what reads a page of which `first`, read in French, makes no sense.

        Args:
            raster: the page, flat, lying any way.
            first: the ordinary reading of it.
        """
        even = even_light(raster)
        seen = self._detector.detect(even)
        script = script_called(seen.name) if seen else None
        clear = seen is not None and seen.clearness >= _CLEAR
        if seen is None or not (clear or script):
            return Way()
        own = self._engines(script.languages if script else (), first)
        alike = self._engines(script.taken_for_it if script else (), first)
        turn_deg = seen.turn_deg if clear else 0
        best = self._best(own | alike, even.turned(turn_deg), first)
        if best:
            return Way(languages=best, turn_deg=turn_deg)
        return Way(script=script.code if script and clear and not own else None)

    def _best(self, engines: _Engines, upright: Raster, first: PageText) -> _Languages:
        """Name the languages that read the page plainly better than French did, if any do."""
        sure = _confidence(first)
        enough = max(_READABLE, sure + _BETTER)
        strip = busiest_strip(upright, _STRIP_LINES)
        best, score = _compared(engines, strip, Layout.BLOCK)
        if score < enough and sure < _HOPELESS:
            others = _compared(self._engines(_others(), first), strip, Layout.BLOCK)
            best, score = max((best, score), others, key=lambda result: result[1])
        if score < enough and engines:
            best, score = _compared(engines, upright, Layout.PAGE)
        return best if score >= enough else ()

    def read(self, raster: Raster, found: Way, first: PageText) -> PageText:
        """Read an upright page in the languages found; gives `first` if that is not worse."""
        engine = self._load(self._engine, found.languages)
        # Korean syllables fall apart into columns when blocks are looked for.
        layout = Layout.BLOCK if "kor" in found.languages else Layout.PAGE
        second = engine.read(even_light(raster), page=first.page, layout=layout)
        better = _confidence(second) >= _confidence(first) + _BETTER
        if not better or _count_words(second) < _FEW_WORDS or _foreign_share(second) < _MIN_SHARE:
            return first
        if not found.turn_deg:
            second = with_numbers_of(second, first)
        return replace(second, engine=f"{second.engine} {'+'.join(found.languages)}")

    def _engines(self, languages: Iterable[str], first: PageText) -> _Engines:
        """Load what is installed of these languages, with French where some of it is French."""
        also = DEFAULT_LANGUAGES if _holds_latin(first) else ()
        engines: _Engines = {}
        for language in languages:
            try:
                engines[language, *also] = self._load(self._engine, (language, *also))
            except ComponentMissingError:
                continue
            if len(engines) == _MAX_LANGUAGES:
                break
        return engines


def with_numbers_of(text: PageText, latin: PageText) -> PageText:
    """Take numbers and dates from a reading of the same picture in Latin letters.

    Arabic and Asian papers print most of them in European digits, which models of those scripts
    read badly: `2-008` for `2008/07/18`.
    """
    numbers = [
        word
        for word in _words(latin)
        if (word.confidence or 0.0) >= _LATIN_SURE and _NUMBER.fullmatch(word.text)
    ]
    for number in numbers:
        text = _with_number(text, number)
    return text


def _with_number(text: PageText, number: Word) -> PageText:
    """Put a number in the place of what was read there, where that is not as sure of digits."""
    for index, line in enumerate(text.lines):
        there = [word for word in line.words if _shared(word.box, number.box) > _SAME_PLACE]
        if not there:
            continue
        if any(len(word.text) > 2 * len(number.text) for word in there):
            return text
        kept = tuple(word for word in line.words if word not in there)
        lines = list(text.lines)
        lines[index] = Line(in_reading_order((*kept, number)))
        return replace(text, lines=tuple(lines))
    return text


def _shared(one: Box, other: Box) -> float:
    """Give the share of the smaller of two boxes that lies in the other."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    area = min(
        (one.right - one.left) * (one.bottom - one.top),
        (other.right - other.left) * (other.bottom - other.top),
    )
    return max(0.0, across) * max(0.0, down) / area if area > 0 else 0.0


def is_doubtful(text: PageText, ink: Ink) -> bool:
    """Whether hardly a word was trusted of what was found, or hardly found where there is print."""
    if _count_words(text) >= _FEW_WORDS:
        return _confidence(text) < _DOUBTFUL
    return len(ink.letters) >= _PRINTED_LETTERS


def _count_words(text: PageText) -> int:
    return sum(sum(map(str.isalnum, word.text)) >= 2 for word in _words(text))


def _compared(engines: _Engines, part: Raster, layout: Layout) -> tuple[_Languages, float]:
    best: _Languages = ()
    score = 0.0
    for languages, engine in engines.items():
        sure = _confidence(engine.read(part, page=1, layout=layout))
        if sure > score + _AHEAD:
            best, score = languages, sure
    return best, score


def _others() -> tuple[str, ...]:
    scripts: Iterator[Script | None] = map(script_coded, _TAKEN_FOR_OTHERS)
    return tuple(language for script in scripts if script for language in script.languages)


def _words(text: PageText) -> Iterator[Word]:
    return (word for line in text.lines for word in line.words)


def _confidence(text: PageText) -> float:
    """Mean over the words, weighted by their letters."""
    total = sure = 0.0
    for word in _words(text):
        letters = sum(map(str.isalnum, word.text))
        total += letters
        sure += letters * (word.confidence or 0.0)
    return sure / total if total else 0.0


def _holds_latin(text: PageText) -> bool:
    sure = (
        word
        for word in _words(text)
        if (word.confidence or 0.0) >= _LATIN_SURE
        and sum(map(str.isalpha, word.text)) >= _LATIN_LETTERS
    )
    return len(list(sure)) >= _LATIN_WORDS


def _foreign_share(text: PageText) -> float:
    letters = [c for word in _words(text) for c in word.text if c.isalpha()]
    foreign = sum(not unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return foreign / max(len(letters), 1)

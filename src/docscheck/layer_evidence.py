"""Does the text layer of a page say what an eye reads there?

The words that the drawing does not bear out by the shapes of its letters (`pages.pdf_doubt`) are
cut out, set side by side in one line and read: those that decide first, then a sample of the rest.
A layer of which an eye would read less than 60 % is no evidence (`reliability.md`, R19). Under a
scan the layer is never evidence; whether it tells of another paper costs a comparison of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process

from docscheck.document import Box, PageText, Source, Word
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.interface import Doubt, OpenedPage, Pixels, Purpose, Raster
from docscheck.pages.places import holds

_AGREEMENT = 0.6
"""`reliability.md`, R19."""
_SAME_WORD = 70
"""Likeness in % of two words of which one was misread: a letter in four."""
_LATIN = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ſ]")
_SHORT = 3
"""Letters below which a word read by itself is chance."""
_MOST_WORDS = 12
_DECISIVE = 8
"""Of them: words with digits, then in capitals, which titles, names, dates and numbers are."""
_FEW_WORDS = 2
_LINE_PX = 32
_GAP_PX = 20
_MIN_PX = 5
_LINE_DPI = 200.0
_SURE = 0.8
_PLAIN = 0.9
"""Confidence of plain print read from a drawing; that of a hand, or of ornament, is lower."""
_FEW_SURE = 12
"""Words read with confidence below which a picture says too little to hold against its layer."""
_LOOK_ALIKES = str.maketrans("oqdilzsgb", "000112568")


def is_borne_out(page: OpenedPage, engine: OcrEngine) -> bool:
    """Whether a page says to the eye what its text layer says; yes where nothing can read it."""
    if engine.name == "none":
        return True
    return all(_agree(page, engine, doubt) for doubt in page.doubts())


def tells_otherwise(page: OpenedPage, read: PageText | None) -> bool:
    """Whether the layer under a picture holds little of what was read there with confidence."""
    claimed = page.embedded_text() if read and read.source is Source.OCR else None
    if claimed is None or read is None:
        return False
    told = [folded(word.text) for line in claimed.lines for word in line.words]
    seen = [
        folded(word.text)
        for line in read.lines
        for word in line.words
        if (word.confidence or 0) >= _SURE and is_worth(word.text)
    ]
    if len(seen) < _FEW_SURE:
        return False
    run = " ".join(told)
    found = sum(
        word in run
        or process.extractOne(word, told, scorer=fuzz.ratio, score_cutoff=_SAME_WORD) is not None
        for word in seen
    )
    return found < _AGREEMENT * len(seen)


def sample(words: Sequence[Word]) -> list[Word]:
    """Choose what is read of a group: words that decide, and some of the others, each once.

    >>> box = Box(0, 0, 1, 1)
    >>> [w.text for w in sample([Word(t, box, None) for t in ("né", "le", "MARTIN", "2004")])]
    ['2004', 'MARTIN']
    """
    once = {word.text: word for word in words if is_worth(word.text)}
    ranked = sorted(once.values(), key=lambda word: _rank(word.text))
    decisive = [word for word in ranked if _rank(word.text) < 2][:_DECISIVE]
    rest = [word for word in once.values() if word not in decisive]
    room = _MOST_WORDS - len(decisive)
    return decisive + rest[:: max(1, -(-len(rest) // room))][:room]


def is_worth(text: str) -> bool:
    """Whether a word is long enough and of letters that every engine here reads."""
    letters = [character for character in text if character.isalnum()]
    return len(letters) >= _SHORT and all(map(_LATIN.match, letters))


def folded(text: str) -> str:
    """Bring a word to what a misread accent, case or sign leaves of it.

    >>> folded("Né(e):"), folded("DURAND-Ïsse")
    ('nee', 'durandisse')
    """
    return "".join(c for c in anyascii(text).lower() if c.isalnum())


def _rank(text: str) -> int:
    if any(map(str.isdigit, text)):
        return 0
    return 1 if text.isupper() else 2


def _agree(page: OpenedPage, engine: OcrEngine, doubt: Doubt) -> bool:
    """Whether enough of the words are read in the drawing as the layer gives them.

    Drawn letters that cannot be read plainly, such as a hand's, are held against nobody.
    """
    words = sample(doubt.words)
    if len(words) < _FEW_WORDS:
        return True
    seen = list(_looked_at(page, engine, words))
    right = sum(_same(told, read.text) for told, read in seen)
    wrong = sum(
        not _same(told, read.text)
        and not (doubt.drawn and read.text and (read.confidence or 0) < _PLAIN)
        for told, read in seen
    )
    return right >= _AGREEMENT * (right + wrong) or (doubt.drawn and right + wrong < _FEW_WORDS)


def _looked_at(
    page: OpenedPage, engine: OcrEngine, words: Sequence[Word]
) -> Iterator[tuple[str, Word]]:
    """Read all words in one line; give each as it is told, and as it was read."""
    pieces = list(_pieces(page.raster(Purpose.TEXT), words))
    if not pieces:
        return
    line, places = _side_by_side([piece for _, piece in pieces])
    seen = engine.read(Raster(line, _LINE_DPI), page=page.number, layout=Layout.LINE)
    for (word, _), place in zip(pieces, places, strict=True):
        here = [w for row in seen.lines for w in row.words if holds(place, w.box)]
        sure = min((w.confidence or 0 for w in here), default=0.0)
        yield word.text, Word("".join(w.text for w in here), place, sure)


def _pieces(raster: Raster, words: Sequence[Word]) -> Iterator[tuple[Word, Pixels]]:
    """Cut the words out, dark on white, at one height."""
    for word in words:
        box = word.box
        room = (box.bottom - box.top) * 0.15
        grown = Box(box.left, max(0.0, box.top - room), box.right, min(1.0, box.bottom + room))
        piece = raster.crop(grown).pixels
        if piece.shape[0] < _MIN_PX or piece.shape[1] < _MIN_PX:
            continue
        scale = _LINE_PX / piece.shape[0]
        size = (max(1, round(piece.shape[1] * scale)), _LINE_PX)
        spread = cv2.normalize(piece, np.empty_like(piece), 0, 255, cv2.NORM_MINMAX)
        sized = np.asarray(cv2.resize(spread, size, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
        yield word, (255 - sized if np.median(sized) < 128 else sized)


def _side_by_side(pieces: Sequence[Pixels]) -> tuple[Pixels, list[Box]]:
    """Set pieces in one line with white between and around; tell where each one is."""
    width = _GAP_PX + sum(piece.shape[1] + _GAP_PX for piece in pieces)
    line = np.full((_LINE_PX + 2 * _GAP_PX, width), 255, dtype=np.uint8)
    places, x = list[Box](), _GAP_PX
    for piece in pieces:
        line[_GAP_PX : _GAP_PX + _LINE_PX, x : x + piece.shape[1]] = piece
        half = _GAP_PX / 2
        places.append(Box((x - half) / width, 0.0, (x + piece.shape[1] + half) / width, 1.0))
        x += piece.shape[1] + _GAP_PX
    return line, places


def _same(told: str, seen: str) -> bool:
    """Whether a word was read as told; one with digits must be the same but for look-alikes."""
    one, other = folded(told), folded(seen)
    if any(map(str.isdigit, one)):
        return one.translate(_LOOK_ALIKES) == other.translate(_LOOK_ALIKES)
    return fuzz.ratio(one, other) >= _SAME_WORD

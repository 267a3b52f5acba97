"""The printed text of a page as one string that remembers where each word stands.

Readers match regular expressions on text, but a field needs a box and a confidence. A `Passage`
keeps the character span of every word, so a match turns into a `Field` with both.

`fold` makes accents and case irrelevant and keeps the length, so that a span found in the folded
text is the same span in the printed one.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docscheck.document import Box, Field, Line, PageText, Source, Standing, Word

TEXT_LAYER_CONFIDENCE = 0.99
"""Given to words of a text layer, which carry none: what was typeset, short of a wrong encoding."""


_SAME_LETTER = {
    "œ": "o", "æ": "a", "ı": "i", "ς": "σ",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ک": "ك",
    "ة": "ه", "ۀ": "ه",
}  # fmt: skip
"""Written one way here and another there: at the end of a Greek word, in Persian, by a hasty
hand."""


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, character for character.

    >>> fold("Prénom D’ŒUVRE")
    "prenom d'ouvre"
    >>> fold("ΠΡΆΞΗΣ") == fold("πράξης"), fold("کلية") == fold("كليه"), fold("٢٠٠٢")
    (True, True, '2002')
    """
    # Most pieces of a page are plain, and a hundred of them are folded for one with an accent.
    return text.lower().replace("`", "'") if text.isascii() else text.translate(_FOLDED)


def _fold_character(character: str) -> str:
    if character in "’‘`´ʼ":
        return "'"
    if unicodedata.category(character) == "Lo":
        # Scripts without capitals: taking a Korean syllable apart would lose most of it.
        whole = unicodedata.normalize("NFKC", character)
        return _SAME_LETTER.get(whole, whole) if len(whole) == 1 else character
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    decomposed = unicodedata.normalize("NFKD", character)
    plain = next((c for c in decomposed if not unicodedata.combining(c)), character)
    return _SAME_LETTER.get(plain.lower()[0], plain.lower()[0])


class _Folding(dict[int, str]):
    """Character code to folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_FOLDED = _Folding()


class Spot(Struct, frozen=True):
    """A word and its half-open character span in a passage."""

    start: int
    end: int
    word: Word


class Passage(Struct, frozen=True):
    """Consecutive words of one page: blanks between words, line feeds between lines."""

    text: str
    spots: tuple[Spot, ...]
    page: int
    source: Source

    @classmethod
    def of_page(cls, page: PageText) -> Passage:
        """Return the whole page as one passage."""
        return cls.of_lines((line.words for line in page.lines), page.page, page.source)

    @classmethod
    def of_lines(cls, lines: Iterable[Iterable[Word]], page: int, source: Source) -> Passage:
        """Join lines of words, remembering where each word went."""
        pieces: list[str] = []
        spots: list[Spot] = []
        position = 0
        for words in lines:
            for word in words:
                spots.append(Spot(position, position + len(word.text), word))
                pieces += (word.text, " ")
                position += len(word.text) + 1
            if pieces and pieces[-1] == " ":
                pieces[-1] = "\n"
        return cls("".join(pieces[:-1]), tuple(spots), page, source)

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that share a character with the half-open span."""
        # Both ends of the spots go up, and a page may be asked for thousands of spans.
        first = bisect_right(self.spots, start, key=lambda spot: spot.end)
        stop = bisect_left(self.spots, end, first, key=lambda spot: spot.start)
        return tuple(spot.word for spot in self.spots[first:stop])

    def field(
        self,
        name: str,
        value: str,
        span: tuple[int, int],
        standing: Standing = Standing.READ,
        alternatives: tuple[str, ...] = (),
    ) -> Field:
        """Make a field of what stands in `span`: box and confidence are those of its words."""
        words = self.words_in(*span)
        return Field(
            name,
            value,
            self.page,
            _box_around(words),
            _confidence(words),
            self.source,
            standing,
            alternatives,
        )


def passages(texts: Iterable[PageText]) -> Iterator[Passage]:
    """Yield one passage a page."""
    return (Passage.of_page(page) for page in texts)


def _box_around(words: tuple[Word, ...]) -> Box | None:
    return Line(words).box if words else None


def _confidence(words: tuple[Word, ...]) -> float:
    known = [w.confidence if w.confidence is not None else TEXT_LAYER_CONFIDENCE for w in words]
    return sum(known) / len(known) if known else 0.0

"""Which of the rule files' phrases are printed on a page, and which of them stand as its title?

Phrases are compared without case, accents, punctuation or blanks, so that a letter-spaced title
or words that OCR ran together still match. A word that OCR misread by one letter is first put
right against the vocabulary of the phrases; longer phrases then survive a slip in each word.

Two signs make a phrase wider. `inscri*` is any word that begins so; `validation ... visa` allows up
to eight words between. They say what papers have in common whose wording nobody can list.
Nothing here decides a type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from statistics import median

from msgspec import Struct

from docscheck.document import Box, Line, PageText, Source
from docscheck.readers.passage import fold

_TOKEN = re.compile(r"[^\W_]+")
_WITHIN_WORD = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e]")
"""Arabic vowel signs, the stroke that lengthens a word, marks of direction: no border of words."""
_WIDE_TOKEN = re.compile(r"\.\.\.|[^\W_]+\*?")
_GAP, _BEGINNING = "...", "*"
_BETWEEN = "(?:[^ ]+ ){0,8}"
"""Words that may stand in a gap: an article and a noun or two, not a whole sentence."""
_MIN_LETTERS_TO_MEND = 5
"""A shorter word has too many neighbours: `nom` is one letter from `non`."""
_MIN_LETTERS_TO_JOIN = 10
"""A shorter phrase could stand by chance across the border of two words."""
_SIGN_LETTERS = 4
"""Beginning of a word by which nearly all of the thousands of phrases are ruled out at once."""
_HEADING_RATIO = 1.25
"""A heading's capitals are at least this much taller than the page's median line."""
_TOP_OF_PAGE = 0.35
_UPPER_PART = 0.6
_MAX_EXTRA_LETTERS = 26
"""A line that is a title holds the phrase and little else,"""
_MAX_LETTERS_BEHIND = 60
"""or begins with it and goes on with a number, a name, a year."""
_FEW_LINES = 16
"""A card or a cover has few lines and no running text: all of them are headings."""
_LONG_LINE, _RUNNING = 8, 3
"""Words of a line of prose, and how many such lines make a page a letter."""
_DENIED = re.compile(
    " (?:not|pas|nicht|kein|keine|keinen|no es|non e|nao e)"
    "(?: (?:a|an|the|un|une|le|la|l|d|de|du|ein|eine|einen|una|uno|um|uma|as|comme))* $"
)
"""What a paper says it is not: `this is not a certificate of enrolment`."""


class Phrase(Struct, frozen=True):
    """A phrase of a rule file, prepared for comparison."""

    written: str
    tokens: tuple[str, ...]
    spaced: str
    joined: str
    joinable: bool
    """Whether its letters alone, without word borders, are proof enough."""
    sign: str
    """Letters without which it stands nowhere; empty where all of its words are short."""
    wide: re.Pattern[str] | None = None
    """What to search for in spaced text when the phrase has `*` or `...`."""


@lru_cache(maxsize=8192)
def phrase(written: str) -> Phrase:
    """Prepare a phrase; the same string is prepared once a process."""
    words = tuple(_WIDE_TOKEN.findall(fold(written)))
    if any(word == _GAP or word.endswith(_BEGINNING) for word in words):
        whole = tuple(w for w in words if w != _GAP and not w.endswith(_BEGINNING))
        return Phrase(written, whole, "", "", False, _sign(words), _wide(words))
    joined = "".join(words)
    joinable = len(joined) >= _MIN_LETTERS_TO_JOIN or not joined.isascii()
    return Phrase(written, words, f" {' '.join(words)} ", joined, joinable, _sign(words))


@lru_cache(maxsize=2048)
def _phrases(listed: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(map(phrase, listed))


def _sign(words: tuple[str, ...]) -> str:
    whole = (word.rstrip(_BEGINNING) for word in words if word != _GAP)
    longest = max(whole, key=len, default="")
    return longest[:_SIGN_LETTERS] if len(longest) >= _SIGN_LETTERS else ""


@lru_cache(maxsize=1024)
def _wide(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (
        _BETWEEN
        if word == _GAP
        else f"{word[:-1]}[^ ]* "
        if word.endswith(_BEGINNING)
        else f"{word} "
        for word in words
    )
    return re.compile("(?<= )" + "".join(parts))


def tokens(text: str) -> tuple[str, ...]:
    """Split into folded words: `"N° d'étudiant"` gives `("n", "d", "etudiant")`."""
    return tuple(_TOKEN.findall(_WITHIN_WORD.sub("", fold(text))))


class Vocabulary:
    """All words of all phrases, with their neighbours at one deletion (SymSpell's idea)."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words = {token for written in phrases for token in phrase(written).tokens}
        self._near: dict[str, str] = {}
        for word in sorted(self._words):
            for form in _deletions(word):
                self._near.setdefault(form, word)

    def mend(self, token: str) -> str:
        """Give the known word that `token` is, or is one letter away from; else `token` itself."""
        if token in self._words or len(token) < _MIN_LETTERS_TO_MEND:
            return token
        if token in self._near:
            return self._near[token]
        forms = (self._near.get(form) or self._known(form) for form in _deletions(token))
        return next((found for found in forms if found and _one_apart(found, token)), token)

    def _known(self, form: str) -> str | None:
        return form if form in self._words else None


def _deletions(word: str) -> list[str]:
    if len(word) < _MIN_LETTERS_TO_MEND:
        return []
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def _one_apart(a: str, b: str) -> bool:
    """Whether one substitution, insertion, deletion or swap separates two words."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    rest_a, rest_b = a[start : len(a) - end], b[start : len(b) - end]
    swapped = len(rest_a) == 2 and rest_a == rest_b[::-1]
    return swapped or (len(rest_a) <= 1 and len(rest_b) <= 1)


class _Text(Struct, frozen=True):
    """A stretch of text in the two forms in which phrases are looked for."""

    spaced: str
    joined: str

    @classmethod
    def of(cls, words: Iterable[str]) -> _Text:
        kept = tuple(words)
        return cls(f" {' '.join(kept)} ", "".join(kept))

    def holds(self, wanted: Phrase) -> bool:
        if wanted.wide is not None:
            return wanted.wide.search(self.spaced) is not None
        if not wanted.tokens:
            return False
        return wanted.spaced in self.spaced or (wanted.joinable and wanted.joined in self.joined)

    def is_about(self, wanted: Phrase) -> bool:
        """Whether the stretch, taken as a heading, says this and little else."""
        if wanted.wide is not None:
            found = wanted.wide.search(self.spaced)
            return found is not None and self._is_short_around(found)
        extra = len(self.joined) - len(wanted.joined)
        begins = bool(wanted.tokens) and self.joined.startswith(wanted.joined)
        room = _MAX_LETTERS_BEHIND if begins else _MAX_EXTRA_LETTERS
        return extra <= room and self.holds(wanted)

    def denies(self, wanted: Phrase) -> bool:
        """Whether the stretch says of the paper that it is *not* this."""
        if wanted.wide is not None:
            found = wanted.wide.search(self.spaced)
            start = found.start() if found else 0
        else:
            start = self.spaced.find(wanted.spaced) + 1
        return _DENIED.search(self.spaced[:start]) is not None

    def _is_short_around(self, found: re.Match[str]) -> bool:
        extra = len(self.joined) - len(found.group().replace(" ", ""))
        return extra <= (_MAX_LETTERS_BEHIND if found.start() == 1 else _MAX_EXTRA_LETTERS)


class PhraseFinder:
    """Answers `is it printed` and `is it a title` for one page."""

    def __init__(self, text: PageText | None, vocabulary: Vocabulary) -> None:
        lines = text.lines if text else ()
        mend = text is not None and text.source is Source.OCR
        self._lines = [_words(line, vocabulary if mend else None) for line in lines]
        self._all = _Text.of(word for words in self._lines for word in words)
        self._signs = _signs_in(self._all.joined)
        self._headings = [_Text.of(words) for words in self._heading_words(lines)]

    def printed(self, written: str) -> bool:
        """Whether the phrase stands anywhere on the page."""
        return any(self.among((written,)))

    def among(self, listed: tuple[str, ...]) -> Iterator[str]:
        """Yield those of some phrases that stand anywhere on the page, in their order."""
        for wanted in _phrases(listed):
            if wanted.sign in self._signs and self._all.holds(wanted):
                yield wanted.written

    def titled(self, written: str) -> bool:
        """Whether the phrase is what a heading of the page says."""
        wanted = phrase(written)
        # Headings are pieces of the page: what it does not hold, none of them says.
        return self._all.holds(wanted) and any(
            h.is_about(wanted) and not h.denies(wanted) for h in self._headings
        )

    def _heading_words(self, lines: tuple[Line, ...]) -> list[tuple[str, ...]]:
        if not lines:
            return []
        boxes = [line.box for line in lines]
        usual = median(box.bottom - box.top for box in boxes)
        prose = sum(len(words) >= _LONG_LINE for words in self._lines) >= _RUNNING
        short = len(lines) <= _FEW_LINES and not prose
        chosen = [i for i, box in enumerate(boxes) if short or _is_heading(box, usual)]
        single = [self._lines[i] for i in chosen]
        # A long title is broken over two lines as often as not.
        pairs = [self._lines[i] + self._lines[i + 1] for i in chosen if i + 1 in set(chosen)]
        return single + pairs


def _words(line: Line, vocabulary: Vocabulary | None) -> tuple[str, ...]:
    found = tokens(line.text)
    return tuple(vocabulary.mend(t) for t in found) if vocabulary else found


def _signs_in(joined: str) -> frozenset[str]:
    """Give every stretch of letters that may be the sign of a phrase, across words as well."""
    stretches = (joined[at : at + _SIGN_LETTERS] for at in range(len(joined)))
    return frozenset(("", *stretches))


def _is_heading(box: Box, usual_height: float) -> bool:
    tall = box.bottom - box.top >= _HEADING_RATIO * usual_height
    return box.top <= _TOP_OF_PAGE or (tall and box.top <= _UPPER_PART)

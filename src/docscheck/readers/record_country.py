"""Which state's office drew up this record of civil status?

Read from what stands at the head of such papers: `République du Sénégal`, `Royaume du Maroc`,
`Republic of Kenya`, or words of the rule file that only one state's records bear (`General Register
Office`, `公证处`). One state named at the head is read; one named anywhere else is a guess; two say
nothing, since a record may be copied, certified or translated elsewhere. Where the child was born
is another question, and so is the holder's nationality.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct, field

from docscheck.document import Field, Standing
from docscheck.readers.countries import named
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages

ID = "record-country"

_HEAD_OF_PAGE = 0.4
"""Share of the page's height in which offices print whose they are."""
_STATE = re.compile(
    r"(?<![^\W_])(?:republique|royaume|emirat|etat|sultanat|principaute|republic|kingdom|republica"
    r"|republik|reino|principado|government)"
    r" +(?:(?:du|de la|de l|de|des|d|of the|of|do|da|di|della|dei|islamique d|islamique de) +)?"
    r"((?:[^\W\d_]+ +){0,3}[^\W\d_]+)"
)
"""A state's own name, and up to four words behind it in which it may be told."""


class Settings(Struct, frozen=True):
    """Settings of the `record-country` reader."""

    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """ISO 3166 alpha-3 -> words that only records of that state bear, in any language."""


class _Sight(Struct, frozen=True):
    """A state that was named, and where."""

    state: str
    span: tuple[int, int]
    at_head: bool


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the one state whose record it is, ISO 3166 alpha-3; nothing when two are named."""
    seen = [
        (page, sight)
        for page in passages(reading.texts)
        for sight in _sights(page, settings.states)
    ]
    at_head = [entry for entry in seen if entry[1].at_head]
    for found, standing in ((at_head, Standing.READ), (seen, Standing.GUESSED)):
        states = {sight.state for _, sight in found}
        if len(states) == 1:
            page, sight = found[0]
            yield page.field(name, sight.state, sight.span, standing)
        if states:
            return


def _sights(page: Passage, states: Mapping[str, tuple[str, ...]]) -> Iterator[_Sight]:
    """Yield every state named on a page: by the longest of the words first, each place once."""
    text = re.sub(r"[^\w]|_", " ", fold(page.text))
    pairs = [(words, state) for state, listed in states.items() for words in listed]
    for words, state in sorted(pairs, key=lambda pair: -len(pair[0])):
        # Hundreds of words are looked for, and hardly one has its parts on the page.
        if not all(part in text for part in _parts(words)):
            continue
        for match in _pattern(words).finditer(text):
            yield _Sight(state, match.span(), _is_at_head(page, match.span()))
        text = _pattern(words).sub(lambda match: " " * len(match[0]), text)
    for match in _STATE.finditer(text):
        if told := _told(match[1]):
            yield _Sight(told, match.span(), _is_at_head(page, match.span()))


def _told(words: str) -> str | None:
    """Return the state that the first words name, the most words first: `guinee bissau`."""
    parts = words.split()
    tries = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((state for text in tries if (state := named(text))), None)


def _is_at_head(page: Passage, span: tuple[int, int]) -> bool:
    words = page.words_in(*span)
    return bool(words) and all(word.box.top <= _HEAD_OF_PAGE for word in words)


@lru_cache(maxsize=1024)
def _parts(words: str) -> tuple[str, ...]:
    """Give what has to stand in a row: words, or letters in scripts without blanks."""
    plain = re.sub(r"[^\w]|_", " ", fold(words)).split()
    return tuple("".join(plain)) if _without_blanks(plain) else tuple(plain)


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    """Search for words whole; letters of scripts without blanks may stand apart or together."""
    parts = _parts(words)
    if _without_blanks(list(parts)):
        return re.compile(" *".join(parts))
    return re.compile(r"(?<![^\W_])" + " +".join(parts) + r"(?![^\W_])")


def _without_blanks(words: list[str]) -> bool:
    return all("\u3040" <= letter <= "\u9fff" for word in words for letter in word)

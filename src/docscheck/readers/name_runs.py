"""Runs of words that may name people, wherever they stand in a text.

Question: which words around this place, or anywhere on this page, could be the name of a person or
of the two holders of an account? A run is made of words with a capital, particles between them,
titles before them and `ou`, `et`, `/` between two people; it ends at a word of forms or sentences,
at a sign that closes, and before a birth. Letters break their lines anywhere, so a line end is a
blank. It does not know whose name it is: `holder` does, from what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from docscheck.readers import name_shape
from docscheck.readers.interface import Reading
from docscheck.readers.name_block import is_titled, people_in
from docscheck.readers.passage import fold
from docscheck.readers.person_names import PARTICLES, TITLES
from docscheck.readers.sheet import sheets_of

_TOKEN = re.compile(r"\S+")
_OPENING, _CLOSING = "(\"'«[“*:|-_", ',;:)]»"”*|.!?_'
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:['’.\-][^\W\d_]+)*\.?")
_JOINTS = frozenset({"ou", "et", "or", "and", "und", "&", "/"})
_NOT_IN_RUNS = """
    ne nee nes born dob fait done programme programmes master mastere licence bachelor parcours
    mention grande semestre doctorat diplome annuelle universitaire admission inscription
    attestation certifie annee rentree degree course status verification cheque cheques
    depots postal postaux
    particulier particuliers especes titres individuel joint collectif personnel professionnel eur
"""
_NO_RUN = frozenset(_NOT_IN_RUNS.split())
"""Folded words that end a run besides those of `name_shape`: births, places of issue, courses,
kinds of account."""
_MOST_NAMES = 80
"""Runs kept of one paper; a page of running text has a dozen."""
_MOST_WORDS = 12
"""Of one run: two people of two surnames each, with titles."""
_LONGEST = 60
"""Words from which a run is certainly a list, and names nobody."""
_AHEAD = 3
"""Words behind a run that say whether it goes on."""


class _Token(Struct, frozen=True):
    start: int
    end: int
    text: str
    folded: str
    opens: bool
    """Something before the word parts it from the one before."""
    closes: bool
    """Something behind it parts it from the next."""
    comma: bool = False
    """It is a comma and no more."""

    @property
    def is_title(self) -> bool:
        return self.folded.rstrip(".") in TITLES

    @property
    def is_joint(self) -> bool:
        return self.folded in _JOINTS

    @property
    def is_particle(self) -> bool:
        return self.text.islower() and self.folded in PARTICLES

    @property
    def is_name(self) -> bool:
        if not _WORD.fullmatch(self.text):
            return False
        if self.text[0].islower():
            head, _, rest = self.text.replace("’", "'").partition("'")
            return fold(head) in PARTICLES and rest[:1].isupper()  # d'Arc
        folded = self.folded.rstrip(".")
        return folded not in name_shape.NO_NAME and folded not in _NO_RUN


class Run(Struct, frozen=True):
    """People named in a row, and where."""

    people: tuple[str, ...]
    start: int
    end: int
    titled: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is more than a word that happens to have a capital."""
        return self.titled or any(len(name.split()) > 1 for name in self.people)


def run_after(text: str, start: int) -> Run | None:
    r"""Return the people whose names begin right at a place.

    >>> run_after("que Monsieur Jean\nDUPONT, né le", 4).people
    ('Jean DUPONT',)
    """
    taken = tuple(_forward(tuple(islice(_tokens(text, start, len(text)), _LONGEST + _AHEAD))))
    return _run(text, taken) if len(taken) <= _LONGEST else None


def run_before(text: str, end: int) -> Run | None:
    """Return the people whose names end right before a place.

    >>> run_before("certifie que DUPONT Jean né le 3 mai", 25).people
    ('DUPONT Jean',)
    """
    # A run of names is a few lines; what stands further up is not looked at.
    tokens = tuple(_tokens(text, max(0, end - 160), end))
    return _run(text, tuple(_backward(tokens)))


def names_on(reading: Reading) -> tuple[str, ...]:
    """Return the runs of two words and more on the pages, each once: whoever's names.

    A run ends at a line's end only where the next line begins with no name; lines are looked at
    alone as well, as two people on two lines would run into one.
    """
    found: dict[str, None] = {}
    # A column that is the whole page has no other names than the page.
    for text in dict.fromkeys(_stretches(reading)):
        for tokens in _all(tuple(_tokens(text, 0, len(text)))):
            words = [t.text for t in tokens if not (t.is_title or t.is_joint)]
            if len(words) > 1:
                found[" ".join(words[:_MOST_WORDS])] = None
    return tuple(found)[:_MOST_NAMES]


def _stretches(reading: Reading) -> Iterator[str]:
    for sheet in sheets_of(reading):
        yield from (cell.text for cell in sheet.cells)
        yield from (passage.text for passage in sheet.passages)


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        whole = match[0]
        if whole in ("/", "&"):
            yield _Token(*match.span(), whole, whole, opens=False, closes=False)
            continue
        head = len(whole) - len(whole.lstrip(_OPENING))
        bare = whole[head:].rstrip(_CLOSING)
        tail = whole[head + len(bare) :]
        folded = fold(bare)
        abbreviated = tail == "." and (len(bare) == 1 or folded in TITLES)
        at = match.start() + head
        closes = bool(tail) and not abbreviated
        yield _Token(at, at + len(bare), bare, folded, bool(head), closes, tail == ",")


def _forward(tokens: Sequence[_Token], first: int = 0) -> Iterator[_Token]:
    for number in range(first, len(tokens)):
        token = tokens[number]
        if (token.opens and number > first) or not _continues(tokens, number):
            return
        yield token
        if token.closes and not _parts_names(tokens, first, number):
            return


def _parts_names(tokens: Sequence[_Token], first: int, number: int) -> bool:
    """Tell a comma between surname and given names: `SMITH, John`."""
    before = [t for t in tokens[first : number + 1] if not t.is_title]
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    loud = all(t.text.isupper() and not t.is_joint for t in before)
    return (
        tokens[number].comma
        and loud
        and after is not None
        and after.is_name
        and not after.text.isupper()
        and len(after.text) > 1
    )


def _backward(tokens: Sequence[_Token]) -> list[_Token]:
    taken: list[_Token] = []
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if (token.closes and taken) or not _continues(tokens, number):
            break
        if taken and taken[0].is_title and not (token.is_title or token.is_joint):
            break
        taken.insert(0, token)
        if token.opens:
            break
    return taken


def _continues(tokens: Sequence[_Token], number: int) -> bool:
    """Tell whether a token may stand in a run; small words only between two names."""
    token = tokens[number]
    if token.is_title or token.is_name:
        return True
    if not (token.is_joint or token.is_particle) or number + 1 == len(tokens):
        return False
    following = tokens[number + 1]
    small = following.is_particle and number + 2 < len(tokens) and tokens[number + 2].is_name
    return following.is_name or following.is_title or small


def _all(tokens: Sequence[_Token]) -> Iterator[tuple[_Token, ...]]:
    number = 0
    while number < len(tokens):
        run = tuple(_forward(tokens, number))
        if run:
            yield run
        number += max(1, len(run))


def _run(text: str, tokens: Sequence[_Token]) -> Run | None:
    """Make the people of some tokens, if all of it is names."""
    kept = list(tokens)
    while kept and (kept[0].is_joint or (kept[0].is_particle and not kept[0].is_name)):
        kept.pop(0)
    while kept and (kept[-1].is_joint or kept[-1].is_title):
        kept.pop()
    if not kept:
        return None
    words = " ".join(text[kept[0].start : kept[-1].end].split())
    people = people_in([words])
    titled = kept[0].is_title or is_titled(words)
    return Run(people, kept[0].start, kept[-1].end, titled) if people else None

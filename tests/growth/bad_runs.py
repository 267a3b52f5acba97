"""Texts of any length that are bad for a regular expression: one thing over and over.

Twelve runs are bad for many. The others are made from the expression itself: for each of its
repetitions, what it takes to get there, what it repeats, and never what has to follow. Where one
part of the text can be shared out among two repetitions, or every place of it looks like a
beginning, such a text shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]  # how `re` names what it has parsed
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from msgspec import Struct

TWELVE = {
    "blanks": " ",
    "line feeds": "\n",
    "tabs and line feeds": "\t\n ",
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "fillers": "<",
    "letters and blanks": "a ",
    "digits and blanks": "1 ",
    "dashes and dots": "-.",
    "accents": "e\u0301",
    "slashes": " / & ",
}
END = "\x00"
"""What no expression has at its end, so that nothing fits for running out of text."""
_MOST = 32
_LONG = 40
"""Times from which a repetition is long."""
_LETTERS = " \n1aA-.,:/'(<é\u0301\u4e00\x07"
"""Looked through for members of a set, the worst first."""
_OF_SET = 3


def run_of(piece: str, length: int, before: str = "") -> str:
    """Make a text of that length, one piece over and over."""
    return (before + piece * (length // len(piece) + 1))[: length - 1] + END


class Run(Struct, frozen=True):
    """A kind of text."""

    piece: str
    before: str = ""

    def of(self, length: int) -> str:
        return run_of(self.piece, length, self.before)


def runs_for(pattern: re.Pattern[Any]) -> tuple[Run, ...]:
    """Give the twelve, and those that are bad for this expression."""
    made = list(dict.fromkeys(_made_for(pattern)))
    # Of alternatives by the dozen, some: they are of one kind.
    chosen = made[:: -(-len(made) // _MOST)] if made else []
    return (*(Run(piece) for piece in TWELVE.values()), *chosen)


def _made_for(pattern: re.Pattern[Any]) -> Iterator[Run]:
    source = pattern.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    tree = _Tree()
    parsed = parser.parse(text, pattern.flags & (re.VERBOSE | re.IGNORECASE | re.DOTALL))
    for before, bodies in tree.repetitions(parsed, ""):
        for body in bodies:
            yield Run(body)
            if before:
                yield Run(body, before)
                yield from (Run(f"{before}{body}"), Run(f"{before}{body} "), Run(f"{before} "))
    if whole := tree.sample(parsed):
        yield from (Run(whole), Run(f"{whole} "))
        if whole[:-1]:
            yield from (Run(whole[:-1]), Run(f"{whole[:-1]} "))
    if words := tree.words(parsed):
        yield Run(" ".join(words) + " ")


class _Tree:
    """Reads what `re` has parsed."""

    def __init__(self) -> None:
        self._groups: dict[int, str] = {}

    def sample(self, items: Iterable[Any]) -> str:
        """Write a text that fits, or nearly: what is only looked at is left out."""
        return "".join(self._one(code, argument) for code, argument in items)

    def repetitions(
        self, items: Sequence[Any], before: str
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what leads to each long repetition, and what it may repeat."""
        for code, argument in items:
            if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
                _, most, inner = argument
                if most is op.MAXREPEAT or most >= _LONG:
                    yield before, self._bodies(inner)
            for inner in _within(code, argument):
                yield from self.repetitions(inner, before)
            before += self._one(code, argument)

    def words(self, items: Iterable[Any]) -> list[str]:
        """Give the words that the expression knows, each once."""
        found: dict[str, None] = {}
        word = ""
        for code, argument in items:
            if code is op.LITERAL:
                word += chr(argument)
                continue
            found.setdefault(word)
            word = ""
            for inner in _within(code, argument):
                found.update(dict.fromkeys(self.words(inner)))
        found.setdefault(word)
        return [word for word in found if len(word) > 1]

    def _bodies(self, inner: Sequence[Any]) -> tuple[str, ...]:
        if len(inner) == 1 and inner[0][0] in (op.IN, op.ANY, op.NOT_LITERAL):
            return tuple(self._members(*inner[0]))[:_OF_SET]
        body = self.sample(inner)
        return (body,) if body else ()

    def _one(self, code: Any, argument: Any) -> str:
        if code is op.LITERAL:
            return chr(argument)
        if code in (op.IN, op.ANY, op.NOT_LITERAL):
            return next(self._members(code, argument), "")
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, inner = argument
            return self.sample(inner) * max(least, min(1, most))
        if code is op.SUBPATTERN:
            text = self.sample(argument[3])
            if argument[0] is not None:
                self._groups[argument[0]] = text
            return text
        if code is op.BRANCH:
            return next(filter(None, map(self.sample, argument[1])), "")
        if code is op.ATOMIC_GROUP:
            return self.sample(argument)
        return self._groups.get(argument, "") if code is op.GROUPREF else ""

    def _members(self, code: Any, argument: Any) -> Iterator[str]:
        items = argument if code is op.IN else ()
        listed = (chr(value) for kind, value in items if kind is op.LITERAL)
        ranges = (chr(value[0]) for kind, value in items if kind is op.RANGE)
        for letter in dict.fromkeys((*_LETTERS, *listed, *ranges)):
            if self._admits(code, argument, letter):
                yield letter

    def _admits(self, code: Any, argument: Any, letter: str) -> bool:
        if code is op.ANY:
            return letter != "\n"
        if code is op.NOT_LITERAL:
            return letter != chr(argument)
        negated = argument[0][0] is op.NEGATE
        return negated is not any(_is_in(kind, value, letter) for kind, value in argument)


_CATEGORIES = {
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


def _is_in(kind: Any, value: Any, letter: str) -> bool:
    if kind is op.LITERAL:
        return letter == chr(value)
    if kind is op.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    return kind is op.CATEGORY and re.match(_CATEGORIES[value], letter) is not None


def _within(code: Any, argument: Any) -> Sequence[Any]:
    """Give the parts of an element that are expressions themselves."""
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return (argument[2],)
    if code is op.SUBPATTERN:
        return (argument[3],)
    if code is op.BRANCH:
        return tuple(argument[1])
    if code is op.ATOMIC_GROUP:
        return (argument,)
    return (argument[1],) if code in (op.ASSERT, op.ASSERT_NOT) else ()

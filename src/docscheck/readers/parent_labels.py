"""Labels that speak of the father or the mother, whatever words stand around them.

Question: where does a page say `père`, `father`, `padre`, ... as a label, and who stands beside it?
No list of whole labels: a label is the word for the parent together with the words of forms next to
it (`Nom et prénoms du père`, `Parent 1 (père)`, `Datos de filiación - padre`, `Père déclaré :`,
`Father / Parent's current legal name (First, Middle, Last)`). Where another word stands before it
(`Date de naissance du père`, `sur la déclaration du père`), it is no label of a name. Sources: the
records of `domain.md` §2.4 and §2.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from docscheck.readers import label_words, name_shape, parent_words, person_names
from docscheck.readers.cells import Cell, below, left_of, right_of
from docscheck.readers.parent_words import Parent
from docscheck.readers.passage import fold
from docscheck.readers.sheet import Sheet

_NOT_A_NAME = frozenset(["naissance", "birth"])
"""Words that begin a label of something else (`naissance du père`) but also end one of a name."""
_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s'’/(),.:\-–—°*|]{0,4}")
_NUMBERING = re.compile(r"[\W\d_]*(?:[a-z]{1,2}(?=[\W_])[\W_]*)?")
_LEAD = re.compile(r"(?:\s*\([^)]{0,60}\))?[\s:;.,…_=*|\-–—>)(\]\[/°]*")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_UNCASED = re.compile(r"[^\W\d_]+")
_SPECKS = re.compile(r"[\[\]{}|]")
_DIGITS = re.compile(r"(?<=[^\W\d_])[01](?=[^\W\d_])")
"""A digit between two letters of a word: a dotless i or an o, misread."""
_CAPITAL_I = re.compile(r"l(?!'|[ae]s?$)[^\W\d_]{2}")
"""A capital I inside a name that was read as a small l: `Bianca loana`."""
_BARE = re.compile(r"^[\W\d_]+")
_LINE = 2.2
"""Heights of a line from its top to that of the next, at most."""
_SLANT = 0.8
"""Of the height of a label: what lies farther above or below belongs to another line."""
_REACH = 90
"""Characters after a label within which the name ends."""
_Place = tuple[Cell, str, tuple[int, int]]
"""Where a value stands, what it is, and its characters."""


class Label(Struct, frozen=True):
    """A label of a parent in a text."""

    start: int
    end: int
    parent: Parent
    part: Literal["given", "surname", "whole"]
    has_name_word: bool
    of_spouse: bool
    """It says husband or wife, and not father or mother."""
    leads: bool
    """Nothing but a number stands before it."""


@lru_cache(maxsize=512)
def labels_in(text: str, *, spouses: bool = False) -> tuple[Label, ...]:
    """Return the labels of parents in a text; remembered, for every field asks the same cells.

    >>> [(x.parent, x.leads) for x in labels_in("Parent 1 (père)")]
    [('father', True)]
    >>> labels_in("Date de naissance du père")
    ()
    """
    return tuple(_labels(text, spouses=spouses))


def _labels(text: str, *, spouses: bool) -> Iterator[Label]:
    folded = fold(text)
    tokens = list(_TOKEN.finditer(folded))
    last = -1
    for index, token in enumerate(tokens):
        parent = _parent(tokens, index, spouses=spouses)
        if parent is None or index <= last:
            continue
        first, last = _run(folded, tokens, index, spouses=spouses)
        before = text[: tokens[first].start()]
        if not _is_boundary(before):
            continue
        words = [t[0] for t in tokens[first : last + 1]]
        named = any(
            w in parent_words.GIVEN or w in parent_words.SURNAME or w in parent_words.NAME
            for w in words
        )
        colon = folded[tokens[last].end() :].lstrip(" )").startswith((":", "…", "..", "/"))
        if token[0] in parent_words.ALONE and not (named or colon):
            continue
        yield Label(
            tokens[first].start(),
            tokens[last].end(),
            parent,
            _part(words),
            named,
            not any(w in parent_words.PARENTS for w in words),
            _NUMBERING.fullmatch(fold(before)) is not None,
        )


def whole_names(sheet: Sheet, parent: Parent, *, spouses: bool) -> Iterator[_Place]:
    """Yield given names and surname that stand at two labels of one person, joined."""
    given: list[_Place] = []
    surname: list[_Place] = []
    for label, cell, value, span in beside(sheet, parent, spouses=spouses):
        (given if label.part == "given" else surname).append((cell, value, span))
    if not given or not surname or given[0][1] == surname[0][1]:
        return
    cell, value, span = surname[0]
    words = fold(value).split()
    # The label of the surname may have shown the whole name already.
    whole = all(word in words for word in fold(given[0][1]).split())
    yield cell, value if whole else f"{given[0][1]} {value}", span


def _parent(tokens: Sequence[re.Match[str]], index: int, *, spouses: bool) -> Parent | None:
    word = tokens[index][0]
    if word in parent_words.PARENTS:
        return parent_words.PARENTS[word]
    if spouses and word in parent_words.FAMILY:
        return parent_words.FAMILY[word]
    if word in parent_words.PARENT:
        beside = [tokens[i][0] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
        return next((parent_words.ORDINALS[w] for w in beside if w in parent_words.ORDINALS), None)
    glued = re.fullmatch(r"parent([12])", word)
    return parent_words.ORDINALS[glued[1]] if glued else None


def _run(
    folded: str, tokens: Sequence[re.Match[str]], index: int, *, spouses: bool
) -> tuple[int, int]:
    """Return the first and last of the words of forms around a word for a parent."""

    def belongs(one: int) -> bool:
        word = tokens[one][0]
        if word in parent_words.ALONE:
            return False  # `Mãe: Ana SILVA`
        return (
            word in parent_words.FILLER
            or word in parent_words.PARENTS
            or (spouses and word in parent_words.FAMILY)
        )

    def touches(left: int) -> bool:
        return _GAP.fullmatch(folded, tokens[left].end(), tokens[left + 1].start()) is not None

    first = last = index
    while first and belongs(first - 1) and touches(first - 1):
        first -= 1
    while last + 1 < len(tokens) and belongs(last + 1) and touches(last):
        last += 1
    # Small words at the end may begin the name: `Père : DI MARIO`, `Vader VAN DIJK`.
    while last > index and tokens[last][0] in parent_words.SMALL:
        last -= 1
    # A birth date or place of the parent is another label.
    while first < index and tokens[first][0] in _NOT_A_NAME:
        first += 1
        break
    return first, last


def _is_boundary(before: str) -> bool:
    bare = before.rstrip()
    return not bare or not bare[-1].isalnum() or "\n" in before[len(bare) :] or bare[-1].isdigit()


def _part(words: Sequence[str]) -> Literal["given", "surname", "whole"]:
    given = any(w in parent_words.GIVEN for w in words)
    surname = any(w in parent_words.SURNAME for w in words)
    if given and not surname and "nom" not in words and "name" not in words[:1]:
        return "given"
    return "surname" if surname and not given else "whole"


def person_in(stretch: str) -> tuple[str, tuple[int, int]] | None:
    """Return the name that a stretch begins with, and where: words with a capital, and particles.

    >>> person_in(" : Dong-Hyun LEE (enseignant)"), person_in("BENALI, Imane, née le")
    (('Dong-Hyun LEE', (3, 16)), ('BENALI Imane', (0, 13)))
    """
    lead = _LEAD.match(stretch)
    start = lead.end() if lead else 0
    bare = person_names.without_titles(stretch[start:])
    start = stretch.find(bare, start) if bare else start
    words: list[str] = []
    end = start
    for token in re.finditer(r"\S+", stretch[start:]):
        word = _DIGITS.sub(_as_letter, _SPECKS.sub("", token[0].rstrip(",;.")))
        if words and _CAPITAL_I.match(word):
            word = f"I{word[1:]}"
        if not _may_be_of_name(word) or len(words) == name_shape.MOST_WORDS:
            break
        # The margin of a record repeats the surname: `Pierre MARTIN MARTIN`.
        if not words or word != words[-1]:
            words.append(word)
        end = start + token.start() + len(token[0].rstrip(",;."))
        if token[0][-1] in ",;." and not (token[0].endswith(",") and _goes_on(words)):
            break
    while words and (words[-1][0].islower() or len(words[-1].strip("'’-")) < 2):
        end -= len(words.pop()) + 1
    while len(words) > 2 and len(words[0]) == 1:
        start += len(words.pop(0)) + 1
    if not words or not name_shape.looks_like_name(words):
        return None
    return " ".join(words), (start, max(end, start + 1))


def _as_letter(digit: re.Match[str]) -> str:
    return "i" if digit[0] == "1" else "o"


def _may_be_of_name(word: str) -> bool:
    bare = fold(word).rstrip(".")
    if not bare or bare in name_shape.NO_NAME or not _UNCASED.match(bare):
        return False
    return not word[0].islower() or bare.split("'")[0] in person_names.PARTICLES


def _goes_on(words: Sequence[str]) -> bool:
    """Tell a surname before a comma, whose given names follow, from a whole name."""
    return all(w.isupper() for w in words)


def beside(
    sheet: Sheet, parent: Parent, *, spouses: bool = False
) -> Iterator[tuple[Label, Cell, str, tuple[int, int]]]:
    """Yield what stands after, right of, or under each label of that parent on a page."""
    cells = sheet.cells
    for cell in cells:
        for label in labels_in(cell.text, spouses=spouses):
            if label.parent == parent and (label.leads or _ends_in_colon(cell.text, label)):
                found = _value(cell, label, cells, spouses=spouses)
                if found is not None:
                    yield (label, *found)


def _ends_in_colon(text: str, label: Label) -> bool:
    return text[label.end :].lstrip(" )").startswith(":")


def _value(
    cell: Cell, label: Label, cells: Sequence[Cell], *, spouses: bool
) -> tuple[Cell, str, tuple[int, int]] | None:
    rest = cell.text[label.end :]
    lead = _LEAD.match(rest)
    if rest[lead.end() if lead else 0 :].strip(" .:;_()/*|-–—"):
        found = person_in(rest)
        if found is None:
            return None
        value, (start, end) = found
        return cell, value, (label.end + start, label.end + end)
    upper = next((c for c in cells if label.leads and _runs_on(c, cell)), None)
    leftward = _RIGHT_TO_LEFT.search(cell.text[label.start : label.end]) is not None
    places = (
        next(right_of(upper, cells), None) if upper else None,
        next((left_of if leftward else right_of)(cell, cells), None),
        None if leftward else _slanting(cell, cells),
        next(below(cell, cells), None),
    )
    for place in places:
        if place is None or _is_label(place.text, spouses=spouses):
            continue
        bare = _BARE.sub("", place.text)
        found = person_in(bare)
        if found is not None:
            skipped = len(place.text) - len(bare)
            return place, found[0], (skipped + found[1][0], skipped + found[1][1])
    return None


def _runs_on(upper: Cell, cell: Cell) -> bool:
    """Tell the first line of a label that ends in the next: `Prénom et nom de la / mère`."""
    aligned = abs(upper.box.left - cell.box.left) <= upper.character
    under = 0 < cell.box.top - upper.box.top < _LINE * upper.height
    words = _TOKEN.findall(fold(upper.text))
    return (
        aligned
        and under
        and bool(words)
        and words[-1] in parent_words.SMALL
        and all(word in parent_words.FILLER for word in words)
    )


def _slanting(cell: Cell, cells: Sequence[Cell]) -> Cell | None:
    """Return the nearest cell to the right that a slanting photograph lifts off the line."""

    def lift(other: Cell) -> float:
        return abs(other.box.top + other.box.bottom - cell.box.top - cell.box.bottom) / 2

    near = [c for c in cells if c.box.left >= cell.box.right and lift(c) < _SLANT * cell.height]
    return min(near, key=lift, default=None)


def _is_label(text: str, *, spouses: bool) -> bool:
    if label_words.letters(_BARE.sub("", text)) in label_words.KNOWN_LETTERS:
        return True
    return any(label.leads for label in labels_in(text, spouses=spouses))


def in_sentences(text: str, parent: Parent) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the full names after `Mère déclarée :` and the like, over the ends of lines."""
    flat = text.replace("\n", " ")
    for label in labels_in(flat):
        if label.parent != parent or not (label.has_name_word or _ends_in_colon(flat, label)):
            continue
        found = person_in(flat[label.end : label.end + _REACH])
        if found and name_shape.is_full_name(found[0]):
            yield found[0], (label.end + found[1][0], label.end + found[1][1])


_BLOCK_LINES = 14.0
"""Heights of the heading within which the names of its block stand."""
_SURNAME_LABELS = label_words.vocabulary(
    ("Nom", "Nom de famille", "Nom de naissance", "Surname", "Cognome", "Apellidos", "Apelido",
     "Familienname", "Name", "Last name", "Nom patronymique", "Naam", "Nazwisko")
)  # fmt: skip
_GIVEN_LABELS = label_words.vocabulary(
    ("Prénom", "Prénoms", "Prénom(s)", "Given names", "First names", "First name", "Forenames",
     "Nome", "Nombre", "Nombres", "Nomi", "Vorname", "Vornamen", "Voornamen", "Imię", "Imiona")
)  # fmt: skip


def blocks(
    sheet: Sheet, parent: Parent, *, spouses: bool = False
) -> Iterator[tuple[_Place, _Place]]:
    """Yield surname and given names at their own labels under a heading for that parent."""
    cells = sheet.cells
    headings = [
        (cell, label)
        for cell in cells
        for label in labels_in(cell.text, spouses=spouses)
        if label.leads and not cell.text[label.end :].strip(" .:;_()/*|-–—")
    ]
    for heading, label in headings:
        if label.parent != parent:
            continue
        rivals = [c for c, other in headings if other.parent != parent]
        limit = heading.box.bottom + _BLOCK_LINES * heading.height
        block = [c for c in cells if _is_in_block(c, heading, rivals, limit)]
        surname = _at_label(block, cells, _SURNAME_LABELS)
        given = _at_label(block, cells, _GIVEN_LABELS)
        if surname and given:
            yield surname, given


def _is_in_block(cell: Cell, heading: Cell, rivals: Sequence[Cell], limit: float) -> bool:
    """Tell whether a cell stands under a heading and no other one lies between."""
    if not heading.box.bottom - heading.height / 2 < cell.box.top < limit:
        return False
    level = [r for r in rivals if abs(r.box.top - heading.box.top) < heading.height]
    if any(abs(r.box.left - cell.box.left) < abs(heading.box.left - cell.box.left) for r in level):
        return False
    return not any(heading.box.bottom < r.box.top <= cell.box.top for r in rivals)


def _at_label(
    block: Sequence[Cell], cells: Sequence[Cell], wanted: frozenset[str]
) -> _Place | None:
    for cell in block:
        head, colon, _ = cell.text.partition(":")
        found = label_words.scan(head, wanted)
        if not found or _NUMBERING.fullmatch(fold(head[: found[0].start])) is None:
            continue
        tail = head[found[0].end :].strip(" ()s°")
        if tail and (colon or not tail[0].isupper()):
            continue
        offset = len(head) + 1 if colon else found[0].end
        named = person_in(cell.text[offset:])
        if named:
            return cell, named[0], (offset + named[1][0], offset + named[1][1])
        for place in (next(right_of(cell, cells), None), next(below(cell, cells), None)):
            named = person_in(place.text) if place else None
            if place and named and not _is_label(place.text, spouses=True):
                return place, named[0], named[1]
    return None

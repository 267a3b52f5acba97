"""One or two people named on consecutive lines, as above an address.

Bank papers print `MR DUPONT JEAN` or, for an account of two, `M DUPONT JEAN OU MME MARTIN` and
`ANNE` on the next line, then street and town. The lines of a block share a left edge; they end at a
label, at an address, or at what is no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec import Struct

from docscheck.readers import values
from docscheck.readers.cells import Cell
from docscheck.readers.passage import fold
from docscheck.readers.person_names import without_titles

_TITLE = r"(?:m|mr|mrs|ms|mme|mlle|mle|mile|miss|monsieur|madame|mademoiselle|messieurs|mm)"
_TITLED = re.compile(rf"{_TITLE}\b\.?(?:\s+(?:ou|et)\s+{_TITLE}\b\.?)?\s+(?=[^\W\d_])")
_SALUTATION = re.compile(rf"{_TITLE}\s*,")
_JOINT = re.compile(r"(?<!\s)\s++(?:(?:ou|et|or|and|und)\s++|[/&]\s*+)|[/&]\s*+")
_OPEN_END = re.compile(r"(?:\b(?:ou|et|or|and|und)|[/&])\s*$")
_OPEN_HEAD = re.compile(r"(?:(?:ou|et|or|and|und)\s|[/&])")
_STREET = re.compile(
    r"\b(?:rue|avenue|av|ave|bd|boulevard|allees?|chemin|place|impasse|quai|cours|route|square|villa"
    r"|passage|residence|batiment|bat|appt|appartement|apt|chambre|chb|logement|etage|escalier"
    r"|chez|c/o|lieu-dit|lotissement|cite|foyer|bp|cs|cedex|street|road|strasse|calle|via|rua)\b"
)
_NUMBERED = re.compile(
    r"\d{1,4}\s?(?:bis|ter|quater|[a-d])?\b(?:\s*+,)?\s++[^\W\d_]{2}|.*\b\d{4,5}\b"
)
_MOST_LINES = 3
_NEXT_LINE = 2.4
"""Heights of a line from its top to the top of the next line of a block."""
_EDGE = 2.0
"""Character widths by which the left edges of a block's lines may differ."""
_PARTS = 2


class Block(Struct, frozen=True):
    """The people of a block and what stood around them."""

    people: tuple[str, ...]
    cells: tuple[Cell, ...]
    start: int
    """Of the names, in the characters of the first cell."""
    titled: bool
    addressed: bool
    """An address follows."""

    @property
    def single(self) -> bool:
        """Whether one word is all there is of the name."""
        return len(" ".join(self.people).split()) == 1


def is_titled(text: str) -> bool:
    """Tell whether a text opens with the title of a person, and is no salutation."""
    folded = fold(text)
    return _TITLED.match(folded) is not None and not _SALUTATION.match(folded)


def is_address(text: str) -> bool:
    """Tell whether a line may be one of a postal address: a street, or a postal code."""
    folded = fold(text.strip())
    return bool(_NUMBERED.match(folded) or _STREET.match(folded)) and any(map(str.isalpha, folded))


def block_at(cells: Sequence[Cell], first: Cell, start: int, labels: Set[int]) -> Block | None:
    """Return the people named from character `start` of a cell on; `None` where none are.

    `labels` are the ids of the cells that open with a label: a block ends before one.
    """
    if not people_in([first.text[start:]]):
        return None
    lines = [first]
    for _ in range(_MOST_LINES):
        below = _line_below(cells, lines[-1], lines[0])
        if below is None or id(below) in labels:
            return _closed(lines, start, addressed=False)
        if is_address(below.text):
            return _closed(lines, start, addressed=True)
        if not people_in([below.text]) and not _OPEN_HEAD.match(fold(below.text)):
            return _closed(lines, start, addressed=False)
        lines.append(below)
    return _closed(lines, start, addressed=False)


def _closed(lines: list[Cell], start: int, addressed: bool) -> Block | None:
    """Keep the lines that belong together; without an address only those that say so."""
    kept = 1
    while kept < len(lines) and (addressed or _goes_on(lines[kept - 1].text, lines[kept].text)):
        kept += 1
    texts = [lines[0].text[start:], *(line.text for line in lines[1:kept])]
    people = people_in(texts) or people_in(texts[:1])
    if not people:
        return None
    return Block(people, tuple(lines[:kept]), start, is_titled(texts[0]), addressed)


def _goes_on(line: str, following: str) -> bool:
    joined = _OPEN_END.search(fold(line)) or _OPEN_HEAD.match(fold(following))
    return joined is not None or is_titled(following)


def people_in(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the names of one or two people on some lines; nothing unless all of it is names.

    >>> people_in(["MR DUPONT JEAN OU MME MARTIN", "ANNE"]), people_in(["BANQUE DUPONT"])
    (('DUPONT JEAN', 'MARTIN ANNE'), ())
    """
    text = lines[0].strip(" :;")
    for line in lines[1:]:
        apart = is_titled(line) and not _OPEN_END.search(fold(text))
        text = f"{text} / {line}" if apart else f"{text} {line}"
    if _SALUTATION.match(fold(text)):
        return ()
    bare = without_titles(text)
    joints = [match.span() for match in _JOINT.finditer(fold(bare))]
    edges = [0, *(edge for joint in joints for edge in joint), len(bare)]
    parts = [without_titles(bare[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    parts = [part for part in parts if part.strip()]
    names = [_whole_name(part) for part in parts]
    return tuple(names) if 0 < len(names) <= _PARTS and all(names) else ()


def _whole_name(part: str) -> str:
    """Return the name if it fills the part: what follows a name makes a sentence of it."""
    name = values.name(part)
    letters = sum(map(str.isalpha, part))
    fills = sum(map(str.isalpha, name)) == letters and not any(map(str.isdigit, part))
    return name if fills else ""


def _line_below(cells: Sequence[Cell], line: Cell, head: Cell) -> Cell | None:
    """Return the cell on the next line with the same left edge as the last line or the value."""
    edges = (line.box.left, head.box.left)
    under = [
        cell
        for cell in cells
        if 0.5 * line.height < cell.box.top - line.box.top <= _NEXT_LINE * line.height
        and min(abs(cell.box.left - edge) for edge in edges) <= _EDGE * line.character
    ]
    return min(under, key=lambda cell: cell.box.top, default=None)

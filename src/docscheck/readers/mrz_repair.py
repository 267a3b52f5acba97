"""Undo the confusions of character recognition in a machine-readable zone, where that is certain.

Two steps. Where the standard allows only digits (dates, check digits) or only letters (states,
names), a character of the other kind is put right by its look-alike. Then, for each check digit
that still fails, the fewest look-alike changes that make it hold are taken, if there is only one
such set, or only one with which the composite check digit agrees. One wrong set in ten passes by
chance, so what was chosen this way is read, not proven (`mrz_fields`).

Sources: ICAO 9303-3 clause 4.3 (which characters may stand where) and 4.9 (check digits). It does
not invent: more than `MAX_FORCED` changes by position or `MAX_CHANGES` by check digit is no reading
but a guess, and the lines come back as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from docscheck.document import Repair
from docscheck.readers.mrz_shapes import Check, Shape, Span, check_digits, plausible, shape_of

TO_DIGIT = {
    "O": "0",
    "Q": "0",
    "D": "0",
    "I": "1",
    "L": "1",
    "Z": "2",
    "S": "5",
    "B": "8",
    "G": "6",
}
TO_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "8": "B", "6": "G"}
EITHER = {**{k: (v,) for k, v in TO_DIGIT.items()}, **{k: (v,) for k, v in TO_LETTER.items()}} | {
    "0": ("O", "D", "Q"),
    "1": ("I", "L"),
}

MAX_FORCED = 8
"""A zone of 72 to 90 characters with more misreadings than this was not read."""
MAX_CHANGES = 2
"""For one check digit: it lets one set of changes in ten through by chance."""

_Cell = tuple[int, int]


def repair(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[Repair, ...]]:
    """Return the lines put right and what was changed; the lines themselves when in doubt."""
    read = tuple(lines)
    shape = shape_of(read)
    if shape is None:
        return read, ()
    forced = _put_right_by_place(shape, read)
    if _distance(read, forced) > MAX_FORCED or not plausible(shape, forced):
        return read, ()
    taken = forced
    for check in shape.checks:
        if check.name != "composite":
            taken = _put_right_by_check(shape, check, taken)
    return taken, tuple(_changes(read, taken))


def _put_right_by_place(shape: Shape, lines: tuple[str, ...]) -> tuple[str, ...]:
    cells = [list(line) for line in lines]
    for spans, table in ((shape.numeric, TO_DIGIT), (shape.alphabetic, TO_LETTER)):
        for line, column in (cell for span in spans for cell in _cells(span)):
            cells[line][column] = table.get(cells[line][column], cells[line][column])
    sex = shape.elements["sex"]
    if sex.of(lines) in "KC":  # a filler read as a letter
        cells[sex.line][sex.start] = "<"
    return tuple("".join(line) for line in cells)


def _put_right_by_check(shape: Shape, check: Check, lines: tuple[str, ...]) -> tuple[str, ...]:
    if _holds(shape, check.name, lines):
        return lines
    open_cells = [
        cell
        for span in check.over
        for cell in _cells(span)
        if lines[cell[0]][cell[1]] in EITHER and not _bound(shape, cell)
    ]
    for count in range(1, MAX_CHANGES + 1):
        answers = [v for v in _variants(lines, open_cells, count) if _holds(shape, check.name, v)]
        if len(answers) > 1:
            answers = [v for v in answers if _holds(shape, "composite", v)]
        if answers:
            return answers[0] if len(answers) == 1 else lines
    return lines


def _bound(shape: Shape, cell: _Cell) -> bool:
    """Tell whether the kind of character is fixed there, so that a look-alike cannot stand."""
    return any(span.holds(*cell) for span in (*shape.numeric, *shape.alphabetic))


def _variants(
    lines: tuple[str, ...], cells: Sequence[_Cell], count: int
) -> Iterator[tuple[str, ...]]:
    for chosen in combinations(cells, count):
        for characters in product(*(EITHER[lines[line][column]] for line, column in chosen)):
            changed = [list(line) for line in lines]
            for (line, column), character in zip(chosen, characters, strict=True):
                changed[line][column] = character
            yield tuple("".join(line) for line in changed)


def _holds(shape: Shape, name: str, lines: tuple[str, ...]) -> bool:
    """Tell whether that check digit holds; false where the shape has none of that name."""
    return any(digit.holds for digit in check_digits(shape, lines) if digit.name == name)


def _cells(span: Span) -> Iterator[_Cell]:
    return ((span.line, column) for column in range(span.start, span.end))


def _changes(read: tuple[str, ...], taken: tuple[str, ...]) -> Iterator[Repair]:
    for line, (before, after) in enumerate(zip(read, taken, strict=True)):
        for column, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                yield Repair(line, column, old, new)


def _distance(read: tuple[str, ...], taken: tuple[str, ...]) -> int:
    return sum(1 for _ in _changes(read, taken))

"""Where each element of a machine-readable zone stands, and whether its check digits hold.

Sources: ICAO Doc 9303 (8th edition, 2021) part 3 clause 4.9 (check digits), part 4 clause 4.2
(TD3), part 5 clause 4.2 (TD1, with numbers longer than nine characters), part 6 clause 4.2 (TD2),
part 7 clauses 4.2 and 5.2 (MRV-A, MRV-B). `FRA-ID` is the French identity card made before 2021,
whose order is its own: card number, given names, birth date, no expiry date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from docscheck.document import CheckDigit

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FILLER = "<"


class Span(Struct, frozen=True):
    """Characters `start` to `end` (half-open, from 0) of line `line` (from 0)."""

    line: int
    start: int
    end: int

    def of(self, lines: Sequence[str]) -> str:
        """Cut it out of the lines."""
        return lines[self.line][self.start : self.end]

    def holds(self, line: int, column: int) -> bool:
        """Tell whether that character lies in the span."""
        return line == self.line and self.start <= column < self.end


class Check(Struct, frozen=True):
    """A check digit: its name, where it is printed, and over what it is computed."""

    name: str
    digit: Span
    over: tuple[Span, ...]


class Shape(Struct, frozen=True):
    """One layout of zone."""

    name: str
    rows: int
    columns: int
    elements: Mapping[str, Span]
    """`type`, `issuer`, `surname` and `given_names` or `names`, `document_number`, ..."""
    checks: tuple[Check, ...]
    numeric: tuple[Span, ...]
    """Digits or fillers only: dates and check digits."""
    alphabetic: tuple[Span, ...]
    """Letters or fillers only: states and names."""


def _shape(
    name: str, size: tuple[int, int], elements: dict[str, Span], checks: tuple[Check, ...]
) -> Shape:
    dates = tuple(elements[key] for key in ("birth_date", "expiry_date") if key in elements)
    states_and_names = ("issuer", "nationality", "names", "surname", "given_names")
    letters = tuple(elements[key] for key in states_and_names if key in elements)
    return Shape(name, *size, elements, checks, dates + tuple(c.digit for c in checks), letters)


def _check(name: str, digit: tuple[int, int], *over: tuple[int, int, int]) -> Check:
    line, column = digit
    return Check(name, Span(line, column, column + 1), tuple(Span(*span) for span in over))


def _second_line(optional_end: int) -> dict[str, Span]:
    """Return what TD2, TD3 and both visas have in common: line 2 up to the expiry date."""
    return {
        "document_number": Span(1, 0, 9),
        "nationality": Span(1, 10, 13),
        "birth_date": Span(1, 13, 19),
        "sex": Span(1, 20, 21),
        "expiry_date": Span(1, 21, 27),
        "optional": Span(1, 28, optional_end),
    }


def _first_line(columns: int) -> dict[str, Span]:
    return {"type": Span(0, 0, 2), "issuer": Span(0, 2, 5), "names": Span(0, 5, columns)}


_SECOND_LINE_CHECKS = (
    _check("document_number", (1, 9), (1, 0, 9)),
    _check("birth_date", (1, 19), (1, 13, 19)),
    _check("expiry_date", (1, 27), (1, 21, 27)),
)

TD3 = _shape(
    "TD3",
    (2, 44),
    _first_line(44) | _second_line(42),
    (
        *_SECOND_LINE_CHECKS,
        _check("optional", (1, 42), (1, 28, 42)),
        _check("composite", (1, 43), (1, 0, 10), (1, 13, 20), (1, 21, 43)),
    ),
)
TD2 = _shape(
    "TD2",
    (2, 36),
    _first_line(36) | _second_line(35),
    (
        *_SECOND_LINE_CHECKS,
        _check("composite", (1, 35), (1, 0, 10), (1, 13, 20), (1, 21, 35)),
    ),
)
MRV_A = _shape("MRV-A", (2, 44), _first_line(44) | _second_line(44), _SECOND_LINE_CHECKS)
MRV_B = _shape("MRV-B", (2, 36), _first_line(36) | _second_line(36), _SECOND_LINE_CHECKS)
TD1 = _shape(
    "TD1",
    (3, 30),
    {
        "type": Span(0, 0, 2),
        "issuer": Span(0, 2, 5),
        "document_number": Span(0, 5, 14),
        "optional": Span(0, 15, 30),
        "birth_date": Span(1, 0, 6),
        "sex": Span(1, 7, 8),
        "expiry_date": Span(1, 8, 14),
        "nationality": Span(1, 15, 18),
        "optional_2": Span(1, 18, 29),
        "names": Span(2, 0, 30),
    },
    (
        _check("document_number", (0, 14), (0, 5, 14)),
        _check("birth_date", (1, 6), (1, 0, 6)),
        _check("expiry_date", (1, 14), (1, 8, 14)),
        _check("composite", (1, 29), (0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)),
    ),
)
FRA_ID = _shape(
    "FRA-ID",
    (2, 36),
    {
        "type": Span(0, 0, 2),
        "issuer": Span(0, 2, 5),
        "surname": Span(0, 5, 30),
        "document_number": Span(1, 0, 12),
        "given_names": Span(1, 13, 27),
        "birth_date": Span(1, 27, 33),
        "sex": Span(1, 34, 35),
    },
    (
        _check("document_number", (1, 12), (1, 0, 12)),
        _check("birth_date", (1, 33), (1, 27, 33)),
        _check("composite", (1, 35), (0, 0, 36), (1, 0, 35)),
    ),
)

SIZES = ((3, 30), (2, 44), (2, 36))
"""Rows and columns of every shape."""
BY_NAME: Mapping[str, Shape] = {s.name: s for s in (TD1, TD2, TD3, MRV_A, MRV_B, FRA_ID)}


def shape_of(lines: Sequence[str]) -> Shape | None:
    """Tell the shape from the size and the document code; `None` for any other size."""
    size = (len(lines), len(lines[0]) if lines else 0)
    if size not in SIZES or len({len(line) for line in lines}) != 1:
        return None
    if size == (3, 30):
        return TD1
    visa = lines[0].startswith("V")
    if size == (2, 44):
        return MRV_A if visa else TD3
    if visa:
        return MRV_B
    return FRA_ID if lines[0].startswith("IDFRA") else TD2


def check_digit(text: str) -> str:
    """Compute the check digit of ICAO 9303-3 clause 4.9: weights 7, 3, 1, modulo 10.

    >>> check_digit("D23145890734")
    '9'
    """
    values = (0 if c == FILLER else ALPHABET.index(c) for c in text)
    return str(sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10)


def check_digits(shape: Shape, lines: Sequence[str]) -> tuple[CheckDigit, ...]:
    """Compute every check digit of a zone, in the order of the shape."""
    return tuple(_computed(shape, check, lines) for check in shape.checks)


def _computed(shape: Shape, check: Check, lines: Sequence[str]) -> CheckDigit:
    if check.name == "document_number" and (long := long_number(shape, lines)):
        return CheckDigit(check.name, long[1], check_digit(long[0]))
    text = "".join(span.of(lines) for span in check.over)
    return CheckDigit(check.name, check.digit.of(lines), check_digit(text))


def long_number(shape: Shape, lines: Sequence[str]) -> tuple[str, str] | None:
    """Return number and check digit where the number runs on into the optional data.

    ICAO 9303-5 clause 4.2.2 note j and 9303-6: a filler stands in the place of the check digit,
    the rest of the number and then its check digit open the optional data, a filler ends them.
    """
    if shape.name not in ("TD1", "TD2"):
        return None
    head = shape.elements["document_number"].of(lines)
    digit = next(c.digit for c in shape.checks if c.name == "document_number").of(lines)
    rest = shape.elements["optional"].of(lines).partition(FILLER)[0]
    if digit != FILLER or FILLER in head or len(rest) < 2 or not rest[-1].isdigit():
        return None
    return head + rest[:-1], rest[-1]


def plausible(shape: Shape, lines: Sequence[str]) -> bool:
    """Tell a zone from any other text of the same size, whether its check digits hold or not."""
    dates = "".join(shape.elements[k].of(lines) for k in ("birth_date", "expiry_date")
                    if k in shape.elements)  # fmt: skip
    letters = "".join(span.of(lines) for span in shape.alphabetic)
    return (
        lines[0][0].isalpha()
        and sum(not c.isdigit() and c != FILLER for c in dates) <= len(dates) // 6
        and sum(c.isdigit() for c in letters) <= len(letters) // 8
        and shape.elements["sex"].of(lines) in "MFX<"
        and re.fullmatch("[A-Z]{1,3}<{0,2}", shape.elements["issuer"].of(lines)) is not None
    )

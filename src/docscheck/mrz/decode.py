"""Which lines do the answers spell, under the rules of the shape?

The shape is settled before any check digit is looked at: by the number of lines, the characters in
each, and the document code. Each place then takes the likeliest character among those the shape
allows there (ICAO 9303-4 to -7: digits in dates, letters in names). Where a check digit fails, at
most `MAX_REPAIRS` characters of the zone may be exchanged for close runners-up, and only if one
answer stands out; lines are never searched until the check digits hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import iso3166
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from docscheck.document import Repair
from docscheck.mrz.glyphs import ALPHABET, NONE
from docscheck.mrz.straighten import Floats
from docscheck.readers.mrz_shapes import (
    FRA_ID,
    MRV_A,
    MRV_B,
    TD1,
    TD2,
    TD3,
    Check,
    Shape,
    Span,
    check_digits,
    long_number,
)

MAX_REPAIRS = 2
_CLOSE = 3.5
"""Nats by which a runner-up may be less likely than the character taken: 30 to 1."""
_CLOSE_TOGETHER = 5.0
"""The same for all exchanges of one check digit together."""
_CLEAR = 1.0
"""Nats by which the best set of exchanges must beat the next."""
_LOOK_ALIKE_TOLL = 1.0
"""Nats against O, I and Q in the document number: states avoid them there, and 00 read OO passes
its check digit."""
_PASSING_ODDS = 0.01
"""Odds of all other readings that pass a check digit, together, against the one taken, above which
it proves nothing: see training/RECORD.md for what wrong values that passed had."""
_LETTER_TOLL = 1.0
"""Nats against a letter after the second character of a document number: few states have any."""
_OTHER_PATTERN = 3.0
"""Nats against a character of the other kind where a state always prints one kind."""
_PATTERNS = {
    ("TD3", "FRA"): "99AA99999",  # two digits, two letters, five digits, since 2005
    ("FRA-ID", "FRA"): "999999999999",  # year, month, department (2A and 2B too), office and count
}
"""Document numbers by shape and issuer: 9 a digit, A a letter."""
_BLANK_TOLL = 5.0
"""Nats against a filler where only papers without the value have one: amid a number, in a date or
its check digit. Printed fillers are plain enough to be seen all the same."""
_OUTSIDE = 3.0
"""Nats against a month above 19 or a day above 39: some papers carry such dates all the same."""
_FILLED_UP = {
    **dict.fromkeys(("names", "surname", "given_names"), 99.0),
    **dict.fromkeys(("optional", "optional_2"), 4.0),
}
"""Elements that fillers fill up, and nats against anything after three fillers: names have nothing
there (ICAO 9303-3 clause 4.6), optional data hardly ever."""
_SURE = 0.85
"""Mean probability of the characters above which a reading needs no check digit to be one."""
_LEAST = 0.6
"""The same below which it is none; between the two, all check digits but one must hold as read."""
_CODES = {"TD3": "P", "MRV-A": "V", "MRV-B": "V", "TD2": "ACIP", "TD1": "ACIPR", "FRA-ID": "I"}
"""First character by shape: ICAO 9303-4 to -7; R is found on residence permits."""

_NO_COUNTRY = (
    "D<<", "UTO", "RKS", "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "UNO", "UNA", "UNK", "XBA",
    "XCC", "XCE", "XCO", "XEC", "XIM", "XMP", "XOM", "XPO", "XXA", "XXB", "XXC", "XXX",
)  # fmt: skip
STATES = frozenset(iso3166.countries_by_alpha3) | frozenset(_NO_COUNTRY)
"""Codes of states and organisations: ISO 3166-1 and ICAO 9303-3 clause 5."""

_TEN = 10
_APART = (np.arange(_TEN)[:, None] - np.arange(_TEN)) % _TEN
_NUMBER = 9
"""Characters of a document number before it runs on into the optional data."""
_WORTH = np.array([0 if c == "<" else i for i, c in enumerate(ALPHABET)])
"""Value of every character in a check digit: ICAO 9303-3 clause 4.9."""

_Allowed = NDArray[np.bool_]
_Cell = tuple[int, int]


def _among(characters: str) -> _Allowed:
    return np.array([c in characters for c in ALPHABET])


_LETTERS = _among("ABCDEFGHIJKLMNOPQRSTUVWXYZ<")
_DIGITS = _among("0123456789<")
_SEX = _among("MFX<")
_FILLER = _among("<")
_ONLY_LETTERS, _ONLY_DIGITS = _LETTERS & ~_FILLER, _DIGITS & ~_FILLER
_NOT_FILLER = ~_FILLER
"""A number begins at the left of its place: ICAO 9303-4 to -7."""


def shape_of(answers: Sequence[Floats]) -> Shape | None:
    """Settle the shape of 2 or 3 lines of answers (characters x 38); `None` for no known size."""
    size = (len(answers), len(answers[0]))
    if size == (3, 30):
        return TD1
    code = answers[0][0]
    visa = code[ALPHABET.index("V")] > max(code[ALPHABET.index(c)] for c in "ACIP")
    if size == (2, 44):
        return MRV_A if visa else TD3
    if size != (2, 36):
        return None
    letters = answers[0][:5, :NONE] + np.where(_LETTERS, 0, -99)
    head = "".join(ALPHABET[int(k)] for k in letters.argmax(1))
    return MRV_B if visa else FRA_ID if head == "IDFRA" else TD2


def spell(shape: Shape, answers: Sequence[Floats]) -> tuple[str, ...]:
    """Take the likeliest allowed character everywhere, and an existing state if one is near."""
    merits = _merits(shape, answers)
    chosen = [merit.argmax(1) for merit in merits]
    for name, toll in _FILLED_UP.items():
        if name in shape.elements:
            span = shape.elements[name]
            place = slice(span.start, span.end)
            chosen[span.line][place] = _filled_up(merits[span.line][place], toll)
    number = shape.elements["document_number"]
    place = slice(number.start, number.end)
    chosen[number.line][place] = _number(merits[number.line][place])
    lines = _text(chosen)
    for name in ("issuer", "nationality"):
        if name in shape.elements:
            lines = _with_state(lines, shape.elements[name], merits)
    return lines


def repair(
    shape: Shape, answers: Sequence[Floats], lines: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[Repair, ...]]:
    """Exchange close runners-up where a check digit fails and one answer stands out."""
    merits = _merits(shape, answers)
    taken = lines
    for check in shape.checks:
        room = MAX_REPAIRS - len(_changes(lines, taken))
        if room > 0 and not _holds(shape, check.name, taken):
            taken = _mended(shape, check, merits, taken, room)
    return taken, _changes(lines, taken)


def unproven(shape: Shape, answers: Sequence[Floats], lines: tuple[str, ...]) -> tuple[str, ...]:
    """Name the check digits that hold and yet prove nothing: another likely reading holds too.

    The composite is left out, since no value is proven by it alone.
    """
    merits = _merits(shape, answers)
    number = shape.elements["document_number"]
    printed = number.start + len(number.of(lines).rstrip("<"))
    merits[number.line][number.start : printed, ALPHABET.index("<")] -= _BLANK_TOLL
    return tuple(
        check.name
        for check in shape.checks
        if check.name != "composite"
        and _holds(shape, check.name, lines)
        and _doubt(shape, check, merits, lines) > _PASSING_ODDS
    )


def _doubt(shape: Shape, check: Check, merits: Sequence[Floats], lines: tuple[str, ...]) -> float:
    """Odds that a value whose check digit holds is another one all the same."""
    odds = passing_odds(_cells(shape, check, lines), merits, lines)
    if check.name == "document_number" and long_number(shape, lines):
        digit = merits[check.digit.line][check.digit.start]
        odds += float(np.exp(digit - digit[ALPHABET.index("<")]).sum()) - 1  # or it ends there
    return odds


def passing_odds(cells: Sequence[_Cell], merits: Sequence[Floats], lines: tuple[str, ...]) -> float:
    """Odds of all other readings that leave a check digit holding, against the one taken.

    `cells` are those it is computed over, in order, and its own at the end. Any number of them may
    be exchanged: weighted by 7, 3 and 1 (ICAO 9303-3 clause 4.9), the digit itself by -1, the
    exchanges must add up to nought modulo ten. After a repair some may be likelier than what was
    taken.
    """
    mass = np.eye(1, _TEN)[0]
    for i, (line, column) in enumerate(cells):
        weight = -1 if i == len(cells) - 1 else (7, 3, 1)[i % 3]
        taken = ALPHABET.index(lines[line][column])
        odds = np.exp(merits[line][column] - merits[line][column][taken])
        shift = weight * (_WORTH - _WORTH[taken]) % _TEN
        by_shift = np.bincount(shift, odds, _TEN)
        mass = mass[_APART] @ by_shift
    return float(mass[0] - 1)


def _cells(shape: Shape, check: Check, lines: tuple[str, ...]) -> list[_Cell]:
    """Give the characters that a check digit is computed over, and last its own."""
    spans = [*check.over, check.digit]
    if check.name == "document_number" and (long := long_number(shape, lines)):
        rest = shape.elements["optional"]
        spans[1:] = [replace(rest, end=rest.start + len(long[0]) + 1 - _NUMBER)]
    return [(span.line, column) for span in spans for column in range(span.start, span.end)]


def _filled_up(merits: Floats, toll: float) -> NDArray[np.intp]:
    """Read an element whose parts stand one or two fillers apart, and which three fillers end.

    So a smudge among the last fillers is no character, unless it is `toll` nats likelier. The
    likeliest row is found place by place; the states are the fillers in a row so far, up to three.
    """
    filler = ALPHABET.index("<")
    others = np.where(np.arange(len(ALPHABET)) == filler, -np.inf, merits)
    other, blank = others.max(1), merits[:, filler]
    leaving = np.array([0.0, 0.0, 0.0, toll])
    best = np.array([0.0, -np.inf, -np.inf, 0.0])  # an empty element is nothing but fillers
    came = np.zeros((len(merits), len(best)), np.int64)
    for i in range(len(merits)):
        begun, on = int((best - leaving).argmax()), 2 + int(best[3] >= best[2])
        came[i] = (begun, 0, 1, on)
        step = np.array([best[begun] - leaving[begun], best[0], best[1], best[on]])
        best = step + np.array([other[i], blank[i] if i else -np.inf, blank[i], blank[i]])
    state = int(best.argmax())
    chosen = np.full(len(merits), filler, np.intp)
    for i in range(len(merits) - 1, -1, -1):
        if state == 0:
            chosen[i] = others[i].argmax()
        state = int(came[i][state])
    return chosen


def believed(shape: Shape, mean: float, spelled: tuple[str, ...]) -> bool:
    """Tell a reading from lines that the glyphs do not bear out; `mean` of their confidences."""
    held = [digit.holds for digit in check_digits(shape, spelled)]
    return mean >= (_SURE if sum(held) < len(held) - 1 else _LEAST)


def _number(merits: Floats) -> NDArray[np.intp]:
    """Read a document number: fillers follow it, and hardly ever stand in it."""
    filler = ALPHABET.index("<")
    amid = merits - np.where(_FILLER, _BLANK_TOLL, 0)
    printed = np.concatenate([[0], np.cumsum(amid.max(1))])
    blank = np.concatenate([np.cumsum(merits[::-1, filler])[::-1], [0]])
    end = 1 + int((printed + blank)[1:].argmax())
    return np.where(np.arange(len(merits)) < end, amid.argmax(1), filler)


def confidences(answers: Sequence[Floats], lines: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    """Probability of every character taken, among all characters and none."""
    return tuple(
        tuple(float(np.exp(row[ALPHABET.index(c)])) for row, c in zip(rows, line, strict=True))
        for rows, line in zip(answers, lines, strict=True)
    )


def _merits(shape: Shape, answers: Sequence[Floats]) -> list[Floats]:
    merits = [rows[:, :NONE].copy() for rows in answers]

    def allow(spans: Sequence[Span], allowed: _Allowed) -> None:
        for span in spans:
            merits[span.line][span.start : span.end, ~allowed] = -99

    number = shape.elements["document_number"]
    merits[number.line][number.start : number.end, _among("OIQ")] -= _LOOK_ALIKE_TOLL
    _expect_kinds(shape, merits, number)
    allow((Span(number.line, number.start, number.start + 1),), _NOT_FILLER)
    allow(shape.numeric, _DIGITS)
    for date in ("birth_date", "expiry_date"):
        if span := shape.elements.get(date):
            merits[span.line][span.start + 2, _among("23456789")] -= _OUTSIDE
            merits[span.line][span.start + 4, _among("456789")] -= _OUTSIDE
            merits[span.line][span.start : span.start + 2, _FILLER] -= _BLANK_TOLL
    for check in shape.checks:
        if check.name in ("birth_date", "expiry_date", "composite"):
            merits[check.digit.line][check.digit.start, _FILLER] -= _BLANK_TOLL
    allow((*shape.alphabetic, shape.elements["type"]), _LETTERS)
    allow((shape.elements["sex"],), _SEX)
    allow((Span(0, 0, 1),), _among(_CODES[shape.name]))
    return merits


def _expect_kinds(shape: Shape, merits: Sequence[Floats], number: Span) -> None:
    """Weigh letters against digits in a document number, most where its state has a pattern."""
    place = shape.elements["issuer"]
    letters = merits[place.line][place.start : place.end] + np.where(_LETTERS, 0, -99)
    issuer = "".join(ALPHABET[int(k)] for k in letters.argmax(1))
    pattern = _PATTERNS.get((shape.name, issuer))
    if pattern is None:
        merits[number.line][number.start + 2 : number.end, _ONLY_LETTERS] -= _LETTER_TOLL
        return
    for column, kind in enumerate(pattern, number.start):
        unlike = _ONLY_LETTERS if kind == "9" else _ONLY_DIGITS
        merits[number.line][column, unlike] -= _OTHER_PATTERN


def _with_state(lines: tuple[str, ...], span: Span, merits: Sequence[Floats]) -> tuple[str, ...]:
    read = span.of(lines)
    if read in STATES:
        return lines
    rows = merits[span.line][span.start : span.end]
    least = float(rows.max(1).sum()) - _CLOSE
    near = [(sum(float(row[ALPHABET.index(c)]) for row, c in zip(rows, code, strict=True)), code)
            for code in STATES]  # fmt: skip
    near = sorted(found for found in near if found[0] > least)
    if not near or (len(near) > 1 and near[-1][0] - near[-2][0] < _CLEAR):
        return lines
    cells = [((span.line, span.start + i), c) for i, c in enumerate(near[-1][1])]
    return _with(lines, cells)


def _mended(
    shape: Shape, check: Check, merits: Sequence[Floats], lines: tuple[str, ...], room: int
) -> tuple[str, ...]:
    before = {digit.name for digit in check_digits(shape, lines) if digit.holds}
    held = [(cost, made) for cost, made in _exchanges(shape, check, merits, lines, room)
            if before < {digit.name for digit in check_digits(shape, made) if digit.holds}
            and _holds(shape, check.name, made)]  # fmt: skip
    held.sort(key=lambda found: found[0])
    if not held or (len(held) > 1 and held[1][0] - held[0][0] < _CLEAR):
        return lines
    return held[0][1]


def _exchanges(
    shape: Shape, check: Check, merits: Sequence[Floats], lines: tuple[str, ...], room: int
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the cost in nats and the lines of every set of exchanges that is close enough."""
    open_: list[tuple[float, _Cell, str]] = []
    for line, column in _cells(shape, check, lines):
        merit = merits[line][column]
        lost = merit[ALPHABET.index(lines[line][column])] - merit
        for k in np.flatnonzero((lost < _CLOSE) & (lost > 0)):
            open_.append((float(lost[k]), (line, column), ALPHABET[int(k)]))
    for count in range(1, room + 1):
        for chosen in combinations(sorted(open_)[:10], count):
            cost = sum(c for c, _, _ in chosen)
            if cost < _CLOSE_TOGETHER and len({cell for _, cell, _ in chosen}) == count:
                yield cost, _with(lines, [(cell, character) for _, cell, character in chosen])


def _with(lines: tuple[str, ...], changes: Sequence[tuple[_Cell, str]]) -> tuple[str, ...]:
    made = [list(line) for line in lines]
    for (line, column), character in changes:
        made[line][column] = character
    return tuple("".join(line) for line in made)


def _holds(shape: Shape, name: str, lines: tuple[str, ...]) -> bool:
    return any(digit.holds for digit in check_digits(shape, lines) if digit.name == name)


def _changes(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Repair, ...]:
    return tuple(
        Repair(line, column, read, taken)
        for line, (old, new) in enumerate(zip(before, after, strict=True))
        for column, (read, taken) in enumerate(zip(old, new, strict=True))
        if read != taken
    )


def _text(chosen: Sequence[NDArray[np.intp]]) -> tuple[str, ...]:
    return tuple("".join(ALPHABET[int(k)] for k in row) for row in chosen)

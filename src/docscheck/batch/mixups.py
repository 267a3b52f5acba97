"""Which papers lie in two students' folders, or in the wrong one? Hashes of the ledger in, pairs
out.

Nothing is decided here: the same file twice may be a brother's family book, one person in two
folders a second attempt. Both sides are named by their folders and files, and somebody looks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from docscheck.batch.ledger import Ledger
from docscheck.batch.marks import MarkKind

MOST_OTHERS = 5
"""Other folders that are named for each one: a form that all received is no mix-up."""
_SHARED = """
SELECT m.digest, m.student, m.path FROM mark m JOIN student s ON s.name = m.student
WHERE m.kind = ? AND s.present AND m.digest IN (
    SELECT n.digest FROM mark n JOIN student t ON t.name = n.student
    WHERE n.kind = ? AND t.present GROUP BY n.digest HAVING count(DISTINCT n.student) > 1)
ORDER BY m.digest, m.student, m.path
"""
_ELSEWHERE = """
SELECT DISTINCT o.student, o.path, m.student FROM mark o
JOIN mark m ON m.digest = o.digest AND m.kind = ? AND m.student != o.student
JOIN student s ON s.name = o.student AND s.present
JOIN student t ON t.name = m.student AND t.present
WHERE o.kind = ? ORDER BY o.student, o.path, m.student
"""


class Case(StrEnum):
    """What was found, the surest first."""

    FILE = "file"
    """The same bytes."""
    NUMBER = "number"
    """An identity paper of the same number, in another file."""
    HOLDS = "holds"
    """A paper names the student of another folder."""
    HELD = "held"
    """The other side of that."""
    PERSON = "person"
    """Two folders are about one person."""


_TURN = {case: turn for turn, case in enumerate(Case)}


class Side(Struct, frozen=True, order=True):
    """A folder, and the file in it, if one is meant."""

    student: str
    path: str = ""


class Mixup(Struct, frozen=True):
    """What one folder has to do with others."""

    case: Case
    side: Side
    others: tuple[Side, ...]
    """`MOST_OTHERS` at most."""
    count: int
    """Of all others."""


def find_mixups(ledger: Ledger) -> tuple[Mixup, ...]:
    """Give what was found, by folder; the same ledger gives the same order."""
    files = tuple(_shared(ledger, MarkKind.FILE, Case.FILE))
    twice = {mixup.side for mixup in files}
    numbers = (
        mixup
        for mixup in _shared(ledger, MarkKind.NUMBER, Case.NUMBER)
        # Two copies of one file have one number: that was said.
        if mixup.side not in twice
    )
    people = _shared(ledger, MarkKind.STUDENT, Case.PERSON)
    said = {(m.side.student, other) for m in files for other in m.others}
    elsewhere = (
        mixup
        for mixup in _elsewhere(ledger)
        # Whose the same file is, is told where it does not belong.
        if mixup.case is Case.HOLDS or (mixup.side.student, mixup.others[0]) not in said
    )
    found = {*files, *numbers, *people, *elsewhere}
    return tuple(sorted(found, key=_order))


def by_student(mixups: Sequence[Mixup]) -> Mapping[str, tuple[Mixup, ...]]:
    """Gather them by folder."""
    return {name: tuple(own) for name, own in groupby(mixups, key=lambda m: m.side.student)}


def _order(mixup: Mixup) -> tuple[bytes, int, bytes, tuple[Side, ...]]:
    side = mixup.side
    return os.fsencode(side.student), _TURN[mixup.case], os.fsencode(side.path), mixup.others


def _shared(ledger: Ledger, kind: MarkKind, case: Case) -> Iterator[Mixup]:
    """Yield each side of what several folders share."""
    rows = ledger.select(_SHARED, kind.value, kind.value)
    for _, group in groupby(rows, key=itemgetter(0)):
        sides = [_side(student, path) for _, student, path in group]
        folders = len({side.student for side in sides})
        for side in sides:
            # The first others are enough: none is looked for twice in a group of thousands.
            some = (s for s in sides[: 2 * MOST_OTHERS] if s.student != side.student)
            others = (
                tuple(some)[:MOST_OTHERS]
                or tuple(s for s in sides if s.student != side.student)[:MOST_OTHERS]
            )
            yield Mixup(case, side, others, folders - 1)


def _elsewhere(ledger: Ledger) -> Iterator[Mixup]:
    """Yield both sides of a paper that lies in another student's folder."""
    rows = ledger.select(_ELSEWHERE, MarkKind.STUDENT.value, MarkKind.OTHER.value)
    for student, path, owner in rows:
        here, there = _side(student, path), _side(owner, b"")
        yield Mixup(Case.HOLDS, here, (there,), 1)
        yield Mixup(Case.HELD, there, (here,), 1)


def _side(student: object, path: object) -> Side:
    return Side(_text(student), _text(path))


def _text(name: object) -> str:
    return os.fsdecode(name) if isinstance(name, bytes) else ""

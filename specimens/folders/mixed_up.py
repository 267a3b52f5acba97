"""Folders in which one paper does not agree with the others, every kind of slip on every paper.

Each is a `Defect`: `about` is the paper that differs and must be named, alone. `HARMLESS` are
folders whose papers write one person in different ways: nobody may be named there. Used by
`measure.outliers`; the commonest of them are among `defects.DEFECTS` as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from specimens.folders import slips
from specimens.folders.defects import ANY, DOUBTED, NOT_READY, Change, Defect
from specimens.folders.orders import Case
from specimens.folders.slips import Slip
from specimens.model import Person

_NAMED = ("passport", "visa", "permit", "certificate", "birth")
"""Keys of the papers that print name and birth date; three of them make a majority."""
_OTHERS = (*_NAMED, "id_card", "validation", "receipt", "resources", "authorization", "rib")
_COMPANY: Mapping[str, tuple[str, ...]] = {
    "passport": ("certificate", "visa"),
    "visa": ("passport", "certificate"),
    "permit": ("passport", "certificate"),
    "certificate": ("passport", "visa"),
    "birth": ("passport", "certificate"),
    "id_card": ("certificate", "birth"),
    "validation": ("passport", "visa"),
    "receipt": ("passport", "certificate"),
    "resources": ("passport", "certificate"),
    "authorization": ("passport", "certificate"),
    "rib": ("passport", "birth"),
}
"""Key -> papers beside it that say who the student is; without them nobody could tell."""
_NAME, _BIRTH = "consistency.name", "consistency.birth_date"
_OTHER, _NUMBER = "consistency.other_person", "consistency.document_number"
_HOLDER = "bank.holder"
_UNASKED = ("validation", "resources", "authorization", "receipt")
"""Papers that name other people too, or that nothing hangs on: a word about them is enough."""


def _printed(key: str, slip: Slip, keeps_numbers: bool) -> Change:
    """Print a person changed by a slip on one paper; a slip leaves the student's numbers."""

    def change(case: Case) -> Case:
        person = slip(case.person)
        order = replace(case.order(key), person=person, keeps_numbers=keeps_numbers)
        return case.with_order(order)

    return change


def _of_other(key: str) -> Change:
    return lambda case: case.with_order(replace(case.order(key), person=case.other))


def _number(key: str, link: str, change: Callable[[str], str]) -> Change:
    """Print another number on one paper than the others have."""
    return lambda case: case.with_order(replace(case.order(key), misprints={link: change}))


def _mistyped(number: str) -> str:
    """Type one digit of a number wrong, the last but one."""
    place = max(index for index, letter in enumerate(number[:-1]) if letter.isdigit())
    return number[:place] + str((int(number[place]) + 4) % 10) + number[place + 1 :]


def another_number(number: str) -> str:
    """Take another number of the same shape."""
    return "".join(
        str((int(c) + 3 + 2 * i) % 10) if c.isdigit() else c for i, c in enumerate(number)
    )


def _changes(slip: Slip) -> Callable[[Person], bool]:
    return lambda person: slip(person) != person


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of slip, with the papers that can have it and the right answer."""

    slip: Slip
    keys: tuple[str, ...]
    rules: tuple[str, ...]
    verdicts: tuple[str, ...] = ANY
    foreign: bool = False

    def on(self, key: str) -> Defect:
        """Give the defect of one paper."""
        needs = (key, *_COMPANY[key])
        return Defect(
            _printed(key, self.slip, not self.foreign), self.rules, key, self.verdicts, needs,
            suits=_changes(self.slip), foreign=self.foreign,
        )  # fmt: skip


_TYPED = tuple(key for key in _NAMED if key != "birth")
"""Papers of which another given name or a turned date is told apart from a parent's."""
_RIB: tuple[str, ...] = ("rib",)
_KINDS: Mapping[str, _Kind] = {
    "letter": _Kind(slips.letter_of_surname, _NAMED, (_NAME,)),
    "day_month": _Kind(slips.day_and_month, _TYPED, (_BIRTH,)),
    "digit": _Kind(slips.digit_of_birth, _NAMED, (_BIRTH,)),
    "married": _Kind(slips.married, ("certificate", "permit"), (_NAME,)),
    "twin": _Kind(slips.twin, _TYPED, (_OTHER,), DOUBTED, foreign=True),
    "sibling": _Kind(slips.sibling, _NAMED, (_OTHER,), DOUBTED, foreign=True),
    "father": _Kind(slips.father, _RIB, (_HOLDER,), NOT_READY, foreign=True),
    "mother": _Kind(slips.mother, _RIB, (_HOLDER,), NOT_READY, foreign=True),
    "brother_or_sister": _Kind(slips.sibling, _RIB, (_HOLDER,), NOT_READY, foreign=True),
}


def _rows() -> Iterator[tuple[str, Defect]]:
    for name, kind in _KINDS.items():
        for key in kind.keys:
            yield f"{name}_{key}", kind.on(key)
    for key in _OTHERS:
        rules = (_HOLDER,) if key == "rib" else (_OTHER, _NAME)
        verdicts = ANY if key in _UNASKED else DOUBTED
        needs = (key, *_COMPANY[key])
        yield (
            f"other_{key}",
            Defect(_of_other(key), rules, key, verdicts, needs, foreign=key not in _UNASKED),
        )
    for name, change in (("digit", _mistyped), ("other", another_number)):
        number = _number("visa", "passport_number", change)
        needs = ("passport", "visa", "certificate")
        yield f"number_{name}_visa", Defect(number, (_NUMBER,), "visa", ANY, needs)


MIXED_UP: Mapping[str, Defect] = dict(_rows())
"""Kind and paper -> the defect; the paper, which is `about`, ends the name."""


def _harmless() -> Iterator[tuple[str, Defect]]:
    ways = (
        ("order", slips.other_order),
        ("spelling", slips.other_spelling),
        ("missing", slips.first_given_name_alone),
    )
    for name, slip in ways:
        for key in ("certificate", "birth", "visa", "rib"):
            change = _printed(key, slip, keeps_numbers=True)
            yield (
                f"{name}_{key}",
                Defect(change, (), None, ("ready",), (key,), suits=_changes(slip)),
            )
    yield (
        "joint_rib",
        Defect(
            lambda case: case.with_order(replace(case.order("rib"), variants=("joint",))),
            (), None, ("ready",), ("rib",),
        ),
    )  # fmt: skip


HARMLESS: Mapping[str, Defect] = dict(_harmless())
"""One person, written in different ways."""

"""Which documents are copies of one paper, and which are an older and a newer version of it?

Facts in, groups out; nothing here says what a copy or a version costs (`checkers.duplicates`,
`checkers.older_versions`). Copies have a number in common, or all values that tell one paper of a
type from another. Versions are papers of one type and one person that are not copies: the better
is the one that is in force today, else the one that runs longest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TypeGuard

from msgspec import Struct

from docscheck.document import Document, Field, Standing
from docscheck.person_slips import NumberSlip, number_slip, printed_shape
from docscheck.persons import person_of, same_birth, same_name
from docscheck.readers.person_names import Match

_RUNS_UNTIL = ("school_year", "expiry_date", "issue_date", "valid_from")
"""Fields by which two versions are put in order: the first that both have."""
_HOLIDAYS = (7, 8)
"""Months in which the certificate of the coming school year is as good as that of the last."""
_SCHOOL_YEAR_BEGINS = 9


class Alike(Struct, frozen=True):
    """What makes two documents copies of one paper."""

    keys: tuple[str, ...]
    """Fields whose value no two papers of one type share."""
    together: Mapping[str, tuple[str, ...]]
    """Type -> fields that no two papers of the type have all in common."""


def copies(documents: Sequence[Document], alike: Alike) -> tuple[tuple[Document, ...], ...]:
    """Group the documents that are one paper; papers that are there once are in no group."""
    groups: list[list[Document]] = []
    for document in documents:
        home = next((g for g in groups if any(is_copy(document, o, alike) for o in g)), None)
        if home is None:
            groups.append([document])
        else:
            home.append(document)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def is_copy(one: Document, other: Document, alike: Alike) -> bool:
    """Say whether two documents show one paper."""
    if one.type is None or one.type != other.type:
        return False
    if any(_same_number(one, other, name) for name in alike.keys):
        return True
    fields = alike.together.get(one.type, ())
    return bool(fields) and all(_same_value(one, other, name) for name in fields)


def _same_number(one: Document, other: Document, name: str) -> bool:
    """Compare numbers; one character is a misreading where all dates agree and one is unproven."""
    first, second = one.field(name), other.field(name)
    if not _is_known(first) or not _is_known(second):
        return False
    slip = number_slip(first.value, second.value)
    if slip is None:
        return first.value == second.value or not _both_proven(first, second)
    dated = _same_value(one, other, "expiry_date") and _same_value(one, other, "birth_date")
    return slip is NumberSlip.DIGIT and dated and not _both_proven(first, second)


def _is_known(field: Field | None) -> TypeGuard[Field]:
    return field is not None and field.standing is not Standing.GUESSED


def _both_proven(one: Field, other: Field) -> bool:
    return one.standing is Standing.PROVEN and other.standing is Standing.PROVEN


def _same_value(one: Document, other: Document, name: str) -> bool:
    first, second = one.field(name), other.field(name)
    if not _is_known(first) or not _is_known(second):
        return False
    return printed_shape(first.value) == printed_shape(second.value)


def versions(
    documents: Sequence[Document], types: Sequence[str], alike: Alike, today: date
) -> Iterator[tuple[Document, Document | None]]:
    """Yield each document that has a better version, with the best; or `None` for the best where
    nothing tells which of two is better.
    """
    for kind in types:
        group = [d for d in documents if d.type == kind]
        rivals = {
            d.id: [o for o in group if o is not d and _are_versions(d, o, alike, today)]
            for d in group
        }
        for document in group:
            better = [o for o in rivals[document.id] if is_better(o, document, today)]
            if better:
                yield document, _best(better, today)
        for one, other in combinations(group, 2):
            level = is_better(one, other, today) is is_better(other, one, today)
            if other in rivals[one.id] and level:
                yield other, None


def _best(documents: Sequence[Document], today: date) -> Document:
    best = documents[0]
    for document in documents[1:]:
        best = document if is_better(document, best, today) else best
    return best


def _are_versions(one: Document, other: Document, alike: Alike, today: date) -> bool:
    """Say whether two documents of one type are different papers of one person: neither copies, nor
    the two sides of a card.
    """
    if is_copy(one, other, alike) or one.sides != other.sides:
        return False
    first, second = person_of(one, today), person_of(other, today)
    if first is None or second is None:
        return False
    return same_name(first, second) not in (None, Match.DIFFERENT) and (
        same_birth(first, second) is not False
    )


def is_better(one: Document, other: Document, today: date) -> bool:
    """Say whether the first of two versions is certainly the one to send."""
    runs = _in_force(one, today), _in_force(other, today)
    if None not in runs and runs[0] is not runs[1]:
        return runs[0] is True
    for name in _RUNS_UNTIL:
        first, second = one.value(name), other.value(name)
        if first and second and first != second:
            return first > second
    return False


def _in_force(document: Document, today: date) -> bool | None:
    """Say whether a paper holds today; `None` when it does not tell."""
    year = document.value("school_year")
    if year is not None:
        if today.month in _HOLIDAYS:
            return None
        return year.startswith(str(today.year - (today.month < _SCHOOL_YEAR_BEGINS)))
    end, start = document.value("expiry_date"), document.value("valid_from")
    if end is None:
        return None
    day = today.isoformat()
    return (start or "") <= day <= end

"""Whose account is it: the student's alone, shared, a parent's, a relative's, a company's?

Pure comparison of the name that a bank prints with the names that other documents give. It grades;
what each costs is for `checkers.account_holder` to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum

from docscheck.persons import Person, has_one_of
from docscheck.readers import person_names
from docscheck.readers.person_names import Match

_JOINT = re.compile(
    r"(?<!\s)\s++(?:(?:ou|et|or|and|und|e|y|&|/)\s++|[/&;]\s*+)|[/&;]\s*+", re.IGNORECASE
)
"""Blanks are taken from the first one on, and all of them: no place inside them is tried again."""
_WORDS = re.compile(r"[^\W_]+")


class Holder(StrEnum):
    """What an account's holder is to the student, as far as the name tells."""

    STUDENT = "student"
    JOINT = "joint"
    """The student together with somebody."""
    MISSPELT = "misspelt"
    """The student's name but for a letter or two."""
    PARENT = "parent"
    """Bears the name that a civil record gives the father or the mother."""
    RELATIVE = "relative"
    """The student's surname with another given name."""
    SURNAME = "surname"
    """The student's surname and no given name: `M OU MME BENALI` may be the parents."""
    MARRIED = "married"
    """The student's given name with another surname."""
    COMPANY = "company"
    """A company, an association, or the bank itself."""
    OTHER = "other"


def holder_kind(
    known_as: Sequence[Person],
    holders: Sequence[str],
    parents: Sequence[str],
    companies: Collection[str],
) -> Holder:
    """Say whose account it is: `holders` are all readings of the name, `parents` names of records,
    `companies` words in lower case that no person's name has.
    """
    pairs = [(person, name) for person in known_as for name in holders]
    own = [(p, n) for p, n in pairs if not only_surname_agrees(p, n)]
    best = max(own, key=lambda pair: same_holder(*pair), default=None)
    grade = same_holder(*best) if best else Match.DIFFERENT
    if grade is Match.COMPATIBLE and any(is_parent(n, parents, Match.SAME) for n in holders):
        return Holder.PARENT  # a father who bears the student's name among his own
    if best and grade >= Match.COMPATIBLE:
        return Holder.JOINT if is_joint(*best) else Holder.STUDENT
    if any(is_company(name, companies) for name in holders):
        return Holder.COMPANY
    if grade is Match.SLIP:
        return Holder.MISSPELT
    return _another(pairs, holders, parents)


def _another(
    pairs: Sequence[tuple[Person, str]], holders: Sequence[str], parents: Sequence[str]
) -> Holder:
    if any(is_parent(name, parents) for name in holders):
        return Holder.PARENT
    if any(only_surname_agrees(person, name) for person, name in pairs):
        return Holder.SURNAME
    if any(_only_given_names_agree(person, name) for person, name in pairs):
        return Holder.MARRIED
    if any(_has_surname(person, name) for person, name in pairs):
        return Holder.RELATIVE
    return Holder.OTHER


def same_holder(person: Person, holder: str) -> Match:
    """Grade the holder of an account, who may hold it together with somebody.

    The student's given name beside a shared surname is enough: `M MARTIN JEAN OU MME MARTIN ANNE`,
    `ANNE ET JEAN MARTIN`.
    """
    grades = [_grade(person, holder)]
    parts = [part for part in _JOINT.split(holder) if part.strip()]
    if len(parts) > 1:
        grades += [_grade(person, part) for part in parts]
        if person_names.same(person.surname, holder) >= Match.COMPATIBLE and person.given_names:
            grades += [person_names.same(person.given_names, part) for part in parts]
    return max(grades)


def is_joint(person: Person, holder: str) -> bool:
    """Say whether somebody else is named beside the student, or two titles stand before the name.

    >>> from docscheck.document import Document
    >>> salma = Person(Document("d1", "passport", ()), "BENALI", "SALMA", None)
    >>> is_joint(salma, "M OU MME BENALI SALMA"), is_joint(salma, "MME SALMA BENALI")
    (True, False)
    """
    parts = [part for part in _JOINT.split(holder) if part.strip()]
    return len(parts) > 1 and any(
        person_names.same(person.name, person_names.without_titles(part)) < Match.COMPATIBLE
        or person_names.without_titles(f"{part} X") == "X"
        for part in parts
    )


def is_parent(holder: str, parents: Sequence[str], least: Match = Match.COMPATIBLE) -> bool:
    """Say whether a holder, or one of two, bears the whole name of a parent."""
    parts = (holder, *_JOINT.split(holder))
    return any(
        len(person_names.without_titles(part).split()) > 1
        and len(parent.split()) > 1
        and person_names.same(parent, person_names.without_titles(part)) >= least
        for part in parts
        for parent in parents
    )


def is_company(holder: str, companies: Collection[str]) -> bool:
    """Say whether a word stands in it that no person's name has.

    >>> is_company("SAS BENALI CONSEIL", {"sas"}), is_company("M. SASSI", {"sas"})
    (True, False)
    """
    return any(word in companies for word in _WORDS.findall(holder.lower()))


def _only_given_names_agree(person: Person, holder: str) -> bool:
    """Say whether a holder has the first given name but another surname, as after a marriage."""
    plain = person_names.without_titles(holder)
    return has_one_of(person.given_names.split()[:1], plain) and not _has_surname(person, holder)


def _has_surname(person: Person, holder: str) -> bool:
    plain = person_names.without_titles(holder)
    return bool(person.given_names) and (
        person_names.same(person.surname, plain) >= Match.COMPATIBLE
        or has_one_of([w for w in person.surname.split() if _is_telling(w)], plain)
    )


def _is_telling(word: str) -> bool:
    return word.lower() not in person_names.PARTICLES


def only_surname_agrees(person: Person, holder: str) -> bool:
    """Say whether a holder has the surname and no more: `M OU MME BENALI` may be the parents."""
    parts = [person_names.without_titles(part) for part in _JOINT.split(holder)]
    words = [word for part in parts for word in re.split(r"[\s\-]+", part) if word]
    own = person.surname if person.given_names else ""
    if any(
        person_names.same(word, given) > person_names.same(word, own)
        for word in words
        for given in person.given_names.split()
    ):
        return False  # GEORGIOU Georgios: the given name is not the surname misread
    return bool(own) and all(
        word.lower() in person_names.PARTICLES
        or person_names.same(word, own) is not Match.DIFFERENT
        or person_names.without_titles(f"{word} X") == "X"
        for word in words
    )


def _grade(person: Person, holder: str) -> Match:
    plain = person_names.without_titles(holder)
    if not person.surname or not person.given_names:
        return person_names.same(person.name, plain)
    grade = person_names.same_person(person.surname, person.given_names, plain)
    if grade is not Match.DIFFERENT or person_names.same(person.name, plain) is Match.DIFFERENT:
        return grade
    # Of two surnames (Garcia Lopez) banks often keep one.
    kept = has_one_of(person.surname.split(), plain)
    return Match.COMPATIBLE if kept and has_one_of(person.given_names.split(), plain) else grade

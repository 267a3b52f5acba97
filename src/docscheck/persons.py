"""Whom does each document name, and do two of them name one person?

Pure comparison of facts, for `checkers.same_person`: names by `readers.person_names`, birth dates
with their ambiguities. It grades; what a difference costs is the checker's to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from docscheck.document import Document, Field, Standing
from docscheck.readers import person_names
from docscheck.readers.person_names import Match

_UNKNOWN_DAY = re.compile(r"-(?:01-01|00-00|00)$")
"""Records that know only the year print 1 January or zeros: legitimate, and no contradiction."""
_YOUNGEST_STUDENT = 10
_GENERATION = 13
"""Years; on a birth record a date this far off is a parent's, or that of the record."""
_WITHOUT_VOWELS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Hebrew, Arabic and the scripts between them in Unicode."""
_JOINT = re.compile(r"\s+(?:ou|et|or|and|und|e|y|&|/)\s+|\s*[/&;]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """The holder of one document, as that document names them."""

    document: Document
    surname: str
    given_names: str
    birth: Field | None
    others: tuple[str, ...] = ()
    """Other names on the document with as good a claim to be the holder's."""

    @property
    def name(self) -> str:
        return f"{self.surname} {self.given_names}".strip()

    @property
    def name_field(self) -> Field | None:
        """The field to point at: the surname, else whatever names the holder."""
        found = (self.document.field(n) for n in ("surname", "holder", "given_names"))
        return next((f for f in found if f is not None), None)


def person_of(document: Document, today: date) -> Person | None:
    """Give the holder; `None` when neither a name nor a birth date was read.

    A "birth date" of the last years is the date of something else on the page. A guessed holder
    names nobody: it may be the one who signed.
    """
    surname = _comparable(document.value("surname") or "")
    given = _comparable(document.value("given_names") or "")
    others: tuple[str, ...] = ()
    holder = document.field("holder")
    guessed = holder is not None and holder.standing is Standing.GUESSED
    if not surname and not given and holder is not None and not guessed:
        surname = _whole_name(holder.value)
        others = tuple(filter(None, map(_whole_name, holder.alternatives)))
    birth = document.field("birth_date")
    if birth is not None and birth.value[:4] > str(today.year - _YOUNGEST_STUDENT):
        birth = None
    if not surname and not given and birth is None:
        return None
    return Person(document, surname, given, birth, others)


def _comparable(name: str) -> str:
    """Leave out names in scripts that write no vowels: no transliteration compares them."""
    return "" if _WITHOUT_VOWELS.search(name) else name


def _whole_name(holder: str) -> str:
    """Take a holder's name without titles; one word alone is rather a stray word of the page."""
    name = _comparable(person_names.without_titles(holder))
    return name if len(name.split()) > 1 else ""


def same_name(one: Person, other: Person) -> Match | None:
    """Grade the names; `None` when one of the two has none."""
    if not one.name or not other.name:
        return None
    grades = [_field_by_field(one, other)]
    grades += [person_names.same(a, b) for a, b in product(_names(one), _names(other))]
    return max(grades)


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.others)


def share_a_name(one: Person, other: Person) -> bool:
    """Say whether surnames or given names agree: a married name, a relative, a misread word."""
    pairs = ((one.surname, other.surname), (one.given_names, other.given_names))
    return any(a and b and person_names.same(a, b) > Match.DIFFERENT for a, b in pairs)


def same_birth(one: Person, other: Person) -> bool | None:
    """Compare birth dates; `None` when one is not known, or known only to the year."""
    if one.birth is None or other.birth is None:
        return None
    if _readings(one.birth) & _readings(other.birth):
        return True
    first, second = one.birth.value, other.birth.value
    if first[:4] == second[:4] and (_is_year_only(first) or _is_year_only(second)):
        return None
    return False


def is_generations_apart(one: Person, other: Person) -> bool:
    """Say whether two birth dates lie so far apart that one may be a parent's."""
    if one.birth is None or other.birth is None:
        return False
    years = [value[:4] for value in (one.birth.value, other.birth.value)]
    return all(y.isdecimal() for y in years) and abs(int(years[0]) - int(years[1])) >= _GENERATION


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


def only_given_names_agree(person: Person, holder: str) -> bool:
    """Say whether a holder has the first given name but another surname, as after a marriage."""
    return _has_one_of(person.given_names.split()[:1], person_names.without_titles(holder))


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


def bears_name(document: Document, person: Person) -> bool:
    """Say whether a person's name stands on a document, wherever and in whatever order.

    The whole surname and a given name, side by side, with none but the person's own words: so a
    paper is known by its person although nobody has seen its layout. A name of one word is a word.
    """
    guessed = [f for f in document.fields if f.name == "holder"]
    held = (name for f in guessed for name in (f.value, *f.alternatives))
    return any(_stands_in(person, run) for run in (*document.names, *held))


def _stands_in(person: Person, run: str) -> bool:
    words = re.split(r"[\s\-]+", person_names.without_titles(run))
    own = re.split(r"[\s\-]+", person.name)
    if len(own) < 2:
        return False
    whole = " ".join(words)
    if person_names.same(person.name, whole) is Match.SAME:
        return True
    stretch: list[str] = []
    for word in (*words, ""):
        if word and _belongs(word, person):
            stretch.append(word)
            continue
        if stretch and _is_named(person, " ".join(stretch)):
            return True
        stretch = []
    return False


def _belongs(word: str, person: Person) -> bool:
    particle = word.lower() in person_names.PARTICLES
    return particle or person_names.same(word, person.name) is not Match.DIFFERENT


def _is_named(person: Person, words: str) -> bool:
    if not person.surname or not person.given_names:
        return person_names.same(person.name, words) is Match.SAME
    return person_names.same_person(
        person.surname, person.given_names, words
    ) >= Match.COMPATIBLE and _has_one_of(person.given_names.split(), words)


def agree(one: Person, other: Person) -> bool:
    """Say whether two documents speak of one person, as far as they tell."""
    return same_name(one, other) is not Match.DIFFERENT and same_birth(one, other) is not False


def central(people: Sequence[Person], order: Sequence[str]) -> Person:
    """Choose whom the folder is about: the one most documents agree with; then by type of `order`.

    So a passport that is not the student's, among papers that agree, is itself the outlier.
    """
    return min(people, key=lambda p: (-support(p, people), rank(p, order)))


def support(person: Person, people: Sequence[Person]) -> int:
    """Count the other documents that name the same person."""
    return sum(other is not person and agree(person, other) for other in people)


def rank(person: Person, order: Sequence[str]) -> tuple[int, bool, int]:
    """Order references: by type, a proven zone before others, then as in the folder."""
    kind = person.document.type or ""
    place = order.index(kind) if kind in order else len(order)
    zone = person.document.mrz
    number = int(person.document.id.removeprefix("d"))
    return place, not (zone is not None and zone.proven), number


def _grade(person: Person, holder: str) -> Match:
    plain = person_names.without_titles(holder)
    if not person.surname or not person.given_names:
        return person_names.same(person.name, plain)
    grade = person_names.same_person(person.surname, person.given_names, plain)
    if grade is not Match.DIFFERENT or person_names.same(person.name, plain) is Match.DIFFERENT:
        return grade
    # Of two surnames (Garcia Lopez) banks often keep one.
    kept = _has_one_of(person.surname.split(), plain)
    return Match.COMPATIBLE if kept and _has_one_of(person.given_names.split(), plain) else grade


def _has_one_of(words: Sequence[str], name: str) -> bool:
    return any(person_names.same(word, name) >= Match.COMPATIBLE for word in words)


def _field_by_field(one: Person, other: Person) -> Match:
    """Grade surnames and given names apart: `BEN-ALI Salma` and `BENALI Salma Nour`."""
    surnames = person_names.same(one.surname, other.surname)
    if not one.given_names or not other.given_names:
        return surnames
    return min(surnames, person_names.same(one.given_names, other.given_names))


def _readings(field: Field) -> set[str]:
    return {field.value, *field.alternatives}


def _is_year_only(value: str) -> bool:
    return len(value) == len("2004") or _UNKNOWN_DAY.search(value) is not None

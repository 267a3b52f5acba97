"""Whom does each document name, and do two of them name one person?

Pure comparison of facts: names by `readers.person_names`, birth dates with their ambiguities. It
grades; `one_person` says who the student is, `person_slips` what kind of slip a difference is, and
the checkers what it costs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import product

from msgspec import Struct

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


class Person(Struct, frozen=True):
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

    A "birth date" of the last years is the date of something else on the page, unless a check digit
    proves it: then it is mistyped. A guessed holder names nobody: it may be the one who signed.
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
    youngest = str(today.year - _YOUNGEST_STUDENT)
    if birth and birth.standing is not Standing.PROVEN and birth.value[:4] > youngest:
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
    if grades[0] is Match.DIFFERENT and _lacks_short_surname(one, other):
        return Match.DIFFERENT
    grades += [person_names.same(a, b) for a, b in product(_names(one), _names(other))]
    return max(grades)


def _lacks_short_surname(one: Person, other: Person) -> bool:
    """Say whether a surname that is spelt like a particle (`DO`, `LE`, `VAN`), which whole names
    may drop, stands on one document and nowhere in the name of the other.
    """
    if not one.given_names or not other.given_names:
        return False
    return any(
        _is_particles(person.surname)
        and not any(_stands_among(word, compared.name) for word in person.surname.split())
        for person, compared in ((one, other), (other, one))
    )


def _is_particles(surname: str) -> bool:
    words = surname.split()
    return bool(words) and all(person_names.spellings(w) & person_names.PARTICLES for w in words)


def _stands_among(word: str, name: str) -> bool:
    spelt = person_names.spellings(word)
    return any(spelt & person_names.spellings(other) for other in re.split(r"[\s\-]+", name))


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.others)


def shared_names(one: Person, other: Person) -> tuple[bool, bool]:
    """Say whether the surnames agree, and whether a given name does.

    Where one document does not tell the two apart, both are looked for in its whole name; where
    neither does, one word in common is as good for either.
    """
    if one.given_names and other.given_names:
        surnames = person_names.same(one.surname, other.surname) > Match.DIFFERENT
        return surnames, has_one_of(one.given_names.split(), other.given_names)
    apart, whole = (one, other) if one.given_names else (other, one)
    if not apart.given_names:
        common = has_one_of(one.surname.split(), other.surname)
        return common, common
    surnames = person_names.same(apart.surname, whole.surname) >= Match.COMPATIBLE
    return surnames, has_one_of(apart.given_names.split(), whole.surname)


def bears_surname(document: Document, surname: str) -> bool:
    """Say whether all words of a surname stand together in a name on a document."""
    held = (f.value for f in document.fields if f.name.endswith(("name", "names", "holder")))
    return any(
        person_names.same(surname, run) >= Match.COMPATIBLE
        for run in (*document.names, *held)
        if len(run.split()) >= len(surname.split())
    )


def same_birth(one: Person, other: Person) -> bool | None:
    """Compare birth dates; `None` when one is not known, or known only to the year."""
    if one.birth is None or other.birth is None:
        return None
    if readings(one.birth) & readings(other.birth):
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


def bears_name(document: Document, person: Person) -> bool:
    """Say whether a person's name stands on a document, wherever and in whatever order.

    The whole surname and a given name, side by side, with none but the person's own words: so a
    paper is known by its person although nobody has seen its layout. A name of one word is a word.
    A parent may bear the student's surname and, among others, the student's given name.
    """
    guessed = [f for f in document.fields if f.name == "holder"]
    held = (name for f in guessed for name in (f.value, *f.alternatives))
    runs = [run for run in (*document.names, *held) if not _is_a_parents(run, document, person)]
    return any(_stands_in(person, run) for run in runs)


def _is_a_parents(run: str, document: Document, person: Person) -> bool:
    parents = (document.value(name) for name in ("father_name", "mother_name"))
    return person_names.same(run, person.name) is not Match.SAME and any(
        parent and person_names.same(run, parent) >= Match.COMPATIBLE for parent in parents
    )


def nearly_bears_name(document: Document, person: Person) -> str | None:
    """Give the name on a document that is a person's but for a letter of the surname.

    Asked of papers whose holder was not read. A given name must be there as it is: a brother's name
    may be a letter off as well.
    """
    if not person.given_names:
        return None
    return next((run for run in document.names if _is_a_letter_off(person, run)), None)


def _is_a_letter_off(person: Person, run: str) -> bool:
    words = [word for word in run.split() if not has_one_of(person.given_names.split(), word)]
    given = len(run.split()) - len(words)
    return bool(given and words) and (
        person_names.same(person.surname, " ".join(words)) is Match.SLIP
    )


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
    ) >= Match.COMPATIBLE and has_one_of(person.given_names.split(), words)


def has_one_of(words: Sequence[str], name: str) -> bool:
    """Say whether one of some words stands in a name."""
    return any(person_names.same(word, name) >= Match.COMPATIBLE for word in words)


def _field_by_field(one: Person, other: Person) -> Match:
    """Grade surnames and given names apart: `BEN-ALI Salma` and `BENALI Salma Nour`."""
    if any(not p.given_names and p.document.value("surname") is None for p in (one, other)):
        return Match.DIFFERENT  # a whole name is compared as one
    surnames = person_names.same(one.surname, other.surname)
    if not one.given_names or not other.given_names:
        return surnames
    return min(surnames, person_names.same(one.given_names, other.given_names))


def readings(field: Field) -> set[str]:
    """Give every value that a field may have."""
    return {field.value, *field.alternatives}


def _is_year_only(value: str) -> bool:
    return len(value) == len("2004") or _UNKNOWN_DAY.search(value) is not None

"""Who is the student, among the people that the documents of a folder name?

A graph: documents are joined by the names, birth dates and numbers they share, and the person of
the folder is the one that most documents speak of. So a passport that is not the student's, among
papers that agree, is itself the outlier, and a birth date mistyped on one paper accuses that paper
and not the others. Where two have as much for them, the declared birth date decides, then papers
that name a person in passing, then the kind of paper; people who are still level are rivals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from docscheck.document import Document, Folder, Standing
from docscheck.person_slips import BirthSlip, birth_slip, printed_shape
from docscheck.persons import Person, bears_name, person_of, readings, same_birth, same_name
from docscheck.readers.person_names import Match

ACCOUNT = "rib"
_AGREES, _NAMED, _SLIPPED = 3, 2, 1
"""Name and birth date; the name alone, where one tells no birth date; all but a slip, or with part
of the name on one side."""
_LINKS = (
    ("document_number", "passport_number"),
    ("passport_number", "passport_number"),
    ("foreigner_number", "foreigner_number"),
    ("ine", "ine"),
)
"""Fields that carry one number on papers of one person."""
_PASSPORT = "passport"


class Speakers(Struct, frozen=True):
    """Which types say who the student is."""

    reference: tuple[str, ...]
    """The best first."""
    shared: tuple[str, ...]
    """Types that name other people too: no say in it unless alone."""
    exempt: tuple[str, ...]
    """Types whose holder need not be the student."""


class Student(Struct, frozen=True):
    """The person of a folder, and how sure that is."""

    person: Person
    people: tuple[Person, ...]
    """Everybody that a document names for its holder; the student among them."""
    sure: bool
    """Others agree, or an identity document says so, and there is no rival."""
    rivals: tuple[Person, ...] = ()
    """Other people with as good a claim."""


def find_student(
    folder: Folder, speakers: Speakers, today: date, declared_birth: str | None = None
) -> Student | None:
    """Say who the student is; `None` when no document names anybody. `declared_birth` is an ISO
    date that the student or a roster gave.
    """
    people = tuple(_people(folder, speakers, today))
    if not people:
        return None
    voters = [p for p in people if p.document.type not in speakers.shared] or list(people)
    # A paper that names nobody can speak for somebody; it cannot be compared with anybody.
    named = [p for p in voters if p.name] or voters
    support = {p.document.id: _support(p, voters) for p in named}
    most = max(support.values())
    level = [p for p in named if support[p.document.id] == most]
    claims = {p.document.id: _claim(p, folder, people, declared_birth) for p in level}
    student = max(level, key=lambda p: (claims[p.document.id], _rank(p, speakers.reference)))
    rivals = tuple(
        p
        for p in level
        if claims[p.document.id] == claims[student.document.id] and is_somebody_else(p, student)
    )
    known = student.document.type in speakers.reference or most > 0
    declared = claims[student.document.id][0] > 0
    return Student(student, people, not rivals and (known or declared), rivals)


def _people(folder: Folder, speakers: Speakers, today: date) -> Iterator[Person]:
    for document in folder.documents:
        if document.type and document.type not in (*speakers.exempt, ACCOUNT):
            person = person_of(document, today)
            if person is not None:
                yield person


def agree(one: Person, other: Person) -> bool:
    """Say whether two documents speak of one person, as far as they tell."""
    return same_name(one, other) is not Match.DIFFERENT and same_birth(one, other) is not False


def is_somebody_else(one: Person, other: Person) -> bool:
    """Say whether names differ and nothing else joins the two."""
    return (
        same_name(one, other) is Match.DIFFERENT
        and same_birth(one, other) is not True
        and not linked(one.document, other.document)
    )


def linked(one: Document, other: Document) -> bool:
    """Say whether two documents carry one number that only papers of one person share."""
    return any(_same_number(one, a, other, b) or _same_number(one, b, other, a) for a, b in _LINKS)


def _same_number(one: Document, first: str, other: Document, second: str) -> bool:
    if "document_number" in (first, second):
        held = one if first == "document_number" else other
        if held.type != _PASSPORT:
            return False
    found, compared = one.field(first), other.field(second)
    if found is None or compared is None:
        return False
    if Standing.GUESSED in (found.standing, compared.standing):
        return False
    return printed_shape(found.value) == printed_shape(compared.value)


def _support(person: Person, people: Sequence[Person]) -> int:
    """Weigh what other documents say for this one's holder.

    A paper that tells no birth date, or a part of a name, contradicts nobody: it must not win by
    that.
    """
    return sum(_agreement(person, other) for other in people if other is not person)


def _agreement(one: Person, other: Person) -> int:
    names, births = same_name(one, other), same_birth(one, other)
    if names is Match.DIFFERENT or (names is None and births is None):
        return 0
    if births is False:
        near = birth_slip(one, other) in (BirthSlip.SWAPPED, BirthSlip.DIGIT)
        return _SLIPPED if near and names is not None and names > Match.SLIP else 0
    if names is Match.SLIP or _is_whole(one) is not _is_whole(other):
        return _SLIPPED
    return _AGREES if births and names is not None else _NAMED


def _is_whole(person: Person) -> bool:
    """Say whether a name is more than a surname, or than given names."""
    return bool(person.surname and person.given_names) or len(person.surname.split()) > 1


def _claim(
    person: Person, folder: Folder, people: Sequence[Person], declared_birth: str | None
) -> tuple[int, int]:
    """Say what else speaks for somebody: the declared birth date, then papers that give no holder
    a say but name this one (an account, an authorisation).
    """
    told = 0
    if declared_birth and person.birth is not None:
        told = 1 if declared_birth in readings(person.birth) else -1
    named = {p.document.id for p in people}
    passing = [d for d in folder.documents if d.id not in named and d.type]
    return told, sum(bears_name(document, person) for document in passing)


def _rank(person: Person, order: Sequence[str]) -> tuple[int, bool, int]:
    """Order people who are level: by type of paper, a proven zone before others, then as in the
    folder; the greatest is the best.
    """
    kind = person.document.type or ""
    place = order.index(kind) if kind in order else len(order)
    zone = person.document.mrz
    number = int(person.document.id.removeprefix("d"))
    return -place, zone is not None and zone.proven, -number

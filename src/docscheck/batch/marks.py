"""By what would a paper be known again in another student's folder? A report in, salted hashes out.

Four kinds: the bytes of a file; the number of an identity paper with the state that issued it; the
student of the folder, by name and birth date; another person whom one of its papers names. Each is
an HMAC-SHA-256 under a key of the ledger (RFC 2104), cut to 16 bytes: what is hashed cannot be read
back, and means nothing in another ledger. Whoever holds the ledger can still try a name and a birth
date that they know. Social security numbers are hashed nowhere: there are too few of them.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from itertools import islice, product

from msgspec import Struct

from docscheck.checkers import same_person
from docscheck.checkers.roster import listed_person
from docscheck.document import Document, Field, Folder, Standing
from docscheck.finding import Enrolled
from docscheck.one_person import Speakers, find_student, is_somebody_else
from docscheck.person_slips import printed_shape
from docscheck.persons import Person, readings, same_name
from docscheck.readers import person_names
from docscheck.readers.person_names import Match
from docscheck.report import Report
from docscheck.rulebook.schema import Rulebook

_BYTES = 16
_NUMBERED = ("passport", "national_id_card", "residence_permit", "visa")
_FEWEST_CHARACTERS = 6
"""Of a number: shorter ones are misread or not told apart."""
_MIN_CONFIDENCE = 0.85
_MOST_SPELLINGS = 8
_WHOLE_DATE = len("2004-05-17")


class MarkKind(StrEnum):
    """What a hash is of."""

    FILE = "file"
    NUMBER = "number"
    STUDENT = "student"
    """The person of the folder."""
    OTHER = "other"
    """Somebody else, whom a paper of the folder names."""


class Mark(Struct, frozen=True, order=True):
    """One thing by which a folder may be confused with another."""

    kind: MarkKind
    digest: bytes
    path: str
    """File it was found in; empty of the student."""


class Marker(Struct, frozen=True):
    """Makes the marks of one ledger."""

    key: bytes
    speakers: Speakers
    """Which types say who the student is."""
    today: date

    def marks(self, report: Report, enrolled: Enrolled | None) -> tuple[Mark, ...]:
        """Give the marks of one folder, sorted."""
        found = (*self._files(report), *self._numbers(report), *self._people(report, enrolled))
        return tuple(sorted(set(found)))

    def _files(self, report: Report) -> Iterator[Mark]:
        for entry in report.files:
            if entry.file.sha256 is not None:
                yield self._mark(MarkKind.FILE, entry.file.sha256, entry.file.path)

    def _numbers(self, report: Report) -> Iterator[Mark]:
        for document in report.documents:
            number = document.field("document_number")
            if document.type in _NUMBERED and number is not None and _is_sure(number):
                state = document.value("issuing_state") or document.value("nationality") or ""
                value = f"{document.type} {state} {printed_shape(number.value)}"
                yield self._mark(MarkKind.NUMBER, value, _path(document))

    def _people(self, report: Report, enrolled: Enrolled | None) -> Iterator[Mark]:
        """Yield the student by the list, if there is one, and by the papers that agree with it."""
        listed = listed_person(enrolled, self.today) if enrolled else None
        born = listed.birth.value if listed and listed.birth else None
        folder = Folder(report.dossier, report.files, report.documents)
        found = find_student(folder, self.speakers, self.today, born)
        student = found.person if found is not None else None
        if listed is not None and listed.name:
            student = listed
        if student is None:
            return
        people = found.people if found else ()
        own = {p for p in (student, *people) if p is student or _is_same(p, student)}
        known = {key for person in own for key in _keys(person)}
        yield from (self._mark(MarkKind.STUDENT, key, "") for key in known)
        for person in people:
            if person not in own and is_somebody_else(person, student):
                for key in _keys(person):
                    yield self._mark(MarkKind.OTHER, key, _path(person.document))

    def _mark(self, kind: MarkKind, value: str, path: str) -> Mark:
        # The student of one folder and another person in the next have to give the same digest.
        domain = "person" if kind in (MarkKind.STUDENT, MarkKind.OTHER) else kind.value
        digest = hmac.digest(self.key, f"{domain}\0{value}".encode(), "sha256")
        return Mark(kind, digest[:_BYTES], path)


def speakers_of(rulebook: Rulebook) -> Speakers:
    """Give the types that say who the student is, as the checks of the folder have them."""
    settings = rulebook.dossier[same_person.ID].settings
    return Speakers(settings.reference, settings.shared, settings.exempt)


def _is_sure(number: Field) -> bool:
    if len(number.value) < _FEWEST_CHARACTERS or number.alternatives:
        return False
    read = number.standing is Standing.READ and number.confidence >= _MIN_CONFIDENCE
    return read or number.standing is Standing.PROVEN


def _path(document: Document) -> str:
    return document.paths[0] if document.parts else ""


def _is_same(person: Person, student: Person) -> bool:
    grade = same_name(person, student)
    return (
        grade is not None and grade >= Match.COMPATIBLE and not _is_born_otherwise(person, student)
    )


def _is_born_otherwise(one: Person, other: Person) -> bool:
    if one.birth is None or other.birth is None:
        return False
    return not readings(one.birth) & readings(other.birth)


def _keys(person: Person) -> set[str]:
    """Give what two papers of one person have in common, however they write the name.

    All words in alphabetical order, and the surname with the first given name; each with the birth
    date, without which a name is not one person's.
    """
    if person.birth is None or not person.name:
        return set()
    days = {day for day in readings(person.birth) if len(day) == _WHOLE_DATE}
    given = person.given_names.split()[:1]
    names = [person.name.split()]
    if given and person.surname:
        names.append([*person.surname.split(), *given])
    return {
        f"{spelt} {day}"
        for words in names
        if len(words) > 1
        for spelt in _spelt(words)
        for day in days
    }


def _spelt(words: Iterable[str]) -> Iterator[str]:
    parts = [part for word in words for part in word.replace("-", " ").split()]
    forms = [sorted(person_names.spellings(part)) for part in parts]
    for chosen in islice(product(*filter(None, forms)), _MOST_SPELLINGS):
        yield " ".join(sorted(chosen))

"""Are the papers those of the student whom the office's list names for this folder?

Asks: does the person of the folder (`one_person`) have the name and the birth date that the list
has? Without a list, or without a row for the folder, nothing is asked.

Why: a folder that was given the wrong name, or a date mistyped at enrolment, is found by nobody who
looks at the papers alone; the office has both.

Passes: accents, hyphens, order, missing given names, particles, other transliterations; a birth
date known to the year; of two people who have as much for them, one that the list names.
For review, always: either side may be wrong.
Unchecked: no paper names anybody.
Can be wrong: a married or chosen name that only one of the two knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Field, Folder, Source, Standing
from docscheck.finding import Context, Enrolled, Issue, Kind, Param, Personal, Term
from docscheck.one_person import Speakers, Student, find_student, is_somebody_else
from docscheck.person_slips import BirthSlip, birth_slip
from docscheck.persons import Person, person_of, same_birth, same_name
from docscheck.readers.person_names import Match

ID = "roster"
NAME, BIRTH_DATE = "consistency.roster_name", "consistency.roster_birth_date"
RULES = frozenset({NAME, BIRTH_DATE})


class Settings(Struct, frozen=True):
    """Which documents tell who the student is, as for `same_person`."""

    reference: tuple[str, ...] = ("passport", "national_id_card", "residence_permit", "visa")
    shared: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield what differs between the person of the folder and the row of the list."""
    listed = context.enrolled and listed_person(context.enrolled, context.today)
    if not listed:
        return
    birth = listed.birth.value if listed.birth else None
    speakers = Speakers(settings.reference, settings.shared, settings.exempt)
    found = find_student(subject, speakers, context.today, birth)
    if found is None:
        if listed.name and subject.documents:
            yield Issue(NAME, Kind.UNCHECKED, case="unread")
        return
    theirs = _theirs(found, listed)
    yield from _name(theirs[0], listed)
    yield from _birth(theirs, listed)


def listed_person(enrolled: Enrolled, today: date) -> Person | None:
    """Give the person of a row, to be compared with those of documents."""
    birth = enrolled.birth_date.isoformat() if enrolled.birth_date else ""
    # A whole name is a holder's, as documents have it.
    surname = "surname" if enrolled.given_names else "holder"
    values = ((surname, enrolled.surname), ("given_names", enrolled.given_names))
    fields = (_field(name, value) for name, value in (*values, ("birth_date", birth)) if value)
    return person_of(Document("", None, (), tuple(fields)), today)


def _field(name: str, value: str) -> Field:
    return Field(name, value, 1, None, 1.0, Source.EMBEDDED, Standing.PROVEN)


def _theirs(found: Student, listed: Person) -> tuple[Person, ...]:
    """Give the papers of the student, the one to believe first; the list breaks a tie."""
    named = (p for p in found.rivals if (same_name(p, listed) or 0) > Match.DIFFERENT)
    student = next(named, found.person)
    others = (p for p in found.people if not is_somebody_else(p, student))
    return (student, *(p for p in others if p is not student))


def _name(person: Person, listed: Person) -> Iterator[Issue]:
    grade = same_name(person, listed)
    if grade in (Match.DIFFERENT, Match.SLIP):
        case = "slip" if grade is Match.SLIP else ""
        params = _params(person)
        params["found"] = Personal("surname", person.name)
        params["expected"] = Personal("surname", listed.name)
        where = where_is(person.document, person.name_field)
        yield Issue(NAME, Kind.REVIEW, where, case, params, person.document.id)


def _birth(theirs: tuple[Person, ...], listed: Person) -> Iterator[Issue]:
    told = [p for p in theirs if p.birth is not None]
    if listed.birth is None or not told or any(same_birth(p, listed) is not False for p in told):
        return
    person = told[0]
    slip = birth_slip(person, listed)
    case = slip.value if slip in (BirthSlip.SWAPPED, BirthSlip.DIGIT) else ""
    params = _params(person)
    params["found"] = Personal("birth_date", person.birth.value if person.birth else "")
    params["expected"] = Personal("birth_date", listed.birth.value)
    where = where_is(person.document, person.birth)
    yield Issue(BIRTH_DATE, Kind.REVIEW, where, case, params, person.document.id)


def _params(person: Person) -> dict[str, Param]:
    return {"type": Term("type", person.document.type or "")}

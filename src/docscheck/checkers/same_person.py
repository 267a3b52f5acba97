"""Do all documents speak of one person, the student?

Asks: do names and birth dates agree across the documents? The person of the folder is the one that
most documents speak of (`one_person`); the document that differs is named, not the others, with the
kind of slip. Where two people have as much for them, both are named, for review.

Why: a document of somebody else is refused; a name or a date that differs between papers holds up
the definitive number (`domain.md` §6, row 9).

A name that no layout explains is looked for instead of read: a paper on which the student's whole
name stands is the student's, and no name read elsewhere on it accuses.

Passes: accents, hyphens, missing given names, particles, a name cut by a zone; a birth date known
to the year; a married name that a marriage record in the folder explains.
Told and no more: surname and given names exchanged, another transliteration, a first given name
left out.
Fails: name and birth date both differ on values read for certain.
For review: one of the two differs: a letter, a digit, day and month exchanged, another surname with
the same given names (marriage), another given name with the same birth date (a twin); another birth
date where no given name of the student stands; a name that differs where no birth date is known;
anything read with doubt, papers that name several people, a record that may have been read at a
parent's name.
Can be wrong: two people of one name and no birth date pass; of two papers that differ by a slip the
identity document is believed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docscheck.checkers.evidence import is_firm, where_is
from docscheck.document import Document, Field, Folder, Source
from docscheck.finding import Context, Issue, Kind, Param, Personal, Term, ValueOrigin
from docscheck.one_person import Speakers, Student, find_student, is_somebody_else, linked
from docscheck.person_slips import BirthSlip, NameSlip, birth_slip, name_slip
from docscheck.persons import (
    Person,
    bears_name,
    bears_surname,
    has_one_of,
    is_generations_apart,
    nearly_bears_name,
    person_of,
    same_birth,
    same_name,
    shared_names,
)
from docscheck.readers.person_names import Match, same

ID = "same-person"
RULES = frozenset(
    {
        "consistency.name",
        "consistency.name_variant",
        "consistency.birth_date",
        "consistency.other_person",
    }
)
_HARMLESS = (NameSlip.ORDER, NameSlip.SPELLING, NameSlip.MISSING)


class Settings(Struct, frozen=True):
    """Which documents tell who the student is, and which name other people."""

    reference: tuple[str, ...] = ("passport", "national_id_card", "residence_permit", "visa")
    """Types that say who the student is, the best first."""
    shared: tuple[str, ...] = ()
    """Types that name other people too: a difference there is `consistency.name`, for review."""
    family: tuple[str, ...] = ()
    """Types that name parents of the same surname: what is read there may be a parent's."""
    exempt: tuple[str, ...] = ()
    """Types whose holder need not be the student."""
    named: tuple[str, ...] = ()
    """Types on which a name is always printed: said to be unchecked when none was read."""
    proving: tuple[str, ...] = ()
    """Types that prove something only for the person they name: without a name and a birth date
    that agrees, `consistency.other_person` is unchecked."""
    explaining: tuple[str, ...] = ()
    """Types that explain another surname: one that bears it is what the officer would ask for."""
    min_confidence: float = 0.9
    """0 to 1; a reading at least this sure, or a proven one, can make a failure."""


class _Matter(Struct, frozen=True):
    """The folder and the person it is about."""

    folder: Folder
    settings: Settings
    found: Student

    @property
    def student(self) -> Person:
        return self.found.person

    def firm(self, field: Field | None, document: Document) -> bool:
        """Whether a value is read for certain; other holders' names were compared as well."""
        if field is None:
            return False
        floor = self.settings.min_confidence
        alone = replace(field, alternatives=()) if field.name == "holder" else field
        return is_firm(alone, document, self.folder, floor)

    def names_firm(self, *people: Person) -> bool:
        """A single word is no name: it may be anything that stood beside a label."""
        return all(len(p.name.split()) > 1 and self.firm(p.name_field, p.document) for p in people)

    def given_names_firm(self, *people: Person) -> bool:
        """Of people of one surname the given names alone say who is who, however it was read."""
        given = ((p.document.field("given_names") or p.name_field, p.document) for p in people)
        return all(self.firm(*read) for read in given)

    def births_firm(self, *people: Person) -> bool:
        return all(self.firm(p.birth, p.document) for p in people)


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield an issue for each document that differs from the person of the folder."""
    speakers = Speakers(settings.reference, settings.shared, settings.exempt)
    found = find_student(subject, speakers, context.today, _declared_birth(context))
    differing = tuple(_differing(_Matter(subject, settings, found))) if found else ()
    doubted = {i.document for i in differing if i.rule == "consistency.other_person"}
    for unnamed in _unnamed(subject, settings, context, found.person if found else None):
        if unnamed.document not in doubted:
            yield unnamed
    yield from differing


def _differing(matter: _Matter) -> Iterator[Issue]:
    found = matter.found
    level = tuple(p for p in found.rivals if _is_certainly_another(p, matter))
    for person in found.people:
        if level and (person in level or not is_somebody_else(person, level[0])):
            continue
        if person is not found.person:
            yield from _compare(person, matter)
    yield from _tie(level, matter)


def _declared_birth(context: Context) -> str | None:
    known = context.profile.get("birth_date")
    if known is None or known.origin is not ValueOrigin.DECLARED:
        return None
    return str(known.value)


def _unnamed(
    folder: Folder, settings: Settings, context: Context, student: Person | None
) -> Iterator[Issue]:
    """Yield the papers whose holder is unread, unless the student's name or birth date is there."""
    for document in folder.documents:
        if document.type not in (*settings.named, *settings.proving):
            continue
        person = person_of(document, context.today)
        if person and (person.name or (student and same_birth(person, student))):
            continue
        if student and bears_name(document, student):
            continue
        proves = document.type in settings.proving
        rule = "consistency.other_person" if proves else "consistency.name"
        params: dict[str, Param] = {"type": Term("type", document.type or "")}
        where = where_is(document)
        yield Issue(rule, Kind.UNCHECKED, where, "unread", params, document.id)


def _compare(person: Person, matter: _Matter) -> Iterator[Issue]:
    kind = person.document.type
    names = same_name(person, matter.student)
    births = same_birth(person, matter.student)
    if names in (Match.DIFFERENT, Match.SLIP) and bears_name(person.document, matter.student):
        if names is Match.DIFFERENT and kind in matter.settings.shared:
            return  # what was read is the other one's: the wife's, a parent's
        names = Match.COMPATIBLE
    if names is Match.DIFFERENT and _is_parents_page(person, matter):
        return
    names_parents = kind in (*matter.settings.family, *matter.settings.shared)
    if names_parents and births is False and is_generations_apart(person, matter.student):
        births = None
    if names is Match.DIFFERENT:
        yield from _other_name(person, births, matter)
    elif births is False:
        yield from _other_birth(person, matter)
    elif names is Match.SLIP:
        yield from _letter(person, births, matter)
    elif names is None:
        yield from _unlabelled(person, matter)
    else:
        yield from _variant(person, matter)


def _other_name(person: Person, births: bool | None, matter: _Matter) -> Iterator[Issue]:
    joined = births is True or linked(person.document, matter.student.document)
    if joined:
        yield from _another_name_of_one_birth(person, matter)
    elif _is_record_of_others(person, matter):
        case = "relative" if shared_names(person, matter.student)[0] else ""
        yield _name_issue("consistency.other_person", Kind.REVIEW, case, person, matter)
    elif person.document.type in matter.settings.shared or _is_half_read(person, births, matter):
        yield _name_issue("consistency.name", Kind.REVIEW, "", person, matter)
    else:
        certain = matter.found.sure and _is_certainly_another(person, matter)
        surnames, given = shared_names(person, matter.student)
        case = "relative" if surnames and not given else ""
        kind = Kind.FAIL if certain else Kind.REVIEW
        yield _name_issue("consistency.other_person", kind, case, person, matter)


def _is_record_of_others(person: Person, matter: _Matter) -> bool:
    """Say whether a record of a marriage or a family names others and nowhere the student."""
    return (
        person.document.type in matter.settings.explaining
        and _is_certainly_another(person, matter)
        and not is_generations_apart(person, matter.student)
        and nearly_bears_name(person.document, matter.student) is None
    )


def _is_certainly_another(person: Person, matter: _Matter) -> bool:
    """Say whether name and birth date both differ for certain, and no parent can be meant."""
    parents = person.document.type in matter.settings.family
    return (
        same_birth(person, matter.student) is False
        and matter.names_firm(person, matter.student)
        and matter.births_firm(person, matter.student)
        and not (parents and any(shared_names(person, matter.student)))
    )


def _another_name_of_one_birth(person: Person, matter: _Matter) -> Iterator[Issue]:
    """Judge a name that differs beside a birth date or a number that agrees: a marriage, a first
    name used at school, or a twin, whom nothing but the first name tells apart.
    """
    slip = name_slip(person, matter.student)
    shared = person.document.type in matter.settings.shared
    firm = matter.given_names_firm(person, matter.student)
    if slip is NameSlip.MARRIED and _is_explained(person, matter):
        return
    if slip is NameSlip.MARRIED:
        yield _name_issue("consistency.name", Kind.REVIEW, "married", person, matter)
    elif slip is NameSlip.GIVEN_NAMES and firm and not shared:
        sure_of_one = linked(person.document, matter.student.document)
        rule = "consistency.name" if sure_of_one else "consistency.other_person"
        case = "given_names" if sure_of_one else "twin"
        yield _name_issue(rule, Kind.REVIEW, case, person, matter)
    else:
        yield _name_issue("consistency.name", Kind.REVIEW, "", person, matter)


def _is_explained(person: Person, matter: _Matter) -> bool:
    return any(
        bears_surname(document, person.surname)
        for document in matter.folder.documents
        if document.type in matter.settings.explaining and document is not person.document
    )


def _is_half_read(person: Person, births: bool | None, matter: _Matter) -> bool:
    """Say whether one word alone was read of a record whose parents bear the student's surname."""
    if births is not None or len(person.name.split()) > 1 or not matter.student.surname:
        return False
    parents = (person.document.value(name) for name in ("father_name", "mother_name"))
    return any(p and same(matter.student.surname, p) >= Match.COMPATIBLE for p in parents)


def _is_parents_page(person: Person, matter: _Matter) -> bool:
    """Say whether a page of a paper for several people, such as a family book, is a parent's own:
    it opens with the name that it gives the father or the mother, and the student's surname stands
    on it. Without that they are somebody else's parents.
    """
    document = person.document
    parents = [
        parent for name in ("father_name", "mother_name") if (parent := document.value(name))
    ]
    return (
        document.type in matter.settings.shared
        and any(same(parent, person.name) >= Match.COMPATIBLE for parent in parents)
        and (
            bears_surname(document, matter.student.surname)
            or any(has_one_of(matter.student.surname.split(), parent) for parent in parents)
        )
    )


def _letter(person: Person, births: bool | None, matter: _Matter) -> Iterator[Issue]:
    """Judge a letter that differs: on a poor reading it is the reader's, and a birth date that
    agrees settles it.
    """
    if matter.names_firm(person, matter.student):
        case = (
            "slip_unsure" if _from_picture(person.name_field, matter.student.name_field) else "slip"
        )
        yield _name_issue("consistency.name", Kind.REVIEW, case, person, matter)
    elif births is None:
        yield _name_issue("consistency.name", Kind.REVIEW, "slip_unsure", person, matter)


def _from_picture(*fields: Field | None) -> bool:
    """Say whether a value was read from pixels, where a character is misread sooner than mistyped:
    the student is then asked to look before having anything corrected.
    """
    return any(field is not None and field.source is Source.OCR for field in fields)


def _unlabelled(person: Person, matter: _Matter) -> Iterator[Issue]:
    """Judge a paper whose holder no layout explains, and that has the student's birth date."""
    name = nearly_bears_name(person.document, matter.student)
    if name and not bears_name(person.document, matter.student):
        read = replace(person, surname=name)
        yield _name_issue("consistency.name", Kind.REVIEW, "slip", read, matter)


def _variant(person: Person, matter: _Matter) -> Iterator[Issue]:
    """Tell of a harmless difference, where both names were read for certain."""
    slip = name_slip(person, matter.student)
    zones = Source.MRZ in {f.source for p in (person, matter.student) if (f := p.name_field)}
    if slip not in _HARMLESS or person.document.type in matter.settings.shared:
        return
    if slip is NameSlip.SPELLING and zones:
        return  # zones write every name in their own letters
    if slip is not None and matter.names_firm(person, matter.student):
        yield _name_issue("consistency.name_variant", Kind.FAIL, slip.value, person, matter)


def _other_birth(person: Person, matter: _Matter) -> Iterator[Issue]:
    slip = birth_slip(person, matter.student)
    firm = matter.births_firm(person, matter.student)
    shared = person.document.type in matter.settings.shared
    if slip is BirthSlip.OTHER and firm and not shared and not _is_named_on(person, matter):
        yield _birth_issue("consistency.other_person", Kind.REVIEW, "born", person, matter)
        return
    kind = Kind.FAIL if matter.found.sure and firm and not shared else Kind.REVIEW
    case = ""
    if slip in (BirthSlip.SWAPPED, BirthSlip.DIGIT):
        doubt = not firm or _from_picture(person.birth, matter.student.birth)
        case, kind = f"{slip.value}_unsure" if doubt else slip.value, Kind.REVIEW
    yield _birth_issue("consistency.birth_date", kind, case, person, matter)


def _is_named_on(person: Person, matter: _Matter) -> bool:
    """Say whether a paper names the student, by more than a surname that a family shares."""
    if bears_name(person.document, matter.student):
        return True
    return bool(person.name) and all(shared_names(person, matter.student))


def _birth_issue(rule: str, kind: Kind, case: str, person: Person, matter: _Matter) -> Issue:
    birth, right = person.birth, matter.student.birth
    params = _papers(person, matter.student)
    params["found"] = Personal("birth_date", birth.value if birth else "")
    params["expected"] = Personal("birth_date", right.value if right else "")
    where = where_is(person.document, birth)
    return Issue(rule, kind, where, case, params, person.document.id)


def _tie(level: tuple[Person, ...], matter: _Matter) -> Iterator[Issue]:
    """Name everybody of two sides that have as much for them."""
    if not level:
        return
    rule, kind = "consistency.other_person", Kind.REVIEW
    theirs = [p for p in matter.found.people if not is_somebody_else(p, level[0])]
    for person in matter.found.people:
        if person in level or person in theirs:
            yield _name_issue(rule, kind, "tie", person, matter)
        elif not is_somebody_else(person, matter.student):
            yield _name_issue(rule, kind, "tie", person, matter, level[0])


def _name_issue(
    rule: str,
    kind: Kind,
    case: str,
    person: Person,
    matter: _Matter,
    reference: Person | None = None,
) -> Issue:
    compared = reference or matter.student
    params = _papers(person, compared)
    params["found"] = Personal("surname", person.name)
    params["expected"] = Personal("surname", compared.name)
    where = where_is(person.document, person.name_field)
    return Issue(rule, kind, where, case, params, person.document.id)


def _papers(person: Person, reference: Person) -> dict[str, Param]:
    return {
        "type": Term("type", person.document.type or ""),
        "reference": Term("type", reference.document.type or ""),
    }

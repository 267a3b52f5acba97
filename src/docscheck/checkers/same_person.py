"""Do all documents speak of one person, the student?

Asks: do names, birth dates and numbers agree across the documents, and is the bank account the
student's own? The person of the folder is the one most documents agree with; where that is a draw,
the one of the best identity document. The document that differs is named, not the others.

Why: a document of somebody else is refused; a name that differs between papers holds up the
definitive number; refunds go to the student's own account only (campusfrance.org node 301673).

A name that no layout explains is looked for instead of read: a paper on which the student's whole
name stands is the student's, and no name read elsewhere on it accuses. That never excuses an
account of somebody else.

Passes: other order, accents, hyphens, transliteration, missing given names, particles, a name cut
by a zone; a birth date known to the year; a joint account in which the student is named.
Fails: name and birth date both differ, or nothing of the name agrees, on values read for certain;
an account of somebody else, a parent included.
For review: another surname with the same birth date or given names (marriage), a letter or two
that differ, anything read with doubt, papers that name several people, a record that may have been
read at a parent's name.
Can be wrong: two people of one name and no birth date pass; a married name on the account and no
given name fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz.distance import OSA

from docscheck.checkers.evidence import is_firm, where_is
from docscheck.document import Document, Field, Folder, Source, Standing
from docscheck.finding import Context, Issue, Kind, Param, Personal, Term
from docscheck.persons import (
    Person,
    agree,
    bears_name,
    central,
    is_generations_apart,
    only_given_names_agree,
    only_surname_agrees,
    person_of,
    same_birth,
    same_holder,
    same_name,
    share_a_name,
    support,
)
from docscheck.readers.person_names import Match, same

ID = "same-person"
RULES = frozenset(
    {
        "consistency.name",
        "consistency.birth_date",
        "consistency.document_number",
        "consistency.other_person",
        "bank.holder",
    }
)
_ACCOUNT = "rib"
_FOREIGNER_PAPERS = ("residence_permit", "residence_receipt", "visa_validation")
_MISREAD_CHARACTERS = 2
_LOOK_ALIKES = str.maketrans("OQDILSBZG", "000115826")
"""ICAO Doc 9303 number characters that print alike."""


@dataclass(frozen=True, slots=True)
class Settings:
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
    min_confidence: float = 0.9
    """0 to 1; a reading at least this sure, or a proven one, can make a failure."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """The folder and the person it is about."""

    folder: Folder
    settings: Settings
    student: Person
    sure_of_student: bool
    """Others agree, or an identity document alone of its type says so."""

    def firm(self, field: Field | None, document: Document) -> bool:
        """Whether a value is read for certain; other holders' names were compared as well."""
        if field is None:
            return False
        floor = self.settings.min_confidence
        alone = replace(field, alternatives=()) if field.name == "holder" else field
        return is_firm(alone, document, self.folder, floor)


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield an issue for each document that differs from the person of the folder."""
    people = _people(subject, settings, context)
    matter = _matter(subject, settings, people) if people else None
    yield from _unnamed(subject, settings, context, matter.student if matter else None)
    if matter is not None:
        for person in people:
            if person is not matter.student:
                yield from _compare(person, matter)
        yield from _accounts(matter, people)
    yield from _passport_numbers(subject, settings)
    yield from _foreigner_numbers(subject)


def _people(folder: Folder, settings: Settings, context: Context) -> list[Person]:
    left_out = (*settings.exempt, _ACCOUNT)
    documents = [d for d in folder.documents if d.type and d.type not in left_out]
    found = (person_of(d, context.today) for d in documents)
    return [person for person in found if person is not None]


def _matter(folder: Folder, settings: Settings, people: Sequence[Person]) -> _Matter:
    """Find the person; papers that name several people have no say in it, unless alone."""
    voters = [p for p in people if p.document.type not in settings.shared] or list(people)
    student = central(voters, settings.reference)
    rivals = [
        p
        for p in voters
        if p.document.type == student.document.type
        and not agree(p, student)
        and support(p, voters) == support(student, voters)
    ]
    identified = student.document.type in settings.reference
    sure = not rivals and (identified or support(student, voters) > 0)
    return _Matter(folder, settings, student, sure)


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
    names = same_name(person, matter.student)
    births = same_birth(person, matter.student)
    if names in (Match.DIFFERENT, Match.SLIP) and bears_name(person.document, matter.student):
        names = Match.COMPATIBLE
    in_family = person.document.type in matter.settings.family
    if in_family and births is False and is_generations_apart(person, matter.student):
        births = None
    if names is Match.DIFFERENT:
        yield _other_name(person, births, matter)
        return
    if births is False:
        yield _other_birth(person, matter)
    elif names is Match.SLIP and (births is None or _names_are_firm(person, matter)):
        yield _name_issue("consistency.name", Kind.REVIEW, "slip", person, matter)


def _other_name(person: Person, births: bool | None, matter: _Matter) -> Issue:
    kind_of_paper = person.document.type
    if births or kind_of_paper in matter.settings.shared or _is_half_read(person, births, matter):
        return _name_issue("consistency.name", Kind.REVIEW, "", person, matter)
    relative = births is None or kind_of_paper in matter.settings.family
    certain = (
        matter.sure_of_student
        and _names_are_firm(person, matter)
        and not (relative and share_a_name(person, matter.student))
        and (births is None or _births_are_firm(person, matter))
    )
    kind = Kind.FAIL if certain else Kind.REVIEW
    return _name_issue("consistency.other_person", kind, "", person, matter)


def _is_half_read(person: Person, births: bool | None, matter: _Matter) -> bool:
    """Say whether one word alone was read of a record whose parents bear the student's surname."""
    if births is not None or len(person.name.split()) > 1 or not matter.student.surname:
        return False
    parents = (person.document.value(name) for name in ("father_name", "mother_name"))
    return any(p and same(matter.student.surname, p) >= Match.COMPATIBLE for p in parents)


def _other_birth(person: Person, matter: _Matter) -> Issue:
    certain = (
        matter.sure_of_student
        and person.document.type not in matter.settings.shared
        and _births_are_firm(person, matter)
    )
    birth, right = person.birth, matter.student.birth
    params = _papers(person, matter)
    params["found"] = Personal("birth_date", birth.value if birth else "")
    params["expected"] = Personal("birth_date", right.value if right else "")
    return Issue(
        "consistency.birth_date",
        Kind.FAIL if certain else Kind.REVIEW,
        where_is(person.document, birth),
        params=params,
        document=person.document.id,
    )


def _name_issue(rule: str, kind: Kind, case: str, person: Person, matter: _Matter) -> Issue:
    params = _papers(person, matter)
    params["found"] = Personal("surname", person.name)
    params["expected"] = Personal("surname", matter.student.name)
    where = where_is(person.document, person.name_field)
    return Issue(rule, kind, where, case, params, person.document.id)


def _papers(person: Person, matter: _Matter) -> dict[str, Param]:
    return {
        "type": Term("type", person.document.type or ""),
        "reference": Term("type", matter.student.document.type or ""),
    }


def _names_are_firm(person: Person, matter: _Matter) -> bool:
    """A single word is no name: it may be anything that stood beside a label."""
    return all(
        len(p.name.split()) > 1 and matter.firm(p.name_field, p.document)
        for p in (person, matter.student)
    )


def _births_are_firm(person: Person, matter: _Matter) -> bool:
    return all(matter.firm(p.birth, p.document) for p in (person, matter.student))


def _accounts(matter: _Matter, people: Sequence[Person]) -> Iterator[Issue]:
    known_as = [p for p in people if p.name and agree(p, matter.student)]
    for document in matter.folder.documents:
        if document.type == _ACCOUNT and known_as:
            yield from _account(document, matter, known_as)


def _account(document: Document, matter: _Matter, known_as: Sequence[Person]) -> Iterator[Issue]:
    holder = document.field("holder")
    borne = any(bears_name(document, person) for person in known_as)
    if holder is None:
        if borne:
            return
        yield Issue(
            "bank.holder", Kind.UNCHECKED, where_is(document), "unread", document=document.id
        )
        return
    candidates = (holder.value, *holder.alternatives)
    pairs = tuple(product(known_as, candidates))
    family = any(only_surname_agrees(person, name) for person, name in pairs)
    grade = max(
        (same_holder(p, name) for p, name in pairs if not only_surname_agrees(p, name)),
        default=Match.DIFFERENT,
    )
    if grade >= Match.COMPATIBLE or (grade is Match.SLIP and holder.source is Source.OCR):
        # A letter or two of one word on a picture: the reader's slip far sooner than a namesake.
        return
    married = any(only_given_names_agree(person, name) for person, name in pairs)
    doubted = grade is Match.SLIP or borne or family or married
    firm = matter.firm(holder, document) and matter.firm(
        matter.student.name_field, matter.student.document
    )
    whole = len(holder.value.split()) > 1
    certain = firm and whole and matter.sure_of_student and not doubted
    yield Issue(
        "bank.holder",
        Kind.FAIL if certain else Kind.REVIEW,
        where_is(document, holder),
        params={
            "holder": Personal("holder", holder.value),
            "expected": Personal("surname", matter.student.name),
        },
        document=document.id,
    )


def _passport_numbers(folder: Folder, settings: Settings) -> Iterator[Issue]:
    """Compare the passport number printed on a visa with the passports of the folder."""
    passports = _with_field(folder, ("passport",), "document_number")
    for document, printed in _with_field(folder, ("visa",), "passport_number"):
        alike = any(_shape(printed.value) == _shape(number.value) for _, number in passports)
        if alike or not passports:
            continue
        firm = all(
            is_firm(f, d, folder, settings.min_confidence)
            for d, f in (*passports, (document, printed))
        )
        nearest = min(OSA.distance(printed.value, number.value) for _, number in passports)
        certain = firm and nearest > _MISREAD_CHARACTERS
        yield _number_issue(document, printed, passports[0], "passport", certain)


def _shape(number: str) -> str:
    """Write letters as the digits they are read for: no paper can be told by O and 0."""
    return number.upper().translate(_LOOK_ALIKES)


def _foreigner_numbers(folder: Folder) -> Iterator[Issue]:
    """Compare the foreigner number, which a person keeps for life, across the papers of stay."""
    papers = _with_field(folder, _FOREIGNER_PAPERS, "foreigner_number")
    for document, found in papers[1:]:
        if _shape(found.value) != _shape(papers[0][1].value):
            yield _number_issue(document, found, papers[0], "foreigner", certain=False)


def _number_issue(
    document: Document,
    found: Field,
    reference: tuple[Document, Field],
    case: str,
    certain: bool,
) -> Issue:
    return Issue(
        "consistency.document_number",
        Kind.FAIL if certain else Kind.REVIEW,
        where_is(document, found),
        case,
        {
            "type": Term("type", document.type or ""),
            "reference": Term("type", reference[0].type or ""),
            "found": Personal(found.name, found.value),
            "expected": Personal(reference[1].name, reference[1].value),
        },
        document.id,
    )


def _with_field(folder: Folder, types: Sequence[str], name: str) -> list[tuple[Document, Field]]:
    found = ((d, d.field(name)) for d in folder.documents if d.type in types)
    return [(d, f) for d, f in found if f is not None and f.standing is not Standing.GUESSED]

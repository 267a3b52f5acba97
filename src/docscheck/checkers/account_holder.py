"""Is the bank account the student's own?

Why: refunds go to an account in the student's own name (campusfrance.org node 301673); a parent's
account is what is sent most often in its place.

Passes: the student's name in any order, with titles, shortened, or with one of two surnames; a
letter or two that a picture made unlike. Told and no more: a joint account that names the student.
Fails: a parent, a relative or somebody else, on a holder read for certain.
For review: the surname alone (`M OU MME BENALI` may be the parents), another surname with the same
given name, a typed letter that differs, a company's or a bank's name where the holder is expected,
a parent of a student under age, anything read with doubt.
Can be wrong: a married name on the account and no given name fails; a parent of the same whole name
passes.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docscheck.account_holders import Holder, holder_kind, only_surname_agrees
from docscheck.checkers.evidence import is_adult, is_firm, where_is
from docscheck.document import Document, Field, Folder, Source
from docscheck.finding import Context, Issue, Kind, Param, Personal, Term
from docscheck.one_person import ACCOUNT, Speakers, Student, agree, find_student
from docscheck.persons import Person, bears_name

ID = "account-holder"
RULES = frozenset({"bank.holder", "bank.joint_account"})
_SURE = (Holder.PARENT, Holder.RELATIVE, Holder.OTHER)
_SPOKEN = {
    Holder.PARENT: "parent",
    Holder.RELATIVE: "relative",
    Holder.SURNAME: "surname",
    Holder.MARRIED: "married",
    Holder.COMPANY: "company",
    Holder.MISSPELT: "misspelt",
}
_PARENTS = ("father_name", "mother_name")
_WHOLE_NAME = 2


class Settings(Struct, frozen=True):
    """Which documents tell who the student is, as in `same_person`, and what nobody is called."""

    reference: tuple[str, ...] = ("passport", "national_id_card", "residence_permit", "visa")
    shared: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    """Words, in lower case, of companies, associations and banks."""
    min_confidence: float = 0.9
    """0 to 1; a reading at least this sure, or a proven one, can make a failure."""


class _Matter(Struct, frozen=True):
    folder: Folder
    settings: Settings
    context: Context
    found: Student

    @property
    def known_as(self) -> tuple[Person, ...]:
        """The student as each document that agrees writes the name.

        Not where it gives the surname alone: a father bears that, too.
        """
        student = self.found.person
        return tuple(
            p
            for p in self.found.people
            if p.name and agree(p, student) and not only_surname_agrees(student, p.name)
        )

    @property
    def parents(self) -> tuple[str, ...]:
        """The names that records of the student give the parents."""
        own = {p.document.id for p in self.known_as}
        return tuple(
            value
            for document in self.folder.documents
            if document.id in own
            for name in _PARENTS
            if (value := document.value(name))
        )


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield an issue for each account that is not the student's alone."""
    speakers = Speakers(settings.reference, settings.shared, settings.exempt)
    found = find_student(subject, speakers, context.today)
    if found is None:
        return
    matter = _Matter(subject, settings, context, found)
    for document in subject.documents:
        if document.type == ACCOUNT and matter.known_as:
            yield from _account(document, matter)


def _account(document: Document, matter: _Matter) -> Iterator[Issue]:
    holder = document.field("holder")
    borne = any(bears_name(document, person) for person in matter.known_as)
    if holder is None:
        if not borne:
            where = where_is(document)
            yield Issue("bank.holder", Kind.UNCHECKED, where, "unread", document=document.id)
        return
    names = (holder.value, *holder.alternatives)
    companies = frozenset(matter.settings.companies)
    what = holder_kind(matter.known_as, names, matter.parents, companies)
    if what is Holder.STUDENT or (what is Holder.MISSPELT and holder.source is Source.OCR):
        # A letter or two of one word on a picture: the reader's slip far sooner than a namesake.
        return
    if what is Holder.JOINT:
        yield _issue("bank.joint_account", Kind.FAIL, "", document, holder, matter)
        return
    certain = what in _SURE and not borne and _is_certain(holder, document, matter)
    if what is Holder.PARENT and is_adult(matter.found.person.document, matter.context) is False:
        certain = False
    kind = Kind.FAIL if certain else Kind.REVIEW
    yield _issue("bank.holder", kind, _SPOKEN.get(what, ""), document, holder, matter)


def _is_certain(holder: Field, document: Document, matter: _Matter) -> bool:
    student = matter.found.person
    whole = len(holder.value.split()) >= _WHOLE_NAME
    return (
        whole
        and matter.found.sure
        and _firm(holder, document, matter)
        and _firm(student.name_field, student.document, matter)
    )


def _firm(field: Field | None, document: Document, matter: _Matter) -> bool:
    """Whether a value is read for certain; other readings of a holder were compared as well."""
    if field is None:
        return False
    alone = replace(field, alternatives=()) if field.name == "holder" else field
    return is_firm(alone, document, matter.folder, matter.settings.min_confidence)


def _issue(
    rule: str, kind: Kind, case: str, document: Document, holder: Field, matter: _Matter
) -> Issue:
    params: dict[str, Param] = {
        "holder": Personal("holder", holder.value),
        "expected": Personal("surname", matter.found.person.name),
        "reference": Term("type", matter.found.person.document.type or ""),
    }
    return Issue(rule, kind, where_is(document, holder), case, params, document.id)

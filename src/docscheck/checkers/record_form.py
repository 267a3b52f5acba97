"""Which form of record is it, where the form asks for something more?

Asks: is it a form that is accepted together with something else, or in place of something else?
Why: the multilingual form of the European Union goes with the record it was made from; a consular
record counts with stamp, signature and the signatory's office; OFPRA's certificate replaces the
foreign record; of a family record book several pages are needed.
Advice only: the form is accepted. Nothing is said of full copies and extracts.
Source: ameli.fr, several years (accepted records); EU regulation 2016/1191, article 8;
`domain.md` §1.4, §2.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.civil_records import state_of
from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "record-form"
RULES = frozenset({"civil_status.form"})

_BOOK = "family_record_book"
_FRANCE = "FRA"


class Settings(Struct, frozen=True):
    """Marks of the forms of which something is said, the one that says most first."""

    forms: tuple[str, ...] = ("ofpra", "eu_form", "consular_act")
    book: str = "family_book"
    """What a family record book counts as."""
    with_record: tuple[str, ...] = ("eu_form",)
    """Forms that go with a record: nothing is said when one stands in the folder."""
    records: tuple[str, ...] = ("extract", "full_copy")
    """Marks of such a record."""
    foreign: tuple[str, ...] = ("consular_act",)
    """Forms of which nothing is said when France's own consulates drew them up."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one piece of advice for a record of such a form."""
    form = settings.book if subject.type == _BOOK else _form(subject, settings)
    if form in settings.foreign and state_of(subject) == _FRANCE:
        return
    beside = (d for d in folder.documents if d.id != subject.id and d.type == subject.type)
    marks = {mark for d in (subject, *beside) for mark in d.marks}
    if form in settings.with_record and marks.intersection(settings.records):
        return
    if form is not None:
        yield Issue("civil_status.form", Kind.REVIEW, where_is(subject), form, {}, subject.id)


def _form(subject: Document, settings: Settings) -> str | None:
    return next((mark for mark in settings.forms if mark in subject.marks), None)

"""Is it the form of record that students of this country send in vain?

Asks: from which country is the record, and does it have the form that is usually sent back: the
short certificate, the hospital's paper, a judgment without the record, half of a Korean set?
Why: each country has forms that are no record, or that leave out what France needs; a student is
told so only weeks later. Practice, not law: advice, and a warning where the form was recognised.
Passes: a record that has what the usual form lacks (parents, French text, the notary's words); a
country without a known trap. The country is the one the record names; failing that the student's
own, if the record is in one of its languages.
Source: `domain.md` §1.5; each trap carries its own in the rule file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from docscheck.checkers.civil_records import (
    FRENCH,
    RECORDS,
    is_french,
    languages_of,
    names_parents,
    nationality,
    state_of,
    translations,
)
from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Term

ID = "usual-trap"
RULES = frozenset({"civil_status.usual_trap", "civil_status.trap_form"})

_PARENTS, _IN_FRENCH, _SWORN = "parents", "french", "sworn"
_ANY_COUNTRY = "*"
_ACCEPTED_TRANSLATORS = ("french_sworn", "french_consulate")


class Trap(Struct, frozen=True):
    """One form that is usually sent in vain; its sentences are told by `name`."""

    name: str
    countries: tuple[str, ...]
    """ISO 3166 alpha-3; `*` for any."""
    source: str
    as_of: date
    confidence: Literal["M", "L"]
    languages: tuple[str, ...] = ()
    """ISO 639-1; of a record that does not name its state, for a national of these countries."""
    seen: tuple[str, ...] = ()
    """Marks that show the form itself: one of them is a warning."""
    settled: tuple[str, ...] = ()
    """What shows another form: `parents`, `french` (text or translation), `sworn` (a translator
    that France accepts), or a mark of any record in the folder."""
    advise: bool = True
    """Whether it is worth telling before the form was recognised."""


class Settings(Struct, frozen=True):
    """The traps, in the order in which they are told."""

    traps: tuple[Trap, ...] = ()


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield the traps whose form was recognised, else those worth a word for this country."""
    facts = _facts(subject, folder)
    for trap in settings.traps:
        country = _country(subject, trap, context)
        if country is None or facts.intersection(trap.settled):
            continue
        seen = frozenset(subject.marks).intersection(trap.seen)
        if not seen and not trap.advise:
            continue
        rule = "civil_status.trap_form" if seen else "civil_status.usual_trap"
        params = {} if country == _ANY_COUNTRY else {"country": Term("state", country)}
        yield Issue(rule, Kind.REVIEW, where_is(subject), trap.name, params, subject.id)


def _country(record: Document, trap: Trap, context: Context) -> str | None:
    """Give the country for which the trap concerns the record, `*` when it concerns any."""
    if _ANY_COUNTRY in trap.countries:
        return _ANY_COUNTRY
    told = state_of(record)
    if told is None and languages_of(record).intersection(trap.languages):
        told = nationality(context)
    return told if told in trap.countries else None


def _facts(record: Document, folder: Folder) -> frozenset[str]:
    """Gather what is known of the record and of all that stands beside it."""
    beside = tuple(translations(folder))
    facts = {mark for d in folder.documents if d.type in RECORDS for mark in d.marks}
    facts -= {_PARENTS}
    if any(names_parents(document) for document in (record, *beside)):
        facts.add(_PARENTS)
    french = FRENCH in languages_of(record) or any(is_french(document) for document in beside)
    if french or "multilingual" in record.marks:
        facts.add(_IN_FRENCH)
    if any(frozenset(d.marks).intersection(_ACCEPTED_TRANSLATORS) for d in beside):
        facts.add(_SWORN)
    return frozenset(facts)

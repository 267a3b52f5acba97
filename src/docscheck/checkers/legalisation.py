"""May the record need an apostille or a legalisation?

Asks: from which country is the record, and what do conventions with France say of its records?
Why: some offices ask for it, others take a plain copy. Advice only, with its date and the pointer
to the foreign ministry's table, which changes: Canada asked for a legalisation until January 2024,
China until November 2023, Vietnam until September 2026.
Passes: exempt countries, records that bear an apostille, multilingual and consular ones, and
records whose country is not known: no advice is better than a wrong one.
Source: CIEC conventions of 1957 and 1977, Brussels convention of 1987 (gisti.org, art. 2144, 2013);
EU regulation 2016/1191; Hague convention of 5 October 1961, table of the depositary (verdragen.nl,
2026-01-14); bilateral agreements (`domain.md` §1.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.checkers.civil_records import (
    FRENCH,
    languages_of,
    nationality,
    state_of,
)
from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "legalisation"
RULES = frozenset({"civil_status.legalisation"})

_APOSTILLE = "apostille"
"""Type of the sheet that bears one."""


class Settings(Struct, frozen=True):
    """Which countries need nothing, and which an apostille; the others a legalisation."""

    exempt: tuple[str, ...] = ()
    """ISO 3166 alpha-3 of countries with a waiver, France included."""
    apostille: tuple[str, ...] = ()
    """Of countries for which the Hague convention is in force with France."""
    as_of: date = date(2026, 1, 14)
    """Day on which these lists were last checked; the advice says it."""
    exempt_marks: tuple[str, ...] = ("multilingual", "apostille", "consular_act", "ofpra")


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield advice for a record of a country without a waiver."""
    country = _country(subject, settings, context)
    marked = frozenset(subject.marks).intersection(settings.exempt_marks)
    done = any(document.type == _APOSTILLE for document in folder.documents)
    if country is None or country in settings.exempt or marked or done:
        return
    case = "apostille" if country in settings.apostille else ""
    params: dict[str, Param] = {
        "country": Term("state", country),
        "date": settings.as_of,
    }
    where = where_is(subject)
    yield Issue("civil_status.legalisation", Kind.REVIEW, where, case, params, subject.id)


def _country(subject: Document, settings: Settings, context: Context) -> str | None:
    """Give the state the record names, else the student's own unless it was rather drawn up in
    France: in French, for the national of a country that writes its records otherwise.
    """
    told, own = state_of(subject), nationality(context)
    if told is None and languages_of(subject) == {FRENCH} and own in settings.apostille:
        return None
    return told or own

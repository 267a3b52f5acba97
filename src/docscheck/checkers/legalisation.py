"""May the record need an apostille or a legalisation?

Asks: from which country is the record, and is that country exempt by a convention?
Why: some offices ask for it, others take a plain copy. Advice only, with the pointer to the foreign
ministry's table, which changes.
Passes: exempt countries, and records whose country is not known: no advice is better than a wrong
one. Source: CIEC conventions of 1957 and 1977, Brussels convention of 1987 (gisti.org, art. 2144,
2013); EU regulation 2016/1191; bilateral agreements (`domain.md` §1.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "legalisation"
RULES = frozenset({"civil_status.legalisation"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Which countries need nothing."""

    exempt: tuple[str, ...] = ()
    """ISO 3166 alpha-3 of countries with a waiver, France included."""
    exempt_marks: tuple[str, ...] = ("multilingual", "apostille", "consular")


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield advice for a record of a country without a waiver."""
    country = _country(subject, context)
    marked = frozenset(subject.marks).intersection(settings.exempt_marks)
    if country is None or country in settings.exempt or marked:
        return
    params = {"country": country}
    where = where_is(subject)
    yield Issue("civil_status.legalisation", Kind.REVIEW, where, "", params, subject.id)


def _country(document: Document, context: Context) -> str | None:
    printed = document.value("issuing_state")
    if printed:
        return printed
    known = context.profile.get("nationality")
    return str(known.value) if known is not None and known.value else None

"""Was the translation made by a translator sworn in before a French court?

Asks: does the translation carry the words of such a translator ("expert près la cour d'appel")?
Why: translations made abroad were refused by some officers and taken by others (forum-assures
1696940); hence a warning, and review.
Passes: French court wording; a translation certified by a French embassy or consulate; a
translation of another paper than a record, which nobody asked for.
Source: `domain.md` §1.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.civil_records import translations
from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "sworn-translator"
RULES = frozenset({"civil_status.translator"})


class Settings(Struct, frozen=True):
    """What shows a translator that France accepts."""

    marks: tuple[str, ...] = ("french_sworn", "french_consulate")
    abroad_mark: str = "made_abroad"
    """Mark of a notary or an agency of another country."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue when none of the marks was found."""
    accepted = frozenset(subject.marks).intersection(settings.marks)
    if accepted or subject not in translations(folder):
        return
    case = "abroad" if settings.abroad_mark in subject.marks else ""
    yield Issue("civil_status.translator", Kind.REVIEW, where_is(subject), case, {}, subject.id)

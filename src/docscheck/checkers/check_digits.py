"""Do the machine-readable lines agree with themselves?

Asks: does every check digit hold (ICAO 9303-3 clause 4.9)?
Why: a line that contradicts itself was misread, damaged or badly copied, and the officer's reader
will stumble over it too. docscheck does not say why it is wrong.
Fails: on a text layer, or when the reader was certain of every character. Review: otherwise, for
one misread character breaks a digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Document, Folder, Mrz, Source
from docscheck.finding import Context, Issue, Kind, Term, Where

ID = "check-digits"
RULES = frozenset({"mrz.check_digit"})


class Settings(Struct, frozen=True):
    """When the reader counts as certain."""

    min_confidence: float = 0.97
    """Of the zone, before the check digits; a wrong character in 44 is then unlikely."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue that names everything the check digits contradict."""
    zone = subject.mrz
    if zone is None or zone.proven:
        return
    wrong = [digit.name for digit in zone.check_digits if not digit.holds]
    sure = zone.source is Source.TEXT_LAYER or zone.confidence >= settings.min_confidence
    params = {"fields": tuple(Term("field", name) for name in wrong)}
    kind = Kind.FAIL if sure and wrong else Kind.REVIEW
    case = "" if wrong else "none"
    yield Issue("mrz.check_digit", kind, _where(subject, zone), case, params, subject.id)


def _where(document: Document, zone: Mrz) -> Where:
    path = next((p.path for p in document.parts if p.part.mrz == zone), None)
    return Where(path, zone.page, zone.box)

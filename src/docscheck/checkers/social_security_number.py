"""Is the social security number well formed, and is it the final one?

Asks: does the two-digit key hold; does the number begin with 7 or 8?
Why: a number with a wrong key was misread or mistyped. A number that begins with 7 or 8 is
provisional (NIA): good for refunds, not for an ameli account or a carte Vitale.
Source: INSEE, structure of the NIR (key: 97 less the number modulo 97; 2A counts as 19, 2B as 18);
ameli.fr, "né à l'étranger" (2025-04).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.checkers.evidence import kind_of, where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Personal
from docscheck.readers.nir import is_provisional, is_valid

ID = "social-security-number"
RULES = frozenset({"nir.key", "nir.provisional"})

_LENGTH = 15
"""With its key; thirteen digits without one cannot be checked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """When a number counts as read for certain."""

    min_confidence: float = 0.95


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a wrong key, or one for a provisional number."""
    found = subject.field("nir")
    if found is None or len(found.value) != _LENGTH:
        return
    where, params = where_is(subject, found), {"nir": Personal("nir", found.value)}
    if not is_valid(found.value):
        kind = kind_of(found, subject, folder, settings.min_confidence)
        yield Issue("nir.key", kind, where, "", params, subject.id)
    elif is_provisional(found.value):
        yield Issue("nir.provisional", Kind.FAIL, where, "", params, subject.id)

"""Is a paper given while a permit is being made all that proves the stay?

Asks: is it a récépissé, a certificate of prolonged instruction, a provisional authorisation, a
favourable decision, or only the proof that a request was filed; and is there a visa or permit that
is still valid?
Why: the portal names the visa and the permit. Whether it takes the papers in between is not
documented, and offices differ; the paper of a mere filing gives no right to stay at all.
Passes: beside a visa or permit that is valid today; a récépissé of the states whose nationals the
portal's guides send with one (Algeria); any such paper of a refugee or protected person.
Source: CESEDA R431-12 and R431-15-1; puy-de-dome.gouv.fr (2024); `domain.md` §2.2, §9.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import day, where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "provisional-stay"
RULES = frozenset({"validity.provisional_stay"})


class Settings(Struct, frozen=True):
    """Kinds of such papers, and what makes them enough."""

    kinds: tuple[str, ...] = (
        *("favourable", "prolongation", "provisional_authorisation", "recepisse", "filed"),
    )
    """Marks that tell the paper, the one that says most first; each has its sentence."""
    enough: tuple[str, ...] = ("visa", "residence_permit")
    """Types that prove the stay while they are valid."""
    taken_from: tuple[str, ...] = ("DZA",)
    """ISO 3166 alpha-3 of nationals of whom these papers are taken,"""
    taken: tuple[str, ...] = ("recepisse", "prolongation")
    """and which of them."""
    taken_in: tuple[str, ...] = ("refugee",)
    """Situations in which all of them are taken."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a paper that stands alone."""
    kind = next((mark for mark in settings.kinds if mark in subject.marks), "")
    if _is_taken(kind, settings, context) or any(
        _is_valid(d, settings, context) for d in folder.documents
    ):
        return
    yield Issue("validity.provisional_stay", Kind.REVIEW, where_is(subject), kind, {}, subject.id)


def _is_taken(kind: str, settings: Settings, context: Context) -> bool:
    nationality, situation = (context.profile.get(name) for name in ("nationality", "situation"))
    if situation is not None and situation.value in settings.taken_in:
        return True
    from_there = nationality is not None and nationality.value in settings.taken_from
    return from_there and kind in settings.taken


def _is_valid(document: Document, settings: Settings, context: Context) -> bool:
    last = day(document.value("expiry_date") or "")
    return document.type in settings.enough and last is not None and last >= context.today

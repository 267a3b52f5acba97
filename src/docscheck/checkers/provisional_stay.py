"""Is a paper given while a permit is being made all that proves the stay?

Asks: is it a récépissé, a certificate of prolonged instruction, a provisional authorisation, a
favourable decision, or only the proof that a request was filed; and is there a visa or permit that
is still valid?
Why: the portal names the visa and the permit. Whether it takes the papers in between is not
documented, and offices differ; the paper of a mere filing gives no right to stay at all.
Passes: beside a visa or permit that is valid today; a récépissé of the states whose nationals the
portal's guides send with one (Algeria).
Source: CESEDA R431-12 and R431-15-1; puy-de-dome.gouv.fr (2024); `domain.md` §2.2, §9.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.checkers.evidence import day, where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "provisional-stay"
RULES = frozenset({"validity.provisional_stay"})


@dataclass(frozen=True, slots=True)
class Settings:
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


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a paper that stands alone."""
    kind = next((mark for mark in settings.kinds if mark in subject.marks), "")
    known = context.profile.get("nationality")
    taken = known is not None and known.value in settings.taken_from and kind in settings.taken
    if taken or any(_is_valid(d, settings, context) for d in folder.documents):
        return
    yield Issue("validity.provisional_stay", Kind.REVIEW, where_is(subject), kind, {}, subject.id)


def _is_valid(document: Document, settings: Settings, context: Context) -> bool:
    last = day(document.value("expiry_date") or "")
    return document.type in settings.enough and last is not None and last >= context.today

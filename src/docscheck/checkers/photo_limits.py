"""What does the check of the ID photo leave open? It says so, once for each photo.

Not checked, because no measure of ours is sure enough or none could be: glasses and their
reflections, expression and closed eyes, hair or a head covering over the face, how old the picture
is and whether it resembles the holder. Whose face it is, nobody asks: no face is compared with
another. Said as information, only at the carte Vitale stage, only of a document taken for a photo.
Source: passeport.ants.gouv.fr (2024-09-30), service-public.fr F10619, `domain.md` §3.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_at_stage, where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind

ID = "photo-limits"
RULES = frozenset({"photo.not_checked"})


class Settings(Struct, frozen=True):
    """When to say it."""

    stages: tuple[str, ...] = ("vitale-card",)
    """Stages at which a photo is asked for."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield the one thing to say of every ID photo."""
    if is_at_stage(context, settings.stages):
        where = where_is(subject)
        yield Issue("photo.not_checked", Kind.UNCHECKED, where, document=subject.id)

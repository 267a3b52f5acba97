"""Are both sides of a card there?

Asks: does a two-sided card (identity card, residence permit) come with front and back?
Why: number, address and machine-readable lines are on different sides; a card with one side is
sent back. Source: univ-cotedazur.fr ("recto-verso"); `domain.md` §2.2 and §7.
Fails when the side that is there was well read, so that the other is surely not; review otherwise.
Passes: both sides on one page, in one file, or in two files (`one_document_one_file` then says so).
How it can be wrong: booklets and old paper cards, whose sides are hard to tell: review at most.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder, Side, Standing
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "sides"
RULES = frozenset({"document.side_missing"})


class Settings(Struct, frozen=True):
    """When one side counts as well read."""

    two_sided: bool = True
    """Whether this type has two sides to show."""
    min_fields: int = 2
    """Values read from the side that is there."""
    min_confidence: float = 0.8
    """Of each of them."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue when only one side of a card is there."""
    missing = _missing(subject.sides) if settings.two_sided else None
    if missing is None or subject.type is None:
        return
    kind = Kind.FAIL if _is_well_read(subject, settings) else Kind.REVIEW
    params: dict[str, Param] = {
        "type": Term("type", subject.type),
        "side": Term("word", f"side_{missing}"),
    }
    yield Issue("document.side_missing", kind, where_is(subject), "", params, subject.id)


def _missing(sides: frozenset[Side]) -> Side | None:
    if Side.BOTH in sides or {Side.FRONT, Side.BACK} <= sides:
        return None
    if Side.FRONT in sides:
        return Side.BACK
    return Side.FRONT if Side.BACK in sides else None


def _is_well_read(document: Document, settings: Settings) -> bool:
    fields = document.fields
    if any(found.standing is Standing.PROVEN for found in fields):
        return True
    sure = [f for f in fields if f.confidence >= settings.min_confidence]
    return len(sure) >= settings.min_fields

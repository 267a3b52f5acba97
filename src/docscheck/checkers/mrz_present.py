"""Are the machine-readable lines on the page?

Asks: was the zone of letters and `<` found on a document that carries one (ICAO 9303-4 to -7)?
Why: the officer copies the number and dates from it; on photos it is what gets cut off first.
Fails when the bottom of the page is cut, by its print or by the shape of what is left; otherwise
review: our eyes may be the worse ones.
Passes: a card of which only the other side is there; `sides` judges that.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import pages_of, where_is
from docscheck.document import Document, Folder, Page, Side
from docscheck.finding import Context, Issue, Kind, Term

ID = "mrz-present"
RULES = frozenset({"mrz.missing"})


class Settings(Struct, frozen=True):
    """Where the zone is."""

    side: str = "whole"
    """`front`, `back` or, for papers without sides, `whole`; `any` when it depends on the issue."""
    max_ratio: float = 0.0
    """Width over height of a picture beyond which part of the page must be missing; 0: any."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue when the zone should be visible and is not."""
    if subject.mrz is not None or not _should_show(subject.sides, settings.side):
        return
    cut = any(_is_cut(page, settings.max_ratio) for _, page in pages_of(subject, folder))
    kind, case = (Kind.FAIL, "cut") if cut else (Kind.REVIEW, "")
    params = {"type": Term("type", subject.type or "other")}
    yield Issue("mrz.missing", kind, where_is(subject), case, params, subject.id)


def _is_cut(page: Page, max_ratio: float) -> bool:
    if "bottom" in (page.measures.cut_edges or ()):
        return True
    return 0 < max_ratio * page.height_px < page.width_px


def _should_show(sides: frozenset[Side], side: str) -> bool:
    if side == "whole":
        return True
    if side == "any":
        return Side.BOTH in sides or {Side.FRONT, Side.BACK} <= sides
    return bool({Side.BOTH, Side.WHOLE, Side(side)} & sides)

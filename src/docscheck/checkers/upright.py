"""Does the page stand upright and straight?

Asks: did the page have to be turned to be read, or is it photographed at an angle?
Why: the officer sees the page as it was sent. A warning: a turned page can be turned back.
Passes: a lean of a few degrees, and a picture whose own orientation mark (EXIF) puts it right.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile, Page
from docscheck.finding import Context, Issue, Kind, Where

ID = "upright"
RULES = frozenset({"quality.rotated"})


class Settings(Struct, frozen=True):
    """How far a page may lean."""

    max_skew_deg: float = 10.0


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each page that lies on its side, stands on its head or leans."""
    for page in subject.examined.pages:
        where = Where(subject.file.path, page.number)
        params = {"page": page.number}
        if page.turn_deg:
            yield Issue("quality.rotated", Kind.FAIL, where, params=params)
        elif _leans(page, settings.max_skew_deg):
            yield Issue("quality.rotated", Kind.FAIL, where, "skew", params)


def _leans(page: Page, max_skew_deg: float) -> bool:
    skew = page.measures.skew_deg
    return skew is not None and abs(skew) > max_skew_deg

"""Is the page a picture of the paper, or a picture of a screen?

Asks: was the file made by a screen capture, or photographed off a screen?
Why: such copies are cut, coarse or striped, and officers ask for the paper or the original file.
Passes: scans, photos of paper, PDFs made by a computer.
How it can be wrong: fine printed patterns (security backgrounds) resemble a screen's; the threshold
is set above them, and the finding is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile, Origin, Page
from docscheck.finding import Context, Issue, Kind, Where

ID = "screenshot"
RULES = frozenset({"quality.screenshot"})


class Settings(Struct, frozen=True):
    """When a pattern betrays a screen."""

    max_moire: float = 0.5
    """Strength of a periodic pattern, 0 to 1."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each page that shows a screen."""
    for page in subject.examined.pages:
        where = Where(subject.file.path, page.number)
        if page.origin is Origin.SCREENSHOT:
            yield Issue("quality.screenshot", Kind.FAIL, where)
        elif _shows_a_screen(page, settings.max_moire):
            yield Issue("quality.screenshot", Kind.REVIEW, where, "photo")


def _shows_a_screen(page: Page, max_moire: float) -> bool:
    moire = page.measures.moire
    return page.origin is Origin.PHOTO and moire is not None and moire > max_moire

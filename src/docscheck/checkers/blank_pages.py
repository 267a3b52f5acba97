"""Is there anything on each page?

Asks: does a page carry ink or words?
Why: a blank page in a scan usually means that a side was scanned the wrong way round.
Passes: a page with a few words, or one whose ink was not measured.
How it can be wrong: a page with a faint stamp only; hence a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_blank
from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Where

ID = "blank-pages"
RULES = frozenset({"quality.blank_page"})


class Settings(Struct, frozen=True):
    """When a page counts as blank."""

    max_ink: float = 0.002
    """Share of dark pixels."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each blank page, or a single one when the whole file is blank."""
    pages = subject.examined.pages
    blank = [page for page in pages if is_blank(page, settings.max_ink)]
    path = subject.file.path
    if pages and len(blank) == len(pages):
        yield Issue("quality.blank_page", Kind.FAIL, Where(path), "all")
        return
    for page in blank:
        where = Where(path, page.number)
        yield Issue("quality.blank_page", Kind.FAIL, where, params={"page": page.number})

"""Is there anything on each page?

Asks: does a page carry ink or words?
Why: a blank page in a scan usually means that a side was scanned the wrong way round. A sheet that
shows a heading and nothing else is an empty form, or a page whose text a reflection, an empty
cartridge or the wrong side of the paper has swallowed.
Passes: a page with a few words that was recognised, or one whose ink was not measured.
Review: a sheet of no known kind on which a few words were read, and read well, or which is mostly
white.
How it can be wrong: a page with a faint stamp only; a cover or an envelope; hence a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_blank
from docscheck.document import ExaminedFile, Page
from docscheck.finding import Context, Issue, Kind, Where

ID = "blank-pages"
RULES = frozenset({"quality.blank_page"})


class Settings(Struct, frozen=True):
    """When a page counts as blank."""

    max_ink: float = 0.002
    """Share of dark pixels."""
    few_words: int = 25
    """A sheet of no known kind with no more words than a letterhead is all but empty."""
    sheet_ratio: tuple[float, float] = (0.55, 0.85)
    """Width over height of a sheet of paper; a card may have few words."""
    min_confidence: float = 0.7
    """Fewer words than there are were read of a page read worse: `legibility` judges it."""
    thin_ink: float = 0.008
    """Share of dark pixels up to which a sheet is mostly white, however its words were read."""
    thin_words: int = 40
    """Such a sheet with no more words is all but empty, too."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each blank page, or a single one when the whole file is blank."""
    pages = subject.examined.pages
    blank = [page for page in pages if is_blank(page, settings.max_ink)]
    path = subject.file.path
    if pages and len(blank) == len(pages):
        yield Issue("quality.blank_page", Kind.FAIL, Where(path), "all")
        return
    for page in pages:
        where, params = Where(path, page.number), {"page": page.number}
        if page in blank:
            yield Issue("quality.blank_page", Kind.FAIL, where, params=params)
        elif _is_all_but_empty(page, settings):
            yield Issue("quality.blank_page", Kind.REVIEW, where, "nearly", params)


def _is_all_but_empty(page: Page, settings: Settings) -> bool:
    measures, (narrow, wide) = page.measures, settings.sheet_ratio
    is_sheet = page.height_px > 0 and narrow <= page.width_px / page.height_px <= wide
    nothing_else = page.classification.type is None and page.script is None and not page.faces
    was_read = (measures.ocr_confidence or 0.0) >= settings.min_confidence
    words = measures.word_count or 0
    few = was_read and words <= settings.few_words
    # Less ink than a blank page has, and words: that is faint print.
    thin = measures.ink is not None and settings.max_ink < measures.ink <= settings.thin_ink
    return (
        is_sheet and nothing_else and words > 0 and (few or (thin and words <= settings.thin_words))
    )

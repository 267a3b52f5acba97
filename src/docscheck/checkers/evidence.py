"""How far can a value or a page be trusted, and where does it stand?

Shared by the checkers; not one of them. The rule behind it (`product.md`, "What is judged"): only
a proven fact, or one read with high confidence, makes an error; everything else is for review.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from docscheck.document import (
    Document,
    Field,
    Folder,
    Origin,
    Page,
    PlacedPart,
    Source,
    Standing,
)
from docscheck.finding import Context, Kind, Where

_TONES = 0.1
"""Contrast, 0 to 1, that noise and shading of an empty sheet do not reach."""
HIGH_CONFIDENCE = 0.9
"""From here on a reading of OCR is called firm."""
ADULT_YEARS = 18
_ACADEMIC_YEAR_ENDS = (8, 31)
_ACADEMIC_YEAR_TURNS = 7
"""`domain.md` §2.3: 1 September to 31 August; from July on the coming year is meant."""
_DECEMBER = 12
_YEAR, _MONTH = 4, 7
"""Lengths of `2026` and `2026-09`."""


def pages_of(document: Document, folder: Folder) -> Iterator[tuple[str, Page]]:
    """Yield path and page of everything the document consists of."""
    for placed in document.parts:
        for number in placed.part.pages:
            page = folder.page(placed.path, number)
            if page is not None:
                yield placed.path, page


def is_at_stage(context: Context, stages: Sequence[str]) -> bool:
    """Whether the person is at one of these stages of the procedure."""
    stage = context.profile.get("stage")
    return stage is not None and stage.value in stages


def where_is(document: Document, found: Field | None = None) -> Where:
    """Give the address of a field, or of the document's first page."""
    if found is not None:
        placed = _part_of(document, found)
        if placed is not None:
            return Where(placed.path, found.page, found.box)
    if not document.parts:
        return Where()
    first = document.parts[0]
    return Where(first.path, min(first.part.pages, default=None))


def kind_of(
    found: Field, document: Document, folder: Folder, min_confidence: float = HIGH_CONFIDENCE
) -> Kind:
    """Say whether what is wrong with this value is a failure, or only worth a look."""
    return Kind.FAIL if is_firm(found, document, folder, min_confidence) else Kind.REVIEW


def is_firm(
    found: Field, document: Document, folder: Folder, min_confidence: float = HIGH_CONFIDENCE
) -> bool:
    """Whether a value is proven, printed by a computer in the file itself, or read for certain."""
    if found.standing is Standing.GUESSED or found.alternatives:
        return False
    if found.standing is Standing.PROVEN or _is_own_text(found, document, folder):
        return True
    return found.confidence >= min_confidence


def is_blank(page: Page, max_ink: float) -> bool:
    """Whether nothing is on the page: no ink, and no tones either, as blur leaves them.

    A page that was recognised shows something, black as it may be. Ink is not measured on a page
    made by a computer; there no word at all, found by looking, says as much.
    """
    measures = page.measures
    if measures.word_count or page.classification.type is not None:
        return False
    if measures.ink is not None:
        return measures.ink <= max_ink and (measures.contrast or 0.0) < _TONES
    return measures.word_count == 0 and page.text_read and page.origin is Origin.BORN_DIGITAL


def is_well_read(page: Page, min_words: int, min_confidence: float) -> bool:
    """Whether so much of the page was read that what was not found is probably not there."""
    words = page.measures.word_count
    if not page.text_read or words is None or words < min_words:
        return False
    if page.text_source is Source.TEXT_LAYER:
        return True
    confidence = page.measures.ocr_confidence
    return confidence is not None and confidence >= min_confidence


def day(value: str) -> date | None:
    """Turn an ISO date into a day, a shortened one (`2026-09`, `2026`) into its last day."""
    try:
        if len(value) == _YEAR:
            return date(int(value), _DECEMBER, 31)
        if len(value) == _MONTH:
            return _last_day(int(value[:_YEAR]), int(value[_YEAR + 1 :]))
        return date.fromisoformat(value)
    except ValueError:
        return None


def months_later(start: date, months: int) -> date:
    """Give the same day `months` later, or the last of that month when it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = _last_day(year, month + 1)
    return last.replace(day=min(start.day, last.day))


def academic_year_end(today: date) -> date:
    """Give the last day of the academic year somebody registers for today.

    >>> academic_year_end(date(2026, 6, 30)), academic_year_end(date(2026, 7, 1))
    (datetime.date(2026, 8, 31), datetime.date(2027, 8, 31))
    """
    return date(today.year + (today.month >= _ACADEMIC_YEAR_TURNS), *_ACADEMIC_YEAR_ENDS)


def is_adult(document: Document, context: Context) -> bool | None:
    """Whether the holder is 18 today; `None` when no birth date is known."""
    known = context.profile.get("birth_date")
    value = known.value if known is not None else None
    born = day(str(value)) if value else day(document.value("birth_date") or "")
    return None if born is None else months_later(born, ADULT_YEARS * 12) <= context.today


def _last_day(year: int, month: int) -> date:
    following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _part_of(document: Document, found: Field) -> PlacedPart | None:
    holding = [p for p in document.parts if found in p.part.fields]
    return next(iter(holding), None)


def _is_own_text(found: Field, document: Document, folder: Folder) -> bool:
    """Whether the value stands in the file as text; the layer under a scan is somebody's OCR."""
    if found.source in (Source.BARCODE, Source.EMBEDDED):
        return True
    placed = _part_of(document, found)
    if found.source is not Source.TEXT_LAYER or placed is None:
        return False
    page = folder.page(placed.path, found.page)
    return page is not None and page.origin is Origin.BORN_DIGITAL

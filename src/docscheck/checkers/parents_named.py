"""Does the birth record name the parents?

Asks: were parents' names, or the words that announce them, found on the record or its translation?
Why: an extract without parents (sans filiation) is the commonest reason for a stuck file; accepted
are the full copy and the extract with filiation (seed L107-111; ameli.fr, several years).
Fails: the record says itself that it leaves them out; or the page was read well, name and birth
date included, in a language whose words for father and mother docscheck knows, and neither words
nor names were there. Review: anything less.
How it can be wrong: a layout without labels; then a full copy is only for review.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.civil_records import form_of, names_parents
from docscheck.checkers.evidence import is_well_read, pages_of, where_is
from docscheck.document import Document, Folder, Source
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "parents-named"
RULES = frozenset({"civil_status.no_parents"})


class Settings(Struct, frozen=True):
    """What shows the parents, and when the page was read well."""

    without_marks: tuple[str, ...] = ("without_filiation", "short_form")
    """The record says itself that it leaves the parents out."""
    extract_marks: tuple[str, ...] = ("extract",)
    """An extract may leave them out; needed for a fail where the page was read by OCR."""
    doubt_marks: tuple[str, ...] = ("full_copy", "multilingual")
    """Such a record names the parents by its nature; their absence is rather ours."""
    translations: tuple[str, ...] = ("sworn_translation",)
    """Types that may name them in its place."""
    languages: tuple[str, ...] = ("fr", "en", "es", "pt", "it", "de", "nl", "ro", "pl")
    """ISO 639-1; languages whose words for the parents the rule file knows."""
    essentials: tuple[str, ...] = ("surname", "given_names", "holder")
    """One of them and the birth date must have been read: else lines of the record are lost."""
    min_words: int = 15
    min_confidence: float = 0.75
    """Mean OCR confidence of the page."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a record on which no parents were found."""
    beside = [d for d in folder.documents if d.type in settings.translations]
    if any(names_parents(document) for document in (subject, *beside)):
        return
    sure = _is_sure(subject, folder, settings)
    kind = Kind.FAIL if sure else Kind.REVIEW
    form = form_of(subject)
    case, params = ("form", _named(form)) if form else ("", {})
    yield Issue("civil_status.no_parents", kind, where_is(subject), case, params, subject.id)


def _named(form: str) -> dict[str, Param]:
    return {"form": Term("word", f"form_{form}")}


def _is_sure(document: Document, folder: Folder, settings: Settings) -> bool:
    marks = frozenset(document.marks)
    if marks.intersection(settings.without_marks):
        return True
    if marks.intersection(settings.doubt_marks) or not _in_known_language(document, settings):
        return False
    if not document.field("birth_date") or not any(map(document.field, settings.essentials)):
        return False
    pages = [page for _, page in pages_of(document, folder)]
    typeset = all(page.text_source is Source.TEXT_LAYER for page in pages)
    # OCR drops whole lines of ruled forms without a sign of it.
    said = typeset or bool(marks.intersection(settings.extract_marks))
    return (
        said
        and bool(pages)
        and all(is_well_read(p, settings.min_words, settings.min_confidence) for p in pages)
    )


def _in_known_language(document: Document, settings: Settings) -> bool:
    return document.value("language") in settings.languages

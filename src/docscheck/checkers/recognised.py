"""Could anybody tell what the document is?

Asks: was a type found for it?
Why: a paper that is not one of those asked for does no good, and an unrecognised one may be the
one that is missing; the student looks, docscheck does not guess.
Passes: any type, look-alikes too; pages with nothing on them are the business of `blank_pages`.
Unchecked: a picture that could not be read because no OCR engine ran, or because it is in letters
whose language data is not installed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_blank, pages_of, where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term
from docscheck.scripts import debian_package, script_coded

ID = "recognised"
RULES = frozenset({"document.unrecognised"})
_OTHER = "other"


class Settings(Struct, frozen=True):
    """What need not be recognised, and what to name as a likeness."""

    max_ink: float = 0.002
    """A page with less is blank."""
    min_likeness: float = 0.35
    """Score from which on the nearest type is worth naming."""
    told: tuple[str, ...] = ()
    """Marks by which `look_alike` says what the paper is."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a document without a type."""
    if subject.type not in (None, _OTHER) or frozenset(subject.marks).intersection(settings.told):
        return
    pages = [page for _, page in pages_of(subject, folder)]
    if pages and all(is_blank(page, settings.max_ink) for page in pages):
        return
    where = where_is(subject)
    if pages and not any(page.text_read for page in pages):
        yield Issue("document.unrecognised", Kind.UNCHECKED, where, "unread", document=subject.id)
        return
    script = next((page.script for page in pages if page.script), None)
    if script is not None:
        yield Issue(
            "document.unrecognised", Kind.UNCHECKED, where, "script", _way_out(script), subject.id
        )
        return
    nearest = _nearest(subject, settings.min_likeness)
    case, params = ("like", {"nearest": Term("type", nearest)}) if nearest else ("", {})
    yield Issue("document.unrecognised", Kind.REVIEW, where, case, params, subject.id)


def _way_out(script: str) -> dict[str, Param]:
    """Name the letters, and the packages that would read them."""
    known = script_coded(script)
    packages = tuple(map(debian_package, known.languages)) if known else ()
    return {"script": Term("word", f"script_{script.lower()}"), "packages": packages}


def _nearest(document: Document, min_likeness: float) -> str | None:
    guesses = [
        (guess.runner_up_score, guess.runner_up)
        for guess in (placed.part.classification for placed in document.parts)
        if guess.runner_up and guess.runner_up_score >= min_likeness
    ]
    return max(guesses, default=(0.0, None))[1]

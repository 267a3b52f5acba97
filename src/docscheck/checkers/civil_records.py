"""What can be told of a record of civil status: whose it is, its form, and what stands beside it.

Shared by the checkers of records; not one of them, like `evidence`. Sources: `domain.md` §1.4
(translation), §2.4 (forms).
"""

from __future__ import annotations

from collections.abc import Iterator

from docscheck.document import Document, Folder
from docscheck.finding import Context

RECORDS = ("birth_certificate", "family_record_book", "marriage_certificate")
TRANSLATION = "sworn_translation"
FRENCH = "fr"
FORMS = (
    *("souvenir", "hospital", "ofpra", "eu_form", "multilingual"),
    *("without_filiation", "short_form", "full_copy", "judgment", "extract"),
)
"""Marks that name the form of a record, the one that says most first."""
_PARENTS = ("parents", "filiation")
_PARENT_FIELDS = ("father_name", "mother_name")
_WITHOUT_PARENTS = ("without_filiation", "short_form")
_OF_CIVIL_STATUS, _OF_OTHERS = "of_civil_status", "of_other_paper"


def form_of(record: Document) -> str | None:
    """Give the mark that names the record's form, if any was found."""
    return next((form for form in FORMS if form in record.marks), None)


def state_of(record: Document) -> str | None:
    """Give the state whose office drew it up, ISO 3166 alpha-3, where the record says it."""
    return record.value("issuing_state")


def nationality(context: Context) -> str | None:
    """Give the student's nationality, ISO 3166 alpha-3, where it is known."""
    known = context.profile.get("nationality")
    return str(known.value) if known is not None and known.value else None


def languages_of(record: Document) -> frozenset[str]:
    """Give every language in which a fair share of it is written, ISO 639-1."""
    found = record.field("language")
    return frozenset((found.value, *found.alternatives)) if found is not None else frozenset()


def names_parents(record: Document) -> bool:
    """Say whether it names the parents, or announces them and does not say it leaves them out."""
    if any(record.field(name) for name in _PARENT_FIELDS):
        return True
    marks = frozenset(record.marks)
    return bool(marks.intersection(_PARENTS)) and not marks.intersection(_WITHOUT_PARENTS)


def translations(folder: Folder) -> Iterator[Document]:
    """Yield what may be the translation of a record: not that of a diploma or a transcript."""
    for document in folder.documents:
        of_others = _OF_OTHERS in document.marks and _OF_CIVIL_STATUS not in document.marks
        if document.type == TRANSLATION and not of_others:
            yield document


def is_french(translation: Document) -> bool:
    """Say whether a translation is into French; one whose language is not known counts as such."""
    languages = languages_of(translation)
    return not languages or FRENCH in languages

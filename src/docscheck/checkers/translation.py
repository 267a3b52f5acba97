"""Does the civil-status record need a translation, and is there one?

Asks: in which language is the record, and does a French translation of it stand beside it, in the
same file or in another?
Why: practice varies from one officer to the next, so nothing here fails. Review: a language outside
all lists, without translation ("most frequent cause of a stuck file"). Warning: languages on which
the sources disagree. Advice: the twenty languages that the student guide exempts.
Passes: French, forms in French and another language, multilingual extracts (CIEC convention 16, EU
regulation 2016/1191), any record with a translation in the folder. Does not count: a translation
into another language, nor that of a diploma or a transcript. Unchecked: the language could not be
told.
Source: `domain.md` §1.4 (five sources, five answers).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.civil_records import (
    TRANSLATION,
    form_of,
    is_french,
    languages_of,
    translations,
)
from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "translation"
RULES = frozenset(
    {
        "civil_status.untranslated",
        "civil_status.translation_advised",
        "civil_status.translation_optional",
    }
)
_OPTIONAL = "civil_status.translation_optional"


class Settings(Struct, frozen=True):
    """Languages by what is asked of them, ISO 639-1."""

    exempt: tuple[str, ...] = ("fr",)
    optional: tuple[str, ...] = ()
    """The student guide takes these untranslated."""
    advised: tuple[str, ...] = ()
    """The sources disagree."""
    exempt_marks: tuple[str, ...] = ("multilingual",)


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for a record in another language than French without a translation."""
    if _is_settled(subject, folder, settings):
        return
    found = subject.field("language")
    where = where_is(subject, found)
    if found is None:
        yield Issue("civil_status.untranslated", Kind.UNCHECKED, where, "unread", {}, subject.id)
    elif not languages_of(subject).intersection(settings.exempt):
        rule, kind = _asked(found.value, settings)
        case, params = _beside(folder) if rule != _OPTIONAL else ("", {})
        params |= {"language": Term("word", f"language_{found.value}")}
        if not case and (form := form_of(subject)) and rule != _OPTIONAL:
            case, params = "form", params | {"form": Term("word", f"form_{form}")}
        yield Issue(rule, kind, where, case, params, subject.id)


def _is_settled(document: Document, folder: Folder, settings: Settings) -> bool:
    exempt = frozenset(document.marks).intersection(settings.exempt_marks)
    return bool(exempt) or any(is_french(beside) for beside in translations(folder))


def _beside(folder: Folder) -> tuple[str, dict[str, Param]]:
    """Say which translation is there that does not count, and why."""
    for translation in translations(folder):
        into = translation.value("language")
        return "into_another", {"into": Term("word", f"language_{into}")}
    if any(document.type == TRANSLATION for document in folder.documents):
        return "of_another", {}
    return "", {}


def _asked(language: str, settings: Settings) -> tuple[str, Kind]:
    if language in settings.optional:
        return _OPTIONAL, Kind.FAIL
    if language in settings.advised:
        return "civil_status.translation_advised", Kind.REVIEW
    return "civil_status.untranslated", Kind.REVIEW

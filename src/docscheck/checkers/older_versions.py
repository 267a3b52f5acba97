"""Are two versions of one paper in the folder, and which of them counts?

Why: the portal takes one file per section (univ-cotedazur.fr); with an old and a new passport, or
the certificates of two years, the newer is meant, and it alone counts for what is asked.

Passes: one paper of each type; copies of one paper (`duplicates`); papers of different people
(`same_person`).
Told: the older one, with the one to send instead; of a former passport that holds the visa, that
both are wanted; of two accounts, that one has to be chosen.
Can be wrong: where a date was misread. It only ever advises.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term
from docscheck.person_slips import number_slip
from docscheck.versions import Alike, versions

ID = "older-versions"
RULES = frozenset({"document.older_version"})
_PASSPORT, _VISA, _ACCOUNT = "passport", "visa", "rib"


class Settings(Struct, frozen=True):
    """Of which types one is wanted, and how copies are told from versions."""

    types: tuple[str, ...] = ()
    key_fields: tuple[str, ...] = ("document_number", "iban")
    """Fields whose value no two documents of one type share."""


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield an issue for each document of which there is a better version."""
    alike = Alike(settings.key_fields, {})
    for document, best in versions(subject.documents, settings.types, alike, context.today):
        if best is not None:
            yield _issue(document, best, subject)
        elif document.type == _ACCOUNT:
            yield _choice(document, subject)


def _issue(document: Document, best: Document, folder: Folder) -> Issue:
    params: dict[str, Param] = {
        "type": Term("type", document.type or ""),
        "path": document.parts[0].path,
        "better": best.parts[0].path,
    }
    case = "with_visa" if _holds_the_visa(document, folder) else ""
    where = where_is(document)
    return Issue("document.older_version", Kind.REVIEW, where, case, params, document.id)


def _holds_the_visa(document: Document, folder: Folder) -> bool:
    """Say whether a visa of the folder names this passport."""
    own = document.value("document_number")
    if document.type != _PASSPORT or own is None:
        return False
    named = (d.value("passport_number") for d in folder.documents if d.type == _VISA)
    return any(number is not None and number_slip(number, own) is None for number in named)


def _choice(document: Document, folder: Folder) -> Issue:
    first = next(d for d in folder.documents if d.type == document.type)
    params: dict[str, Param] = {
        "type": Term("type", document.type or ""),
        "path": document.parts[0].path,
        "other": first.parts[0].path,
    }
    where = where_is(document)
    return Issue("document.older_version", Kind.REVIEW, where, "choose", params, document.id)

"""Is each document in one file, and is there one document in each file?

Asks: does a document spread over several files, or a file hold several documents?
Why: the portal takes one file for each kind of paper (univ-cotedazur.fr: "un seul fichier PDF par
rubrique"); a visa behind a passport is easily overlooked. Warnings: `prepare` puts both right.
Passes: papers that belong to the same request and are better sent together, such as a visa with
its validation, or a birth record with its translation.
How it can be wrong: pages nobody recognised are not counted, they may be annexes.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term, Where

ID = "one-document-one-file"
RULES = frozenset({"document.split_over_files", "document.several_in_one_file"})


class Settings(Struct, frozen=True):
    """What may stand together."""

    together: tuple[tuple[str, ...], ...] = ()
    """Groups of types that may share one file."""


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield documents spread over files, then files that hold several documents."""
    for document in subject.documents:
        if document.type is not None and len(document.paths) > 1:
            yield _split(document)
    for file in subject.files:
        held = [d for d in subject.documents if file.file.path in d.paths and d.type is not None]
        if len(held) > 1 and not _belong_together(held, settings.together):
            types = tuple(dict.fromkeys(Term("type", d.type or "other") for d in held))
            params: dict[str, Param] = {"types": types, "count": len(held)}
            where = Where(file.file.path)
            yield Issue("document.several_in_one_file", Kind.FAIL, where, "", params)


def _split(document: Document) -> Issue:
    params: dict[str, Param] = {
        "type": Term("type", document.type or "other"),
        "files": document.paths,
    }
    where = Where(document.paths[0])
    return Issue("document.split_over_files", Kind.FAIL, where, "", params, document.id)


def _belong_together(held: list[Document], together: tuple[tuple[str, ...], ...]) -> bool:
    types = {document.type for document in held}
    return len(types) == len(held) and any(types <= set(group) for group in together)

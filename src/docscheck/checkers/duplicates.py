"""Is something in the folder twice?

Why: the portal takes one file per section, and two copies of one paper leave the student guessing
which of them counts (univ-cotedazur.fr: one file per section).

Passes: every file differs from the others, every document has a number of its own.
Fails: two files with the same bytes; two documents of one type with the same number (the better
one is named, so that the other can be left out).
Can be wrong: a number misread the same way twice. It only ever advises; empty files are left to
`readable`, since all of them have the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docscheck.document import Document, ExaminedFile, Folder, Standing
from docscheck.finding import Context, Issue, Kind, Term, Where

ID = "duplicates"
RULES = frozenset({"file.duplicate"})


@dataclass(frozen=True, slots=True)
class Settings:
    """How duplicates are told."""

    key_fields: tuple[str, ...] = ("document_number", "iban")
    """Fields whose value no two documents of one type share."""


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each superfluous file and each superfluous document."""
    copies = _copies(subject.files)
    for path, original in copies.items():
        yield Issue(
            "file.duplicate", Kind.FAIL, Where(path), params={"path": path, "original": original}
        )
    for group in _same_paper(subject.documents, settings):
        yield from _superfluous(group, copies)


def _copies(files: Sequence[ExaminedFile]) -> dict[str, str]:
    """Map each later file to the first one with the same bytes."""
    first: dict[str, str] = {}
    copies = {}
    for entry in files:
        digest = entry.file.sha256
        if digest is None or entry.file.size_bytes == 0:
            continue
        if digest in first:
            copies[entry.file.path] = first[digest]
        else:
            first[digest] = entry.file.path
    return copies


def _same_paper(
    documents: Sequence[Document], settings: Settings
) -> Iterator[tuple[Document, ...]]:
    groups: defaultdict[tuple[str | None, str, str], list[Document]] = defaultdict(list)
    for document in documents:
        for name in settings.key_fields:
            known = document.field(name)
            if document.type and known and known.standing is not Standing.GUESSED:
                groups[document.type, name, known.value].append(document)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def _superfluous(group: tuple[Document, ...], copies: dict[str, str]) -> Iterator[Issue]:
    best = max(group, key=_worth)
    for document in group:
        path = document.parts[0].path
        if document is best or path in copies or best.parts[0].path in copies:
            continue
        yield Issue(
            "file.duplicate",
            Kind.FAIL,
            Where(path, document.parts[0].part.pages[0]),
            case="document",
            params={
                "type": Term("type", document.type or ""),
                "path": path,
                "better": best.parts[0].path,
            },
            document=document.id,
        )


def _worth(document: Document) -> tuple[str, str, int, float, int]:
    """Order copies of one paper: newer, then more of it read, then read better, then first."""
    sure = [f.confidence for f in document.fields]
    return (
        document.value("expiry_date") or "",
        document.value("issue_date") or "",
        len(sure),
        sum(sure) / len(sure) if sure else 0.0,
        -int(document.id.removeprefix("d")),
    )

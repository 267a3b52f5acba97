"""Is something in the folder twice?

Why: the portal takes one file per section, and two copies of one paper leave the student guessing
which of them counts (univ-cotedazur.fr: one file per section).

Passes: every file differs from the others, every document has a number of its own.
Fails: two files with the same bytes; one paper sent twice, say as a scan and as a photograph: two
documents of one type with the same number, or the same values throughout (the better one is named,
so that the other can be left out).
Can be wrong: a number misread the same way twice. It only ever advises; empty files are left to
`readable`, since all of them have the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from docscheck.document import Document, ExaminedFile, Folder
from docscheck.finding import Context, Issue, Kind, Term, Where
from docscheck.versions import Alike, copies

ID = "duplicates"
RULES = frozenset({"file.duplicate"})


class Settings(Struct, frozen=True):
    """How duplicates are told."""

    key_fields: tuple[str, ...] = ("document_number", "iban")
    """Fields whose value no two documents of one type share."""
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Type -> fields that no two papers of the type have all in common."""


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each superfluous file and each superfluous document."""
    same_bytes = _copies(subject.files)
    for path, original in same_bytes.items():
        yield Issue(
            "file.duplicate", Kind.FAIL, Where(path), params={"path": path, "original": original}
        )
    alike = Alike(settings.key_fields, settings.together)
    for group in copies(subject.documents, alike):
        yield from _superfluous(group, same_bytes)


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


def _superfluous(group: tuple[Document, ...], same_bytes: Mapping[str, str]) -> Iterator[Issue]:
    best = max(group, key=_worth)
    for document in group:
        path = document.parts[0].path
        if document is best or path in same_bytes or best.parts[0].path in same_bytes:
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

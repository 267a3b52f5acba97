"""Which pages of which files is a paper made of, in which order?

The front of a card before its back. A file that holds nothing else that was recognised is taken
whole, with pages that nobody recognised: they may be annexes, or the back of a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docscheck.document import Document, Side
from docscheck.prepare.choice import Paper
from docscheck.report import Report

_TURN = {Side.FRONT: 0, Side.BOTH: 0, Side.WHOLE: 0, Side.BACK: 1}


class Piece(Struct, frozen=True):
    """Pages of one file, in the order in which they go into the new one."""

    path: str
    pages: tuple[int, ...]
    whole: bool
    """All pages of the file."""


def pieces_of(paper: Paper, report: Report) -> tuple[Piece, ...]:
    """Give the pages of a paper, by file."""
    taken: dict[str, list[int]] = {}
    for document in paper.documents:
        for path, page in _in_order(document):
            pages = taken.setdefault(path, [])
            if page not in pages:
                pages.append(page)
    return tuple(_piece(path, pages, paper, report) for path, pages in taken.items())


def page_count(path: str, report: Report) -> int:
    """Count the pages of a file, read or not."""
    entry = next(file for file in report.files if file.file.path == path)
    container = entry.examined.container
    return container.page_count if container is not None else 0


def _in_order(document: Document) -> Iterator[tuple[str, int]]:
    for placed in sorted(document.parts, key=lambda p: _TURN[p.part.side]):
        for page in placed.part.pages:
            yield placed.path, page


def _piece(path: str, pages: Sequence[int], paper: Paper, report: Report) -> Piece:
    own = {document.id for document in paper.documents}
    others = [
        d for d in report.documents if path in d.paths and d.type is not None and d.id not in own
    ]
    everything = range(1, page_count(path, report) + 1)
    if others:
        return Piece(path, tuple(pages), set(pages) >= set(everything))
    rest = [page for page in everything if page not in pages]
    whole = sorted({*pages, *rest}) if list(pages) == sorted(pages) else [*pages, *rest]
    return Piece(path, tuple(whole), whole=True)

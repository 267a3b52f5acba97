"""Is the document in the format the portal takes for it?

Asks: is each file of the document a PDF (or another format that its slot takes)?
Why: the portal names PDF for proof of identity and residence permit; for the others a university
and several guides do.
Source: seed L263, L273 (PDF, identity and residence permit); univ-cotedazur.fr, "Nouveau arrivant"
(one PDF per section), which is a warning only.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term, Where

ID = "document-format"
RULES = frozenset({"format.pdf_required", "format.media_type"})
_PDF = "application/pdf"


class Settings(Struct, frozen=True):
    """What the slot takes."""

    pdf_required: bool = False
    """The portal itself asks for PDF here."""
    accepted: tuple[str, ...] = (_PDF,)
    """Media types that pass without a remark."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for each file of the document in another format."""
    if subject.type is None:
        return
    rule = "format.pdf_required" if settings.pdf_required else "format.media_type"
    for path in subject.paths:
        media_type = folder.file(path).file.media_type
        if media_type is not None and media_type not in settings.accepted:
            params: dict[str, Param] = {
                "type": Term("type", subject.type),
                "format": _short(media_type),
            }
            yield Issue(rule, Kind.FAIL, Where(path), "", params, subject.id)


def _short(media_type: str) -> str:
    """Turn `image/jpeg` into `JPEG`."""
    return media_type.rsplit("/", 1)[-1].removeprefix("x-").upper()

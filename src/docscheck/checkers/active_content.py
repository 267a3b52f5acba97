"""Does the PDF carry something besides pages: programs, commands, other files?

Asks: scripts, launch actions, attachments, dynamic forms.
Why: portals and mail gateways refuse such files, and an officer sees only the pages.
Passes: links and plain form fields, which honest papers of banks and universities carry.
Nothing is ever run, extracted or fetched (R10 of `reliability.md`).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Term, Where

ID = "active-content"
RULES = frozenset({"file.active_content"})


class Settings(Struct, frozen=True):
    """What counts as active."""

    kinds: tuple[str, ...] = ("javascript", "launch", "attachment", "xfa")
    """Of `Container.active`."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue that names all active content of the file."""
    container = subject.examined.container
    active = container.active if container is not None else ()
    found = tuple(Term("word", kind) for kind in settings.kinds if kind in active)
    if found:
        params = {"content": found}
        yield Issue("file.active_content", Kind.FAIL, Where(subject.file.path), params=params)

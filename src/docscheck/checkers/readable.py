"""Could the file be opened at all?

Asks: is there something in the file, and did it open without a password, within the limits?
Why: the officer cannot read what does not open, and docscheck says nothing of what it has not read.
Fails: an empty, broken or locked file, or one of a kind that is no document. Not checked, and said
so: a file over our own limits, one the system would not open, one on which the reading died (how
far it had come is told), one that was left when the check was stopped; the file may be good. Passes
with a remark: a PDF that opens but restricts printing or copying, and one whose damaged structure
could be rebuilt.
How it can be wrong: a file that our libraries call broken may open elsewhere; a lenient program
repairs more than the portal does.
Source: `domain.md` §1.2 (unreadable by an officer, by construction); limits: `reliability.md`
R4-R6.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Param, Term, Where
from docscheck.losses import MEMORY, Ending, Trouble

ID = "readable"

_MEGABYTE = 1_000_000

_JUDGED: dict[Trouble, tuple[str, Kind]] = {
    Trouble.EMPTY: ("file.empty", Kind.FAIL),
    Trouble.CORRUPT: ("file.corrupt", Kind.FAIL),
    Trouble.ENCRYPTED: ("file.encrypted", Kind.FAIL),
    Trouble.UNSUPPORTED: ("file.unsupported", Kind.FAIL),
    Trouble.TOO_LARGE: ("file.too_large", Kind.UNCHECKED),
    Trouble.TOO_MANY_PAGES: ("file.too_many_pages", Kind.UNCHECKED),
    Trouble.LIMIT: ("file.limit", Kind.UNCHECKED),
    Trouble.TIMEOUT: ("file.timeout", Kind.UNCHECKED),
    Trouble.UNREADABLE: ("file.locked", Kind.UNCHECKED),
    Trouble.INTERRUPTED: ("file.timeout", Kind.UNCHECKED),
    Trouble.CRASH: ("internal.crash", Kind.UNCHECKED),
}

_ENDED = {Trouble.CRASH: "file", Trouble.LIMIT: "memory", Trouble.TIMEOUT: ""}
"""What stopped before it was done -> its case; `_at` follows where the stage is known."""

RULES = frozenset(rule for rule, _ in _JUDGED.values()) | {"file.restricted", "file.repaired"}


class Settings(Struct, frozen=True):
    """What counts as another kind of file, so that the advice fits."""

    office: tuple[str, ...] = ()
    """Media types of word processors and the like: to be exported as PDF."""
    archives: tuple[str, ...] = ()
    """Media types of archives: to be unpacked."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for the trouble, or the remarks on a file that opened."""
    trouble = subject.examined.trouble
    if trouble is not None:
        yield _trouble(subject, trouble, settings)
    yield from _container(subject)


def _trouble(subject: ExaminedFile, trouble: Trouble, settings: Settings) -> Issue:
    rule, kind = _JUDGED[trouble]
    case, params = "", dict[str, Param]()
    if trouble is Trouble.UNSUPPORTED:
        case = _sort(subject.file.media_type, settings)
    elif trouble in _ENDED:
        return _ended(subject, trouble)
    elif trouble is Trouble.INTERRUPTED:
        case = "interrupted"
    elif trouble is Trouble.TOO_LARGE:
        params = {"megabytes": round(subject.file.size_bytes / _MEGABYTE, 1)}
    return Issue(rule, kind, Where(subject.file.path), case, params)


def _ended(subject: ExaminedFile, trouble: Trouble) -> Issue:
    """Say where the reading of a file ended before it was done, and how."""
    rule, kind = _JUDGED[trouble]
    examined, where = subject.examined, Where(subject.file.path)
    case, params = _ENDED[trouble], dict[str, Param]()
    if trouble is Trouble.LIMIT and examined.detail != MEMORY:
        return Issue(rule, kind, where)
    if examined.stage is not None:
        case = f"{case}_at" if case else "at"
        params["stage"] = Term("word", f"stage_{examined.stage}")
        if trouble is Trouble.CRASH:
            params["ending"] = Term("word", f"ending_{examined.ending or Ending.ERROR}")
    return Issue(rule, kind, where, case, params)


def _sort(media_type: str | None, settings: Settings) -> str:
    if media_type in settings.office:
        return "office"
    return "archive" if media_type in settings.archives else ""


def _container(subject: ExaminedFile) -> Iterator[Issue]:
    container, where = subject.examined.container, Where(subject.file.path)
    if container is None or subject.examined.trouble is not None:
        return
    if container.encrypted or container.restricted:
        yield Issue("file.restricted", Kind.FAIL, where)
    if container.repaired:
        yield Issue("file.repaired", Kind.FAIL, where)
    if container.page_count > len(subject.examined.pages):
        pages: dict[str, Param] = {
            "pages": container.page_count,
            "read": len(subject.examined.pages),
        }
        yield Issue("file.too_many_pages", Kind.UNCHECKED, where, "partly", pages)

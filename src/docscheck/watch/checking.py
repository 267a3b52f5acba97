"""Checks one folder again and again; a file whose bytes and ending are known is not read again.

A file under another name is known, too. One that was lost on the way (too slow, too much memory)
is known as such: the same bytes would be lost again. Everything is judged anew each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from docscheck.batch.seen import Seen, look
from docscheck.check import Progress, Session
from docscheck.document import ExaminedFile
from docscheck.intake.entries import list_folder
from docscheck.profile import Declared
from docscheck.report import Report


class Checking:
    """A folder, a person, warm workers, and the last report."""

    def __init__(self, session: Session, folder: Path, declared: Declared) -> None:
        self._session = session
        self._folder = folder
        self._declared = declared
        self._last: Report | None = None

    def check(self, progress: Progress | None = None) -> Report:
        """Check the folder; see `Session.check`."""
        listing = list_folder(self._folder, self._session.limits)
        known: dict[str, ExaminedFile] = {}
        if self._last is not None:
            known = dict(_known(look(listing, self._session.limits), self._last.files))
        report = self._session.check_listing(listing, self._declared, progress, known)
        self._last = report if self._last is None else _with_what_read(report, self._last)
        return self._last


def _known(seen: Seen, files: Iterable[ExaminedFile]) -> Iterator[tuple[str, ExaminedFile]]:
    """Yield the paths whose content was read before, each with what was found in it."""
    read = {(f.file.sha256, f.file.extension): f for f in files if f.file.sha256 is not None}
    for path, _, sha256 in seen.files:
        content = (sha256 or "", Path(path).suffix.lower().removeprefix("."))
        if (found := read.get(content)) is not None:
            yield path, replace(found, file=replace(found.file, path=path))


def _with_what_read(report: Report, before: Report) -> Report:
    """Add the versions, and the isolation, of what had read the files that were known."""
    versions = dict(sorted({**before.versions, **report.versions}.items()))
    return replace(report, versions=versions, isolation=report.isolation or before.isolation)

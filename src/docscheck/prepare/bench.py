"""The files that are being made: each at one of its attempts, until all of them read as well.

Held in memory until all is decided: what is written is exactly what was checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from docscheck.intake.entries import Entry
from docscheck.mend.order import Made, Mend
from docscheck.prepare.plan import Attempt, Draft
from docscheck.prepare.workshop import CHANGED, Job, Lost, Workshop
from docscheck.prepared import Setback

GAVE_UP, READ_WORSE = "gave_up", "read_worse"
FAILED, NOT_POSSIBLE = "failed", "not_possible"


@dataclass
class Piecework:
    """One draft on the bench."""

    draft: Draft
    turn: int = 0
    """Which attempt is tried."""
    made: Made | None = None
    name: str = ""
    copies: dict[str, bytes] = field(default_factory=dict)
    """Name -> original bytes, where these are sent."""
    origins: dict[str, str] = field(default_factory=dict)
    """Name of a copy -> path of what it is a copy of."""
    setbacks: list[Setback] = field(default_factory=list)
    changed: bool = False
    """One of its files is not the one that was checked: nothing can be sent."""

    @property
    def attempt(self) -> Attempt | None:
        attempts = self.draft.attempts
        return attempts[self.turn] if self.turn < len(attempts) else None

    @property
    def mends(self) -> tuple[Mend, ...]:
        """Say what was done, in the order of `Mend`."""
        if self.made is None or self.attempt is None:
            return ()
        done = {*self.attempt.mends, *self.made.done}
        return tuple(mend for mend in Mend if mend in done)

    @property
    def kept(self) -> str:
        return (self.draft.kept or GAVE_UP) if self.copies else ""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield what would be uploaded."""
        if self.made is not None:
            yield self.name, self.made.data
        yield from self.copies.items()

    def step_back(self, reason: str, detail: str) -> None:
        """Give up an attempt: the next one is due."""
        if self.attempt is not None:
            self.setbacks.append(Setback(self.mends or self.attempt.mends, reason, detail))
        self.turn += 1
        self.made, self.name = None, ""


class Bench:
    """All drafts of one folder."""

    def __init__(self, drafts: tuple[Draft, ...], workshop: Workshop) -> None:
        self.works = [Piecework(draft) for draft in drafts]
        self._workshop = workshop
        self._tried: dict[str, set[str]] = {}

    def fill(self) -> None:
        """Make what is due until every draft has a file, or the bytes it came from."""
        while due := [w for w in self.works if w.made is None and not w.copies and not w.changed]:
            jobs = [Job(w.draft, w.attempt) for w in due if w.attempt is not None]
            made = self._workshop.make(jobs) if jobs else {}
            for work in due:
                if work.attempt is None:
                    self._copy(work)
                else:
                    self._take(work, made[work.draft.name], Job(work.draft, work.attempt).name)

    def entries(self) -> tuple[Entry, ...]:
        """List the files as if they lay in a folder."""
        files = {name: data for work in self.works for name, data in work.files()}
        return tuple(_entry(name, data) for name, data in sorted(files.items()))

    def _take(self, work: Piecework, made: Made | Lost, name: str) -> None:
        if isinstance(made, Lost):
            work.changed = made.why == CHANGED
            if not work.changed:
                work.step_back(FAILED if made.crashed else NOT_POSSIBLE, made.why)
            return
        digest = hashlib.sha256(made.data).hexdigest()
        tried = self._tried.setdefault(work.draft.name, set())
        if digest in tried:
            # It read worse before: the mend that was left out had nothing to do.
            work.turn += 1
            return
        tried.add(digest)
        work.made, work.name = made, name

    def _copy(self, work: Piecework) -> None:
        """Take the original bytes of every file of a draft, each under a plain name."""
        for piece, plain in zip(work.draft.pieces, work.draft.copies, strict=True):
            data = self._workshop.original(piece.path)
            if data is None:
                work.changed = True
                work.copies.clear()
                return
            name = self._held(piece.path) or plain
            work.copies[name], work.origins[name] = data, piece.path

    def _held(self, path: str) -> str:
        """Give the name under which a file is already sent, whole: it goes only once."""
        pairs = (pair for work in self.works for pair in work.origins.items())
        return next((name for name, origin in pairs if origin == path), "")


def _entry(name: str, data: bytes) -> Entry:
    return Entry(name, len(data), lambda: data)

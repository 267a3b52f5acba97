"""Drafts in, bytes out: the warm workers of a session make the files, this process opens none.

The files of the folder are read once more when a worker is free for them, and have to be the very
bytes that were checked. Making has as much time in all as reading had.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from docscheck.check import Session, listing_of
from docscheck.executors.pool import Answer, Loss, Task, WithdrawnError
from docscheck.folder_reading import clocks
from docscheck.intake.entries import CannotReadError, Entry
from docscheck.losses import Trouble
from docscheck.mend.order import Made
from docscheck.prepare.plan import Attempt, Draft
from docscheck.report import Report
from docscheck.worker import protocol

CHANGED = "changed"
"""`Lost.why`: the file is no longer the one that was checked."""
_LATE = "no time left for this folder"


class Lost(Struct, frozen=True):
    """An attempt that gave no file."""

    why: str
    """For developers, but for `CHANGED`."""
    crashed: bool = False
    """docscheck itself failed, and not what the file allows."""


class Job(Struct, frozen=True):
    """One attempt at one draft."""

    draft: Draft
    attempt: Attempt

    @property
    def name(self) -> str:
        return f"{self.draft.name}.{self.attempt.order.form}"


class Workshop:
    """Makes files from those of one folder."""

    def __init__(self, session: Session, folder: Path, before: Report) -> None:
        self._session = session
        self._entries: Mapping[str, Entry] = {
            entry.path: entry for entry in listing_of(folder, session.limits).entries
        }
        self._deadline = time.monotonic() + session.limits["seconds_per_folder"]
        self._files = {entry.file.path: entry.file for entry in before.files}

    def sha256(self, path: str) -> str:
        """Give the digest of a file as it was checked."""
        return self._files[path].sha256 or ""

    def original(self, path: str) -> bytes | None:
        """Read a file of the folder; `None` when it is not the one that was checked."""
        entry = self._entries.get(path)
        try:
            data = entry.read() if entry is not None else b""
        except CannotReadError:
            return None
        return data if hashlib.sha256(data).hexdigest() == self.sha256(path) else None

    def make(self, jobs: Iterable[Job]) -> dict[str, Made | Lost]:
        """Have every job done; map the names of their drafts to what came of them."""
        todo = {job.draft.name: job for job in jobs}
        made: dict[str, Made | Lost] = {}
        tasks = [self._task(job, made) for job in todo.values()]
        for answer in self._session.run(tasks):
            if answer.payload is None:
                made[answer.key] = _lost(answer)
        return made

    def _task(self, job: Job, made: dict[str, Made | Lost]) -> Task[str]:
        token, form = secrets.token_hex(), job.attempt.order.form

        def accept(payload: bytes) -> None:
            answered = protocol.decode_made(payload, token, form)
            trouble = answered.trouble
            if trouble is None:
                made[job.draft.name] = answered
            else:
                why = f"{trouble}: {answered.detail}"
                made[job.draft.name] = Lost(why, trouble is Trouble.CRASH)

        return Task(
            job.draft.name,
            self._frames(job, token),
            self._session.limits["seconds_per_file"],
            clocks(self._session.limits),
            accept,
            protocol.MAX_MADE_BYTES,
        )

    def _frames(self, job: Job, token: str) -> Callable[[], tuple[bytes, ...]]:
        limits, paths = self._session.limits, [piece.path for piece in job.draft.pieces]

        def frames() -> tuple[bytes, ...]:
            if time.monotonic() > self._deadline:
                raise WithdrawnError(_LATE)
            sources = []
            for path in paths:
                data = self.original(path)
                if data is None:
                    raise WithdrawnError(CHANGED)
                sources.append(data)
            request = protocol.MendRequest(
                token,
                job.attempt.order,
                len(sources),
                limits["seconds_per_file"],
                int(limits["max_pixels"]),
                int(limits["max_pages_inspected"]),
            )
            return protocol.encode(request), *sources

        return frames


def _lost(answer: Answer[str]) -> Lost:
    if answer.loss is Loss.WITHDRAWN:
        return Lost(answer.detail, crashed=answer.detail == _LATE)
    return Lost(f"{answer.loss}: {answer.detail}; exit status {answer.status}", crashed=True)

"""The entries of one folder on their way through the workers: bytes out, facts in.

Files are hashed as they are handed over, so that what is judged is what was hashed. What a worker
answers is data, held to its shape; what it does not answer becomes the reason why a file is lost.
"""

from __future__ import annotations

import hashlib
import secrets
import signal
import sys
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from msgspec.structs import replace

from docscheck.document import Examined, ExaminedFile, PagePicture, SourceFile
from docscheck.errors import ComponentMissingError
from docscheck.executors.pool import Answer, Loss, Pool, Task, WithdrawnError
from docscheck.intake.entries import CannotReadError, Entry, Listing
from docscheck.losses import MEMORY, Ending, Stage, Trouble
from docscheck.worker import protocol
from docscheck.worker.hardening import Measure, State

_SIGNALS = {
    Ending.MEMORY_FAULT: ("SIGSEGV", "SIGBUS"),
    Ending.GAVE_UP: ("SIGABRT",),
    Ending.BROKEN_CODE: ("SIGILL", "SIGFPE", "SIGTRAP", "SIGSYS"),
}
_ENDED_BY = {
    getattr(signal, name).value: ending
    for ending, names in _SIGNALS.items()
    for name in names
    if hasattr(signal, name)
}
_OUT_OF_CPU = -signal.SIGXCPU.value if sys.platform != "win32" else None
_GRAVITY = (State.ON, State.NOT_OFFERED, State.REFUSED)


class FolderReading:
    """The entries of one folder on their way through the workers."""

    def __init__(
        self, listing: Listing, limits: Mapping[str, float], types: Container[str]
    ) -> None:
        self._entries = {entry.path: entry for entry in listing.entries}
        self._limits = limits
        self._types = types
        self._hashes: dict[str, str] = {}
        self._replies: dict[str, protocol.Reply] = {}
        self._deadline = time.monotonic() + limits["seconds_per_folder"]
        self.versions: dict[str, str] = {}
        self.pictures: dict[str, tuple[PagePicture, ...]] = {}
        self._isolation: dict[Measure, State] = {}

    def isolation(self) -> Iterator[tuple[Measure, State]]:
        """Yield what workers gave up, the least that any of them did."""
        for measure in Measure:
            if measure in self._isolation:
                yield measure, self._isolation[measure]

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    def files(self, pool: Pool[str]) -> Iterator[ExaminedFile]:
        """Give every entry with what was found in it, in no order."""
        tasks = []
        seconds, notes = self._limits["seconds_per_file"], clocks(self._limits)
        # Longest first, so that no worker is left alone with the largest file at the end.
        for entry in sorted(self._entries.values(), key=lambda e: (-e.size_bytes, e.path)):
            trouble = self._trouble_by_size(entry)
            if trouble is None:
                token = secrets.token_hex()
                frames = self._frames_of(entry, token)
                accept = self._accepting(entry, token)
                tasks.append(Task(entry.path, frames, seconds, notes, accept))
            else:
                yield ExaminedFile(self._source(entry, None), Examined(trouble=trouble))
        for answer in pool.run(tasks):
            yield self._examined(answer)

    def left_over(self, read: Iterable[ExaminedFile]) -> Iterator[ExaminedFile]:
        """Give the entries that are not among those that were read."""
        done = {entry.file.path for entry in read}
        for path, entry in self._entries.items():
            if path not in done:
                examined = Examined(trouble=Trouble.INTERRUPTED)
                yield ExaminedFile(self._source(entry, None), examined)

    def _trouble_by_size(self, entry: Entry) -> Trouble | None:
        if entry.size_bytes == 0:
            return Trouble.EMPTY
        return Trouble.TOO_LARGE if entry.size_bytes > self._limits["max_file_bytes"] else None

    def _accepting(self, entry: Entry, token: str) -> Callable[[bytes], object]:
        def accept(payload: bytes) -> None:
            # What a worker says after parsing a hostile file is data, not to be believed.
            self._replies[entry.path] = protocol.decode_reply(payload, token, self._types)

        return accept

    def _frames_of(self, entry: Entry, token: str) -> Callable[[], tuple[bytes, ...]]:
        def frames() -> tuple[bytes, ...]:
            if time.monotonic() > self._deadline:
                raise WithdrawnError(Trouble.TIMEOUT.value)
            try:
                data = entry.read()
            except CannotReadError as error:
                raise WithdrawnError(Trouble.UNREADABLE.value) from error
            self._hashes[entry.path] = hashlib.sha256(data).hexdigest()
            seconds = self._limits["seconds_per_file"]
            return protocol.encode(protocol.Request(token, entry.extension, seconds)), data

        return frames

    def _examined(self, answer: Answer[str]) -> ExaminedFile:
        entry = self._entries[answer.key]
        if answer.payload is None:
            return ExaminedFile(self._source(entry, None), _lost(answer))
        reply = self._replies.pop(entry.path)
        if reply.missing:
            raise ComponentMissingError(reply.missing, reply.missing_params)
        self.versions.update(reply.versions)
        if reply.pictures:
            self.pictures[entry.path] = reply.pictures
        for measure, state in reply.isolation.items():
            others = self._isolation.get(measure, State.ON)
            self._isolation[measure] = max(state, others, key=_GRAVITY.index)
        examined = reply.examined
        if examined.trouble is Trouble.CRASH:
            examined = _placed(examined, answer, Ending.ERROR)
        elif examined.trouble is Trouble.LIMIT and examined.detail == MEMORY:
            examined = _placed(examined, answer)
        return ExaminedFile(self._source(entry, reply.media_type), examined)

    def _source(self, entry: Entry, media_type: str | None) -> SourceFile:
        return SourceFile(
            path=entry.path,
            size_bytes=entry.size_bytes,
            sha256=self._hashes.get(entry.path),
            media_type=media_type,
            extension=entry.extension,
        )


def clocks(limits: Mapping[str, float]) -> dict[bytes, float]:
    """Give the seconds that a worker has for each stage it enters (R2)."""
    seconds = dict.fromkeys(Stage, limits["seconds_per_step"])
    seconds[Stage.OCR] = limits["seconds_per_reading"]
    return {protocol.note(stage): allowed for stage, allowed in seconds.items()}


def _lost(answer: Answer[str]) -> Examined:
    """Say why there is no answer."""
    detail = f"{answer.detail}; exit status {answer.status}"
    if answer.loss is Loss.WITHDRAWN:
        return Examined(trouble=_withdrawn_for(answer.detail), detail=answer.detail)
    if answer.loss is Loss.MEMORY:
        return _placed(Examined(trouble=Trouble.LIMIT, detail=MEMORY), answer)
    if answer.loss is Loss.TIMEOUT or answer.status == _OUT_OF_CPU:
        return _placed(Examined(trouble=Trouble.TIMEOUT, detail=detail), answer)
    ending = Ending.NONSENSE if answer.loss is Loss.NONSENSE else _ending(answer.status)
    return _placed(Examined(trouble=Trouble.CRASH, detail=detail), answer, ending)


def _placed(examined: Examined, answer: Answer[str], ending: Ending | None = None) -> Examined:
    """Add the last stage that the worker told of; before the first, nothing is known."""
    if answer.note is None:
        return examined
    stage = Stage(answer.note.decode())
    return replace(examined, stage=stage, ending=ending)


def _ending(status: int | None) -> Ending:
    if status is None:
        return Ending.SILENT
    return Ending.EXITED if status >= 0 else _ENDED_BY.get(-status, Ending.SIGNAL)


def _withdrawn_for(detail: str) -> Trouble:
    return Trouble(detail) if detail in Trouble.__members__.values() else Trouble.UNREADABLE

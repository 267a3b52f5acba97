"""One folder in, one `Report` out: the module to read first.

    entries --(worker processes)--> Examined*  --assemble--> Folder      facts end here
    Folder + Rulebook + what was declared      --judge-->    Report      verdicts end here

`Session` keeps the workers warm over several folders; `check_folder` is one folder and done.
This process never opens a document: it reads bytes, hashes them and hands them over.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from msgspec import Struct, field
from msgspec.structs import replace

from docscheck.assemble import assemble
from docscheck.document import Examined, ExaminedFile, PagePicture, SourceFile
from docscheck.errors import ComponentMissingError, UsageError
from docscheck.executors import nursery
from docscheck.executors.pool import Answer, Loss, Pool, Task, WithdrawnError
from docscheck.executors.processes import Source, Spawner
from docscheck.finding import Waiver
from docscheck.intake.archive import list_archive
from docscheck.intake.entries import CannotReadError, Entry, Listing, list_file, list_folder
from docscheck.judge import Circumstances, judge
from docscheck.losses import MEMORY, Ending, Stage, Trouble
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.load import build, for_reading, packaged_rules, read
from docscheck.worker import __main__ as worker
from docscheck.worker import protocol
from docscheck.worker.hardening import Measure, State

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the path just done."""

_LANGUAGE_DATA = "TESSDATA_PREFIX"
_KEPT_VARIABLES = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", _LANGUAGE_DATA),
    *("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
)
_ONE_THREAD = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
"""OpenMP burns three times the CPU for nothing: the workers are the parallelism."""
_MAX_WORKERS = 4
_WATCHED_BYTES = None if sys.platform == "linux" else 1_000_000_000
"""Resident memory at which a worker is killed where the system holds no limit (§4, point 3)."""
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

Workers = Callable[[int, bytes, bool], Source]
"""From a limit of memory, a greeting and `Options.alone`: where workers come from."""


class Options(Struct, frozen=True):
    """How to check; the defaults are those of the command."""

    rules: Path | None = None
    """A rules folder; `None` is the one that ships with docscheck."""
    engine: str = "auto"
    jobs: int | None = None
    """Worker processes; `None` is one a core, four at most."""
    limits: Mapping[str, float] = field(default_factory=dict)
    """Limits of `portal.toml` to override."""
    waivers: tuple[Waiver, ...] = ()
    """What somebody accepted: `waiver_file.load_waiver_file`."""
    alone: bool = False
    """This process does nothing else and has one thread: its workers may descend from it."""
    partial: bool = False
    """What `KeyboardInterrupt` does once a file was read: end the session and give the report of
    what was read (`Report.is_partial`), instead of passing through."""
    second_try: bool = False
    """A file whose worker was killed from outside is read once more, by another worker."""
    pictures: protocol.Pictures = protocol.Pictures.NONE
    """Whether pages are wanted as pictures: `Session.pictures`."""
    boxes: bool = False
    """Draw on them where each value was read."""


def check_folder(
    folder: Path,
    declared: Declared | None = None,
    *,
    today: date | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check one student's folder, or .zip, and give the report.

    Raises:
        UsageError: no such folder, or a file that is neither a folder nor a .zip.
        RulebookError: the rules are wrong.
        ComponentMissingError: reading needs something that is not installed.
    """
    with Session(today or date.today(), options or Options()) as session:
        return session.check(folder, declared or Declared(), progress)


class Session:
    """A rulebook and warm workers, for one folder or for thousands."""

    def __init__(self, today: date, options: Options, workers: Workers | None = None) -> None:
        """Start to load what reads documents.

        Args:
            today: the day of the check.
            options: how to check.
            workers: where workers come from; only tests and measures have others.
        """
        raw = read(options.rules or packaged_rules())
        self.rulebook = build(raw)
        self._today = today
        self._limits = {**self.rulebook.portal.limits, **options.limits}
        self._ocr = options.engine != "none"
        self._waivers = options.waivers
        self._partial = options.partial
        self.pictures: Mapping[str, tuple[PagePicture, ...]] = {}
        """Of the last check: path -> its pages, where `Options.pictures` asks for them."""
        setup = protocol.Setup(
            for_reading(raw), options.engine, today, options.pictures, options.boxes
        )
        memory_bytes = int(self._limits["worker_memory_bytes"])
        self._pool: Pool[str] = Pool(
            (workers or packaged_workers)(memory_bytes, protocol.encode(setup), options.alone),
            options.jobs or min(os.cpu_count() or 1, _MAX_WORKERS),
            _WATCHED_BYTES,
            second_try=options.second_try,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every worker; safe to call twice.

        A check that another thread is waiting for ends at once, and is worth nothing.
        """
        self._pool.close()

    @property
    def worker_ids(self) -> tuple[int, ...]:
        """Process ids of the live workers, for measuring."""
        return self._pool.process_ids

    @property
    def limits(self) -> Mapping[str, float]:
        """The rulebook's limits, and what `Options.limits` made of them."""
        return self._limits

    def check(self, folder: Path, declared: Declared, progress: Progress | None = None) -> Report:
        """Check one folder; see `check_folder`."""
        return self.check_listing(listing_of(folder, self._limits), declared, progress)

    def check_listing(
        self,
        listing: Listing,
        declared: Declared,
        progress: Progress | None = None,
        known: Mapping[str, ExaminedFile] | None = None,
    ) -> Report:
        """Check files that somebody listed, wherever they lie.

        Args:
            listing: what to check.
            declared: what the student says.
            progress: see `Progress`.
            known: what is already known of some of its files, by their paths; they are not read.
        """
        held = known or {}
        unread = tuple(entry for entry in listing.entries if entry.path not in held)
        reading = _Reading(replace(listing, entries=unread), self._limits, self.rulebook.types)
        read = self._read(reading, progress)
        files = (*(held[e.path] for e in listing.entries if e.path in held), *read)
        self.pictures = reading.pictures
        facts = assemble(listing.name, files, listing.ignored, self.rulebook.types)
        circumstances = Circumstances(
            today=self._today,
            ocr_available=self._ocr,
            versions=dict(sorted(reading.versions.items())),
            isolation={measure.value: state.value for measure, state in reading.isolation()},
            limits=self._limits,
            waivers=self._waivers,
        )
        return judge(facts, self.rulebook, declared, circumstances)

    def run(self, tasks: Iterable[Task[str]]) -> Iterator[Answer[str]]:
        """Have the workers do something else than read; see `Pool.run`."""
        return self._pool.run(tasks)

    def inspect(self, path: Path) -> ExaminedFile:
        """Read one file and judge nothing.

        Raises:
            UsageError: there is no such file, or it is no regular file.
            ComponentMissingError: reading needs something that is not installed.
        """
        reading = _Reading(list_file(path, self._limits), self._limits, self.rulebook.types)
        (file,) = self._read(reading, None)
        self.pictures = reading.pictures
        return file

    def _read(self, reading: _Reading, progress: Progress | None) -> tuple[ExaminedFile, ...]:
        read: list[ExaminedFile] = []
        try:
            for file in reading.files(self._pool):
                read.append(file)
                if progress is not None:
                    progress(len(read), reading.count, file.file.path)
        except KeyboardInterrupt:
            if not (self._partial and read):
                raise
            self._pool.close()
            read += reading.left_over(read)
        return tuple(read)


def packaged_workers(memory_bytes: int, greeting: bytes, alone: bool) -> Source:
    """Give the workers of docscheck itself."""
    # -P: a module lying in the current folder is never imported (R12).
    command = (sys.executable, "-P", "-m", "docscheck.worker", str(memory_bytes))
    if not nursery.AVAILABLE:
        return Spawner(command, (greeting,), environment())

    def fork(control: socket.socket) -> NoReturn:
        worker.rear(control, memory_bytes)

    this = fork if alone and nursery.may_fork() else None
    forked = nursery.Nursery((*command, worker.NURSERY), greeting, environment(), this)
    forked.open()
    return forked


def environment() -> dict[str, str]:
    """Give the environment of workers: a few variables of this process, no path relative to it."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    if kept.get(_LANGUAGE_DATA):
        kept[_LANGUAGE_DATA] = str(Path(kept[_LANGUAGE_DATA]).absolute())
    return {**kept, **_ONE_THREAD}


def listing_of(path: Path, limits: Mapping[str, float]) -> Listing:
    """List a folder, or a .zip given by name.

    Raises:
        UsageError: it is neither.
    """
    if path.is_dir():
        return list_folder(path, limits)
    if not path.exists():
        raise UsageError("no_folder", {"path": str(path)})
    if path.suffix.lower() == ".zip":
        return list_archive(path, limits)
    raise UsageError("file_given", {"path": path.name})


class _Reading:
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
            return ExaminedFile(self._source(entry, None), lost(answer))
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


def lost(answer: Answer[str]) -> Examined:
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

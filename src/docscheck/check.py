"""One folder in, one `Report` out: the module to read first.

    entries --(worker processes)--> Examined*  --assemble--> Folder      facts end here
    Folder + Rulebook + what was declared      --judge-->    Report      verdicts end here

`Session` keeps the workers warm over several folders; `check_folder` is one folder and done.
This process never opens a document: it reads bytes, hashes them and hands them over.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from msgspec import Struct, field
from msgspec.structs import replace

from docscheck.assemble import assemble
from docscheck.document import ExaminedFile, PagePicture
from docscheck.errors import UsageError
from docscheck.executors import nursery
from docscheck.executors.pool import Answer, Pool, Task
from docscheck.executors.processes import Source, Spawner
from docscheck.finding import Waiver
from docscheck.folder_reading import FolderReading
from docscheck.intake.archive import list_archive
from docscheck.intake.entries import Listing, list_file, list_folder
from docscheck.judge import Circumstances, judge
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.load import build, for_reading, packaged_rules, read
from docscheck.worker import __main__ as worker
from docscheck.worker import protocol

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
        reading = FolderReading(replace(listing, entries=unread), self._limits, self.rulebook.types)
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
        reading = FolderReading(list_file(path, self._limits), self._limits, self.rulebook.types)
        (file,) = self._read(reading, None)
        self.pictures = reading.pictures
        return file

    def _read(self, reading: FolderReading, progress: Progress | None) -> tuple[ExaminedFile, ...]:
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

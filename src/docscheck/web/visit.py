"""What does the one visitor have here: files, answers, a check and what came of it?

Everything lies in the shelter or in this process, and `wipe` leaves nothing of it. One visitor at
a time: a run of the page belongs to one person.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from docscheck.check import Options, Session
from docscheck.document import PagePicture
from docscheck.prepare import Wish, prepare
from docscheck.prepared import Prepared
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.schema import Rulebook
from docscheck.web.archive import zipped
from docscheck.web.asking import declared
from docscheck.web.drawer import Drawer
from docscheck.web.report_page import write_page
from docscheck.web.shelter import Shelter
from docscheck.web.work import StoppedError, Work

IDLE_SECONDS = 30 * 60.0
"""After so long without use everything is wiped."""
_STOP_SECONDS = 5.0
_ZIP = ".zip"


class Setting(Struct, frozen=True):
    """How this run checks."""

    options: Options
    rulebook: Rulebook
    limits: Mapping[str, float]
    clock: Callable[[], float]
    """Seconds, as `time.monotonic`."""
    today: date | None = None
    """`None`: the day on which a check begins."""

    @property
    def day(self) -> date:
        return self.today or date.today()


class Checked(Struct, frozen=True):
    """What came of a check."""

    report: Report
    declared: Declared
    pictures: Mapping[str, tuple[PagePicture, ...]]
    rulebook: Rulebook


class Bundle(Struct, frozen=True):
    """What came of a preparation."""

    prepared: Prepared
    archive: Path


class Visit:
    """The one visitor."""

    def __init__(self, shelter: Shelter, setting: Setting) -> None:
        self._shelter = shelter
        self.setting = setting
        self.drawer = Drawer(shelter.new("documents"), setting.limits)
        self.answers: dict[str, str] = {}
        self.check: Work[Checked] | None = None
        self.preparation: Work[Bundle] | None = None
        self.language = ""
        """Chosen on the page; empty: the one the run began with."""
        self.wiped_unused = False
        """Everything was wiped because nobody used it, and nobody was told yet."""
        self._used = setting.clock()
        self._lock = threading.RLock()
        """Requests come in threads of their own, and so does whoever looks for disuse."""

    @property
    def holds_something(self) -> bool:
        return bool(self.drawer.files or self.answers or self.check)

    @property
    def is_busy(self) -> bool:
        return any(not work.ended.is_set() for work in self._works)

    @property
    def checked(self) -> Checked | None:
        """What came of the check of these files with these answers, once it is over."""
        return self.check.result if self.check is not None else None

    @property
    def bundle(self) -> Bundle | None:
        """The files to upload, once they are made."""
        return self.preparation.result if self.preparation is not None else None

    @property
    def _works(self) -> tuple[Work[Any], ...]:
        return tuple(work for work in (self.check, self.preparation) if work is not None)

    def use(self) -> None:
        """Note that somebody is there."""
        with self._lock:
            self.wipe_if_unused()
            self._used = self.setting.clock()

    def wipe_if_unused(self) -> None:
        """Wipe everything after half an hour without use; work that goes on is use."""
        with self._lock:
            if self.is_busy:
                self._used = self.setting.clock()
            elif self.holds_something and self.setting.clock() - self._used >= IDLE_SECONDS:
                self.wipe()
                self.wiped_unused = True

    def forget_result(self) -> None:
        """Files or answers change: what was said of them holds no longer."""
        with self._lock:
            for work in self._works:
                work.stop(_STOP_SECONDS)
            self.check = self.preparation = None
            self._shelter.new("results")

    def wipe(self) -> None:
        """Leave nothing."""
        with self._lock:
            self.forget_result()
            self.drawer.empty()
            self.answers.clear()
            self._shelter.new("temporary")

    def start_check(self) -> None:
        """Begin to check the files, unless that is going on."""
        if self.is_busy:
            return
        self.forget_result()
        said, target = declared(self.answers), self._target()
        setting = self.setting

        def do(work: Work[Checked]) -> Checked:
            with Session(setting.day, setting.options) as session:
                work.when_stopped = session.close
                if work.stopped:
                    raise StoppedError
                report = session.check(target, said, work.advance)
            return Checked(report, said, session.pictures, session.rulebook)

        self.check = Work(tuple(file.path for file in self.drawer.files), do)

    def start_preparation(self) -> None:
        """Begin to make the files to upload, once a check is over, unless that is going on."""
        checked = self.checked
        if checked is None or self.is_busy:
            return
        target, setting = self._target(), self.setting
        results = self._shelter.new("results")

        def do(work: Work[Bundle]) -> Bundle:
            wish = Wish(results / "files", checked.declared, before=checked.report)
            with Session(checked.report.today, setting.options) as session:
                work.when_stopped = session.close
                if work.stopped:
                    raise StoppedError
                prepared = prepare(session, target, wish, work.advance)
            return Bundle(prepared, zipped(wish.out, results / "docscheck.zip"))

        self.preparation = Work((), do)

    def report_page(self, checked: Checked, language: str) -> Path:
        """Give the report as a page of its own, a file that begins in this language."""
        path = self._shelter.place / "results" / f"report-{language}.html"
        if not path.exists():
            write_page(checked.report, checked.rulebook, checked.pictures, (language, path))
        return path

    def _target(self) -> Path:
        """Give the folder; one archive alone stands for its folder, as on the command line."""
        files = self.drawer.files
        if len(files) == 1 and files[0].path.lower().endswith(_ZIP):
            return self.drawer.folder / files[0].path
        return self.drawer.folder

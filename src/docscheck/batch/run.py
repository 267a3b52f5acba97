"""`docscheck batch` from end to end: plan, read what has to be read, keep it, write the tables.

Killed at any moment, the same call goes on: finished folders are known by the ledger, the others
are read. Where nothing has to be read no worker is started.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docscheck import __version__
from docscheck.batch.crew import Crew, cores
from docscheck.batch.judging import Basis, Judging
from docscheck.batch.ledger import Ledger, Run
from docscheck.batch.pace import Pacer, Watch
from docscheck.batch.place import LEDGER, opened, understood
from docscheck.batch.plan import Choice, Criteria, Plan, Work, plan
from docscheck.batch.roster import RosterFile, load_roster
from docscheck.batch.roster_match import Matched, match
from docscheck.batch.shares import share_of
from docscheck.batch.students import Students
from docscheck.batch.tables import Tables, Wanted
from docscheck.batch.tally import Tally
from docscheck.errors import UsageError
from docscheck.rulebook.load import load
from docscheck.rulebook.schema import Rulebook

if TYPE_CHECKING:
    from docscheck.batch.cluster import ClusterCrew

Notice = Callable[[str], None]
"""Told the key of a sentence."""


class Wish(Struct, frozen=True):
    """What is asked of a run."""

    judging: Judging
    out: Path
    language: str
    """Of the tables."""
    choice: Choice = Choice()
    jobs: int | None = None
    """Folders read at the same time; `None` is one a core."""
    roster: RosterFile | None = None
    reports: bool = False
    """Write a page for each student."""
    messages: bool = False
    """Write letters to each student."""
    cluster: str | None = None
    """Address of the Dask scheduler whose workers read; `None` is this machine."""


class Result(Struct, frozen=True):
    """What came of a run."""

    students: Students
    plan: Plan
    tally: Tally
    rulebook: Rulebook
    roster: Matched | None
    sheets_aside: tuple[str, ...]
    """Of the roster, if it is a workbook with several."""
    gone: int
    """Folders that the ledger knows, and that are no longer there."""
    older: int
    """Folders judged as of another day than that of this run."""
    crashed: int
    """Folders on which docscheck itself failed, wholly or for a file."""


def run(wish: Wish, watch: Watch | None = None, notice: Notice | None = None) -> Result:
    """Bring the ledger and the tables of `wish.out` up to date.

    Args:
        wish: what is asked.
        watch: told after each folder.
        notice: told the sentence of what a run waits for.

    Raises:
        UsageError: ROOT or DIR cannot be used, or no folder has such a name.
        RulebookError: the rules are wrong.
        ComponentMissingError: reading needs something that is not installed.
    """
    judging = wish.judging
    students = share_of(judging.root).students()
    folder = judging.root if isinstance(judging.root, Path) else None
    rulebook = load(judging.options.rules)
    roster = load_roster(wish.roster, folder, judging.today) if wish.roster else None
    matched = match(roster.rows, students.folders) if roster else None
    with (
        opened(wish.out, folder) as place,
        understood(place),
        Ledger(place / LEDGER) as ledger,
    ):
        listed = {name: row.declared for name, row in matched.rows.items()} if matched else {}
        wish = replace(wish, judging=replace(judging, listed=listed, key=ledger.key))
        one_run = _Run(wish, rulebook, ledger)
        todo = one_run.planned(students)
        one_run.read(todo.works, watch, notice)
        tally = one_run.tables(place, matched)
        aside = roster.sheets_aside if roster else ()
        return Result(students, todo, tally, rulebook, matched, aside, *one_run.counts())


class _Run:
    """One run, with its ledger open."""

    def __init__(self, wish: Wish, rulebook: Rulebook, ledger: Ledger) -> None:
        self._wish = wish
        self._judging = wish.judging
        self._rulebook = rulebook
        self._ledger = ledger
        self._run = Run(__version__, rulebook.edition, wish.judging.options_as_json())
        self._basis = Basis(wish.judging)

    def planned(self, students: Students) -> Plan:
        self._ledger.enter(students.folders, students.left_out, self._run)
        limits = {**self._rulebook.portal.limits, **self._judging.options.limits}
        criteria = Criteria(self._wish.choice, limits, self._basis.of)
        todo = plan(self._judging.root, students, self._ledger, criteria)
        if not todo.matching:
            raise UsageError("no_match", {"pattern": self._wish.choice.only or ""})
        return todo

    def read(self, works: tuple[Work, ...], watch: Watch | None, notice: Notice | None) -> None:
        if not works:
            return
        pacer = Pacer(works)
        with self._crew(len(works), notice) as crew:
            for outcome in crew.run(works, self._ledger.begin):
                basis = self._basis.of(outcome.name)
                self._ledger.finish(outcome, self._run, basis, self._judging.today)
                if watch is not None:
                    watch(pacer.after(outcome.name))

    def _crew(self, count: int, notice: Notice | None) -> Crew | ClusterCrew:
        if self._wish.cluster is None:
            return Crew(self._judging, min(self._wish.jobs or cores(), count))
        from docscheck.batch.cluster import ClusterCrew

        return ClusterCrew(self._judging, self._wish.cluster, notice)

    def tables(self, place: Path, roster: Matched | None) -> Tally:
        wish = self._wish
        wanted = Wanted(wish.language, self._judging.today, wish.reports, wish.messages, roster)
        tally = Tables(self._ledger, self._rulebook, wanted).write(place)
        self._ledger.end()
        return tally

    def counts(self) -> tuple[int, int, int]:
        """Count the folders that are gone, judged as of another day, and failed on."""
        day = self._judging.today.isoformat()
        return (
            self._ledger.count("NOT present"),
            self._ledger.count("present AND state = 'done' AND judged_on != ?", day),
            self._ledger.count("present AND (state = 'failed' OR crashed)"),
        )

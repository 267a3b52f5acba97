"""`docscheck watch FOLDER`: the folder is checked, and again at each change while one scans."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli import interruption
from docscheck.cli.answers import refuse_closed, typed_day
from docscheck.cli.check import Engine, FailOn, exit_code, manner_of
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import refuse_rules_inside, remark, written
from docscheck.cli.person import DATE, Person, asking
from docscheck.cli.progress import progress
from docscheck.cli.words import help_of
from docscheck.errors import UsageError
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from docscheck.check import Options
    from docscheck.profile import Declared
    from docscheck.report import Report
    from docscheck.reporters.interface import Manner


_NOBODY = Person()


@asking
def watch(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", readable=False, help=help_of("watch_folder"))
    ],
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    today: Annotated[str | None, typer.Option(metavar=DATE, help=help_of("today"))] = None,
    person: Person = _NOBODY,
    waivers: Annotated[Path | None, typer.Option(readable=False, help=help_of("waivers"))] = None,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help=help_of("jobs"))] = None,
    show_values: Annotated[
        bool, typer.Option("--show-values", help=help_of("show_values"))
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help=help_of("fail_on"))] = FailOn.REVIEW,
) -> None:
    """Check a folder again and again while its files are made."""
    from docscheck.check import Options
    from docscheck.waiver_file import load_waiver_file

    declared = person.declared(folder)
    day = typed_day(today, "--today") or date.today()
    refuse_rules_inside(rules, folder)
    _refuse_no_folder(folder)
    accepted = load_waiver_file(waivers, folder) if waivers else ()
    # Not `alone`: what watches the folder has a thread here, and workers do not descend from that.
    options = Options(rules=rules, engine=ocr.value, jobs=jobs, waivers=accepted, second_try=True)
    watching = _Watching(folder, declared, lang or default_language(), show_values)
    try:
        watching.go_on(day, options)
    except KeyboardInterrupt:
        if watching.last is None:
            raise
    if watching.last is not None:
        watching.end()
        raise typer.Exit(exit_code(watching.last, fail_on))


def _refuse_no_folder(folder: Path) -> None:
    refuse_closed(folder)
    if not folder.is_dir():
        raise UsageError("folder_needed" if folder.exists() else "no_folder", {"path": str(folder)})


class _Watching:
    """One folder, for one person, until somebody has had enough."""

    def __init__(
        self, folder: Path, declared: Declared, language: Language, show_values: bool
    ) -> None:
        self._folder = folder
        self._declared = declared
        self._language = language
        self._show_values = show_values
        self._manner: Manner | None = None
        self.last: Report | None = None
        """The last report that was told."""

    def go_on(self, day: date, options: Options) -> None:
        """Check and tell until an interruption, or until nobody reads any more."""
        from docscheck.check import Session
        from docscheck.reporters.changes_to_terminal import Telling
        from docscheck.watch.checking import Checking
        from docscheck.watch.rounds import Round, rounds

        with Session(day, options) as session, written(None) as stream:
            checking = Checking(session, self._folder, self._declared)

            def check() -> Report:
                with progress(silent=False, language=self._language) as advance:
                    return checking.check(advance)

            manner = manner_of(session.rulebook, self._language, self._show_values, Amount.TO_DO)
            self._manner = manner
            telling = Telling(stream, manner)
            for step in rounds(check, self._folder, session.limits):
                if isinstance(step, Round):
                    self.last = step.report
                    telling.check(step.report, step.touched, datetime.now())
                else:
                    telling.busy(step.paths, datetime.now())

    def end(self) -> None:
        """Say what the last answer was."""
        from docscheck.reporters.answer import answer

        interruption.heed_again()
        if self._manner is not None and self.last is not None:
            said = answer(self.last, self._manner)
            speaker = self._manner.speaker
            remark([speaker.sentence("watch.ended", {"answer": said}, self._language.value)])

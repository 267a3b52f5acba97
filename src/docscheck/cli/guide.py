"""`docscheck guide [FOLDER]`: the whole procedure for one person, ticked by their folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.answers import refuse_closed, typed_day
from docscheck.cli.check import (
    FAILED,
    Engine,
    as_asked,
    manner_of,
    write_calendar,
)
from docscheck.cli.formats import Format
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import refuse_inside, refuse_rules_inside, refuse_same, written
from docscheck.cli.person import DATE, Person, asking
from docscheck.cli.progress import progress
from docscheck.cli.words import help_of
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from docscheck.check import Options
    from docscheck.profile import Declared
    from docscheck.report import Report
    from docscheck.rulebook.schema import Rulebook

_NOBODY = Person()


@asking
def guide(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", readable=False, help=help_of("guide_folder")),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    format_: Annotated[Format, typer.Option("--format", help=help_of("format"))] = Format.TERMINAL,
    output: Annotated[Path | None, typer.Option(help=help_of("guide_output"))] = None,
    calendar: Annotated[Path | None, typer.Option(help=help_of("calendar"))] = None,
    today: Annotated[str | None, typer.Option(metavar=DATE, help=help_of("today"))] = None,
    person: Person = _NOBODY,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help=help_of("jobs"))] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=help_of("guide_verbose"))
    ] = False,
) -> None:
    """Tell the whole procedure for this person; with a folder, tick what it shows."""
    from docscheck.check import Options
    from docscheck.guide import guide as lay_out
    from docscheck.reporters import guide_to_json, guide_to_terminal

    declared = person.declared(folder)
    language = lang or default_language()
    day = typed_day(today, "--today") or date.today()
    _refuse_outputs(folder, output, calendar)
    refuse_rules_inside(rules, folder)
    if folder is None:
        report, rulebook = _of_nobody(declared, day, rules)
    else:
        options = Options(rules=rules, engine=ocr.value, jobs=jobs, alone=True)
        silent = format_ is not Format.TERMINAL
        report, rulebook = _of_folder(folder, declared, day, options, language, silent)
    manner = manner_of(rulebook, language, False, Amount.of(False, verbose))
    told = lay_out(report, rulebook, folder_read=folder is not None)
    form = guide_to_json if format_ is Format.JSON else guide_to_terminal
    with written(output) as stream:
        form.write(told, stream, as_asked(manner, lang, format_.value))
    if calendar is not None:
        write_calendar(report, folder, calendar, manner)
    if report.crashed:
        raise typer.Exit(FAILED)


def _refuse_outputs(folder: Path | None, output: Path | None, calendar: Path | None) -> None:
    """Refuse what cannot or may not be written, before anything is read."""
    for path, option in ((output, "--output"), (calendar, "--calendar")):
        if path is not None:
            refuse_inside(path, folder, option)
    refuse_same(output, calendar)


def _of_folder(
    folder: Path,
    declared: Declared,
    day: date,
    options: Options,
    language: Language,
    silent: bool,
) -> tuple[Report, Rulebook]:
    from docscheck.check import Session

    refuse_closed(folder)
    with Session(day, options) as session, progress(silent, language) as advance:
        return session.check(folder, declared, advance), session.rulebook


def _of_nobody(declared: Declared, day: date, rules: Path | None) -> tuple[Report, Rulebook]:
    """Judge a folder without a file: it says what is asked of this person."""
    from docscheck.document import Folder
    from docscheck.judge import Circumstances, judge
    from docscheck.rulebook.load import load

    rulebook = load(rules)
    return judge(Folder("", (), ()), rulebook, declared, Circumstances(day)), rulebook

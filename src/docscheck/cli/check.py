"""`docscheck check FOLDER`: one student's folder in, one verdict out."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from docscheck.cli import also as also_
from docscheck.cli import interruption
from docscheck.cli.answers import refuse_closed, typed_day
from docscheck.cli.formats import FOR_PROGRAMS, ReportFormat
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import (
    AS_GIVEN,
    refuse_inside,
    refuse_rules_inside,
    refuse_same,
    remark,
    written,
)
from docscheck.cli.person import DATE, Person, asking
from docscheck.cli.progress import progress
from docscheck.cli.words import help_of
from docscheck.errors import PartialReportError
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from docscheck.report import Report
    from docscheck.reporters.interface import Manner
    from docscheck.rulebook.schema import Rulebook

READY, NOT_READY, FAILED = 0, 1, 4
_NOBODY = Person()


class Engine(StrEnum):
    """What reads pictures."""

    AUTO = "auto"
    TESSERACT = "tesseract"
    PYTESSERACT = "pytesseract"
    NONE = "none"


class FailOn(StrEnum):
    """From which verdict on the command fails."""

    REVIEW = "review"
    NOT_READY = "not-ready"
    NEVER = "never"


@asking
def check(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", readable=False, help=help_of("folder"))
    ],
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    format_: Annotated[
        ReportFormat, typer.Option("--format", help=help_of("report_format"))
    ] = ReportFormat.TERMINAL,
    output: Annotated[Path | None, typer.Option(help=help_of("output"))] = None,
    also: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT=FILE", help=help_of("also"))
    ] = None,
    calendar: Annotated[Path | None, typer.Option(help=help_of("calendar"))] = None,
    today: Annotated[str | None, typer.Option(metavar=DATE, help=help_of("today"))] = None,
    person: Person = _NOBODY,
    waivers: Annotated[Path | None, typer.Option(readable=False, help=help_of("waivers"))] = None,
    baseline: Annotated[Path | None, typer.Option(readable=False, help=help_of("baseline"))] = None,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help=help_of("jobs"))] = None,
    show_values: Annotated[
        bool, typer.Option("--show-values", help=help_of("show_values"))
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help=help_of("fail_on"))] = FailOn.REVIEW,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=help_of("quiet"))] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help=help_of("verbose"))] = False,
) -> None:
    """Say whether a folder is ready to be uploaded, what to redo and what is missing."""
    from docscheck.baseline import compared, load_baseline
    from docscheck.check import Options, Session
    from docscheck.reporters import SHOW_PICTURES, reporter
    from docscheck.reporters.from_root import root_of
    from docscheck.waiver_file import load_waiver_file
    from docscheck.worker.protocol import Pictures

    declared = person.declared(folder)
    language = lang or default_language()
    day = typed_day(today, "--today") or date.today()
    if output is not None:
        refuse_inside(output, folder)
    if calendar is not None:
        refuse_inside(calendar, folder, "--calendar")
    others = also_.others(also or ())
    for other in others:
        refuse_inside(other.path, folder, also_.OPTION)
    refuse_same(output, calendar, *(other.path for other in others))
    refuse_rules_inside(rules, folder)
    refuse_closed(folder)
    accepted = load_waiver_file(waivers, folder) if waivers else ()
    before = load_baseline(baseline, folder) if baseline else None
    forms = {format_.value, *(other.form.value for other in others)}
    wanted = Pictures.PLAIN if show_values else Pictures.MASKED
    options = Options(
        rules=rules,
        engine=ocr.value,
        jobs=jobs,
        waivers=accepted,
        alone=True,
        partial=True,
        pictures=wanted if forms & SHOW_PICTURES else Pictures.NONE,
    )
    with Session(day, options) as session:
        # Loaded while the workers load, and not when somebody waits for the end.
        reporters = {form: reporter(form) for form in forms}
        with progress(quiet or format_ in FOR_PROGRAMS, language) as advance:
            report = session.check(folder, declared, advance)
        if before is not None:
            report = compared(report, before)
        manner = manner_of(session.rulebook, language, show_values, Amount.of(quiet, verbose))
        root = root_of(folder, Path.cwd())
        manner = replace(manner, pictures=session.pictures, root=root)
    interruption.heed_again()
    for form, place in ((format_, output), *others):
        with written(place) as stream:
            reporters[form].write(report, stream, as_asked(manner, lang, form))
    if calendar is not None:
        write_calendar(report, folder, calendar, manner)
    if report.is_partial:
        raise PartialReportError(report.files_read, len(report.files))
    raise typer.Exit(exit_code(report, fail_on))


def manner_of(rulebook: Rulebook, language: Language, show_values: bool, amount: Amount) -> Manner:
    """Give the manner in which a report of these rules is spoken."""
    from docscheck.messages import Speaker
    from docscheck.reporters.interface import Manner, titles_of

    speaker = Speaker(titles_of(rulebook), show_values)
    return Manner(language.value, speaker, rulebook, amount)


def as_asked(manner: Manner, lang: Language | None, form: str) -> Manner:
    """Give the manner of a report in this form.

    One for programs is the same on every computer: only a language that was typed joins those
    that it always has.
    """
    if form not in (ReportFormat.JSON, ReportFormat.JSONL):
        return manner
    return replace(manner, language=(lang or Language.EN).value)


def write_calendar(report: Report, folder: Path | None, path: Path, manner: Manner) -> None:
    """Write the days to remember to a file; where none is known, say so on stderr instead.

    A partial report knows some days only, and a calendar does not show which it lacks.
    """
    from docscheck.deadlines import deadlines
    from docscheck.reporters import to_calendar

    days = deadlines(report, manner.rulebook.deadlines)
    if report.is_partial or not days:
        key = "guide.not_all_dates" if report.is_partial else "guide.no_dates"
        remark([manner.speaker.sentence(key, {}, manner.language)])
        return
    with written(path, AS_GIVEN) as stream:
        to_calendar.write(days, report, str(folder and folder.resolve()), stream, manner)


def exit_code(report: Report, fail_on: FailOn) -> int:
    """Give the exit code of a check that was finished."""
    from docscheck.baseline import verdict_on_new

    if report.crashed:
        return FAILED
    failing = {
        FailOn.REVIEW: ("not_ready", "to_review"),
        FailOn.NOT_READY: ("not_ready",),
        FailOn.NEVER: (),
    }
    return NOT_READY if verdict_on_new(report).value in failing[fail_on] else READY

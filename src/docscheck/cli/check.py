"""`docscheck check FOLDER`: one student's folder in, one verdict out."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from docscheck.cli import interruption
from docscheck.cli.answers import refuse_closed, typed_day, typed_state
from docscheck.cli.formats import Format, ReportFormat
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import (
    AS_GIVEN,
    refuse_inside,
    refuse_rules_inside,
    refuse_same,
    remark,
    written,
)
from docscheck.cli.progress import progress
from docscheck.cli.words import help_of
from docscheck.errors import PartialReportError
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from docscheck.report import Report
    from docscheck.reporters.interface import Manner
    from docscheck.rulebook.schema import Rulebook

READY, NOT_READY, FAILED = 0, 1, 4
_DATE = "YYYY-MM-DD"


class Stage(StrEnum):
    """How far the registration has come."""

    REGISTRATION = "registration"
    COMPLETION = "completion"
    VITALE_CARD = "vitale-card"


class Situation(StrEnum):
    """Special situations that change what is asked."""

    STUDENT = "student"
    EXCHANGE = "exchange"
    QUEBEC_EXCHANGE = "quebec_exchange"
    QUEBEC_INDIVIDUAL = "quebec_individual"
    REFUGEE = "refugee"
    ASYLUM = "asylum"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    LANGUAGE_SCHOOL = "language_school"
    EMPLOYEE = "employee"


class VisaKind(StrEnum):
    """What the visa says of the stay."""

    VLS_TS = "vls_ts"
    VLS_T = "vls_t"
    SHORT_STAY = "short_stay"
    CARD_TO_REQUEST = "card_to_request"
    MINOR_SCHOOL = "minor_school"


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


def check(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", readable=False, help=help_of("folder"))
    ],
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    format_: Annotated[
        ReportFormat, typer.Option("--format", help=help_of("report_format"))
    ] = ReportFormat.TERMINAL,
    output: Annotated[Path | None, typer.Option(help=help_of("output"))] = None,
    calendar: Annotated[Path | None, typer.Option(help=help_of("calendar"))] = None,
    today: Annotated[str | None, typer.Option(metavar=_DATE, help=help_of("today"))] = None,
    stage: Annotated[Stage | None, typer.Option(help=help_of("stage"))] = None,
    nationality: Annotated[
        str | None, typer.Option(metavar="ALPHA3", help=help_of("nationality"))
    ] = None,
    birth_date: Annotated[
        str | None, typer.Option(metavar=_DATE, help=help_of("birth_date"))
    ] = None,
    ehic: Annotated[bool | None, typer.Option("--ehic/--no-ehic", help=help_of("ehic"))] = None,
    s1: Annotated[bool | None, typer.Option("--s1/--no-s1", help=help_of("s1"))] = None,
    situation: Annotated[
        Situation | None, typer.Option(metavar="SITUATION", help=help_of("situation"))
    ] = None,
    visa_kind: Annotated[
        VisaKind | None, typer.Option(metavar="KIND", help=help_of("visa_kind"))
    ] = None,
    profile: Annotated[Path | None, typer.Option(readable=False, help=help_of("profile"))] = None,
    waivers: Annotated[Path | None, typer.Option(readable=False, help=help_of("waivers"))] = None,
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
    from docscheck.check import Options, Session
    from docscheck.profile import Declared
    from docscheck.profile_file import load_profile_file
    from docscheck.reporters import SHOW_PICTURES, reporter
    from docscheck.waiver_file import load_waiver_file
    from docscheck.worker.protocol import Pictures

    said = Declared(
        stage=stage.value if stage else None,
        nationality=typed_state(nationality),
        birth_date=typed_day(birth_date, "--birth-date"),
        ehic=ehic,
        s1=s1,
        situation=situation.value if situation else None,
        visa_kind=visa_kind.value if visa_kind else None,
    )
    declared = said.over(load_profile_file(profile, folder)) if profile else said
    language = lang or default_language()
    day = typed_day(today, "--today") or date.today()
    if output is not None:
        refuse_inside(output, folder)
    if calendar is not None:
        refuse_inside(calendar, folder, "--calendar")
    refuse_same(output, calendar)
    refuse_rules_inside(rules, folder)
    refuse_closed(folder)
    accepted = load_waiver_file(waivers, folder) if waivers else ()
    wanted = Pictures.PLAIN if show_values else Pictures.MASKED
    options = Options(
        rules=rules,
        engine=ocr.value,
        jobs=jobs,
        waivers=accepted,
        alone=True,
        partial=True,
        pictures=wanted if format_.value in SHOW_PICTURES else Pictures.NONE,
    )
    with Session(day, options) as session:
        # Loaded while the workers load, and not when somebody waits for the end.
        form = reporter(format_.value)
        with progress(quiet or format_ is ReportFormat.JSON, language) as advance:
            report = session.check(folder, declared, advance)
        manner = manner_of(session.rulebook, language, show_values, Amount.of(quiet, verbose))
        manner = replace(manner, pictures=session.pictures)
    interruption.heed_again()
    with written(output) as stream:
        form.write(report, stream, as_asked(manner, lang, format_.value))
    if calendar is not None:
        write_calendar(report, folder, calendar, manner)
    if report.is_partial:
        raise PartialReportError(report.files_read, len(report.files))
    raise typer.Exit(_exit_code(report, fail_on))


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
    if form != Format.JSON.value:
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


def _exit_code(report: Report, fail_on: FailOn) -> int:
    if report.crashed:
        return FAILED
    failing = {
        FailOn.REVIEW: ("not_ready", "to_review"),
        FailOn.NOT_READY: ("not_ready",),
        FailOn.NEVER: (),
    }
    return NOT_READY if report.verdict.value in failing[fail_on] else READY

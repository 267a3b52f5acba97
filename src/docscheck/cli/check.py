"""`docscheck check FOLDER`: one student's folder in, one verdict out."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from docscheck.cli.language import Language, default_language
from docscheck.cli.progress import progress
from docscheck.errors import UsageError
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from docscheck.report import Report
    from docscheck.reporters.interface import Manner
    from docscheck.rulebook.schema import Rulebook

READY, NOT_READY, FAILED = 0, 1, 4


class Format(StrEnum):
    """How the report is written."""

    TERMINAL = "terminal"
    JSON = "json"


class Stage(StrEnum):
    """How far the registration has come."""

    REGISTRATION = "registration"
    COMPLETION = "completion"
    VITALE_CARD = "vitale-card"


class Situation(StrEnum):
    """Special situations that change what is asked."""

    STUDENT = "student"
    QUEBEC_EXCHANGE = "quebec_exchange"
    QUEBEC_INDIVIDUAL = "quebec_individual"
    REFUGEE = "refugee"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    LANGUAGE_SCHOOL = "language_school"
    EMPLOYEE = "employee"


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
    folder: Annotated[Path, typer.Argument(help="The folder with the documents, or a .zip of it.")],
    lang: Annotated[Language | None, typer.Option(help="Language of the report.")] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TERMINAL,
    output: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    today: Annotated[str | None, typer.Option(help="Judge as of this day, 2026-11-23.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="How far you have come.")] = None,
    nationality: Annotated[str | None, typer.Option(help="Three letters, such as MAR.")] = None,
    birth_date: Annotated[str | None, typer.Option(help="Such as 2004-05-17.")] = None,
    ehic: Annotated[
        bool | None, typer.Option("--ehic/--no-ehic", help="European Health Insurance Card.")
    ] = None,
    s1: Annotated[bool | None, typer.Option("--s1/--no-s1", help="Form S1.")] = None,
    situation: Annotated[Situation | None, typer.Option(help="A special situation.")] = None,
    profile: Annotated[
        Path | None, typer.Option(help="A TOML file with these answers, outside the folder.")
    ] = None,
    rules: Annotated[Path | None, typer.Option(help="Another folder of rules.")] = None,
    ocr: Annotated[Engine, typer.Option(help="What reads pictures.")] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help="Files read at once.")] = None,
    show_values: Annotated[
        bool, typer.Option("--show-values", help="Show names and numbers in full.")
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="Leave with 1 from this verdict on.")
    ] = FailOn.REVIEW,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the answer.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Why, for each file.")] = False,
) -> None:
    """Say whether a folder is ready to be uploaded, what to redo and what is missing."""
    from docscheck.check import Options, Session
    from docscheck.profile import Declared
    from docscheck.profile_file import load_profile_file

    said = Declared(
        stage=stage.value if stage else None,
        nationality=_state(nationality),
        birth_date=_day(birth_date, "--birth-date"),
        ehic=ehic,
        s1=s1,
        situation=situation.value if situation else None,
    )
    declared = said.over(load_profile_file(profile, folder)) if profile else said
    language = lang or default_language()
    day = _day(today, "--today") or date.today()
    with Session(day, Options(rules=rules, engine=ocr.value, jobs=jobs)) as session:
        with progress(quiet or format_ is not Format.TERMINAL, language) as advance:
            report = session.check(folder, declared, advance)
        manner = _manner(session.rulebook, language, show_values, Amount.of(quiet, verbose))
    _write(report, manner, format_, output)
    raise typer.Exit(_exit_code(report, fail_on))


def _day(written: str | None, option: str) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(
            f"{option} {written}: not a date", "Write it as year-month-day: 2026-11-23."
        ) from error


def _state(code: str | None) -> str | None:
    if code is None:
        return None
    from docscheck.readers.countries import alpha3

    found = alpha3(code)
    if found is None:
        raise UsageError(
            f"--nationality {code}: not a country code",
            "Three letters as in the passport (ISO 3166): MAR, IND, BRA...",
        )
    return found


def _manner(rulebook: Rulebook, language: Language, show_values: bool, amount: Amount) -> Manner:
    from docscheck.messages import Speaker
    from docscheck.reporters.interface import Manner, titles_of

    speaker = Speaker(titles_of(rulebook), show_values)
    return Manner(language.value, speaker, rulebook, amount)


def _write(report: Report, manner: Manner, format_: Format, output: Path | None) -> None:
    from docscheck.reporters import reporter

    write = reporter(format_.value).write
    if output is None:
        write(report, sys.stdout, manner)
        return
    with _private_file(output) as stream:
        write(report, stream, manner)


def _private_file(path: Path) -> TextIO:
    """Open a report for writing, readable by its owner only (R23)."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o600)

    try:
        return open(path, "w", encoding="utf-8", opener=opener)
    except OSError as error:
        raise UsageError(
            f"{path}: the report cannot be written there: {error.strerror}",
            "Choose another place with --output.",
        ) from error


def _exit_code(report: Report, fail_on: FailOn) -> int:
    if report.crashed:
        return FAILED
    failing = {
        FailOn.REVIEW: ("not_ready", "to_review"),
        FailOn.NOT_READY: ("not_ready",),
        FailOn.NEVER: (),
    }
    return NOT_READY if report.verdict.value in failing[fail_on] else READY

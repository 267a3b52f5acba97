"""`docscheck batch ROOT --out DIR`: a folder for each student in, a ledger and tables out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.answers import refuse_closed, typed_day
from docscheck.cli.check import Engine
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import refuse_rules_inside, remark, tell, written
from docscheck.cli.person import Situation, Stage
from docscheck.cli.progress import batch_progress
from docscheck.cli.words import help_of
from docscheck.errors import InterruptedBatchError, UsageError

if TYPE_CHECKING:
    from docscheck.batch.run import Result
    from docscheck.finding import Param

_DATE = "YYYY-MM-DD"
READY, NOT_READY, FAILED = 0, 1, 4
_MOST_ERRORS = 5
_MOST_NAMES = 5


def batch(
    root: Annotated[str, typer.Argument(metavar="ROOT", help=help_of("batch_root"))],
    out: Annotated[Path, typer.Option(metavar="DIR", readable=False, help=help_of("batch_out"))],
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    today: Annotated[str | None, typer.Option(metavar=_DATE, help=help_of("batch_today"))] = None,
    only: Annotated[str | None, typer.Option(metavar="PATTERN", help=help_of("batch_only"))] = None,
    since: Annotated[str | None, typer.Option(metavar=_DATE, help=help_of("batch_since"))] = None,
    retry: Annotated[bool, typer.Option("--retry", help=help_of("batch_retry"))] = False,
    stage: Annotated[Stage | None, typer.Option(help=help_of("batch_stage"))] = None,
    situation: Annotated[
        Situation | None, typer.Option(metavar="SITUATION", help=help_of("batch_situation"))
    ] = None,
    profile: Annotated[
        Path | None, typer.Option(readable=False, help=help_of("batch_profile"))
    ] = None,
    roster: Annotated[
        Path | None, typer.Option(readable=False, help=help_of("batch_roster"))
    ] = None,
    roster_columns: Annotated[
        Path | None, typer.Option(readable=False, help=help_of("batch_roster_columns"))
    ] = None,
    reports: Annotated[bool, typer.Option("--reports", help=help_of("batch_reports"))] = False,
    messages: Annotated[bool, typer.Option("--messages", help=help_of("batch_messages"))] = False,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help=help_of("batch_jobs"))] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help=help_of("batch_cluster"))
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=help_of("batch_quiet"))] = False,
) -> None:
    """Say of every student's folder whether it is ready, and keep what was found."""
    from docscheck.batch.judging import Judging
    from docscheck.batch.plan import Choice
    from docscheck.batch.roster import RosterError, RosterFile
    from docscheck.batch.run import Wish, run
    from docscheck.batch.shares import place_of
    from docscheck.check import Options
    from docscheck.profile import Declared
    from docscheck.profile_file import load_profile_file

    said = Declared(
        stage=stage.value if stage else None, situation=situation.value if situation else None
    )
    place = place_of(root)
    folder = place if isinstance(place, Path) else None
    declared = said.over(load_profile_file(profile, folder)) if profile else said
    language = lang or default_language()
    typed = typed_day(today, "--today")
    if roster_columns is not None and roster is None:
        raise UsageError("roster_missing", {})
    if jobs is not None and cluster is not None:
        raise UsageError("jobs_cluster", {})
    refuse_rules_inside(rules, folder)
    if folder is not None:
        refuse_closed(folder)
    options = Options(rules=rules, engine=ocr.value)
    judging = Judging(place, typed or date.today(), options, declared)
    choice = Choice(only, typed_day(since, "--since"), retry, typed)
    listed = RosterFile(roster, roster_columns) if roster else None
    wish = Wish(judging, out, language.value, choice, jobs, listed, reports, messages, cluster)
    try:
        with batch_progress(quiet, language) as watch:
            result = run(wish, watch, _noticed(language))
    except RosterError as error:
        from docscheck.cli.wrong_cells import wrong_cells

        raise UsageError(error.sentence, error.params, wrong_cells(error.wrong)) from error
    except KeyboardInterrupt as error:
        raise InterruptedBatchError(str(out)) from error
    with written(None) as stream:
        told = _told(result, out, judging.today, language.value)
        tell([next(told)] if quiet else told, stream)
    raise typer.Exit(_exit_code(result))


def _noticed(language: Language) -> Callable[[str], None]:
    """Give what tells somebody who waits why."""

    def tell_why(key: str) -> None:
        from docscheck.messages import Speaker

        remark([Speaker().sentence(key, {}, language.value)])

    return tell_why


def _told(result: Result, out: Path, day: date, language: str) -> Iterator[str]:
    """Yield the lines of the summary, the counts first."""
    from docscheck.batch.index import INDEX
    from docscheck.batch.student_row import NOT_CHECKED
    from docscheck.batch.tables import LEFT_OUT, WORKBOOK
    from docscheck.messages import Speaker

    def say(name: str, **params: Param) -> str:
        return Speaker().sentence(f"batch.{name}", params, language)

    answers, errors = result.tally.answers, result.tally.errors
    verdicts = {name: answers[name] for name in ("ready", "to_review", "not_ready", NOT_CHECKED)}
    yield say("answers", count=answers.total(), **verdicts)
    todo = result.plan
    yield say("work", read=len(todo.works), unchanged=todo.unchanged, passed=todo.passed)
    if result.older:
        yield say("older", count=result.older, day=day.isoformat())
    if result.gone:
        yield say("gone", count=result.gone)
    if errors:
        yield ""
        yield say("errors")
        # Of two rules that are as frequent, the first by name: the same words every time.
        for rule, count in sorted(errors.items(), key=lambda e: (-e[1], e[0]))[:_MOST_ERRORS]:
            known = result.rulebook.catalogue.get(rule)
            yield f"{count:>6}  {known.title.in_language(language) if known else rule}"
    yield ""
    yield from _whose(result, out, say, language)
    if result.crashed:
        yield say("crashed", count=result.crashed)
    left_out = tuple(entry.path for entry in result.students.left_out)
    if left_out:
        yield say("left_out", names=left_out[:_MOST_NAMES], path=str(out / LEFT_OUT))
    yield say("tables", path=str(out / WORKBOOK))
    yield say("index", path=str(out / INDEX))


def _whose(result: Result, out: Path, say: Callable[..., str], language: str) -> Iterator[str]:
    """Yield what there is to say of the roster and of papers in wrong folders."""
    from docscheck.batch.roster_told import ROSTER, listed_lines
    from docscheck.batch.words import Words

    if result.sheets_aside:
        yield say("sheets_aside", names=result.sheets_aside)
    if result.roster is not None:
        yield from listed_lines(result.roster, Words(result.rulebook, language))
        if result.roster.no_folder or result.roster.no_row or result.roster.several:
            yield say("roster", path=str(out / ROSTER))
    if result.tally.mixed_up:
        yield say("mixed_up", count=result.tally.mixed_up)


def _exit_code(result: Result) -> int:
    """Give the worst code of all folders of the tables: 4, then 1, then 0."""
    if result.crashed:
        return FAILED
    answers = result.tally.answers
    return READY if answers["ready"] == answers.total() else NOT_READY

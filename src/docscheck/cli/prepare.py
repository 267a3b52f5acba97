"""`docscheck prepare FOLDER --out DIR`: one student's folder in, the files to upload out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.answers import refuse_closed, typed_day
from docscheck.cli.check import FAILED, NOT_READY, READY, Engine, manner_of
from docscheck.cli.formats import Format
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import refuse_rules_inside, written
from docscheck.cli.person import DATE, Person, asking
from docscheck.cli.progress import progress
from docscheck.cli.words import help_of
from docscheck.errors import InterruptedPreparationError
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from docscheck.prepared import Prepared

_NOBODY = Person()


@asking
def prepare(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", readable=False, help=help_of("folder"))
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", readable=False, help=help_of("prepare_out"))],
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    format_: Annotated[Format, typer.Option("--format", help=help_of("format"))] = Format.TERMINAL,
    today: Annotated[str | None, typer.Option(metavar=DATE, help=help_of("today"))] = None,
    person: Person = _NOBODY,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=help_of("prepare_unsafe"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_of("prepare_dry_run"))] = False,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help=help_of("jobs"))] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=help_of("prepare_quiet"))] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help=help_of("verbose"))] = False,
) -> None:
    """Make the files to upload in a new folder, and say what could not be mended."""
    from docscheck.check import Options, Session
    from docscheck.prepare import Wish, place
    from docscheck.prepare import prepare as make
    from docscheck.reporters import prepared_to_json, prepared_to_terminal

    declared = person.declared(folder)
    language = lang or default_language()
    day = typed_day(today, "--today") or date.today()
    refuse_rules_inside(rules, folder)
    refuse_closed(folder)
    place.refuse(out, folder)
    options = Options(rules=rules, engine=ocr.value, jobs=jobs, alone=True)
    wish = Wish(out, declared, unsafe, dry_run)
    silent = quiet or format_ is not Format.TERMINAL
    try:
        with Session(day, options) as session, progress(silent, language) as advance:
            prepared = make(session, folder, wish, advance)
            rulebook = session.rulebook
    except KeyboardInterrupt as error:
        raise InterruptedPreparationError(str(out)) from error
    manner = manner_of(rulebook, language, False, Amount.of(quiet, verbose))
    with written(None) as stream:
        if format_ is Format.JSON:
            prepared_to_json.write(prepared, stream)
        else:
            prepared_to_terminal.write(prepared, stream, manner, str(out))
    raise typer.Exit(_exit_code(prepared))


def _exit_code(prepared: Prepared) -> int:
    if prepared.failed:
        return FAILED
    judged = prepared.after if prepared.after is not None else prepared.before
    return READY if judged.verdict.value == "ready" else NOT_READY

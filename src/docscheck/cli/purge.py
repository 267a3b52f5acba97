"""`docscheck purge DIR --older-than DAYS`: what a batch keeps of students, deleted by age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.answers import typed_day
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import tell, written
from docscheck.cli.words import help_of

if TYPE_CHECKING:
    from docscheck.batch.purge import Purged

_DATE = "YYYY-MM-DD"


def purge(
    out: Annotated[Path, typer.Argument(metavar="DIR", readable=False, help=help_of("purge_out"))],
    older_than: Annotated[
        int, typer.Option(metavar="DAYS", min=0, max=36_500, help=help_of("purge_older_than"))
    ],
    delete: Annotated[bool, typer.Option("--delete", help=help_of("purge_delete"))] = False,
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    today: Annotated[str | None, typer.Option(metavar=_DATE, help=help_of("purge_today"))] = None,
) -> None:
    """Say what is older than so many days, and delete it if asked to."""
    from docscheck.batch import purge as work

    day = typed_day(today, "--today") or date.today()
    purged = work.purge(out, older_than, day, delete=delete)
    language = lang or default_language()
    with written(None) as stream:
        tell(_told(purged, language.value, delete=delete), stream)


def _told(purged: Purged, language: str, *, delete: bool) -> Iterator[str]:
    from docscheck.finding import Param
    from docscheck.messages import Speaker

    def say(name: str, **params: Param) -> str:
        return Speaker().sentence(f"purge.{name}", params, language)

    counts = {"students": purged.students, "files": purged.files, "kept": purged.kept}
    if not purged.students:
        yield say("nothing", kept=purged.kept, before=purged.before)
        return
    yield say("deleted" if delete else "would_delete", before=purged.before, **counts)
    if not delete:
        yield say("how")
    elif purged.kept:
        yield say("tables")
    yield say("folders")

"""`docscheck doctor`: what is installed, what is off without the rest, and how to get it."""

from __future__ import annotations

from typing import Annotated

import typer

from docscheck.cli.formats import Format
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import written
from docscheck.cli.words import help_of

MISSING = 3


def doctor(
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    format_: Annotated[Format, typer.Option("--format", help=help_of("format"))] = Format.TERMINAL,
) -> None:
    """Say whether documents can be read on this machine."""
    from datetime import date

    from docscheck.doctor import diagnose
    from docscheck.installation import this_system
    from docscheck.reporters import installation_to_json, installation_to_terminal

    diagnosis = diagnose(date.today())
    with written(None) as out:
        if format_ is Format.JSON:
            installation_to_json.write(diagnosis, out)
        else:
            language = (lang or default_language()).value
            installation_to_terminal.write(diagnosis, out, language, this_system())
    raise typer.Exit(0 if diagnosis.is_fit else MISSING)

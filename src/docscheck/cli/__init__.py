"""The command line: arguments in, exit codes out; no logic.

Exit codes (`product.md`): 0 ready, 1 not ready or to review, 2 bad arguments or rules, 3 a needed
component is missing, 4 docscheck itself failed on something, 130 interrupted. Each command lives
in a module of its own and loads what it needs inside its body, so that `--help` stays light; for
the same reason help is plain text, without Typer's panels.
"""

from __future__ import annotations

import io
import sys

import typer

from docscheck.cli import check, guide, rules, schema
from docscheck.cli.words import help_of
from docscheck.errors import DocscheckError

INTERRUPTED = 130
FAILED = 4

app = typer.Typer(
    name="docscheck",
    help=help_of("docscheck"),
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", help=help_of("check"), epilog=help_of("check.codes"))(check.check)
app.command("guide", help=help_of("guide"))(guide.guide)
app.add_typer(rules.app, name="rules")
app.command("schema", help=help_of("schema"))(schema.schema)


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", help=help_of("version")),
) -> None:
    if version:
        from docscheck import __version__

        typer.echo(f"docscheck {__version__}")
        raise typer.Exit


def run() -> int:
    """Run the command that was typed; the one place where an error becomes an exit code."""
    _never_fail_on_a_character()
    try:
        app()
    except DocscheckError as error:
        from docscheck.cli.trouble import explain

        explain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # The last door: a traceback would end with 1, which means "not ready", and says nothing
        # to a student; its messages may also hold words of a document.
        from docscheck.cli.trouble import confess

        confess(error)
        return FAILED
    return 0


def _never_fail_on_a_character() -> None:
    """Show `?` where the terminal's encoding lacks a character (a C locale, an old Windows)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

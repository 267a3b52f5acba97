"""The command line: arguments in, exit codes out; no logic.

Exit codes (`product.md`): 0 ready, 1 not ready or to review, 2 bad arguments or rules, 3 a needed
component is missing, 4 docscheck itself failed on something, 130 interrupted. Each command lives
in a module of its own and loads what it needs inside its body, so that `--help` stays light.
"""

from __future__ import annotations

import sys

import typer

from docscheck.cli import check, rules, schema
from docscheck.cli.language import Language, default_language
from docscheck.errors import DocscheckError

INTERRUPTED = 130

app = typer.Typer(
    name="docscheck",
    help="Check a student's folder before it is uploaded to the French health-insurance portal. "
    "Everything stays on this computer. / Vérifie un dossier avant le dépôt, sans rien envoyer.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.check)
app.add_typer(rules.app, name="rules")
app.command("schema")(schema.schema)


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", help="Print the version and leave."),
) -> None:
    if version:
        from docscheck import __version__

        typer.echo(f"docscheck {__version__}")
        raise typer.Exit


def run() -> int:
    """Run the command that was typed; the one place where an error becomes an exit code."""
    try:
        app()
    except DocscheckError as error:
        _explain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _explain(error: DocscheckError) -> None:
    from docscheck.foreign_text import show

    label = "Erreur" if default_language() is Language.FR else "Error"
    sys.stderr.write(f"{label}: {show(str(error), 2000)}\n")
    if error.advice:
        sys.stderr.write(f"{show(error.advice, 2000)}\n")

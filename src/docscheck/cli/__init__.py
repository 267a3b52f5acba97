"""The command line: arguments in, exit codes out; no logic.

Exit codes (`product.md`): 0 ready, 1 not ready or to review, 2 bad arguments or rules, 3 a needed
component is missing, 4 docscheck itself failed on something, 130 interrupted. Each command lives
in a module of its own and loads what it needs inside its body, so that `--help` stays light; for
the same reason help is plain text, without Typer's panels.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from docscheck.cli import (
    batch,
    check,
    completion,
    doctor,
    guide,
    inspect,
    interruption,
    prepare,
    purge,
    rules,
    schema,
    watch,
    web,
)
from docscheck.cli.words import help_of, width_of_help
from docscheck.errors import DocscheckError, UsageError

FAILED = 4

app = typer.Typer(
    name="docscheck",
    help=help_of("docscheck"),
    invoke_without_command=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": width_of_help(),
    },
)
app.command("check", help=help_of("check"), epilog=help_of("check.codes"))(check.check)
app.command("prepare", help=help_of("prepare"), epilog=help_of("prepare.codes"))(prepare.prepare)
app.command("watch", help=help_of("watch"), epilog=help_of("watch.codes"))(watch.watch)
app.command("batch", help=help_of("batch"), epilog=help_of("batch.codes"))(batch.batch)
app.command("web", help=help_of("web"), epilog=help_of("web.codes"))(web.web)
app.command("purge", help=help_of("purge"))(purge.purge)
app.command("guide", help=help_of("guide"))(guide.guide)
app.add_typer(rules.app, name="rules")
app.command("inspect", help=help_of("inspect"), epilog=help_of("inspect.codes"))(inspect.inspect)
app.command("doctor", help=help_of("doctor"), epilog=help_of("doctor.codes"))(doctor.doctor)
app.command("schema", help=help_of("schema"))(schema.schema)
app.command("completion", help=help_of("completion"), epilog=help_of("completion.where"))(
    completion.completion
)


@app.callback()
def _options(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help=help_of("version")),
) -> None:
    if version:
        from docscheck import __version__

        typer.echo(f"docscheck {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from docscheck.cli.alone import say_what_to_type

        say_what_to_type(Path.cwd())
        raise typer.Exit(UsageError.exit_code)


def run() -> int:
    """Run the command that was typed; the one place where an error becomes an exit code."""
    _open_what_is_closed()
    _never_fail_on_a_character()
    interruption.heed()
    try:
        return _said_if_interrupted(_run())
    except DocscheckError as error:
        from docscheck.cli.trouble import explain

        explain(error)
        # A report of what was read that finds its terminal closed is no wrong argument.
        return interruption.EXIT_CODE if interruption.arrived() else error.exit_code
    except Exception as error:
        # The last door: a traceback would end with 1, which means "not ready", and says nothing
        # to a student; its messages may also hold words of a document.
        from docscheck.cli.trouble import confess

        confess(error)
        return FAILED


def _run() -> int:
    """Run Typer; it gives the exit code of a command that ended by itself, and `None` for 0."""
    if completion.ASKED in os.environ:
        completion.get_ready()
    try:
        return app(standalone_mode=False) or 0
    except _wrong_usage() as error:
        wrong: Any = error
        context = wrong.ctx
        if context is not None and wrong.message == context.get_help():
            # No argument at all: the help is the answer.
            wrong.show()
            return UsageError.exit_code
        # Typer would write what was typed as it is, file names of a `*` among it (R14).
        command = context.command_path if context is not None else "docscheck"
        typed = {"command": command, "written": " ".join(_least(context))}
        raise UsageError("arguments", typed, wrong.format_message()) from error


def _least(context: Any) -> Iterator[str]:
    """Yield the least that has to be typed: the command, its arguments, the options it needs."""
    if context is None:
        yield "docscheck COMMAND"
        return
    yield context.command_path
    for piece in context.command.collect_usage_pieces(context):
        yield from (word for word in [piece.strip("{}")] if not word.startswith("["))
    for option in context.command.params:
        if option.required and option.param_type_name == "option":
            yield f"{option.opts[0]} {option.metavar or option.name.upper()}"


def _wrong_usage() -> type[Exception]:
    """Give what Typer raises for arguments it cannot take; the class has no public name."""
    base = typer.BadParameter.__base__
    return base if base is not None and issubclass(base, Exception) else typer.BadParameter


def _said_if_interrupted(code: int) -> int:
    if code == interruption.EXIT_CODE:
        from docscheck.cli.trouble import interrupted

        interrupted()
    return code


def _open_what_is_closed() -> None:
    """Give the first three descriptors a file: else the next pipe or report would become one."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    while nowhere <= 2:
        nowhere = os.dup(nowhere)
    os.close(nowhere)
    if sys.stderr is None:
        # Not closed by a `with`: whatever is said until this process ends goes there.
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _never_fail_on_a_character() -> None:
    """Show `?` where the terminal's encoding lacks a character (a C locale, an old Windows)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

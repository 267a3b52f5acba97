"""`docscheck completion SHELL`: what a shell needs to complete commands, options and paths."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from docscheck.cli.output import written
from docscheck.cli.words import help_of

ASKED = "_DOCSCHECK_COMPLETE"
"""Variable by which the script of a shell asks how a command line may go on."""


class Shell(StrEnum):
    """Shells that can be told."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help=help_of("shell"))],
) -> None:
    """Print the script; nothing is installed."""
    from typer import completion as shells

    script = shells.get_completion_script(  # type: ignore[attr-defined]  # Typer lists no name for it
        prog_name="docscheck", complete_var=ASKED, shell=shell.value
    )
    with written(None) as out:
        out.write(f"{script}\n")


def get_ready() -> None:
    """Let Typer answer shells: it does so by itself only beside its own options, in English."""
    from typer import completion as shells

    shells.completion_init()  # type: ignore[attr-defined]  # Typer lists no name for it

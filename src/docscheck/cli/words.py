"""What `--help` says, in the reader's language.

Read on its own, and not through `messages`, which would load all sentences and the records they
speak of: `--help` must cost no more than twice an empty command.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tomli

import docscheck
from docscheck.cli.language import Language, default_language

_WIDTHS = {Language.ZH: 58}
"""Typer counts characters, and Chinese ones take two columns each."""


def width_of_help() -> int | None:
    """Give how many characters wide help is at most; `None` leaves it to Typer, which takes 80."""
    return _WIDTHS.get(default_language())


def help_of(name: str) -> str:
    """Give the help text `help.<name>`."""
    return _texts()[f"help.{name}"]


@cache
def _texts() -> dict[str, str]:
    folder = Path(docscheck.__file__).parent / "messages" / default_language().value
    return tomli.loads((folder / "help.toml").read_text(encoding="utf-8"))

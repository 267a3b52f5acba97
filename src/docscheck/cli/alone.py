"""`docscheck` alone: what to type next, here."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from docscheck.checkers import file_format
from docscheck.cli.output import written
from docscheck.cli.words import help_of
from docscheck.foreign_text import show
from docscheck.intake.entries import list_folder
from docscheck.rulebook.load import load


def say_what_to_type(folder: Path) -> None:
    """Say how to check the documents of `folder`, or where to look for them; nothing is read."""
    found = _documents_in(folder)
    with written(None) as out:
        if found:
            out.write(help_of("alone.here").format(count=len(found)) + "\n\n")
            out.write(f"  docscheck check {show(_folder_of(found))}\n\n")
        else:
            out.write(help_of("alone.elsewhere") + "\n\n")
            out.write(f"  docscheck check {help_of('alone.folder')}\n\n")
        out.write(help_of("alone.more") + "\n\n  docscheck --help\n")


def _folder_of(paths: Sequence[str]) -> str:
    """Give the one folder in which all of them lie, as a shell takes it, else the current one."""
    first = {path.partition("/")[0] if "/" in path else "." for path in paths}
    return shlex.quote(first.pop()) if len(first) == 1 else "."


def _documents_in(folder: Path) -> list[str]:
    """Give the files, nested ones too, whose names say that they may be uploaded."""
    portal = load().portal
    # Which settings an id has is checked when the rules are loaded, and not in their type.
    settings = cast(file_format.Settings, portal.checks[file_format.ID].settings)
    endings = {end for kind in settings.uploadable for end in settings.extensions[kind]}
    entries = list_folder(folder, portal.limits).entries
    return [entry.path for entry in entries if entry.extension in endings]

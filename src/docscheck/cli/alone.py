"""`docscheck` alone: what to type next, here."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from docscheck.checkers import file_format
from docscheck.cli.output import written
from docscheck.cli.words import help_of
from docscheck.intake.entries import list_folder
from docscheck.rulebook.load import load


def say_what_to_type(folder: Path) -> None:
    """Say how to check the documents of `folder`, or where to look for them; nothing is read."""
    count = _documents_in(folder)
    with written(None) as out:
        if count:
            out.write(help_of("alone.here").format(count=count) + "\n\n  docscheck check .\n\n")
        else:
            out.write(help_of("alone.elsewhere") + "\n\n")
            out.write(f"  docscheck check {help_of('alone.folder')}\n\n")
        out.write(help_of("alone.more") + "\n\n  docscheck --help\n")


def _documents_in(folder: Path) -> int:
    """Count the files, nested ones too, whose names say that they may be uploaded."""
    portal = load().portal
    # Which settings an id has is checked when the rules are loaded, and not in their type.
    settings = cast(file_format.Settings, portal.checks[file_format.ID].settings)
    endings = {end for kind in settings.uploadable for end in settings.extensions[kind]}
    return sum(e.extension in endings for e in list_folder(folder, portal.limits).entries)

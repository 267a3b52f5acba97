"""`docscheck` alone: what to type next, here."""

from __future__ import annotations

from pathlib import Path

from docscheck.checkers import file_format
from docscheck.cli.output import written
from docscheck.cli.words import help_of
from docscheck.rulebook.load import load

_ENOUGH = 1_000
"""Entries that are looked at: a home folder may hold very many."""


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
    """Count the files whose names say that they may be uploaded."""
    settings = load().portal.checks[file_format.ID].settings
    if not isinstance(settings, file_format.Settings):
        return 0
    endings = {f".{end}" for kind in settings.uploadable for end in settings.extensions[kind]}
    count = 0
    try:
        for seen, path in enumerate(folder.iterdir()):
            if seen >= _ENOUGH:
                break
            count += path.suffix.lower() in endings and not path.name.startswith(".")
    except OSError:
        return 0
    return count

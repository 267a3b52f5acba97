"""A line of progress on stderr while files are read, only where somebody watches."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docscheck.cli.language import Language
from docscheck.cli.output import if_anybody_is_there
from docscheck.foreign_text import show, visible

if TYPE_CHECKING:
    from docscheck.finding import Param

_MAX_WIDTH = 78
_MAX_NAME = 40

Advance = Callable[[int, int, str], None]


@contextmanager
def progress(silent: bool, language: Language) -> Iterator[Advance | None]:
    """Give what `Session.check` calls after each file; `None` when nobody would see it."""
    if silent or not sys.stderr.isatty():
        yield None
        return
    from docscheck.messages import Speaker

    width = min(shutil.get_terminal_size().columns - 1, _MAX_WIDTH)

    def advance(done: int, total: int, path: str) -> None:
        params: dict[str, Param] = {"done": done, "total": total, "path": show(path, _MAX_NAME)}
        line = Speaker().sentence("progress", params, language.value)
        with if_anybody_is_there():
            sys.stderr.write(f"\r{visible(line)[:width]:<{width}}")
            sys.stderr.flush()

    try:
        yield advance
    finally:
        with if_anybody_is_there():
            sys.stderr.write(f"\r{'':<{width}}\r")
            sys.stderr.flush()

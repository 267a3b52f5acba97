"""A line of progress on stderr while files are read, only where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from docscheck.cli.language import Language
from docscheck.foreign_text import show

_WORDS = {Language.FR: "Lecture", Language.EN: "Reading"}
_WIDTH = 60

Advance = Callable[[int, int, str], None]


@contextmanager
def progress(silent: bool, language: Language) -> Iterator[Advance | None]:
    """Give what `Session.check` calls after each file; `None` when nobody would see it."""
    if silent or not sys.stderr.isatty():
        yield None
        return

    def advance(done: int, total: int, path: str) -> None:
        line = f"{_WORDS[language]} {done}/{total} {show(path, 40)}"
        sys.stderr.write(f"\r{line[:_WIDTH]:<{_WIDTH}}")
        sys.stderr.flush()

    try:
        yield advance
    finally:
        sys.stderr.write(f"\r{'':<{_WIDTH}}\r")
        sys.stderr.flush()

"""A line of progress on stderr while files are read, only where somebody watches."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docscheck.cli.language import Language
from docscheck.cli.output import if_anybody_is_there
from docscheck.foreign_text import show, visible

if TYPE_CHECKING:
    from docscheck.batch.pace import Pace
    from docscheck.finding import Param

_MAX_WIDTH = 78
_MAX_NAME = 40
_MINUTE, _HOUR = 60, 3600

_FEW = 10
"""Folders a minute, below which a decimal says something."""

Advance = Callable[[int, int, str], None]
Say = Callable[[str, Mapping[str, "Param"]], None]


@contextmanager
def progress(silent: bool, language: Language) -> Iterator[Advance | None]:
    """Give what `Session.check` calls after each file; `None` when nobody would see it."""
    with _line(silent, language) as say:
        if say is None:
            yield None
            return

        def advance(done: int, total: int, path: str) -> None:
            say("progress", {"done": done, "total": total, "path": show(path, _MAX_NAME)})

        yield advance


@contextmanager
def batch_progress(silent: bool, language: Language) -> Iterator[Callable[[Pace], None] | None]:
    """Give what a batch calls after each folder; `None` when nobody would see it."""
    with _line(silent, language) as say:
        if say is None:
            yield None
            return

        def advance_folders(pace: Pace) -> None:
            params: dict[str, Param] = {
                "done": pace.done,
                "total": pace.total,
                "rate": round(pace.per_minute, 1 if pace.per_minute < _FEW else 0),
                "left": _left(pace.seconds_left, language),
                "path": show(pace.name, _MAX_NAME),
            }
            say("batch.progress", params)

        yield advance_folders


def _left(seconds: float, language: Language) -> str:
    from docscheck.messages import Speaker

    if seconds < _MINUTE:
        key, params = "soon", dict[str, int]()
    elif seconds < _HOUR:
        key, params = "minutes", {"minutes": round(seconds / _MINUTE)}
    else:
        hours, rest = divmod(round(seconds / _MINUTE), 60)
        key, params = "hours", {"hours": hours, "minutes": rest}
    return Speaker().phrase(f"batch.left.{key}", params, language.value)


@contextmanager
def _line(silent: bool, language: Language) -> Iterator[Say | None]:
    """Give what writes a sentence over the one before; the line is wiped at the end."""
    if silent or not sys.stderr.isatty():
        yield None
        return
    from docscheck.messages import Speaker
    from docscheck.reporters.cells import fitted

    width = min(shutil.get_terminal_size().columns - 1, _MAX_WIDTH)

    def over_the_last(key: str, params: Mapping[str, Param]) -> None:
        line = Speaker().sentence(key, params, language.value)
        with if_anybody_is_there():
            sys.stderr.write(f"\r{fitted(visible(line), width)}")
            sys.stderr.flush()

    try:
        yield over_the_last
    finally:
        with if_anybody_is_there():
            sys.stderr.write(f"\r{'':<{width}}\r")
            sys.stderr.flush()

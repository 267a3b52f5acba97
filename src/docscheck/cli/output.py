"""Where a report goes: the screen, or a file for its owner's eyes only.

The folder that is checked is never written to (R11 of `reliability.md`), and a report says whose
papers these are: a file gets mode 0600 (R23).
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from docscheck.errors import UsageError
from docscheck.foreign_text import visible
from docscheck.whole_file import exchanged

_OWNER_ONLY = 0o600
AS_GIVEN = ""
"""For `written`: line ends are written as they are."""


def refuse_inside(output: Path, folder: Path | None, option: str = "--output") -> None:
    """Refuse an output in the folder that is checked, if any is, before anything is read.

    Raises:
        UsageError: it lies inside, or is the folder or archive itself.
    """
    if folder is not None and output.resolve().is_relative_to(folder.resolve()):
        raise UsageError("output_inside", {"path": str(output), "option": option})
    if not output.parent.is_dir():
        raise UsageError("output", {"path": str(output)})


def refuse_rules_inside(rules: Path | None, folder: Path | None) -> None:
    """Refuse rules out of the folder that is checked: nothing in it configures anything (R12).

    Raises:
        UsageError: they lie inside.
    """
    if rules is None or folder is None:
        return
    if rules.resolve().is_relative_to(folder.resolve()):
        raise UsageError("rules_inside", {"path": str(rules)})


def refuse_same(*outputs: Path | None) -> None:
    """Refuse one file for two outputs: the second would wipe out the first.

    Raises:
        UsageError: two of those that are given are the same.
    """
    seen: set[Path] = set()
    for path in filter(None, outputs):
        if path.resolve() in seen:
            raise UsageError("same_output", {"path": str(path)})
        seen.add(path.resolve())


def tell(lines: Iterable[str], out: TextIO) -> None:
    """Write lines for people; what they hold of foreign strings is made visible here (R14)."""
    out.writelines(f"{visible(line)}\n" for line in lines)


def remark(lines: Iterable[str]) -> None:
    """Tell something on stderr, to whoever is still there."""
    with if_anybody_is_there():
        tell(lines, sys.stderr)


@contextmanager
def if_anybody_is_there() -> Iterator[None]:
    """Let words on stderr go nowhere once the terminal is closed: no reason to stop, or to fail."""
    try:
        yield
    except OSError:
        _forget(sys.stderr)


@contextmanager
def written(output: Path | None, newline: str | None = None) -> Iterator[TextIO]:
    """Give the stream to write to: stdout when no file is named.

    A file appears whole or not at all; what was there before stays until then.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if output is None:
            yield _stdout()
            sys.stdout.flush()
        elif output.is_symlink() or (output.exists() and not output.is_file()):
            # A device, a pipe or somebody's link cannot be exchanged for a file.
            with _opened(output, newline) as stream:
                yield stream
        else:
            with exchanged(output, newline) as stream:
                yield stream
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`): neither an error nor a verdict.
        _forget(sys.stdout)
    except OSError as error:
        if output is None:
            _forget(sys.stdout)
        raise UsageError("output", {"path": str(output or "-")}, error.strerror or "") from error


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def _opened(path: Path, newline: str | None) -> TextIO:
    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, _OWNER_ONLY)

    # Whoever asked for the report writes to it and closes it.
    stream = open(path, "w", encoding="utf-8", newline=newline, opener=opener)  # noqa: SIM115
    if path.is_file():
        # A report that was there before keeps its mode otherwise.
        path.chmod(_OWNER_ONLY)
    return stream


def _forget(stream: TextIO | None) -> None:
    """Let the flush at the end of the process go nowhere instead of failing again."""
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

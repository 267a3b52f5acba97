"""The folder that is made: new, outside of the student's, its owner's alone, whole or not at all.

Everything is written beside its place under another name, and the folder gets its own when the last
byte is on the disk: whoever interrupts finds nothing, or all of it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docscheck.errors import UsageError
from docscheck.whole_file import write_whole

_PREFIX = ".docscheck-"
_FOR_OWNER = 0o700


def refuse(out: Path, folder: Path) -> None:
    """Refuse a place before anything is read.

    Raises:
        UsageError: it lies in the folder or around it, holds something, or cannot be made there.
    """
    place, source = out.resolve(), folder.resolve()
    if place.is_relative_to(source) or source.is_relative_to(place):
        raise UsageError("prepare_inside", {"path": str(out)})
    try:
        if out.is_symlink() or (out.exists() and not out.is_dir()):
            raise UsageError("prepare_not_empty", {"path": str(out)})
        if out.is_dir() and any(out.iterdir()):
            raise UsageError("prepare_not_empty", {"path": str(out)})
        if not place.parent.is_dir():
            raise UsageError("prepare_closed", {"path": str(out)})
    except OSError as error:
        raise UsageError("prepare_closed", {"path": str(out)}, error.strerror or "") from error


@contextmanager
def made(out: Path) -> Iterator[Path]:
    """Give a folder to write to, which becomes `out` when the block ends well.

    Raises:
        UsageError: it cannot be written, or somebody filled the place meanwhile.
    """
    try:
        beside = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out.resolve().parent))
    except OSError as error:
        raise UsageError("prepare_closed", {"path": str(out)}, error.strerror or "") from error
    try:
        beside.chmod(_FOR_OWNER)
        yield beside
        if out.is_dir():
            out.rmdir()
        beside.rename(out)
    except OSError as error:
        raise UsageError("prepare_closed", {"path": str(out)}, error.strerror or "") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def put(folder: Path, name: str, data: bytes) -> None:
    """Write one file, for its owner only.

    Raises:
        OSError: it cannot be written.
    """
    write_whole(folder / name, data)

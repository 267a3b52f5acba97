"""A file that appears whole or not at all, for its owner's eyes only (R23 of `reliability.md`).

It is written beside its place under another name, and given its own when everything is on the disk:
whoever looks in between, or after a power cut, finds the older file or the new one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

_PREFIX, _SUFFIX = ".docscheck-", ".tmp"


@contextmanager
def exchanged(path: Path, newline: str | None = None, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Give the stream whose content becomes that of `path`, mode 0600, when the block ends well.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    with (
        _beside(path) as descriptor,
        os.fdopen(descriptor, "w", encoding=encoding, newline=newline) as stream,
    ):
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def exchanged_bytes(path: Path) -> Iterator[BinaryIO]:
    """Give the stream whose bytes become those of `path`, mode 0600, when the block ends well.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    with _beside(path) as descriptor, os.fdopen(descriptor, "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, mode 0600.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    with exchanged_bytes(path) as stream:
        stream.write(data)


def write_again(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, mode 0600, if it is not; for what can be made again.

    Nobody sees half of it, but after a power cut it may be empty: a thousand small files are not
    waited for one by one.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    if path.is_file() and path.read_bytes() == data:
        return
    with _beside(path) as descriptor, os.fdopen(descriptor, "wb") as stream:
        stream.write(data)


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """Give an empty private folder inside another, removed with what is in it when the block ends.

    Raises:
        OSError: it cannot be made.
    """
    place = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _beside(path: Path) -> Iterator[int]:
    """Give the descriptor of a file beside `path`, which takes its place when the block ends well.

    Whoever asks for it closes it.
    """
    descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    try:
        yield descriptor
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def clear_half_written(folder: Path) -> None:
    """Remove what a killed process had not finished; only where no other process writes."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

"""One kind of hostile, odd or honest input: its name, its threat, and how it is made.

Everything is made from literals and fixed seeds: the same bytes each time, none of them stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

Write = Callable[[Path], None]
"""Writes the kind into an empty folder."""


class Kind(Struct, frozen=True):
    """One kind; `<group>.<name>` is its row in `manifest.toml`."""

    group: str
    name: str
    write: Write
    given: str = "."
    """What is handed to docscheck, below the folder: the folder itself, or an archive in it."""

    @property
    def id(self) -> str:
        return f"{self.group}.{self.name}"


def file_kind(group: str, name: str, file_name: str, make: Callable[[], bytes]) -> Kind:
    """A kind that is one file."""

    def write(folder: Path) -> None:
        (folder / file_name).write_bytes(make())

    return Kind(group, name, write)


def file_kinds(
    group: str, extension: str, makers: dict[str, Callable[[], bytes]]
) -> Iterator[Kind]:
    """Kinds that are one file each, named after their kind."""
    for name, make in makers.items():
        yield file_kind(group, name, f"{name}.{extension}", make)

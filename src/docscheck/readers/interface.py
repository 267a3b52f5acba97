"""What a reader is: text of one document in, values of one field out.

A reader is a module with three names: `ID` (the module's name in kebab-case), `Settings` (a frozen
dataclass filled from the rule file's table) and `read`. Readers are pure: no file, no clock (the
day is in the `Reading`), no pixels. They establish facts and never say that a value is bad.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from msgspec import Struct, field

from docscheck.document import Box, Field, Mrz, PageText


class Barcode(Struct, frozen=True):
    """A two-dimensional code found on a page."""

    format: str
    """As the decoder names it: `QRCode`, `DataMatrix`, ..."""
    data: bytes
    """Raw: a 2D-Doc keeps its separators."""
    page: int
    box: Box | None


class Reading(Struct, frozen=True):
    """All a reader may look at: the pages of one part, and the day."""

    texts: tuple[PageText, ...]
    today: date
    """Only for what cannot be read without it: the century of a two-digit year."""
    mrz: Mrz | None = None
    barcodes: tuple[Barcode, ...] = ()
    known: dict[object, Any] = field(default_factory=dict)
    """What one reader has found out and another field asks for again."""


class Reader(Protocol):
    """The five-line door of every reader module."""

    @property
    def ID(self) -> str:
        """Kebab-case name of the module."""

    @property
    def Settings(self) -> type:
        """The frozen `msgspec.Struct` that a rule file's table is converted to."""

    def read(self, reading: Reading, name: str, settings: Any) -> Iterator[Field]:
        """Yield the candidates for the field `name`, best first; nothing when none is found."""

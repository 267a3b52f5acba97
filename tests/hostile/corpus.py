"""All kinds, and the manifest that says what must come of each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct, convert

from tests.hostile import (
    active,
    archives,
    controls,
    damaged,
    disguises,
    hidden,
    names,
    pictures,
    places,
    planted,
    structure,
)
from tests.hostile.kind import Kind

_ROOMS = (
    damaged, structure, active, pictures, disguises, hidden, places, names, archives, planted, controls,
)  # fmt: skip


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """What must come of one kind."""

    threat: int
    """Number in `reliability.md` §3."""
    any: tuple[str, ...] = ()
    """Rules of which at least one must be raised."""
    never: tuple[str, ...] = ()
    """Rules none of which may be raised."""
    ignored: str = ""
    """Reason for which an entry must be passed over and named."""
    stops: str = ""
    """Name of the usage error that must stop the run."""
    honest: bool = False
    """No error, and no remark on the file itself but advice."""
    ocr: bool = False
    """Only tells when pages are read."""
    short: bool = False
    """Runs in the suite."""


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind, groups together, in an order that stays."""
    groups: dict[str, list[Kind]] = {}
    for room in _ROOMS:
        for kind in room.kinds():
            groups.setdefault(kind.group, []).append(kind)
    return tuple(kind for group in groups.values() for kind in group)


@cache
def manifest() -> dict[str, Row]:
    """Rows by `<group>.<name>`."""
    tables = tomllib.loads(Path(__file__).with_name("manifest.toml").read_text("utf-8"))
    return {
        f"{group}.{name}": convert(row, Row)
        for group, rows in tables.items()
        for name, row in rows.items()
    }

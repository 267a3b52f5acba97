"""From a TOML table to a record, refusing what is not known.

Every refusal names the file, the key and, when a name looks like a slip, the nearest known name.
Types are checked by msgspec against the annotations of the record; this module adds the nearest
known name of an unknown key, and the address in the file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from docscheck.errors import RulebookError

R = TypeVar("R", bound=Struct)
Table = Mapping[str, Any]


def refuse(file: str, key: str, problem: str) -> RulebookError:
    """Make the error for one key of one rule file."""
    return RulebookError(f"{file}: {key}: {problem}")


def nearest(name: str, known: Iterable[str]) -> str:
    """Give `; did you mean "x"?` for the closest known name, or the list when none is close."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f'; did you mean "{close[0]}"?'
    return f"; known: {', '.join(names)}"


def require_known(file: str, key: str, name: str, known: Iterable[str], what: str) -> None:
    """Refuse `name` unless it is one of `known`."""
    names = tuple(known)
    if name not in names:
        raise refuse(file, key, f'unknown {what} "{name}"{nearest(name, names)}')


def record(file: str, key: str, table: object, kind: type[R]) -> R:
    """Make a record of `kind` from `table`; nested records are checked too.

    Raises:
        RulebookError: unknown key, missing key, or a value of another type.
    """
    if not isinstance(table, Mapping):
        raise refuse(file, key, f"expected a table, got {type(table).__name__}")
    _refuse_unknown_keys(file, key, table, kind)
    try:
        return msgspec.convert(dict(table), type=kind)
    except msgspec.ValidationError as error:
        raise refuse(file, key, _readable(str(error))) from error


def take(file: str, key: str, table: Table, *, known: Iterable[str]) -> None:
    """Refuse any key of `table` that is not `known`."""
    names = tuple(known)
    for name in table:
        require_known(file, _below(key, name), name, names, "key")


def _refuse_unknown_keys(file: str, key: str, table: Table, kind: type[Struct]) -> None:
    names = kind.__struct_fields__
    take(file, key, table, known=names)
    # Members without a default come first.
    for name in names[: len(names) - len(kind.__struct_defaults__)]:
        if name not in table:
            raise refuse(file, _below(key, name), "missing")


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _readable(message: str) -> str:
    """Turn msgspec's `... - at `$.x[0]`` into words about the table."""
    problem, _, place = message.partition(" - at ")
    place = place.strip("`").removeprefix("$").lstrip(".")
    return f"{place}: {problem}" if place else problem

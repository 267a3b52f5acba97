"""What the student declared, from a file: a closed, small TOML schema.

The members of `profile.Declared` are the keys. Refusals name the file, the key and the nearest
known name, never a value of the person beyond the one that is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import iso3166
import tomli
from msgspec.structs import fields, replace

from docscheck.errors import UsageError
from docscheck.profile import Declared
from docscheck.rulebook.procedure import SITUATIONS, STAGES, VISA_KINDS

NATIONALITIES = frozenset(iso3166.countries_by_alpha3) | {"RKS", "XXA", "XXB", "XXC"}
_BOOLEAN_KEYS = ("ehic", "s1", "holds_permit")
_OF_A_ROSTER = "enrolled"
_MAX_BYTES = 100_000


def checked(declared: Declared, origin: str) -> Declared:
    """Normalise the nationality, refuse unknown names; `origin` says where they stand.

    Raises:
        UsageError: naming origin, key and the nearest known name.
    """
    nationality = declared.nationality.upper() if declared.nationality else None
    if nationality and nationality not in NATIONALITIES:
        raise UsageError("nationality", {"origin": origin, "written": nationality})
    for key, names in (
        ("stage", STAGES),
        ("situation", SITUATIONS),
        ("visa_kind", VISA_KINDS),
    ):
        value = getattr(declared, key)
        if value is not None and value not in names:
            params = {"file": origin, "key": key, "written": value, **_nearest(value, names)}
            raise UsageError("profile_name", params)
    return replace(declared, nationality=nationality)


def load_profile_file(path: Path, scanned: Path | None = None) -> Declared:
    """Read a profile file: TOML, the members of `Declared` as keys.

    Nothing is ever configured from inside the folder that is checked (R12 of `reliability.md`), so
    a file below `scanned` is refused.

    Raises:
        UsageError: the file cannot be read, stands in `scanned`, or a key or value is not known.
    """
    if scanned is not None and path.resolve().is_relative_to(scanned.resolve()):
        raise UsageError("profile_inside", {"file": path.name})
    table = _parsed(path)
    members = {f.name for f in fields(Declared)} - {_OF_A_ROSTER}
    for key in table:
        if key not in members:
            params = {"file": path.name, "key": key, **_nearest(key, members)}
            raise UsageError("profile_key", params)
    for key, value in table.items():
        _refuse_wrong_type(path.name, key, value)
    return checked(Declared(**table), path.name)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError("profile_closed", {"file": path.name}, error.strerror or "") from error
    if len(data) > _MAX_BYTES:
        raise UsageError("profile_large", {"file": path.name})
    try:
        return tomli.loads(data.decode())
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("profile_syntax", {"file": path.name}, str(error)) from error


def _refuse_wrong_type(file: str, key: str, value: object) -> None:
    expected = date if key == "birth_date" else bool if key in _BOOLEAN_KEYS else str
    if type(value) is not expected:
        wanted = {date: "profile_date", bool: "profile_boolean", str: "profile_text"}
        raise UsageError(wanted[expected], {"file": file, "key": key})


def _nearest(name: str, known: Iterable[str]) -> dict[str, str]:
    return {"nearest": ", ".join(get_close_matches(name, sorted(known), n=3, cutoff=0))}

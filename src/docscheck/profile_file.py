"""What the student declared, from a file: a closed, small TOML schema.

The members of `profile.Declared` are the keys. Refusals name the file, the key and the nearest
known name, never a value of the person beyond the one that is refused.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import iso3166

from docscheck.errors import UsageError
from docscheck.profile import Declared
from docscheck.rulebook.procedure import SITUATIONS, STAGES, VISA_KINDS
from docscheck.rulebook.tables import nearest

NATIONALITIES = frozenset(iso3166.countries_by_alpha3) | {"RKS", "XXA", "XXB", "XXC"}
_CODE_LETTERS = 3
_BOOLEAN_KEYS = ("ehic", "s1", "holds_permit")
_MAX_BYTES = 100_000


def checked(declared: Declared, origin: str) -> Declared:
    """Normalise the nationality, refuse unknown names; `origin` says where they stand.

    Raises:
        UsageError: naming origin, key and the nearest known name.
    """
    nationality = declared.nationality.upper() if declared.nationality else None
    if nationality and nationality not in NATIONALITIES:
        near = nearest(nationality, NATIONALITIES) if len(nationality) == _CODE_LETTERS else ""
        raise UsageError(
            f'{origin}: nationality: "{nationality}" is not an ISO 3166 alpha-3 code such as MAR'
            + (near if "did you mean" in near else "")
        )
    for key, names in (
        ("stage", STAGES),
        ("situation", SITUATIONS),
        ("visa_kind", VISA_KINDS),
    ):
        value = getattr(declared, key)
        if value is not None and value not in names:
            raise UsageError(f'{origin}: {key}: unknown {key} "{value}"{nearest(value, names)}')
    return replace(declared, nationality=nationality)


def load_profile_file(path: Path, scanned: Path | None = None) -> Declared:
    """Read a profile file: TOML, the members of `Declared` as keys.

    Nothing is ever configured from inside the folder that is checked (R12 of `reliability.md`), so
    a file below `scanned` is refused.

    Raises:
        UsageError: the file cannot be read, stands in `scanned`, or a key or value is not known.
    """
    if scanned is not None and path.resolve().is_relative_to(scanned.resolve()):
        raise UsageError(f"{path.name}: a profile file must lie outside the folder that is checked")
    table = _parsed(path)
    members = {f.name for f in fields(Declared)}
    for key in table:
        if key not in members:
            raise UsageError(f'{path.name}: {key}: unknown key "{key}"{nearest(key, members)}')
    for key, value in table.items():
        _refuse_wrong_type(path.name, key, value)
    return checked(Declared(**table), path.name)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path.name}: cannot be read: {error.strerror}") from error
    if len(data) > _MAX_BYTES:
        raise UsageError(f"{path.name}: too large for a profile file")
    try:
        return tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path.name}: not valid TOML: {error}") from error


def _refuse_wrong_type(file: str, key: str, value: object) -> None:
    expected = date if key == "birth_date" else bool if key in _BOOLEAN_KEYS else str
    if type(value) is not expected:
        words = {date: "a date, such as 2004-05-17", bool: "true or false", str: "a text"}
        raise UsageError(f"{file}: {key}: expected {words[expected]}")

"""What somebody accepted, from a file: a closed, small TOML schema, one `[[waiver]]` a finding.

    [[waiver]]
    rule = "validity.expired"
    sha256 = "3f5a0c9d1e77"        # of the file, from the report; its first 12 digits will do
    reason = "renewal seen at the counter"
    author = "A. Morel, international office"
    until = 2026-12-31

Refusals name the file, the entry, the key and the way out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import tomli

from docscheck.errors import UsageError
from docscheck.finding import Waiver

_TABLE = "waiver"
_TEXTS = ("rule", "sha256", "reason", "author")
_KEYS = (*_TEXTS, "until")
_HASH = re.compile(r"[0-9a-f]{12,64}")
_MAX_BYTES = 1_000_000
_MAX_CHARACTERS = 200
"""Of one text: it is printed in every report."""


def load_waiver_file(path: Path, scanned: Path) -> tuple[Waiver, ...]:
    """Read a file of waivers.

    Nothing is ever configured from inside the folder that is checked (R12 of `reliability.md`), so
    a file below `scanned` is refused.

    Raises:
        UsageError: the file cannot be read, stands in `scanned`, or an entry is wrong.
    """
    if path.resolve().is_relative_to(scanned.resolve()):
        raise UsageError("waivers_inside", {"file": path.name})
    table = _parsed(path)
    for key in table:
        if key != _TABLE:
            raise UsageError("waivers_table", {"file": path.name, "key": key})
    entries = table.get(_TABLE, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError("waivers_table", {"file": path.name, "key": _TABLE})
    return tuple(_waiver(path.name, number, entry) for number, entry in enumerate(entries, start=1))


def _parsed(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError("waivers_closed", {"file": path.name}, error.strerror or "") from error
    if len(data) > _MAX_BYTES:
        raise UsageError("waivers_large", {"file": path.name})
    try:
        return tomli.loads(data.decode("utf-8-sig"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("waivers_syntax", {"file": path.name}, str(error)) from error


def _waiver(file: str, number: int, entry: Mapping[str, Any]) -> Waiver:
    place = {"file": file, "entry": str(number)}
    for key in entry:
        if key not in _KEYS:
            nearest = ", ".join(get_close_matches(key, _KEYS, n=2, cutoff=0))
            raise UsageError("waivers_key", {**place, "key": key, "nearest": nearest})
    for key in _KEYS:
        if key not in entry:
            raise UsageError("waivers_missing", {**place, "key": key})
    for key in _TEXTS:
        text = entry[key]
        if not isinstance(text, str) or not 0 < len(text.strip()) <= _MAX_CHARACTERS:
            most = str(_MAX_CHARACTERS)
            raise UsageError("waivers_text", {**place, "key": key, "most": most})
    digits = entry["sha256"].strip().lower()
    if not _HASH.fullmatch(digits):
        raise UsageError("waivers_hash", {**place, "key": "sha256"})
    # A date with a time is a `datetime`, which is a `date` too.
    if type(entry["until"]) is not date:
        raise UsageError("waivers_date", {**place, "key": "until"})
    return Waiver(
        entry=number,
        rule=entry["rule"].strip(),
        sha256=digits,
        reason=" ".join(entry["reason"].split()),
        author=" ".join(entry["author"].split()),
        until=entry["until"],
    )

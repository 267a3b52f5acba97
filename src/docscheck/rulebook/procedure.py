"""The procedure as data: requirements, profiles and groups of countries; their closed format.

The formats are described at the head of `requirements.toml`, `profiles.toml`, `countries.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from docscheck.rulebook.schema import (
    Bilingual,
    Halves,
    ProfileRule,
    Provenance,
    QuestionRule,
    RequirementRule,
    StageRule,
)
from docscheck.rulebook.tables import Table, record, refuse, require_known, take

STAGES = ("registration", "completion", "vitale-card")
SITUATIONS = (
    *("student", "exchange", "quebec_exchange", "quebec_individual", "refugee", "asylum"),
    *("international_organisation", "language_school", "employee"),
)
VISA_KINDS = ("vls_ts", "vls_t", "short_stay", "card_to_request", "minor_school")
QUESTIONED = ("nationality", "age", "ehic", "s1", "situation", "visa_kind", "holds_permit")
"""Keys of the person (`profile.KEYS`) that may be asked for."""
_FLAGS = ("ehic", "s1", "holds_permit", "minor", "under_16")
_CONDITIONS = ("nationality_group", "situation", "visa_kind", *_FLAGS)
PROVENANCE_KEYS = ("source", "source_fr", "as_of", "confidence")


class Names(Struct, frozen=True):
    """What a profile may refer to."""

    requirements: tuple[str, ...]
    groups: tuple[str, ...]
    types: tuple[str, ...]


def countries(file: str, tables: Table) -> dict[str, tuple[str, ...]]:
    """Read the named groups of ISO 3166-1 alpha-3 codes."""
    return {name: _group(file, name, table) for name, table in tables.items()}


def _group(file: str, name: str, table: Table) -> tuple[str, ...]:
    take(file, name, table, known=("codes", *PROVENANCE_KEYS))
    provenance(file, name, table)
    codes = tuple(table.get("codes", ()))
    odd = [code for code in codes if not (isinstance(code, str) and len(code) == 3)]
    if odd:
        raise refuse(file, f"{name}.codes", f"{odd[0]!r} is not an alpha-3 code")
    return codes


def provenance(file: str, key: str, table: Table) -> Provenance:
    """Take the three keys that every rule carries out of its table."""
    return record(file, key, {n: table[n] for n in PROVENANCE_KEYS if n in table}, Provenance)


def requirements(
    file: str, tables: Table, type_ids: Iterable[str], groups: Iterable[str]
) -> dict[str, RequirementRule]:
    """Read what may be asked, in the order of every report."""
    types, names = tuple(type_ids), tuple(groups)
    return {key: _requirement(file, key, table, types, names) for key, table in tables.items()}


def _requirement(
    file: str, key: str, table: Table, types: tuple[str, ...], groups: tuple[str, ...]
) -> RequirementRule:
    known = ("title", "how", "types", "in_doubt", "when", "clauses", "halves", *PROVENANCE_KEYS)
    take(file, key, table, known=known)
    for list_name in ("types", "in_doubt"):
        for type_id in table.get(list_name, ()):
            require_known(file, f"{key}.{list_name}", type_id, types, "type")
    return RequirementRule(
        id=key,
        title=record(file, f"{key}.title", table.get("title"), Bilingual),
        how=record(file, f"{key}.how", table.get("how"), Bilingual),
        types=tuple(table.get("types", ())),
        provenance=provenance(file, key, table),
        in_doubt=tuple(table.get("in_doubt", ())),
        when=conditions(file, f"{key}.when", table.get("when", {}), groups),
        clauses=tuple(table.get("clauses", ())),
        halves=record(file, f"{key}.halves", table["halves"], Halves)
        if "halves" in table
        else None,
    )


def profiles(file: str, table: Table, names: Names) -> tuple[ProfileRule, ...]:
    """Read the profiles in the order in which they are tried; the last must fit everybody."""
    take(file, "", table, known=("profile", "question"))
    read = tuple(_profile(file, row, names) for row in table.get("profile", ()))
    if not read or read[-1].when:
        raise refuse(file, "profile", "the last profile must have no condition")
    return read


def questions(file: str, table: Table, names: Names) -> tuple[QuestionRule, ...]:
    """Read what may be asked for in words, in the order in which it is asked."""
    return tuple(_question(file, row, names) for row in table.get("question", ()))


def _question(file: str, table: Table, names: Names) -> QuestionRule:
    key = str(table.get("id", "question"))
    known = ("id", "key", "values", "when", "types", "marks", *PROVENANCE_KEYS)
    take(file, key, table, known=known)
    require_known(file, f"{key}.key", str(table.get("key", "")), QUESTIONED, "key")
    for type_id in table.get("types", ()):
        require_known(file, f"{key}.types", type_id, names.types, "type")
    values = tuple(table.get("values", ()))
    if not values:
        raise refuse(file, f"{key}.values", "at least one other value is needed")
    return QuestionRule(
        id=key,
        key=str(table["key"]),
        values=values,
        provenance=provenance(file, key, table),
        when=conditions(file, f"{key}.when", table.get("when", {}), names.groups),
        types=tuple(table.get("types", ())),
        marks=tuple(table.get("marks", ())),
    )


def _profile(file: str, table: Table, names: Names) -> ProfileRule:
    key = str(table.get("id", "profile"))
    known = ("id", "title", "when", "registers", "advice", "stages", "accepts", *PROVENANCE_KEYS)
    take(file, key, table, known=known)
    advice = table.get("advice")
    return ProfileRule(
        id=key,
        title=record(file, f"{key}.title", table.get("title"), Bilingual),
        when=conditions(file, f"{key}.when", table.get("when", {}), names.groups),
        registers=_flag(file, f"{key}.registers", table.get("registers")),
        advice=record(file, f"{key}.advice", advice, Bilingual) if advice else None,
        stages=_stages(file, f"{key}.stages", table.get("stages", {}), names),
        provenance=provenance(file, key, table),
        accepts=_accepts(file, f"{key}.accepts", table.get("accepts", {}), names),
    )


def _accepts(file: str, key: str, table: Table, names: Names) -> dict[str, tuple[str, ...]]:
    for requirement, types in table.items():
        require_known(file, key, requirement, names.requirements, "requirement")
        for type_id in types:
            require_known(file, f"{key}.{requirement}", type_id, names.types, "type")
    return {requirement: tuple(types) for requirement, types in table.items()}


def _stages(file: str, key: str, tables: Table, names: Names) -> Mapping[str, StageRule]:
    stages = {}
    for name, table in tables.items():
        require_known(file, key, name, STAGES, "stage")
        stages[name] = record(file, f"{key}.{name}", table, StageRule)
        for requirement in (*stages[name].required, *stages[name].asked):
            require_known(file, f"{key}.{name}", requirement, names.requirements, "requirement")
        for type_id, others in stages[name].not_alone.items():
            for known in (type_id, *others):
                require_known(file, f"{key}.{name}.not_alone", known, names.types, "type")
    return stages


def conditions(file: str, key: str, table: Table, groups: tuple[str, ...]) -> dict[str, str | bool]:
    """Read a table of conditions on the person, of the closed set."""
    allowed = {"nationality_group": groups, "situation": SITUATIONS, "visa_kind": VISA_KINDS}
    for name, value in table.items():
        require_known(file, key, name, _CONDITIONS, "condition")
        if name in _FLAGS:
            _flag(file, f"{key}.{name}", value)
        else:
            require_known(file, f"{key}.{name}", str(value), allowed[name], "value")
    return dict(table)


def _flag(file: str, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise refuse(file, key, "expected true or false")
    return value

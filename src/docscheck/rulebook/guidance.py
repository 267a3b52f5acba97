"""What is told to the student besides findings: the steps of the guide, the days to remember.

The formats are described at the head of `guide.toml` and `deadlines.toml`; as everywhere in the
rules they are closed, and every name in them must be known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docscheck.rulebook.procedure import PROVENANCE_KEYS, STAGES, Names, conditions, provenance
from docscheck.rulebook.schema import (
    ChapterRule,
    DeadlineRule,
    GuideRule,
    Proof,
    StepRule,
)
from docscheck.rulebook.tables import Table, record, refuse, require_known, take

PERSON = (
    *("stage", "nationality", "birth_date", "age", "ehic", "s1", "situation", "visa_kind"),
    "holds_permit",
)
"""What may not be known of the person: `profile.KEYS`, which a test holds to be the same."""
DEADLINES = (
    *("identity_ends", "stay_ends", "cover_ends"),
    *("visa_validation", "school_year", "provisional_number"),
)
"""Kinds of day; each has its sentences `deadline.<id>` in the messages."""
_NUMBERS = ("", "final", "provisional")
_DECEMBER = 12

_STEP_KEYS = (
    *("id", "chapter", "title", "text", "advice", "items", "links", "to_do", "when", "unless"),
    *("unknown", "registers", "reaches", "asks", "stage", "papers", "papers_suffice", "proof"),
    *("clauses", *PROVENANCE_KEYS),
)


def guide(file: str, table: Table, names: Names) -> GuideRule:
    """Read chapters and steps; a step stands in a chapter that exists, and has its own id."""
    take(file, "", table, known=("chapter", "step"))
    chapters = tuple(
        record(file, f"chapter[{number}]", row, ChapterRule)
        for number, row in enumerate(table.get("chapter", ()))
    )
    steps = tuple(_step(file, row, chapters, names) for row in table.get("step", ()))
    _refuse_twice(file, "chapter", [chapter.id for chapter in chapters])
    _refuse_twice(file, "step", [step.id for step in steps])
    return GuideRule(chapters, steps)


def _step(file: str, table: Table, chapters: Sequence[ChapterRule], names: Names) -> StepRule:
    key = str(table.get("id", "step"))
    take(file, key, table, known=_STEP_KEYS)
    known: tuple[tuple[str, Iterable[str], str], ...] = (
        ("chapter", [chapter.id for chapter in chapters], "chapter"),
        ("unknown", PERSON, "key of the person"),
        ("reaches", STAGES, "stage"),
        ("stage", STAGES, "stage"),
        ("papers", STAGES, "stage"),
        ("asks", names.requirements, "requirement"),
    )
    for name, allowed, what in known:
        if name in table:
            require_known(file, f"{key}.{name}", str(table[name]), allowed, what)
    plain = {k: v for k, v in table.items() if k not in (*_MADE_HERE, *PROVENANCE_KEYS)}
    made: dict[str, object] = {
        "when": conditions(file, f"{key}.when", table.get("when", {}), names.groups),
        "unless": [
            conditions(file, f"{key}.unless", row, names.groups) for row in table.get("unless", ())
        ],
        "provenance": provenance(file, key, table),
    }
    if "proof" in table:
        made["proof"] = _proof(file, f"{key}.proof", table["proof"], names)
    return record(file, key, plain | made, StepRule)


_MADE_HERE = ("when", "unless", "proof")


def _proof(file: str, key: str, table: Table, names: Names) -> Proof:
    proof = record(file, key, table, Proof)
    _types_and_number(file, key, proof.types, proof.number, names.types)
    return proof


def deadlines(file: str, tables: Table, type_ids: Iterable[str]) -> tuple[DeadlineRule, ...]:
    """Read the days to remember, in the order of the file."""
    types = tuple(type_ids)
    return tuple(_deadline(file, name, table, types) for name, table in tables.items())


def _deadline(file: str, name: str, table: Table, types: tuple[str, ...]) -> DeadlineRule:
    require_known(file, name, name, DEADLINES, "kind of day")
    known = [n for n in DeadlineRule.__struct_fields__ if n not in ("id", "provenance")]
    take(file, name, table, known=(*known, *PROVENANCE_KEYS))
    plain = {k: v for k, v in table.items() if k not in PROVENANCE_KEYS}
    made: dict[str, object] = {"id": name, "provenance": provenance(file, name, table)}
    rule = record(file, name, plain | made, DeadlineRule)
    _types_and_number(file, name, (*rule.types, *rule.idle_with), rule.number, types)
    if not 0 <= rule.closes_month <= _DECEMBER:
        raise refuse(file, f"{name}.closes_month", "expected a month, 1 to 12")
    if rule.months < 0 or rule.within_days < 0 or min(rule.remind_days, default=1) < 1:
        raise refuse(file, name, "months and days are counted forwards")
    return rule


def _types_and_number(
    file: str, key: str, types: Sequence[str], number: str, known: Sequence[str]
) -> None:
    for type_id in types:
        require_known(file, f"{key}.types", type_id, known, "type")
    require_known(file, f"{key}.number", number, _NUMBERS, "kind of number")


def _refuse_twice(file: str, key: str, ids: Sequence[str]) -> None:
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise refuse(file, key, f'"{twice[0]}" stands there twice')

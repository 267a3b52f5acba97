"""The table of checkers: whole, named after the modules, and known to the catalogue."""

from __future__ import annotations

import tomllib
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields

from docscheck import checkers
from docscheck.checkers import CHECKERS

ROOT = Path(__file__).parents[2]
NOT_CHECKERS = {"__init__", "interface", "evidence", "page_defects", "civil_records"}


def catalogue() -> set[str]:
    return set(tomllib.loads((ROOT / "rules/catalogue.toml").read_text(encoding="utf-8")))


def test_every_module_is_in_the_table_under_its_own_name() -> None:
    folder = Path(checkers.__file__).parent
    named = {p.stem.replace("_", "-") for p in folder.glob("*.py") if p.stem not in NOT_CHECKERS}
    assert named == set(CHECKERS)


def test_every_rule_of_a_checker_is_in_the_catalogue() -> None:
    assert {rule for c in CHECKERS.values() for rule in c.RULES} - catalogue() == set()


def test_settings_are_frozen_records_whose_members_have_defaults() -> None:
    for checker in CHECKERS.values():
        assert issubclass(checker.Settings, Struct), checker.ID
        assert checker.Settings.__struct_config__.frozen, checker.ID
        assert checker.Settings() == checker.Settings(), checker.ID
        assert len(fields(checker.Settings)) >= 1, checker.ID


def test_every_rule_of_the_catalogue_is_wholly_told() -> None:
    rules = tomllib.loads((ROOT / "rules/catalogue.toml").read_text(encoding="utf-8"))
    keys = {"severity", "confidence", "as_of", "source", "title", "why"}
    more = {"source_fr", "never_waived"}
    incomplete = [name for name, rule in rules.items() if not keys <= set(rule) <= keys | more]
    unsaid = [
        n
        for n, r in rules.items()
        if not all(r[k].get(x) for k in ("title", "why") for x in ("fr", "en"))
    ]
    weak = [n for n, r in rules.items() if r["severity"] == "error" and r["confidence"] != "H"]
    assert (incomplete, unsaid, weak) == ([], [], [])

"""What must each profile be asked at each stage? The table of `by_profile.toml`, and its folders.

The table is written by hand from the domain facts. A person's papers are drawn once, as PDFs with
their text, and serve all folders of that person: one file a paper, named after its key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from specimens.channels import native
from specimens.folders.drawing import draw_orders
from specimens.folders.orders import Case, Order
from specimens.model import Person
from specimens.people import draw_person

TABLE = Path(__file__).with_name("by_profile.toml")
STAGES = ("registration", "completion", "vitale-card")
_SEED = 20261123
_YEAR_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Expectation:
    """One folder in order, and what has to come of it."""

    row: str
    """Line of the table of the domain facts."""
    profile: str
    person: str
    stage: str
    declared: Mapping[str, str | bool]
    told_otherwise: Mapping[str, str | bool]
    """What is declared as well when a paper is taken out."""
    required: Mapping[str, str]
    """Requirement -> key of the paper that meets it."""
    asked: Mapping[str, str]
    """Requirement -> key, or empty where it is not in the folder."""
    instead: Mapping[str, tuple[str, ...]]
    doubtful: Mapping[str, str]
    fails: Mapping[str, str]
    fails_as: str
    beside: tuple[str, ...]
    says: tuple[str, ...]
    verdict: str

    @property
    def papers(self) -> tuple[str, ...]:
        """Keys of all papers of the folder."""
        met = (*self.required.values(), *self.asked.values(), *self.fails.values())
        return tuple(dict.fromkeys(key for key in (*met, *self.beside) if key))

    @property
    def statuses(self) -> dict[str, str]:
        """Status of every requirement that must be asked; any other must be not applicable."""
        return {
            **dict.fromkeys(self.required, "satisfied"),
            **{name: "satisfied" if key else "missing" for name, key in self.asked.items()},
            **dict.fromkeys(self.fails, self.fails_as),
        }


@dataclass(frozen=True, slots=True)
class PersonPapers:
    """Somebody with all papers that some folder wants."""

    person: Person
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Key -> PDF."""


@cache
def table() -> dict[str, Any]:
    """Read the table."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def today() -> date:
    """Give the day on which the folders are judged."""
    day: date = table()["today"]
    return day


def expectations() -> Iterator[Expectation]:
    """Give every folder of the table, in its order."""
    for case in table()["case"]:
        for stage in STAGES:
            if stage in case:
                yield _expectation(case, stage, case[stage])


def _expectation(case: Mapping[str, Any], stage: str, row: Mapping[str, Any]) -> Expectation:
    known = {"required", "asked", "instead", "doubtful", "fails", "fails_as", "beside", "says"}
    if unknown := row.keys() - known - {"verdict"}:
        raise ValueError(f"{case['row']}: {stage}: unknown {sorted(unknown)}")
    return Expectation(
        row=case["row"],
        profile=case["profile"],
        person=case["person"],
        stage=stage,
        declared=case.get("declared", {}),
        told_otherwise=case.get("told_otherwise", {}),
        required=row.get("required", {}),
        asked=row.get("asked", {}),
        instead={name: tuple(keys) for name, keys in row.get("instead", {}).items()},
        doubtful=row.get("doubtful", {}),
        fails=row.get("fails", {}),
        fails_as=row.get("fails_as", "nonconforming"),
        beside=tuple(row.get("beside", ())),
        says=tuple(row.get("says", ())),
        verdict=row.get("verdict", "ready"),
    )


def wanted_papers(person: str) -> tuple[str, ...]:
    """Give the keys of the papers that some folder of this person wants, in the table's order."""
    wanted: set[str] = set()
    for expected in expectations():
        if expected.person == person:
            wanted |= set(expected.papers)
            wanted |= {key for keys in expected.instead.values() for key in keys}
    return tuple(key for key in table()["papers"] if key in wanted)


def draw_papers(name: str) -> PersonPapers:
    """Draw a person of the table with all papers."""
    rng = Random(f"{_SEED} {name}")
    person = _person(name, rng)
    other = draw_person(rng, today(), nationality="BRA")
    orders = tuple(_order(key) for key in wanted_papers(name))
    case = Case(name, STAGES[0], today(), person, other, orders)
    drawn = draw_orders(case, rng, unseen=False, translate=False)
    return PersonPapers(person, {one.order.key: native(one.leaves).data for one in drawn})


def _order(key: str) -> Order:
    paper = table()["papers"][key]
    of = paper.get("of")
    return Order(
        key,
        paper["type"],
        variants=tuple(paper.get("variants", ())),
        layouts=tuple(paper.get("layouts", ())),
        person=_person(of, Random(f"{_SEED} {of}")) if of else None,
    )


def _person(name: str, rng: Random) -> Person:
    row = table()["people"][name]
    person = draw_person(rng, today(), nationality=row.get("names", row["nationality"]))
    # Born at home, unmarried: what is compared here is who is asked what.
    person = replace(
        person,
        nationality=row["nationality"],
        birth_country=row.get("names", row["nationality"]),
        married_name=None,
    )
    if "age" not in row:
        return person
    born = today() - timedelta(days=round((row["age"] + 0.5) * _YEAR_DAYS))
    return replace(person, birth_date=born)

"""A whole folder of files, and the answer the checker must give.

`expected` is what `expected.json` of a sample holds:

- `options`: `today`, `stage`, and where declared `nationality`, `ehic`, `s1`: what is told
  to the checker;
- `story`, `defect`: where the folder comes from (`defect` is null in a folder in order);
- `verdict`: the right verdict, `verdicts`: all that are right (a doubt may be `to_review` or
  `not_ready`);
- `rules`: list of `{"any_of": [rule ids], "files": [paths]}`: one of the ids must be found for one
  of the files (empty list of files: anywhere);
- `requirements`: requirement id -> list of statuses that are right;
- `files`: path -> list of `{"pages": [n], "type", "variant", "side", "fields", "mrz_lines",
  "channel", "legible"}`, one for every paper page on every page of the file. `fields` are values as
  the report gives them. A page with `legible: false` was spoiled on purpose and only its finding is
  asked for; a blank page has type null. A file that cannot be opened, or that is junk, has an empty
  list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from specimens.channels import Leaf, SentPage
from specimens.folders import names
from specimens.folders.defects import FAILED, Defect
from specimens.folders.orders import Case
from specimens.folders.packing import Packed

Expected = dict[str, Any]
"""JSON: see the module."""


@dataclass(frozen=True, slots=True)
class FolderSpecimen:
    """The files of one student and the right answer."""

    name: str
    files: Mapping[str, bytes]
    """Relative path with forward slashes -> content."""
    expected: Expected

    def write(self, folder: Path) -> None:
        """Write the files below a folder."""
        for path, data in self.files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A packed file with the path it got."""

    path: str
    packed: Packed


def shelve(packed: tuple[Packed, ...], case: Case, style: str, rng: Random) -> tuple[Shelved, ...]:
    """Give every file its path."""
    taken: dict[str, bytes] = {}
    shelved = []
    for one in packed:
        key, suffix = one.orders[0].key, one.sent.suffix
        name = (
            names.neat(key, rng) if style == "neat" else names.messy(key, suffix, case.person, rng)
        )
        path = names.free(
            names.place(rng, style) + name, names.extension(suffix, style, rng), taken
        )
        taken[path] = one.sent.data
        shelved.append(Shelved(path, one))
    return tuple(shelved)


def answer(
    case: Case, defect_name: str | None, defect: Defect | None, shelved: tuple[Shelved, ...]
) -> Expected:
    """Write down the right answer to the folder."""
    verdicts = defect.verdicts if defect else ("ready",)
    return {
        "story": case.story,
        "defect": defect_name,
        "options": {"today": case.today.isoformat(), "stage": case.stage, **case.options},
        "verdict": verdicts[0],
        "verdicts": list(verdicts),
        "may_be_proven": bool(defect and defect.may_be_proven),
        "rules": [_rule(defect, shelved)] if defect else [],
        "requirements": _requirements(case, defect),
        "files": {one.path: _pages(one.packed) for one in shelved},
    }


def _rule(defect: Defect, shelved: tuple[Shelved, ...]) -> Expected:
    files = [
        one.path for one in shelved if defect.about in {order.key for order in one.packed.orders}
    ]
    return {"any_of": list(defect.rules), "files": files}


def _requirements(case: Case, defect: Defect | None) -> dict[str, list[str]]:
    """Say what each requirement that decides must come to."""
    statuses = {
        order.requirement: ["satisfied"]
        for order in case.orders
        if order.requirement
        in (
            "identity",
            "enrolment",
            "stay",
            "civil_status",
            "bank_details",
            "parental_authorization",
        )
    }
    if defect:
        open_to_doubt = (
            {key: ["satisfied", *FAILED] for key in statuses} if defect.about is None else statuses
        )
        if defect.about is not None:
            touched = next((o.requirement for o in case.orders if o.key == defect.about), None)
            open_to_doubt = {
                **statuses,
                **({touched: ["satisfied", *FAILED]} if touched in statuses else {}),
            }
        statuses = {
            **open_to_doubt,
            **{key: list(value) for key, value in defect.requirements.items()},
        }
    return {
        str(key): value for key, value in sorted(statuses.items(), key=lambda item: str(item[0]))
    }


def _pages(packed: Packed) -> list[Expected]:
    return [
        entry
        for number, page in enumerate(packed.sent.pages, start=1)
        for entry in _page(number, page, packed)
    ]


def _page(number: int, page: SentPage, packed: Packed) -> list[Expected]:
    channel = packed.sent.channel.value
    if not page.leaves:
        return [{"pages": [number], "type": None, "channel": channel, "legible": False}]
    return [_leaf(number, leaf, page, channel) for leaf in page.leaves]


def _leaf(number: int, leaf: Leaf, page: SentPage, channel: str) -> Expected:
    truth = leaf.truth
    return {
        "pages": [number],
        "type": truth.type,
        "variant": truth.variant,
        "side": truth.side,
        "fields": dict(truth.fields),
        "mrz_lines": list(truth.mrz_lines),
        "channel": channel,
        "turned": page.turned,
        "legible": not page.spoiled,
        "template": leaf.paper.template,
    }

"""Draw a whole student's folder from a seed: story, papers, channels, names, at most one defect."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from random import Random

from specimens.channels import Channel
from specimens.folders import names
from specimens.folders.defects import Defect
from specimens.folders.drawing import draw_orders, joined
from specimens.folders.orders import Case, Order
from specimens.folders.packing import Packed, Taste, pack
from specimens.folders.specimen import FolderSpecimen, answer, shelve
from specimens.folders.stories import WEIGHTS, draw_case, stages
from specimens.folders.table import DEFECTS

_TRIES = 600
_FAULTLESS = Defect(lambda case: case, (), None)
_SHARE_MESSY, _SHARE_JUNK, _SHARE_IRRELEVANT = 0.55, 0.3, 0.12


def draw_folder(
    rng: Random,
    today: date,
    *,
    unseen: bool,
    channels: Collection[Channel] = tuple(Channel),
    defect: str | Defect | None = None,
    typed: bool = False,
    story: str | None = None,
    stage: str | None = None,
    style: str | None = None,
    taste: Taste | None = None,
) -> FolderSpecimen:
    """Draw one folder.

    `unseen` takes the layouts kept for measuring; `channels` are the allowed ways of sending (a
    paper that none of them can carry goes its own way); with `typed` every paper is the PDF that a
    computer made of it; `defect` is a key of `table.DEFECTS`, or one of another table;
    `story` (a key of `stories.STORIES`), `stage` and `style` (`neat` or `messy` names) are drawn
    when not given.

    Raises:
        KeyError: no such defect or story.
        ValueError: the defect fits no story at this stage.
    """
    fault = DEFECTS[defect] if isinstance(defect, str) else defect
    name = defect if isinstance(defect, str) else ("mixed_up" if fault else None)
    case = _case(rng, today, fault, story, stage, unseen=unseen)
    changed = fault.change(case) if fault else _with_extras(case, rng)
    if typed:
        orders = tuple(replace(order, channels=(Channel.NATIVE,)) for order in changed.orders)
        changed = replace(changed, orders=orders)
    drawn = draw_orders(changed, rng, unseen=unseen, translate=fault.translate if fault else True)
    taste = replace(taste or Taste(), channels=frozenset(channels))
    packed = tuple(one for group in joined(drawn) for one in pack(group, rng, taste))
    return _finished(changed, name, fault, packed, style or _style(rng), rng)


def _case(
    rng: Random,
    today: date,
    fault: Defect | None,
    story: str | None,
    stage: str | None,
    *,
    unseen: bool,
) -> Case:
    """Draw cases until the defect fits."""
    for _ in range(_TRIES):
        chosen = story or rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        possible = [s for s in stages(chosen) if stage in (None, s)]
        if not possible:
            continue
        case = draw_case(chosen, rng.choice(possible), rng, today, unseen=unseen)
        if (fault or _FAULTLESS).fits(case):
            return case
    raise ValueError("this defect fits no such story and stage")


def _with_extras(case: Case, rng: Random) -> Case:
    """Add now and then a paper that nobody asks for, which is at most a warning."""
    if rng.random() >= _SHARE_IRRELEVANT:
        return case
    extra = rng.choice(
        ("proof_of_address", "insurance_attestation", "transcript", "other", "other")
    )
    return case.with_order(Order(extra.replace("_", " "), extra))


def _style(rng: Random) -> str:
    return "messy" if rng.random() < _SHARE_MESSY else "neat"


def _finished(
    case: Case,
    name: str | None,
    fault: Defect | None,
    packed: tuple[Packed, ...],
    style: str,
    rng: Random,
) -> FolderSpecimen:
    shelved = shelve(packed, case, style, rng)
    expected = answer(case, name, fault, shelved)
    files = {one.path: one.packed.sent.data for one in shelved}
    if style == "messy" and rng.random() < _SHARE_JUNK:
        junk = rng.choice(sorted(names.JUNK))
        files[junk] = names.JUNK[junk]
        expected["files"][junk] = []
    return FolderSpecimen(name or f"in_order_{case.story}", files, expected)

"""Many student folders for little drawing: a stock of papers, given out again and again.

Each folder holds two to four papers of one person, native or scanned; a comment after the end of
each file makes it one of its kind, so that nothing is known by its hash. One folder in twenty also
holds one of the kinds of `tests/hostile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

from specimens.channels import Leaf, ScanWish, native, scan
from specimens.folders import shelf
from specimens.model import Paper, Wish
from specimens.people import draw_person
from tests.hostile.corpus import kinds
from tests.hostile.kind import Kind

TODAY = date(2026, 11, 23)
HOSTILE_SHARE = 0.05
_PERSONS = 8
_FEWEST, _MOST = 2, 4
_SCANNED = ScanWish(dpi=200, grey=True, quality=60)
_TOO_MUCH = ("place.entries-10000", "place.entries-10050", "place.locked-folder")
"""Ten thousand files in one folder, and one that nobody may remove afterwards."""


def write_cohort(root: Path, count: int, seed: int) -> dict[str, str]:
    """Write the folders; give the hostile ones, each with its kind."""
    rng = Random(f"cohort/{seed}")
    stock = [_papers(Random(f"stock/{seed}/{number}")) for number in range(_PERSONS)]
    hostile = set(rng.sample(range(count), max(1, round(count * HOSTILE_SHARE))))
    given = {}
    for number in range(count):
        folder = root / f"{number:04d}"
        folder.mkdir(parents=True)
        papers = rng.choice(stock)
        for name in rng.sample(sorted(papers), rng.randint(_FEWEST, _MOST)):
            (folder / name).write_bytes(papers[name] + f"\n%% {number}\n".encode())
        if number in hostile:
            kind = rng.choice(_hostile_kinds())
            kind.write(folder)
            given[folder.name] = kind.id
    return given


def _papers(rng: Random) -> Mapping[str, bytes]:
    """Draw the papers of one person: three as a site gives them, two as a scanner does."""
    person = draw_person(rng, TODAY, nationality=rng.choice(("MAR", "IND", "BRA", "SEN")))

    def leaf(type_id: str) -> Leaf:
        template, variant = shelf.pick(type_id, (), person, rng, unseen=False)
        paper: Paper = template.draw(person, rng, Wish(TODAY, variant=variant))
        return Leaf(paper)

    return {
        "certificat.pdf": native([leaf("school_certificate")]).data,
        "rib.pdf": native([leaf("rib")]).data,
        "validation.pdf": native([leaf("visa_validation")]).data,
        "passeport.pdf": scan([[leaf("passport")]], rng, _SCANNED).data,
        "visa.pdf": scan([[leaf("visa")]], rng, _SCANNED).data,
    }


def _hostile_kinds() -> list[Kind]:
    return [kind for kind in kinds() if kind.given == "." and kind.id not in _TOO_MUCH]

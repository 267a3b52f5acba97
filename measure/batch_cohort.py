"""Many student folders for little drawing, one in some of them hostile.

Each folder holds two to four papers of one person. In the mixed sort they come from a stock of
persons, native or scanned, and are given out again and again; a comment after the end of each file
makes it one of its kind, so that nothing is known by its hash. In the small sort everybody is a
person of their own with two or three native papers, and one folder in some holds a scanned passport
besides: cheaper to draw and to read, and nobody's papers lie in another's folder. A hostile folder
also holds one of the kinds of `tests/hostile`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

from msgspec import Struct

from specimens.channels import Leaf, ScanWish, native, scan
from specimens.folders import shelf
from specimens.model import Paper, Person, Wish
from specimens.people import draw_person
from tests.hostile.corpus import kinds
from tests.hostile.kind import Kind

TODAY = date(2026, 11, 23)
HOSTILE_SHARE = 0.05
SCANNED = frozenset({"passeport.pdf", "visa.pdf"})
_PERSONS = 8
_FEWEST, _MOST, _FEWER = 2, 4, 3
_STATES = ("MAR", "IND", "BRA", "SEN")
_NATIVE = {
    "certificat.pdf": "school_certificate",
    "rib.pdf": "rib",
    "validation.pdf": "visa_validation",
}
_SCANNED = ScanWish(dpi=200, grey=True, quality=60)
_TOO_MUCH = ("place.entries-10000", "place.entries-10050", "place.locked-folder")
"""Ten thousand files in one folder, and one that nobody may remove afterwards."""


class Mix(Struct, frozen=True):
    """What is in the folders."""

    hostile_share: float = HOSTILE_SHARE
    scanned_one_in: int = 0
    """Of the small sort: folders of which one holds a scanned passport; 0 is the mixed sort."""


class Cohort(Struct, frozen=True):
    """What was written."""

    hostile: Mapping[str, str]
    """Folder -> its kind."""
    papers: Mapping[str, tuple[int, int]]
    """Folder -> honest papers in it, native and scanned; all of one page."""


def write_cohort(root: Path, count: int, seed: int, mix: Mix | None = None) -> Cohort:
    """Write the folders, named by number."""
    mix = mix or Mix()
    rng = Random(f"cohort/{seed}")
    hostile = set(rng.sample(range(count), max(1, round(count * mix.hostile_share))))
    draw = partial(_small_folder, root, seed, mix.scanned_one_in)
    if not mix.scanned_one_in:
        stock = [papers_of_one(Random(f"stock/{seed}/{number}")) for number in range(_PERSONS)]
        papers = dict(_from_stock(root, count, stock, rng))
    else:
        # Each folder has a seed of its own, so that it does not matter who draws it.
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            papers = dict(pool.map(draw, range(count), chunksize=10))
    given = {}
    for number in sorted(hostile):
        kind = Random(f"hostile/{seed}/{number}").choice(_hostile_kinds())
        kind.write(root / _name(number))
        given[_name(number)] = kind.id
    return Cohort(given, papers)


def _name(number: int) -> str:
    return f"{number:05d}"


def _from_stock(
    root: Path, count: int, stock: list[Mapping[str, bytes]], rng: Random
) -> Mapping[str, tuple[int, int]]:
    """Write papers of a stock, and count them by folder."""
    written = {}
    for number in range(count):
        papers = rng.choice(stock)
        names = rng.sample(sorted(papers), rng.randint(_FEWEST, _MOST))
        _fill(root / _name(number), {name: papers[name] for name in names}, number)
        written[_name(number)] = _counted(names)
    return written


def _small_folder(root: Path, seed: int, one_in: int, number: int) -> tuple[str, tuple[int, int]]:
    """Write one folder of the small sort, and count its papers."""
    rng = Random(f"small/{seed}/{number}")
    person = draw_person(rng, TODAY, nationality=rng.choice(_STATES))
    names = rng.sample(sorted(_NATIVE), rng.randint(_FEWEST, _FEWER))
    papers = {name: native([_leaf(_NATIVE[name], person, rng)]).data for name in names}
    if number % one_in == 0:
        papers["passeport.pdf"] = scan([[_leaf("passport", person, rng)]], rng, _SCANNED).data
    _fill(root / _name(number), papers, number)
    return _name(number), _counted(papers)


def _fill(folder: Path, papers: Mapping[str, bytes], number: int) -> None:
    folder.mkdir(parents=True)
    for name, data in papers.items():
        (folder / name).write_bytes(data + f"\n%% {number}\n".encode())


def _counted(names: Iterable[str]) -> tuple[int, int]:
    listed = frozenset(names)
    return len(listed - SCANNED), len(listed & SCANNED)


def papers_of_one(rng: Random) -> Mapping[str, bytes]:
    """Draw the papers of one person: three as a site gives them, two as a scanner does."""
    person = draw_person(rng, TODAY, nationality=rng.choice(_STATES))
    papers = {name: native([_leaf(kind, person, rng)]).data for name, kind in _NATIVE.items()}
    papers["passeport.pdf"] = scan([[_leaf("passport", person, rng)]], rng, _SCANNED).data
    papers["visa.pdf"] = scan([[_leaf("visa", person, rng)]], rng, _SCANNED).data
    return papers


def _leaf(type_id: str, person: Person, rng: Random) -> Leaf:
    template, variant = shelf.pick(type_id, (), person, rng, unseen=False)
    paper: Paper = template.draw(person, rng, Wish(TODAY, variant=variant))
    return Leaf(paper)


@cache
def _hostile_kinds() -> list[Kind]:
    return [kind for kind in kinds() if kind.given == "." and kind.id not in _TOO_MUCH]

"""Folders of recorded facts: what a real worker found in real pages, under other names.

The papers of a few persons are drawn and read once. Each folder then holds two to four of one
person's, as files in which the facts stand in place of a document. So that no two folders are about
one person, words of the surname and digits of the numbers are exchanged for others of the same
length. What is thus not measured: pixels, the memory of workers, and the bytes of real documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct

from docscheck.examine import Examiner
from docscheck.losses import Stage
from docscheck.rulebook.load import for_reading, packaged_rules, read
from docscheck.worker.protocol import Reply, Setup, note
from measure.batch_cohort import SCANNED, TODAY, Cohort, papers_of_one

_FEWEST, _MOST = 2, 4
_NAMES, _NUMBERS = frozenset({"surname"}), frozenset({"document_number", "passport_number"})
_LETTERS = "BCDFGHJKLMNPRSTVWZ"


class Facts(Struct, frozen=True):
    """What a worker said of one paper."""

    notes: bytes
    reply: str


class Recorded(Struct, frozen=True):
    """All papers of one person."""

    papers: Mapping[str, Facts]
    words: tuple[str, ...]
    """Of the surname, as they were read."""
    numbers: tuple[str, ...]


def record(persons: int, seed: int) -> list[Recorded]:
    """Draw and read the papers of some persons, in this process: they are our own."""
    examiner = Examiner(Setup(for_reading(read(packaged_rules())), "auto", TODAY))
    return [_recorded(examiner, Random(f"stock/{seed}/{number}")) for number in range(persons)]


def _recorded(examiner: Examiner, rng: Random) -> Recorded:
    papers, words, numbers = {}, set[str](), set[str]()
    for name, data in papers_of_one(rng).items():
        stages: list[Stage] = []
        reply = examiner.examine(data, ".pdf", stages.append)
        papers[name] = Facts(b" ".join(map(note, stages)), msgspec.json.encode(reply).decode())
        values = tuple(_values(reply))
        words |= {word for kind, value in values if kind in _NAMES for word in value.split()}
        numbers |= {value for kind, value in values if kind in _NUMBERS}
    return Recorded(papers, tuple(sorted(words)), tuple(sorted(numbers)))


def _values(reply: Reply) -> Iterable[tuple[str, str]]:
    for part in reply.examined.parts:
        for field in part.fields:
            yield field.name, field.value


def write_recorded(root: Path, count: int, seed: int, stock: list[Recorded]) -> Cohort:
    """Write the folders, named by number; none is hostile."""
    papers = {}
    for number in range(count):
        rng = Random(f"recorded/{seed}/{number}")
        one, folder = rng.choice(stock), root / f"{number:05d}"
        folder.mkdir(parents=True)
        names = rng.sample(sorted(one.papers), rng.randint(_FEWEST, _MOST))
        renamed = another(one, rng)
        for name in names:
            facts = one.papers[name]
            head = f"%% {number}\n".encode() + facts.notes + b"\n"
            (folder / name).write_bytes(head + renamed(facts.reply).encode())
        scanned = len(SCANNED.intersection(names))
        papers[folder.name] = (len(names) - scanned, scanned)
    return Cohort({}, papers)


def another(one: Recorded, rng: Random) -> Callable[[str], str]:
    """Make somebody else of a person: give what exchanges names and numbers in a text."""
    digits = str.maketrans("0123456789", "".join(rng.sample("0123456789", 10)))
    exchanged = {number: number.translate(digits) for number in one.numbers}
    for word in one.words:
        exchanged[word] = "".join(rng.choices(_LETTERS, k=len(word)))
    if not exchanged:
        return str
    # The longest first: of two words one may begin with the other.
    longest = sorted(exchanged, key=len, reverse=True)
    any_of_them = re.compile("|".join(map(re.escape, longest)))
    return lambda text: any_of_them.sub(lambda found: exchanged[found[0]], text)

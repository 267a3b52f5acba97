"""How often is a machine-readable zone read right? `python -m measure.zone_pages`.

Pages of layouts kept for measuring are drawn once and worn in many ways, each way by code of its
own that nothing was trained on. Every picture goes through the reader of the product; photographs
of 12 million pixels go through everything a file goes through. A value is wrong where the product
says another than was printed, and *wrong and proven* where it also calls it proven.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import cv2
import numpy as np

from docscheck.document import Mrz, Standing
from docscheck.mrz import read_mrz
from docscheck.read_page import parsed_zone
from docscheck.readers import mrz
from measure.photographed import examine_photo
from measure.zone_papers import TODAY, ZonePage, draw_page, values
from measure.zone_table import table
from measure.zone_wear import WEARS, worn

SHARES = {"TD3": 34, "TD1": 26, "MRV-A": 16, "MRV-B": 8, "TD2": 8, "FRA-ID": 8}
"""Pages of each shape in a hundred."""
SEVEN = (
    *("document_number", "birth_date", "expiry_date"),
    *("sex", "nationality", "surname", "given_names"),
)
PROVABLE = SEVEN[:3]
_WAYS = (*WEARS, *(["hardest"] * 6))
_NONE_IN = 11
"""One page in so many is one without a zone."""


@dataclass(frozen=True, slots=True)
class Task:
    """One page to draw, and what to do with it."""

    shape: str
    number: int
    seed: int
    photo: bool
    keep: Path | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one picture."""

    shape: str
    way: str
    number: int
    found: bool
    exact: bool = False
    as_read: bool = False
    """Exact without a repair."""
    key: bool = False
    """Number, birth and expiry right."""
    seven: bool = False
    proven: int = 0
    provable: int = 0
    wrong_proven: tuple[str, ...] = ()
    held_wrong: bool = False
    """All check digits hold over lines of which one is wrong."""
    cpu_seconds: float = 0.0


def main() -> int:
    """Draw, wear, read, count; 1 when a value called proven was wrong."""
    given = _arguments()
    readings: list[Reading] = []
    with ProcessPoolExecutor(max_workers=given.jobs) as pool:
        for done in pool.map(measure, plan(given.count, given.seed, given.keep), chunksize=1):
            readings += done
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{len(readings)} of {given.count}")
    text = table(readings, f"{len(readings)} pictures, seed {given.seed}")
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 1 if any(reading.wrong_proven for reading in readings) else 0


def plan(count: int, seed: int, keep: Path | None = None) -> list[Task]:
    """Plan pages until their pictures are `count` or a few more."""
    rng = Random(f"zones/{seed}")
    tasks: list[Task] = []
    pictures = 0
    while pictures < count:
        number = len(tasks)
        shape = rng.choices(list(SHARES), list(SHARES.values()))[0]
        photo = number % 2 == 0
        if number % _NONE_IN == _NONE_IN - 1:
            shape, photo = "none", False
        tasks.append(Task(shape, number, seed, photo, keep))
        pictures += 1 if photo else len(_WAYS)
    return tasks


def measure(task: Task) -> list[Reading]:
    """Draw one page and read every picture made of it."""
    cv2.setNumThreads(1)
    page = draw_page(task.shape, task.number, task.seed)
    if task.photo:
        start = time.process_time()
        zone, file = examine_photo(page.leaf, Random(f"photo/{task.seed}/{task.number}"))
        reading = judged(task, "photo", page.lines, zone, time.process_time() - start)
        _keep(task, reading, file)
        return [reading]
    return [_read(task, page, i) for i in range(len(_WAYS))]


def _read(task: Task, page: ZonePage, number: int) -> Reading:
    picture = worn(
        _WAYS[number], page.picture, np.random.default_rng([task.seed, task.number, number])
    )
    start = time.process_time()
    found = read_mrz(picture, 1)
    spent = time.process_time() - start
    zone = parsed_zone(found) if found is not None else None
    reading = judged(task, _WAYS[number], page.lines, zone, spent)
    _keep(task, reading, cv2.imencode(".png", picture)[1].tobytes())
    return reading


def judged(
    task: Task, way: str, lines: tuple[str, ...], zone: Mrz | None, cpu_seconds: float
) -> Reading:
    """Compare what was read with what is printed."""
    if zone is None or task.shape == "none":
        return Reading(task.shape, way, task.number, zone is not None, cpu_seconds=cpu_seconds)
    true = values(lines)
    fields = {field.name: field for field in mrz.fields(zone, TODAY)}
    read = {name: fields[name].value if name in fields else "" for name in SEVEN}
    right = {name: read[name] == true.get(name, "") for name in SEVEN}
    proven = [
        name for name in PROVABLE if name in fields and fields[name].standing is Standing.PROVEN
    ]
    repaired = {(r.line, r.column): r.read for r in zone.repairs}
    return Reading(
        task.shape,
        way,
        task.number,
        found=True,
        exact=zone.lines == lines,
        as_read=zone.lines == lines and not repaired,
        key=all(right[name] for name in PROVABLE),
        seven=all(right.values()),
        proven=len(proven),
        provable=sum(name in true for name in PROVABLE),
        wrong_proven=tuple(name for name in proven if not right[name]),
        held_wrong=zone.proven and zone.lines != lines,
        cpu_seconds=cpu_seconds,
    )


def _keep(task: Task, reading: Reading, picture: bytes) -> None:
    clean = reading.exact if task.shape != "none" else not reading.found
    if task.keep is None or clean:
        return
    task.keep.mkdir(parents=True, exist_ok=True)
    kind = "wrong_proven" if reading.wrong_proven else "wrong" if reading.found else "lost"
    suffix = "jpg" if picture[:2] == b"\xff\xd8" else "png"
    name = f"{kind}_{task.number:04d}_{reading.shape}_{reading.way}.{suffix}"
    (task.keep / name).write_bytes(picture)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.zone_pages", description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="pictures")
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="directory for every picture not read exactly")
    parser.add_argument("--output", type=Path, help="Markdown file to write")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())

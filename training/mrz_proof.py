"""How many zones are read right, how much of them is proven, and is anything proven wrong?

    PYTHONPATH=src:. python -m training.mrz_proof --zones 2000
    PYTHONPATH=src:. python -m training.mrz_proof --pages 4

`--zones` draws the lines of whole zones worn as in training, two in three harder, half of them in
the cut that was never taught, and reads them where they stand: what is measured is the glyphs and
the proof. `--pages` reads whole drawn pages, so many of each kind of wear. One zone in twelve
carries a check digit that is wrong on the paper.

A value is wrong when it is not what is printed. Nothing wrong may be proven.
"""

from __future__ import annotations

import string
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from datetime import date

import cv2
import numpy as np

from docscheck.document import Mrz, Source, Standing
from docscheck.mrz import MrzReading, read_mrz
from docscheck.mrz.decode import believed, confidences, repair, shape_of, spell, unproven
from docscheck.mrz.glyphs import network
from docscheck.mrz.grid import answers_at, rows
from docscheck.mrz.straighten import MARGIN_CELLS, Floats
from docscheck.read_page import parsed_zone
from docscheck.readers.mrz import fields, parse
from docscheck.readers.mrz_shapes import BY_NAME, check_digits
from training import mrz_pages, mrz_web
from training.mrz_strips import HELD_OUT, TAUGHT, draw_line

SHAPES = ("TD3", "TD1", "TD2", "MRV-A", "MRV-B", "FRA-ID")
ODDS = (0.4, 0.25, 0.1, 0.1, 0.05, 0.1)
KEY = ("document_number", "birth_date", "expiry_date")
TODAY = date(2026, 11, 25)
HARDNESS = (0.6, 1.0, 1.4)
"""Of the wear of strips; 1 is what was taught."""
FALSE_DIGIT = 1 / 12
"""Zones with a check digit that is wrong on the paper."""


def zone(shape: str, rng: np.random.Generator) -> tuple[str, ...]:
    """Invent a zone, now and then one of those that readers trip over."""
    lines = mrz_pages.zone(shape, rng)
    spans = BY_NAME[shape].elements
    odd = rng.random()
    if odd < 0.08:  # day, or day and month, of birth unknown
        born = spans["birth_date"].of(lines)
        lines = _with(lines, shape, birth_date=born[: int(rng.choice([2, 4]))].ljust(6, "<"))
    elif odd < 0.16 and shape == "TD1":
        lines = _long_number(lines, rng)
    elif (
        odd < 0.24 and shape != "FRA-ID"
    ):  # a number and optional data that fill their places, as in China
        full = "".join(rng.choice(list(string.digits), spans["document_number"].end
                                  - spans["document_number"].start - 1))  # fmt: skip
        lines = _with(lines, shape, document_number=str(rng.choice(list("EGKOIZSB1"))) + full)
    if rng.random() < FALSE_DIGIT:
        check = BY_NAME[shape].checks[rng.integers(len(BY_NAME[shape].checks))].digit
        wrong = str((int(check.of(lines).replace("<", "0")) + rng.integers(1, 10)) % 10)
        lines = _replaced(lines, check.line, check.start, wrong)
    return lines


def _with(lines: tuple[str, ...], shape: str, **values: str) -> tuple[str, ...]:
    """Print other values, and every check digit anew."""
    layout = BY_NAME[shape]
    for name, value in values.items():
        span = layout.elements[name]
        lines = _replaced(lines, span.line, span.start, value)
    for check in layout.checks:
        digit = next(d.computed for d in check_digits(layout, lines) if d.name == check.name)
        if check.digit.of(lines) != "<" or check.name == "composite":
            lines = _replaced(lines, check.digit.line, check.digit.start, digit)
    return lines


def _long_number(lines: tuple[str, ...], rng: np.random.Generator) -> tuple[str, ...]:
    rest = "".join(rng.choice(list(string.digits), int(rng.integers(1, 5))))
    digit = mrz_pages.check_digit(lines[0][5:14].replace("<", "7") + rest)
    first = lines[0][:5] + lines[0][5:14].replace("<", "7") + "<" + rest + digit
    return _with((first.ljust(30, "<"), *lines[1:]), "TD1")


def _replaced(lines: tuple[str, ...], line: int, start: int, value: str) -> tuple[str, ...]:
    made = list(lines)
    made[line] = made[line][:start] + value + made[line][start + len(value) :]
    return tuple(made)


def answers(
    lines: tuple[str, ...], seed: list[int], hardness: float, held_out: bool
) -> list[Floats]:
    """Draw all lines of a zone with the same wear, and say what the glyphs are seen as."""
    cuts = HELD_OUT if held_out else TAUGHT[:2]
    cut = cuts[np.random.default_rng(seed).integers(len(cuts))]
    blank = " " * MARGIN_CELLS
    found = []
    for line in lines:
        strip = draw_line(np.random.default_rng(seed), blank + line + blank, cut, hardness)
        scores = network().score(strip.pixels)
        found.append(answers_at(scores, rows(scores, (len(line),))[len(line)].places))
    return found


def read_strips(seen: list[Floats]) -> Mrz | None:
    """Read answers as `mrz.reading` does once it has laid the grid."""
    shape = shape_of(seen)
    if shape is None:
        return None
    spelled = spell(shape, seen)
    lines, repairs = repair(shape, seen, spelled)
    sure = confidences(seen, lines)
    mean = float(np.mean([c for row in sure for c in row]))
    if not believed(shape, mean, spelled):
        return None
    zone = parse(lines, confidence=mean)
    if zone is None:
        return None
    return Mrz(
        zone.shape, zone.lines, zone.check_digits, 1, None, mean, repairs, Source.MRZ,
        unproven(shape, seen, lines),
    )  # fmt: skip


def judge(zone: Mrz | None, shape: str, lines: tuple[str, ...]) -> tuple[Counter[str], list[str]]:
    """Count what is right and what is proven, and tell what is proven wrong."""
    counts = Counter(zones=1)
    true = parse(lines)
    if true is None:
        raise ValueError(lines)
    printed = {f.name: f.value for f in fields(true, TODAY) if f.name in KEY}
    if shape == "FRA-ID":
        printed.pop("expiry_date", None)
    counts.update({f"{name} printed": 1 for name in printed})
    if zone is None:
        return counts + Counter(lost=1), []
    counts["exact"] = zone.shape == shape and zone.lines == lines
    counts["exact, repaired"] = counts["exact"] and bool(zone.repairs)
    amiss = []
    for field in fields(zone, TODAY):
        if field.name in KEY:
            right = printed.get(field.name) == field.value
            counts[f"{field.name} right"] += right
            if field.standing is Standing.PROVEN:
                counts[f"{field.name} proven"] += right
                counts["WRONG PROVEN"] += not right
                if not right:
                    amiss.append(f"{field.name} {printed.get(field.name)} read {field.value}: "
                                 f"{lines} read {zone.lines} {zone.repairs}")  # fmt: skip
    return counts, amiss


def show(title: str, counts: Counter[str], spent: float) -> None:
    zones = counts["zones"]
    row = f"{title:20} {zones:5}  exact {counts['exact'] / zones:6.1%}"
    row += f" (repaired {counts['exact, repaired']:3})  lost {counts['lost']:4}"
    for name in KEY:
        printed = max(1, counts[f"{name} printed"])
        right, proven = counts[f"{name} right"], counts[f"{name} proven"]
        row += f"  {name.split('_')[0]} {right / printed:6.1%} proven {proven / printed:6.1%}"
    print(f"{row}  WRONG PROVEN {counts['WRONG PROVEN']}  {spent / zones * 1e3:.0f} ms", flush=True)


def strips(count: int, seed: int) -> Counter[str]:
    total: Counter[str] = Counter()
    for hardness in HARDNESS:
        counts: Counter[str] = Counter()
        start = time.process_time()
        for i in range(count // len(HARDNESS)):
            rng = np.random.default_rng([seed, i, int(hardness * 10)])
            shape = str(rng.choice(SHAPES, p=ODDS))
            lines = zone(shape, rng)
            seen = answers(lines, [seed, i, int(hardness * 10), 1], hardness, i % 2 == 1)
            found, amiss = judge(read_strips(seen), shape, lines)
            counts += found
            for line in amiss:
                print(line, file=sys.stderr)
        show(f"strips, wear {hardness}", counts, time.process_time() - start)
        total += counts
    return total


def pages(count: int, seed: int) -> Counter[str]:
    total: Counter[str] = Counter()
    drawn = [("page", name) for name in mrz_pages.WEARS] + [("web", n) for n in mrz_web.WEARS]
    for kind, name in drawn:
        counts: Counter[str] = Counter()
        start = time.process_time()
        for i in range(count):
            rng = np.random.default_rng([seed, i, *name.encode()])
            shape = str(rng.choice(SHAPES[:5] if kind == "web" else SHAPES))
            lines = zone(shape, rng)
            if kind == "web":
                picture = mrz_web.document(shape, lines, rng, i % 2 == 1)
                picture = mrz_web.wear(name, shape, picture, rng)
            else:
                cut = mrz_pages.CUTS[i % 2]
                picture = mrz_pages.wear(name, mrz_pages.draw(shape, lines, rng, cut), rng)
            found, amiss = judge(_parsed(read_mrz(picture, 1)), shape, lines)
            counts += found
            for line in amiss:
                print(line, file=sys.stderr)
        show(f"{kind} {name}", counts, time.process_time() - start)
        total += counts
    return total


def _parsed(reading: MrzReading | None) -> Mrz | None:
    return parsed_zone(reading) if reading is not None else None


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--zones", type=int, default=0)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    cv2.setNumThreads(1)
    total: Counter[str] = Counter()
    start = time.process_time()
    if chosen.zones:
        total += strips(chosen.zones, chosen.seed)
    if chosen.pages:
        total += pages(chosen.pages, chosen.seed)
    show("all", total, time.process_time() - start)


if __name__ == "__main__":
    main()

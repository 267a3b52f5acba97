"""How well are machine-readable zones read that nobody trained on? `python -m measure.zones`.

Every paper is drawn once and worn in all ways; one paper in `_EVERY_BLANK` has no zone. A seed
named in the output draws its picture again: `--only SEED --keep DIR`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

from measure.zones_reading import answer, examined
from measure.zones_score import Outcome, judge
from measure.zones_table import goals, table
from specimens.unseen_zones.lines import SHAPES
from specimens.unseen_zones.papers import DrawnPaper, draw_paper, draw_without
from specimens.unseen_zones.pictures import CHANNELS, Sent, picture

_EVERY_BLANK = 13
"""One paper in so many has no zone: about 8 % of the pictures."""
_EVERY_EXAMINED = 50
"""One picture in so many goes through the whole examination, whose words take ten times as long."""
_ONE_THREAD = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
"""As the workers of docscheck have it: threads that wait for each other count as CPU time. Read
when the libraries are loaded, so the processes that measure start afresh."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture and what is printed on it."""

    seed: str
    """`SEED/PAPER/CHANNEL`."""
    channel: str
    paper: DrawnPaper
    sent: Sent


def main() -> int:
    """Read the arguments, measure, write the tables; 0 when every aim is met."""
    given = _arguments()
    if given.only:
        seed, number, channel = given.only.split("/")
        outcomes = measure(seed, given.keep, (channel,), int(number))
    else:
        papers = -(-given.count // len(CHANNELS))
        work = partial(measure, given.seed, given.keep, CHANNELS)
        os.environ.update(_ONE_THREAD)
        fresh = get_context("spawn")
        with ProcessPoolExecutor(max_workers=given.jobs, mp_context=fresh) as pool:
            outcomes = [one for some in pool.map(work, range(papers)) for one in some]
    text = table(outcomes, f"{len(outcomes)} pictures, seed {given.seed}")
    if given.output:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0 if all(goal.met for goal in goals(outcomes)) else 1


def measure(
    seed: str,
    keep: Path | None,
    channels: tuple[str, ...],
    number: int,
    every: int | None = _EVERY_EXAMINED,
) -> list[Outcome]:
    """Draw one paper in some ways, read it, compare; keep the pictures that were not read right."""
    outcomes = []
    for place, drawn in enumerate(pictures(seed, number, channels)):
        whole = every is not None and (number * len(CHANNELS) + place) % every == 0
        sent = drawn.sent
        report = examined(sent.data, sent.extension) if whole else None
        got = answer(sent.data)
        one = judge(drawn.seed, drawn.channel, sent.wears, drawn.paper.zone, got, report)
        if keep is not None and (one.bad or one.wrong_proven):
            _keep(keep, drawn, one, got.lines)
        outcomes.append(one)
    return outcomes


def pictures(seed: str, number: int, channels: tuple[str, ...] = CHANNELS) -> Iterator[Drawn]:
    """Draw one paper and give it in some ways."""
    rng = Random(f"zones/{seed}/{number}")
    if number % _EVERY_BLANK == _EVERY_BLANK - 1:
        paper = draw_without(rng)
    else:
        paper = draw_paper(rng, rng.choices(list(SHAPES), list(SHAPES.values()))[0])
    for channel in channels:
        sent = picture(paper, channel, Random(f"zones/{seed}/{number}/{channel}"))
        yield Drawn(f"{seed}/{number}/{channel}", channel, paper, sent)


def _keep(place: Path, drawn: Drawn, one: Outcome, got: tuple[str, ...]) -> None:
    place.mkdir(parents=True, exist_ok=True)
    name = place / f"{one.shape}_{drawn.seed.replace('/', '_')}"
    name.with_suffix(drawn.sent.extension).write_bytes(drawn.sent.data)
    zone = drawn.paper.zone
    true = zone.lines if zone is not None else ()
    said = [f"wears {' '.join(one.wears)}", "printed", *true, "read", *got, *one.wrong_proven, ""]
    name.with_suffix(".txt").write_text("\n".join(said), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.zones", description=__doc__)
    parser.add_argument("--count", type=int, default=5_000, help="pictures")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="folder for pictures not read right")
    parser.add_argument("--only", default="", help="one picture, by the seed of the output")
    parser.add_argument("--output", type=Path, help="Markdown file to write")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())

"""A small fixed part of the accuracy run, for every test run. `python -m measure.baseline`.

It writes `measure/baseline.toml`; a test measures the same again and fails when a figure is worse.
The folders are few: they notice that something broke, and say nothing of how good docscheck is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from measure import accuracy_goals as told
from measure.accuracy import Task, measure
from measure.comparison import Outcome, Score
from specimens.channels import Channel

PLACE = Path(__file__).with_name("baseline.toml")
FEWER_IS_BETTER = frozenset({"look_alikes_taken", "proven_wrong", "false_ready", "values_wrong"})
_LOOSE = (
    ("rib", Channel.SCAN), ("bank_statement", Channel.NATIVE), ("visa", Channel.PHOTO),
    ("school_certificate", Channel.SCAN), ("admission_letter", Channel.NATIVE),
    ("residence_permit", Channel.NATIVE), ("birth_certificate", Channel.NATIVE),
    ("passport", Channel.SCAN), ("transcript", Channel.NATIVE), ("vitale_form", Channel.NATIVE),
)  # fmt: skip
_TASKS = (
    Task(0, "baseline/loose", None, None, _LOOSE),
    Task(1, "baseline/order", None, None),
    Task(2, "baseline/defect", "expired_passport", None),
)


def main() -> int:
    """Measure and write the figures down."""
    lines = [f"{name} = {count}\n" for name, count in figures(jobs=2).items()]
    head = "# Written by `make baseline`: what a small fixed part of the accuracy run reaches.\n"
    PLACE.write_text(head + "".join(lines), encoding="utf-8")
    return 0


def figures(jobs: int) -> dict[str, int]:
    """Measure the fixed part."""
    score = Score()
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for outcome in pool.map(measure, _TASKS):
            if outcome.failure:
                raise RuntimeError(outcome.failure)
            score.add(outcome.score)
    return {
        "pages_right": sum(page.right for page in score.pages),
        "values_exact": sum(one.outcome is Outcome.EXACT for one in score.fields),
        "values_wrong": sum(one.outcome is Outcome.WRONG for one in score.fields),
        "zones_exact": told.zones(score).hits,
        "defects_found": told.found(score).hits,
        "in_order_ready": told.in_order(score, "ready").hits,
        "look_alikes_taken": told.look_alikes_taken(score).hits,
        "proven_wrong": told.proven_wrong(score).hits,
        "false_ready": told.false_ready(score).hits,
    }


def kept() -> dict[str, int]:
    """Give the figures written down."""
    written: dict[str, int] = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    return written


def worse(now: Mapping[str, int], before: Mapping[str, int]) -> list[str]:
    """Name the figures that got worse.

    >>> worse({"pages_right": 8, "proven_wrong": 0}, {"pages_right": 9, "proven_wrong": 0})
    ['pages_right is 8, was 9']
    >>> worse({"pages_right": 9, "proven_wrong": 1}, {"pages_right": 8, "proven_wrong": 0})
    ['proven_wrong is 1, was 0']
    """
    return [
        f"{name} is {now[name]}, was {count}"
        for name, count in before.items()
        if (now[name] > count if name in FEWER_IS_BETTER else now[name] < count)
    ]


if __name__ == "__main__":
    raise SystemExit(main())

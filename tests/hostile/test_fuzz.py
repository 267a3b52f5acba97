"""T4 of `reliability.md`, its short part; the rest by `python -m measure.fuzz`."""

from __future__ import annotations

from measure.fuzz import mutation, run, seeds

COUNT = 150
"""What fits the suite; 50,000 by `make fuzz`."""


def test_seeds_are_many_and_mutations_the_same_each_time() -> None:
    assert len(seeds()) >= 60
    assert mutation(1, 7) == mutation(1, 7)
    assert mutation(1, 7) != mutation(2, 7)


def test_nothing_is_lost() -> None:
    lost, ends = run(COUNT, seed=20261123, jobs=2)
    assert lost == []
    assert sum(ends.values()) == COUNT
    assert ends["opened"] > COUNT / 20
    assert ends["corrupt"] > COUNT / 20

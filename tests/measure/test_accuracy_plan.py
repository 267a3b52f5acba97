"""The folders of an accuracy run: half in order, and enough of every kind of defect."""

from __future__ import annotations

from collections import Counter

from measure.accuracy import plan
from specimens.folders import DEFECTS


def test_half_of_the_folders_are_in_order() -> None:
    tasks = plan(300, "7", None)
    assert Counter(task.defect is None for task in tasks) == {True: 150, False: 150}


def test_every_kind_of_defect_has_its_folders() -> None:
    tasks = plan(300, "7", None, each=10)
    kinds = Counter(task.defect for task in tasks if task.defect)
    assert kinds == dict.fromkeys(DEFECTS, 10)


def test_no_two_folders_are_drawn_alike() -> None:
    tasks = plan(300, "7", None, each=10)
    assert len({task.seed for task in tasks}) == len(tasks)
    assert tasks[:300] == plan(300, "7", None)

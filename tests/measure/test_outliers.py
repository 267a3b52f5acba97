"""Right is a report that names the paper that differs, and it alone."""

from __future__ import annotations

from datetime import date

import pytest

from measure.outliers import Outcome, Score, Task, table


def _outcome(
    kind: str, named: tuple[str, ...], case: str = "", ready: bool | None = None
) -> Outcome:
    task = Task(0, "seed", date(2026, 11, 23), kind, typed=True, unseen=True, keep=None)
    wanted = () if kind.startswith(("in_order", "spelling", "joint")) else ("a.pdf",)
    return Outcome(task, wanted, ("translation.pdf",), named, (), "to_review", (case,), ready)


@pytest.mark.parametrize(
    ("named", "right"),
    [
        (("a.pdf",), True),
        (("a.pdf", "translation.pdf"), True),
        (("a.pdf", "b.pdf"), False),
        (("b.pdf",), False),
        ((), False),
    ],
)
def test_the_paper_that_differs_and_it_alone(named: tuple[str, ...], right: bool) -> None:
    assert _outcome("letter_visa", named).right is right


def test_the_kind_of_slip_counts_where_the_paper_is_named() -> None:
    assert _outcome("digit_visa", ("a.pdf",), "digit").slip_said is True
    assert _outcome("digit_visa", ("a.pdf",), "swapped").slip_said is False
    assert _outcome("digit_visa", ("b.pdf",), "digit").slip_said is None
    assert _outcome("other_visa", ("a.pdf",), "").slip_said is None


def test_the_table_gives_every_count() -> None:
    score = Score()
    for outcome in (
        _outcome("letter_visa", ("a.pdf",), "slip"),
        _outcome("letter_birth", ()),
        _outcome("twin_passport", ("a.pdf",), "twin", ready=False),
        _outcome("in_order", ("a.pdf",)),
        _outcome("joint_rib", ()),
    ):
        score.add(outcome)
    text = table(score, "test")
    assert "named, and it alone: 66.7 % (2/3;" in text
    assert "of those named: 100.0 % (2/2;" in text
    assert "nobody should be: 50.0 % (1/2;" in text
    assert "where one is asked: 0.0 % (0/1;" in text
    assert "| letter | 50.0 % (1/2;" in text

"""T10 of `reliability.md` for regular expressions: none is slow on a text made to be bad for it.

Every expression of the package is run by the methods that the code calls, on the twelve bad runs
and on those made from the expression itself: on 50 and 100 kB here, on 50 to 400 kB by
`make growth`. R13: no expression is given more than 200 kB.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from docscheck.rulebook.load import load
from tests.growth.bad_runs import TWELVE, Run, runs_for
from tests.growth.clock import Bounds, fault
from tests.growth.own_patterns import MADE, METHODS, OwnPattern, calls, own_patterns

PATTERNS = own_patterns()
LEAST = 200
"""A walk that finds fewer has lost its way."""
STEP = 50_000
BOUNDS = Bounds(floor_s=0.025, start_s=0.01, per_character_s=5e-6)
"""What takes 25 ms on 100 kB and grows with the square takes 0.1 s on all that it can be given."""


def first_fault(own: OwnPattern, sizes: tuple[int, ...]) -> str:
    for run in runs_for(own.pattern):
        for method in own.methods:
            if found := fault(work(own.pattern, method), run.of, sizes, BOUNDS):
                return f"{method} on {run}: {found}"
    return ""


def work(pattern: re.Pattern[Any], method: str) -> Callable[[str], object]:
    call = getattr(pattern, method)
    if isinstance(pattern.pattern, bytes):
        return lambda text: deque(as_iterable(call(text.encode("latin-1", "replace"))), maxlen=0)
    return lambda text: deque(as_iterable(call(text)), maxlen=0)


def as_iterable(found: Any) -> Iterator[Any]:
    return found if isinstance(found, Iterator) else iter(())


@pytest.mark.parametrize("own", PATTERNS, ids=lambda own: own.where)
def test_time_grows_with_the_text(own: OwnPattern) -> None:
    assert first_fault(own, (STEP, 2 * STEP)) == ""


@pytest.mark.long
@pytest.mark.parametrize("own", PATTERNS, ids=lambda own: own.where)
def test_time_grows_with_long_texts(own: OwnPattern) -> None:
    assert first_fault(own, (STEP, 2 * STEP, 4 * STEP, 8 * STEP)) == ""


def test_the_walk_finds_the_patterns_of_every_kind() -> None:
    places = {own.where for own in PATTERNS}
    assert len(PATTERNS) >= LEAST
    assert {
        "account_holders.py:_JOINT",  # at the top of a module
        "readers/parents.py:_NAMED",  # in a table
        "pages/pdf_cost.py:_DRAWS",  # of bytes
        "readers/iban.py:_misprint",  # a literal in a function
        "classify/phrases.py:_wide",  # of the rules
    } <= places


def test_what_a_function_makes_is_measured() -> None:
    made = {call.where for call in calls() if call.pattern is None and ":" in call.where}
    assert made == set(MADE)
    rules = load()
    assert not [where for where, (make, _) in MADE.items() if next(make(rules), None) is None]


def test_a_function_that_compiles_keeps_what_it_made() -> None:
    compiled = [call for call in calls() if call.name == "compile" and ":" in call.where]
    assert compiled
    assert not [call for call in compiled if not call.cached]


SLOW = (r"\s+(?:ou|et)\s+", r"\s*$", r"(?:a+)+b", r"\bdu\b.*\bau\b", r"\w+@", r"(?:\w+ )*\.")
QUICK = (r"\s+", r"(?<!\s)\s++(?:ou|et)\s+", r"\d{1,4}[a-z]?", r"\bdu\b.{0,40}\bau\b")


@pytest.mark.parametrize("text", SLOW)
def test_what_grows_with_the_square_or_worse_is_told(text: str) -> None:
    assert first_fault(OwnPattern("", re.compile(text), ("finditer",)), (STEP, 2 * STEP))


@pytest.mark.parametrize("text", QUICK)
def test_what_grows_with_the_text_is_not(text: str) -> None:
    assert not first_fault(OwnPattern("", re.compile(text), METHODS), (STEP, 2 * STEP))


def test_bad_runs_are_made_of_what_an_expression_knows() -> None:
    assert len(TWELVE) == 12
    runs = runs_for(re.compile(r"ne\s+le (?:\d+|jour)[^;]*;"))
    assert {Run(" "), Run(" ", "ne"), Run("ne ")} <= set(runs)
    assert any("jour" in run.piece for run in runs)

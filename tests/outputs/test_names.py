"""Names that want to deceive or to break something, through every output (T5).

`python -m measure.names --count 10000` does the same with as many as one likes.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measure import names

COUNT = 120
FILE_NAMES = st.binary(min_size=1, max_size=80).map(
    lambda data: os.fsdecode(data.replace(b"\0", b"\x01").replace(b"/", b"|"))
)


@pytest.mark.parametrize("start", range(0, COUNT, 40))
def test_drawn_names_come_through_every_output(start: int) -> None:
    drawn = list(names.names(COUNT, seed=1))[start : start + 40]
    for first in range(0, len(drawn), 8):
        names.check(drawn[first : first + 8])


@settings(max_examples=8, deadline=None)
@given(st.lists(FILE_NAMES, min_size=2, max_size=4, unique=True))
def test_any_name_comes_through_every_output(drawn: list[str]) -> None:
    names.check(drawn)


def test_names_are_of_all_kinds() -> None:
    drawn = list(names.names(2_000, seed=1))
    assert len(set(drawn)) == 2_000
    assert any("\udc80" <= c <= "\udcff" for name in drawn for c in name)
    assert {ord(c) >> 16 for name in drawn for c in name} == set(range(17))
    assert {ord(c) for name in drawn for c in name} >= set(range(1, 32))


@pytest.mark.parametrize("through", ["a\x1b[31m.pdf", "b\u202e.pdf", "c\udce9.pdf", "d\ufe0f.pdf"])
def test_a_name_that_is_written_as_it_is_would_be_seen(through: str) -> None:
    with pytest.raises(names.Wrong, match="comes through"):
        names._expect_visible("terminal", f"OK {through}", (through,))
    with pytest.raises(names.Wrong, match="is not shown"):
        names._expect_visible("terminal", "OK ?.pdf", (through,))

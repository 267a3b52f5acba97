"""A small fixed part of `make zones`: no figure may get worse, and nothing wrong be proven."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from docscheck.readers import mrz
from measure.zones import measure
from measure.zones_reading import ZoneAnswer
from measure.zones_score import NO_ZONE, Outcome, judge, total
from measure.zones_table import goals, table
from specimens.unseen_zones.lines import SEVEN, SHAPES, TODAY, Zone, draw_zone
from specimens.unseen_zones.pictures import CHANNELS, PHONE

PAPERS = (0, 1, 2, 3, 5, 7)
BLANK = 12
"""A paper without a zone."""
WAYS = tuple(channel for channel in CHANNELS if channel != PHONE)
EXACT, PROVEN = 30, 27
"""Of 31 pictures; raise them when the reader gets better."""


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Give each paper in a third of the ways: every way is met twice; and one photograph."""
    plan = [(number, WAYS[place % 3 :: 3]) for place, number in enumerate(PAPERS)]
    plan += [(BLANK, ("clean", "moire", "angle")), (0, (PHONE,))]
    return tuple(one for number, ways in plan for one in measure("ci", None, ways, number, None))


@pytest.mark.slow
def test_nothing_wrong_is_called_proven() -> None:
    assert [(one.seed, one.wrong_proven) for one in outcomes() if one.wrong_proven] == []


@pytest.mark.slow
def test_no_figure_gets_worse() -> None:
    drawn = [one for one in outcomes() if one.shape != NO_ZONE]
    reached = total(drawn)
    missed = [one.seed for one in drawn if one.bad]
    assert reached.exact.hits >= EXACT, missed
    assert reached.seven_right.hits >= EXACT, missed
    assert reached.proven.hits >= PROVEN
    assert reached.holds_but_wrong.hits == 0


@pytest.mark.slow
def test_no_zone_is_seen_where_there_is_none() -> None:
    blank = [one for one in outcomes() if one.shape == NO_ZONE]
    assert len(blank) == 3
    assert [one.seed for one in blank if one.found] == []


@pytest.mark.parametrize("shape", SHAPES)
def test_lines_say_what_is_taken_for_true(shape: str) -> None:
    rng = Random(f"lines/{shape}")
    for zone in (draw_zone(rng, shape) for _ in range(200)):
        parsed = mrz.parse(zone.lines)
        assert parsed is not None, zone
        assert (parsed.shape, parsed.proven) == (shape, True), zone
        values = {field.name: field.value for field in mrz.fields(parsed, TODAY)}
        assert {name: values[name] for name in SEVEN if name in zone.fields} == zone.fields


ZONE = Zone("TD3", ("P<UTOERIKSSON<<ANNA", "L898902C3"), {"document_number": "L898902C3"})


def said(number: str, *, proven: bool) -> Outcome:
    names = frozenset({"document_number"} if proven else ())
    lines = (ZONE.lines[0], number)
    answer = ZoneAnswer("TD3", lines, lines, {"document_number": number}, names, True, 0.1)
    return judge("1/0/clean", "clean", ("clean",), ZONE, answer)


def test_a_wrong_value_called_proven_is_told_with_its_seed() -> None:
    wrong = said("L898902C8", proven=True)
    assert wrong.wrong_proven == ("document_number: L898902C8 for L898902C3",)
    assert wrong.bad
    assert not goals([wrong])[-1].met
    assert "1/0/clean" in table([wrong], "one")


def test_a_wrong_value_merely_read_is_not_called_proven() -> None:
    wrong = said("L898902C8", proven=False)
    assert (wrong.wrong_proven, wrong.exact, wrong.holds_but_wrong) == ((), False, True)
    assert said(ZONE.lines[1], proven=True).exact


def test_a_zone_seen_where_there_is_none_counts_as_bad() -> None:
    answer = ZoneAnswer("TD1", ("A", "B", "C"), (), {"sex": "M"}, frozenset({"sex"}), True, 0.1)
    blank = judge("1/12/clean", "clean", ("clean",), None, answer)
    assert blank.bad
    assert blank.wrong_proven == ("sex: M for nothing",)

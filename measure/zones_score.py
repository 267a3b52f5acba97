"""Which readings of zones are right? One outcome a picture, and their sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from measure.tally import Tally
from measure.zones_reading import ZoneAnswer
from specimens.unseen_zones.lines import KEYS, SEVEN, Zone

NO_ZONE = "none"
"""The shape of a picture without a zone."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was right of one picture."""

    seed: str
    shape: str
    channel: str
    wears: tuple[str, ...]
    lines: tuple[bool, ...]
    """Of each line, whether it is exact."""
    unrepaired: tuple[bool, ...]
    keys_right: bool
    seven_right: bool
    all_proven: bool
    """Every one of number, birth and expiry that the zone has is called proven."""
    wrong_proven: tuple[str, ...]
    """Each as `name: read for printed`."""
    holds_but_wrong: bool
    found: bool
    cpu_seconds: float
    examined: bool = False

    @property
    def exact(self) -> bool:
        """Every line is exact."""
        return bool(self.lines) and all(self.lines)

    @property
    def bad(self) -> bool:
        """The picture is worth a look."""
        return self.found if self.shape == NO_ZONE else not self.exact or bool(self.wrong_proven)


def judge(
    seed: str, channel: str, wears: tuple[str, ...], zone: Zone | None, got: ZoneAnswer,
    report: tuple[dict[str, str], frozenset[str]] | None = None,
) -> Outcome:  # fmt: skip
    """Compare what was read with what is printed."""
    true = dict(zone.fields) if zone is not None else {}
    lines = zone.lines if zone is not None else ()
    wrong = [*_wrong(got.values, got.proven, true)]
    if report is not None:
        wrong += [f"report, {line}" for line in _wrong(*report, true)]
    keys = [name for name in KEYS if name in true]
    seven = {name: got.values.get(name, "") for name in SEVEN if name in true}
    return Outcome(
        seed=seed,
        shape=zone.shape if zone is not None else NO_ZONE,
        channel=channel,
        wears=wears,
        lines=_equal(got.lines, lines),
        unrepaired=_equal(got.unrepaired, lines),
        keys_right=all(got.values.get(name) == true[name] for name in keys),
        seven_right=seven == true,
        all_proven=all(name in got.proven for name in keys),
        wrong_proven=tuple(wrong),
        holds_but_wrong=got.all_hold and got.lines != lines,
        found=got.shape is not None,
        cpu_seconds=got.cpu_seconds,
        examined=report is not None,
    )


def _equal(got: tuple[str, ...], true: tuple[str, ...]) -> tuple[bool, ...]:
    if len(got) != len(true):
        return tuple(False for _ in true)
    return tuple(one == other for one, other in zip(got, true, strict=True))


def _wrong(values: dict[str, str], proven: frozenset[str], true: dict[str, str]) -> list[str]:
    return [
        f"{name}: {values[name]} for {true.get(name, 'nothing')}"
        for name in sorted(proven)
        if values[name] != true.get(name)
    ]


@dataclass(slots=True)
class Sum:
    """Counts over pictures with a zone."""

    exact: Tally = field(default_factory=Tally)
    exact_unrepaired: Tally = field(default_factory=Tally)
    each_line: list[Tally] = field(default_factory=lambda: [Tally(), Tally(), Tally()])
    keys_right: Tally = field(default_factory=Tally)
    seven_right: Tally = field(default_factory=Tally)
    proven: Tally = field(default_factory=Tally)
    wrong_proven: Tally = field(default_factory=Tally)
    """Pictures with a wrong value called proven."""
    holds_but_wrong: Tally = field(default_factory=Tally)
    not_found: Tally = field(default_factory=Tally)
    cpu_seconds: float = 0.0

    def add(self, one: Outcome) -> None:
        """Count one picture."""
        self.exact.count(one.exact)
        self.exact_unrepaired.count(bool(one.unrepaired) and all(one.unrepaired))
        for tally, right in zip(self.each_line, one.lines, strict=False):
            tally.count(right)
        self.keys_right.count(one.keys_right)
        self.seven_right.count(one.seven_right)
        self.proven.count(one.all_proven)
        self.wrong_proven.count(bool(one.wrong_proven))
        self.holds_but_wrong.count(one.holds_but_wrong)
        self.not_found.count(not one.found)
        self.cpu_seconds += one.cpu_seconds


def total(outcomes: Iterable[Outcome]) -> Sum:
    """Sum up outcomes."""
    whole = Sum()
    for one in outcomes:
        whole.add(one)
    return whole

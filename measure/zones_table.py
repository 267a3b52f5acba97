"""The counts of a run of `measure.zones` as Markdown, beside what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from measure.tally import Tally
from measure.zones_score import NO_ZONE, Outcome, Sum, total
from specimens.unseen_zones.lines import SHAPES
from specimens.unseen_zones.pictures import CHANNELS, HARDEST, PHONE

_NOTE = (
    "Papers drawn for this measure alone (own lines, print, layouts and wear), each worn in every "
    "way. A line is exact when every character of it is; `as read` is before any repair; the key "
    "values are number, birth and expiry; the seven values are those and surname, given names, sex "
    "and nationality. `Proven` is what the report would call proven. Shares with their 95 % "
    "intervals (Wilson)."
)


@dataclass(frozen=True, slots=True)
class Goal:
    """One aim and what was reached."""

    name: str
    tally: Tally
    least: float | None
    """Share; `None` where not one hit is allowed."""

    @property
    def met(self) -> bool:
        """Tell whether the aim is reached."""
        if self.least is None:
            return self.tally.hits == 0
        return self.tally.trials > 0 and self.tally.rate >= self.least


def goals(outcomes: Sequence[Outcome]) -> tuple[Goal, ...]:
    """Give every aim; pictures of phones and the hardest have aims of their own."""
    drawn = [one for one in outcomes if one.shape != NO_ZONE]
    worn = [one for one in drawn if one.channel not in (PHONE, HARDEST)]
    shape = {name: total(one for one in worn if one.shape == name).exact for name in SHAPES}
    wrong = Tally()
    for one in outcomes:
        wrong.count(bool(one.wrong_proven))
    return (
        Goal("TD3, every line exact", shape["TD3"], 0.98),
        Goal("TD1, every line exact", shape["TD1"], 0.96),
        Goal("MRV-A, every line exact", shape["MRV-A"], 0.96),
        Goal("12-Mpx phone photographs", total(o for o in drawn if o.channel == PHONE).exact, 0.90),
        Goal("hardest", total(o for o in drawn if o.channel == HARDEST).exact, 0.85),
        Goal("pictures with a wrong value called proven", wrong, None),
    )


def table(outcomes: Sequence[Outcome], title: str) -> str:
    """Write everything."""
    drawn = [one for one in outcomes if one.shape != NO_ZONE]
    rest = [one for one in outcomes if one.shape == NO_ZONE]
    parts = [f"# Machine-readable zones: {title}", "", _NOTE, "", *_goals(outcomes), ""]
    parts += ["## By shape", ""]
    parts += _sums([(s, total(o for o in drawn if o.shape == s)) for s in SHAPES], drawn)
    parts += ["", "## By channel", ""]
    parts += _sums([(c, total(o for o in drawn if o.channel == c)) for c in CHANNELS], drawn)
    parts += ["", "## Each line exact", "", *_lines(drawn)]
    parts += ["", "## Every line exact, by shape and channel", "", *_crossed(drawn)]
    parts += ["", "## The rest", "", *_others(outcomes, rest), ""]
    return "\n".join(parts)


def _goals(outcomes: Sequence[Outcome]) -> list[str]:
    rows = ["| what | reached | aim | met |", "|---|---|---|---|"]
    for goal in goals(outcomes):
        aim = "none" if goal.least is None else f"{goal.least:.0%}".replace("%", " %")
        rows.append(f"| {goal.name} | {goal.tally} | {aim} | {'yes' if goal.met else 'no'} |")
    return [*rows, "", "The first three leave out phone photographs and the hardest, which follow."]


def _sums(entries: Sequence[tuple[str, Sum]], drawn: Sequence[Outcome]) -> list[str]:
    rows = [
        (
            "| | every line exact | as read | key values right | seven right | key values proven "
            "| wrong proven | checks hold, lines wrong | no zone found | CPU ms |"
        ),
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, s in [*entries, ("all", total(drawn))]:
        count = s.exact.trials
        if count:
            cells = (s.exact, s.exact_unrepaired, s.keys_right, s.seven_right, s.proven)
            few = (s.wrong_proven, s.holds_but_wrong, s.not_found)
            shares = " | ".join([*map(str, cells), *map(_few, few)])
            rows.append(f"| {name} | {shares} | {1000 * s.cpu_seconds / count:.0f} |")
    return rows


def _few(tally: Tally) -> str:
    """Write a count that should be 0, with the upper end of its interval."""
    high = tally.interval()[1]
    return f"{tally.hits} (to {high:.1%})".replace("%", " %")


def _lines(drawn: Sequence[Outcome]) -> list[str]:
    rows = ["| shape | line 1 | line 2 | line 3 |", "|---|---|---|---|"]
    for shape in SHAPES:
        tallies = total(one for one in drawn if one.shape == shape).each_line
        cells = " | ".join(str(tally) if tally.trials else "" for tally in tallies)
        rows.append(f"| {shape} | {cells} |")
    return rows


def _crossed(drawn: Sequence[Outcome]) -> list[str]:
    rows = [f"| | {' | '.join(SHAPES)} |", "|---" * (len(SHAPES) + 1) + "|"]
    for channel in CHANNELS:
        here = [one for one in drawn if one.channel == channel]
        cells = [total(o for o in here if o.shape == shape).exact for shape in SHAPES]
        rows.append(f"| {channel} | {' | '.join(f'{t.hits}/{t.trials}' for t in cells)} |")
    return rows


def _others(outcomes: Sequence[Outcome], rest: Sequence[Outcome]) -> list[str]:
    false, whole = Tally(), Tally()
    for one in rest:
        false.count(one.found)
    examined = [one for one in outcomes if one.examined]
    for one in examined:
        whole.count(any(line.startswith("report") for line in one.wrong_proven))
    cpu = [one.cpu_seconds for one in outcomes] or [0.0]
    lines = [
        f"- A zone found on pictures without one: {false}",
        (
            f"- Pictures that also went through the whole examination: {len(examined)}; a wrong "
            f"value called proven in its report: {whole}"
        ),
        (
            f"- CPU a picture, decoding and reading, one process: median {median(cpu):.3f} s, "
            f"mean {sum(cpu) / len(cpu):.3f} s, longest {max(cpu):.2f} s"
        ),
    ]
    wrong = [one for one in outcomes if one.wrong_proven]
    lines += [f"- Wrong and called proven: {o.seed} {o.wears}: {'; '.join(o.wrong_proven)}"
              for o in wrong]  # fmt: skip
    held = [one.seed for one in outcomes if one.holds_but_wrong]
    if held:
        lines.append(f"- All check digits hold and a line is wrong: {', '.join(held)}")
    return lines

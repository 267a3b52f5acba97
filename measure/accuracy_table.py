"""The counts of an accuracy run as Markdown, and the thresholds they have to meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from measure.comparison import Score
from measure.tally import Tally

FLAT = frozenset({"native", "scan"})
PHOTOS = frozenset({"photo", "phone_pdf"})
_CHANNELS = ("native", "scan", "phone_pdf", "photo", "screenshot")


@dataclass(frozen=True, slots=True)
class Goal:
    """One threshold and what was reached."""

    name: str
    tally: Tally
    bound: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the share is on the right side of the bound."""
        return self.tally.rate <= self.bound if self.at_most else self.tally.rate >= self.bound


def goals(score: Score) -> tuple[Goal, ...]:
    """Give every threshold of the accuracy measure."""
    in_order = sum(score.in_order.values())
    return (
        Goal("page type, native and scanned PDF", _over(score.pages, FLAT), 0.98),
        Goal("page type, photos", _over(score.pages, PHOTOS), 0.93),
        Goal("machine-readable zones exact", _sum(score.mrz.values()), 0.90),
        Goal(
            "IBAN exact, native and scanned PDF",
            _sum(score.iban[key] for key in sorted(FLAT)),
            0.97,
        ),
        Goal("injected defects found", _sum(score.defects.values()), 0.90),
        Goal(
            "folders in order called not_ready",
            Tally(score.in_order["not_ready"], in_order),
            0.05,
            True,
        ),
        Goal("folders with a defect called ready", score.ready_with_defect, 0.02, True),
    )


def failures(score: Score) -> tuple[Goal, ...]:
    """Give the thresholds that are not met."""
    return tuple(goal for goal in goals(score) if not goal.met)


def table(score: Score, title: str, lost: list[str]) -> str:
    """Write the whole table; intervals are Wilson's at 95 %."""
    lines = [
        f"# Accuracy: {title}",
        "",
        "Shares with their 95 % intervals (Wilson).",
        "",
        *_goals(score),
    ]
    lines += ["", "## Page type by type and channel", "", *_by_channel(score)]
    lines += ["", "## Confusion (true type: taken for)", "", *_confusion(score)]
    lines += ["", "## Machine-readable zones and IBANs by channel", "", *_numbers(score)]
    lines += ["", "## Fields", "", *_fields(score)]
    lines += ["", "## Injected defects", "", *_defects(score)]
    lines += ["", "## Folders in order", "", *_in_order(score)]
    lines += ["", f"Folders without a report: {len(lost)}", *[f"- {line}" for line in lost], ""]
    return "\n".join(lines)


def _goals(score: Score) -> list[str]:
    rows = ["| what | reached | wanted | met |", "|---|---|---|---|"]
    for goal in goals(score):
        sign = "at most" if goal.at_most else "at least"
        rows.append(
            f"| {goal.name} | {goal.tally} | {sign} {goal.bound:.0%} "
            f"| {'yes' if goal.met else 'NO'} |"
        )
    return rows


def _by_channel(score: Score) -> list[str]:
    types = sorted({type_id for type_id, _ in score.pages})
    rows = [f"| type | {' | '.join(_CHANNELS)} |", "|---" * (len(_CHANNELS) + 1) + "|"]
    for type_id in types:
        cells = [_short(score.pages.get((type_id, channel))) for channel in _CHANNELS]
        rows.append(f"| {type_id} | {' | '.join(cells)} |")
    totals = [str(_over(score.pages, frozenset({channel}))) for channel in _CHANNELS]
    return [*rows, f"| all | {' | '.join(totals)} |"]


def _confusion(score: Score) -> list[str]:
    taken: dict[str, list[str]] = defaultdict(list)
    for (wanted, given), count in sorted(score.confusion.items()):
        taken[wanted].append(
            f"{'**' if given != wanted else ''}{given} {count}{'**' if given != wanted else ''}"
        )
    return [f"- {wanted}: {', '.join(given)}" for wanted, given in taken.items()]


def _numbers(score: Score) -> list[str]:
    rows = ["| channel | MRZ, all lines exact | IBAN exact |", "|---|---|---|"]
    for channel in _CHANNELS:
        rows.append(
            f"| {channel} | {score.mrz.get(channel, Tally())} "
            f"| {score.iban.get(channel, Tally())} |"
        )
    return rows


def _fields(score: Score) -> list[str]:
    rows = ["| type | field | exact | same letters and digits |", "|---|---|---|---|"]
    for key in sorted(score.fields):
        rows.append(f"| {key[0]} | {key[1]} | {score.fields[key]} | {_short(score.folded[key])} |")
    return rows


def _defects(score: Score) -> list[str]:
    rows = ["| defect | rule raised for its file | verdict right |", "|---|---|---|"]
    for name in sorted(score.defects):
        rows.append(
            f"| {name} | {_short(score.defects[name])} | {_short(score.defect_verdicts[name])} |"
        )
    return rows


def _in_order(score: Score) -> list[str]:
    rows = [
        f"- {verdict}: {score.in_order.get(verdict, 0)}"
        for verdict in ("ready", "to_review", "not_ready")
    ]
    blamed = sorted(score.false_errors.items(), key=lambda item: -item[1])
    return [*rows, *[f"- false error {rule}: {count} folders" for rule, count in blamed]]


def _short(tally: Tally | None) -> str:
    return f"{tally.hits}/{tally.trials}" if tally and tally.trials else ""


def _over(pages: Mapping[tuple[str, str], Tally], channels: frozenset[str]) -> Tally:
    return _sum(tally for (_, channel), tally in pages.items() if channel in channels)


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total

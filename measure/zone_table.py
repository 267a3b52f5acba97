"""Readings of zones to Markdown: counts with 95 % intervals, and what was wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import TYPE_CHECKING

from measure.tally import Tally

if TYPE_CHECKING:
    from measure.zone_pages import Reading

WANTED = {"TD3": 0.98, "TD1": 0.96, "MRV-A": 0.96, "photo": 0.90, "hardest": 0.85}
"""Every line exact: shapes over all ordinary wears, photographs and the hardest over all shapes."""

_ABOUT = """
Layouts kept for measuring, worn by code that nothing was trained on; `hardest` is a bent page with
a worn surface, seen through a bad lens, on a bad sensor and squeezed. Photographs of 12 million
pixels of the whole page on a table went through everything a file goes through. Shares with 95 %
intervals (Wilson).
""".splitlines()
_HEAD = (
    "every line exact | wanted | exact without repair | number, birth, expiry | seven fields | "
    "not found |"
)
_Test = Callable[["Reading"], bool]


def table(readings: Sequence[Reading], of: str) -> str:
    """Write everything that was counted."""
    drawn = [r for r in readings if r.shape != "none"]
    worn = [r for r in drawn if r.way not in ("photo", "hardest")]
    shapes = sorted({r.shape for r in drawn}, key=lambda shape: list(_order(drawn)).index(shape))
    ways = list(dict.fromkeys(r.way for r in drawn))
    lines = [
        "# Machine-readable zones",
        "",
        f"`python -m measure.zone_pages`: {of}.",
        *_ABOUT,
        "",
        *_head("Shape, ordinary wears"),
        *(_row(shape, [r for r in worn if r.shape == shape]) for shape in shapes),
        "",
        *_head("Way, all shapes"),
        *(_row(way, [r for r in drawn if r.way == way]) for way in ways),
        "",
        *_head("Shape, hardest and photographed"),
        *(
            _row(f"{shape}, {way}", [r for r in drawn if (r.shape, r.way) == (shape, way)])
            for way in ("hardest", "photo")
            for shape in shapes
        ),
        "",
        *_proof(drawn),
        *_none([r for r in readings if r.shape == "none"]),
        *_cost(readings),
    ]
    return "\n".join(lines) + "\n"


def _order(readings: Iterable[Reading]) -> dict[str, int]:
    """Give shapes, the most frequent first."""
    counts: dict[str, int] = {}
    for reading in readings:
        counts[reading.shape] = counts.get(reading.shape, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def _head(first: str) -> list[str]:
    return [f"| {first} | {_HEAD}", "|---|---|---|---|---|---|---|"]


def _row(name: str, readings: Sequence[Reading]) -> str:
    wanted = f"{WANTED[name]:.0%}".replace("%", " %") if name in WANTED else ""
    tests: tuple[_Test, ...] = (
        lambda r: r.as_read,
        lambda r: r.key,
        lambda r: r.seven,
        lambda r: not r.found,
    )
    exact = _tally(readings, lambda r: r.exact)
    rest = " | ".join(f"{_tally(readings, test).rate:.1%}".replace("%", " %") for test in tests)
    return f"| {name} | {exact} | {wanted} | {rest} |"


def _tally(readings: Iterable[Reading], test: _Test) -> Tally:
    tally = Tally()
    for reading in readings:
        tally.count(test(reading))
    return tally


def _proof(readings: Sequence[Reading]) -> list[str]:
    proven = sum(r.proven for r in readings)
    provable = sum(r.provable for r in readings if r.found)
    wrong = [r for r in readings if r.wrong_proven]
    held = _tally([r for r in readings if r.found], lambda r: r.held_wrong)
    count = sum(len(r.wrong_proven) for r in wrong)
    lines = [
        "## What is called proven",
        "",
        f"- Values called proven, of those that may be: {Tally(proven, provable)}.",
        f"- **Wrong values called proven: {count}**, in {len(readings)} pictures.",
        f"- Zones with a wrong character though all check digits hold: {held}.",
    ]
    lines += [
        f"  - {r.shape}, page {r.number}, {r.way}: {', '.join(r.wrong_proven)}" for r in wrong
    ]
    return [*lines, ""]


def _none(readings: Sequence[Reading]) -> list[str]:
    found = _tally(readings, lambda r: r.found)
    return ["## Pages without a zone", "", f"- A zone was read on {found}.", ""]


def _cost(readings: Sequence[Reading]) -> list[str]:
    direct = [1000 * r.cpu_seconds for r in readings if r.way != "photo" and r.shape != "none"]
    none = [1000 * r.cpu_seconds for r in readings if r.shape == "none"]
    lines = ["## Cost", ""]
    for name, spent in (("with a zone", direct), ("without one", none)):
        if spent:
            lines.append(
                f"- CPU of the reader per picture {name}: median {median(spent):.0f} ms, "
                f"worst {max(spent):.0f} ms."
            )
    return lines

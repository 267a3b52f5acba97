"""The runs of the bench as Markdown, and the goals they have to meet."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from measure.spent import Spent

WARM_TIMES, COLD_TIMES, PEAK_MIB, HELP_TIMES = 20.0, 12.0, 400.0, 2.0
COLD_WALL_SECONDS = 2.5
"""On two cores that nobody else uses."""
NO_MORE = 1.05
"""A page of a long PDF against one of a short one: what measuring twice differs by."""
EMPTY, HELP, VERSION = "empty Typer command", "docscheck --help", "docscheck --version"


@dataclass(slots=True)
class Runs:
    """All runs of the three ways."""

    naive: list[Spent] = field(default_factory=list)
    cold: list[Spent] = field(default_factory=list)
    warm_cpu: list[float] = field(default_factory=list)
    """CPU seconds of each warm round."""
    warm_wall: list[float] = field(default_factory=list)
    warm_peak_mib: float = 0.0

    def add_warm(self, spent: Mapping[str, Sequence[float]]) -> None:
        """Add what `measure.warm` printed."""
        self.warm_cpu += spent["cpu"]
        self.warm_wall += spent["wall"]
        self.warm_peak_mib = max(self.warm_peak_mib, *spent["peak_mib"])

    def naive_over(self, cpu_seconds: float) -> float:
        """Give how many times less CPU this is than the naive way, by the medians."""
        return _cpu(self.naive) / max(cpu_seconds, 1e-9)

    @property
    def warm_times(self) -> float:
        """Times less CPU than the naive way, in a warm process."""
        return self.naive_over(statistics.median(self.warm_cpu))

    @property
    def cold_times(self) -> float:
        """Times less CPU than the naive way, for the whole command."""
        return self.naive_over(_cpu(self.cold))

    @property
    def peak_mib(self) -> float:
        """Largest process of docscheck."""
        return max(self.warm_peak_mib, *(run.peak_mib for run in self.cold))


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one PDF of many pages costs."""

    pages_read: int
    """No more than the limit of the rules; the rest is counted, and said to be unread."""
    cpu_seconds: float
    peak_mib: float

    @property
    def per_page(self) -> float:
        return self.cpu_seconds / self.pages_read


@dataclass(frozen=True, slots=True)
class Verdict:
    """The figures, and which goals they miss."""

    lines: tuple[str, ...]
    missed: tuple[str, ...]


def judge(
    runs: Runs,
    starts: Mapping[str, float],
    heavy: Sequence[str],
    bundles: Mapping[int, Bundle],
) -> Verdict:
    """Compare the runs with the goals.

    Args:
        runs: of the folder of six.
        starts: CPU seconds of `EMPTY`, `HELP`, `VERSION`.
        heavy: libraries that `--help` loads.
        bundles: the short and the long PDF, by their pages.
    """
    goals = _goals(runs, starts, heavy, bundles)
    lines = (
        *_runs_table(runs),
        "",
        *_starts_table(starts),
        "",
        *_bundles_table(bundles),
        "",
        *(f"- {'met' if met else 'MISSED'}: {name}" for name, met in goals.items()),
    )
    return Verdict(lines, tuple(name for name, met in goals.items() if not met))


def _goals(
    runs: Runs,
    starts: Mapping[str, float],
    heavy: Sequence[str],
    bundles: Mapping[int, Bundle],
) -> dict[str, bool]:
    warm, cold = runs.warm_times, runs.cold_times
    peak = max(runs.peak_mib, *(bundle.peak_mib for bundle in bundles.values()))
    wall = statistics.median(run.wall_seconds for run in runs.cold)
    longer = bundles[max(bundles)].per_page / bundles[min(bundles)].per_page
    help_cost, version_cost = starts[HELP] / starts[EMPTY], starts[VERSION] / starts[EMPTY]
    worked = all(run.exit_code in (0, 1) for run in runs.cold)
    return {
        f"warm: {warm:.1f} times less CPU (wanted {WARM_TIMES:.0f})": warm >= WARM_TIMES,
        f"cold: {cold:.1f} times less CPU (wanted {COLD_TIMES:.0f})": cold >= COLD_TIMES,
        f"cold: {wall:.2f} s (wanted under {COLD_WALL_SECONDS}, on two free cores)":
            wall < COLD_WALL_SECONDS,
        f"a page of {max(bundles)} costs {longer:.2f} of one of {min(bundles)}": longer <= NO_MORE,
        f"peak memory {peak:.0f} MiB (wanted under {PEAK_MIB:.0f})": peak < PEAK_MIB,
        f"--help loads {', '.join(heavy) or 'nothing heavy'}": not heavy,
        f"--help costs {help_cost:.2f} empty commands (wanted {HELP_TIMES:.0f})":
            help_cost <= HELP_TIMES,
        f"--version costs {version_cost:.2f} empty commands (wanted less than --help)":
            version_cost < help_cost,
        "the command did its work": worked,
    }  # fmt: skip


def _runs_table(runs: Runs) -> list[str]:
    warm = [
        "docscheck, warm process",
        f"{statistics.median(runs.warm_cpu):.2f} ({_listed(runs.warm_cpu)})",
        f"{statistics.median(runs.warm_wall):.2f}",
        f"{runs.warm_peak_mib:.0f}",
        f"{runs.warm_times:.1f}",
    ]
    return [
        "| pipeline | CPU s, median (all) | wall s, median | peak MiB | naive CPU / this |",
        "|---|---|---|---|---|",
        _row("naive, 300 dpi, fra+eng", runs.naive, 1.0),
        _row("docscheck, cold command", runs.cold, runs.cold_times),
        f"| {' | '.join(warm)} |",
    ]


def _bundles_table(bundles: Mapping[int, Bundle]) -> list[str]:
    rows = [
        f"| {pages} | {one.pages_read} | {one.cpu_seconds:.2f} | {1000 * one.per_page:.0f} "
        f"| {one.peak_mib:.0f} |"
        for pages, one in bundles.items()
    ]
    return [
        "| pages in one PDF | read | CPU s, warm | ms a page read | peak MiB |",
        "|---|---|---|---|---|",
        *rows,
    ]


def _starts_table(starts: Mapping[str, float]) -> list[str]:
    rows = [
        f"| {name} | {seconds * 1000:.0f} | {seconds / starts[EMPTY]:.2f} |"
        for name, seconds in starts.items()
    ]
    return ["| start | CPU ms, median | empty commands |", "|---|---|---|", *rows]


def _row(name: str, runs: Sequence[Spent], times: float) -> str:
    wall = statistics.median(run.wall_seconds for run in runs)
    peak = max(run.peak_mib for run in runs)
    cpu = f"{_cpu(runs):.2f} ({_listed([run.cpu_seconds for run in runs])})"
    return f"| {name} | {cpu} | {wall:.2f} | {peak:.0f} | {times:.1f} |"


def _cpu(runs: Sequence[Spent]) -> float:
    return statistics.median(run.cpu_seconds for run in runs)


def _listed(seconds: Sequence[float]) -> str:
    return ", ".join(f"{value:.2f}" for value in seconds)

"""`docs/scale.md`: what was run and shown, whether the model holds, what a country would cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from measure.lines import HEAD
from measure.scale_lines import lines, worker_peaks
from measure.scale_model import (
    CLUSTERS,
    Model,
    Rentree,
    core_hours,
    cpu,
    fit,
    own_cpu,
    spread_of,
    wall_hours,
)
from measure.scale_records import CohortRun, KillRun, LedgerRun, Record, SpeedRun

_LAKH = 100_000
_OPENING = """\
Written by `python -m measure.scale write` from the records of its other commands (`make scale`).
The papers are generated. A folder of these runs is smaller than a real one: two or three native
papers of one page, and in one folder of some a scanned passport besides; `measure.batch` has more
scans and more hostile files, and kills workers all the time."""


class Assumed(Struct, frozen=True):
    """What nobody could measure here."""

    students: int = 400_000
    """Foreign students of a year in France, as a round number."""
    documents: int = 7
    pictures: int = 4
    """Of them scanned or photographed."""
    folder_cpu_s: float = 1.5
    """Six documents of which four are pictures take 1.38 s in a warm process (`make bench`)."""
    folder_bytes: int = 6_000_000
    price: float | None = None
    """Of one core for an hour, in euros."""


def page(records: Sequence[Record], assumed: Assumed) -> str:
    """Write the page."""
    runs = [r for r in records if isinstance(r, CohortRun)]
    real = sorted((r for r in runs if not r.recorded), key=lambda r: r.count)
    recorded = sorted((r for r in runs if r.recorded), key=lambda r: r.count)
    return "\n".join(
        [
            "# How large may a cohort be?",
            "",
            _OPENING,
            "",
            *_shown(records),
            *_model_part(real, recorded),
            *_country(real, records, assumed),
            *_not_shown(runs),
        ]
    )


def _shown(records: Sequence[Record]) -> Iterator[str]:
    for record in sorted(records, key=_turn):
        yield f"## {_title(record)}"
        yield ""
        yield HEAD
        yield from map(str, lines(record))
        yield ""


def _turn(record: Record) -> tuple[int, int]:
    """Give the place of a record on the page."""
    if isinstance(record, CohortRun):
        return (1 if record.recorded else 0), record.count
    return {SpeedRun: 2, KillRun: 3, LedgerRun: 4}[type(record)], 0


def _title(record: Record) -> str:
    if isinstance(record, CohortRun):
        facts = " of recorded facts" if record.recorded else ""
        return f"{record.count:,} folders{facts}"
    if isinstance(record, SpeedRun):
        return "One core and two"
    if isinstance(record, KillRun):
        return f"Killed at {len(record.seen)} moments"
    return f"Tables of {record.rows:,} students"


def _model_part(real: Sequence[CohortRun], recorded: Sequence[CohortRun]) -> Iterator[str]:
    if not real:
        return
    model = fit(real[0])
    yield f"## The model, fitted on {real[0].count:,} folders"
    yield ""
    yield (
        f"CPU = {model.start_s:.1f} s + folders x {model.folder_s * 1e3:.0f} ms + native papers x"
        f" {model.native_s * 1e3:.0f} ms + scanned papers x {model.scanned_s * 1e3:.0f} ms +"
        f" hostile folders x {model.hostile_s * 1e3:.0f} ms; of the supervisor alone"
        f" {model.own_start_s:.1f} s + folders x {model.own_folder_s * 1e3:.1f} ms."
    )
    yield ""
    rows = [_checked(r, "CPU s", cpu(model, r.folders), r.first.cpu_s) for r in real[1:]]
    # The supervisor's part depends on what workers say, which in recorded runs is another mix of
    # papers: the smallest recorded run is what larger ones are compared with.
    rows += [row for group in (real, recorded) for row in _own_checks(group)]
    if rows:
        yield "| run | what | the model says | measured | wrong by |"
        yield "|---|---|---|---|---|"
        yield from rows
    else:
        yield "No larger run was at hand to check it by."
    yield ""


def _own_checks(group: Sequence[CohortRun]) -> Iterator[str]:
    if not group:
        return
    model = fit(group[0])
    for run in group[1:]:
        own = own_cpu(model, run.count)
        yield _checked(run, "CPU s of the supervisor", own, run.first.own_cpu_s)
        sizes = model.ledger_bytes * run.count / 1e6
        yield _checked(run, "MB of the ledger", sizes, run.ledger_bytes / 1e6)


def _checked(run: CohortRun, what: str, said: float, measured: float) -> str:
    facts = " of recorded facts" if run.recorded else ""
    wrong = said / measured - 1
    return f"| {run.count:,}{facts} | {what} | {said:.1f} | {measured:.1f} | {wrong:+.1%} |"


def _country(
    real: Sequence[CohortRun], records: Sequence[Record], assumed: Assumed
) -> Iterator[str]:
    if not real:
        return
    largest, model = real[-1], fit(real[0])
    asked = Rentree(assumed.students, assumed.folder_cpu_s, spread_of(largest.folders))
    worker_mb = worker_peaks(largest)[2]
    own_mb = max(size for _, size in largest.memory) / 1e6
    yield f"## A rentrée of {assumed.students:,} students"
    yield ""
    yield from _assumptions(assumed)
    price = "" if assumed.price is None else " euros |"
    yield f"| cluster | cores | core hours | hours by the clock | memory of all, GB |{price}"
    yield "|---|---|---|---|---|" + ("---|" if price else "")
    hours = core_hours(asked)
    for cluster in CLUSTERS:
        memory = (cluster.all_cores * worker_mb + cluster.nodes * own_mb) / 1e3
        clock = wall_hours(asked, cluster, model)
        cost = f" {hours * assumed.price:,.0f} |" if assumed.price is not None else ""
        yield (
            f"| {cluster.name} | {cluster.nodes} x {cluster.cores} | {hours:,.0f} | {clock:.2g} |"
            f" {memory:.0f} |{cost}"
        )
    yield ""
    keeps_up = assumed.folder_cpu_s / model.own_folder_s
    yield (
        f"- A supervisor takes {model.own_folder_s * 1e3:.0f} ms a folder: it keeps up with"
        f" {keeps_up:.0f} cores. Beyond that a node needs two."
    )
    yield from _sizes(records, model, assumed)


def _assumptions(assumed: Assumed) -> Iterator[str]:
    yield (
        "On paper: no such cluster was at hand. Assumed:"
        f" {assumed.documents} documents a folder, {assumed.pictures} of them scanned or"
        f" photographed, {assumed.folder_cpu_s} s of CPU a folder (six documents take 1.38 s in a"
        " warm process, [measured](measured.md)); cores as quick as ours; students in equal parts"
        " on the nodes, each with a supervisor of its own, which one core has to keep up with;"
        " folders as unequal as those of the largest run above, drawn and dealt out one by one, the"
        " dearest first. Memory counts pages that workers share once for each of them: an upper"
        " bound. Not counted: waiting for a share, nodes that fail, the writing of the tables."
    )
    yield ""


def _sizes(records: Sequence[Record], model: Model, assumed: Assumed) -> Iterator[str]:
    per_lakh = model.ledger_bytes * _LAKH / 1e6
    for_all = model.ledger_bytes * assumed.students / 1e9
    all_bytes = assumed.students * assumed.folder_bytes / 1e12
    yield (
        f"- Ledger: {per_lakh:,.0f} MB for 100,000 students by the runs above"
        f" ({model.ledger_bytes / 1e3:.1f} kB each), {for_all:.1f} GB for all."
    )
    yield (
        "- Network, where folders lie on a share: every file is fetched once,"
        f" {assumed.folder_bytes / 1e6:.0f} MB a folder (assumed), {all_bytes:.1f} TB in all; a"
        f" report of {model.report_bytes / 1e3:.1f} kB goes back. A second run fetches nothing"
        " where the share vouches for its files (S3), else all of it to hash it; it reads what"
        " changed."
    )
    tables = [r for r in records if isinstance(r, LedgerRun)]
    if tables:
        each = median(r.cpu_s / r.rows for r in tables)
        yield (
            f"- Tables: {each * assumed.students / 60:.0f} minutes of one core for all, from"
            f" {each * 1e3:.2f} ms a student."
        )
    yield ""


def _not_shown(runs: Sequence[CohortRun]) -> Iterator[str]:
    yield "## What this does not show"
    yield ""
    if any(run.recorded for run in runs):
        yield (
            "- Runs of recorded facts measure supervisor, ledger, judging and tables. Their workers"
            " load the same and give up the same rights, and open no document: reading, and the"
            " memory of workers, are those of the smaller runs."
        )
    yield (
        "- The power cut stops and kills every process at once. What the system had not yet written"
        " to the disk survives that; the ledger waits for the disk (`synchronous = EXTRA`), which"
        " only pulling a plug could show."
    )
    yield "- Generated papers are smaller and cleaner than real ones."
    yield ""

"""What does a batch cost that nobody has run yet? A model fitted on one run and checked on others.

CPU = start + folders x a + native papers x b + scanned papers x c + hostile folders x d.

The start is measured by itself. What each folder took by the clock, in the run that is fitted, is
told apart by what is in it (least squares), and brought to the CPU which the whole run took: clocks
of folders that are read side by side wait for each other, alike as far as anybody can tell. The
supervisor's part, the ledger and the reports grow by the folder.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from random import Random

import numpy as np
from msgspec import Struct

from measure.scale_records import CohortRun, FolderSeen


class Model(Struct, frozen=True):
    """CPU in seconds, sizes in bytes."""

    start_s: float
    folder_s: float
    native_s: float
    scanned_s: float
    hostile_s: float
    own_start_s: float
    own_folder_s: float
    """Of the supervisor alone."""
    ledger_bytes: float
    report_bytes: float
    """A folder."""


def fit(run: CohortRun) -> Model:
    """Fit it on one run."""
    honest = [folder for folder in run.folders if not folder.hostile]
    what = np.array([(1.0, f.native, f.scanned) for f in honest])
    took = np.array([f.seconds for f in honest])
    # Nothing costs less than nothing; with few folders a coefficient may come out below.
    base, native, scanned = np.maximum(np.linalg.lstsq(what, took, rcond=None)[0], 0.0)
    more = [
        f.seconds - (base + f.native * native + f.scanned * scanned)
        for f in run.folders
        if f.hostile
    ]
    hostile = max(0.0, float(np.mean(more))) if more else 0.0
    native_count, scanned_count = run.papers
    whole = run.count * base + native_count * native + scanned_count * scanned
    whole += run.hostile * hostile
    start = _start(run)
    scale = (run.first.cpu_s - start) / whole
    own_start = run.alone.own_cpu_s
    return Model(
        start_s=start,
        folder_s=float(base * scale),
        native_s=float(native * scale),
        scanned_s=float(scanned * scale),
        hostile_s=hostile * scale,
        own_start_s=own_start,
        own_folder_s=(run.first.own_cpu_s - own_start) / max(1, run.count - 1),
        ledger_bytes=run.ledger_bytes / run.count,
        report_bytes=run.report_bytes / run.count,
    )


def _start(run: CohortRun) -> float:
    """Give the CPU of a run before its first folder: that of one folder, less an even share."""
    share = (run.first.cpu_s - run.alone.cpu_s) / max(1, run.count - 1)
    return max(0.0, run.alone.cpu_s - share)


def cpu(model: Model, folders: Sequence[FolderSeen]) -> float:
    """Give the CPU that reading them is expected to take."""
    counts = [(1, f.native, f.scanned, int(f.hostile)) for f in folders]
    each = (model.folder_s, model.native_s, model.scanned_s, model.hostile_s)
    sums = [sum(column) for column in zip(*counts, strict=True)]
    return model.start_s + float(np.dot(sums, each))


def own_cpu(model: Model, count: int) -> float:
    """Give the CPU that the supervisor is expected to take for so many folders."""
    return model.own_start_s + max(0, count - 1) * model.own_folder_s


class Cluster(Struct, frozen=True):
    """Some machines, all alike."""

    name: str
    nodes: int
    cores: int
    """Of each."""

    @property
    def all_cores(self) -> int:
        return self.nodes * self.cores


CLUSTERS = (
    Cluster("one office PC", 1, 4),
    Cluster("one server", 1, 32),
    Cluster("two servers", 2, 32),
    Cluster("ten nodes of a centre", 10, 32),
    Cluster("thirty nodes of a centre", 30, 48),
)


class Rentree(Struct, frozen=True):
    """What is asked of a cluster."""

    students: int
    folder_cpu_s: float
    """On average, supervisor included."""
    spread: tuple[float, ...]
    """Costs of folders as multiples of the mean, from which those of all are drawn."""


def core_hours(asked: Rentree) -> float:
    """Give what it takes wherever it is done."""
    return asked.students * asked.folder_cpu_s / 3600


def wall_hours(asked: Rentree, cluster: Cluster, model: Model) -> float:
    """Simulate it: students in equal parts on the nodes, each with a supervisor of its own.

    Folders are drawn, the dearest go first, the next always to the core that is free first. No
    supervisor can be quicker than its own part of the work, which one core has to do.
    """
    part = -(-asked.students // cluster.nodes)
    rng = Random(f"rentree/{cluster.name}")
    costs = sorted(rng.choices(asked.spread, k=part), reverse=True)
    free = [0.0] * cluster.cores
    for cost in costs:
        heapq.heapreplace(free, free[0] + cost * asked.folder_cpu_s)
    supervisor = own_cpu(model, part)
    return (model.start_s + max(*free, supervisor)) / 3600


def spread_of(folders: Sequence[FolderSeen]) -> tuple[float, ...]:
    """Give what each took, as a multiple of the mean."""
    mean = sum(f.seconds for f in folders) / len(folders)
    return tuple(f.seconds / mean for f in folders)

"""Does a cluster give what one machine gives, whoever dies, and what does it cost? `make cluster`.

`python -m measure.cluster --count 60`. A cohort (`batch_cohort`) is checked by the real command on
this machine, and its folders are copied to an S3 server on loopback. Then the workers of a Dask
cluster read them from there: once while two of four are killed, and once undisturbed. Tables have
to be the same bytes. Overhead is the CPU of scheduler, client and Dask's workers, without the
processes that read, less that of the supervisor of the local run, which judges as they do. A first
run of a few folders, on the same workers and on this machine, tells what is spent once a run from
what is spent for each folder. Dask looks after itself as seldom as `docs/cluster.md` advises.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from random import Random

from msgspec import Struct

from measure.batch_cohort import TODAY, write_cohort
from measure.batch_going import Disturbance, batch, finished
from measure.batch_going import Ran as LocalRan
from measure.lines import Line, told
from measure.spent import cpu_seconds
from tests.batch.cohort import rows, tables
from tests.cluster.machines import Cluster, cluster, store

WORKERS, KILLED = 4, 2
_FEW_COUNT = 4
"""A folder for each worker."""
_CALM = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "2s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
}
"""What `docs/cluster.md` advises."""
_MOST_OVERHEAD = 0.05
_LOOK_SECONDS = 0.2


class Ran(Struct, frozen=True):
    """What was seen of a run on a cluster."""

    code: int
    wall_s: float
    client_cpu_s: float
    scheduler_cpu_s: float
    workers_cpu_s: float
    """Of the processes of Dask alone."""

    @property
    def cpu_s(self) -> float:
        return self.client_cpu_s + self.scheduler_cpu_s + self.workers_cpu_s


class Spent(Struct, frozen=True):
    """The same folders on a cluster and on one machine."""

    cluster: Ran
    local: LocalRan

    def parts(self) -> Iterator[tuple[str, float]]:
        """Yield who spent how many seconds besides reading."""
        yield "client", self.cluster.client_cpu_s
        yield "scheduler", self.cluster.scheduler_cpu_s
        yield f"{WORKERS} workers of Dask", self.cluster.workers_cpu_s
        yield "less the supervisor of the local run", self.local.own_cpu_s

    @property
    def overhead_s(self) -> float:
        return self.cluster.cpu_s - self.local.own_cpu_s


def on_cluster(
    address: str,
    out: Path,
    running: Cluster,
    env: Mapping[str, str],
    *options: str,
    look: Callable[[int], None] = lambda done: None,
) -> Ran:
    """Run the command once; `look` is told now and then how many folders are finished."""
    command = [sys.executable, "-m", "docscheck", "batch", address, "--out", str(out)]
    command += ["--today", TODAY.isoformat(), "--cluster", running.address, *options]
    before = _cpu(running)
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **env})
    pid = 0
    while not pid:
        time.sleep(_LOOK_SECONDS)
        look(len(finished(out)))
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    after = _cpu(running)
    scheduler = running.scheduler.process.pid
    spent = {number: cpu - before.get(number, 0.0) for number, cpu in after.items()}
    return Ran(
        process.returncode,
        time.monotonic() - started,
        usage.ru_utime + usage.ru_stime,
        spent.pop(scheduler),
        sum(spent.values()),
    )


def judged(place: Path, count: int, jobs: int) -> Iterator[Line]:
    """Run everything, yield the lines as they come."""
    root, local = place / "students", place / "local"
    here = batch(root, local, ("--jobs", str(jobs)), Random(0), Disturbance())
    yield Line("on this machine", f"{here.wall_s:.0f} s, {here.cpu_s:.0f} s CPU, exit {here.code}")
    first_names = sorted(folder.name for folder in root.iterdir())[:_FEW_COUNT]
    some = f"{first_names[0][:-1]}[0-{_FEW_COUNT - 1}]"
    few = batch(
        root, place / "few", ("--jobs", str(jobs), "--only", some), Random(0), Disturbance()
    )
    if len(finished(place / "few")) != _FEW_COUNT:
        raise AssertionError(f"{some} should have been {first_names}")
    with (
        store(place / "store") as s3,
        cluster(place / "cluster", WORKERS, env={**s3.env, **_CALM}) as running,
    ):
        address = s3.copy(root, "students")
        wild, calm = place / "wild", place / "calm"
        moments = [count // 4, count // 2]
        victims = running.workers[:KILLED]

        def kill(done: int) -> None:
            if moments and done >= moments[0]:
                del moments[0]
                victims[len(moments)].process.kill()

        disturbed = on_cluster(address, wild, running, s3.env, look=kill)
        killed = sum(worker.process.poll() is not None for worker in running.workers)
        yield Line(
            "workers, of which killed", f"{WORKERS}, {killed}", str(KILLED), killed == KILLED
        )
        yield Line("with them killed", f"{disturbed.wall_s:.0f} s, exit {disturbed.code}")
        yield from _kept(wild, root, local)
        running.add(KILLED, "--no-nanny")
        # The workers that came load what the others have loaded.
        on_cluster(address, place / "warm", running, s3.env, "--only", some)
        first = on_cluster(address, place / "first", running, s3.env, "--only", some)
        fetched = len(s3.fetched())
        undisturbed = on_cluster(address, calm, running, s3.env)
        files = len(s3.fetched()) - fetched
        yield Line("undisturbed", f"{undisturbed.wall_s:.0f} s, exit {undisturbed.code}")
        yield from _cost(Spent(undisturbed, here), Spent(first, few), count)
        same = tables(calm) == tables(local)
        yield Line("tables, undisturbed", "the same" if same else "differ", "the same", same)
        yield Line("objects fetched", str(files))
        fetched = len(s3.fetched())
        again = on_cluster(address, calm, running, s3.env)
        more = len(s3.fetched()) - fetched
        yield Line("objects fetched by a second run", str(more), "0", not more)
        yield Line("CPU of a second run", f"{again.client_cpu_s / here.cpu_s:.1%} of the local run")


def _kept(out: Path, root: Path, local: Path) -> Iterator[Line]:
    missing = {folder.name for folder in root.iterdir()} - finished(out).keys()
    yield Line("folders lost", str(len(missing)), "0", not missing)
    tries = [int(str(number)) for number in rows(out, "tries").values()]
    more = sum(number > 1 for number in tries)
    yield Line("folders begun more than once, by the ledger", f"{more}, at most {max(tries)} times")
    same = tables(out) == tables(local)
    yield Line("tables, two workers killed", "the same" if same else "differ", "the same", same)


def _cost(whole: Spent, first: Spent, count: int) -> Iterator[Line]:
    more = count - _FEW_COUNT
    local_s = (whole.local.cpu_s - first.local.cpu_s) / more
    pairs = zip(whole.parts(), first.parts(), strict=True)
    each = {name: (cpu - few) / more for (name, cpu), (_, few) in pairs}
    for name, cpu in each.items():
        yield Line(f"CPU for each folder: {name}", f"{cpu * 1000:.0f} ms ({cpu / local_s:.1%})")
    overhead = whole.overhead_s - first.overhead_s
    share = overhead / more / local_s
    once = first.overhead_s - overhead / more * _FEW_COUNT
    yield Line("overhead once a run, all processes", f"{once:.1f} s CPU")
    yield Line(
        "overhead for each folder, of its CPU on one machine",
        f"{overhead / more * 1000:.0f} of {local_s * 1000:.0f} ms ({share:.1%})",
        "under 5 %",
        # Less than nothing is noise: too few folders, or a machine that others keep busy.
        0.0 <= share < _MOST_OVERHEAD,
    )
    all_in = whole.overhead_s / whole.local.cpu_s
    yield Line("overhead with what is spent once", f"{all_in:.1%}")


def _cpu(running: Cluster) -> dict[int, float]:
    found = {}
    for one in (running.scheduler, *running.workers):
        with suppress(OSError):
            found[one.process.pid] = cpu_seconds(one.process.pid)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m measure.cluster", description=__doc__)
    parser.add_argument("--count", type=int, default=60, help="folders")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="of the run on this machine")
    parser.add_argument("--output", type=Path, help="write the table there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="docscheck-cluster-") as made:
        place = Path(made)
        write_cohort(place / "students", asked.count, asked.seed)
        table = told(judged(place, asked.count, asked.jobs))
    if asked.output:
        head = f"# {asked.count} folders on a cluster\n\n`python -m measure.cluster`.\n"
        asked.output.write_text(f"{head}\n{table.text}", encoding="utf-8")
    return 0 if table.met else 1


if __name__ == "__main__":
    sys.exit(main())

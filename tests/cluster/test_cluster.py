"""A run on a cluster: the same tables, whoever dies, and plain words where it cannot be one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from docscheck.batch import cluster as batch_cluster
from docscheck.batch import cluster_link
from docscheck.batch.judging import Judging
from docscheck.batch.run import Wish, run
from docscheck.check import Options
from docscheck.errors import ComponentMissingError, UsageError
from docscheck.profile import Declared
from tests.batch.cohort import QUICK, cohort, locked_paper, rows, tables
from tests.cli.command import digest, docscheck
from tests.cluster.machines import Cluster, cluster, store
from tests.literal import TODAY
from tests.no_network import OwnServer
from tests.resilience.running import PATIENCE, Running, descendants, seen_under_way

pytestmark = [
    pytest.mark.own_server,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc"),
]
COUNT = 6
NAMES = [f"MARTIN-{number}" for number in range(COUNT)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough folders for something to happen in between."""
    root = cohort(tmp_path_factory.mktemp("cohort"), NAMES, papers=3)
    (root / NAMES[3] / "locked.pdf").write_bytes(locked_paper())
    return root


@pytest.fixture(scope="module")
def undisturbed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The tables of a run on this machine."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert docscheck("batch", root, "--out", out, *QUICK).returncode == 1
    return tables(out)


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders that take a second each: whoever is killed while one is read has not finished it."""
    return cohort(tmp_path_factory.mktemp("slow"), NAMES[:4], papers=60)


@pytest.fixture(scope="module")
def slow_undisturbed(slow: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Their tables of a run on this machine."""
    out = tmp_path_factory.mktemp("slow_undisturbed") / "out"
    assert docscheck("batch", slow, "--out", out, *QUICK).returncode == 1
    return tables(out)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster to which nothing happens; the mark of a module comes after its fixtures."""
    OwnServer.allowed = True
    with cluster(tmp_path_factory.mktemp("calm") / "cluster", 2) as running:
        yield running


def asked(root: Path, out: Path, address: str) -> Wish:
    judging = Judging(root, TODAY, Options(engine="none"), Declared())
    return Wish(judging, out, "en", cluster=address)


def test_a_disk_that_is_shared(
    root: Path, undisturbed: Mapping[str, bytes], calm: Cluster, tmp_path: Path
) -> None:
    out, home, before = tmp_path / "out", tmp_path / "home", digest(root)
    home.mkdir()
    roster = tmp_path / "list.csv"
    roster.write_text("folder,birth date\nMARTIN-1,2004-05-17\n", encoding="utf-8")
    here = tmp_path / "here"
    docscheck("batch", root, "--out", here, *QUICK, "--roster", roster)
    command = ("batch", root, "--out", out, *QUICK, "--cluster", calm.address)
    done = docscheck(*command, "--roster", roster, env={"HOME": str(home)})
    assert (done.returncode, done.stderr) == (1, "")
    assert tables(out) == tables(here)
    assert [*rows(out, "state, tries").values()] == [["done", 1]] * COUNT
    assert digest(root) == before
    assert list(home.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"out", "here", "home", "list.csv"}
    assert "read now: 0." in docscheck(*command, "--roster", roster).stdout
    said = calm.logs()
    for private in ("MARTIN", "2004-05-17", str(root)):
        assert private not in said
    readers = [w for w in calm.workers if descendants(w.process.pid)]
    assert readers == [], "what was kept warm ended with the run"


def test_a_share_on_s3(root: Path, undisturbed: Mapping[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    with (
        store(tmp_path / "server") as s3,
        cluster(tmp_path / "cluster", 2, env=s3.env) as running,
    ):
        address = s3.copy(root, "students")
        command = ("batch", address, "--out", out, *QUICK, "--cluster", running.address)
        done = docscheck(*command, env=s3.env)
        assert (done.returncode, done.stderr) == (1, "")
        fetched = s3.fetched()
        assert len(fetched) == len(set(fetched)) == COUNT * 3 + 1
        assert "read now: 0." in docscheck(*command, env=s3.env).stdout
        assert s3.fetched() == fetched
    assert tables(out) == undisturbed


def test_workers_that_are_killed_cost_nothing(
    slow: Path, slow_undisturbed: Mapping[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with cluster(tmp_path / "cluster", 3) as running, batch(slow, out, running) as under_way:
        for number, worker in enumerate(running.workers[:2], start=1):
            wait_until_more(begun, number, out, under_way)
            worker.process.kill()
        assert under_way.end() == 1, under_way.said()
    assert tables(out) == slow_undisturbed
    assert set(rows(out).values()) == {"done"}
    tries = [int(str(number)) for number in rows(out, "tries").values()]
    assert max(tries) >= 2, "a new try shows"


def test_a_folder_whose_workers_die_is_given_up_and_the_run_goes_on(
    slow: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    killed = 0
    with cluster(tmp_path / "cluster", 0) as running:
        running.add(1, "--no-nanny")
        with batch(slow, out, running) as under_way:
            while killed < batch_cluster.MOST_BEGUN:
                wait_until_more(largest, killed, out, under_way)
                running.workers[-1].process.kill()
                killed += 1
                running.add(1, "--no-nanny")
            assert under_way.end() == 4
    assert [*rows(out).values()].count("done") >= len(NAMES[:4]) - 2
    found = [*rows(out, "state, tries, problem").values()]
    assert ["failed", batch_cluster.MOST_BEGUN, batch_cluster.LOST] in found


def test_all_workers_gone_is_waited_for_and_told(
    root: Path, undisturbed: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_cluster, "PATIENCE_SECONDS", 1.0)
    out, told = tmp_path / "out", list[str]()
    with cluster(tmp_path / "cluster", 1) as running:

        def end_them(pace: object) -> None:
            running.workers[0].process.kill()

        with pytest.raises(ComponentMissingError, match="cluster_no_workers"):
            run(asked(root, out, running.address), end_them, told.append)
        assert told == [batch_cluster.NO_WORKERS]
        kept = [name for name, state in rows(out).items() if state == "done"]
        assert kept
        running.add(1, "--no-nanny")
        again = run(asked(root, out, running.address))
    assert len(again.plan.works) == COUNT - len(kept)
    assert tables(out) == undisturbed


def test_the_scheduler_gone_is_told(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with cluster(tmp_path / "cluster", 1) as running:

        def end_it(pace: object) -> None:
            running.scheduler.process.kill()

        with pytest.raises(ComponentMissingError, match="cluster_lost"):
            run(asked(root, out, running.address), end_it)
    assert "done" in rows(out).values()


def test_an_interruption_takes_back_what_was_asked(
    slow: Path, slow_undisturbed: Mapping[str, bytes], calm: Cluster, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with batch(slow, out, calm) as under_way:
        wait_until(lambda: "done" in states(out), under_way)
        assert under_way.end(signal.SIGINT) == 130
        said = under_way.said()
    assert "The same command goes on from there" in said
    assert "Traceback" not in said
    assert not (out / "students.csv").exists()
    docscheck("batch", slow, "--out", out, *QUICK, "--cluster", calm.address)
    assert tables(out) == slow_undisturbed


def test_another_version_is_refused_by_name(root: Path, calm: Cluster, tmp_path: Path) -> None:
    other = tmp_path / "other.py"
    other.write_text("import docscheck\ndocscheck.__version__ = '0.0.0'\n", encoding="utf-8")
    (odd,) = calm.add(1, "--no-nanny", "--preload", str(other))
    command = ("batch", root, "--out", tmp_path / "out", *QUICK)
    done = docscheck(*command, "--cluster", calm.address)
    odd.process.kill()
    assert (done.returncode, done.stdout) == (2, "")
    assert "another docscheck than" in done.stderr
    assert done.stderr.count("tcp://127.0.0.1:") == 1
    assert set(rows(tmp_path / "out").values()) == {"waiting"}


def test_a_disk_that_workers_do_not_see_is_told(
    root: Path, calm: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root.parent)
    hidden = Path("/proc/self/cwd/students")
    assert hidden.is_dir()
    with pytest.raises(UsageError, match="cluster_unseen"):
        run(asked(hidden, tmp_path / "out", calm.address))


def test_nobody_at_the_address(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_link, "CONNECT_SECONDS", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense", "tls://127.0.0.1:9"):
        with pytest.raises(UsageError, match="cluster_silent"):
            run(asked(root, tmp_path / "out", address))


def test_what_is_not_installed_is_told_with_its_command(root: Path, tmp_path: Path) -> None:
    hide = tmp_path / "distributed.py"
    hide.write_text("raise ImportError\n", encoding="utf-8")
    arguments = ("batch", root, "--out", tmp_path / "out", *QUICK, "--cluster", "tcp://127.0.0.1:9")
    done = docscheck(*arguments, env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (3, "")
    assert 'pipx install --force "docscheck[cluster]"' in done.stderr


def test_jobs_are_those_of_the_cluster(root: Path, tmp_path: Path) -> None:
    arguments = ("batch", root, "--out", tmp_path / "out", "--cluster", "tcp://127.0.0.1:9")
    done = docscheck(*arguments, "--jobs", "2")
    assert done.returncode == 2
    assert "--jobs and --cluster" in done.stderr


@contextmanager
def batch(root: Path, out: Path, running: Cluster) -> Iterator[Running]:
    """Give a run of the command on a cluster, as soon as a worker began a folder."""
    command = ["batch", os.fspath(root), "--out", os.fspath(out), *QUICK]
    with seen_under_way([*command, "--cluster", running.address], b"") as under_way:
        yield under_way


def wait_until(happened: Callable[[], bool], running: Running) -> None:
    """Look until something happened; it does before the run ends."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline
        with suppress(subprocess.TimeoutExpired):
            running.process.wait(0.005)
            raise AssertionError(running.said())


def wait_until_more(count: Callable[[Path], int], than: int, out: Path, running: Running) -> None:
    wait_until(lambda: count(out) > than, running)


def states(out: Path) -> list[object]:
    """Give the state of every folder; none before there is a ledger."""
    with suppress(sqlite3.OperationalError):
        if (out / "ledger.sqlite").exists():
            return list(rows(out).values())
    return []


def begun(out: Path) -> int:
    """Count the folders that a worker began."""
    return sum(state != "waiting" for state in states(out))


def largest(out: Path) -> int:
    """Give the most tries of any folder that is being read."""
    if not states(out):
        return 0
    found = rows(out, "tries").values(), rows(out).values()
    return max(
        (int(str(n)) for n, state in zip(*found, strict=True) if state == "reading"), default=0
    )

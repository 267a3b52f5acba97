"""Killed at any moment: nothing is lost, nothing is read twice, the tables are the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from docscheck.batch.lock import locked
from tests.batch.cohort import QUICK, cohort, rows, tables
from tests.cli.command import SEPARATE, digest, docscheck
from tests.resilience.running import Running, descendants, seen_under_way, wait_until_gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc")
COUNT = 6


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough folders for something to happen in between."""
    return cohort(tmp_path_factory.mktemp("cohort"), [f"s{n}" for n in range(COUNT)], papers=3)


@pytest.fixture(scope="module")
def undisturbed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables of a run to which nothing happened."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert docscheck("batch", root, "--out", out, *QUICK).returncode == 1
    return dict(tables(out))


@contextmanager
def under_way(root: Path, out: Path, *arguments: str) -> Iterator[Running]:
    """Give a batch when its second folder is done."""
    command = ["batch", os.fspath(root), "--out", os.fspath(out), *QUICK, "--jobs", "1"]
    with seen_under_way([*command, *arguments], f" 2/{COUNT}".encode()) as running:
        yield running


def finished(out: Path) -> dict[str, object]:
    times = rows(out, "state, finished")
    return {name: row for name, row in times.items() if row[0] == "done"}  # type: ignore[index]


def test_a_killed_run_is_taken_up_where_it_was(
    root: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out, before = tmp_path / "out", digest(root)
    with under_way(root, out) as running:
        family = descendants(running.process.pid)
        assert running.end(signal.SIGKILL) == -signal.SIGKILL
        assert wait_until_gone(family, 10.0) == set()
    kept = finished(out)
    assert 2 <= len(kept) < COUNT
    assert {path.name for path in out.iterdir()} <= {
        "ledger.sqlite",
        "ledger.sqlite-journal",
        "lock",
    }
    again = docscheck("batch", root, "--out", out, *QUICK)
    assert again.returncode == 1, "the lock of a killed run holds nobody up"
    assert (
        f"read now: {COUNT - len(kept)}. Unchanged and not read again: {len(kept)}." in again.stdout
    )
    assert kept.items() <= finished(out).items()
    assert tables(out) == undisturbed
    assert digest(root) == before


@pytest.mark.parametrize("sight", ["mixups.csv", ".docscheck-*.tmp", "messages", "index.html"])
def test_killed_while_it_writes_it_writes_the_same(root: Path, tmp_path: Path, sight: str) -> None:
    everything = ("--reports", "--messages")
    whole, out = tmp_path / "whole", tmp_path / "out"
    docscheck("batch", root, "--out", whole, *QUICK, *everything)
    out.mkdir()
    (out / "ledger.sqlite").write_bytes((whole / "ledger.sqlite").read_bytes())
    command = [*SEPARATE, "batch", os.fspath(root), "--out", os.fspath(out), *QUICK, *everything]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while not [*out.glob(sight)] and running.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                running.wait(0.002)
        running.kill()
    again = docscheck("batch", root, "--out", out, *QUICK, *everything)
    assert "read now: 0." in again.stdout
    assert all_files(out) == all_files(whole)


def all_files(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file())
    given = {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in given.items() if not name.startswith("ledger")}


def test_a_worker_that_is_killed_costs_nothing(
    root: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with under_way(root, out) as running:
        family = descendants(running.process.pid)
        nursery = next(pid for pid in family if descendants(pid))
        for worker in descendants(nursery):
            os.kill(worker, signal.SIGKILL)
        assert running.end() == 1
        assert wait_until_gone(family, 10.0) == set()
    assert tables(out) == undisturbed


def test_a_nursery_that_is_killed_costs_nothing(
    root: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with under_way(root, out) as running:
        nursery = next(p for p in descendants(running.process.pid) if descendants(p))
        os.kill(nursery, signal.SIGKILL)
        assert running.end() == 1
    assert tables(out) == undisturbed


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "The same command goes on from there"), ("fr", "La même commande reprend")],
)
def test_an_interruption_says_how_to_go_on(
    root: Path, undisturbed: dict[str, bytes], tmp_path: Path, language: str, sentence: str
) -> None:
    out = tmp_path / "out"
    with under_way(root, out, "--lang", language) as running:
        family = descendants(running.process.pid)
        assert running.end(signal.SIGINT) == 130
        said = running.said()
        assert wait_until_gone(family, 2.0) == set()
    assert sentence in said
    assert "Traceback" not in said
    assert "nothing was judged" not in said
    assert len(finished(out)) >= 2
    assert not (out / "students.csv").exists()
    docscheck("batch", root, "--out", out, *QUICK)
    assert tables(out) == undisturbed


def test_two_runs_never_write_to_one_folder(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with locked(out / "lock"):
        done = docscheck("batch", root, "--out", out, *QUICK)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nother docscheck is writing in this folder" in done.stderr
    assert [path.name for path in out.iterdir()] == ["lock"]


def test_what_was_half_written_is_cleared(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "lock").write_bytes(b"")
    (out / ".docscheck-abc.tmp").write_bytes(b"half")
    docscheck("batch", root, "--out", out, *QUICK, "--only", "s0")
    assert not [*out.glob(".docscheck-*")]

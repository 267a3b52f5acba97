"""A worker that dies in the middle of a check: one finding, exit code 4, its neighbours checked."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.command import digest
from tests.resilience.running import descendants, folder_of_much_work, under_way, wait_until_gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc")


def test_a_worker_that_is_killed_is_a_finding_and_code_4(tmp_path: Path) -> None:
    folder, report = folder_of_much_work(tmp_path, copies=1), tmp_path / "report.txt"
    before = digest(folder)
    with under_way(folder, "--output", os.fspath(report)) as running:
        family = descendants(running.process.pid)
        nursery = next(pid for pid in family if descendants(pid))
        (worker,) = descendants(nursery)
        os.kill(worker, signal.SIGSEGV)
        assert running.end() == 4
        said = running.said()
        assert wait_until_gone(family, 2.0) == set()
    assert "Traceback" not in said
    assert digest(folder) == before
    told = report.read_text(encoding="utf-8")
    assert told.count("Reading this file ended in an error") == 1
    assert "Bank details" in told


def test_a_nursery_that_is_killed_costs_no_more_than_what_was_under_way(tmp_path: Path) -> None:
    folder, report = folder_of_much_work(tmp_path, copies=1), tmp_path / "report.txt"
    with under_way(folder, "--output", os.fspath(report)) as running:
        family = descendants(running.process.pid)
        nursery = next(pid for pid in family if descendants(pid))
        os.kill(nursery, signal.SIGKILL)
        assert running.end() == 4
        assert wait_until_gone(family, 2.0) == set()
    assert report.read_text(encoding="utf-8").count("Reading this file ended in an error") == 1

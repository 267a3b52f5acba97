"""Nothing of anybody's files stays: at the end, when killed, when asked, when nobody comes back."""

from __future__ import annotations

import json
import os
import signal
import stat
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from docscheck.check import Options
from docscheck.rulebook.load import load
from docscheck.web.service import Service
from docscheck.web.visit import IDLE_SECONDS, Setting
from tests.resilience.running import descendants, wait_until_gone
from tests.web.running import PATIENCE, SAMPLES, Run, Visitor, running

PAPERS = SAMPLES / "expired_passport" / "documents"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("TMPDIR", os.fspath(tmp_path))
    rulebook = load(None)
    options = Options(engine="none", jobs=1)
    setting = Setting(options, rulebook, rulebook.portal.limits, clock, date(2026, 11, 23))
    made = Service(setting, "en")
    yield made
    made.__exit__(None, None, None)
    assert list(tmp_path.iterdir()) == []


def handed_in(service: Service, name: str = "visa.pdf") -> Path:
    incoming = service.visit.drawer.take(name)
    incoming.write(b"%PDF-1.4\n")
    incoming.finish()
    return service.visit.drawer.folder / name


def check_begun(run: Run) -> Visitor:
    """Hand in papers, begin to check them, and come back when the first was read."""
    visitor = Visitor(run)
    visitor.upload({path.name: path.read_bytes() for path in PAPERS.iterdir()})
    assert visitor.post("/questions/nationality", {"csrf": visitor.key, "check": "1"}).status == 303
    told = {"read": []}
    while not told["read"]:
        told = json.loads(visitor.ask("/progress").body)
        assert told["ended"] is False
    assert len(descendants(run.process.pid)) >= 3
    return visitor


@pytest.mark.own_server
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_in_the_middle_of_a_check_leaves_nothing(
    tmp_path: Path, number: signal.Signals
) -> None:
    with running(tmp_path / "own", "--jobs", "1") as run:
        check_begun(run)
        assert len(run.kept_files()) >= 6
        known = descendants(run.process.pid)
        assert run.end(number) == 0
        assert run.left() == []
        assert wait_until_gone(known, PATIENCE) == set()


@pytest.mark.own_server
def test_a_kill_in_the_middle_of_a_check_leaves_nothing(tmp_path: Path) -> None:
    with running(tmp_path / "own", "--jobs", "1") as run:
        check_begun(run)
        assert len(run.kept_files()) >= 6
        known = descendants(run.process.pid)
        assert run.end(signal.SIGKILL) == -signal.SIGKILL
        # The guard is one of them: it ends when it has wiped everything.
        assert wait_until_gone(known, PATIENCE) == set()
        assert run.left() == []


@pytest.mark.own_server
def test_what_a_killed_guard_left_is_cleared_by_the_next_start(tmp_path: Path) -> None:
    temporary = tmp_path / "own"
    with running(temporary) as run:
        Visitor(run).upload({"visa.pdf": b"%PDF"})
        known = descendants(run.process.pid)
        for pid in known:
            os.kill(pid, signal.SIGKILL)
        run.end(signal.SIGKILL)
        assert wait_until_gone(known, PATIENCE) == set()
        assert "visa.pdf" in run.kept_files()
    hour_ago = time.time() - 3600
    for left in temporary.iterdir():
        os.utime(left, (hour_ago, hour_ago))
    with running(temporary) as run:
        assert "visa.pdf" not in run.kept_files()
        run.end(signal.SIGTERM)
    assert list(temporary.iterdir()) == []


@pytest.mark.own_server
def test_the_button_wipes_and_the_other_one_ends(tmp_path: Path) -> None:
    with running(tmp_path / "own") as run:
        visitor = Visitor(run)
        visitor.upload({"visa.pdf": b"%PDF", "folder/inner/page.jpg": b"x"})
        assert set(run.kept_files()) == {"visa.pdf", "page.jpg"}
        assert visitor.post("/delete", {"csrf": visitor.key}).status == 303
        assert run.kept_files() == []
        visitor.upload({"again.pdf": b"%PDF"})
        assert b"You can close this tab" in visitor.post("/quit", {"csrf": visitor.key}).body
        assert run.process.wait(timeout=PATIENCE) == 0
        assert run.left() == []


@pytest.mark.own_server
def test_only_this_user_may_look_into_the_folder(tmp_path: Path) -> None:
    with running(tmp_path / "own") as run:
        Visitor(run).upload({"visa.pdf": b"%PDF", "a/b/page.jpg": b"x"})
        modes = {
            stat.S_IMODE(path.stat().st_mode) for path in run.temporary.rglob("*") if path.is_dir()
        }
        assert modes == {0o700}
        files = [path for path in run.temporary.rglob("*") if path.is_file()]
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_files_stay_until_half_an_hour_has_passed(service: Service, clock: Clock) -> None:
    paper = handed_in(service)
    service.visit.answers["stage"] = "completion"
    service.visit.use()
    clock.now += IDLE_SECONDS - 1
    service.visit.wipe_if_unused()
    assert paper.exists()
    clock.now += 1
    # One look of the waiting one: nobody answers here, so it leaves after it.
    service.wait()
    assert not paper.exists()
    assert service.visit.wiped_unused
    assert not service.visit.holds_something


def test_use_begins_the_half_hour_anew(service: Service, clock: Clock) -> None:
    paper = handed_in(service)
    for _ in range(3):
        clock.now += IDLE_SECONDS - 1
        service.visit.use()
    assert paper.exists()


def test_a_request_after_half_an_hour_finds_nothing(service: Service, clock: Clock) -> None:
    paper = handed_in(service)
    clock.now += IDLE_SECONDS
    service.visit.use()
    assert not paper.exists()


def test_a_check_that_goes_on_is_use_and_its_result_is_wiped(
    service: Service, clock: Clock
) -> None:
    handed_in(service)
    service.visit.start_check()
    work = service.visit.check
    assert work is not None
    clock.now += IDLE_SECONDS
    service.visit.wipe_if_unused()
    if not work.ended.is_set():
        assert service.visit.check is work
    assert work.ended.wait(PATIENCE)
    service.visit.use()
    checked = service.visit.checked
    if checked is not None:
        page = service.visit.report_page(checked, "en")
        assert page.exists()
        clock.now += IDLE_SECONDS
        service.visit.wipe_if_unused()
        assert not page.exists()
    assert service.visit.checked is None


def test_a_check_that_is_wiped_ends_at_once(service: Service) -> None:
    for number in range(20):
        handed_in(service, f"{number}.pdf")
    service.visit.start_check()
    work = service.visit.check
    assert work is not None
    service.visit.wipe()
    assert work.ended.is_set()
    assert work.result is None
    assert not service.visit.holds_something

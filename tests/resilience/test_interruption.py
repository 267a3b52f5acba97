"""Ctrl-C and its kin in the middle of a check: soon, with 130, in words, nothing left behind."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docscheck.reporters.to_json import schema_text
from tests.cli.command import digest
from tests.resilience.running import (
    descendants,
    folder_of_much_work,
    silently,
    slowness,
    under_way,
    wait_until_gone,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc")
SOON = 2.0
"""Seconds: R3 of `reliability.md`."""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def partial(report: str | bytes) -> dict[str, Any]:
    """Give a report as JSON after a look at what every partial one has."""
    told: dict[str, Any] = json.loads(report)
    jsonschema.validate(told, json.loads(schema_text()))
    unread = [f for f in told["findings"] if f["case"] == "interrupted"]
    assert told["partial"]["files"] == len(told["documents"])
    assert 0 < len(unread) == len(told["documents"]) - told["partial"]["files_read"]
    assert {(f["rule"], f["kind"]) for f in unread} == {("file.timeout", "unchecked")}
    assert told["verdict"] != "ready"
    return told


@pytest.mark.parametrize("number", SIGNALS)
def test_an_interruption_ends_soon_and_leaves_nothing_but_the_report(
    tmp_path: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of_much_work(tmp_path)
    places = {name: tmp_path / name for name in ("HOME", "TMPDIR")}
    for name, place in places.items():
        place.mkdir()
        monkeypatch.setenv(name, os.fspath(place))
    report = tmp_path / "out" / "report.txt"
    report.parent.mkdir()
    before = digest(folder)
    allowed = SOON * slowness()
    with under_way(folder, "--output", os.fspath(report)) as running:
        family = descendants(running.process.pid)
        assert len(family) >= 2, "a nursery and a worker"
        start = time.monotonic()
        assert running.end(number) == 130
        assert time.monotonic() - start < allowed
        assert wait_until_gone(family, SOON * slowness()) == set()
    assert digest(folder) == before
    assert [*report.parent.iterdir()] == [report]
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert report.read_text(encoding="utf-8").startswith("Stopped: ")
    assert {name: [*place.iterdir()] for name, place in places.items()} == {
        "HOME": [],
        "TMPDIR": [],
    }


def test_impatience_changes_nothing(tmp_path: Path) -> None:
    with under_way(folder_of_much_work(tmp_path)) as running:
        family = descendants(running.process.pid)
        assert running.end(*[signal.SIGINT] * 5) == 130
        assert wait_until_gone(family, SOON * slowness()) == set()


def test_what_nobody_can_catch_leaves_no_orphan(tmp_path: Path) -> None:
    folder = folder_of_much_work(tmp_path)
    before = digest(folder)
    with under_way(folder) as running:
        family = descendants(running.process.pid)
        assert running.end(signal.SIGKILL) == -signal.SIGKILL
        assert wait_until_gone(family, SOON * slowness()) == set()
    assert digest(folder) == before


@pytest.mark.parametrize(
    ("language", "first", "second", "files", "unread", "last"),
    [
        (
            "en",
            r"Stopped: \d+ of 26 files read\. ",
            "So far: ",
            "Your files",
            "not read",
            "Interrupted: ",
        ),
        (
            "fr",
            r"Arrêté avant la fin ; fichiers lus : \d+ sur 26\. ",
            "Jusqu'ici : ",
            "Vos fichiers",
            "non lu",
            "Interrompu : ",
        ),
    ],
)
def test_an_interruption_gives_a_partial_report(
    tmp_path: Path, language: str, first: str, second: str, files: str, unread: str, last: str
) -> None:
    with under_way(folder_of_much_work(tmp_path), "--lang", language) as running:
        running.process.send_signal(signal.SIGINT)
        told, _ = running.process.communicate(timeout=60)
        said = running.said()
    assert running.process.returncode == 130
    lines = told.decode().splitlines()
    assert re.match(first, lines[0])
    assert lines[1].startswith(second)
    listed = lines[lines.index(files) :]
    read = int(re.findall(r"\d+", lines[0])[0])
    assert sum(line.strip().lower().startswith(unread) for line in listed) == 26 - read
    assert last in said
    assert "Traceback" not in said


@pytest.mark.parametrize("number", SIGNALS)
def test_programs_get_it_as_json(tmp_path: Path, number: signal.Signals) -> None:
    folder = folder_of_much_work(tmp_path)
    with silently(folder, 3, "--format", "json") as process:
        process.send_signal(number)
        told, said = process.communicate(timeout=60)
    assert process.returncode == 130
    report = partial(told)
    assert 1 <= report["partial"]["files_read"] <= 3
    assert "missing" not in {entry["status"] for entry in report["requirements"]}
    assert said.startswith(b"Interrupted: ")


def test_on_one_line_it_is_still_said_first(tmp_path: Path) -> None:
    with silently(folder_of_much_work(tmp_path), 3, "--quiet") as process:
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert re.fullmatch(r"Stopped: \d+ of 26 files read\. .* So far: .*\n", told.decode())


def test_before_anything_was_read_there_is_no_report(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    folder = folder_of_much_work(tmp_path)
    with silently(folder, 1, "--format", "json", "--output", os.fspath(report)) as process:
        process.send_signal(signal.SIGINT)
        told, said = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"")
    assert said.startswith(b"Interrupted: no complete report was written.")
    assert not report.exists()


def test_a_calendar_is_never_partial(tmp_path: Path) -> None:
    calendar = tmp_path / "days.ics"
    calendar.write_text("an older one")
    folder = folder_of_much_work(tmp_path)
    with under_way(folder, "--calendar", os.fspath(calendar)) as running:
        running.process.send_signal(signal.SIGINT)
        running.process.communicate(timeout=60)
        said = running.said()
    assert running.process.returncode == 130
    assert "No calendar was written" in said
    assert calendar.read_text() == "an older one"
    assert {*tmp_path.iterdir()} == {folder, calendar}


def test_a_guide_is_never_partial(tmp_path: Path) -> None:
    with under_way(folder_of_much_work(tmp_path), command="guide") as running:
        family = descendants(running.process.pid)
        running.process.send_signal(signal.SIGINT)
        told, _ = running.process.communicate(timeout=60)
        said = running.said()
        assert wait_until_gone(family, SOON * slowness()) == set()
    assert (running.process.returncode, told) == (130, b"")
    assert "Interrupted: no complete report was written." in said


@pytest.mark.parametrize("to_file", [True, False])
def test_a_terminal_that_is_closed_is_no_failure(tmp_path: Path, to_file: bool) -> None:
    report = tmp_path / "report.txt"
    arguments = ("--output", os.fspath(report)) if to_file else ()
    with under_way(folder_of_much_work(tmp_path), *arguments, at_home=True) as running:
        family = descendants(running.process.pid)
        assert running.hang_up() == 130
        assert wait_until_gone(family, SOON * slowness()) == set()
    assert not to_file or report.read_text(encoding="utf-8").startswith("Stopped: ")


def test_a_reader_that_left_is_no_failure(tmp_path: Path) -> None:
    with under_way(folder_of_much_work(tmp_path)) as running:
        assert running.process.stdout is not None
        running.process.stdout.close()
        assert running.end(signal.SIGINT) == 130
        said = running.said()
    assert "Interrupted: " in said
    assert "Traceback" not in said


def test_a_full_device_changes_no_code(tmp_path: Path) -> None:
    with under_way(folder_of_much_work(tmp_path), "--output", "/dev/full") as running:
        assert running.end(signal.SIGINT) == 130
        assert "cannot be written there: /dev/full" in running.said()


def test_a_report_that_nobody_takes_can_be_interrupted_too(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with under_way(folder_of_much_work(tmp_path), "--output", os.fspath(pipe)) as running:
        family = descendants(running.process.pid)
        running.process.send_signal(signal.SIGINT)
        # Until the workers are gone it does not listen; nobody tells when that is.
        for _ in range(600):
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.process.wait(timeout=0.2)
                break
            running.process.send_signal(signal.SIGTERM)
        assert running.process.returncode == 130
        assert wait_until_gone(family, SOON * slowness()) == set()


def test_an_interruption_while_it_loads_shows_no_traceback() -> None:
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "docscheck", "rules", "list"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    # Each module is named on stderr when it is loaded: this one is among the first.
    line = next(line for line in process.stderr if b"docscheck.errors" in line)
    process.send_signal(signal.SIGINT)
    said = line + process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) in (130, -signal.SIGINT)
    assert b"Traceback" not in said

"""The pool: neighbours of a lost task must not be flagged; every task has one answer."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docscheck.executors.pool import Answer, Loss, Pool, Task, WithdrawnError

WORKER = """
import os, signal, subprocess, sys, time
sys.path.insert(0, sys.argv[1])
from docscheck.executors.frames import read_frame, write_frame
greeting = read_frame(sys.stdin.buffer, 1000)
while True:
    try:
        request = read_frame(sys.stdin.buffer, 1000).decode()
    except Exception:
        break
    if request == "hang":
        while True: pass
    if request == "abort":
        os.abort()
    if request == "exit":
        os._exit(0)
    if request == "half":
        sys.stdout.buffer.write(b"\\0" * 7); sys.stdout.buffer.flush(); os._exit(0)
    if request == "huge":
        sys.stdout.buffer.write(b"\\xff" * 8); sys.stdout.buffer.flush(); time.sleep(60)
    if request.startswith("child "):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        open(request[6:], "w").write(str(child.pid))
        while True: pass
    write_frame(sys.stdout.buffer, greeting + b":" + request.encode())
"""


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool[str]]:
    script = tmp_path / "worker.py"
    script.write_text(WORKER, encoding="utf-8")
    source = str(Path(__file__).parents[2] / "src")
    command = (sys.executable, "-P", str(script), source)
    with Pool[str](command, (b"hello",), 2, {"PATH": os.environ["PATH"]}) as started:
        yield started


def ask(pool: Pool[str], *requests: str, seconds: float = 20.0) -> dict[str, Answer[str]]:
    tasks = [Task(r, lambda r=r: (r.encode(),), seconds) for r in requests]
    return {answer.key: answer for answer in pool.run(tasks)}


def test_answers_come_for_every_task(pool: Pool[str]) -> None:
    names = [f"task{i}" for i in range(20)]
    answers = ask(pool, *names)
    assert {k: a.payload for k, a in answers.items()} == {
        name: f"hello:{name}".encode() for name in names
    }


def test_workers_stay_warm_between_runs(pool: Pool[str]) -> None:
    ask(pool, "a", "b", "c", "d")
    before = set(pool.process_ids)
    ask(pool, "e", "f", "g", "h")
    assert set(pool.process_ids) == before


@pytest.mark.parametrize("fate", ["abort", "exit", "half", "huge"])
def test_a_dead_worker_costs_one_task(pool: Pool[str], fate: str) -> None:
    answers = ask(pool, "a", fate, "b", "c", "d")
    assert answers[fate].payload is None
    assert answers[fate].loss is Loss.DIED
    assert all(answers[k].payload == f"hello:{k}".encode() for k in "abcd")


def test_a_hanging_worker_is_killed_at_its_deadline(pool: Pool[str]) -> None:
    started = time.monotonic()
    answers = ask(pool, "hang", "a", "b", seconds=1.0)
    assert answers["hang"].loss is Loss.TIMEOUT
    assert answers["a"].payload is not None
    assert answers["b"].payload is not None
    assert time.monotonic() - started < 15


def test_what_a_worker_started_dies_with_it(pool: Pool[str], tmp_path: Path) -> None:
    note = tmp_path / "pid"
    answers = ask(pool, f"child {note}", seconds=3.0)
    assert answers[f"child {note}"].loss is Loss.TIMEOUT
    assert has_ended(int(note.read_text()))


def has_ended(process_id: int) -> bool:
    """Wait for the end of a process that is not our child, ten seconds at most (pidfd_open(2))."""
    try:
        handle = os.pidfd_open(process_id)
    except ProcessLookupError:
        return True
    with os.fdopen(handle):
        return bool(select.select([handle], [], [], 10)[0])


def test_a_withdrawn_task_harms_no_worker(pool: Pool[str]) -> None:
    def withdraw() -> tuple[bytes, ...]:
        raise WithdrawnError("gone")

    tasks = [Task("gone", withdraw, 5.0), Task("a", lambda: (b"a",), 5.0)]
    answers = {a.key: a for a in pool.run(tasks)}
    assert answers["gone"].loss is Loss.WITHDRAWN
    assert answers["gone"].detail == "gone"
    assert answers["a"].payload == b"hello:a"


def test_closing_leaves_no_process(pool: Pool[str]) -> None:
    ask(pool, "a", "b")
    alive = pool.process_ids
    assert alive
    pool.close()
    assert not [pid for pid in alive if Path(f"/proc/{pid}").exists()]

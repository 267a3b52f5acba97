"""The pool: neighbours of a lost task must not be flagged; every task has one answer."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docscheck.executors.nursery import Nursery
from docscheck.executors.pool import Answer, Loss, Pool, Task, WithdrawnError
from docscheck.executors.processes import Source, Spawner

WORKER = """
import os, signal, subprocess, sys, time
sys.path.insert(0, sys.argv[1])
from docscheck.executors.frames import read_frame, write_frame
def serve(greeting, requests, answers):
    while True:
        try:
            request = read_frame(requests, 1000).decode()
        except Exception:
            break
        if request == "hang":
            while True: pass
        if request == "abort":
            os.abort()
        if request == "exit":
            os._exit(0)
        if request == "half":
            answers.write(b"\\0" * 7); answers.flush(); os._exit(0)
        if request == "huge":
            answers.write(b"\\xff" * 8); answers.flush(); time.sleep(60)
        if request.startswith("child "):
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
            open(request[6:], "w").write(str(child.pid))
            while True: pass
        write_frame(answers, greeting + b":" + request.encode())
if sys.argv[2:] == ["nursery"]:
    import functools, socket
    from docscheck.executors import nursery
    nursery.serve(socket.socket(fileno=0), lambda greeting: functools.partial(serve, greeting))
serve(read_frame(sys.stdin.buffer, 1000), sys.stdin.buffer, sys.stdout.buffer)
"""


@pytest.fixture(params=["spawned", "forked"])
def pool(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pool[str]]:
    with Pool[str](source(tmp_path, request.param), 2) as started:
        yield started


def source(folder: Path, kind: str) -> Source:
    script = folder / "worker.py"
    script.write_text(WORKER, encoding="utf-8")
    command = (sys.executable, "-P", str(script), str(Path(__file__).parents[2] / "src"))
    environment = {"PATH": os.environ["PATH"]}
    if kind == "spawned":
        return Spawner(command, (b"hello",), environment)
    return Nursery((*command, "nursery"), b"hello", environment)


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


def parent(process_id: int) -> int:
    return int(Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[1])


def test_a_nursery_that_is_killed_takes_its_workers_and_is_replaced(tmp_path: Path) -> None:
    with Pool[str](source(tmp_path, "forked"), 1) as pool:
        ask(pool, "a")
        (worker,) = pool.process_ids
        os.kill(parent(worker), signal.SIGKILL)
        assert has_ended(worker)
        answers = ask(pool, "b", "c")
    assert sorted(a.loss or "" for a in answers.values()) == ["", Loss.DIED]


def test_a_dead_supervisor_leaves_no_process(tmp_path: Path) -> None:
    """Killed while a worker is busy: nursery and worker end at once."""
    script = tmp_path / "supervisor.py"
    script.write_text(
        "import sys, pathlib\n"
        "sys.path[:0] = sys.argv[1:3]\n"
        "from test_pool import Pool, Task, source\n"
        "pool = Pool(source(pathlib.Path(sys.argv[3]), 'forked'), 1)\n"
        "list(pool.run([Task('a', lambda: (b'a',), 9.0)]))\n"
        "print(*pool.process_ids, flush=True)\n"
        "list(pool.run([Task('hang', lambda: (b'hang',), 60.0)]))\n",
        encoding="utf-8",
    )
    here = Path(__file__)
    places = (str(here.parent), str(here.parents[2] / "src"), str(tmp_path))
    with subprocess.Popen([sys.executable, str(script), *places], stdout=subprocess.PIPE) as run:
        worker = int((run.stdout or sys.stdin.buffer).readline())
        nursery = parent(worker)
        run.kill()
    assert has_ended(worker)
    assert has_ended(nursery)


def test_a_fork_of_this_process_keeps_none_of_its_files_and_variables() -> None:
    script = """
import os, socket, sys
from docscheck.executors import nursery
from docscheck.executors.frames import read_frame, write_frame
from docscheck.executors.pool import Pool, Task
kept = open(__import__("tempfile").mkstemp()[1])
def work(requests, answers):
    read_frame(requests, 9)
    open_files = sorted(os.readlink(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd")
                        if os.path.exists(f"/proc/self/fd/{n}"))
    secret = [name for name in open_files if name == kept.name]
    write_frame(answers, repr((secret, dict(os.environ), "" in sys.path)).encode())
assert nursery.may_fork()
source = nursery.Nursery((), b"", {"A": "1"}, lambda s: nursery.serve(s, lambda greeting: work))
with Pool(source, 1) as pool:
    print(*(a.payload.decode() for a in pool.run([Task("a", lambda: (b"a",), 9.0)])))
    print(len(pool.process_ids))
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert answer.stdout.splitlines() == ["([], {'A': '1'}, False)", "1"]

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

from docscheck.executors.homes import Homes
from docscheck.executors.nursery import Nursery
from docscheck.executors.pool import MAX_TASKS, Answer, Loss, Pool, Task, WithdrawnError
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
        if request.startswith(("killed ", "killed-once ")):
            mark = open(request.split(" ", 1)[1], "a"); mark.write("x"); mark.close()
            if request.startswith("killed ") or os.path.getsize(mark.name) == 1:
                os.kill(os.getpid(), signal.SIGKILL)
        if request == "half":
            answers.write(b"\\0" * 7); answers.flush(); os._exit(0)
        if request == "pid":
            request = str(os.getpid())
        if request == "home":
            request = os.getcwd()
        if request == "fill":
            open("left", "w").write("x")
            os.mkdir("closed"); open("closed/x", "w"); os.chmod("closed", 0)
            request = os.getcwd()
        if request == "swell":
            kept = bytearray(b"x") * 400_000_000
        if request == "swollen":
            kept = bytearray(b"x") * 400_000_000
            while True: time.sleep(600)
        if request == "steps":
            for _ in range(3):
                write_frame(answers, b"on"); time.sleep(0.4)
        if request == "stuck":
            write_frame(answers, b"first"); write_frame(answers, b"on"); time.sleep(600)
        if request == "chatter":
            while True: write_frame(answers, b"on")
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
    assert answers[fate].loss is (Loss.NONSENSE if fate == "huge" else Loss.DIED)
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


def test_a_home_is_empty_private_and_gone_with_its_worker(pool: Pool[str]) -> None:
    answers = ask(pool, "fill")
    home = Path((answers["fill"].payload or b"").decode().partition(":")[2])
    assert (home / "left").exists()
    assert home.stat().st_mode & 0o777 == 0o700
    assert home.parent.stat().st_mode & 0o777 == 0o700
    ask(pool, "abort", "abort")
    pool.close()
    assert not home.parent.exists()


def test_a_home_goes_when_its_worker_is_killed(tmp_path: Path) -> None:
    with Pool[str](source(tmp_path, "forked"), 1) as pool:
        first = ask(pool, "fill")["fill"].payload or b""
        home = Path(first.decode().partition(":")[2])
        assert ask(pool, "hang", seconds=0.5)["hang"].loss is Loss.TIMEOUT
        assert not home.exists()
        assert (ask(pool, "home")["home"].payload or b"") not in (b"", first)


def test_notes_come_before_the_answer_and_wind_up_the_clock(pool: Pool[str]) -> None:
    ask(pool, "a", "b")
    task = Task("steps", lambda: (b"steps",), 30.0, {b"on": 3.0})
    (answer,) = pool.run([task])
    assert (answer.payload, answer.note) == (b"hello:steps", b"on")


def test_a_worker_that_stays_at_one_note_is_killed_before_its_whole_time(pool: Pool[str]) -> None:
    notes = {b"first": 60.0, b"on": 0.5}
    start = time.monotonic()
    (answer,) = pool.run([Task("stuck", lambda: (b"stuck",), 300.0, notes)])
    assert (answer.loss, answer.note, answer.status) == (Loss.TIMEOUT, b"on", None)
    assert time.monotonic() - start < 60


def test_notes_without_end_are_no_answer(pool: Pool[str]) -> None:
    (answer,) = pool.run([Task("chatter", lambda: (b"chatter",), 300.0, {b"on": 300.0})])
    assert answer.loss is Loss.NONSENSE


def test_what_is_not_in_the_list_of_notes_is_the_answer(pool: Pool[str]) -> None:
    (answer,) = pool.run([Task("steps", lambda: (b"steps",), 30.0, {})])
    assert answer.payload == b"on"


def test_an_answer_that_is_not_accepted_costs_the_worker(pool: Pool[str]) -> None:
    def refuse(answer: bytes) -> None:
        raise ValueError

    before = ask(pool, "pid")["pid"].payload
    (answer,) = pool.run([Task("a", lambda: (b"a",), 30.0, {}, refuse)])
    assert (answer.payload, answer.loss) == (None, Loss.NONSENSE)
    assert ask(pool, "pid")["pid"].payload not in (None, before)


def test_a_worker_that_died_of_a_signal_tells_it(pool: Pool[str]) -> None:
    assert ask(pool, "abort")["abort"].status == -signal.SIGABRT
    assert ask(pool, "exit")["exit"].status == 0


@pytest.mark.parametrize("kind", ["spawned", "forked"])
def test_a_task_whose_worker_was_killed_from_outside_gets_one_more(
    tmp_path: Path, kind: str
) -> None:
    once, always = tmp_path / "once", tmp_path / "always"
    with Pool[str](source(tmp_path, kind), 2, second_try=True) as pool:
        answers = ask(pool, f"killed-once {once}", f"killed {always}", "a")
    assert answers[f"killed-once {once}"].payload == f"hello:killed-once {once}".encode()
    assert answers[f"killed {always}"].loss is Loss.DIED
    assert always.read_text() == "xx", "one more, and not for ever"
    assert answers["a"].payload == b"hello:a"


def test_what_crashes_by_itself_gets_no_second_worker(tmp_path: Path) -> None:
    with Pool[str](source(tmp_path, "forked"), 1, second_try=True) as pool:
        ask(pool, "a")
        for fate, status in (("abort", -signal.SIGABRT), ("exit", 0)):
            assert ask(pool, fate)[fate].status == status
        assert ask(pool, "hang", seconds=0.5)["hang"].loss is Loss.TIMEOUT
        assert ask(pool, "huge")["huge"].loss is Loss.NONSENSE


def test_without_a_wish_for_it_there_is_no_second_try(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    with Pool[str](source(tmp_path, "forked"), 1) as pool:
        assert ask(pool, f"killed {mark}")[f"killed {mark}"].loss is Loss.DIED
    assert mark.read_text() == "x"


def test_a_worker_is_replaced_after_a_hundred_tasks(tmp_path: Path) -> None:
    def process_id() -> bytes | None:
        (answer,) = pool.run([Task("pid", lambda: (b"pid",), 20.0)])
        return answer.payload

    with Pool[str](source(tmp_path, "forked"), 1) as pool:
        ids = [process_id() for _ in range(MAX_TASKS + 1)]
    assert len(set(ids[:MAX_TASKS])) == 1
    assert ids[MAX_TASKS] not in (None, ids[0])


def test_a_worker_that_keeps_much_memory_is_replaced(tmp_path: Path) -> None:
    with Pool[str](source(tmp_path, "forked"), 1) as pool:
        before = ask(pool, "pid")["pid"].payload
        assert ask(pool, "swell")["swell"].payload is not None
        assert ask(pool, "pid")["pid"].payload not in (None, before)


def test_where_no_limit_holds_memory_is_watched(tmp_path: Path) -> None:
    with Pool[str](source(tmp_path, "spawned"), 1, watched_bytes=200_000_000) as pool:
        answers = ask(pool, "swollen", "a", seconds=300.0)
    assert answers["swollen"].loss is Loss.MEMORY
    assert answers["a"].payload == b"hello:a"


def test_a_worker_started_by_a_thread_that_ended_lives_on(pool: Pool[str]) -> None:
    """Each run has threads of its own."""
    first = ask(pool, "pid")["pid"].payload
    assert ask(pool, "pid")["pid"].payload == first


def test_after_closing_nothing_is_started(tmp_path: Path) -> None:
    pool = Pool[str](source(tmp_path, "forked"), 1)
    ask(pool, "a")
    pool.close()
    assert ask(pool, "b")["b"].loss is Loss.DIED
    assert pool.process_ids == ()


def test_what_a_killed_supervisor_left_is_cleared_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    living, killed, young = Homes(), Homes(), Homes()
    places = [living.new().parent, killed.new().parent, young.new().parent]
    os.close(killed._lock or -1)
    os.close(young._lock or -1)
    for place in places[:2]:
        os.utime(place, (0, 0))
    other = Homes()
    other.new()
    assert [place.exists() for place in places] == [True, False, True]
    living.close()
    other.close()

"""A worker gone mad costs one file, whatever it does and whenever (T3 of `reliability.md`).

The real session, on real folders, with workers that misbehave on order (`faulty_worker.py`). A
selection runs with all tests; `make faults` runs every mode at every stage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from docscheck.check import Session
from docscheck.losses import Ending, Stage, Trouble
from docscheck.worker import landlock
from tests.isolation.faults import (
    NEIGHBOURS,
    OUTCOMES,
    STAGES,
    Checked,
    check,
    lay_folder,
    open_session,
    processes,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are seen in /proc")

SHORT = (
    *(("loop", Stage.STRUCTURE), ("allocate", Stage.PAGE), ("segv", Stage.OCR)),
    *(("abort", Stage.IDENTIFY), ("half", Stage.PAGE), ("huge", Stage.STRUCTURE)),
    *(("schema", Stage.IDENTIFY), ("grandchild", Stage.OCR), ("silent", Stage.PAGE)),
    ("write", Stage.OCR),
)
RULES = {
    Trouble.TIMEOUT: ("file.timeout", "at"),
    Trouble.LIMIT: ("file.limit", "memory_at"),
    Trouble.CRASH: ("internal.crash", "file_at"),
}
APART = {"forked": "apart", "spawned": ""}
"""What leaves its worker's group is caught where a nursery inherits it."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """Give what one folder with some faults comes to, each kind of workers kept warm."""
    with ExitStack() as stack:
        places: dict[str, Path] = {}

        @cache
        def session(kind: str) -> Session:
            places[kind] = tmp_path_factory.mktemp(kind)
            return stack.enter_context(open_session(places[kind], kind, jobs=4))

        @cache
        def run(kind: str, faults: tuple[tuple[str, Stage], ...]) -> Checked:
            started = session(kind)
            folder = tmp_path_factory.mktemp("checked") / "input"
            lay_folder(folder, faults, APART[kind])
            return check(started, folder, places[kind])

        yield run


def assert_outcome(seen: Checked, mode: str, stage: Stage, ending: Ending | None) -> None:
    path = f"{mode}_{stage}.jpg"
    examined = seen.files[path].examined
    trouble = OUTCOMES[mode].trouble
    assert examined.trouble is trouble, examined.detail
    if trouble is None:
        assert len(examined.pages) == 1
        return
    assert (examined.stage, examined.ending) == (stage, ending), examined.detail
    rule, case = RULES[trouble]
    assert [(r, c) for r, c, _ in seen.findings[path]] == [(rule, case)]


def assert_neighbours_unharmed(seen: Checked) -> None:
    for path in NEIGHBOURS:
        examined = seen.files[path].examined
        assert examined.trouble is None, (path, examined)
        assert len(examined.pages) == 1
    assert seen.untouched
    assert seen.strangers == ()


def can_refuse_writing() -> bool:
    return sys.platform == "linux" and landlock.version() > 0


@pytest.mark.parametrize(("mode", "stage"), SHORT)
@pytest.mark.parametrize("kind", ["forked", "spawned"])
def test_one_fault_costs_one_file(checked: object, kind: str, mode: str, stage: Stage) -> None:
    if mode == "write" and not can_refuse_writing():
        # Then only the rights of files keep a worker from writing, and tests may run as root.
        pytest.skip("this kernel has no Landlock")
    seen = checked(kind, SHORT)
    assert_outcome(seen, mode, stage, OUTCOMES[mode].ending)
    assert_neighbours_unharmed(seen)


@pytest.mark.long
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("mode", OUTCOMES)
def test_every_fault_at_every_stage(checked: object, mode: str, stage: Stage) -> None:
    seen = checked("forked", tuple((mode, stage) for stage in STAGES))
    assert_outcome(seen, mode, stage, OUTCOMES[mode].ending)
    assert_neighbours_unharmed(seen)


@pytest.mark.parametrize("kind", ["forked", "spawned"])
def test_nothing_runs_and_nothing_lies_about_after_the_session(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = tmp_path / "homes"
    homes.mkdir()
    monkeypatch.setenv("TMPDIR", str(homes))
    folder = tmp_path / "input"
    lay_folder(folder, [("loop", Stage.PAGE), ("grandchild", Stage.PAGE)], APART[kind])
    place = tmp_path / "script"
    place.mkdir()
    with open_session(place, kind, jobs=2) as session:
        check(session, folder, place)
        assert list(homes.iterdir())
    assert processes(place) == ()
    assert list(homes.iterdir()) == []

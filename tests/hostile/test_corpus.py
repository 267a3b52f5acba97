"""T1 of `reliability.md`, its short part: the manifest is whole, and what it asks comes true.

All kinds: `python -m measure.hostile`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from measure.hostile import Watched
from tests.hostile.corpus import kinds, manifest
from tests.hostile.kind import Kind

SHORT = [kind for kind in kinds() if manifest()[kind.id].short]


def test_every_kind_has_a_row_and_every_row_a_kind() -> None:
    assert [kind.id for kind in kinds()] == list(manifest())
    assert len(kinds()) >= 250
    assert sum(row.honest for row in manifest().values()) >= 30
    assert {row.threat for row in manifest().values()} >= {*range(1, 5), 6, 7, 8, 9, 10, 12, 13}


def test_a_kind_is_the_same_each_time(tmp_path: Path) -> None:
    made = {}
    for turn in ("one", "other"):
        (tmp_path / turn).mkdir()
        for kind in SHORT:
            drawn_keys = kind.name.startswith("encrypted-aes")  # by the library, each time anew
            if kind.group in ("structure", "picture", "archive", "hidden") and not drawn_keys:
                (tmp_path / turn / kind.id).mkdir()
                kind.write(tmp_path / turn / kind.id)
        made[turn] = {
            path.name: path.read_bytes()
            for path in sorted((tmp_path / turn).rglob("*"))
            if path.is_file() and not path.is_symlink()
        }
    assert made["one"] == made["other"]


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    session = Watched(ocr=False)
    yield session
    session.close()


@pytest.mark.skipif(
    os.name != "posix" or not Path("/proc/self").exists(), reason="measures by /proc"
)
@pytest.mark.parametrize("kind", SHORT, ids=lambda kind: kind.id)
def test_short_part(watched: Watched, kind: Kind) -> None:
    outcome = watched.outcome(kind, manifest()[kind.id])
    assert (outcome.wrong, outcome.lost, outcome.traceback, outcome.killed) == ((), (), "", False)

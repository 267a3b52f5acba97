"""Folders on a share: the same tables, foreign names, and nothing fetched that is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

from docscheck.batch.judging import Judging
from docscheck.batch.run import Wish, run
from docscheck.batch.shares import Address, place_of
from docscheck.check import Options
from docscheck.errors import UsageError
from docscheck.profile import Declared
from tests.batch.cohort import QUICK, cohort, named, rows, tables
from tests.cli.command import docscheck
from tests.cluster.machines import BUCKET, Store, store
from tests.literal import TODAY
from tests.no_network import OwnServer

pytestmark = pytest.mark.own_server
NAMES = ("21904567 NGUYEN", "a", "é")


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An S3 server; the mark of a module does not reach what is made before its first test."""
    OwnServer.allowed = True
    with store(tmp_path_factory.mktemp("s3") / "server") as running:
        yield running


def batch(address: str, out: Path, s3: Store, *more: str) -> str:
    done = docscheck("batch", address, "--out", out, *QUICK, *more, env=s3.env)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def test_the_tables_are_those_of_a_disk_and_nothing_known_is_fetched(
    s3: Store, tmp_path: Path
) -> None:
    root = cohort(tmp_path, NAMES, papers=2)
    (root / "a" / "Thumbs.db").write_bytes(b"x")
    (root / "a" / "below").mkdir()
    (root / "a" / "below" / "paper.pdf").write_bytes(named(77))
    (root / "a" / "empty.pdf").write_bytes(b"")
    (root / "loose.txt").write_bytes(b"x")
    address = s3.copy(root, "students")
    docscheck("batch", root, "--out", tmp_path / "disk", *QUICK)
    out = tmp_path / "out"
    assert "read now: 3." in batch(address, out, s3)
    assert tables(out) == tables(tmp_path / "disk")
    fetched = s3.fetched()
    assert len(fetched) == len(set(fetched)) == 7, "each once; nothing of what is not read"

    assert "read now: 0." in batch(address, out, s3)
    assert s3.fetched() == fetched, "known by its marks"

    s3.put("students/a/certificat 0.pdf", named(500))
    assert "read now: 1. Unchanged and not read again: 2." in batch(address, out, s3)
    assert {path.split("/")[-2] for path in s3.fetched()[len(fetched) :]} <= {"a", "below"}
    assert len(s3.fetched()) == len(fetched) + 3

    # The other way round: the ledger of a disk goes on with a share, and the hashes decide.
    assert "read now: 1. Unchanged and not read again: 2." in batch(address, tmp_path / "disk", s3)
    assert tables(out) == tables(tmp_path / "disk")


def test_names_of_a_share_are_foreign(s3: Store, tmp_path: Path) -> None:
    paper = named(1)
    long = "x" * 300 + ".pdf"
    students = ("good", "..", "bell\x07 \u202efdp", "y" * 300)
    for student in students:
        s3.put(f"evil/{student}/paper.pdf", paper)
    for path in (
        "../up.pdf",
        "/root.pdf",
        "./here.pdf",
        "\x1b[31m.pdf",
        long,
        "both",
        "both/x.pdf",
    ):
        s3.put(f"evil/good/{path}", paper)
    s3.put("evil/good/", b"")
    s3.put("evil/marked/", b"")
    out = tmp_path / "out"
    batch(f"s3://{BUCKET}/evil", out, s3)
    assert set(rows(out)) == {"good", "bell\x07 \u202efdp", "y" * 300, "marked"}
    assert '"..";' in (out / "left_out.csv").read_text(encoding="utf-8-sig").replace(",", ";")
    report = next(
        line
        for line in (out / "reports.jsonl").read_text(encoding="ascii").splitlines()
        if '"dossier":"good"' in line.replace(" ", "")
    )
    for told in ("..", "paper.pdf", "both", "both/x.pdf", long, "[31m.pdf"):
        assert told in report, told
    assert "root.pdf" not in report
    assert "up.pdf" not in report
    assert {path.name for path in tmp_path.iterdir()} == {"out"}


def test_what_is_no_share_is_told(s3: Store, tmp_path: Path) -> None:
    for address, code, words in (
        (f"s3://{BUCKET}/nothing", 2, "no such folder"),
        ("s3://elsewhere/x", 2, "no such folder"),
        ("nonsense://x/y", 2, "obody here knows"),
        ("s3://[x", 2, "obody here knows"),
        ("sftp://somebody:secret@host/x", 2, "holds a password"),
        ("simplecache::s3://x/y", 2, "goes through another"),
        ("sftp://127.0.0.1:9/x", 3, "pipx install"),
    ):
        done = docscheck("batch", address, "--out", tmp_path / "out", *QUICK, env=s3.env)
        assert (done.returncode, done.stdout) == (code, ""), address
        assert words in done.stderr, done.stderr
        assert "secret" not in done.stderr
        assert not (tmp_path / "out").exists()


def test_a_share_that_is_gone_leaves_what_was_found(tmp_path: Path) -> None:
    root = cohort(tmp_path, ("a",))
    out = tmp_path / "out"
    with store(tmp_path / "server") as failing:
        address = failing.copy(root, "students")
        env = {**failing.env, "AWS_MAX_ATTEMPTS": "1"}
        docscheck("batch", address, "--out", out, *QUICK, env=env)
    before = tables(out)
    done = docscheck("batch", address, "--out", out, *QUICK, env=env)
    assert done.returncode == 2
    assert "does not answer" in done.stderr
    assert tables(out) == before


@pytest.mark.parametrize("typed", ["students", "./a", "C:\\students", "file:///tmp/a%20b"])
def test_paths_are_paths(typed: str) -> None:
    place = place_of(typed)
    assert isinstance(place, Path)
    assert "%" not in str(place)


def test_addresses_are_addresses() -> None:
    assert place_of("s3://bucket/x/") == Address("s3://bucket/x")
    with pytest.raises(UsageError, match="share_password") as caught:
        place_of("sftp://me:secret@host/x")
    assert "secret" not in str(caught.value)


@pytest.fixture
def failing() -> type[MemoryFileSystem]:
    """A kind of share that lists its files, and fails when it is asked for one of them."""

    class Failing(MemoryFileSystem):
        protocol = "failing"
        store: ClassVar[dict[str, Any]] = {}
        pseudo_dirs: ClassVar[list[str]] = [""]

        def cat_file(self, path: str, **named: Any) -> bytes:
            if "bad" in path:
                raise ConnectionResetError("the line is cut")
            return bytes(super().cat_file(path, **named))

    register_implementation("failing", Failing, clobber=True)
    return Failing


def test_a_share_that_fails_under_way_makes_no_verdict(
    failing: type[MemoryFileSystem], tmp_path: Path
) -> None:
    files = failing()
    for name in ("good/a.pdf", "cut/a.pdf", "cut/bad.pdf"):
        files.pipe_file(f"failing://office/{name}", named(1))
    out = tmp_path / "out"
    judging = Judging(Address("failing://office"), TODAY, Options(engine="none"), Declared())
    result = run(Wish(judging, out, "en", jobs=1))
    assert rows(out, "state, problem") == {
        "cut": ["failed", "share, ConnectionResetError"],
        "good": ["done", None],
    }
    assert result.crashed == 1
    # Nothing vouches for these files: hashes decide, and what failed is read again.
    assert [work.name for work in run(Wish(judging, out, "en", jobs=1)).plan.works] == ["cut"]
    files.pipe_file("failing://office/good/a.pdf", named(2))
    again = run(Wish(judging, out, "en", jobs=1)).plan.works
    assert {work.name for work in again} == {"cut", "good"}

"""Where the words go: a reader that leaves, a full disk, a poor encoding, nobody watching."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.bad_files import certificate
from tests.cli.command import SEPARATE, TODAY, docscheck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file."""
    (tmp_path / "certificat_scolarité.pdf").write_bytes(certificate())
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["rules", "list"], 0),
        (["schema"], 0),
        (["check", "{}", *TODAY], 1),
        (["check", "{}", *TODAY, "--fail-on", "never"], 0),
    ],
)
def test_a_reader_that_leaves_early_changes_nothing(
    folder: Path, arguments: list[str], code: int
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*SEPARATE, *(a.format(folder) for a in arguments)],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*SEPARATE, "rules", "list"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 3


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"TERM": "dumb"}]
)
def test_no_encoding_stops_the_answer(folder: Path, env: dict[str, str]) -> None:
    done = docscheck("check", folder, *TODAY, "--lang", "fr", env=env)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0].startswith(("Pas prêt : ", "Pas pr?t : "))


def test_piped_words_carry_no_colour_and_no_progress(folder: Path) -> None:
    done = docscheck("check", folder, *TODAY)
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_quiet_is_one_line(folder: Path) -> None:
    done = docscheck("check", folder, *TODAY, "--quiet", env={"COLUMNS": "30"})
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith("Not ready: 1 of ")
    assert done.returncode == 1


@pytest.mark.parametrize(("fail_on", "code"), [("review", 1), ("not-ready", 1), ("never", 0)])
def test_the_code_follows_the_verdict(folder: Path, fail_on: str, code: int) -> None:
    done = docscheck("check", folder, *TODAY, "--quiet", "--fail-on", fail_on)
    assert done.returncode == code

"""A poor machine around the command: streams that are closed, a disk that is full, no home."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.bad_files import certificate
from tests.cli.command import SEPARATE, TODAY, checked_places, digest, docscheck
from tests.cli.test_bad_input import as_anybody
from tests.untouched import untouched

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shells and modes are POSIX")
WITHOUT_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file."""
    made = tmp_path / "papers"
    made.mkdir()
    (made / "certificat_scolarité.pdf").write_bytes(certificate())
    return made


def in_shell(
    line: str, *arguments: str | Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `line` in a shell, in which "$@" is docscheck with these arguments."""
    shell = shutil.which("bash") or "sh"
    command = [shell, "-c", line, shell, *SEPARATE, *map(os.fspath, arguments)]
    inherited = {**os.environ, "LC_ALL": "C.UTF-8"} if env is None else env
    with untouched(*checked_places(arguments)):
        return subprocess.run(command, capture_output=True, env=inherited, check=False, timeout=120)


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_spoil_the_report(folder: Path, closed: str, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    asked = ("check", folder, *TODAY, "--format", "json", "--output", report)
    done = in_shell(f'"$@" {closed}', *asked)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    (document,) = json.loads(report.read_text())["documents"]
    assert [part["type"] for part in document["parts"]] == ["school_certificate"]


def test_a_report_that_goes_nowhere_is_no_answer(folder: Path) -> None:
    done = in_shell('"$@" >&-', "check", folder, *TODAY)
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_takes_one_byte(folder: Path) -> None:
    done = in_shell('"$@" | head -c 1; echo "${PIPESTATUS[0]}"', "check", folder, *TODAY)
    assert (done.stdout, done.stderr) == (b"N1\n", b"")


def test_without_a_locale_names_keep_their_bytes(folder: Path) -> None:
    env = {**WITHOUT_LOCALE, "PATH": os.environ["PATH"]}
    done = in_shell('"$@"', "check", folder, *TODAY, "--lang", "fr", env=env)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.isascii()
    assert b"certificat_scolarit\\xc3\\xa9.pdf" in done.stdout
    asked = ("check", folder, *TODAY, "--format", "json")
    (document,) = json.loads(in_shell('"$@"', *asked, env=env).stdout)["documents"]
    assert [part["type"] for part in document["parts"]] == ["school_certificate"]


def test_an_empty_environment_is_enough(folder: Path) -> None:
    done = in_shell('"$@"', "check", folder, *TODAY, env={})
    assert done.returncode == 1
    assert done.stdout.startswith(b"Not ready: 1 of ")
    assert done.stderr == b""


def test_a_home_that_does_not_exist_is_not_made(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "nowhere"
    done = docscheck("check", folder, *TODAY, "--quiet", env={"HOME": os.fspath(home)})
    assert (done.returncode, done.stderr) == (1, "")
    assert not home.exists()


@pytest.mark.parametrize("columns", ["1", "20", "0", "x", "100000"])
def test_any_width_is_written_to(folder: Path, columns: str) -> None:
    done = docscheck("check", folder, *TODAY, "--verbose", env={"COLUMNS": columns})
    assert (done.returncode, done.stderr) == (1, "")
    assert "certificat_scolarité.pdf" in "".join(done.stdout.split())
    if columns == "20":
        told = done.stdout.splitlines()[1:]
        assert max(map(len, told)) <= 40


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_device_is_said(folder: Path) -> None:
    done = docscheck("check", folder, *TODAY, "--output", "/dev/full")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written there: /dev/full" in done.stderr
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize("option", ["--output", "--calendar"])
def test_a_disk_that_fills_up_leaves_the_older_report(
    folder: Path, tmp_path: Path, option: str
) -> None:
    """Files may grow to 512 or 1,024 bytes here, as the shell counts; a report is larger."""
    target = tmp_path / "out" / "report"
    target.parent.mkdir()
    target.write_text("an older one")
    asked = ("check", folder, *TODAY, "--format", "json", option, target)
    done = in_shell('ulimit -f 0; "$@"', *asked)
    assert done.returncode == 2
    assert b"cannot be written there" in done.stderr
    assert b"Traceback" not in done.stderr
    assert target.read_text() == "an older one"
    assert [*target.parent.iterdir()] == [target]


def test_an_output_folder_that_is_read_only_is_said(folder: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    target = closed / "report.txt"
    done = docscheck("check", folder, *TODAY, "--output", target, prefix=as_anybody())
    closed.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written there" in done.stderr
    assert [*closed.iterdir()] == []


def test_an_input_folder_that_is_read_only_is_enough(folder: Path) -> None:
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = digest(folder)
    done = docscheck("check", folder, *TODAY, "--quiet", prefix=as_anybody())
    assert digest(folder) == before
    folder.chmod(0o755)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_report_may_go_into_a_pipe_or_a_link(folder: Path, tmp_path: Path) -> None:
    fifo, link, real = (tmp_path / name for name in ("fifo", "link", "real.txt"))
    os.mkfifo(fifo)
    with subprocess.Popen(["cat", fifo], stdout=subprocess.PIPE) as reader:
        done = docscheck("check", folder, *TODAY, "--quiet", "--output", fifo)
        told, _ = reader.communicate(timeout=60)
    assert done.returncode == 1
    assert told.startswith(b"Not ready")
    real.write_text("")
    link.symlink_to(real)
    assert docscheck("check", folder, *TODAY, "--quiet", "--output", link).returncode == 1
    assert link.is_symlink()
    assert real.read_text().startswith("Not ready")
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_what_was_typed_is_not_written_to_the_terminal_as_it_is() -> None:
    for argument in ("--\x1b[31mred", "a\x1b]0;x\x07"):
        done = docscheck("check", "x", argument, "y\u202e")
        assert done.returncode == 2
        assert "\x1b" not in done.stderr
        assert "\\x1b" in done.stderr
        assert "docscheck check --help" in done.stderr


@pytest.mark.parametrize("command", ["check", "guide"])
def test_a_name_that_no_file_system_takes_is_a_wrong_argument(command: str) -> None:
    done = docscheck(command, "a" * 300, *TODAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such folder" in done.stderr


def test_a_folder_behind_a_closed_door_is_said(folder: Path) -> None:
    folder.parent.chmod(0o600)
    done = docscheck("check", folder, *TODAY, prefix=as_anybody())
    folder.parent.chmod(0o700)
    assert (done.returncode, done.stdout) == (2, "")
    assert "does not let docscheck open the folder" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_folder_of_any_name_is_checked(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9\x1b[31m[bold]")
    folder.mkdir()
    (folder / "a.pdf").write_bytes(certificate())
    done = docscheck("check", folder, *TODAY, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["dossier"] == "caf\\xe9\\x1b[31m[bold]"

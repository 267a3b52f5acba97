"""What shells are told: the script is read by a real shell, and asks the real command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import docscheck

ASK = """
source "$1"
COMP_WORDS=(docscheck {words})
COMP_CWORD={place}
_docscheck_completion docscheck
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    done = docscheck("completion", "bash")
    assert (done.returncode, done.stderr) == (0, "")
    path = tmp_path_factory.mktemp("completion") / "docscheck.bash"
    path.write_text(done.stdout, encoding="utf-8")
    return path


def completed(script: Path, words: str, place: int) -> list[str]:
    bash = shutil.which("bash")
    assert bash is not None
    bin_first = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [bash, "-c", ASK.format(words=words, place=place), "bash", str(script)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": bin_first},
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes_a_command(script: Path) -> None:
    assert completed(script, "ch", 1) == ["check"]


def test_bash_completes_an_option_and_its_values(script: Path) -> None:
    assert completed(script, "check --sta", 2) == ["--stage"]
    stages = completed(script, "check --stage ''", 3)
    assert stages == ["registration", "completion", "vitale-card"]


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_every_shell_has_its_script(shell: str) -> None:
    done = docscheck("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"complete_{shell}" in done.stdout


def test_another_shell_is_refused_with_those_that_are_known() -> None:
    done = docscheck("completion", "tcsh")
    assert done.returncode == 2
    assert "fish" in done.stderr

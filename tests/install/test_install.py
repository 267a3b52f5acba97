"""What the installers and their page say is what `docscheck doctor` says, and they parse."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from docscheck.installation import System, install_needed

ROOT = Path(__file__).parents[2]
SCRIPTS = {path.name: path for path in (ROOT / "install").iterdir()}
PAGES = [ROOT / "docs" / name for name in ("install.md", "installation.fr.md")]
SHELL = ("docscheck-linux.sh", "docscheck-mac.command")
SYSTEMS = [system for system in System if install_needed(system) is not None]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_each_page_has_the_line_of_each_system(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(SYSTEMS) == 5
    for system in SYSTEMS:
        assert f"`{install_needed(system)}`" in text


def test_both_pages_have_the_same_parts_and_commands() -> None:
    marks = [re.findall(r"^#+|`[^`\n]+`", page.read_text(encoding="utf-8"), re.M) for page in PAGES]
    assert sorted(marks[0]) == sorted(marks[1])


def test_the_scripts_ask_for_what_doctor_asks_for() -> None:
    linux, mac, windows = (SCRIPTS[name].read_text(encoding="utf-8") for name in sorted(SCRIPTS))
    for system, text in (
        (System.DEBIAN, linux),
        (System.FEDORA, linux),
        (System.ARCH, linux),
        (System.MACOS, mac),
        (System.WINDOWS, windows),
    ):
        command = install_needed(system)
        assert command is not None
        for word in command.replace("UB-Mannheim.TesseractOCR", "").split():
            assert word in text, (system, word)


@pytest.mark.parametrize("name", SHELL)
@pytest.mark.parametrize("shell", ["sh", "bash", "dash"])
def test_the_shells_read_them(name: str, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    subprocess.run([shell, "-n", SCRIPTS[name]], check=True)
    assert os.access(SCRIPTS[name], os.X_OK), "else a double-click opens an editor"


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
@pytest.mark.parametrize("name", SHELL)
def test_shellcheck_has_nothing_to_say(name: str) -> None:
    subprocess.run(["shellcheck", SCRIPTS[name]], check=True)


def test_the_windows_file_is_one_that_cmd_reads() -> None:
    content = SCRIPTS["docscheck-windows.cmd"].read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n"), "labels need both"
    text = content.decode()
    wanted = set(re.findall(r"goto (\w+)", text))
    assert wanted == set(re.findall(r"^:(\w+)", text, re.M))
    assert not re.search(r"^\s*rem .*[^\x00-\x7f]", text, re.M), "read before chcp"


def test_none_of_them_runs_what_it_fetched_or_asks_for_rights() -> None:
    for path in SCRIPTS.values():
        text = path.read_text(encoding="utf-8")
        lines = [line.strip() for line in text.splitlines()]
        assert "curl" not in text
        assert "wget" not in text
        assert not [line for line in lines if re.match(r"(sudo|runas|winget|brew|choco)\b", line)]

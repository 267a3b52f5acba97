"""The READMEs are true: each command they show runs, and gives exactly the output they show."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import docscheck

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.fr.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([\w./-]+)\)")

pytestmark = pytest.mark.slow


def shown() -> Iterator[tuple[str, str, str]]:
    """Give file, command and the output shown (empty where none is)."""
    for name in READMES:
        for block in _BLOCK.findall((ROOT / name).read_text(encoding="utf-8")):
            command, _, output = block.removeprefix("$ docscheck ").partition("\n")
            yield name, command, output


def test_each_readme_shows_its_commands_and_one_output() -> None:
    for name in READMES:
        outputs = [output for file, _, output in shown() if file == name]
        assert len(outputs) == 5, name
        assert len(list(filter(None, outputs))) == 1, name


@pytest.mark.parametrize(("readme", "command", "output"), list(shown()))
def test_the_command_gives_what_is_shown(
    readme: str, command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sample_docs").symlink_to(ROOT / "sample_docs")
    monkeypatch.chdir(tmp_path)
    done = docscheck(*shlex.split(command))
    assert done.stderr == ""
    assert done.returncode in (0, 1)
    if output:
        assert done.stdout == output


def test_links_lead_somewhere() -> None:
    for name in READMES:
        links = set(_LINK.findall((ROOT / name).read_text(encoding="utf-8")))
        assert len(links) >= 4
        assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_readmes_have_the_same_parts() -> None:
    def skeleton(name: str) -> list[int]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]

    assert skeleton("README.md") == skeleton("README.fr.md")

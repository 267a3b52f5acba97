"""The library: its names are there, its page runs, and asking for it loads nothing heavy."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import docscheck

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "api.md"


@pytest.mark.parametrize("name", docscheck.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(docscheck, name) is not None


def test_a_name_that_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc_folder'"):
        docscheck.chekc_folder  # noqa: B018  # type: ignore[attr-defined]


def test_the_package_alone_loads_nothing_of_itself() -> None:
    code = "import sys, docscheck; print([m for m in sys.modules if m.startswith('docscheck.')])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_the_example_tells_of_many_folders() -> None:
    folders = ["sample_docs/missing_visa/documents", "sample_docs/encrypted_certificate/documents"]
    command = [sys.executable, ROOT / "docs" / "example.py", *folders]
    said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (said.returncode, said.stderr) == (1, "")
    lines = said.stdout.splitlines()
    assert [line for line in lines if line[0] != " "] == [f"{name}: not_ready" for name in folders]
    assert "  requirement.missing: the folder" in lines
    assert "  file.encrypted: certificat_scolarite.pdf" in lines
    assert (
        subprocess.run([*command[:2], "nowhere"], capture_output=True, check=False).returncode == 2
    )


def test_the_page_runs_and_says_what_is_missing() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    lines = said.stdout.splitlines()
    assert lines[0] == "not_ready"
    assert "error requirement.missing None" in lines
    assert "stay missing" in lines
    assert said.stderr == ""

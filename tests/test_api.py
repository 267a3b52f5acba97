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

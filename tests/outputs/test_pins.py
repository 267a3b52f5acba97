"""The pinned environment is the one that `pyproject.toml` asks for, each file with its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned_within_its_bounds_and_has_hashes() -> None:
    text = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = {normal(name): version for name, version in PIN.findall(text)}
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert len(asked) > 30
    for line in asked:
        wanted = Requirement(line)
        assert wanted.specifier.contains(pins[normal(wanted.name)]), line
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]

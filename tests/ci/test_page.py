"""The page on CI shows what is there: inputs, outputs and hooks, in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.ci.sample_folders import ROOT

PAGES = ("ci.md", "integration-continue.md")
_SHOWN = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def settings(name: str) -> Any:
    return next(yaml.safe_load_all((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_shown_can_be_used(page: str) -> None:
    github, gitlab, hooks = map(yaml.safe_load, _SHOWN.findall(text_of(page)))
    action = settings("action.yml")
    steps = github["jobs"]["folders"]["steps"]
    (ours,) = (step for step in steps if "/docscheck@" in step["uses"])
    assert ours["with"].keys() <= action["inputs"].keys()
    assert set(re.findall(r"outputs\.(\w+)", str(steps))) <= action["outputs"].keys()
    (included,) = gitlab["include"]
    assert (ROOT / included["file"]).is_file()
    inputs = settings("ci/gitlab.yml")["spec"]["inputs"]
    needed = {name for name, entry in inputs.items() if "default" not in (entry or {})}
    assert needed <= included["inputs"].keys() <= inputs.keys()
    known = {hook["id"] for hook in settings(".pre-commit-hooks.yaml")}
    assert {hook["id"] for hook in hooks["repos"][0]["hooks"]} == known


@pytest.mark.parametrize("page", PAGES)
def test_foreign_actions_are_pinned_to_a_commit(page: str) -> None:
    used = re.findall(r"uses: (\S+) # v[\d.]+$", text_of(page), re.MULTILINE)
    assert len(used) == text_of(page).count("uses:") == 3
    assert all(name.endswith("@COMMIT") for name in used)
    assert "uses:" not in (ROOT / "action.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_input_and_its_default_are_told(page: str) -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| ([^|]*?) ?\|", text_of(page), re.MULTILINE))
    for name, entry in settings("action.yml")["inputs"].items():
        default = entry.get("default", "")
        assert rows[name] == (f"`{default}`" if default else rows[name]), name
    told = text_of(page)
    assert all(f"`{name}`" in told for name in settings("action.yml")["outputs"])

"""The READMEs say of the accuracy what docs/accuracy.md says."""

from __future__ import annotations

import re
from pathlib import Path

from measure.published import READMES, publish, summary_in

ROOT = Path(__file__).parents[2]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d[\d.]*(?: %| / \d+)", text)


def test_the_english_summary_is_that_of_the_run() -> None:
    run = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert summary_in(readme) == summary_in(run)


def test_every_readme_gives_the_same_figures() -> None:
    run = summary_in((ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8"))
    assert _figures(run)
    for name in READMES:
        summary = summary_in((ROOT / name).read_text(encoding="utf-8"))
        assert _figures(summary) == _figures(run), name


def test_a_summary_replaces_the_one_before(tmp_path: Path) -> None:
    for name in READMES:
        text = "before\n<!-- accuracy -->\nold\n<!-- /accuracy -->\nafter\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    publish(tmp_path, {"en": ["new"], "fr": ["nouveau"]})
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert text == "before\n<!-- accuracy -->\nnew\n<!-- /accuracy -->\nafter\n"

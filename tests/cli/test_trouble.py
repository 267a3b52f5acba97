"""What stops a run is said in both languages; nothing of a document is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from docscheck.cli.trouble import confess, explain
from docscheck.errors import ComponentMissingError, DocscheckError, RulebookError, UsageError
from docscheck.messages import sentences

SOURCE = Path(__file__).parents[2] / "src" / "docscheck"
RAISED = {"UsageError", "ComponentMissingError"}


def names_raised() -> set[str]:
    """Give the first argument of every error made in the source, where it is a literal."""
    calls = (
        node
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    return {
        str(call.args[0].value)
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in RAISED
        and isinstance(call.args[0], ast.Constant)
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_error_has_its_sentence_and_its_way_out(language: str) -> None:
    known = sentences(language)
    assert len(names_raised()) >= 12
    missing = [
        key
        for name in (*names_raised(), "rules", "internal")
        for key in (f"error.{name}", f"error.{name}.advice")
        if key not in known
    ]
    assert missing == []


def test_a_rule_error_keeps_its_english_detail(capsys: pytest.CaptureFixture[str]) -> None:
    explain(RulebookError("portal.toml: limits: unknown key\nvisa.toml: cues: missing"))
    lines = capsys.readouterr().err.splitlines()
    assert lines[1:3] == ["  portal.toml: limits: unknown key", "  visa.toml: cues: missing"]
    assert len(lines) == 4


def test_what_a_worker_claims_to_miss_is_shown_harmlessly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    explain(ComponentMissingError("no\x1b[31m such", {"x": "{y}"}))
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "such" in said


def test_a_failure_of_docscheck_tells_no_word_of_a_document(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ValueError, match="CANARY") as caught:
        int("CANARY, passport 123456")
    confess(caught.value)
    said = capsys.readouterr().err
    assert "ValueError, test_trouble.py:" in said
    assert "CANARY" not in said


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError("date"), 2), (RulebookError("x"), 2), (DocscheckError("x"), 4)]
)
def test_exit_codes(error: DocscheckError, code: int) -> None:
    assert error.exit_code == code

"""How a run that stopped is explained on stderr: what happened, for maintainers where, the way out.

The sentences are those of `messages/*/errors.toml`.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path

from docscheck.cli.language import default_language
from docscheck.cli.output import remark
from docscheck.errors import DocscheckError
from docscheck.foreign_text import show
from docscheck.messages import Speaker

_MAX_DETAIL = 2000
"""Characters of a detail: rule errors list several files."""


def explain(error: DocscheckError) -> None:
    """Say why the run could not start or go on."""
    try:
        problem, advice = (
            _say(f"error.{error.sentence}{part}", error.params) for part in ("", ".advice")
        )
    except KeyError:
        # A worker names its missing component after it parsed a hostile file: not to be believed.
        problem, advice = show(str(error)), ""
    _write(problem, error.detail, advice, error.heading)


def confess(error: Exception) -> None:
    """Say that docscheck itself failed: kind and place of the failure, none of its words."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    detail = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
    _write(_say("error.internal", {}), detail, _say("error.internal.advice", {}))


def interrupted() -> None:
    """Say what an interruption left: nothing."""
    remark([_say("interrupted", {})])


def _write(problem: str, detail: str, advice: str, heading: str = "error.heading") -> None:
    lines = [f"{_say(heading, {})} {problem}"]
    lines += [f"  {show(line, _MAX_DETAIL)}" for line in detail[:_MAX_DETAIL].splitlines()]
    lines += [advice] if advice else []
    remark(lines)


def _say(key: str, params: Mapping[str, str]) -> str:
    return Speaker().sentence(key, params, default_language().value)

"""A report in, an output out. Each format is one module, loaded only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docscheck.reporters.interface import Reporter

REPORTERS = {
    "terminal": "docscheck.reporters.to_terminal",
    "json": "docscheck.reporters.to_json",
    "html": "docscheck.reporters.to_html",
    "markdown": "docscheck.reporters.to_markdown",
    "jsonl": "docscheck.reporters.to_jsonl",
    "sarif": "docscheck.reporters.to_sarif",
    "junit": "docscheck.reporters.to_junit",
    "github": "docscheck.reporters.to_github",
}
"""Format -> module; `--format` of `check` offers exactly these."""
SHOW_PICTURES = frozenset({"html"})
"""Formats for which pages are drawn."""


def reporter(name: str) -> Reporter:
    """Load the reporter of a format."""
    module = import_module(REPORTERS[name])
    loaded: Reporter = module
    return loaded

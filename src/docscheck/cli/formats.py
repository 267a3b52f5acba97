"""In which forms commands answer."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How an answer is written."""

    TERMINAL = "terminal"
    JSON = "json"


class ReportFormat(StrEnum):
    """How the report on a folder is written: `reporters.REPORTERS`."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


FOR_PROGRAMS = frozenset(
    {
        ReportFormat.JSON,
        ReportFormat.JSONL,
        ReportFormat.SARIF,
        ReportFormat.JUNIT,
        ReportFormat.GITHUB,
    }
)
"""Nobody waits before these: no progress is shown."""

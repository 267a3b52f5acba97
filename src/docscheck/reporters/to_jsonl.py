"""The JSON report on one line, so that the reports of many folders make one file (JSON Lines)."""

from __future__ import annotations

from typing import TextIO

from docscheck.report import Report
from docscheck.reporters.interface import Manner
from docscheck.reporters.json_text import one_line
from docscheck.reporters.to_json import as_json


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the report and a line feed."""
    out.write(one_line(as_json(report, manner)) + "\n")

"""Does a report say of a kind what the manifest asks, and does it lose no entry?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from docscheck.finding import Severity
from docscheck.report import Report
from tests.hostile.corpus import Row

_ADVICE = frozenset({"file.restricted", "file.heavy", "file.name", "file.duplicate"})
"""Remarks on a file that an honest one may get."""


def complaints(row: Row, report: Report, *, ocr: bool) -> Iterator[str]:
    """Yield what is otherwise than the manifest asks; `file.locked` is not asked of root."""
    rules = {finding.rule for finding in report.findings}
    if "internal.crash" in rules:
        details = {file.examined.detail for file in report.files if file.examined.detail}
        yield f"internal.crash ({'; '.join(sorted(details))})"
    if row.ocr and not ocr:
        return
    asked = set(row.any)
    if asked and not asked & rules and not (asked == {"file.locked"} and os.geteuid() == 0):
        yield f"none of {sorted(asked)} in {sorted(rules)}"
    if "file.timeout" in rules and "file.timeout" not in asked:
        yield "file.timeout"
    if rules & set(row.never):
        yield f"raised {sorted(rules & set(row.never))}"
    if row.ignored and row.ignored not in {entry.reason for entry in report.ignored}:
        yield f"nothing passed over for {row.ignored}"
    if row.honest:
        yield from _punished(report)


def _punished(report: Report) -> Iterator[str]:
    for finding in report.findings:
        if finding.rule.startswith("requirement."):
            # One paper is no whole folder: what else is missing is nothing against it.
            continue
        is_error = finding.severity is Severity.ERROR
        if is_error or (finding.rule.startswith("file.") and finding.rule not in _ADVICE):
            yield f"honest, and {finding.rule}"


def lost(folder: Path, report: Report) -> list[str]:
    """Entries of a folder that the report does not account for, or accounts for twice (R24)."""
    told = [file.file.path for file in report.files] + [entry.path for entry in report.ignored]
    passed = {entry.path for entry in report.ignored}
    wrong = [path for path in set(told) if told.count(path) > 1] if len(told) < 999 else []
    known = set(told)
    for path in _leaves(folder):
        parts = path.split("/")
        above = {"/".join(parts[:n]) for n in range(1, len(parts))}
        if path not in known and not above & passed:
            wrong.append(path)
    return wrong


def _leaves(folder: Path) -> Iterator[str]:
    """Every entry that is not a folder, links included, relative with forward slashes."""
    top = os.fspath(folder)
    for here, folders, files in os.walk(top):
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        for name in (*files, *links):
            yield os.path.relpath(os.path.join(here, name), top).replace(os.sep, "/")

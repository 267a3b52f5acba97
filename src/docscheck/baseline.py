"""Which findings were there before? An earlier report in, the same report with the known ones told.

The earlier report is the JSON one (`--format json`): nothing new has to be kept for it. A finding
is known when rule, case, file and page were the same then, as often as they were; a file that was
renamed since is known by its bytes. The verdict is not touched: a folder that is not ready does not
become so by having been that way for long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docscheck.errors import UsageError
from docscheck.finding import Finding, Verdict
from docscheck.judge import verdict
from docscheck.report import Report

_SCHEMA_VERSION = "1"
_MAX_BYTES = 50_000_000

Key = tuple[str, str, str | None, int | None]
"""Rule, case, path, page."""


class KnownFinding(Struct, frozen=True):
    """Of a finding in an earlier report, what tells it from others."""

    rule: str
    document: str | None
    page: int | None
    case: str = ""


class KnownFile(Struct, frozen=True):
    """A file of an earlier report."""

    path: str
    sha256: str | None = None


class Baseline(Struct, frozen=True):
    """What is taken from an earlier report; other keys may come and go."""

    schema_version: str
    findings: tuple[KnownFinding, ...]
    documents: tuple[KnownFile, ...]


def load_baseline(path: Path, scanned: Path) -> Baseline:
    """Read an earlier report.

    Raises:
        UsageError: it cannot be read, is no such report, or stands in `scanned` (R12).
    """
    if path.resolve().is_relative_to(scanned.resolve()):
        raise UsageError("baseline_inside", {"file": path.name})
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError("baseline_wrong", {"file": path.name})
        data = path.read_bytes()
    except OSError as error:
        raise UsageError("baseline_closed", {"file": path.name}, error.strerror or "") from error
    try:
        found = msgspec.json.decode(data, type=Baseline)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError("baseline_wrong", {"file": path.name}, str(error)) from error
    if found.schema_version != _SCHEMA_VERSION:
        raise UsageError("baseline_wrong", {"file": path.name})
    return found


def compared(report: Report, baseline: Baseline) -> Report:
    """Give the report with the findings told that the baseline has too."""
    return replace(report, findings=tuple(_marked(report, baseline)), compared=True)


def verdict_on_new(report: Report) -> Verdict:
    """Give the verdict, as far as findings draw it that the baseline does not have."""
    if not report.compared:
        return report.verdict
    return verdict([finding for finding in report.findings if not finding.known])


def _marked(report: Report, baseline: Baseline) -> Iterator[Finding]:
    left = Counter((f.rule, f.case, f.document, f.page) for f in baseline.findings)
    before = _names_before(report, baseline)
    for finding in report.findings:
        key = _key(finding, before)
        known = left[key] > 0
        left[key] -= known
        yield replace(finding, known=known)


def _key(finding: Finding, before: Mapping[str, str]) -> Key:
    issue = finding.issue
    path = issue.where.path
    named = before.get(path, path) if path is not None else None
    return finding.rule, issue.case, named, issue.where.page


def _names_before(report: Report, baseline: Baseline) -> dict[str, str]:
    """Give path -> path in the baseline, for files that were renamed since."""
    there = {file.path for file in baseline.documents}
    by_hash = {file.sha256: file.path for file in baseline.documents if file.sha256}
    return {
        entry.file.path: by_hash[entry.file.sha256]
        for entry in report.files
        if entry.file.path not in there and entry.file.sha256 in by_hash
    }

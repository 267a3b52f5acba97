"""How far is a student from complete? The number of things to settle, as an office counts them."""

from __future__ import annotations

from docscheck.finding import RequirementStatus, Severity, Verdict
from docscheck.report import Report

_OPEN = (
    RequirementStatus.MISSING,
    RequirementStatus.NONCONFORMING,
    RequirementStatus.DOUBTFUL,
)


def steps(report: Report) -> int:
    """Count what stands between a folder and "ready": 0 only for one that is.

    A paper to send, to redo or to look at is one step, whatever is said of it. Where every paper is
    in order and something else is not, each finding is one (`reporters.answer` counts likewise).
    """
    if report.verdict is Verdict.READY:
        return 0
    papers = sum(r.blocking and r.status in _OPEN for r in report.requirements)
    points = sum(f.severity is Severity.ERROR and f.waived is None for f in report.findings)
    return papers or points or 1

"""Which findings does `prepare` take away by itself, so that they do not stand in a paper's way?"""

from __future__ import annotations

from docscheck.document import Document
from docscheck.finding import Finding, Kind, Severity
from docscheck.report import Report, is_about

MENDABLE = frozenset(
    {
        *("format.pdf_required", "format.media_type"),
        *("file.extension_mismatch", "file.extension_missing", "file.name", "file.heavy"),
        *("file.active_content", "file.repaired", "file.restricted"),
        *("document.several_in_one_file", "document.split_over_files", "quality.rotated"),
    }
)
_TOLD_ELSEWHERE = ("requirement.", "waiver.", "profile.")
"""Of the folder, not of one paper."""


def findings_about(
    document: Document, report: Report, *, waived: bool = False
) -> tuple[Finding, ...]:
    """Give what is said of one document and no mend takes away; what somebody accepted if asked."""
    return tuple(
        finding
        for finding in report.findings
        if (waived or finding.waived is None)
        and finding.rule not in MENDABLE
        and not finding.rule.startswith(_TOLD_ELSEWHERE)
        and is_about(finding, document)
    )


def cannot_be_accepted(document: Document, report: Report) -> bool:
    """Say whether a paper would come back, however well its file is made."""
    return any(
        finding.severity is Severity.ERROR and finding.kind is Kind.FAIL
        for finding in findings_about(document, report)
    )


def is_doubtful(document: Document, report: Report) -> bool:
    """Say whether somebody has to look at the paper first."""
    return any(
        finding.severity is Severity.ERROR and finding.kind is not Kind.FAIL
        for finding in findings_about(document, report)
    )

"""What is said of each paper: findings gathered under the file they are about, nothing twice.

For reports that people read. Groups come in the order of their gravest finding, which is the order
of the report; both files of a card with two sides make one group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from docscheck.document import Document, ExaminedFile
from docscheck.finding import NOT_SEEN_YET, Finding, Kind, RequirementStatus, Severity, Term
from docscheck.report import Report

_REPEATS = "requirement.nonconforming"
"""Says again, for tools, what the finding about the document already tells the student."""
_NOT_NEEDED = ("requirement.not_needed", "document.irrelevant", "file.duplicate")
_OLDER = "document.older_version"
"""Without a case: an older paper that may go; a former passport that holds the visa may not."""


class Group(Struct, frozen=True):
    """Findings about one paper."""

    paths: tuple[str, ...]
    """Its files; empty for a finding about the folder as a whole."""
    findings: tuple[Finding, ...]


def spoken(report: Report) -> tuple[Finding, ...]:
    """Give the findings that are new, without those that only repeat others of the same gravity.

    What was not seen yet is told by the files that were not read.
    """
    return tuple(
        f
        for f in report.findings
        if not f.known
        and f.issue.case != NOT_SEEN_YET
        and not (f.rule == _REPEATS and _said_of(f, report))
    )


def grouped(findings: Iterable[Finding], report: Report) -> tuple[Group, ...]:
    """Gather findings by the paper they are about."""
    gathered: dict[tuple[str, ...] | str, list[Finding]] = {}
    for finding in findings:
        # A finding about the folder stands alone, under its own id.
        gathered.setdefault(_paths(finding, report) or finding.id, []).append(finding)
    return tuple(_group(key, entries) for key, entries in gathered.items())


def file_state(file: ExaminedFile, report: Report) -> str:
    """Say how a file stands: `ok`, `redo`, `look`, `note`, `left_out` or `left_unread`."""
    if file.left_unread:
        return "left_unread"
    findings = [f for f in report.findings_of(file.file.path) if f.waived is None]
    decisive = {f.kind for f in findings if f.severity is Severity.ERROR}
    if Kind.FAIL in decisive:
        return "redo"
    if decisive:
        return "look"
    if any(f.superseded or _is_superfluous(f) for f in findings) and not _serves(file, report):
        return "left_out"
    if file.examined.trouble is not None:
        return "look"
    return "note" if any(f.severity is Severity.WARNING for f in findings) else "ok"


def _is_superfluous(finding: Finding) -> bool:
    older = finding.rule == _OLDER and not finding.issue.case
    return older or finding.rule in _NOT_NEEDED


def _group(key: tuple[str, ...] | str, findings: Sequence[Finding]) -> Group:
    paths = () if isinstance(key, str) else key
    # What is wrong with the file comes before what that means for the folder.
    ordered = sorted(findings, key=lambda finding: finding.issue.where.path is None)
    return Group(paths, tuple(ordered))


def _paths(finding: Finding, report: Report) -> tuple[str, ...]:
    path = finding.issue.where.path
    if path is None:
        document = _document(finding.issue.document, report)
        named = finding.issue.params.get("paths")
        # "Perhaps in this file" belongs with what is wrong with the file.
        perhaps = (named[0],) if isinstance(named, tuple) and len(named) == 1 else ()
        return document.paths if document else tuple(map(str, perhaps))
    spread = (d.paths for d in report.documents if path in d.paths and len(d.paths) > 1)
    return next(spread, (path,))


def _document(name: str | None, report: Report) -> Document | None:
    return next((d for d in report.documents if d.id == name), None)


def _said_of(finding: Finding, report: Report) -> bool:
    """Say whether a finding of the same gravity is about a document of the same requirement."""
    about = finding.issue.params.get("requirement")
    requirement = next(
        (r for r in report.requirements if isinstance(about, Term) and r.id == about.id), None
    )
    documents = set(requirement.documents if requirement else ())
    paths = {path for name in documents if (d := _document(name, report)) for path in d.paths}
    return any(
        (other.issue.document in documents or other.issue.where.path in paths)
        for other in report.findings
        if other.severity is finding.severity and other.rule != _REPEATS and not other.waived
    )


def _serves(file: ExaminedFile, report: Report) -> bool:
    satisfied = (r for r in report.requirements if r.status is RequirementStatus.SATISFIED)
    needed = {name for r in satisfied for name in r.documents}
    return any(d.id in needed and file.file.path in d.paths for d in report.documents)

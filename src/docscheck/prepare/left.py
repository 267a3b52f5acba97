"""What is not among the files to upload, and why: every file, page and entry that was not taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docscheck.document import Document, ExaminedFile
from docscheck.finding import Finding, RequirementStatus, Severity
from docscheck.prepare.mendable import cannot_be_accepted, findings_about
from docscheck.prepare.pieces import page_count
from docscheck.prepared import Left
from docscheck.report import Report
from docscheck.requirements import concerned
from docscheck.rulebook.schema import Rulebook

_DOUBLE, _OLDER = "file.duplicate", "document.older_version"
_OTHER_PAPER = ("document.look_alike", "document.irrelevant")
_NOT_RECOGNISED = (None, "other")

Taken = Mapping[str, frozenset[int]]
"""Path -> its pages that are sent."""


def left_out(report: Report, rulebook: Rulebook, taken: Taken) -> tuple[Left, ...]:
    """List what was not taken, in the order of files and pages."""
    found: list[Left] = []
    for entry in report.files:
        found += _of_file(entry, report, rulebook, taken.get(entry.file.path, frozenset()))
    found += [Left(entry.path, (), "ignored") for entry in report.ignored]
    return tuple(found)


def _of_file(
    entry: ExaminedFile, report: Report, rulebook: Rulebook, taken: frozenset[int]
) -> Iterator[Left]:
    path = entry.file.path
    if entry.examined.trouble is not None:
        yield Left(path, (), "unreadable", _worth_telling(report.findings_of(path)))
        return
    every = frozenset(range(1, page_count(path, report) + 1))
    told = set(taken)
    for document in report.documents:
        pages = _pages(document, path) - told
        if pages:
            told |= pages
            shown = () if pages == every else tuple(sorted(pages))
            yield _of_document(document, path, shown, report, rulebook)
    rest = every - told
    if rest:
        yield Left(path, () if rest == every else tuple(sorted(rest)), "no_paper")


def _pages(document: Document, path: str) -> frozenset[int]:
    return frozenset(n for p in document.parts if p.path == path for n in p.part.pages)


def _of_document(
    document: Document, path: str, pages: tuple[int, ...], report: Report, rulebook: Rulebook
) -> Left:
    about = findings_about(document, report)
    double = next((f for f in about if f.rule in (_DOUBLE, _OLDER) and not f.issue.case), None)
    double = double or next((f for f in about if f.rule == _DOUBLE), None)
    if double is not None and not cannot_be_accepted(document, report):
        params = double.issue.params
        better = params.get("better", params.get("original", ""))
        reason = "older" if double.rule == _OLDER else "duplicate"
        return Left(path, pages, reason, (double,), str(better))
    if document.type in _NOT_RECOGNISED:
        return Left(path, pages, "unrecognised", _worth_telling(about))
    if any(f.rule in _OTHER_PAPER for f in about):
        return Left(path, pages, "other_paper", _worth_telling(about))
    if cannot_be_accepted(document, report):
        return Left(path, pages, "to_replace", _errors(about))
    return Left(path, pages, _spare(document, report, rulebook), _worth_telling(about))


def _spare(document: Document, report: Report, rulebook: Rulebook) -> str:
    """Tell a paper that nobody asks for from one whose place another has taken."""
    status = {requirement.id: requirement.status for requirement in report.requirements}
    names = concerned(document, rulebook)
    if all(status[name] is RequirementStatus.NOT_APPLICABLE for name in names):
        return "not_asked"
    return "spare"


def _errors(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def _worth_telling(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.severity is not Severity.INFO)

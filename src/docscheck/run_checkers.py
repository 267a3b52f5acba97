"""Facts and rules in, findings out: every checker that the rulebook applies, once on each subject.

Stamps each issue with the severity and the clause of its rule; what the findings mean together is
the work of `judge`. A checker that fails is one finding, `internal.crash`, beside what it had
found; the others still run.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docscheck.checkers import DOCUMENT_CHECKERS, FILE_CHECKERS, FOLDER_CHECKERS
from docscheck.checkers.interface import DocumentChecker, FileChecker, FolderChecker
from docscheck.document import Folder
from docscheck.finding import Context, Finding, Issue, Kind, Severity, Where
from docscheck.rulebook.schema import CheckRule, Rulebook

LOOK_ALIKE = "document.look_alike"
_CRASH = "internal.crash"
_OWN_SOURCE = "docscheck"
_LOG = logging.getLogger(__name__)


class Checkers(Struct, frozen=True):
    """The three tables of checkers; others than the shipped ones in tests only."""

    files: Sequence[FileChecker] = FILE_CHECKERS
    documents: Sequence[DocumentChecker] = DOCUMENT_CHECKERS
    folders: Sequence[FolderChecker] = FOLDER_CHECKERS


class Bench(Struct, frozen=True):
    """Everything a judgement needs at hand."""

    folder: Folder
    rulebook: Rulebook
    context: Context
    debug: bool


class Stamped(Struct, frozen=True):
    """A finding before it has its number, with the ground it came from."""

    finding: Finding
    of_file: bool
    """Made by a file checker: about the file as such, never lowered."""


def run(bench: Bench, checkers: Checkers) -> Iterator[Stamped]:
    """Run every checker that the rulebook applies."""
    general = bench.rulebook.portal.checks
    for entry in bench.folder.files:
        for for_files in checkers.files:
            if rule := general.get(for_files.ID):
                issues = _guarded(bench, rule, entry.file.path, for_files.check, entry)
                yield from _stamps(issues, rule, bench, of_file=True)
    for document in bench.folder.documents:
        kind = bench.rulebook.types.get(document.type or "")
        applied = {**general, **(kind.checks if kind else {})}
        path = document.parts[0].path
        for for_documents in checkers.documents:
            if rule := applied.get(for_documents.ID):
                check = for_documents.check
                issues = _guarded(bench, rule, path, check, document, bench.folder)
                yield from _stamps(issues, rule, bench, of_file=False)
    for for_folder in checkers.folders:
        if rule := bench.rulebook.dossier.get(for_folder.ID):
            issues = _guarded(bench, rule, None, for_folder.check, bench.folder)
            yield from _stamps(issues, rule, bench, of_file=False)


def _guarded(
    bench: Bench,
    rule: CheckRule,
    path: str | None,
    check: Callable[..., Iterator[Issue]],
    *subject: object,
) -> tuple[Issue, ...]:
    """Run one checker on one subject; its failure is an issue, and what it had found is kept."""
    issues: list[Issue] = []
    try:
        issues.extend(check(*subject, rule.settings, bench.context))
    except Exception as error:
        if bench.debug:
            raise
        # The type alone: the message of an exception may quote a document.
        _LOG.error("checker %s failed: %s", rule.checker, type(error).__name__)
        params = {"checker": rule.checker}
        issues.append(Issue(_CRASH, Kind.UNCHECKED, Where(path), "checker", params))
    return tuple(issues)


def _stamps(
    issues: Sequence[Issue], rule: CheckRule, bench: Bench, *, of_file: bool
) -> Iterator[Stamped]:
    for issue in issues:
        finding = _softened(stamp(issue, bench, rule), bench)
        yield Stamped(finding, of_file or issue.rule == _CRASH)


def stamp(issue: Issue, bench: Bench, rule: CheckRule | None = None) -> Finding:
    """Give an issue severity and clause of its rule; the type's own over the catalogue's."""
    general = bench.rulebook.catalogue.get(issue.rule)
    severity = general.severity if general else Severity.ERROR
    source = general.provenance.source if general else _OWN_SOURCE
    if rule is not None:
        severity = rule.severity.get(issue.rule, severity)
        source = rule.source or source
    return Finding("", issue, severity, source)


def _softened(finding: Finding, bench: Bench) -> Finding:
    """Make it a warning at most when a look-alike is a paper that some offices do take."""
    if finding.rule != LOOK_ALIKE or finding.severity is not Severity.ERROR:
        return finding
    taken = {name for r in bench.rulebook.requirements.values() for name in r.in_doubt}
    types = {d.type for d in bench.folder.documents if d.id == finding.issue.document}
    return replace(finding, severity=Severity.WARNING) if types & taken else finding

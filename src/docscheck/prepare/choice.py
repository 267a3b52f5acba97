"""Which papers are sent, in which order, and which of them in one file?

In the order of the requirements, those documents by which each is judged that could be accepted.
A translation and an apostille go behind their civil-status record; documents that share a page
stay together. Look-alikes, papers that would come back and what nobody asked for are not sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docscheck.document import Document
from docscheck.finding import Requirement, RequirementStatus
from docscheck.prepare.mendable import cannot_be_accepted, is_doubtful
from docscheck.report import Report
from docscheck.rulebook.schema import Rulebook

_RECORD, _TRANSLATION = "civil_status", "translation"
_BEHIND = ("apostille", "sworn_translation")
"""Types that go behind a record, in this order."""
_ONE_FILE = "one-document-one-file"


class Paper(Struct, frozen=True):
    """Documents that go into one file."""

    requirements: tuple[str, ...]
    documents: tuple[Document, ...]
    to_review: bool = False


def choose(report: Report, rulebook: Rulebook) -> tuple[Paper, ...]:
    """Give the papers to send, in the order of the requirements."""
    asked = _asked(report, rulebook)
    by_id = {document.id: document for document in report.documents}
    papers = [
        Paper(tuple(names), (by_id[identity],), is_doubtful(by_id[identity], report))
        for identity, names in asked.items()
    ]
    papers = list(_with_what_goes_behind(papers, report, rulebook))
    return tuple(_together_on_a_page(papers))


def _asked(report: Report, rulebook: Rulebook) -> dict[str, list[str]]:
    """Map the documents to send to what they are sent for."""
    found: dict[str, list[str]] = {}
    for requirement in report.requirements:
        if requirement.status is RequirementStatus.NOT_APPLICABLE:
            continue
        taken = _types(requirement, report, rulebook)
        for document in report.documents:
            if document.id not in requirement.documents or document.type not in taken:
                continue
            if not cannot_be_accepted(document, report):
                found.setdefault(document.id, []).append(requirement.id)
    return found


def _types(requirement: Requirement, report: Report, rulebook: Rulebook) -> frozenset[str]:
    """Give the types that meet a requirement for this person, or may."""
    rule = rulebook.requirements[requirement.id]
    profile = next((p for p in rulebook.profiles if p.id == report.profile_rule), None)
    more: Mapping[str, tuple[str, ...]] = profile.accepts if profile is not None else {}
    return frozenset((*rule.types, *rule.in_doubt, *more.get(requirement.id, ())))


def _with_what_goes_behind(
    papers: Sequence[Paper], report: Report, rulebook: Rulebook
) -> Iterator[Paper]:
    """Put apostille and translation behind their record; beside it where either is signed."""
    record = next((paper for paper in papers if _RECORD in paper.requirements), None)
    if record is None:
        yield from papers
        return
    goes = _goes_behind(record.documents[0], report, rulebook)
    joined = [d for d in goes if not _is_signed(record.documents[0], report, d)]
    sent = {paper.documents[0].id for paper in papers}
    for paper in papers:
        if paper is record:
            yield _behind(record, joined, papers, report)
            for document in goes:
                if document not in joined and document.id not in sent:
                    yield Paper((_RECORD,), (document,), is_doubtful(document, report))
        elif all(paper.documents[0] is not document for document in joined):
            yield paper


def _goes_behind(record: Document, report: Report, rulebook: Rulebook) -> list[Document]:
    """Give the first paper of each kind that may share a file with a record."""
    found: list[Document] = []
    for kind in _BEHIND:
        for document in report.documents:
            types = {record.type, *(d.type for d in found)}
            fits = document.type == kind and kind not in types
            if fits and _may_share(types | {kind}, rulebook) and not _is_left_out(document, report):
                found.append(document)
    return found


def _behind(
    record: Paper, joined: Sequence[Document], papers: Sequence[Paper], report: Report
) -> Paper:
    also = (n for p in papers if p.documents[0] in joined for n in p.requirements)
    documents = (record.documents[0], *joined)
    doubtful = any(is_doubtful(document, report) for document in documents)
    return Paper((*record.requirements, *also), documents, doubtful)


def _is_signed(record: Document, report: Report, document: Document) -> bool:
    """Say whether a file of either is signed, and must stay what it is."""
    paths = {*record.paths, *document.paths}
    held = (e.examined.container for e in report.files if e.file.path in paths)
    return any(container is not None and container.signed for container in held)


def _is_left_out(document: Document, report: Report) -> bool:
    double = any(
        f.rule == "file.duplicate" and f.issue.where.path in document.paths for f in report.findings
    )
    return double or cannot_be_accepted(document, report)


def _may_share(types: set[str | None], rulebook: Rulebook) -> bool:
    rule = rulebook.dossier.get(_ONE_FILE)
    groups: Iterable[tuple[str, ...]] = rule.settings.together if rule is not None else ()
    return any(types <= set(group) for group in groups)


def _together_on_a_page(papers: Sequence[Paper]) -> Iterator[Paper]:
    """Put papers that lie on one page of one file into one."""
    merged: list[Paper] = []
    for paper in papers:
        on = _pages(paper)
        home = next((n for n, other in enumerate(merged) if _pages(other) & on), None)
        if home is None:
            merged.append(paper)
        else:
            first = merged[home]
            merged[home] = Paper(
                tuple(dict.fromkeys((*first.requirements, *paper.requirements))),
                (*first.documents, *paper.documents),
                first.to_review or paper.to_review,
            )
    yield from merged


def _pages(paper: Paper) -> frozenset[tuple[str, int]]:
    return frozenset(
        (placed.path, page)
        for document in paper.documents
        for placed in document.parts
        for page in placed.part.pages
    )

"""The report as JUnit XML, which nearly every CI system shows: what is asked, then each file.

A test case is one thing that is asked, or one file, or the folder as a whole. What does not conform
is a `failure`; what nobody could decide is an `error`, since a doubt must not look like a pass and
`skipped` does; warnings and remarks stand in `system-out`. The format has no standard: this keeps
to the schema of the Jenkins xUnit plug-in (`junit-10.xsd`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO
from xml.etree import ElementTree

from msgspec import Struct

from docscheck.finding import Finding, Kind, Requirement, RequirementStatus, Severity
from docscheck.foreign_text import visible
from docscheck.report import Report
from docscheck.reporters.answer import answer, asked
from docscheck.reporters.by_paper import spoken
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import name_of

_FAILURE, _ERROR = "failure", "error"
_OF_REQUIREMENTS = "requirement."
"""Findings that the cases of what is asked tell already."""
_WRONG = (RequirementStatus.MISSING, RequirementStatus.NONCONFORMING)


class Case(Struct, frozen=True):
    """One test case."""

    name: str
    failures: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def outcome(self) -> str | None:
        if self.failures:
            return _FAILURE
        return _ERROR if self.doubts else None


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the document, its lines ended by line feeds."""
    suites = {
        "requirements": [_asked(entry, manner) for entry in asked(report)],
        "files": list(_papers(report, manner)),
    }
    root = ElementTree.Element("testsuites", name=visible(f"docscheck {report.dossier}"))
    for name, cases in suites.items():
        root.append(_suite(name, cases, report))
    _count(root, [case for cases in suites.values() for case in cases])
    last = ElementTree.SubElement(root[-1], "system-out")
    last.text = visible(answer(report, manner))
    ElementTree.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ElementTree.tostring(root, encoding="unicode"))
    out.write("\n")


def _suite(name: str, cases: Sequence[Case], report: Report) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=name)
    _count(suite, cases)
    for case in cases:
        suite.append(_case(case, f"{report.dossier}.{name}"))
    return suite


def _count(element: ElementTree.Element, cases: Sequence[Case]) -> None:
    outcomes = [case.outcome for case in cases]
    element.set("tests", str(len(cases)))
    element.set("failures", str(outcomes.count(_FAILURE)))
    element.set("errors", str(outcomes.count(_ERROR)))


def _case(case: Case, group: str) -> ElementTree.Element:
    element = ElementTree.Element("testcase", name=visible(case.name), classname=visible(group))
    if case.outcome is not None:
        # One answer a case: other schemas than this one allow no second.
        told = [*case.failures, *case.doubts]
        answer_ = ElementTree.SubElement(element, case.outcome, message=visible(told[0]))
        answer_.set("type", "does not conform" if case.failures else "review")
        answer_.text = "\n".join(map(visible, told))
    if case.remarks:
        remarks = ElementTree.SubElement(element, "system-out")
        remarks.text = "\n".join(map(visible, case.remarks))
    return element


def _asked(entry: Requirement, manner: Manner) -> Case:
    because = entry.because
    why = manner.speaker.sentence(because.sentence, because.params, manner.language)
    name = name_of("requirement", entry.id, manner)
    if entry.status is RequirementStatus.SATISFIED or not entry.blocking:
        return Case(name, remarks=(why,))
    return Case(name, failures=(why,)) if entry.status in _WRONG else Case(name, doubts=(why,))


def _papers(report: Report, manner: Manner) -> Iterator[Case]:
    """Yield a case for each file, then one for what is said of the folder as a whole."""
    findings = [f for f in spoken(report) if f.waived is None]
    for entry in report.files:
        path = entry.file.path
        yield _told(path, [f for f in findings if f.issue.where.path == path], manner)
    general = [
        f
        for f in findings
        if f.issue.where.path is None and not f.rule.startswith(_OF_REQUIREMENTS)
    ]
    yield _told(report.dossier, general, manner)


def _told(name: str, findings: Sequence[Finding], manner: Manner) -> Case:
    def of(severe: bool, kinds: Sequence[Kind]) -> tuple[str, ...]:
        return tuple(
            _sentence(f, manner)
            for f in findings
            if (f.severity is Severity.ERROR) is severe and f.kind in kinds
        )

    undecided = (Kind.REVIEW, Kind.UNCHECKED)
    return Case(name, of(True, [Kind.FAIL]), of(True, undecided), of(False, tuple(Kind)))


def _sentence(finding: Finding, manner: Manner) -> str:
    speaker, language = manner.speaker, manner.language
    issue = finding.issue
    return f"{finding.rule}: {speaker.problem(issue, language)} {speaker.remedy(issue, language)}"

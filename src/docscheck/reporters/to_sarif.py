"""The report as SARIF 2.1.0 (OASIS, 27 March 2020), for code scanning and viewers of results.

One run. A rule of the catalogue is a `reportingDescriptor`, a finding a `result`: what does not
conform has the kind `fail` and the level of its severity; what somebody has to look at is `review`,
what could not be checked `open`, and both have the level `none`, as §3.27.10 demands. Pages have no
place in a `region`, which counts lines or bytes: they are logical locations. Waivers are
suppressions (§3.35). Sentences are in one language; the JSON report has both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from docscheck.document import ExaminedFile
from docscheck.finding import Finding, Kind, Severity
from docscheck.foreign_text import visible
from docscheck.report import Report
from docscheck.reporters.from_root import path_from, uri_reference
from docscheck.reporters.interface import Manner
from docscheck.reporters.json_text import dump
from docscheck.rulebook.schema import Rule

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_KIND = {Kind.FAIL: "fail", Kind.REVIEW: "review", Kind.UNCHECKED: "open"}
"""§3.27.9."""
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_UNDECIDED = "none"
_FINGERPRINT = "docscheck/v1"


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the log, with one run."""
    dump({"$schema": SCHEMA, "version": VERSION, "runs": [_run(report, manner)]}, out)


def _run(report: Report, manner: Manner) -> dict[str, Any]:
    rules = tuple(dict.fromkeys(finding.rule for finding in report.findings))
    places = {entry.file.path: number for number, entry in enumerate(report.files)}
    return {
        "tool": {"driver": _driver(rules, report, manner)},
        "language": manner.language,
        "invocations": [{"executionSuccessful": not (report.crashed or report.is_partial)}],
        "artifacts": [_artifact(entry, manner) for entry in report.files],
        "results": [
            _result(finding, rules.index(finding.rule), places, manner) | _since(finding, report)
            for finding in report.findings
        ],
        "properties": {
            "verdict": report.verdict.value,
            "today": report.today.isoformat(),
            "partial": report.is_partial,
        },
    }


def _driver(rules: Sequence[str], report: Report, manner: Manner) -> dict[str, Any]:
    catalogue = manner.rulebook.catalogue
    return {
        "name": "docscheck",
        "version": report.tool_version,
        "rules": [_descriptor(catalogue[name], manner.language) for name in rules],
        "properties": {"rules_edition": report.rules_edition},
    }


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    provenance = rule.provenance
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.in_language(language)},
        "fullDescription": {"text": rule.why.in_language(language)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {
            "source": provenance.in_language(language),
            "as_of": provenance.as_of.isoformat(),
            "confidence": provenance.confidence.value,
        },
    }


def _artifact(entry: ExaminedFile, manner: Manner) -> dict[str, Any]:
    file = entry.file
    known = {
        "location": {"uri": _uri(file.path, manner)},
        "length": file.size_bytes,
        "mimeType": file.media_type,
        "hashes": {"sha-256": file.sha256} if file.sha256 else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _result(
    finding: Finding, rule: int, places: Mapping[str, int], manner: Manner
) -> dict[str, Any]:
    issue, speaker, language = finding.issue, manner.speaker, manner.language
    problem, remedy = speaker.problem(issue, language), speaker.remedy(issue, language)
    told: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "kind": _KIND[finding.kind],
        "level": _LEVEL[finding.severity] if finding.kind is Kind.FAIL else _UNDECIDED,
        "message": {"text": visible(f"{problem} {remedy}")},
        "locations": [_location(finding, places, manner)],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(finding)},
        "properties": dict(_properties(finding)),
    }
    if finding.waived:
        told["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": visible(finding.waived.reason),
            }
        ]
    return told


def _since(finding: Finding, report: Report) -> dict[str, str]:
    """Tell whether the earlier report had it (§3.27.24), where there is one."""
    if not report.compared:
        return {}
    return {"baselineState": "unchanged" if finding.known else "new"}


def _location(finding: Finding, places: Mapping[str, int], manner: Manner) -> dict[str, Any]:
    where = finding.issue.where
    artifact: dict[str, Any] = {"uri": _uri(where.path, manner)}
    if where.path is not None and where.path in places:
        artifact["index"] = places[where.path]
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    if where.page is not None:
        location["logicalLocations"] = [{"name": f"page {where.page}", "kind": "page"}]
    return location


def _properties(finding: Finding) -> Iterator[tuple[str, Any]]:
    where = finding.issue.where
    yield "severity", finding.severity.value
    yield "source", finding.source
    if finding.issue.case:
        yield "case", finding.issue.case
    if where.page is not None:
        yield "page", where.page
    if where.box is not None:
        box = where.box
        yield "bbox", [round(side, 4) for side in (box.left, box.top, box.right, box.bottom)]


def _fingerprint(finding: Finding) -> str:
    """Tell a finding from others from run to run: the rule, its case, the file and the page."""
    where = finding.issue.where
    told = (finding.rule, finding.issue.case, _name(where.path), str(where.page or ""))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def _name(path: str | None) -> str:
    return uri_reference(path) if path is not None else ""


def _uri(path: str | None, manner: Manner) -> str:
    return uri_reference(path_from(manner.root, path))

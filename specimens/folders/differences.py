"""In what does a report differ from the right answer to a specimen folder? Used by the sample tests
and the measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
_UNRECOGNISED = "unrecognised"
_ANYTHING_ELSE = "other"
"""A paper of no type of the contract: to say nothing of what it is, is right as well."""


def differences(expected: Json, report: Json) -> tuple[str, ...]:
    """List, in words, what a report (the JSON of the contract) gets wrong: verdict, rules,
    requirements, files.
    """
    return (
        *_verdict(expected, report),
        *_rules(expected, report),
        *_requirements(expected, report),
        *_files(expected, report),
    )


def rule_found(wanted: Json, report: Json) -> bool:
    """Tell whether one of the wanted rules is found for one of the files, or anywhere when no file
    is named.
    """
    return any(
        finding["rule"] in wanted["any_of"]
        and (not wanted["files"] or _names(finding["document"], wanted["files"]))
        for finding in report["findings"]
    )


def _names(document: str | None, files: list[str]) -> bool:
    # A finding about the whole folder (a requirement, an inconsistency) may name no file.
    return document is None or document in files


def _verdict(expected: Json, report: Json) -> Iterator[str]:
    if report["verdict"] not in expected["verdicts"]:
        yield f"verdict {report['verdict']}, right would be {' or '.join(expected['verdicts'])}"


def _rules(expected: Json, report: Json) -> Iterator[str]:
    for wanted in expected["rules"]:
        if not rule_found(wanted, report):
            files = ", ".join(wanted["files"]) or "any file"
            yield f"no finding {' or '.join(wanted['any_of'])} for {files}"


def _requirements(expected: Json, report: Json) -> Iterator[str]:
    found = {requirement["id"]: requirement["status"] for requirement in report["requirements"]}
    for name, right in expected["requirements"].items():
        if found.get(name) not in right:
            yield f"requirement {name} is {found.get(name)}, right would be {' or '.join(right)}"


def _files(expected: Json, report: Json) -> Iterator[str]:
    reported = {document["path"] for document in report["documents"]}
    mentioned = reported | {finding["document"] for finding in report["findings"]}
    for path in expected["files"]:
        if path not in mentioned:
            yield f"nothing said of {path}"
    for document in report["documents"]:
        for page in expected["files"].get(document["path"], ()):
            yield from _page(document, page)


def _page(document: Json, page: Json) -> Iterator[str]:
    if not page["legible"]:
        return
    number = page["pages"][0]
    types = [part["type"] for part in document["parts"] if number in part["pages"]]
    known = [type_id for type_id in types if type_id != _UNRECOGNISED]
    if page["type"] not in types and (known or page["type"] != _ANYTHING_ELSE):
        yield f"{document['path']} page {number} is {types}, right would be {page['type']}"

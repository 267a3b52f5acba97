"""The report as JSON, schema version 1: the reference output that other tools read.

The contract is `report.schema.json` beside this module; keys may be added, never dropped or
renamed. ASCII only (R18), keys in a fixed order, no clock and no path of this machine, so that the
same files give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any, TextIO

from docscheck.document import Box, ExaminedFile, Field, Part, Repair
from docscheck.finding import Finding, Known, Requirement, Waiver, WaiverUse
from docscheck.foreign_text import show, visible
from docscheck.languages import with_those_of_rules
from docscheck.masking import mask_field
from docscheck.report import Report
from docscheck.reporters.interface import Manner
from docscheck.reporters.json_text import dump, path_members, path_text

SCHEMA_VERSION = "1"
UNRECOGNISED = "unrecognised"
"""Type of a part that no rule file claims; never one of the contract's types."""
_DIGITS = 4
"""Decimals of confidences and boxes: more would be noise."""


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the report, indented, with a line feed at the end."""
    dump(as_json(report, manner), out)


def schema_text() -> str:
    """Give the published JSON Schema of the report (draft 2020-12)."""
    return resources.files(__package__).joinpath("report.schema.json").read_text("utf-8")


def as_json(report: Report, manner: Manner) -> dict[str, Any]:
    """Give the report as the object that the schema describes."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": "docscheck",
            "version": report.tool_version,
            "rules_edition": report.rules_edition,
            "components": dict(report.versions),
            "isolation": dict(report.isolation),
        },
        "dossier": show(report.dossier),
        "today": report.today.isoformat(),
        **_partial(report),
        "verdict": report.verdict.value,
        "profile_rule": report.profile_rule,
        "profile": {k: _known(k, v, manner) for k, v in report.profile.items()},
        "documents": [_file(entry, report, manner) for entry in report.files],
        "ignored": [{**path_members(e.path), "reason": e.reason} for e in report.ignored],
        "requirements": [_requirement(entry, manner) for entry in report.requirements],
        "findings": [_finding(entry, manner) for entry in report.findings],
        "waivers": [_waiver_use(entry, report) for entry in report.waivers],
        "limits": {name: report.limits[name] for name in sorted(report.limits)},
    }


def _partial(report: Report) -> dict[str, Any]:
    """Mark a report of a check that was stopped; a whole one has no such key."""
    if not report.is_partial:
        return {}
    return {"partial": {"files": len(report.files), "files_read": report.files_read}}


def _known(key: str, known: Known, manner: Manner) -> dict[str, Any]:
    value = known.value
    if key == "birth_date" and isinstance(value, str) and not manner.speaker.show_values:
        value = mask_field(key, value)
    return {"value": value, "origin": known.origin.value}


def _file(entry: ExaminedFile, report: Report, manner: Manner) -> dict[str, Any]:
    file, examined = entry.file, entry.examined
    return {
        **path_members(file.path),
        "sha256": file.sha256,
        "size_bytes": file.size_bytes,
        "media_type": file.media_type,
        "page_count": examined.container.page_count if examined.container else None,
        "parts": list(_parts(entry, report, manner)),
        "findings": [finding.id for finding in report.findings_of(file.path)],
    }


def _parts(entry: ExaminedFile, report: Report, manner: Manner) -> Iterator[dict[str, Any]]:
    for document in report.documents:
        for placed in document.parts:
            if placed.path == entry.file.path:
                yield {"document": document.id, **part_as_json(placed.part, manner)}


def part_as_json(part: Part, manner: Manner) -> dict[str, Any]:
    """Give one paper in one file: what it was taken for, and what was read."""
    guess = part.classification
    return {
        "type": guess.type or UNRECOGNISED,
        "pages": list(part.pages),
        "side": part.side.value,
        "confidence": _rounded(guess.score),
        "runner_up": {"type": guess.runner_up, "score": _rounded(guess.runner_up_score)},
        "cues": [
            {"kind": cue.kind, "evidence": cue.evidence, "weight": _rounded(cue.weight)}
            for cue in guess.cues
        ],
        "marks": list(part.marks),
        "fields": {name: _field(field, manner) for name, field in _best_of(part).items()},
    }


def _best_of(part: Part) -> dict[str, Field]:
    """Give one value a name: the first, which is the best; others say the same in print."""
    best: dict[str, Field] = {}
    for field in part.fields:
        best.setdefault(field.name, field)
    return best


def _field(field: Field, manner: Manner) -> dict[str, Any]:
    speaker = manner.speaker
    shown = field.value if speaker.show_values else mask_field(field.name, field.value)
    told: dict[str, Any] = {
        "value": "\n".join(map(visible, shown.split("\n"))),
        "confidence": _rounded(field.confidence),
        "page": field.page,
        "bbox": _box(field.box),
        "source": field.source.value,
        "standing": field.standing.value,
    }
    if field.repaired:
        told["repaired"] = [_repair(repair, speaker.show_values) for repair in field.repaired]
    return told


def _repair(repair: Repair, show_values: bool) -> dict[str, Any]:
    """Tell which character of the zone was exchanged; lines and columns from 1, as people count."""
    place: dict[str, Any] = {"line": repair.line + 1, "column": repair.column + 1}
    return place | ({"read": repair.read, "taken": repair.taken} if show_values else {})


def _requirement(entry: Requirement, manner: Manner) -> dict[str, Any]:
    speak, languages = manner.speaker.sentence, with_those_of_rules(manner.language)
    because = entry.because
    return {
        "id": entry.id,
        "status": entry.status.value,
        "blocking": entry.blocking,
        "satisfied_by": list(map(path_text, entry.satisfied_by)),
        "because": {
            language: speak(because.sentence, because.params, language) for language in languages
        },
    }


def _finding(entry: Finding, manner: Manner) -> dict[str, Any]:
    issue, speaker = entry.issue, manner.speaker
    languages = with_those_of_rules(manner.language)
    told = {
        "id": entry.id,
        "rule": entry.rule,
        "case": issue.case,
        "kind": entry.kind.value,
        "severity": entry.severity.value,
        "document": path_text(issue.where.path) if issue.where.path is not None else None,
        "page": issue.where.page,
        "bbox": _box(issue.where.box),
        "message": {language: speaker.problem(issue, language) for language in languages},
        "fix": {language: speaker.remedy(issue, language) for language in languages},
        "source": entry.source,
    }
    return told | ({"waived": _waiver(entry.waived)} if entry.waived else {})


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "entry": waiver.entry,
        "reason": show(waiver.reason),
        "author": show(waiver.author),
        "until": waiver.until.isoformat(),
    }


def _waiver_use(use: WaiverUse, report: Report) -> dict[str, Any]:
    """Tell what became of one entry of the file of waivers; `findings` are those it waived."""
    waiver = use.waiver
    return {
        **_waiver(waiver),
        "rule": show(waiver.rule),
        "sha256": waiver.sha256,
        "state": use.state.value,
        "documents": list(map(path_text, use.paths)),
        "findings": [f.id for f in report.findings if f.waived == waiver],
    }


def _box(box: Box | None) -> list[float] | None:
    if box is None:
        return None
    sides = (box.left, box.top, box.right, box.bottom)
    return [min(1.0, max(0.0, _rounded(side))) for side in sides]


def _rounded(value: float) -> float:
    return round(float(value), _DIGITS)

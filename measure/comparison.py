"""One report against the truth of its folder: every page, field and finding that can be judged.

Only what was seen is written down here, as flat records; `accuracy_table` counts them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from measure.same_value import same_value
from specimens.folders import rule_found
from specimens.folders.loose import STORY as LOOSE

Json = Mapping[str, Any]
UNRECOGNISED = "unrecognised"
_RULES = Path(__file__).parents[1] / "rules" / "documents"
_ZONE = "mrz_lines"
_PROVEN = "proven"
_PAGES_MAY_BE_ANY = "other"
_CHECKED = ("document_number", "birth_date", "expiry_date")
"""Values of a zone that have a check digit of their own."""


class Outcome(StrEnum):
    """What became of something printed."""

    EXACT = "exact"
    WRONG = "wrong"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One legible page and the type it was given."""

    type: str
    channel: str
    template: str
    given: str
    confidence: float

    @property
    def right(self) -> bool:
        """Tell whether it was given its type."""
        return self.given == self.type


@dataclass(frozen=True, slots=True)
class FieldSeen:
    """One printed value and what was read of it."""

    type: str
    name: str
    channel: str
    outcome: Outcome
    standing: str
    confidence: float
    said: str = ""
    """Read and printed, where they differ."""


@dataclass(frozen=True, slots=True)
class FindingSeen:
    """One rule that was raised in one folder."""

    folder: str
    rule: str
    severity: str
    truth: str
    """`planted`, `follows` (of the planted defect), or `false`."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One defect and whether a rule that says so was raised."""

    defect: str
    rule: str
    """The first of the rules of which any one is right."""
    found: bool
    verdict_right: bool
    must_not_be_ready: bool
    verdict: str


@dataclass(slots=True)
class Score:
    """Everything seen in a run; scores of folders are joined."""

    pages: list[PageSeen] = field(default_factory=list)
    fields: list[FieldSeen] = field(default_factory=list)
    zones: list[FieldSeen] = field(default_factory=list)
    findings: list[FindingSeen] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    in_order: list[str] = field(default_factory=list)
    """Verdicts on folders in order."""
    page_count: int = 0
    cpu_seconds: float = 0.0
    """Of the command, over all pages."""
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Join the records of another score to these."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def score_folder(expected: Json, report: Json, cpu_seconds: float = 0.0) -> Score:
    """Judge everything in one report."""
    score = Score(cpu_seconds=cpu_seconds)
    documents = {document["path"]: document for document in report["documents"]}
    joined = _values_of_documents(report)
    for path, pages in expected["files"].items():
        score.page_count += len({page["pages"][0] for page in pages})
        for page in pages:
            if page["legible"] and page["type"]:
                _score_page(score, path, page, documents.get(path), joined)
    if expected["story"] != LOOSE:
        _score_verdict(score, expected, report)
        score.findings += _findings(expected, report)
    return score


def _values_of_documents(report: Json) -> Mapping[str, Json]:
    """Give the values of each document over all its files: a card whose sides lie in two files
    is one document, as it is in one file. A proven value stands before one that is not.
    """
    values: dict[str, dict[str, Json]] = {}
    for document in report["documents"]:
        for part in document.get("parts", ()):
            of_document = values.setdefault(part["document"], {})
            for name, value in part["fields"].items():
                if name not in of_document or value["standing"] == _PROVEN:
                    of_document[name] = value
    return values


def _score_page(
    score: Score, path: str, page: Json, document: Json | None, joined: Mapping[str, Json]
) -> None:
    number, wanted, channel = page["pages"][0], page["type"], page["channel"]
    parts = [part for part in (document or {}).get("parts", ()) if number in part["pages"]]
    right = [part for part in parts if part["type"] == wanted]
    best = (right or parts or [{"type": UNRECOGNISED, "confidence": 0.0}])[0]
    # Not to recognise a paper that is of no known type is the right answer.
    unknown = (best["type"], wanted) == (UNRECOGNISED, _PAGES_MAY_BE_ANY)
    given = wanted if unknown else best["type"]
    confidence = 0.0 if best["type"] == UNRECOGNISED else best["confidence"]
    score.pages.append(PageSeen(wanted, channel, page["template"], given, confidence))
    place = f"{path} page {number} ({channel}, {page['template']})"
    if given != wanted:
        score.misses.append(f"{place}: {wanted} taken for {given}")
    found: dict[str, Json] = {}
    for part in right or parts:
        of_document = joined[part["document"]].items()
        told = {n: v for n, v in of_document if n not in part["fields"] or v["standing"] == _PROVEN}
        found |= part["fields"] | told
    for seen in _values(page, found):
        (score.zones if seen.name == _ZONE else score.fields).append(seen)
        if seen.outcome is not Outcome.EXACT:
            score.misses.append(f"{place}: {seen.type} {seen.name} {seen.outcome} {seen.said}")


def _values(page: Json, found: Mapping[str, Json]) -> Iterator[FieldSeen]:
    printed = {name: value for name, value in page["fields"].items() if name in asked(page["type"])}
    if page["mrz_lines"]:
        printed[_ZONE] = "".join(page["mrz_lines"])
    for name, value in printed.items():
        read = found.get(name, {"value": "", "standing": "", "confidence": 0.0})
        got = "".join(read["value"].split()) if name == _ZONE else read["value"]
        right = got == value if name == _ZONE else same_value(name, got, value)
        outcome = Outcome.EXACT if right else Outcome.WRONG if got else Outcome.UNREAD
        said = "" if right else f"{got!r}, printed {value!r}"
        yield FieldSeen(
            page["type"], name, page["channel"], outcome, read["standing"], read["confidence"], said
        )


@cache
def asked(type_id: str) -> frozenset[str]:
    """Give the fields that the rules have a reader for: of other values nothing is claimed."""
    path = _RULES / f"{type_id}.toml"
    if not path.exists():
        return frozenset()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(entry["name"] for entry in table.get("fields", ())) - {_ZONE}


def _findings(expected: Json, report: Json) -> Iterator[FindingSeen]:
    """Give each rule once a folder, with the best that can be said for it."""
    folder = str(expected["defect"] or "")
    best: dict[tuple[str, str], str] = {}
    for finding in report["findings"]:
        key = finding["rule"], finding["severity"]
        truths = (best.get(key, "false"), _truth(finding, expected))
        best[key] = min(truths, key=("planted", "follows", "false").index)
    for (rule, severity), truth in best.items():
        yield FindingSeen(folder, rule, severity, truth)


def _truth(finding: Json, expected: Json) -> str:
    """Tell whether a finding is the planted defect, or a consequence of it, or neither."""
    if any(rule_found(wanted, {"findings": [finding]}) for wanted in expected["rules"]):
        return "planted"
    touched = {path for wanted in expected["rules"] for path in wanted["files"]}
    about_folder = finding["document"] is None or not touched
    follows = expected["defect"] is not None and (about_folder or finding["document"] in touched)
    return "follows" if follows else "false"


def _score_verdict(score: Score, expected: Json, report: Json) -> None:
    verdict = report["verdict"]
    errors = [finding for finding in report["findings"] if finding["severity"] == "error"]
    if expected["defect"] is None:
        score.in_order.append(verdict)
        if verdict != "ready":
            score.misses.append(f"folder in order called {verdict}: {_blamed(errors)}")
        return
    proven = _is_proven(expected, report)
    forbidden = "ready" not in expected["verdicts"] and not proven
    for wanted in expected["rules"]:
        found = rule_found(wanted, report)
        score.planted.append(
            Planted(
                expected["defect"],
                wanted["any_of"][0],
                found,
                verdict in expected["verdicts"] or (proven and verdict == "ready"),
                forbidden,
                verdict,
            )
        )
        if not found:
            score.misses.append(
                f"{expected['defect']}: none of {wanted['any_of']} for {wanted['files']}; "
                f"{verdict}; seen {_blamed(errors)}"
            )
    if forbidden and verdict == "ready":
        score.misses.append(f"{expected['defect']}: called ready")


def _is_proven(expected: Json, report: Json) -> bool:
    """Tell whether the spoiled page was read right where its check digits hold: such a page is not
    called unreadable, however it looks (`quality.unreadable` in the contract).
    """
    if not expected.get("may_be_proven"):
        return False
    spoiled = {path for wanted in expected["rules"] for path in wanted["files"]}
    values: dict[str, Json] = {}
    for document in report["documents"]:
        if document["path"] in spoiled:
            for part in document.get("parts", ()):
                values |= {n: v for n, v in part["fields"].items() if v["standing"] == _PROVEN}
    printed: dict[str, str] = {}
    for path in spoiled:
        for page in expected["files"][path]:
            printed |= page["fields"]
    return all(
        name in values and same_value(name, values[name]["value"], printed.get(name, ""))
        for name in _CHECKED
    )


def _blamed(errors: Iterable[Json]) -> str:
    return "; ".join(
        f"{finding['rule']} {finding['kind']} {finding['document']}" for finding in errors
    )

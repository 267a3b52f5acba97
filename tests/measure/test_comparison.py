"""A report is judged page by page, value by value, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from measure import accuracy_goals as told
from measure.accuracy_table import table
from measure.comparison import Outcome, Score, score_folder
from measure.same_value import same_value


def _page(type_id: str, fields: dict[str, str], channel: str = "native") -> dict[str, Any]:
    return {
        "pages": [1], "type": type_id, "fields": fields, "mrz_lines": [], "channel": channel,
        "legible": True, "template": "drawn",
    }  # fmt: skip


def _part(
    type_id: str, document: str = "d1", standing: str = "proven", **values: str
) -> dict[str, Any]:
    fields = {
        name: {"value": value, "confidence": 0.9, "standing": standing}
        for name, value in values.items()
    }
    return {
        "document": document, "type": type_id, "pages": [1], "confidence": 0.8, "fields": fields,
    }  # fmt: skip


def _finding(rule: str, document: str | None, severity: str = "error") -> dict[str, Any]:
    return {"rule": rule, "document": document, "severity": severity, "kind": "fail"}


EXPECTED: dict[str, Any] = {
    "story": "vls_ts",
    "defect": "expired_passport",
    "verdicts": ["not_ready"],
    "rules": [{"any_of": ["validity.expired"], "files": ["passport.pdf"]}],
    "files": {
        "passport.pdf": [_page("passport", {"surname": "Müller", "expiry_date": "2020-01-02"})],
        "letter.pdf": [_page("admission_letter", {"school_year": "2026-2027"}, "photo")],
    },
}
REPORT: dict[str, Any] = {
    "verdict": "not_ready",
    "documents": [
        {
            "path": "passport.pdf",
            "parts": [_part("passport", surname="MUELLER", expiry_date="2020-01-03")],
        },
        {"path": "letter.pdf", "parts": [_part("school_certificate", "d2")]},
    ],
    "findings": [
        _finding("validity.expired", "passport.pdf"),
        _finding("requirement.missing", None),
        _finding("quality.blurry", "passport.pdf"),
        _finding("quality.dark", "letter.pdf"),
    ],
}


def test_pages_values_and_rules_are_told_apart() -> None:
    score = score_folder(EXPECTED, REPORT, 1.5)
    assert [page.right for page in score.pages] == [True, False]
    assert told.look_alikes_taken(score).hits == 1
    outcomes = {(one.type, one.name): one.outcome for one in score.fields}
    assert outcomes == {
        ("passport", "surname"): Outcome.EXACT,
        ("passport", "expiry_date"): Outcome.WRONG,
        ("admission_letter", "school_year"): Outcome.UNREAD,
    }
    assert told.proven_wrong(score).hits == 1
    assert {one.rule: one.truth for one in score.findings} == {
        "validity.expired": "planted",
        "requirement.missing": "follows",
        "quality.blurry": "follows",
        "quality.dark": "false",
    }
    assert told.found(score).hits == 1
    assert (score.page_count, score.cpu_seconds) == (2, 1.5)


def test_two_sides_in_two_files_are_one_document() -> None:
    printed = {"birth_date": "2001-02-03", "expiry_date": "2028-04-05", "surname": "Diop"}
    expected = {**EXPECTED, "files": {"front.jpg": [_page("residence_permit", printed)]}}
    front = _part("residence_permit", standing="read", expiry_date="2023-04-05", surname="DIOP")
    back = {"birth_date": "2001-02-03", "expiry_date": "2028-04-05"}
    documents = [
        {"path": "front.jpg", "parts": [front]},
        {"path": "back.jpg", "parts": [_part("residence_permit", **back)]},
    ]
    joined = score_folder(expected, {**REPORT, "documents": documents})
    assert {one.outcome for one in joined.fields} == {Outcome.EXACT}
    apart = [documents[0], {"path": "back.jpg", "parts": [_part("residence_permit", "d2", **back)]}]
    alone = score_folder(expected, {**REPORT, "documents": apart})
    assert {one.name: one.outcome for one in alone.fields} == {
        "birth_date": Outcome.UNREAD, "expiry_date": Outcome.WRONG, "surname": Outcome.EXACT,
    }  # fmt: skip


def test_a_defect_called_ready_is_the_worst() -> None:
    score = score_folder(EXPECTED, {**REPORT, "verdict": "ready", "findings": []})
    assert told.false_ready(score).hits == 1
    assert told.found(score).hits == 0


def test_a_kind_of_defect_is_judged_once_it_has_ten_folders() -> None:
    named, missed = (
        score_folder(EXPECTED, {**REPORT, "findings": found}) for found in (REPORT["findings"], [])
    )
    score = Score()
    for _ in range(8):
        score.add(named)
    score.add(missed)
    assert not any("least often" in goal.name for goal in told.goals(score))
    score.add(missed)
    (weakest,) = (goal for goal in told.goals(score) if "least often" in goal.name)
    assert (weakest.name, weakest.met) == ("the defect named least often, expired_passport", False)
    assert weakest.reached == 0.8


def test_a_spoiled_page_that_is_proven_and_right_may_be_ready() -> None:
    printed = {"document_number": "X1", "birth_date": "2001-02-03", "expiry_date": "2020-01-02"}
    expected = {
        **EXPECTED,
        "may_be_proven": True,
        "files": {"passport.pdf": [_page("passport", printed)]},
    }
    for values, standing, harm in (
        (printed, "proven", 0),
        (printed, "read", 1),
        ({**printed, "birth_date": "2001-02-08"}, "proven", 1),
    ):
        parts = [_part("passport", standing=standing, **values)]
        report = {
            "verdict": "ready",
            "findings": [],
            "documents": [{"path": "passport.pdf", "parts": parts}],
        }
        assert told.false_ready(score_folder(expected, report)).hits == harm


def test_the_table_says_every_count() -> None:
    text = table(score_folder(EXPECTED, REPORT), "one folder", [])
    assert "| passport | expiry_date | 0.0 % (0/1; 0.0 % to 79.3 %) | 1 | 0 |" in text
    assert "proven and wrong: passport expiry_date" in text
    assert "| expired_passport | 1/1 | 1/1 |" in text


@pytest.mark.parametrize(
    ("name", "read", "printed", "same"),
    [
        ("surname", "LOPEZ CHAVEZ", "López Chávez", True),
        ("surname", "MUELLER", "Müller", True),
        ("surname", "LOPEZ", "López Chávez", False),
        ("iban", "FR76 3000", "FR763000", True),
        ("birth_date", "2001-02-03", "2001-03-02", False),
    ],
)
def test_values_are_compared_by_what_they_say(
    name: str, read: str, printed: str, same: bool
) -> None:
    assert same_value(name, read, printed) is same

"""The formats of CI systems: their schemas, what they hide, and that a doubt is never a pass."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import JUnitXml
from msgspec.structs import replace

from docscheck.finding import Kind, Verdict
from docscheck.report import Report
from docscheck.reporters import REPORTERS
from docscheck.reporters.to_json import schema_text
from measure import names_ci
from tests.reporters.reports import (
    HOSTILE,
    PRIVATE,
    hostile_names,
    in_trouble,
    spoken,
    stopped_early,
    with_a_waiver,
)

CI = ("sarif", "junit", "github", "markdown", "jsonl")


def run_of(told: Report, language: str = "en") -> Any:
    return json.loads(spoken(told, "sarif", language))["runs"][0]


def paths(told: Report) -> Sequence[str]:
    return [entry.file.path for entry in told.files]


def test_all_of_them_are_offered() -> None:
    assert set(CI) <= set(REPORTERS)


@pytest.mark.parametrize("value", PRIVATE.values())
@pytest.mark.parametrize("form", CI)
def test_personal_values_are_masked(form: str, value: str) -> None:
    told = in_trouble()
    for language in ("fr", "en"):
        assert value not in spoken(told, form, language)
        assert value[:-1] not in spoken(told, form, language)


@pytest.mark.parametrize("told", [in_trouble(), stopped_early(), hostile_names()])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_is_read_again_by_strict_parsers(told: Report, language: str) -> None:
    names_ci.check_sarif(spoken(told, "sarif", language), paths(told))
    names_ci.check_junit(spoken(told, "junit", language), paths(told))
    names_ci.check_markdown(spoken(told, "markdown", language), paths(told))


def test_hostile_names_are_no_commands() -> None:
    text = spoken(hostile_names(), "github")
    names_ci.check_github(text, ["", *HOSTILE])


def test_a_line_of_json_is_the_report() -> None:
    line = spoken(in_trouble(), "jsonl")
    assert line.endswith("\n")
    assert line.count("\n") == 1
    jsonschema.validate(json.loads(line), json.loads(schema_text()))
    assert json.loads(line) == json.loads(spoken(in_trouble(), "json"))


def test_sarif_has_no_level_for_what_did_not_fail() -> None:
    results = run_of(in_trouble())["results"]
    assert {r["kind"] for r in results} >= {"fail", "review"}
    for result in results:
        assert (result["level"] == "none") is (result["kind"] != "fail")


def test_sarif_names_the_rule_the_file_and_its_page() -> None:
    run = run_of(in_trouble())
    (expired,) = (r for r in run["results"] if r["ruleId"] == "validity.expired")
    assert run["tool"]["driver"]["rules"][expired["ruleIndex"]]["id"] == "validity.expired"
    place = expired["locations"][0]["physicalLocation"]["artifactLocation"]
    assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"] == "passport.pdf"
    assert expired["level"] == "error"


def test_sarif_tells_a_finding_by_the_same_mark_in_either_language() -> None:
    def marks(language: str) -> list[Any]:
        return [r["partialFingerprints"] for r in run_of(in_trouble(), language)["results"]]

    assert marks("fr") == marks("en")


def test_sarif_says_what_somebody_accepted() -> None:
    (waived,) = (r for r in run_of(with_a_waiver())["results"] if "suppressions" in r)
    assert waived["suppressions"][0]["justification"] == "seen at the desk"


def test_a_check_that_was_stopped_was_no_success() -> None:
    assert run_of(stopped_early())["invocations"] == [{"executionSuccessful": False}]
    assert run_of(in_trouble())["invocations"] == [{"executionSuccessful": True}]


def test_a_doubt_is_an_error_in_junit_and_never_a_pass() -> None:
    told = stopped_early()
    assert told.verdict is Verdict.TO_REVIEW
    suites = JUnitXml.fromstring(spoken(told, "junit").encode())
    assert (suites.failures, suites.skipped) == (0, 0)
    assert suites.errors > 0


def test_junit_counts_what_is_wrong() -> None:
    root = ElementTree.fromstring(spoken(in_trouble(), "junit"))
    cases = {case.get("name"): case for case in root.iter("testcase")}
    failure = cases["passport.pdf"].find("failure")
    assert failure is not None
    assert "validity.expired" in (failure.text or "")


def test_a_doubt_is_a_warning_for_github() -> None:
    told = stopped_early()
    decisive = [f for f in told.findings if f.kind is not Kind.FAIL]
    assert decisive
    assert "::error" not in spoken(told, "github")
    assert spoken(told, "github").splitlines()[-1].startswith("So far: ")


def test_files_are_named_from_where_the_command_ran() -> None:
    told = in_trouble()
    assert "file=fixtures/anna/passport.pdf," in spoken(told, "github", root="fixtures/anna")
    uri = json.loads(spoken(told, "sarif", root="fixtures/anna"))["runs"][0]["artifacts"][0]
    assert uri["location"]["uri"].startswith("fixtures/anna/")


def test_markdown_says_first_whether_it_is_ready() -> None:
    lines = [line for line in spoken(in_trouble(), "markdown").splitlines() if line]
    assert lines[1].startswith("**Not ready: ")


def test_what_a_name_could_do_in_a_table_is_taken_from_it() -> None:
    told = in_trouble()
    entry = told.files[0]
    renamed = replace(entry, file=replace(entry.file, path="a|b*c*.pdf"))
    text = spoken(replace(told, files=(renamed, *told.files[1:])), "markdown")
    assert r"a\|b\*c\*.pdf" in text

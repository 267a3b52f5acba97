"""The JSON report: its schema, what it hides, how it spells names, and that it never wavers."""

from __future__ import annotations

import base64
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from docscheck.check import Options, Session
from docscheck.document import Repair
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.reporters.interface import titles_of
from docscheck.reporters.to_json import schema_text
from tests import literal
from tests.literal import part, proven, read
from tests.reporters.reports import (
    HOSTILE,
    PRIVATE,
    RULEBOOK,
    hostile_names,
    in_trouble,
    report,
    spoken,
    stopped_early,
)

SAMPLE = Path(__file__).parents[2] / "sample_docs" / "missing_visa" / "documents"


@pytest.mark.parametrize("show_values", [False, True])
def test_the_report_is_valid_against_the_published_schema(show_values: bool) -> None:
    told = json.loads(spoken(in_trouble(), "json", show_values=show_values))
    jsonschema.validate(told, json.loads(schema_text()))
    assert told["verdict"] == "not_ready"


@pytest.mark.parametrize("language", ["es", "zh", "ar"])
def test_a_third_language_stands_beside_the_two_that_are_always_there(language: str) -> None:
    speaker = Speaker(titles_of(RULEBOOK))
    told, two = in_trouble(), json.loads(spoken(in_trouble(), "json"))
    three = json.loads(spoken(told, "json", language))
    jsonschema.validate(three, json.loads(schema_text()))
    said = [f[k] for f in three["findings"] for k in ("message", "fix")]
    said += [requirement["because"] for requirement in three["requirements"]]
    assert all(list(text) == ["fr", "en", language] for text in said)
    assert three["findings"][0]["fix"][language] == speaker.remedy(told.findings[0].issue, language)
    for text in said:
        del text[language]
    assert three == two
    assert spoken(told, "json", "fr") == spoken(told, "json", "en")


def test_a_partial_report_is_marked_and_a_whole_one_is_not() -> None:
    told = json.loads(spoken(stopped_early(), "json"))
    jsonschema.validate(told, json.loads(schema_text()))
    assert told["partial"] == {"files": 4, "files_read": 1}
    assert told["verdict"] == "to_review"
    assert "partial" not in json.loads(spoken(in_trouble(), "json"))


def test_the_schema_would_refuse_a_report_without_a_verdict() -> None:
    told = json.loads(spoken(in_trouble(), "json"))
    del told["verdict"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, json.loads(schema_text()))


@pytest.mark.parametrize("value", PRIVATE.values())
@pytest.mark.parametrize("form", ["json", "terminal"])
def test_personal_values_are_masked_unless_asked_for(form: str, value: str) -> None:
    told = in_trouble()
    assert value not in spoken(told, form)
    assert value[:-1] not in spoken(told, form, "fr")


def test_repaired_characters_are_told_by_place_and_shown_when_asked_for() -> None:
    number = replace(proven("document_number", "12AB34567"), repaired=(Repair(1, 4, "8", "B"),))
    folder = report(literal.file("passport.pdf", part("passport", number, mrz=literal.zone())))

    def told(show_values: bool) -> object:
        made = json.loads(spoken(folder, "json", show_values=show_values))
        jsonschema.validate(made, json.loads(schema_text()))
        return made["documents"][0]["parts"][0]["fields"]["document_number"]["repaired"]

    assert told(False) == [{"line": 2, "column": 5}]
    assert told(True) == [{"line": 2, "column": 5, "read": "8", "taken": "B"}]


def test_values_are_shown_when_asked_for() -> None:
    shown = spoken(in_trouble(), "json", show_values=True)
    for name in ("surname", "birth_date", "document_number"):
        assert PRIVATE[name] in shown


def test_of_two_readings_of_a_field_the_better_is_told() -> None:
    names = (proven("document_number", "X73915526"), read("document_number", "X7391SS26"))
    told = json.loads(
        spoken(report(literal.file("p.pdf", part("passport", *names))), "json", show_values=True)
    )
    (entry,) = told["documents"][0]["parts"]
    assert entry["fields"]["document_number"]["value"] == "X73915526"


def test_hostile_names_come_back_as_they_were() -> None:
    told = spoken(hostile_names(), "json")
    assert told.isascii()
    entries = json.loads(told)["documents"]
    names = {
        base64.b64decode(e["path_b64"]).decode("utf-8", "surrogateescape")
        if "path_b64" in e
        else e["path"]
        for e in entries
    }
    assert names == set(HOSTILE)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert spoken(in_trouble(), "json") == spoken(in_trouble(), "json")


@pytest.mark.slow
def test_the_same_folder_gives_the_same_bytes_whatever_the_number_of_workers() -> None:
    def told(jobs: int) -> str:
        with Session(date(2026, 11, 23), Options(jobs=jobs)) as session:
            return spoken(session.check(SAMPLE, Declared()), "json")

    first = told(1)
    assert told(2) == first
    assert told(1) == first

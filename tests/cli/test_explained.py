"""`rules explain`: not to be left out in either language: source, date, confidence, severity."""

from __future__ import annotations

import re

import pytest

from docscheck.cli.explained import entry_of, explained, names
from docscheck.languages import LANGUAGES
from docscheck.messages import Speaker
from docscheck.rulebook.load import load
from docscheck.rulebook.schema import DocumentType, ProfileRule, RequirementRule, Rule, StepRule
from tests.cli.command import docscheck

BOOK = load()
ENGLISH = re.compile(r"\b(the|of|is|are|was|and|must|what|nothing|practice|only|it)\b", re.I)
DIFFERING = ("stay", "civil_status", "bank_details", "parental_authorization")


def said(name: str, *languages: str) -> str:
    entry = entry_of(BOOK, name)
    assert entry is not None
    return "\n".join(explained(BOOK, entry, languages))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", names(BOOK))
def test_everything_says_where_it_comes_from(name: str, language: str) -> None:
    entry = entry_of(BOOK, name)
    assert isinstance(entry, Rule | RequirementRule | DocumentType | ProfileRule | StepRule)
    told, origin = said(name, language), entry.provenance
    assert origin.in_language(language) in told
    speak = Speaker().sentence
    assert speak("explain.as_of", {"date": origin.as_of}, language) in told
    assert speak(f"explain.confidence.{origin.confidence.value}", {}, language) in told
    if isinstance(entry, Rule):
        assert speak(f"explain.severity.{entry.severity.value}", {}, language) in told
        assert "--waivers" in told


@pytest.mark.parametrize("name", [*BOOK.catalogue, *BOOK.requirements])
def test_a_rule_is_explained_to_a_french_reader_without_english(name: str) -> None:
    lines = [line for line in said(name, "fr").splitlines() if "«" not in line]
    assert not [line for line in lines if ENGLISH.search(line)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", DIFFERING)
def test_where_leaflet_and_slides_differ_both_are_shown_and_the_stages_settle_it(
    name: str, language: str
) -> None:
    halves = BOOK.requirements[name].halves
    assert halves is not None
    told = said(name, language)
    for clause in (halves.leaflet, halves.slides, halves.settled.in_language(language)):
        assert clause in told
    assert {"fr": "à l'étape « l'inscription »", "en": "at the stage “registration”"}[
        language
    ] in told


def test_what_is_settled_is_what_the_profiles_do() -> None:
    """Asked for at registration, mandatory at completion: the table of profiles says the same."""
    for name in ("civil_status", "bank_details"):
        told = said(name, "en")
        asked, required = (
            next(line for line in told.splitlines() if line.strip().startswith(start))
            for start in ("Asked for at the stage “registration”", "Mandatory at the stage “compl")
        )
        assert "non_eu" in asked
        assert "non_eu" in required
        assert "Mandatory at the stage “registration”" not in told


def test_no_other_requirement_names_both_halves_with_different_words_for_mandatory() -> None:
    assert tuple(k for k, v in BOOK.requirements.items() if v.halves) == DIFFERING
    for name in DIFFERING:
        requirement = BOOK.requirements[name]
        both = f"{requirement.halves}"
        assert all(clause in both for clause in requirement.clauses)


def test_a_type_that_weighs_a_rule_otherwise_is_named() -> None:
    own = {
        (rule, kind.id)
        for kind in BOOK.types.values()
        for check in kind.checks.values()
        for rule, severity in check.severity.items()
        if severity is not BOOK.catalogue[rule].severity
    }
    assert own
    for rule, kind in own:
        assert BOOK.types[kind].title.en in said(rule, "en")


def test_the_command_speaks_both_languages_unless_told_which() -> None:
    both = docscheck("rules", "explain", "bank_details").stdout
    french = docscheck("rules", "explain", "bank_details", "--lang", "fr").stdout
    assert "  fr: Relevé d'identité bancaire" in both
    assert "  en: Bank details" in both
    assert french in both
    assert "  en:" not in french

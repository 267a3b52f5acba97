"""`rules explain PROFILE`: stage by stage what is asked, with its reason, in both languages."""

from __future__ import annotations

import pytest

from docscheck.cli.explained_profile import profile_lines
from docscheck.rulebook.load import load
from docscheck.rulebook.procedure import STAGES
from tests.cli.command import docscheck

RULES = load()
PROFILES = {p.id: p for p in RULES.profiles}


def said(profile: str, language: str) -> str:
    return "\n".join(profile_lines(RULES, PROFILES[profile], language))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("profile", PROFILES)
def test_each_stage_and_each_paper_is_named_with_its_reason(profile: str, language: str) -> None:
    rule = PROFILES[profile]
    text = said(profile, language)
    stage = {"fr": "Étape", "en": "Stage"}[language]
    assert text.count(f"{stage} «" if language == "fr" else f"{stage} “") == len(STAGES)
    names = {n for s in rule.stages.values() for n in (*s.required, *s.asked)}
    why = text.partition({"fr": "Pourquoi :", "en": "Why:"}[language])[2]
    for name in names:
        asked = RULES.requirements[name]
        assert asked.title.in_language(language) in why
        for clause in asked.clauses:
            assert clause in why
        if not asked.clauses:
            assert asked.provenance.source in why
    if rule.advice:
        assert rule.advice.in_language(language) in text


def test_what_only_other_sources_ask_for_is_never_called_mandatory() -> None:
    mandatory = [line for line in said("eu_s1", "en").splitlines() if "Mandatory:" in line]
    assert mandatory
    assert not any("S1" in line for line in mandatory)


def test_the_visa_that_needs_another_paper_is_named() -> None:
    assert "Not enough by itself at this stage: visa." in said("algeria", "en")
    assert "Ne suffit pas seul à cette étape : visa. Il faut aussi" in said("non_eu", "fr")


def test_the_command_says_both_languages_or_the_one_that_is_asked() -> None:
    both = docscheck("rules", "explain", "algeria")
    assert both.returncode == 0
    assert "  fr: Algérien." in both.stdout
    assert "  en: Algerian national." in both.stdout
    one = docscheck("rules", "explain", "algeria", "--lang", "en")
    assert "Algérien" not in one.stdout
    assert "Mandatory: Proof of identity" in one.stdout

"""Sentences: every rule speaks every language; `test_languages` compares these."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from docscheck.cli import app
from docscheck.finding import Issue, Kind, Personal, Term
from docscheck.languages import LANGUAGES, WRITING
from docscheck.messages import Speaker, sentences

ROOT = Path(__file__).parents[1]
TITLES = {
    "type": {"passport": {"fr": "passeport", "en": "passport"}},
    "requirement": {"stay": {"fr": "visa ou titre de séjour", "en": "visa or permit"}},
}
SPEAKER = Speaker(TITLES)
PLAIN = {"fields", "stages", "states", "words"}


def rules() -> list[str]:
    return list(tomllib.loads((ROOT / "rules/catalogue.toml").read_text(encoding="utf-8")))


def placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_the_catalogue_has_a_sentence(language: str) -> None:
    known = sentences(language)
    silent = [
        r for r in rules() if r not in known and not any(k.startswith(f"{r}.") for k in known)
    ]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_belongs_to_a_rule(language: str) -> None:
    known = {key: value for key, value in sentences(language).items() if key not in PLAIN}
    ids = set(rules())
    stray = [
        key
        for key, value in known.items()
        if isinstance(value, dict) and ".".join(key.split(".")[:2]) not in ids
    ]
    assert stray == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_remedy_which_ends_as_a_sentence(language: str) -> None:
    for key, said in sentences(language).items():
        if isinstance(said, dict) and key not in PLAIN:
            assert set(said) == {"problem", "remedy"}, key
            assert said["remedy"].endswith(WRITING[language].stop), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "jargon", ["MRZ", "OCR", "dpi", "checksum", "forged", "falsifié", "media type"]
)
def test_no_jargon_and_no_accusation(language: str, jargon: str) -> None:
    said = [
        key
        for key, entry in sentences(language).items()
        if isinstance(entry, dict) and key not in PLAIN
        for text in entry.values()
        if jargon.lower() in text.lower().split()
    ]
    assert said == []


def test_names_come_in_the_readers_language() -> None:
    issue = Issue(
        "format.pdf_required",
        Kind.FAIL,
        params={"type": Term("type", "passport"), "format": "JPEG"},
    )
    assert SPEAKER.problem(issue, "fr") == (
        "Le portail demande cette pièce (passeport) en PDF ; ce fichier est au format JPEG."
    )
    assert SPEAKER.problem(issue, "en") == (
        "The portal asks for this document (passport) as a PDF; this file is in JPEG format."
    )


def test_the_case_chooses_the_sentence_and_dates_are_written_out() -> None:
    issue = Issue("validity.expired", Kind.FAIL, case="visa", params={"date": date(2026, 9, 12)})
    assert (
        SPEAKER.problem(issue, "fr") == "Votre visa n'est plus valable depuis le 12 septembre 2026."
    )
    assert SPEAKER.problem(issue, "en") == "Your visa has not been valid since 12 September 2026."


def test_a_case_without_its_own_sentence_falls_back_on_the_rule() -> None:
    issue = Issue("file.empty", Kind.FAIL, case="unheard_of")
    assert SPEAKER.problem(issue, "en") == "This file is empty: there is nothing in it."


def test_lists_are_joined_and_sentences_begin_with_a_capital() -> None:
    fields = tuple(Term("field", name) for name in ("surname", "iban", "birth_date"))
    issue = Issue("document.field_not_read", Kind.REVIEW, params={"fields": fields})
    assert SPEAKER.problem(issue, "fr").endswith("le nom, l'IBAN et la date de naissance.")
    assert SPEAKER.problem(issue, "en").endswith("the surname, the IBAN and the date of birth.")


def test_personal_values_are_masked_unless_asked_for() -> None:
    iban = "FR1420041010050500013M02606"
    issue = Issue("bank.iban_invalid", Kind.FAIL, params={"iban": Personal("iban", iban)})
    assert SPEAKER.problem(issue, "en").startswith("This IBAN (FR•••2606) is not valid")
    assert iban in Speaker(TITLES, show_values=True).problem(issue, "en")


def test_a_shown_date_is_written_out_too() -> None:
    params = {
        "field": Term("field", "birth_date"),
        "printed": Personal("birth_date", "2004-05-17"),
        "coded": Personal("birth_date", "2004-05-18"),
    }
    issue = Issue("mrz.visual_mismatch", Kind.REVIEW, params=params)
    assert "17 May 2004 and 18 May 2004" in Speaker(show_values=True).problem(issue, "en")
    assert "2004-••-•• and 2004-••-••" in SPEAKER.problem(issue, "en")


def test_numbers_follow_the_language() -> None:
    issue = Issue("file.too_large", Kind.UNCHECKED, params={"megabytes": 61.2})
    assert "(61,2 Mo)" in SPEAKER.problem(issue, "fr")
    assert "(61.2 MB)" in SPEAKER.problem(issue, "en")


def test_braces_and_controls_in_a_file_name_do_no_harm() -> None:
    files = ("{type}\x1b[31m.pdf", "a\u202efdp.exe")
    issue = Issue(
        "document.split_over_files",
        Kind.FAIL,
        params={"type": Term("type", "passport"), "files": files},
    )
    assert SPEAKER.problem(issue, "en").endswith(
        "several files: {type}\\x1b[31m.pdf and a\\u202efdp.exe."
    )


def test_a_sentence_of_its_own_and_an_id_nobody_named() -> None:
    assert SPEAKER.term(Term("type", "id_photo"), "en") == "id photo"
    assert SPEAKER.term(Term("stage", "vitale-card"), "fr") == "la carte Vitale"
    alone = {k: v for k, v in sentences("fr").items() if isinstance(v, str)}
    for key, pattern in alone.items():
        params = dict.fromkeys(placeholders(pattern), "x")
        assert SPEAKER.sentence(key, params, "fr")


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        SPEAKER.problem(Issue("no.such_rule", Kind.FAIL), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_commands_that_exist_are_named(language: str) -> None:
    commands = {c.name for c in app.registered_commands} | {g.name for g in app.registered_groups}
    said = " ".join(_strings(sentences(language)))
    named = re.findall(
        r"docscheck (check|prepare|watch|web|batch|guide|rules|inspect|doctor)", said
    )
    assert set(named) <= commands


def _strings(entry: object) -> Iterator[str]:
    if isinstance(entry, Mapping):
        for inner in entry.values():
            yield from _strings(inner)
    else:
        yield str(entry)

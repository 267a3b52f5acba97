"""Records: `parents_named`, `translation`, `sworn_translator`, `legalisation`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from docscheck.checkers import legalisation, parents_named, sworn_translator, translation
from docscheck.document import Field, Page, Source, Standing
from docscheck.finding import Context, Issue, Kind, Known, Term, ValueOrigin, Where
from tests.literal import TODAY, file, folder, page, part, read

CONTEXT = Context(TODAY)
FRENCH = read("language", "fr")
LANGUAGES = translation.Settings(optional=("en", "es"), advised=("el", "bg"))
WAIVED = legalisation.Settings(exempt=("FRA", "DEU", "MAR"))


def parents(
    *fields: Field,
    marks: tuple[str, ...] = (),
    shown: Page | None = None,
    beside: tuple[str, ...] = (),
) -> list[Issue]:
    dossier = folder(
        file("a.pdf", part("birth_certificate", *fields, marks=marks), pages=[shown or page()]),
        file("b.pdf", part("sworn_translation", marks=beside)),
    )
    settings = parents_named.Settings()
    return list(parents_named.check(dossier.documents[0], dossier, settings, CONTEXT))


def translated(*fields: Field, marks: tuple[str, ...] = (), beside: str = "rib") -> list[Issue]:
    dossier = folder(
        file("a.pdf", part("birth_certificate", *fields, marks=marks)), file("b.pdf", part(beside))
    )
    return list(translation.check(dossier.documents[0], dossier, LANGUAGES, CONTEXT))


def legalised(*fields: Field, marks: tuple[str, ...] = (), nationality: str = "") -> list[Issue]:
    dossier = folder(file("a.pdf", part("birth_certificate", *fields, marks=marks)))
    profile: Mapping[str, Known] = {"nationality": Known(nationality or None, ValueOrigin.INFERRED)}
    context = Context(TODAY, profile)
    return list(legalisation.check(dossier.documents[0], dossier, WAIVED, context))


def no_parents(kind: Kind, form: str = "") -> Issue:
    """The issue, with the form of record that was recognised."""
    case, params = ("form", {"form": Term("word", f"form_{form}")}) if form else ("", {})
    return Issue("civil_status.no_parents", kind, Where("a.pdf", 1), case, params, "d1")


@pytest.mark.parametrize("mark", ["parents", "filiation"])
def test_a_record_that_names_the_parents_passes(mark: str) -> None:
    assert parents(FRENCH, marks=(mark,)) == []


def test_one_name_that_was_read_is_enough() -> None:
    assert parents(FRENCH, read("mother_name", "KEITA")) == []


def test_a_translation_may_name_them_in_its_place() -> None:
    assert parents(read("language", "zh"), beside=("parents",)) == []


def test_a_record_read_well_without_parents_fails() -> None:
    child = (read("surname", "KEITA"), read("birth_date", "2004-03-12"))
    assert parents(FRENCH, *child, marks=("extract",)) == [no_parents(Kind.FAIL, "extract")]


def test_a_record_that_says_it_leaves_them_out_fails() -> None:
    marks = ("extract", "without_filiation")
    assert parents(FRENCH, marks=marks) == [no_parents(Kind.FAIL, "without_filiation")]


@pytest.mark.parametrize("kept", ["surname", "birth_date"])
def test_a_record_of_which_lines_are_lost_is_for_review(kept: str) -> None:
    found = parents(FRENCH, read(kept, "2004-03-12"), marks=("extract",))
    assert found == [no_parents(Kind.REVIEW, "extract")]


@pytest.mark.parametrize(
    ("language", "marks", "shown"),
    [
        ("ar", (), page()),
        ("fr", ("full_copy",), page()),
        ("fr", (), page(sure=0.5)),
        ("fr", (), page(words=12)),
        ("fr", (), page(text_read=False)),
    ],
)
def test_anything_less_is_for_review(language: str, marks: tuple[str, ...], shown: Page) -> None:
    found = parents(read("language", language), marks=marks, shown=shown)
    assert found == [no_parents(Kind.REVIEW, marks[0] if marks else "")]


def test_french_multilingual_and_translated_records_pass() -> None:
    assert translated(FRENCH) == []
    assert translated(FRENCH, marks=("extract",)) == []
    assert translated(read("language", "tr"), marks=("multilingual",)) == []
    assert translated(read("language", "ar"), beside="sworn_translation") == []


@pytest.mark.parametrize(
    ("language", "rule", "kind"),
    [
        ("en", "civil_status.translation_optional", Kind.FAIL),
        ("el", "civil_status.translation_advised", Kind.REVIEW),
        ("ar", "civil_status.untranslated", Kind.REVIEW),
    ],
)
def test_what_is_asked_depends_on_the_language(language: str, rule: str, kind: Kind) -> None:
    params = {"language": Term("word", f"language_{language}")}
    assert translated(read("language", language)) == [
        Issue(rule, kind, Where("a.pdf", 1, None), "", params, "d1")
    ]


def test_a_language_nobody_could_tell_is_unchecked() -> None:
    assert translated() == [
        Issue("civil_status.untranslated", Kind.UNCHECKED, Where("a.pdf", 1), "unread", {}, "d1")
    ]


@pytest.mark.parametrize(("marks", "rules"), [(("french_sworn",), []), ((), [Kind.REVIEW])])
def test_a_translator_sworn_in_france(marks: tuple[str, ...], rules: list[Kind]) -> None:
    dossier = folder(file("a.pdf", part("sworn_translation", marks=marks)))
    settings = sworn_translator.Settings()
    found = list(sworn_translator.check(dossier.documents[0], dossier, settings, CONTEXT))
    assert found == [
        Issue("civil_status.translator", kind, Where("a.pdf", 1), "", {}, "d1") for kind in rules
    ]


def test_exempt_unknown_and_multilingual_records_need_no_legalisation() -> None:
    assert legalised(nationality="MAR") == []
    assert legalised() == []
    assert legalised(marks=("apostille",), nationality="CHN") == []
    assert legalised(read("issuing_state", "DEU"), nationality="CHN") == []


def test_other_countries_get_advice() -> None:
    assert legalised(nationality="CHN") == [
        Issue(
            "civil_status.legalisation",
            Kind.REVIEW,
            Where("a.pdf", 1),
            "",
            {"country": Term("state", "CHN"), "date": WAIVED.as_of},
            "d1",
        )
    ]


def test_every_language_of_the_rules_has_a_name() -> None:
    root = Path(__file__).parents[2]
    rules: dict[str, Any] = tomllib.loads(
        (root / "src/docscheck/messages/fr/words.toml").read_text(encoding="utf-8")
    )
    named = {word.removeprefix("language_") for word in rules["words"]}
    asked = {
        language
        for path in (root / "rules/documents").glob("*.toml")
        for key in ("optional", "advised", "exempt")
        for language in tomllib.loads(path.read_text(encoding="utf-8"))
        .get("checks", {})
        .get("translation", {})
        .get(key, ())
    }
    assert asked <= named


def test_a_form_in_two_languages_one_of_them_french_passes() -> None:
    both = Field("language", "ar", 1, None, 0.9, Source.OCR, Standing.READ, ("fr",))
    assert translated(both) == []

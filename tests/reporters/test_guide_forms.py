"""The guide as it is read: an answer first, boxes that need no colour, nothing personal."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from types import ModuleType

import pytest
from rich.cells import cell_len

from docscheck.document import ExaminedFile, Folder
from docscheck.guide import Guide, guide
from docscheck.judge import Circumstances, judge
from docscheck.languages import LANGUAGES
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.reporters import guide_to_json, guide_to_terminal
from docscheck.reporters.amount import Amount
from docscheck.reporters.interface import Manner, titles_of
from tests import literal
from tests.literal import TODAY, part, proven
from tests.reporters.reports import HOSTILE, PRIVATE, RULEBOOK, expired_passport, report


def of(*files: ExaminedFile, **said: object) -> Guide:
    declared = Declared(**{"nationality": "MAR", **said})  # type: ignore[arg-type]
    return guide(report(*files, declared=declared), RULEBOOK, folder_read=True)


def of_nobody(**said: object) -> Guide:
    declared = Declared(**said)  # type: ignore[arg-type]
    judged = judge(Folder("", (), ()), RULEBOOK, declared, Circumstances(TODAY))
    return guide(judged, RULEBOOK, folder_read=False)


def spoken(
    told: Guide,
    language: str = "en",
    form: ModuleType = guide_to_terminal,
    amount: Amount = Amount.USUAL,
) -> str:
    out = io.StringIO()
    manner = Manner(language, Speaker(titles_of(RULEBOOK)), RULEBOOK, amount)
    form.write(told, out, manner)
    return out.getvalue()


def first_line(told: Guide, language: str = "en") -> str:
    return spoken(told, language).splitlines()[0]


def test_the_first_line_is_the_answer() -> None:
    assert first_line(of_nobody(nationality="MAR")) == "Next: Gather the documents to upload."
    assert first_line(of()).startswith("Next: Gather the documents to upload. Missing: Proof of")
    assert first_line(of(expired_passport()), "fr") == (
        "Prochaine étape : Rassemblez les documents à déposer. Il manque : Certificat de "
        "scolarité et Visa étudiant ou titre de séjour."
    )
    assert first_line(of_nobody(nationality="DEU", ehic=True)) == (
        "You need not register on this portal: EU/EEA/Swiss citizen with an EHIC."
    )
    assert first_line(of_nobody(situation="employee")).startswith("You probably need not register")


def test_boxes_are_written_and_explained_and_nothing_hangs_on_colour() -> None:
    told = spoken(of(expired_passport()))
    assert "\x1b" not in told
    assert "[?] to check or redo   [ ] to do" in told
    assert "put right is said by docscheck check" in told
    assert "put right" not in spoken(of())
    assert "[?] Proof of identity (passport.pdf)" in told
    assert "[ ] Certificate of school enrolment" in told
    assert "(may follow later)" in told


def test_what_is_done_takes_one_line_and_its_file_unless_more_is_asked_for() -> None:
    certificate = literal.file("mine.pdf", part("provisional_certificate"))
    short, long = (spoken(of(certificate), amount=a) for a in (Amount.USUAL, Amount.WHY))
    assert "6. [x] Validate that space within one hour\n         mine.pdf\n" in short
    assert "You have one hour only" not in short
    assert "You have one hour only" in long
    assert "Source: Assurance Maladie, slides, step 6 (register.validate)" in long


@pytest.mark.parametrize("columns", [24, 40, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_fit_the_window_but_for_the_answer_and_addresses(
    columns: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = spoken(of(expired_passport()), language).splitlines()
    width = max(min(columns, 100), 12 + 10)
    assert [x for x in lines[1:] if cell_len(x) > width and "://" not in x] == []
    assert all(line == line.rstrip() for line in lines)


def test_the_days_are_said_with_what_to_do() -> None:
    visa = part("visa", proven("valid_from", "2026-09-05"), marks=("vls_ts",))
    told = spoken(of(literal.file("v.pdf", visa)))
    assert "5 December 2026  Last day to validate your VLS-TS visa online." in told
    assert "Counted as three months" in told
    doubt = part("visa", literal.read("valid_from", "2026-09-05", 0.8), marks=("vls_ts",))
    assert "compare it" in spoken(of(literal.file("v.pdf", doubt)))


@pytest.mark.parametrize("form", [guide_to_terminal, guide_to_json])
def test_nothing_personal_is_shown(form: ModuleType) -> None:
    told = spoken(of(expired_passport()), form=form, amount=Amount.WHY)
    assert [value for value in PRIVATE.values() if value in told] == []


@pytest.mark.parametrize("form", [guide_to_terminal, guide_to_json])
def test_names_that_deceive_are_shown_as_they_are(form: ModuleType) -> None:
    files = [
        literal.file(name, part("provisional_certificate"), digest=f"{n:064x}")
        for n, name in enumerate(HOSTILE)
    ]
    told = spoken(of(*files), form=form)
    assert not {"\x1b", "\u202e", "\u200b", "\udce9"} & set(told)
    assert "[red]passport[/red].pdf" in told


def test_json_says_both_languages_and_every_step() -> None:
    told = of(expired_passport())
    text = spoken(told, form=guide_to_json)
    assert text.isascii()
    table = json.loads(text)
    assert table["headline"]["en"] == first_line(told)
    assert table["headline"]["fr"] == first_line(told, "fr")
    assert set(table["headline"]) == {"fr", "en"}
    steps = [s for chapter in table["chapters"] for s in chapter["steps"]]
    assert [s["id"] for s in steps] == [s.rule.id for s in told.steps]
    assert table["next"] == "ready.papers"
    listed = next(s for s in steps if s["id"] == "ready.papers")["papers"]
    identity = next(p for p in listed if p["requirement"] == "identity")
    assert (identity["state"], identity["paths"]) == ("look", ["passport.pdf"])


@pytest.mark.parametrize("language", ["es", "zh", "ar"])
def test_json_says_a_third_language_when_it_is_asked_for(language: str) -> None:
    told = of(expired_passport())
    two, three = (json.loads(spoken(told, n, form=guide_to_json)) for n in ("en", language))
    assert three["headline"][language] == first_line(told, language)
    texts = [*_texts(three)]
    assert len(texts) > 60
    assert all(list(text) == ["fr", "en", language] for text in texts)
    assert list(_texts(two)) == [{n: text[n] for n in ("fr", "en")} for text in texts]


def _texts(entry: object) -> Iterator[dict[str, str]]:
    """Yield what is said in several languages."""
    if isinstance(entry, dict) and "fr" in entry:
        yield entry
    elif isinstance(entry, dict | list):
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _texts(inner)


def test_a_guide_without_a_folder_names_none() -> None:
    table = json.loads(spoken(of_nobody(), form=guide_to_json))
    assert table["dossier"] is None
    assert "No folder was read" in spoken(of_nobody(nationality="MAR"))


def test_what_is_doubtful_of_the_person_is_said_before_the_steps() -> None:
    school = part("school_certificate", marks=("language_school",))
    told = spoken(of(literal.file("school.pdf", school)))
    assert told.index("You probably need not register") < told.index("Who must register")
    assert "need not register on this portal" not in spoken(of(expired_passport()))
    table = json.loads(spoken(of(literal.file("s.pdf", school)), form=guide_to_json))
    assert [r["rule"] for r in table["remarks"]] == ["profile.not_eligible"]


def test_what_a_step_or_the_first_line_says_is_not_said_again() -> None:
    for told in (of_nobody(), of_nobody(nationality="DEU", ehic=True)):
        assert told.remarks == ()

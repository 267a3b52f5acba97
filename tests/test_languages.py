"""Five languages: not to be found in any: a missing or stale key, another placeholder, a mark that
turns the direction of writing."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import tomli

import docscheck
from docscheck.cli.language import Language
from docscheck.finding import Term
from docscheck.foreign_text import is_visible
from docscheck.languages import (
    LANGUAGES,
    OF_RULES,
    WRITING,
    capitalised,
    with_those_of_rules,
    written_date,
    written_list,
    written_number,
)
from docscheck.messages import Speaker, sentences, translated
from docscheck.rulebook.load import packaged_rules
from docscheck.rulebook.schema import Bilingual

MESSAGES = Path(docscheck.__file__).parent / "messages"
OTHERS = [language for language in LANGUAGES if language != "en"]
TRANSLATED = [language for language in LANGUAGES if language not in OF_RULES]
RULES = "rules.toml"


def texts(path: Path) -> dict[str, str]:
    """Give the texts of a file by key: `key`, or `table.key` for those in a table."""
    if not path.exists():
        return {}
    return dict(_flat("", tomli.loads(path.read_text(encoding="utf-8"))))


def _flat(place: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{place}{key} / ", value)
        else:
            yield f"{place}{key}", str(value)


def assert_none(found: list[str]) -> None:
    """Fail with all that was found, a line each: pytest would show the first only."""
    assert not found, "\n" + "\n".join(found)


def files() -> list[str]:
    """Name the files of all languages but those with texts of rules."""
    return sorted({path.name for path in MESSAGES.glob("*/*.toml")} - {RULES})


def placeholders(pattern: str) -> list[str]:
    """Give the placeholders, each as often as it should stand there at least: once."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None})


def of_rules() -> Iterator[str]:
    """Yield every English text of the rules that has a French one beside it."""
    for path in packaged_rules().rglob("*.toml"):
        yield from _bilingual(tomli.loads(path.read_text(encoding="utf-8")))


def _bilingual(entry: object) -> Iterator[str]:
    if isinstance(entry, Mapping):
        if set(entry) == set(OF_RULES):
            yield str(entry["en"])
        for inner in entry.values():
            yield from _bilingual(inner)
    elif isinstance(entry, list):
        for inner in entry:
            yield from _bilingual(inner)


def test_the_command_line_knows_the_same_languages() -> None:
    assert tuple(language.value for language in Language) == LANGUAGES
    assert {path.name for path in MESSAGES.iterdir() if path.is_dir()} - {"__pycache__"} == set(
        LANGUAGES
    )


@pytest.mark.parametrize("file", files())
@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_missing_and_none_is_left_over(language: str, file: str) -> None:
    said, english = texts(MESSAGES / language / file), texts(MESSAGES / "en" / file)
    missing = [f"{language}/{file} lacks: {key}" for key in english if key not in said]
    stale = [f"{language}/{file}, not in English: {key}" for key in said if key not in english]
    assert_none(missing + stale)


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_agree(language: str) -> None:
    wrong = []
    for file in files():
        said, english = texts(MESSAGES / language / file), texts(MESSAGES / "en" / file)
        for key in said.keys() & english.keys():
            one, other = placeholders(said[key]), placeholders(english[key])
            if one != other:
                wrong.append(f"{language}/{file}: {key}: {one}, in English {other}")
    assert_none(wrong)


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_rules_say_is_translated_and_nothing_else(language: str) -> None:
    known, wanted = texts(MESSAGES / language / RULES), set(of_rules())
    missing = [f"{language}/{RULES} lacks: {text}" for text in sorted(wanted - known.keys())]
    stale = [f"{language}/{RULES}, in no rule: {text}" for text in sorted(known.keys() - wanted)]
    assert_none(missing + stale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_invisible_or_turns_the_writing(language: str) -> None:
    odd = []
    for path in (MESSAGES / language).glob("*.toml"):
        for key, text in texts(path).items():
            if text != text.strip() and not text.startswith((",", " ")):
                odd.append(f"{path.name}: {key}: blanks around it")
            if not text.strip() or not all(map(is_visible, text)):
                odd.append(f"{path.name}: {key}: {text!a}")
    assert_none(odd)


@pytest.mark.parametrize(("language", "letters"), [("zh", "\u4e00\u9fff"), ("ar", "\u0620\u064a")])
def test_every_sentence_is_in_its_own_letters(language: str, letters: str) -> None:
    """A text left in English has none of these; names of things in Latin letters are few."""
    first, last = letters
    foreign = [
        f"{path.name}: {key}: {text}"
        for path in (MESSAGES / language).glob("*.toml")
        for key, text in texts(path).items()
        if len(text.split()) > 3 and not any(first <= letter <= last for letter in text)
    ]
    assert_none(foreign)


def test_dates_are_written_as_each_language_writes_them() -> None:
    day = date(2026, 9, 1)
    assert [written_date(day, language) for language in LANGUAGES] == [
        "1er septembre 2026",
        "1 September 2026",
        "1 de septiembre de 2026",
        "2026年9月1日",
        "1 سبتمبر 2026",
    ]
    for language in LANGUAGES:
        months = {written_date(date(2026, month, 12), language) for month in range(1, 13)}
        assert len(months) == 12


def test_numbers_and_lists_too() -> None:
    assert [written_number(61.25, language) for language in LANGUAGES] == [
        *("61,25", "61.25", "61,25", "61.25", "61.25")
    ]
    assert [written_number(3.0, language) for language in LANGUAGES] == ["3"] * 5
    names = ["a.pdf", "b.pdf", "c.pdf"]
    assert [written_list(names, language) for language in LANGUAGES] == [
        "a.pdf, b.pdf et c.pdf",
        "a.pdf, b.pdf and c.pdf",
        "a.pdf, b.pdf y c.pdf",
        "a.pdf、b.pdf 和 c.pdf",
        "a.pdf، b.pdf و c.pdf",
    ]
    assert written_list(["الاسم", "الجنسية"], "ar") == "الاسم والجنسية"
    assert written_list(["Perú", "Italia"], "es") == "Perú e Italia"
    assert written_list(["agua", "hielo"], "es") == "agua y hielo"
    assert written_list(["a.pdf"], "zh") == "a.pdf"
    assert written_list([], "ar") == ""


def test_only_languages_with_capitals_begin_with_one() -> None:
    assert [capitalised("iban.pdf", language) for language in LANGUAGES] == [
        *("Iban.pdf", "Iban.pdf", "Iban.pdf", "iban.pdf", "iban.pdf")
    ]


def test_a_report_for_programs_has_the_languages_of_rules_and_one_more_at_most() -> None:
    assert [with_those_of_rules(language) for language in LANGUAGES] == [
        *(OF_RULES, OF_RULES, (*OF_RULES, "es"), (*OF_RULES, "zh"), (*OF_RULES, "ar"))
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_rules_of_ones_own_are_said_in_english(language: str) -> None:
    own = Bilingual("Ma pièce à moi", "A paper of my own")
    assert own.in_language(language) == own.en == translated(own.en, language)
    speaker = Speaker({"type": {"mine": {"fr": own.fr, "en": own.en}}})
    assert speaker.term(Term("type", "mine"), language) == own.en
    shipped = next(of_rules())
    assert translated(shipped, language) != shipped


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rules_say_is_not_among_the_sentences(language: str) -> None:
    """It is loaded on its own, by whoever speaks one of the languages that rules have not."""
    assert not sentences(language).keys() & set(of_rules())


def test_one_language_only_goes_from_right_to_left() -> None:
    assert [name for name, writing in WRITING.items() if writing.right_to_left] == ["ar"]

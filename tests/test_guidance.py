"""Guide and days as data: what ships is whole in both languages, and what is wrong is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docscheck.errors import RulebookError
from docscheck.languages import LANGUAGES, WRITING
from docscheck.messages import sentences
from docscheck.rulebook.load import FOR_PEOPLE, build, for_reading, load, packaged_rules, read

BOOK = load()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("guide", 'chapter = "stay"', 'chapter = "stays"', 'unknown chapter "stays"'),
        ("guide", 'id = "who.rule"', 'id = "who.purpose"', '"who.purpose" stands there twice'),
        ("guide", 'reaches = "vitale-card"', 'reaches = "vitale"', 'did you mean "vitale-card"'),
        ("guide", 'asks = "visa_validation"', 'asks = "visa"', 'unknown requirement "visa"'),
        ("guide", 'number = "final"', 'number = "last"', 'unknown kind of number "last"'),
        ("guide", 'types = ["ehic"]', 'types = ["ehc"]', 'did you mean "ehic"'),
        ("guide", 'unknown = "nationality"', 'unknown = "name"', "unknown key of the person"),
        ("guide", "[{ minor = true }", '[{ minor = "yes" }', "expected true or false"),
        ("guide", "numbered = true", "number = true", 'did you mean "numbered"'),
        ("guide", "to_do = false", 'to_do = "no"', "to_do"),
        ("guide", "papers_suffice = true", "paper_suffice = true", 'did you mean "papers_suffice"'),
        ("guide", 'confidence = "H"', "", "confidence: missing"),
        ("deadlines", "[school_year]", "[school_years]", 'did you mean "school_year"'),
        ("deadlines", 'types = ["visa"]', 'types = ["vis"]', 'did you mean "visa"'),
        ("deadlines", "months = 3", "month = 3", 'did you mean "months"'),
        ("deadlines", "months = 3", "months = -3", "counted forwards"),
        ("deadlines", "closes_month = 9", "closes_month = 13", "expected a month"),
        ("deadlines", "remind_days = [30, 7]", "remind_days = [0]", "counted forwards"),
    ],
)
def test_a_slip_is_refused_with_its_file_and_the_nearest_name(
    name: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    rules = Path(shutil.copytree(packaged_rules(), tmp_path / "rules"))
    path = rules / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulebookError) as refused:
        load(rules)
    assert refused.value.detail.startswith(f"{name}.toml: ")
    assert said in refused.value.detail


def test_a_step_stands_in_the_chapter_of_its_name() -> None:
    assert [s.id for s in BOOK.guide.steps if not s.id.startswith(f"{s.chapter}.")] == []
    assert {s.chapter for s in BOOK.guide.steps} == {c.id for c in BOOK.guide.chapters}


def test_titles_are_not_sentences_and_texts_are() -> None:
    for step in BOOK.guide.steps:
        for language in LANGUAGES:
            assert not step.title.in_language(language).endswith(WRITING[language].stop), step.id
            assert step.text.in_language(language).endswith(WRITING[language].stop), step.id


def test_what_only_weak_sources_say_names_no_duty_of_the_seed() -> None:
    from docscheck.rulebook.schema import Confidence

    unsourced = [s.id for s in BOOK.guide.steps if not s.clauses]
    strong = {s.id for s in BOOK.guide.steps if s.provenance.confidence is Confidence.HIGH}
    assert not strong.intersection(unsourced)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_day_is_spoken_of(language: str) -> None:
    known = sentences(language)
    for rule in BOOK.deadlines:
        assert {f"deadline.{rule.id}", f"deadline.{rule.id}.advice"} <= set(known)
        assert rule.remind_days


def test_workers_are_not_sent_what_is_for_people() -> None:
    sent = for_reading(read(packaged_rules()))
    assert not set(FOR_PEOPLE) & set(sent)
    assert build(sent).guide.steps == ()

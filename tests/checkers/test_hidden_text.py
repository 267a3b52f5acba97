"""Hidden text. First what must not be flagged: pages without any, and a leftover word."""

from __future__ import annotations

from docscheck.checkers import hidden_text
from docscheck.checkers.hidden_text import Settings
from docscheck.finding import Context, Issue, Kind, Where
from docscheck.losses import Trouble
from tests.literal import TODAY, file, page


def judge(*words: int) -> list[Issue]:
    pages = [page(number, hidden_words=count) for number, count in enumerate(words, start=1)]
    return list(hidden_text.check(file("a.pdf", pages=pages), Settings(), Context(TODAY)))


def test_an_honest_page_and_an_anchor_of_a_signature_pass() -> None:
    assert judge(0, 2) == []


def test_a_file_that_did_not_open_is_not_judged() -> None:
    subject = file("a.pdf", trouble=Trouble.CORRUPT)
    assert list(hidden_text.check(subject, Settings(), Context(TODAY))) == []


def test_the_page_with_hidden_words_is_named() -> None:
    assert judge(0, 12) == [Issue("file.hidden_text", Kind.FAIL, Where("a.pdf", 2))]


def test_a_layer_that_says_other_things_is_told_in_its_own_words() -> None:
    subject = file("a.pdf", pages=[page(1, layer_differs=True, hidden_words=12)])
    found = list(hidden_text.check(subject, Settings(), Context(TODAY)))
    assert found == [Issue("file.hidden_text", Kind.FAIL, Where("a.pdf", 1), "other_words")]

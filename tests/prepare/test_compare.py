"""Reads the paper worse in the file that was made? What must not be called worse comes first."""

from __future__ import annotations

import pytest

from docscheck.document import Field, Part, Standing
from docscheck.judge import Circumstances, judge
from docscheck.prepare.choice import Paper
from docscheck.prepare.compare import what_is_worse
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, part, proven, read

RULEBOOK = load()
NAME, YEAR = read("surname", "ALAMI"), read("school_year", "2026-2027")


def judged(path: str, *parts: Part) -> Report:
    facts = folder(file(path, *parts))
    return judge(facts, RULEBOOK, Declared(nationality="MAR"), Circumstances(TODAY))


def worse(before: Part, *after: Part) -> str:
    old, new = judged("old.pdf", before), judged("new.pdf", *after)
    paper = Paper(("enrolment",), old.documents)
    return what_is_worse(paper, "new.pdf", old, new, RULEBOOK)


def certificate(*fields: Field) -> Part:
    return part("school_certificate", *fields)


@pytest.mark.parametrize(
    "after",
    [
        certificate(NAME, YEAR),
        certificate(read("surname", "Alami", 0.7), YEAR),
        certificate(NAME, YEAR, read("ine", "123456789AB")),
        certificate(proven("surname", "ALAMY"), YEAR),
    ],
    ids=["same", "less sure", "more", "another, but proven"],
)
def test_these_are_not_worse(after: Part) -> None:
    assert worse(certificate(NAME, YEAR), after) == ""


@pytest.mark.parametrize(("before", "now", "why"), [
    (0.6, 0.8, ""), (0.6, 0.7, "field surname"), (0.93, 0.95, "field surname"),
])  # fmt: skip
def test_another_value_has_to_be_read_far_more_surely(before: float, now: float, why: str) -> None:
    old = certificate(read("surname", "ALAMI", before), YEAR)
    assert worse(old, certificate(read("surname", "ALAMI Le", now), YEAR)) == why


def test_a_guess_that_changes_is_no_loss() -> None:
    guess = read("surname", "ALAM", standing=Standing.GUESSED)
    assert worse(certificate(guess, YEAR, read("holder", "ALAMI ZOE")),
                 certificate(YEAR, read("holder", "ALAMI ZOE"))) == ""  # fmt: skip


def test_what_nobody_needs_and_was_hardly_read_may_go() -> None:
    hardly = read("ine", "123456789AB", 0.4)
    assert worse(certificate(NAME, YEAR, hardly), certificate(NAME, YEAR)) == ""


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (part("admission_letter", NAME), "type school_certificate"),
        (certificate(YEAR), "field surname"),
        (certificate(read("surname", "ALAMO"), YEAR), "field surname"),
        (certificate(read("surname", "ALAMI", 0.3), YEAR), "field surname"),
        (certificate(NAME, read("school_year", "2025-2026")), "field school_year"),
    ],
)
def test_these_are(after: Part, why: str) -> None:
    assert worse(certificate(NAME, YEAR), after) == why


def test_what_was_read_counts_though_nobody_needs_it() -> None:
    sure = read("ine", "123456789AB", 0.6)
    assert worse(certificate(NAME, YEAR, sure), certificate(NAME, YEAR)) == "field ine"


def test_a_second_paper_on_the_file_is_worse() -> None:
    assert worse(certificate(NAME, YEAR), certificate(NAME, YEAR), part("rib", pages=(2,))) == (
        "another paper rib"
    )

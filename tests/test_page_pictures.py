"""Which words of a page are covered because they make a long number, known or not."""

from __future__ import annotations

import pytest

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.page_pictures import long_numbers
from docscheck.readers.interface import Reading
from tests.literal import TODAY


def covered(line: str) -> list[str]:
    """Give the words of a line that are covered, each a box of its own."""
    words = tuple(
        Word(text, Box(n / 20, 0.1, (n + 0.9) / 20, 0.12), None)
        for n, text in enumerate(line.split())
    )
    page = PageText(1, (Line(words),), Source.TEXT_LAYER, "by hand")
    boxes = set(long_numbers(Reading((page,), TODAY)))
    return [word.text for word in words if word.box in boxes]


@pytest.mark.parametrize(
    "line",
    [
        "Le 29/09/2026",
        "Expire le 06 JAN 2029",
        "Valable jusqu'au 12 octobre 2027",
        "Année universitaire 2026/2027",
        "pour l'année 2026-2027, sous",
        "33 cours de la Marne 75013 Paris",
        "Master in Management - M1",
        "SWIFT LEPXFRPR853",
        "Page 1 / 1",
    ],
)
def test_days_years_and_short_numbers_stay(line: str) -> None:
    assert covered(line) == []


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Identifiant 58872907", ["58872907"]),
        (
            "IBAN FR31 1471 9045 7548 9594 3982 Z21",
            ["FR31", "1471", "9045", "7548", "9594", "3982", "Z21"],
        ),
        ("14719 04575 4895943982Z 21 CCA", ["14719", "04575", "4895943982Z", "21"]),
        ("NIR : 2 99 07 75 123 456 78", ["2", "99", "07", "75", "123", "456", "78"]),
        ("No X73915526 du 29/09/2026", ["X73915526"]),
        ("INE:069012907HG", ["INE:069012907HG"]),
    ],
)
def test_long_numbers_are_covered_in_whatever_grouping(line: str, numbers: list[str]) -> None:
    assert covered(line) == numbers

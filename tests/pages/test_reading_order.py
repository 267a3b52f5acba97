"""Reading order: from the left, from the right, and both on one line."""

from __future__ import annotations

import pytest

from docscheck.document import Box, Word
from docscheck.pages.reading_order import in_reading_order, order_lines


def row(printed: str, top: float = 0.1) -> list[Word]:
    """Give words as they stand on paper, from left to right, parted by `|`."""
    return [
        Word(text, Box(0.1 * place, top, 0.1 * place + 0.08, top + 0.02), None)
        for place, text in enumerate(printed.split("|"))
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("née|le|12|mars", "née le 12 mars"),
        ("12|-|2002", "12 - 2002"),
        ("الميلاد|شهادة", "شهادة الميلاد"),
        ("1999|مارس|12|في|ولد", "ولد في 12 مارس 1999"),
        ("4711|رقم", "رقم 4711"),
        ("Jean|Dupont|:|الاسم|الكامل", "الكامل الاسم : Jean Dupont"),
        (
            "Royaume|du|Maroc|:|المغربية|المملكة|(Rabat)",
            "Royaume du Maroc : المملكة المغربية (Rabat)",
        ),
        ("2002|תאריך|הלידה", "הלידה תאריך 2002"),
        ("出生|日期", "出生 日期"),
    ],
)
def test_words_come_as_they_are_read(printed: str, read: str) -> None:
    words = row(printed)
    assert " ".join(word.text for word in in_reading_order(words)) == read
    assert in_reading_order(reversed(words)) == in_reading_order(words)


def test_lines_of_both_kinds_go_from_top_to_bottom() -> None:
    lines = order_lines([*row("الميلاد|شهادة", 0.3), *row("Acte|de|naissance", 0.1)])
    assert [line.text for line in lines] == ["Acte de naissance", "شهادة الميلاد"]

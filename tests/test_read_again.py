"""Two readings of one page are put together word by word."""

from __future__ import annotations

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.pages.places import with_lost_lines


def text(*lines: tuple[tuple[str, float], ...]) -> PageText:
    """Lines of words, each from a left edge on, a tenth of the page wide."""
    return PageText(
        1,
        tuple(
            Line(tuple(Word(w, Box(x, y / 10, x + 0.1, y / 10 + 0.05), 0.9) for w, x in line))
            for y, line in enumerate(lines)
        ),
        Source.OCR,
        "test",
    )


def test_a_word_lost_in_the_middle_of_a_line_is_found_again() -> None:
    first = text((("CARTE", 0.1), ("2026-2027", 0.8)))
    second = text((("CARTE", 0.11), ("ETUDIANT", 0.25), ("2026-2027", 0.8)))
    words = [w.text for line in with_lost_lines(first, second).lines for w in line.words]
    assert sorted(words) == ["2026-2027", "CARTE", "ETUDIANT"]


def test_a_word_that_was_read_is_not_read_twice() -> None:
    first = text((("ARTE", 0.1),), (("Benali", 0.1),))
    second = text((("CARTE", 0.12),), (("Benali", 0.1),))
    words = [w.text for line in with_lost_lines(first, second).lines for w in line.words]
    assert words == ["ARTE", "Benali"]

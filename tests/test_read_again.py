"""Two readings of one page are put together word by word; of two of a zone, one is chosen."""

from __future__ import annotations

from docscheck.document import Box, CheckDigit, Line, Mrz, PageText, Source, Word
from docscheck.pages.places import with_lost_lines
from docscheck.read_page import best_zone


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


def zone(confidence: float, holding: int, of: int = 5) -> Mrz:
    digits = tuple(CheckDigit(f"digit {n}", "1", "1" if n < holding else "2") for n in range(of))
    return Mrz("TD3", ("", ""), digits, 1, None, confidence)


def test_digits_that_hold_on_a_doubtful_reading_do_not_outrank_a_sure_one() -> None:
    printed_wrong, by_chance = zone(0.99, 3), zone(0.26, 4)
    assert best_zone(by_chance, printed_wrong) is printed_wrong
    assert best_zone(None, by_chance) is by_chance


def test_a_proven_reading_of_a_zone_outranks_any_other() -> None:
    proven, sure = zone(0.6, 5), zone(0.99, 4)
    assert best_zone(sure, proven) is proven


def test_of_two_doubtful_readings_the_one_with_more_digits_counts() -> None:
    assert best_zone(zone(0.9, 3), more := zone(0.5, 4)) is more
    assert best_zone() is None

"""Which reading of a value counts: the first, unless it was hardly read and another was not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import cast

from msgspec.structs import replace

from docscheck.classify.score import vocabulary_of
from docscheck.document import Box, Classification, Line, Measures, PageText, Source, Word
from docscheck.page_record import ReadPage
from docscheck.pages.interface import OpenedPage
from docscheck.parts import ClassifiedPage, PartMaker
from docscheck.rulebook.load import load
from docscheck.rulebook.schema import DocumentType

TYPES = load().types
VOCABULARY = vocabulary_of(TYPES)


def year(
    *lines: tuple[str, float],
    near: tuple[tuple[str, float], ...] = (),
    types: Mapping[str, DocumentType] = TYPES,
) -> str | None:
    """The school year of a certificate that prints these lines, each read with this confidence."""
    page = cast("OpenedPage", SimpleNamespace(number=1, size_px=(1240, 1754)))
    looks = (text(near),) if near else ()
    read = ReadPage(page, text(lines), None, Measures(), 0, text_read=True, near=looks)
    entry = ClassifiedPage(read, Classification("school_certificate", 0.9))
    return PartMaker(types, VOCABULARY, date(2026, 11, 23)).values_on(entry).get("school_year")


def text(lines: tuple[tuple[str, float], ...]) -> PageText:
    rows = (line(number, words, sure) for number, (words, sure) in enumerate(lines))
    return PageText(1, tuple(rows), Source.OCR, "a reader")


def line(number: int, words: str, confidence: float) -> Line:
    top = 0.1 + 0.05 * number
    return Line(
        tuple(
            Word(word, Box(0.1 + 0.1 * place, top, 0.19 + 0.1 * place, top + 0.02), confidence)
            for place, word in enumerate(words.split())
        )
    )


def test_the_first_value_counts_when_it_was_read() -> None:
    first, second = "Année universitaire 2026-2027", "Année universitaire 2025-2026"
    assert year((first, 0.9), (second, 0.95)) == "2026-2027"
    assert year((first, 0.3)) == "2026-2027"


def test_a_value_hardly_read_gives_way_to_a_surer_one() -> None:
    hardly, surely = "Année universitaire 2025-2026", "Année universitaire 2026-2027"
    assert year((hardly, 0.3), (surely, 0.9)) == "2026-2027"
    assert year((hardly, 0.3), (surely, 0.4)) == "2025-2026"


def test_what_is_needed_and_was_not_read_is_taken_from_the_next_look() -> None:
    title, year_read = ("CERTIFICAT DE SCOLARITÉ", 0.9), ("Année universitaire 2026-2027", 0.9)
    near = (("Année universitaire 2025-2026", 0.9),)
    needing = {kind: replace(TYPES[kind], needed=(("school_year",),)) for kind in TYPES}
    assert year(title, near=near) is None
    assert year(title, near=near, types=needing) == "2025-2026"
    assert year(year_read, near=near, types=needing) == "2026-2027"

"""Blank, turned and photographed screens: `blank_pages`, `upright`, `screenshot`."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import blank_pages, screenshot, upright
from docscheck.document import Box, Classification, ExaminedFile, Measures, Origin, Page
from docscheck.finding import Context, Issue, Kind, Where
from tests.literal import TODAY, file, page

BLANK = Measures(ink=0.0004, word_count=0)


def judge(*pages: Page) -> list[Issue]:
    subject: ExaminedFile = file("a.pdf", pages=pages)
    context = Context(TODAY)
    return [
        *blank_pages.check(subject, blank_pages.Settings(), context),
        *upright.check(subject, upright.Settings(), context),
        *screenshot.check(subject, screenshot.Settings(), context),
    ]


def test_an_ordinary_page_passes() -> None:
    assert judge(page()) == []


def test_a_page_that_was_not_measured_passes() -> None:
    assert judge(page(measures=Measures())) == []


def test_a_faint_page_with_words_is_not_blank() -> None:
    assert judge(page(measures=Measures(ink=0.001, word_count=6))) == []


def test_a_small_lean_and_a_fine_pattern_pass() -> None:
    lean = Measures(ink=0.1, skew_deg=-7.5, moire=0.4)
    assert judge(page(measures=lean, origin=Origin.PHOTO)) == []


def test_a_pattern_in_a_scan_is_print_not_a_screen() -> None:
    assert judge(page(measures=Measures(ink=0.1, moire=0.9), origin=Origin.SCAN)) == []


def test_one_blank_page_among_others_is_named() -> None:
    assert judge(page(1), page(2, measures=BLANK)) == [
        Issue("quality.blank_page", Kind.FAIL, Where("a.pdf", 2), params={"page": 2})
    ]


def test_a_wholly_blank_file_is_said_once() -> None:
    assert judge(page(1, measures=BLANK), page(2, measures=BLANK)) == [
        Issue("quality.blank_page", Kind.FAIL, Where("a.pdf"), "all")
    ]


def test_a_page_made_by_a_computer_without_a_word_is_blank() -> None:
    empty = page(origin=Origin.BORN_DIGITAL, text_source=None, measures=Measures(word_count=0))
    assert judge(empty) == [Issue("quality.blank_page", Kind.FAIL, Where("a.pdf"), "all")]


def test_nor_is_it_blank_when_nobody_looked_or_its_picture_was_recognised() -> None:
    bare = Measures(word_count=0)
    photo = Classification("id_photo", 0.9)
    assert judge(page(origin=Origin.BORN_DIGITAL, measures=bare, text_read=False)) == []
    assert judge(page(origin=Origin.BORN_DIGITAL, measures=bare, classification=photo)) == []


HEADED = Measures(ink=0.01, word_count=20, ocr_confidence=0.9)


def test_a_sheet_with_a_heading_and_nothing_else_is_all_but_empty() -> None:
    sheet = page(origin=Origin.SCAN, measures=HEADED)
    where = Where("a.pdf", 1)
    assert judge(sheet) == [
        Issue("quality.blank_page", Kind.REVIEW, where, "nearly", {"page": 1}),
    ]


def test_so_is_a_mostly_white_sheet_however_its_words_were_read() -> None:
    thin = replace(HEADED, ink=0.006, ocr_confidence=0.4, word_count=32)
    assert [i.case for i in judge(page(origin=Origin.SCAN, measures=thin))] == ["nearly"]
    assert judge(page(origin=Origin.SCAN, measures=replace(thin, ink=0.02))) == []
    assert judge(page(origin=Origin.SCAN, measures=replace(thin, word_count=41))) == []


def test_nor_is_it_when_it_is_known_a_card_hardly_read_or_shows_somebody() -> None:
    hardly = replace(HEADED, ocr_confidence=0.4)
    card = page(measures=HEADED, width_px=1016, height_px=640)
    somebody = (Box(0.1, 0.1, 0.3, 0.3),)
    known = Classification("school_certificate", 0.9)
    assert judge(page(measures=HEADED, classification=known)) == []
    assert judge(card) == []
    assert judge(page(measures=hardly)) == []
    assert judge(page(measures=HEADED, faces=somebody)) == []


def test_nor_is_a_black_page_of_which_a_zone_was_read() -> None:
    black = Measures(ink=0.0, contrast=0.02, brightness=0.05)
    passport = Classification("passport", 0.97)
    assert judge(page(measures=black, classification=passport)) == []
    assert [issue.case for issue in judge(page(measures=black))] == ["all"]


def test_turned_and_leaning_pages_are_told_apart() -> None:
    leaning = page(2, measures=Measures(ink=0.1, skew_deg=14.0))
    assert judge(page(1, turn_deg=180), leaning) == [
        Issue("quality.rotated", Kind.FAIL, Where("a.pdf", 1), params={"page": 1}),
        Issue("quality.rotated", Kind.FAIL, Where("a.pdf", 2), "skew", {"page": 2}),
    ]


def test_a_capture_fails_and_a_photo_of_a_screen_is_for_review() -> None:
    photo = page(2, origin=Origin.PHOTO, measures=Measures(ink=0.1, moire=0.8))
    assert judge(page(1, origin=Origin.SCREENSHOT), photo) == [
        Issue("quality.screenshot", Kind.FAIL, Where("a.pdf", 1)),
        Issue("quality.screenshot", Kind.REVIEW, Where("a.pdf", 2), "photo"),
    ]

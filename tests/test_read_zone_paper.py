"""Drawn papers through a phone and a scanner: print above the zone, both sides of a card."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from random import Random

import pypdfium2 as pdfium
import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from docscheck.document import Part, Side
from docscheck.examine import Examiner
from docscheck.ocr import load_engine
from docscheck.pages import open_file
from docscheck.pages.interface import Limits
from docscheck.read_again import SecondLook
from docscheck.read_page import PageReader
from docscheck.read_zone_paper import ZonePaperReader
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from specimens.channels import Leaf, ScanWish, phone_pdf, scan
from specimens.identity import TEMPLATES
from specimens.model import Paper, Wish
from specimens.people import draw_person

TODAY = date(2026, 11, 23)
LIMITS = Limits(
    max_pages=5, max_pages_inspected=5, max_pixels_decode=90_000_000, max_side_px=20_000
)

pytestmark = pytest.mark.slow


@cache
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "auto", TODAY))


def paper(name: str, variant: str, nationality: str, seed: int = 7) -> Paper:
    template = next(t for t in TEMPLATES if t.name == name)
    random = Random(seed)
    return template.draw(
        draw_person(random, TODAY, nationality), random, Wish(TODAY, variant=variant)
    )


def value(part: Part, name: str) -> str:
    found = part.field(name)
    return found.value if found is not None else ""


def parts(data: bytes) -> tuple[Part, ...]:
    return examiner().examine(data, "pdf").examined.parts


@pytest.mark.parametrize(
    ("name", "nationality"), [("permit_2020", "MAR"), ("national_id_left", "ITA")]
)
def test_both_sides_on_one_page_photographed_in_uneven_light(name: str, nationality: str) -> None:
    drawn = paper(name, "a4", nationality)
    sent = phone_pdf((Leaf(drawn, 0),), Random(3))
    (part,) = parts(sent.data)
    assert part.side is Side.BOTH
    assert value(part, "issue_date") == drawn.pages[0].fields["issue_date"]


def test_both_sides_beside_each_other_on_one_sheet() -> None:
    drawn = paper("national_id_left", "", "ITA")
    sheet = Image.new("RGB", (2480, 3508), "white")
    with pdfium.PdfDocument(drawn.pdf) as pdf:
        for number, page in enumerate(pdf):
            sheet.paste(
                page.render(scale=300 / 72).to_pil(), (150 + 1150 * number, 400 + 15 * number)
            )
    stream = io.BytesIO()
    shade = Image.linear_gradient("L").rotate(90).resize(sheet.size).point(lambda v: 255 - v // 2)
    ImageChops.multiply(sheet, shade.convert("RGB")).save(stream, "PDF", resolution=300)
    (part,) = parts(stream.getvalue())
    assert part.side is Side.BOTH
    assert value(part, "birth_place") == drawn.pages[0].fields["birth_place"]


def sheet_of(
    front: Paper, back: Paper, front_at: tuple[int, int], back_at: tuple[int, int]
) -> bytes:
    """Lay the front of one card and the back of another on an A4 sheet scanned at 300 dpi."""
    sheet = Image.new("RGB", (2480, 3508), "white")
    for drawn, side, place in ((front, "front", front_at), (back, "back", back_at)):
        number = next(n for n, page in enumerate(drawn.pages) if page.side == side)
        with pdfium.PdfDocument(drawn.pdf) as pdf:
            sheet.paste(pdf[number].render(scale=300 / 72).to_pil(), place)
    stream = io.BytesIO()
    sheet.save(stream, "PDF", resolution=300)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("front_at", "back_at"), [((1150, 500), (150, 1300)), ((150, 2400), (1200, 700))]
)
def test_sides_that_lie_far_out_of_line_are_of_one_card(
    front_at: tuple[int, int], back_at: tuple[int, int]
) -> None:
    drawn = paper("national_id_rows", "", "PRT")
    (part,) = parts(sheet_of(drawn, drawn, front_at, back_at))
    assert part.side is Side.BOTH


def test_somebody_elses_side_out_of_line_is_not() -> None:
    other, own = (paper("national_id_rows", "", "PRT", seed=seed) for seed in (9, 7))
    found = parts(sheet_of(other, own, (1150, 500), (150, 1300)))
    assert Side.BOTH not in {part.side for part in found}


@pytest.mark.parametrize(("seed", "repeats"), [(7, True), (8, False)])
def test_what_lies_above_a_zone_is_of_the_same_card_if_it_repeats_it(
    seed: int, repeats: bool
) -> None:
    back, front = (paper("national_id_left", "", "ITA", seed=number) for number in (7, seed))
    sheet = Image.new("RGB", (2480, 3508), "white")
    for row, (drawn, side) in enumerate(((front, "front"), (back, "back"))):
        place = next(n for n, page in enumerate(drawn.pages) if page.side == side)
        with pdfium.PdfDocument(drawn.pdf) as pdf:
            card = pdf[place].render(scale=300 / 72).to_pil()
        if side == "front":
            # Neither title nor face is left of it.
            card.paste("white", (0, 0, card.width, card.height // 4))
            card.paste("white", (card.width * 2 // 3, 0, card.width, card.height))
        sheet.paste(card, (150, 400 + 700 * row))
    stream = io.BytesIO()
    sheet.save(stream, "PDF", resolution=300)
    opened = open_file(stream.getvalue(), "application/pdf", LIMITS)
    read = PageReader(load_engine(), TODAY).read(next(iter(opened.pages())))
    sides = ZonePaperReader(load_engine(), TODAY).two_sides(read)
    assert sides is not None
    assert sides.repeats_zone is repeats


def test_the_back_of_a_card_alone_has_no_front() -> None:
    drawn = paper("permit_2020", "", "MAR")
    back = next(n for n, page in enumerate(drawn.pages) if page.side == "back")
    sent = scan([[Leaf(drawn, back)]], Random(3), ScanWish(cropped_to_card=False))
    (part,) = parts(sent.data)
    assert part.side is Side.BACK


@pytest.mark.parametrize("seed", [3, 4])
def test_a_passport_that_fills_its_page_is_read_above_its_zone(seed: int) -> None:
    drawn = paper("passport_header", "", "ESP")
    sent = scan([[Leaf(drawn, 0)]], Random(seed), ScanWish(dpi=200, cropped_to_card=True))
    (part,) = parts(sent.data)
    assert value(part, "issue_date") == drawn.pages[0].fields["issue_date"]


@pytest.mark.parametrize("seed", [2, 20])
def test_values_that_labels_in_three_languages_hid_are_read(seed: int) -> None:
    drawn = paper("passport_right_hand", "", "ITA", seed)
    sent = scan([[Leaf(drawn, 0)]], Random(seed), ScanWish(dpi=200, cropped_to_card=True))
    (part,) = parts(sent.data)
    assert value(part, "issue_date") == drawn.pages[0].fields["issue_date"]


def test_the_first_day_of_a_visa_is_read_from_close() -> None:
    drawn = paper("visa_2011", "vls_ts", "MAR")
    sent = scan([[Leaf(drawn, 0)]], Random(5), ScanWish(dpi=200, cropped_to_card=False))
    (part,) = parts(sent.data)
    assert value(part, "valid_from") == drawn.pages[0].fields["valid_from"]
    assert "vls_ts" in part.marks


@pytest.mark.parametrize("seed", [1, 12])
def test_the_passport_number_in_the_small_print_of_a_coarse_scan_is_read(seed: int) -> None:
    drawn = paper("visa_2011", "vls_ts", "MAR", seed)
    sent = scan([[Leaf(drawn, 0)]], Random(seed), ScanWish(dpi=150, cropped_to_card=False))
    (part,) = parts(sent.data)
    assert value(part, "passport_number") == drawn.pages[0].fields["passport_number"]


def test_a_proven_zone_vouches_for_a_picture_of_which_hardly_a_word_was_read() -> None:
    drawn = paper("visa_2011", "vls_ts", "MAR")
    sent = scan([[Leaf(drawn, 0)]], Random(5), ScanWish(dpi=150, cropped_to_card=False))
    page = next(iter(open_file(sent.data, "application/pdf", LIMITS).pages()))
    read = PageReader(load_engine(), TODAY).read(page)
    assert read.mrz is not None
    assert read.mrz.proven
    poor = replace(read, measures=replace(read.measures, ocr_confidence=0.3))
    again = SecondLook(load_engine())
    assert next(again.in_bands(poor)).near
    assert list(again.in_bands(replace(poor, mrz=None))) == []

"""Several small papers on one page, drawn by a computer: whose words are whose."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from docscheck.document import Box, Examined, Side
from docscheck.examine import Examiner
from docscheck.read_papers import parted
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from tests.literal import TODAY

ZONE = (
    "IRFRAF3RT7K92P99912345678<<<<<",
    "0403173F2709307MAR<<<<<<<<<<<6",
    "BENNANI<EL<IDRISSI<<YASMINE<<<",
)


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "none", TODAY))


def as_text(page: Canvas) -> None:
    page.setFont("Courier", 10)
    for number, line in enumerate(ZONE):
        page.drawString(44 * mm, (134 - 5 * number) * mm, line)


def as_picture(page: Canvas) -> None:
    """Set in OCR-B at 600 dpi, ten characters an inch."""
    strip = Image.new("L", (1900, 420), 255)
    face = ImageFont.truetype("OCRB.otf", 100)
    for number, line in enumerate(ZONE):
        for column, character in enumerate(line):
            ImageDraw.Draw(strip).text((20 + 60 * column, 20 + 120 * number), character, 0, face)
    page.drawInlineImage(strip, 43 * mm, 121 * mm, 80.4 * mm, 17.8 * mm)


def both_sides(draw_zone: Callable[[Canvas], None]) -> bytes:
    """A permit's two sides one above the other, the zone on a white strip as on the real card."""
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=(210 * mm, 297 * mm))
    for bottom, tint in ((200, 54), (120, 36)):
        page.setFillColorRGB(0.85, 0.9, 0.93)
        page.rect(40 * mm, (bottom + 54 - tint) * mm, 85.6 * mm, tint * mm, stroke=0, fill=1)
    page.setFillGray(0)
    page.setFont("Helvetica", 7)
    front = ("TITRE DE SÉJOUR   RESIDENCE PERMIT", "NOM / SURNAME", "BENNANI EL IDRISSI")
    for number, line in enumerate((*front, "DATE D'EXPIRATION / EXPIRY DATE", "30 09 2027")):
        page.drawString(44 * mm, (248 - 7 * number) * mm, line)
    back = ("LIEU DE NAISSANCE / PLACE OF BIRTH", "FES", "REMARQUES / REMARKS", "ÉTUDIANT")
    for number, line in enumerate(back):
        page.drawString(44 * mm, (168 - 6 * number) * mm, line)
    draw_zone(page)
    page.save()
    return stream.getvalue()


@pytest.mark.parametrize("draw_zone", [as_text, as_picture])
def test_a_zone_on_a_white_strip_belongs_to_the_card_above_it(
    examiner: Examiner, draw_zone: Callable[[Canvas], None]
) -> None:
    found: Examined = examiner.examine(both_sides(draw_zone), "pdf").examined
    zones = [part.mrz.lines for part in found.parts if part.mrz is not None]
    assert zones == [ZONE]
    assert {part.classification.type for part in found.parts} == {"residence_permit"}
    assert {part.side for part in found.parts} in ({Side.FRONT, Side.BACK}, {Side.BOTH})


def test_a_page_is_parted_below_each_zone_where_no_paper_was_found() -> None:
    upper, lower = Box(0.2, 0.3, 0.7, 0.34), Box(0.1, 0.68, 0.6, 0.72)
    cut = pytest.approx(0.364)
    first, second = parted((), (lower, upper))
    assert (first.top, first.bottom, second.top, second.bottom) == (0, cut, cut, 1)
    beside = Box(0.1, 0.3, 0.4, 0.34), Box(0.6, 0.3, 0.9, 0.34)
    both = Box(0.05, 0.1, 0.45, 0.4), Box(0.55, 0.1, 0.95, 0.4)
    assert parted(both, beside) == both

"""The strip of an IBAN read again, by the real engine, from boxes as banks draw them."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from docscheck.document import Standing
from docscheck.examine import Examiner
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from tests.literal import TODAY

pytestmark = pytest.mark.slow
NUMBER = "FR1420041010050500013M02606"


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "auto", TODAY))


def boxed(number: str, face: str, box_mm: float) -> bytes:
    """A scan at 200 dpi of a RIB whose IBAN stands in ruled boxes, four characters in each."""

    def px(mm: float) -> int:
        return round(mm * 200 / 25.4)

    sheet = Image.new("L", (px(210), px(297)), 250)
    pen = ImageDraw.Draw(sheet)
    title, small, figures = (ImageFont.truetype(face, px(size)) for size in (6.0, 3.2, 3.8))
    pen.text((px(25), px(30)), "Relevé d'identité bancaire", 30, title)
    pen.text((px(25), px(50)), "Titulaire du compte : Mme Amina TESTARD", 30, small)
    pen.text((px(25), px(75)), "IBAN (International Bank Account Number)", 30, small)
    groups = [number[at : at + 4] for at in range(0, len(number), 4)]
    for place, group in enumerate(groups):
        left = 25 + place * box_mm
        pen.rectangle((px(left), px(81), px(left + box_mm), px(89)), outline=60, width=2)
        pen.text((px(left + box_mm / 2), px(85)), group, 20, figures, anchor="mm")
    pen.text((px(25), px(100)), "BIC : PSSTFRPPPAR", 30, small)
    stream = io.BytesIO()
    sheet.save(stream, "PNG", dpi=(200, 200))
    return stream.getvalue()


@pytest.mark.parametrize("face", ["LiberationSans-Regular.ttf", "DejaVuSans.ttf"])
@pytest.mark.parametrize("box_mm", [14.0, 18.0, 22.0])
def test_an_iban_in_ruled_boxes_is_read_whole(examiner: Examiner, face: str, box_mm: float) -> None:
    (part,) = examiner.examine(boxed(NUMBER, face, box_mm), "png").examined.parts
    found = part.field("iban")
    assert found is not None
    assert (found.value, found.standing) == (NUMBER, Standing.PROVEN)


def test_a_wrong_number_stays_wrong(examiner: Examiner) -> None:
    wrong = NUMBER[:-1] + "7"
    (part,) = examiner.examine(
        boxed(wrong, "LiberationSans-Regular.ttf", 18.0), "png"
    ).examined.parts
    found = part.field("iban")
    assert found is None or found.standing is not Standing.PROVEN

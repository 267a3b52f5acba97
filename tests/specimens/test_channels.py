from __future__ import annotations

from io import BytesIO
from random import Random

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageOps
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from specimens.channels import (
    SPOILS,
    Channel,
    Leaf,
    PhotoWish,
    ScanWish,
    Sent,
    Spoil,
    broken,
    native,
    phone_pdf,
    photo,
    scan,
    screenshot,
)
from specimens.model import PageTruth, Paper

SMALL = PhotoWish(megapixels=0.8, quality=85)


def _leaf(width_mm: float, height_mm: float) -> Leaf:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width_mm * mm, height_mm * mm), invariant=1)
    canvas.setFont("Helvetica", 9)
    for row in range(1, int(height_mm * mm / 14)):
        canvas.drawString(10, height_mm * mm - row * 14, f"SPECIMEN row {row} of printed text")
    canvas.save()
    truth = PageTruth("other", "whole", {})
    return Leaf(Paper("other", "test", out.getvalue(), (truth,), (width_mm, height_mm)))


SHEET = _leaf(210, 297)
CARD = _leaf(85.6, 54)


def _pages(sent: Sent) -> int:
    return len(pdfium.PdfDocument(sent.data))


def _first_page(sent: Sent) -> Image.Image:
    if sent.data.startswith(b"%PDF"):
        return pdfium.PdfDocument(sent.data)[0].render(scale=1).to_pil().convert("L")
    return ImageOps.exif_transpose(Image.open(BytesIO(sent.data))).convert("L")


def _darkest(sent: Sent) -> int:
    return int(np.asarray(_first_page(sent)).min())


ALL = {
    "native": lambda rng: native([SHEET, CARD]),
    "scan": lambda rng: scan([[SHEET]], rng, ScanWish(dpi=100)),
    "photo": lambda rng: photo(CARD, rng, SMALL),
    "phone_pdf": lambda rng: phone_pdf((SHEET,), rng, SMALL),
    "screenshot": lambda rng: screenshot(SHEET, rng),
}


@pytest.mark.parametrize("name", ALL)
def test_one_seed_gives_the_same_bytes_and_another_does_not(name: str) -> None:
    first, again, other = (ALL[name](Random(seed)) for seed in (4, 4, 5))
    assert first.data == again.data
    assert (first.data == other.data) is (name == "native")


@pytest.mark.parametrize("name", ALL)
def test_every_file_says_that_it_is_a_specimen(name: str) -> None:
    sent = ALL[name](Random(1))
    assert sent.channel == Channel(name)
    if sent.suffix == ".pdf":
        with pikepdf.open(BytesIO(sent.data)) as pdf:
            assert "SPECIMEN" in str(pdf.docinfo["/Subject"])
    else:
        picture = Image.open(BytesIO(sent.data))
        said = {**picture.info, **dict(picture.getexif())}
        assert any("SPECIMEN" in str(value) for value in said.values())


def test_a_native_pdf_keeps_its_text_and_its_order() -> None:
    sent = native([SHEET, CARD])
    document = pdfium.PdfDocument(sent.data)
    assert len(document) == len(sent.pages) == 2
    assert document[0].get_width() > document[1].get_width()
    assert "printed text" in document[1].get_textpage().get_text_range()


def test_a_scan_has_no_text_and_the_size_of_the_glass() -> None:
    sent = scan([[CARD, CARD], [SHEET]], Random(2), ScanWish(dpi=100))
    document = pdfium.PdfDocument(sent.data)
    assert len(document) == 2
    assert [len(page.leaves) for page in sent.pages] == [2, 1]
    for page in document:
        assert page.get_width() == pytest.approx(595, abs=4)
        assert page.get_textpage().get_text_range() == ""


def test_a_turned_scan_stands_on_its_side() -> None:
    page = pdfium.PdfDocument(scan([[SHEET]], Random(2), ScanWish(dpi=100, turned=90)).data)[0]
    assert page.get_width() > page.get_height()


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_exif_orientation_brings_the_photo_upright(orientation: int) -> None:
    wish = PhotoWish(megapixels=0.8, quality=90, orientation=orientation)
    stored = Image.open(BytesIO(photo(SHEET, Random(3), wish).data))
    upright = ImageOps.exif_transpose(stored)
    assert (stored.width > stored.height) is (orientation in (6, 8))
    reference = photo(SHEET, Random(3), PhotoWish(megapixels=0.8, quality=90, orientation=1))
    plain = np.asarray(_first_page(reference), dtype=float)
    difference = np.abs(np.asarray(upright.convert("L"), dtype=float) - plain)
    assert difference.mean() < 4


def test_a_photo_keeps_within_the_bytes_asked_for() -> None:
    wish = PhotoWish(megapixels=2.0, quality=92, most_bytes=150_000)
    assert len(photo(SHEET, Random(6), wish).data) <= 150_000


@pytest.mark.parametrize("name", SPOILS)
def test_a_spoiled_picture_has_lost_the_deciding_print(name: str) -> None:
    spoil = Spoil(name, (0.0, 0.3, 1.0, 1.0))
    wish = ScanWish(dpi=150, spoil=spoil, grey=True)
    plain = scan([[SHEET]], Random(8), ScanWish(dpi=150, grey=True))
    spoiled = scan([[SHEET]], Random(8), wish)
    assert spoiled.pages[0].spoiled == name
    assert _detail(spoiled) < 0.4 * _detail(plain)


def _detail(sent: Sent) -> float:
    """Give the edges of letters left in the lower part of the page, at one size."""
    page = _first_page(sent)
    picture = np.asarray(page.resize((595, round(595 * page.height / page.width))), dtype=float)
    lower = picture[250:800]
    if lower.shape[0] < 200:
        return 0.0
    return float(np.percentile(np.abs(np.diff(lower, axis=1)), 97))


def test_an_unknown_defect_is_refused() -> None:
    with pytest.raises(ValueError, match="folded"):
        scan([[SHEET]], Random(1), ScanWish(dpi=100, spoil=Spoil("folded")))


def test_broken_files_are_broken_the_way_they_say() -> None:
    whole = native([SHEET])
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(broken.encrypted(whole).data))
    with pikepdf.open(BytesIO(broken.encrypted(whole).data), password=broken.PASSWORD) as opened:
        assert len(opened.pages) == 1
    assert broken.empty(whole).data == b""
    assert whole.data.startswith(broken.truncated(whole, Random(1)).data)
    assert _pages(broken.blank_page()) == 1
    assert _darkest(broken.blank_page()) == 255
    with pikepdf.open(BytesIO(broken.without_pages().data)) as opened:
        assert len(opened.pages) == 0
    assert broken.misnamed(whole).suffix == ".jpg"
    assert broken.misnamed(photo(CARD, Random(1), SMALL)).suffix == ".pdf"


def test_an_encrypted_file_is_the_same_every_time() -> None:
    assert broken.encrypted(native([SHEET])).data == broken.encrypted(native([SHEET])).data

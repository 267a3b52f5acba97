"""Text layers: honest ones of every make are believed, others are not."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from docscheck.document import Origin, Source
from docscheck.layer_evidence import is_borne_out
from docscheck.ocr import load_engine
from docscheck.page_record import ReadPage
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, OpenedPage
from docscheck.read_page import PageReader
from tests.pages.drawn import A4, encoded, saved, scan_pdf
from tests.pages.layers import (
    FONTS,
    PRINTED,
    printed,
    rotated_alphabet,
    told_otherwise,
    under_picture,
)

ENGINE = load_engine("auto")
FACES = (
    "liberation/LiberationSans-Regular.ttf",
    "liberation/LiberationSerif-Italic.ttf",
    "liberation/LiberationMono-BoldItalic.ttf",
    "dejavu/DejaVuSansCondensed-Oblique.ttf",
    "crosextra/Carlito-Regular.ttf",
    "crosextra/Caladea-BoldItalic.ttf",
    "lato/Lato-Hairline.ttf",
)
OTHER_PAPER = (
    "BANQUE RÉGIONALE DU PONANT",
    "Relevé de compte courant numéro 55501234",
    "Monsieur Oscar LINDQVIST",
    "Solde créditeur au 31 décembre 2025",
    "Agence principale boulevard maritime",
)


def opened(data: bytes) -> OpenedPage:
    return next(iter(open_file(data, "application/pdf", Limits()).pages()))


def read(data: bytes) -> ReadPage:
    return PageReader(ENGINE, date(2026, 11, 25)).read(opened(data))


def scan_of(data: bytes, dpi: int = 150) -> bytes:
    drawn = np.array(pdfium.PdfDocument(data)[0].render(scale=dpi / 72, grayscale=True).to_numpy())
    return scan_pdf(encoded(drawn.reshape(drawn.shape[:2])), dpi)


@pytest.mark.parametrize("face", [*FACES, "Helvetica", "Times-Italic", "Courier"])
def test_common_faces_are_borne_out(face: str) -> None:
    page = opened(printed(face))
    assert is_borne_out(page, ENGINE)
    if "Mono" not in face and "Courier" not in face:
        assert page.doubts() == ()


@pytest.mark.parametrize("points", [6, 7, 9, 16])
def test_print_of_any_size_is_borne_out(points: float) -> None:
    page = opened(printed(points=points))
    assert is_borne_out(page, ENGINE)
    assert points < 9 or page.doubts() == ()


@pytest.mark.parametrize("face", FACES)
def test_letters_that_are_told_as_others_are_no_evidence(face: str) -> None:
    seen = read(told_otherwise(printed(face), rotated_alphabet()))
    assert seen.layer_differs
    assert seen.text is not None
    assert seen.text.source is Source.OCR
    assert "2026-2027" in seen.text.text


def test_other_scripts_are_no_alarm() -> None:
    def draw(page: canvas.Canvas) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        pdfmetrics.registerFont(TTFont("Naskh", str(FONTS / "noto/NotoNaskhArabic-Regular.ttf")))
        page.setFont("STSong-Light", 12)
        page.drawString(60, 700, "出生医学证明 姓名 王小明 出生日期 2004年3月14日")
        page.setFont("Naskh", 12)
        page.drawString(60, 600, "شهادة ميلاد الجمهورية 2004")

    assert is_borne_out(opened(canvas_pdf(draw)), ENGINE)


@pytest.mark.parametrize("face", ["fifthhorseman/dkg.ttf", "fifthhorseman/dkgBI.ttf"])
def test_handwriting_is_no_alarm(face: str) -> None:
    assert is_borne_out(opened(printed(face, 14)), ENGINE)


def test_bitmap_fonts_of_tex_are_borne_out() -> None:
    assert is_borne_out(opened(type3_page("CERTIFICAT DE SCOLARITE 2026 FAIT LE 14 MARS")), ENGINE)


def test_bold_by_printing_twice_and_a_watermark_are_no_alarm() -> None:
    def draw(page: canvas.Canvas) -> None:
        page.setFont("Helvetica", 12)
        for row, line in enumerate(PRINTED):
            page.drawString(60, 700 - 30 * row, line)
            page.drawString(60.3, 700 - 30 * row, line)
        page.setFont("Helvetica-Bold", 70)
        page.setFillGray(0.85)
        page.translate(100, 250)
        page.rotate(45)
        page.drawString(0, 0, "DUPLICATA")

    assert opened(canvas_pdf(draw)).doubts() == ()


def test_values_printed_over_others_are_read_from_the_drawing() -> None:
    def draw(page: canvas.Canvas) -> None:
        page.setFont("Helvetica", 12)
        for row, line in enumerate(PRINTED):
            page.drawString(60, 700 - 30 * row, line)
        for row, new in enumerate(("Monsieur Oscar LINDQVIST", "born 31/12/1999 Malmoe, number 5")):
            page.setFillGray(1)
            page.rect(55, 665 - 30 * row, 400, 20, stroke=0, fill=1)
            page.setFillGray(0)
            page.drawString(60, 670 - 30 * row, new)

    seen = read(canvas_pdf(draw))
    assert seen.text is not None
    assert "LINDQVIST" in seen.text.text
    assert "DURAND" not in seen.text.text


def test_words_never_drawn_beside_print_are_compared_with_the_picture() -> None:
    """A scan with a printed head is no scan by its words; its layer is a claim all the same."""

    def with_head(data: bytes) -> bytes:
        pdf = pikepdf.open(io.BytesIO(data))
        head = "Document transmis par la plate-forme des inscriptions, page une sur une, copie"
        rows = f"BT 0 Tr /F0 9 Tf 60 20 Td ({head}) Tj ET"
        pdf.pages[0].contents_add(rows.encode("cp1252"))
        return saved(pdf)

    scan = scan_of(printed(points=12))
    assert not read(with_head(under_picture(scan, PRINTED))).layer_differs
    assert opened(with_head(under_picture(scan, PRINTED))).origin is Origin.SCAN
    seen = read(with_head(under_picture(scan, OTHER_PAPER)))
    assert seen.layer_differs
    assert seen.text is not None
    assert "DURAND" in seen.text.text
    assert "plate-forme" in seen.text.text


def test_layer_of_another_paper_under_a_scan_is_told() -> None:
    scan = scan_of(printed(points=12))
    assert read(under_picture(scan, OTHER_PAPER)).layer_differs


def test_layer_of_a_scanner_with_mistakes_is_no_alarm() -> None:
    poor = tuple(line.replace("é", "e").replace("l", "1").replace("u", "ii") for line in PRINTED)
    scan = scan_of(printed(points=12))
    assert not read(under_picture(scan, PRINTED)).layer_differs
    assert not read(under_picture(scan, poor)).layer_differs


def test_without_an_engine_the_layer_is_all_there_is() -> None:
    page = opened(told_otherwise(printed(), rotated_alphabet()))
    assert is_borne_out(page, load_engine("none"))


def canvas_pdf(draw: Callable[[canvas.Canvas], None]) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    draw(page)
    page.save()
    return out.getvalue()


def type3_page(text: str, points: int = 14) -> bytes:
    """A page in a Type 3 font whose letters are pictures, as old TeX makes them."""
    pdf, size = pikepdf.new(), 60
    page = pdf.add_blank_page(page_size=A4)
    letters = sorted(set(text))
    procedures = {}
    sheet = pdfium.PdfDocument(printed_letters(letters, size))[0].render(grayscale=True).to_numpy()
    sheet = sheet.reshape(sheet.shape[:2])
    for number, letter in enumerate(letters):
        cell = Image.fromarray(255 - sheet[:, number * size : (number + 1) * size]).convert("1")
        bits = cell.tobytes()
        picture = f"{size} 0 0 0 {size} {size} d1 {size} 0 0 {size} 0 0 cm BI /W {size} /H {size} "
        head = picture + "/IM true /BPC 1 /D [1 0] ID "
        procedures[f"/g{ord(letter)}"] = pdf.make_stream(head.encode() + bits + b" EI")
    names = [pikepdf.Name(f"/g{ord(letter)}") for letter in letters]
    low = ord(letters[0])
    differences = [x for c, n in zip(letters, names, strict=True) for x in (ord(c), n)]
    rows = "\n".join(f"<{ord(c):02X}> <{ord(c):04X}>" for c in letters)
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontBBox=[0, 0, size, size],
        FontMatrix=[1 / size, 0, 0, 1 / size, 0, 0],
        CharProcs=pikepdf.Dictionary(procedures),
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=differences),
        FirstChar=low,
        LastChar=ord(letters[-1]),
        Widths=[size * 0.7] * (ord(letters[-1]) - low + 1),
        ToUnicode=pdf.make_stream(
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
                "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange "
                f"{len(letters)} beginbfchar\n{rows}\nendbfchar endcmap end end"
            ).encode()
        ),
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=font))
    page.Contents = pdf.make_stream(f"BT /F0 {points} Tf 60 700 Td ({text}) Tj ET".encode())
    return saved(pdf)


def printed_letters(letters: list[str], size: int) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(size * len(letters), size))
    page.setFont("Times-Roman", size * 0.8)
    for number, letter in enumerate(letters):
        page.drawString(number * size + 4, size * 0.25, letter)
    page.save()
    return out.getvalue()

"""PDF files: what honest ones give, and what broken, locked and hostile ones raise."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from reportlab.pdfgen import canvas

from docscheck.document import Origin, Source
from docscheck.losses import Trouble
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, OpenedPage, Purpose, Unopenable
from tests.hostile import active, structure
from tests.hostile.raw_pdf import certificate, print_of, with_catalogue
from tests.pages.drawn import A4, TITLE, encoded, paper, photo, saved, scan_pdf, scanned, words_of

PDF = "application/pdf"


def first_page(data: bytes, limits: Limits | None = None) -> OpenedPage:
    return next(iter(open_file(data, PDF, limits or Limits()).pages()))


def trouble(data: bytes, limits: Limits | None = None) -> Trouble:
    with pytest.raises(Unopenable) as caught:
        first_page(data, limits).raster()
    return caught.value.trouble


def canvas_pdf(draw: object, size: tuple[float, float] = A4) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=size)
    draw(page)  # type: ignore[operator]  # a function of the canvas
    page.save()
    return out.getvalue()


def test_text_page_gives_every_word_in_order_with_its_place() -> None:
    page = first_page(paper())
    text = page.embedded_text()
    assert text is not None
    assert text.text.split() == words_of(paper())
    assert (text.source, text.engine, text.lines[0].text) == (
        Source.TEXT_LAYER,
        "pdfium",
        TITLE,
    )
    box = text.lines[0].box
    assert box.left == pytest.approx(61 / 595, abs=0.01)
    assert box.bottom == pytest.approx(72 / 842, abs=0.01)
    assert page.hidden_text() is None
    assert (page.origin, page.dpi, page.size_px, page.text_turn_deg) == (
        Origin.BORN_DIGITAL,
        None,
        (1240, 1754),
        0,
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_stand_on_their_ink_however_the_page_is_rotated(turn: int) -> None:
    pdf = pikepdf.open(io.BytesIO(paper()))
    pdf.pages[0].Rotate = turn
    page = first_page(saved(pdf))
    assert page.text_turn_deg == (-turn) % 360
    assert_words_on_ink(page)
    page.stand_upright((-turn) % 360)
    assert (page.text_turn_deg, page.size_px) == (0, (1240, 1754))
    text = page.embedded_text()
    assert text is not None
    assert text.lines[0].text == TITLE
    assert_words_on_ink(page)


def assert_words_on_ink(page: OpenedPage) -> None:
    raster, text = page.raster(), page.embedded_text()
    assert text is not None
    for line in text.lines:
        for word in line.words:
            assert raster.crop(word.box).pixels.min() < 140, word


def test_text_drawn_sideways_tells_the_turn_it_needs() -> None:
    def draw(page: canvas.Canvas) -> None:
        page.rotate(90)
        page.setFont("Helvetica", 12)
        for row in range(10):
            page.drawString(60, -60 - 20 * row, "une ligne imprimée en travers de la feuille")

    page = first_page(canvas_pdf(draw))
    assert page.text_turn_deg == 90
    page.stand_upright(90)
    text = page.embedded_text()
    assert text is not None
    assert text.lines[0].text == "une ligne imprimée en travers de la feuille"


def test_cropped_page_maps_words_to_what_is_visible() -> None:
    pdf = pikepdf.open(io.BytesIO(paper()))
    pdf.pages[0].CropBox = [50, 500, 595, 842]
    page = first_page(saved(pdf))
    assert_words_on_ink(page)
    hidden = page.hidden_text()
    assert hidden is not None
    assert len(hidden.text.split()) > 50


def test_hidden_words_are_kept_apart_from_seen_ones() -> None:
    def draw(page: canvas.Canvas) -> None:
        page.setFont("Helvetica", 11)
        page.drawString(60, 700, "visible words in print")
        page.setFillGray(1)
        page.drawString(60, 600, "whiteword")
        page.setFillGray(0)
        page.drawString(60, 900, "offpageword")
        page.setFont("Helvetica", 1)
        page.drawString(60, 500, "tinyword")
        page.setFont("Helvetica", 11)
        invisible = page.beginText(60, 400)
        invisible.setTextRenderMode(3)
        invisible.textOut("mode3word")
        page.drawText(invisible)
        visible = page.beginText(60, 300)
        visible.setTextRenderMode(0)
        visible.textOut("coveredword")
        page.drawText(visible)
        page.setFillGray(1)
        page.rect(50, 290, 200, 30, stroke=0, fill=1)

    page = first_page(canvas_pdf(draw))
    seen, hidden = page.embedded_text(), page.hidden_text()
    assert seen is not None
    assert hidden is not None
    assert seen.text == "visible words in print"
    assert set(hidden.text.split()) == {
        "whiteword",
        "offpageword",
        "tinyword",
        "mode3word",
        "coveredword",
    }


def test_pale_print_is_not_hidden() -> None:
    def draw(page: canvas.Canvas) -> None:
        page.setFillGray(0.85)
        page.drawString(60, 700, "watermark")
        page.setFillGray(0)
        page.rect(50, 590, 200, 30, fill=1)
        page.setFillGray(1)
        page.drawString(60, 600, "reversed")

    page = first_page(canvas_pdf(draw))
    text = page.embedded_text()
    assert text is not None
    assert text.text.split() == ["watermark", "reversed"]
    assert page.hidden_text() is None


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_scan_is_decoded_from_its_own_jpeg_as_it_would_be_drawn(turn: int) -> None:
    data = scan_pdf(encoded(scanned(300), quality=85), 300, turn)
    page = first_page(data)
    assert page.origin is Origin.SCAN
    assert page.dpi == pytest.approx(300, abs=1)
    assert page.embedded_text() is None
    text, detail = page.raster(), page.raster(Purpose.DETAIL)
    assert min(text.pixels.shape) == 1240
    assert text.dpi == pytest.approx(150, abs=1)
    assert min(detail.pixels.shape) >= 2400
    assert drawn_difference(data, text.pixels) < 4


def drawn_difference(data: bytes, pixels: np.ndarray) -> float:
    """Mean grey levels between `pixels` and the page as a viewer shows it."""
    import pypdfium2 as pdfium
    from PIL import Image

    image = pdfium.PdfDocument(data)[0].render(scale=2).to_pil().convert("L")
    shown = np.asarray(image.resize((pixels.shape[1], pixels.shape[0]), Image.Resampling.BOX))
    return float(np.mean(np.abs(shown.astype(float) - pixels)))


def test_cmyk_scan_looks_as_in_a_viewer() -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(scanned(150)).convert("CMYK").save(out, "JPEG", quality=90)
    data = scan_pdf(out.getvalue(), 150)
    page = first_page(data)
    assert page.origin is Origin.SCAN
    assert drawn_difference(data, page.raster().pixels) < 4


def test_scan_with_the_words_of_an_ocr_program_stays_a_scan() -> None:
    pdf = pikepdf.open(io.BytesIO(scan_pdf(encoded(scanned(150)), 150)))
    page = pdf.pages[0]
    page.Resources.Font = pikepdf.Dictionary(
        F0=pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    words = b"BT 3 Tr /F0 10 Tf 60 720 Td (words that somebody else has read on this page) Tj ET"
    page.contents_add(words)
    opened = first_page(saved(pdf))
    text = opened.embedded_text()
    assert opened.origin is Origin.SCAN
    assert text is not None
    assert text.text == "words that somebody else has read on this page"
    assert opened.hidden_text() is None


def test_mirrored_or_masked_image_is_drawn_not_taken_raw() -> None:
    plain = scan_pdf(encoded(scanned(150)), 150)
    pdf = pikepdf.open(io.BytesIO(plain))
    box = pdf.pages[0].mediabox
    pdf.pages[0].Contents = pdf.make_stream(
        f"q -{box[2]} 0 0 {box[3]} {box[2]} 0 cm /Im0 Do Q".encode()
    )
    data = saved(pdf)
    page = first_page(data)
    assert page.origin is Origin.SCAN
    mirrored = page.raster().pixels
    assert drawn_difference(data, mirrored) < 6
    assert drawn_difference(data, mirrored[:, ::-1]) > 9


def test_photo_saved_as_pdf_is_a_photo() -> None:
    page = first_page(scan_pdf(encoded(photo(), quality=85), 72))
    assert page.origin is Origin.PHOTO
    assert page.dpi is None
    assert min(page.raster().pixels.shape) == 1500


def test_pages_come_in_order_and_no_more_than_asked() -> None:
    pdf = pikepdf.new()
    for height in range(300, 330):
        pdf.add_blank_page(page_size=(200, height))
    file = open_file(saved(pdf), PDF, Limits(max_pages_inspected=4))
    assert file.container.page_count == 30
    assert [page.number for page in file.pages()] == [1, 2, 3, 4]
    file.close()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Trouble.EMPTY),
        (b"%PDF-1.7\n", Trouble.CORRUPT),
        (b"<html>not a pdf</html>", Trouble.CORRUPT),
        (scan_pdf(encoded(scanned(100)), 100)[:9000], Trouble.CORRUPT),
        (saved(pikepdf.new()), Trouble.CORRUPT),
    ],
    ids=["empty", "header", "html", "truncated", "zero-page"],
)
def test_what_cannot_be_opened_says_why(data: bytes, expected: Trouble) -> None:
    assert trouble(data) is expected


def test_locked_by_a_password() -> None:
    pdf = pikepdf.open(io.BytesIO(paper()))
    data = saved(pdf, encryption=pikepdf.Encryption(user="u", owner="o", R=6))
    assert trouble(data) is Trouble.ENCRYPTED


def test_permissions_alone_do_not_lock() -> None:
    pdf = pikepdf.open(io.BytesIO(paper()))
    forbids = pikepdf.Permissions(extract=False, print_lowres=False, print_highres=False)
    data = saved(pdf, encryption=pikepdf.Encryption(user="", owner="o", R=6, allow=forbids))
    file = open_file(data, PDF, Limits())
    assert (file.container.encrypted, file.container.restricted) == (True, True)
    text = next(iter(file.pages())).embedded_text()
    assert text is not None
    assert text.lines[0].text == TITLE


def test_lost_cross_reference_table_is_repaired_and_told() -> None:
    data = paper()
    broken = data[: data.rindex(b"xref\n0")] if b"xref\n0" in data else data
    file = open_file(broken + b"\n%%EOF", PDF, Limits())
    assert file.container.repaired
    text = next(iter(file.pages())).embedded_text()
    assert text is not None
    assert text.lines[0].text == TITLE
    assert not open_file(data, PDF, Limits()).container.repaired


def test_active_content_and_signature_are_named() -> None:
    pdf = pikepdf.open(io.BytesIO(paper()))
    name, text = pikepdf.Name, pikepdf.String
    pdf.Root.OpenAction = pikepdf.Dictionary(S=name.JavaScript, JS=text("app.alert(1)"))
    pdf.attachments["a.txt"] = b"attached"
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=[pikepdf.Dictionary(FT=name.Sig, V=pikepdf.Dictionary(Type=name.Sig))],
        XFA=text("<xdp/>"),
        SigFlags=3,
    )
    action = pikepdf.Dictionary(S=name.URI, URI=text("https://example.org"))
    launch = pikepdf.Dictionary(S=name.Launch, F=text("x"))
    pdf.pages[0].Annots = [
        pikepdf.Dictionary(Type=name.Annot, Subtype=name.Link, Rect=[0, 0, 1, 1], A=a)
        for a in (action, launch)
    ]
    container = open_file(saved(pdf), PDF, Limits()).container
    assert container.active == ("attachment", "form", "javascript", "launch", "uri", "xfa")
    assert container.signed
    plain = open_file(paper(), PDF, Limits()).container
    assert (plain.active, plain.signed) == ((), False)


def test_malformed_catalogue_is_not_a_fall() -> None:
    pdf = pikepdf.open(io.BytesIO(paper()))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=3, SigFlags=pikepdf.Name.Odd)
    pdf.Root.OpenAction = pikepdf.String("odd")
    pdf.Root.Names = pikepdf.Array([1])
    pdf.Root.AA = pikepdf.Dictionary(O=7)
    pdf.pages[0].obj.Annots = pikepdf.Array([1, pikepdf.Dictionary(A=pikepdf.Array())])
    container = open_file(saved(pdf), PDF, Limits()).container
    assert (container.active, container.signed) == ((), False)


@pytest.mark.parametrize("size", [(14_400, 14_400), (14_400, 20), (20, 14_400)])
def test_largest_legal_page_is_drawn_small(size: tuple[int, int]) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=size)
    raster = first_page(saved(pdf)).raster(Purpose.DETAIL)
    assert max(raster.pixels.shape) <= 3_509


def test_page_beyond_the_legal_size_is_refused() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.pages[0].MediaBox = [0, 0, 200_000, 200_000]
    assert trouble(saved(pdf)) is Trouble.LIMIT


def test_swelling_instructions_are_refused_unread() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    stream = pikepdf.Stream(pdf, zlib.compress(b"q Q " * 500_000))
    stream.Filter = pikepdf.Name.FlateDecode
    page.Contents = pikepdf.Array([pdf.make_indirect(stream)])
    data = saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert trouble(data, Limits(max_content_bytes=1_000_000)) is Trouble.LIMIT


def test_too_many_pages_are_refused() -> None:
    pdf = pikepdf.new()
    for _ in range(12):
        pdf.add_blank_page(page_size=(200, 200))
    assert trouble(saved(pdf), Limits(max_pages=10)) is Trouble.TOO_MANY_PAGES


@pytest.mark.parametrize(
    ("before", "points", "hidden"),
    [("", 1.9, 8), ("", 2.5, 0), ("0.1 0 0 0.1 0 0 cm", 19, 8), ("0.1 0 0 0.1 0 0 cm", 60, 0)],
)
def test_type_under_two_points_is_hidden_however_it_is_set(
    before: str, points: float, hidden: int
) -> None:
    far = 10 if before else 1
    row = (
        f"q {before} BT /F0 {points} Tf {80 * far} {400 * far} Td (UN DEUX TROIS QUATRE) Tj ET Q\n"
    )
    row += f"q {before} BT /F0 {points} Tf {80 * far} {300 * far} Td (CINQ SIX SEPT HUIT) Tj ET Q"
    page = first_page(certificate(print_of() + b"\n" + row.encode()))
    found = page.hidden_text()
    assert len(found.text.split() if found else []) == hidden


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("js-as-second-action", "javascript"),
        ("js-in-outline", "javascript"),
        ("rendition", "javascript"),
        ("remote-goto", "launch"),
        ("rich-media", "attachment"),
    ],
)
def test_active_content_out_of_the_way_is_named(tmp_path: Path, name: str, kind: str) -> None:
    (hostile,) = (one for one in active.kinds() if one.name == name)
    hostile.write(tmp_path)
    opened = open_file((tmp_path / f"{name}.pdf").read_bytes(), PDF, Limits())
    assert kind in opened.container.active


def test_an_image_of_negative_sides_is_no_picture_of_thousands_of_millions() -> None:
    width, height = first_page(structure._image(-5, -5, b"x", "")).size_px
    assert max(width, height) < 10_000


def test_a_name_of_any_bytes_hides_no_action_after_it() -> None:
    odd = b"<< /S /Go#f0To /Next << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
    opened = open_file(with_catalogue("/OpenAction 6 0 R", o6=odd), PDF, Limits())
    assert opened.container.active == ("javascript",)

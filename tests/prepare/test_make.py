"""One file from pages of others, in this process: what is seen stays, what does not show goes."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageOps

from docscheck.losses import Stage, Trouble
from docscheck.mend.make import make
from docscheck.mend.order import Form, Leaf, Made, Mend, Order
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Limits, Raster
from docscheck.pages.skew import measure_skew
from specimens.channels import untidied
from tests.drawn_papers import pdf, scanned

LINES = "\n".join(f"Nom et prenom de la personne, ligne {number}" for number in range(20))
PAPER = pdf("ATTESTATION", LINES)
HEIC = Path(__file__).parents[1] / "pages" / "quadrants.heic"


def quarters() -> Image.Image:
    """A picture whose quarters and sides tell how it is turned and mirrored."""
    image = Image.new("RGB", (240, 160), (40, 40, 40))
    draw = ImageDraw.Draw(image)
    draw.rectangle((120, 0, 239, 79), fill=(220, 30, 30))
    draw.rectangle((0, 80, 119, 159), fill=(30, 200, 30))
    draw.rectangle((120, 80, 239, 159), fill=(40, 60, 220))
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def made(sources: Sequence[bytes], *leaves: Leaf, **more: object) -> Made:
    stages: list[Stage] = []
    order = Order(leaves or (Leaf(0, 1),), **more)  # type: ignore[arg-type]  # named by the test
    return make(sources, order, Limits(), stages.append)


def drawn(data: bytes, page: int = 0, scale: float = 1.0) -> np.ndarray:
    document = pypdfium2.PdfDocument(data)
    try:
        return np.array(document[page].render(scale=scale).to_pil().convert("RGB"))
    finally:
        document.close()


def text_of(data: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[page].get_textpage().get_text_bounded()
    finally:
        document.close()


def looks_like(one: np.ndarray, other: Image.Image) -> bool:
    """Whether a drawing shows a picture, whatever its size."""
    shown = Image.fromarray(one).resize((24, 24), Image.Resampling.BOX)
    wanted = other.convert("RGB").resize((24, 24), Image.Resampling.BOX)
    inner = (slice(2, -2), slice(2, -2))
    apart = np.abs(np.asarray(shown, np.int16)[inner] - np.asarray(wanted, np.int16)[inner])
    return float(np.median(apart)) < 12


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_its_camera_says(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(quarters(), "JPEG", quality=95, exif=exif)
    result = made([data])
    with Image.open(io.BytesIO(data)) as image:
        assert looks_like(drawn(result.data), ImageOps.exif_transpose(image))
    assert b"Exif" not in result.data


@pytest.mark.parametrize("turn_deg", [90, 180, 270])
def test_a_page_is_turned_clockwise(turn_deg: int) -> None:
    data = saved(quarters(), "PNG")
    turned = quarters().rotate(-turn_deg, expand=True)
    assert looks_like(drawn(made([data], Leaf(0, 1, turn_deg)).data), turned)


@pytest.mark.parametrize(
    "data",
    [
        saved(quarters(), "PNG"),
        saved(quarters().convert("RGBA"), "PNG"),
        saved(quarters().convert("P"), "PNG"),
        saved(quarters().convert("P"), "GIF"),
        saved(quarters(), "BMP"),
        saved(quarters(), "WEBP", quality=95),
        saved(quarters(), "TIFF", compression="tiff_lzw"),
        saved(quarters().convert("CMYK"), "TIFF"),
    ],
    ids=["png", "alpha", "palette", "gif", "bmp", "webp", "tiff", "cmyk tiff"],
)
def test_every_kind_of_picture_becomes_a_page(data: bytes) -> None:
    result = made([data])
    assert result.trouble is None
    assert looks_like(drawn(result.data), quarters())


def test_four_inks_are_not_turned_into_their_negative() -> None:
    result = made([saved(quarters().convert("CMYK"), "JPEG", quality=95)])
    dark, red = drawn(result.data)[20, 20], drawn(result.data)[20, -20]
    assert dark.max() < 110
    assert red[0] > 180 > 100 > red[1]


def test_a_jpeg_goes_in_as_it_is() -> None:
    data = saved(quarters(), "JPEG", quality=90)
    with pikepdf.open(io.BytesIO(made([data]).data)) as page, Image.open(io.BytesIO(data)) as image:
        (picture,) = page.pages[0].get_images().values()
        inside = picture.read_raw_bytes()
        with Image.open(io.BytesIO(inside)) as again:
            assert np.array_equal(np.asarray(again), np.asarray(image))


def test_sixteen_bits_and_two_tones_stay() -> None:
    deep = Image.fromarray(np.linspace(0, 65_535, 9_600, dtype=np.uint16).reshape(80, 120))
    for data in (saved(deep, "PNG"), saved(quarters().convert("1"), "PNG")):
        with pikepdf.open(io.BytesIO(made([data]).data)) as page:
            (picture,) = page.pages[0].get_images().values()
            assert int(picture.BitsPerComponent) in (16, 1)


def test_heic_becomes_a_page() -> None:
    result = made([HEIC.read_bytes()])
    left_top, right_bottom = drawn(result.data)[20, 20], drawn(result.data)[-20, -20]
    assert int(left_top[0]) == pytest.approx(40, abs=10)
    assert int(right_bottom[0]) == pytest.approx(40, abs=10)


def test_pages_of_a_tiff_are_taken_one_by_one() -> None:
    other = Image.new("RGB", (240, 160), "white")
    data = saved(quarters(), "TIFF", save_all=True, append_images=[other])
    result = made([data], Leaf(0, 2), Leaf(0, 1))
    assert looks_like(drawn(result.data, 0), other)
    assert looks_like(drawn(result.data, 1), quarters())


def test_a_scan_keeps_its_size_and_a_photo_fills_a_sheet() -> None:
    scan = saved(quarters().resize((1240, 1754)), "JPEG", dpi=(150, 150))
    photo = saved(quarters().resize((1200, 900)), "JPEG", dpi=(72, 72))
    with pikepdf.open(io.BytesIO(made([scan, photo], Leaf(0, 1), Leaf(1, 1)).data)) as both:
        sizes = [[round(float(side)) for side in page.mediabox[2:]] for page in both.pages]
    assert sizes == [[595, 842], [794, 595]]


def test_a_lean_is_turned_back_and_nothing_is_cut_off() -> None:
    leaning = Image.open(io.BytesIO(picture_of(PAPER))).rotate(-6, fillcolor="white", expand=True)
    data = saved(leaning, "PNG", dpi=(150, 150))
    before, after = made([data]), made([data], Leaf(0, 1, level_deg=6.0))
    assert lean(before.data) == pytest.approx(6, abs=0.6)
    assert abs(lean(after.data)) < 0.6
    assert ink(after.data) == pytest.approx(ink(before.data), rel=0.1)


def picture_of(paper: bytes) -> bytes:
    document = pypdfium2.PdfDocument(paper)
    try:
        return saved(document[0].render(scale=150 / 72).to_pil().convert("L"), "PNG")
    finally:
        document.close()


def ink(data: bytes) -> int:
    """Sum what is darker than paper; PDFium draws the white of a turned picture a shade darker."""
    return int((245 - drawn(data, scale=2).astype(np.int32)).clip(0).sum())


def lean(data: bytes) -> float:
    grey = np.asarray(Image.fromarray(drawn(data, scale=150 / 72)).convert("L"))
    measured = measure_skew(find_ink(Raster(grey)))
    assert measured is not None
    return measured


def test_a_born_digital_page_keeps_its_words() -> None:
    result = made([untidied.turned_pdf(PAPER, 90)], Leaf(0, 1, 270))
    assert "ligne 19" in text_of(result.data)
    assert drawn(result.data).shape == drawn(PAPER).shape
    assert result.done == (Mend.METADATA,)


def test_author_script_file_and_link_go() -> None:
    result = made([untidied.with_script(untidied.with_author(PAPER))])
    assert set(result.done) == {Mend.METADATA, Mend.ACTIVE}
    assert np.array_equal(drawn(result.data), drawn(PAPER))
    with pikepdf.open(io.BytesIO(result.data)) as bare:
        assert set(bare.Root.keys()) == {"/Type", "/Pages"}
        assert not len(bare.docinfo)
        assert Name.Annots not in bare.pages[0].obj
        assert not [o for o in bare.objects if isinstance(o, Dictionary) and Name.JS in o]


def test_place_goes_from_pictures_inside_a_pdf() -> None:
    page = Image.new("RGB", (300, 200), "white")
    photo = untidied.with_place(saved(page, "JPEG"))
    with pikepdf.new() as wrapped:
        image = pikepdf.Stream(
            wrapped, photo, Type=Name.XObject, Subtype=Name.Image, Width=300, Height=200,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
        )  # fmt: skip
        image.Metadata = wrapped.make_stream(b"<x:xmpmeta>at home</x:xmpmeta>")
        blank = wrapped.add_blank_page(page_size=(300, 200))
        blank.Resources = Dictionary(XObject=Dictionary(Im0=image))
        blank.Contents = wrapped.make_stream(b"q 300 0 0 200 0 0 cm /Im0 Do Q")
        out = io.BytesIO()
        wrapped.save(out)
    assert b"GPS" not in out.getvalue()
    assert b"Exif" in out.getvalue()
    result = made([out.getvalue()])
    assert b"Exif" not in result.data
    with pikepdf.open(io.BytesIO(result.data)) as bare:
        assert not [o for o in bare.objects if isinstance(o, pikepdf.Stream) and "/Metadata" in o]
    assert result.done == (Mend.METADATA,)


def test_a_page_taken_out_brings_nothing_of_the_others() -> None:
    both = untidied.joined([PAPER, pdf("SECRET", "Compte 4711 0815")])
    with pikepdf.open(io.BytesIO(both)) as linked:
        leads = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 50, 50]),
            Dest=Array([linked.pages[1].obj, Name.Fit]),
        )  # fmt: skip
        linked.pages[0].obj.Annots = Array([linked.make_indirect(leads)])
        linked.pages[0].obj.PieceInfo = Dictionary(Other=linked.pages[1].obj)
        linked.pages[0].obj.Thumb = linked.make_stream(b"4711 as a small picture")
        linked.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("run()")))
        out = io.BytesIO()
        linked.save(out)
    result = made([out.getvalue()], Leaf(0, 1))
    with pikepdf.open(io.BytesIO(result.data)) as alone:
        pages = [
            o for o in alone.objects if isinstance(o, Dictionary) and o.get("/Type") == "/Page"
        ]
        assert len(alone.pages) == len(pages) == 1
        streams = [o.read_bytes() for o in alone.objects if isinstance(o, pikepdf.Stream)]
        assert not [o for o in alone.objects if isinstance(o, Dictionary) and Name.JS in o]
    assert not any(b"4711" in stream for stream in streams)


def filled_form(needs_viewer: bool = False) -> bytes:
    """A form whose field shows a name by its own drawing."""
    with pikepdf.open(io.BytesIO(PAPER)) as form:
        font = form.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
        look = form.make_stream(b"/Tx BMC q BT /F 18 Tf 2 5 Td (MARTIN Zoe) Tj ET Q EMC")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 30])
        look.Resources = Dictionary(Font=Dictionary(F=font))
        field = form.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nom"), F=4,
                V=String("MARTIN Zoe"), Rect=Array([300, 700, 500, 730]), AP=Dictionary(N=look),
            )
        )  # fmt: skip
        form.Root.AcroForm = Dictionary(Fields=Array([field]), NeedAppearances=needs_viewer)
        form.pages[0].obj.Annots = Array([field])
        out = io.BytesIO()
        form.save(out)
        return out.getvalue()


def test_what_a_form_shows_becomes_part_of_the_page() -> None:
    result = made([filled_form()])
    assert "MARTIN Zoe" in text_of(result.data)
    assert set(result.done) == {Mend.METADATA, Mend.ACTIVE}
    with pikepdf.open(io.BytesIO(result.data)) as flat:
        assert Name.AcroForm not in flat.Root


def test_a_form_that_only_a_viewer_can_draw_is_left_alone() -> None:
    assert made([filled_form(needs_viewer=True)]).trouble is Trouble.UNSUPPORTED


def layered(shown: bool) -> bytes:
    """A page with words on a layer that is shown, or not."""
    with pikepdf.open(io.BytesIO(PAPER)) as pages:
        layer = pages.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
        state = Dictionary() if shown else Dictionary(OFF=Array([layer]))
        pages.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=state)
        page = pages.pages[0]
        page.Resources.Properties = Dictionary(L=layer)
        page.contents_add(b"/OC /L BDC 1 0 0 rg 0 0 300 300 re f EMC")
        out = io.BytesIO()
        pages.save(out)
        return out.getvalue()


@pytest.mark.parametrize("shown", [True, False])
def test_a_hidden_layer_stays_hidden_and_a_shown_one_shown(shown: bool) -> None:
    data = layered(shown)
    assert np.array_equal(drawn(made([data]).data), drawn(data))


def test_layers_of_two_files_are_not_mixed_up() -> None:
    two = [layered(True), layered(False)]
    assert made(two, Leaf(0, 1), Leaf(1, 1)).trouble is Trouble.UNSUPPORTED


def test_a_heavy_file_is_made_smaller_and_not_smaller_than_needed() -> None:
    grain = np.random.default_rng(3).normal(200, 30, (3500, 2480)).clip(0, 255).astype(np.uint8)
    data = saved(Image.fromarray(grain), "JPEG", quality=95, dpi=(300, 300))
    as_it_is = made([data])
    smaller = made([data], max_bytes=3_000_000)
    assert as_it_is.done == ()
    assert len(smaller.data) <= 3_000_000 < len(as_it_is.data)
    assert Mend.SHRUNK in smaller.done
    least = made([data], max_bytes=1)
    with pikepdf.open(io.BytesIO(least.data)) as page:
        (picture,) = page.pages[0].get_images().values()
        assert max(int(picture.Width), int(picture.Height)) == 2_339


def test_a_picture_saved_once_more_has_its_pixels_and_another_grain() -> None:
    data = saved(quarters().resize((720, 480)), "PNG", dpi=(200, 200))
    once, more = made([data], Leaf(0, 1, 90)), made([data], Leaf(0, 1, 90), redrawn=True)
    assert once.done == ()
    assert more.done == (Mend.REDRAWN,)
    assert drawn(once.data).shape == drawn(more.data).shape
    apart = np.abs(drawn(once.data).astype(int) - drawn(more.data).astype(int))
    assert 0 < apart.max()
    assert np.percentile(apart, 99) <= 8
    assert made([PAPER], redrawn=True).done == made([PAPER]).done


def test_a_jpeg_that_stays_one_only_loses_what_does_not_show() -> None:
    data = untidied.with_place(saved(quarters(), "JPEG"))
    result = made([data], form=Form.JPEG)
    assert result.data.startswith(b"\xff\xd8")
    assert result.done == (Mend.METADATA,)
    assert b"GPS" not in result.data
    assert len(result.data) < len(data)


def encrypted(paper: bytes, user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as locked:
        locked.save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    return out.getvalue()


def test_restrictions_go_only_with_a_word_about_it() -> None:
    result = made([encrypted(PAPER, "")])
    assert Mend.UNLOCKED in result.done
    with pikepdf.open(io.BytesIO(result.data)) as free:
        assert not free.is_encrypted


@pytest.mark.parametrize(
    ("broken", "trouble"),
    [
        (lambda: encrypted(PAPER, "secret"), Trouble.ENCRYPTED),
        (lambda: PAPER[:700], Trouble.CORRUPT),
        (lambda: saved(quarters(), "JPEG")[:900], Trouble.CORRUPT),
        (lambda: b"no picture at all", Trouble.CORRUPT),
    ],
    ids=["encrypted", "cut pdf", "cut jpeg", "text"],
)
def test_what_cannot_be_opened_is_an_answer(broken: Callable[[], bytes], trouble: Trouble) -> None:
    answer = made([broken()])
    assert answer.trouble is trouble
    assert not answer.data


def test_a_page_that_is_not_there_is_an_answer() -> None:
    assert made([PAPER], Leaf(0, 7)).trouble is not None


def test_recto_and_verso_are_one_file() -> None:
    result = made([scanned(PAPER), PAPER], Leaf(0, 1), Leaf(1, 1))
    with pikepdf.open(io.BytesIO(result.data)) as both:
        assert len(both.pages) == 2
    assert "ligne 3" in text_of(result.data, 1)

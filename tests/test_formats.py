"""One paper in every format that is accepted: the same fields from each.

The paper is a certificate drawn once; what is tested is everything between a file and its pixels,
so every format holds the picture as faithfully as it can.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import ExifTags, Image
from reportlab.pdfgen import canvas

from docscheck.document import Part
from docscheck.examine import Examiner
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from tests.pages.drawn import TURNS, saved

pytestmark = pytest.mark.slow

SIZE = (595, 421)
DPI = 150
LINES = (
    "Année universitaire 2026-2027",
    "Nous certifions que Madame SPECIMEN Natacha, née le 12/07/2004 à Metz,",
    "est régulièrement inscrite en licence de physique, première année.",
    "Numéro d'étudiant : 20618539",
    "Fait à Saint-Aubin, le 7 septembre 2026. Le président de l'université",
)
EXPECTED = {
    "surname": "SPECIMEN",
    "given_names": "Natacha",
    "birth_date": "2004-07-12",
    "school_year": "2026-2027",
}


@cache
def native() -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=SIZE, invariant=1)
    page.setFont("Helvetica-Bold", 20)
    page.drawCentredString(SIZE[0] / 2, 350, "CERTIFICAT DE SCOLARITÉ")
    page.setFont("Helvetica", 12)
    for row, line in enumerate(LINES):
        page.drawString(60, 290 - 30 * row, line)
    page.save()
    return out.getvalue()


@cache
def picture() -> Image.Image:
    drawn = pdfium.PdfDocument(native())[0].render(scale=DPI / 72, grayscale=True).to_numpy()
    return Image.fromarray(np.array(drawn).reshape(drawn.shape[:2]))


def file_of(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **{"dpi": (DPI, DPI), **options})
    return out.getvalue()


def sixteen(kind: str) -> bytes:
    return file_of(Image.fromarray(np.asarray(picture(), dtype=np.uint16) * 257), kind)


def on_nothing(kind: str) -> bytes:
    """Black ink on transparent paper whose colour, were it seen, would be black."""
    black = Image.new("L", picture().size, 0)
    clear = Image.merge("LA", (black, picture().point(lambda v: 255 - v)))
    return file_of(clear.convert("RGBA"), kind)


def turned(kind: str, turn: int) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    stored = picture().transpose(TURNS[turn]) if turn in TURNS else picture()
    return file_of(stored.convert("RGB"), kind, exif=exif)


def two_pictures() -> bytes:
    other = Image.new("RGB", (320, 240), "grey")
    return file_of(picture().convert("RGB"), "MPO", save_all=True, append_images=[other])


PICTURES: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: file_of(picture(), "JPEG", quality=92),
    "jpeg progressive": lambda: file_of(
        picture().convert("RGB"), "JPEG", quality=92, progressive=True
    ),
    "jpeg cmyk": lambda: file_of(picture().convert("CMYK"), "JPEG", quality=92),
    "jpeg of two pictures": two_pictures,
    "png": lambda: file_of(picture(), "PNG"),
    "png 16 bits": lambda: sixteen("PNG"),
    "png 1 bit": lambda: file_of(picture().convert("1", dither=Image.Dither.NONE), "PNG"),
    "png palette": lambda: file_of(picture().convert("P"), "PNG"),
    "png alpha": lambda: on_nothing("PNG"),
    "tiff 16 bits": lambda: sixteen("TIFF"),
    "tiff lzw": lambda: file_of(picture(), "TIFF", compression="tiff_lzw"),
    "tiff group 4": lambda: file_of(
        picture().convert("1", dither=Image.Dither.NONE), "TIFF", compression="group4"
    ),
    "tiff jpeg": lambda: file_of(picture().convert("RGB"), "TIFF", compression="jpeg"),
    "tiff cmyk": lambda: file_of(picture().convert("CMYK"), "TIFF"),
    "webp": lambda: file_of(picture().convert("RGB"), "WEBP", quality=92),
    "webp alpha": lambda: on_nothing("WEBP"),
    "gif": lambda: file_of(picture(), "GIF"),
    "bmp": lambda: file_of(picture(), "BMP"),
    **{f"jpeg turn {n}": lambda n=n: turned("JPEG", n) for n in range(1, 9)},
    "tiff turn 5": lambda: turned("TIFF", 5),
    "webp turn 7": lambda: turned("WEBP", 7),
}


def pdf_of(*streams: tuple[bytes, Dictionary], size: tuple[int, int] = SIZE) -> pikepdf.Pdf:
    """Set images below one another so that they fill one page."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=size)
    drawn, names = list[str](), Dictionary()
    high = size[1] / len(streams)
    for row, (data, keys) in enumerate(streams):
        stream = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image)
        for key, value in keys.items():
            stream[key] = pdf.make_indirect(value) if isinstance(value, pikepdf.Stream) else value
        names[f"/Im{row}"] = stream
        bottom = size[1] - high * (row + 1)
        drawn.append(f"q {size[0]} 0 0 {high} 0 {bottom} cm /Im{row} Do Q")
    page.Resources = Dictionary(XObject=names)
    page.Contents = pdf.make_stream("\n".join(drawn).encode())
    return pdf


def image_keys(
    image: Image.Image, filter_name: str | None, bits: int = 8, **more: object
) -> Dictionary:
    keys = Dictionary(
        Width=image.width,
        Height=image.height,
        BitsPerComponent=bits,
        ColorSpace=Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray,
        **more,
    )
    if filter_name:
        keys.Filter = Name(f"/{filter_name}")
    return keys


def one_bit() -> Image.Image:
    return picture().convert("1", dither=Image.Dither.NONE)


def group_4() -> bytes:
    """The bare code of one strip, as PDF wants it (ISO 32000-2, 7.4.6)."""
    data = file_of(
        one_bit(), "TIFF", compression="group4", tiffinfo={278: picture().height, 262: 0}
    )
    with Image.open(io.BytesIO(data)) as image:
        (start,), (size,) = image.tag_v2[273], image.tag_v2[279]
    return data[start : start + size]


def fax_pdf() -> bytes:
    width, height = picture().size
    code = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=False)
    return saved(pdf_of((group_4(), image_keys(one_bit(), "CCITTFaxDecode", 1, DecodeParms=code))))


def jbig2_pdf() -> bytes:
    """One generic region in MMR, which is Group 4 (ITU-T T.88, 7.4.6 and 6.2.6)."""
    width, height = picture().size
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + group_4()
    data = b"".join(
        struct.pack(">IBBBI", number, kind, 0, 1, len(body)) + body
        for number, (kind, body) in enumerate(((48, page), (38, region)))
    )
    return saved(pdf_of((data, image_keys(one_bit(), "JBIG2Decode", 1))))


def jpeg(image: Image.Image, **options: object) -> tuple[bytes, Dictionary]:
    return file_of(image, "JPEG", quality=92, **options), image_keys(image, "DCTDecode")


def strips() -> bytes:
    width, height = picture().size
    cuts = [picture().crop((0, height * n // 3, width, height * (n + 1) // 3)) for n in range(3)]
    return saved(pdf_of(*(jpeg(cut) for cut in cuts)))


def jpx() -> bytes:
    out = io.BytesIO()
    picture().save(out, "JPEG2000", quality_mode="dB", quality_layers=[45])
    return saved(pdf_of((out.getvalue(), image_keys(picture(), "JPXDecode"))))


def inverted() -> bytes:
    """A negative that its Decode array turns back."""
    negative = picture().point(lambda v: 255 - v)
    data, keys = jpeg(negative)
    keys.Decode = Array([1, 0])
    return saved(pdf_of((data, keys)))


def rotated(turn: int) -> bytes:
    stored = picture().rotate(turn, expand=True)
    size = SIZE if turn % 180 == 0 else SIZE[::-1]
    pdf = pdf_of(jpeg(stored), size=size)
    pdf.pages[0].Rotate = turn
    return saved(pdf)


def cropped() -> bytes:
    """The paper is the visible part of a larger page that has other things beside it."""
    wide = Image.new("L", (picture().width * 2, picture().height), 128)
    wide.paste(picture(), (picture().width, 0))
    pdf = pdf_of(jpeg(wide), size=(SIZE[0] * 2, SIZE[1]))
    pdf.pages[0].CropBox = Array([SIZE[0], 0, SIZE[0] * 2, SIZE[1]])
    return saved(pdf)


def in_large_units(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    pdf.pages[0].obj.UserUnit = 2
    return saved(pdf, min_version="1.6")


def native_changed(**keys: object) -> bytes:
    pdf = pikepdf.open(io.BytesIO(native()))
    for key, value in keys.items():
        pdf.pages[0].obj[f"/{key}"] = value
    return saved(pdf)


PDFS: dict[str, Callable[[], bytes]] = {
    "native": native,
    **{f"native rotate {n}": lambda n=n: native_changed(Rotate=n) for n in (90, 180, 270)},
    "native crop box": lambda: native_changed(
        MediaBox=Array([-200, -100, 900, 700]), CropBox=Array([0, 0, *SIZE])
    ),
    "native user unit": lambda: in_large_units(native()),
    "scan": lambda: saved(pdf_of(jpeg(picture()))),
    **{f"scan rotate {n}": lambda n=n: rotated(n) for n in (90, 180, 270)},
    "scan crop box": cropped,
    "scan user unit": lambda: in_large_units(saved(pdf_of(jpeg(picture())))),
    "scan in strips": strips,
    "scan flate": lambda: saved(pdf_of((picture().tobytes(), image_keys(picture(), None)))),
    "scan fax": fax_pdf,
    "scan jbig2": jbig2_pdf,
    "scan jpx": jpx,
    "scan decode": inverted,
}


@cache
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "auto", date(2026, 11, 25)))


def parts_of(data: bytes, extension: str) -> tuple[Part, ...]:
    return examiner().examine(data, extension).examined.parts


def told(part: Part) -> dict[str, str]:
    return {f.name: f.value for f in part.fields if f.name in EXPECTED}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_of_any_format_reads_alike(kind: str) -> None:
    (part,) = parts_of(PICTURES[kind](), kind.split()[0])
    assert part.classification.type == "school_certificate"
    assert told(part) == EXPECTED


@pytest.mark.parametrize("kind", PDFS)
def test_a_pdf_of_any_making_reads_alike(kind: str) -> None:
    (part,) = parts_of(PDFS[kind](), "pdf")
    assert part.classification.type == "school_certificate"
    assert told(part) == EXPECTED


def test_each_page_of_a_tiff_reads_alike() -> None:
    blank = Image.new("L", picture().size, 250)
    pages = [picture(), blank, picture()]
    data = file_of(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    examined = examiner().examine(data, "tiff").examined
    assert len(examined.pages) == 3
    assert [told(part) for part in examined.parts] == [EXPECTED] * len(examined.parts)
    assert [page.classification.type for page in examined.pages][::2] == ["school_certificate"] * 2

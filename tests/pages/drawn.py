"""Papers and pictures drawn for the tests of `pages` and `ocr`: invented words, Debian's fonts."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a picture is stored for its Exif turn to put it upright."""

A4 = (595.0, 842.0)
TITLE = "CERTIFICAT DE SCOLARITÉ"
_WORDS = [
    "délivré",
    "à",
    "une",
    "étudiante",
    "inscrite",
    "en",
    "première",
    "année",
    "de",
    "licence",
    "pour",
    "la",
    "période",
    "universitaire",
    "établissement",
    "signature",
    "président",
    "né",
    "le",
    "Paris",
    "numéro",
    "scolarité",
    "registre",
]
_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@cache
def _font() -> str:
    pdfmetrics.registerFont(TTFont("DejaVu", str(_FONT)))
    return "DejaVu"


@cache
def paper(lines: int = 22, points: float = 10, size: tuple[float, float] = A4) -> bytes:
    """A vector PDF of one page with a title and lines of French words."""
    out, random = io.BytesIO(), Random(3)
    page = canvas.Canvas(out, pagesize=size, invariant=1)
    page.setFont(_font(), 18)
    page.drawString(60, size[1] - 72, TITLE)
    page.setFont(_font(), points)
    for row in range(lines):
        words = " ".join(random.choice(_WORDS) for _ in range(8))
        page.drawString(60, size[1] - 122 - 28 * row, words)
    page.save()
    return out.getvalue()


def words_of(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    return str(document[0].get_textpage().get_text_range()).split()


@cache
def drawn(dpi: int = 150, lines: int = 22, points: float = 10) -> NDArray[np.uint8]:
    """The paper as grey pixels without noise."""
    page = pdfium.PdfDocument(paper(lines, points))[0]
    pixels = np.array(page.render(scale=dpi / 72, grayscale=True).to_numpy())
    return pixels[:, :, 0] if pixels.ndim == 3 else pixels


def scanned(
    dpi: int = 150,
    *,
    skew: float = 0.0,
    blur: float = 0.0,
    noise: float = 4.0,
    gain: float = 0.93,
    lines: int = 22,
    points: float = 10,
) -> NDArray[np.uint8]:
    """The paper as a flatbed scanner would give it; `skew` in degrees clockwise."""
    turned = Image.fromarray(drawn(dpi, lines, points)).rotate(
        -skew, fillcolor=255, resample=Image.Resampling.BICUBIC
    )
    pixels = np.asarray(turned, dtype=np.float32)
    if blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), blur)
    grain = np.random.default_rng(1).normal(0, noise, pixels.shape)
    return np.clip(pixels * gain + 5 + grain, 0, 255).astype(np.uint8)


@cache
def photo(tilt: float = 6.0, table: int = 90) -> NDArray[np.uint8]:
    """The paper on a table, seen askew by a phone of 3 megapixels under a lamp at one side."""
    random, (width, height) = np.random.default_rng(0), (1500, 2000)
    sheet = drawn(150).astype(np.float32) * 0.82
    rows, columns = sheet.shape
    grain = random.normal(table, 25, (height // 20, width // 20)).astype(np.float32)
    ground = cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC)
    half = np.array((width * 0.39, width * 0.39 * rows / columns))
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    turn = np.radians(tilt)
    corners = corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]) + (
        width / 2,
        height / 2,
    )
    corners[0, 0] += 40
    corners[1, 0] -= 40
    plain = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(plain, corners.astype(np.float32))
    seen = cv2.warpPerspective(sheet, matrix, (width, height))
    mask = cv2.warpPerspective(np.ones_like(sheet), matrix, (width, height))
    light = 0.65 + 0.4 * np.linspace(0, 1, width)
    lit = (ground * (1 - mask) + seen * mask) * light
    grainy = cv2.GaussianBlur(lit, (0, 0), 0.7) + random.normal(0, 3, lit.shape)
    return np.clip(grainy, 0, 255).astype(np.uint8)


def encoded(pixels: NDArray[np.uint8], kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, kind, **options)  # type: ignore[arg-type]  # Pillow's own
    return out.getvalue()


def scan_pdf(jpeg: bytes, dpi: int = 150, rotate: int = 0, mode: str = "RGB") -> bytes:
    """A PDF of one page that is nothing but this JPEG."""
    with Image.open(io.BytesIO(jpeg)) as image:
        width, height = image.size
        space = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}[image.mode]
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(width * 72 / dpi, height * 72 / dpi))
    stream = pdf.make_stream(
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name("/" + space),
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=stream))
    box = page.mediabox
    page.Contents = pdf.make_stream(f"q {box[2]} 0 0 {box[3]} 0 0 cm /Im0 Do Q".encode())
    page.Rotate = rotate
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)  # type: ignore[arg-type]  # pikepdf's own options
    return out.getvalue()

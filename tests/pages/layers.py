"""PDFs whose text layer says what the page shows, or something else."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from tests.pages.drawn import A4, saved

FONTS = Path("/usr/share/fonts/truetype")
PRINTED = (
    "CERTIFICAT DE SCOLARITÉ 2026-2027",
    "Madame Amélie DURAND-KOWALCZYK",
    "née le 14/03/2004 à Zürich, numéro 20618539",
    "est inscrite en première année de licence de physique",
    "pour la période universitaire, établissement public",
    "IBAN FR76 3000 4028 3798 7654 3210 943",
    "Le président, fait à Bourg-en-Vexin le 7 septembre 2026",
)


def printed(face: str = "liberation/LiberationSans-Regular.ttf", points: float = 10) -> bytes:
    """A page set in an embedded subset of a face (or in a standard font that is not embedded)."""
    if face.endswith(".ttf"):
        pdfmetrics.registerFont(TTFont(Path(face).stem, str(FONTS / face)))
        face = Path(face).stem
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    page.setFont(face, points)
    for row, line in enumerate(PRINTED):
        page.drawString(60, 780 - 30 * row, line)
    page.save()
    return out.getvalue()


def rotated_alphabet() -> dict[str, str]:
    """Every letter and digit told as the one seven, or three, after it."""
    told = {}
    for first, count, step in (("A", 26, 7), ("a", 26, 7), ("0", 10, 3)):
        for number in range(count):
            told[chr(ord(first) + number)] = chr(ord(first) + (number + step) % count)
    return told


def told_otherwise(data: bytes, told: Mapping[str, str]) -> bytes:
    """The same page, its fonts' ToUnicode maps telling other letters than they draw."""
    pdf = pikepdf.open(io.BytesIO(data))
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and pikepdf.Name.ToUnicode in item:
            head, body = item.ToUnicode.read_bytes().decode().split("endcodespacerange", 1)
            body = re.sub(r"<(\w\w)> <(\w{4})>", lambda m: _retold(m[1], m[2], told), body)
            item.ToUnicode = pdf.make_stream(f"{head}endcodespacerange{body}".encode())
    return saved(pdf)


def _retold(code: str, letter: str, told: Mapping[str, str]) -> str:
    shown = chr(int(letter, 16))
    return f"<{code}> <{ord(told.get(shown, shown)):04X}>"


def under_picture(data: bytes, lines: tuple[str, ...]) -> bytes:
    """The page with words in rendering mode 3 over it, as OCR adds them to print of 12 points."""
    pdf = pikepdf.open(io.BytesIO(data))
    page = pdf.pages[0]
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    page.Resources.Font = pikepdf.Dictionary(F0=font)
    high = float(page.mediabox[3])
    rows = (
        f"BT 3 Tr /F0 12 Tf 60 {high - 62 - 30 * row} Td ({line}) Tj ET"
        for row, line in enumerate(lines)
    )
    page.contents_add("\n".join(rows).encode("cp1252"))
    return saved(pdf)

"""PDF files whose pages are pictures, as scanners and phone applications write them (ISO 32000-1,
8.9 Images).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from specimens.channels.pictures import MARK, MM_PER_INCH

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One JPEG that covers one page."""

    jpeg: bytes
    width_px: int
    height_px: int
    width_mm: float
    """Printed width of the page; its height follows."""
    grey: bool = False


def written(pdf: pikepdf.Pdf) -> bytes:
    """Write a PDF, marked as a specimen, the same bytes for the same content."""
    pdf.docinfo["/Subject"] = MARK
    for stamp in ("/CreationDate", "/ModDate"):
        if stamp in pdf.docinfo:
            del pdf.docinfo[stamp]
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def picture_pdf(pictures: Sequence[PagePicture], producer: str) -> bytes:
    """Put each picture on a page of its own."""
    pdf = pikepdf.new()
    for picture in pictures:
        _add_page(pdf, picture)
    pdf.docinfo["/Producer"] = producer
    return written(pdf)


def _add_page(pdf: pikepdf.Pdf, picture: PagePicture) -> None:
    width = picture.width_mm / MM_PER_INCH * _POINTS_PER_INCH
    height = width * picture.height_px / picture.width_px
    image = pikepdf.Stream(
        pdf,
        picture.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width_px,
        Height=picture.height_px,
        ColorSpace=pikepdf.Name.DeviceGray if picture.grey else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=(round(width, 2), round(height, 2)))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    page.Contents = pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im0 Do Q".encode())

"""What happens to a file on its way: turned, made heavy, signed, given a script, a place.

Bytes in, bytes out; the papers on the pages stay what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

import numpy as np
import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageOps

from specimens.channels.pages_of_pictures import PagePicture, picture_pdf, written
from specimens.channels.pictures import MARK, MM_PER_INCH, array_random, with_noise

_ORIENTATION, _GPS, _MAKE, _EXPOSURE, _DETAILS = 0x0112, 0x8825, 0x010F, 0x829A, 0x8769
_TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
_POINTS_PER_INCH = 72
_HEAVY_DPI = 400


def turned_pdf(data: bytes, turn_deg: int) -> bytes:
    """Turn the pages of a PDF clockwise."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.rotate(turn_deg, relative=True)
        return written(pdf)


def turned_picture(data: bytes, turn_deg: int) -> bytes:
    """Turn the pixels of a picture clockwise, and forget how the telephone was held."""
    with Image.open(BytesIO(data)) as image:
        upright = _upright(image).transpose(_TURNS[turn_deg])
    return _as_jpeg(upright, Image.Exif())


def with_place(data: bytes) -> bytes:
    """Say in a photo where and with what it was taken."""
    with Image.open(BytesIO(data)) as image:
        return _as_jpeg(image.convert("RGB"), _placed(image.getexif()))


def _placed(exif: Image.Exif) -> Image.Exif:
    exif[_MAKE] = "SPECIMEN"
    exif.get_ifd(_DETAILS)[_EXPOSURE] = 0.02
    exif[_GPS] = {1: "N", 2: (48.0, 51.0, 29.5), 3: "E", 4: (2.0, 17.0, 40.2)}
    return exif


def heavy(data: bytes, rng: Random) -> bytes | None:
    """Scan or photograph a page once more with more pixels than anybody needs, in a PDF.

    `None` for files of several pages, which would be read for minutes.
    """
    if data.startswith(b"%PDF"):
        return _heavy_pdf(data, rng)
    with Image.open(BytesIO(data)) as image:
        exif = image.getexif()
        pixels = _grained(np.asarray(image.convert("RGB")), rng)
    return _as_jpeg(Image.fromarray(pixels), exif, 97)


def _heavy_pdf(data: bytes, rng: Random) -> bytes | None:
    document = pdfium.PdfDocument(data)
    try:
        if len(document) > 1:
            return None
        width, _ = document.get_page_size(0)
        bitmap = document[0].render(scale=_HEAVY_DPI / _POINTS_PER_INCH, rev_byteorder=True)
        pixels = np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
    finally:
        document.close()
    picture = Image.fromarray(_grained(pixels, rng))
    made = _as_jpeg(picture, _placed(Image.Exif()), 96)
    width_mm = width / _POINTS_PER_INCH * MM_PER_INCH
    return picture_pdf([PagePicture(made, *picture.size, width_mm)], "SPECIMEN Scan 600")


def _grained(pixels: np.ndarray, rng: Random) -> np.ndarray:
    return with_noise(np.ascontiguousarray(pixels), array_random(rng), 5.0, grain=0.5)


def picture_of(data: bytes, kind: str) -> bytes | None:
    """Take the picture out of a scan of one page; `None` for any other file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        images = list(pdf.pages[0].get_images().values())
        if len(pdf.pages) != 1 or len(images) != 1:
            return None
        width = float(pdf.pages[0].mediabox[2]) / _POINTS_PER_INCH
        picture = pikepdf.PdfImage(images[0]).as_pil_image()
    dpi = round(picture.width / width)
    out = BytesIO()
    if kind == "jpg":
        picture.save(out, "JPEG", quality=88, dpi=(dpi, dpi))
    elif kind == "png":
        picture.save(out, "PNG", dpi=(dpi, dpi))
    else:
        picture.save(out, "TIFF", compression="tiff_lzw", dpi=(dpi, dpi))
    return out.getvalue()


def count_pages(data: bytes) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def pages_of(data: bytes, indices: Sequence[int]) -> bytes:
    """Take pages (from 0) out of a PDF."""
    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as pdf:
        for index in indices:
            pdf.pages.append(source.pages[index])
        return written(pdf)


def joined(parts: Sequence[bytes]) -> bytes:
    """Put PDFs one behind the other."""
    with pikepdf.new() as pdf:
        for data in parts:
            with pikepdf.open(BytesIO(data)) as source:
                pdf.pages.extend(source.pages)
        return written(pdf)


def with_author(data: bytes) -> bytes:
    """Say in a PDF who made it, when and where."""
    with pikepdf.open(BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = ["SPECIMEN AUTHOR"]
            metadata["photoshop:City"] = "SPECIMEN CITY"
        pdf.docinfo["/Author"] = "SPECIMEN AUTHOR"
        return written(pdf)


def with_script(data: bytes) -> bytes:
    """Give a PDF a script, a file, a link and something to launch when it is opened."""
    with pikepdf.open(BytesIO(data)) as pdf:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert('SPECIMEN');"))
        pdf.Root.OpenAction = script
        pdf.attachments["specimen.txt"] = MARK.encode()
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([0, 0, 60, 20]),
            A=Dictionary(S=Name.Launch, F=String("specimen.exe")),
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        return written(pdf)


def signed(data: bytes) -> bytes:
    """Give a PDF the signature of an office: its field and its bytes, not its mathematics."""
    with pikepdf.open(BytesIO(data)) as pdf:
        signature = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/adbe.pkcs7.detached"),
            ByteRange=Array([0, 100, 300, len(data)]),
            Contents=String(b"\x30" * 64),
        )
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("Signature1"),
            V=pdf.make_indirect(signature),
            Rect=Array([0, 0, 0, 0]),
        )
        place = pdf.make_indirect(field)
        pdf.Root.AcroForm = Dictionary(Fields=Array([place]), SigFlags=3)
        pdf.pages[0].obj.Annots = Array([place])
        return written(pdf)


def _upright(image: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(image).convert("RGB")


def _as_jpeg(image: Image.Image, exif: Image.Exif, quality: int = 92) -> bytes:
    out = BytesIO()
    exif[0x010E] = MARK
    image.save(out, "JPEG", quality=quality, exif=exif)
    return out.getvalue()

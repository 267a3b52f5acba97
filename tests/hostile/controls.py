"""Honest oddities: what phones, scanners and offices really make, and nobody may be punished for."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import numpy as np
import pikepdf
from PIL import Image, PngImagePlugin

from tests.hostile import hidden
from tests.hostile.damaged import HEIC, saved
from tests.hostile.kind import Kind, file_kind
from tests.hostile.raw_pdf import (
    certificate,
    flate,
    objects,
    print_of,
    stream,
    whole,
    with_catalogue,
    with_page,
)


def _pdf(change: Callable[[pikepdf.Pdf], None] | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(certificate())) as pdf:
        if change is not None:
            change(pdf)
        # The names are those of `pikepdf.Pdf.save`, of as many types; one dictionary has one.
        pdf.save(out, static_id=True, **options)  # type: ignore[arg-type]
    return out.getvalue()


def _info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[pikepdf.Name.Title] = "شهادة مدرسية"
    pdf.docinfo[pikepdf.Name.Author] = "جامعة بلريف <b>&amp;</b>"


def _rotated(turn: int) -> bytes:
    return with_page(f"/Rotate {turn}")


def _on_sheet(box: bytes) -> bytes:
    made = objects()
    made[3] = made[3].replace(b"[0 0 595 842]", box)
    return whole(made)


def _two_pages() -> bytes:
    made = objects()
    made[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    made[6] = made[3]
    return whole(made)


def _updated() -> bytes:
    """Saved again by a program that adds its changes at the end, as ISO 32000-2, 7.5.6 has it."""
    first = certificate()
    place, old = len(first), first.rindex(b"xref\n0")
    body = b"6 0 obj\n<< /Producer (Office) >>\nendobj\n"
    table = (
        f"xref\n6 1\n{place:010} 00000 n \ntrailer\n"
        f"<< /Size 7 /Root 1 0 R /Info 6 0 R /Prev {old} >>\n"
    )
    return first + body + table.encode() + f"startxref\n{place + len(body)}\n%%EOF\n".encode()


def _form() -> bytes:
    return whole(
        {
            **objects(),
            1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
            6: b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (nom) /V (TESTARD) /Rect [80 500 300 520] >>",
        }
    )


def _signed() -> bytes:
    return whole(
        {
            **objects(),
            1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [6 0 R] >> >>",
            6: b"<< /FT /Sig /T (s) /V << /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >> >>",
        }
    )


def _outlined() -> bytes:
    return with_catalogue(
        "/Outlines 6 0 R /PageMode /UseOutlines /Lang (fr-FR) /ViewerPreferences << >>",
        o6=b"<< /First 7 0 R /Last 7 0 R /Count 1 >>",
        o7=b"<< /Title (Page 1) /Parent 6 0 R /Dest [3 0 R /Fit] >>",
    )


def _archival() -> bytes:
    packet = (
        b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
        b"xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='2' pdfaid:conformance='B'/>"
        b"</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
    return with_catalogue(
        "/Metadata 6 0 R /MarkInfo << /Marked true >>",
        o6=stream(packet, "/Type /Metadata /Subtype /XML"),
    )


def _tagged_ligatures() -> bytes:
    return certificate(
        print_of() + b"\n/Span << /ActualText (fin) >> BDC BT /F0 11 Tf 80 500 Td (fin) Tj ET EMC"
    )


def _layer_on() -> bytes:
    return hidden.layered(b"/OC /L0 BDC\n" + print_of() + b"\nEMC", b"/ON")


def _watermark() -> bytes:
    return certificate(
        b"q 0.85 g BT /F0 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (ORIGINAL) Tj ET Q\n" + print_of()
    )


def _long_form() -> bytes:
    """A letterhead drawn as a form inside a form, as word processors do."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
    made = objects(print_of() + b"\n/X0 Do")
    made[3] = made[3].replace(b"/F0 5 0 R >>", b"/F0 5 0 R >> /XObject << /X0 6 0 R >>")
    made[6] = stream(b"/X1 Do", f"{form} /Resources << /XObject << /X1 7 0 R >> >>")
    made[7] = flate(b"0.2 0.3 0.6 rg 60 800 475 6 re f\n" * 40, form)
    return whole(made)


def _tiled_background() -> bytes:
    made = objects(b"q /Pattern cs /P0 scn 0 0 595 842 re f Q\n0 g\n" + print_of())
    made[3] = made[3].replace(b"/F0 5 0 R >>", b"/F0 5 0 R >> /Pattern << /P0 6 0 R >>")
    made[6] = stream(
        b"0.93 g 0 0 6 6 re f",
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 12 12]"
        " /XStep 12 /YStep 12 /Resources << >>",
    )
    return whole(made)


def _soft_shadow() -> bytes:
    made = objects(print_of() + b"\nq 200 0 0 40 80 450 cm /I0 Do Q")
    made[3] = made[3].replace(b"/F0 5 0 R >>", b"/F0 5 0 R >> /XObject << /I0 6 0 R >>")
    plain = "/Type /XObject /Subtype /Image /Width 20 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    made[6] = flate(bytes([90] * 80), plain + " /SMask 7 0 R")
    made[7] = flate(bytes(range(0, 160, 2)), plain)
    return whole(made)


def _flate_scan() -> bytes:
    """A scan in grey whose pixels are deflated, not a JPEG: 70 MB unpacked would be the limit."""
    image = hidden.drawn()
    made = objects(b"q 595 0 0 842 0 0 cm /I0 Do Q")
    made[3] = made[3].replace(b"/F0 5 0 R >>", b"/F0 5 0 R >> /XObject << /I0 6 0 R >>")
    made[6] = flate(
        image.tobytes(),
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height}"
        " /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    return whole(made)


def _sheet() -> Image.Image:
    return hidden.drawn().resize((1_210, 1_712), Image.Resampling.LANCZOS).convert("RGB")


def _turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    back = {
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    return saved("JPEG", _sheet().transpose(back[orientation]), exif=exif, quality=80)


def _deep_grey() -> bytes:
    pixels = np.asarray(_sheet().convert("L"), dtype=np.uint16) * 257
    return saved("PNG", Image.fromarray(pixels))


def _clear_ground() -> bytes:
    grey = _sheet().convert("L")
    image = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    image.putalpha(grey.point(lambda v: 255 - v))
    return saved("PNG", image)


def _with_text() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "Scanner")
    info.add_itxt("Description", "شهادة", lang="ar", zip=True)
    return saved("PNG", _sheet().convert("L"), pnginfo=info, dpi=(150, 150))


def _frames() -> bytes:
    page = _sheet().convert("L")
    return saved(
        "TIFF", page, save_all=True, append_images=[page], compression="tiff_lzw", dpi=(150, 150)
    )


def _placed() -> bytes:
    """With the place it was taken at, and the maker of the camera."""
    exif = Image.Exif()
    exif[0x010F] = "Phone & Sons"
    place = exif.get_ifd(0x8825)
    place.update({1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)})
    return saved("JPEG", _sheet(), exif=exif, quality=80)


PLAIN: dict[str, Callable[[], bytes]] = {
    "plain.pdf": certificate,
    "rotated-90.pdf": lambda: _rotated(90),
    "rotated-180.pdf": lambda: _rotated(180),
    "rotated-minus-90.pdf": lambda: _rotated(-90),
    "linearized.pdf": lambda: _pdf(linearize=True),
    "object-streams.pdf": lambda: _pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "version-1.3.pdf": lambda: whole(objects(), version="1.3"),
    "version-2.0.pdf": lambda: whole(objects(), version="2.0"),
    "two-pages.pdf": _two_pages,
    "updated.pdf": _updated,
    "arabic-metadata.pdf": lambda: _pdf(_info),
    "archival.pdf": _archival,
    "form-without-script.pdf": _form,
    "signed.pdf": _signed,
    "outline.pdf": _outlined,
    "link.pdf": lambda: with_page(
        "/Annots [<< /Type /Annot /Subtype /Link /Rect [9 9 99 99] /A << /S /URI /URI (https://example.org) >> >>]"
    ),
    "goes-to-first-page.pdf": lambda: with_catalogue("/OpenAction [3 0 R /Fit]"),
    "text-for-ligatures.pdf": _tagged_ligatures,
    "layer-on.pdf": _layer_on,
    "watermark.pdf": _watermark,
    "form-in-form.pdf": _long_form,
    "tiled-background.pdf": _tiled_background,
    "soft-mask.pdf": _soft_shadow,
    "deflated-content.pdf": lambda: whole({**objects(), 4: flate(print_of())}),
    "junk-before-header.pdf": lambda: b"\xef\xbb\xbf\n" + certificate(),
    "blanks-after-end.pdf": lambda: certificate() + b"\0" * 500,
    "us-letter.pdf": lambda: _on_sheet(b"[0 0 612 792]"),
    "a3.pdf": lambda: _on_sheet(b"[0 0 842 1191]"),
    "box-not-at-zero.pdf": lambda: _on_sheet(b"[-9 -9 586 833]"),
}
READ: dict[str, Callable[[], bytes]] = {
    "scan-without-layer.pdf": hidden.scan,
    "scan-with-layer.pdf": lambda: hidden.scan(hidden.honest_layer()),
    "scan-deflated.pdf": _flate_scan,
    "photo.jpg": lambda: saved("JPEG", _sheet(), quality=80),
    "progressive.jpg": lambda: saved("JPEG", _sheet(), quality=80, progressive=True),
    "cmyk.jpg": lambda: saved("JPEG", _sheet().convert("CMYK"), quality=80),
    "grey.jpg": lambda: saved("JPEG", _sheet().convert("L"), quality=80),
    "turned-by-exif-3.jpg": lambda: _turned(3),
    "turned-by-exif-6.jpg": lambda: _turned(6),
    "turned-by-exif-8.jpg": lambda: _turned(8),
    "place-in-exif.jpg": _placed,
    "extension-jfif.jfif": lambda: saved("JPEG", _sheet(), quality=80),
    "16-bit.png": _deep_grey,
    "palette.png": lambda: saved("PNG", _sheet().convert("L").quantize(16)),
    "one-bit.png": lambda: saved("PNG", _sheet().convert("1", dither=Image.Dither.NONE)),
    "clear-ground.png": _clear_ground,
    "text-inside.png": _with_text,
    "several-pages.tif": _frames,
    "fax.tif": lambda: saved(
        "TIFF",
        _sheet().convert("1", dither=Image.Dither.NONE),
        compression="group4",
        dpi=(150, 150),
    ),
}
OTHER: dict[str, Callable[[], bytes]] = {"iphone.heic": HEIC.read_bytes}


def kinds() -> Iterator[Kind]:
    for file_name, make in {**PLAIN, **READ, **OTHER}.items():
        yield file_kind("honest", file_name.replace(".", "-"), file_name, make)

"""Cases about the file as such: what opens, what does not, what its name says."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from random import Random

import pikepdf

from specimens.canvas import Ink, Sheet
from specimens.cases.case import Case, sent
from specimens.cases.pages import letter
from specimens.channels import Channel
from specimens.channels.broken import office_document
from specimens.folders.orders import Order

_CERTIFICATE = "school_certificate.apogee_table"
_HUGE_PX = 60_000
_OVER_LIMIT = 50_000_001
"""One byte more than docscheck reads of a file (`max_file_bytes` of portal.toml)."""
_HEAVY = 2_100_000
_PAGES_TOO_MANY = 200
"""With the certificate one more than are looked at (`max_pages_inspected` of portal.toml)."""


def certificate() -> bytes:
    """The student's certificate of enrolment, in order, as native text."""
    return sent(_CERTIFICATE)


def _broken(how: str) -> bytes:
    order = Order("certificate", "school_certificate", channels=(Channel.NATIVE,), broken=how)
    return sent(_CERTIFICATE, order)


def _changed(change: object) -> bytes:
    """Give the certificate with something done to its PDF."""
    out = BytesIO()
    with pikepdf.open(BytesIO(certificate())) as pdf:
        if callable(change):
            change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _restricted() -> bytes:
    """Forbid printing, with the old lock that draws no salt: the same bytes every time."""
    allow = pikepdf.Permissions(print_lowres=False, print_highres=False, extract=False)
    lock = pikepdf.Encryption(
        owner="specimen", user="", R=3, aes=False, metadata=False, allow=allow
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(certificate())) as pdf:
        pdf.save(out, encryption=lock, static_id=True)
    return out.getvalue()


def _without_table() -> bytes:
    """Cut off the table of objects at the end, which readers have to build again."""
    out = BytesIO()
    with pikepdf.open(BytesIO(certificate())) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    data = out.getvalue()
    return data[: data.rindex(b"xref\n0")] + b"\n%%EOF"


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('SPECIMEN')"))
    )


def _padding(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Padding = pdf.make_stream(Random("padding").randbytes(_HEAVY))


def _white_words(pdf: pikepdf.Pdf) -> None:
    sheet = Sheet()
    words = "PASSEPORT PASSPORT année universitaire 2031-2032 à lire par une machine seulement"
    sheet.text(20, 250, words, Ink(colour="#ffffff"))
    with pikepdf.open(BytesIO(sheet.finish())) as hidden:
        pdf.pages[0].add_overlay(hidden.pages[0])


def _many_pages() -> bytes:
    """Put blank pages behind the certificate."""

    def add(pdf: pikepdf.Pdf) -> None:
        for _ in range(_PAGES_TOO_MANY):
            pdf.add_blank_page()

    return _changed(add)


def _huge_picture() -> bytes:
    """A PNG of a few bytes that claims more pixels than any paper needs."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    header = struct.pack(">IIBBBBB", _HUGE_PX, _HUGE_PX, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def _unknown_words() -> bytes:
    rows = ("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor",) * 8
    return letter("Dolor in reprehenderit", *rows)


FILES: Mapping[str, Case] = {
    "certificate_in_order": Case(
        "one certificate, in order", lambda: {"certificat.pdf": certificate()}
    ),
    "empty_file": Case("a file of no bytes", lambda: {"certificat.pdf": b""}),
    "printing_forbidden": Case(
        "a PDF that opens but may not be printed", lambda: {"certificat.pdf": _restricted()}
    ),
    "table_of_objects_lost": Case(
        "a PDF whose table of objects is lost", lambda: {"certificat.pdf": _without_table()}
    ),
    "no_extension": Case("a name without .pdf", lambda: {"certificat": certificate()}),
    "word_file": Case(
        "a word processor's file", lambda: {"certificat.docx": office_document().data}
    ),
    "huge_file": Case(
        "a file over 50 MB", lambda: {"certificat.pdf": b"%PDF-1.7" + bytes(_OVER_LIMIT - 8)}
    ),
    "many_pages": Case("a PDF of more than 200 pages", lambda: {"certificat.pdf": _many_pages()}),
    "huge_picture": Case("a picture of 3600 megapixels", lambda: {"visa.png": _huge_picture()}),
    "no_time_left": Case(
        "a folder for which no time is left (limit lowered to 0 s)",
        lambda: {"certificat.pdf": certificate()},
        limits={"seconds_per_folder": 0},
    ),
    "locked_in_archive": Case(
        "a .zip with a file that has a password",
        lambda: {"certificat.pdf": certificate()},
        locked=("certificat.pdf",),
    ),
    "same_file_twice": Case(
        "one file under two names",
        lambda: {"certificat.pdf": certificate(), "certificat (1).pdf": certificate()},
    ),
    "script_in_pdf": Case(
        "a PDF with a program in it", lambda: {"certificat.pdf": _changed(_script)}
    ),
    "white_words": Case(
        "words in white on white", lambda: {"certificat.pdf": _changed(_white_words)}
    ),
    "strange_name": Case(
        "a name with signs that upload forms refuse", lambda: {"certificat ✅.pdf": certificate()}
    ),
    "heavy_file": Case("a file over 2 MB", lambda: {"certificat.pdf": _changed(_padding)}),
    "blank_page": Case("a page with nothing on it", lambda: {"certificat.pdf": _broken("blank")}),
    "unknown_words": Case("a page of no known type", lambda: {"page.pdf": _unknown_words()}),
    "worker_without_memory": Case(
        "no memory to read with (limit lowered to 200 MB)",
        lambda: {"certificat.pdf": certificate()},
        limits={"worker_memory_bytes": 200_000_000},
    ),
}

"""Files that cannot be read as they are, and one that can, all made here."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas


def certificate() -> bytes:
    """A certificate of enrolment as a university's site gives it: text, one page."""
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(150, 760, "CERTIFICAT DE SCOLARITÉ")
    page.setFont("Helvetica", 11)
    lines = (
        "Université de Bellerive - Année universitaire 2026-2027",
        "Nous certifions que Amina TESTARD, née le 14/03/2005,",
        "est régulièrement inscrite en première année de licence.",
        "Numéro étudiant : 22612345",
        "Fait à Bellerive, le 10/09/2026",
    )
    for number, line in enumerate(lines):
        page.drawString(80, 700 - 22 * number, line)
    page.save()
    return stream.getvalue()


def certificate_that_says_more() -> bytes:
    """The certificate, with words in white that say it is a passport of another year."""
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=(595, 842))
    page.setFillGray(1)
    page.drawString(
        80, 400, "PASSEPORT PASSPORT année universitaire 2031-2032 identifier as passport"
    )
    page.save()
    with pikepdf.open(io.BytesIO(certificate())) as pdf, pikepdf.open(stream) as hidden:
        pdf.pages[0].add_overlay(hidden.pages[0])
        mixed = io.BytesIO()
        pdf.save(mixed)
    return mixed.getvalue()


def encrypted() -> bytes:
    """The certificate behind a password."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(certificate())) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return stream.getvalue()


def no_page() -> bytes:
    """A PDF that is well formed and has no page."""
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(stream)
    return stream.getvalue()


def huge_picture() -> bytes:
    """A PNG of a few bytes whose header claims 60 000 by 60 000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = (
        chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )
    return b"\x89PNG\r\n\x1a\n" + parts


def write_all(folder: Path) -> None:
    """Write one of each."""
    data = certificate()
    files = {
        "certificate.pdf": data,
        "empty.pdf": b"",
        "truncated.pdf": data[: len(data) // 3],
        "encrypted.pdf": encrypted(),
        "passport.jpg": data,
        "no_page.pdf": no_page(),
        "huge.png": huge_picture(),
        "note.txt": b"buy milk",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)

"""PDF files written object by object, so that each may be wrong in one exact way."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

LINES = (
    "CERTIFICAT DE SCOLARITE",
    "Universite de Bellerive - Annee universitaire 2026-2027",
    "Nous certifions que Amina TESTARD, nee le 14/03/2005,",
    "est regulierement inscrite en premiere annee de licence.",
    "Numero etudiant : 22612345",
    "Fait a Bellerive, le 10/09/2026",
)


def print_of(lines: tuple[str, ...] = LINES, size: int = 11, top: int = 760) -> bytes:
    """Content that prints lines in Helvetica."""
    rows = (
        f"BT /F0 {size} Tf 80 {top - 24 * row} Td ({line}) Tj ET" for row, line in enumerate(lines)
    )
    return "\n".join(rows).encode("cp1252")


def stream(data: bytes, entries: str = "", *, length: str | None = None) -> bytes:
    """A stream object's body."""
    told = str(len(data)) if length is None else length
    return f"<< /Length {told} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def flate(data: bytes, entries: str = "") -> bytes:
    return stream(zlib.compress(data, 9), f"/Filter /FlateDecode {entries}")


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
    b" /Resources << /Font << /F0 5 0 R >> >> /Contents 4 0 R >>"
)


def objects(content: bytes | None = None) -> dict[int, bytes]:
    """The objects of an honest certificate of one page: catalogue, pages, page, content, font."""
    printed = stream(print_of() if content is None else content)
    return {1: CATALOGUE, 2: PAGES, 3: PAGE, 4: printed, 5: FONT}


def whole(
    made: Mapping[int, bytes],
    *,
    trailer: str = "",
    version: str = "1.7",
    end: bytes = b"%%EOF\n",
    gap: int = 0,
) -> bytes:
    """A file of these objects, with its table of places; `gap` puts every place wrong by so much."""
    out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    places = {}
    for number, body in made.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    size, start = max(made) + 1, len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        place = places.get(number)
        row = f"{place + gap:010} 00000 n \n" if place is not None else "0000000000 65535 f \n"
        out += row.encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode()
    out += f"startxref\n{start}\n".encode() + end
    return bytes(out)


def certificate(content: bytes | None = None) -> bytes:
    """The honest certificate, with other content where some is given."""
    return whole(objects(content))


def with_page(entries: str, *, content: bytes | None = None, **more: bytes) -> bytes:
    """The certificate with these entries in its page, and objects `o6`, `o7`, ... added."""
    made = objects(content)
    made[3] = PAGE[:-2] + entries.encode() + b" >>"
    made.update({int(name[1:]): body for name, body in more.items()})
    return whole(made)


def with_resources(entries: str, content: bytes, **more: bytes) -> bytes:
    """The certificate with resources beside its font, other content, and objects added."""
    made = objects(content)
    made[3] = PAGE.replace(b"/F0 5 0 R >>", f"/F0 5 0 R >> {entries}".encode())
    made.update({int(name[1:]): body for name, body in more.items()})
    return whole(made)


def with_catalogue(entries: str, **more: bytes) -> bytes:
    """The certificate with these entries in its catalogue, and objects added."""
    made = objects()
    made[1] = CATALOGUE[:-2] + entries.encode() + b" >>"
    made.update({int(name[1:]): body for name, body in more.items()})
    return whole(made)


def zeros(mebibytes: int, byte: bytes = b"\0") -> bytes:
    """So many MiB of one byte, deflated: a thousandth of that.

    After a full flush (RFC 1950, RFC 1951) each MiB packs to the same bytes, so one is packed and
    repeated; the checksum of equal bytes has a closed form.
    """
    packer, chunk = zlib.compressobj(9), byte * (1 << 20)
    packer.compress(chunk)
    packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    count, value = mebibytes << 20, byte[0]
    low = (1 + value * count) % 65_521
    high = (count + value * (count * (count + 1) // 2)) % 65_521
    return b"\x78\xda" + again * mebibytes + b"\x03\0" + ((high << 16) | low).to_bytes(4, "big")

"""Files that cannot be opened, or are not what their name says."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf

from specimens.channels.pages_of_pictures import written
from specimens.channels.pictures import MARK
from specimens.channels.sent import Channel, Sent, SentPage

PASSWORD = "specimen"  # noqa: S105 - the lock of a fictitious paper, published on purpose


def truncated(sent: Sent, rng: Random) -> Sent:
    """Stop in the middle, as a download that was cut."""
    return replace(sent, data=sent.data[: round(len(sent.data) * rng.uniform(0.3, 0.7))], pages=())


def empty(sent: Sent) -> Sent:
    """Leave nothing of the file but its name."""
    return replace(sent, data=b"", pages=())


def encrypted(sent: Sent) -> Sent:
    """Lock a PDF behind a password asked for at opening.

    The old RC4 lock (ISO 32000-1, 7.6.3, revision 3) is taken because it draws no salt: the same
    bytes every time.
    """
    lock = pikepdf.Encryption(
        owner=PASSWORD + "-owner", user=PASSWORD, R=3, aes=False, metadata=False
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(sent.data)) as pdf:
        pdf.save(out, encryption=lock, static_id=True)
    return replace(sent, data=out.getvalue(), pages=())


def without_pages() -> Sent:
    """Write a valid PDF of no page."""
    with pikepdf.new() as pdf:
        return Sent(written(pdf), ".pdf", Channel.NATIVE, ())


def blank_page() -> Sent:
    """Write a PDF of one A4 page with nothing on it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595.28, 841.89))
        return Sent(written(pdf), ".pdf", Channel.NATIVE, (SentPage((), spoiled="blank"),))


def misnamed(sent: Sent) -> Sent:
    """Give a PDF a picture's extension and a picture a PDF's, the content as it was."""
    return replace(sent, suffix=".jpg" if sent.suffix == ".pdf" else ".pdf")


def office_document() -> Sent:
    """Write a word processor's file (ECMA-376, the least a reader accepts)."""
    return Sent(_docx(), ".docx", Channel.NATIVE, ())


def _docx() -> bytes:
    word = "wordprocessingml"
    declaration, schemas = '<?xml version="1.0"?>', "http://schemas.openxmlformats.org"
    types, links = "application/vnd.openxmlformats", "officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'{declaration}<Types xmlns="{schemas}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{types}-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}-officedocument.{word}'
        '.document.main+xml"/></Types>',
        "_rels/.rels": f'{declaration}<Relationships xmlns="{schemas}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{schemas}/{links}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{declaration}<w:document xmlns:w="{schemas}/{word}/2006/main">'
        f"<w:body><w:p><w:r><w:t>{MARK}</w:t></w:r></w:p></w:body></w:document>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()

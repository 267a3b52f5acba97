"""Files that are not what their names say, or two things at once."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from tests.hostile.archives import zipped
from tests.hostile.damaged import sound
from tests.hostile.kind import Kind, file_kind
from tests.hostile.raw_pdf import certificate


def _office(inner: str, kind: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in (
            ("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/></Types>'),
            ("_rels/.rels", "<Relationships/>"),
            (inner, "<a/>"),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


MAKERS: dict[str, Callable[[], bytes]] = {
    "pdf-named.jpg": certificate,
    "jpg-named.pdf": lambda: sound("jpg"),
    "png-named.jpg": lambda: sound("png"),
    "jpg-named.png": lambda: sound("jpg"),
    "webp-named.jpg": lambda: sound("webp"),
    "heic-named.jpg": lambda: sound("heic"),
    "bmp-named.pdf": lambda: sound("bmp"),
    "double-extension.pdf.exe": certificate,
    "program-named.pdf": lambda: b"MZ\x90\0" + bytes(60) + b"PE\0\0" + bytes(900),
    "elf-named.jpg": lambda: b"\x7fELF\2\1\1" + bytes(900),
    "script-named.pdf": lambda: b"#!/bin/sh\nrm -rf ~\n" * 30,
    "html-named.pdf": lambda: b"<!DOCTYPE html><html><script>alert(1)</script></html>" * 9,
    "html.html": lambda: b"<!DOCTYPE html><html><img src=http://192.0.2.1/></html>" * 9,
    "text.txt": lambda: b"acheter du lait\n" * 9,
    "rich-text.rtf": lambda: b"{\\rtf1\\ansi{\\object\\objdata 00}}" * 9,
    "word.docx": lambda: _office(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    "word-named.pdf": lambda: _office(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    "old-word.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000),
    "without-extension": certificate,
    "picture-without-extension": lambda: sound("jpg"),
    "odd-extension.xyz": certificate,
    "pdf-and-zip.pdf": lambda: certificate() + zipped([("evil.txt", b"x" * 99)]),
    "zip-and-pdf.zip": lambda: zipped([("a.txt", b"x")]) + certificate(),
    "gif-and-script.gif": lambda: sound("gif") + b"/*'*/;alert(1)//" * 9,
    "jpg-and-html.jpg": lambda: sound("jpg") + b"<script>alert(1)</script>",
    "jpg-and-pdf.jpg": lambda: sound("jpg") + certificate(),
    "pdf-and-jpg.pdf": lambda: sound("jpg")[:600] + certificate(),
    "png-and-zip.png": lambda: sound("png") + zipped([("a.txt", b"x")]),
    "xml-laughs.xml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">'
        + b"".join(f'<!ENTITY b{n} "&b{n - 1};&b{n - 1};">'.encode() for n in range(1, 60))
        + b"]><a>&b59;</a>"
    ),
    "mail.eml": lambda: b"From: a@example.org\nTo: b@example.org\nSubject: x\n\nbonjour\n",
    "video.mp4": lambda: b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + bytes(2_000),
    "avif.avif": lambda: b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(2_000),
    "fdf-form.pdf": lambda: b"%FDF-1.2\n1 0 obj\n<< /FDF << /F (x.pdf) >> >>\nendobj\n%%EOF",
    "xps.xps": lambda: _office("FixedDocSeq.fdseq", "application/vnd.ms-package.xps"),
}


def kinds() -> Iterator[Kind]:
    for file_name, make in MAKERS.items():
        yield file_kind("type", file_name.replace(".", "-"), file_name, make)

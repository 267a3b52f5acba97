"""Codes on whole papers: found where the type may bear one, compared, never followed."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

import numpy as np
import zxingcpp
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from docscheck.document import Part, Source
from docscheck.examine import Examiner
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from tests.pages.drawn import A4
from tests.readers.test_two_d_doc import RIB

LINES = (
    "Titulaire du compte : M EXEMPLE HENRY",
    "IBAN FR70 3000 2005 5000 0015 7845 Z02",
    "BIC CRLYFRPP",
    "Code banque 30002  Code guichet 00550  N° de compte 0000157845Z  Clé RIB 02",
    "Domiciliation : agence de Saint-Aubin",
)
SCHOOL = (
    "Année universitaire 2026-2027",
    "Nous certifions que Madame SPECIMEN Natacha, née le 12/07/2004 à Metz,",
    "est inscrite en licence de physique, première année.",
    "Le président de l'université",
)


@cache
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "auto", date(2026, 11, 25)))


def paper(title: str, lines: tuple[str, ...], kind: str, code: bytes) -> bytes:
    """A native page with a code drawn as a picture."""
    drawn = zxingcpp.create_barcode(code, getattr(zxingcpp.BarcodeFormat, kind))
    image = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(drawn, scale=4)))
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica-Bold", 18)
    page.drawString(60, 770, title)
    page.setFont("Helvetica", 11)
    for row, line in enumerate(lines):
        page.drawString(60, 720 - 24 * row, line)
    page.drawImage(ImageReader(image), 60, 420, 110, 110)
    page.save()
    return out.getvalue()


def part_of(data: bytes) -> Part:
    (part,) = examiner().examine(data, "pdf").examined.parts
    return part


def test_the_seal_of_a_rib_stands_beside_what_is_printed() -> None:
    part = part_of(paper("RELEVÉ D'IDENTITÉ BANCAIRE", LINES, "DataMatrix", RIB))
    assert part.classification.type == "rib"
    ibans = [(f.source, f.value) for f in part.fields if f.name == "iban"]
    assert ibans == [
        (Source.TEXT_LAYER, "FR7030002005500000157845Z02"),
        (Source.BARCODE, "FR7030002005500000157845Z02"),
    ]


def test_the_address_on_a_certificate_is_known_by_its_host() -> None:
    address = b"https://verif.univ.example/certificat/88121?jeton=N4T4CH4"
    part = part_of(paper("CERTIFICAT DE SCOLARITÉ", SCHOOL, "QRCode", address))
    assert part.classification.type == "school_certificate"
    assert part.hosts == ("verif.univ.example",)
    assert "N4T4CH4" not in repr(part)

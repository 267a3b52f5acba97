"""Pages set by hand, where a case needs one value to be exactly so: passports, letters, codes.

Nothing here resembles a state's or a school's own paper; every page says SPECIMEN.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import zxingcpp
from PIL import Image

from specimens.canvas import PASSPORT_PAGE, Ink, Sheet
from specimens.cases.case import STUDENT
from specimens.mrz_text import MrzHolder, compose_td3

_TITLE, _LABEL, _VALUE = Ink(size=11, bold=True), Ink(size=5), Ink(size=9)
_BODY = Ink(size=11)
_LEFT, _STEP = 8.0, 9.0
_MRZ_LEFT, _MRZ_FIRST, _MRZ_STEP = 6.6, 73.6, 6.35


@dataclass(frozen=True, slots=True)
class Printed:
    """What a passport page says in print; its zone says the same unless told otherwise."""

    surname: str = STUDENT.surname.upper()
    given_names: str = STUDENT.given_names[0].upper()
    birth_date: date = STUDENT.birth_date
    number: str = "A01234567"
    expiry_date: date = date(2031, 5, 2)


def passport_page(
    printed: Printed = Printed(), zone: Printed | None = None, *, with_zone: bool = True
) -> bytes:
    """Set a passport's data page as a native PDF."""
    sheet = Sheet(*PASSPORT_PAGE)
    sheet.text(
        _LEFT, 10, "RÉPUBLIQUE DU SÉNÉGAL   PASSEPORT / PASSPORT   SPECIMEN", _TITLE, fit=108
    )
    rows = (
        ("Passeport n° / Passport No.", printed.number),
        ("Nom / Surname", printed.surname),
        ("Prénoms / Given names", printed.given_names),
        ("Date de naissance / Date of birth", f"{printed.birth_date:%d/%m/%Y}"),
        ("Date d'expiration / Date of expiry", f"{printed.expiry_date:%d/%m/%Y}"),
    )
    for number, (label, value) in enumerate(rows):
        sheet.text(_LEFT, 18 + number * _STEP, label, _LABEL)
        sheet.text(_LEFT, 22 + number * _STEP, value, _VALUE)
    if with_zone:
        for number, line in enumerate(compose_td3(_holder(zone or printed))):
            sheet.mrz(_MRZ_LEFT, _MRZ_FIRST + number * _MRZ_STEP, line)
    return sheet.finish()


def other_number(printed: Printed = Printed()) -> Printed:
    """Change one digit of the number."""
    return replace(printed, number=printed.number[:-1] + "1")


def letter(title: str, *lines: str, code: tuple[str, bytes] | None = None) -> bytes:
    """Set a plain letter; `code` is a barcode's format and content."""
    sheet = Sheet()
    sheet.text(105, 40, title, Ink(size=18, bold=True), align="centre")
    for number, line in enumerate(lines):
        sheet.text(25, 65 + number * 9, line, _BODY)
    sheet.text(25, 280, "SPECIMEN", Ink(size=8))
    if code is not None:
        sheet.image(25, 200, 40, 40, _barcode(*code))
    return sheet.finish()


def _barcode(kind: str, content: bytes) -> Image.Image:
    drawn = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, kind))
    return Image.fromarray(np.array(zxingcpp.write_barcode_to_image(drawn, scale=6))).convert("RGB")


def _holder(values: Printed) -> MrzHolder:
    return MrzHolder(
        surname=values.surname,
        given_names=values.given_names,
        sex=STUDENT.sex,
        birth_date=values.birth_date,
        nationality=STUDENT.nationality,
        issuer=STUDENT.nationality,
        number=values.number,
        expiry_date=values.expiry_date,
    )

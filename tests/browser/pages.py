"""Reports as files, to be opened in the browser: facts by hand, pictures drawn, nothing read."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace
from PIL import Image, ImageDraw

from docscheck.document import Box, PagePicture
from docscheck.losses import Trouble
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters import to_html
from docscheck.reporters.interface import Manner, titles_of
from tests import literal
from tests.literal import part, proven, read
from tests.reporters.reports import PRIVATE, RULEBOOK, bank_slip, report

EXPIRY_PLACE = Box(0.4, 0.6, 0.7, 0.65)


def much_wrong() -> Report:
    """A folder in which every kind of line occurs, one name long, one Arabic."""
    private = [proven(name, value) for name, value in PRIVATE.items() if name != "iban"]
    expired = replace(proven("expiry_date", "2025-08-16"), box=EXPIRY_PLACE)
    return report(
        literal.file("passport.pdf", part("passport", *private, expired, mrz=literal.zone())),
        bank_slip(f"{'rib_' * 40}.pdf"),
        literal.file("شهادة الميلاد.pdf", trouble=Trouble.CORRUPT),
        literal.file("visa.jpg", part("visa"), media_type="image/jpeg"),
        literal.file(
            "several pages.pdf", part("school_certificate", pages=(1, 2, 3)), trouble=None
        ),
    )


def in_order() -> Report:
    """A folder that is ready."""
    who = literal.holder("ROSSI", "ANNA", "2004-05-17")
    zone_values = {"surname": "ROSSI", "given_names": "ANNA", "birth_date": "2004-05-17"}
    passport = [proven(name, value) for name, value in zone_values.items()]
    year = (read("school_year", "2026-2027"), read("institution", "Université de Bellerive"))
    return report(
        literal.file(
            "passport.pdf",
            part("passport", *passport, proven("expiry_date", "2031-05-06"), mrz=literal.zone()),
        ),
        literal.file("enrolment.pdf", part("school_certificate", *who, *year)),
        declared=Declared(nationality="ITA", ehic=False),
    )


def drawn(number: int) -> PagePicture:
    """A page with lines on it."""
    image = Image.new("RGB", (700, 990), (245, 245, 240))
    pen = ImageDraw.Draw(image)
    for top in range(80, 900, 60):
        pen.rectangle((70, top, 630, top + 18), fill=(150, 155, 165))
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=60)
    return PagePicture(number, stream.getvalue(), image.width, image.height)


def pictures_of(told: Report) -> Mapping[str, tuple[PagePicture, ...]]:
    """A picture of every page."""
    return {
        file.file.path: tuple(drawn(page.number) for page in file.examined.pages)
        for file in told.files
        if file.examined.pages
    }


def written(
    told: Report,
    place: Path,
    language: str = "en",
    pictures: Mapping[str, tuple[PagePicture, ...]] | None = None,
) -> Path:
    """Write the report to a file, with a picture of every page."""
    shown = pictures_of(told) if pictures is None else pictures
    manner = Manner(language, Speaker(titles_of(RULEBOOK)), RULEBOOK, pictures=shown)
    with place.open("w", encoding="utf-8") as out:
        to_html.write(told, out, manner)
    return place

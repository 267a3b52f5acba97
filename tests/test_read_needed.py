"""What an officer needs, read line by line where a page as a whole did not tell it."""

from __future__ import annotations

import io
from functools import cache

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docscheck.document import Part
from docscheck.examine import Examiner
from docscheck.read_again import SecondLook
from docscheck.rulebook.load import for_reading, packaged_rules, read
from docscheck.worker.protocol import Setup
from tests.literal import TODAY

pytestmark = pytest.mark.slow
_LINES = (
    ("Université d'Essai", 6.0, 28),
    ("CERTIFICAT DE SCOLARITÉ", 5.0, 52),
    ("Année universitaire 2026-2027", 3.4, 66),
    ("Le président certifie que Mme Amina TESTARD, née le 12 mai 2004,", 3.0, 82),
    ("est régulièrement inscrite en licence pour l'année en cours.", 3.0, 90),
    ("Fait pour servir et valoir ce que de droit, le 20 septembre 2026", 3.0, 104),
)


@cache
def examiner(needed: bool) -> Examiner:
    """One that knows what is needed, as workers do, and one that does not."""
    raw = read(packaged_rules())
    return Examiner(Setup(for_reading(raw) if needed else raw, "auto", TODAY))


def sent_by_messenger(dpi: int, quality: int) -> bytes:
    """A certificate as a messenger leaves it: few pixels, a coarse JPEG."""
    sheet = Image.new("L", (round(210 * dpi / 25.4), round(148 * dpi / 25.4)), 250)
    pen = ImageDraw.Draw(sheet)
    for text, size_mm, top_mm in _LINES:
        face = ImageFont.truetype("LiberationSerif-Regular.ttf", round(size_mm * dpi / 25.4))
        pen.text((round(25 * dpi / 25.4), round(top_mm * dpi / 25.4)), text, 30, face)
    stream = io.BytesIO()
    sheet.save(stream, "JPEG", quality=quality, dpi=(dpi, dpi))
    return stream.getvalue()


def under_a_lamp(picture: bytes, light: float) -> bytes:
    """The same under the reflection of a lamp, which adds so much light."""
    page = np.asarray(Image.open(io.BytesIO(picture)), np.float32)
    height, width = page.shape
    centre, axes = (width // 2, round(0.51 * height)), (round(0.4 * width), round(0.2 * height))
    lamp = cv2.ellipse(np.zeros_like(page), centre, axes, 0, 0, 360, 1.0, -1)
    lit = np.clip(page + light * cv2.GaussianBlur(lamp, (0, 0), 20), 0, 255).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(lit).save(stream, "PNG", dpi=(150, 150))
    return stream.getvalue()


def part_of(data: bytes, *, needed: bool) -> Part:
    (part,) = examiner(needed).examine(data, "jpg").examined.parts
    return part


def value(part: Part, name: str) -> str | None:
    found = part.field(name)
    return found.value if found is not None else None


def test_a_clear_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    monkeypatch.setattr(SecondLook, "in_bands", lambda self, read: iter(looks.append(read) or ()))
    part = part_of(sent_by_messenger(150, 90), needed=True)
    assert value(part, "school_year") == "2026-2027"
    assert looks == []


def test_lines_under_a_reflection_are_read_in_bands_for_what_is_needed() -> None:
    data = under_a_lamp(sent_by_messenger(150, 90), 170)
    assert value(part_of(data, needed=False), "surname") is None
    assert value(part_of(data, needed=True), "surname") == "TESTARD"

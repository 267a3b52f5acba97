"""What stands around the zone? Passport pages, cards, visas: own layouts, at `PX_PER_MM`.

Nothing here is a copy of a real document: patterns, words and portraits are made up of waves,
boxes and ovals. `draw_paper` gives a paper with a zone, `draw_without` one that has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from random import Random

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from specimens.canvas import find_font_file
from specimens.unseen_zones.lines import Zone, draw_zone, words
from specimens.unseen_zones.ocr_b import LINE_MM, PITCH_MM, PX_PER_MM, Print, draw_print, set_line

Pixels = npt.NDArray[np.uint8]
SIZES = {
    "TD3": (125.0, 88.0), "TD1": (85.6, 54.0), "TD2": (105.0, 74.0), "FRA-ID": (105.0, 74.0),
    "MRV-A": (120.0, 80.0), "MRV-B": (105.0, 74.0),
}  # fmt: skip
_SANS = ("Liberation Sans", "DejaVu Sans", "Open Sans", "Lato", "Carlito")
_FAMILIES = (*_SANS, "Liberation Serif", "Liberation Mono", "Caladea", "DejaVu Serif")
_TITLES = ("PASSEPORT", "PASSPORT", "REISEPASS", "PASAPORTE", "PASSAPORTO", "PASZPORT")
_CARD_TITLES = (
    "IDENTITY CARD",
    "CARTE NATIONALE D'IDENTITE",
    "RESIDENCE PERMIT",
    "PERSONALAUSWEIS",
)
_LABELS = (
    "Surname / Nom", "Given names / Prenoms", "Nationality", "Date of birth / Date de naissance",
    "Sex / Sexe", "Place of birth", "Date of issue", "Date of expiry", "Authority / Autorite",
    "Document No.", "Height", "Personal No.", "Observations", "Signature of bearer",
)  # fmt: skip
_WORDS = words(
    "REPUBLIC FEDERAL MINISTRY INTERIOR PREFECTURE CITY NORTH RIVER ISSUED VALID FOR HOLDER "
    "STAY DAYS ENTRIES MULTIPLE FROM UNTIL REMARKS STUDENT NUMBER WORK AUTHORISED ADDRESS "
    "STREET"
)


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A paper in colour at `PX_PER_MM`."""

    zone: Zone | None
    pixels: Pixels
    size_mm: tuple[float, float]
    band_mm: tuple[float, float, float, float]
    """Left, top, right, bottom of the zone; of the whole paper where there is none."""


@dataclass(slots=True)
class _Desk:
    """A paper being drawn."""

    rng: Random
    image: Image.Image
    draw: ImageDraw.ImageDraw
    ink: tuple[int, int, int]
    family: str

    def write(self, x: float, y: float, text: str, points: float, ink: object = None) -> None:
        """Write at a place in millimetres; `y` is the top."""
        font = _font(self.family, round(points * 0.353 * PX_PER_MM))
        colour = ink if isinstance(ink, tuple) else self.ink
        self.draw.text((x * PX_PER_MM, y * PX_PER_MM), text, fill=colour, font=font)


@cache
def _font(family: str, px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(find_font_file(family)), px)


def draw_paper(rng: Random, shape: str) -> DrawnPaper:
    """Draw a paper of a shape with its zone."""
    zone = draw_zone(rng, shape)
    width, height = SIZES[shape]
    desk = _desk(rng, width, height)
    layout = rng.choice(_LAYOUTS[shape])
    layout(desk, width, height, zone)
    how = draw_print(rng)
    if shape == "TD1":
        how = replace(how, step_mm=rng.uniform(6.0, 6.5))
    pixels, band = _print_zone(np.asarray(desk.image), zone, how, desk, (width, height))
    paper = DrawnPaper(zone, pixels, (width, height), band)
    if shape == "TD3" and rng.random() < 0.35:
        return _with_upper_page(paper, rng)
    if shape.startswith("MRV") and rng.random() < 0.5:
        return _on_passport_page(paper, rng)
    return paper


def draw_without(rng: Random) -> DrawnPaper:
    """Draw a paper that has no zone, with what may be taken for one."""
    width, height = rng.choice(((125.0, 88.0), (85.6, 54.0), (105.0, 148.0), (148.0, 105.0)))
    desk = _desk(rng, width, height)
    rng.choice((_data_page, _card_front, _letter, _table_of_codes, _form_of_boxes))(
        desk, width, height, draw_zone(rng, "TD3")
    )
    return DrawnPaper(None, np.asarray(desk.image), (width, height), (0, 0, width, height))


def _desk(rng: Random, width: float, height: float) -> _Desk:
    paper = _pattern(rng, round(width * PX_PER_MM), round(height * PX_PER_MM))
    image = Image.fromarray(paper)
    ink = tuple(rng.randint(0, 80) for _ in range(3))
    return _Desk(rng, image, ImageDraw.Draw(image), (ink[0], ink[1], ink[2]), rng.choice(_FAMILIES))


def _pattern(rng: Random, width: int, height: int) -> Pixels:
    """Paint security print: two tints that run into each other under families of fine waves."""
    one, other = (np.array([rng.uniform(205, 250) for _ in range(3)], np.float32) for _ in "ab")
    columns = np.mgrid[0:440, 0 : width : width / 620][1].astype(np.float32)
    mix = (0.5 + 0.5 * np.sin(columns / width * rng.uniform(1, 5) + rng.uniform(0, 6)))[..., None]
    tint = cv2.resize(one * mix + other * (1 - mix), (width, height)).astype(np.uint8)
    for _ in range(rng.choice((0, 1, 1, 2))):
        _waves(tint, rng, width, height)
    return tint


def _waves(tint: Pixels, rng: Random, width: int, height: int) -> None:
    gap, swing, length = rng.uniform(14, 60), rng.uniform(4, 60), rng.uniform(120, 1500)
    colour = tuple(rng.randint(120, 215) for _ in range(3))
    xs = np.arange(0, width + 24, 12, dtype=np.float32)
    curve = swing * np.sin(xs / length * 2 * np.pi + rng.uniform(0, 6))
    lean = rng.uniform(-0.4, 0.4)
    start = -swing - abs(lean) * width
    for number in range(int((height - 2 * start) / gap)):
        ys = start + number * gap + curve + lean * xs
        line = np.stack([xs, ys], axis=1).astype(np.int32)
        cv2.polylines(tint, [line], False, colour, rng.choice((1, 1, 2)), cv2.LINE_AA)


def _print_zone(
    paper: Pixels, zone: Zone, how: Print, desk: _Desk, size: tuple[float, float]
) -> tuple[Pixels, tuple[float, float, float, float]]:
    rng = desk.rng
    width, height = size
    long = len(zone.lines[0]) * PITCH_MM * how.pitch
    left = max(0.6, min((width - long) / 2 + rng.uniform(-1.0, 1.0), width - long - 0.6))
    # The middle of the lowest line is 7.2 to 10 mm above the edge.
    last = height - rng.uniform(6.2, 9.4)
    out = paper.astype(np.float32)
    if rng.random() < 0.45:
        top = round((last - how.step_mm * (len(zone.lines) - 1) - 4) * PX_PER_MM)
        out[top:] += (np.float32(250) - out[top:]) * np.float32(rng.uniform(0.4, 1.0))
    ink = np.array(how.ink, np.float32)
    for number, text in enumerate(zone.lines):
        mask = set_line(text, how, rng)
        middle = last - (len(zone.lines) - 1 - number) * how.step_mm
        y, x = round((middle - LINE_MM / 2) * PX_PER_MM), round(left * PX_PER_MM)
        part = out[y : y + mask.shape[0], x : x + mask.shape[1]]
        cover = mask[: part.shape[0], : part.shape[1], None]
        part += (ink - part) * cover
    top = last - (len(zone.lines) - 1) * how.step_mm - 1.6
    return np.clip(out, 0, 255).astype(np.uint8), (left, top, left + long, last + 1.6)


def _portrait(desk: _Desk, x: float, y: float, wide: float) -> None:
    """Draw a head of ovals."""
    rng, high, k = desk.rng, wide * 1.28, PX_PER_MM
    grey = rng.random() < 0.4
    skin = [(214, 176, 148), (150, 104, 76), (92, 62, 44), (236, 204, 182)][rng.randrange(4)]
    if grey:
        skin = (sum(skin) // 3,) * 3
    back = rng.randint(190, 235)
    desk.draw.rectangle((x * k, y * k, (x + wide) * k, (y + high) * k), fill=(back, back, back + 8))
    hair = (rng.randint(15, 90),) * 3
    middle = x + wide / 2
    oval = desk.draw.ellipse
    oval(((middle - wide * 0.5) * k, (y + high * 0.74) * k, (middle + wide * 0.5) * k,
          (y + high * 1.0) * k), fill=(rng.randint(20, 120), 60, 90))  # fmt: skip
    oval(((middle - wide * 0.31) * k, (y + high * 0.1) * k, (middle + wide * 0.31) * k,
          (y + high * 0.7) * k), fill=hair)  # fmt: skip
    oval(((middle - wide * 0.25) * k, (y + high * 0.2) * k, (middle + wide * 0.25) * k,
          (y + high * 0.78) * k), fill=skin)  # fmt: skip
    for side in (-1, 1):
        eye = middle + side * wide * 0.1
        oval(((eye - 0.9) * k, (y + high * 0.42) * k, (eye + 0.9) * k, (y + high * 0.45) * k),
             fill=(30, 25, 25))  # fmt: skip
    desk.draw.line(((middle - wide * 0.08) * k, (y + high * 0.63) * k, (middle + wide * 0.08) * k,
                    (y + high * 0.63) * k), fill=(120, 60, 60), width=8)  # fmt: skip


def _values(zone: Zone) -> list[str]:
    says = zone.fields
    order = ("surname", "given_names", "nationality", "birth_date", "sex")
    values = [says.get(name, "") for name in order]
    return [*values, "PORT CITY", "12 03 2021", says.get("expiry_date", ""), "MINISTRY",
            says.get("document_number", ""), "1,72 m", "0042", "-", ""]  # fmt: skip


def _rows(desk: _Desk, zone: Zone, x: float, y: float, end: float, columns: int) -> None:
    """Write fields under their labels, as many as there is room for."""
    rng = desk.rng
    step, across = rng.uniform(6.6, 8.4), rng.uniform(36, 44)
    points = rng.uniform(7, 9)
    for number, (label, value) in enumerate(zip(_LABELS, _values(zone), strict=True)):
        column, row = number % columns, number // columns
        top = y + row * step
        if top + step > end:
            return
        desk.write(x + column * across, top, label, rng.uniform(4, 5))
        desk.write(x + column * across, top + 2.2, value[:22], points, (20, 20, 20))


def _data_page(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    desk.write(7, 3, desk.rng.choice(_TITLES), 10)
    desk.write(60, 3.4, f"{zone.lines[0][2:5]}   {zone.fields['document_number']}", 9)
    _portrait(desk, desk.rng.uniform(4, 9), desk.rng.uniform(11, 15), desk.rng.uniform(28, 35))
    _rows(desk, zone, 46, 10, height - 22, 2 if width > 100 else 1)


def _page_with_portrait_right(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    colour = tuple(desk.rng.randint(20, 120) for _ in range(3))
    desk.draw.rectangle((0, 0, width * PX_PER_MM, 8 * PX_PER_MM), fill=colour)
    desk.write(6, 1.5, " ".join(desk.rng.sample(_WORDS, 3)), 10, (255, 255, 255))
    _portrait(desk, width - 42, 12, 32)
    _rows(desk, zone, 7, 10, height - 22, 2)


def _card_front(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    desk.write(4, 2.4, desk.rng.choice(_CARD_TITLES), 8)
    _portrait(desk, 3.5, 9, 22)
    _rows(desk, zone, 30, 8, height - 4, 1)


def _card_back(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    rng = desk.rng
    _rows(desk, zone, 6, 2.5, height - 26, 2)
    if rng.random() < 0.5:
        x, y = rng.uniform(55, 66) * PX_PER_MM, 4 * PX_PER_MM
        chip = (x, y, x + 13 * PX_PER_MM, y + 11 * PX_PER_MM)
        gold, rim = (206, 176, 96), (120, 96, 40)
        desk.draw.rounded_rectangle(chip, 30, fill=gold, outline=rim, width=4)
    if rng.random() < 0.5:
        desk.draw.rectangle((0, (height - 27) * PX_PER_MM, width * PX_PER_MM,
                             (height - 26) * PX_PER_MM), fill=desk.ink)  # fmt: skip


def _card_back_plain(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    for number in range(3):
        desk.write(5, 3 + number * 5, " ".join(desk.rng.sample(_WORDS, 5)), 6)
    desk.write(5, 20, f"ADDRESS  {desk.rng.randint(1, 99)} RIVER STREET", 7)


def _visa_sticker(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    rng = desk.rng
    desk.write(30, 2.5, rng.choice(("VISA", "VISUM", "VISTO", "VISADO")), 13)
    desk.write(width - 40, 3, zone.fields["document_number"], 10, (150, 20, 30))
    _portrait(desk, 4, 12, 26)
    labels = ("VALID FOR", "FROM", "UNTIL", "TYPE OF VISA", "NUMBER OF ENTRIES", "ISSUED IN", "ON",
              "SURNAME, NAME", "REMARKS")  # fmt: skip
    for number, label in enumerate(labels):
        y = 11 + number * 5
        if y > height - 26:
            break
        desk.write(36, y, label, 5)
        desk.write(68, y - 0.6, rng.choice(_WORDS), 9, (25, 25, 35))
    if rng.random() < 0.4:  # remarks set as wide as the zone, right above it
        desk.write(8, height - 22.4, "ETUDIANT  R.  VISA  LONG  SEJOUR  DISPENSE", 9, (20, 20, 20))


def _letter(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    for number in range(int(height / 6) - 2):
        line = " ".join(desk.rng.sample(_WORDS, max(3, int(width / 18)))).capitalize()
        desk.write(8, 6 + number * 6, line, 9, (20, 20, 20))


def _table_of_codes(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    """Write long lines of capitals and figures, evenly spaced: IBANs, references, bar code text."""
    desk.family = desk.rng.choice(("Liberation Mono", "DejaVu Sans Mono"))
    signs = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
    for number in range(int(height / 7) - 1):
        count = int((width - 14) / 2.3)
        text = "".join(desk.rng.choice(signs) for _ in range(count))
        if desk.rng.random() < 0.4:
            text = " ".join(text[n : n + 4] for n in range(0, count, 5))
        desk.write(7, 5 + number * 7, text, 10, (20, 20, 20))


def _form_of_boxes(desk: _Desk, width: float, height: float, zone: Zone) -> None:
    k = PX_PER_MM
    for number in range(int(height / 10) - 1):
        y = 6 + number * 10
        for box in range(int((width - 12) / 5)):
            x = 6 + box * 5
            desk.draw.rectangle(
                (x * k, y * k, (x + 4.4) * k, (y + 6) * k), outline=(60, 60, 60), width=3
            )
            if desk.rng.random() < 0.7:
                desk.write(x + 1, y + 0.8, desk.rng.choice("ABCDEFGHIKLMNOPRSTU0123456789"), 11)


def _with_upper_page(paper: DrawnPaper, rng: Random) -> DrawnPaper:
    """Open the booklet: another page above the data page."""
    width, height = paper.size_mm
    desk = _desk(rng, width, height)
    rng.choice((_letter, _card_back_plain, _data_page))(desk, width, height, draw_zone(rng, "TD3"))
    upper = np.asarray(desk.image).copy()
    upper[-30:] = (upper[-30:] * np.linspace(1, 0.6, 30)[:, None, None]).astype(np.uint8)
    both = np.vstack([upper, paper.pixels])
    left, top, right, bottom = paper.band_mm
    band = (left, top + height, right, bottom + height)
    return DrawnPaper(paper.zone, both, (width, height * 2), band)


def _on_passport_page(paper: DrawnPaper, rng: Random) -> DrawnPaper:
    """Stick the visa on a page of a passport, a little askew, sometimes with a stamp beside it."""
    width, height = 125.0, 88.0
    desk = _desk(rng, width, height)
    desk.write(110, 82, str(rng.randint(4, 40)), 8)
    x, y = rng.uniform(0.5, width - paper.size_mm[0] - 0.5), rng.uniform(0.5, 7.5)
    y = min(y, height - paper.size_mm[1])
    desk.image.paste(Image.fromarray(paper.pixels), (round(x * PX_PER_MM), round(y * PX_PER_MM)))
    left, top, right, bottom = paper.band_mm
    band = (left + x, top + y, right + x, bottom + y)
    return DrawnPaper(paper.zone, np.asarray(desk.image), (width, height), band)


_Layout = Callable[[_Desk, float, float, Zone], None]
_LAYOUTS: dict[str, tuple[_Layout, ...]] = {
    "TD3": (_data_page, _page_with_portrait_right),
    "TD1": (_card_back, _card_back_plain),
    "TD2": (_data_page, _page_with_portrait_right, _card_back_plain),
    "FRA-ID": (_data_page, _page_with_portrait_right),
    "MRV-A": (_visa_sticker,),
    "MRV-B": (_visa_sticker,),
}

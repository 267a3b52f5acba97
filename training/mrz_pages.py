"""Drawn pages that carry a machine-readable zone, and what scanners and phones make of them.

    PYTHONPATH=src:. python -m training.mrz_pages --count 6

Prints, for every shape and wear, how many zones were read without one wrong character, and how
often a page without a zone was taken for one. The zones are drawn to the measures of ICAO 9303
parts 3 to 7: 10 characters to the inch, lines 6.35 mm apart on TD3, TD2 and visas.
"""

from __future__ import annotations

import string
import time
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from docscheck.mrz import read_mrz

FONTS = Path("/usr/share/fonts")
CUTS = ("opentype/ocr-b/OCRB.otf", "opentype/ocr-b/OCRBS.otf")
TEXT = (
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/liberation/LiberationSans-Regular.ttf",
    "truetype/liberation/LiberationSerif-Regular.ttf",
)
MONO = (
    "truetype/liberation/LiberationMono-Regular.ttf",
    "truetype/dejavu/DejaVuSansMono.ttf",
    "truetype/freefont/FreeMonoBold.ttf",
)
VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DPI = 400
"""Of the drawing: finer than anything the reader is shown."""


@dataclass(frozen=True, slots=True)
class Form:
    """Measures of one kind of document, in millimetres."""

    size: tuple[float, float]
    cells: int
    lines: int
    left: float
    bottom: float
    """From the lower edge to the middle of the last line."""
    spacing: float


FORMS = {
    "TD3": Form((125, 88), 44, 2, 6.0, 9.4, 6.35),
    "TD2": Form((105, 74), 36, 2, 4.0, 9.4, 6.35),
    "TD1": Form((85.6, 54), 30, 3, 4.0, 5.0, 6.0),
    "MRV-A": Form((120, 80), 44, 2, 4.0, 9.4, 6.35),
    "MRV-B": Form((105, 74), 36, 2, 4.0, 9.4, 6.35),
    "FRA-ID": Form((105, 74), 36, 2, 5.0, 8.0, 6.0),
}
Picture = NDArray[np.uint8]


def check_digit(text: str) -> str:
    return str(
        sum((0 if c == "<" else VALUES.index(c)) * (7, 3, 1)[i % 3] for i, c in enumerate(text))
        % 10
    )


def zone(shape: str, rng: np.random.Generator) -> tuple[str, ...]:
    """Invent the lines of a zone whose check digits hold."""
    state = str(rng.choice(["UTO", "D<<", "CHN", "IND", "MAR", "USA", "FRA", "SEN", "BRA"]))
    number = _number(rng)
    birth, expiry = _date(rng), _date(rng)
    sex = str(rng.choice(["M", "F", "<"]))
    b, e = birth + check_digit(birth), expiry + check_digit(expiry)
    n = number + check_digit(number)
    if shape in ("TD3", "TD2"):
        cells, extra = (44, 14) if shape == "TD3" else (36, 7)
        head = ("P" + str(rng.choice(list("<ODS"))) if shape == "TD3" else "I<") + state
        optional = _optional(rng, extra)
        tail = optional + (check_digit(optional) if shape == "TD3" else "")
        line = n + state + b + sex + e + tail
        return head + _names(rng, cells - 5), line + check_digit(
            line[:10] + line[13:20] + line[21:]
        )
    if shape in ("MRV-A", "MRV-B"):
        cells = 44 if shape == "MRV-A" else 36
        head = "V" + str(rng.choice(list("<CD"))) + "FRA"
        return head + _names(rng, cells - 5), n + state + b + sex + e + _optional(rng, cells - 28)
    if shape == "TD1":
        first = str(rng.choice(["I<", "IR", "ID", "AR", "C<"])) + state + n + _optional(rng, 15)
        second = b + sex + e + state + _optional(rng, 11)
        return (
            first,
            second + check_digit(first[5:] + second[:7] + second[8:15] + second[18:]),
            _names(rng, 30),
        )
    surname = "".join(rng.choice(list(string.ascii_uppercase), rng.integers(4, 22))).ljust(25, "<")
    first = "IDFRA" + surname + "".join(rng.choice(list(string.digits), 6))
    card = "".join(rng.choice(list(string.digits), 12))
    line = (
        card + check_digit(card) + _names(rng, 14).replace("<<", "<<") + b + sex.replace("<", "F")
    )
    return first, line + check_digit(first + line)


def _number(rng: np.random.Generator) -> str:
    kind = rng.integers(4)
    digits = "".join(rng.choice(list(string.digits), 9))
    if kind == 0:
        return digits
    if kind == 1:
        return str(rng.choice(list("EGHKLMNPRTUZO"))) + digits[:8]
    if kind == 2:
        return digits[:2] + "".join(rng.choice(list(string.ascii_uppercase), 2)) + digits[:5]
    return (str(rng.choice(list("KLMNPRTX"))) + digits[:7]).ljust(9, "<")


def _date(rng: np.random.Generator) -> str:
    return f"{rng.integers(100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}"


def _optional(rng: np.random.Generator, cells: int) -> str:
    kind = rng.integers(3)
    if kind == 0:
        return "<" * cells
    if kind == 1:
        return "".join(rng.choice(list(VALUES), cells))
    return "".join(rng.choice(list(string.digits), cells // 2)).ljust(cells, "<")


def _names(rng: np.random.Generator, cells: int) -> str:
    parts = [
        "".join(rng.choice(list(string.ascii_uppercase), rng.integers(2, 9)))
        for _ in range(rng.integers(2, 6))
    ]
    joined = parts[0] + "<<" + "<".join(parts[1:])
    return joined[:cells].ljust(cells, "<")


def draw(shape: str, lines: tuple[str, ...], rng: np.random.Generator, cut: str) -> Picture:
    """Draw one document at `DPI`, with its printed texts, a portrait and a guilloche."""
    form = FORMS[shape]
    mm = DPI / 25.4
    width, height = round(form.size[0] * mm), round(form.size[1] * mm)
    picture = Image.fromarray(_guilloche(rng, width, height))
    pen = ImageDraw.Draw(picture)
    top = height - (form.bottom + form.spacing * (form.lines - 1) + 4) * mm
    pen.rectangle(
        (5 * mm, 14 * mm, 5 * mm + width * 0.25, 14 * mm + height * 0.42),
        fill=int(rng.integers(60, 160)),
    )
    y = 4 * mm
    while y < top - 4 * mm:
        size = int(rng.uniform(1.6, 3.4) * mm)
        words = "".join(
            rng.choice(list(string.ascii_letters + "     /.,0123456789"), int(rng.integers(8, 34)))
        )
        font = ImageFont.truetype(FONTS / TEXT[rng.integers(len(TEXT))], size)
        pen.text((width * 0.34, y), words, font=font, fill=int(rng.integers(20, 90)))
        y += size * rng.uniform(1.2, 1.9)
    pitch = 2.54 * mm
    size = int(pitch)
    while ImageFont.truetype(FONTS / cut, size + 1).getlength("<") <= pitch:
        size += 1
    font = ImageFont.truetype(FONTS / cut, size)
    box = font.getbbox("H")
    ink = int(rng.integers(5, 60))
    for i, line in enumerate(lines):
        middle = height - (form.bottom + form.spacing * (form.lines - 1 - i)) * mm
        for j, char in enumerate(line):
            pen.text(
                (form.left * mm + j * pitch, middle - (box[1] + box[3]) / 2),
                char,
                font=font,
                fill=ink,
            )
    return np.asarray(picture)


def _guilloche(rng: np.random.Generator, width: int, height: int) -> Picture:
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    paper = np.full((height, width), rng.uniform(195, 245), np.float32)
    for _ in range(rng.integers(1, 4)):
        phase = y / rng.uniform(8, 30) + rng.uniform(1, 6) * np.sin(x / rng.uniform(60, 300))
        paper -= rng.uniform(8, 45) * (np.abs(np.sin(phase)) < rng.uniform(0.2, 0.5))
    return np.clip(paper, 60, 255).astype(np.uint8)


def on_sheet(document: Picture, rng: np.random.Generator, dpi: int) -> Picture:
    """Lay the document on a white A4 sheet and scan it."""
    sheet = np.full((round(297 / 25.4 * DPI), round(210 / 25.4 * DPI)), 246, np.uint8)
    h, w = document.shape
    top = int(rng.integers(60, sheet.shape[0] - h - 60))
    left = int(rng.integers(60, sheet.shape[1] - w - 60))
    sheet[top : top + h, left : left + w] = document
    turned = turn(sheet, rng.uniform(-2, 2), 246)
    return noisy(
        cv2.resize(turned, None, fx=dpi / DPI, fy=dpi / DPI, interpolation=cv2.INTER_AREA),
        rng,
        3,
        75,
    )


def turn(picture: Picture, degrees: float, fill: int | None = None) -> Picture:
    h, w = picture.shape
    m = cv2.getRotationMatrix2D((w / 2, h / 2), degrees, 1)
    nw, nh = h * abs(m[0, 1]) + w * abs(m[0, 0]), h * abs(m[0, 0]) + w * abs(m[0, 1])
    m[:, 2] += (nw / 2 - w / 2, nh / 2 - h / 2)
    return cv2.warpAffine(
        picture,
        m,
        (int(nw), int(nh)),
        flags=cv2.INTER_AREA,
        borderValue=110 if fill is None else fill,
    )


def noisy(picture: Picture, rng: np.random.Generator, sigma: float, quality: int) -> Picture:
    grey = np.clip(picture + rng.normal(0, sigma, picture.shape), 0, 255).astype(np.uint8)
    return cv2.imdecode(
        cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE
    )


def shrink(picture: Picture, longest: int) -> Picture:
    return cv2.resize(
        picture,
        None,
        fx=longest / max(picture.shape),
        fy=longest / max(picture.shape),
        interpolation=cv2.INTER_AREA,
    )


def photo(
    document: Picture, rng: np.random.Generator, strength: float = 1.0, longest: int = 1600
) -> Picture:
    """Photograph the document on a table: perspective, light, shadow, glare, blur, noise."""
    h, w = document.shape
    room = 0.12
    corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    lean = rng.uniform(-0.06, 0.06, (4, 2)) * strength * (w, h)
    placed = (corners + lean + (w * room, h * room)).astype(np.float32)
    size = (int(w * (1 + 2 * room)), int(h * (1 + 2 * room)))
    table = rng.uniform(50, 130)
    seen = cv2.warpPerspective(
        document.astype(np.float32),
        cv2.getPerspectiveTransform(corners, placed),
        size,
        flags=cv2.INTER_AREA,
        borderValue=table,
    )
    seen = shrink(seen, longest)
    h, w = seen.shape
    x, y = np.meshgrid(
        np.linspace(0, 1, w, dtype=np.float32), np.linspace(0, 1, h, dtype=np.float32)
    )
    light = 1 - rng.uniform(0, 0.45) * strength * (x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1))
    edge = x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1) - rng.uniform(-0.3, 0.6)
    light *= 1 - rng.uniform(0.1, 0.5) * strength / (1 + np.exp(np.clip(edge * 40, -30, 30)))
    glare = np.exp(
        -((x - rng.uniform()) ** 2 + (y - rng.uniform()) ** 2) / rng.uniform(0.003, 0.02)
    )
    seen = seen * light * 0.95 + 70 * strength * glare
    seen = cv2.GaussianBlur(seen, (0, 0), rng.uniform(0.5, 1.1))
    return noisy(np.clip(seen, 0, 255), rng, 5 * strength, int(rng.integers(45, 85)))


def curled(document: Picture, rng: np.random.Generator) -> Picture:
    h, w = document.shape
    x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    rise = rng.choice([-1, 1]) * rng.uniform(0.01, 0.025) * w * (2 * x / w - 1) ** 2
    squeeze = x + 0.03 * w * np.sin(np.pi * x / w) * rng.uniform(-1, 1)
    return noisy(
        shrink(
            cv2.remap(
                document,
                squeeze.astype(np.float32),
                (y + rise).astype(np.float32),
                cv2.INTER_LINEAR,
                borderValue=110,
            ),
            1500,
        ),
        rng,
        4,
        70,
    )


def moved(picture: Picture, length: int, degrees: float) -> Picture:
    kernel = np.zeros((length, length), np.float32)
    c = (length - 1) / 2
    for t in np.linspace(-c, c, 5 * length):
        kernel[
            round(c + t * np.sin(np.radians(degrees))), round(c + t * np.cos(np.radians(degrees)))
        ] += 1
    return cv2.filter2D(picture, -1, kernel / kernel.sum())


def wear(name: str, d: Picture, rng: np.random.Generator) -> Picture:
    """Wear a drawn document the named way."""
    sign = rng.choice([-1, 1])
    plain = shrink(d, 1500)
    match name:
        case "clean":
            return noisy(plain, rng, 2, 90)
        case "rot3":
            return noisy(turn(plain, 3 * sign), rng, 3, 80)
        case "rot10":
            return noisy(turn(plain, 10 * sign), rng, 3, 80)
        case "90":
            return noisy(np.rot90(turn(plain, 2 * sign)), rng, 3, 80)
        case "180":
            return noisy(np.rot90(turn(plain, 2 * sign), 2), rng, 3, 80)
        case "270":
            return noisy(np.rot90(turn(plain, 2 * sign), 3), rng, 3, 80)
        case "blur":
            return noisy(cv2.GaussianBlur(plain, (0, 0), 2.6), rng, 3, 80)
        case "motion":
            return noisy(moved(plain, 9, rng.uniform(0, 180)), rng, 3, 80)
        case "persp":
            return photo(d, rng, 1.0)
        case "hard":
            return photo(d, rng, 1.6, 1400)
        case "dark":
            return noisy(np.clip(photo(d, rng, 0.6) * rng.uniform(0.16, 0.3), 0, 255), rng, 3.5, 60)
        case "jpeg":
            return noisy(shrink(d, 1100), rng, 4, int(rng.integers(12, 25)))
        case "curl":
            return curled(d, rng)
        case "phone":
            wide = np.full((int(d.shape[0] * 1.9), int(d.shape[1] * 1.7)), 120, np.uint8)
            t, left = (
                int(d.shape[0] * rng.uniform(0.2, 0.7)),
                int(d.shape[1] * rng.uniform(0.15, 0.55)),
            )
            wide[t : t + d.shape[0], left : left + d.shape[1]] = d
            return photo(turn(wide, rng.uniform(-5, 5)), rng, 0.8, 2000)
        case "a4-300":
            return on_sheet(d, rng, 300)
        case "a4-200":
            return on_sheet(d, rng, 200)
        case "a4-150":
            return on_sheet(d, rng, 150)
        case "a4-110":
            return on_sheet(d, rng, 110)
    raise ValueError(name)


WEARS = (
    *("clean", "rot3", "rot10", "90", "180", "270", "blur", "motion", "persp", "hard", "dark"),
    *("jpeg", "curl", "phone", "a4-300", "a4-200", "a4-150", "a4-110"),
)


def text_page(rng: np.random.Generator) -> Picture:
    """Draw an A4 sheet without a zone: letter, columns, typewriter face, reference codes."""
    sheet = Image.new("L", (1240, 1754), 250)
    pen = ImageDraw.Draw(sheet)
    mono = rng.random() < 0.4
    face = (MONO if mono else TEXT)[rng.integers(3)]
    size = int(rng.integers(15, 30))
    font = ImageFont.truetype(FONTS / face, size)
    letters = (
        list(VALUES + "      <>")
        if rng.random() < 0.4
        else list(string.ascii_letters + "        .,0123456789")
    )
    columns = [(90, 1150)] if rng.random() < 0.5 else [(90, 560), (640, 1150)]
    spacing = rng.uniform(1.2, 2.6)
    for left, right in columns:
        y = 100.0
        while y < 1640:
            line = ""
            while font.getlength(line) < right - left:
                line += letters[rng.integers(len(letters))]
            if rng.random() < 0.2:
                line = line[: int(rng.integers(5, 20))]
            pen.text((left, y), line, font=font, fill=20)
            if rng.random() < 0.05:
                pen.line((left, y + size * 1.2, right, y + size * 1.2), fill=0, width=2)
            y += size * spacing
    return noisy(turn(np.asarray(sheet), rng.uniform(-2, 2), 250), rng, 3, 75)


def measure_shape(shape: str, count: int, seed: int, wears: tuple[str, ...]) -> None:
    for name in wears:
        right, shaped, spent, told = 0, 0, [], []
        for i in range(count):
            rng = np.random.default_rng([seed, list(FORMS).index(shape), WEARS.index(name), i])
            lines = zone(shape, rng)
            picture = wear(name, draw(shape, lines, rng, CUTS[i % 2]), rng)
            start = time.process_time()
            reading = read_mrz(picture, 1)
            spent.append(1000 * (time.process_time() - start))
            shaped += reading is not None and reading.shape == shape
            right += reading is not None and reading.lines == lines
            told.append(f"{reading.confidence:.2f}" if reading else "-")
        counts = f"exact {right}/{count}  shape {shaped}/{count}"
        print(
            f"{shape:7}{name:8}{counts}  {np.median(spent):4.0f} ms  {' '.join(told)}", flush=True
        )


def measure_text(count: int, seed: int) -> None:
    false, spent = 0, []
    for i in range(count):
        page = text_page(np.random.default_rng([seed, 77, i]))
        start = time.process_time()
        false += read_mrz(page, 1) is not None
        spent.append(1000 * (time.process_time() - start))
    counts = f"text pages taken for a zone: {false}/{count}"
    print(f"{counts}, {np.median(spent):.0f} ms, worst {max(spent):.0f} ms")


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--text", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shapes", nargs="*", default=list(FORMS))
    parser.add_argument("--wears", nargs="*", default=list(WEARS))
    chosen = parser.parse_args()
    cv2.setNumThreads(1)
    for shape in chosen.shapes:
        measure_shape(shape, chosen.count, chosen.seed, tuple(chosen.wears))
    measure_text(chosen.text, chosen.seed)


if __name__ == "__main__":
    main()

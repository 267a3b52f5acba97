"""Drawn pictures of documents as they stand on the web, and how many of their zones are read.

    PYTHONPATH=src:. python -m training.mrz_web --count 10
    PYTHONPATH=src:. python -m training.mrz_web --count 10 --seed 9 --unseen

Documents of several layouts at any angle, small or filling the picture, with marks around or over
the zone, overprinted, screened, squeezed by JPEG or rescaled twice. `--unseen` draws other layouts
in another cut, with other marks; it is for measuring only.

Printed for every wear: zones without one wrong character, with the right number, birth and expiry,
with all seven fields right, and zones whose check digits all hold over a wrong field.
"""

from __future__ import annotations

import string
import time
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from docscheck.mrz import MrzReading, read_mrz, read_zones
from docscheck.readers.mrz_shapes import BY_NAME, check_digits
from training.mrz_pages import DPI, FONTS, FORMS, TEXT, Picture, noisy, turn, zone

MM = DPI / 25.4
SHAPE_ODDS = {"TD3": 55, "TD1": 26, "TD2": 6, "MRV-A": 7, "MRV-B": 4}
KEY = ("document_number", "birth_date", "expiry_date")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is drawn around its zone."""

    paper: tuple[float, float]
    """Lightest and darkest grey of the paper under the zone."""
    strip: bool
    """The zone stands on a strip of its own shade."""
    frame: bool
    """A rule runs above the zone and along its sides."""
    pattern: tuple[float, float]
    """Depth of the guilloche."""
    micro: bool
    """Rows of tiny print run beside the zone."""


SEEN = (
    Layout((215, 250), True, False, (5, 30), False),
    Layout((190, 240), False, False, (15, 60), False),
    Layout((205, 245), False, True, (5, 40), False),
)
UNSEEN = (
    Layout((160, 235), True, True, (10, 50), True),
    Layout((175, 245), False, False, (20, 70), True),
    Layout((225, 250), True, False, (0, 15), False),
)


def document(shape: str, lines: tuple[str, ...], rng: np.random.Generator, unseen: bool) -> Picture:
    """Draw one document at `DPI`."""
    form = FORMS[shape]
    layouts = UNSEEN if unseen else SEEN
    layout = layouts[rng.integers(len(layouts))]
    width, height = (round(side * rng.uniform(1.0, 1.06) * MM) for side in form.size)
    spacing = form.spacing * rng.uniform(0.82, 1.12)
    bottom = form.bottom * rng.uniform(0.75, 1.05)
    top = height - (bottom + spacing * (form.lines - 1) + rng.uniform(2.6, 4.5)) * MM
    shade = rng.uniform(*layout.paper)
    paper = shade - _waves(rng, width, height, rng.uniform(*layout.pattern))
    if layout.strip:
        paper[int(top) :] = rng.uniform(0.85, 1.0) * 255 - _waves(
            rng, width, height - int(top), rng.uniform(0, 8)
        )
    picture = Image.fromarray(np.clip(paper, 30, 255).astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    _printed(pen, rng, width, top, FORMS[shape].lines)
    left = rng.uniform(0.6, 1.2) * form.left * MM
    if layout.frame:
        pen.line(
            (0, top, width, top), fill=int(rng.integers(20, 120)), width=int(rng.integers(2, 9))
        )
        if rng.random() < 0.5:
            pen.rectangle((left - 2 * MM, top, width - 12, height - 12), outline=60, width=5)
    if layout.micro:
        font = ImageFont.truetype(FONTS / TEXT[1], int(1.1 * MM))
        pen.text((left, top + 0.2 * MM), "SPECIMENREPUBLIC" * 9, font=font, fill=int(shade * 0.6))
    file = "opentype/ocr-b/" + ("OCRBS.otf" if unseen or rng.random() < 0.3 else "OCRB.otf")
    pitch = 2.54 * MM * min(1.0, (width - left - 2 * MM) / MM / 2.54 / form.cells)
    pitch *= rng.uniform(0.96, 1.0)
    size = int(pitch)
    while ImageFont.truetype(FONTS / file, size + 1).getlength("<") <= pitch:
        size += 1
    font = ImageFont.truetype(FONTS / file, size)
    box = font.getbbox("H")
    ink = int(rng.integers(5, 75))
    for i, line in enumerate(lines):
        level = height - (bottom + spacing * (form.lines - 1 - i)) * MM - (box[1] + box[3]) / 2
        for j, char in enumerate(line):
            pen.text((left + j * pitch, level), char, font=font, fill=ink)
    return np.asarray(picture)


def _waves(rng: np.random.Generator, width: int, height: int, depth: float) -> np.ndarray:
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    waves = np.zeros((height, width), np.float32)
    for _ in range(rng.integers(1, 4)):
        a = rng.uniform(0, np.pi)
        run = (
            x * np.cos(a)
            + y * np.sin(a)
            + rng.uniform(5, 60) * np.sin((y * np.cos(a) - x * np.sin(a)) / rng.uniform(30, 200))
        )
        waves += (np.abs(np.sin(run / rng.uniform(5, 25))) < rng.uniform(0.15, 0.5)) / 2
    return waves * depth


def _printed(
    pen: ImageDraw.ImageDraw, rng: np.random.Generator, width: int, top: float, lines: int
) -> None:
    left, right = (0.04, 0.3) if rng.random() < 0.75 else (0.68, 0.95)
    if lines == 2 or rng.random() < 0.5:
        x0, x1 = width * left, width * right
        pen.rectangle((x0, top * 0.22, x1, top * 0.9), fill=int(rng.integers(120, 210)))
        cx, r = (x0 + x1) / 2, (x1 - x0) * 0.27
        pen.ellipse((cx - r, top * 0.35, cx + r, top * 0.65), fill=int(rng.integers(60, 190)))
        pen.ellipse(
            (cx - 1.7 * r, top * 0.64, cx + 1.7 * r, top * 1.0), fill=int(rng.integers(30, 90))
        )
        pen.rectangle((x0, top * 0.9, x1, top * 0.99), fill=210)
    y = 2.5 * MM
    while y < top - 4 * MM:
        size = int(rng.uniform(1.5, 4.2) * MM)
        letters = string.ascii_uppercase + (
            "  " if rng.random() < 0.5 else "  abcdefghijk/.,0123456789"
        )
        words = "".join(rng.choice(list(letters), int(rng.integers(6, 34))))
        font = ImageFont.truetype(FONTS / TEXT[rng.integers(len(TEXT))], size)
        place = width * (0.33 if left < 0.5 else 0.05)
        pen.text((place, y), words, font=font, fill=int(rng.integers(15, 110)))
        y += size * rng.uniform(1.15, 2.2)


def zone_box(picture: Picture, shape: str) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of about where the zone stands on an untouched `document`."""
    form = FORMS[shape]
    height, width = picture.shape
    top = height - (form.bottom + form.spacing * (form.lines - 1) + 2.3) * MM
    return int(0.5 * form.left * MM), int(top), width - int(1.5 * MM), height - int(2 * MM)


def sized(picture: Picture, width: float) -> Picture:
    """Bring a picture to a width."""
    k = width / picture.shape[1]
    way = cv2.INTER_AREA if k < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, None, fx=k, fy=k, interpolation=way), np.uint8)


def laid(picture: Picture, rng: np.random.Generator, degrees: float, room: float) -> Picture:
    """Lay a document at an angle on a ground, plain or grained, `room` of its width around it."""
    ground = rng.uniform(20, 255)
    edge = int(room * picture.shape[1])
    turned = turn(picture, degrees, 0).astype(np.float32)
    inside = turn(np.full_like(picture, 255), degrees, 0).astype(np.float32) / 255
    pads = [(int(rng.uniform(0.2, 1) * edge), int(rng.uniform(0.2, 1) * edge)) for _ in range(2)]
    turned, inside = np.pad(turned, pads), np.pad(inside, pads)
    table = np.full(turned.shape, ground, np.float32)
    if rng.random() < 0.5:
        small = rng.normal(0, 1, [max(2, n // int(rng.integers(3, 40))) for n in table.shape])
        table += rng.uniform(3, 25) * cv2.resize(small.astype(np.float32), table.shape[::-1])
    return np.clip(turned + table * (1 - inside), 0, 255).astype(np.uint8)


def marked(picture: Picture, box: tuple[int, int, int, int], rng: np.random.Generator) -> Picture:
    """Draw rectangles, underlines, arrows and callouts around and over the zone, as in red."""
    made = Image.fromarray(picture)
    pen = ImageDraw.Draw(made)
    left, top, right, bottom = box
    ink, width = int(rng.integers(60, 130)), int(rng.integers(5, 26))
    jitter = rng.uniform(-1.3, 1.3, 4) * MM
    kind = rng.integers(6)
    if kind in (0, 5):
        frame = (left + jitter[0], top + jitter[1], right + jitter[2], bottom + jitter[3])
        pen.rectangle(frame, outline=ink, width=width)
    if kind in (1, 5):
        y = bottom - rng.uniform(-0.5, 3) * MM
        pen.line((left, y, left + rng.uniform(0.3, 1) * (right - left), y), fill=ink, width=width)
    if kind == 2:
        for _ in range(rng.integers(1, 5)):
            x, tip = rng.uniform(left, right), rng.uniform(top, bottom)
            pen.line((x + rng.uniform(-300, 300), 0, x, tip), fill=ink, width=width)
            pen.polygon((x, tip, x - 30, tip - 60, x + 30, tip - 60), fill=ink)
    if kind == 3:
        for _ in range(rng.integers(2, 7)):
            x0 = rng.uniform(left, right)
            x1, y = x0 + rng.uniform(2, 20) * MM, rng.choice([top + 1 * MM, bottom - 3 * MM])
            pen.rectangle((x0, y - 2.2 * MM, x1, y + 2.2 * MM), outline=ink, width=width // 2 + 1)
    if kind == 4:
        pen.ellipse((left - 60, top - 50, right + 30, bottom + 60), outline=ink, width=width)
    return np.asarray(made)


def overprinted(picture: Picture, rng: np.random.Generator, depth: float) -> Picture:
    """Print a word across, once or tiled, half transparent, darker or lighter than the paper."""
    height, width = picture.shape
    layer = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(layer)
    word = str(rng.choice(["SPECIMEN", "VOID", "SAMPLE", "www.example.org", "MUSTER"]))
    if rng.random() < 0.5:
        font = ImageFont.truetype(FONTS / TEXT[rng.integers(3)], int(width / len(word) * 1.2))
        pen.text((width * 0.08, height * rng.uniform(0.3, 0.75)), word, font=font, fill=255)
    else:
        font = ImageFont.truetype(FONTS / TEXT[rng.integers(3)], int(width / 18))
        for y in range(0, height, width // 9):
            for x in range(-width // 4, width, width // 3):
                pen.text((x + y // 3, y), word, font=font, fill=255)
    cover = np.asarray(
        Image.fromarray(turn(np.asarray(layer), rng.uniform(-35, 35), 0)), np.float32
    )
    top, side = (cover.shape[0] - height) // 2, (cover.shape[1] - width) // 2
    cover = cover[top : top + height, side : side + width] / 255 * depth
    ink = 255.0 if rng.random() < 0.4 else 70.0
    return np.clip(picture * (1 - cover) + ink * cover, 0, 255).astype(np.uint8)


def screened(picture: Picture, rng: np.random.Generator, pitch_px: float) -> Picture:
    """Print in dots, `pitch_px` pixels apart, on a screen that stands at an angle."""
    x, y = np.meshgrid(*(np.arange(n, dtype=np.float32) for n in picture.shape[::-1]))
    a = np.radians(rng.choice([15, 45, 75]))
    u, v = x * np.cos(a) + y * np.sin(a), y * np.cos(a) - x * np.sin(a)
    dots = (np.cos(u * 2 * np.pi / pitch_px) + np.cos(v * 2 * np.pi / pitch_px)) / 4 + 0.5
    return np.where(picture / 255 > 1 - dots * 0.98, 250, 25).astype(np.uint8)


def jpeg(picture: Picture, quality: int) -> Picture:
    code = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(code, cv2.IMREAD_GRAYSCALE), np.uint8)


def rescaled(picture: Picture, rng: np.random.Generator) -> Picture:
    """Scale down and up again, each the careless way, and save twice."""
    ways = (cv2.INTER_LINEAR, cv2.INTER_AREA, cv2.INTER_CUBIC)
    for factor in (rng.uniform(0.55, 0.8), rng.uniform(1.1, 1.9)):
        way = ways[rng.integers(3)]
        picture = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=way)
        picture = jpeg(picture, int(rng.integers(40, 85)))
    return picture


def shaded(picture: Picture, rng: np.random.Generator) -> Picture:
    height, width = picture.shape
    x, y = np.meshgrid(*(np.linspace(0, 1, n, dtype=np.float32) for n in (width, height)))
    edge = x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1) - rng.uniform(-0.4, 0.6)
    light = 1 - rng.uniform(0.3, 0.65) / (1 + np.exp(np.clip(edge * rng.uniform(8, 80), -30, 30)))
    return np.clip(picture * light, 0, 255).astype(np.uint8)


def glared(picture: Picture, rng: np.random.Generator) -> Picture:
    """Lay one or two patches of light over part of the zone, faint print left under them."""
    height, width = picture.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    lit = picture.astype(np.float32)
    for _ in range(int(rng.integers(1, 3))):
        run = (x - rng.uniform(0, width)) / (rng.uniform(0.08, 0.25) * width)
        rise = (y - rng.uniform(0.75, 1) * height) / (rng.uniform(0.1, 0.4) * height)
        cover = rng.uniform(0.6, 0.92) * np.exp(-((run * run + rise * rise) ** rng.uniform(0.7, 2)))
        lit = lit * (1 - cover) + 250 * cover
    return np.clip(lit, 0, 255).astype(np.uint8)


def screenshot(picture: Picture, rng: np.random.Generator) -> Picture:
    """Set a picture into a page of text."""
    height, width = picture.shape
    page = np.full((int(height * 1.9) + 200, int(width * 1.5) + 100), 255, np.uint8)
    made = Image.fromarray(page)
    pen = ImageDraw.Draw(made)
    font = ImageFont.truetype(FONTS / TEXT[rng.integers(3)], int(rng.integers(14, 26)))
    for y in range(20, page.shape[0] - 30, int(rng.integers(24, 44))):
        words = "".join(rng.choice(list(string.ascii_letters + "      ,."), 220))
        pen.text((30, y), words, font=font, fill=30)
    page = np.array(made)
    top, left = int(rng.uniform(0.1, 0.8) * height), int(rng.uniform(0.05, 0.4) * width)
    page[top - 15 : top + height + 15, left - 15 : left + width + 15] = 255
    page[top : top + height, left : left + width] = picture
    return page


WEARS = (
    *("plain", "angle", "small", "floor", "tight", "strip", "marks", "overprint", "halftone"),
    *("jpeg", "rescaled", "big", "shadow", "negative", "pale", "screenshot", "mixed", "glare"),
)


def wear(name: str, shape: str, picture: Picture, rng: np.random.Generator) -> Picture:
    """Make the picture of the web of the named kind."""
    width = float(rng.integers(700, 1500))
    if shape == "TD1":
        width *= 0.75
    box = zone_box(picture, shape)
    tilt = float(rng.uniform(-4, 4))
    quality = int(rng.integers(45, 90))
    match name:
        case "plain":
            made = laid(sized(picture, width), rng, tilt, rng.uniform(0, 0.2))
        case "angle":
            made = laid(sized(picture, width), rng, rng.uniform(0, 360), rng.uniform(0, 0.3))
        case "small":
            made = laid(sized(picture, width * 0.55), rng, tilt, rng.uniform(0.3, 1.5))
        case "floor":
            cells = FORMS[shape].cells
            made = sized(picture, rng.uniform(6.3, 9) * cells * 1.1)
        case "tight":
            left, top, right, bottom = box
            part = picture[int(top * rng.uniform(0, 0.9)) : bottom + 20, left // 2 : right + 10]
            made = sized(part, width)
        case "strip":
            left, top, right, bottom = box
            made = sized(picture[top - 15 : bottom + 25, left // 2 : right + 15], width)
        case "marks":
            made = laid(sized(marked(picture, box, rng), width), rng, tilt, rng.uniform(0, 0.2))
        case "overprint":
            made = sized(overprinted(picture, rng, rng.uniform(0.15, 0.5)), width)
        case "halftone":
            fine = laid(sized(picture, width * 1.6), rng, tilt, 0.05)
            made = sized(screened(fine, rng, rng.uniform(3, 6.5)), width * rng.uniform(0.8, 1.6))
        case "jpeg":
            made, quality = sized(picture, width * 0.8), int(rng.integers(10, 30))
        case "rescaled":
            made = rescaled(sized(picture, width), rng)
        case "big":
            made = laid(sized(picture, rng.uniform(2400, 3700)), rng, tilt, 0.08)
        case "shadow":
            made = shaded(laid(sized(picture, width), rng, tilt, 0.1), rng)
        case "negative":
            made = 255 - sized(picture, width)
        case "pale":
            soft = 255 - (255 - picture.astype(np.float32)) * rng.uniform(0.15, 0.4)
            made = laid(sized(soft.astype(np.uint8), width), rng, tilt, 0.1)
        case "glare":
            made = laid(glared(sized(picture, width), rng), rng, tilt, 0.1)
        case "screenshot":
            made = screenshot(sized(picture, width * 0.7), rng)
        case "mixed":
            if rng.random() < 0.5:
                picture = marked(picture, box, rng)
            if rng.random() < 0.5:
                picture = overprinted(picture, rng, rng.uniform(0.1, 0.35))
            degrees = rng.uniform(0, 360) if rng.random() < 0.5 else tilt
            made = shaded(laid(sized(picture, width), rng, degrees, rng.uniform(0, 0.6)), rng)
            quality = int(rng.integers(25, 70))
        case _:
            raise ValueError(name)
    return noisy(made, rng, rng.uniform(0, 4), quality)


def sheet(seed: list[int], unseen: bool) -> tuple[Picture, set[tuple[str, ...]]]:
    """Draw two documents in one picture, each in a direction of its own."""
    rng = np.random.default_rng(seed)
    parts, truth = [], set()
    for _ in range(2):
        shape = str(rng.choice(["TD1", "TD3"]))
        lines = zone(shape, rng)
        truth.add(lines)
        small = sized(document(shape, lines, rng, unseen), rng.uniform(700, 900))
        parts.append(laid(small, rng, 90 * rng.integers(4) + rng.uniform(-4, 4), 0.05))
    along = int(rng.integers(2))
    across = max(part.shape[1 - along] for part in parts)
    pads = [[(0, 0), (0, 0)], [(0, 0), (0, 0)]]
    for part, pad in zip(parts, pads, strict=True):
        pad[1 - along] = (0, across - part.shape[1 - along])
    filled = [np.pad(p, pad, constant_values=230) for p, pad in zip(parts, pads, strict=True)]
    return noisy(np.concatenate(filled, along), rng, 2, 75), truth


def fields(shape: str, lines: tuple[str, ...]) -> dict[str, str]:
    """Read the seven fields off the lines."""
    spans = BY_NAME[shape].elements
    names = ("document_number", "nationality", "birth_date", "sex", "expiry_date")
    found = {n: spans[n].of(lines).strip("<") for n in names if n in spans}
    surname, _, given = (
        spans["names"].of(lines).partition("<<") if "names" in spans else ("", "", "")
    )
    return found | {"surname": surname, "given": given.partition("<")[0]}


def judge(reading: MrzReading | None, shape: str, lines: tuple[str, ...]) -> Counter[str]:
    if reading is None:
        return Counter(lost=1)
    true = fields(shape, lines)
    right = reading.shape == shape
    read = fields(reading.shape, reading.lines)
    held = all(d.holds for d in check_digits(BY_NAME[reading.shape], reading.lines))
    wrong = any(read.get(n) != true[n] for n in KEY)
    return Counter(
        exact=right and reading.lines == lines,
        key=right and not wrong,
        seven=right and read == true,
        false=held and wrong,
    )


def drawn(name: str, seed: list[int], unseen: bool) -> tuple[str, tuple[str, ...], Picture]:
    rng = np.random.default_rng([*seed, WEARS.index(name), int(unseen)])
    odds = np.array(list(SHAPE_ODDS.values())) / sum(SHAPE_ODDS.values())
    shape = str(rng.choice(list(SHAPE_ODDS), p=odds))
    lines = zone(shape, rng)
    return shape, lines, wear(name, shape, document(shape, lines, rng, unseen), rng)


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--wears", nargs="*", default=[*WEARS, "sheet"])
    chosen = parser.parse_args()
    cv2.setNumThreads(1)
    total: Counter[str] = Counter()
    for name in chosen.wears:
        counts: Counter[str] = Counter()
        spent, missed = [], []
        for i in range(chosen.count):
            if name == "sheet":
                picture, truth = sheet([chosen.seed, i, 99], chosen.unseen)
            else:
                shape, lines, picture = drawn(name, [chosen.seed, i], chosen.unseen)
            start = time.process_time()
            if name == "sheet":
                found = {z.lines for z in read_zones(picture, 1)}
                judged = Counter(exact=found == truth, key=found == truth, seven=found == truth)
            else:
                judged = judge(read_mrz(picture, 1), shape, lines)
            spent.append(1000 * (time.process_time() - start))
            counts += judged
            if not judged["exact"]:
                missed.append(f"{i}{'' if judged['lost'] else 'w'}")
        total += counts
        row = "  ".join(f"{n} {counts[n]:3}" for n in ("exact", "key", "seven", "lost", "false"))
        times = f"{np.median(spent):4.0f} ms, worst {max(spent):4.0f}"
        print(f"{name:11}{row}  {times}  {' '.join(missed)}", flush=True)
    print(f"of {chosen.count * len(chosen.wears)}: {dict(total)}")


if __name__ == "__main__":
    main()

"""What happens to a machine-readable zone on its way to a file, for measuring only.

Drawn apart from `training/`: nothing here is taught. Grey pictures, uint8, in and out. `strength` 1
is an ordinary bad picture; `HARDEST` puts several of them on top of each other, so that a careful
eye still reads the zone.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

Grey = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Random = np.random.Generator
Wear = Callable[[Grey, Random, float], Grey]

DRAWN_DPI = 300
"""Of the pictures that come in: 30 pixels from character to character."""


def _bytes(picture: npt.NDArray[np.floating]) -> Grey:
    return np.clip(picture, 0, 255).astype(np.uint8)


def _grid(picture: Grey) -> tuple[Floats, Floats]:
    height, width = picture.shape
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    return x.astype(np.float32), y.astype(np.float32)


def at_dpi(picture: Grey, dpi: float) -> Grey:
    """Bring to a resolution."""
    k = dpi / DRAWN_DPI
    way = cv2.INTER_AREA if k < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(picture, None, fx=k, fy=k, interpolation=way), np.uint8)


def spread(picture: Grey, random: Random, strength: float) -> Grey:
    """Ink that ran, or a worn ribbon: the strokes grow or shrink by a fraction of a stroke."""
    size = 3 if strength < 1.2 else 5
    kind = ImageFilter.MinFilter(size) if random.random() < 0.5 else ImageFilter.MaxFilter(3)
    moved = np.asarray(Image.fromarray(picture).filter(kind), np.float32)
    share = random.uniform(0.4, 0.9)
    grain = cv2.GaussianBlur(random.normal(0, 1, picture.shape).astype(np.float32), (0, 0), 1.5)
    return _bytes(moved * share + picture * (1 - share) + grain * 25 * strength)


def glare(picture: Grey, random: Random, strength: float) -> Grey:
    """A lamp on the laminate: bright streaks over part of the page that leave the print faint."""
    x, y = _grid(picture)
    lit = picture.astype(np.float32)
    for _ in range(int(random.integers(1, 4))):
        a = random.uniform(0, np.pi)
        across = x * np.cos(a) + y * np.sin(a) - random.uniform(-0.8, 0.8)
        veil = random.uniform(0.35, 0.75) * min(1.1, strength)
        cover = veil * np.exp(-((across / random.uniform(0.05, 0.3)) ** 2))
        lit = lit * (1 - cover) + 255 * cover
    return _bytes(lit)


def hologram(picture: Grey, random: Random, strength: float) -> Grey:
    """Seals of a security film over the zone: rings and rays, lighter and darker than the paper."""
    height, width = picture.shape
    film = Image.new("L", (width, height), 128)
    pen = ImageDraw.Draw(film)
    for _ in range(int(random.integers(2, 6))):
        cx, cy = random.uniform(0, width), random.uniform(0.55, 1.0) * height
        reach = random.uniform(0.1, 0.4) * height
        shade = int(random.choice([30, 60, 205, 235]))
        for ring in np.arange(reach, 4, -random.uniform(9, 26)):
            box = (cx - ring, cy - ring, cx + ring, cy + ring)
            pen.ellipse(box, outline=shade, width=int(random.integers(2, 6)))
        for angle in np.linspace(0, 2 * np.pi, int(random.integers(0, 25))):
            pen.line(
                (cx, cy, cx + reach * np.cos(angle), cy + reach * np.sin(angle)),
                fill=shade,
                width=3,
            )
    soft = np.asarray(film.filter(ImageFilter.GaussianBlur(1.5)), np.float32) - 128
    return _bytes(picture + soft * random.uniform(0.25, 0.55) * strength)


def moire(picture: Grey, random: Random, strength: float) -> Grey:
    """Photographed off a screen: its grid of pixels beats with that of the camera."""
    x, y = _grid(picture)
    beat = np.zeros(picture.shape, np.float32)
    for _ in range(2):
        a, waves = random.uniform(0, np.pi), random.uniform(25, 160)
        bend = random.uniform(0, 0.4) * (x * x + y)
        beat += np.sin((x * np.cos(a) + y * np.sin(a) + bend) * waves)
    rows = 1 - 0.12 * strength * (np.arange(picture.shape[0]) % 3 == 0)[:, None]
    return _bytes(picture * rows + beat * random.uniform(8, 18) * strength)


def low_light(picture: Grey, random: Random, strength: float) -> Grey:
    """Few photons: dark, little contrast, coarse grain."""
    level = random.uniform(0.22, 0.45)
    dark = picture * level + 12
    fine = random.normal(0, 1, picture.shape).astype(np.float32)
    grain = cv2.GaussianBlur(fine, (0, 0), 0.8) * 1.6
    return _bytes(dark + grain * random.uniform(4, 8) * strength)


def motion(picture: Grey, random: Random, strength: float) -> Grey:
    """The hand moved: a streak of up to a third of a character, bent as hands move."""
    length = random.uniform(4, 9) * strength
    a, bow = random.uniform(0, 2 * np.pi), random.uniform(-0.25, 0.25)
    path = np.linspace(-0.5, 0.5, 40)
    size = int(length) // 2 * 2 + 5
    kernel = np.zeros((size, size), np.float32)
    along, aside = path * length, bow * length * path**2
    columns = np.rint(along * np.cos(a) - aside * np.sin(a)).astype(int) + size // 2
    rows = np.rint(along * np.sin(a) + aside * np.cos(a)).astype(int) + size // 2
    np.add.at(kernel, (rows, columns), 1)
    return np.asarray(cv2.filter2D(picture, -1, kernel / kernel.sum()), np.uint8)


def out_of_focus(picture: Grey, random: Random, strength: float) -> Grey:
    """A disc of confusion, as lenses make, not a bell."""
    radius = random.uniform(2.0, 4.2) * strength
    size = int(radius) * 2 + 3
    x, y = np.meshgrid(*(np.arange(size) - size // 2,) * 2)
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return np.asarray(cv2.filter2D(picture, -1, disc / disc.sum()), np.uint8)


def low_resolution(picture: Grey, random: Random, strength: float) -> Grey:
    """Sent through a messenger: 9 to 12 pixels a character."""
    return squeezed(at_dpi(picture, random.uniform(90, 120) / strength), random, 1.0)


def squeezed(picture: Grey, random: Random, strength: float) -> Grey:
    """JPEG of low quality."""
    quality = int(random.uniform(16, 45) / strength)
    data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, max(8, quality)])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)


def curled(picture: Grey, random: Random, strength: float) -> Grey:
    """A page of a booklet that does not lie flat."""
    height, width = picture.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    u = x / width - random.uniform(0.2, 0.8)
    rise = random.uniform(0.015, 0.04) * strength * width * u * u * random.choice([-1, 1])
    squeeze = random.uniform(-0.04, 0.04) * strength * width * u * u
    maps = (np.asarray(x + squeeze, np.float32), np.asarray(y + rise, np.float32))
    border = cv2.BORDER_REPLICATE
    return np.asarray(cv2.remap(picture, *maps, cv2.INTER_LINEAR, borderMode=border), np.uint8)


def seen_aslant(picture: Grey, random: Random, strength: float) -> Grey:
    """Held at an angle: perspective, and a few degrees of turn."""
    height, width = picture.shape
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    reach = 0.07 * strength
    moved = corners + random.uniform(-reach, reach, (4, 2)) * (width, height)
    a = np.radians(random.uniform(-6, 6) * strength)
    turn = np.array([(np.cos(a), -np.sin(a)), (np.sin(a), np.cos(a))])
    moved = (moved - moved.mean(0)) @ turn.T
    moved -= moved.min(0) - 30
    size = tuple(int(n) + 30 for n in moved.max(0))
    way = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    ground = float(random.uniform(40, 240))
    return np.asarray(cv2.warpPerspective(picture, way, size, borderValue=ground), np.uint8)


def shadow(picture: Grey, random: Random, strength: float) -> Grey:
    """The phone's own shadow, with a hard edge, through the zone."""
    x, y = _grid(picture)
    a = random.uniform(0, 2 * np.pi)
    edge = (x * np.cos(a) + y * np.sin(a) - random.uniform(-0.5, 0.5)) / random.uniform(0.01, 0.1)
    cover = 1 / (1 + np.exp(-np.clip(edge, -30, 30)))
    return _bytes(picture * (1 - min(0.8, random.uniform(0.4, 0.6) * strength) * cover))


def turned(picture: Grey, random: Random, strength: float) -> Grey:
    """Laid on a table any way round."""
    height, width = picture.shape
    side = int(np.hypot(height, width)) + 20
    way = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(0, 360), 1.0)
    way[:, 2] += (side - width) / 2, (side - height) / 2
    ground = float(random.uniform(30, 250))
    laid = cv2.warpAffine(picture, way, (side, side), borderValue=ground)
    return _bytes(laid + random.normal(0, 3 * strength, laid.shape))


WEARS: dict[str, Wear] = {
    wear.__name__: wear
    for wear in (
        *(spread, glare, hologram, moire, low_light, motion, out_of_focus),
        *(low_resolution, squeezed, curled, seen_aslant, shadow, turned),
    )
}
_SURFACE = (spread, glare, hologram, shadow)
_LENS = (motion, out_of_focus, moire)


def worn(name: str, picture: Grey, random: Random) -> Grey:
    """Wear a picture drawn at `DRAWN_DPI` in the named way."""
    if name == "hardest":
        return hardest(picture, random)
    return WEARS[name](at_dpi(picture, random.uniform(150, 300)), random, 1.0)


def hardest(picture: Grey, random: Random) -> Grey:
    """Bend the page, then wear its surface, the lens and the sensor, one of each, and save it."""
    bent = (curled, seen_aslant)[int(random.integers(2))](picture, random, 1.0)
    surface = _SURFACE[int(random.integers(len(_SURFACE)))](bent, random, 1.2)
    small = at_dpi(surface, random.uniform(130, 200))
    lens = _LENS[int(random.integers(len(_LENS)))](small, random, 0.6)
    if random.random() < 0.5:
        return squeezed(at_dpi(lens, DRAWN_DPI * random.uniform(0.6, 0.8)), random, 1.0)
    return squeezed(low_light(lens, random, 1.0), random, 0.6)

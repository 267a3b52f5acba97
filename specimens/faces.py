"""What does a student who does not exist look like? Portraits painted from a few numbers.

Painted, not photographed: skin, hair, eyes, nose and mouth are shaded enough that a frontal face
cascade takes most of them for a face (`tests/specimens/test_identity.py` measures how many). They
do not serve to measure anything finer than that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from specimens.model import Person

Colour = tuple[int, int, int]

ID_PHOTO_PX = (414, 532)
"""35 × 45 mm at 300 dots per inch."""

_SKINS: tuple[Colour, ...] = (
    (246, 214, 190),
    (238, 198, 168),
    (224, 178, 142),
    (205, 156, 118),
    (180, 130, 94),
    (152, 104, 74),
    (122, 82, 58),
    (98, 66, 48),
)
_HAIRS: tuple[Colour, ...] = (
    (26, 22, 20),
    (40, 30, 26),
    (64, 44, 32),
    (98, 68, 44),
    (150, 112, 66),
    (196, 164, 108),
    (120, 58, 32),
)
_CLOTHES: tuple[Colour, ...] = (
    (34, 42, 66),
    (60, 60, 64),
    (120, 36, 44),
    (40, 84, 70),
    (88, 104, 140),
    (150, 130, 104),
)
_BACKGROUNDS: tuple[Colour, ...] = (
    (206, 214, 224),
    (196, 206, 214),
    (214, 216, 218),
    (188, 200, 214),
)
_DARK_SKIN = 210
"""Red value under which hair and eyes are always dark."""
_WHITE: Colour = (255, 255, 255)
_FAIR, _MIDDLE, _DARK = _SKINS[:3], _SKINS[1:5], _SKINS[5:]
_COMPLEXIONS = {
    **dict.fromkeys(("SEN", "CMR", "CIV", "GIN", "BEN", "GAB", "MLI", "TGO"), _DARK),
    **dict.fromkeys(("IND", "IDN", "MDG"), _SKINS[3:7]),
    **dict.fromkeys(
        ("MAR", "DZA", "TUN", "LBN", "SYR", "IRN", "TUR", "MEX", "PER", "COL", "ECU", "EGY"),
        _MIDDLE,
    ),
    **dict.fromkeys(("BRA", "USA", "GBR", "CAN", "FRA"), _SKINS),
}
"""So that a painted face does not surprise under a name; other states are fair."""
_DARK_HAIRED = frozenset(
    {"CHN", "VNM", "KOR", "JPN", *_COMPLEXIONS} - {"BRA", "USA", "GBR", "CAN", "FRA"}
)


@dataclass(frozen=True, slots=True)
class Features:
    """The numbers a face is painted from. Lengths are shares of the face's height."""

    skin: Colour
    hair: Colour
    iris: Colour
    clothes: Colour
    width: float
    jaw: float
    eyes_apart: float
    eye_width: float
    brow: float
    nose: float
    mouth: float
    long_hair: bool
    bald: float
    beard: float
    glasses: bool


def draw_features(random: Random, sex: str, nationality: str | None = None) -> Features:
    """A face at random."""
    skin = random.choice(_COMPLEXIONS.get(nationality, _FAIR) if nationality else _SKINS)
    dark = skin[0] < _DARK_SKIN or nationality in _DARK_HAIRED
    woman = sex == "F"
    return Features(
        skin=skin,
        hair=random.choice(_HAIRS[:3] if dark else _HAIRS),
        iris=random.choice(
            ((44, 28, 20), (58, 36, 24), (70, 90, 110), (74, 88, 60))[: 1 if dark else 4]
        ),
        clothes=random.choice(_CLOTHES),
        width=random.uniform(0.70, 0.77),
        jaw=random.uniform(0.80, 0.92),
        eyes_apart=random.uniform(0.165, 0.18),
        eye_width=random.uniform(0.068, 0.078),
        brow=random.uniform(0.014, 0.020) * (0.85 if woman else 1.2),
        nose=random.uniform(0.055, 0.072),
        mouth=random.uniform(0.115, 0.14),
        long_hair=woman and random.random() < 0.8,
        bald=0.0 if woman else random.choice((0.0, 0.0, 0.02)),
        beard=0.0 if woman else random.choice((0.0, 0.0, 0.25, 0.5)),
        glasses=random.random() < 0.12,
    )


def features_of(person: Person) -> Features:
    """The same face on every paper of a person."""
    key = f"{person.surname}|{person.given_names}|{person.birth_date}"
    return draw_features(Random(key), person.sex, person.nationality)


def _tone(colour: Colour, factor: float) -> Colour:
    red, green, blue = (int(min(255, max(0, value * factor))) for value in colour)
    return red, green, blue


class _Painter:
    """A picture painted in face units: (0, 0) between the eyes, 1 from chin to crown."""

    def __init__(self, picture: Image.Image, centre: tuple[float, float], face_px: float) -> None:
        self.picture, self._centre, self._unit = picture, centre, face_px

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._centre[0] + x * self._unit, self._centre[1] + y * self._unit

    def _corners(
        self, place: tuple[float, float, float, float]
    ) -> tuple[float, float, float, float]:
        x, y, rx, ry = place
        return (*self._point(x - rx, y - ry), *self._point(x + rx, y + ry))

    def _lay(
        self,
        colour: Colour,
        region: tuple[float, float, float, float],
        paint: Callable[[ImageDraw.ImageDraw, float, float], None],
        soft: float,
        strength: float,
    ) -> None:
        """Lay a colour through a mask softened by `soft` face heights, working inside a region."""
        margin = 4 * soft * self._unit + 2
        left, top = max(0, int(region[0] - margin)), max(0, int(region[1] - margin))
        right = min(self.picture.width, int(region[2] + margin) + 1)
        bottom = min(self.picture.height, int(region[3] + margin) + 1)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        paint(ImageDraw.Draw(mask), left, top)
        mask = mask.filter(ImageFilter.GaussianBlur(soft * self._unit))
        mask = mask.point([int(value * strength) for value in range(256)])
        self.picture.paste(colour, (left, top), mask)

    def ellipse(
        self,
        place: tuple[float, float, float, float],
        colour: Colour,
        soft: float = 0.004,
        strength: float = 1.0,
        hole: float = 0.0,
    ) -> None:
        """An ellipse given by centre and half axes; a ring when `hole` is its inner share."""
        x, y, rx, ry = place
        region, inner = self._corners(place), self._corners((x, y, rx * hole, ry * hole))

        def paint(pen: ImageDraw.ImageDraw, left: float, top: float) -> None:
            pen.ellipse(
                [(region[0] - left, region[1] - top), (region[2] - left, region[3] - top)], fill=255
            )
            if hole:
                pen.ellipse(
                    [(inner[0] - left, inner[1] - top), (inner[2] - left, inner[3] - top)], fill=0
                )

        self._lay(colour, region, paint, soft, strength)

    def polygon(
        self,
        points: tuple[tuple[float, float], ...],
        colour: Colour,
        soft: float = 0.004,
        strength: float = 1.0,
    ) -> None:
        """A polygon in face units."""
        corners = [self._point(x, y) for x, y in points]
        across, down = [x for x, _ in corners], [y for _, y in corners]

        def paint(pen: ImageDraw.ImageDraw, left: float, top: float) -> None:
            pen.polygon([(x - left, y - top) for x, y in corners], fill=255)

        self._lay(colour, (min(across), min(down), max(across), max(down)), paint, soft, strength)


def _paint_body(paint: _Painter, look: Features) -> None:
    shade = _tone(look.skin, 0.72)
    if look.long_hair:
        paint.ellipse((0, 0.14, look.width * 0.66, 0.66), _tone(look.hair, 0.9), 0.012)
    paint.polygon(((-0.19, 0.3), (0.19, 0.3), (0.23, 0.85), (-0.23, 0.85)), shade, 0.01)
    paint.ellipse((0, 1.25, 0.82, 0.58), look.clothes, 0.008)
    paint.polygon(((-0.16, 0.68), (0.16, 0.68), (0, 0.86)), shade, 0.008)


def _paint_head(paint: _Painter, look: Features) -> None:
    half = look.width / 2
    paint.ellipse((0, -0.16 - look.bald / 2, half * 1.12, 0.40), look.hair, 0.008)
    for side in (-1, 1):
        paint.ellipse((side * half * 1.01, 0.06, 0.045, 0.085), _tone(look.skin, 0.86), 0.005)
    paint.ellipse((0, -0.02, half, 0.38), look.skin, 0.005)
    paint.ellipse((0, 0.17, half * look.jaw, 0.36), look.skin, 0.006)
    paint.ellipse((0, -0.14, half * 0.6, 0.16), _tone(look.skin, 1.10), 0.06, 0.7)
    for side in (-1, 1):
        paint.ellipse((side * half * 0.80, 0.12, 0.035, 0.26), _tone(look.skin, 0.72), 0.03, 0.6)
        paint.ellipse((side * 0.17, 0.17, 0.09, 0.07), _tone(look.skin, 1.12), 0.04, 0.75)


def _paint_eyes(paint: _Painter, look: Features) -> None:
    socket, lash = _tone(look.skin, 0.52), _tone(look.hair, 0.5)
    for side in (-1, 1):
        x = side * look.eyes_apart
        paint.ellipse((x, -0.015, look.eye_width * 1.55, 0.055), socket, 0.022, 0.85)
        paint.ellipse((x, 0.0, look.eye_width, 0.026), (232, 228, 224), 0.003)
        paint.ellipse((x, 0.0, 0.027, 0.027), look.iris, 0.002)
        paint.ellipse((x, 0.0, 0.013, 0.013), (8, 8, 8), 0.001)
        paint.ellipse((x + 0.008, -0.008, 0.005, 0.005), (250, 250, 250), 0.001)
        lid = ((x - 0.085, -0.004), (x, -0.036), (x + 0.085, -0.004), (x, -0.022))
        paint.polygon(lid, lash, 0.003)
        inner, outer = x - side * 0.085, x + side * 0.10
        brow = (
            (inner, -0.068),
            (x, -0.09),
            (outer, -0.066),
            (outer, -0.066 + look.brow),
            (x, -0.09 + look.brow * 2),
            (inner, -0.068 + look.brow * 2),
        )
        paint.polygon(brow, _tone(look.hair, 0.8), 0.005, 0.92)
    paint.ellipse((0, 0.06, 0.022, 0.13), _tone(look.skin, 1.16), 0.014, 0.9)


def _paint_nose_and_mouth(paint: _Painter, look: Features) -> None:
    shade, lip = (
        _tone(look.skin, 0.60),
        _tone((look.skin[0], int(look.skin[1] * 0.70), int(look.skin[2] * 0.72)), 0.78),
    )
    paint.ellipse((0.035, 0.11, 0.012, 0.09), shade, 0.014, 0.5)
    paint.ellipse((0, 0.195, look.nose, 0.03), _tone(look.skin, 0.80), 0.012, 0.8)
    for side in (-1, 1):
        paint.ellipse((side * 0.03, 0.21, 0.016, 0.009), _tone(look.skin, 0.30), 0.004, 0.9)
        fold = ((side * 0.075, 0.2), (side * 0.13, 0.3), (side * 0.122, 0.305))
        paint.polygon(fold, shade, 0.010, 0.45)
    if look.beard:
        paint.ellipse((0, 0.39, look.width * 0.36, 0.12), look.hair, 0.02, look.beard)
        paint.ellipse((0, 0.25, look.mouth, 0.022), look.hair, 0.012, look.beard)
    paint.ellipse((0, 0.300, look.mouth, 0.022), lip, 0.004)
    paint.ellipse((0, 0.322, look.mouth * 0.72, 0.024), _tone(lip, 1.12), 0.005)
    paint.ellipse((0, 0.308, look.mouth * 1.02, 0.006), _tone(lip, 0.42), 0.003)
    paint.ellipse((0, 0.375, 0.07, 0.014), shade, 0.014, 0.6)
    paint.ellipse((0, 0.43, 0.07, 0.04), _tone(look.skin, 1.08), 0.02, 0.35 if look.beard else 0.6)


def _paint_hair(paint: _Painter, look: Features) -> None:
    half = look.width / 2
    fringe = -0.30 - look.bald * 2
    cap = (
        (-half * 1.08, 0.04),
        (-half * 1.12, -0.2),
        (-half * 0.85, -0.45),
        (0, -0.56),
        (half * 0.85, -0.45),
        (half * 1.12, -0.2),
        (half * 1.08, 0.04),
        (half * 0.94, -0.10),
        (half * 0.78, fringe + 0.06),
        (half * 0.2, fringe),
        (-half * 0.4, fringe + 0.02),
        (-half * 0.82, fringe + 0.09),
        (-half * 0.94, -0.10),
    )
    paint.polygon(cap, look.hair, 0.012)
    paint.ellipse((-half * 0.3, -0.45, half * 0.4, 0.03), _tone(look.hair, 1.5), 0.03, 0.5)
    if look.long_hair:
        for side in (-1, 1):
            paint.ellipse((side * half * 1.12, 0.22, 0.075, 0.42), look.hair, 0.012)
    if look.glasses:
        _paint_glasses(paint, look)


def _paint_glasses(paint: _Painter, look: Features) -> None:
    frame = (40, 34, 32)
    for side in (-1, 1):
        paint.ellipse((side * look.eyes_apart, 0.01, 0.115, 0.075), frame, 0.0015, 0.85, hole=0.92)
    paint.polygon(((-0.06, 0), (0.06, 0), (0.06, 0.008), (-0.06, 0.008)), frame, 0.0015, 0.85)


def paint_person(
    picture: Image.Image, look: Features, eyes: tuple[float, float], face_px: float
) -> None:
    """Paint one person: `eyes` is the point between them, `face_px` chin to crown, in pixels."""
    paint_body(picture, look, eyes, face_px)
    paint_face(picture, look, eyes, face_px)


def paint_body(
    picture: Image.Image, look: Features, eyes: tuple[float, float], face_px: float
) -> None:
    """Paint neck, shoulders and the hair behind them."""
    _paint_body(_Painter(picture, eyes, face_px), look)


def paint_face(
    picture: Image.Image, look: Features, eyes: tuple[float, float], face_px: float
) -> None:
    """Paint the head without neck and shoulders."""
    paint = _Painter(picture, eyes, face_px)
    _paint_head(paint, look)
    _paint_eyes(paint, look)
    _paint_nose_and_mouth(paint, look)
    _paint_hair(paint, look)


def _grain(picture: Image.Image, random: Random, strength: float = 3.0) -> Image.Image:
    noise = np.random.default_rng(random.getrandbits(32)).normal(
        0, strength, (picture.height, picture.width, 1)
    )
    pixels = np.asarray(picture, dtype=np.float32) + noise
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _backdrop(size: tuple[int, int], colour: Colour) -> Image.Image:
    if colour == _WHITE:
        return Image.new("RGB", size, colour)
    glow = (
        Image.radial_gradient("L").resize(size).point([255 - value // 12 for value in range(256)])
    )
    return ImageChops.multiply(
        Image.new("RGB", size, colour), Image.merge("RGB", (glow, glow, glow))
    )


def draw_portrait(
    random: Random,
    look: Features,
    size: tuple[int, int] = ID_PHOTO_PX,
    *,
    face: float = 0.74,
    background: Colour | None = None,
    grey: bool = False,
) -> Image.Image:
    """A frontal portrait, RGB uint8; `face` is chin to crown as a share of the height."""
    colour = background or random.choice(_BACKGROUNDS)
    picture = _backdrop(size, colour)
    face_px = size[1] * face
    top = size[1] * (1 - face) * 0.42
    eyes = (size[0] / 2 + random.uniform(-3, 3), top + face_px * 0.5)
    paint_person(picture, look, eyes, face_px)
    picture = _grain(picture.filter(ImageFilter.GaussianBlur(0.7)), random)
    return picture.convert("L").convert("RGB") if grey else picture


def draw_no_face(random: Random, size: tuple[int, int] = ID_PHOTO_PX) -> Image.Image:
    """A photograph of a street: sky, houses, windows."""
    picture = _backdrop(size, (150, 180, 214))
    pen, x = ImageDraw.Draw(picture), 0
    while x < size[0]:
        width, top = random.randint(60, 130), random.randint(size[1] // 4, size[1] // 2)
        pen.rectangle((x, top, x + width, size[1]), fill=random.choice(_CLOTHES + _SKINS[:5]))
        for row in range(top + 20, size[1] - 40, 46):
            for column in range(x + 12, x + width - 22, 34):
                pen.rectangle((column, row, column + 16, row + 24), fill=(58, 66, 78))
        x += width
    return _grain(picture.filter(ImageFilter.GaussianBlur(0.8)), random)

"""What does the sitter of an ID photo look like? Numbers from which every style draws a head.

Lengths are shares of the height of the head, chin to crown; the point between the eyes is (0, 0), y
downwards. Proportions are those of people, not of drawings: eyes 0.28 apart and halfway down, a
face 0.6 wide (Farkas, Anthropometry of the Head and Face, 1994; interpupillary distance 61 to
64 mm on a head of 218 to 230 mm, ANSUR II 2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

Colour = tuple[int, int, int]

SKINS: tuple[Colour, ...] = (
    (244, 212, 190), (236, 196, 168), (222, 176, 142), (202, 152, 116),
    (176, 126, 92), (148, 100, 72), (118, 80, 58), (92, 62, 46),
)  # fmt: skip
HAIRS: tuple[Colour, ...] = (
    (24, 21, 20), (38, 29, 25), (62, 43, 32), (96, 66, 44), (148, 112, 68), (190, 158, 104),
    (116, 58, 34), (150, 148, 146),
)  # fmt: skip
CLOTHES: tuple[Colour, ...] = (
    (34, 42, 66), (60, 60, 64), (120, 36, 44), (40, 84, 70), (88, 104, 140), (150, 130, 104),
    (222, 222, 220), (24, 24, 26),
)  # fmt: skip
SCARVES: tuple[Colour, ...] = ((44, 52, 84), (120, 60, 70), (80, 84, 80), (196, 184, 168))
_DARK_SKIN = 210
"""Red value under which hair and eyes are always dark."""


@dataclass(frozen=True, slots=True)
class Look:
    """One sitter."""

    skin: Colour
    hair: Colour
    iris: Colour
    clothes: Colour
    scarf: Colour
    hairdo: str
    """`short`, `long`, `bald`, `afro`, `bun`, or `scarf` and `turban`, which cover the hair."""
    eyes_apart: float
    """Between the pupils."""
    breadth: float
    """Of the face at the cheekbones, without ears."""
    above_eyes: float
    """From the point between the eyes to the crown."""
    jaw: float
    """Factor of the breadth of the jaw."""
    nose: float
    mouth: float
    brow: float
    beard: float
    glasses: bool


_HAIRDOS = {
    "M": ("short", "short", "short", "short", "bald", "afro", "turban"),
    "F": ("long", "long", "long", "bun", "short", "scarf", "afro"),
}


def draw_look(random: Random, sex: str | None = None) -> Look:
    """A sitter at random."""
    sex = sex or random.choice("MF")
    skin = random.choice(SKINS)
    dark = skin[0] < _DARK_SKIN
    hairdo = random.choice(_HAIRDOS[sex])
    if hairdo == "afro" and not dark:
        hairdo = "short"
    return Look(
        skin=skin,
        hair=random.choice(HAIRS[:3] if dark else HAIRS),
        iris=random.choice(
            ((44, 28, 20), (58, 36, 24), (74, 92, 112), (78, 90, 64))[: 2 if dark else 4]
        ),
        clothes=random.choice(CLOTHES),
        scarf=random.choice(SCARVES),
        hairdo=hairdo,
        eyes_apart=random.gauss(0.28, 0.010),
        breadth=random.gauss(0.60, 0.018),
        above_eyes=random.gauss(0.50, 0.010),
        jaw=random.uniform(0.92, 1.06),
        nose=random.uniform(0.075, 0.095),
        mouth=random.uniform(0.100, 0.122),
        brow=random.uniform(0.010, 0.016) * (1.25 if sex == "M" else 0.85),
        beard=0.0 if sex == "F" else random.choice((0.0, 0.0, 0.3, 0.75)),
        glasses=random.random() < 0.15,
    )


@dataclass(frozen=True, slots=True)
class Shot:
    """How the sitter is taken: everything that makes a photo good or bad but the light after it."""

    size_px: tuple[int, int] = (827, 1063)
    """Width and height; 35 x 45 mm at 600 dots per inch."""
    face: float = 0.75
    """Chin to crown, as a share of the height."""
    across: float = 0.5
    """Where the middle of the eyes is, as a share of the width."""
    above: float = 0.4
    """Share of the free height that is above the crown."""
    tilt_deg: float = 0.0
    """Clockwise, of head and body."""
    turn_deg: float = 0.0
    """Of the head alone, towards the right of the picture."""
    light_from: float = -0.3
    """Side of the main light: -1 left, 1 right."""
    contrast_of_light: float = 0.35
    """0 is light from everywhere, 1 from one lamp."""

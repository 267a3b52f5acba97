"""What lies under the text of an identity paper? Pale colours, waves and rosettes."""

from __future__ import annotations

from random import Random

from specimens.canvas import Sheet

_PALETTES = (
    ("#f3d9d0", "#cfdff0", "#e3d4ea"),
    ("#cfe8dd", "#e9e3c4", "#cfdcee"),
    ("#d6e2f3", "#f2dfe6", "#dcefe6"),
    ("#f5e2c4", "#dfe9d2", "#e9d3d3"),
    ("#d9d3ee", "#cfeaf0", "#f3ead2"),
)
_WASH, _LINES = 0.55, -0.12
"""How much lighter the wash and darker the lines are than the palette."""


def paint_background(
    sheet: Sheet,
    random: Random,
    depth: float | None = None,
    palette: tuple[str, ...] | None = None,
) -> None:
    """Cover the page with a wash, and its top `depth` millimetres (all, unless told) with waves."""
    colours = palette or random.choice(_PALETTES)
    width, height = sheet.width, sheet.height
    sheet.wash(0, 0, width, height, tuple(_lighten(colour, _WASH) for colour in colours))
    strong = tuple(_lighten(colour, _LINES) for colour in colours)
    depth = depth or height
    sheet.guilloche(0, 0, width, depth, random, strong, lines=int(depth * random.uniform(0.4, 0.8)))
    for _ in range(random.randint(1, 2)):
        centre = random.uniform(0.35, 0.9) * width, random.uniform(0.3, 0.8) * depth
        sheet.rosette(*centre, depth * random.uniform(0.18, 0.32), random, strong[0])


def _lighten(colour: str, share: float) -> str:
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    goal = 255 if share > 0 else 0
    return "#" + "".join(f"{int(part + (goal - part) * abs(share)):02x}" for part in parts)

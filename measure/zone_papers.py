"""Papers with a machine-readable zone for measuring: layouts kept for it, where a shape has any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

import cv2
import numpy as np

from docscheck.readers import mrz
from measure.zone_wear import DRAWN_DPI, Grey
from specimens.channels import Leaf
from specimens.channels.pictures import draw
from specimens.identity import TEMPLATES
from specimens.model import Template, Wish
from specimens.people import draw_person

TODAY = date(2026, 11, 25)
SHAPES = {
    "TD3": ("passport_label_column", "passport_right_hand", "passport_typewriter",
            "passport_cells", "passport_between_portraits"),
    "TD1": ("national_id_rows", "national_id_columns", "national_id_fra_wide_title",
            "permit_short_labels", "permit_long_labels"),
    "MRV-A": ("visa_numbered", "visa_consulate", "visa_spread", "visa_stamped"),
    "MRV-B": ("visa_mrv_b",),
    "TD2": ("national_id_td2",),
    "FRA-ID": ("national_id_fra_laminated",),
}  # fmt: skip
"""Shape to layouts. Of MRV-B and TD2 there is one layout each, known to those who wrote readers."""
WITHOUT = ("ehic_national", "ehic_replacement", "receipt_slip", "s1_dotted", "validation_web")
_NATIONALITIES = (
    *("MAR", "DZA", "TUN", "SEN", "CMR", "CHN", "IND", "VNM", "BRA", "COL", "USA", "LBN"),
    *("DEU", "ITA", "ESP", "POL", "ROU", "TUR", "KOR", "JPN"),
)
_BY_NAME = {template.name: template for template in TEMPLATES}


@dataclass(frozen=True, slots=True)
class ZonePage:
    """One page, drawn, and the lines of its zone (none on papers without)."""

    leaf: Leaf
    picture: Grey
    lines: tuple[str, ...]


def draw_page(shape: str, number: int, seed: int) -> ZonePage:
    """Draw a page of a shape, or one without a zone (`none`)."""
    rng = Random(f"zones/{seed}/{shape}/{number}")
    names = WITHOUT if shape == "none" else SHAPES[shape]
    template = _BY_NAME[names[number % len(names)]]
    leaf = _leaf(template, rng, shape)
    picture = cv2.cvtColor(draw(leaf, DRAWN_DPI), cv2.COLOR_RGB2GRAY)
    return ZonePage(leaf, np.asarray(picture, np.uint8), leaf.truth.mrz_lines)


def _leaf(template: Template, rng: Random, shape: str) -> Leaf:
    person = draw_person(rng, TODAY, _state(template, rng))
    paper = template.draw(person, rng, Wish(TODAY))
    pages = range(len(paper.pages))
    with_zone = (n for n in pages if bool(paper.pages[n].mrz_lines) == (shape != "none"))
    return Leaf(paper, next(with_zone))


def _state(template: Template, rng: Random) -> str:
    return "FRA" if "_fra_" in template.name else rng.choice(_NATIONALITIES)


def values(lines: tuple[str, ...]) -> dict[str, str]:
    """Read the fields off the true lines."""
    zone = mrz.parse(lines)
    if zone is None:
        raise ValueError(lines)
    return {field.name: field.value for field in mrz.fields(zone, TODAY)}

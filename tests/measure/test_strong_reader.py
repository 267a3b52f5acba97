"""A page is good as it was printed, and lost when it is blurred away."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from measure.quality import needed_values
from measure.spoiling import SPOILS
from measure.strong_reader import Reach, places, reach
from specimens.channels import Leaf
from specimens.channels.pictures import MM_PER_INCH, draw
from specimens.folders import shelf
from specimens.model import Wish
from specimens.people import draw_person

TODAY = date(2026, 11, 23)
DPI = 200
SCALE = DPI / MM_PER_INCH


def _leaf(kind: str) -> Leaf:
    rng = Random(f"strong/{kind}")
    person = draw_person(rng, TODAY, nationality="MAR")
    template, variant = shelf.pick(kind, (), person, rng, unseen=False)
    return Leaf(template.draw(person, rng, Wish(today=TODAY, variant=variant)))


@pytest.mark.parametrize("kind", ["passport", "rib"])
def test_print_is_good_and_blur_loses_it(kind: str) -> None:
    leaf = _leaf(kind)
    wanted = [places(leaf, group) for group in needed_values(leaf)]
    assert wanted
    assert all(wanted)
    picture = draw(leaf, DPI)
    assert reach(picture, SCALE, wanted) is Reach.GOOD
    blurred = SPOILS["blur"](picture, (0, 0, 1, 1), SCALE, 1.0, Random(1))
    assert reach(blurred, SCALE, wanted) is Reach.LOST


def test_no_spoil_of_no_strength_loses_anything() -> None:
    leaf = _leaf("rib")
    wanted = [places(leaf, group) for group in needed_values(leaf)]
    picture = draw(leaf, DPI)
    bottom = max(place.box_mm[3] for group in wanted for place in group)
    zone = (0, 0, picture.shape[1], round(bottom * SCALE))
    for name in ("blur", "motion", "glare", "cut", "noise", "pale", "screen", "blank"):
        spoiled = SPOILS[name](picture, zone, SCALE, 0.0, Random(1))
        assert reach(spoiled, SCALE, wanted) is Reach.GOOD, name

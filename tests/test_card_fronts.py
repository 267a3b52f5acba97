"""Fronts of cards, photographed: their portraits and dark bars may pass for other things."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

import pytest

from docscheck.examine import Examiner
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from specimens.channels import Leaf, PhotoWish, phone_pdf, photo
from specimens.identity import TEMPLATES
from specimens.model import Wish
from specimens.people import draw_person

TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.slow


@cache
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "auto", TODAY))


def front(name: str, nationality: str, random: Random) -> Leaf:
    template = next(t for t in TEMPLATES if t.name == name)
    drawn = template.draw(draw_person(random, TODAY, nationality), random, Wish(TODAY))
    return Leaf(drawn, next((n for n, p in enumerate(drawn.pages) if p.side == "front"), 0))


def types_in(data: bytes, extension: str) -> list[str | None]:
    parts = examiner().examine(data, extension).examined.parts
    return [part.classification.type for part in parts]


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("name", ["student_modern", "student_european"])
def test_a_card_that_fills_its_photo_is_no_portrait(name: str, seed: int) -> None:
    random = Random(seed)
    sent = phone_pdf((front(name, "SEN", random),), random)
    assert types_in(sent.data, "pdf") == ["student_card"]


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("student_modern", "student_card"),
        ("student_european", "student_card"),
        ("national_id_right", "national_id_card"),
    ],
)
def test_a_title_on_a_dark_bar_is_no_shadow(name: str, kind: str, seed: int) -> None:
    random = Random(seed)
    sent = photo(front(name, "ITA", random), random, PhotoWish(megapixels=5.0))
    assert types_in(sent.data, "jpg") == [kind]

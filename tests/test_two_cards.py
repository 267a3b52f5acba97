"""Two sides lying together: of one card as long as anything on the one is said by the other."""

from __future__ import annotations

import pytest

from docscheck.document import Source
from docscheck.readers import mrz
from docscheck.two_cards import are_of_two
from tests.readers.printed import TODAY, page

ZONE = mrz.parse(
    (
        "IRFRAF3RT7K92P99912345678<<<<<",
        "0403173F2709307MAR<<<<<<<<<<<6",
        "BENNANI<EL<IDRISSI<<YASMINE<<<",
    ),
    page=1,
    box=None,
    confidence=0.9,
    source=Source.MRZ,
)


@pytest.mark.parametrize(
    "text",
    [
        "TITRE DE SÉJOUR F3RT7K92P\nNOM BENNANI EL IDRISSI\n17 03 2004\n30 09 2027",
        "TITRE DE SÉJOUR\nNOM 8ENNANl EL lDRlSSl\n11 08 2001\n80 09 2021",
        "TITRE DE SÉJOUR\nNOM illisible\n17 03 2004",
        "TITRE DE SÉJOUR\nNOM illisible",
    ],
    ids=["well read", "days misread", "name misread", "hardly read"],
)
def test_one_card(text: str) -> None:
    assert ZONE is not None
    assert not are_of_two(ZONE, page(text), TODAY)


def test_the_front_of_somebody_elses_card() -> None:
    assert ZONE is not None
    front = "TITRE DE SÉJOUR W7CX2HMTQ\nNOM MACLEOD\nOcéane Camille\n24 11 1995\n13 07 2028"
    assert are_of_two(ZONE, page(front), TODAY)

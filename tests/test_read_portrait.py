"""When is a picture without words taken for an ID photo? First what must not be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docscheck.document import Box, Measures, Portrait
from docscheck.page_record import ReadPage
from docscheck.pages.interface import OpenedPage

LARGE, SMALL = Box(0.25, 0.25, 0.75, 0.65), Box(0.37, 0.35, 0.63, 0.56)
ON_A_CARD = Box(0.05, 0.3, 0.27, 0.5)
EYES = ((0.45, 0.42), (0.55, 0.42))


@dataclass
class Sized:
    """As much of a page as is asked for here."""

    size_px: tuple[int, int]


def read(
    size: tuple[int, int],
    faces: tuple[Box, ...] | None,
    portrait: Portrait | None = None,
    sheet_px: tuple[int, int] | None = None,
) -> bool:
    page = cast("OpenedPage", Sized(size))
    return ReadPage(
        page, None, None, Measures(), 0, True, faces=faces, portrait=portrait, sheet_px=sheet_px
    ).has_portrait


def seen(
    face: Box, eyes: tuple[tuple[float, float], ...] | None = EYES, tilt: float = 0.0
) -> Portrait:
    pair = (eyes[0], eyes[1]) if eyes else None
    return Portrait(face, pair, 0.3, 0.7, tilt, 0.0, 15.0, 0.8, 0.5, 0.0, 1.0, 0.2, None)


def test_cards_and_pages_are_no_photos() -> None:
    assert not read((1000, 630), (SMALL,), seen(SMALL))  # lies across
    assert not read((800, 1000), (ON_A_CARD,), seen(ON_A_CARD))  # at one side
    assert not read((800, 1000), (SMALL,), seen(SMALL), sheet_px=(700, 440))  # a card on a table
    assert not read((800, 1000), (), seen(SMALL, eyes=None))  # too little of a face
    assert not read((800, 1000), (), None)
    assert not read((800, 1000), None)


def test_photos_taken_from_too_far_tilted_or_of_two_people_are_photos() -> None:
    assert read((413, 531), (LARGE,))
    assert read((531, 413), (LARGE,))
    assert read((413, 531), (SMALL,), seen(SMALL))
    assert read((413, 531), (), seen(LARGE, tilt=25.0))
    assert read((531, 413), (), seen(LARGE, tilt=90.0))
    pair = (Box(0.1, 0.3, 0.36, 0.5), Box(0.6, 0.3, 0.86, 0.5))
    assert read((413, 531), pair, seen(pair[0]))

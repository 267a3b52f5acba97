"""What is printed above a machine-readable zone, and on the other side of the same card?

A zone tells where its paper lies and how large: its characters are 2.54 mm apart and its place on
the paper is fixed (ICAO 9303-4 to -7). What is printed above it, in type of 4 to 9 points, is cut
out of the finest picture there is and read at the one size that suits such print, which costs a
third of reading the page; a passport page whose number and dates are all known already is not read
again, and one whose labels hide some of them is read once more without its labels. The other side
of a card, when it lies on the same page, is looked for around it.

Does not say what the papers are. A zone known only from words read on the page has no exact place
and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Box, Line, Mrz, Origin, PageText, Source
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.ocr.print_on_dark import read_both_ways
from docscheck.page_record import ReadPage
from docscheck.pages.faces import find_faces
from docscheck.pages.interface import OpenedPage, Purpose, Raster
from docscheck.pages.large_print import large_print
from docscheck.pages.measures import add_reading
from docscheck.pages.places import holds, text_within, with_lost_lines
from docscheck.pages.straighten import even_light
from docscheck.pages.surface import Surface, lay_flat
from docscheck.readers import also_printed, issue_date
from docscheck.readers.interface import Reading

_PITCH_MM = 2.54
_ENOUGH = 0.9
"""Share of the wanted size with which the smaller picture will do, and no larger one is decoded."""
_MOST_ENLARGED = 1.6
_LEAST_ROOM = 0.8
"""Heights and widths of a card that must be left on the page for the other side of it."""
_REACH, _REACH_ACROSS = 2.2, 1.5
"""Heights of a card within which its other side lies above or below, widths left or right of it."""
_ASIDE = 0.25
"""Of the card's size, by which the other side may be out of line with it."""
_LEAST_WORDS = 4
_VALUE_MM = 1.6
"""Height of the capitals from which print on a passport page may be a value: 6.5 points. Labels
are set in 4 to 6 points."""


class _Format(Struct, frozen=True):
    """Sizes in millimetres of a paper with a zone."""

    height: float
    side: float
    """From the zone to the left and right edge."""
    below: float
    """From the lowest line of the zone to the lower edge."""
    px_per_mm: float = 9.5
    """At which it is read: labels of 4 points are then 13 px high, figures of 8 points 27 px."""


_PASSPORT = _Format(88.0, 6.5, 6.0)
_VISA = _Format(80.0, 6.5, 6.0)
_SMALL = _Format(74.0, 6.5, 6.0)
_CARD = _Format(54.0, 4.7, 4.0, 12.0)
_FORMATS = {
    "TD3": _PASSPORT,
    "MRV-A": _VISA,
    "MRV-B": _SMALL,
    "TD2": _SMALL,
    "FRA-ID": _SMALL,
    "TD1": _CARD,
}


class TwoSides(Struct, frozen=True):
    """Two papers on one page: one with a zone, and what lies above or below it."""

    other: ReadPage
    coded: ReadPage
    has_face: bool
    """Whether a face looks out of the other one."""
    repeats_zone: bool
    """Whether the other one prints a number or a date of the zone: it is the same card's."""


class ZonePaperReader:
    """Reads around zones with the engine that reads pages."""

    def __init__(self, engine: OcrEngine, today: date) -> None:
        self._engine = engine
        self._today = today

    def read(self, read: ReadPage) -> ReadPage:
        """Read what is printed above the zone from close; the page itself when there is no zone."""
        outline = _outline(read)
        if outline is None or read.mrz is None or read.mrz.box is None or self._says_all(read):
            return read
        above = replace(outline, bottom=read.mrz.box.top)
        if above.top >= above.bottom:
            return read
        near = _from_near(read, above)
        whole = _merged(read, self._words(read, near, above), above)
        if read.mrz.shape != "TD3" or not read.mrz.proven or self._says_all(whole):
            return whole
        return self._with_values(whole, near, above)

    def _with_values(self, whole: ReadPage, near: Surface, above: Box) -> ReadPage:
        """Read the values of a passport page without the labels, which may have hidden them."""
        alone = large_print(near.raster, near.ink, _VALUE_MM * _PASSPORT.px_per_mm)
        values = self._words(whole, replace(near, raster=alone), above)
        if whole.text is None or not values.lines:
            return whole
        read = replace(whole, text=with_lost_lines(values, whole.text))
        return read if self._says_all(read) else whole

    def two_sides(self, read: ReadPage) -> TwoSides | None:
        """Give what may be the two sides of a card lying on one page, apart from each other."""
        card = _outline(read)
        if card is None or read.mrz is None or read.mrz.shape != "TD1" or read.is_card:
            return None
        beside = self._first_side(read, card, _beside(card))
        if beside is not None and (beside.has_face or beside.repeats_zone):
            return beside
        for area in _around(card):
            # So far out of line it may be anybody's, unless it says what the zone says.
            found = self._other_side(read, card, area)
            if found is not None and found.repeats_zone:
                return found
        return beside

    def _first_side(self, read: ReadPage, card: Box, areas: Iterable[Box]) -> TwoSides | None:
        found = (self._other_side(read, card, area) for area in areas)
        return next((side for side in found if side is not None), None)

    def _other_side(self, read: ReadPage, card: Box, area: Box) -> TwoSides | None:
        if not _has_room(area, card):
            return None
        text = self._words(read, _from_near(read, area), area)
        if sum(len(line.words) for line in text.lines) < _LEAST_WORDS:
            return None
        measures = add_reading(read.measures, text)
        other = replace(read, text=text, mrz=None, measures=measures, place=area)
        coded = replace(_only_on(read, card), place=card)
        repeats = self._repeats(text, read)
        return TwoSides(other, coded, has_face=_has_face(read, area), repeats_zone=repeats)

    def _repeats(self, text: PageText, read: ReadPage) -> bool:
        reading = Reading((text,), self._today, read.mrz)
        wanted = (
            also_printed.Settings("document_number"),
            also_printed.Settings("birth_date"),
            also_printed.Settings("expiry_date"),
        )
        return any(any(also_printed.read(reading, "", settings)) for settings in wanted)

    def _says_all(self, read: ReadPage) -> bool:
        """Whether a passport page was read well enough: its number and all its dates are there."""
        if read.text is None or read.mrz is None or read.mrz.shape != "TD3":
            return False
        reading = Reading((read.text,), self._today, read.mrz)
        coded = (
            also_printed.Settings("document_number"),
            also_printed.Settings("birth_date"),
            also_printed.Settings("expiry_date"),
        )
        return all(any(also_printed.read(reading, "", wanted)) for wanted in coded) and any(
            issue_date.read(reading, "", issue_date.Settings())
        )

    def _words(self, read: ReadPage, near: Surface, area: Box) -> PageText:
        text = read_both_ways(self._engine, near.raster, page=read.page.number, layout=Layout.PAGE)
        return text_within(near.text_on_page(text), area)


def _outline(read: ReadPage) -> Box | None:
    """Tell where the paper lies that the zone is printed on, as far as it is on the page."""
    zone = read.mrz
    if zone is None or zone.box is None or zone.source is not Source.MRZ:
        return None
    form = _FORMATS.get(zone.shape)
    if form is None or read.page.origin is Origin.BORN_DIGITAL:
        return None
    across, down = _per_mm(read.page, zone)
    return Box(
        max(0.0, zone.box.left - form.side * across),
        max(0.0, zone.box.bottom - (form.height - form.below) * down),
        min(1.0, zone.box.right + form.side * across),
        min(1.0, zone.box.bottom + form.below * down),
    )


def _per_mm(page: OpenedPage, zone: Mrz) -> tuple[float, float]:
    """Give one millimetre of the paper in fractions of the page, across and down."""
    width, height = page.size_px
    box = zone.box or Box(0.0, 0.0, 1.0, 1.0)
    across = (box.right - box.left) / (len(zone.lines[0]) * _PITCH_MM)
    return across, across * width / height


def _from_near(read: ReadPage, area: Box) -> Surface:
    """Lay an area flat at the size for reading; boxes on it are fractions of the area."""
    surface = lay_flat(_piece(read, area), Origin.SCAN)
    if read.page.origin is not Origin.PHOTO:
        return surface
    return replace(surface, raster=even_light(surface.raster))


def _piece(read: ReadPage, area: Box) -> Raster:
    """Cut out an area at the size for reading, from the smallest picture that is fine enough."""
    page, zone = read.page, read.mrz
    across = _per_mm(page, zone)[0] if zone is not None else 1.0
    wanted = _FORMATS[zone.shape].px_per_mm if zone is not None else 0.0
    raster = page.raster(Purpose.TEXT)
    if across * raster.width < _ENOUGH * wanted:
        raster = page.raster(Purpose.DETAIL)
    piece = raster.crop(area)
    scale = min(_MOST_ENLARGED, wanted / (across * raster.width))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = cv2.resize(
        np.ascontiguousarray(piece.pixels), None, fx=scale, fy=scale, interpolation=way
    )
    return Raster(np.asarray(sized, dtype=np.uint8), None)


def _merged(read: ReadPage, close: PageText, area: Box) -> ReadPage:
    """Put what was read from close in the place of what the page was read to say there.

    How well the whole page reads stays as it was measured on it, where it was read at all.
    """
    if not close.lines:
        return read
    if read.text is None:
        return replace(read, text=close)
    around = _lines(read.text, area, inside=False)
    text = replace(close, lines=tuple(sorted((*around, *close.lines), key=lambda n: n.box.top)))
    return replace(read, text=text, measures=add_reading(read.measures, text))


def _has_face(read: ReadPage, area: Box) -> bool:
    """Look for a face in squares of the area: in the whole of it, one on a card is too small."""
    raster = read.page.raster()
    middle = (area.top + area.bottom) / 2
    halves = (replace(area, bottom=middle), replace(area, top=middle))
    return any(find_faces(raster, region) for region in (area, *halves))


def _only_on(read: ReadPage, place: Box) -> ReadPage:
    if read.text is None:
        return read
    return replace(read, text=replace(read.text, lines=_lines(read.text, place, inside=True)))


def _lines(text: PageText, place: Box, *, inside: bool) -> tuple[Line, ...]:
    """Give the words inside, or outside, a place in their lines."""
    parted = (
        tuple(word for word in line.words if holds(place, word.box) is inside)
        for line in text.lines
    )
    return tuple(Line(words) for words in parted if words)


def _has_room(area: Box, card: Box) -> bool:
    high = area.bottom - area.top >= _LEAST_ROOM * (card.bottom - card.top)
    return high and area.right - area.left >= _LEAST_ROOM * (card.right - card.left)


def _beside(card: Box) -> tuple[Box, ...]:
    """Give the areas above, below, left and right of a card, as far as they are on the page."""
    high, wide = card.bottom - card.top, card.right - card.left
    left, right = card.left - _ASIDE * wide, card.right + _ASIDE * wide
    top, bottom = card.top - _ASIDE * high, card.bottom + _ASIDE * high
    return tuple(
        Box(max(0.0, a), max(0.0, b), min(1.0, c), min(1.0, d))
        for a, b, c, d in (
            (left, card.top - _REACH * high, right, card.top),
            (left, card.bottom, right, card.bottom + _REACH * high),
            (card.left - _REACH_ACROSS * wide, top, card.left, bottom),
            (card.right, top, card.right + _REACH_ACROSS * wide, bottom),
        )
    )


def _around(card: Box) -> tuple[Box, ...]:
    """Give all of the page above, below, left and right of a card."""
    return (
        Box(0.0, 0.0, 1.0, card.top),
        Box(0.0, card.bottom, 1.0, 1.0),
        Box(0.0, 0.0, card.left, 1.0),
        Box(card.right, 0.0, 1.0, 1.0),
    )

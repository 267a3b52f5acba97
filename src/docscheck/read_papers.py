"""Which papers lie on this page, and what does each of them say?

A sheet from a scanner may show both sides of a card, or a visa beside the page of the passport;
print of 4 to 7 points is then too small in a picture sized for a letter. Each small paper is cut
out, read with all pixels there are, and given as a page of its own, with its zone and its place.
A page that is one paper comes back as it was.

Does not say what the papers are, and finds none on a photo whose background is not plain.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from docscheck.document import Box, Line, Mrz, Origin, PageText
from docscheck.mrz import read_mrz, read_zones
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.ocr.print_on_dark import read_both_ways
from docscheck.page_record import ReadPage
from docscheck.pages.interface import Purpose, Raster
from docscheck.pages.measures import add_reading
from docscheck.pages.places import holds, text_within, within
from docscheck.pages.small_papers import find_small_papers
from docscheck.pages.surface import Surface, lay_flat
from docscheck.read_page import best_zone, parsed_zone
from docscheck.readers import mrz as zone_reader

_MOST_WORDS = 140
"""A page with more is a letter, whatever pictures are on it."""
_LINES_OF_TWO_ZONES = 4
_MARGIN_BELOW = 0.6
"""Of a zone's height: ICAO 9303 leaves 4 mm below the lines of a passport or a visa."""
_WHOLE = Box(0.0, 0.0, 1.0, 1.0)
_LEAST_INSIDE = 0.5
"""Share of the page's words that lie on its small papers; on a letter they stand outside."""


class PaperReader:
    """Reads small papers with the engine that reads pages."""

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine

    def papers_on(self, read: ReadPage) -> tuple[ReadPage, ...]:
        """Give the papers on a page, from the top down; the page itself when it is one paper."""
        if read.word_count > _MOST_WORDS:
            return (read,)
        if read.page.origin is Origin.BORN_DIGITAL:
            return self._typeset(read)
        places = find_small_papers(read.page.raster())
        several = _shows_zones(read)
        alone = len(places) == 1 and _is_proven_page(read)
        if not several and (alone or not _hold_the_words(places, read)):
            return (read,)
        surface = lay_flat(read.page.raster(Purpose.DETAIL), read.page.origin)
        places = find_small_papers(surface.raster)
        if several:
            found = read_zones(surface.raster.grey().pixels, read.page.number)
            places = parted(places, [zone.box for zone in found if zone.turn_deg == 0])
        papers = tuple(self._paper(read, surface, place) for place in places)
        papers = tuple(paper for paper in papers if paper.word_count or paper.mrz is not None)
        # Shading may hide the very paper that carries the zone: the places found are then wrong.
        lost = read.mrz is not None and all(paper.mrz is None for paper in papers)
        return (read,) if lost or not papers else papers

    def _typeset(self, read: ReadPage) -> tuple[ReadPage, ...]:
        """Divide the words of a page made by a computer among the papers shown on it."""
        places = find_small_papers(read.page.raster())
        if len(places) < 2 or read.text is None or not _hold_the_words(places, read):
            return (read,)
        texts = _shared_out(read.text, places)
        zones = [zone_reader.read_page(text) for text in texts]
        if not any(zones):
            # A zone may be drawn as outlines, so that no text says what it says.
            seen = _zone_seen(read.page.raster(Purpose.DETAIL), read.page.number)
            if seen is not None and seen.box is not None:
                zones[_nearest(seen.box, places)] = seen
        return tuple(
            replace(read, text=text, mrz=zone, place=place)
            for text, zone, place in zip(texts, zones, places, strict=True)
        )

    def _paper(self, read: ReadPage, surface: Surface, place: Box) -> ReadPage:
        """Read one paper with all its pixels; boxes become those of the page."""
        piece = surface.raster.crop(place)
        seen = read_both_ways(self._engine, piece, page=read.page.number, layout=Layout.PAGE)
        placed = surface.text_on_page(text_within(seen, place))
        outline = surface.on_page(place)
        zones: tuple[Mrz | None, ...] = (
            _zone_at(read.mrz, outline),
            zone_reader.read_page(placed),
        )
        proven = next((zone for zone in zones if zone is not None and zone.proven), None)
        if proven is None:
            fresh = _zone_seen(piece, read.page.number)
            if fresh is not None and fresh.box is not None:
                box = surface.on_page(within(fresh.box, place))
                zones = (replace(fresh, box=box), *zones)
        return replace(
            read,
            text=placed,
            mrz=best_zone(*zones),
            measures=add_reading(read.measures, placed),
            place=outline,
        )


def _shows_zones(read: ReadPage) -> bool:
    """Whether more lines of zones were read than one zone has."""
    lines = read.text.lines if read.text is not None else ()
    return sum("<<" in line.text for line in lines) >= _LINES_OF_TWO_ZONES


def parted(places: tuple[Box, ...], zones: Sequence[Box]) -> tuple[Box, ...]:
    """Part each place with several zones, below each: a zone is the foot of its paper.

    Where a zone lies on none of the places, the pale papers were not found: the page is parted.
    """
    found = all(any(holds(place, zone) for place in places) for zone in zones)
    parts: list[Box] = []
    for place in places if found else (_WHOLE,):
        inside = sorted((z for z in zones if holds(place, z)), key=lambda zone: zone.bottom)
        top = place.top
        for upper, lower in pairwise(inside):
            below = upper.bottom + (upper.bottom - upper.top) * _MARGIN_BELOW
            if below < lower.top:
                parts.append(replace(place, top=top, bottom=below))
                top = below
        parts.append(replace(place, top=top))
    return tuple(parts)


def _zone_seen(raster: Raster, page: int) -> Mrz | None:
    found = read_mrz(raster.grey().pixels, page)
    return parsed_zone(found) if found is not None and found.turn_deg == 0 else None


def whole(read: ReadPage, papers: tuple[ReadPage, ...]) -> ReadPage:
    """Give the page again as one, with the words and the best zone of the papers on it."""
    places = tuple(paper.place for paper in papers if paper.place is not None)
    texts = [paper.text for paper in papers if paper.text is not None]
    if not places or not texts:
        return read
    around = () if read.text is None else _outside(read.text, places)
    text = replace(texts[0], lines=(*(line for t in texts for line in t.lines), *around))
    return replace(
        read,
        text=text,
        mrz=best_zone(*(paper.mrz for paper in (*papers, read))),
        measures=add_reading(read.measures, text),
        place=places[0] if len(places) == 1 else None,
    )


def _is_proven_page(read: ReadPage) -> bool:
    """Whether nothing more is to be learned: the zone of a passport proves what matters."""
    return read.mrz is not None and read.mrz.proven and read.mrz.shape == "TD3"


def _hold_the_words(places: tuple[Box, ...], read: ReadPage) -> bool:
    if not places:
        return False
    words = [word for line in read.text.lines for word in line.words] if read.text else []
    inside = sum(any(holds(place, word.box) for place in places) for word in words)
    return inside >= _LEAST_INSIDE * len(words)


def _shared_out(text: PageText, places: tuple[Box, ...]) -> tuple[PageText, ...]:
    """Give each place the words that lie on it or nearest to it.

    The zone of a card stands on a white strip, which looks like the sheet under the card.
    """
    parted: list[list[Line]] = [[] for _ in places]
    for line in text.lines:
        owners = [_nearest(word.box, places) for word in line.words]
        for number, lines in enumerate(parted):
            words = tuple(w for w, owner in zip(line.words, owners, strict=True) if owner == number)
            if words:
                lines.append(Line(words))
    return tuple(replace(text, lines=tuple(lines)) for lines in parted)


def _nearest(box: Box, places: tuple[Box, ...]) -> int:
    return min(range(len(places)), key=lambda number: _gap(places[number], box))


def _gap(place: Box, box: Box) -> float:
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    beside = max(place.left - across, across - place.right, 0.0)
    return beside + max(place.top - down, down - place.bottom, 0.0)


def _outside(text: PageText, places: tuple[Box, ...]) -> tuple[Line, ...]:
    return tuple(line for line in text.lines if not any(holds(p, line.box) for p in places))


def _zone_at(zone: Mrz | None, place: Box) -> Mrz | None:
    return zone if zone is not None and zone.box and holds(place, zone.box) else None

"""Which papers lie on this page, and what does each of them say?

A sheet from a scanner may show both sides of a card, or a visa beside the page of the passport;
print of 4 to 7 points is then too small in a picture sized for a letter. Each small paper is cut
out, read with all pixels there are, and given as a page of its own, with its zone and its place.
A page that is one paper comes back as it was.

Does not say what the papers are, and finds none on a photo whose background is not plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docscheck.document import Box, Line, Mrz, Origin, PageText, Source
from docscheck.mrz import read_mrz
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.interface import Purpose
from docscheck.pages.measures import add_reading
from docscheck.pages.places import holds, text_within, within
from docscheck.pages.small_papers import find_small_papers
from docscheck.pages.surface import Surface, lay_flat
from docscheck.read_page import ReadPage
from docscheck.readers import mrz as zone_reader

_MOST_WORDS = 140
"""A page with more is a letter, whatever pictures are on it."""
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
        if not _hold_the_words(places, read) or (len(places) == 1 and _is_proven_page(read)):
            return (read,)
        surface = lay_flat(read.page.raster(Purpose.DETAIL), read.page.origin)
        places = find_small_papers(surface.raster)
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
        parted = [(place, _inside(read.text, place)) for place in places]
        return tuple(
            replace(read, text=text, mrz=zone_reader.read_page(text), place=place)
            for place, text in parted
        )

    def _paper(self, read: ReadPage, surface: Surface, place: Box) -> ReadPage:
        """Read one paper with all its pixels; boxes become those of the page."""
        piece = surface.raster.crop(place)
        seen = self._engine.read(piece, page=read.page.number, layout=Layout.PAGE)
        placed = surface.text_on_page(text_within(seen, place))
        outline = surface.on_page(place)
        zones: tuple[Mrz | None, ...] = (
            _zone_at(read.mrz, outline),
            zone_reader.read_page(placed),
        )
        proven = next((zone for zone in zones if zone is not None and zone.proven), None)
        if proven is None:
            found = read_mrz(piece.pixels, read.page.number)
            if found is not None and found.turn_deg == 0:
                box = surface.on_page(within(found.box, place))
                lines, page, source = found.lines, found.page, Source.MRZ
                fresh = zone_reader.parse(lines, page, box, found.confidence, source)
                zones = (replace(fresh, repairs=found.repairs) if fresh else None, *zones)
        return replace(
            read,
            text=placed,
            mrz=max((z for z in zones if z is not None), key=_worth, default=None),
            measures=add_reading(read.measures, placed),
            place=outline,
        )


def whole(read: ReadPage, papers: tuple[ReadPage, ...]) -> ReadPage:
    """Give the page again as one, with the words and the best zone of the papers on it."""
    places = tuple(paper.place for paper in papers if paper.place is not None)
    texts = [paper.text for paper in papers if paper.text is not None]
    if not places or not texts:
        return read
    around = () if read.text is None else _outside(read.text, places)
    text = replace(texts[0], lines=(*(line for t in texts for line in t.lines), *around))
    zones = [zone for paper in (*papers, read) if (zone := paper.mrz) is not None]
    return replace(
        read,
        text=text,
        mrz=max(zones, key=_worth, default=None),
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


def _inside(text: PageText, place: Box) -> PageText:
    def lines() -> Iterator[Line]:
        for line in text.lines:
            words = tuple(word for word in line.words if holds(place, word.box))
            if words:
                yield Line(words)

    return replace(text, lines=tuple(lines()))


def _outside(text: PageText, places: tuple[Box, ...]) -> tuple[Line, ...]:
    return tuple(line for line in text.lines if not any(holds(p, line.box) for p in places))


def _zone_at(zone: Mrz | None, place: Box) -> Mrz | None:
    return zone if zone is not None and zone.box and holds(place, zone.box) else None


def _worth(zone: Mrz) -> tuple[bool, int, float]:
    return zone.proven, sum(digit.holds for digit in zone.check_digits), zone.confidence

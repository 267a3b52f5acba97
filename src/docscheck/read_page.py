"""What is printed on this page? The cheapest source that answers, and no more than is needed.

In order: the page's own text; its machine-readable zone, whose check digits prove what they read
and spare the OCR of a page that is nothing but a passport; OCR of a bounded grey picture, turned
upright first; where that makes no sense, a look for letters other than Latin. `read_again` looks a
second time where something is missing.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Box, Measures, Mrz, Origin, PageText, Source
from docscheck.layer_evidence import is_borne_out, tells_otherwise
from docscheck.mrz import MrzReading, read_level_mrz, read_turned_mrz
from docscheck.ocr import load_engine
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.ocr.orientation import find_turn, is_plain
from docscheck.ocr.other_scripts import Load, OtherScripts, is_doubtful
from docscheck.ocr.print_on_dark import read_both_ways
from docscheck.page_record import ReadPage, area_of, has_no_edge, has_tones, is_blank
from docscheck.pages.faces import find_faces
from docscheck.pages.faintness import enlarged, is_small
from docscheck.pages.grain import cleared
from docscheck.pages.interface import OpenedPage, Purpose, Raster
from docscheck.pages.lighting import measure_lamp
from docscheck.pages.measures import add_reading, measure_raster
from docscheck.pages.portrait import measure_portrait
from docscheck.pages.ruling import without_rules
from docscheck.pages.skew import Direction, find_direction
from docscheck.pages.surface import Surface, lay_flat
from docscheck.readers import mrz as zone_reader

_MIN_LETTERS = 50
"""A text layer with fewer is a page number or a stamp, not the page's text."""
_MIN_LETTER_SHARE = 0.5
"""Of the characters of a text layer; below it, its encoding is broken."""
_WHOLE_PAGE = 0.75
"""A proven zone this wide, in widths of the page or sheet, is of one passport and no more."""
_LEVEL = Direction(sideways=False, turn_deg=None)
"""Lines run level; which way is up, the shapes of the letters do not tell."""
_FEW_WORDS = 6
_FEW_PX = 700_000
"""Pixels up to which small print is enlarged at once: a letter at 75 dpi, a card at 300."""
_WORD_LETTERS, _SURE = 3, 0.5
_SURE_ZONE = 0.95
"""Mean confidence of its characters: one that is printed wrong was read with 0.99, and an engine
that reads words made it hold with 0.26."""
_LEAST_PX = 60
"""Short side of a picture under which nothing of a face can be measured."""


class _Stand(Struct, frozen=True):
    """A picture put upright, with what was found on the way."""

    turn_deg: int
    surface: Surface
    found: MrzReading | None = None
    text: PageText | None = None


class _Look(Struct, frozen=True):
    """One reading of a picture: how it was turned, what was read, which letters could not be."""

    turn_deg: int
    surface: Surface
    text: PageText
    script: str | None = None


class PageReader:
    """Reads pages with one engine, kept for the life of the process."""

    def __init__(self, engine: OcrEngine, today: date, load: Load = load_engine) -> None:
        self._engine = engine
        self._others = OtherScripts.beside(engine, load)
        self._today = today

    def read(self, page: OpenedPage) -> ReadPage:
        """Read a page as cheaply as its kind allows."""
        stood = page.text_turn_deg or 0 if page.origin is Origin.BORN_DIGITAL else 0
        own = self._own_text(page)
        if own is not None and is_borne_out(page, self._engine):
            read = _typeset(page, own)
        else:
            read = self._picture(page)
            read = replace(read, layer_differs=own is not None or tells_otherwise(page, read.text))
        read = replace(read, turn_deg=(read.turn_deg + stood) % 360)
        hidden = page.hidden_text()
        return replace(read, hidden_words=len(hidden.text.split())) if hidden else read

    def _own_text(self, page: OpenedPage) -> PageText | None:
        """Give the text layer, where the page has one that its own maker typeset.

        The layer under a scan is somebody's OCR: a claim, which is not believed (R19).
        """
        if page.origin is not Origin.BORN_DIGITAL:
            return None
        if page.text_turn_deg:
            page.stand_upright(page.text_turn_deg)
        text = page.embedded_text()
        return text if text is not None and _is_sensible(text.text) else None

    def _picture(self, page: OpenedPage) -> ReadPage:
        stand = self._upright(page)
        found, surface = stand.found, stand.surface
        zone = parsed_zone(found) if found else None
        if zone is not None and zone.proven and _fills(zone, surface):
            # No words were read, and waves of security paper look like letters at the edges.
            measures = replace(_measured(page, surface), cut_edges=None)
            return ReadPage(page, None, zone, measures, stand.turn_deg, text_read=True)
        seen = stand.text or self._seen(page, surface)
        look = _Look(stand.turn_deg, surface, seen)
        if found is None and self._others is not None and is_doubtful(seen, surface.ink):
            look = self._in_other_letters(page, look, self._others)
        return self._told(page, look, zone)

    def as_taken(self, read: ReadPage) -> ReadPage:
        """Read a photo again whose portrait, or another part of it, passed for the sheet.

        `read` itself is given back where no sheet was cut out, or no more words are on the whole.
        """
        if read.sheet_px is None or read.page.origin is not Origin.PHOTO:
            return read
        surface = lay_flat(read.page.raster(), Origin.SCAN, as_lit=True)
        seen = self._seen(read.page, surface)
        if _sure_words(seen) <= max(_FEW_WORDS, _sure_words(read.text)):
            return read
        return self._told(read.page, _Look(read.turn_deg, surface, seen), read.mrz)

    def _told(self, page: OpenedPage, look: _Look, zone: Mrz | None) -> ReadPage:
        """Put together what was read and measured on one surface."""
        text = look.surface.text_on_page(look.text)
        read = ReadPage(
            page=page,
            text=text,
            mrz=best_zone(zone, zone_reader.read_page(text)),
            measures=add_reading(_measured(page, look.surface, look.text), text),
            turn_deg=look.turn_deg,
            text_read=self._engine.name != "none",
            script=look.script,
            sheet_px=look.surface.sheet_px,
        )
        return _with_faces(read, look.surface.raster)

    def _in_other_letters(self, page: OpenedPage, look: _Look, others: OtherScripts) -> _Look:
        """Read again in the script of the page, if that is another one and its data is there."""
        clear = cleared(look.surface.raster, look.surface.ink)
        way = others.find(clear, look.text)
        if not way.languages:
            return replace(look, script=way.script)
        if way.turn_deg:
            page.stand_upright(way.turn_deg)
            surface = lay_flat(page.raster(), page.origin)
            look = replace(look, turn_deg=(look.turn_deg + way.turn_deg) % 360, surface=surface)
            clear = cleared(surface.raster, surface.ink)
        return replace(look, text=others.read(clear, way, look.text))

    def _upright(self, page: OpenedPage) -> _Stand:
        """Turn the page upright and lay it flat; a zone that was read tells its turn for free."""
        grey = page.raster(Purpose.TEXT).pixels
        found = read_level_mrz(grey, page.number)
        if found is not None:
            return _turned_page(page, found.turn_deg, found)
        surface = lay_flat(page.raster(), page.origin)
        direction = find_direction(surface.ink)
        if direction.sideways is not False:
            found = read_turned_mrz(grey, page.number)
            if found is not None:
                return _turned_page(page, found.turn_deg, found)
        text = None
        if direction == _LEVEL:
            # Most pages come upright: read whole, they need no strips that tell which way is up.
            text = self._seen(page, surface)
            if is_plain(text):
                return _Stand(0, surface, text=text)
        turn = find_turn(cleared(surface.raster, surface.ink), self._engine, surface.ink)
        if not turn.sure or not turn.turn_deg:
            return _Stand(0, surface, text=text)
        return _turned_page(page, turn.turn_deg)

    def _seen(self, page: OpenedPage, surface: Surface) -> PageText:
        flat = page.origin is Origin.SCAN or surface.sheet is not None
        clear = cleared(surface.raster, surface.ink)
        if is_small(surface.ink) and clear.width * clear.height <= _FEW_PX:
            clear = enlarged(clear, surface.ink)
        if not flat:
            return read_both_ways(self._engine, clear, page=page.number, layout=Layout.PAGE)
        clean = without_rules(clear)
        return read_both_ways(self._engine, clean, page=page.number, layout=Layout.BLOCK)


def _with_faces(read: ReadPage, raster: Raster) -> ReadPage:
    """Look for faces where there is hardly a word: beside words they say nothing of the page."""
    if _sure_words(read.text) > _FEW_WORDS or read.mrz is not None:
        return read
    faces = tuple(sorted((face.box for face in find_faces(raster)), key=area_of, reverse=True))
    read = replace(read, faces=faces)
    if is_blank(read) or min(read.page.size_px) < _LEAST_PX:
        return read
    if not faces and read.word_count > _FEW_WORDS:
        return read  # a page that reads badly: no tilted face is looked for on it
    read = replace(read, portrait=measure_portrait(read.page.raster(Purpose.COLOUR)))
    if not read.has_portrait:
        return read
    # Strands of hair are no lines of print: they say nothing of how level the picture is.
    return replace(read, measures=replace(read.measures, skew_deg=None, cut_edges=None))


def _sure_words(text: PageText | None) -> int:
    """Count words of three letters or more, read with some confidence: hair gives others."""
    words = [word for line in text.lines for word in line.words] if text else []
    return sum(
        sum(map(str.isalpha, word.text)) >= _WORD_LETTERS
        and (word.confidence is None or word.confidence >= _SURE)
        for word in words
    )


def _typeset(page: OpenedPage, text: PageText) -> ReadPage:
    return ReadPage(
        page,
        text,
        zone_reader.read_page(text),
        add_reading(Measures(), text),
        turn_deg=0,
        text_read=True,
    )


def _turned_page(page: OpenedPage, turn_deg: int, found: MrzReading | None = None) -> _Stand:
    if turn_deg:
        page.stand_upright(turn_deg)
    return _Stand(turn_deg, lay_flat(page.raster(), page.origin), found)


def _with_blur_seen(measures: Measures) -> Measures:
    """Call sharpness 0 where there are tones without a single edge; it is measured on edges."""
    if measures.sharpness is None and has_no_edge(measures) and has_tones(measures):
        return replace(measures, sharpness=0.0)
    return measures


def _is_sensible(text: str) -> bool:
    marks = [c for c in text if not c.isspace()]
    letters = sum(map(str.isalnum, marks))
    return letters >= _MIN_LETTERS and letters >= _MIN_LETTER_SHARE * len(marks)


def _measured(page: OpenedPage, surface: Surface, text: PageText | None = None) -> Measures:
    measures = measure_raster(
        surface.raster,
        surface.ink,
        text,
        full_scale=_full_scale(page),
        photo=page.origin is Origin.PHOTO,
    )
    if page.origin is Origin.PHOTO and surface.sheet is None:
        lamp = measure_lamp(page.raster().grey().pixels)
        measures = replace(measures, glare=max(measures.glare or 0.0, lamp))
    return _with_blur_seen(measures)


def _full_scale(page: OpenedPage) -> float:
    """Give pixels of the original for one pixel of what is read."""
    raster = page.raster()
    return min(page.size_px) / min(raster.width, raster.height)


def parsed_zone(found: MrzReading) -> Mrz | None:
    """Give a zone read from pixels, on the page turned upright; `None` when of no known shape."""
    zone = zone_reader.parse(
        found.lines,
        page=found.page,
        box=turned(found.box, found.turn_deg),
        confidence=found.confidence,
        source=Source.MRZ,
    )
    if zone is None:
        return None
    return replace(zone, repairs=found.repairs, unproven=found.unproven)


def turned(box: Box, turn_deg: int) -> Box:
    """Give where `box` lies once its page was turned clockwise by `turn_deg`."""
    if turn_deg == 90:
        return Box(1 - box.bottom, box.left, 1 - box.top, box.right)
    if turn_deg == 180:
        return Box(1 - box.right, 1 - box.bottom, 1 - box.left, 1 - box.top)
    if turn_deg == 270:
        return Box(box.top, 1 - box.right, box.bottom, 1 - box.left)
    return box


def best_zone(*zones: Mrz | None) -> Mrz | None:
    """Choose between readings of a zone; `None` when none is one.

    One that is proven comes first, then one whose characters are sure: its digits fail on the paper
    itself, and those of a doubtful reading hold by chance.
    """
    return max((zone for zone in zones if zone is not None), key=_worth, default=None)


def _worth(zone: Mrz) -> tuple[bool, bool, int, float]:
    holding = sum(digit.holds for digit in zone.check_digits)
    return zone.proven, zone.confidence >= _SURE_ZONE, holding, zone.confidence


def _fills(zone: Mrz, surface: Surface) -> bool:
    """Whether the page, or the sheet that was found on a photo, is one passport and no more."""
    if zone.shape != "TD3" or zone.box is None:
        return False
    box = surface.from_page(zone.box) if surface.sheet is not None else zone.box
    return box.right - box.left >= _WHOLE_PAGE

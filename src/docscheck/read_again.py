"""What was lost when this page was read first, and can a second look find it?

Each look costs as much as a reading, so each is for one reason: a title that promises a zone, words
that did not tell what the page is, labels too pale or too small. What was read first is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docscheck.document import Origin, PageText, Source
from docscheck.mrz import read_mrz
from docscheck.ocr.bands import is_noise, read_in_bands
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.ocr.print_on_dark import read_both_ways
from docscheck.page_record import ReadPage
from docscheck.pages.faintness import darkened, enlarged, has_pale_print, is_small
from docscheck.pages.grain import cleared
from docscheck.pages.interface import Purpose
from docscheck.pages.measures import add_reading
from docscheck.pages.places import with_lost_lines
from docscheck.pages.straighten import even_light
from docscheck.pages.surface import lay_flat
from docscheck.read_page import best_zone, parsed_zone
from docscheck.readers.interface import Barcode

_FAIRLY_READ = 0.45
"""Mean confidence of the words from which a picture is fit for print to be darkened in it: below,
grain and blur would be darkened with it, and read. One legible card with pale labels had 0.59;
spoilt pages reach 0.41 (`min_ocr_confidence` in the rules)."""


_BARELY_READ = 0.4
"""Mean confidence of the words below which more looks find no more words."""


class SecondLook:
    """Reads again with the engine that reads pages."""

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine

    def closer(self, read: ReadPage) -> ReadPage:
        """Read the zone again with more pixels, where the first look found none or proved none."""
        if read.mrz is not None and read.mrz.proven:
            return read
        found = read_mrz(read.page.raster(Purpose.DETAIL).pixels, read.page.number)
        zone = parsed_zone(found) if found is not None and found.turn_deg == 0 else None
        return replace(read, mrz=best_zone(read.mrz, zone))

    def otherwise(self, read: ReadPage) -> ReadPage:
        """Read a page again whose words did not tell what it is, and add the lines that were lost.

        An engine told that lines run from margin to margin drops one now and then, a large title
        sooner than others; told to find the blocks itself, it drops others. In the shadow of a
        hand it drops whatever is printed there: here the page is lit evenly, whatever took it.
        """
        if read.text is None or read.text.source is not Source.OCR or read.script is not None:
            return read
        surface = lay_flat(read.page.raster(), read.page.origin)
        flat = read.page.origin is Origin.SCAN or surface.sheet is not None
        layout = Layout.PAGE if flat else Layout.SPARSE
        even = cleared(even_light(surface.raster), surface.ink)
        seen = self._engine.read(even, page=read.page.number, layout=layout)
        return replace(read, text=with_lost_lines(read.text, surface.text_on_page(seen)))

    @staticmethod
    def is_fit(read: ReadPage, least: float = _FAIRLY_READ) -> bool:
        """Tell whether a page was read from its picture, in Latin letters and well enough."""
        if read.text is None or read.text.source is not Source.OCR or read.script is not None:
            return False
        confidence = read.measures.ocr_confidence
        return confidence is not None and confidence >= least

    def for_pale_print(self, read: ReadPage) -> Iterator[ReadPage]:
        """Read a page again with all its print in one blackness, then with small print enlarged.

        For a page whose large, dark print was read well and whose small or pale print, mostly the
        labels that say what a value is, was lost. Words read only the first time are kept.
        """
        confidence = read.measures.ocr_confidence
        if read.text is None or confidence is None or not self.is_fit(read):
            return
        surface = lay_flat(read.page.raster(), read.page.origin)
        looks = (
            (has_pale_print(surface.raster, surface.ink), darkened),
            (is_small(surface.ink), enlarged),
        )
        for promising, prepared in looks:
            if promising:
                raster = prepared(surface.raster, surface.ink)
                seen = self._engine.read(raster, page=read.page.number, layout=Layout.PAGE)
                text = with_lost_lines(surface.text_on_page(seen), read.text)
                again = add_reading(read.measures, seen)
                surer = (again.ocr_confidence or 0.0) > confidence
                yield replace(read, text=text, measures=again if surer else read.measures)

    def in_bands(self, read: ReadPage) -> Iterator[ReadPage]:
        """Read a page again a few lines at a time, as it is and then evenly lit, beside `text`."""
        # A zone that proves itself vouches for the picture, whatever was made of the rest.
        legible = read.mrz is not None and read.mrz.proven
        if read.text is None or not self.is_fit(read, 0.0 if legible else _BARELY_READ):
            return
        surface = lay_flat(read.page.raster(Purpose.DETAIL), read.page.origin)
        raster, page = cleared(surface.raster, surface.ink), read.page.number
        for even in (False, True):
            seen = read_in_bands(self._engine, raster, surface.ink, page=page, even=even)
            if is_noise(seen):
                return
            again = add_reading(read.measures, seen)
            surer = (again.ocr_confidence or 0.0) > (read.measures.ocr_confidence or 0.0)
            read = replace(
                read,
                near=(*read.near, surface.text_on_page(seen)),
                measures=again if surer else read.measures,
            )
            yield read

    def as_lit(self, read: ReadPage) -> ReadPage:
        """Read a photo again in the light it was taken in, and add the lines that were lost.

        White print on colour fades where the light is made even.
        """
        if read.page.origin is not Origin.PHOTO or read.script is not None or read.text is None:
            return read
        cut = Origin.PHOTO if read.sheet_px is not None else Origin.SCAN
        surface = lay_flat(read.page.raster(), cut, as_lit=True)
        lit = cleared(surface.raster, surface.ink)
        seen = read_both_ways(self._engine, lit, page=read.page.number, layout=Layout.PAGE)
        seen = surface.text_on_page(seen)
        surer, other = sorted((read.text, seen), key=_sure_letters, reverse=True)
        return replace(read, text=with_lost_lines(surer, other))

    def with_barcodes(self, read: ReadPage) -> ReadPage:
        """Look for codes; only worth its time where the words did not tell what the page is."""
        from docscheck.pages.barcodes import read_barcodes

        codes = tuple(
            Barcode(code.format, code.data, read.page.number, code.box)
            for code in read_barcodes(read.page.raster(Purpose.TEXT))
        )
        return replace(read, barcodes=codes)


def _sure_letters(text: PageText) -> float:
    """Count the letters that were read, each by the confidence of its word."""
    return sum(
        sum(map(str.isalnum, word.text)) * (word.confidence or 0.0)
        for line in text.lines
        for word in line.words
    )

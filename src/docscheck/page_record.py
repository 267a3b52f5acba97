"""Everything that was read from one page, and what its shape and its faces alone say of it.

Is it a card, an ID photo, a blank sheet? Words decide what a paper is; these questions are for
pages on which there are few. Pixels and words stay in the process that read them; `document.Page`
is what leaves.
"""

from __future__ import annotations

from msgspec import Struct

from docscheck.document import Box, Measures, Mrz, PageText, Portrait
from docscheck.pages.interface import OpenedPage
from docscheck.readers.interface import Barcode

_CARD_RATIOS = (1.28, 1.72)
"""Width to height: ID-1 is 1.586, a passport page 1.42 (ICAO 9303-2 §3), with some margin."""
_CARD_MAX_WORDS = 140
_PORTRAIT_SHARE = 0.12
"""Share of the picture that the face of an ID photo fills; in a passport page it is under 0.04."""
_MIDDLE = (0.35, 0.65)
"""Of the width of a picture that lies like a card, where the face of its only subject is."""
_SMALL_SHARE = 0.035
"""The same of a face too small for an ID photo; on cards and passport pages it is under 0.03."""
_FROM_MIDDLE = 0.25
"""Widths from the middle of the picture: on cards and passport pages the face is at one side."""
_PHOTO_RATIOS = (0.6, 1.05)
_ON_ITS_SIDE_DEG = 60.0
_BLANK_INK = 0.002
_BLANK_CONTRAST = 0.1
"""Noise and shading of an empty sheet stay below; a page too blurred to have an edge does not."""


class ReadPage(Struct, frozen=True):
    """Everything read from one page."""

    page: OpenedPage
    text: PageText | None
    mrz: Mrz | None
    measures: Measures
    turn_deg: int
    text_read: bool
    """False when reading was needed and no engine could do it."""
    script: str | None = None
    """ISO 15924 code of letters that could not be read for want of their language data."""
    hidden_words: int = 0
    """Words of the text layer that no eye can see."""
    layer_differs: bool = False
    """The text layer says other things than the drawing, and was left aside."""
    faces: tuple[Box, ...] | None = None
    """Where faces are, the largest first; `None` where none was looked for."""
    portrait: Portrait | None = None
    """What the picture measures around its largest face; `None` beside words and without a face."""
    barcodes: tuple[Barcode, ...] = ()
    place: Box | None = None
    """Of the one small paper on the page that this is; `None` when it is the page itself."""
    sheet_px: tuple[int, int] | None = None
    """Width and height of the sheet or card that was found on a photo, seen from above."""
    near: tuple[PageText, ...] = ()
    """The same page read again from close, for the needed fields that `text` does not tell."""

    @property
    def word_count(self) -> int:
        return sum(len(line.words) for line in self.text.lines) if self.text else 0

    @property
    def has_portrait(self) -> bool:
        """Whether a face fills the page as it does an ID photo, or as in one taken from too far;
        on a card it stands at one side.
        """
        low, high = _MIDDLE if _ratio(*self._shape_px) >= _CARD_RATIOS[0] else (0.0, 1.0)
        if any(
            area_of(face) >= _PORTRAIT_SHARE and low <= (face.left + face.right) / 2 <= high
            for face in self.faces or ()
        ):
            return True
        if self.portrait is None or self.sheet_px is not None:
            return False
        return self._has_shape_of_photo and self._shows_people(self.portrait)

    @property
    def _has_shape_of_photo(self) -> bool:
        wide, high = self.page.size_px
        if self.portrait is not None and abs(self.portrait.tilt_deg or 0.0) > _ON_ITS_SIDE_DEG:
            wide, high = high, wide
        return _PHOTO_RATIOS[0] <= wide / max(high, 1) <= _PHOTO_RATIOS[1]

    def _shows_people(self, portrait: Portrait) -> bool:
        """Whether the face is sure and in the middle, or there are several of some size."""
        face = portrait.face
        if not self.faces and portrait.eyes is None and area_of(face) < _PORTRAIT_SHARE:
            return False
        middle = abs((face.left + face.right) / 2 - 0.5)
        several = sum(area_of(one) >= _SMALL_SHARE for one in self.faces or ()) > 1
        return several or (area_of(face) >= _SMALL_SHARE and middle <= _FROM_MIDDLE)

    @property
    def is_card(self) -> bool:
        """Whether the picture may be of a card or a passport page: its shape, and few words."""
        low, high = _CARD_RATIOS
        return low <= _ratio(*self._shape_px) <= high and self.word_count <= _CARD_MAX_WORDS

    @property
    def _shape_px(self) -> tuple[int, int]:
        width, height = self.page.size_px
        if self.place is None:
            return self.sheet_px or (width, height)
        across, down = self.place.right - self.place.left, self.place.bottom - self.place.top
        return round(width * across), round(height * down)


def is_blank(read: ReadPage) -> bool:
    """Whether nothing is on the page: no ink, no tones, no words."""
    empty = not read.word_count and read.mrz is None and not read.has_portrait
    return empty and has_no_edge(read.measures) and not has_tones(read.measures)


def has_no_edge(measures: Measures) -> bool:
    """Whether next to nothing stands out from the paper."""
    return measures.ink is not None and measures.ink <= _BLANK_INK


def has_tones(measures: Measures) -> bool:
    """Whether light and dark differ as they do on no empty sheet."""
    return measures.contrast is not None and measures.contrast >= _BLANK_CONTRAST


def _ratio(width: int, height: int) -> float:
    return width / max(height, 1)


def area_of(box: Box) -> float:
    """Give the share of the page that a box covers."""
    return (box.right - box.left) * (box.bottom - box.top)

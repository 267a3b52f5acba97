"""What do the pixels of one page measure: `document.Measures`, each number with its own module.

`sharpness`, `brightness` and `contrast` come from the tiles that carry print; `ink`, `skew_deg`,
`text_height_px` and `cut_edges` from the letters; `glare` and `moire` from `lighting`, `faded` from
`fading`. About 50 ms a page of 1240 x 1754 px. Nothing here says what is too little: thresholds
live in the rule files.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from docscheck.document import Box, Measures, Origin, PageText
from docscheck.pages.fading import fading_lines
from docscheck.pages.framing import cut_edges
from docscheck.pages.ink import Ink, find_ink
from docscheck.pages.interface import OpenedPage, Raster
from docscheck.pages.lighting import measure_glare, measure_moire
from docscheck.pages.sharpness import measure_tiles
from docscheck.pages.skew import measure_skew

_MANY_LETTERS = 200
"""So many spots are print even when they stand in no straight rows; hair and leaves make fewer."""
_READ_LETTERS = 25
"""Spots in words read with confidence that tell where the print of a page is."""
_WORD_LETTERS, _SURE = 3, 0.6
"""Noise gives words too, but short ones, or of little confidence."""


def measure_page(page: OpenedPage, ink: Ink | None = None) -> Measures:
    """Measure one opened page, upright; nothing is measured on one that was born digital.

    Args:
        page: an opened page.
        ink: `find_ink` of its TEXT raster, when it is already known.
    """
    if page.origin is Origin.BORN_DIGITAL:
        return Measures()
    raster = page.raster()
    scale = min(page.size_px) / min(raster.pixels.shape[:2])
    return measure_raster(raster, ink, full_scale=scale, photo=page.origin is Origin.PHOTO)


def measure_raster(
    raster: Raster,
    ink: Ink | None = None,
    text: PageText | None = None,
    *,
    full_scale: float = 1.0,
    photo: bool = False,
) -> Measures:
    """Measure a raster of about 1000 to 2000 px across.

    Args:
        raster: one page, upright.
        ink: `find_ink(raster)`, when it is already known.
        text: what was read on `raster`: print is then where words were read, and the weave of a
            table cloth around the sheet is none.
        full_scale: pixels of the full resolution per pixel of `raster`.
        photo: the page was photographed.
    """
    ink = ink or find_ink(raster)
    grey = raster.grey().pixels
    skew = measure_skew(ink)
    words = ink.within(_sure_places(text)) if text is not None else None
    read = words is not None and len(words.letters) >= _READ_LETTERS
    seen = words if words is not None and read else ink
    printed = read or skew is not None or len(ink.letters) >= _MANY_LETTERS
    height = seen.letter_height_px if printed else None
    tiles = measure_tiles(grey, seen.letters, height, ink.noise)
    paper = tiles.paper if tiles else float(np.median(grey[::4, ::4]))
    return Measures(
        sharpness=_rounded(tiles.acuity if tiles else None),
        brightness=_rounded(paper / 255),
        contrast=_rounded((tiles.paper - tiles.ink) / 255 if tiles else None),
        glare=_rounded(measure_glare(grey, paper, unread_photo=photo and not read)),
        faded=_rounded(fading_lines(raster, ink)),
        ink=_rounded(ink.share),
        skew_deg=skew,
        text_height_px=round(height * full_scale, 1) if height is not None else None,
        cut_edges=cut_edges(ink, text) if printed else None,
        moire=_rounded(measure_moire(grey, skew or 0.0)),
    )


def _sure_places(text: PageText) -> Iterator[Box]:
    """Give where words were read with confidence."""
    for line in text.lines:
        for word in line.words:
            letters = sum(map(str.isalnum, word.text))
            if letters >= _WORD_LETTERS and (word.confidence or 0.0) >= _SURE:
                yield word.box


def add_reading(measures: Measures, text: PageText) -> Measures:
    """Complete `measures` with how surely and how much was read."""
    words = [word for line in text.lines for word in line.words]
    letters = [sum(map(str.isalnum, word.text)) for word in words]
    known = [
        (word.confidence, count)
        for word, count in zip(words, letters, strict=True)
        if word.confidence is not None and count
    ]
    total = sum(count for _, count in known)
    mean = sum(confidence * count for confidence, count in known) / total if total else None
    return replace(
        measures, ocr_confidence=_rounded(mean), word_count=sum(count >= 2 for count in letters)
    )


def _rounded(value: float | None) -> float | None:
    """Four digits: enough to judge, few enough to be the same on every machine."""
    return None if value is None else round(value, 4)

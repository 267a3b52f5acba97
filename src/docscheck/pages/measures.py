"""What do the pixels of one page measure: `document.Measures`, each number with its own module.

`sharpness`, `brightness` and `contrast` come from the tiles that carry print; `ink`, `skew_deg`,
`text_height_px` and `cut_edges` from the letters; `glare` and `moire` from `lighting`. About 40 ms
a page of 1240 x 1754 px. Nothing here says what is too little: thresholds live in the rule files.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from docscheck.document import Measures, Origin, PageText
from docscheck.pages.framing import cut_edges
from docscheck.pages.ink import Ink, find_ink
from docscheck.pages.interface import OpenedPage, Raster
from docscheck.pages.lighting import measure_glare, measure_moire
from docscheck.pages.sharpness import measure_tiles
from docscheck.pages.skew import measure_skew

_MANY_LETTERS = 200
"""So many spots are print even when they stand in no straight rows; hair and leaves make fewer."""


def measure_page(page: OpenedPage, ink: Ink | None = None) -> Measures:
    """Measure one opened page, upright; nothing is measured on one that was born digital.

    Args:
        page: an opened page.
        ink: `find_ink` of its TEXT raster, when it is already known.
    """
    if page.origin is Origin.BORN_DIGITAL:
        return Measures()
    raster = page.raster()
    return measure_raster(raster, ink, full_scale=min(page.size_px) / min(raster.pixels.shape[:2]))


def measure_raster(raster: Raster, ink: Ink | None = None, *, full_scale: float = 1.0) -> Measures:
    """Measure a raster of about 1000 to 2000 px across.

    Args:
        raster: one page, upright.
        ink: `find_ink(raster)`, when it is already known.
        full_scale: pixels of the full resolution per pixel of `raster`.
    """
    ink = ink or find_ink(raster)
    grey = raster.grey().pixels
    skew = measure_skew(ink)
    printed = skew is not None or len(ink.letters) >= _MANY_LETTERS
    height = ink.letter_height_px if printed else None
    tiles = measure_tiles(grey, height, ink.noise)
    paper = tiles.paper if tiles else float(np.median(grey[::4, ::4]))
    return Measures(
        sharpness=_rounded(tiles.acuity if tiles else None),
        brightness=_rounded(paper / 255),
        contrast=_rounded((tiles.paper - tiles.ink) / 255 if tiles else None),
        glare=_rounded(measure_glare(grey, paper)),
        ink=_rounded(ink.share),
        skew_deg=skew,
        text_height_px=round(height * full_scale, 1) if height is not None else None,
        cut_edges=cut_edges(ink) if printed else None,
        moire=_rounded(measure_moire(grey, skew or 0.0)),
    )


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

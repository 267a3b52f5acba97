"""What makes a page hard to read, by its measures alone; not a checker, the ground of `legibility`.

Each measure has two thresholds. Past the first the officer may frown: a warning. Past the second
the page is hopeless: if its words could hardly be read either, this is why.
Pages made by a computer have no picture quality to judge, and yield nothing.
"""

from __future__ import annotations

from msgspec import Struct

from docscheck.document import Origin, Page


class Limit(Struct, frozen=True):
    """Two thresholds of one measure."""

    poor: float
    hopeless: float


class Limits(Struct, frozen=True):
    """All thresholds; units as in `document.Measures`."""

    sharpness: Limit
    brightness: Limit
    contrast: Limit
    text_height_px: Limit
    dpi: Limit
    """Of a scan; a photo has no printed size."""
    short_side_px: Limit
    glare: Limit
    max_faded: float
    """Share of lines that fade at one end: the rim of a reflection on white paper."""
    max_ratio: float = 0.0
    """Width over height of a picture beyond which part of the paper must be missing; 0: any."""
    max_tallness: float = 0.0
    """The same, height over width."""


class Defect(Struct, frozen=True):
    """One thing that is wrong with the picture of a page."""

    rule: str
    case: str
    word: str
    """Id of the word the message files have for it as a cause."""
    hopeless: bool
    partial: bool = False
    """It takes a part of the page away; the others spoil all of it."""


def defects(page: Page, limits: Limits) -> tuple[Defect, ...]:
    """Give what is wrong with the picture; nothing for what was not measured.

    Only causes are named: in the dark every other measure is noise, a picture of few pixels has no
    sharp edge, and blur takes the contrast with it.
    """
    if page.origin is Origin.BORN_DIGITAL:
        return ()
    measures = page.measures
    dark = _below(measures.brightness, limits.brightness, "quality.dark", "", "dark")
    if dark and dark.hopeless:
        return (dark,)
    coarse = _resolution(page, limits)
    blurry = None
    if not (coarse and coarse.hopeless):
        blurry = _below(measures.sharpness, limits.sharpness, "quality.blurry", "", "blurry")
    pale = None
    if not (dark or coarse or blurry):
        pale = _below(measures.contrast, limits.contrast, "quality.dark", "pale", "pale")
    found = (blurry, dark, pale, coarse, _glare(page, limits), _cropped(page, limits))
    return tuple(defect for defect in found if defect is not None)


def _resolution(page: Page, limits: Limits) -> Defect | None:
    """Judge the pixels in all, then the height of the print, else the density of the scan."""
    rule, word = "quality.low_resolution", "low_resolution"
    side = _below(min(page.width_px, page.height_px), limits.short_side_px, rule, "", word)
    height = page.measures.text_height_px
    print_ = _below(height, limits.text_height_px, rule, "", word)
    if height is None and page.origin is Origin.SCAN:
        print_ = _below(page.dpi, limits.dpi, rule, "", word)
    return side if side and side.hopeless else print_ or side


def _glare(page: Page, limits: Limits) -> Defect | None:
    glare = page.measures.glare or 0.0
    faded = page.measures.faded or 0.0
    if glare <= limits.glare.poor and faded <= limits.max_faded:
        return None
    return Defect("quality.glare", "", "glare", glare > limits.glare.hopeless, True)


def _cropped(page: Page, limits: Limits) -> Defect | None:
    """Judge by print that touches an edge, else by the shape of what is left: a card that was cut
    between two lines shows no print at its edge.
    """
    if page.measures.cut_edges:
        return Defect("quality.cropped", "", "cropped", hopeless=False, partial=True)
    wide = 0 < limits.max_ratio * page.height_px < page.width_px
    tall = 0 < limits.max_tallness * page.width_px < page.height_px
    if wide or tall:
        return Defect("quality.cropped", "shape", "cropped", hopeless=False, partial=True)
    return None


def _below(value: float | None, limit: Limit, rule: str, case: str, word: str) -> Defect | None:
    if value is None or value >= limit.poor:
        return None
    return Defect(rule, case, word, value < limit.hopeless)

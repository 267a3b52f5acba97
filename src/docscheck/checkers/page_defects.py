"""What makes a page hard to read, by its measures alone; not a checker, the ground of `legibility`.

Each measure has two thresholds. Past the first the officer may frown: a warning. Past the second
the page is hopeless: alone it explains why something could not be read.
Pages made by a computer have no picture quality to judge, and yield nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.document import Origin, Page


@dataclass(frozen=True, slots=True)
class Limit:
    """Two thresholds of one measure."""

    poor: float
    hopeless: float


@dataclass(frozen=True, slots=True)
class Limits:
    """All thresholds; units as in `document.Measures`."""

    sharpness: Limit
    brightness: Limit
    contrast: Limit
    text_height_px: Limit
    dpi: Limit
    glare: Limit


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong with the picture of a page."""

    rule: str
    case: str
    word: str
    """Id of the word the message files have for it as a cause."""
    hopeless: bool


def defects(page: Page, limits: Limits) -> Iterator[Defect]:
    """Yield what is wrong with the picture; nothing for what was not measured."""
    if page.origin is Origin.BORN_DIGITAL:
        return
    measures = page.measures
    yield from _below(measures.sharpness, limits.sharpness, "quality.blurry", "", "blurry")
    yield from _below(measures.brightness, limits.brightness, "quality.dark", "", "dark")
    if not _is_low(measures.brightness, limits.brightness):
        yield from _below(measures.contrast, limits.contrast, "quality.dark", "pale", "pale")
    yield from _resolution(page, limits)
    if measures.glare is not None and measures.glare > limits.glare.poor:
        hopeless = measures.glare > limits.glare.hopeless
        yield Defect("quality.glare", "", "glare", hopeless)
    if measures.cut_edges:
        yield Defect("quality.cropped", "", "cropped", hopeless=False)


def _resolution(page: Page, limits: Limits) -> Iterator[Defect]:
    """Judge the height of the print where it was measured, else the density of the scan."""
    height = page.measures.text_height_px
    rule, word = "quality.low_resolution", "low_resolution"
    if height is not None:
        yield from _below(height, limits.text_height_px, rule, "", word)
    else:
        yield from _below(page.dpi, limits.dpi, rule, "", word)


def _is_low(value: float | None, limit: Limit) -> bool:
    return value is not None and value < limit.poor


def _below(value: float | None, limit: Limit, rule: str, case: str, word: str) -> Iterator[Defect]:
    if value is not None and value < limit.poor:
        yield Defect(rule, case, word, value < limit.hopeless)

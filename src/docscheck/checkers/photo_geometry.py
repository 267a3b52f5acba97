"""Has the identity photo the size, light and sharpness that are asked for?

Asks: proportions of 35 by 45 mm, enough pixels, neither too dark nor burnt out, sharp.
Why: the photo is printed on the card. Asked only at the carte Vitale stage (seed L69-77).
How it can be wrong: proportions of a whole scanned sheet with the photo on it; then one has to cut
it out anyway.
Source: ISO/IEC 19794-5; ANTS photo rules (passeport.ants.gouv.fr, 2024-09-30), `domain.md` §3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.checkers.evidence import pages_of
from docscheck.document import Document, Folder, Page
from docscheck.finding import Context, Issue, Kind, Where

ID = "photo-geometry"
RULES = frozenset({"photo.dimensions", "photo.exposure", "photo.background", "photo.sharpness"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a photo has to be like."""

    stages: tuple[str, ...] = ("vitale-card",)
    """Stages at which a photo is asked for."""
    min_ratio: float = 0.70
    max_ratio: float = 0.85
    """Width over height; 35 mm by 45 mm is 0.778."""
    min_width_px: int = 240
    min_height_px: int = 300
    """Below, the photo is too coarse to print."""
    good_width_px: int = 413
    good_height_px: int = 531
    """35 by 45 mm at 300 dpi; between this and the floor it is for review."""
    min_brightness: float = 0.25
    min_contrast: float = 0.15
    max_white: float = 0.30
    """Share burnt out from which it is the background that is pure white."""
    max_glare: float = 0.75
    """Share burnt out that a white background leaves clear: beyond it the face is burnt out too."""
    min_sharpness: float = 0.30


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with each picture of the document."""
    stage = context.profile.get("stage")
    if stage is None or stage.value not in settings.stages:
        return
    for path, page in pages_of(subject, folder):
        for rule, kind, case in _judge(page, settings):
            size = {"width": page.width_px, "height": page.height_px}
            yield Issue(rule, kind, Where(path, page.number), case, size, subject.id)


def _judge(page: Page, settings: Settings) -> Iterator[tuple[str, Kind, str]]:
    yield from _dimensions(page, settings)
    measures = page.measures
    if _is_under(measures.brightness, settings.min_brightness):
        yield "photo.exposure", Kind.FAIL, "dark"
    elif _is_under(measures.contrast, settings.min_contrast):
        yield "photo.exposure", Kind.FAIL, "pale"
    elif measures.glare is not None and measures.glare > settings.max_glare:
        yield "photo.exposure", Kind.REVIEW, "glare"
    elif measures.glare is not None and measures.glare > settings.max_white:
        yield "photo.background", Kind.REVIEW, "white"
    if _is_under(measures.sharpness, settings.min_sharpness):
        yield "photo.sharpness", Kind.FAIL, ""


def _dimensions(page: Page, settings: Settings) -> Iterator[tuple[str, Kind, str]]:
    width, height = page.width_px, page.height_px
    if height and not settings.min_ratio <= width / height <= settings.max_ratio:
        yield "photo.dimensions", Kind.FAIL, "shape"
    if width < settings.min_width_px or height < settings.min_height_px:
        yield "photo.dimensions", Kind.FAIL, "small"
    elif width < settings.good_width_px or height < settings.good_height_px:
        yield "photo.dimensions", Kind.REVIEW, "small"


def _is_under(value: float | None, floor: float) -> bool:
    return value is not None and value < floor

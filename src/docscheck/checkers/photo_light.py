"""Is the face on the ID photo well lit and sharp?

Asks: neither too dark nor burnt out, no shadow over half the face, sharp. The photo is printed on
the card. Asked only at the carte Vitale stage (seed L69-77).
Fails: a face without a light spot on it, a face that is mostly pure white, edges at the eyes so
soft that the picture is out of focus or shaken. Review: nearly so; light from one side only.
How it can be wrong: what is light on a face depends on the skin, so it is the lightest part that
counts, the whites of the eyes among it; hair over one eye gives a softer edge there (the sharper
eye counts).
Source: passeport.ants.gouv.fr (2024-09-30), `domain.md` §3; bounds measured (`measure/photos.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_at_stage, pages_of
from docscheck.document import Document, Folder, Page, Portrait
from docscheck.finding import Context, Issue, Kind, Where

ID = "photo-light"
RULES = frozenset({"photo.exposure", "photo.sharpness", "photo.colour"})

_Said = tuple[str, Kind, str]


class Settings(Struct, frozen=True):
    """Bounds; the first is for review, the second (`hopeless`) fails."""

    stages: tuple[str, ...] = ("vitale-card",)
    """Stages at which a photo is asked for."""
    min_highlight: float = 0.34
    hopeless_highlight: float = 0.25
    """Lightest part of the face, 0 to 1: in order from 0.37, on the darkest skin."""
    dark_wall: float = 0.45
    """Lightness of the backdrop under which a face below `doubtful_highlight` is too dark."""
    doubtful_highlight: float = 0.42
    max_burnt: float = 0.15
    hopeless_burnt: float = 0.40
    """Share of the face that is pure white."""
    min_contrast: float = 0.15
    """Between the lightest and darkest parts of the face."""
    max_one_sided: float = 1.5
    """Luminance of one half of the face over the other: in order to 1.3."""
    min_sharpness: float = 9.5
    hopeless_sharpness: float = 6.5
    """In order from 13.6; shaken to 8.5, out of focus to 6; a picture of few pixels from 7."""
    min_page_sharpness: float = 0.05
    """Of a picture without a face: not an edge in it."""
    min_chroma: float = 0.025
    """CIE chroma of the face: below it the picture is black and white."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with light and sharpness."""
    if not is_at_stage(context, settings.stages):
        return
    for path, page in pages_of(subject, folder):
        for rule, kind, case in _judge(page, settings):
            yield Issue(rule, kind, Where(path, page.number), case, {}, subject.id)


def _judge(page: Page, settings: Settings) -> Iterator[_Said]:
    portrait = page.portrait
    if portrait is not None:
        yield from _exposure(portrait, settings)
        yield from _sharpness(portrait, settings)
        if portrait.chroma < settings.min_chroma and portrait.burnt <= settings.max_burnt:
            yield "photo.colour", Kind.FAIL, ""
    elif _is_under(page.measures.sharpness, settings.min_page_sharpness):
        yield "photo.sharpness", Kind.FAIL, ""


def _exposure(portrait: Portrait, settings: Settings) -> Iterator[_Said]:
    if portrait.highlight < settings.hopeless_highlight:
        yield "photo.exposure", Kind.FAIL, "dark"
    elif portrait.highlight < settings.min_highlight or _is_dark_all_over(portrait, settings):
        yield "photo.exposure", Kind.REVIEW, "dark"
    elif portrait.burnt > settings.max_burnt:
        sure = portrait.burnt > settings.hopeless_burnt
        yield "photo.exposure", Kind.FAIL if sure else Kind.REVIEW, "glare"
    elif portrait.contrast < settings.min_contrast:
        yield "photo.exposure", Kind.REVIEW, "pale"
    elif portrait.one_sided > settings.max_one_sided:
        yield "photo.exposure", Kind.REVIEW, "one_sided"


def _is_dark_all_over(portrait: Portrait, settings: Settings) -> bool:
    """Whether even what is behind a dark face is dark: a dark skin before a light wall is not."""
    wall = portrait.backdrop
    dark_wall = wall is not None and wall.brightness < settings.dark_wall
    return dark_wall and portrait.highlight < settings.doubtful_highlight


def _sharpness(portrait: Portrait, settings: Settings) -> Iterator[_Said]:
    if _is_under(portrait.sharpness, settings.hopeless_sharpness):
        yield "photo.sharpness", Kind.FAIL, ""
    elif _is_under(portrait.sharpness, settings.min_sharpness):
        yield "photo.sharpness", Kind.REVIEW, "soft"


def _is_under(value: float | None, floor: float) -> bool:
    return value is not None and value < floor

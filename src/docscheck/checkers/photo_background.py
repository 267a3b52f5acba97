"""Is the background of the ID photo plain and light, and is it the photo itself?

Asks: a plain, light wall behind the head, without shadow; the photo as a file, not a picture of a
print or of a screen. Asked only at the carte Vitale stage (seed L69-77).
Review: something has an edge before the head, the wall is dark, strongly coloured, or much darker
in one place than in another; the edge of a print runs around the picture, or the raster of a
screen lies over it. Advice: a pure white wall, which identity papers do not allow; the carte
Vitale's own rule does not name it.
How it can be wrong: hair blown about, a hat, a chair behind the shoulder. Never an error.
Source: passeport.ants.gouv.fr (2024-09-30), `domain.md` §3; bounds measured (`measure/photos.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_at_stage, pages_of
from docscheck.document import Backdrop, Document, Folder, Portrait
from docscheck.finding import Context, Issue, Kind, Where

ID = "photo-background"
RULES = frozenset({"photo.background", "photo.white_background", "photo.reproduction"})

_Said = tuple[str, Kind, str]


class Settings(Struct, frozen=True):
    """What a wall may be like; lightness and chroma of CIE L*a*b*, 0 to 1."""

    stages: tuple[str, ...] = ("vitale-card",)
    """Stages at which a photo is asked for."""
    max_broken: float = 0.25
    """Share of the ways from the edge to the head with an edge on them: plain walls give 0."""
    min_brightness: float = 0.66
    """Light grey and light blue are 0.78 and more."""
    max_tint: float = 0.32
    """Light blue is 0.10."""
    max_spread: float = 0.13
    """Between the darkest and the lightest of the wall: in order to 0.07, a cast shadow 0.18."""
    white: float = 0.985
    """Lightness of what is called pure white."""
    print_edges: tuple[str, ...] = ("left", "top", "right")
    """Sides along which an edge runs when the picture shows a print."""
    max_moire: float = 0.5


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with what is around the head."""
    if not is_at_stage(context, settings.stages):
        return
    for path, page in pages_of(subject, folder):
        if page.portrait is None:
            continue
        for rule, kind, case in _judge(page.portrait, settings):
            yield Issue(rule, kind, Where(path, page.number), case, {}, subject.id)


def _judge(portrait: Portrait, settings: Settings) -> Iterator[_Said]:
    if set(settings.print_edges) <= set(portrait.frame):
        yield "photo.reproduction", Kind.REVIEW, "print"
    elif portrait.moire is not None and portrait.moire > settings.max_moire:
        yield "photo.reproduction", Kind.REVIEW, "screen"
    if portrait.backdrop is not None:
        yield from _wall(portrait.backdrop, settings)


def _wall(wall: Backdrop, settings: Settings) -> Iterator[_Said]:
    if wall.broken > settings.max_broken:
        yield "photo.background", Kind.REVIEW, ""
    elif wall.brightness < settings.min_brightness:
        yield "photo.background", Kind.REVIEW, "dark"
    elif wall.tint > settings.max_tint:
        yield "photo.background", Kind.REVIEW, "coloured"
    elif wall.spread > settings.max_spread:
        yield "photo.background", Kind.REVIEW, "uneven"
    elif wall.brightness >= settings.white:
        yield "photo.white_background", Kind.FAIL, ""

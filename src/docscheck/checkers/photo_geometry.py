"""Has the ID photo file the shape and size that are asked for?

Asks: proportions of 35 by 45 mm, enough pixels, a file that is not suspiciously small. The photo is
printed on the card. Asked only at the carte Vitale stage (seed L69-77).
Fails: other proportions; pixels too few to print. Review: fewer than 300 dots per inch. Advice: a
file under 50 kB (only unofficial pages give that bound). Too heavy files are told by `file-size`.
How it can be wrong: proportions of a whole scanned sheet with the photo on it; then one has to cut
it out anyway.
Source: ISO/IEC 19794-5; ANTS photo rules (passeport.ants.gouv.fr, 2024-09-30), `domain.md` §3.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_at_stage, pages_of
from docscheck.document import Document, Folder, Page
from docscheck.finding import Context, Issue, Kind, Where

ID = "photo-geometry"
RULES = frozenset({"photo.dimensions", "photo.file_size"})

_KILOBYTE = 1_000


class Settings(Struct, frozen=True):
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
    min_bytes: int = 50_000


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with shape and size of each picture of the document."""
    if not is_at_stage(context, settings.stages):
        return
    for path, page in pages_of(subject, folder):
        for kind, case in _dimensions(page, settings):
            size = {"width": page.width_px, "height": page.height_px}
            where = Where(path, page.number)
            yield Issue("photo.dimensions", kind, where, case, size, subject.id)
    for path in subject.paths:
        count = folder.file(path).file.size_bytes
        if count < settings.min_bytes:
            params = {
                "kilobytes": round(count / _KILOBYTE),
                "min_kilobytes": round(settings.min_bytes / _KILOBYTE),
            }
            yield Issue("photo.file_size", Kind.FAIL, Where(path), "", params, subject.id)


def _dimensions(page: Page, settings: Settings) -> Iterator[tuple[Kind, str]]:
    width, height = page.width_px, page.height_px
    if height and not settings.min_ratio <= width / height <= settings.max_ratio:
        yield Kind.FAIL, "shape"
    if width < settings.min_width_px or height < settings.min_height_px:
        yield Kind.FAIL, "small"
    elif width < settings.good_width_px or height < settings.good_height_px:
        yield Kind.REVIEW, "small"

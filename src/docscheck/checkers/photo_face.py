"""Does the identity photo show one face?

Asks: is there a face that looks at the camera, and no second one beside it?
Why: the photo has to show the holder, alone. Asked only at the carte Vitale stage (seed L69-77).
Fails: two faces or more of like size, each apart from the others; a sheet of several photos too,
from which one has to be cut out. Review: no face found, or a second that is much smaller (a person
behind, a picture on the wall, a pattern). Unchecked: faces were not looked for.
How it can be wrong: the cascade misses turned or covered heads, hence never a failure for none.
Nothing of a face is kept but its box; whose it is, nobody asks.
Source: ANTS photo rules (passeport.ants.gouv.fr, 2024-09-30), `domain.md` §3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docscheck.checkers.evidence import is_at_stage, pages_of
from docscheck.document import Box, Document, Folder
from docscheck.finding import Context, Issue, Kind, Where

ID = "photo-face"
RULES = frozenset({"photo.face_count"})


class Settings(Struct, frozen=True):
    """When a second face counts."""

    stages: tuple[str, ...] = ("vitale-card",)
    """Stages at which a photo is asked for."""
    min_share_of_largest: float = 0.5
    """Area of a face, as a share of the largest, from which it is another person for certain."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for each picture that does not show exactly one face."""
    if not is_at_stage(context, settings.stages):
        return
    for path, page in pages_of(subject, folder):
        where = Where(path, page.number)
        if page.faces is None:
            yield Issue("photo.face_count", Kind.UNCHECKED, where, "unread", {}, subject.id)
            continue
        apart = _apart(page.faces)
        if not apart and page.portrait is not None:
            continue  # a face, but not upright or not from the front: photo-pose says so
        if len(apart) != 1:
            kind = Kind.FAIL if _is_sure(apart, settings) else Kind.REVIEW
            params = {"count": len(apart)}
            yield Issue("photo.face_count", kind, where, "", params, subject.id)


def _apart(faces: Sequence[Box]) -> list[Box]:
    """Give the faces whose middle lies in no larger one: the cascade may see one face twice."""
    found: list[Box] = []
    for face in sorted(faces, key=_area, reverse=True):
        if not any(_is_within(face, other) for other in found):
            found.append(face)
    return found


def _is_sure(apart: Sequence[Box], settings: Settings) -> bool:
    return len(apart) > 1 and _area(apart[1]) >= settings.min_share_of_largest * _area(apart[0])


def _is_within(face: Box, larger: Box) -> bool:
    across, down = (face.left + face.right) / 2, (face.top + face.bottom) / 2
    return larger.left < across < larger.right and larger.top < down < larger.bottom


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)

"""Is the face on the ID photo of the right size, straight, from the front and in the middle?

Asks: chin to crown 70 to 80 % of the height; head straight and facing the camera; face in the
middle. Asked only at the carte Vitale stage (seed L69-77).
Passes: a face of 62 to 88 %: where the crown is under the hair is estimated from the eyes, and
people differ. Review: a size beyond that, eyes that do not run level, a head turned aside, a face
far from the middle. Fails: a face so small or so large that no estimate is off by so much, or a
head cut off above.
How it can be wrong: pupils taken for something else (frames of glasses, shadows); a face lit from
one side, or half under hair, looks turned. Hence pose and place are never more than a warning.
Source: passeport.ants.gouv.fr (2024-09-30), ISO/IEC 19794-5:2005 §7 and §8, `domain.md` §3.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_at_stage, pages_of
from docscheck.document import Document, Folder, Portrait
from docscheck.finding import Context, Issue, Kind, Param, Where

ID = "photo-pose"
RULES = frozenset({"photo.face_size", "photo.pose", "photo.centred"})

_Said = tuple[str, Kind, str, dict[str, Param]]


class Settings(Struct, frozen=True):
    """How much is allowed; shares are of the height of the picture unless said otherwise."""

    stages: tuple[str, ...] = ("vitale-card",)
    """Stages at which a photo is asked for."""
    min_head: float = 0.62
    max_head: float = 0.88
    """Estimated chin to crown: 0.70 and 0.80 with the margin of the estimate."""
    hopeless_min_head: float = 0.54
    hopeless_max_head: float = 1.0
    """Beyond, no estimate is off by so much."""
    max_cut: float = 0.06
    """How far above the picture the estimated crown may lie before the head is called cut off."""
    max_tilt_deg: float = 9.0
    sideways_deg: float = 60.0
    """From here on the picture lies on its side or head."""
    max_turned: float = 0.20
    """Of half the breadth of the face: heads in order to 0.18, turned by 25 degrees from 0.22."""
    max_off_centre: float = 0.12
    """Widths from the middle of the picture to the middle of the eyes."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with how the head is held and framed."""
    if not is_at_stage(context, settings.stages):
        return
    for path, page in pages_of(subject, folder):
        if page.portrait is None:
            continue
        where = Where(path, page.number)
        for rule, kind, case, params in _judge(page.portrait, settings):
            yield Issue(rule, kind, where, case, params, subject.id)


def _judge(portrait: Portrait, settings: Settings) -> Iterator[_Said]:
    tilt = abs(portrait.tilt_deg or 0.0)
    if tilt >= settings.sideways_deg:
        yield "photo.pose", Kind.REVIEW, "sideways", {}
        return
    yield from _size(portrait, settings)
    if tilt > settings.max_tilt_deg:
        yield "photo.pose", Kind.REVIEW, "tilted", {"degrees": round(tilt)}
    if portrait.turned is not None and abs(portrait.turned) > settings.max_turned:
        yield "photo.pose", Kind.REVIEW, "turned", {}
    elif abs(_middle(portrait) - 0.5) > settings.max_off_centre:
        yield "photo.centred", Kind.REVIEW, "", {}


def _size(portrait: Portrait, settings: Settings) -> Iterator[_Said]:
    head = portrait.chin - portrait.crown
    params: dict[str, Param] = {"percent": round(100 * head)}
    if head < settings.min_head:
        kind = Kind.FAIL if head < settings.hopeless_min_head else Kind.REVIEW
        yield "photo.face_size", kind, "small", params
    elif head > settings.max_head:
        kind = Kind.FAIL if head > settings.hopeless_max_head else Kind.REVIEW
        yield "photo.face_size", kind, "large", params
    elif portrait.crown < -settings.max_cut:
        yield "photo.face_size", Kind.REVIEW, "cut", {}


def _middle(portrait: Portrait) -> float:
    if portrait.eyes is None:
        return (portrait.face.left + portrait.face.right) / 2
    return (portrait.eyes[0][0] + portrait.eyes[1][0]) / 2

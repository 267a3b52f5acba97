"""Pose, light and background of ID photos. First what must not be flagged."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from docscheck.checkers import photo_background, photo_light, photo_limits, photo_pose
from docscheck.checkers.interface import DocumentChecker
from docscheck.document import Backdrop, Box, Measures, Portrait
from docscheck.finding import Context, Kind, Known, ValueOrigin
from tests.literal import TODAY, file, folder, page, part

WALL = Backdrop(brightness=0.85, spread=0.05, tint=0.05, broken=0.0)
FINE = Portrait(
    face=Box(0.24, 0.24, 0.76, 0.64),
    eyes=((0.39, 0.46), (0.61, 0.46)),
    crown=0.09,
    chin=0.84,
    tilt_deg=0.8,
    turned=0.02,
    sharpness=18.0,
    highlight=0.8,
    contrast=0.5,
    burnt=0.0,
    one_sided=1.1,
    chroma=0.2,
    backdrop=WALL,
    frame=(),
    moire=0.0,
)
ALL: tuple[DocumentChecker, ...] = (photo_pose, photo_light, photo_background)


def judge(
    portrait: Portrait | None,
    stage: str = "vitale-card",
    checkers: tuple[DocumentChecker, ...] = ALL,
    **more: Any,
) -> list[tuple[str, Kind, str]]:
    shown = page(portrait=portrait, **more)
    dossier = folder(file("a.jpg", part("id_photo"), pages=[shown]))
    context = Context(TODAY, {"stage": Known(stage, ValueOrigin.DECLARED)})
    return [
        (issue.rule, issue.kind, issue.case)
        for checker in checkers
        for issue in checker.check(dossier.documents[0], dossier, checker.Settings(), context)
    ]


def with_wall(**more: float) -> Portrait:
    return replace(FINE, backdrop=replace(WALL, **more))


@pytest.mark.parametrize(
    "portrait",
    [
        FINE,
        replace(FINE, crown=0.16, chin=0.80),  # 64 %: within the error of the estimate
        replace(FINE, crown=0.03, chin=0.88),
        replace(FINE, tilt_deg=-7.0, turned=-0.15),
        replace(FINE, highlight=0.40, contrast=0.28),  # a dark skin before a light wall
        replace(FINE, eyes=None, turned=None, sharpness=None, backdrop=None, moire=None),
        replace(FINE, frame=("left", "right")),  # long hair
        replace(FINE, frame=("left", "right", "bottom")),
    ],
)
def test_photos_in_order_pass(portrait: Portrait) -> None:
    assert judge(portrait) == []


def test_before_the_carte_vitale_nobody_asks() -> None:
    worst = replace(
        FINE, crown=0.4, chin=0.6, tilt_deg=40.0, burnt=0.9, frame=("left", "top", "right")
    )
    assert len(judge(worst)) >= 4
    assert judge(worst, stage="registration", checkers=(*ALL, photo_limits)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"crown": 0.2, "chin": 0.78}, ("photo.face_size", Kind.REVIEW, "small")),
        ({"crown": 0.3, "chin": 0.70}, ("photo.face_size", Kind.FAIL, "small")),
        ({"crown": 0.0, "chin": 0.93}, ("photo.face_size", Kind.REVIEW, "large")),
        ({"crown": -0.08, "chin": 0.97}, ("photo.face_size", Kind.FAIL, "large")),
        ({"crown": -0.1, "chin": 0.65}, ("photo.face_size", Kind.REVIEW, "cut")),
        ({"tilt_deg": -14.0}, ("photo.pose", Kind.REVIEW, "tilted")),
        ({"tilt_deg": 90.0}, ("photo.pose", Kind.REVIEW, "sideways")),
        ({"turned": -0.4}, ("photo.pose", Kind.REVIEW, "turned")),
        ({"eyes": ((0.55, 0.46), (0.78, 0.46))}, ("photo.centred", Kind.REVIEW, "")),
        ({"highlight": 0.2}, ("photo.exposure", Kind.FAIL, "dark")),
        ({"highlight": 0.3}, ("photo.exposure", Kind.REVIEW, "dark")),
        ({"burnt": 0.6}, ("photo.exposure", Kind.FAIL, "glare")),
        ({"burnt": 0.2}, ("photo.exposure", Kind.REVIEW, "glare")),
        ({"contrast": 0.1}, ("photo.exposure", Kind.REVIEW, "pale")),
        ({"one_sided": 1.9}, ("photo.exposure", Kind.REVIEW, "one_sided")),
        ({"sharpness": 4.0}, ("photo.sharpness", Kind.FAIL, "")),
        ({"sharpness": 7.5}, ("photo.sharpness", Kind.REVIEW, "soft")),
        ({"chroma": 0.004}, ("photo.colour", Kind.FAIL, "")),
        ({"frame": ("left", "top", "right")}, ("photo.reproduction", Kind.REVIEW, "print")),
        ({"moire": 0.9}, ("photo.reproduction", Kind.REVIEW, "screen")),
    ],
)
def test_each_fault_is_told_once(change: dict[str, Any], said: tuple[str, Kind, str]) -> None:
    assert judge(replace(FINE, **change)) == [said]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"broken": 0.6}, ("photo.background", Kind.REVIEW, "")),
        ({"brightness": 0.4}, ("photo.background", Kind.REVIEW, "dark")),
        ({"tint": 0.6}, ("photo.background", Kind.REVIEW, "coloured")),
        ({"spread": 0.3}, ("photo.background", Kind.REVIEW, "uneven")),
        ({"brightness": 1.0, "tint": 0.0}, ("photo.white_background", Kind.FAIL, "")),
    ],
)
def test_walls(change: dict[str, float], said: tuple[str, Kind, str]) -> None:
    assert judge(with_wall(**change)) == [said]


def test_without_a_face_only_a_picture_without_an_edge_is_told() -> None:
    assert judge(None, measures=Measures(sharpness=0.8)) == []
    assert judge(None, measures=Measures()) == []
    blurred = judge(None, measures=Measures(sharpness=0.0))
    assert blurred == [("photo.sharpness", Kind.FAIL, "")]


def test_what_is_not_checked_is_said_of_every_photo() -> None:
    said = [("photo.not_checked", Kind.UNCHECKED, "")]
    assert judge(FINE, checkers=(photo_limits,)) == said
    assert judge(None, checkers=(photo_limits,)) == said

"""ID photos, at the stage where they are asked for. First what must not be flagged."""

from __future__ import annotations

from docscheck.checkers import photo_geometry
from docscheck.checkers.photo_geometry import Settings
from docscheck.document import Measures
from docscheck.finding import Context, Issue, Kind, Known, ValueOrigin, Where
from tests.literal import TODAY, file, folder, page, part

FINE = Measures(sharpness=0.8, brightness=0.6, contrast=0.5, glare=0.05)


def judge(
    width: int, height: int, measures: Measures = FINE, stage: str = "vitale-card"
) -> list[tuple[str, Kind, str]]:
    shown = page(width_px=width, height_px=height, measures=measures)
    dossier = folder(file("a.jpg", part("id_photo"), pages=[shown]))
    context = Context(TODAY, {"stage": Known(stage, ValueOrigin.DECLARED)})
    found = list(photo_geometry.check(dossier.documents[0], dossier, Settings(), context))
    size = {"width": width, "height": height}
    whole = [Issue(i.rule, i.kind, Where("a.jpg", 1), i.case, size, "d1") for i in found]
    assert found == whole
    return [(i.rule, i.kind, i.case) for i in found]


def test_a_photo_of_the_right_size_passes() -> None:
    assert judge(413, 531) == []
    assert judge(826, 1062, Measures()) == []


def test_before_the_carte_vitale_nobody_asks() -> None:
    assert judge(100, 100, stage="registration") == []


def test_shape_and_size() -> None:
    assert judge(1000, 1000) == [("photo.dimensions", Kind.FAIL, "shape")]
    assert judge(200, 260) == [("photo.dimensions", Kind.FAIL, "small")]
    assert judge(300, 390) == [("photo.dimensions", Kind.REVIEW, "small")]


def test_light_and_sharpness() -> None:
    assert judge(413, 531, Measures(brightness=0.1)) == [("photo.exposure", Kind.FAIL, "dark")]
    assert judge(413, 531, Measures(contrast=0.1)) == [("photo.exposure", Kind.FAIL, "pale")]
    assert judge(413, 531, Measures(glare=0.9)) == [("photo.exposure", Kind.REVIEW, "glare")]
    assert judge(413, 531, Measures(sharpness=0.1)) == [("photo.sharpness", Kind.FAIL, "")]


def test_a_white_background_is_advice_not_a_burnt_out_photo() -> None:
    assert judge(413, 531, Measures(glare=0.6)) == [("photo.background", Kind.REVIEW, "white")]

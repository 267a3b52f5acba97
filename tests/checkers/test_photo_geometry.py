"""Shape and size of ID photos, at the carte Vitale stage. First what must not be flagged."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import photo_geometry
from docscheck.checkers.photo_geometry import Settings
from docscheck.finding import Context, Issue, Kind, Known, ValueOrigin, Where
from tests.literal import TODAY, file, folder, page, part


def judge(
    width: int, height: int, stage: str = "vitale-card", size_bytes: int = 80_000
) -> list[tuple[str, Kind, str]]:
    shown = file("a.jpg", part("id_photo"), pages=[page(width_px=width, height_px=height)])
    dossier = folder(replace(shown, file=replace(shown.file, size_bytes=size_bytes)))
    context = Context(TODAY, {"stage": Known(stage, ValueOrigin.DECLARED)})
    found = list(photo_geometry.check(dossier.documents[0], dossier, Settings(), context))
    size = {"width": width, "height": height}
    for issue in found:
        if issue.rule == "photo.dimensions":
            whole = Issue(issue.rule, issue.kind, Where("a.jpg", 1), issue.case, size, "d1")
            assert issue == whole
    return [(i.rule, i.kind, i.case) for i in found]


def test_a_photo_of_the_right_size_passes() -> None:
    assert judge(413, 531) == []
    assert judge(826, 1062) == []
    assert judge(826, 1062, size_bytes=2_500_000) == []  # told by file-size


def test_before_the_carte_vitale_nobody_asks() -> None:
    assert judge(100, 100, stage="registration", size_bytes=10) == []


def test_shape_and_size() -> None:
    assert judge(1000, 1000) == [("photo.dimensions", Kind.FAIL, "shape")]
    assert judge(200, 260) == [("photo.dimensions", Kind.FAIL, "small")]
    assert judge(300, 390) == [("photo.dimensions", Kind.REVIEW, "small")]


def test_a_very_light_file_gets_advice() -> None:
    assert judge(413, 531, size_bytes=21_000) == [("photo.file_size", Kind.FAIL, "")]

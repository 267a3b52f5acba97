"""One face on an ID photo. First what must not be flagged."""

from __future__ import annotations

import pytest

from docscheck.checkers import photo_face
from docscheck.checkers.photo_face import Settings
from docscheck.document import Box, Portrait
from docscheck.finding import Context, Kind, Known, ValueOrigin
from tests.literal import TODAY, file, folder, page, part

FACE = Box(0.2, 0.2, 0.8, 0.8)
MOUTH = Box(0.4, 0.6, 0.6, 0.75)
LEFT, RIGHT = Box(0.0, 0.2, 0.52, 0.7), Box(0.5, 0.2, 1.0, 0.7)  # heads together
BEHIND = Box(0.85, 0.1, 0.95, 0.2)


def judge(
    faces: tuple[Box, ...] | None, stage: str = "vitale-card", portrait: Portrait | None = None
) -> list[tuple[Kind, str, object]]:
    shown = page(faces=faces, portrait=portrait)
    dossier = folder(file("a.jpg", part("id_photo"), pages=[shown]))
    context = Context(TODAY, {"stage": Known(stage, ValueOrigin.DECLARED)})
    found = photo_face.check(dossier.documents[0], dossier, Settings(), context)
    return [(i.kind, i.case, i.params.get("count")) for i in found]


@pytest.mark.parametrize("faces", [(FACE,), (FACE, MOUTH), (MOUTH, FACE)])
def test_one_face_passes_even_seen_twice(faces: tuple[Box, ...]) -> None:
    assert judge(faces) == []


def test_before_the_carte_vitale_nobody_asks() -> None:
    assert judge((LEFT, RIGHT), stage="registration") == []


def test_two_people_fail_and_a_doubtful_second_face_is_for_review() -> None:
    assert judge((LEFT, RIGHT)) == [(Kind.FAIL, "", 2)]
    assert judge((FACE, BEHIND)) == [(Kind.REVIEW, "", 2)]


def test_a_face_that_is_not_upright_is_one_all_the_same() -> None:
    seen = Portrait(FACE, None, 0.1, 0.9, 25.0, None, None, 0.8, 0.5, 0.0, 1.0, 0.2, None)
    assert judge((), portrait=seen) == []


def test_no_face_found_is_a_doubt_and_none_looked_for_is_unchecked() -> None:
    assert judge(()) == [(Kind.REVIEW, "", 0)]
    assert judge(None) == [(Kind.UNCHECKED, "unread", None)]

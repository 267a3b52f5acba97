"""Names. First what must not be flagged."""

from __future__ import annotations

import pytest

from docscheck.checkers import file_names
from docscheck.checkers.file_names import Settings
from docscheck.finding import Context, Issue, Kind, Where
from tests.literal import TODAY, file


def judge(path: str) -> list[Issue]:
    return list(file_names.check(file(path), Settings(), Context(TODAY)))


@pytest.mark.parametrize(
    "path",
    [
        "passport.pdf",
        "My scan (2), page 1.PDF",
        "dossier été/passeport.pdf",
        "IMG_20261123-101500.jpg",
        "rib.2026.pdf",
        "a" * 96 + ".pdf",
    ],
)
def test_ordinary_names_pass(path: str) -> None:
    assert judge(path) == []


def test_unusual_characters_are_shown_once_each() -> None:
    assert judge("pièce n°1 été.pdf") == [
        Issue(
            "file.name",
            Kind.FAIL,
            Where("pièce n°1 été.pdf"),
            "characters",
            {"characters": "è ° é"},
        )
    ]


def test_a_long_name_and_a_double_extension_are_said() -> None:
    path = "a" * 97 + ".jpg.pdf"
    assert judge(path) == [
        Issue("file.name", Kind.FAIL, Where(path), "length", {"length": 105, "max_length": 100}),
        Issue("file.name", Kind.FAIL, Where(path), "extensions"),
    ]

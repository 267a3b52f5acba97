"""Name against content. First what must not be flagged: the spellings of honest people."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from docscheck.checkers import file_format
from docscheck.checkers.file_format import Settings
from docscheck.finding import Context, Issue, Kind, Where
from tests.literal import TODAY, file

RULES = Path(__file__).parents[2] / "rules" / "portal.toml"
TABLE = tomllib.loads(RULES.read_text(encoding="utf-8"))["checks"]["file-format"]
SETTINGS = Settings(**TABLE)


def judge(path: str, media_type: str) -> list[Issue]:
    subject = file(path, media_type=media_type)
    return list(file_format.check(subject, SETTINGS, Context(TODAY)))


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("a.pdf", "application/pdf"),
        ("A.PDF", "application/pdf"),
        ("a.jpg", "image/jpeg"),
        ("a.jpeg", "image/jpeg"),
        ("a.JPG", "image/jpeg"),
        ("a.jfif", "image/jpeg"),
        ("a.tif", "image/tiff"),
        ("a.tiff", "image/tiff"),
        ("a.heic", "image/heif"),
        ("a.heif", "image/heic"),
        ("a.docx", "application/zip"),
        ("notes", "text/plain"),
        ("notes.md", "text/plain"),
        ("a.pdf", "application/octet-stream"),
    ],
)
def test_usual_names_pass(path: str, media_type: str) -> None:
    assert judge(path, media_type) == []


@pytest.mark.parametrize(
    ("path", "media_type", "content"),
    [
        ("a.jpg", "application/pdf", "pdf"),
        ("a.pdf", "image/jpeg", "jpg"),
        ("a.png", "image/jpeg", "jpg"),
        ("a.pdf", "text/html", "html"),
        ("a.pdf", "application/zip", "zip"),
    ],
)
def test_a_renamed_file_fails(path: str, media_type: str, content: str) -> None:
    params = {"extension": path.rpartition(".")[2], "content": content}
    assert judge(path, media_type) == [
        Issue("file.extension_mismatch", Kind.FAIL, Where(path), params=params)
    ]


@pytest.mark.parametrize("path", ["passeport M. Diallo", "scan.2026-11"])
def test_a_name_without_a_known_extension_is_only_incomplete(path: str) -> None:
    assert judge(path, "application/pdf") == [
        Issue("file.extension_missing", Kind.FAIL, Where(path), params={"content": "pdf"})
    ]

"""Not to be flagged: two papers of one type, two empty files, files that were not hashed."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import duplicates
from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue
from tests.literal import TODAY, file, folder, part, proven, read


def issues(*files: ExaminedFile) -> list[Issue]:
    return list(duplicates.check(folder(*files), duplicates.Settings(), Context(TODAY)))


def seen(*files: ExaminedFile) -> list[tuple[str, str | None, str | None]]:
    return [(i.case, i.where.path, i.document) for i in issues(*files)]


def test_two_papers_of_one_type_are_no_duplicates() -> None:
    assert (
        seen(
            file("old.pdf", part("passport", proven("document_number", "AA1"))),
            file("new.pdf", part("passport", proven("document_number", "BB2"))),
            file("y1.pdf", part("school_certificate")),
            file("y2.pdf", part("school_certificate")),
        )
        == []
    )


def test_the_later_of_two_files_with_the_same_bytes() -> None:
    (issue,) = issues(
        file("a.pdf", part("rib"), digest="0" * 64), file("b.pdf", part("rib"), digest="0" * 64)
    )
    assert (issue.rule, issue.where.path) == ("file.duplicate", "b.pdf")
    assert issue.params == {"path": "b.pdf", "original": "a.pdf"}


def test_empty_files_and_files_without_a_hash_are_left_alone() -> None:
    one, two = file("a.pdf", digest="0" * 64), file("b.pdf", digest="0" * 64)
    empty = [replace(f, file=replace(f.file, size_bytes=0)) for f in (one, two)]
    unread = [replace(f, file=replace(f.file, sha256=None)) for f in (one, two)]
    assert seen(*empty) == []
    assert seen(*unread) == []


def test_the_better_scan_of_one_paper_is_named() -> None:
    poor = file("a.jpg", part("passport", read("document_number", "AA1", 0.5)))
    good = file("b.pdf", part("passport", proven("document_number", "AA1")))
    (issue,) = issues(poor, good)
    assert (issue.case, issue.document, issue.params["better"]) == ("document", "d1", "b.pdf")


def test_the_newer_of_two_papers_outweighs_the_better_scan() -> None:
    old = part("rib", proven("iban", "FR76"), proven("issue_date", "2024-01-01"))
    new = part("rib", read("iban", "FR76", 0.6), read("issue_date", "2026-01-01", 0.6))
    assert seen(file("a.pdf", old), file("b.pdf", new)) == [("document", "a.pdf", "d1")]


def test_a_copy_already_named_as_a_file_is_not_named_again_as_a_paper() -> None:
    card = part("passport", proven("document_number", "AA1"))
    assert seen(file("a.pdf", card, digest="0" * 64), file("b.pdf", card, digest="0" * 64)) == [
        ("", "b.pdf", None)
    ]

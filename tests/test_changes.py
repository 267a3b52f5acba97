"""What became of each file between two checks."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.changes import Change, How, changes
from docscheck.document import ExaminedFile, Ignored
from docscheck.report import Report
from tests import literal
from tests.reporters.reports import report


def folder(**contents: str) -> Report:
    """A folder of files by name and content."""
    files = (literal.file(f"{n}.pdf", digest=f"{text:0>64}") for n, text in contents.items())
    return report(*files)


def test_nothing_became_of_files_that_are_as_they_were() -> None:
    same = folder(a="1", b="2")
    assert changes(same, same, ()) == ()


def test_each_way_a_file_can_change_is_told_once_and_in_order() -> None:
    before = folder(gone="1", kept="2", old="3", rewritten="4", scan="5")
    after = folder(came="6", kept="2", new="3", rewritten="4", scan="7")
    assert changes(before, after, ("rewritten.pdf", "scan.pdf", "came.pdf")) == (
        Change(How.NEW, "came.pdf"),
        Change(How.GONE, "gone.pdf"),
        Change(How.RENAMED, "new.pdf", "old.pdf"),
        Change(How.SAME, "rewritten.pdf"),
        Change(How.REPLACED, "scan.pdf"),
    )


def test_of_two_copies_one_that_goes_is_the_former_name_of_one_that_comes() -> None:
    before, after = folder(a="1", b="1"), folder(b="1", c="1", d="1")
    assert changes(before, after, ()) == (
        Change(How.RENAMED, "c.pdf", "a.pdf"),
        Change(How.NEW, "d.pdf"),
    )


def test_what_is_listed_and_not_read_is_told_when_it_comes() -> None:
    before = folder(a="1")
    after = replace(before, ignored=(Ignored("link", "link"),))
    assert changes(before, after, ("link",)) == (Change(How.ASIDE, "link"),)
    assert changes(after, after, ()) == ()


def test_files_of_which_nobody_knows_the_content_are_never_the_same_file() -> None:
    before, after = report(_unread("a.pdf")), report(_unread("b.pdf"))
    assert changes(before, after, ()) == (Change(How.GONE, "a.pdf"), Change(How.NEW, "b.pdf"))


def _unread(path: str) -> ExaminedFile:
    file = literal.file(path)
    return replace(file, file=replace(file.file, sha256=None))

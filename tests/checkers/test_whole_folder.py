"""Files and documents one to one, and what was passed over."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import ignored, one_document_one_file
from docscheck.document import Document, Folder, Ignored, Part, PlacedPart
from docscheck.finding import Context, Issue, Kind, Term, Where
from tests.literal import TODAY, file, folder, part

TOGETHER = one_document_one_file.Settings((("visa", "visa_validation"),))


def paired(dossier: Folder) -> list[Issue]:
    return list(one_document_one_file.check(dossier, TOGETHER, Context(TODAY)))


def passed_over(*entries: Ignored, max_listed: int = 50) -> list[Issue]:
    dossier = replace(folder(), ignored=entries)
    return list(ignored.check(dossier, ignored.Settings(max_listed), Context(TODAY)))


def sides_in_two_files() -> Folder:
    front, back = part("residence_permit"), part("residence_permit")
    dossier = folder(file("a.jpg", front), file("b.jpg", back))
    both = Document(
        "d1", "residence_permit", (PlacedPart("a.jpg", front), PlacedPart("b.jpg", back))
    )
    return replace(dossier, documents=(both,))


def two(first: Part, second: Part) -> Folder:
    return folder(file("a.pdf", first, replace(second, pages=(2,))))


def test_one_document_in_one_file_passes() -> None:
    assert paired(folder(file("a.pdf", part("rib")), file("b.pdf", part("visa")))) == []


def test_what_belongs_together_may_share_a_file() -> None:
    assert paired(two(part("visa"), part("visa_validation"))) == []


def test_an_annex_nobody_recognised_is_not_counted() -> None:
    assert paired(two(part("rib"), part(None))) == []


def test_two_documents_in_one_file() -> None:
    types = (Term("type", "passport"), Term("type", "visa"))
    assert paired(two(part("passport"), part("visa"))) == [
        Issue(
            "document.several_in_one_file",
            Kind.FAIL,
            Where("a.pdf"),
            "",
            {"types": types, "count": 2},
        )
    ]


def test_two_of_the_same_kind_do_not_belong_together() -> None:
    found = paired(two(part("visa"), part("visa")))
    assert [i.params["count"] for i in found] == [2]


def test_a_document_over_two_files() -> None:
    params = {"type": Term("type", "residence_permit"), "files": ("a.jpg", "b.jpg")}
    assert paired(sides_in_two_files()) == [
        Issue("document.split_over_files", Kind.FAIL, Where("a.jpg"), "", params, "d1")
    ]


def test_an_empty_list_says_nothing() -> None:
    assert passed_over() == []


def test_each_entry_passed_over_is_named_with_its_reason() -> None:
    assert passed_over(
        Ignored(".DS_Store", "junk"),
        Ignored("a.lnk", "link"),
        Ignored("x/y", "depth"),
        Ignored("private", "locked"),
    ) == [
        Issue("file.ignored", Kind.FAIL, Where(".DS_Store"), "junk"),
        Issue("file.ignored", Kind.FAIL, Where("a.lnk"), "link"),
        Issue("file.limit", Kind.UNCHECKED, Where("x/y"), "depth"),
        Issue("file.locked", Kind.UNCHECKED, Where("private"), "folder"),
    ]


def test_a_long_list_ends_in_a_count() -> None:
    entries = [Ignored(f"Thumbs{n}.db", "junk") for n in range(5)]
    assert passed_over(*entries, max_listed=2)[2:] == [
        Issue("file.ignored", Kind.FAIL, case="rest", params={"count": 3})
    ]

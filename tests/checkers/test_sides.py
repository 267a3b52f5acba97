"""Front and back. First what must not be flagged."""

from __future__ import annotations

from docscheck.checkers import sides
from docscheck.checkers.sides import Settings
from docscheck.document import Document, Field, Folder, PlacedPart, Side
from docscheck.finding import Context, Issue, Kind, Term, Where
from tests.literal import TODAY, file, folder, part, proven, read


def judge(dossier: Folder, document: Document | None = None) -> list[Issue]:
    subject = document or dossier.documents[0]
    return list(sides.check(subject, dossier, Settings(), Context(TODAY)))


def card(side: Side, *fields: Field) -> Folder:
    return folder(file("a.pdf", part("residence_permit", *fields, side=side)))


def missing(side: str, kind: Kind) -> Issue:
    params = {"type": Term("type", "residence_permit"), "side": Term("word", side)}
    return Issue("document.side_missing", kind, Where("a.pdf", 1), "", params, "d1")


def test_both_sides_on_one_page_pass() -> None:
    assert judge(card(Side.BOTH)) == []


def test_a_card_whose_sides_cannot_be_told_passes() -> None:
    assert judge(card(Side.WHOLE, proven("document_number", "X1"))) == []


def test_two_sides_in_two_files_pass() -> None:
    front = part("residence_permit", side=Side.FRONT)
    back = part("residence_permit", side=Side.BACK)
    both = Document(
        "d1", "residence_permit", (PlacedPart("a.jpg", front), PlacedPart("b.jpg", back))
    )
    assert judge(folder(file("a.jpg", front), file("b.jpg", back)), both) == []


def test_a_proven_back_without_its_front_fails() -> None:
    dossier = card(Side.BACK, proven("document_number", "X1"))
    assert judge(dossier) == [missing("side_front", Kind.FAIL)]


def test_a_front_read_well_without_its_back_fails() -> None:
    dossier = card(Side.FRONT, read("surname", "DIALLO"), read("expiry_date", "2027-01-01"))
    assert judge(dossier) == [missing("side_back", Kind.FAIL)]


def test_a_front_hardly_read_is_for_review() -> None:
    dossier = card(Side.FRONT, read("surname", "DIALLO", confidence=0.5))
    assert judge(dossier) == [missing("side_back", Kind.REVIEW)]

"""From a judged folder to the files to make: which papers, pages, order, names, attempts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from docscheck.document import Container, ExaminedFile, Ignored, Origin, Page, Side
from docscheck.judge import Circumstances, judge
from docscheck.losses import Trouble
from docscheck.mend.order import Form, Leaf, Mend
from docscheck.prepare.plan import Draft, Plan, plan
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, page, part, proven, read, zone

RULEBOOK = load()
MOROCCAN = Declared(nationality="MAR")
VALID = "2031-05-01"


def passport(**more: object) -> object:
    fields = (
        proven("surname", "ALAMI"), proven("birth_date", "2003-04-05"),
        proven("document_number", "AB1234567"), proven("nationality", "MAR"),
        proven("expiry_date", str(more.pop("expiry_date", VALID))),
    )  # fmt: skip
    return part("passport", *fields, mrz=zone(), **more)  # type: ignore[arg-type]


def certificate(**more: object) -> object:
    fields = (read("school_year", "2026-2027"), read("surname", "ALAMI"))
    return part("school_certificate", *fields, **more)  # type: ignore[arg-type]


def rib(**more: object) -> object:
    fields = (
        proven("iban", "FR1420041010050500013M02606"), read("holder", "ALAMI ZOE"),
        read("bic", "PSSTFRPPLIL"),
    )  # fmt: skip
    return part("rib", *fields, **more)  # type: ignore[arg-type]


def judged(*files: ExaminedFile, ignored: Sequence[Ignored] = (), stage: str = "") -> Report:
    declared = Declared(nationality="MAR", stage=stage or None)
    facts = replace(folder(*files), ignored=tuple(ignored))
    return judge(facts, RULEBOOK, declared, Circumstances(TODAY))


def planned(*files: ExaminedFile, unsafe: bool = False, stage: str = "") -> Plan:
    return plan(judged(*files, stage=stage), RULEBOOK, unsafe=unsafe)


def names(found: Plan) -> list[str]:
    return [draft.name for draft in found.drafts]


def first(draft: Draft) -> tuple[Leaf, ...]:
    return draft.attempts[0].order.leaves


def with_container(entry: ExaminedFile, **more: object) -> ExaminedFile:
    held = entry.examined.container or Container(1)
    container = replace(held, **more)  # type: ignore[arg-type]  # the tests name the members
    return replace(entry, examined=replace(entry.examined, container=container))


def test_papers_get_plain_names_in_the_order_of_the_requirements() -> None:
    found = planned(
        file("c.pdf", rib()), file("b (1).PDF", certificate()), file("Été.pdf", passport())
    )
    assert names(found) == [
        "01-identity-passport", "02-enrolment-school-certificate", "03-bank-details-rib"
    ]  # fmt: skip
    assert not found.left


def test_a_paper_in_order_is_made_in_one_way_only() -> None:
    (draft,) = planned(file("p.pdf", passport())).drafts
    orders = [attempt.order.leaves for attempt in draft.attempts]
    assert set(orders) == {(Leaf(0, 1),)}
    assert draft.attempts[0].mends == ()
    assert draft.attempts[0].order.form is Form.PDF


def test_a_photo_of_a_passport_is_made_a_pdf_though_the_check_fails_it() -> None:
    photo = file("p.jpg", passport(), media_type="image/jpeg")
    report = judged(photo)
    assert any(finding.rule == "format.pdf_required" for finding in report.findings)
    (draft,) = plan(report, RULEBOOK).drafts
    assert draft.attempts[0].mends == (Mend.PICTURE_TO_PDF,)
    assert draft.copies == ("01-identity-passport.jpg",)


def test_what_would_come_back_is_not_made() -> None:
    found = planned(file("p.pdf", passport(expiry_date="2020-01-01")))
    assert not found.drafts
    (left,) = found.left
    assert (left.path, left.reason) == ("p.pdf", "to_replace")
    assert [finding.rule for finding in left.findings] == ["validity.expired"]


def test_one_file_of_everything_is_taken_apart() -> None:
    parts = (passport(pages=(1,)), certificate(pages=(2, 3)), rib(pages=(4,)))
    found = planned(file("all.pdf", *parts))
    assert [[(leaf.page) for leaf in first(draft)] for draft in found.drafts] == [[1], [2, 3], [4]]
    assert all(Mend.SPLIT in draft.attempts[0].mends for draft in found.drafts)


def test_pages_nobody_recognised_go_with_the_only_paper_of_their_file() -> None:
    scan = file(
        "scan.pdf", certificate(), part(None, pages=(2,)), pages=[page(1), page(2), page(3)]
    )
    found = planned(scan)
    (draft,) = found.drafts
    assert [leaf.page for leaf in first(draft)] == [1, 2, 3]
    assert not found.left


def test_of_a_file_taken_apart_they_are_told_of() -> None:
    parts = (passport(), certificate(pages=(2,)), part(None, pages=(3,)))
    found = planned(file("all.pdf", *parts, pages=[page(n) for n in range(1, 5)]))
    assert [(left.pages, left.reason) for left in found.left] == [
        ((3,), "unrecognised"), ((4,), "no_paper")
    ]  # fmt: skip


def permit(side: Side, **more: object) -> object:
    fields = (
        proven("surname", "ALAMI"), proven("expiry_date", VALID),
        proven("document_number", "XY7654321"), proven("foreigner_number", "9903012345"),
    )  # fmt: skip
    return part("residence_permit", *fields, side=side, **more)  # type: ignore[arg-type]


def together(report: Report, paths: tuple[str, ...]) -> Report:
    """Make the documents in these files one, as `assemble` does with the sides of a card."""
    card = [d for d in report.documents if d.paths[0] in paths]
    joined = replace(card[0], parts=tuple(p for d in card for p in d.parts))
    documents = tuple(joined if d is card[0] else d for d in report.documents if d not in card[1:])
    return replace(report, documents=documents)


def test_the_front_comes_before_the_back_whatever_the_names() -> None:
    report = judged(file("a verso.pdf", permit(Side.BACK)), file("b recto.pdf", permit(Side.FRONT)))
    report = together(report, ("a verso.pdf", "b recto.pdf"))
    side = "document.side_missing"
    sound = tuple(f for f in report.findings if f.rule != side)
    (draft,) = plan(replace(report, findings=sound), RULEBOOK).drafts
    assert [piece.path for piece in draft.pieces] == ["b recto.pdf", "a verso.pdf"]
    assert Mend.JOINED in draft.attempts[0].mends
    assert draft.copies == (
        "01-stay-residence-permit-part-1.pdf", "01-stay-residence-permit-part-2.pdf"
    )  # fmt: skip


def birth(**more: object) -> object:
    fields = (read("surname", "ALAMI"), read("language", "ar"))
    return part("birth_certificate", *fields, marks=("parents", "full_copy"), **more)  # type: ignore[arg-type]


def test_apostille_and_translation_go_behind_their_record() -> None:
    found = planned(
        file("a.pdf", part("sworn_translation", read("surname", "ALAMI"))),
        file("b.pdf", part("apostille")),
        file("c.pdf", birth()),
    )
    (draft,) = (d for d in found.drafts if "civil_status" in d.paper.requirements)
    assert [piece.path for piece in draft.pieces] == ["c.pdf", "b.pdf", "a.pdf"]


def test_beside_a_signed_record_they_are_files_of_their_own() -> None:
    found = planned(
        file("a.pdf", part("apostille")), with_container(file("c.pdf", birth()), signed=True)
    )
    assert names(found) == ["01-civil-status-birth-certificate", "02-civil-status-apostille"]
    assert [draft.kept for draft in found.drafts] == ["signed", ""]


def test_two_papers_on_one_page_stay_together() -> None:
    found = planned(file("sheet.pdf", passport(), certificate()))
    (draft,) = found.drafts
    assert draft.paper.requirements == ("identity", "enrolment")
    assert first(draft) == (Leaf(0, 1),)


def turned(turn_deg: int = 0, lean: float = 0.0, origin: Origin = Origin.SCAN) -> Page:
    plain = page(1, turn_deg=turn_deg, origin=origin)
    return replace(plain, measures=replace(plain.measures, skew_deg=lean))


def test_a_turned_page_is_turned_and_a_lean_taken_back() -> None:
    (draft,) = planned(file("p.pdf", passport(), pages=[turned(90, 4.0)])).drafts
    assert first(draft) == (Leaf(0, 1, 90, 4.0),)
    assert draft.attempts[0].mends == (Mend.TURNED, Mend.LEVELLED)


def test_each_attempt_is_gentler_than_the_one_before() -> None:
    photo = file(
        "p.jpg", passport(), pages=[turned(90, 4.0, Origin.PHOTO)], media_type="image/jpeg"
    )
    (safe,) = planned(photo).drafts
    orders = [attempt.order for attempt in safe.attempts]
    assert [order.leaves[0].level_deg for order in orders] == [4.0, *[0.0] * 7]
    assert [order.leaves[0].turn_deg for order in orders] == [*[90] * 7, 0]
    assert [bool(order.max_bytes) for order in orders] == [*[True] * 6, *[False] * 2]
    assert [order.redrawn for order in orders] == [False, False, True, False, True, *[False] * 3]
    assert [order.as_photo for order in orders] == [*[False] * 3, *[True] * 5]
    (unsafe,) = planned(photo, unsafe=True).drafts
    cut = [attempt.order.leaves[0].cut_to_sheet for attempt in unsafe.attempts]
    assert cut == [True, *[False] * (len(cut) - 1)]


def test_a_small_lean_and_what_a_computer_made_are_left_alone() -> None:
    for shown in (turned(0, 1.4), turned(0, 5.0, Origin.BORN_DIGITAL), turned(0, 20.0)):
        (draft,) = planned(file("p.pdf", passport(), pages=[shown])).drafts
        assert first(draft) == (Leaf(0, 1),)


def test_a_signed_file_is_copied_and_told_of() -> None:
    signed = with_container(file("signed.pdf", passport(), certificate(pages=(2,))), signed=True)
    found = planned(signed)
    assert [draft.kept for draft in found.drafts] == ["signed", "signed"]
    assert not any(draft.attempts for draft in found.drafts)
    assert not found.left


def test_a_locked_file_is_mended_only_where_that_is_asked() -> None:
    locked = with_container(file("locked.pdf", passport()), encrypted=True)
    assert planned(locked).drafts[0].kept == "locked"
    assert planned(locked, unsafe=True).drafts[0].attempts


def test_an_id_photo_stays_a_jpeg() -> None:
    shown = file("me.jpg", part("id_photo"), media_type="image/jpeg")
    found = planned(shown, stage="vitale-card")
    (draft,) = (d for d in found.drafts if d.paper.requirements == ("id_photo",))
    assert draft.attempts[0].order.form is Form.JPEG


def test_everything_else_is_listed_with_its_reason() -> None:
    files = (
        file("p.pdf", passport()),
        file("p copy.pdf", passport(), digest="0" * 64),
        file("closed.pdf", trouble=Trouble.ENCRYPTED),
        file("card.pdf", part("student_card", read("surname", "ALAMI"))),
        file("what.pdf", part(None)),
        file("white.pdf", pages=[page(1)]),
    )
    report = judged(*files, ignored=[Ignored(".DS_Store", "junk")])
    found = plan(report, RULEBOOK)
    reasons = {left.path: left.reason for left in found.left}
    assert reasons.pop("p copy.pdf", None) or reasons.pop("p.pdf") in ("duplicate", "spare")
    assert reasons["closed.pdf"] == "unreadable"
    assert reasons["what.pdf"] == "unrecognised"
    assert reasons["white.pdf"] == "no_paper"
    assert reasons[".DS_Store"] == "ignored"
    sent = {piece.path for draft in found.drafts for piece in draft.pieces}
    assert sent | {left.path for left in found.left} >= {entry.file.path for entry in report.files}

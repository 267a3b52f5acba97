"""The zone: `mrz_present`, `check_digits`, `printed_zone`."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import check_digits, mrz_present, printed_zone
from docscheck.document import CheckDigit, Field, Folder, Mrz, Side, Source, Standing
from docscheck.finding import Context, Issue, Kind, Personal, Term, Where
from tests.literal import TODAY, file, folder, page, part, proven, read, zone

CONTEXT = Context(TODAY)
BROKEN = replace(
    zone(),
    check_digits=(CheckDigit("expiry_date", "3", "5"), CheckDigit("composite", "0", "2")),
)


def present(dossier: Folder, side: str = "whole") -> list[Issue]:
    settings = mrz_present.Settings(side)
    return list(mrz_present.check(dossier.documents[0], dossier, settings, CONTEXT))


def digits(found: Mrz | None) -> list[Issue]:
    dossier = folder(file("a.pdf", part("passport", mrz=found)))
    settings = check_digits.Settings()
    return list(check_digits.check(dossier.documents[0], dossier, settings, CONTEXT))


def printed(*fields: Field, found: Mrz | None = None) -> list[Issue]:
    dossier = folder(file("a.pdf", part("passport", *fields, mrz=found or zone())))
    settings = printed_zone.Settings()
    return list(printed_zone.check(dossier.documents[0], dossier, settings, CONTEXT))


def contradicted(kind: Kind) -> Issue:
    fields = {"fields": (Term("field", "expiry_date"), Term("field", "composite"))}
    return Issue("mrz.check_digit", kind, Where("a.pdf", 1, None), "", fields, "d1")


def test_a_zone_that_holds_passes() -> None:
    assert present(folder(file("a.pdf", part("passport", mrz=zone())))) == []
    assert digits(zone()) == []


def test_a_paper_without_zone_has_no_digits_to_check() -> None:
    assert digits(None) == []


def test_the_front_of_a_card_is_not_asked_for_what_is_on_its_back() -> None:
    front = folder(file("a.pdf", part("residence_permit", side=Side.FRONT)))
    assert present(front, "back") == []
    assert present(front, "any") == []


def test_a_zone_not_found_is_for_review() -> None:
    params = {"type": Term("type", "passport")}
    assert present(folder(file("a.pdf", part("passport")))) == [
        Issue("mrz.missing", Kind.REVIEW, Where("a.pdf", 1), "", params, "d1")
    ]


def test_a_page_cut_at_the_bottom_has_lost_it() -> None:
    cut = page(measures=replace(page().measures, cut_edges=("bottom",)))
    params = {"type": Term("type", "passport")}
    assert present(folder(file("a.pdf", part("passport"), pages=[cut]))) == [
        Issue("mrz.missing", Kind.FAIL, Where("a.pdf", 1), "cut", params, "d1")
    ]


def test_what_is_left_of_a_page_is_too_low_to_be_whole() -> None:
    def found(width_px: int, height_px: int) -> list[tuple[Kind, str]]:
        shown = page(width_px=width_px, height_px=height_px)
        dossier = folder(file("a.pdf", part("passport"), pages=[shown]))
        settings = mrz_present.Settings(max_ratio=1.9)
        issues = mrz_present.check(dossier.documents[0], dossier, settings, CONTEXT)
        return [(issue.kind, issue.case) for issue in issues]

    assert found(1265, 555) == [(Kind.FAIL, "cut")]
    assert found(1920, 1080) == [(Kind.REVIEW, "")]


def test_the_back_of_a_card_should_show_it() -> None:
    back = folder(file("a.pdf", part("residence_permit", side=Side.BACK)))
    assert [issue.kind for issue in present(back, "back")] == [Kind.REVIEW]


def test_digits_that_contradict_a_certain_reading_fail() -> None:
    assert digits(BROKEN) == [contradicted(Kind.FAIL)]
    own_text = replace(BROKEN, confidence=0.5, source=Source.TEXT_LAYER)
    assert digits(own_text) == [contradicted(Kind.FAIL)]


def test_digits_that_contradict_a_middling_reading_are_for_review() -> None:
    assert digits(replace(BROKEN, confidence=0.9)) == [contradicted(Kind.REVIEW)]


def test_a_zone_without_any_digit_is_for_review() -> None:
    assert digits(replace(zone(), check_digits=())) == [
        Issue("mrz.check_digit", Kind.REVIEW, Where("a.pdf", 1), "none", {"fields": ()}, "d1")
    ]


def test_zone_and_print_that_agree_pass() -> None:
    coded = proven("document_number", "XO1200")
    assert printed(coded, read("document_number", "X0I2OO")) == []
    born = proven("birth_date", "2004-02-03")
    assert printed(born, read("birth_date", "2004-03-02", alternatives=("2004-02-03",))) == []


def test_what_was_not_read_for_certain_is_not_compared() -> None:
    coded = proven("document_number", "AB1234")
    other = read("document_number", "ZZ9999", confidence=0.6)
    guessed = read("document_number", "ZZ9999", standing=Standing.GUESSED)
    assert printed(coded, other, guessed) == []
    assert printed(coded, read("document_number", "ZZ9999"), found=BROKEN) == []


def test_a_print_that_says_something_else_is_for_review() -> None:
    coded, other = proven("document_number", "AB1234"), read("document_number", "AB1274")
    params = {
        "field": Term("field", "document_number"),
        "coded": Personal("document_number", "AB1234"),
        "printed": Personal("document_number", "AB1274"),
    }
    assert printed(coded, other) == [
        Issue("mrz.visual_mismatch", Kind.REVIEW, Where("a.pdf", 1, None), "", params, "d1")
    ]

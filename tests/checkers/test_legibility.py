"""Can the officer read it? First what must not be flagged."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import legibility
from docscheck.checkers.legibility import Settings
from docscheck.document import Field, Measures, Origin, Page
from docscheck.finding import Context, Issue, Kind, Term, Where
from tests.literal import TODAY, file, folder, page, part, proven, read, zone

NEEDED = Settings(
    needed=("surname", "expiry_date"), needed_one_of=(("document_number", "mrz_lines"),)
)
ALL_READ = (
    read("surname", "DIALLO"),
    proven("expiry_date", "2030-01-01"),
    proven("document_number", "AB123456"),
)
GOOD = page().measures
BLURRED = replace(GOOD, sharpness=0.1, ocr_confidence=0.3)
SOFT = replace(GOOD, sharpness=0.35, ocr_confidence=0.7)


def judge(
    shown: Page, *fields: Field, kind: str | None = "passport", settings: Settings = NEEDED
) -> list[Issue]:
    dossier = folder(file("a.jpg", part(kind, *fields), pages=[shown]))
    return list(legibility.check(dossier.documents[0], dossier, settings, Context(TODAY)))


def blurry() -> Issue:
    return Issue("quality.blurry", Kind.FAIL, Where("a.jpg", 1), "", {"page": 1}, "d1")


def unreadable(kind: Kind, causes: tuple[str, ...], *fields: str) -> Issue:
    params = {
        "fields": tuple(Term("field", name) for name in fields),
        "causes": tuple(Term("word", word) for word in causes),
    }
    return Issue("quality.unreadable", kind, Where("a.jpg", 1), "", params, "d1")


def test_a_good_picture_with_everything_read_passes() -> None:
    assert judge(page(), *ALL_READ) == []


def test_a_page_made_by_a_computer_has_no_picture_to_judge() -> None:
    assert judge(page(measures=BLURRED, origin=Origin.BORN_DIGITAL), *ALL_READ) == []


def test_what_was_not_measured_is_not_held_against_it() -> None:
    assert judge(page(measures=Measures(), dpi=None), *ALL_READ) == []


def test_one_of_a_group_is_enough() -> None:
    fields = (*ALL_READ[:2], read("mrz_lines", "P<"))
    assert judge(page(), *fields) == []


def test_a_blurred_page_whose_values_are_all_proven_is_only_a_warning() -> None:
    fields = (proven("surname", "DIALLO"), *ALL_READ[1:])
    assert judge(page(measures=BLURRED), *fields) == [blurry()]


def test_values_that_nothing_proves_are_doubted_on_a_hopeless_picture_that_was_hard_to_read() -> (
    None
):
    doubted = replace(unreadable(Kind.REVIEW, ("blurry",), "surname"), case="doubted")
    assert judge(page(measures=BLURRED), *ALL_READ) == [blurry(), doubted]


def test_a_poor_picture_whose_values_were_all_read_is_only_a_warning() -> None:
    assert judge(page(measures=SOFT), *ALL_READ) == [blurry()]
    read_well = replace(BLURRED, ocr_confidence=0.7)
    assert judge(page(measures=read_well), *ALL_READ) == [blurry()]


def test_a_hopeless_picture_explains_what_is_missing() -> None:
    assert judge(page(measures=BLURRED), ALL_READ[0]) == [
        blurry(),
        unreadable(Kind.FAIL, ("blurry",), "expiry_date", "document_number"),
    ]


def test_a_poor_picture_alone_is_for_review() -> None:
    assert judge(page(measures=SOFT), *ALL_READ[:2]) == [
        blurry(),
        unreadable(Kind.REVIEW, ("blurry",), "document_number"),
    ]


def test_a_poor_picture_that_was_hard_to_read_fails() -> None:
    hard = page(measures=replace(SOFT, ocr_confidence=0.4))
    assert judge(hard, *ALL_READ[:2]) == [
        blurry(),
        unreadable(Kind.FAIL, ("blurry",), "document_number"),
    ]


def test_a_cut_edge_may_explain_what_is_missing_from_a_page_that_reads_well() -> None:
    cut = page(measures=replace(GOOD, cut_edges=("bottom",)))
    edges = {"page": 1, "edges": (Term("word", "edge_bottom"),)}
    cropped = Issue("quality.cropped", Kind.FAIL, Where("a.jpg", 1), "", edges, "d1")
    assert judge(cut, *ALL_READ[:2]) == [
        cropped,
        unreadable(Kind.REVIEW, ("cropped",), "document_number"),
    ]
    hard = replace(cut, measures=replace(cut.measures, ocr_confidence=0.4))
    assert judge(hard, *ALL_READ[:2]) == [
        cropped,
        unreadable(Kind.FAIL, ("cropped",), "document_number"),
    ]


def test_a_card_cut_between_two_lines_is_told_by_its_shape() -> None:
    card = replace(NEEDED, max_ratio=1.8)
    low = replace(page(), width_px=1000, height_px=540)
    cut = Issue("quality.cropped", Kind.FAIL, Where("a.jpg", 1), "shape", {"page": 1}, "d1")
    assert judge(low, *ALL_READ, settings=card) == [cut]
    assert judge(low, *ALL_READ[:2], settings=card) == [
        cut,
        unreadable(Kind.REVIEW, ("cropped",), "document_number"),
    ]
    tall = replace(page(), width_px=400, height_px=1001)
    assert judge(tall, *ALL_READ, settings=replace(card, max_tallness=2.5)) == [cut]
    assert judge(tall, *ALL_READ, settings=card) == []
    whole = replace(low, height_px=630)
    assert judge(whole, *ALL_READ, settings=card) == []


def test_print_that_runs_out_of_the_picture_is_for_review_unless_the_zone_holds() -> None:
    cut = page(measures=replace(GOOD, cut_edges=("left",)))
    edges = {"page": 1, "edges": (Term("word", "edge_left"),)}
    where = Where("a.jpg", 1)
    cropped = Issue("quality.cropped", Kind.FAIL, where, "", edges, "d1")
    assert judge(cut, *ALL_READ) == [
        cropped,
        Issue("quality.unreadable", Kind.REVIEW, where, "cut", edges, "d1"),
    ]
    dossier = folder(file("a.jpg", part("passport", *ALL_READ, mrz=zone()), pages=[cut]))
    found = legibility.check(dossier.documents[0], dossier, NEEDED, Context(TODAY))
    assert list(found) == [cropped]


def test_a_zone_made_out_in_the_dark_is_doubted_unless_it_is_proven() -> None:
    night = page(measures=replace(GOOD, brightness=0.1, ocr_confidence=None, word_count=None))
    dark = Issue("quality.dark", Kind.FAIL, Where("a.jpg", 1), "", {"page": 1}, "d1")
    fields = (ALL_READ[0], ALL_READ[1], read("document_number", "AB123456"))
    doubted = replace(
        unreadable(Kind.REVIEW, ("dark",), "surname", "document_number"), case="doubted"
    )
    for unproven, said in (((), [dark]), (("document_number",), [dark, doubted])):
        mrz = replace(zone(), unproven=unproven)
        dossier = folder(file("a.jpg", part("passport", *fields, mrz=mrz), pages=[night]))
        found = legibility.check(dossier.documents[0], dossier, NEEDED, Context(TODAY))
        assert list(found) == said


def test_a_page_that_reads_well_is_legible_whatever_its_measures_say() -> None:
    read_well = page(measures=replace(GOOD, sharpness=0.0, ocr_confidence=0.91, word_count=94))
    assert judge(read_well, kind=None) == [blurry()]
    missing = {"fields": (Term("field", "document_number"),)}
    assert judge(read_well, *ALL_READ[:2]) == [
        blurry(),
        Issue("document.field_not_read", Kind.REVIEW, Where("a.jpg", 1), "", missing, "d1"),
    ]


def test_a_page_too_blurred_to_have_an_edge_is_not_blank() -> None:
    smeared = Measures(sharpness=0.0, contrast=0.15, brightness=0.8, ink=0.0003, word_count=0)
    causes = {"page": 1, "causes": (Term("word", "blurry"),)}
    assert judge(page(measures=smeared), kind=None) == [
        blurry(),
        Issue("quality.unreadable", Kind.FAIL, Where("a.jpg", 1), "page", causes, "d1"),
    ]


def test_handwriting_or_another_script_is_for_review() -> None:
    assert judge(page(sure=0.4)) == [
        unreadable(Kind.REVIEW, ("hard_to_read",), "surname", "expiry_date", "document_number")
    ]


def test_a_good_picture_with_something_not_found_is_our_weakness() -> None:
    missing = {"fields": (Term("field", "document_number"),)}
    assert judge(page(), *ALL_READ[:2]) == [
        Issue("document.field_not_read", Kind.REVIEW, Where("a.jpg", 1), "", missing, "d1")
    ]


def test_what_another_checker_says_is_not_said_twice() -> None:
    assert judge(page(), ALL_READ[0], ALL_READ[2]) == []


def test_a_value_of_very_low_confidence_counts_as_not_read() -> None:
    weak = read("surname", "D1ALL0", confidence=0.2)
    missing = {"fields": (Term("field", "surname"),)}
    assert judge(page(), weak, *ALL_READ[1:]) == [
        Issue("document.field_not_read", Kind.REVIEW, Where("a.jpg", 1), "", missing, "d1")
    ]


def test_without_an_engine_nothing_is_known() -> None:
    unread = page(text_read=False, text_source=None)
    missing = {"fields": (Term("field", "document_number"),)}
    assert judge(unread, *ALL_READ[:2]) == [
        Issue("quality.unreadable", Kind.UNCHECKED, Where("a.jpg", 1), "unread", missing, "d1")
    ]


def test_dark_pale_small_and_glaring_pages_are_told_apart() -> None:
    def rules(**measures: float) -> list[tuple[str, str]]:
        found = judge(page(measures=replace(GOOD, **measures)), *ALL_READ)
        return [(issue.rule, issue.case) for issue in found]

    assert rules(brightness=0.3, contrast=0.2) == [("quality.dark", "")]
    assert rules(contrast=0.15) == [("quality.dark", "pale")]
    assert rules(text_height_px=8.0) == [("quality.low_resolution", "")]
    assert rules(glare=0.1) == [("quality.glare", "")]


def test_the_density_of_a_scan_counts_where_print_was_not_measured() -> None:
    coarse = page(dpi=96, measures=replace(GOOD, text_height_px=None))
    assert [issue.rule for issue in judge(coarse, *ALL_READ)] == ["quality.low_resolution"]


def test_an_unrecognised_page_fails_only_when_hopeless() -> None:
    causes = {"page": 1, "causes": (Term("word", "blurry"),)}
    assert judge(page(measures=SOFT), kind=None) == [blurry()]
    assert judge(page(measures=BLURRED), kind=None) == [
        blurry(),
        Issue("quality.unreadable", Kind.FAIL, Where("a.jpg", 1), "page", causes, "d1"),
    ]


def test_a_blank_back_is_not_called_blurred() -> None:
    blank = page(measures=Measures(ink=0.0, word_count=0, sharpness=0.0))
    assert judge(blank, kind=None) == []


def test_in_the_dark_only_the_dark_is_named() -> None:
    dark = replace(GOOD, brightness=0.1, contrast=0.08, sharpness=0.0, cut_edges=("left",))
    found = judge(page(measures=dark), *ALL_READ)
    assert [issue.rule for issue in found] == ["quality.dark"]


def test_few_pixels_are_not_called_blur_nor_blur_paleness() -> None:
    few = replace(GOOD, text_height_px=6.0, sharpness=0.0, contrast=0.2)
    assert [i.rule for i in judge(page(measures=few), *ALL_READ)] == ["quality.low_resolution"]
    soft = replace(GOOD, sharpness=0.1, contrast=0.2)
    assert [i.rule for i in judge(page(measures=soft), *ALL_READ)] == ["quality.blurry"]


def test_a_thumbnail_is_hopeless_whatever_its_header_says() -> None:
    bare = Measures(brightness=0.9, sharpness=0.0, word_count=0)
    thumbnail = page(measures=bare, width_px=170, height_px=128, dpi=None, origin=Origin.PHOTO)
    assert [(i.rule, i.kind) for i in judge(thumbnail)] == [
        ("quality.low_resolution", Kind.FAIL),
        ("quality.unreadable", Kind.FAIL),
    ]


def test_the_density_a_photo_claims_means_nothing() -> None:
    photo = page(measures=replace(GOOD, text_height_px=None), dpi=72, origin=Origin.PHOTO)
    assert judge(photo, *ALL_READ) == []


def test_the_picture_of_an_id_photo_is_judged_elsewhere() -> None:
    settings = Settings(judge_pictures=False)
    assert judge(page(measures=BLURRED), kind="id_photo", settings=settings) == []


def test_an_unrecognised_page_with_nothing_like_letters_is_for_review() -> None:
    stripes = Measures(ink=0.0038, sharpness=None, contrast=0.23, ocr_confidence=0.3, word_count=5)
    (found,) = judge(page(measures=stripes), kind=None)
    assert (found.rule, found.kind, found.case) == ("quality.unreadable", Kind.REVIEW, "page")
    drawn = replace(page(measures=stripes), origin=Origin.BORN_DIGITAL)
    assert judge(drawn, kind=None) == []


def test_a_page_blurred_until_no_letter_is_left_is_for_review() -> None:
    soft = Measures(ink=0.0058, sharpness=None, contrast=0.32, brightness=0.8, word_count=0)
    (found,) = judge(page(measures=soft), kind=None)
    assert (found.rule, found.kind, found.case) == ("quality.unreadable", Kind.REVIEW, "page")


def test_the_photo_of_a_thing_is_not_called_blurred() -> None:
    thing = Measures(ink=0.04, sharpness=None, contrast=0.5, brightness=0.5, word_count=0)
    assert judge(page(measures=thing, origin=Origin.PHOTO), kind=None) == []

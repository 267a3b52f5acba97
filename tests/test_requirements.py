"""Not to be called missing: what is there in doubt, or may be on a page nobody could read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from docscheck.document import ExaminedFile, Folder
from docscheck.finding import (
    Finding,
    Issue,
    Kind,
    Requirement,
    RequirementStatus,
    Severity,
    Where,
)
from docscheck.losses import Trouble
from docscheck.profile import Declared, establish, select
from docscheck.requirements import concerned, issues, not_needed, requirements
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, page, part

RULES = load()
MAR = Declared(nationality="MAR")
SATISFIED, MISSING = RequirementStatus.SATISFIED, RequirementStatus.MISSING
NONCONFORMING, DOUBTFUL = RequirementStatus.NONCONFORMING, RequirementStatus.DOUBTFUL
NOT_APPLICABLE = RequirementStatus.NOT_APPLICABLE
PASSPORT = file("a_passport.pdf", part("passport"))
CERTIFICATE = file("b_certificate.pdf", part("school_certificate"))
VISA = file("c_visa.pdf", part("visa"))


def assessed(
    subject: Folder, declared: Declared, findings: Sequence[Finding] = ()
) -> dict[str, Requirement]:
    known = establish(declared, subject.documents, TODAY)
    profile = select(RULES.profiles, known, RULES.countries)
    return {r.id: r for r in requirements(subject, RULES, profile, known, findings)}


def status(
    *files: ExaminedFile, declared: Declared = MAR, findings: Sequence[Finding] = ()
) -> dict[str, RequirementStatus]:
    return {k: r.status for k, r in assessed(folder(*files), declared, findings).items()}


def asked(declared: Declared) -> tuple[set[str], set[str]]:
    """What blocks, and what is asked without blocking, in an empty folder."""
    found = [r for r in assessed(folder(), declared).values() if r.status is not NOT_APPLICABLE]
    return {r.id for r in found if r.blocking}, {r.id for r in found if not r.blocking}


def error(kind: Kind, document: str | None, rule: str = "validity.expired") -> Finding:
    return Finding("", Issue(rule, kind, document=document), Severity.ERROR, "test")


def spoken(
    subject: Folder, declared: Declared, findings: Sequence[Finding] = ()
) -> list[tuple[str, str, Kind, bool]]:
    known = establish(declared, subject.documents, TODAY)
    all_of_them = tuple(assessed(subject, declared, findings).values())
    return [(i.rule, i.case, i.kind, r.blocking) for r, i in issues(all_of_them, known)]


def superfluous(subject: Folder, declared: Declared) -> list[str | None]:
    known = establish(declared, subject.documents, TODAY)
    found = tuple(assessed(subject, declared).values())
    issued = tuple(not_needed(subject, RULES, found, known))
    assert {issue.rule for issue in issued} <= {"requirement.not_needed"}
    return [issue.document for issue in issued]


BASE = {"identity", "enrolment", "stay"}
RECORDS = {"civil_status", "bank_details"}


@pytest.mark.parametrize(
    ("declared", "blocking", "optional"),
    [
        (MAR, BASE, RECORDS),
        (Declared(nationality="MAR", visa_kind="vls_ts"), BASE, RECORDS | {"visa_validation"}),
        (Declared(nationality="MAR", stage="completion"), BASE | RECORDS, set()),
        (
            Declared(nationality="MAR", visa_kind="vls_ts", stage="completion"),
            BASE | RECORDS,
            {"visa_validation"},
        ),
        (
            Declared(nationality="MAR", visa_kind="vls_ts", birth_date=date(2009, 6, 1)),
            BASE,
            RECORDS,
        ),
        (
            Declared(nationality="MAR", stage="vitale-card"),
            {"identity", "id_photo"},
            {"vitale_form"},
        ),
        (Declared(nationality="MAR", visa_kind="vls_t"), BASE, {"bank_details"}),
        (
            Declared(nationality="MAR", visa_kind="vls_t", stage="completion"),
            BASE,
            {"bank_details"},
        ),
        (Declared(nationality="MAR", visa_kind="vls_t", stage="vitale-card"), set(), set()),
        (Declared(nationality="DZA", visa_kind="vls_ts"), BASE, RECORDS),
        (
            Declared(nationality="MAR", birth_date=date(2011, 6, 1)),
            BASE | {"parental_authorization"},
            RECORDS,
        ),
        (Declared(nationality="ESP", ehic=True), set(), {"ehic"}),
        (Declared(nationality="ESP", s1=True), BASE - {"stay"}, RECORDS | {"s1_form"}),
        (Declared(nationality="ESP"), BASE - {"stay"}, RECORDS | {"resources"}),
        (
            Declared(nationality="ESP", stage="completion"),
            BASE - {"stay"} | RECORDS,
            {"resources"},
        ),
        (Declared(nationality="FRA"), BASE - {"stay"}, RECORDS),
        (Declared(nationality="GBR"), BASE, RECORDS),
        (Declared(nationality="CAN", situation="quebec_exchange"), set(), {"quebec_form"}),
        (
            Declared(nationality="SYR", situation="refugee"),
            {"enrolment", "stay"},
            RECORDS | {"identity"},
        ),
        (Declared(situation="employee"), set(), set()),
    ],
)
def test_what_each_profile_is_asked(
    declared: Declared, blocking: set[str], optional: set[str]
) -> None:
    assert asked(declared) == (blocking, optional)


def test_a_whole_folder_satisfies_and_names_its_files() -> None:
    found = assessed(folder(PASSPORT, CERTIFICATE, VISA), MAR)
    assert [found[i].status for i in ("identity", "enrolment", "stay")] == [SATISFIED] * 3
    assert found["stay"].satisfied_by == ("c_visa.pdf",)
    assert found["stay"].because.sentence == "because.satisfied"
    assert found["civil_status"].status is MISSING
    assert found["id_photo"].because.sentence == "because.other_stage"
    assert found["ehic"].because.sentence == "because.other_person"


def test_either_of_two_papers_of_stay_is_enough() -> None:
    permit = file("p.pdf", part("residence_permit"))
    assert status(permit)["stay"] is SATISFIED
    assert status(VISA, permit, findings=[error(Kind.FAIL, "d1")])["stay"] is SATISFIED


def test_an_error_makes_nonconforming_and_a_doubt_makes_doubtful() -> None:
    failed = [error(Kind.FAIL, "d1"), error(Kind.REVIEW, "d1")]
    assert status(PASSPORT, findings=failed)["identity"] is NONCONFORMING
    assert status(PASSPORT, findings=failed[::-1])["identity"] is NONCONFORMING
    for kind in (Kind.REVIEW, Kind.UNCHECKED):
        assert status(PASSPORT, findings=[error(kind, "d1")])["identity"] is DOUBTFUL


def test_only_errors_count() -> None:
    warning = Finding("", Issue("x.y", Kind.FAIL, document="d1"), Severity.WARNING, "test")
    assert status(PASSPORT, findings=[warning])["identity"] is SATISFIED


def test_an_error_of_a_file_or_page_falls_on_the_documents_there() -> None:
    both = file("all.pdf", part("passport"), part("school_certificate", pages=(2,)))
    on_page = Finding("", Issue("q.b", Kind.FAIL, Where("all.pdf", 2)), Severity.ERROR, "test")
    on_file = Finding("", Issue("q.b", Kind.FAIL, Where("all.pdf")), Severity.ERROR, "test")
    found = status(both, findings=[on_page])
    assert (found["identity"], found["enrolment"]) == (SATISFIED, NONCONFORMING)
    found = status(both, findings=[on_file])
    assert (found["identity"], found["enrolment"]) == (NONCONFORMING, NONCONFORMING)


def test_papers_taken_by_some_offices_leave_it_doubtful() -> None:
    card, receipt = file("k.pdf", part("student_card")), file("r.pdf", part("residence_receipt"))
    found = assessed(folder(card, receipt), MAR)
    assert [found[i].status for i in ("enrolment", "stay")] == [DOUBTFUL, DOUBTFUL]
    assert found["stay"].because.sentence == "because.in_doubt"
    assert status(card, CERTIFICATE)["enrolment"] is SATISFIED


def test_a_look_alike_does_not_conform() -> None:
    letter = file("a.pdf", part("admission_letter"))
    finding = error(Kind.FAIL, "d1", "document.look_alike")
    found = assessed(folder(letter), MAR, [finding])
    assert found["enrolment"].status is NONCONFORMING
    assert found["enrolment"].because.sentence == "because.look_alike"
    assert status(letter, CERTIFICATE, findings=[finding])["enrolment"] is SATISFIED


def test_an_unrecognised_page_may_be_the_paper_it_is_nearest_to() -> None:
    blurred = file("z.jpg", part(None, nearest=("visa", 0.45)))
    found = assessed(folder(PASSPORT, CERTIFICATE, blurred), MAR)
    assert found["stay"].status is DOUBTFUL
    assert found["stay"].because.params["paths"] == ("z.jpg",)
    faint = file("z.jpg", part(None, nearest=("visa", 0.1)))
    assert status(PASSPORT, CERTIFICATE, faint)["stay"] is MISSING


def test_one_unread_page_explains_one_missing_paper_but_not_two() -> None:
    unread = file("z.jpg", part(None), pages=[page(words=40, sure=0.3)])
    assert status(PASSPORT, CERTIFICATE, unread)["stay"] is DOUBTFUL
    found = status(PASSPORT, unread)
    assert (found["enrolment"], found["stay"]) == (MISSING, MISSING)


def test_nothing_is_missing_where_the_check_was_stopped() -> None:
    """One file may hold everything, so the number of those left says nothing."""
    left = file("z.pdf", trouble=Trouble.INTERRUPTED)
    found = assessed(folder(PASSPORT, left), MAR)
    assert found["identity"].status is SATISFIED
    wanting = ("enrolment", "stay", "civil_status", "bank_details")
    assert [(found[name].status, found[name].not_seen_yet) for name in wanting] == [
        (DOUBTFUL, True)
    ] * 4
    assert spoken(folder(PASSPORT, left), MAR) == [
        ("requirement.missing", "not_seen_yet", Kind.REVIEW, True),
        ("requirement.missing", "not_seen_yet", Kind.REVIEW, True),
        ("requirement.missing", "not_seen_yet", Kind.REVIEW, False),
        ("requirement.missing", "not_seen_yet", Kind.REVIEW, False),
    ]


def test_a_page_without_text_or_one_that_was_read_explains_nothing() -> None:
    cat = file("z.jpg", part(None), pages=[page(words=0, sure=0.0)])
    story = file("z.jpg", part(None), pages=[page(words=300)])
    assert status(PASSPORT, CERTIFICATE, cat)["stay"] is MISSING
    assert status(PASSPORT, CERTIFICATE, story)["stay"] is MISSING


def test_what_is_in_a_form_the_portal_does_not_take_is_not_there() -> None:
    letter = file("z.docx", trouble=Trouble.UNSUPPORTED)
    assert status(PASSPORT, CERTIFICATE, letter)["stay"] is MISSING


def test_a_page_no_engine_read_and_a_file_that_did_not_open_may_be_anything() -> None:
    off = file("z.jpg", part(None), pages=[page(words=0, text_read=False)])
    locked = file("z.pdf", trouble=Trouble.ENCRYPTED)
    empty = file("z.pdf", trouble=Trouble.EMPTY)
    assert status(PASSPORT, CERTIFICATE, off)["stay"] is DOUBTFUL
    assert status(PASSPORT, CERTIFICATE, locked)["stay"] is DOUBTFUL
    assert status(PASSPORT, CERTIFICATE, empty)["stay"] is MISSING


def test_a_translation_is_asked_only_where_a_record_needs_one() -> None:
    record = file("r.pdf", part("birth_certificate"))
    translated = file("t.pdf", part("sworn_translation"))
    needs = [error(Kind.REVIEW, "d1", "civil_status.untranslated")]
    assert status(record)["translation"] is NOT_APPLICABLE
    assert status(record, findings=needs)["translation"] is MISSING
    assert status(record, translated)["translation"] is SATISFIED


def test_what_is_said_of_missing_papers() -> None:
    assert spoken(folder(PASSPORT), MAR) == [
        ("requirement.missing", "enrolment", Kind.FAIL, True),
        ("requirement.missing", "stay", Kind.FAIL, True),
        ("requirement.missing", "civil_status", Kind.FAIL, False),
        ("requirement.missing", "bank_details", Kind.FAIL, False),
    ]


def test_with_an_unknown_nationality_a_missing_visa_is_a_doubt() -> None:
    (visa,) = (s for s in spoken(folder(PASSPORT, CERTIFICATE), Declared()) if s[1] == "stay")
    assert visa == ("requirement.missing", "stay", Kind.REVIEW, True)


def test_what_is_said_of_papers_that_are_there() -> None:
    subject = folder(PASSPORT, CERTIFICATE, VISA, file("r.pdf", part("rib")))
    findings = [
        error(Kind.FAIL, "d1"),
        error(Kind.REVIEW, "d2"),
        error(Kind.FAIL, "d4", "bank.holder"),
    ]
    assert spoken(subject, MAR, findings) == [
        ("requirement.nonconforming", "", Kind.FAIL, True),
        ("requirement.nonconforming", "doubtful", Kind.REVIEW, True),
        ("requirement.missing", "civil_status", Kind.FAIL, False),
    ]


def test_the_checks_of_visa_and_record_speak_for_validation_and_translation() -> None:
    declared = Declared(nationality="MAR", visa_kind="vls_ts", stage="completion")
    cases = [case for _, case, *_ in spoken(folder(), declared)]
    assert "visa_validation" not in cases


def test_papers_nobody_asks_for_are_named() -> None:
    subject = folder(PASSPORT, VISA, file("photo.jpg", part("id_photo")))
    spaniard = Declared(nationality="ESP")
    assert superfluous(subject, spaniard) == ["d2", "d3"]


def test_while_the_nationality_is_unknown_no_paper_of_others_is_called_superfluous() -> None:
    resources = file("r.pdf", part("resources_attestation"))
    photo = file("z.jpg", part("id_photo"))
    assert superfluous(folder(resources, photo), Declared(ehic=False)) == ["d2"]
    assert superfluous(folder(resources, photo), MAR) == ["d1", "d2"]
    assert superfluous(folder(resources, photo), Declared(nationality="ESP")) == ["d2"]


def test_what_a_paper_is_sent_for() -> None:
    subject = folder(PASSPORT, file("k.pdf", part("admission_letter")), file("z.pdf", part(None)))
    assert [concerned(d, RULES) for d in subject.documents] == [
        ("identity",),
        ("enrolment",),
        (),
    ]


FILES = {
    kind: file(f"{kind}.pdf", part(kind))
    for kind in (
        *("passport", "school_certificate", "visa", "visa_validation", "residence_permit"),
        *("residence_receipt", "birth_certificate", "rib", "id_photo", "vitale_form", "ehic"),
        *("s1_form", "resources_attestation", "quebec_form", "parental_authorization"),
    )
}
CORE = ("passport", "school_certificate")
WHOLE = (*CORE, "visa", "birth_certificate", "rib")
CHILD = date(2011, 6, 1)
SPANISH = Declared(nationality="ESP", ehic=False)
TEMPORARY = Declared(nationality="CHL", visa_kind="vls_t")
ALGERIAN = Declared(nationality="DZA", visa_kind="card_to_request")
REFUGEE = Declared(nationality="SYR", situation="refugee")
QUEBECER = Declared(nationality="CAN", situation="quebec_individual")


@pytest.mark.parametrize(
    ("declared", "stage", "papers", "missing", "advised"),
    [
        (MAR, "registration", CORE, {"stay"}, RECORDS),
        (MAR, "registration", (*CORE, "visa"), set(), RECORDS),
        (MAR, "completion", (*CORE, "visa"), RECORDS, set()),
        (MAR, "completion", WHOLE, set(), set()),
        (MAR, "completion", (*CORE, "residence_permit", "birth_certificate", "rib"), set(), set()),
        (MAR, "vitale-card", ("passport",), {"id_photo"}, {"vitale_form"}),
        (MAR, "vitale-card", ("passport", "id_photo"), set(), {"vitale_form"}),
        (
            replace(MAR, visa_kind="vls_ts"),
            "completion",
            (*WHOLE, "visa_validation"),
            set(),
            set(),
        ),
        (replace(MAR, birth_date=CHILD), "registration", WHOLE, {"parental_authorization"}, set()),
        (
            replace(MAR, birth_date=CHILD),
            "registration",
            (*WHOLE, "parental_authorization"),
            set(),
            set(),
        ),
        (replace(SPANISH, birth_date=CHILD), "registration", CORE, {"parental_authorization"},
         {*RECORDS, "resources"}),
        (replace(MAR, birth_date=CHILD), "vitale-card", ("passport", "id_photo"), set(),
         {"vitale_form"}),
        (SPANISH, "registration", CORE, set(), RECORDS | {"resources"}),
        (SPANISH, "registration", (*CORE, "resources_attestation"), set(), RECORDS),
        (SPANISH, "completion", CORE, RECORDS, {"resources"}),
        (replace(SPANISH, s1=True), "registration", CORE, set(), RECORDS | {"s1_form"}),
        (SPANISH, "registration", (*CORE, "s1_form"), set(), RECORDS),
        (SPANISH, "vitale-card", ("passport", "id_photo"), set(), {"vitale_form"}),
        (Declared(nationality="ESP", ehic=True), "registration", (), set(), {"ehic"}),
        (Declared(nationality="ESP", ehic=True), "completion", ("ehic",), set(), set()),
        (Declared(nationality="ESP", ehic=True), "vitale-card", (), set(), set()),
        (Declared(nationality="GBR", ehic=True), "registration", (), set(), {"ehic"}),
        (Declared(nationality="GBR"), "registration", CORE, {"stay"}, RECORDS),
        (TEMPORARY, "registration", (*CORE, "visa"), set(), {"bank_details"}),
        (TEMPORARY, "completion", (*CORE, "visa"), set(), {"bank_details"}),
        (TEMPORARY, "vitale-card", (), set(), set()),
        (ALGERIAN, "registration", (*CORE, "visa"), set(), RECORDS),
        (ALGERIAN, "completion", (*CORE, "residence_receipt", "birth_certificate", "rib"), set(),
         set()),
        (ALGERIAN, "completion", (*CORE, "birth_certificate", "rib"), {"stay"}, set()),
        (REFUGEE, "registration", ("school_certificate", "residence_permit"), set(),
         RECORDS | {"identity"}),
        (REFUGEE, "completion", ("school_certificate", "residence_permit", "birth_certificate",
         "rib"), set(), {"identity"}),
        (REFUGEE, "vitale-card", ("residence_receipt",), {"id_photo"}, {"identity", "vitale_form"}),
        (QUEBECER, "registration", (), set(), {"quebec_form"}),
        (QUEBECER, "registration", ("quebec_form",), set(), set()),
        (QUEBECER, "completion", (), set(), set()),
        (Declared(nationality="FRA"), "registration", CORE, set(), RECORDS),
        (Declared(nationality="FRA"), "completion", CORE, RECORDS, set()),
    ],
)  # fmt: skip
def test_what_blocks_and_what_is_advised_at_each_stage(
    declared: Declared,
    stage: str,
    papers: tuple[str, ...],
    missing: set[str],
    advised: set[str],
) -> None:
    subject = folder(*(FILES[kind] for kind in papers))
    found = assessed(subject, replace(declared, stage=stage)).values()
    absent = [r for r in found if r.status is MISSING]
    assert {r.id for r in absent if r.blocking} == missing
    assert {r.id for r in absent if not r.blocking} == advised
    assert all(r.status in (SATISFIED, MISSING, NOT_APPLICABLE) for r in found)


def twice(rule: str, document: str | None, path: str, **params: str) -> Finding:
    issue = Issue(rule, Kind.FAIL, Where(path, 1 if document else None), "", params, document)
    return Finding("", issue, Severity.WARNING, "test")


def satisfied_by(*files: ExaminedFile, findings: Sequence[Finding]) -> tuple[str, ...]:
    return assessed(folder(*files), MAR, findings)["identity"].satisfied_by


def test_of_two_versions_or_copies_the_better_alone_counts() -> None:
    old, new = PASSPORT, file("z_passport.pdf", part("passport"))
    older = twice("document.older_version", "d1", "a_passport.pdf", better="z_passport.pdf")
    copy = twice("file.duplicate", "d2", "z_passport.pdf", better="a_passport.pdf")
    same_bytes = twice("file.duplicate", None, "z_passport.pdf", original="a_passport.pdf")
    assert satisfied_by(old, new, findings=()) == ("a_passport.pdf", "z_passport.pdf")
    assert satisfied_by(old, new, findings=(older,)) == ("z_passport.pdf",)
    assert satisfied_by(old, new, findings=(copy,)) == ("a_passport.pdf",)
    assert satisfied_by(old, new, findings=(same_bytes,)) == ("a_passport.pdf",)


def test_an_older_version_counts_while_the_newer_has_an_error() -> None:
    old, new = PASSPORT, file("z_passport.pdf", part("passport"))
    older = twice("document.older_version", "d1", "a_passport.pdf", better="z_passport.pdf")
    findings = (older, error(Kind.FAIL, "d2"))
    assert satisfied_by(old, new, findings=findings) == ("a_passport.pdf",)


@pytest.mark.parametrize(
    ("declared", "more", "stay"),
    [
        (Declared(nationality="MAR", visa_kind="vls_ts"), (), DOUBTFUL),
        (Declared(nationality="MAR", visa_kind="vls_ts"), ("visa_validation",), SATISFIED),
        (Declared(nationality="MAR", visa_kind="vls_ts"), ("residence_permit",), SATISFIED),
        (
            Declared(nationality="MAR", visa_kind="vls_ts", birth_date=date(2009, 6, 1)),
            (),
            SATISFIED,
        ),
        (Declared(nationality="MAR", visa_kind="minor_school"), (), SATISFIED),
        (Declared(nationality="MAR", visa_kind="vls_t"), (), SATISFIED),
        (Declared(nationality="MAR"), (), SATISFIED),
        (ALGERIAN, (), DOUBTFUL),
        (ALGERIAN, ("residence_receipt",), SATISFIED),
    ],
)
def test_a_visa_that_needs_another_paper_is_not_enough_to_complete_the_file(
    declared: Declared, more: tuple[str, ...], stay: RequirementStatus
) -> None:
    subject = folder(*(FILES[kind] for kind in (*WHOLE, *more)))
    found = assessed(subject, replace(declared, stage="completion"))["stay"]
    assert found.status is stay
    assert (found.because.sentence == "because.not_alone") is (stay is DOUBTFUL)
    assert assessed(subject, declared)["stay"].status is SATISFIED

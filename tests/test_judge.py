"""Not to make a folder not ready: what another paper makes idle, what is not asked, a warning.

The checkers here are small real ones, so that the verdicts do not hang on the shipped thresholds.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from docscheck.document import (
    Document,
    ExaminedFile,
    Folder,
    Ignored,
)
from docscheck.finding import Context, Finding, Issue, Kind, Severity, Verdict, Where
from docscheck.judge import Circumstances, judge, verdict
from docscheck.losses import Trouble
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.load import load
from docscheck.rulebook.procedure import SITUATIONS, STAGES, VISA_KINDS
from docscheck.rulebook.schema import CheckRule, Rulebook
from docscheck.run_checkers import Checkers
from tests.literal import TODAY, file, folder, holder, part, proven

SHIPPED = load()
MAR = Declared(nationality="MAR", birth_date=date(2004, 5, 17), visa_kind="vls_ts")
"""Of whom nothing is left to be asked."""


@dataclass(frozen=True)
class Says:
    """A checker that says of each subject what it was told: a key is a path, a type or ''."""

    ID: str
    sayings: Mapping[str, tuple[Issue, ...]] = field(default_factory=dict)
    RULES: frozenset[str] = frozenset()
    Settings: type = dict
    fails: bool = False

    def check(self, subject: Any, *more: Any) -> Iterator[Issue]:
        for issue in self.sayings.get(_key(subject), ()):
            named = isinstance(subject, Document) and issue.document is None
            yield replace(issue, document=subject.id) if named else issue
        if self.fails:
            raise RuntimeError("the birth date of Salma Benali")


def _key(subject: object) -> str:
    if isinstance(subject, ExaminedFile):
        return subject.file.path
    return subject.type or "" if isinstance(subject, Document) else ""


def rulebook(**severity: Severity) -> Rulebook:
    """The shipped rules, with the three checkers of these tests in the place of the others."""
    dotted = {rule.replace("__", "."): level for rule, level in severity.items()}
    general = CheckRule("of-documents", None, dotted)
    return replace(
        SHIPPED,
        portal=replace(
            SHIPPED.portal,
            checks={"of-files": CheckRule("of-files", None), "of-documents": general},
        ),
        types={k: replace(t, checks={}) for k, t in SHIPPED.types.items()},
        dossier={"of-folder": CheckRule("of-folder", None)},
    )


def judged(
    subject: Folder,
    declared: Declared = MAR,
    files: Says = Says("of-files"),
    documents: Says = Says("of-documents"),
    folders: Says = Says("of-folder"),
    rules: Rulebook | None = None,
    **circumstances: Any,
) -> Report:
    return judge(
        subject,
        rules or rulebook(),
        declared,
        Circumstances(TODAY, **circumstances),
        Checkers((files,), (documents,), (folders,)),
    )


def whole(*more: ExaminedFile) -> Folder:
    """All that blocks at registration, and what may follow."""
    types = ("passport", "school_certificate", "visa", "birth_certificate", "rib")
    return folder(*(file(f"{n}_{t}.pdf", part(t)) for n, t in enumerate(types)), *more)


def says(kind: Kind, rule: str = "validity.expired") -> tuple[Issue, ...]:
    return (Issue(rule, kind),)


def said(report: Report) -> list[tuple[str, Severity, Kind, bool]]:
    return [(f.rule, f.severity, f.kind, f.superseded) for f in report.findings]


@pytest.mark.parametrize(
    ("findings", "answer"),
    [
        ([], Verdict.READY),
        ([(Kind.FAIL, Severity.WARNING), (Kind.UNCHECKED, Severity.INFO)], Verdict.READY),
        ([(Kind.REVIEW, Severity.ERROR)], Verdict.TO_REVIEW),
        ([(Kind.UNCHECKED, Severity.ERROR)], Verdict.TO_REVIEW),
        ([(Kind.UNCHECKED, Severity.ERROR), (Kind.FAIL, Severity.ERROR)], Verdict.NOT_READY),
    ],
)
def test_the_verdict(findings: list[tuple[Kind, Severity]], answer: Verdict) -> None:
    made = [Finding("", Issue("x.y", kind), severity, "") for kind, severity in findings]
    assert verdict(made) is answer


def test_a_whole_folder_is_ready_and_nothing_is_said() -> None:
    report = judged(whole())
    assert (report.verdict, report.findings) == (Verdict.READY, ())
    assert report.profile_rule == "non_eu"
    assert report.dossier == "student"
    assert report.rules_edition == SHIPPED.edition


def test_an_empty_folder_is_not_ready_and_what_may_follow_is_advice() -> None:
    report = judged(folder())
    assert report.verdict is Verdict.NOT_READY
    assert [(f.severity, f.issue.case) for f in report.findings] == [
        (Severity.ERROR, "identity"),
        (Severity.ERROR, "enrolment"),
        (Severity.ERROR, "stay"),
        (Severity.INFO, "civil_status"),
        (Severity.INFO, "bank_details"),
    ]


def test_what_only_other_sources_ask_for_is_a_warning() -> None:
    spaniard = Declared(nationality="ESP", birth_date=date(2004, 5, 17), ehic=False, s1=False)
    report = judged(whole(), spaniard)
    assert report.verdict is Verdict.READY
    assert [(f.severity, f.rule, f.issue.case) for f in report.findings] == [
        (Severity.WARNING, "requirement.missing", "resources"),
        (Severity.INFO, "requirement.not_needed", ""),
    ]


def test_at_completion_the_record_and_the_account_block() -> None:
    subject = folder(*whole().files[:3])
    report = judged(subject, replace(MAR, stage="completion", visa_kind="minor_school"))
    assert report.verdict is Verdict.NOT_READY
    assert [f.issue.case for f in report.findings] == ["civil_status", "bank_details"]


def test_an_error_is_the_verdict_and_the_requirement_says_so_too() -> None:
    report = judged(whole(), documents=Says("of-documents", {"passport": says(Kind.FAIL)}))
    assert report.verdict is Verdict.NOT_READY
    assert said(report) == [
        ("requirement.nonconforming", Severity.ERROR, Kind.FAIL, False),
        ("validity.expired", Severity.ERROR, Kind.FAIL, False),
    ]
    assert [f.id for f in report.findings] == ["f1", "f2"]


def test_a_type_may_weigh_a_rule_otherwise() -> None:
    report = judged(
        whole(),
        documents=Says("of-documents", {"passport": says(Kind.FAIL)}),
        rules=rulebook(validity__expired=Severity.WARNING),
    )
    assert report.verdict is Verdict.READY
    assert said(report) == [("validity.expired", Severity.WARNING, Kind.FAIL, False)]


def test_an_expired_visa_beside_a_good_permit_only_needs_leaving_out() -> None:
    subject = whole(file("permit.pdf", part("residence_permit")))
    report = judged(subject, documents=Says("of-documents", {"visa": says(Kind.FAIL)}))
    assert report.verdict is Verdict.READY
    assert said(report) == [("validity.expired", Severity.WARNING, Kind.FAIL, True)]


def test_a_look_alike_beside_the_right_paper_is_only_superfluous() -> None:
    documents = Says("of-documents", {"admission_letter": says(Kind.FAIL, "document.look_alike")})
    letter = file("letter.pdf", part("admission_letter"))
    beside = judged(whole(letter), documents=documents)
    assert beside.verdict is Verdict.READY
    assert said(beside) == [("document.look_alike", Severity.INFO, Kind.FAIL, True)]
    instead = judged(
        folder(*(f for f in whole().files if "school" not in f.file.path), letter),
        documents=documents,
    )
    assert instead.verdict is Verdict.NOT_READY


def test_a_student_card_alone_is_for_review() -> None:
    subject = folder(
        *(f for f in whole().files if "school" not in f.file.path),
        file("card.pdf", part("student_card")),
    )
    documents = Says("of-documents", {"student_card": says(Kind.FAIL, "document.look_alike")})
    report = judged(subject, documents=documents)
    assert report.verdict is Verdict.TO_REVIEW
    assert [(f.rule, f.issue.case, f.severity) for f in report.findings] == [
        ("requirement.nonconforming", "in_doubt", Severity.ERROR),
        ("document.look_alike", "", Severity.WARNING),
    ]


def test_an_error_of_a_file_is_never_lowered() -> None:
    issue = Issue("file.encrypted", Kind.FAIL, Where("z.pdf"))
    subject = whole(file("z.pdf", trouble=Trouble.ENCRYPTED))
    report = judged(subject, files=Says("of-files", {"z.pdf": (issue,)}))
    assert report.verdict is Verdict.NOT_READY
    assert said(report) == [("file.encrypted", Severity.ERROR, Kind.FAIL, False)]


def test_what_is_wrong_with_a_paper_nobody_asks_for_does_not_count() -> None:
    subject = whole(file("me.jpg", part("id_photo")), file("menu.jpg", part("other")))
    documents = Says(
        "of-documents",
        {
            "id_photo": says(Kind.FAIL, "photo.face_count"),
            "other": says(Kind.FAIL, "quality.unreadable"),
        },
    )
    report = judged(subject, documents=documents)
    assert report.verdict is Verdict.READY
    assert said(report) == [
        ("photo.face_count", Severity.WARNING, Kind.FAIL, True),
        ("quality.unreadable", Severity.WARNING, Kind.FAIL, True),
        ("requirement.not_needed", Severity.INFO, Kind.FAIL, False),
    ]
    card = judged(subject, Declared(nationality="MAR", stage="vitale-card"), documents=documents)
    assert card.verdict is Verdict.NOT_READY


def test_an_unreadable_page_counts_while_something_is_wanting() -> None:
    documents = Says("of-documents", {"": says(Kind.FAIL, "quality.unreadable")})
    page = file("z.jpg", part(None))
    nothing_more = replace(MAR, visa_kind="minor_school")
    assert judged(whole(page), nothing_more, documents=documents).verdict is Verdict.READY
    wanting = folder(*whole().files[:4], page)
    assert judged(wanting, nothing_more, documents=documents).verdict is Verdict.NOT_READY


@pytest.mark.parametrize("place", ["files", "documents", "folders"])
def test_a_checker_that_fails_is_a_finding_and_keeps_what_it_had_said(place: str) -> None:
    names = {"files": "of-files", "documents": "of-documents", "folders": "of-folder"}
    key = {"files": "p.pdf", "documents": "passport", "folders": ""}[place]
    failing = Says(names[place], {key: says(Kind.FAIL, "file.name")}, fails=True)
    subject = folder(file("p.pdf", part("passport")))
    report = judged(subject, **{place: failing})
    assert report.crashed
    rules = [f.rule for f in report.findings]
    assert rules.count("internal.crash") == 1
    assert "file.name" in rules
    assert "Benali" not in repr(report)
    with pytest.raises(RuntimeError):
        judged(subject, debug=True, **{place: failing})


def test_a_stopped_check_is_never_ready_whatever_the_rules_say() -> None:
    """Not even where no rule speaks of unread files, and nothing else is wanting."""
    left = file("z.pdf", trouble=Trouble.INTERRUPTED)
    report = judged(whole(left))
    assert (report.verdict, report.is_partial, report.files_read) == (Verdict.TO_REVIEW, True, 5)
    failed = judged(whole(left), documents=Says("of-documents", {"passport": says(Kind.FAIL)}))
    assert failed.verdict is Verdict.NOT_READY
    assert not judged(whole()).is_partial


def test_what_the_files_left_over_may_tell_is_not_asked_for() -> None:
    left = file("z.pdf", trouble=Trouble.INTERRUPTED)
    assert "profile.unknown" in {f.rule for f in judged(folder(), Declared()).findings}
    assert "profile.unknown" not in {f.rule for f in judged(folder(left), Declared()).findings}


def test_a_crash_is_never_a_pass() -> None:
    report = judged(whole(), folders=Says("of-folder", fails=True))
    assert report.verdict is Verdict.TO_REVIEW
    assert said(report) == [("internal.crash", Severity.ERROR, Kind.UNCHECKED, False)]


def test_who_need_not_register_is_told_and_nothing_is_wanting() -> None:
    report = judged(folder(file("p.pdf", part("passport"))), Declared(nationality="ESP", ehic=True))
    assert report.verdict is Verdict.READY
    assert ("profile.not_eligible", "eu_ehic", Severity.WARNING) in [
        (f.rule, f.issue.case, f.severity) for f in report.findings
    ]


def test_an_unknown_nationality_is_said() -> None:
    report = judged(whole(), replace(MAR, nationality=None))
    assert [(f.rule, f.issue.case, f.severity) for f in report.findings] == [
        ("profile.unknown", "nationality", Severity.WARNING)
    ]


def test_what_would_change_only_what_may_follow_is_a_remark() -> None:
    report = judged(whole(), Declared(nationality="MAR", birth_date=date(2004, 5, 17)))
    assert [(f.issue.case, f.severity) for f in report.findings] == [("visa_kind", Severity.INFO)]


def test_a_stage_that_does_not_concern_the_person_is_said() -> None:
    declared = Declared(nationality="MAR", visa_kind="vls_t", stage="vitale-card")
    assert ("profile.not_eligible", "stage") in [
        (f.rule, f.issue.case) for f in judged(whole(), declared).findings
    ]


def test_a_certificate_of_a_language_school_is_said_and_changes_nothing() -> None:
    subject = folder(
        *(f for f in whole().files if "school" not in f.file.path),
        file("fle.pdf", part("school_certificate", marks=("language_school",))),
    )
    report = judged(subject)
    assert report.verdict is Verdict.READY
    assert [(f.rule, f.issue.case) for f in report.findings] == [
        ("profile.not_eligible", "language_school")
    ]


def test_findings_stand_worst_first_then_as_the_requirements_then_by_page() -> None:
    documents = Says(
        "of-documents",
        {
            "rib": (Issue("mrz.missing", Kind.FAIL, Where("4_rib.pdf", 2)),),
            "passport": (
                Issue("quality.glare", Kind.FAIL, Where("0_passport.pdf", 2)),
                Issue("quality.dark", Kind.FAIL, Where("0_passport.pdf", 1)),
            ),
            "visa": (Issue("validity.expired", Kind.FAIL, Where("2_visa.pdf", 1)),),
        },
    )
    ordered = [f.rule for f in judged(whole(), documents=documents).findings]
    assert ordered == [
        "requirement.nonconforming",
        "validity.expired",
        "quality.dark",
        "quality.glare",
        "mrz.missing",
    ]


def test_the_report_crosses_processes_and_is_the_same_every_time() -> None:
    student = part("passport", *holder("BENALI", "SALMA"), proven("nationality", "MAR"))
    subject = replace(folder(file("p.pdf", student)), ignored=(Ignored("Thumbs.db", "junk"),))
    report = judged(subject, Declared())
    assert pickle.loads(pickle.dumps(report)) == report
    assert judged(subject, Declared()) == report
    assert report.ignored == (Ignored("Thumbs.db", "junk"),)


def test_checkers_see_the_profile_and_the_day() -> None:
    seen: list[Context] = []

    class Watches(Says):
        def check(self, subject: Any, *more: Any) -> Iterator[Issue]:
            seen.append(more[-1])
            yield from ()

    judged(folder(), folders=Watches("of-folder"), ocr_available=False)
    assert (seen[0].today, seen[0].ocr_available) == (TODAY, False)
    assert seen[0].profile["nationality"].value == "MAR"


def test_the_shipped_checkers_run_on_an_honest_folder() -> None:
    report = judge(whole(), SHIPPED, MAR, Circumstances(TODAY))
    assert not report.crashed
    assert len(report.requirements) == len(SHIPPED.requirements)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_said_here_is_said_in_both_languages(language: str) -> None:
    speaker = Speaker()
    subjects = (
        folder(),
        whole(),
        whole(file("permit.pdf", part("student_card")), file("me.jpg", part("id_photo"))),
        folder(file("k.pdf", part("student_card")), file("z.pdf", trouble=Trouble.TIMEOUT)),
        folder(*whole().files[:2], file("z.jpg", part(None, nearest=("visa", 0.5)))),
    )
    failing = Says("of-documents", {"passport": says(Kind.FAIL), "visa": says(Kind.REVIEW)})
    people = (
        *(Declared(nationality="MAR", stage=stage) for stage in STAGES),
        *(Declared(nationality="CAN", situation=situation) for situation in SITUATIONS),
        *(Declared(visa_kind=kind, stage="vitale-card") for kind in VISA_KINDS),
        *(Declared(nationality=n, ehic=True) for n in ("ESP", "GBR", "FRA")),
        Declared(nationality="ESP", s1=True),
        Declared(nationality="MAR", birth_date=TODAY),
    )
    for subject in subjects:
        for declared in people:
            report = judged(subject, declared, documents=failing, folders=_CRASHES)
            _speak(speaker, report, language)


_CRASHES = Says("of-folder", fails=True)


def _speak(speaker: Speaker, report: Report, language: str) -> None:
    for requirement in report.requirements:
        because = requirement.because
        assert speaker.sentence(because.sentence, because.params, language)
    for finding in report.findings:
        if finding.rule != "validity.expired":
            assert speaker.problem(finding.issue, language)
            assert speaker.remedy(finding.issue, language)


@pytest.mark.parametrize("kind", ["s1_form", "resources_attestation", "quebec_form"])
@pytest.mark.parametrize("finding", [Kind.FAIL, Kind.REVIEW, Kind.UNCHECKED])
def test_a_paper_the_portal_never_names_makes_no_folder_unready(kind: str, finding: Kind) -> None:
    spaniard = Declared(nationality="ESP", s1=kind == "s1_form")
    documents = Says("of-documents", {kind: says(finding)})
    report = judged(whole(file("z.pdf", part(kind))), spaniard, documents=documents)
    assert report.verdict is Verdict.READY
    severities = {severity for rule, severity, *_ in said(report) if rule == "validity.expired"}
    assert severities == {Severity.WARNING}


def test_a_parental_authorisation_that_fails_does() -> None:
    child = Declared(nationality="MAR", birth_date=date(2012, 1, 6))
    documents = Says("of-documents", {"parental_authorization": says(Kind.FAIL)})
    subject = whole(file("z.pdf", part("parental_authorization")))
    assert judged(subject, child, documents=documents).verdict is Verdict.NOT_READY
    assert judged(subject, MAR, documents=documents).verdict is Verdict.READY

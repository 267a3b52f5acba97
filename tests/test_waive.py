"""Not to be let through: a changed file, a day that is past, a file nobody read, another rule."""

from __future__ import annotations

import json
from datetime import date, timedelta

import jsonschema
import pytest
from msgspec.structs import replace

from docscheck.document import ExaminedFile
from docscheck.finding import RequirementStatus, Verdict, Waiver, WaiverState
from docscheck.judge import Circumstances, judge
from docscheck.losses import Trouble
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters.amount import Amount
from docscheck.reporters.to_json import schema_text
from tests.literal import TODAY, file, folder, holder, part, proven, read, zone
from tests.reporters.reports import RULEBOOK, spoken

NAMES = ("BENALI", "SALMA", "2004-05-17")


def papers(*more: ExaminedFile, expiry: str = "2025-08-16") -> list[ExaminedFile]:
    """All that a student from Senegal is asked for at registration; the passport is expired."""
    person = [proven(f.name, f.value) for f in holder(*NAMES)]
    number = proven("document_number", "A01234567")
    dates = proven("expiry_date", expiry)
    visa_dates = (proven("valid_from", "2026-10-01"), proven("expiry_date", "2027-09-30"))
    passport = part("passport", *person, number, dates, mrz=zone())
    visa = part("visa", *person, *visa_dates, proven("visa_type", "D"), mrz=zone())
    certificate = part("school_certificate", *holder(*NAMES), read("school_year", "2026-2027"))
    return [
        file("passport.pdf", passport),
        file("visa.pdf", visa),
        file("certificate.pdf", certificate),
        *more,
    ]


def waiver(of: str, rule: str = "validity.expired", **changes: object) -> Waiver:
    """A waiver of one file by its path; its bytes are those that `literal.file` gives it."""
    digest = file(of).file.sha256 or ""
    plain = Waiver(1, rule, digest[:12], "renewal seen", "A. Morel", date(2026, 12, 31))
    return replace(plain, **changes)  # type: ignore[arg-type]  # the tests name the members they vary


def judged(files: list[ExaminedFile], *waivers: Waiver) -> Report:
    circumstances = Circumstances(TODAY, waivers=waivers)
    return judge(folder(*files), RULEBOOK, Declared(nationality="SEN"), circumstances)


def state(report: Report) -> WaiverState:
    (use,) = report.waivers
    return use.state


def told(report: Report) -> set[str]:
    return {f.rule for f in report.findings if f.rule.startswith("waiver.")}


def status(report: Report, name: str) -> RequirementStatus:
    return next(r.status for r in report.requirements if r.id == name)


def test_without_a_waiver_the_folder_is_not_ready_and_without_the_fault_it_is() -> None:
    assert judged(papers()).verdict is Verdict.NOT_READY
    assert judged(papers(expiry="2031-08-16")).verdict is Verdict.READY


@pytest.mark.parametrize("digits", [12, 20, 64])
def test_a_waived_finding_stays_and_counts_no_more(digits: int) -> None:
    digest = file("passport.pdf").file.sha256 or ""
    report = judged(papers(), waiver("passport.pdf", sha256=digest[:digits]))
    (finding,) = [f for f in report.findings if f.rule == "validity.expired"]
    assert finding.waived is not None
    assert finding.severity.value == "error"
    assert (report.verdict, state(report)) == (Verdict.READY, WaiverState.APPLIED)
    assert status(report, "identity") is RequirementStatus.SATISFIED
    assert told(report) == set()


def test_it_holds_on_its_last_day_and_not_on_the_next() -> None:
    assert judged(papers(), waiver("passport.pdf", until=TODAY)).verdict is Verdict.READY
    late = judged(papers(), waiver("passport.pdf", until=TODAY - timedelta(days=1)))
    assert (late.verdict, state(late)) == (Verdict.NOT_READY, WaiverState.EXPIRED)
    assert told(late) == {"waiver.expired"}


def test_a_changed_file_is_judged_anew_and_the_waiver_reported() -> None:
    changed = [replace(f, file=replace(f.file, sha256=f"{7:064x}")) for f in papers()]
    report = judged(changed, waiver("passport.pdf"))
    assert (report.verdict, state(report)) == (Verdict.NOT_READY, WaiverState.UNMATCHED)
    assert told(report) == {"waiver.unmatched"}


def test_it_holds_for_its_own_rule_and_file_only() -> None:
    other_rule = judged(papers(), waiver("passport.pdf", "validity.school_year"))
    other_file = judged(papers(), waiver("visa.pdf"))
    for report in (other_rule, other_file):
        assert (report.verdict, state(report)) == (Verdict.NOT_READY, WaiverState.UNUSED)
        assert told(report) == {"waiver.unused"}


def test_digits_that_fit_two_files_hold_for_neither() -> None:
    twin = file("twin.pdf", part("rib"), digest=waiver("passport.pdf").sha256 + "0" * 52)
    report = judged(papers(twin), waiver("passport.pdf"))
    assert (report.verdict, state(report)) == (Verdict.NOT_READY, WaiverState.AMBIGUOUS)
    whole = waiver("passport.pdf", sha256=file("passport.pdf").file.sha256)
    assert state(judged(papers(twin), whole)) is WaiverState.APPLIED


def test_copies_of_one_file_are_waived_together() -> None:
    original = papers()[0]
    copy = file("copy.pdf", *original.examined.parts, digest=original.file.sha256)
    report = judged(papers(copy), waiver("passport.pdf"))
    expired = [f for f in report.findings if f.rule == "validity.expired"]
    assert [bool(f.waived) for f in expired] == [True] * len(expired)
    assert status(report, "identity") is RequirementStatus.SATISFIED


@pytest.mark.parametrize(
    ("trouble", "rule"),
    [
        (Trouble.ENCRYPTED, "file.encrypted"),
        (Trouble.TIMEOUT, "file.timeout"),
        (Trouble.CRASH, "internal.crash"),
        (Trouble.UNREADABLE, "file.locked"),
    ],
)
def test_what_nobody_read_is_never_waived(trouble: Trouble, rule: str) -> None:
    closed = file("certificate.pdf", trouble=trouble)
    files = [*papers(expiry="2031-08-16")[:2], closed]
    report = judged(files, waiver("certificate.pdf", rule))
    assert report.verdict is not Verdict.READY
    assert state(report) is WaiverState.NOT_ALLOWED
    assert told(report) == {"waiver.not_allowed"}
    assert all(f.waived is None for f in report.findings)


def test_what_is_about_the_folder_is_never_waived() -> None:
    report = judged(papers()[:1], waiver("passport.pdf", "requirement.missing"))
    assert state(report) is WaiverState.NOT_ALLOWED


def test_an_unknown_rule_is_reported_with_its_nearest_names() -> None:
    report = judged(papers(), waiver("passport.pdf", "validity.expird"))
    assert told(report) == {"waiver.unknown_rule"}
    assert "validity.expired" in spoken(report)


def test_another_paper_that_is_accepted_stands_for_the_one_asked_for() -> None:
    letter = part("admission_letter", *holder(*NAMES))
    files = [*papers(expiry="2031-08-16")[:2], file("letter.pdf", letter)]
    assert status(judged(files), "enrolment") is RequirementStatus.NONCONFORMING
    report = judged(files, waiver("letter.pdf", "document.look_alike"))
    assert status(report, "enrolment") is RequirementStatus.SATISFIED
    assert report.verdict is Verdict.READY


def test_a_second_waiver_of_the_same_is_of_no_use() -> None:
    report = judged(papers(), waiver("passport.pdf"), waiver("passport.pdf", entry=2))
    assert [use.state for use in report.waivers] == [WaiverState.APPLIED, WaiverState.UNUSED]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Accepted by A. Morel until 31 December 2026: renewal seen"),
     ("fr", "Accepté par A. Morel jusqu'au 31 décembre 2026 : renewal seen")],
)  # fmt: skip
def test_people_are_told_what_was_waived_by_whom_and_until_when(language: str, said: str) -> None:
    report = judged(papers(), waiver("passport.pdf"))
    page = spoken(report, language=language)
    assert page.startswith({"en": "Ready:", "fr": "Prêt :"}[language])
    assert said in page
    assert said not in spoken(report, language=language, amount=Amount.ANSWER)


def test_programs_are_told_of_every_waiver_and_of_the_findings_it_covers() -> None:
    late = waiver("visa.pdf", entry=2, until=date(2026, 1, 1))
    made = json.loads(spoken(judged(papers(), waiver("passport.pdf"), late), "json"))
    jsonschema.validate(made, json.loads(schema_text()))
    covered = [f["id"] for f in made["findings"] if "waived" in f]
    assert [w["state"] for w in made["waivers"]] == ["applied", "expired"]
    assert made["waivers"][0]["findings"] == covered
    assert made["waivers"][0]["documents"] == ["passport.pdf"]
    assert made["waivers"][1]["findings"] == []
    (finding,) = [f for f in made["findings"] if "waived" in f]
    assert finding["waived"] == {
        "entry": 1,
        "reason": "renewal seen",
        "author": "A. Morel",
        "until": "2026-12-31",
    }


def test_words_of_a_waiver_do_no_harm_on_a_screen() -> None:
    hostile = waiver("passport.pdf", author="{path}\x1b[31m", reason="[red]\u202eno[/red]")
    page = spoken(judged(papers(), hostile))
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "[red]" in page


def test_every_rule_says_whether_it_may_be_waived() -> None:
    fixed = {rule.id for rule in RULEBOOK.catalogue.values() if rule.never_waived}
    assert {"internal.crash", "file.timeout", "file.encrypted", "requirement.missing"} <= fixed
    assert "validity.expired" not in fixed
    assert {rule for rule in RULEBOOK.catalogue if rule.startswith("waiver.")} <= fixed


def test_of_a_check_that_was_stopped_no_waiver_is_called_useless() -> None:
    unread = replace(file("passport.pdf", trouble=Trouble.INTERRUPTED))
    unknown = replace(unread, file=replace(unread.file, sha256=None))
    for left in (unread, unknown):
        report = judged([*papers()[1:], left], waiver("passport.pdf"))
        assert (report.verdict, state(report)) == (Verdict.TO_REVIEW, WaiverState.UNDECIDED)
        assert told(report) == set()
        written = json.loads(spoken(report, "json"))
        jsonschema.validate(written, json.loads(schema_text()))
        assert written["waivers"][0]["state"] == "undecided"
    late = judged([*papers()[1:], unread], waiver("passport.pdf", until=TODAY - timedelta(days=1)))
    assert state(late) is WaiverState.EXPIRED


def test_nobody_can_accept_what_was_not_read_because_the_check_was_stopped() -> None:
    unread = file("certificate.pdf", trouble=Trouble.INTERRUPTED)
    files = [*papers(expiry="2031-08-16")[:2], unread]
    report = judged(files, waiver("certificate.pdf", "file.timeout"))
    assert (report.verdict, state(report)) == (Verdict.TO_REVIEW, WaiverState.NOT_ALLOWED)

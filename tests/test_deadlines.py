"""No day that is not meant: not of guesses, of past papers, of other people or of the exempt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from docscheck.deadlines import Deadline, deadlines
from docscheck.document import Field, Part, Standing
from docscheck.finding import Kind
from docscheck.judge import Circumstances, judge
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.rulebook.guidance import DEADLINES
from docscheck.rulebook.load import load
from tests import literal
from tests.literal import TODAY, holder, part, proven, read

RULES = load()
FINAL, PROVISIONAL = "255081416802538", "704059935012312"


def report(*parts: Part, declared: Declared | None = None, today: date = TODAY) -> Report:
    files = [literal.file(f"{n}.pdf", p) for n, p in enumerate(parts)]
    facts = literal.folder(*files)
    return judge(facts, RULES, declared or Declared(nationality="MAR"), Circumstances(today))


def days(*parts: Part, declared: Declared | None = None, today: date = TODAY) -> list[Deadline]:
    return list(deadlines(report(*parts, declared=declared, today=today), RULES.deadlines))


def told(*parts: Part, **more: object) -> dict[str, date]:
    return {d.rule: d.day for d in days(*parts, **more)}  # type: ignore[arg-type]


def visa(*marks: str, start: str = "2026-09-05", end: str = "2027-09-04") -> Part:
    fields = (read("valid_from", start), proven("expiry_date", end))
    return part("visa", *fields, read("visa_type", "D"), marks=marks)


def test_a_folder_without_dates_has_no_days() -> None:
    assert days() == []
    assert days(part("passport"), part("visa"), part("school_certificate"), part(None)) == []


def test_papers_that_last_long_enough_are_not_spoken_of() -> None:
    assert days(part("passport", proven("expiry_date", "2033-01-01"))) == []


def test_the_last_good_day_is_the_day_itself() -> None:
    passport = part("passport", proven("expiry_date", "2026-11-23"))
    assert told(passport) == {"identity_ends": date(2026, 11, 23)}
    assert days(passport, today=date(2026, 11, 24)) == []


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-09-05", date(2026, 12, 5)),
        ("2026-11-30", date(2027, 2, 28)),
        ("2026-08-31", date(2026, 11, 30)),
    ],
)
def test_a_visa_is_validated_within_three_months(start: str, last: date) -> None:
    assert told(visa("vls_ts", start=start))["visa_validation"] == last


@pytest.mark.parametrize(
    ("more", "declared"),
    [
        ((part("visa_validation"),), None),
        ((part("residence_receipt"),), None),
        ((part("passport", proven("birth_date", "2009-05-17")),), None),
        ((), Declared(nationality="MAR", birth_date=date(2009, 5, 17))),
        ((), Declared(nationality="MAR", visa_kind="vls_t")),
    ],
)
def test_who_has_done_it_or_need_not_is_given_no_day(
    more: Sequence[Part], declared: Declared | None
) -> None:
    assert "visa_validation" not in told(visa("vls_ts"), *more, declared=declared)


@pytest.mark.parametrize("mark", ["vls_t", "card_to_request", "minor_school"])
def test_other_visas_are_not_validated(mark: str) -> None:
    assert set(told(visa(mark))) == {"stay_ends"}
    assert "visa_validation" not in told(visa("vls_ts", mark))


def test_the_declared_kind_of_visa_counts_as_well() -> None:
    assert "visa_validation" not in told(visa())
    said = Declared(nationality="MAR", visa_kind="vls_ts")
    assert told(visa(), declared=said)["visa_validation"] == date(2026, 12, 5)


def test_a_certificate_counts_to_the_end_of_september() -> None:
    certificate = part("school_certificate", read("school_year", "2026-2027"))
    assert told(certificate) == {"school_year": date(2027, 9, 30)}
    old = part("school_certificate", read("school_year", "2025-2026"))
    assert days(old) == []
    assert told(old, certificate) == {"school_year": date(2027, 9, 30)}
    assert days(part("school_certificate", read("school_year", "autumn"))) == []


def test_a_provisional_number_serves_nine_months() -> None:
    start = read("valid_from", "2026-10-01")
    for paper in (
        part("provisional_certificate", start),
        part("provisional_certificate", start, proven("nir", PROVISIONAL)),
        part("entitlement_certificate", start, proven("nir", PROVISIONAL)),
    ):
        assert told(paper) == {"provisional_number": date(2027, 7, 1)}


def test_a_final_number_ends_the_waiting() -> None:
    waiting = part("provisional_certificate", read("valid_from", "2026-10-01"))
    final = part("entitlement_certificate", read("valid_from", "2026-10-01"), proven("nir", FINAL))
    assert days(final) == []
    assert days(waiting, final) == []


def test_of_two_papers_of_one_kind_the_newer_counts() -> None:
    ends = ("2026-12-24", "2027-03-03")
    passports = [part("passport", proven("expiry_date", end)) for end in ends]
    assert told(*passports) == {"identity_ends": date(2027, 3, 3)}


def test_a_guess_makes_no_day_and_a_doubt_the_earliest() -> None:
    def passport(field: Field) -> Part:
        return part("passport", field)

    guessed = read("expiry_date", "2027-04-03", standing=Standing.GUESSED)
    assert days(passport(guessed)) == []
    assert days(passport(read("expiry_date", "2027-04-03", 0.5))) == []
    (weak,) = days(passport(read("expiry_date", "2027-04-03", 0.8)))
    assert (weak.day, weak.sure) == (date(2027, 4, 3), False)
    either = read("expiry_date", "2027-04-03", alternatives=("2027-03-04",))
    (earliest,) = days(passport(either))
    assert (earliest.day, earliest.sure) == (date(2027, 3, 4), False)
    (sure,) = days(passport(proven("expiry_date", "2027-04-03")))
    assert sure.sure


def test_a_paper_of_somebody_else_tells_nothing() -> None:
    own = part(
        "passport",
        *(proven("surname", "ZQVORTEX"), proven("given_names", "MIRABELLA")),
        *(proven("birth_date", "2004-05-17"), proven("expiry_date", "2033-01-01")),
        mrz=literal.zone(),
    )
    other = part(
        "visa",
        *(proven("surname", "PALUMBO"), proven("given_names", "GREGORIO")),
        *(proven("birth_date", "1999-01-02"), proven("expiry_date", "2027-03-03")),
        mrz=literal.zone(),
    )
    judged = report(own, other)
    assert any(f.rule.startswith("consistency.") and f.kind is Kind.FAIL for f in judged.findings)
    assert deadlines(judged, RULES.deadlines) == ()
    same = part("visa", *holder("ZQVORTEX", "MIRABELLA"), proven("expiry_date", "2027-03-03"))
    assert told(own, same) == {"stay_ends": date(2027, 3, 3)}


def test_days_come_in_their_order_with_their_paper() -> None:
    certificate = part("school_certificate", read("school_year", "2026-2027"))
    found = days(certificate, visa("vls_ts"))
    assert [d.rule for d in found] == ["visa_validation", "stay_ends", "school_year"]
    assert [d.paths for d in found] == [("1.pdf",), ("1.pdf",), ("0.pdf",)]


def test_the_days_are_those_of_the_checks() -> None:
    rules = {rule.id: rule for rule in RULES.deadlines}
    assert tuple(rules) == DEADLINES
    visa_check = RULES.types["visa"].checks["visa"].settings
    assert rules["visa_validation"].months == visa_check.months
    assert set(rules["visa_validation"].exempt_marks) == set(visa_check.exempt_marks)
    assert set(rules["visa_validation"].idle_with) == set(visa_check.proofs)
    year = RULES.types["school_certificate"].checks["school-year"].settings
    assert rules["school_year"].closes_month == year.previous_until_month

"""Not to be flagged: one paper of a type, copies, two sides of a card, papers of two people, two
certificates of one year.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from docscheck.checkers import older_versions
from docscheck.document import Part, Side
from docscheck.finding import Context, Issue
from docscheck.messages import LANGUAGES, Speaker
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, holder, part, proven, read

SETTINGS = load().dossier["older-versions"].settings
SALMA = holder("BENALI", "SALMA", "2004-05-17")


def issues(*parts: Part, today: date = TODAY) -> list[Issue]:
    """What is yielded; each of it can be said in both languages."""
    files = [file(f"{n}.pdf", p) for n, p in enumerate(parts)]
    found = list(older_versions.check(folder(*files), SETTINGS, Context(today)))
    for issue, language in product(found, LANGUAGES):
        assert Speaker().problem(issue, language)
        assert Speaker().remedy(issue, language)
    return found


def seen(*parts: Part, today: date = TODAY) -> list[tuple[str, str | None, object]]:
    return [(i.case, i.document, i.params.get("better")) for i in issues(*parts, today=today)]


def passport(number: str, until: str) -> Part:
    return part("passport", *SALMA, proven("document_number", number), proven("expiry_date", until))


def certificate(year: str, number: str = "22001122") -> Part:
    return part(
        "school_certificate", *SALMA, read("school_year", year), read("student_number", number)
    )


OLD, NEW = passport("AB1234567", "2027-01-31"), passport("XK7654321", "2033-01-31")


def test_the_older_passport_is_named_wherever_it_stands() -> None:
    assert seen(NEW, OLD) == [("", "d2", "0.pdf")]
    assert seen(OLD, NEW) == [("", "d1", "1.pdf")]
    assert seen(OLD, NEW, passport("CC9999999", "2030-01-31")) == [
        ("", "d1", "1.pdf"),
        ("", "d3", "1.pdf"),
    ]


def test_a_former_passport_that_the_visa_names_is_wanted_too() -> None:
    visa = part("visa", *SALMA, read("passport_number", "AB1234567"))
    assert seen(OLD, NEW, visa) == [("with_visa", "d1", "1.pdf")]


def test_one_paper_twice_is_a_copy_and_no_version() -> None:
    assert seen(OLD, OLD) == []
    misread = part(
        "passport", *SALMA, read("document_number", "AB1234561"), read("expiry_date", "2027-01-31")
    )
    assert seen(OLD, misread) == []


def test_papers_of_two_people_are_no_versions() -> None:
    other = part(
        "passport",
        *holder("ROSSI", "LUCA", "2003-01-09"),
        read("document_number", "XK7654321"),
        read("expiry_date", "2033-01-31"),
    )
    nameless = part("passport", read("document_number", "XK7654321"))
    assert seen(OLD, other) == []
    assert seen(OLD, nameless) == []


def test_two_sides_of_a_card_are_no_versions() -> None:
    front = part("residence_permit", *SALMA, read("expiry_date", "2027-01-31"), side=Side.FRONT)
    back = part("residence_permit", *SALMA, read("expiry_date", "2028-01-31"), side=Side.BACK)
    assert seen(front, back) == []


@pytest.mark.parametrize(
    ("today", "older"),
    [(date(2026, 11, 23), "d1"), (date(2026, 8, 20), "d1"), (date(2026, 6, 20), "d2")],
)
def test_of_two_school_years_the_one_that_runs_counts(today: date, older: str) -> None:
    last, this = certificate("2025-2026"), certificate("2026-2027")
    assert [document for _, document, _ in seen(last, this, today=today)] == [older]


def test_two_certificates_of_one_year_are_left_alone() -> None:
    assert seen(certificate("2026-2027"), certificate("2026-2027", "9988776")) == []


def test_of_two_visas_the_one_in_force_counts_before_the_later() -> None:
    now = part("visa", *SALMA, read("valid_from", "2026-08-01"), read("expiry_date", "2027-07-31"))
    coming = part(
        "visa", *SALMA, read("valid_from", "2027-08-01"), read("expiry_date", "2028-07-31")
    )
    over = part("visa", *SALMA, read("valid_from", "2025-08-01"), read("expiry_date", "2026-07-31"))
    assert seen(now, coming) == [("", "d2", "0.pdf")]
    assert seen(over, now) == [("", "d1", "1.pdf")]


def test_of_two_accounts_one_has_to_be_chosen() -> None:
    one = part(
        "rib", read("holder", "MME SALMA BENALI"), proven("iban", "FR7630006000011234567890189")
    )
    two = part("rib", read("holder", "BENALI SALMA"), proven("iban", "FR7610107001011234567890129"))
    (issue,) = issues(one, two)
    assert (issue.case, issue.document, issue.params["other"]) == ("choose", "d2", "0.pdf")

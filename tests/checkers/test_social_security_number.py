"""Numbers of the social security. First what must not be flagged."""

from __future__ import annotations

from datetime import date

import pytest

from docscheck.checkers import social_security_number
from docscheck.checkers.social_security_number import Settings
from docscheck.document import Field
from docscheck.finding import Context, Issue, Kind, Personal, Where
from tests.drawn_papers import pdf, report_on, told
from tests.literal import TODAY, file, folder, part, read


def judge(*fields: Field) -> list[Issue]:
    dossier = folder(file("a.pdf", part("entitlement_certificate", *fields)))
    subject = dossier.documents[0]
    return list(social_security_number.check(subject, dossier, Settings(), Context(TODAY)))


def issue(rule: str, kind: Kind, number: str) -> Issue:
    params = {"nir": Personal("nir", number)}
    return Issue(rule, kind, Where("a.pdf", 1, None), "", params, "d1")


@pytest.mark.parametrize("number", ["255081416802538", "2550814168025"])
def test_a_good_number_and_one_without_its_key_pass(number: str) -> None:
    assert judge(read("nir", number)) == []


def test_no_number_is_no_defect() -> None:
    assert judge() == []


def test_a_wrong_key() -> None:
    wrong = "255081416802539"
    assert judge(read("nir", wrong, 0.98)) == [issue("nir.key", Kind.FAIL, wrong)]
    assert judge(read("nir", wrong, 0.8)) == [issue("nir.key", Kind.REVIEW, wrong)]


def test_corsica_counts_as_nineteen_and_eighteen() -> None:
    number = "255082A168025"
    key = 97 - int(number.replace("2A", "19")) % 97
    assert judge(read("nir", f"{number}{key:02d}")) == []


def test_a_provisional_number_is_told() -> None:
    number = "755081416802579"
    assert judge(read("nir", number)) == [issue("nir.provisional", Kind.FAIL, number)]


NIA = "755081416802579"
STARTED = read("valid_from", "2026-09-01")


def test_a_provisional_number_in_its_nine_months_is_told_until_when() -> None:
    (found,) = judge(read("nir", NIA), STARTED)
    assert (found.rule, found.case) == ("nir.provisional", "until")
    assert found.params["date"] == date(2027, 6, 1)


def test_an_end_that_is_printed_earlier_is_told_and_one_later_is_not_yet_over() -> None:
    (earlier,) = judge(read("nir", NIA), STARTED, read("expiry_date", "2027-02-28"))
    assert earlier.params["date"] == date(2027, 2, 28)
    old = read("valid_from", "2025-09-01")
    (later,) = judge(read("nir", NIA), old, read("expiry_date", "2026-12-31"))
    assert later.rule == "nir.provisional"


def test_a_provisional_number_past_its_nine_months_is_for_review() -> None:
    (found,) = judge(read("nir", NIA), read("valid_from", "2025-09-01"))
    assert (found.rule, found.kind) == ("nir.provisional_over", Kind.REVIEW)
    assert found.params["date"] == date(2026, 6, 1)


def test_a_final_number_has_no_end() -> None:
    assert judge(read("nir", "255081416802538"), read("valid_from", "2020-09-01")) == []


CERTIFICATE = """Assurance Maladie - CPAM de Nulleville
Numéro provisoire : 7 55 08 14 168 025 79
Nom : SPECIMEN    Prénoms : Lino    Né le : 03/08/1955
Date de début : {start}
Cette attestation est provisoire, dans l'attente de votre numéro définitif."""


@pytest.mark.parametrize(
    ("start", "expected"),
    [("01/09/2026", "nir.provisional.until"), ("01/09/2025", "nir.provisional_over")],
)
def test_a_drawn_certificate_is_told_its_nine_months(start: str, expected: str) -> None:
    drawn = pdf("ATTESTATION PROVISOIRE DE DROITS", CERTIFICATE.format(start=start))
    assert told(report_on({"attestation.pdf": drawn}), "nir.") == [expected]

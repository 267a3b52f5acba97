"""Papers given while a permit is being made. First what must not be flagged."""

from __future__ import annotations

import pytest

from docscheck.checkers import provisional_stay
from docscheck.document import Part
from docscheck.finding import Context, Issue, Kind, Known, ValueOrigin, Where
from docscheck.profile import Declared
from tests.drawn_papers import pdf, report_on, specimen, told, types_in
from tests.literal import TODAY, file, folder, part, proven

VALID = proven("expiry_date", "2027-03-01")
OVER = proven("expiry_date", "2026-10-01")
SETTINGS = provisional_stay.Settings()


def judge(*marks: str, beside: Part | None = None, nationality: str = "SEN") -> list[Issue]:
    receipt = part("residence_receipt", marks=marks)
    dossier = folder(file("a.pdf", receipt), file("b.pdf", beside or part("rib")))
    known = {"nationality": Known(nationality, ValueOrigin.INFERRED)}
    context = Context(TODAY, known)
    return list(provisional_stay.check(dossier.documents[0], dossier, SETTINGS, context))


@pytest.mark.parametrize("kind", ["visa", "residence_permit"])
def test_beside_a_visa_or_permit_that_is_valid_it_is_no_matter(kind: str) -> None:
    assert judge("recepisse", beside=part(kind, VALID)) == []


def test_of_a_protected_person_it_is_taken() -> None:
    dossier = folder(file("a.pdf", part("residence_receipt", marks=("recepisse",))))
    context = Context(TODAY, {"situation": Known("refugee", ValueOrigin.INFERRED)})
    assert list(provisional_stay.check(dossier.documents[0], dossier, SETTINGS, context)) == []


def test_an_algerian_is_sent_with_a_receipt() -> None:
    assert judge("recepisse", nationality="DZA") == []


@pytest.mark.parametrize(
    ("marks", "case"),
    [
        ((), ""),
        (("recepisse",), "recepisse"),
        (("recepisse", "prolongation"), "prolongation"),
        (("provisional_authorisation",), "provisional_authorisation"),
        (("favourable",), "favourable"),
        (("recepisse", "filed"), "recepisse"),
        (("filed",), "filed"),
    ],
)
def test_alone_it_is_for_review_by_what_it_is(marks: tuple[str, ...], case: str) -> None:
    assert judge(*marks) == [
        Issue("validity.provisional_stay", Kind.REVIEW, Where("a.pdf", 1), case, {}, "d1")
    ]


def test_a_permit_that_is_over_does_not_help_and_a_filing_helps_nobody() -> None:
    assert len(judge("recepisse", beside=part("residence_permit", OVER))) == 1
    assert len(judge("filed", nationality="DZA")) == 1


# ---- drawn, and read by the whole pipeline ------------------------------------------------------

FAVOURABLE = """Direction générale des étrangers en France
Nom : SPECIMEN    Prénoms : Lina    Né(e) le : 03/05/2002
Nationalité : sénégalaise    Numéro étranger : 9912345678
Une décision favorable a été prise sur votre demande de titre de séjour.
Votre carte de séjour est en cours de fabrication."""
FILED = """Préfecture du Rhône - bureau du séjour
Nom : SPECIMEN    Prénoms : Lina    Né(e) le : 03/05/2002
Nationalité : sénégalaise    Numéro étranger : 9912345678
Vous avez déposé une demande de titre de séjour le 12/11/2026.
Le présent document ne constitue pas un récépissé et ne vaut pas autorisation de séjour."""


def stay_of(papers: dict[str, bytes], nationality: str = "SEN") -> tuple[list[str], str]:
    report = report_on(papers, Declared(nationality=nationality, stage="completion"))
    status = {requirement.id: requirement.status.value for requirement in report.requirements}
    return told(report, "validity.provisional_stay"), status["stay"]


@pytest.mark.parametrize(
    ("name", "case"),
    [("receipt_recepisse", "recepisse"), ("receipt_prolongation", "prolongation")],
)
def test_drawn_receipts_leave_the_stay_doubtful(name: str, case: str) -> None:
    papers = {"papier.pdf": specimen(name, nationality="SEN")}
    assert stay_of(papers) == ([f"validity.provisional_stay.{case}"], "doubtful")


def test_a_drawn_receipt_of_an_algerian_satisfies() -> None:
    papers = {"papier.pdf": specimen("receipt_recepisse", nationality="DZA")}
    assert stay_of(papers, "DZA") == ([], "satisfied")


@pytest.mark.parametrize(
    ("heading", "lines", "case"),
    [
        ("ATTESTATION DE DÉCISION FAVORABLE", FAVOURABLE, "favourable"),
        ("ATTESTATION DE DÉPÔT D'UNE DEMANDE DE TITRE DE SÉJOUR", FILED, "filed"),
    ],
)
def test_a_decision_and_a_filing_are_told_apart(heading: str, lines: str, case: str) -> None:
    papers = {"papier.pdf": pdf(heading, lines)}
    assert types_in(report_on(papers)) == ["residence_receipt"]
    assert stay_of(papers) == ([f"validity.provisional_stay.{case}"], "doubtful")

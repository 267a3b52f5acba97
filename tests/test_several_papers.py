"""One PDF of several papers, printed by a computer: cut where a paper ends, not within one."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from docscheck.examine import Examiner
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from tests.literal import TODAY

Sheet = tuple[str, str]
"""A heading, or none, and the lines below it."""

CERTIFICATE: Sheet = (
    "CERTIFICAT DE SCOLARITÉ",
    "Université de Nulleville - service de la scolarité\n"
    "Je soussigné certifie que Ali HADDAD né le 04/05/2003 est inscrit pour\n"
    "l'année universitaire 2026-2027 en première année de licence de droit.\n"
    "Il est tenu de suivre les enseignements prévus par le règlement des études.",
)
REGULATIONS: Sheet = (
    "",
    "Les étudiants se présentent aux examens munis de leur carte et d'une pièce.\n"
    "Toute absence est justifiée auprès du secrétariat dans un délai de huit jours.\n"
    "Les dates des sessions sont affichées un mois avant leur début à la faculté.",
)
LAST_PAGE: Sheet = ("Voies et délais de recours", REGULATIONS[1] + "\nPage 2/2")
PACKING_LIST: Sheet = (
    "Liste pour le déménagement",
    "Deux casseroles, une poêle, quatre assiettes, six verres et des couverts\n"
    "Draps, couverture, deux oreillers, serviettes et un tapis de bain bleu\n"
    "Lampe de bureau, rallonge de trois mètres, ampoules et un petit tournevis",
)


def rib(holder: str, iban: str) -> Sheet:
    lines = ("Domiciliation : agence de Nulleville", f"Titulaire du compte : {holder}")
    return "RELEVÉ D'IDENTITÉ BANCAIRE", "\n".join((*lines, f"IBAN : {iban}", "BIC : AGRIFRPP"))


def pdf(*sheets: Sheet) -> bytes:
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=A4)
    for heading, lines in sheets:
        page.setFont("Helvetica-Bold", 18)
        page.drawString(30 * mm, 265 * mm, heading)
        page.setFont("Helvetica", 10)
        for number, line in enumerate(lines.split("\n")):
            page.drawString(30 * mm, (245 - 7 * number) * mm, line)
        page.showPage()
    page.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "none", TODAY))


def cut(examiner: Examiner, *sheets: Sheet) -> list[tuple[str | None, tuple[int, ...]]]:
    parts = examiner.examine(pdf(*sheets), "pdf").examined.parts
    return [(part.classification.type, part.pages) for part in parts]


@pytest.mark.parametrize("second", [REGULATIONS, LAST_PAGE])
def test_a_certificate_of_two_pages_stays_one(examiner: Examiner, second: Sheet) -> None:
    assert cut(examiner, CERTIFICATE, second) == [("school_certificate", (1, 2))]


def test_another_paper_behind_it_is_no_second_page(examiner: Examiner) -> None:
    assert cut(examiner, CERTIFICATE, PACKING_LIST) == [("school_certificate", (1,)), (None, (2,))]


def test_accounts_of_two_people_are_two_papers(examiner: Examiner) -> None:
    one = rib("M ALI HADDAD", "FR76 3000 6000 0112 3456 7890 189")
    without_iban = rib("MME ZOE MARTINET", "non communiqué")
    assert cut(examiner, one, without_iban) == [("rib", (1,)), ("rib", (2,))]

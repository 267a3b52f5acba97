"""Types and formats: `recognised`, `look_alike`, `document_format`."""

from __future__ import annotations

import pytest

from docscheck.checkers import document_format, look_alike, recognised
from docscheck.document import Folder, Measures
from docscheck.finding import Context, Issue, Kind, Term, Where
from docscheck.messages import LANGUAGES, sentences
from docscheck.scripts import SCRIPTS
from tests.drawn_papers import pdf, report_on, specimen, told
from tests.literal import TODAY, file, folder, page, part

CONTEXT = Context(TODAY)
BANK = look_alike.Settings("bank_details", "rib")


def known(dossier: Folder) -> list[Issue]:
    subject = dossier.documents[0]
    return list(recognised.check(subject, dossier, recognised.Settings(), CONTEXT))


def alike(dossier: Folder, settings: look_alike.Settings) -> list[Issue]:
    return list(look_alike.check(dossier.documents[0], dossier, settings, CONTEXT))


def formatted(path: str, media_type: str, kind: str | None, **settings: object) -> list[Issue]:
    dossier = folder(file(path, part(kind), media_type=media_type))
    policy = document_format.Settings(**settings)  # type: ignore[arg-type]  # as from a rule file
    return list(document_format.check(dossier.documents[0], dossier, policy, CONTEXT))


def test_a_recognised_document_passes() -> None:
    assert known(folder(file("a.pdf", part("rib")))) == []


def test_a_blank_page_is_not_called_unrecognised() -> None:
    blank = page(measures=Measures(ink=0.0, word_count=0))
    assert known(folder(file("a.pdf", part(None), pages=[blank]))) == []


def test_an_unrecognised_document_is_for_review() -> None:
    assert known(folder(file("a.pdf", part(None, nearest=("visa", 0.2))))) == [
        Issue("document.unrecognised", Kind.REVIEW, Where("a.pdf", 1), "", {}, "d1")
    ]


def test_a_likeness_worth_naming_is_named() -> None:
    params = {"nearest": Term("type", "visa")}
    assert known(folder(file("a.pdf", part(None, nearest=("visa", 0.45))))) == [
        Issue("document.unrecognised", Kind.REVIEW, Where("a.pdf", 1), "like", params, "d1")
    ]


def test_a_picture_nobody_could_read_is_unchecked() -> None:
    unread = page(text_read=False)
    assert known(folder(file("a.jpg", part(None), pages=[unread]))) == [
        Issue("document.unrecognised", Kind.UNCHECKED, Where("a.jpg", 1), "unread", {}, "d1")
    ]


def test_letters_that_cannot_be_read_here_are_named_with_what_reads_them() -> None:
    foreign = page(script="Grek")
    params = {"script": Term("word", "script_grek"), "packages": ("tesseract-ocr-ell",)}
    assert known(folder(file("a.pdf", part(None), pages=[foreign]))) == [
        Issue("document.unrecognised", Kind.UNCHECKED, Where("a.pdf", 1), "script", params, "d1")
    ]
    assert known(folder(file("a.pdf", part("rib"), pages=[foreign]))) == []


def test_every_script_has_its_name_in_both_languages() -> None:
    for language in LANGUAGES:
        words = sentences(language)["words"]
        assert [s.code for s in SCRIPTS if f"script_{s.code.lower()}" not in words] == []


def test_a_look_alike_names_what_to_send_instead() -> None:
    params = {
        "type": Term("type", "bank_statement"),
        "requirement": Term("requirement", "bank_details"),
        "instead": Term("type", "rib"),
    }
    assert alike(folder(file("a.pdf", part("bank_statement"))), BANK) == [
        Issue("document.look_alike", Kind.FAIL, Where("a.pdf", 1), "bank_statement", params, "d1")
    ]


def test_a_look_alike_that_is_not_certain_is_for_review() -> None:
    strict = look_alike.Settings("bank_details", "rib", min_score=0.99)
    found = alike(folder(file("a.pdf", part("bank_statement"))), strict)
    assert [(issue.rule, issue.kind) for issue in found] == [("document.look_alike", Kind.REVIEW)]


def test_a_paper_that_goes_with_another_passes_beside_it() -> None:
    settings = look_alike.Settings(
        "civil_status", "birth_certificate", beside=("birth_certificate",)
    )
    both = folder(file("a.pdf", part("apostille")), file("b.pdf", part("birth_certificate")))
    assert alike(both, settings) == []
    assert len(alike(folder(file("a.pdf", part("apostille"))), settings)) == 1


CHEQUE = look_alike.Marked("bank_details", "rib")


def test_a_type_that_is_asked_for_passes_without_the_mark() -> None:
    marked = look_alike.Settings(marked={"hospital": CHEQUE}, only_marked=True)
    assert alike(folder(file("a.pdf", part("birth_certificate", marks=("extract",)))), marked) == []


def test_a_mark_tells_what_was_received_and_is_for_review() -> None:
    marked = look_alike.Settings(marked={"cheque": CHEQUE}, only_marked=True)
    params = {
        "type": Term("type", "other"),
        "requirement": Term("requirement", "bank_details"),
        "instead": Term("type", "rib"),
    }
    dossier = folder(file("a.pdf", part("other", marks=("cheque",))))
    assert alike(dossier, marked) == [
        Issue("document.look_alike", Kind.REVIEW, Where("a.pdf", 1), "cheque", params, "d1")
    ]
    told = recognised.Settings(told=("cheque",))
    assert list(recognised.check(dossier.documents[0], dossier, told, CONTEXT)) == []


def test_a_mark_does_not_soften_a_type_that_is_a_look_alike() -> None:
    statement = look_alike.Settings("bank_details", "rib", marked={"transfer": CHEQUE})
    found = alike(folder(file("a.pdf", part("bank_statement", marks=("transfer",)))), statement)
    assert [(issue.kind, issue.case) for issue in found] == [(Kind.FAIL, "transfer")]


def test_a_paper_nobody_asks_for_is_irrelevant() -> None:
    params = {"type": Term("type", "proof_of_address")}
    assert alike(folder(file("a.pdf", part("proof_of_address"))), look_alike.Settings()) == [
        Issue("document.irrelevant", Kind.FAIL, Where("a.pdf", 1), "", params, "d1")
    ]


CARD = """DEBIT  CB  sans contact
4970 1012 3456 7890
EXPIRE FIN 12/28   VALID THRU
MME LINA SPECIMEN
VISA"""
TRANSFER = """Virement effectué le 12/11/2026
Montant du virement : 250,00 EUR
Bénéficiaire : Lina SPECIMEN
IBAN du bénéficiaire : FR76 3000 4000 0312 3456 7890 143
Donneur d'ordre : Paul SPECIMEN"""
CHEQUE_FORM = """Payez contre ce chèque non endossable sauf au profit d'une banque
la somme de deux cents euros          EUR 200,00
à l'ordre de
Payable en France - 12 rue du Test 75000 PARIS
Chèque n° 0001234   (42)   compensable à Paris"""
LEAVING = """St. Example High School, Pune
Name of the pupil: Lina SPECIMEN
Date of birth as per school register: 03/05/1998
Date of leaving: 31/05/2016   Conduct: good"""
OATH = """I, John SPECIMEN, son of Paul SPECIMEN, do hereby solemnly affirm and declare that
my daughter Emily SPECIMEN was born on 3 May 1998 at Pune, and that her birth
could not be registered at the time. Deponent: John SPECIMEN
Sworn before me at Pune, Notary, Government of India"""
WARD = """This certifies that Emily SPECIMEN was born in this hospital
Date of birth: 3 May 1998 at 2:27 am   Sex: Female   Weight: 7 lb 3 oz
Mother: Anna SPECIMEN    Father: John SPECIMEN"""
MIDWIFE = """Hôpital de la Mère et de l'Enfant - Service de maternité
Je soussignée, sage-femme, certifie que Mme SPECIMEN Awa a accouché le 3 mai 1998
à 2 h 27 d'un enfant de sexe féminin, vivant, prénommé Mariam.
Père : SPECIMEN Ousmane
Fait à Bamako, le 5 mai 1998"""


@pytest.mark.parametrize(
    ("heading", "lines", "received"),
    [
        ("BANQUE EXEMPLE", CARD, "bank_card"),
        ("Confirmation de virement", TRANSFER, "transfer"),
        ("Banque Exemple", CHEQUE_FORM, "cheque"),
        ("SCHOOL LEAVING CERTIFICATE", LEAVING, "school_paper"),
        ("AFFIDAVIT OF BIRTH", OATH, "affidavit"),
        ("HOSPITAL BIRTH CERTIFICATE", WARD, "hospital"),
        ("CERTIFICAT D'ACCOUCHEMENT", MIDWIFE, "hospital"),
    ],
)
def test_drawn_look_alikes_are_named_and_never_satisfy(
    heading: str, lines: str, received: str
) -> None:
    report = report_on({"papier.pdf": pdf(heading, lines)})
    assert told(report, "document") == [f"document.look_alike.{received}"]
    assert {r.status for r in report.requirements if r.id != "identity"} & {"satisfied"} == set()


@pytest.mark.parametrize(
    ("template", "received"),
    [
        ("other.payment_receipt", "payment_receipt"),
        ("other.timetable_english", "timetable"),
        ("cvec_attestation.crous", "cvec_attestation"),
        ("admission_letter.pre_enrolment", "admission_letter"),
        ("transcript.releve", "transcript"),
        ("bank_statement.monthly", "bank_statement"),
    ],
)
def test_specimens_of_look_alikes_say_what_they_are(template: str, received: str) -> None:
    report = report_on({"papier.pdf": specimen(template)})
    assert told(report, "document.look_alike") == [f"document.look_alike.{received}"]


def test_a_pdf_passes_everywhere_and_an_id_photo_may_be_a_jpeg() -> None:
    photo = ("application/pdf", "image/jpeg")
    assert formatted("a.pdf", "application/pdf", "passport", pdf_required=True) == []
    assert formatted("a.jpg", "image/jpeg", "id_photo", accepted=photo) == []
    assert formatted("a.jpg", "image/jpeg", None) == []


def test_identity_in_another_format_breaks_the_portals_own_rule() -> None:
    params = {"type": Term("type", "passport"), "format": "JPEG"}
    assert formatted("a.jpg", "image/jpeg", "passport", pdf_required=True) == [
        Issue("format.pdf_required", Kind.FAIL, Where("a.jpg"), "", params, "d1")
    ]


def test_other_papers_only_had_better_be_pdf() -> None:
    params = {"type": Term("type", "rib"), "format": "PNG"}
    assert formatted("a.png", "image/png", "rib") == [
        Issue("format.media_type", Kind.FAIL, Where("a.png"), "", params, "d1")
    ]

"""Cards without a title and papers sent in place of others, told by what such papers say."""

from __future__ import annotations

import pytest

from docscheck.classify import PageEvidence, classify
from docscheck.classify.score import vocabulary_of
from docscheck.rulebook.load import load
from tests.readers.printed import page

RULES = load()
WORDS = vocabulary_of(RULES.types)


def taken_for(text: str, *, card: bool = False) -> str | None:
    evidence = PageEvidence(text=page(text), is_card=card)
    return classify(evidence, RULES.types, WORDS, RULES.portal.classify).type


@pytest.mark.parametrize(
    ("text", "card", "kind"),
    [
        (
            "Adresse : 4 PLACE DU MARCHÉ\nANGERS (49)\nCarte valable jusqu'au : 03.04.2033\n"
            "délivrée le : 04.04.2018\npar : PRÉFECTURE (49)\nSignature de l'autorité :",
            True,
            "national_id_card",
        ),
        (
            "Responsabilité civile étudiant\nSouscripteur\nAli HADDAD\nN°\n55012\nJusqu'au\n"
            "31/08/2027",
            False,
            "insurance_attestation",
        ),
        (
            "Université de Nulleville\nBienvenue parmi nos futurs étudiants\n"
            "Ali HADDAD, vous êtes admis !\nRendez-vous à la rentrée pour votre inscription",
            False,
            "admission_letter",
        ),
        (
            "CONDITIONAL OFFER OF ADMISSION\n"
            "This document certifies that the candidate has been accepted. It is issued for the\n"
            "visa application and is not a certificate of enrolment.\n"
            "Candidate HADDAD Ali\nProgramme Master 1\nAcademic year 2026-2027",
            False,
            "admission_letter",
        ),
        (
            "CAF de Nulleville\nN° allocataire : 0012345\nVotre aide au logement (APL)\n"
            "Montant de l'aide versée à votre bailleur pour le logement du 4 rue Haute : 187 €",
            False,
            "other",
        ),
    ],
)
def test_each_is_known_by_what_papers_of_its_kind_say(text: str, card: bool, kind: str) -> None:
    assert taken_for(text, card=card) == kind


def test_a_childs_page_of_a_family_book_is_no_birth_record() -> None:
    text = (
        "DEUXIÈME ENFANT\nExtrait de l'acte de naissance n° 12\nLe : trois mars deux mille cinq\n"
        "est né(e) à : Nulleville\nNom : HADDAD\nPrénoms : Ali\nde (père) : Omar HADDAD\n"
        "et de (mère) : Zoé MARTIN\nL'officier de l'état civil"
    )
    assert taken_for(text) == "family_record_book"


def test_a_card_with_a_date_of_birth_is_no_birth_record() -> None:
    text = (
        "École de Nulleville\nAnnée universitaire 2026-2027\nHADDAD\nAli\n"
        "Date de naissance : 11/04/2002\nN° étudiant : 20786207"
    )
    assert taken_for(text) != "birth_certificate"


@pytest.mark.parametrize(
    "text",
    [
        "Moi, Ngozi EZE, mère de Chidi OKAFOR, né le 3 mai 2012, je donne l'autorisation à mon\n"
        "enfant de s'inscrire à la sécurité sociale. Copie de ma carte d'identité ci-jointe.\n"
        "Avec mes salutations",
        "Je scussigne Ngozi EZE, dcnne l'autorisation à nen enfant, qui a nains de 16 ans, de\n"
        "s'inscrire à la sécurité sccinle et joins na carte d'identité.\n"
        "Veuillez agréer nes salutations distinguées",
    ],
)
def test_a_letter_that_speaks_of_a_card_is_none(text: str) -> None:
    assert taken_for(text) == "parental_authorization"


def test_a_letter_by_hand_is_known_by_the_words_that_were_read() -> None:
    text = (
        "Kirill EUTZNETSOV\nSe donne ren accord pur que na fille / non Fils Anastasia,\n"
        "nineurte), née le 1er mars, sait inscrit(e) à la Sécurité sccinle des étudiants."
    )
    assert taken_for(text) == "parental_authorization"

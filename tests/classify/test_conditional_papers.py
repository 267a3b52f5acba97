"""Papers asked of some only: known by what all of them say, kept apart from what resembles them."""

from __future__ import annotations

import pytest

from docscheck.classify import PageEvidence, classify
from docscheck.classify.score import vocabulary_of
from docscheck.rulebook.load import load
from tests.readers.printed import page

RULES = load()
VOCABULARY = vocabulary_of(RULES.types)


def taken_for(text: str, **more: bool) -> str | None:
    evidence = PageEvidence(page(text), **more)  # type: ignore[arg-type]
    return classify(evidence, RULES.types, VOCABULARY, RULES.portal.classify).type


PARAGRAPHS = "\n".join(
    f"phrase courante du document, ligne {n} sans rien de propre" for n in range(40)
)

S1_ENGLISH = """
S1      Coordination of Social Security Systems
Registering for healthcare cover
EU Regulations 883/04 and 987/09 (*)
1. PERSONAL DETAILS OF THE HOLDER
1.1 Personal Identification Number      1.2 Surname
5. INSTITUTION COMPLETING THE FORM
"""
S1_GERMAN = """
Koordinierung der Systeme der sozialen Sicherheit                S1
Bescheinigung des Anspruchs auf Sachleistungen
EU-Verordnungen 883/04 und 987/09
1. ANGABEN ZUR PERSON DES INHABERS
1.2 Nachname    1.3 Vornamen    1.5 Geburtsdatum
"""
S1_SPANISH = """
Coordinación de los sistemas de Seguridad Social          S1
Inscripción para la cobertura de asistencia sanitaria
Reglamentos UE 883/04 y 987/09
1. DATOS PERSONALES DEL TITULAR
"""
S1_NO_TITLE = """
Certificat valable en France, délivré au titre des règlements (CE) n° 883/2004 et 987/2009
Document portable S1
Le titulaire a droit aux prestations en nature dans l'État de résidence
Institution compétente : AOK Nordost
"""
A1 = """
A1      Coordination of Social Security Systems
Certificate concerning the social security legislation which applies to the holder
EU Regulations 883/04 and 987/09
1. PERSONAL DETAILS OF THE HOLDER
"""
EHIC_POLISH = """
EUROPEJSKA KARTA UBEZPIECZENIA ZDROWOTNEGO         PL
3. Nazwisko
NOWAK
4. Imiona                  5. Data urodzenia
MARTA                      09/10/2003
"""
PRC = """
PROVISIONAL REPLACEMENT CERTIFICATE OF THE EUROPEAN HEALTH INSURANCE CARD
as defined in Annex 2 to Decision No S2
3. Name : HOLM      4. Given names : IDA
9. Expiry date / to : 31/08/2027
"""
FREE_LETTER = """
Samir BENALI
12 rue des Lilas, 31000 Toulouse

Je soussigné Samir BENALI, père et représentant légal de Lina BENALI, née le 3 mai 2011,
l'autorise à effectuer seule les démarches d'affiliation auprès de l'Assurance Maladie.
Fait à Toulouse, le 2 octobre 2026
"""
PARENTAL_ENGLISH = """
Parental consent
We, the undersigned, parents of Emma VAN DER BERG, a minor born on 4 May 2011,
hereby consent to her registration with the French health insurance.
"""
PARENTAL_GERMAN = """
Einverständniserklärung der Eltern
Hiermit erkläre ich mich einverstanden, dass meine Tochter Lena FUCHS sich bei der
französischen Krankenversicherung anmeldet.
"""
PARENTAL_FORM = """
ATTESTATION D'AUTORISATION PARENTALE
Je soussigné(e), Nom et prénom du représentant légal : Anna ROSSI
autorise mon enfant mineur
Nom de l'enfant : ROSSI          Prénom : Sofia
à s'inscrire à la sécurité sociale
"""
LEAVING_THE_COUNTRY = """
AUTORISATION DE SORTIE DU TERRITOIRE D'UN MINEUR NON ACCOMPAGNÉ
Nom et prénom de l'enfant
titulaire de l'autorité parentale
"""
SPONSOR = """
DÉCLARATION SUR L'HONNEUR
Je soussigné Marc DURIEUX, déclare prendre en charge les frais de séjour de ma fille
Julie DURIEUX et lui verser chaque mois la somme de 700 euros pendant ses études.
"""
OWN_RESOURCES = """
Attestation sur l'honneur
Je soussignée Marta NOWAK atteste sur l'honneur disposer de ressources suffisantes pour
subvenir à mes besoins durant l'année universitaire 2026-2027.
"""
SCHOLARSHIP = """
TO WHOM IT MAY CONCERN
This is to certify that Ms Ida HOLM has been awarded a scholarship of EUR 800 per month
for her studies in France. Monthly scholarship payments start in September 2026.
"""
CROUS = """
CROUS de Lyon
NOTIFICATION DE BOURSE SUR CRITÈRES SOCIAUX
Vous bénéficiez d'une bourse d'un montant de 454 euros par mois
"""
RENT = """
QUITTANCE DE LOYER
Le bailleur déclare avoir reçu de Mme Ida HOLM la somme de 700 euros par mois au titre du loyer
"""
QUEBEC = """
SE 401-Q-102 bis
PROTOCOLE D'ENTENTE RELATIF À LA PROTECTION SOCIALE DES ÉLÈVES ET ÉTUDIANTS
Régie de l'assurance maladie du Québec
Nom : TREMBLAY     Prénom : Léa
"""
QUEBEC_MISREAD = """
Entente de sécurité sociale entre la France et le Québec
Protocole d'entente, protection sociale des étudiants
Régie de l'assurance maladie du Québec    Numéro d'assurance maladie : TREL 0451 0212
Établissement d'accueil : Université de Nantes
"""
PROVISIONAL = """
l'Assurance Maladie
Attestation provisoire de droits à l'assurance maladie
Votre immatriculation est en cours. Numéro d'identifiant d'attente : 8 04 10 99 350 123 45
"""
RIGHTS = """
ATTESTATION DE DROITS À L'ASSURANCE MALADIE
CPAM de la Haute-Garonne   Régime général   Code gestion 10
Bénéficiaires    N° d'immatriculation
"""
VITALE_UNTITLED = """Caisse primaire d'assurance maladie de Nulleville
N° de sécurité sociale : 2 03 05 99 350 123 45
HADDAD Zoé
Pour votre carte Vitale, il nous faut une photo récente
Coller ici
la photo
Signez dans le cadre, sans en sortir
À retourner dans l'enveloppe fournie
"""
VITALE = """
Votre demande de carte Vitale
Collez ici votre photo d'identité, signez dans le cadre et joignez la copie de votre
pièce d'identité. Retournez ce formulaire au centre de traitement.
"""
BOOTH = """
ePhoto
Code photo-signature numérique : AB12 CD34 EF56 GH78 IJ90 KL
Cabine agréée, norme ISO/IEC 19794-5
"""
LIST_OF_PAPERS = """
Pièces à joindre :
Autorisation parentale pour les mineurs
Formulaire S1 ou carte européenne
Attestation de ressources
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (S1_ENGLISH, "s1_form"),
        (S1_GERMAN, "s1_form"),
        (S1_SPANISH, "s1_form"),
        (S1_NO_TITLE, "s1_form"),
        (EHIC_POLISH, "ehic"),
        (PRC, "ehic"),
        (FREE_LETTER, "parental_authorization"),
        (PARENTAL_ENGLISH, "parental_authorization"),
        (PARENTAL_GERMAN, "parental_authorization"),
        (PARENTAL_FORM, "parental_authorization"),
        (SPONSOR, "resources_attestation"),
        (OWN_RESOURCES, "resources_attestation"),
        (SCHOLARSHIP, "resources_attestation"),
        (CROUS, "resources_attestation"),
        (QUEBEC, "quebec_form"),
        (QUEBEC_MISREAD, "quebec_form"),
        (PROVISIONAL, "provisional_certificate"),
        (RIGHTS, "entitlement_certificate"),
        (VITALE, "vitale_form"),
        (VITALE_UNTITLED, "vitale_form"),
        (BOOTH, "id_photo"),
    ],
)
def test_each_is_known_by_what_papers_of_its_kind_say(text: str, kind: str) -> None:
    assert taken_for(text) == kind


def test_a_picture_that_is_a_face_is_a_photo() -> None:
    assert taken_for("", is_portrait=True) == "id_photo"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (A1, "s1_form"),
        ("Relevé de notes\nSemestre S1    Semestre S2", "s1_form"),
        (LEAVING_THE_COUNTRY, "parental_authorization"),
        (FREE_LETTER, "resources_attestation"),
        (SPONSOR, "parental_authorization"),
        (RENT, "resources_attestation"),
        (LIST_OF_PAPERS, "parental_authorization"),
        (LIST_OF_PAPERS, "s1_form"),
        (LIST_OF_PAPERS, "resources_attestation"),
        (PARAGRAPHS + LIST_OF_PAPERS, "parental_authorization"),
        (PARAGRAPHS + LIST_OF_PAPERS, "s1_form"),
        (PARAGRAPHS + LIST_OF_PAPERS, "resources_attestation"),
        ("ACTE DE NAISSANCE\nDirecteur de l'état civil du Québec\nnom de la mère", "quebec_form"),
        (
            "Demande de passeport\nPièces justificatives : photo d'identité conforme, code photo",
            "id_photo",
        ),
        ("Carte européenne d'assurance maladie\nRèglement 883/2004", "s1_form"),
        ("Vous pourrez demander une carte Vitale\n" + PARAGRAPHS, "vitale_form"),
        (
            "Assurance Maladie\nVotre carte Vitale est arrivée\nVous la trouverez ci-jointe. Elle "
            "porte votre photo, votre signature et votre numéro de sécurité sociale.",
            "vitale_form",
        ),
    ],
)
def test_what_resembles_them_is_not_taken_for_them(text: str, kind: str) -> None:
    assert taken_for(text) != kind

"""School and bank papers, and what is sent in their place: each in several wordings."""

import pytest

from docscheck.classify.score import PageEvidence, classify, vocabulary_of
from docscheck.readers import iban
from docscheck.readers.interface import Reading
from docscheck.rulebook.load import load
from tests.readers.printed import TODAY, page

RULES = load()
WORDS = vocabulary_of(RULES.types)


def type_of(text: str) -> str | None:
    text_of_page = page(text)
    numbers = iban.read(Reading((text_of_page,), TODAY), "iban", iban.Settings())
    evidence = PageEvidence(text=text_of_page, has_iban=next(numbers, None) is not None)
    return classify(evidence, RULES.types, WORDS, RULES.portal.classify).type


@pytest.mark.parametrize(
    "text",
    [
        (
            "REÇU DE PAIEMENT\n"
            "Université de Lille - droits d'inscription\n"
            "Étudiant : Ali HADDAD N° étudiant 22101234\n"
            "Année universitaire 2026-2027 Master 1 Droit\n"
            "Montant payé : 243,00 EUR le 12/09/2026 par carte"
        ),
        (
            "EMPLOI DU TEMPS\n"
            "Université de Lille\n"
            "Licence 2 Droit - Semestre 3\n"
            "Lundi 8h-10h Droit civil\n"
            "Mardi 10h-12h Droit public\n"
            "Année universitaire 2026-2027"
        ),
        (
            "CONVENTION DE STAGE\n"
            "entre l'université de Lille et l'entreprise\n"
            "L'étudiant : Ali HADDAD inscrit en Master 1\n"
            "année universitaire 2026-2027 gratification"
        ),
        (
            "CROUS DE LILLE\n"
            "Notification conditionnelle de bourse\n"
            "Année universitaire 2026-2027\n"
            "Vous êtes inscrit en Licence échelon 3"
        ),
        (
            "CONVOCATION AUX EXAMENS\n"
            "Université de Lille\n"
            "M. Ali HADDAD est convoqué aux épreuves, session 1, Licence 2, année "
            "universitaire 2026-2027"
        ),
        (
            "ATTESTATION DE RÉUSSITE\n"
            "Le président de l'université certifie que M. Ali HADDAD a obtenu le diplôme de "
            "Licence mention Droit, session juin 2026"
        ),
        (
            "ATTESTATION D'ACQUITTEMENT DE LA CVEC\n"
            "Le CROUS certifie que Ali HADDAD s'est acquitté de la contribution vie "
            "étudiante et de campus année universitaire 2026-2027 INE 0123456789A"
        ),
        (
            "CARTE D'ÉTUDIANT\n"
            "Université de Lille\n"
            "HADDAD Ali\n"
            "N° étudiant 22101234\n"
            "INE 0123456789A\n"
            "2026-2027"
        ),
        (
            "RELEVÉ DE NOTES\n"
            "Université de Lille\n"
            "Licence 2 Droit année universitaire 2025-2026\n"
            "HADDAD Ali\n"
            "UE Droit civil 12,5 ECTS 6\n"
            "Moyenne 12,4 Admis mention assez bien\n"
            "Résultat semestre"
        ),
        (
            "ATTESTATION DE RESSOURCES\n"
            "Je soussigné Karim HADDAD atteste prendre en charge mon fils Ali HADDAD, "
            "étudiant inscrit à l'université de Lille pour l'année universitaire 2026-2027, "
            "ressources suffisantes"
        ),
    ],
)
def test_no_certificate(text: str) -> None:
    assert type_of(text) != "school_certificate"


@pytest.mark.parametrize(
    "text",
    [
        (
            "RELEVÉ DE COMPTE\n"
            "M. Ali HADDAD\n"
            "IBAN FR76 3000 1000 0100 0000 0000 053\n"
            "Date Libellé Débit Crédit\n"
            "01/09 Solde précédent 120,00\n"
            "03/09 PRELEVEMENT EDF 45,00\n"
            "Nouveau solde 75,00"
        ),
        (
            "ORDRE DE VIREMENT\n"
            "Bénéficiaire : Ali HADDAD\n"
            "IBAN FR76 3000 1000 0100 0000 0000 053\n"
            "BIC FICTFRPP\n"
            "Montant du virement 100,00 EUR\n"
            "Date d'exécution 12/09/2026"
        ),
        (
            "MANDAT DE PRÉLÈVEMENT SEPA\n"
            "Référence unique du mandat 123\n"
            "Identifiant créancier SEPA FR12ZZZ\n"
            "Débiteur Ali HADDAD\n"
            "IBAN FR76 3000 1000 0100 0000 0000 053\n"
            "BIC FICTFRPP"
        ),
        (
            "FACTURE\n"
            "Opérateur mobile\n"
            "Montant TTC 19,99 EUR\n"
            "IBAN FR76 3000 1000 0100 0000 0000 053 BIC FICTFRPP\n"
            "Client Ali HADDAD\n"
            "à payer avant le 12/10/2026"
        ),
        (
            "Avis d'échéance de loyer\n"
            "Locataire Ali HADDAD\n"
            "Loyer 400 EUR\n"
            "IBAN du bailleur FR76 3000 1000 0100 0000 0000 053\n"
            "BIC FICTFRPP"
        ),
    ],
)
def test_no_rib(text: str) -> None:
    assert type_of(text) != "rib"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Université de Lille\n"
            "Objet : votre admission\n"
            "Madame, nous avons le plaisir de vous informer que votre candidature en Master "
            "1 Droit a été retenue pour l'année universitaire 2026-2027. Vous devrez "
            "procéder à votre inscription administrative avant le 15 juillet. Un certificat "
            "de scolarité vous sera remis une fois inscrite."
        ),
        (
            "ATTESTATION DE PRÉ-INSCRIPTION\n"
            "L'université de Nîmes atteste que M. Ali Haddad est autorisé à s'inscrire en "
            "Licence 1 pour l'année universitaire 2026-2027. Cette attestation ne vaut pas "
            "inscription."
        ),
        (
            "Conditional offer of admission\n"
            "Dear Ms Wong, We are pleased to offer you a place in the MBA programme, "
            "academic year 2026-2027, subject to proof of English. Please confirm your place "
            "before 1 June."
        ),
        (
            "École supérieure du bois\n"
            "LETTRE D'ACCEPTATION\n"
            "Nous confirmons que Mme Ito Emi est acceptée dans notre programme Bachelor. Son "
            "inscription deviendra définitive après paiement des frais de scolarité."
        ),
        (
            "Accord préalable d'inscription\n"
            "Campus France\n"
            "L'établissement a accepté votre candidature en Licence 3 Informatique 2026-2027"
        ),
        (
            "ATTESTATION D'ADMISSION\n"
            "Je soussigné, directeur de l'IUT, certifie que M. Paul NGONO est admis en "
            "première année de BUT GEA pour l'année universitaire 2026/2027 sous réserve de "
            "l'obtention du baccalauréat"
        ),
    ],
)
def test_admission_letter(text: str) -> None:
    assert type_of(text) == "admission_letter"


@pytest.mark.parametrize(
    "text",
    [
        (
            "UNIVERSITÉ DE BREST\n"
            "Direction des études\n"
            "CERTIFICAT DE SCOLARITÉ\n"
            "Année universitaire 2026/2027\n"
            "Je soussignée, Mme Anne LE GALL, certifie que\n"
            "Monsieur Paul DURAND\n"
            "né le 12/03/2002 à Quimper\n"
            "est inscrit en Master 1 Biologie\n"
            "N° étudiant : 22101234"
        ),
        (
            "Lycée Jean Zay\n"
            "ATTESTATION DE SCOLARITÉ\n"
            "Le proviseur atteste que l'élève Mina KOSTIC née le 4 mai 2008 fréquente "
            "l'établissement en classe de Terminale depuis le 1er septembre 2026."
        ),
        (
            "TO WHOM IT MAY CONCERN\n"
            "This is to certify that Mr. Chen Bo, born on 12 March 2003, is a full-time "
            "student at Ecole de Management de Metz for the academic year 2026-2027, "
            "enrolled in the MSc programme.\n"
            "The Registrar"
        ),
        (
            "Attestation\n"
            "Nous, École d'architecture de Nancy, confirmons que Madame Lea Roth (née le "
            "03.04.2001) poursuit ses études dans notre établissement en cycle Licence 3 "
            "pour l'année 2026-2027.\n"
            "Fait pour servir et valoir ce que de droit."
        ),
        (
            "UNIVERSITE DE PAU\n"
            "SERVICE DE LA SCOLARITE\n"
            "CARTE ETUDIANT / CERTIFICAT DE SCOLARITE 2026/2027\n"
            "Nom : OKAFOR\n"
            "Prénom : Chidi\n"
            "Inscription principale : M2 Génie civil\n"
            "Droits acquittés"
        ),
        (
            "INSA Lyon\n"
            "PROOF OF ENROLLMENT - JUSTIFICATIF D'INSCRIPTION\n"
            "Student: Ana SILVA\n"
            "Enrolled in 4th year Mechanical Engineering\n"
            "Academic year 2026-2027\n"
            "Tuition fees paid"
        ),
        (
            "Justificatif d'inscription\n"
            "Université de Tours\n"
            "Étudiant : SOW Awa\n"
            "Formation : Licence 2 Droit\n"
            "Statut : inscription administrative validée\n"
            "Année 2026-2027"
        ),
        (
            "SORBONNE NOUVELLE\n"
            "QUITTANCE DES DROITS ET CERTIFICAT DE SCOLARITÉ\n"
            "l'étudiant(e) M KIM Minho est inscrit(e) pour l'année universitaire 2026-2027 "
            "en Licence 1 Cinéma\n"
            "Montant réglé : 170 EUR"
        ),
    ],
)
def test_school_certificate(text: str) -> None:
    assert type_of(text) == "school_certificate"


@pytest.mark.parametrize(
    "text",
    [
        (
            "RELEVÉ D'IDENTITÉ BANCAIRE\n"
            "BANQUE FICTIVE\n"
            "Titulaire : M. Ali HADDAD\n"
            "IBAN FR76 3000 1000 0100 0000 0000 053\n"
            "BIC FICTFRPP\n"
            "Ce relevé est destiné à vos créanciers ou débiteurs appelés à faire inscrire "
            "des opérations à votre compte (virements, paiements de quittances)"
        ),
        (
            "Détails du compte\n"
            "Nom du titulaire Ali HADDAD\n"
            "IBAN FR7630001000010000000000053\n"
            "BIC REVOFRP2\n"
            "Solde disponible"
        ),
    ],
)
def test_rib(text: str) -> None:
    assert type_of(text) == "rib"

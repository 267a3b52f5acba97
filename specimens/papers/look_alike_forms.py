"""Papers that students send in the place of the right one. Data only.

Source: domain facts 2.3 (look-alikes), 6 (failure reasons).
"""

from __future__ import annotations

from specimens.papers.forms import Form

CVEC = (
    Form(
        "crous",
        "fr",
        (),
        ("ATTESTATION D'ACQUITTEMENT", "de la Contribution Vie Étudiante et de Campus (CVEC)"),
        "text_then_grid",
        head=("Les Crous", "Année universitaire {school_year}"),
        text=(
            (
                "Le directeur général du Crous atteste que l'étudiant(e) ci-dessous s'est "
                "acquitté(e) de la Contribution Vie Étudiante et de Campus."
            ),
        ),
        rows=(
            ("N° d'attestation CVEC", "{cvec}"),
            ("Nom", "{surname}"),
            ("Prénom", "{given}"),
            ("Date de naissance", "{born_num}"),
            ("INE", "{ine}"),
            ("Montant acquitté", "103 €"),
            ("Année universitaire", "{school_year}"),
        ),
        foot=(
            (
                "Cette attestation doit être présentée à votre établissement pour finaliser votre "
                "inscription. Elle ne constitue pas une preuve d'inscription."
            ),
            "Le {sday_num}",
        ),
        stamp=(),
        furniture=("seal", "unsigned"),
    ),
    Form(
        "letter",
        "fr",
        (),
        ("Attestation CVEC {school_year}",),
        "prose",
        head=("Crous de {school_town}", "cvec.example.org"),
        text=(
            "Attestation n° <b>{cvec}</b>",
            (
                "{title} {name}, {ne} le {born_fr}, a rempli "
                "l'obligation d'acquittement, par paiement, de la contribution prévue à l'article "
                "L. 841-5 du code de l'éducation."
            ),
            "Fait pour l'année {school_year}.",
        ),
        foot=("Édité le {sday_fr}", "La directrice du Crous, {other}"),
        stamp=(),
        furniture=("seal",),
    ),
    Form(
        "exempt",
        "fr",
        (),
        ("ATTESTATION D'EXONÉRATION", ("Contribution de vie étudiante et de campus")),
        "ruled",
        head=("CNOUS - réseau des Crous",),
        rows=(
            ("Nom et prénom", "{name_sg}"),
            ("Né(e) le", "{born_num}"),
            ("Identifiant", "{cvec}"),
            ("Motif", "Boursier"),
            ("Année", "{school_year}"),
        ),
        foot=("Crous, le {sday_num}",),
        stamp=(),
        furniture=("qr",),
    ),
    Form(
        "more_receipt",
        "fr",
        (),
        ("CVEC : votre obligation est remplie",),
        "centred",
        rows=(
            ("Code", "{cvec}"),
            ("Étudiant(e)", "{name_plain}"),
            ("Naissance", "{born_num}"),
            ("Campagne", "{school_year}"),
            ("Réglé", "103,00 EUR"),
        ),
        foot=("Réseau Crous - {sday_num}",),
        stamp=(),
        furniture=("unsigned",),
    ),
)

ADMISSIONS = (
    Form(
        "letter",
        "fr",
        (),
        ("LETTRE D'ADMISSION",),
        "letter",
        head=("{institution}", "{school_street}", "{school_post}"),
        text=(
            "{title},",
            (
                "Nous avons le plaisir de vous informer que la commission pédagogique a "
                "émis un avis favorable à votre candidature en <b>{programme}</b> pour l'année "
                "universitaire {school_year}."
            ),
            (
                "Votre admission ne sera définitive qu'après votre inscription administrative, à "
                "effectuer à votre arrivée, et le paiement des droits."
            ),
            "Né(e) le {born_num} - dossier n° {ref}.",
        ),
        foot=("{school_town}, le {sday_fr}", "{head_title}"),
        stamp=("{institution}",),
        furniture=("crest",),
    ),
    Form(
        "pre_enrolment",
        "fr",
        (),
        ("ATTESTATION DE PRÉ-INSCRIPTION",),
        "text_then_grid",
        head=("Études en France - {country}", "Établissement : {institution}"),
        text=(
            (
                "L'établissement confirme la pré-inscription de l'étudiant(e) pour l'année "
                "{school_year}, sous réserve de la délivrance du visa."
            ),
        ),
        rows=(
            ("Nom", "{surname}"),
            ("Prénom", "{given}"),
            ("Date de naissance", "{born_num}"),
            ("Formation", "{programme}"),
            ("Niveau", "{degree}"),
            ("Identifiant", "{student_number}"),
        ),
        foot=("Cette attestation ne vaut pas inscription.", "Le {sday_num}"),
        stamp=("{institution}",),
    ),
    Form(
        "offer_english",
        "en",
        (),
        ("LETTER OF ACCEPTANCE",),
        "letter",
        head=("{institution}", "Admissions Office", "{school_post}, France"),
        text=(
            "Dear {name_plain},",
            (
                "Congratulations! We are pleased to offer you admission to the "
                "{programme} for the academic year {school_year}, starting in September {autumn}."
            ),
            (
                "To confirm your place, please pay the deposit of EUR 1,500 within three "
                "weeks. This "
                "offer is conditional upon receipt of your final transcripts."
            ),
        ),
        foot=("Sincerely,", "{head_name}, Director of Admissions", "{sday_en}"),
        stamp=("{institution}", "ADMISSIONS"),
        furniture=("crest",),
    ),
    Form(
        "conditional_offer",
        "en",
        (),
        ("CONDITIONAL OFFER OF ADMISSION",),
        "text_then_grid",
        head=("{institution}", "International Relations"),
        text=(
            (
                "This document certifies that the candidate has been accepted. It is "
                "issued for the "
                "visa application and is not a certificate of enrolment."
            ),
        ),
        rows=(
            ("Candidate", "{name_sg}"),
            ("Date of birth", "{born_en}"),
            ("Programme", "{programme}"),
            ("Intake", "September {autumn}"),
            ("Academic year", "{school_year}"),
            ("Tuition fees", "{a1} EUR"),
        ),
        foot=("{sday_en}",),
        stamp=("ADMISSIONS OFFICE",),
    ),
    Form(
        "waiting_list",
        "fr",
        (),
        ("Notification de décision",),
        "letter",
        head=("{institution}", "Commission d'admission", "Candidature {ref}"),
        text=(
            "{title},",
            (
                "Après examen de votre dossier, la commission vous déclare admis{e} en "
                "{degree} ({programme}). Merci de confirmer votre acceptation sur la "
                "plateforme avant "
                "le 15 juillet {autumn}."
            ),
        ),
        foot=("{school_town}, le {sday_num}", "{head_name}"),
        stamp=(),
    ),
    Form(
        "more_welcome",
        "fr",
        (),
        ("Bienvenue parmi nos futurs étudiants",),
        "handwritten",
        head=("{institution}",),
        text=(
            "{name_plain}, vous êtes admis{e} !",
            (
                "Rendez-vous à la rentrée {autumn} pour votre "
                "inscription en {programme}. Année {school_year}."
            ),
        ),
        foot=("{head_name}",),
        stamp=(),
    ),
    Form(
        "more_exchange",
        "en",
        (),
        ("Nomination accepted - exchange programme",),
        "ruled",
        head=("{institution} - Mobility Office",),
        rows=(
            ("Student", "{name_plain}"),
            ("Born", "{born_iso}"),
            ("Host unit", "{component}"),
            ("Stay", "{school_year}"),
            ("Status", "Accepted, registration pending"),
        ),
        foot=("{sday_en}",),
        stamp=("MOBILITY OFFICE",),
    ),
)

_COURSES_FR = (
    ("Unité d'enseignement", "ECTS", "Note / 20", "Résultat"),
    ("Mathématiques appliquées", "6", "{g0}", "Admis"),
    ("Anglais", "3", "{g1}", "Admis"),
    ("Droit des contrats", "5", "{g2}", "Admis"),
    ("Projet tutoré", "4", "{g3}", "Admis"),
    ("Économie générale", "6", "{g4}", "Compensé"),
    ("Statistiques", "6", "{g5}", "Admis"),
)

TRANSCRIPTS = (
    Form(
        "releve",
        "fr",
        (),
        ("RELEVÉ DE NOTES ET RÉSULTATS", "Session 1 - {school_year}"),
        "ledger",
        head=("{institution}", "{component}"),
        text=(
            (
                "Étudiant(e) : <b>{name_sg}</b>, né(e) le {born_num} à {place}<br/>N° étudiant : "
                "{student_number} - INE : {ine}<br/>inscrit(e) en {programme}"
            ),
        ),
        rows=_COURSES_FR,
        foot=("Moyenne générale : {g6} / 20 - Mention : Assez bien", "{school_town}, {sday_num}"),
        stamp=("{institution}", "SCOLARITÉ"),
    ),
    Form(
        "transcript",
        "en",
        (),
        ("OFFICIAL TRANSCRIPT OF RECORDS",),
        "ledger",
        head=("{institution}", "Registrar's office"),
        text=("Name: {name_sg} - Date of birth: {born_en} - Student ID: {student_number}",),
        rows=(
            ("Course", "Credits", "Grade", "ECTS"),
            ("Corporate finance", "6", "{g0}", "B"),
            ("Econometrics", "6", "{g1}", "A"),
            ("Marketing", "4", "{g2}", "C"),
            ("French as a foreign language", "2", "{g3}", "A"),
        ),
        foot=("GPA 3.4 - Academic year {school_year}", "{sday_en}"),
        stamp=("REGISTRAR",),
    ),
    Form(
        "bulletin",
        "fr",
        (),
        ("BULLETIN DU PREMIER SEMESTRE",),
        "ledger",
        head=("{institution}", "Année {school_year} - classe : {degree}"),
        text=("Élève : {name_sg}, né(e) le {born_num}",),
        rows=(
            ("Matière", "Moyenne", "Classe", "Appréciation"),
            ("Physique", "{g0}", "{g1}", "Bon travail"),
            ("Chimie", "{g2}", "{g3}", "Doit poursuivre ses efforts"),
            ("Français", "{g4}", "{g5}", "Ensemble satisfaisant"),
        ),
        foot=("Le conseil de classe : encouragements",),
        stamp=(),
    ),
    Form(
        "more_diploma_supplement",
        "fr",
        (),
        ("Supplément au diplôme - résultats",),
        "boxes",
        rows=(
            ("Titulaire", "{name_sg}"),
            ("Naissance", "{born_num}"),
            ("Diplôme", "{degree}"),
            ("Crédits", "60"),
            ("Semestre 1", "{g0}"),
            ("Semestre 2", "{g1}"),
            ("Moyenne", "{g2}"),
            ("Rang", "{minute}"),
        ),
        foot=("{institution}",),
        stamp=(),
    ),
)

_OPERATIONS = (
    ("Date", "Nature de l'opération", "Débit EUR", "Crédit EUR"),
    ("03.{mm}", "PRLV SEPA ASSURANCE HABITATION", "{a0}", ""),
    ("05.{mm}", "VIREMENT DE {father}", "", "{a1}"),
    ("09.{mm}", "CARTE 07/ SUPERMARCHE {town2}", "{a2}", ""),
    ("12.{mm}", "RETRAIT DAB", "{a3}", ""),
    ("18.{mm}", "LOYER", "{rent},00", ""),
    ("21.{mm}", "VIR ALLOCATION LOGEMENT", "", "{a4}"),
    ("19.{mm}", "CARTE 18/ BOULANGERIE", "4,60", ""),
    ("20.{mm}", "CARTE 19/ LIBRAIRIE UNIVERSITAIRE", "{a9}", ""),
    ("20.{mm}", "PRLV SEPA FILON TELECOM MANDAT {serial}", "12,99", ""),
    ("22.{mm}", "VIR SEPA RECU {other}", "", "{a10}"),
    ("23.{mm}", "CARTE 22/ TRANSPORTS EN COMMUN", "{a11}", ""),
    ("25.{mm}", "REMISE DE CHEQUE 0{minute}", "", "{a12}"),
    ("27.{mm}", "FRAIS DE TENUE DE COMPTE", "2,00", ""),
)

BANK_STATEMENTS = (
    Form(
        "monthly",
        "fr",
        (),
        ("RELEVÉ DE COMPTE", "{month}"),
        "letter_ledger",
        head=("{bank}", "Agence de {town2}"),
        text=(
            "Titulaire : {holder}<br/>IBAN : {iban}<br/>BIC : {bic}",
            "Ancien solde créditeur : {a5} EUR",
        ),
        rows=_OPERATIONS,
        foot=(
            "Nouveau solde au {now_num} : {a6} EUR",
            "Sauf erreur ou omission. Toute réclamation doit être faite sous un mois.",
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "with_rib",
        "fr",
        (),
        ("Relevé de votre compte chèques n° {account_number}",),
        "ledger",
        head=("{bank}", "RIB : {iban} - {bic}", "{holder}"),
        text=("Période de {month}. Découvert autorisé : 0,00 EUR.",),
        rows=_OPERATIONS,
        foot=("Total des mouvements : {a7} EUR", "Solde : {a8} EUR"),
        stamp=(),
        furniture=("unsigned", "crest"),
    ),
    Form(
        "english",
        "en",
        (),
        ("Account statement",),
        "ledger",
        head=("Kobalt Bank", "{holder}", "IBAN {iban}", "BIC {bic}"),
        text=("Statement issued {now_en}. Opening balance EUR {a0}.",),
        rows=(
            ("Description", "Date", "Money out", "Money in", "Balance"),
            ("Card payment - groceries", "{now_num}", "{a1}", "", "{a2}"),
            ("Transfer from {father}", "{now_num}", "", "{a3}", "{a4}"),
            ("Card payment - transport", "{now_num}", "{a5}", "", "{a6}"),
        ),
        foot=("Closing balance EUR {a7}",),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "more_savings",
        "fr",
        (),
        ("Votre livret jeune : situation",),
        "boxes",
        head=("{bank}",),
        rows=(
            ("Client", "{holder}"),
            ("Compte support", "{iban}"),
            ("Solde", "{a0} EUR"),
            ("Intérêts", "{a1} EUR"),
            ("Dernier versement", "{a2} EUR"),
            ("Date", "{now_num}"),
        ),
        foot=("Arrêté de compte",),
        stamp=(),
        furniture=("unsigned",),
    ),
)

ADDRESS_PROOFS = (
    Form(
        "power_bill",
        "fr",
        (),
        ("Facture d'électricité", "n° {ref}"),
        "letter_grid",
        head=("Électricité du Littoral", "Service clients : 09 00 00 00 00"),
        text=("Votre facture du {now_num}. Référence client {serial}.",),
        rows=(
            ("Lieu de consommation", "{street1}, {town1}"),
            ("Abonnement", "{a0} €"),
            ("Consommation (kWh)", "{a1} €"),
            ("Taxes et contributions", "{a2} €"),
            ("Montant TTC à payer", "{a3} €"),
            ("Prélèvement le", "{now_num}"),
        ),
        foot=("Numéro de point de livraison {long}",),
        stamp=(),
        furniture=("unsigned", "qr"),
    ),
    Form(
        "hosting",
        "fr",
        (),
        ("ATTESTATION D'HÉBERGEMENT",),
        "prose",
        text=(
            (
                "Je soussigné(e) {other}, domicilié(e) {street1}, {town1}, certifie sur l'honneur "
                "héberger à mon domicile depuis le 1er septembre {autumn} :"
            ),
            "{title} {name}, {ne} le {born_fr} à {place}.",
            "Fait pour valoir ce que de droit.",
        ),
        foot=("{town2}, le {now_fr}",),
        stamp=(),
    ),
    Form(
        "rent_receipt",
        "fr",
        (),
        ("QUITTANCE DE LOYER", "Mois de {month}"),
        "text_then_grid",
        head=("Résidence étudiante Les Lauriers", "{town2}"),
        text=(
            (
                "Reçu de {title} {name_plain} la somme de {rent} euros au titre du loyer et des "
                "charges du logement situé {street1}, {town1}."
            ),
        ),
        rows=(("Loyer", "{rent} €"), ("Charges", "35 €"), ("Période", "{month}")),
        foot=("Le bailleur, {other}", "{now_num}"),
        stamp=(),
    ),
    Form(
        "internet",
        "fr",
        (),
        ("Facture Internet Fibre",),
        "letter_grid",
        head=("Filon Télécom", "Facture {ref} du {now_num}"),
        text=("Votre ligne : {phone}",),
        rows=(("Abonnement Fibre", "29,99 €"), ("Option TV", "2,00 €"), ("Total TTC", "31,99 €")),
        foot=("Payé par prélèvement. Merci de votre confiance.",),
        stamp=(),
        furniture=("unsigned", "barcode"),
    ),
    Form(
        "more_lease",
        "fr",
        (),
        ("Contrat de location meublée",),
        "margin",
        head=("Bail soumis au titre Ier bis de la loi du 6 juillet 1989",),
        text=(
            (
                "Entre {other}, bailleur, et {name_plain}, locataire, il est convenu la "
                "location du "
                "logement sis {street1} {town1}, pour neuf mois, au loyer de {rent} euros."
            ),
            "Dépôt de garantie : un mois. État des lieux annexé.",
        ),
        foot=("Lu et approuvé, {now_num}",),
        stamp=(),
    ),
)

INSURANCES = (
    Form(
        "home",
        "fr",
        (),
        ("ATTESTATION D'ASSURANCE HABITATION", ("Multirisque - responsabilité civile")),
        "text_then_grid",
        head=("Mutuelle Horizon", "Contrat n° {ref}"),
        text=(
            (
                "Nous attestons que {title} {name_plain} est assuré{e} pour le logement situé "
                "{street1}, {town1}."
            ),
        ),
        rows=(
            ("Garanties", "Incendie, dégâts des eaux, vol, responsabilité civile"),
            ("Effet", "1er septembre {autumn}"),
            ("Échéance", "31 août {summer}"),
        ),
        foot=("Fait le {now_num}",),
        stamp=("MUTUELLE HORIZON",),
    ),
    Form(
        "private_health",
        "fr",
        (),
        ("ATTESTATION D'ASSURANCE SANTÉ", ("Frais médicaux et rapatriement")),
        "text_then_grid",
        head=("Assur-Étudiants International",),
        text=("Certificat d'adhésion pour la demande de visa long séjour.",),
        rows=(
            ("Assuré", "{name_sg}"),
            ("Né(e) le", "{born_num}"),
            ("Police", "{ref}"),
            ("Plafond", "30 000 EUR"),
            ("Zone", "Espace Schengen"),
            ("Du / au", ("01/09/{autumn} - 31/08/{summer}")),
        ),
        foot=("Cette assurance privée ne remplace pas la sécurité sociale.",),
        stamp=("ASSUR-ÉTUDIANTS",),
    ),
    Form(
        "travel_english",
        "en",
        (),
        ("CERTIFICATE OF INSURANCE", "Student travel medical cover"),
        "grid",
        head=("Globe & Care Insurance Ltd",),
        rows=(
            ("Insured person", "{name_sg}"),
            ("Date of birth", "{born_en}"),
            ("Policy number", "{ref}"),
            ("Medical expenses", "up to EUR 100,000"),
            ("Territory", "France and Schengen area"),
        ),
        foot=("Issued {now_en}",),
        stamp=("GLOBE & CARE",),
    ),
    Form(
        "mutuelle",
        "fr",
        (),
        ("CARTE DE TIERS PAYANT - COMPLÉMENTAIRE SANTÉ",),
        "ledger",
        head=("Mutuelle Étudiante du Sud", "Adhérent {serial}"),
        text=("{name_sg}, né(e) le {born_num}. N° AMC {serial}.",),
        rows=(
            ("Prestation", "Taux", "Tiers payant"),
            ("PHAR", "100 %", "Oui"),
            ("MED", "100 %", "Oui"),
            ("OPTI", "(3)", "Oui"),
            ("DENT", "(2)", "Non"),
        ),
        foot=("Période de validité : année {autumn}",),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "more_liability",
        "fr",
        (),
        ("Responsabilité civile étudiant",),
        "centred",
        head=("Assurances du Campus",),
        rows=(
            ("Souscripteur", "{name_plain}"),
            ("N°", "{ref}"),
            ("Stages et vie privée", "oui"),
            ("Jusqu'au", "31/08/{summer}"),
        ),
        foot=("{now_num}",),
        stamp=("ASSURANCES DU CAMPUS",),
    ),
)

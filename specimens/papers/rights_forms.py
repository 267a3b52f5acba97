"""Papers of health cover: resources, provisional certificate, entitlement, carte Vitale form.

Source: domain facts 2.3 (attestation de droits, formulaire carte Vitale) and 1.3 (resources).
"""

from __future__ import annotations

from specimens.papers.forms import Form

RESOURCES = (
    Form(
        "sworn_statement",
        "fr",
        (),
        ("ATTESTATION SUR L'HONNEUR DE RESSOURCES",),
        "prose",
        head=("{name_plain}", "{street1}", "{town1}"),
        text=(
            (
                "Je soussigné{e} {name}, {ne} le {born_fr}, étudiant{e} à {institution}, "
                "atteste sur "
                "l'honneur disposer de ressources suffisantes d'un montant de {rent} "
                "euros par mois "
                "pendant toute l'année universitaire {school_year}."
            ),
            (
                "Je m'engage à ne pas devenir une charge pour le système d'assistance "
                "sociale français."
            ),
        ),
        foot=("Fait à {town2}, le {now_fr}", "Signature"),
        stamp=(),
    ),
    Form(
        "bank",
        "fr",
        (),
        ("ATTESTATION BANCAIRE DE RESSOURCES",),
        "prose",
        head=("{bank}", "Agence de {town2}"),
        text=(
            (
                "Nous attestons que {title} {name}, client{e} de notre établissement, reçoit un "
                "virement permanent mensuel de {rent} euros et dispose d'un solde de {a1} euros."
            ),
            (
                "Cette attestation de ressources est établie pour l'assurance maladie, "
                "sans engagement "
                "de notre part."
            ),
        ),
        foot=("{town2}, le {now_fr}", "Le directeur d'agence, {other}"),
        stamp=("{bank}",),
        furniture=("crest",),
    ),
    Form(
        "grant",
        "fr",
        (),
        ("Attestation de bourse et de ressources",),
        "text_then_grid",
        head=("Agence des mobilités étudiantes", "Service des boursiers"),
        text=(
            (
                "L'agence atteste que l'étudiant(e) désigné(e) ci-après perçoit une allocation "
                "mensuelle pour l'année {school_year}."
            ),
        ),
        rows=(
            ("Bénéficiaire", "{name_sg}"),
            ("Date de naissance", "{born_num}"),
            ("Allocation mensuelle", "{rent} €"),
            ("Période", "de {from_num} à {to_num}"),
        ),
        foot=("Le {now_fr}",),
        stamp=("SERVICE DES BOURSIERS",),
    ),
    Form(
        "sponsor",
        "en",
        (),
        ("STATEMENT OF FINANCIAL SUPPORT",),
        "prose",
        head=("{father}", "{place}, {country}"),
        text=(
            (
                "I hereby declare that I support my child {name}, born {born_en}, with a "
                "monthly amount "
                "of EUR {rent} throughout the academic year {school_year} in France "
                "(justificatif de "
                "ressources)."
            ),
        ),
        foot=("{now_en}",),
        stamp=("NOTARY PUBLIC",),
    ),
)

PROVISIONAL_CERTIFICATES = (
    Form(
        "portal",
        "fr",
        (),
        ("ATTESTATION PROVISOIRE D'AFFILIATION", "à l'assurance maladie"),
        "letter_grid",
        head=("L'ASSURANCE MALADIE", "CPAM - Étudiants étrangers"),
        text=(
            (
                "La caisse d'assurance maladie certifie que la personne désignée "
                "ci-dessous bénéficie "
                "de la prise en charge de ses frais de santé."
            ),
        ),
        rows=(
            ("Nom, prénom", "{name_sg}"),
            ("Date de naissance", "{born_num}"),
            ("Numéro de sécurité sociale provisoire", "{nir}"),
            ("Droits ouverts à compter du", "{from_num}"),
            ("Organisme de rattachement", "CPAM {cpam}"),
        ),
        foot=(
            (
                "Ce numéro provisoire ne permet pas d'ouvrir un compte ameli ni de commander une "
                "carte Vitale."
            ),
            "Le {now_fr}",
            "Le directeur",
        ),
        stamp=(),
        furniture=("crest",),
    ),
    Form(
        "table",
        "fr",
        (),
        ("ATTESTATION DE DROITS PROVISOIRE",),
        "grid",
        head=("Caisse primaire d'assurance maladie de {cpam}", "Service étudiants internationaux"),
        rows=(
            ("Assuré(e)", "{title} {name_sg}"),
            ("Né(e) le", "{born_fr}"),
            ("NIA (numéro d'immatriculation d'attente)", "{nir}"),
            ("Période", "du {from_num} au {to_num}"),
            ("Régime", "Général - étudiant"),
            ("Établissement", "{institution}"),
        ),
        foot=("Document à présenter à votre professionnel de santé.", "{cpam}, le {now_num}"),
        stamp=("ASSURANCE MALADIE", "{cpam}"),
        furniture=("unsigned",),
    ),
    Form(
        "english",
        "fr",
        (),
        ("Attestation provisoire / Provisional certificate",),
        "text_then_grid",
        head=("l'Assurance Maladie - Agir ensemble, protéger chacun",),
        text=(
            (
                "Vous êtes affilié(e) à l'assurance maladie française. You are registered with the "
                "French health insurance under a temporary number."
            ),
        ),
        rows=(
            ("Nom / Surname", "{surname}"),
            ("Prénom / First name", "{given}"),
            ("Date de naissance / Date of birth", "{born_num}"),
            ("Numéro provisoire / Temporary number", "{nir}"),
            ("Date de début / Start date", "{from_num}"),
        ),
        foot=("Pensez à compléter votre dossier : acte de naissance, titre de séjour, RIB.",),
        stamp=(),
        furniture=("unsigned", "qr"),
    ),
    Form(
        "notice",
        "fr",
        (),
        ("Vos droits en attente de numéro définitif",),
        "letter",
        head=("CPAM {cpam}", "Pôle relations internationales", "Réf. {ref}"),
        text=(
            "{title} {surname},",
            (
                "En attendant votre immatriculation, utilisez le numéro "
                "<b>{nir}</b>, valable pour vos soins depuis le {from_fr}. Il remplace "
                "temporairement votre numéro de sécurité sociale."
            ),
            "Prénoms : {given}. Naissance : {born_num}.",
        ),
        foot=("Votre correspondant, {other}",),
        stamp=(),
    ),
)

ENTITLEMENTS = (
    Form(
        "cpam",
        "fr",
        (),
        ("ATTESTATION DE DROITS À L'ASSURANCE MALADIE",),
        "letter_grid",
        head=("l'Assurance Maladie", "CPAM {cpam}", "N° de sécurité sociale : {nir}"),
        text=("Cette attestation est à présenter à tout professionnel de santé.",),
        rows=(
            ("Bénéficiaire", "{name_sg}"),
            ("Né(e) le", "{born_num}"),
            ("Droits", "du {from_num} au {to_num}"),
            ("Code régime - caisse - centre", "01 - 381 - 0000"),
            ("Organisme de rattachement", "CPAM {cpam}"),
            ("Médecin traitant", "Non déclaré"),
            ("Complémentaire santé", "Aucune"),
        ),
        foot=("Fait le {now_num}", "Le directeur de la CPAM"),
        stamp=(),
        furniture=("crest",),
    ),
    Form(
        "account_print",
        "fr",
        (),
        ("Attestation de droits",),
        "grid",
        head=("compte ameli", "Mes démarches > attestation"),
        rows=(
            ("Nom", "{surname}"),
            ("Prénom", "{given}"),
            ("Numéro de sécurité sociale", "{nir}"),
            ("Date de naissance", "{born_num}"),
            ("Ouverture des droits", "{from_num}"),
            ("Fin des droits", "{to_num}"),
            ("Exonération", "Néant"),
        ),
        foot=(
            (
                "Attestation valable un an, sous réserve de modification de votre "
                "situation. Éditée "
                "le {now_num}."
            ),
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "short_rights",
        "fr",
        (),
        ("DROITS DE L'ASSURÉ",),
        "centred",
        head=("Caisse primaire {cpam}", "Attestation vitale papier"),
        rows=(
            ("Identité", "{name_sg}"),
            ("Immatriculation", "{nir}"),
            ("Naissance", "{born_fr}"),
            ("Validité", "{from_num} - {to_num}"),
        ),
        foot=("{now_fr}",),
        stamp=("CPAM {cpam}",),
    ),
)

VITALE_FORMS = (
    Form(
        "posted",
        "fr",
        (),
        ("DEMANDE DE CARTE VITALE",),
        "letter_grid",
        head=("l'Assurance Maladie", "CPAM {cpam}", "Centre de traitement carte Vitale"),
        text=(
            (
                "{title}, afin de créer votre carte Vitale avec photo, complétez ce formulaire et "
                "retournez-le avec la copie de votre pièce d'identité."
            ),
        ),
        rows=(
            ("N° de sécurité sociale", "{nir}"),
            ("Nom", "{surname}"),
            ("Prénoms", "{given}"),
            ("Date de naissance", "{born_num}"),
            ("Photo d'identité", "Collez ici votre photo (35 x 45 mm)<br/><br/><br/><br/>"),
            ("Signature", "Signez dans le cadre<br/><br/><br/>"),
        ),
        foot=("J'atteste l'exactitude des informations. Le {now_num}",),
        stamp=(),
        furniture=("barcode", "unsigned"),
    ),
    Form(
        "form",
        "fr",
        (),
        ("Formulaire carte Vitale", "Photo et signature"),
        "boxes",
        head=("Assurance Maladie - {cpam}", "Référence {ref}"),
        rows=(
            ("Numéro d'immatriculation", "{nir}"),
            ("Nom de famille", "{surname}"),
            ("Prénom", "{given}"),
            ("Né(e) le", "{born_num}"),
            ("Adresse", "{street1}"),
            ("Commune", "{town1}"),
            ("Votre photo", ""),
            ("Votre signature", ""),
        ),
        foot=(
            (
                "Formulaire à retourner dans l'enveloppe jointe. Ne pas plier, ne pas agrafer. "
                "Demande de carte Vitale nominative."
            ),
        ),
        stamp=(),
        furniture=("barcode",),
    ),
    Form(
        "questions",
        "fr",
        (),
        ("Obtenir ma carte Vitale",),
        "ruled",
        head=("Votre caisse d'assurance maladie", "Dossier {ref}"),
        rows=(
            ("Je suis", "{name_plain}"),
            ("Mon numéro", "{nir}"),
            ("Ma naissance", "{born_fr}"),
            ("Ma photo", "à joindre"),
            ("Ma pièce d'identité", "à joindre"),
        ),
        foot=("Date et signature : {now_num}",),
        stamp=(),
    ),
)

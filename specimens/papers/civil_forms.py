"""Translations, family book, marriage record, parental authorisation. Data only.

Source: domain facts 1.4 (markers of a sworn translation), 1.3 (what an authorisation states).
"""

from __future__ import annotations

from specimens.papers.forms import Form

FOREIGN_SWORN = "foreign_sworn"

TRANSLATION_PROSE = Form(
    "prose",
    "fr",
    (),
    ("TRADUCTION CERTIFIÉE CONFORME", "de la langue {tongue}"),
    "prose",
    head=(
        "{sworn}",
        "Traducteur-interprète assermenté",
        "Expert près la cour d'appel de {court}",
        "Traduction n° {number}/{issue_year}",
    ),
    text=(
        "<b>EXTRAIT D'ACTE DE NAISSANCE</b>",
        "Pays : {country}. Bureau de l'état civil de {place}. Acte n° {number}, année {year}.",
        (
            "Nom : {surname}<br/>Prénom(s) : {given}<br/>Date de naissance : {born_fr}<br/>"
            "Lieu de naissance : {place}<br/>Sexe : {sexe}"
        ),
        "Père : {father}<br/>Mère : {mother}",
        "[Cachet rond : officier de l'état civil] [Signature illisible]",
        (
            "Je soussigné(e), traducteur expert près la cour d'appel de {court}, certifie que la "
            "traduction qui précède est conforme à l'original, visé ne varietur sous le "
            "n° {number}."
        ),
    ),
    foot=("Fait à {court}, le {day_fr}",),
    stamp=("EXPERT PRÈS LA COUR D'APPEL DE {court}", "TRADUCTEUR"),
)

TRANSLATION_GRID = Form(
    "table",
    "fr",
    (),
    ("TRADUCTION ASSERMENTÉE", "Acte de naissance"),
    "grid",
    head=(
        "Cabinet {sworn}",
        "Traductrice assermentée - cour d'appel de {court}",
        "Réf. {number}-{issue_year} - Original en langue {tongue}",
    ),
    rows=(
        ("Autorité", "État civil de {place} ({country})"),
        ("Acte", "n° {number} du {reg_num}"),
        ("Nom de famille", "{surname}"),
        ("Prénoms", "{given}"),
        ("Né(e) le", "{born_words}"),
        ("À", "{place}"),
        ("Nom et prénoms du père", "{father}"),
        ("Nom et prénoms de la mère", "{mother}"),
        ("Observations", "[néant]"),
    ),
    foot=(
        (
            "Traduction certifiée conforme à l'original en langue {tongue}, présenté sous la forme "
            "d'une copie. « Ne varietur » n° {number}."
        ),
        "{court}, le {day_num}",
    ),
    stamp=("TRADUCTRICE ASSERMENTÉE", "COUR D'APPEL", "{court}"),
)

TRANSLATION_CONSULAR = Form(
    "consular",
    "fr",
    (),
    ("Traduction officielle", "CERTIFICAT DE NAISSANCE"),
    "ruled",
    head=("AMBASSADE DE FRANCE - {country}", "Service des traductions"),
    rows=(
        ("Nom :", "{surname}"),
        ("Prénom :", "{given}"),
        ("Date de naissance :", "{born_fr}"),
        ("Lieu :", "{place}"),
        ("Père :", "{father}"),
        ("Mère :", "{mother}"),
        ("Original :", "acte n° {number} en langue {tongue}"),
    ),
    foot=("Vu pour la traduction certifiée conforme, l'agent consulaire", "Le {day_fr}"),
    stamp=("AMBASSADE DE FRANCE", "TRADUCTION"),
    furniture=("republic",),
)

TRANSLATION_ABROAD = Form(
    "made_abroad",
    "fr",
    (),
    ("TRADUCTION EN LANGUE FRANÇAISE",),
    "prose",
    head=("BUREAU DE TRADUCTION GLOBAL LINGUA", "{place} - {country}", "Notary Public registered"),
    text=(
        "Certificat de naissance numéro {number}",
        (
            "Il est certifié que {name}, de sexe {sexe}, est {ne} le {born_fr} à "
            "{place}. Nom du père : "
            "{father}. Nom de la mère : {mother}."
        ),
        "Nous confirmons l'exactitude de la traduction du texte ci-joint.",
    ),
    foot=("{place}, {day_en}", "Sworn translator {sworn}"),
    stamp=("GLOBAL LINGUA", "TRANSLATION"),
    variants=(FOREIGN_SWORN,),
    variant=FOREIGN_SWORN,
)

TRANSLATION_UNSEEN = Form(
    "unseen_facing",
    "fr",
    (),
    ("Traduit de la langue {tongue}",),
    "margin",
    beside="Traduction<br/>n° {number}<br/><br/>[sceau rond]<br/>[timbre fiscal]",
    head=("CESEDA art. R. 741-1", "{sworn} - interprète inscrite sur la liste de {court}"),
    text=(
        "État civil, {country}. Registre des naissances, volume {minute}, folio {number}.",
        "Enfant : <b>{name_sg}</b>, {sexe}, le {born_num}, à {place}.",
        "Issu(e) de {father} et de {mother}.",
        (
            "Fin de la traduction. Texte rendu fidèlement, dont acte ; sceau apposé à cheval sur "
            "l'original. Interprète assermentée auprès de la cour."
        ),
    ),
    foot=("{day_fr}",),
    stamp=("INTERPRÈTE ASSERMENTÉE", "{court}"),
    unseen=True,
)

FAMILY_BOOK_SPOUSES = Form(
    "spouses",
    "fr",
    (),
    ("LIVRET DE FAMILLE", "Extrait de l'acte de mariage n° {number}"),
    "ruled",
    head=("RÉPUBLIQUE FRANÇAISE",),
    rows=(
        ("ÉPOUX / PÈRE", ""),
        ("Nom :", "{father_surname}"),
        ("Prénoms :", "{father_given}"),
        ("né le :", "{fb_fr}"),
        ("ÉPOUSE / MÈRE", ""),
        ("Nom :", "{mother_surname}"),
        ("Prénoms :", "{mother_given}"),
        ("née le :", "{mb_fr}"),
        ("Mariage célébré à :", "{town2}"),
    ),
    foot=("Délivré à {town2}", "L'officier de l'état civil"),
    stamp=("MAIRIE DE {town2}", "R.F."),
    furniture=("frame",),
)

FAMILY_BOOK_CHILD = Form(
    "child",
    "fr",
    (),
    ("PREMIER ENFANT", "Extrait de l'acte de naissance n° {number}"),
    "ruled",
    rows=(
        ("Le :", "{born_words}"),
        ("est né(e) à :", "{place}"),
        ("Nom :", "{surname}"),
        ("Prénoms :", "{given}"),
        ("de sexe :", "{sexe}"),
        ("de (père) :", "{father}"),
        ("et de (mère) :", "{mother}"),
    ),
    foot=("Délivré conforme aux registres, le {reg_num}", "L'officier de l'état civil"),
    stamp=("MAIRIE DE {PLACE}", "R.F."),
    furniture=("frame",),
)

FAMILY_BOOK_FOREIGN = Form(
    "maghreb",
    "fr",
    (),
    ("LIVRET DE FAMILLE", "دفتر الحالة المدنية"),
    "mirror",
    head=("ROYAUME DU MAROC - المملكة المغربية", "État civil - N° {serial}"),
    rows=(
        ("Le père", "{father}", "الأب"),
        ("La mère", "{mother}", "الأم"),
        ("Enfant", "{name_sg}", "الولد"),
        ("Né(e) le", "{born_num}", "تاريخ الولادة"),
        ("à", "{place}", "المكان"),
        ("Acte n°", "{number} / {year}", "رقم الرسم"),
    ),
    foot=("L'officier de l'état civil",),
    stamp=("ÉTAT CIVIL", "{PLACE}"),
    families=("DejaVu Sans",),
    furniture=("waves",),
)

FAMILY_BOOK_UNSEEN = Form(
    "unseen_family_grid",
    "fr",
    (),
    ("Livret de famille",),
    "boxes",
    head=("Commune de {town2}", "Registre des familles n° {serial}"),
    rows=(
        ("Premier parent", "{father}"),
        ("Né le", "{fb_num}"),
        ("Second parent", "{mother}"),
        ("Née le", "{mb_num}"),
        ("Enfant : nom", "{surname}"),
        ("Enfant : prénoms", "{given}"),
        ("Enfant : naissance", "{born_num}"),
        ("Enfant : commune", "{place}"),
    ),
    foot=("Mis à jour le {day_num}",),
    stamp=("COMMUNE DE {town2}",),
    unseen=True,
)

MARRIAGES = (
    Form(
        "extract",
        "fr",
        (),
        ("EXTRAIT D'ACTE DE MARIAGE", "avec indication de la filiation"),
        "prose",
        head=("MAIRIE DE {town2}", "Acte de mariage n° {number}"),
        text=(
            "Le {wed_fr}, ont contracté mariage devant l'officier de l'état civil :",
            "<b>{name}</b>, {ne} le {born_fr} à {place}, {fils} de {father} et de {mother},",
            "et <b>{spouse}</b>, né(e) à {town2}, domicilié(e) {street1}.",
            "Contrat de mariage : il n'a pas été fait de contrat.",
            "Mentions marginales : néant.",
        ),
        foot=("Délivré le {now_fr}", "L'officier de l'état civil"),
        stamp=("MAIRIE DE {town2}", "ÉTAT CIVIL"),
        furniture=("republic",),
    ),
    Form(
        "foreign",
        "fr",
        (),
        ("ACTE DE MARIAGE - MARRIAGE CERTIFICATE",),
        "ruled",
        head=("{country}", "Centre d'état civil de {town2}", "N° {number}"),
        rows=(
            ("Date du mariage - Date of marriage", "{wed_fr}"),
            ("Premier époux - First spouse", "{name_sg}"),
            ("Né(e) le - Born on", "{born_num}"),
            ("À - At", "{place}"),
            ("De - Of", "{father}"),
            ("Et de - And of", "{mother}"),
            ("Second époux - Second spouse", "{spouse}"),
            ("Régime matrimonial", "Communauté de biens"),
            ("Témoins - Witnesses", "{other}"),
        ),
        foot=("L'officier d'état civil", "{now_num}"),
        stamp=("ÉTAT CIVIL", "MARIAGES"),
        size=9.5,
    ),
    Form(
        "unseen_marriage",
        "fr",
        (),
        ("Mariage",),
        "margin",
        beside="<b>N° {number}</b><br/>MARIAGE<br/>{surname}<br/>et {spouse}",
        head=("Ville de {town2}", "Copie intégrale du registre des mariages"),
        text=(
            (
                "{name_sg}, du {born_num}, et {spouse} ont déclaré l'un après l'autre vouloir se "
                "prendre pour époux, et Nous avons prononcé au nom de la loi qu'ils sont "
                "unis par le "
                "mariage."
            ),
            "Fait en la maison commune le {wed_fr}.",
        ),
        foot=("Copie du {now_fr}",),
        stamp=("VILLE DE {town2}",),
        unseen=True,
    ),
)

AUTHORIZATIONS = (
    Form(
        "letter",
        "fr",
        (),
        ("AUTORISATION PARENTALE",),
        "prose",
        head=("{father}", "{street1}", "{town1}"),
        text=(
            (
                "Je soussigné(e) {father}, titulaire de l'autorité parentale, autorise mon enfant "
                "<b>{name}</b>, {ne} le {born_fr} à {place}, à s'affilier à l'assurance maladie "
                "française et à effectuer les démarches d'inscription sur le portail des étudiants "
                "étrangers."
            ),
            "Fait pour servir et valoir ce que de droit.",
        ),
        foot=("Fait à {town2}, le {now_fr}", "Signature du parent"),
        stamp=(),
    ),
    Form(
        "form",
        "fr",
        (),
        ("Autorisation du représentant légal", "(étudiant de moins de 16 ans)"),
        "ruled",
        head=("Demande d'affiliation à la sécurité sociale",),
        rows=(
            ("Je soussigné(e), nom et prénom :", "{mother}"),
            ("Qualité :", "mère"),
            ("Adresse :", "{street1}, {town1}"),
            ("Téléphone :", "{phone}"),
            ("représentant(e) légal(e) de :", "{name_sg}"),
            ("né(e) le :", "{born_num}"),
            ("à :", "{place}"),
            ("autorise l'affiliation de mon enfant mineur :", "OUI"),
        ),
        foot=("À {town2}, le {now_num}", "Signature :"),
        stamp=(),
    ),
    Form(
        "english",
        "en",
        (),
        ("PARENTAL CONSENT / AUTORISATION PARENTALE",),
        "prose",
        text=(
            (
                "I, {mother}, parent and legal guardian of {name}, born on {born_en} in "
                "{place}, hereby "
                "authorise my child to register with the French health insurance system."
            ),
            (
                "Je soussignée, mère de l'enfant mineur, autorise son inscription à l'assurance "
                "maladie."
            ),
        ),
        foot=("{now_en}", "{mother}"),
        stamp=(),
    ),
    Form(
        "handwritten",
        "fr",
        (),
        ("",),
        "handwritten",
        text=(
            "{father}",
            "{street1} {town1}",
            (
                "Je donne mon accord pour que ma fille / mon fils {name_plain}, mineur(e), {ne} le "
                "{born_fr}, soit inscrit(e) à la Sécurité sociale des étudiants."
            ),
            "À {town2} le {now_fr}",
        ),
        stamp=(),
    ),
)

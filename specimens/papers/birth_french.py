"""French birth records: town hall, service of Nantes, OFPRA. Data only.

Source: domain facts 2.4 and the wording of acts in use. Layouts are in `forms`.
"""

from __future__ import annotations

from specimens.papers.birth_record import WITHOUT_PARENTS
from specimens.papers.forms import Form

_MAIRIE = ("RÉPUBLIQUE FRANÇAISE", "Mairie de {place}", "Service de l'état civil")
_DELIVERED = ("Délivré le {day_fr}", "L'officier de l'état civil,", "par délégation, {officer}")

COPY_PROSE = Form(
    "copie_integrale_prose",
    "fr",
    (),
    ("COPIE INTÉGRALE D'ACTE DE NAISSANCE",),
    "margin",
    beside="<b>N° {number}</b><br/>NAISSANCE<br/>{name}<br/><br/><i>Mentions</i><br/>Néant",
    head=("MAIRIE DE {PLACE}", "ÉTAT CIVIL", "Année {year} - Acte n° {number}"),
    text=(
        (
            "Le {born_words} à {hour_words} heures {minute} minutes est {ne}, {street} : "
            "<b>{name}</b>, "
            "du sexe {sexe},"
        ),
        (
            "de {father}, né le {fb_words}, {trade}, et de {mother}, née le {mb_words}, "
            "son épouse, domiciliés ensemble {street} à {place}."
        ),
        (
            "Dressé le {reg_words} sur la déclaration du père qui, lecture faite et invité à lire "
            "l'acte, a signé avec Nous, {officer}, officier de l'état civil par "
            "délégation du Maire."
        ),
    ),
    foot=("Pour copie conforme à l'original", *_DELIVERED),
    stamp=("MAIRIE DE {PLACE}", "ÉTAT", "CIVIL"),
    families=("Liberation Serif", "Liberation Mono", "FreeMono", "Caladea"),
)

COPY_TABLE = Form(
    "copie_integrale_table",
    "fr",
    (),
    ("ACTE DE NAISSANCE", "Copie intégrale n° {number}/{year}"),
    "grid",
    head=_MAIRIE,
    rows=(
        ("NOM", "{surname}"),
        ("Prénom(s)", "{given}"),
        ("Sexe", "{sexe}"),
        ("Date et heure de naissance", "{born_fr} à {hour} heures {minute}"),
        ("Lieu de naissance", "{place}"),
        ("Père (nom, prénoms)", "{father_surname} {father_given}"),
        ("Date de naissance du père", "{fb_fr}"),
        ("Mère (nom, prénoms)", "{mother_surname} {mother_given}"),
        ("Date de naissance de la mère", "{mb_fr}"),
        ("Déclarant", "le père"),
        ("Date de l'acte", "{reg_fr}"),
        ("Officier de l'état civil", "{officer}"),
        ("Mentions marginales", "Néant"),
    ),
    foot=("Copie délivrée selon procédé informatisé.", *_DELIVERED),
    stamp=("MAIRIE DE {PLACE}", "MARIANNE"),
    furniture=("republic",),
)

EXTRACT_PROSE = Form(
    "extrait_avec_filiation",
    "fr",
    (),
    ("EXTRAIT D'ACTE DE NAISSANCE", "avec indication de la filiation"),
    "prose",
    head=_MAIRIE,
    text=(
        "Acte n° {number} de l'année {year}",
        "Le {born_words} à {hour} heures {minute} minutes",
        "est {ne} à {place} :",
        "<b>{name}</b>, du sexe {sexe},",
        "{fils} de {father}, {trade}, et de {mother}.",
        "Mentions marginales : néant.",
    ),
    foot=("Pour extrait certifié conforme,", *_DELIVERED),
    stamp=("MAIRIE DE {PLACE}", "ÉTAT", "CIVIL"),
    variants=("", WITHOUT_PARENTS),
    title_without_parents=("EXTRAIT D'ACTE DE NAISSANCE", "(sans filiation)"),
)

EXTRACT_FORM = Form(
    "extrait_avec_filiation_imprime",
    "fr",
    (),
    ("EXTRAIT D'ACTE DE NAISSANCE", "(avec filiation)"),
    "ruled",
    head=("Département : {place}", "Commune de {place}", "Acte de naissance n° {number}"),
    rows=(
        ("NOM :", "{surname}"),
        ("Prénoms :", "{given}"),
        ("Né(e) le :", "{born_fr}"),
        ("à :", "{place}"),
        ("Sexe :", "{sexe}"),
        ("Fils / fille de (père) :", "{father}"),
        ("et de (mère) :", "{mother}"),
        ("Mentions marginales :", "Néant"),
    ),
    foot=("Certifié conforme", "À {place}, le {day_num}", "Le Maire, l'officier d'état civil"),
    stamp=("MAIRIE DE {PLACE}",),
    furniture=("waves",),
    variants=("", WITHOUT_PARENTS),
    title_without_parents=("EXTRAIT D'ACTE DE NAISSANCE", "(sans filiation)"),
)

EXTRACT_WITHOUT_PROSE = Form(
    "extrait_sans_filiation",
    "fr",
    (),
    ("EXTRAIT D'ACTE DE NAISSANCE",),
    "prose",
    head=_MAIRIE,
    text=(
        "Acte n° {number} - Année {year}",
        "Le {born_fr} à {hour} heures {minute}, est {ne} à {place} <b>{name}</b>, de sexe {sexe}.",
        "Mention : aucune mention n'est apposée en marge de l'acte.",
    ),
    foot=("Extrait sans filiation délivré sur papier libre.", *_DELIVERED),
    stamp=("MAIRIE DE {PLACE}", "ÉTAT", "CIVIL"),
    variants=(WITHOUT_PARENTS,),
    variant=WITHOUT_PARENTS,
)

EXTRACT_WITHOUT_GRID = Form(
    "extrait_sans_filiation_table",
    "fr",
    (),
    ("Extrait de l'acte de naissance n° {number}",),
    "grid",
    head=("VILLE DE {PLACE}", "Direction de la population"),
    rows=(
        ("Nom de famille", "{surname}"),
        ("Prénom(s)", "{given}"),
        ("Naissance", "le {born_num} à {place}"),
        ("Sexe", "{sexe}"),
        ("Mentions", "NÉANT"),
    ),
    foot=_DELIVERED,
    stamp=("VILLE DE {PLACE}", "POPULATION"),
    furniture=("crest",),
    variants=(WITHOUT_PARENTS,),
    variant=WITHOUT_PARENTS,
)

CONSULAR = Form(
    "transcription_consulaire",
    "fr",
    (),
    ("COPIE INTÉGRALE", "Acte de naissance transcrit"),
    "rows_then_text",
    head=(
        "MINISTÈRE DE L'EUROPE ET DES AFFAIRES ÉTRANGÈRES",
        "Service central d'état civil",
        "Ambassade de France - Section consulaire de {place}",
        "Référence : CSL.{PLACE}.{year}.{number}",
    ),
    rows=(
        ("Nom de famille :", "{surname}"),
        ("Prénom(s) :", "{given}"),
        ("Sexe :", "{sexe}"),
        ("Date de naissance :", "{born_fr}"),
        ("Lieu de naissance :", "{place} ({country})"),
        ("Père :", "{father}, né le {fb_fr}"),
        ("Mère :", "{mother}, née le {mb_fr}"),
    ),
    text=(
        (
            "Transcrit par nous, {officer}, vice-consul, officier de l'état civil, le {reg_fr}, au "
            "vu de la copie de l'acte étranger n° {number}."
        ),
        "Mentions : néant.",
    ),
    foot=("Nantes, le {day_fr}", "L'officier de l'état civil, {officer}"),
    stamp=("SERVICE CENTRAL D'ÉTAT CIVIL", "NANTES"),
    furniture=("republic",),
)

CONSULATE_ATTESTATION = Form(
    "attestation_consulaire",
    "fr",
    (),
    ("ATTESTATION DE NAISSANCE",),
    "prose",
    head=("Ambassade de la République ({country})", "Section consulaire - Paris", "N° {number}/CS"),
    text=(
        (
            "Le Consul général soussigné certifie, au vu des registres de l'état civil, que "
            "<b>{name}</b>, de sexe {sexe}, est {ne} le {born_fr} à {place} ({country}),"
        ),
        "{fils} de {father} et de {mother}.",
        "La présente attestation est délivrée pour servir et valoir ce que de droit.",
    ),
    foot=("Fait à Paris, le {day_fr}", "Le Consul, {officer}"),
    stamp=("SECTION CONSULAIRE PARIS", "CONSULAT"),
    furniture=("crest",),
)

OFPRA = Form(
    "ofpra",
    "fr",
    (),
    ("CERTIFICAT DE NAISSANCE", "tenant lieu d'acte d'état civil"),
    "prose",
    head=(
        "OFFICE FRANÇAIS DE PROTECTION DES RÉFUGIÉS ET APATRIDES",
        "Division de la protection",
        "Dossier n° {serial}",
    ),
    text=(
        "Vu l'article L. 121-9 du code de l'entrée et du séjour des étrangers et du droit d'asile,",
        (
            "Nous, Directeur général de l'Office français de protection des réfugiés et apatrides, "
            "certifions que :"
        ),
        "<b>{name}</b>, de sexe {sexe}, est {ne} le {born_words} à {place} ({country}),",
        "{fils} de {father}, né le {fb_fr}, et de {mother}, née le {mb_fr}.",
        "Mentions : néant.",
    ),
    foot=("Fait à Fontenay-sous-Bois, le {day_fr}", "Pour le Directeur général, {officer}"),
    stamp=("OFPRA", "PROTECTION"),
    furniture=("republic",),
)

FORMS = (
    COPY_PROSE,
    COPY_TABLE,
    EXTRACT_PROSE,
    EXTRACT_FORM,
    EXTRACT_WITHOUT_PROSE,
    EXTRACT_WITHOUT_GRID,
    CONSULAR,
    CONSULATE_ATTESTATION,
    OFPRA,
)

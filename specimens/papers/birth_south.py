"""Birth records of the Maghreb and of French-speaking Africa, as their registries word them."""

from __future__ import annotations

from specimens.papers.forms import Form

_ARABIC_FONTS = ("DejaVu Sans", "FreeSerif")

MOROCCO_FRENCH = Form(
    "morocco_french",
    "fr",
    ("MAR",),
    ("EXTRAIT D'ACTE DE NAISSANCE",),
    "ruled",
    head=(
        "ROYAUME DU MAROC",
        "MINISTÈRE DE L'INTÉRIEUR",
        "Province de {place}",
        "Bureau d'état civil : {place}",
        "Acte n° {number}  Année {year}",
    ),
    rows=(
        ("Prénom :", "{given}"),
        ("Nom :", "{surname}"),
        ("Né(e) à :", "{place}"),
        ("le :", "{born_words}"),
        ("correspondant au :", "{born_num}"),
        ("Nationalité :", "Marocaine"),
        ("Sexe :", "{sexe}"),
        ("Fils / fille de :", "{father_given}"),
        ("et de :", "{mother}"),
        ("Mention marginale de décès :", "Néant"),
    ),
    foot=(
        (
            "Je soussigné, officier de l'état civil, certifie la conformité de cet extrait aux "
            "registres de l'état civil de l'année {year}."
        ),
        "Délivré à {place}, le {day_num}",
        "L'officier de l'état civil",
    ),
    stamp=("ROYAUME DU MAROC", "ÉTAT CIVIL", "{PLACE}"),
    furniture=("fiscal",),
)

MOROCCO_COPY = Form(
    "morocco_copie_integrale",
    "fr",
    ("MAR",),
    ("COPIE INTÉGRALE", "Acte de naissance n° {number}"),
    "prose",
    head=(
        "Royaume du Maroc",
        "Ministère de l'Intérieur",
        "Commune urbaine de {place}",
        "Registre de l'année {year}",
    ),
    text=(
        (
            "Le {born_words}, à {hour_words} heures, est {ne} à {place} <b>{name}</b>, "
            "sexe {sexe}, "
            "de nationalité marocaine,"
        ),
        (
            "de {father}, de nationalité marocaine, né le {fb_num}, profession {trade}, "
            "et de {mother}, "
            "née le {mb_num}, sans profession, domiciliés à {place}."
        ),
        (
            "Dressé par nous, {officer}, officier de l'état civil, le {reg_words}, sur "
            "la déclaration "
            "du père."
        ),
    ),
    foot=("Copie certifiée conforme au registre", "{place}, le {day_fr}"),
    stamp=("COMMUNE DE {PLACE}", "ÉTAT CIVIL"),
)

MOROCCO_BILINGUAL = Form(
    "morocco_bilingual",
    "fr",
    ("MAR",),
    ("EXTRAIT D'ACTE DE NAISSANCE", "نسخة موجزة من رسم الولادة"),
    "mirror",
    head=(
        "ROYAUME DU MAROC - المملكة المغربية",
        "MINISTÈRE DE L'INTÉRIEUR - وزارة الداخلية",
        "Acte n° {number} / {year} - رسم عدد",
    ),
    rows=(
        ("Prénom", "{given}<br/>{ar_given}", "الاسم الشخصي"),
        ("Nom", "{surname}<br/>{ar_surname}", "الاسم العائلي"),
        ("Né(e) le", "{born_num}", "المولود (ة) في"),
        ("à", "{place}", "مكان الولادة"),
        ("Sexe", "{sexe}", "الجنس"),
        ("Prénom et nom du père", "{father}", "اسم الأب"),
        ("Prénom et nom de la mère", "{mother}", "اسم الأم"),
        ("Mentions marginales", "Néant", "بيانات هامشية"),
    ),
    foot=("Fait à {place}, le {day_num}", "L'officier de l'état civil - ضابط الحالة المدنية"),
    stamp=("ROYAUME DU MAROC", "{PLACE}"),
    families=("DejaVu Sans",),
    size=9.5,
)

ALGERIA = Form(
    "algeria_ec7",
    "fr",
    ("DZA",),
    ("EXTRAIT D'ACTE DE NAISSANCE",),
    "ruled",
    head=(
        "RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE",
        "MINISTÈRE DE L'INTÉRIEUR",
        "Wilaya de {place}",
        "Daïra de {place} - Commune de {place}",
        "E.C. N° 7",
        "N° de l'acte : {number}",
    ),
    rows=(
        ("Le", "{born_words}"),
        ("à (heure)", "{hour_words} heures {minute} minutes"),
        ("est né(e) à", "{place}"),
        ("Commune", "{place}    Wilaya {place}"),
        ("le (la) nommé(e)", "{name_sg}"),
        ("de sexe", "{sexe}"),
        ("fils (fille) de", "{father}"),
        ("âgé de                profession", "{trade}"),
        ("et de", "{mother}"),
        ("domiciliés à", "{place}"),
        ("Dressé le", "{reg_num}"),
        ("Mentions marginales", "Néant"),
    ),
    foot=("Pour extrait conforme", "À {place}, le {day_num}", "L'officier de l'état civil"),
    stamp=("COMMUNE DE {PLACE}", "ÉTAT CIVIL"),
    families=("Liberation Serif", "Liberation Sans"),
)

ALGERIA_12S = Form(
    "algeria_12s",
    "fr",
    ("DZA",),
    ("شهادة ميلاد خاصة", "ACTE DE NAISSANCE SPÉCIAL - EC 12 S"),
    "mirror",
    head=(
        "الجمهورية الجزائرية الديمقراطية الشعبية",
        "RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE",
        "{place} - {serial}",
    ),
    rows=(
        ("Nom", "{surname} - {ar_surname}", "اللقب"),
        ("Prénom", "{given} - {ar_given}", "الاسم"),
        ("Date de naissance", "{born_iso}", "تاريخ الميلاد"),
        ("Lieu", "{place}", "مكان الميلاد"),
        ("Sexe", "{sex}", "الجنس"),
        ("Père", "{father}", "الأب"),
        ("Mère", "{mother}", "الأم"),
        ("Acte n°", "{number}", "رقم الشهادة"),
    ),
    foot=("حرر بـ {place} في {day_iso}", "ضابط الحالة المدنية"),
    stamp=("ÉTAT CIVIL", "{PLACE}"),
    furniture=("waves", "barcode"),
    families=("DejaVu Sans",),
    size=9.5,
)

TUNISIA = Form(
    "tunisia_bilingual",
    "fr",
    ("TUN",),
    ("مضمون ولادة", "EXTRAIT DE NAISSANCE"),
    "mirror",
    head=(
        "REPUBLIQUE TUNISIENNE - الجمهورية التونسية",
        "Ministère de l'Intérieur - وزارة الداخلية",
        "Commune de {place} - بلدية",
        "N° {number} - {year}",
    ),
    rows=(
        ("Prénom", "{given} - {ar_given}", "الاسم"),
        ("Nom", "{surname} - {ar_surname}", "اللقب"),
        ("Date de naissance", "{born_words}<br/>{born_num}", "تاريخ الولادة"),
        ("Lieu de naissance", "{place}", "مكان الولادة"),
        ("Sexe", "{sexe}", "الجنس"),
        ("Nationalité", "Tunisienne", "الجنسية"),
        ("Prénom et nom du père", "{father}", "اسم الأب ولقبه"),
        ("Prénom et nom de la mère", "{mother}", "اسم الأم ولقبها"),
        ("Mentions", "Néant", "ملاحظات"),
    ),
    foot=("Pour extrait conforme - مضمون مطابق للأصل", "{place}, le {day_dash}"),
    stamp=("MUNICIPALITE DE {PLACE}", "بلدية"),
    furniture=("fiscal",),
    families=("DejaVu Sans",),
    size=9.5,
)

ARABIC_ONLY = Form(
    "arabic_only",
    "ar",
    ("EGY", "SYR", "LBN", "DZA", "MAR", "IRQ", "JOR"),
    ("شهادة الميلاد",),
    "right_to_left",
    head=("وزارة الداخلية", "مصلحة الأحوال المدنية", "رقم القيد {number}"),
    rows=(
        ("الاسم :", "{ar_given}"),
        ("اللقب :", "{ar_surname}"),
        ("الجنس :", "{sex_ar}"),
        ("تاريخ الميلاد :", "{born_iso}"),
        ("محل الميلاد :", "{ar_place}"),
        ("اسم الأب :", "{ar_father}"),
        ("اسم الأم :", "{ar_mother}"),
        ("الديانة :", "-"),
        ("تاريخ التسجيل :", "{reg_iso}"),
    ),
    foot=("حرر في {day_iso}", "أمين السجل المدني"),
    stamp=("الأحوال المدنية",),
    furniture=("waves", "crest"),
    families=_ARABIC_FONTS,
    size=13.0,
    latin=False,
)

SENEGAL = Form(
    "senegal",
    "fr",
    ("SEN",),
    ("EXTRAIT DU REGISTRE DES ACTES DE NAISSANCE",),
    "ruled",
    head=(
        "RÉPUBLIQUE DU SÉNÉGAL",
        "Un Peuple - Un But - Une Foi",
        "RÉGION DE {PLACE}",
        "CENTRE PRINCIPAL DE {PLACE}",
        "POUR L'ANNÉE {year}",
        "N° {number} DANS LE REGISTRE",
    ),
    rows=(
        ("An", "{year_words}"),
        ("Le", "{born_fr}"),
        ("à", "{hour} heures {minute} minutes"),
        ("est né(e) à", "{place}"),
        ("un enfant de sexe", "{sexe}"),
        ("Prénoms", "{given}"),
        ("Nom de famille", "{surname}"),
        ("Prénoms du père", "{father_given}"),
        ("Nom du père", "{father_surname}"),
        ("Prénoms et nom de la mère", "{mother}"),
        ("Pays de naissance", "SÉNÉGAL"),
        ("Jugement d'autorisation d'inscription n°", "-"),
    ),
    foot=(
        "EXTRAIT DÉLIVRÉ PAR LE CENTRE DE {PLACE}",
        "POUR EXTRAIT CERTIFIÉ CONFORME",
        "À {place}, le {day_num}",
        "L'OFFICIER DE L'ÉTAT CIVIL",
    ),
    stamp=("RÉPUBLIQUE DU SÉNÉGAL", "OFFICIER DE", "L'ÉTAT CIVIL"),
    furniture=("fiscal",),
)

CAMEROON = Form(
    "cameroon",
    "fr",
    ("CMR",),
    ("ACTE DE NAISSANCE", "BIRTH CERTIFICATE"),
    "ruled",
    head=(
        "RÉPUBLIQUE DU CAMEROUN - REPUBLIC OF CAMEROON",
        ("Paix-Travail-Patrie / Peace-Work-Fatherland"),
        "Centre d'état civil de / Civil status registry of {place}",
        "N° {year}/CE/{number}",
    ),
    rows=(
        ("Nom de l'enfant - Name of the child", "{surname}"),
        ("Prénoms - Given names", "{given}"),
        ("Né(e) le - Born on the", "{born_fr}"),
        ("À - At", "{place}"),
        ("Sexe - Sex", "{sexe}"),
        ("De - Of (père / father)", "{father}"),
        ("Profession - Occupation", "{trade}"),
        ("Et de - And of (mère / mother)", "{mother}"),
        ("Résidence - Residence", "{place}"),
        ("Dressé le - Drawn up on the", "{reg_fr}"),
        ("Sur la déclaration de - On the declaration of", "{father}"),
    ),
    foot=("L'Officier d'état civil / Civil Status Registrar", "{officer}"),
    stamp=("REPUBLIQUE DU CAMEROUN", "ETAT CIVIL", "{PLACE}"),
    size=9.5,
    families=("Liberation Serif", "Liberation Mono", "DejaVu Serif"),
)

IVORY_COAST = Form(
    "ivory_coast",
    "fr",
    ("CIV",),
    ("EXTRAIT", "du registre des actes de l'État Civil pour l'année {year}"),
    "rows_then_text",
    head=(
        "RÉPUBLIQUE DE CÔTE D'IVOIRE",
        "Union - Discipline - Travail",
        "DÉPARTEMENT DE {PLACE}",
        "COMMUNE DE {PLACE} - ÉTAT CIVIL",
        "N° {number} du {reg_num}",
        "NAISSANCE DE :",
    ),
    rows=(
        ("Nom et prénoms", "{name_sg}"),
        ("Le", "{born_words}"),
        ("est né(e) à", "{place}"),
        ("Fils / Fille de", "{father}"),
        ("et de", "{mother}"),
    ),
    text=(
        "MENTIONS (éventuellement) : marié(e) le NÉANT - divorcé(e) le NÉANT - décédé(e) le NÉANT",
        "Certifie le présent extrait conforme aux indications portées au registre.",
    ),
    foot=("Délivré à {place}, le {day_num}", "L'Officier de l'État Civil", "(Signature)"),
    stamp=("REPUBLIQUE DE COTE D'IVOIRE", "SOUS-PREFECTURE"),
    furniture=("fiscal",),
)

FORMS = (
    MOROCCO_FRENCH,
    MOROCCO_COPY,
    MOROCCO_BILINGUAL,
    ALGERIA,
    ALGERIA_12S,
    TUNISIA,
    ARABIC_ONLY,
    SENEGAL,
    CAMEROON,
    IVORY_COAST,
)

"""Birth records kept for measuring: other states and other arrangements. Data only."""

from __future__ import annotations

from specimens.papers.birth_record import WITHOUT_PARENTS
from specimens.papers.forms import Form

FORMS = (
    Form(
        "unseen_ville_nouvelle", "fr", (), ("Naissance", "Extrait - filiation incluse"), "centred",
        head=("Commune nouvelle de {place}", "Guichet unique état civil", "{number} / {year}"),
        rows=(
            ("Nom", "{surname}"), ("Prénoms", "{given}"), ("Né(e)", "le {born_fr}, {place}"),
            ("Parent 1 (père)", "{father}"), ("Parent 2 (mère)", "{mother}"), ("Sexe", "{sexe}"),
        ),
        foot=("Pour extrait, le {day_fr}", "{officer}, officier d'état civil délégué"),
        stamp=("COMMUNE DE {PLACE}",), families=("Lato", "Open Sans"), unseen=True,
        variants=("", WITHOUT_PARENTS), title_without_parents=("Naissance", "Extrait simple"),
    ),
    Form(
        "unseen_old_typed_copy", "fr", (), ("NAISSANCE",), "prose",
        head=("PRÉFECTURE", "VILLE DE {PLACE}", "Extrait des minutes", "ACTE {number}"),
        text=(
            "L'AN {year_words}, le {born_num} à {hour}H{minute}, a été enregistrée la naissance de "
            "{given} {surname}, sexe {sexe}, en la maternité de {place}. "
            "Père déclaré : {father} ({trade}). Mère déclarée : {mother}.",
            "Reproduction intégrale du registre. Aucune mention en marge.",
        ),
        foot=("{place}, {day_num}", "Le secrétaire de mairie"), stamp=("VILLE DE {PLACE}", "R.F."),
        families=("FreeMono", "Liberation Mono"), unseen=True,
    ),
    Form(
        "unseen_bulletin_sans_parents", "fr", (), ("BULLETIN DE NAISSANCE",), "boxes",
        head=("MAIRIE DE {PLACE}",),
        rows=(("Nom", "{surname}"), ("Prénoms", "{given}"), ("Date", "{born_num}"),
              ("Commune", "{place}"), ("Acte", "{number}"), ("Sexe", "{sexe}")),
        foot=("Délivré le {day_num}",), stamp=("MAIRIE",), unseen=True,
        variants=(WITHOUT_PARENTS,), variant=WITHOUT_PARENTS,
    ),
    Form(
        "unseen_mexico", "es", ("MEX", "PER", "CHL", "ARG"), ("ACTA DE NACIMIENTO",), "grid",
        head=("ESTADOS UNIDOS MEXICANOS", "Identificador electrónico {long}"),
        rows=(
            ("Nombre(s)", "{given}"), ("Primer y segundo apellido", "{surname}"),
            ("Sexo", "{sex_es}"), ("Fecha de nacimiento", "{born_num}"),
            ("Lugar de nacimiento", "{place}"), ("Oficialía / Libro / Acta", "1 / {minute} / {number}"),
            ("Datos de filiación - padre", "{father}"), ("Datos de filiación - madre", "{mother}"),
        ),
        foot=("A los {day_es}. Doy fe.", "Director General del Registro Civil"),
        stamp=("REGISTRO CIVIL",), furniture=("frame", "qr", "barcode"), unseen=True,
    ),
    Form(
        "unseen_quebec", "fr", ("CAN",), ("COPIE D'UN ACTE DE NAISSANCE",), "grid",
        head=("Le Directeur de l'état civil", "Québec", "Numéro d'inscription {serial}"),
        rows=(
            ("Nom de famille", "{surname}"), ("Prénom(s)", "{given}"), ("Sexe", "{sexe}"),
            ("Date et heure de naissance", "{born_iso} {hour} h {minute}"),
            ("Lieu de naissance", "{place}"), ("Père", "{father}"), ("Mère", "{mother}"),
            ("Date d'enregistrement", "{reg_iso}"),
        ),
        foot=("Copie certifiée conforme, {day_iso}", "Directeur de l'état civil"),
        stamp=("DIRECTEUR DE L'ÉTAT CIVIL",), furniture=("waves", "frame"), unseen=True,
    ),
    Form(
        "unseen_india", "en", ("IND",), ("BIRTH CERTIFICATE", "जन्म प्रमाण पत्र"), "ruled",
        head=("FORM No. 5", "GOVERNMENT OF INDIA - MUNICIPAL CORPORATION OF {PLACE}",
              "Issued under Section 12/17 of the Registration of Births and Deaths Act, 1969"),
        rows=(
            ("Name", "{name}"), ("Sex", "{sex_en}"), ("Date of birth", "{born_dash}"),
            ("Place of birth", "{place}"), ("Name of father", "{father}"),
            ("Name of mother", "{mother}"), ("Registration number", "B-{year}:{number}"),
            ("Date of registration", "{reg_dash}"), ("Remarks (if any)", ""),
        ),
        foot=("Date of issue {day_dash}", "Registrar (Birth and Death)"),
        stamp=("REGISTRAR OF BIRTHS", "{PLACE}"), furniture=("crest", "qr"), unseen=True,
        families=("FreeSerif", "Liberation Serif"),
    ),
    Form(
        "unseen_poland", "pl", ("POL",), ("ODPIS ZUPEŁNY AKTU URODZENIA",), "grid",
        head=("RZECZPOSPOLITA POLSKA", "Urząd Stanu Cywilnego w: {place}", "Nr aktu {number}/{year}"),
        rows=(
            ("Nazwisko", "{surname}"), ("Imię (imiona)", "{given}"), ("Płeć", "{sex_pl}"),
            ("Data urodzenia", "{born_pl}"), ("Miejsce urodzenia", "{place}"),
            ("Ojciec: imię i nazwisko", "{father}"), ("Matka: imię i nazwisko rodowe", "{mother}"),
        ),
        foot=("{place}, {day_dot}", "Kierownik Urzędu Stanu Cywilnego"),
        stamp=("URZĄD STANU CYWILNEGO",), unseen=True, families=("DejaVu Sans", "Liberation Serif"),
    ),
    Form(
        "unseen_lebanon", "fr", ("LBN", "SYR"), ("EXTRAIT D'ACTE DE NAISSANCE - بيان ولادة",),
        "mirror",
        head=("RÉPUBLIQUE LIBANAISE", "Direction générale du statut personnel"),
        rows=(
            ("Nom et prénom", "{name_sg}", "الاسم والشهرة"), ("Père", "{father}", "اسم الأب"),
            ("Mère", "{mother}", "اسم الأم وشهرتها"), ("Lieu de naissance", "{place}", "محل الولادة"),
            ("Date de naissance", "{born_num}", "تاريخ الولادة"), ("Sexe", "{sexe}", "الجنس"),
            ("N° du registre", "{number}", "رقم السجل"),
        ),
        foot=("{place}, le {day_num}", "Le préposé à l'état civil"), stamp=("STATUT PERSONNEL",),
        families=("DejaVu Sans",), size=9.5, furniture=("fiscal",), unseen=True,
    ),
    Form(
        "unseen_ireland", "en", ("IRL",), ("BIRTH CERTIFICATE", "Teastas Beireatais"), "columns",
        head=("Civil Registration Act 2004", "Superintendent Registrar's District {place}"),
        rows=(
            ("Date and place of birth", "{born_en} {place}"), ("Forename(s)", "{given}"),
            ("Surname", "{surname}"), ("Sex", "{sex_en}"), ("Mother", "{mother}"),
            ("Father", "{father}"), ("Date of registration", "{reg_en}"),
            ("Registrar", "{officer}"),
        ),
        foot=("Certified to be a true extract from the Register of Births. {day_en}",),
        stamp=("ARD-CHLÁRAITHEOIR",), furniture=("landscape", "waves"), unseen=True,
    ),
    Form(
        "unseen_mali", "fr", ("MLI", "BFA", "GIN", "NER"),
        ("EXTRAIT D'ACTE DE NAISSANCE", "Volet n° 3 remis au déclarant"), "boxes",
        head=("RÉPUBLIQUE DU MALI - Un Peuple, Un But, Une Foi", "CERCLE DE {PLACE}",
              "Centre d'état civil de {place}"),
        rows=(
            ("Numéro NINA", "{long}"), ("Date de naissance", "{born_words}"),
            ("Heure", "{hour} h {minute}"), ("Prénom(s) de l'enfant", "{given}"),
            ("Nom", "{surname}"), ("Sexe", "{sexe}"), ("Localité de naissance", "{place}"),
            ("Prénom(s) et nom du père", "{father}"), ("Profession du père", "{trade}"),
            ("Prénom(s) et nom de la mère", "{mother}"), ("Profession de la mère", "ménagère"),
            ("Officier d'état civil", "{officer}"),
        ),
        foot=("Date d'établissement {reg_num}",), stamp=("ÉTAT CIVIL", "MALI"), unseen=True,
    ),
    Form(
        "unseen_benin", "fr", ("BEN", "TGO", "GAB", "COG", "MDG"),
        ("ACTE DE NAISSANCE", "souche n° {number}"), "prose",
        head=("RÉPUBLIQUE DU BÉNIN", "Fraternité - Justice - Travail", "Mairie de {place}"),
        text=(
            "Date et heure de la naissance : le {born_fr} à {hour} heures.",
            "Sexe : {sexe}. Nom : <b>{surname}</b>. Prénoms : <b>{given}</b>. Localité : {place}.",
            "PÈRE : {father}, profession {trade}, domicilié à {place}.",
            "MÈRE : {mother}, domiciliée à {place}.",
            "Acte dressé le {reg_fr} et signé de nous, {officer}, après lecture au déclarant.",
        ),
        foot=("Pour photocopie certifiée conforme", "{place}, le {day_num}"),
        stamp=("MAIRIE DE {PLACE}", "BENIN"), furniture=("fiscal",), unseen=True,
        families=("Liberation Mono", "Caladea"),
    ),
    Form(
        "unseen_ukraine", "uk", ("UKR",), ("СВІДОЦТВО ПРО НАРОДЖЕННЯ",), "centred",
        head=("УКРАЇНА",),
        rows=(
            ("Прізвище", "{cy_surname}"), ("Ім'я та по батькові", "{cy_given}"),
            ("Дата народження", "{born_dot}"), ("Місце народження", "{cy_place}"),
            ("Батько", "{cy_father}"), ("Мати", "{cy_mother}"), ("Актовий запис №", "{number}"),
        ),
        foot=("Дата видачі {day_dot}", "Керівник органу ДРАЦС"), stamp=("ДРАЦС",), latin=False,
        furniture=("frame",), families=("Liberation Serif", "DejaVu Serif"), unseen=True,
    ),
)  # fmt: skip

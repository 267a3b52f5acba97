"""Certificates of enrolment kept for measuring: universities, lycée, doctoral school.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.unseen_facts import (
    Facts,
    draw_lane,
    draw_signatory,
    draw_town,
    identity,
    label_column,
    template,
)

KIND = "school_certificate"

_UNIVERSITIES = (
    "Université de Haute-Armorique", "Université Clermont-Limagne", "Aix-Estérel Université",
    "Université Jeanne-Villepreux", "Université Toulouse-Lauragais", "Université Le Havre-Caux",
    "Université Paris-Bièvre", "Université Savoie-Chablais", "Université Nord-Franche-Comté",
)  # fmt: skip
_DEGREES = (
    ("Licence", "Licence Économie et gestion", "L1 Économie et gestion", "UFR Droit et économie"),
    ("Licence", "Licence mention Mathématiques", "Licence 3 Mathématiques fondamentales",
     "UFR Sciences exactes"),
    ("Master", "Master mention Biologie-santé", "M1 Biologie-santé, parcours Immunologie",
     "UFR Sciences du vivant"),
    ("Master", "Master Français langue étrangère", "Master 2 FLE à distance et en présence",
     "UFR Lettres et langues"),
    ("Master", "Master Réseaux et télécommunications", "M2 Internet des objets",
     "Institut des sciences du numérique"),
    ("Licence professionnelle", "LP Métiers de l'énergétique", "LP Énergétique (en un an)", "IUT"),
)  # fmt: skip


def draw_ine(facts: Facts) -> str:
    """Return the INE that the other papers show, else one of today's shape."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    own = f"{facts.rng.choice('01')}{facts.number(8)}" + "".join(facts.rng.sample(letters, 2))
    return facts.wish.links.get("ine", own)


def draw_number(facts: Facts, lead: str = "22") -> str:
    """Return the student number that the other papers show, else one of eight digits."""
    return facts.wish.links.get("student_number", lead + facts.number(6))


def year_of(facts: Facts) -> str:
    return wording.wished_year(facts.wish)


def day_of(facts: Facts) -> str:
    return wording.french_date(wording.day_in_year(year_of(facts), facts.wish.today, facts.rng))


def said(facts: Facts, institution: str, **numbers: str) -> dict[str, str]:
    """Return the truth: who, which year, which school, and the numbers that are printed."""
    return identity(facts) | {
        "school_year": year_of(facts), "institution": institution, **numbers
    }  # fmt: skip


def _apogee(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_UNIVERSITIES)
    town, code = draw_town(rng)
    _, diploma, stage, component = rng.choice(_DEGREES)
    face = Face(rng.choice(("Liberation Serif", "Liberation Sans", "FreeSerif")), 10.5)
    ine, number, slashed = draw_ine(facts), draw_number(facts), year_of(facts).replace("-", "/")
    marks.crest(sheet, 15, 12, 15, rng, rng.choice(marks.ACCENTS))
    sheet.lines(34, 17, (school, "Direction des études et de la vie étudiante",
                f"{draw_lane(rng)} - {code} {town}"), face.scaled(0.9))  # fmt: skip
    sheet.write(195, 17, f"Année universitaire {slashed}", face, "right")
    sheet.write(105, 48, "Certificat de scolarité", face.but(size=17, bold=True), "center")
    y = sheet.write(24, 62, f"Le Président de l'{school} certifie que l'étudiant(e) :", face) + 4
    y = label_column(sheet, 30, y, (
        ("", f"{facts.by_sex('M.', 'Mme')} {facts.surname_first}"),
        ("Numéro étudiant", number),
        ("Numéro national (INE)", ine),
        (f"né{facts.by_sex('', 'e')} le", wording.french_date(facts.born)),
        ("à", facts.place),
    ), face, 46)  # fmt: skip
    y = sheet.write(24, y + 3, f"est inscrit{facts.by_sex('', 'e')} pour l'année universitaire "
                    f"{slashed} dans la (les) formation(s) suivante(s) :", face) + 3  # fmt: skip
    rows = (("Diplôme", "Étape", "Composante", "Régime"),
            (diploma, stage, component, "Formation initiale"))  # fmt: skip
    y = sheet.table(24, y, (46, 52, 40, 28), rows, face.scaled(0.88), "all")
    y = sheet.write(120, y + 12, f"Fait à {town}, le {day_of(facts)}", face)
    sheet.lines(120, y + 2, ("Pour le Président et par délégation,", "la cheffe de service,",
                draw_signatory(rng, "F")), face.scaled(0.95))  # fmt: skip
    marks.signature(sheet, 128, y + 16, rng)
    marks.round_stamp(sheet, 86, y + 16, rng, school, ("SCOLARITÉ",), 14)
    _fees_stub(sheet, facts, face.scaled(0.85), number, slashed)
    return said(facts, school, ine=ine, student_number=number)


def _fees_stub(sheet: Sheet, facts: Facts, face: Face, number: str, slashed: str) -> None:
    sheet.rule(8, 228, 202, "#808080", 0.2, (1.5, 1.2))
    sheet.write(24, 236, f"Quittance des droits - {slashed}", face.strong())
    rows = (("Droits de scolarité", "178,00 €"), ("dont bibliothèque", "34,00 €"),
            ("Total acquitté", "178,00 €"))  # fmt: skip
    sheet.table(24, 239, (60, 26), rows, face, "none", pad=0.7)
    sheet.lines(120, 243, (facts.surname_first, number), face)
    sheet.prose(24, 262, 160, "Il appartient à l'étudiant de conserver ce document, dont il ne "
                "sera pas délivré de duplicata.", face.scaled(0.85))  # fmt: skip


def _pegase(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_UNIVERSITIES)
    town, _ = draw_town(rng)
    _, diploma, stage, component = rng.choice(_DEGREES)
    face, accent = Face(rng.choice(("Lato", "Open Sans", "Noto Sans")), 10), "#3b2f7d"
    ine, number = draw_ine(facts), draw_number(facts, "00")
    sheet.box(0, 0, 210, 4, stroke=None, fill=accent)
    sheet.write(18, 22, school, face.but(size=15, color=accent, bold=True))
    sheet.write(18, 50, "Certificat de scolarité", face.but(size=22))
    sheet.write(18, 58, f"Année universitaire {year_of(facts)}", face.but(size=12, color=accent))
    sheet.rule(18, 63, 192, "#c9c6dd")
    text = f"{rng.choice(('La présidente', 'Le président'))} de l'établissement certifie que"
    sheet.write(18, 74, text, face)
    y = label_column(sheet, 18, 84, (
        ("Nom de naissance", facts.surname), ("Prénom(s)", facts.given),
        ("Date de naissance", wording.numeric_date(facts.born)), ("Lieu de naissance", facts.place),
        ("Code apprenant", number), ("INE", ine),
    ), face, 44, 6.8)  # fmt: skip
    y = sheet.write(18, y + 5, f"est régulièrement inscrit{facts.by_sex('', 'e')} en :", face) + 4
    y = sheet.prose(24, y - 3, 160, f"<b>{diploma}</b><br/>{stage}<br/>{component}", face,
                    leading=1.5) + 5  # fmt: skip
    y = label_column(sheet, 18, y + 2, (
        ("Régime d'inscription", "Formation initiale hors apprentissage"),
        ("Statut", "Étudiant"), ("Inscription", "Principale"),
    ), face, 44, 6.4, strong=False)  # fmt: skip
    sheet.write(18, y + 8, f"{town}, le {day_of(facts)}", face)
    sheet.lines(
        118, y + 18, ("La directrice générale des services", draw_signatory(rng, "F")), face
    )
    marks.signature(sheet, 122, y + 26, rng)
    sheet.prose(18, 268, 174, "Toute personne qui établit une attestation faisant état de faits "
                "matériellement inexacts s'expose aux sanctions prévues par le code pénal. "
                f"Édition n° {facts.number(7)}.",
                face.but(size=7, color="#777777"))  # fmt: skip
    return said(facts, school, ine=ine, student_number=number)


_LYCEES = ("Lycée Marguerite-Audoux", "Lycée Claude-Chappe", "Lycée Pierre-de-Fermat-Saint-Cyr",
           "Lycée d'État Ampère-Vaucanson", "Lycée Aristide-Berges")  # fmt: skip
_CLASSES = ("MPSI 2", "PCSI - 1re année", "BCPST 1", "ECG 1re année", "Khâgne A/L", "PSI*",
            "BTS Électrotechnique 1re année", "STS 2 Comptabilité et gestion")  # fmt: skip


def _lycee(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_LYCEES)
    town, code = draw_town(rng)
    face = Face(rng.choice(("Carlito", "Liberation Sans", "Caladea")), 11)
    ine, academy = draw_ine(facts), rng.choice(("Dijon", "Rennes", "Grenoble", "Normandie"))
    marks.republic(sheet, 16, 12, rng)
    sheet.lines(62, 20, (f"Académie de {academy}", school, draw_lane(rng), f"{code} {town}",
                f"Tél. 02 00 00 00 {rng.randint(10, 99)} - UAI 0{facts.number(6)}K"),
                face.scaled(0.88))  # fmt: skip
    sheet.box(45, 62, 120, 13, weight=0.4)
    sheet.write(105, 70.5, "CERTIFICAT DE SCOLARITÉ", face.but(size=15, bold=True), "center")
    sex = rng.choice("MF")
    head = draw_signatory(rng, sex)
    soussigne = {"M": "Je soussigné, M.", "F": "Je soussignée, Mme"}[sex]
    text = (
        f"{soussigne} {head}, chef d'établissement du {school}, certifie que l'élève<br/><br/>"
        f"<b>{facts.surname_first}</b><br/><br/>né{facts.by_sex('', 'e')} le "
        f"{wording.numeric_date(facts.born)} à {facts.place}, identifiant national {ine},"
        f"<br/><br/>est scolaris{facts.by_sex('é', 'ée')} dans mon établissement en classe de "
        f"<b>{rng.choice(_CLASSES)}</b> au titre de l'année scolaire {year_of(facts)}, "
        f"en qualité {rng.choice(('d’externe', 'd’interne', 'de demi-pensionnaire'))}."
    )
    y = sheet.prose(24, 88, 162, text, face, leading=1.45)
    y = sheet.prose(24, y + 6, 162, "Certificat remis à la famille pour faire valoir ses droits.",
                    face)  # fmt: skip
    sheet.write(110, y + 16, f"À {town}, le {day_of(facts)}", face)
    sheet.write(110, y + 23, {"M": "Le Proviseur", "F": "La Proviseure"}[sex], face)
    marks.round_stamp(sheet, 150, y + 40, rng, f"{school} {town}", ("LE CHEF", "D'ÉTABLISSEMENT"))
    marks.signature(sheet, 112, y + 30, rng)
    return said(facts, school, ine=ine)


def _doctoral(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_UNIVERSITIES)
    town, _ = draw_town(rng)
    face, accent = Face(rng.choice(("FreeSans", "Roboto", "Liberation Serif")), 10), "#7a1f2b"
    number, year = draw_number(facts), year_of(facts)
    label = rng.choice((("ED 598", "Sciences de la mer et du littoral"),
                        ("ED 341", "Évolution, écosystèmes, microbiologie"),
                        ("ED 266", "Langages, espaces, temps, sociétés")))  # fmt: skip
    sheet.write(192, 20, "COLLÈGE DOCTORAL", face.but(size=13, bold=True, color=accent), "right")
    sheet.write(192, 26, f"{label[0]} - {label[1]}", face, "right")
    sheet.write(18, 20, school, face.strong())
    sheet.rule(18, 31, 192, accent, 0.7)
    sheet.write(18, 50, "Attestation d'inscription en doctorat",
                face.but(size=16, bold=True))  # fmt: skip
    civility = facts.by_sex("Monsieur", "Madame")
    text = (
        f"La directrice de l'école doctorale atteste que {civility} <b>{facts.given_first}</b>, "
        f"né{facts.by_sex('', 'e')} le {wording.french_date(facts.born)} à {facts.place}, est "
        f"inscrit{facts.by_sex('', 'e')} en {rng.choice(('première', 'deuxième', 'troisième'))} "
        f"année de thèse à l'{school} pour l'année universitaire {year} (n° {number})."
    )
    y = sheet.prose(18, 60, 174, text, face.but(size=11), "justify", 1.55)
    rows = (
        ("Spécialité du doctorat", rng.choice(("Géosciences", "Sociologie", "Microbiologie"))),
        ("Sujet", rng.choice(("Dynamique sédimentaire des estuaires tropicaux",
                              "Travail domestique et migrations : une enquête comparée",
                              "Biofilms et résistance aux antibiotiques en milieu marin"))),
        ("Direction de la thèse", draw_signatory(rng)),
        ("Unité de recherche", f"UMR {facts.number(4)}"),
        ("Date de première inscription", f"01/10/{year[:4]}"),
        ("Financement", rng.choice(("Bourse du pays d'origine", "Sans financement dédié"))),
    )  # fmt: skip
    y = sheet.table(18, y + 6, (56, 118), rows, face, "rows", line="#d0b8bc", pad=1.8)
    y = sheet.prose(18, y + 6, 174, "Cette attestation est établie sur demande du doctorant ou de "
                    "la doctorante pour tout usage administratif.", face)  # fmt: skip
    sheet.lines(112, y + 14, (f"{town}, le {day_of(facts)}", draw_signatory(rng, "F"),
                "Directrice de l'école doctorale"), face)  # fmt: skip
    marks.signature(sheet, 116, y + 28, rng, 38)
    marks.frame_stamp(sheet, 50, y + 26, rng, (label[0], school))
    return said(facts, school, student_number=number)


def _iut(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, host = facts.rng, facts.rng.choice(_UNIVERSITIES)
    town, code = draw_town(rng)
    school, number, year = f"IUT de {town}", draw_number(facts), year_of(facts)
    face = Face(rng.choice(("Roboto", "Carlito", "DejaVu Sans")), 10)
    sheet.box(14, 12, 40, 18, stroke=None, fill=rng.choice(marks.ACCENTS))
    sheet.write(34, 24, "IUT", face.but(size=22, bold=True, color="#ffffff"), "center")
    sheet.lines(60, 18, (school, f"Composante de l'{host}", f"{draw_lane(rng)}, {code} {town}"),
                face.scaled(0.95))  # fmt: skip
    sheet.lines(116, 48, (f"{facts.by_sex('M.', 'Mme')} {facts.surname_first}", *facts.address),
                face)  # fmt: skip
    sheet.write(14, 80, "ATTESTATION DE SCOLARITÉ", face.but(size=13, bold=True))
    sheet.write(14, 86, f"Rentrée {year[:4]} - année {year}", face)
    speciality = rng.choice(("Mesures physiques", "Informatique", "Techniques de commercialisation",
                             "Réseaux et télécommunications", "Carrières sociales"))  # fmt: skip
    text = (
        f"Nous soussignés, service de scolarité de l'{school}, attestons que "
        f"{facts.by_sex('l’étudiant désigné', 'l’étudiante désignée')} ci-dessus, "
        f"né{facts.by_sex('', 'e')} le {wording.numeric_date(facts.born)} ({facts.place}), "
        f"portant le numéro {number}, suit au cours de l'année universitaire {year} les "
        f"enseignements du <b>bachelor universitaire de technologie {speciality}</b>, "
        f"semestres {rng.choice(('1 et 2', '3 et 4', '5 et 6'))}, et que sa présence y est "
        "obligatoire."
    )
    y = sheet.prose(14, 96, 182, text, face.but(size=11), leading=1.6)
    sheet.write(14, y + 12, f"Le {day_of(facts)}", face)
    sheet.lines(14, y + 20, ("La responsable administrative,", draw_signatory(rng, "F")), face)
    marks.signature(sheet, 20, y + 30, rng)
    marks.round_stamp(sheet, 92, y + 32, rng, school, ("SERVICE", "SCOLARITÉ"))
    return said(facts, school, student_number=number)


TEMPLATES = (
    template(KIND, "held_apogee_fees", _apogee),
    template(KIND, "held_pegase", _pegase),
    template(KIND, "held_lycee_cpge", _lycee),
    template(KIND, "held_doctoral", _doctoral),
    template(KIND, "held_iut", _iut),
)

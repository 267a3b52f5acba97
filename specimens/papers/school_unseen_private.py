"""Certificates of enrolment kept for measuring: engineering, business and art schools.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.school_unseen import KIND, day_of, draw_ine, draw_number, said, year_of
from specimens.papers.unseen_facts import (
    Facts,
    draw_lane,
    draw_signatory,
    draw_town,
    label_column,
    small_labels,
    template,
)

_ENGINEERS = ("INSA Picardie", "École nationale d'ingénieurs de Nevers", "IMT Cévennes",
              "Polytech Bourgogne-Sud", "CESTI, école d'ingénieurs")  # fmt: skip
_BUSINESS = ("EM Saône", "Aldébaran Business School", "ESC Béarn", "IBS Rive Gauche",
             "Rhône-Léman School of Business")  # fmt: skip
_ARTS = ("École supérieure d'art et de design Loire-Forez", "Conservatoire national d'Aquitaine",
         "Institut supérieur des arts de la scène", "École d'architecture du Berry")  # fmt: skip


def _side_by_side(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_ENGINEERS)
    town, _ = draw_town(rng)
    face = Face(rng.choice(("Noto Sans", "Carlito", "Liberation Sans")), 10)
    number, ine, year = draw_number(facts, "3"), draw_ine(facts), year_of(facts)
    marks.crest(sheet, 94, 12, 20, rng, rng.choice(marks.ACCENTS))
    sheet.write(105, 39, school, face.but(size=13, bold=True), "center")
    sheet.stroke(105, 50, 105, 196, "#9a9a9a", 0.2)
    title = face.but(size=12.5, bold=True)
    sheet.write(57, 56, "CERTIFICAT DE SCOLARITÉ", title, "center", 84)
    sheet.write(153, 56, "CERTIFICATE OF ENROLMENT", title, "center", 84)
    head, day = draw_signatory(rng, "F"), wording.day_in_year(year, facts.wish.today, rng)
    years = rng.choice((("1re année du cycle ingénieur", "First year of the engineering degree"),
                        ("2e année du cycle ingénieur", "Second year of the engineering degree"),
                        ("Double diplôme, 3e année", "Double degree, third year")))  # fmt: skip
    french = (
        f"La directrice des formations, {head}, certifie que<br/><br/>"
        f"{facts.by_sex('Monsieur', 'Madame')} <b>{facts.given_first}</b><br/>"
        f"né{facts.by_sex('', 'e')} le {wording.french_date(facts.born)}<br/>à {facts.place}"
        f"<br/><br/>est élève de l'établissement pour l'année universitaire <b>{year}</b> en "
        f"{years[0]}.<br/><br/>N° étudiant : {number}<br/>INE : {ine}<br/><br/>"
        f"Fait à {town}, le {wording.french_date(day)}"
    )
    english = (
        f"The Dean of Studies, {head}, certifies that<br/><br/>"
        f"{facts.by_sex('Mr', 'Ms')} <b>{facts.given_first}</b><br/>"
        f"born on {wording.long_date(facts.born, 'en')}<br/>in {facts.place}"
        f"<br/><br/>is a student of our school in the <b>{year}</b> academic year, enrolled in: "
        f"{years[1]}.<br/><br/>Student ID: {number}<br/>National ID: {ine}<br/><br/>"
        f"{town}, {wording.long_date(day, 'en')}"
    )
    sheet.prose(16, 64, 84, french, face, leading=1.5)
    sheet.prose(111, 64, 84, english, face, leading=1.5)
    marks.signature(sheet, 120, 206, rng, 40, 14)
    marks.round_stamp(sheet, 80, 214, rng, school, (town.upper(),), 17)
    sheet.write(105, 280, f"{school} - {draw_lane(rng)} - établissement public", face.but(
        size=7.5, color="#7c7c7c"), "center")  # fmt: skip
    return said(facts, school, student_number=number, ine=ine)


def _business_table(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_BUSINESS)
    town, code = draw_town(rng)
    face, accent = Face(rng.choice(("Lato", "Roboto", "Open Sans")), 9.5), "#0c2340"
    number, year = draw_number(facts, "B0"), year_of(facts)
    first, last = year.split("-")
    sheet.box(0, 0, 210, 30, stroke=None, fill=accent)
    sheet.write(16, 19, school.upper(), face.but(size=17, bold=True, color="#ffffff"), within=120)
    sheet.write(194, 19, "Campus Services", face.but(color="#d8dee8"), "right")
    sheet.write(16, 50, "ATTESTATION DE SCOLARITÉ", face.but(size=15, bold=True, color=accent))
    sheet.write(16, 57, "Proof of student status", face.but(size=11, italic=True))
    course = rng.choice((("Programme Grande École", "Master 1", "Grade de master"),
                         ("MSc Supply Chain", "Année unique", "MSc (titre RNCP 7)"),
                         ("Bachelor Management", "3e année", "Visa bac+3")))  # fmt: skip
    rows = (
        ("Étudiant / Student", f"{facts.surname} {facts.given}"),
        ("Date et lieu de naissance / Born", f"{wording.numeric_date(facts.born)} - {facts.place}"),
        ("Matricule / ID", number),
        ("Programme", course[0]),
        ("Niveau / Level", course[1]),
        ("Diplôme préparé / Award", course[2]),
        ("Année académique / Academic year", year),
        ("Période de cours / Term dates", f"du 07/09/{first} au 28/05/{last}"),
        ("Rythme / Mode", "Temps plein - full time"),
        ("Situation comptable", "À jour de ses frais de scolarité"),
    )
    y = sheet.table(16, 66, (64, 114), rows, face, "all", line="#c3cad6", pad=2)
    y = sheet.prose(16, y + 7, 178, f"Nous certifions que la personne désignée dans ce tableau "
                    f"est inscrite à {school} et qu'elle y poursuit effectivement ses études.",
                    face, leading=1.5)  # fmt: skip
    sheet.lines(16, y + 12, (f"{town}, le {day_of(facts)}", draw_signatory(rng),
                "Responsable du service aux étudiants"), face)  # fmt: skip
    marks.signature(sheet, 24, y + 26, rng)
    marks.frame_stamp(sheet, 110, y + 18, rng, (school, draw_lane(rng), f"{code} {town}"))
    sheet.prose(16, 276, 178, f"{school} - établissement d'enseignement supérieur privé reconnu "
                f"par l'État - SIRET {facts.number(14)}", face.but(size=7, color="#888888"),
                "center")  # fmt: skip
    return said(facts, school, student_number=number)


def _letter(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_ARTS)
    town, code = draw_town(rng)
    face, year = (
        Face(rng.choice(("Caladea", "DejaVu Serif", "Liberation Serif")), 11),
        year_of(facts),
    )
    sheet.write(22, 24, school, face.but(size=14, italic=True))
    sheet.lines(22, 30, (draw_lane(rng), f"{code} {town}"), face.scaled(0.85))
    sheet.write(188, 56, f"{town}, le {day_of(facts)}", face, "right")
    sheet.prose(22, 70, 166, "<b>Objet :</b> attestation de scolarité", face)
    sheet.write(22, 88, "Madame, Monsieur,", face)
    he = facts.by_sex("il", "elle")
    study = rng.choice(("deuxième année du DNA, option design graphique",
                        "première année du cycle de licence en architecture",
                        "cycle supérieur de composition, deuxième année"))  # fmt: skip
    text = (
        f"Par la présente, je vous confirme que {facts.by_sex('M.', 'Mme')} "
        f"<b>{facts.given_first}</b>, de nationalité étrangère, né{facts.by_sex('', 'e')} à "
        f"{facts.place} le {wording.french_date(facts.born)}, fait partie des étudiants de notre "
        f"établissement pour l'année {year}.<br/><br/>"
        f"{he.capitalize()} y est inscrit{facts.by_sex('', 'e')} en {study}, formation à temps "
        f"plein dont les cours ont débuté le 21 septembre {year[:4]} et s'achèveront le 30 juin "
        f"{year[5:]}.<br/><br/>Je reste à votre disposition pour tout renseignement "
        "complémentaire et vous prie d'agréer, Madame, Monsieur, l'expression de ma considération "
        "distinguée."
    )
    y = sheet.prose(22, 96, 166, text, face, "justify", 1.55)
    sheet.lines(110, y + 14, (draw_signatory(rng, "F"), "Secrétaire générale"), face)
    marks.signature(sheet, 114, y + 24, rng)
    if rng.random() < 0.6:
        marks.round_stamp(sheet, 70, y + 30, rng, school, ("SECRÉTARIAT", "GÉNÉRAL"), 16)
    return said(facts, school)


def _portal(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw what a school's management software prints: identity in blocks, a photo's place."""
    rng, school = facts.rng, facts.rng.choice(_ENGINEERS)
    town, code = draw_town(rng)
    face = Face(rng.choice(("DejaVu Sans", "Liberation Sans", "Noto Sans")), 9)
    number, ine, year = draw_number(facts, "4"), draw_ine(facts), year_of(facts)
    sheet.write(14, 18, school, face.but(size=12, bold=True))
    sheet.write(14, 24, f"{draw_lane(rng)} {code} {town.upper()}", face.scaled(0.9))
    sheet.write(196, 18, f"Imprimé le {day_of(facts)}", face.but(size=7.5), "right")
    sheet.rule(14, 28, 196)
    sheet.write(105, 42, f"CERTIFICAT D'INSCRIPTION {year.replace('-', ' / ')}",
                face.but(size=13, bold=True), "center")  # fmt: skip
    sheet.box(166, 50, 28, 36, stroke="#aaaaaa", weight=0.2)
    sheet.write(180, 69, "photo", face.but(color="#aaaaaa"), "center")
    look = face.but(size=10.5)
    small_labels(sheet, 16, 54, (
        ("NOM", facts.surname), ("PRÉNOM(S)", facts.given),
        ("NÉ(E) LE", wording.numeric_date(facts.born)),
    ), look, within=68)  # fmt: skip
    small_labels(sheet, 92, 54, (
        ("IDENTIFIANT", number), ("INE", ine), ("LIEU DE NAISSANCE", facts.place),
    ), look, within=68)  # fmt: skip
    group = rng.choice(("Promotion 2029 - groupe TD 3", "A2 - Informatique et réseaux",
                        "Promotion 2030 - classe B"))  # fmt: skip
    sheet.table(14, 96, (56, 66, 60), (
        ("Cycle", "Groupe / promotion", "Période"),
        (rng.choice(("Cycle ingénieur", "Prépa intégrée")), group,
         f"01/09/{year[:4]} - 31/08/{year[5:]}"),
    ), face, "all", "#e4e4e4", pad=1.8)  # fmt: skip
    y = sheet.prose(14, 118, 182, f"Le service des études certifie que "
                    f"{facts.by_sex('M.', 'Mme')} {facts.surname_first} est bien "
                    f"inscrit{facts.by_sex('', 'e')} dans l'établissement pour l'année "
                    f"universitaire {year} et bénéficie du statut étudiant.", face.but(size=10.5),
                    leading=1.5)  # fmt: skip
    sheet.lines(120, y + 14, ("Le directeur des études", draw_signatory(rng, "M")), face)
    marks.signature(sheet, 126, y + 22, rng)
    marks.qr_code(sheet, 14, 240, 24, f"https://scol.example.org/{facts.number(9)}")
    sheet.write(42, 252, "Flashez ce code pour contrôler le document.", face.scaled(0.85))
    return said(facts, school, student_number=number, ine=ine)


def _english(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice((*_BUSINESS, *_ENGINEERS))
    town, code = draw_town(rng)
    face, year = (
        Face(rng.choice(("Liberation Serif", "Carlito", "FreeSerif")), 11.5),
        year_of(facts),
    )
    number = draw_number(facts, "S")
    sheet.rule(20, 14, 190, "#8a6d1f", 0.8)
    sheet.write(20, 24, school, face.but(size=16, bold=True))
    sheet.write(20, 30, f"{draw_lane(rng)}, {code} {town}, France", face.scaled(0.82))
    sheet.write(105, 58, "Certificate of Enrollment", face.but(size=19, bold=True), "center")
    sheet.write(20, 76, "To whom it may concern,", face)
    he = facts.by_sex("He", "She")
    course = rng.choice(("Master of Science in Robotics", "MSc in Sustainable Finance",
                         "Bachelor in Global Business, year 3"))  # fmt: skip
    y = sheet.prose(20, 82, 170, f"This is to certify that {facts.by_sex('Mr.', 'Ms.')} "
                    f"<b>{facts.given_first}</b> is currently enrolled as a full-time student at "
                    f"{school} for the academic year {year}.", face, "justify", 1.5)  # fmt: skip
    y = label_column(sheet, 28, y + 10, (
        ("Date of birth", wording.long_date(facts.born, "en")),
        ("Place of birth", facts.place),
        ("Student number", number),
        ("Course of study", course),
        ("Start of classes", f"14 September {year[:4]}"),
        ("End of academic year", f"31 August {year[5:]}"),
    ), face, 52, 7)  # fmt: skip
    y = sheet.prose(20, y + 2, 170, f"{he} has completed all registration formalities, and this "
                    f"certificate is issued upon request.", face, "justify", 1.5)  # fmt: skip
    day = wording.day_in_year(year, facts.wish.today, rng)
    sheet.lines(20, y + 14, (f"{town}, {wording.some_english_date(day, rng)}", "",
                draw_signatory(rng), "Head of Academic Affairs"), face)  # fmt: skip
    marks.signature(sheet, 84, y + 20, rng)
    marks.round_stamp(sheet, 152, y + 28, rng, school, ("ACADEMIC", "AFFAIRS"), 17)
    return said(facts, school, student_number=number)


TEMPLATES = (
    template(KIND, "held_side_by_side", _side_by_side),
    template(KIND, "held_business_table", _business_table),
    template(KIND, "held_letter", _letter),
    template(KIND, "held_portal", _portal),
    template(KIND, "held_english", _english),
)

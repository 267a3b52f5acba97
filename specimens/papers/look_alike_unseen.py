"""What is sent in the place of a certificate of enrolment, kept for measuring.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from datetime import date
from random import Random

from specimens.layout import Face, Sheet
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.papers import marks, wording
from specimens.papers.school_unseen import day_of, draw_ine, draw_number, year_of
from specimens.papers.unseen_facts import (
    Facts,
    Layout,
    draw_lane,
    draw_signatory,
    draw_town,
    identity,
    label_column,
    small_labels,
    template,
)

CARD = (85.6, 54.0)

_SCHOOLS = ("Université de Haute-Armorique", "Université Clermont-Limagne", "EM Saône",
            "Aix-Estérel Université", "INSA Picardie", "IMT Cévennes", "ESC Béarn")  # fmt: skip
_COURSES = ("Master 1 Sciences du langage", "Licence 2 Histoire de l'art", "MSc Management",
            "première année du cycle ingénieur", "Master 2 Génie des procédés")  # fmt: skip


def _numbered(facts: Facts, school: str, **numbers: str) -> dict[str, str]:
    return identity(facts) | {"school_year": year_of(facts), "institution": school, **numbers}


def _spring(facts: Facts) -> date:
    """Return a day of the spring before the academic year, when places are offered."""
    return date(int(year_of(facts)[:4]), facts.rng.randint(3, 6), facts.rng.randint(2, 28))


def _accepted(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the notice of acceptance that a candidate takes to the consulate."""
    rng, school = facts.rng, facts.rng.choice(_SCHOOLS)
    (town, code), year = draw_town(rng), year_of(facts)
    face = Face(rng.choice(("Liberation Sans", "Noto Sans", "Carlito")), 10.5)
    marks.crest(sheet, 16, 12, 16, rng, rng.choice(marks.ACCENTS))
    sheet.lines(36, 18, (school, "Direction des relations internationales",
                f"{draw_lane(rng)}, {code} {town}"), face.scaled(0.9))  # fmt: skip
    sheet.write(16, 52, "ATTESTATION D'ADMISSION", face.but(size=15, bold=True))
    sheet.write(16, 59, f"Campagne {year} - dossier {facts.number(9)}", face)
    y = label_column(sheet, 16, 72, (
        ("Candidat(e)", facts.surname_first), ("Date de naissance",
         wording.numeric_date(facts.born)),
        ("Formation demandée", rng.choice(_COURSES)), ("Décision", "ADMIS(E)"),
    ), face, 46, 7.5)  # fmt: skip
    text = (
        f"Votre candidature pour l'année universitaire {year} a été retenue par l'équipe "
        "pédagogique. Nous vous invitons à confirmer votre venue avant le 15 juillet et à demander "
        "votre visa.<br/><br/>Attention : cette admission ne dispense pas de l'inscription "
        "administrative, qui aura lieu à la rentrée sur présentation de vos diplômes originaux "
        "et du justificatif CVEC."
    )
    y = sheet.prose(16, y + 4, 178, text, face, leading=1.5)
    sheet.lines(
        120,
        y + 14,
        (f"{town}, le {wording.french_date(_spring(facts))}", draw_signatory(rng)),
        face,
    )
    marks.signature(sheet, 122, y + 22, rng)
    return _numbered(facts, school)


def _congratulations(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(("EM Saône", "ESC Béarn", "IBS Rive Gauche"))
    year = year_of(facts)
    face = Face(rng.choice(("Caladea", "Lato", "Liberation Serif")), 11)
    sheet.write(20, 26, school, face.but(size=18, bold=True, color="#8c1d2f"))
    sheet.lines(120, 48, (facts.given_first, *facts.address), face)
    sheet.write(20, 76, f"Résultat d'admission - rentrée de septembre {year[:4]}", face.strong())
    text = (
        f"{facts.by_sex('Cher', 'Chère')} {facts.given or facts.surname},<br/><br/>Le jury du "
        "concours international vient de se réunir et j'ai le plaisir de vous annoncer que vous "
        f"êtes {facts.by_sex('admis', 'admise')} à {school}, dans le programme "
        f"{rng.choice(('Grande École', 'MSc Finance', 'Bachelor'))}, pour l'année {year}. Toute "
        "l'équipe vous adresse ses félicitations.<br/><br/>Pour réserver votre place, il vous "
        "reste à verser un acompte de 2 000 € et à renvoyer le dossier d'inscription complété "
        "sous quinze jours. Passé ce délai, nous considérerons que vous renoncez à votre place."
    )
    y = sheet.prose(20, 86, 170, text, face, leading=1.55)
    day = wording.french_date(_spring(facts))
    sheet.lines(20, y + 14, (draw_signatory(rng, "M"), "Directeur du recrutement", day), face)
    marks.signature(sheet, 84, y + 14, rng)
    return {"surname": facts.who.surname, "given_names": facts.given, "school_year": year,
            "institution": school}  # fmt: skip


def _offer(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(("INSA Picardie", "IMT Cévennes", "EM Saône"))
    (town, code), year = draw_town(rng), year_of(facts)
    face = Face(rng.choice(("FreeSerif", "Roboto", "Carlito")), 11)
    sheet.lines(20, 22, (school, "International Admissions", f"{code} {town}, France"), face)
    sheet.write(190, 22, wording.long_date(_spring(facts), "en"), face, "right")
    sheet.write(20, 54, "Admission Letter", face.but(size=16, bold=True))
    text = (
        f"Dear {facts.given_first},<br/><br/>Thank you for your application (no. "
        f"{facts.number(7)}). The selection committee is delighted to offer you a place on our "
        f"{rng.choice(('MSc in Data Engineering', 'Master in Management'))} starting in September "
        f"{year[:4]}, academic year {year}.<br/><br/>Please accept this offer online by the date "
        "shown in your account. Your enrolment will only be completed after arrival, once tuition "
        "fees are paid and your original documents have been checked.<br/><br/>You may use this "
        f"letter for your visa application. Date of birth: {wording.long_date(facts.born, 'en')}."
    )
    y = sheet.prose(20, 64, 170, text, face, leading=1.55)
    sheet.lines(20, y + 14, ("Yours sincerely,", "", draw_signatory(rng), "Admissions Manager"),
                face)  # fmt: skip
    marks.signature(sheet, 80, y + 16, rng)
    return _numbered(facts, school)


def _cvec_page(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, year = facts.rng, year_of(facts)
    face = Face(rng.choice(("Open Sans", "Roboto")), 10)
    sheet.box(0, 0, 210, 24, stroke=None, fill="#f08a24")
    sheet.write(16, 15, "MesServices Étudiant", face.but(size=14, bold=True, color="#ffffff"))
    sheet.write(16, 46, "Attestation de paiement CVEC", face.but(size=16, bold=True))
    code = "".join(rng.choice("ABCDEFGHJKLMNP") for _ in range(3)) + rng.choice("23456789")
    tail = "".join(rng.choice("ABCDEFGHJK23456789") for _ in range(6))
    y = small_labels(sheet, 16, 60, (
        ("Numéro de l'attestation", f"{code}-{tail}-{rng.randint(10, 99)}"),
        ("Année universitaire", year.replace("-", "/")),
        ("Nom et prénom", facts.surname_first), ("Date de naissance",
         wording.numeric_date(facts.born)),
        ("Ville d'études", draw_town(rng)[0]), ("Somme réglée", "105,00 €"),
    ), face.but(size=11), 13)  # fmt: skip
    sheet.prose(16, y + 4, 178, "Vous vous êtes acquitté(e) de la contribution vie étudiante et de "
                "campus. Ce document est demandé par votre établissement au moment de "
                "l'inscription : conservez-le.", face, leading=1.5)  # fmt: skip
    marks.data_matrix(sheet, 160, 50, 30, f"DC04FR030001{facts.number(24)}")
    sheet.write(16, 262, f"Crous de {draw_town(rng)[0]} - document généré le {day_of(facts)}",
                face.scaled(0.8))  # fmt: skip
    return identity(facts) | {"school_year": year}


def _cvec_letter(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, year = facts.rng, year_of(facts)
    face = Face(rng.choice(("Liberation Sans", "Liberation Serif")), 11)
    ine = draw_ine(facts)
    marks.republic(sheet, 16, 12, rng)
    sheet.write(192, 20, f"Crous {rng.choice(('Bretagne', 'Lyon', 'Nouvelle-Aquitaine'))}",
                face.strong(), "right")  # fmt: skip
    sheet.write(105, 60, f"Contribution de vie étudiante et de campus {year}",
                face.but(size=14, bold=True), "center")  # fmt: skip
    y = sheet.prose(22, 74, 166, f"Le directeur du Crous certifie que <b>{facts.surname_first}</b> "
                    f"(INE {ine}), {facts.by_sex('né', 'née')} le "
                    f"{wording.numeric_date(facts.born)}, a satisfait à l'obligation prévue par "
                    f"la loi et peut procéder à son inscription en {year} dans un établissement "
                    "d'enseignement supérieur.", face, leading=1.6)  # fmt: skip
    sheet.write(22, y + 8, f"Référence : CVE{rng.randint(1, 9)}-{facts.number(6)}-"
                f"{rng.randint(10, 99)}", face.strong())  # fmt: skip
    sheet.write(22, y + 20, f"Le {day_of(facts)}", face)
    return identity(facts) | {"ine": ine, "school_year": year}


def _results(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_SCHOOLS[:2])
    face, year, number = Face("Liberation Sans", 9.5), year_of(facts), draw_number(facts)
    sheet.write(16, 20, school, face.but(size=12, bold=True))
    sheet.write(105, 36, f"RELEVÉ DE NOTES - {year}", face.but(size=14, bold=True), "center")
    sheet.write(16, 48, f"{facts.surname_first} - né(e) le {wording.numeric_date(facts.born)} - "
                f"n° {number}", face)  # fmt: skip
    units = ("UE 11 Linguistique générale", "UE 12 Phonologie", "UE 13 Méthodologie",
             "UE 14 Langue vivante", "UE 15 Informatique", "UE 16 Option")  # fmt: skip
    rows = tuple((unit, f"{rng.randint(14, 36) / 2:.2f}".replace(".", ","), "/20",
                  rng.choice(("ADM", "ADM", "AJ")), str(rng.choice((3, 6))))
                 for unit in units)  # fmt: skip
    y = sheet.table(16, 54, (88, 24, 18, 24, 24),
                    (("Unité d'enseignement", "Note", "Barème", "Résultat", "ECTS"), *rows), face,
                    "all", "#dfe6ee")  # fmt: skip
    mean = f"Moyenne du semestre : {rng.randint(20, 32) / 2:g} - Jury de session 1"
    sheet.lines(16, y + 10, (mean, f"Édité le {day_of(facts)}"), face)
    return _numbered(facts, school, student_number=number)


def _english_transcript(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_SCHOOLS[4:])
    face, year = Face("Carlito", 10), year_of(facts)
    sheet.write(20, 22, school, face.but(size=14, bold=True))
    sheet.write(20, 36, "Transcript of Records", face.but(size=15))
    born = wording.long_date(facts.born, "en")
    sheet.write(20, 46, f"Student: {facts.given_first}   Born: {born}   Year: {year}", face)
    courses = ("Corporate Finance", "Operations Research", "French Language", "Business Ethics")
    rows = tuple((name, rng.choice("ABCDE"), f"{rng.randint(10, 19)}", str(rng.choice((4, 5, 6))))
                 for name in courses)  # fmt: skip
    y = sheet.table(20, 52, (90, 28, 28, 24), (("Course", "Grade", "Mark", "Credits"), *rows), face,
                    "rows", "#f0f0f0", pad=2)  # fmt: skip
    sheet.write(20, y + 10, "Overall GPA and credits are subject to validation by the board.",
                face)  # fmt: skip
    return _numbered(facts, school)


def _card_fields(facts: Facts, school: str, number: str, ine: str) -> dict[str, str]:
    return _numbered(facts, school, student_number=number) | ({"ine": ine} if ine else {})


def _card(name: str, layout: Layout) -> Template:
    """Return the template of the front of a student card."""

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        sheet = Sheet("student card", CARD)
        fields = layout(sheet, Facts(wording.shown(person, wish), rng, wish))
        page = PageTruth("student_card", "front", {k: v for k, v in fields.items() if v})
        return Paper("student_card", name, sheet.close(), (page,), CARD)

    return Template(name, "student_card", draw, unseen=True)


def _silhouette(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x, y, 17, 22, stroke=None, fill="#d9dee4")
    sheet.disc(x + 8.5, y + 8, 4, fill="#8d98a5")
    sheet.box(x + 2.5, y + 14, 12, 8, stroke=None, fill="#8d98a5", radius=3)


def _striped(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_SCHOOLS)
    face, number, ine = Face("Open Sans", 6.5), draw_number(facts), draw_ine(facts)
    sheet.box(0, 0, 85.6, 10, stroke=None, fill=rng.choice(marks.ACCENTS))
    sheet.write(6, 6.5, "CARTE ÉTUDIANT", face.but(color="#ffffff", bold=True, size=8))
    sheet.write(80, 6.5, year_of(facts), face.but(color="#ffffff"), "right")
    _silhouette(sheet, 6, 15)
    sheet.lines(28, 18, (school, facts.surname, facts.given,
                f"Né(e) le {wording.numeric_date(facts.born)}", f"N° {number}", f"INE {ine}"),
                face.strong(), leading=1.55, within=52)  # fmt: skip
    marks.bar_code(sheet, 26, 43, number, 6)
    return _card_fields(facts, school, number, ine)


def _framed(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, school = facts.rng, facts.rng.choice(_SCHOOLS)
    face, number = Face("Lato", 6.5), draw_number(facts, "3")
    sheet.box(0, 0, 85.6, 54, stroke=None, fill="#eef5f3")
    marks.crest(sheet, 6, 6, 8, rng, rng.choice(marks.ACCENTS))
    sheet.write(17, 11.5, school, face.but(size=8, bold=True), within=62)
    _silhouette(sheet, 62, 18)
    y = 20.0
    for label, value in (
        ("Nom / Surname", facts.surname),
        ("Prénom / Name", facts.given),
        ("Naissance / Birth", wording.numeric_date(facts.born)),
        ("Étudiant n° / Student id", number),
    ):
        sheet.write(6, y, label, face.but(size=5, color="#6f7680"))
        sheet.write(6, y + 3, value, face.but(size=7.5), within=52)
        y += 7.6
    sheet.write(80, 50, f"Student card {year_of(facts)}", face, "right")
    return _card_fields(facts, school, number, "")


TEMPLATES = (
    template("admission_letter", "held_accepted", _accepted),
    template("admission_letter", "held_congratulations", _congratulations),
    template("admission_letter", "held_offer", _offer),
    template("cvec_attestation", "held_page", _cvec_page),
    template("cvec_attestation", "held_letter", _cvec_letter),
    template("transcript", "held_results", _results),
    template("transcript", "held_english", _english_transcript),
    _card("student_card.held_striped", _striped),
    _card("student_card.held_framed", _framed),
)

"""More certificates of enrolment, drawn unlike `school_university` and `school_others`."""

from __future__ import annotations

from random import Random

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.school import Enrolment, place_and_day, template


def _sidebar(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    school, face, person = facts.school, facts.face, facts.student
    sheet.box(0, 0, 62, 297, stroke=None, fill=facts.accent)
    white = face.but(color="#ffffff", size=9.5)
    marks.crest(sheet, 18, 16, 24, rng, "#ffffff")
    y = sheet.prose(8, 48, 48, f"<b>{school.name}</b>", white.but(size=13.0))
    y = sheet.prose(8, y + 4, 48, f"{school.street}<br/>{school.postcode} {school.town}", white)
    sheet.prose(
        8,
        120,
        48,
        "Identifiant<br/><b>" + facts.student_number + "</b><br/><br/>INE<br/>"
        f"<b>{facts.ine}</b><br/><br/>Rentrée<br/><b>{facts.printed_year}</b>",
        white,
    )
    sheet.lines(74, 40, ("Scolarité :", "nous attestons"), face.but(size=22.0))
    text = (
        f"que {facts.name} (date de naissance : "
        f"{wording.french_date(person.birth_date)}, {person.birth_place}) figure parmi les "
        f"effectifs étudiants de l'établissement en {facts.printed_year}, où le parcours "
        f"« {school.programme} » est suivi à temps plein."
    )
    y = sheet.prose(74, 66, 122, text, face.but(size=12.0), leading=1.7)
    y = sheet.prose(
        74,
        y + 8,
        122,
        "Document remis pour toute démarche administrative, dont "
        "l'ouverture de droits auprès de l'assurance maladie.",
        face,
        leading=1.5,
    )
    sheet.write(74, y + 16, place_and_day(facts, rng), face)
    marks.signature(sheet, 80, y + 24, rng, 40, 15)
    sheet.write(74, y + 46, f"{school.head}, {school.head_title.lower()}", face)
    return {"student_number": facts.student_number, "ine": facts.ine}


def _filled_form(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    school, person = facts.school, facts.student
    print_face = Face("FreeSerif", 11.0)
    hand = rng.choice(
        (Face("DkgHandwriting", 13.0, color="#1b2f8a"), Face("Liberation Mono", 11.5))
    )
    marks.frame(sheet, "#444444", 12)
    sheet.lines(
        24,
        28,
        (
            "MINISTÈRE DE L'ÉDUCATION NATIONALE",
            (f"ACADÉMIE DE {school.academy.upper()}"),
            school.name,
        ),
        print_face.scaled(0.85),
    )
    sheet.write(105, 70, "CERTIFICAT D'INSCRIPTION", print_face.but(size=20.0), "center")
    entries = (
        ("Le chef d'établissement soussigné certifie que :", ""),
        ("M. / Mme", facts.name.upper()),
        ("né(e) le", wording.numeric_date(person.birth_date)),
        ("à", person.birth_place), ("a été inscrit(e) sous le n°", facts.student_number),
        ("en classe de", school.programme),
        ("pendant l'année scolaire", facts.printed_year),
        ("et suit régulièrement les cours à ce jour.", ""),
    )  # fmt: skip
    y = 90.0
    for label, value in entries:
        sheet.write(26, y, label, print_face)
        if value:
            start = 30 + sheet.measure(label, print_face)
            sheet.rule(start, y + 1, 184, "#555555", 0.2, (0.4, 0.9))
            sheet.write(start + 3, y - 0.3, value, hand, within=180 - start)
        y += 12.5
    sheet.write(110, y + 6, place_and_day(facts, rng), print_face)
    sheet.write(110, y + 14, "Cachet et signature", print_face.but(italic=True))
    marks.round_stamp(sheet, 136, y + 32, rng, school.name, ("LE", "SECRÉTARIAT"), 17)
    marks.signature(sheet, 118, y + 24, rng)
    return {"student_number": facts.student_number}


def _portal_print(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    school, person = facts.school, facts.student
    face = Face(rng.choice(("Roboto", "Open Sans", "Lato")), 9.5)
    grey = face.but(color="#8a8f98", size=8.0)
    sheet.write(14, 9, f"{wording.numeric_date(facts.day)} 14:0{rng.randint(0, 9)}", grey)
    sheet.write(105, 9, "Mon dossier étudiant", grey, "center")
    sheet.write(
        14, 290, "https://ent.example.org/scolarite/attestation?id=" + facts.student_number, grey
    )
    sheet.write(196, 290, "1/1", grey, "right")
    sheet.box(14, 16, 182, 24, stroke=None, fill="#f3f5f8", radius=2)
    sheet.write(20, 27, school.name, face.but(size=13.0, bold=True))
    sheet.write(20, 34, f"Attestation {facts.printed_year}", face.but(color=facts.accent))
    pairs = (
        ("Étudiant(e)", facts.name), ("N° étudiant", facts.student_number), ("INE", facts.ine),
        ("Naissance", f"{wording.numeric_date(person.birth_date)} - {person.birth_place}"),
        ("Inscription administrative", f"VALIDÉE le {wording.numeric_date(facts.day)}"),
        ("Cursus", school.degree), ("Parcours", school.programme),
        ("Composante", school.component), ("Année", facts.printed_year),
    )  # fmt: skip
    for number, (label, value) in enumerate(pairs):
        x, y = 14.0 + 92 * (number % 2), 48.0 + 20 * (number // 2)
        sheet.box(x, y, 90, 17, stroke="#d8dde4", radius=2)
        sheet.write(x + 4, y + 6, label, grey)
        sheet.write(x + 4, y + 12.5, value, face.strong(), within=82)
    y = sheet.prose(
        14,
        156,
        182,
        "L'établissement certifie l'exactitude de l'inscription "
        "ci-dessus pour l'année universitaire indiquée. La présente page tient lieu de "
        "certificat de scolarité.",
        face,
    )
    sheet.write(14, y + 12, f"{school.head_title} - {school.head}", face)
    return {"student_number": facts.student_number, "ine": facts.ine}


def _registrar_form(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    school, person = facts.school, facts.student
    face = Face("Caladea", 10.5)
    marks.waves(sheet, "#dfe8f2")
    sheet.write(105, 26, school.name.upper(), face.but(size=18.0, bold=True), "center", 180)
    sheet.write(105, 33, "OFFICE OF THE REGISTRAR", face.but(size=9.0), "center")
    sheet.write(105, 52, "VERIFICATION OF STUDENT STATUS", face.but(size=14.0, bold=True), "center")
    sheet.write(105, 58, "(attestation de scolarité)", face.but(italic=True), "center")
    rows = (
        ("Family name", person.surname.upper(), "First name(s)", facts.given),
        (
            "Date of birth",
            person.birth_date.strftime("%d-%b-%Y"),
            "Student no.",
            facts.student_number,
        ),
        ("Programme", school.programme, "Award", school.degree),
        ("Academic year", facts.printed_year, "Status", "Registered - full time"),
    )
    y = sheet.table(20, 68, (28, 62, 28, 52), rows, face, "all", line="#203864", pad=2.2)
    y = sheet.prose(
        20,
        y + 8,
        170,
        "The above-named person is a duly registered student of this "
        f"institution during the {facts.printed_year} session and is in good standing. "
        "Tuition fees have been settled.",
        face,
        "justify",
        1.5,
    )
    sheet.lines(
        20, y + 20, (school.head, "Registrar", wording.some_english_date(facts.day, rng)), face
    )
    marks.signature(sheet, 60, y + 12, rng)
    marks.round_stamp(sheet, 158, y + 26, rng, school.name, ("REGISTRAR",), 18)
    return {"student_number": facts.student_number}


TEMPLATES = (
    template("sidebar", "university", _sidebar),
    template("filled_form", "lycee", _filled_form),
    template("portal_print", "university", _portal_print),
    template("registrar_form", "business", _registrar_form),
)

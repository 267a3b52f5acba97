"""Certificates of enrolment: the facts every one of them states, and the layouts anybody may study.

Source: headings and wording of domain facts 2.3; INE shapes of the RNIE and of the older BEA base.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from specimens.layout import BLACK, Face, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import marks, wording
from specimens.papers.institutions import School, draw_school, resident


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a certificate of enrolment says."""

    student: Person
    name: str
    """As printed."""
    given: str
    """The given names that `name` shows."""
    school: School
    year: str
    """As `2026-2027`."""
    printed_year: str
    student_number: str
    ine: str
    day: date
    title: str
    """Civility of the student."""
    accent: str
    face: Face


Layout = Callable[[Sheet, Enrolment, Random], dict[str, str]]
"""Draws the paper and returns the optional fields that it shows (`student_number`, `ine`)."""

_FACES = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Carlito", "Lato", "Open Sans",
          "Roboto", "Caladea", "Noto Sans", "FreeSans")  # fmt: skip


def draw_ine(rng: Random) -> str:
    """Return an INE in one of its three shapes."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    return rng.choice((
        "0" + wording.digits(rng, 8) + rng.choice(letters) + rng.choice(letters),
        wording.digits(rng, 10) + rng.choice(letters),
        rng.choice("01") + rng.choice(letters) + wording.digits(rng, 3)
        + "".join(rng.choice(letters + "0123456789") for _ in range(5)) + rng.choice("0123456789"),
    ))  # fmt: skip


def draw_enrolment(person: Person, rng: Random, wish: Wish, kind: str) -> Enrolment:
    """Return the facts of one certificate from a school of a kind of `draw_school`."""
    student = wording.shown(person, wish)
    year = wish.school_year or wording.school_year_of(wish.today)
    name, given = wording.full_name(student, rng, first_only=rng.random() < 0.25)
    return Enrolment(
        student, name, given, draw_school(rng, kind), year, wording.printed_year(year, rng),
        wording.digits(rng, 8), draw_ine(rng), wording.day_in_year(year, wish.today, rng),
        wording.civility(student, rng), rng.choice(marks.ACCENTS), Face(rng.choice(_FACES), 10.5),
    )  # fmt: skip


def template(name: str, kind: str, layout: Layout, unseen: bool = False) -> Template:
    """Return the template of a layout for a kind of school."""
    full = f"school_certificate.{name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        facts = draw_enrolment(person, rng, wish, kind)
        sheet = Sheet("Certificat")
        shown = layout(sheet, facts, rng)
        fields = wording.identity_fields(facts.student, facts.given)
        fields |= {"school_year": facts.year, "institution": facts.school.name} | shown
        page = wording.whole("school_certificate", fields)
        return wording.a4("school_certificate", full, sheet.close(), page)

    return Template(full, "school_certificate", draw, unseen=unseen)


def signed(sheet: Sheet, facts: Enrolment, rng: Random, x: float, y: float) -> None:
    """Sign and stamp under the name of the head."""
    sheet.lines(x, y, (facts.school.head_title, facts.school.head), facts.face.scaled(0.95))
    marks.signature(sheet, x + 4, y + 6, rng)
    if rng.random() < 0.75:
        marks.round_stamp(sheet, x + 42, y + 14, rng, facts.school.name, (facts.school.town,))


def place_and_day(facts: Enrolment, rng: Random) -> str:
    """Return `Fait à ..., le ...`."""
    lead = rng.choice(("Fait à {}, le ", "{}, le ", "Fait à {} le ", "Délivré à {}, le "))
    return lead.format(facts.school.town) + wording.some_french_date(facts.day, rng)


def small_print(sheet: Sheet, facts: Enrolment, text: str, y: float = 272) -> None:
    """Print grey lines at the foot of the page."""
    face = facts.face.but(size=7.0, color="#7a7a7a", italic=False)
    sheet.rule(18, y, 192, "#b0b0b0", 0.15)
    sheet.prose(18, y + 1.5, 174, text, face, "center")


def _both(facts: Enrolment) -> dict[str, str]:
    return {"student_number": facts.student_number, "ine": facts.ine}


def _heading(rng: Random) -> str:
    return rng.choice(("CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité",
                       "ATTESTATION D'INSCRIPTION", "ATTESTATION DE SCOLARITÉ",
                       "CERTIFICAT DE SCOLARITE", "CERTIFICAT D'INSCRIPTION"))  # fmt: skip


def apogee_table(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw what the older university software prints: plain, capitals, a table of the stages."""
    school, face = facts.school, facts.face
    marks.crest(sheet, 18, 14, 18, rng, facts.accent)
    sheet.lines(40, 20, (school.name.upper(), school.component), face.strong())
    sheet.write(192, 20, f"Année universitaire {facts.printed_year}", face, "right")
    sheet.write(105, 58, _heading(rng), face.but(size=17.0, bold=True), "center")
    text = wording.agree(facts.student, rng.choice((
        "{head} certifie que l'étudiant{{e}}", "{head} soussigné certifie que")))
    y = sheet.prose(22, 72, 166, text.format(head=school.head_title), face)
    sheet.write(34, y + 9, f"{facts.title} {facts.name}", face.but(size=13.0, bold=True))
    born = wording.numeric_date(facts.student.birth_date)
    rows = (
        ("Numéro étudiant", facts.student_number), ("Numéro INE", facts.ine),
        (wording.agree(facts.student, "Né{e} le"), f"{born} à {facts.student.birth_place.upper()}"),
    )  # fmt: skip
    y = sheet.table(34, y + 14, (42, 100), rows, face, "none")
    y = sheet.prose(22, y + 6, 166, wording.agree(
        facts.student, f"est régulièrement inscrit{{e}} pour l'année universitaire "
        f"<b>{facts.printed_year}</b> dans la formation suivante :"), face)
    stages = (("Diplôme", "Étape", "Régime"),
              (school.degree, school.programme, "Formation initiale"))
    y = sheet.table(22, y + 5, (36, 92, 38), stages, face.scaled(0.9), "all", "#e6e6e6")
    y = sheet.lines(120, y + 22, (place_and_day(facts, rng),), face)
    signed(sheet, facts, rng, 120, y + 3)
    small_print(sheet, facts, "Il n'est pas délivré de duplicata de ce certificat. Tout document "
                "surchargé ou raturé est nul. L'étudiant doit en faire lui-même des copies.")
    return _both(facts)


def pegase(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw what the newer shared university software prints: ruled label and value pairs."""
    school, face = facts.school, facts.face
    marks.crest(sheet, 165, 12, 22, rng, facts.accent)
    sheet.write(18, 24, school.name, face.but(size=14.0, color=facts.accent, bold=True))
    sheet.rule(18, 40, 192, facts.accent, 0.8)
    sheet.write(18, 54, _heading(rng).capitalize(), face.but(size=19.0, bold=True))
    sheet.write(18, 62, f"Année universitaire {facts.printed_year}", face.but(size=12.0))
    y = sheet.prose(18, 72, 174, f"Je, soussigné(e) {school.head}, {school.head_title.lower()}, "
                    "certifie que :", face)
    person = facts.student
    rows = (
        ("Nom de naissance", person.surname.upper()), ("Prénom(s)", facts.given),
        ("Date de naissance", wording.some_french_date(person.birth_date, rng)),
        ("Lieu de naissance", person.birth_place),
        ("Code apprenant", facts.student_number), ("INE", facts.ine),
    )
    y = sheet.table(18, y + 5, (58, 116), rows, face, "rows", line="#cfd6dd", pad=1.7)
    text = f"est inscrit(e) pour la période <b>Année universitaire {facts.printed_year}</b> à la " \
           "formation :"
    y = sheet.prose(18, y + 6, 174, text, face)
    rows = (("Formation", school.programme), ("Type de diplôme", school.degree),
            ("Structure", school.component), ("Régime d'inscription", "Formation initiale"),
            ("Statut de l'inscription", "Inscription validée"))
    y = sheet.table(18, y + 4, (58, 116), rows, face, "rows", line="#cfd6dd", pad=1.7)
    y = sheet.prose(18, y + 6, 174, "Pour servir et valoir ce que de droit.", face)
    sheet.write(18, y + 12, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 112, y + 14)
    small_print(sheet, facts, f"{school.name} - {school.street}, {school.postcode} {school.town}")
    return _both(facts)


def grande_ecole_letter(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw a letter in prose on an engineering school's paper."""
    school, face, person = facts.school, facts.face.but(size=11.0), facts.student
    marks.crest(sheet, 22, 16, 20, rng, facts.accent)
    small = face.but(size=8.0, color="#555555")
    sheet.lines(22, 46, (school.name, school.street, f"{school.postcode} {school.town}"), small)
    sheet.write(188, 64, place_and_day(facts, rng), face, "right")
    sheet.write(105, 92, _heading(rng), face.but(size=16.0, bold=True), "center")
    born = wording.some_french_date(person.birth_date, rng)
    text = wording.agree(person, (
        f"Je soussigné, {school.head}, {school.head_title.lower()} de {school.name}, atteste que "
        f"<b>{facts.title} {facts.name}</b>, né{{e}} le {born} à {person.birth_place}, "
        f"est inscrit{{e}} en qualité d'élève {school.programme} au titre de l'année "
        f"{rng.choice(('académique', 'universitaire', 'scolaire'))} {facts.printed_year}."))
    y = sheet.prose(22, 106, 166, text, face, "justify", 1.6)
    y = sheet.prose(22, y + 5, 166, f"Numéro d'étudiant : {facts.student_number}", face)
    y = sheet.prose(22, y + 5, 166, wording.agree(person,
        "Cette attestation est délivrée à l'intéressé{e} pour servir et valoir ce que de droit."),
        face, "justify", 1.6)  # fmt: skip
    signed(sheet, facts, rng, 110, y + 18)
    small_print(sheet, facts, f"{school.name} - Établissement public à caractère scientifique, "
                f"culturel et professionnel - {school.street} - {school.postcode} {school.town}")
    return {"student_number": facts.student_number}


def two_column(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the student's address for a window envelope on the right and the facts on the left."""
    school, face, person = facts.school, facts.face, facts.student
    sheet.write(18, 22, school.name, face.but(size=12.0, bold=True))
    sheet.lines(18, 28, (school.component, "Service de la scolarité"), face.scaled(0.85))
    sheet.lines(112, 50, (f"{facts.title} {facts.name}", *resident(person)), face)
    sheet.box(18, 78, 174, 14, stroke=None, fill="#e9edf2")
    sheet.write(105, 87, f"{_heading(rng)} {facts.printed_year}", face.but(size=14.0, bold=True),
                "center")
    left = (("N° étudiant :", facts.student_number), ("N° INE / BEA :", facts.ine),
            ("Né(e) le :", wording.numeric_date(person.birth_date, rng)),
            ("à :", person.birth_place))
    right = (("Diplôme :", school.degree), ("Formation :", school.programme),
             ("Régime :", "Formation initiale (temps plein)"), ("Droits :", "Acquittés"))
    y = max(sheet.table(18, 100, (30, 55), left, face.scaled(0.92), "none"),
            sheet.table(107, 100, (28, 57), right, face.scaled(0.92), "none"))
    text = (f"{school.head_title} certifie que {facts.name}, dont l'identité figure ci-dessus, est "
            f"inscrit(e) dans l'établissement pour l'année universitaire {facts.printed_year}.")
    y = sheet.prose(18, y + 8, 174, text, face, "justify")
    sheet.write(18, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 120, y + 20)
    marks.bar_code(sheet, 18, 250, facts.student_number)
    small_print(sheet, facts, "La signature de ce document est imprimée. Toute falsification "
                "expose à des poursuites (article 441-1 du code pénal).")
    return _both(facts)


def bilingual(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw French with its English under it."""
    school, face, person = facts.school, facts.face, facts.student
    marks.crest(sheet, 95, 12, 20, rng, facts.accent)
    sheet.write(105, 42, school.name, face.but(size=13.0, bold=True), "center")
    sheet.write(105, 58, _heading(rng), face.but(size=16.0, bold=True), "center")
    english = rng.choice(("Certificate of enrolment", "Enrollment certificate",
                          "Proof of registration"))
    sheet.write(105, 65, english, face.but(size=12.0, italic=True, color="#555555"), "center")
    grey = face.but(italic=True, color="#4a4a4a", size=9.5)
    y = sheet.prose(20, 76, 170, f"Je soussigné(e), {school.head}, certifie que l'étudiant(e) "
                    "désigné(e) ci-dessous est inscrit(e) dans notre établissement.", face)
    y = sheet.prose(20, y + 1, 170, f"I, the undersigned {school.head}, hereby certify that the "
                    "student named below is enrolled in our institution.", grey)
    born = wording.numeric_date(person.birth_date)
    rows = (
        ("Nom / <i>Surname</i>", person.surname.upper()),
        ("Prénoms / <i>Given names</i>", facts.given),
        ("Date et lieu de naissance / <i>Date and place of birth</i>",
         f"{born}, {person.birth_place}"),
        ("Numéro étudiant / <i>Student number</i>", facts.student_number),
        ("Identifiant national (INE) / <i>National student ID</i>", facts.ine),
        ("Année universitaire / <i>Academic year</i>", facts.printed_year),
        ("Diplôme / <i>Degree</i>", school.degree),
        ("Formation / <i>Programme</i>", school.programme),
    )
    y = sheet.table(20, y + 6, (76, 94), rows, face, "all", line="#9aa7b5", pad=1.8)
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 112, y + 20)
    small_print(sheet, facts, f"{school.name} - {school.street} - {school.postcode} {school.town} "
                "- France - This document is issued for administrative purposes.")
    return _both(facts)


def enrolment_english(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the English letter of a school that teaches in English."""
    school, face, person = facts.school, facts.face.but(size=11.0), facts.student
    marks.crest(sheet, 20, 14, 24, rng, facts.accent)
    sheet.lines(188, 20, (school.name, school.street, f"{school.postcode} {school.town}",
                "FRANCE"), face.but(size=8.5, color="#444444"), "right")
    title = rng.choice(("CERTIFICATE OF ENROLMENT", "Certificate of Enrollment",
                        "ENROLMENT CERTIFICATE", "TO WHOM IT MAY CONCERN"))
    sheet.write(105, 70, title, face.but(size=17.0, bold=True, color=facts.accent), "center")
    title = "Mr" if person.sex == "M" else "Ms"
    born = wording.some_english_date(person.birth_date, rng)
    text = (f"This is to certify that <b>{title} {facts.name}</b>, born on {born} in "
            f"{person.birth_place}, is enrolled as a full-time student in the programme "
            f"<b>{school.programme}</b> ({school.degree}) at {school.name} for the academic year "
            f"<b>{facts.printed_year}</b>.")
    y = sheet.prose(22, 84, 166, text, face, "justify", 1.55)
    y = sheet.prose(22, y + 5, 166, f"Student ID: {facts.student_number}", face)
    first = int(facts.year[:4])
    y = sheet.prose(22, y + 5, 166, f"Courses run from 1 September {first} to 31 August "
                    f"{first + 1}. The language of instruction is English.", face, "justify", 1.55)
    y = sheet.prose(22, y + 5, 166, "This certificate is issued at the student's request to be "
                    "used for all legal purposes.", face)
    day = wording.some_english_date(facts.day, rng)
    sheet.write(22, y + 16, f"{school.town}, {day}", face)
    signed(sheet, facts, rng, 22, y + 26)
    small_print(sheet, facts, "Private institution of higher education recognised by the State")
    return {"student_number": facts.student_number}


def lycee(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the short certificate of a lycée, with the academy at the head."""
    school, face, person = facts.school, facts.face, facts.student
    marks.republic(sheet, 18, 12, rng)
    sheet.lines(60, 18, (f"Académie de {school.academy}", school.name, school.street,
                f"{school.postcode} {school.town}", "Tél. : 04 00 00 00 00"), face)
    y = 70.0
    sheet.box(45, y - 9, 120, 14, radius=2)
    sheet.write(105, y, "CERTIFICAT DE SCOLARITÉ", face.but(size=16.0, bold=True), "center")
    sheet.write(105, y + 14, f"Année scolaire {facts.printed_year}", face.strong(), "center")
    born = wording.numeric_date(person.birth_date)
    rows = (
        ("Je soussigné(e)", f"{school.head}, {school.head_title.lower()}"),
        ("certifie que l'élève", f"<b>{facts.name}</b>"),
        ("né(e) le", f"{born} à {person.birth_place}"),
        ("est scolarisé(e) en classe de", school.programme),
        ("en qualité de", rng.choice(("externe", "demi-pensionnaire", "interne"))),
        ("I.N.E.", facts.ine),
    )
    y = sheet.table(25, y + 24, (58, 102), rows, face.but(size=11.0), "none", pad=2.2)
    sheet.write(110, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 110, y + 22)
    return {"ine": facts.ine}


def business_school(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw a coloured letterhead, two paragraphs and a footer full of accreditations."""
    school, face, person = facts.school, facts.face.but(size=10.5), facts.student
    sheet.box(0, 0, 210, 30, stroke=None, fill=facts.accent)
    sheet.write(20, 19, school.name, face.but(size=20.0, bold=True, color="#ffffff"), within=120)
    sheet.write(190, 19, school.component, face.but(color="#ffffff", size=9.0), "right")
    sheet.write(20, 56, _heading(rng), face.but(size=15.0, bold=True, color=facts.accent))
    sheet.write(20, 63, f"{facts.printed_year}", face.but(size=12.0))
    text = wording.agree(person, (
        f"Nous soussignés, {school.name}, établissement d'enseignement supérieur privé, certifions "
        f"que {facts.title} <b>{facts.name}</b> (matricule {facts.student_number}), né{{e}} le "
        f"{wording.some_french_date(person.birth_date, rng)}, suit les cours du programme "
        f"<b>{school.programme}</b> du 1er septembre {facts.year[:4]} au 31 août {facts.year[5:]}, "
        f"soit l'année académique {facts.printed_year}."))
    y = sheet.prose(20, 76, 170, text, face, "justify", 1.55)
    y = sheet.prose(20, y + 5, 170, wording.agree(person,
        "L'étudiant{e} est affilié{e} au régime étudiant et s'est acquitté{e} de ses frais de "
        "scolarité."), face, "justify", 1.55)  # fmt: skip
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 20, y + 24)
    sheet.box(0, 270, 210, 27, stroke=None, fill="#eef0f2")
    small = face.but(size=7.5, color="#666666")
    sheet.lines(105, 278, (f"{school.street} - {school.postcode} {school.town} - France",
                f"Association loi 1901 - SIRET {wording.digits(rng, 14)} - UAI 0{wording.digits(rng, 6)}"
                "K", "Titulaire de la mention « établissement conventionné »"), small, "center")
    return {"student_number": facts.student_number}


def logo_block(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw logos across the head and a box with the identity."""
    school, face, person = facts.school, facts.face, facts.student
    marks.republic(sheet, 18, 12, rng)
    marks.crest(sheet, 84, 12, 20, rng, facts.accent)
    marks.crest(sheet, 168, 12, 20, rng, rng.choice(marks.ACCENTS))
    sheet.write(105, 52, school.name, face.but(size=12.0, bold=True), "center")
    sheet.write(105, 66, _heading(rng), face.but(size=18.0, color=facts.accent), "center")
    sheet.write(105, 73, f"Année Universitaire {facts.printed_year}", face, "center")
    rows = (
        ("Nom :", f"<b>{person.surname.upper()}</b>", "Prénom :", f"<b>{facts.given}</b>"),
        ("Né(e) le :", wording.numeric_date(person.birth_date), "Lieu :", person.birth_place),
        ("Étudiant n° :", facts.student_number, "INE :", facts.ine),
    )
    bottom = sheet.table(24, 84, (26, 56, 24, 56), rows, face, "none", pad=2)
    sheet.box(20, 80, 170, bottom - 77, stroke=facts.accent, weight=0.5)
    y = sheet.prose(20, bottom + 9, 170, "Le service des études certifie que l'étudiant(e) susnommé(e) a "
                    f"pris une inscription administrative pour l'année {facts.printed_year} en :",
                    face)
    y = sheet.prose(30, y + 4, 160, f"<b>{school.programme}</b><br/>{school.component}", face)
    sheet.write(120, y + 16, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 120, y + 24)
    small_print(sheet, facts, "Document édité par voie électronique, valable sans signature "
                "manuscrite.")
    return _both(facts)


def with_qr(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw a digital attestation with a code that leads to its verification."""
    school, face, person = facts.school, facts.face, facts.student
    sheet.write(20, 24, school.name, face.but(size=16.0, bold=True, color=facts.accent), within=110)
    token = wording.digits(rng, 12)
    marks.qr_code(sheet, 158, 14, 32, f"https://verif.example.org/c/{token}")
    sheet.write(174, 50, f"Code : {token}", face.but(size=7.5), "center")
    sheet.write(20, 66, rng.choice(("Attestation d'inscription", "Attestation de scolarité")),
                face.but(size=20.0, bold=True))
    sheet.rule(20, 70, 60, facts.accent, 1.2)
    text = (f"{facts.title} <b>{facts.name}</b><br/>né(e) le "
            f"{wording.some_french_date(person.birth_date, rng)} à {person.birth_place}<br/>"
            f"Identifiant étudiant : {facts.student_number}<br/>INE : {facts.ine}")
    y = sheet.prose(20, 78, 170, text, face.but(size=11.5), leading=1.6)
    y = sheet.prose(20, y + 5, 170, "est inscrit(e) au titre de l'année universitaire "
                    f"<b>{facts.printed_year}</b> dans le cursus suivant :", face.but(size=11.5))
    rows = (("Niveau", "Intitulé", "Composante"), (school.degree, school.programme,
            school.component))
    y = sheet.table(20, y + 4, (38, 82, 50), rows, face, "rows", "#f2f2f2", pad=2)
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    sheet.lines(120, y + 26, (school.head_title, school.head), face)
    marks.signature(sheet, 124, y + 32, rng)
    small_print(sheet, facts, "L'authenticité de ce document peut être vérifiée en ligne à l'aide "
                "du code ci-dessus pendant un an. Document signé électroniquement.")
    return _both(facts)


def typed_secretariat(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the typewriter page of a small faculty office."""
    school, person = facts.school, facts.student
    face = Face(rng.choice(("Liberation Mono", "DejaVu Sans Mono", "FreeMono")), 10.0)
    sheet.lines(20, 24, (school.name.upper(), school.component.upper(), "SECRETARIAT"), face)
    sheet.write(105, 66, "CERTIFICAT DE SCOLARITE", face.but(size=14.0, bold=True), "center")
    sheet.rule(58, 68, 152, BLACK, 0.3)
    text = (f"{school.head_title} certifie que<br/><br/>NOM ......... : {person.surname.upper()}"
            f"<br/>PRENOMS ..... : {facts.given.upper()}<br/>NE(E) LE .... : "
            f"{wording.numeric_date(person.birth_date)}<br/>A ........... : "
            f"{person.birth_place.upper()}<br/>N. ETUDIANT . : {facts.student_number}<br/>"
            f"N. INE ...... : {facts.ine}<br/><br/>est inscrit(e) en {school.programme} pour "
            f"l'annee universitaire {facts.printed_year}.")
    y = sheet.prose(22, 82, 166, text, face, leading=1.5)
    sheet.write(105, y + 16, place_and_day(facts, rng), face)
    signed(sheet, replace(facts, face=face), rng, 105, y + 24)
    return _both(facts)


def doctoral(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the attestation of a doctoral school, with supervisor and thesis."""
    school, face, person = facts.school, facts.face, facts.student
    sheet.box(0, 0, 8, 297, stroke=None, fill=facts.accent)
    marks.crest(sheet, 20, 14, 18, rng, facts.accent)
    sheet.lines(44, 20, (school.name, "Collège doctoral"), face.strong())
    sheet.write(20, 58, "ATTESTATION D'INSCRIPTION EN DOCTORAT", face.but(size=14.0, bold=True))
    rows = (
        ("Doctorant(e)", f"{facts.title} {facts.name}"),
        ("Date de naissance", wording.some_french_date(person.birth_date, rng)),
        ("Numéro d'étudiant", facts.student_number),
        ("Directeur de thèse", f"Pr {draw_school(rng, 'university').head}"),
        ("Sujet de thèse", rng.choice((
            "Étude des transferts de chaleur dans les milieux poreux fractionnés",
            "Écritures de l'exil dans la poésie contemporaine",
            "Apprentissage de représentations pour la télédétection"))),
        ("Année universitaire", facts.printed_year), ("Inscription en", "1re année de thèse"),
    )  # fmt: skip
    y = sheet.table(20, 70, (52, 120), rows, face, "all", line="#c0c0c0", pad=2)
    y = sheet.prose(20, y + 8, 172, "La présente attestation, valable pour l'année universitaire "
                    f"{facts.printed_year}, vaut certificat de scolarité.", face)
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 112, y + 22)
    return {"student_number": facts.student_number}



TEMPLATES = (
    template("apogee_table", "university", apogee_table),
    template("pegase", "university", pegase),
    template("grande_ecole_letter", "engineering", grande_ecole_letter),
    template("two_column", "university", two_column),
    template("bilingual", "university", bilingual),
    template("enrolment_english", "business", enrolment_english),
    template("lycee", "lycee", lycee),
    template("business_school", "business", business_school),
    template("logo_block", "university", logo_block),
    template("with_qr", "university", with_qr),
    template("typed_secretariat", "university", typed_secretariat),
    template("doctoral", "university", doctoral),
)

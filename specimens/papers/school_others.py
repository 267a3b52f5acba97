"""Certificates of enrolment of schools, lycées and doctoral schools. Anybody may study them."""

from __future__ import annotations

from random import Random

from specimens.layout import Sheet
from specimens.papers import marks, wording
from specimens.papers.institutions import draw_school
from specimens.papers.school import (
    Enrolment,
    both_numbers,
    heading,
    place_and_day,
    signed,
    small_print,
    template,
)


def grande_ecole_letter(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw a letter in prose on an engineering school's paper."""
    school, face, person = facts.school, facts.face.but(size=11.0), facts.student
    marks.crest(sheet, 22, 16, 20, rng, facts.accent)
    small = face.but(size=8.0, color="#555555")
    sheet.lines(22, 46, (school.name, school.street, f"{school.postcode} {school.town}"), small)
    sheet.write(188, 64, place_and_day(facts, rng), face, "right")
    sheet.write(105, 92, heading(rng), face.but(size=16.0, bold=True), "center")
    born = wording.some_french_date(person.birth_date, rng)
    text = wording.agree(
        person,
        (
            f"Je soussigné, {school.head}, {school.head_title.lower()} de {school.name}, "
            f"atteste que "
            f"<b>{facts.title} {facts.name}</b>, né{{e}} le {born} à {person.birth_place}, "
            f"est inscrit{{e}} en qualité d'élève {school.programme} au titre de l'année "
            f"{rng.choice(('académique', 'universitaire', 'scolaire'))} {facts.printed_year}."
        ),
    )
    y = sheet.prose(22, 106, 166, text, face, "justify", 1.6)
    y = sheet.prose(22, y + 5, 166, f"Numéro d'étudiant : {facts.student_number}", face)
    y = sheet.prose(22, y + 5, 166, wording.agree(person,
        "Cette attestation est délivrée à l'intéressé{e} pour servir et valoir ce que de droit."),
        face, "justify", 1.6)  # fmt: skip
    signed(sheet, facts, rng, 110, y + 18)
    small_print(
        sheet,
        facts,
        f"{school.name} - Établissement public à caractère scientifique, "
        f"culturel et professionnel - {school.street} - {school.postcode} {school.town}",
    )
    return {"student_number": facts.student_number}


def bilingual(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw French with its English under it."""
    school, face, person = facts.school, facts.face, facts.student
    marks.crest(sheet, 95, 12, 20, rng, facts.accent)
    sheet.write(105, 42, school.name, face.but(size=13.0, bold=True), "center")
    sheet.write(105, 58, heading(rng), face.but(size=16.0, bold=True), "center")
    english = rng.choice(
        ("Certificate of enrolment", "Enrollment certificate", "Proof of registration")
    )
    sheet.write(105, 65, english, face.but(size=12.0, italic=True, color="#555555"), "center")
    grey = face.but(italic=True, color="#4a4a4a", size=9.5)
    y = sheet.prose(
        20,
        76,
        170,
        f"Je soussigné(e), {school.head}, certifie que l'étudiant(e) "
        "désigné(e) ci-dessous est inscrit(e) dans notre établissement.",
        face,
    )
    y = sheet.prose(
        20,
        y + 1,
        170,
        f"I, the undersigned {school.head}, hereby certify that the "
        "student named below is enrolled in our institution.",
        grey,
    )
    born = wording.numeric_date(person.birth_date)
    rows = (
        ("Nom / <i>Surname</i>", person.surname.upper()),
        ("Prénoms / <i>Given names</i>", facts.given),
        (
            "Date et lieu de naissance / <i>Date and place of birth</i>",
            f"{born}, {person.birth_place}",
        ),
        ("Numéro étudiant / <i>Student number</i>", facts.student_number),
        ("Identifiant national (INE) / <i>National student ID</i>", facts.ine),
        ("Année universitaire / <i>Academic year</i>", facts.printed_year),
        ("Diplôme / <i>Degree</i>", school.degree),
        ("Formation / <i>Programme</i>", school.programme),
    )
    y = sheet.table(20, y + 6, (76, 94), rows, face, "all", line="#9aa7b5", pad=1.8)
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 112, y + 20)
    small_print(
        sheet,
        facts,
        f"{school.name} - {school.street} - {school.postcode} {school.town} "
        "- France - This document is issued for administrative purposes.",
    )
    return both_numbers(facts)


def enrolment_english(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the English letter of a school that teaches in English."""
    school, face, person = facts.school, facts.face.but(size=11.0), facts.student
    marks.crest(sheet, 20, 14, 24, rng, facts.accent)
    sheet.lines(
        188,
        20,
        (school.name, school.street, f"{school.postcode} {school.town}", "FRANCE"),
        face.but(size=8.5, color="#444444"),
        "right",
    )
    title = rng.choice(
        (
            "CERTIFICATE OF ENROLMENT",
            "Certificate of Enrollment",
            "ENROLMENT CERTIFICATE",
            "TO WHOM IT MAY CONCERN",
        )
    )
    sheet.write(105, 70, title, face.but(size=17.0, bold=True, color=facts.accent), "center")
    title = "Mr" if person.sex == "M" else "Ms"
    born = wording.some_english_date(person.birth_date, rng)
    text = (
        f"This is to certify that <b>{title} {facts.name}</b>, born on {born} in "
        f"{person.birth_place}, is enrolled as a full-time student in the programme "
        f"<b>{school.programme}</b> ({school.degree}) at {school.name} for the academic year "
        f"<b>{facts.printed_year}</b>."
    )
    y = sheet.prose(22, 84, 166, text, face, "justify", 1.55)
    y = sheet.prose(22, y + 5, 166, f"Student ID: {facts.student_number}", face)
    first = int(facts.year[:4])
    y = sheet.prose(
        22,
        y + 5,
        166,
        f"Courses run from 1 September {first} to 31 August "
        f"{first + 1}. The language of instruction is English.",
        face,
        "justify",
        1.55,
    )
    y = sheet.prose(
        22,
        y + 5,
        166,
        "This certificate is issued at the student's request to be used for all legal purposes.",
        face,
    )
    day = wording.some_english_date(facts.day, rng)
    sheet.write(22, y + 16, f"{school.town}, {day}", face)
    signed(sheet, facts, rng, 22, y + 26)
    small_print(sheet, facts, "Private institution of higher education recognised by the State")
    return {"student_number": facts.student_number}


def lycee(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the short certificate of a lycée, with the academy at the head."""
    school, face, person = facts.school, facts.face, facts.student
    marks.republic(sheet, 18, 12, rng)
    sheet.lines(
        60,
        18,
        (
            f"Académie de {school.academy}",
            school.name,
            school.street,
            f"{school.postcode} {school.town}",
            "Tél. : 04 00 00 00 00",
        ),
        face,
    )
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
    sheet.write(20, 56, heading(rng), face.but(size=15.0, bold=True, color=facts.accent))
    sheet.write(20, 63, f"{facts.printed_year}", face.but(size=12.0))
    text = wording.agree(
        person,
        (
            f"Nous soussignés, {school.name}, établissement d'enseignement supérieur "
            f"privé, certifions "
            f"que {facts.title} <b>{facts.name}</b> (matricule {facts.student_number}), né{{e}} le "
            f"{wording.some_french_date(person.birth_date, rng)}, suit les cours du programme "
            f"<b>{school.programme}</b> du 1er septembre {facts.year[:4]} au 31 août "
            f"{facts.year[5:]}, "
            f"soit l'année académique {facts.printed_year}."
        ),
    )
    y = sheet.prose(20, 76, 170, text, face, "justify", 1.55)
    y = sheet.prose(20, y + 5, 170, wording.agree(person,
        "L'étudiant{e} est affilié{e} au régime étudiant et s'est acquitté{e} de ses frais de "
        "scolarité."), face, "justify", 1.55)  # fmt: skip
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 20, y + 24)
    sheet.box(0, 270, 210, 27, stroke=None, fill="#eef0f2")
    small = face.but(size=7.5, color="#666666")
    sheet.lines(
        105,
        278,
        (
            f"{school.street} - {school.postcode} {school.town} - France",
            (
                f"Association loi 1901 - SIRET {wording.digits(rng, 14)} - UAI "
                f"0{wording.digits(rng, 6)}"
                "K"
            ),
            "Titulaire de la mention « établissement conventionné »",
        ),
        small,
        "center",
    )
    return {"student_number": facts.student_number}


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
    y = sheet.prose(
        20,
        y + 8,
        172,
        "La présente attestation, valable pour l'année universitaire "
        f"{facts.printed_year}, vaut certificat de scolarité.",
        face,
    )
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 112, y + 22)
    return {"student_number": facts.student_number}


TEMPLATES = (
    template("grande_ecole_letter", "engineering", grande_ecole_letter),
    template("bilingual", "university", bilingual),
    template("enrolment_english", "business", enrolment_english),
    template("lycee", "lycee", lycee),
    template("business_school", "business", business_school),
    template("doctoral", "university", doctoral),
)

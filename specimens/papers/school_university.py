"""Certificates of enrolment as universities print them. Anybody may study these layouts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from specimens.layout import BLACK, Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.institutions import resident
from specimens.papers.school import (
    Enrolment,
    both_numbers,
    heading,
    place_and_day,
    signed,
    small_print,
    template,
)


def apogee_table(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw what the older university software prints: plain, capitals, a table of the stages."""
    school, face = facts.school, facts.face
    marks.crest(sheet, 18, 14, 18, rng, facts.accent)
    sheet.lines(40, 20, (school.name.upper(), school.component), face.strong())
    sheet.write(192, 20, f"Année universitaire {facts.printed_year}", face, "right")
    sheet.write(105, 58, heading(rng), face.but(size=17.0, bold=True), "center")
    text = rng.choice(("{} certifie que l'étudiant{{e}}", "{} soussigné certifie que"))
    text = wording.agree(facts.student, text.format(school.head_title))
    y = sheet.prose(22, 72, 166, text, face)
    sheet.write(34, y + 9, f"{facts.title} {facts.name}", face.but(size=13.0, bold=True))
    born = wording.numeric_date(facts.student.birth_date)
    rows = (
        ("Numéro étudiant", facts.student_number), ("Numéro INE", facts.ine),
        (wording.agree(facts.student, "Né{e} le"), f"{born} à {facts.student.birth_place.upper()}"),
    )  # fmt: skip
    y = sheet.table(34, y + 14, (42, 100), rows, face, "none")
    y = sheet.prose(
        22,
        y + 6,
        166,
        wording.agree(
            facts.student,
            f"est régulièrement inscrit{{e}} pour l'année universitaire "
            f"<b>{facts.printed_year}</b> dans la formation suivante :",
        ),
        face,
    )
    stages = (
        ("Diplôme", "Étape", "Régime"),
        (school.degree, school.programme, "Formation initiale"),
    )
    y = sheet.table(22, y + 5, (36, 92, 38), stages, face.scaled(0.9), "all", "#e6e6e6")
    y = sheet.lines(120, y + 22, (place_and_day(facts, rng),), face)
    signed(sheet, facts, rng, 120, y + 3)
    small_print(
        sheet,
        facts,
        "Il n'est pas délivré de duplicata de ce certificat. Tout document "
        "surchargé ou raturé est nul. L'étudiant doit en faire lui-même des copies.",
    )
    return both_numbers(facts)


def pegase(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw what the newer shared university software prints: ruled label and value pairs."""
    school, face = facts.school, facts.face
    marks.crest(sheet, 165, 12, 22, rng, facts.accent)
    sheet.write(18, 24, school.name, face.but(size=14.0, color=facts.accent, bold=True))
    sheet.rule(18, 40, 192, facts.accent, 0.8)
    sheet.write(18, 54, heading(rng).capitalize(), face.but(size=19.0, bold=True))
    sheet.write(18, 62, f"Année universitaire {facts.printed_year}", face.but(size=12.0))
    y = sheet.prose(
        18,
        72,
        174,
        f"Je, soussigné(e) {school.head}, {school.head_title.lower()}, certifie que :",
        face,
    )
    person = facts.student
    rows = (
        ("Nom de naissance", person.surname.upper()),
        ("Prénom(s)", facts.given),
        ("Date de naissance", wording.some_french_date(person.birth_date, rng)),
        ("Lieu de naissance", person.birth_place),
        ("Code apprenant", facts.student_number),
        ("INE", facts.ine),
    )
    y = sheet.table(18, y + 5, (58, 116), rows, face, "rows", line="#cfd6dd", pad=1.7)
    text = (
        f"est inscrit(e) pour la période <b>Année universitaire {facts.printed_year}</b> à la "
        "formation :"
    )
    y = sheet.prose(18, y + 6, 174, text, face)
    course = (
        ("Formation", school.programme),
        ("Type de diplôme", school.degree),
        ("Structure", school.component),
        ("Régime d'inscription", "Formation initiale"),
        ("Statut de l'inscription", "Inscription validée"),
    )
    y = sheet.table(18, y + 4, (58, 116), course, face, "rows", line="#cfd6dd", pad=1.7)
    y = sheet.prose(18, y + 6, 174, "Pour servir et valoir ce que de droit.", face)
    sheet.write(18, y + 12, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 112, y + 14)
    small_print(sheet, facts, f"{school.name} - {school.street}, {school.postcode} {school.town}")
    return both_numbers(facts)


def two_column(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the student's address for a window envelope on the right and the facts on the left."""
    school, face, person = facts.school, facts.face, facts.student
    sheet.write(18, 22, school.name, face.but(size=12.0, bold=True))
    sheet.lines(18, 28, (school.component, "Service de la scolarité"), face.scaled(0.85))
    sheet.lines(112, 50, (f"{facts.title} {facts.name}", *resident(person)), face)
    sheet.box(18, 78, 174, 14, stroke=None, fill="#e9edf2")
    sheet.write(
        105, 87, f"{heading(rng)} {facts.printed_year}", face.but(size=14.0, bold=True), "center"
    )
    left = (
        ("N° étudiant :", facts.student_number),
        ("N° INE / BEA :", facts.ine),
        ("Né(e) le :", wording.numeric_date(person.birth_date, rng)),
        ("à :", person.birth_place),
    )
    right = (
        ("Diplôme :", school.degree),
        ("Formation :", school.programme),
        ("Régime :", "Formation initiale (temps plein)"),
        ("Droits :", "Acquittés"),
    )
    y = max(
        sheet.table(18, 100, (30, 55), left, face.scaled(0.92), "none"),
        sheet.table(107, 100, (28, 57), right, face.scaled(0.92), "none"),
    )
    text = (
        f"{school.head_title} certifie que {facts.name}, dont l'identité figure ci-dessus, est "
        f"inscrit(e) dans l'établissement pour l'année universitaire {facts.printed_year}."
    )
    y = sheet.prose(18, y + 8, 174, text, face, "justify")
    sheet.write(18, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 120, y + 20)
    marks.bar_code(sheet, 18, 250, facts.student_number)
    small_print(
        sheet,
        facts,
        "La signature de ce document est imprimée. Toute falsification "
        "expose à des poursuites (article 441-1 du code pénal).",
    )
    return both_numbers(facts)


def logo_block(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw logos across the head and a box with the identity."""
    school, face, person = facts.school, facts.face, facts.student
    marks.republic(sheet, 18, 12, rng)
    marks.crest(sheet, 84, 12, 20, rng, facts.accent)
    marks.crest(sheet, 168, 12, 20, rng, rng.choice(marks.ACCENTS))
    sheet.write(105, 52, school.name, face.but(size=12.0, bold=True), "center")
    sheet.write(105, 66, heading(rng), face.but(size=18.0, color=facts.accent), "center")
    sheet.write(105, 73, f"Année Universitaire {facts.printed_year}", face, "center")
    rows = (
        ("Nom :", f"<b>{person.surname.upper()}</b>", "Prénom :", f"<b>{facts.given}</b>"),
        ("Né(e) le :", wording.numeric_date(person.birth_date), "Lieu :", person.birth_place),
        ("Étudiant n° :", facts.student_number, "INE :", facts.ine),
    )
    bottom = sheet.table(24, 84, (26, 56, 24, 56), rows, face, "none", pad=2)
    sheet.box(20, 80, 170, bottom - 77, stroke=facts.accent, weight=0.5)
    y = sheet.prose(
        20,
        bottom + 9,
        170,
        "Le service des études certifie que l'étudiant(e) susnommé(e) a "
        f"pris une inscription administrative pour l'année {facts.printed_year} en :",
        face,
    )
    y = sheet.prose(30, y + 4, 160, f"<b>{school.programme}</b><br/>{school.component}", face)
    sheet.write(120, y + 16, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 120, y + 24)
    small_print(
        sheet, facts, "Document édité par voie électronique, valable sans signature manuscrite."
    )
    return both_numbers(facts)


def with_qr(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw a digital attestation with a code that leads to its verification."""
    school, face, person = facts.school, facts.face, facts.student
    sheet.write(20, 24, school.name, face.but(size=16.0, bold=True, color=facts.accent), within=110)
    token = wording.digits(rng, 12)
    marks.qr_code(sheet, 158, 14, 32, f"https://verif.example.org/c/{token}")
    sheet.write(174, 50, f"Code : {token}", face.but(size=7.5), "center")
    sheet.write(
        20,
        66,
        rng.choice(("Attestation d'inscription", "Attestation de scolarité")),
        face.but(size=20.0, bold=True),
    )
    sheet.rule(20, 70, 60, facts.accent, 1.2)
    text = (
        f"{facts.title} <b>{facts.name}</b><br/>né(e) le "
        f"{wording.some_french_date(person.birth_date, rng)} à {person.birth_place}<br/>"
        f"Identifiant étudiant : {facts.student_number}<br/>INE : {facts.ine}"
    )
    y = sheet.prose(20, 78, 170, text, face.but(size=11.5), leading=1.6)
    y = sheet.prose(
        20,
        y + 5,
        170,
        "est inscrit(e) au titre de l'année universitaire "
        f"<b>{facts.printed_year}</b> dans le cursus suivant :",
        face.but(size=11.5),
    )
    rows = (
        ("Niveau", "Intitulé", "Composante"),
        (school.degree, school.programme, school.component),
    )
    y = sheet.table(20, y + 4, (38, 82, 50), rows, face, "rows", "#f2f2f2", pad=2)
    sheet.write(20, y + 14, place_and_day(facts, rng), face)
    sheet.lines(120, y + 26, (school.head_title, school.head), face)
    marks.signature(sheet, 124, y + 32, rng)
    small_print(
        sheet,
        facts,
        "L'authenticité de ce document peut être vérifiée en ligne à l'aide "
        "du code ci-dessus pendant un an. Document signé électroniquement.",
    )
    return both_numbers(facts)


def typed_secretariat(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    """Draw the typewriter page of a small faculty office."""
    school, person = facts.school, facts.student
    face = Face(rng.choice(("Liberation Mono", "DejaVu Sans Mono", "FreeMono")), 10.0)
    sheet.lines(20, 24, (school.name.upper(), school.component.upper(), "SECRETARIAT"), face)
    sheet.write(105, 66, "CERTIFICAT DE SCOLARITE", face.but(size=14.0, bold=True), "center")
    sheet.rule(58, 68, 152, BLACK, 0.3)
    text = (
        f"{school.head_title} certifie que<br/><br/>NOM ......... : {person.surname.upper()}"
        f"<br/>PRENOMS ..... : {facts.given.upper()}<br/>NE(E) LE .... : "
        f"{wording.numeric_date(person.birth_date)}<br/>A ........... : "
        f"{person.birth_place.upper()}<br/>N. ETUDIANT . : {facts.student_number}<br/>"
        f"N. INE ...... : {facts.ine}<br/><br/>est inscrit(e) en {school.programme} pour "
        f"l'annee universitaire {facts.printed_year}."
    )
    y = sheet.prose(22, 82, 166, text, face, leading=1.5)
    sheet.write(105, y + 16, place_and_day(facts, rng), face)
    signed(sheet, replace(facts, face=face), rng, 105, y + 24)
    return both_numbers(facts)


TEMPLATES = (
    template("apogee_table", "university", apogee_table),
    template("pegase", "university", pegase),
    template("two_column", "university", two_column),
    template("logo_block", "university", logo_block),
    template("with_qr", "university", with_qr),
    template("typed_secretariat", "university", typed_secretariat),
)
